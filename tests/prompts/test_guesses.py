"""What a name makes likely, and where it does not."""

import pytest

from prompts.guesses import guess


@pytest.mark.parametrize(
    ("unit", "kind", "level", "short_name"),
    [
        ("示例县民政局", "政府部门", "县级", "县民政局"),
        ("示例市示例区民政局", "政府部门", "县级", "区民政局"),
        ("示例省民政厅", "政府部门", "省级", "省民政厅"),
        ("示例自治区民政厅", "政府部门", "省级", "自治区民政厅"),
        ("示例县青禾镇人民政府", "人民政府", "乡镇级", "镇政府"),
        ("示例区人民路街道办事处", "派出机构", "乡镇级", "街道办事处"),
        ("示例市人民政府", "人民政府", None, "市政府"),
        ("宿迁市人民政府", "人民政府", "市级", "市政府"),
        ("江苏省宿迁市民政局", "政府部门", "市级", "市民政局"),
        ("宿迁市示例区人民政府", "人民政府", "县级", "区政府"),
        ("北京市民政局", "政府部门", "省级", "市民政局"),
        ("重庆市示例区民政局", "政府部门", "县级", "区民政局"),
        ("市场监督管理局", "政府部门", None, None),
        ("示例县图书馆", None, "县级", "县图书馆"),
        ("", None, None, None),
    ],
)
def test_a_name_makes_likely_what_it_says(
    unit: str, kind: str | None, level: str | None, short_name: str | None
) -> None:
    guessed = tuple(guess(field, unit) for field in ("profile.kind", "profile.level", "profile.short_name"))
    assert guessed == (kind, level, short_name)


def test_nothing_is_guessed_of_a_number() -> None:
    assert guess("proactive.published_total", "示例县民政局") is None

"""Whose name it is: regions may be lost, nothing else."""

import pytest

from sections.organ_names import same_organ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("示例县民政局", "示例县民政局"),
        ("示例县民政局", "民政局"),
        ("示例县民政局", "县民政局"),
        ("示例省示例市云山县民政局", "云山县民政局"),
        ("示例市云山区", "云山区"),
        ("云山县人民政府", "云山县"),
        ("示例市云山县政府", "云山县人民政府"),
        ("和县水务局", "水务局"),
        ("示例县 民政局", "示例县民政局"),
        ("示例县民政局（老龄办）", "示例县民政局(老龄办)"),
        ("云山县东镇", "东镇"),
        ("云山街道办事处", "云山街道办事处"),
        ("示例市市场监督管理局", "市场监督管理局"),
        ("云山自治州示例县民政局", "示例县民政局"),
    ],
)
def test_one_organ(one: str, other: str) -> None:
    assert same_organ(one, other)
    assert same_organ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("河东镇", "东镇"),
        ("河东镇人民政府", "东镇人民政府"),
        ("示例县民政局", "云山县民政局"),
        ("示例市民政局", "示例市云山区民政局"),
        ("大城市管理局", "城市管理局"),
        ("云山县", "县"),
        ("云山县人民政府", "云山县人民政府办公室"),
        ("示例县发展和改革局", "改革局"),
        ("示例县民政局", ""),
        ("", ""),
        ("沙河东镇", "东镇"),
        ("退役军人事务局", "事务局"),
    ],
)
def test_two_organs(one: str, other: str) -> None:
    assert not same_organ(one, other)
    assert not same_organ(other, one)

"""Places of a report in the clerk's words."""

from typing import Final

from sections.form.model import Form

_NAMES: Final = {
    "title": "标题",
    "opening": "引言",
    "period": "统计期限",
    "profile": "单位信息",
    "signature": "落款",
    "overview.lead": "总体情况导语",
    "problems.improved": "上年问题的改进情况",
    "problems.found": "存在的主要问题",
    "problems.measures": "改进措施",
    "other.fees": "收取信息处理费情况",
    "other.matters": "其他需要报告的事项",
}


def place_name(form: Form, where: str) -> str:
    """What the clerk calls ``where``: a cell by its label, a paragraph by its heading."""
    if where in form.places:
        return form.label(where)
    section, _, topic = where.partition(".")
    if section == "overview" and topic in form.topics:
        return form.topics[topic]
    return _NAMES.get(where) or form.headings.get(section, where)

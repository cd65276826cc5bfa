"""Part six: the 信息处理费 statement (国办函〔2020〕109号) and anything else to report."""

from sections.base import Section


class Other(Section):
    """``text`` is the whole part as printed."""

    text: str = ""

"""The layout of an official document (GB/T 9704-2012), in twips (1/20 pt) and half points."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """Page, fonts and sizes; ``title`` to ``table`` are the East Asian fonts of the styles."""

    page: tuple[int, int] = (11906, 16838)
    margins: tuple[int, int, int, int] = (2098, 1474, 1984, 1587)
    """Top, right, bottom, left: 37, 26, 35, 28 mm (5.2.1)."""
    footer: int = 1418
    """25 mm from the page's foot: the page number stands 7 mm below the text (7.5)."""
    line: int = 579
    """22 lines fill 225 mm (5.2.3)."""
    pitch: int = -5
    """28 characters of 16 pt in 156 mm (5.2.3)."""
    body: str = "仿宋_GB2312"
    title: str = "方正小标宋简体"
    heading: str = "黑体"
    topic: str = "楷体_GB2312"
    table: str = "宋体"
    latin: str = "Times New Roman"
    body_size: int = 32
    title_size: int = 44
    number_size: int = 28
    table_width: int = 8845
    """156 mm."""


GBT9704: Final = Layout()

ALTERNATIVES: Final[dict[str, str]] = {
    "仿宋_GB2312": "仿宋,FangSong",
    "楷体_GB2312": "楷体,KaiTi",
    "黑体": "SimHei",
    "宋体": "SimSun",
    "方正小标宋简体": "方正小标宋_GBK,华文中宋,宋体",
    "Times New Roman": "Liberation Serif",
}
"""What Word may take where a font is not installed."""

"""Long names of organs, parted between their words (GB/T 9704-2012, 7.3.1 词意完整)."""

import re
from typing import Final

from app.documents.layouts import Layout

_STRONG: Final = re.compile(r"人民政府|委员会|管理局|自治[区州县旗]|[省市州盟旗县区乡镇](?![政域])")
_WORDS: Final = (
    "政务 服务 管理 监督 建设 发展 改革 资源 环境 保障 安全 数据 信息 文化 体育 旅游 广播 电视"
    " 新闻 出版 卫生 健康 农业 农村 城乡 住房 交通 运输 应急 审批 市场 知识产权 科学 技术 工业 商务"
    " 财政 民政 教育 自然 生态 规划 退役军人 事务 医疗 社会 人力 经济 开发区 统计 投资 促进 合作 园林"
    " 绿化 综合 执法 行政 机关 档案 信访 地方 金融 公共 交易 水利"
)
_WEAK: Final = re.compile("|".join(_WORDS.split()))
_AND: Final = "和及与暨、"
_BAD: Final = 9
"""A line that ends in the middle of a word; 0 is behind a place or an office, 1 behind another word."""


def line_width(name: str, room: int) -> int:
    """Characters of a line so that ``name`` turns between its words where lines are that long.

    All of it where ``room`` characters hold it, or where no place to part it is known; as few lines as
    ``room`` allows, as even as the words allow."""
    if len(name) <= room:
        return len(name)
    lines = -(-len(name) // room)
    widths = range(-(-len(name) // lines), room + 1)
    best = min(widths, key=lambda width: _badness(name, width))
    return best if _badness(name, best) < _BAD else len(name)


def _badness(name: str, width: int) -> int:
    strong, weak = ({match.end() for match in words.finditer(name)} for words in (_STRONG, _WEAK))
    total = 0
    for end in range(width, len(name), width):
        if name[end - 1] in _AND:
            total += _BAD
        elif end not in strong:
            total += 1 if end in weak or name[end] in _AND else _BAD
    return total


def title_room(layout: Layout) -> int:
    """Characters of a line of the title."""
    return layout.width // (layout.title_size * 10)


def title_inset(name: str, layout: Layout) -> int:
    """Twips to keep free at both sides of a title so that ``name`` turns between its words, or 0.

    No line break is put in: the name stays one text for whoever copies or reads the document."""
    width = line_width(name, title_room(layout))
    if width == len(name):
        return 0
    return max(0, (layout.width - round((width + 0.4) * layout.title_size * 10)) // 2)

"""Running text to the parts of the report: title, opening, the topics of part one, parts five and six."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.documents.read.blocks import Block, Grid, Paragraph
from app.documents.read.headings import heading_of, split_heading
from app.documents.read.tables.form_tables import is_table_of_form
from app.documents.read.titles import find_title
from sections.language.spacing import without_gaps

_TOPIC: Final = re.compile(r"^[（(]([一二三四五六七八九])[）)]\s*(.*)$", re.DOTALL)
_NAME: Final = (
    r"(?:主动公开|依申请公开|政府信息(?:资源)?管理|(?:政府|政务)?(?:信息)?(?:公开)?平台建设|监督保障)(?:政府)?(?:信息)?"
    r"(?:工作)?(?:的?情况|方面)?"
)
_UNNUMBERED_TOPIC: Final = re.compile(
    rf"^(?:[1-5][.、．]\s*|[一二三四五]是)?()({_NAME}(?:[。：:].*|$))", re.DOTALL
)
"""A topic that has lost its number, or has another."""
_TOPIC_WORDS: Final[dict[str, str]] = {
    "requests": r"依申请|申请公开",
    "proactive": r"主动公开",
    "platform": r"平台",
    "supervision": r"监督|保障|培训|考核",
    "management": r"管理",
}
_BY_NUMBER: Final = dict(
    zip("一二三四五", ("proactive", "requests", "management", "platform", "supervision"), strict=True)
)
_LEAD_IN: Final = re.compile(
    rf"^(?:{_NAME}(?<=[况面])(?=20\d\d年|[我本全])|[^。：:；]{{2,30}}?(?:[。：:]|$))"
)
"""The words of a topic before its text, set off by a mark or, having lost one, by what they say."""
_SET_OFF: Final = re.compile(
    r"^([（(][一二三四五六七八九][）)]\s*[^\s，。；：]{2,24}(?:情况|方面|公开|管理|建设|保障|工作))"
    r"[ \t\xa0\u3000]+(?=\S{6})"
)
"""The name of a topic that only a space sets off from its text."""
_PAGE: Final = re.compile(
    r"^[-—－–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/，,]?\s*(?:共\s*)?\d{1,3}\s*页?)?[-—－–\s]*$"
)
_FURNITURE: Final = re.compile(
    r"^[【\[（(]?(?:打印|关闭|返回|分享|扫一扫|上一[篇条]|下一[篇条]|版权所有|主办单位|主办[:：]|承办|网站标识码|网站地图|"
    r"相关链接|相关文档|相关附件|附件[:：]|责任编辑|信息来源|来源[:：]|[^。]{0,20}ICP备|[^。]{0,12}公网安备|浏览次数|字号|"
    r"Copyright|技术支持|您访问|联系我们|收藏本|加入收藏|手机扫|微信扫|扫码|友情链接|网站声明|关于我们|站点地图|推荐使用|"
    r"最佳浏览|本网站由|无障碍|返回顶部|运行维护|网站管理|您是第|今日访问|政府网站找错|分享到)",
    re.IGNORECASE,
)
_LONG: Final = 30
_SHORT: Final = 80


@dataclass
class Prose:
    """The running text of a report; ``sections`` are the paragraphs of each part, without its heading."""

    title: str = ""
    organ: str = ""
    year: int = 0
    opening: str = ""
    headings: dict[str, str] = field(default_factory=dict)
    sections: dict[str, list[str]] = field(default_factory=dict)
    lead: str = ""
    topics: dict[str, str] = field(default_factory=dict)

    def text(self, section: str) -> str:
        """A part as printed, a paragraph a line."""
        return "\n".join(self.sections.get(section, []))


def read_prose(blocks: Iterable[Block]) -> Prose:
    """Sort the paragraphs into the parts of the report."""
    prose = Prose()
    before: list[str] = []
    section = ""
    for line in _without_contents(list(_running(blocks))):
        text, rest = split_heading(line)
        found = heading_of(text)
        if found and found not in prose.headings:
            section = found
            prose.headings[section] = text
            prose.sections[section] = [without_gaps(rest)] if rest else []
        elif section:
            prose.sections[section] += [
                without_gaps(part) for part in _SET_OFF.sub(r"\1\n", line, 1).split("\n")
            ]
        else:
            before.append(without_gaps(line))
    _title(before, prose)
    _unheaded(prose)
    _cut_furniture(prose)
    _topics(prose)
    return prose


def _running(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of running text; an empty one stands where a table of the form was."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if not _PAGE.match(block.text):
                yield block.text
        elif is_table_of_form(block):
            yield ""
            yield from _inside_form(block)
        else:
            yield from _laid_out(block)


def _inside_form(grid: Grid) -> Iterator[str]:
    """Headings and paragraphs that stand in a row of their own in a table of the form."""
    seen: set[tuple[int, int]] = set()
    for row in grid.rows:
        filled = {cell.origin: cell.text for cell in row if cell.text.strip()}
        if len(filled) != 1 or seen.issuperset(filled):
            continue
        seen |= set(filled)
        lines = [line.strip() for line in next(iter(filled.values())).split("\n") if line.strip()]
        if any(heading_of(line) or (len(line) > _LONG and "。" in line) for line in lines):
            yield from lines


def _laid_out(grid: Grid) -> Iterator[str]:
    """The text of a table that only lays out the article: long cells, headings, all of a single column."""
    cells = {cell.origin: cell.text for row in grid.rows for cell in row}
    single = all(len({cell.origin for cell in row}) <= 1 for row in grid.rows)
    for text in cells.values():
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if single or any(len(line) > _LONG or heading_of(line) for line in lines):
            yield from lines


def _without_contents(lines: Sequence[str]) -> Iterator[str]:
    """The lines without a table of contents: headings one after another with nothing between them."""
    run: list[str] = []
    for line in [*lines, ""]:
        if heading_of(line) and line not in run:
            run.append(line)
            continue
        if len(run) < 4 or "overview" not in map(heading_of, run):
            yield from run
        run = [line] if heading_of(line) else []
        if line and not run:
            yield line


# --- title and opening --------------------------------------------------------------------------------


def _title(before: list[str], prose: Prose) -> None:
    title = find_title(before)
    if title is not None:
        prose.title, prose.organ, prose.year = title.text, title.organ, title.year
        before = before[title.end :]
    lines = [line for line in before if len(line) >= _LONG and re.search(r"[。；]|[：:]$", line)]
    if "overview" not in prose.headings and any(_TOPIC.match(line) for line in before):
        _unheaded_overview(lines, before, prose)
    else:
        prose.opening = "\n".join(lines)


def _unheaded_overview(lines: list[str], before: list[str], prose: Prose) -> None:
    """Part one without a heading follows the opening, which is the first paragraph."""
    start = before.index(lines[0]) + 1 if lines else 0
    prose.opening = lines[0] if lines else ""
    prose.sections["overview"] = before[start:]


def _unheaded(prose: Prose) -> None:
    """Parts five and six whose headings are missing stand behind the last table."""
    for section in ("disputes", "requests", "proactive"):
        long = [line for line in prose.sections.get(section, []) if len(line) > _LONG and "。" in line]
        if not long or "problems" in prose.headings:
            continue
        at = next(
            (i for i, line in enumerate(long) if re.search(r"信息处理费|其他需要报告", line)), len(long)
        )
        found = {"problems": long[:at], "other": long[at:]}
        if not re.search(r"问题|不足|差距|短板|薄弱", "".join(long[:at])):
            return
        for name, lines in found.items():
            if lines and name not in prose.headings:
                prose.sections[name] = lines
        return


def _cut_furniture(prose: Prose) -> None:
    """What a page prints below its article is no part of the report."""
    for section, lines in prose.sections.items():
        at = next((i for i, line in enumerate(lines) if len(line) < _SHORT and _FURNITURE.match(line)), None)
        if at is not None and section in {"other", "problems"}:
            prose.sections[section] = lines[:at]


# --- the topics of part one ---------------------------------------------------------------------------


def _topics(prose: Prose) -> None:
    lead: list[str] = []
    parts: dict[str, list[str]] = {}
    current: list[str] = lead
    for line in prose.sections.get("overview", []):
        match = _TOPIC.match(line) or _UNNUMBERED_TOPIC.match(line)
        if match is None:
            current.append(line)
            continue
        name = _topic_name(match[1], match[2])
        current = parts.setdefault(name, []) if name else []
        rest = _without_lead_in(match[2], name)
        if rest:
            current.append(rest)
    prose.lead = "\n".join(lead)
    prose.topics = {name: "\n".join(lines) for name, lines in parts.items()}


def _topic_name(number: str, text: str) -> str:
    head = (_LEAD_IN.match(text) or [""])[0]
    named = next((name for name, words in _TOPIC_WORDS.items() if re.search(words, head)), "")
    return named or ("" if head else _BY_NUMBER.get(number, ""))


def _without_lead_in(text: str, name: str) -> str:
    match = _LEAD_IN.match(text)
    if match and name and re.search(_TOPIC_WORDS[name], match[0]):
        return text[match.end() :].strip()
    return text.strip()

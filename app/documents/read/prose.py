"""Running text to the parts of the report: title, opening, the topics of part one, parts five and six."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.documents.read.blocks import (
    BESIDE_TABLE,
    PAGE_NUMBER,
    RUNNING_HEAD,
    STAND_INS,
    Block,
    Grid,
    Paragraph,
)
from app.documents.read.heading_choice import TABLE, headings_in
from app.documents.read.headings import TABLED, heading_of, is_cut, split_heading
from app.documents.read.label_pieces import is_piece_of_label
from app.documents.read.rejoined import rejoined, window_of
from app.documents.read.tables.form_tables import is_table_of_form
from app.documents.read.tables.labels import is_label
from app.documents.read.tables.numbers import read_number
from app.documents.read.titles import find_title
from app.documents.read.topics import is_numbered, topics_of
from sections.language.spacing import without_gaps
from sections.report.parts import LeftOut

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
    r"赞\s*\d*$|在看|写留言|阅读(?:原文|全文)?\s*\d*$|轻触阅读|继续滑动|预览时标签|喜欢此内容|长按识别|最佳浏览|本网站由|无障碍|返回顶部|运行维护|网站管理|您是第|今日访问|政府网站找错|分享到)",
    re.IGNORECASE,
)
_LONG: Final = 30
_SENTENCE: Final = re.compile(r"[。；]$|如下[：:]$")
"""How a short line of the opening ends; fields and menus around a title end otherwise."""
_SCRAP: Final = 12
_SAYS: Final = re.compile(r"[。；！]|^(?:无|没有|未发生|未收到)|截[至止]|为准|^(?:注|说明|备注)[:：]")
_BEFORE: Final = "标题前后的栏目、封面文字"
_ATTACHED: Final = "文末的附件目录"
_OTHER_TABLE: Final = "不是年报表格中的文字"
_SHORT: Final = 80


@dataclass
class Prose:
    """The running text of a report; ``sections`` are the paragraphs of each part, without its heading, and
    ``left_out`` what belongs to none, with the reason."""

    title: str = ""
    organ: str = ""
    year: int = 0
    opening: str = ""
    headings: dict[str, str] = field(default_factory=dict)
    sections: dict[str, list[str]] = field(default_factory=dict)
    lead: str = ""
    topics: dict[str, str] = field(default_factory=dict)
    unnamed: str = ""
    """What part one says under headings that name none of its topics."""
    left_out: list[LeftOut] = field(default_factory=list)

    def text(self, section: str) -> str:
        """A part as printed, a paragraph a line."""
        return "\n".join(self.sections.get(section, []))

    def leave_out(self, lines: Iterable[str], reason: str) -> None:
        """List lines that belong to no part."""
        self.left_out += (LeftOut(text=line, reason=reason) for line in lines if line)


def read_prose(blocks: Iterable[Block]) -> Prose:
    """Sort the paragraphs into the parts of the report."""
    prose = Prose()
    before: list[str] = []
    section = ""
    lines = list(_without_contents(_whole_headings(_running(blocks, prose)), prose))
    headings = headings_in(lines)
    window = window_of(lines)
    for at, line in enumerate(lines):
        if at in headings:
            text, rest = split_heading(line)
            section = headings[at]
            prose.headings[section] = text
            prose.sections[section] = [without_gaps(rest)] if rest else []
        elif section:
            prose.sections[section] += [
                without_gaps(part) for part in _SET_OFF.sub(r"\1\n", line, 1).split("\n") if part
            ]
        elif line:
            before.append(without_gaps(line))
    _title(before, prose)
    _cut_running_titles(prose)
    prose.sections = {section: list(rejoined(found, window)) for section, found in prose.sections.items()}
    prose.opening = "\n".join(rejoined(prose.opening.split("\n"), window))
    _unheaded(prose)
    _cut_furniture(prose)
    _keep_sentences(prose)
    prose.lead, prose.topics, prose.unnamed = topics_of(prose.sections.get("overview", []))
    return prose


def _running(blocks: Iterable[Block], prose: Prose) -> Iterator[str]:
    """The lines of running text; ``TABLE`` stands where a table of the form was."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if _PAGE.match(block.text):
                prose.leave_out([block.text], PAGE_NUMBER)
            else:
                yield block.text
        elif is_table_of_form(block):
            yield TABLE
            yield from _inside_form(block, prose)
        else:
            yield from _laid_out(block, prose)


def _whole_headings(lines: Iterable[str]) -> list[str]:
    """The lines, a heading that is broken in two made one."""
    made: list[str] = []
    for line in lines:
        if made and made[-1] and line and is_cut(made[-1], line):
            made[-1] += line
        else:
            made.append(line)
    return made


def _inside_form(grid: Grid, prose: Prose) -> Iterator[str]:
    """Headings and sentences that stand in a row of their own in a table of the form."""
    seen: set[tuple[int, int]] = set()
    for row in grid.rows:
        filled = {cell.origin: cell.text for cell in row if cell.text.strip()}
        if len(filled) != 1 or seen.issuperset(filled):
            continue
        seen |= set(filled)
        lines = [line.strip() for line in next(iter(filled.values())).split("\n") if line.strip()]
        if any(heading_of(line) or _is_sentence(line) for line in lines):
            yield from lines
        else:
            notes = [line for line in lines if _is_scrap(line)]
            prose.leave_out(notes, BESIDE_TABLE)


def _is_scrap(line: str) -> bool:
    """Whether a line that stands alone in a table is neither a number nor a label, nor a piece of one."""
    if read_number(line) is not None or is_piece_of_label(line):
        return False
    return not is_label(line) or is_numbered(line)


def _is_sentence(line: str) -> bool:
    return "。" in line and len(line) > _SCRAP and not is_label(line)


def _laid_out(grid: Grid, prose: Prose) -> Iterator[str]:
    """The text of a table that only lays out the article: long cells, headings, all of a single column."""
    cells = {cell.origin: cell.text for row in grid.rows for cell in row if cell.text not in STAND_INS}
    single = all(len({cell.origin for cell in row}) <= 1 for row in grid.rows)
    for text in cells.values():
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        if single or any(len(line) > _LONG or heading_of(line) or _is_sentence(line) for line in lines):
            yield from lines
        else:
            prose.leave_out(lines, _OTHER_TABLE)


def _without_contents(lines: Sequence[str], prose: Prose) -> Iterator[str]:
    """The lines without a table of contents: headings one after another with nothing between them."""
    run: list[str] = []
    for line in [*lines, TABLE]:
        if heading_of(line) and line not in run:
            run.append(line)
            continue
        if len(run) < 4 or "overview" not in map(heading_of, run):
            yield from run
        else:
            prose.leave_out(run, "目录")
        run = [line] if heading_of(line) else []
        if not run:
            yield line


# --- title and opening --------------------------------------------------------------------------------


def _title(before: list[str], prose: Prose) -> None:
    title = find_title(before)
    if title is not None:
        prose.title, prose.organ, prose.year = title.text, title.organ, title.year
        printed = re.sub(r"\s", "", title.text)
        above = [line for line in before[: title.end] if re.sub(r"\s", "", line) not in printed]
        prose.leave_out(above, _BEFORE)
        before = before[title.end :]
    lines = [line for line in before if _is_opening(line, below_title=title is not None)]
    if "overview" not in prose.headings and any(map(_opens_part_one, before)):
        _unheaded_overview(lines, before, prose)
    else:
        prose.opening = "\n".join(lines)
        prose.leave_out((line for line in before if line not in lines), _BEFORE)


def _is_opening(line: str, below_title: bool) -> bool:
    """Whether a line above part one belongs to the opening; a short one only below a title."""
    long = len(line) >= _LONG and re.search(r"[。；]|[：:]$", line) is not None
    return long or (below_title and _SENTENCE.search(line) is not None)


def _opens_part_one(line: str) -> bool:
    """Whether a line opens a topic, or one of the parts of a narrative that has numbered them itself."""
    return is_numbered(line) or re.match(r"[一二三四五六七八九]、", line) is not None


def _unheaded_overview(lines: list[str], before: list[str], prose: Prose) -> None:
    """Part one without a heading follows the opening, the first paragraph unless that is part one's own."""
    first = next(i for i, line in enumerate(before) if _opens_part_one(line))
    start = before.index(lines[0]) + 1 if lines and before.index(lines[0]) < first else first
    prose.opening = lines[0] if start != first or (lines and before[start - 1 : start] == lines[:1]) else ""
    prose.leave_out((line for line in before[:start] if line != prose.opening), _BEFORE)
    prose.sections["overview"] = before[start:]


def _unheaded(prose: Prose) -> None:
    """Parts five and six without their headings stand behind the last table, part six behind part five."""
    for section in ("disputes", "requests", "proactive"):
        long = [line for line in prose.sections.get(section, []) if len(line) > _LONG and "。" in line]
        if not long or "problems" in prose.headings:
            continue
        at = _start_of_other(long, 0)
        if re.search(r"问题|不足|差距|短板|薄弱", "".join(long[:at])):
            first = prose.sections[section].index(long[0])
            found = [line for line in prose.sections[section][first:] if _SAYS.search(line) or line in long]
            prose.sections[section] = [line for line in prose.sections[section] if line not in found]
            at = _start_of_other(found, 1)
            prose.sections["problems"] = found[:at]
            prose.sections.setdefault("other", [])[:0] = found[at:]
        break
    lines = prose.sections.get("problems", [])
    if "other" not in prose.headings and not prose.sections.get("other"):
        at = _start_of_other(lines, 1)
        prose.sections["problems"], prose.sections["other"] = lines[:at], lines[at:]


def _start_of_other(lines: Sequence[str], first: int) -> int:
    """Where what part six tells begins among the lines of a part, from line ``first`` on."""
    found = (i for i in range(first, len(lines)) if re.search(r"信息处理费|其他需要报告", lines[i]))
    return next(found, len(lines))


def _cut_running_titles(prose: Prose) -> None:
    """The title once more between paragraphs is the head of a page."""
    title = re.sub(r"\s", "", prose.title)
    for section, lines in prose.sections.items():
        again = [line for line in lines if title and re.sub(r"\s", "", line) == title]
        if again:
            prose.leave_out(again, RUNNING_HEAD)
            prose.sections[section] = [line for line in lines if line not in again]


def _cut_furniture(prose: Prose) -> None:
    """What a page prints below its article is no part of the report."""
    for section, lines in prose.sections.items():
        at = next((i for i, line in enumerate(lines) if len(line) < _SHORT and _FURNITURE.match(line)), None)
        if at is not None and section in {"other", "problems"}:
            prose.leave_out(lines[at:], _ATTACHED if lines[at].startswith("附件") else "网页页脚")
            prose.sections[section] = lines[:at]


def _keep_sentences(prose: Prose) -> None:
    """Parts two to four keep their sentences; captions and measures beside a table are none."""
    for section, lines in prose.sections.items():
        if section not in TABLED:
            continue
        prose.sections[section] = [line for line in lines if _SAYS.search(line) or len(line) > _LONG]
        prose.leave_out((line for line in lines if line not in prose.sections[section]), BESIDE_TABLE)

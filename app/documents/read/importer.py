"""Read a published annual report: the content decides the format, the labels decide the cells."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from app.documents.formats import JSON, format_of
from app.documents.read.blocks import Aside, Block, Grid, Paragraph, check_size
from app.documents.read.characters import ordinary, ordinary_blocks
from app.documents.read.cut_off import cut_off
from app.documents.read.errors import NotAReport
from app.documents.read.formats.docx import parsing_once
from app.documents.read.forms import form_of
from app.documents.read.inspect import has_pictures, remnants_of
from app.documents.read.metadata import read_period, read_profile, read_signature
from app.documents.read.misplaced import misplaced_tables
from app.documents.read.organ_properties import from_properties
from app.documents.read.problems import read_problems
from app.documents.read.prose import Prose, read_prose
from app.documents.read.second_report import start_of_second
from app.documents.read.source_text import Page, page_of
from app.documents.read.tables.form_tables import read_tables
from app.documents.read.tables.label_remarks import label_remarks
from app.documents.read.tables.own_year import of_own_year
from app.documents.read.titles import find_title, organ_in
from app.input_files import DoubleKeyError, InputFileError, content_of, json_of
from app.schema_versions import unknown_names, why_refused
from sections.facts import FACTS, SUBJECTS
from sections.form.elements import UNNAMED_TOPICS
from sections.language.statement import Statement
from sections.language.statements import OWN_ITEMS
from sections.report.figures import figures_of, said_in
from sections.report.parts import (
    REMNANT_LABELS,
    LeftOut,
    Other,
    Overview,
    Problems,
    Profile,
    Remnant,
    Signature,
)
from sections.report.report import SCHEMA, Report
from sections.report.values import Kind, LocalItem, Quantity, Value

__all__ = ["NotAReport", "Page", "read_report", "read_with_page"]

T = TypeVar("T")

MOST_BYTES: Final = 60 * 1024 * 1024
_SENTENCE: Final = 16
"""Characters of a text that is told, and fewer than any sentence worth telling."""
_TITLE: Final = 40
_ANOTHER: Final = "文件里的另一份年报"
_KEYS: Final = frozenset({"unit", "year", "proactive", "requests", "disputes"})
"""What a report in JSON has at least."""
_ITSELF: Final = re.compile(r"本(?:年度)?(?:工作)?(?:年度)?(?:报告|年报)|(?:统计|数据).{0,6}期限")
_RESAVE: Final = "请在 WPS 或 Word 中打开它，另存为 .docx 后再导入。"
_NO_TABLES: Final = "三张表都没有找到，可能在附件里。请下载附件，或者找到 Word 原件后再导入一次。"
_PICTURED: Final = "三张表都没有找到，文件里有图片，表格可能是图片。请找到 Word 原件后再导入一次。"
_CHECK: Final = "请确认选择的是政府信息公开工作年度报告，附件请先下载再导入。"


def read_report(path: Path) -> Report:
    """The report in the file ``path``, a document or our own JSON; what is not certain is None and listed in
    ``unread``.

    Raises ``NotAReport`` with one Chinese sentence for anything that is no readable report."""
    content = _content(path)
    if _is_json(path, content):
        return _from_json(path.name, content)
    return _from_blocks(content, lambda blocks, aside: _report(blocks, aside, path.stem, content))


def read_with_page(path: Path) -> tuple[Report, Page]:
    """The report, and the text of its source to hold it against (JSON has none). Raises ``NotAReport``."""
    content = _content(path)
    if _is_json(path, content):
        report = _from_json(path.name, content)
        return report, page_of([], report.form)
    return _from_blocks(
        content,
        lambda blocks, aside: (_report(blocks, aside, path.stem, content), page_of(blocks, form_of(blocks))),
    )


def _content(path: Path) -> bytes:
    try:
        content = content_of(path, MOST_BYTES)
    except InputFileError as error:
        raise NotAReport(error.message, "请选择一份年报文件。") from error
    except IsADirectoryError as error:
        raise NotAReport(f"「{path.name}」是一个文件夹，没有读取。", "请选择一份年报文件。") from error
    except OSError as error:
        raise NotAReport(
            f"无法打开文件「{path.name}」。", "请确认文件存在，并且没有被其他程序占用。"
        ) from error
    if not content.strip():
        raise NotAReport("文件是空的。", _CHECK)
    return content


def _is_json(path: Path, content: bytes) -> bool:
    return path.suffix.lower() == ".json" or format_of(content) is JSON


def _from_json(name: str, content: bytes) -> Report:
    """The report in a JSON file of ours (see ``nianbao schema``)."""
    try:
        data = json_of(content)
        if not isinstance(data, dict) or not (data.get("schema") or data.keys() >= _KEYS):
            raise ValueError
        _refuse_other_version(name, data)
        report = Report.model_validate(data)
        unknown = list(unknown_names(data, report.model_dump(mode="json", by_alias=True)))
    except DoubleKeyError as error:
        raise NotAReport(f"{name} 里“{error}”写了两次，没有读取。", "请只留一处。") from error
    except ValidationError as error:
        report, unknown = Report(), list(_forbidden(error))
        if not unknown:
            raise NotAReport(f"{name} 不是年报 JSON。", "格式说明见 nianbao schema。") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise NotAReport(f"{name} 不是年报 JSON。", "格式说明见 nianbao schema。") from error
    if unknown:
        names = "、".join(unknown[:5]) + (f"等{len(unknown)}处" if len(unknown) > 5 else "")
        raise NotAReport(f"{name} 里有不认识的内容（{names}），没有读取。", "格式说明见 nianbao schema。")
    return report


def _forbidden(error: ValidationError) -> Iterator[str]:
    """The names in JSON data that a part of a report has no place for."""
    for each in error.errors():
        inner = each.get("ctx", {}).get("error")
        if each["type"] == "extra_forbidden":
            yield ".".join(map(str, each["loc"]))
        elif isinstance(inner, ValidationError):
            yield from _forbidden(inner)


def _refuse_other_version(name: str, data: dict[str, Any]) -> None:
    """Raise ``NotAReport`` for a report JSON of another version, by its number."""
    found = str(data.get("schema", SCHEMA))
    if found.startswith(SCHEMA.rpartition("/")[0]) and (other := why_refused(found, SCHEMA)):
        raise NotAReport(f"{name} {other}。", "请更新年报助手后再读取。")


def _from_blocks(content: bytes, made: Callable[[list[Block], list[LeftOut]], T]) -> T:
    """What is made of the blocks of a document, and of what its reader kept out."""
    _refuse_pictures(content)
    try:
        with parsing_once():
            read = format_of(content).blocks(content)
            blocks = [block for block in read if not isinstance(block, Aside)]
            check_size(blocks)
            aside = ((ordinary(one.text), one.reason) for one in read if isinstance(one, Aside))
            kept_out = [LeftOut(text=text, reason=reason) for text, reason in aside if text]
            blocks = ordinary_blocks(blocks)
            end = start_of_second(blocks)
            return made(blocks[:end], [*kept_out, *_of_another(blocks[end:])])
    except (RecursionError, MemoryError) as error:
        raise NotAReport("文件的结构过于复杂，没有读取。", _RESAVE) from error


def _of_another(blocks: Iterable[Block]) -> Iterator[LeftOut]:
    """The lines of another report in the same file."""
    for block in blocks:
        texts = (
            block.text.split("\n")
            if isinstance(block, Paragraph)
            else [" ".join(cell.text for cell in row) for row in block.rows]
        )
        yield from (LeftOut(text=text, reason=_ANOTHER) for text in texts if text.strip())


def _refuse_pictures(data: bytes) -> None:
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")):
        raise NotAReport("这是图片或扫描件，读不出文字。", "请导入年报的 Word 原件（.docx）。")


def _report(blocks: list[Block], aside: list[LeftOut], name: str, content: bytes) -> Report:
    """The report that the blocks of the file of that name and content hold; ``aside`` belongs to none."""
    prose = read_prose(blocks)
    form = form_of(blocks)
    itself = _of_itself(prose)
    period = read_period(itself)
    year = prose.year or (period.end.year if period else _year_in(prose))
    own = of_own_year(blocks, form, year)
    cells = read_tables(own.blocks, form)
    grids = [block for block in own.blocks if isinstance(block, Grid)]
    read = sum(number is not None for number in cells.numbers.values())
    if not _is_report(prose, read):
        raise NotAReport("文件里没有找到年报：既没有年报的各部分标题，也没有年报的表格。", _CHECK)
    paragraphs = _paragraphs(prose)
    other, signature = read_signature(prose.sections.get("other", []), prose.organ)
    taken_from = _name_organ(prose, signature, name)
    profile = read_profile(prose.organ, itself).model_copy(update=from_properties(content, prose.organ))
    problems = Problems(text=prose.text("problems"), items=read_problems(prose.text("problems")))
    paragraphs |= {"other.matters": "\n".join(other)} if other else {}
    told = paragraphs | ({UNNAMED_TOPICS: prose.unnamed} if prose.unnamed else {})
    said = said_in(told, year, prose.organ)
    remnants = remnants_of(content)
    return Report.from_cells(
        cells.numbers, unit=prose.organ, year=year, form=form.id, title=prose.title,
        headings=prose.headings, period=period, profile=profile, opening=prose.opening,
        overview=Overview(text=prose.text("overview"), lead=prose.lead, topics=prose.topics),
        problems=problems, other=Other(text="\n".join(other)), signature=signature, paragraphs=paragraphs,
        facts=_facts(said.statements, profile, problems), figures=tuple(figures_of(said.statements)),
        unread=cells.unread,
        remarks=(*cells.remarks, *label_remarks(grids, form), *misplaced_tables(own.blocks, form)),
        left_out=(*prose.left_out, *aside, *own.left_out()), remnants=remnants,
        texts={section: text for section in form.tables if (text := prose.text(section))},
        notes=(
            *cells.notes, *own.notes(), *taken_from, *([] if read else [_no_tables(content)]),
            *_missing(prose, year), *cut_off(content, form, prose.headings),
            *_left_out(prose), *_another(aside), *_carried(remnants), *_disputed(said.disputed),
        ),
    )  # fmt: skip


def _is_report(prose: Prose, read: int) -> bool:
    named = "公开" in prose.title + prose.opening + "".join(prose.headings.values())
    return (read >= 15 and (named or len(prose.headings) >= 1)) or (named and len(prose.headings) >= 3)


def _of_itself(prose: Prose) -> str:
    """Where the report speaks of itself: its opening, and such paragraphs of the first and the last part."""
    lines = [*prose.lead.split("\n"), *prose.sections.get("other", [])]
    return "\n".join([prose.opening, *(line for line in lines if _ITSELF.search(line))])


def _paragraphs(prose: Prose) -> dict[str, str]:
    named = {"opening": prose.opening, "overview.lead": prose.lead}
    named |= {f"overview.{topic}": text for topic, text in prose.topics.items()}
    named["problems.found"] = prose.text("problems")
    return {key: text for key, text in named.items() if text}


def _year_in(prose: Prose) -> int:
    match = re.search(r"(20\d{2})年", prose.lead + prose.text("overview"))
    return int(match[1]) if match else 0


def _name_organ(prose: Prose, signature: Signature | None, name: str) -> list[str]:
    """Take the organ from the opening, the signature or the file's name where no title has it, and say so."""
    if prose.organ:
        return []
    titled = find_title([name])
    for organ, source in (
        (organ_in(prose.opening), "开头的说明"),
        (signature.organ if signature else "", "文末的落款"),
        (titled.organ if titled else "", "文件名"),
    ):
        if organ:
            prose.organ = organ
            return [f"文中没有标题，单位名称“{organ}”取自{source}，请核对。"]
    return []


def _carried(remnants: Iterable[Remnant]) -> list[str]:
    """What a Word file carries that must not be published with it; running heads and feet may be."""
    counts = Counter(REMNANT_LABELS[remnant.kind] for remnant in remnants if remnant.kind != "running")
    told = "、".join(f"{label}{count}处" for label, count in counts.items())
    return [f"Word文件里还有{told}，公布前请清理。"] if told else []


def _disputed(facts: Iterable[Sequence[Statement]]) -> list[str]:
    """Facts that the prose tells in different numbers, none of which is taken."""
    found: list[str] = []
    for said in facts:
        quotes = "、".join(f"“{one.quote}”" for one in said)
        found.append(f"“{SUBJECTS[said[0].subject].label}”前后说法不同（{quotes}），没有取用，请核对。")
    return found


def _left_out(prose: Prose) -> list[str]:
    """That whole sentences of the file stand nowhere in the report, and how they begin."""
    sentences = [
        left_out.text
        for left_out in prose.left_out
        if "。" in left_out.text and len(left_out.text) > _SENTENCE
    ]
    begun = "、".join(f"“{text[:_SENTENCE]}……”" for text in sentences[:3])
    return [f"有{len(sentences)}段文字不属于年报的任何一部分，没有读入：{begun}。"] if sentences else []


def _another(aside: Iterable[LeftOut]) -> list[str]:
    """That the file holds another report, and how it begins."""
    first = next((one.text for one in aside if one.reason == _ANOTHER), "")
    begun = f"文件里还有另一份年报（从“{first[:_TITLE]}”起），没有读入，请另存为一个文件再导入。"
    return [begun] if first else []


def _no_tables(content: bytes) -> str:
    return _PICTURED if has_pictures(content) else _NO_TABLES


def _missing(prose: Prose, year: int) -> list[str]:
    notes = [] if prose.organ else ["没有找到单位名称，请补充。"]
    return notes if year else [*notes, "没有找到年报的年份，请补充。"]


def _facts(said: list[Statement], profile: Profile, problems: Problems) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    items: list[LocalItem] = []
    for statement in said:
        fact = FACTS.get(statement.subject)
        if statement.subject == OWN_ITEMS:
            items.append(LocalItem(statement.name, _quantity(statement), statement.measure))
        elif fact is not None and fact.kind is Kind.COUNT:
            facts[fact.id] = _quantity(statement)
        elif fact is not None and statement.value is not None:
            facts[fact.id] = statement.value
    stated: dict[str, Any] = profile.model_dump()
    facts |= {f"profile.{key}": value for key, value in stated.items() if value and isinstance(value, str)}
    if items:
        facts["platform.items"] = tuple(items)
    if problems.items:
        facts["problems.items"] = tuple(problem.problem for problem in problems.items)
        facts |= {
            f"problems.measure:{problem.problem}": problem.measure
            for problem in problems.items
            if problem.measure
        }
    return facts


def _quantity(statement: Statement) -> Quantity:
    return statement.quantity or Quantity(0, str(statement.value))

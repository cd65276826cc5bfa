"""Copies of checked files with the findings at their places: what an office in charge sends back to a unit.

A Word document gets comments, and nothing else of it changes: no run is parted, no text, format or other part
is touched. Any other file is shown as a page of its text with the findings marked in it."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.checking.editable_files import BROKEN
from app.checking.place_names import place_name
from app.checking.results import Checked
from app.clean_text import cleaned
from app.documents.atomic_files import save
from app.documents.errors import DocumentError
from app.documents.page_template import page_template
from sections.rules.base import Finding

if TYPE_CHECKING:
    from markupsafe import Markup

    from sections.report.report import Report

_MARK: Final = "（检查意见）"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AUTHOR: Final = "年报助手"
_GONE: Final = (f"{_W}del", f"{_W}moveFrom")


def annotate(checked: Checked, folder: Path, at: dt.datetime) -> Path:
    """Write the copy of a checked file with its findings into ``folder``; its place.

    Raises ``DocumentError`` where a copy is there already or the file is damaged."""
    path = Path(checked.target)
    is_word = path.read_bytes()[:2] == b"PK" and path.suffix.lower() in {".docx", ".docm"}
    target = folder / f"{path.stem}{_MARK}{path.suffix if is_word else '.html'}"
    if target.exists():
        raise DocumentError(f"{target.name} 已经存在，没有覆盖。", "请先把它移走或改名。")
    try:
        data = _commented(path, checked, at) if is_word else _page(path, checked).encode()
    except BROKEN as error:
        raise DocumentError(
            "文件有一部分已经损坏，不能加批注。", "请在 WPS 或 Word 中另存以后再试。"
        ) from error
    save(target, data)
    return target


def words_of(finding: Finding) -> str:
    """What a comment says: the finding, and what to do."""
    from sections.rules.run import RULES

    said = cleaned(finding.message)
    head = f"【{'已核对' if finding.answer else finding.severity.label} {finding.code}】{said}"
    if finding.answer:
        return f"{head}\n核对无误：{cleaned(finding.answer)}"
    how = next((rule.how for rule in RULES if rule.code == finding.code), "")
    return f"{head}\n怎样改：{how}" if how else head


def _commented(path: Path, checked: Checked, at: dt.datetime) -> bytes:
    from docx import Document

    document = Document(io.BytesIO(path.read_bytes()))
    places = _Places(document.element.body, checked)
    for finding in checked.findings:
        made = document.comments.add_comment(words_of(finding), _AUTHOR, "年报")
        made._comment_elm.date = at
        _attach(places.of(finding), made.comment_id)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Places:
    """The paragraphs of a document by what stands in them."""

    def __init__(self, body: Any, checked: Checked) -> None:
        self._paragraphs = [(one, _text(one)) for one in body.iter(f"{_W}p")]
        self._checked = checked

    def of(self, finding: Finding) -> tuple[Any, str]:
        """The paragraph of a finding, with the words of it that are meant: by its quote, the label of its
        row, the heading of its part, or the first paragraph."""
        form = self._checked.form
        quotes = [line for line in finding.quote.strip("…").split("\n") if line.strip()]
        wanted = [piece for quote in quotes[:1] for piece in (quote, *quote.split("……")) if len(piece) > 1]
        if finding.where in form.places:
            wanted = [part for part in reversed(form.label(finding.where).split("·")) if len(part) > 2]
        for words in wanted:
            for paragraph, text in self._paragraphs:
                if words in text:
                    return paragraph, words
        for words in (place_name(form, finding.where), form.headings.get(finding.section, "")):
            for paragraph, text in self._paragraphs:
                if words and words.split("、")[-1] in text:
                    return paragraph, text
        return next(((paragraph, text) for paragraph, text in self._paragraphs if text), self._paragraphs[0])


def _text(paragraph: Any) -> str:
    return "".join(_run_text(run) for run in _runs(paragraph))


def _runs(paragraph: Any) -> list[Any]:
    """The runs of a paragraph itself, without what was deleted."""
    return [
        run
        for run in paragraph.iter(f"{_W}r")
        if next(run.iterancestors(f"{_W}p")) is paragraph and next(run.iterancestors(*_GONE), None) is None
    ]


def _run_text(run: Any) -> str:
    return "".join(one.text or "" for one in run.iter(f"{_W}t"))


def _attach(place: tuple[Any, str], number: int) -> None:
    """The marks of a comment around the runs that hold the words, none of which is parted."""
    from docx.oxml.parser import OxmlElement

    def made(name: str) -> Any:
        element = OxmlElement(f"w:{name}")
        element.set(f"{_W}id", str(number))
        return element

    paragraph, words = place
    runs = _holding(_runs(paragraph), words)
    reference = OxmlElement("w:r")
    reference.append(made("commentReference"))
    if runs:
        runs[0].addprevious(made("commentRangeStart"))
        runs[-1].addnext(reference)
        runs[-1].addnext(made("commentRangeEnd"))
    else:
        paragraph.extend((made("commentRangeStart"), made("commentRangeEnd"), reference))


def _holding(runs: Sequence[Any], words: str) -> list[Any]:
    texts = [_run_text(run) for run in runs]
    start = "".join(texts).find(words)
    end, at, found = start + len(words), 0, []
    for run, text in zip(runs, texts, strict=True):
        if text and max(start, at) < min(end, at + len(text)):
            found.append(run)
        at += len(text)
    return found or list(runs)


def _page(path: Path, checked: Checked) -> str:
    """The text of a file as a page: the findings in front, each marked where its words stand."""
    from app.documents.read.importer import read_report

    numbered = list(enumerate(checked.findings, start=1))
    page = page_template(Path(__file__).parent, "annotated.html").render(
        checked=checked,
        numbered=numbered,
        words=words_of,
        place=lambda finding: place_name(checked.form, finding.where),
        paragraphs=[_marked(line, numbered) for line in _lines(read_report(path))],
    )
    return cleaned(page)


def _lines(report: "Report") -> Iterator[str]:
    from app.documents.write.text import write_text

    yield from write_text(report).decode().splitlines()


def _marked(line: str, numbered: Iterable[tuple[int, Finding]]) -> "Markup":
    """A line with the words of findings marked and numbered, everything in it escaped."""
    from markupsafe import Markup

    spots: list[tuple[int, int, int]] = []
    for number, finding in numbered:
        quote = finding.quote.strip("…").split("……")[0]
        start = line.find(quote) if len(quote) > 1 else -1
        if start >= 0 and all(end <= start or start + len(quote) <= begin for begin, end, _ in spots):
            spots.append((start, start + len(quote), number))
    made, at = "", 0
    for start, end, number in sorted(spots):
        made += f"{escape(line[at:start])}<mark>{escape(line[start:end])}</mark><sup>{number}</sup>"
        at = end
    return Markup(made + escape(line[at:]))

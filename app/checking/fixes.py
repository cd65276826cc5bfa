"""Safe fixes made in a copy of the file: words and cells replaced in place, everything else untouched.

Word documents, web pages and texts are mended in place; of other files (PDF, .doc) it is only told what they
would need. A copy is read again before it is written: no number may differ but those that were meant."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.documents.atomic_files import save, written_apart
from app.documents.errors import DocumentError
from sections.errors import NianbaoError
from sections.rules.base import Finding, Fix, Severity

if TYPE_CHECKING:
    from app.checking.editable_files import Copy
    from sections.form.model import Form
    from sections.report.cells import Number
    from sections.report.report import Report

_MARK: Final = "（已改正）"
_PROBE: Final = 70_001
"""Numbers that no report has: put into cells to see which of them a reader takes for a field."""

_TWO_SIDES: Final = frozenset(
    {"NB201", "NB301", "NB302", "NB303", "NB401", "NB602", "NB915"}
    | {f"NB9{number}" for number in (11, 12, 13, 21, 22, 23, 24, 25, 26, 27, 28, 31, 32, 38, 39)}
    | {f"NB9{number}" for number in (41, 42, 43, 44, 45, 47, 48)}
)
"""Rules that set two statements against each other."""
_DIFFERS: Final = ("改正后的文件重新检查时与预想的不一致，没有写出。", "请打开原文件手工改正。")


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy that was written (None when nothing could be mended), and what was and was not mended."""

    path: Path | None
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]
    undecided: tuple[Finding, ...] = ()
    """Errors and warnings of which no program can say how they are to be corrected."""


def mend(path: Path, findings: Iterable[Finding], again: Callable[[Path], Sequence[Finding]]) -> Mended:
    """Write a copy of ``path`` with the safe fixes of ``findings`` made; the original stays as it is.

    ``again`` checks a file as ``path`` was. Raises ``DocumentError`` when the copy is there already or
    cannot be written."""
    from app.checking.editable_files import BROKEN, copy_of

    findings = tuple(findings)
    wanted = tuple(finding for finding in findings if finding.fix is not None)
    target = path.with_name(f"{path.stem}{_MARK}{path.suffix}")
    try:
        copy = copy_of(path) if wanted else None
        if copy is None:
            return Mended(None, (), wanted, _undecided(findings))
        if target.exists():
            raise DocumentError(f"{target.name} 已经存在，没有覆盖。", "请先把它移走或改名。")
        done, after = _applied(copy, path, findings, again)
        if done:
            save(target, copy.data())
    except BROKEN as error:
        raise DocumentError(
            "文件有一部分已经损坏，不能改正。", "请在 WPS 或 Word 中另存以后再试。"
        ) from error
    left = tuple(finding for finding in wanted if finding in after)
    return Mended(target if done else None, tuple(done), left, _undecided(after))


def _applied(
    copy: "Copy", path: Path, findings: Sequence[Finding], again: Callable[[Path], Sequence[Finding]]
) -> tuple[list[Finding], Sequence[Finding]]:
    """Make the fixes: cells first, then those of the words that are still wrong beside the cells.

    What was mended, and what is found in the copy."""
    from app.documents.read.importer import read_report

    original = read_report(path)
    done = _cells(copy, path.suffix, original, [f for f in findings if f.fix and f.fix.value is not None])
    with written_apart(copy.data(), path.suffix) as file:
        still = again(file) if done else findings
    done += [
        finding for finding in still if finding.fix and finding in findings and _words(copy, finding.fix)
    ]
    with written_apart(copy.data(), path.suffix) as file:
        _compare(original, read_report(file), done)
        after = again(file)
    _no_new_error(findings, after)
    return done, after


def _undecided(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        finding for finding in findings if finding.fix is None and finding.severity is not Severity.INFO
    )


def _words(copy: "Copy", fix: Fix) -> bool:
    """Replace words; of a fix over several paragraphs only the one that changes."""
    old, new = fix.old.split("\n"), fix.new.split("\n")
    if not fix.old or len(old) != len(new):
        return False
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return len(changed) == 1 and copy.replace(*changed[0])


def _cells(copy: "Copy", suffix: str, original: "Report", findings: Sequence[Finding]) -> list[Finding]:
    """Mend cells: the reader itself says which cell of the file a field is, by a number put there."""
    from app.documents.read.importer import read_report

    printed = {finding: _printed(original, finding) for finding in findings}
    places = copy.cells(set(printed.values())) if findings else []
    before = [place.text for place in places]
    for number, place in enumerate(places, start=_PROBE):
        place.text = str(number)
    found: dict[Number | None, Finding] = {}
    with written_apart(copy.data(), suffix) as file, suppress(NianbaoError):
        report = read_report(file) if places else original
        found = {report.number(finding.where): finding for finding in findings}
    done = []
    for number, (place, text) in enumerate(zip(places, before, strict=True), start=_PROBE):
        finding = found.get(number)
        place.text = text
        if finding is not None and finding.fix is not None and text.strip() == printed[finding]:
            place.text = str(finding.fix.value)
            done.append(finding)
    return done


def _printed(original: "Report", finding: Finding) -> str:
    """What the cell of a finding holds: its number, or the raw text where that is none."""
    number = original.number(finding.where)
    return finding.quote.strip() if number is None else str(number)


def _compare(original: "Report", mended: "Report", done: Iterable[Finding]) -> None:
    """Raise ``DocumentError`` unless the copy reads as the original but for the cells that were mended."""
    meant = {finding.fix.where: finding.fix.value for finding in done if finding.fix}
    for field in original.form.paths:
        value = meant.get(field)
        if mended.number(field) != (original.number(field) if value is None else value):
            raise DocumentError(*_DIFFERS)


def _no_new_error(before: Iterable[Finding], after: Iterable[Finding]) -> None:
    """Raise ``DocumentError`` when the copy has an error that the original did not have."""
    known = {(finding.code, finding.where) for finding in before}
    if any(f.severity is Severity.ERROR and (f.code, f.where) not in known for f in after):
        raise DocumentError(*_DIFFERS)


def mended_lines(mended: Mended, form: "Form") -> Iterator[str]:
    """What was mended and what was not, line by line; places in the words of the report's form."""
    if mended.path is not None:
        yield f"  已改正{len(mended.done)}处，写入 {mended.path.name}，原文件没有改动："
        yield from _each(mended.done, form)
    if mended.left:
        yield f"  这{len(mended.left)}处在文件里找不准位置，或者这种文件不能直接修改，请手工改正："
        yield from _each(mended.left, form)
    if mended.path is None and not mended.left:
        yield "  没有可以自动改正的问题。"
    if mended.undecided:
        yield f"  另有{len(mended.undecided)}处没有改动，请核对后手工改正："
        yield from _each_undecided(mended.undecided, form)


def _each_undecided(findings: Iterable[Finding], form: "Form") -> Iterator[str]:
    """What was left alone, each with the reason."""
    from app.checking.place_names import place_name
    from sections.rules.run import RULES

    how = {rule.code: rule.how for rule in RULES}
    for finding in findings:
        quote = f"“{excerpt_of(finding.quote)}”" if finding.quote else ""
        why = "两处说法不一，不能断定哪一处有误" if finding.code in _TWO_SIDES else "应怎样写，要由人来定"
        yield f"    {finding.code} {place_name(form, finding.where)}{quote}：{why}。{how[finding.code]}"


def excerpt_of(quote: str, most: int = 24) -> str:
    """The beginning of a quote, in one line."""
    line = " ".join(quote.split())
    return line if len(line) <= most else f"{line[:most]}……"


def _each(findings: Iterable[Finding], form: "Form") -> Iterator[str]:
    from app.checking.place_names import place_name

    for finding in findings:
        fix: Fix | None = finding.fix
        if fix is not None:
            yield f"    {finding.code} {place_name(form, finding.where)}：{fix.label}"

"""Safe fixes made in a copy of the file: words and cells replaced in place, everything else untouched.

Word documents, web pages and texts are mended in place; of other files (PDF, .doc) it is only told what they
would need. A copy is read again before it is written: no number may differ but those that were meant."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.documents.errors import DocumentError
from app.documents.files import save
from sections.errors import NianbaoError
from sections.findings import Finding, Fix

if TYPE_CHECKING:
    from app.checking.copies import Copy
    from sections.report import Report

_MARK: Final = "（已改正）"
_PROBE: Final = 70_001
"""Numbers that no report has: put into cells to see which of them a reader takes for a field."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy that was written (None when nothing could be mended), and what was and was not mended."""

    path: Path | None
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend(path: Path, findings: Iterable[Finding]) -> Mended:
    """Write a copy of ``path`` with the safe fixes of ``findings`` made; the original stays as it is.

    Raises ``DocumentError`` when a file of the copy's name is there, or the place cannot be written."""
    from app.checking.copies import BROKEN

    try:
        return _mended(path, tuple(finding for finding in findings if finding.fix is not None))
    except BROKEN as error:
        raise DocumentError(
            "文件有一部分已经损坏，不能改正。", "请在 WPS 或 Word 中另存以后再试。"
        ) from error


def _mended(path: Path, wanted: tuple[Finding, ...]) -> Mended:
    from app.checking.copies import copy_of

    copy = copy_of(path) if wanted else None
    if copy is None:
        return Mended(None, (), wanted)
    target = path.with_name(f"{path.stem}{_MARK}{path.suffix}")
    if target.exists():
        raise DocumentError(f"{target.name} 已经存在，没有覆盖。", "请先把它移走或改名。")
    done = [finding for finding in wanted if finding.fix and finding.fix.old and copy.replace(finding.fix)]
    done += _cells(copy, path.suffix, [f for f in wanted if f.fix and f.fix.value is not None])
    if not done:
        return Mended(None, (), wanted)
    data = copy.data()
    _compare(path, _read(data, path.suffix), done)
    save(target, data)
    return Mended(target, tuple(done), tuple(finding for finding in wanted if finding not in done))


def _read(data: bytes, suffix: str) -> "Report":
    from app.documents.any import read_any

    with tempfile.TemporaryDirectory(prefix="nianbao-") as folder:
        path = Path(folder) / f"copy{suffix}"
        path.write_bytes(data)
        return read_any(path)


def _cells(copy: "Copy", suffix: str, findings: Sequence[Finding]) -> list[Finding]:
    """Mend cells: the reader itself says which cell of the file a field is, by a number put there."""
    places = copy.cells({finding.quote for finding in findings}) if findings else []
    if not places:
        return []
    before = [place.text for place in places]
    for number, place in enumerate(places, start=_PROBE):
        place.text = str(number)
    try:
        report = _read(copy.data(), suffix)
        found = {report.number(finding.where): finding for finding in findings}
    except NianbaoError:
        found = {}
    done = []
    for number, (place, text) in enumerate(zip(places, before, strict=True), start=_PROBE):
        finding = found.get(number)
        place.text = text
        if finding is not None and finding.fix is not None and text.strip() == finding.quote:
            place.text = str(finding.fix.value)
            done.append(finding)
    return done


def _compare(path: Path, mended: "Report", done: Iterable[Finding]) -> None:
    """Raise ``DocumentError`` unless the copy reads as the original but for the cells that were mended."""
    from app.documents.any import read_any
    from sections.form import table_fields

    meant = {finding.fix.where: finding.fix.value for finding in done if finding.fix}
    original = read_any(path)
    for field in table_fields():
        value = meant.get(field)
        if mended.number(field) != (original.number(field) if value is None else value):
            raise DocumentError("改正后的文件重新读取时与原文不一致，没有写出。", "请打开原文件手工改正。")


def told(mended: Mended) -> Iterator[str]:
    """What was mended and what was not, line by line."""
    if mended.path is not None:
        yield f"  已改正{len(mended.done)}处，写入 {mended.path.name}，原文件没有改动："
        yield from _each(mended.done)
    if mended.left:
        yield f"  这{len(mended.left)}处在文件里找不准位置，或者这种文件不能直接修改，请手工改正："
        yield from _each(mended.left)
    if mended.path is None and not mended.left:
        yield "  没有可以自动改正的问题。"


def _each(findings: Iterable[Finding]) -> Iterator[str]:
    from app.checking.places import place_name

    for finding in findings:
        fix: Fix | None = finding.fix
        if fix is not None:
            yield f"    {finding.code} {place_name(finding.where)}：{fix.label}"

"""Safe fixes made in a copy of the file: words replaced where they stand exactly once, formats untouched."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.documents.errors import DocumentError
from app.documents.files import save
from sections.findings import Finding, Fix

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_MARK: Final = "（已改正）"
_TEXTS: Final = (".txt", ".md", ".text", ".markdown")


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy that was written (None when nothing could be mended), and what was and was not mended."""

    path: Path | None
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend(path: Path, findings: Iterable[Finding]) -> Mended:
    """Write a copy of ``path`` with the safe fixes of ``findings`` made; the original stays as it is.

    Raises ``DocumentError`` when a file of the copy's name is there, or the place cannot be written."""
    with_fix = [finding for finding in findings if finding.fix is not None]
    target = path.with_name(f"{path.stem}{_MARK}{path.suffix}")
    if not with_fix:
        return Mended(None, (), ())
    edit = _docx if path.suffix.lower() == ".docx" else _text if path.suffix.lower() in _TEXTS else None
    if edit is None:
        return Mended(None, (), tuple(with_fix))
    if target.exists():
        raise DocumentError(f"{target.name} 已经存在，没有覆盖。", "请先把它移走或改名。")
    data, done = edit(path, with_fix)
    if done:
        save(target, data)
    return Mended(target if done else None, tuple(done), tuple(f for f in with_fix if f not in done))


def _text(path: Path, findings: list[Finding]) -> tuple[bytes, list[Finding]]:
    from app.documents.read.text import decode

    raw = path.read_bytes()
    text = decode(raw)
    done: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is not None and fix.old and text.count(fix.old) == 1:
            text = text.replace(fix.old, fix.new)
            done.append(finding)
    return text.encode("utf-8"), done


def _docx(path: Path, findings: list[Finding]) -> tuple[bytes, list[Finding]]:
    from docx import Document

    document = Document(str(path))
    done = [finding for finding in findings if finding.fix is not None and _replaced(document, finding.fix)]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), done


def _replaced(document: "Document", fix: Fix) -> bool:
    """Replace the words of a fix where the text outside the tables holds them once."""
    from docx.oxml.ns import qn

    if not fix.old:
        return False
    texts = [list(paragraph._p.iter(qn("w:t"))) for paragraph in document.paragraphs]
    holding = [parts for parts in texts if fix.old in _joined(parts)]
    if len(holding) != 1 or _joined(holding[0]).count(fix.old) != 1:
        return False
    _replace(holding[0], fix)
    return True


def _joined(parts: "list[_Element]") -> str:
    return "".join(part.text or "" for part in parts)


def _replace(parts: "list[_Element]", fix: Fix) -> None:
    """The new words take the format of the first of the old ones."""
    from docx.oxml.ns import qn

    start = _joined(parts).index(fix.old)
    end, at, rest = start + len(fix.old), 0, fix.new
    for part in parts:
        text = part.text or ""
        first, last = max(start, at), min(end, at + len(text))
        if first < last:
            part.text = text[: first - at] + rest + text[last - at :]
            part.set(qn("xml:space"), "preserve")
            rest = ""
        at += len(text)


def told(mended: Mended) -> Iterator[str]:
    """What was mended, line by line."""
    if mended.path is not None:
        yield f"  已改正{len(mended.done)}处，写入 {mended.path.name}，原文件没有改动。"
        yield from (f"    {finding.code} {finding.fix.label}" for finding in mended.done if finding.fix)
    if mended.left:
        yield f"  另有{len(mended.left)}处要手工改正（不在可以改动的正文里，或者同样的文字不止一处）。"
    if mended.path is None and not mended.left:
        yield "  没有可以自动改正的问题。"

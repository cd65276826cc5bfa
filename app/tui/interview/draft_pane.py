"""The live draft beside the question: its paragraphs with the just-changed sentences, and what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.session.views import Paragraph
from app.tui.text.cell_width import width
from app.tui.text.rows import Row, labelled, marked, row, wrapped
from app.tui.widgets.rows_view import RowsView
from sections.rules.base import Finding, Severity

_STYLES: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "muted"}
NOTHING_YET: Final = "回答问题以后，这里会出现草稿。"
MOST_FINDINGS: Final = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: paragraphs, and the findings that concern the same part."""

    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]


class DraftPane(RowsView):
    """Paragraphs can be stood on and chosen, which means: edit this one."""

    def show_draft(self, shown: Shown) -> None:
        """Show it, the just-changed sentence in sight."""
        changed = [paragraph.key for paragraph in shown.paragraphs if paragraph.changed]
        self.show(lambda room: draft_rows(shown, room), changed[0] if changed else None)
        place = next((n for n, line in enumerate(self.rows) if line.pieces[:1] == (("▌", "accent"),)), 0)
        last = place + max(self.size.height - 3, 1)
        top = 0 if last < self.size.height else max(place - 2, 0)
        self.scroll_to(y=top, animate=False, force=True, immediate=True)


def draft_rows(shown: Shown, room: int) -> list[Row]:
    """The lines of the pane."""
    rows: list[Row] = []
    heading = ""
    for paragraph in shown.paragraphs:
        rows += [*paragraph_rows(paragraph, room, paragraph.heading != heading), row("")]
        heading = paragraph.heading
    if not shown.paragraphs:
        rows += [*wrapped(NOTHING_YET, room, "muted"), row("")]
    return rows + finding_rows(shown.findings, room)


def paragraph_rows(paragraph: Paragraph, room: int, headed: bool = True) -> list[Row]:
    """A paragraph under its heading, and what is to be known of it when a person edited it."""
    heading = paragraph.heading if headed else ""
    note = "（手工修改过）" if paragraph.edited else ""
    rows = [Row(((heading, "strong"), (note, "muted")), paragraph.key)] if heading or note else []
    rows += marked(paragraph.text, list(_changed(paragraph)), room, paragraph.key)
    if paragraph.stale:
        pairs = "，".join(f"{old}→{new}" for old, new in paragraph.stale)
        rows += labelled(
            "! ", f"数字有变：{pairs}。按 F9 打开，再按 F4 换成新数字。", room, "warning", paragraph.key
        )
    return rows


def _changed(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Where the just-changed sentences stand; nowhere in a text that a person wrote."""
    if paragraph.edited:
        return
    place = 0
    for sentence in paragraph.sentences:
        start = paragraph.text.find(sentence.text, place)
        if start < 0:
            continue
        place = start + len(sentence.text)
        if sentence.id in paragraph.changed:
            yield start, place


def finding_rows(findings: Sequence[Finding], room: int) -> list[Row]:
    """Findings, the gravest first; the rest are counted."""
    rows: list[Row] = []
    for finding in findings[:MOST_FINDINGS]:
        label = f"{finding.severity.label}："
        inside = " " * width(label)
        first, *more = labelled(label, finding.message, room)
        rows.append(Row(((label, _STYLES[finding.severity]), *first.pieces[1:])))
        rows += [Row(((inside, ""), *line.pieces[1:])) for line in more]
    if len(findings) > MOST_FINDINGS:
        rows.append(row(f"另有{len(findings) - MOST_FINDINGS}处，按 F7 查看。", "muted"))
    if findings:
        rows.append(row("按 F8 到该处。", "muted"))
    return rows

"""The conversation as lines: past questions and answers, the question, its choices, the closing page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.session.views import QuestionView
from app.tui.text.cell_width import width
from app.tui.text.rows import Row, labelled, row, wrapped
from prompts.question import Scope

SHORT: Final[dict[str, str]] = {
    "profile": "单位信息",
    "overview": "一、总体情况",
    "overview.proactive": "（一）主动公开",
    "overview.requests": "（二）依申请公开",
    "overview.management": "（三）信息管理",
    "overview.platform": "（四）平台建设",
    "overview.supervision": "（五）监督保障",
    "proactive": "二、主动公开 表",
    "requests": "三、申请办理 表",
    "disputes": "四、复议诉讼 表",
    "problems": "五、问题及改进",
    "other": "六、其他事项",
}
"""What a section is called where there is little room."""


def name_of(scope: Scope | str, topic: str = "") -> str:
    """Where a question belongs, in a few words."""
    return SHORT[scope] + SHORT.get(f"{scope}.{topic}", "")


@dataclass(frozen=True, slots=True)
class Past:
    """An answered question: its section, its words, the answer, and the change against last year."""

    id: str
    section: str
    text: str
    answer: str
    change: str = ""
    here: bool = False


def past_of(view: QuestionView, section: str, change: str, here: bool) -> Past:
    """What is shown of an answered question."""
    answer = "已跳过" if view.skipped and not view.answer else view.answer
    return Past(view.id, section, view.text, answer, change, here)


def past_rows(pasts: Iterable[Past], room: int) -> list[Row]:
    """Past questions and answers, with a line where a new section begins."""
    rows: list[Row] = []
    section = ""
    for past in pasts:
        if past.section != section:
            section = past.section
            rows.append(row(f"── {section} ".ljust(4), "muted"))
        rows += [Row(line.pieces, past.id) for line in wrapped(past.text, room, "muted", past.id)]
        mark = "● " if past.here else "› "
        line, *more = wrapped(past.answer, room - 2, "", past.id)
        change = f"  {past.change}" if past.change else ""
        fits = not more and width(line.text) + 2 + width(change) <= room
        rows.append(Row(((mark, "accent"), *line.pieces, (change if fits else "", "muted")), past.id))
        rows += [Row((("  ", ""), *other.pieces), past.id) for other in more]
        if change and not fits:
            rows.append(Row((("  " + past.change, "muted"),), past.id))
    return [*rows, row("")] if rows else rows


def choice_rows(view: QuestionView, marks: frozenset[int], room: int) -> list[Row]:
    """The choices, numbered; those in the answer box are marked."""
    rows: list[Row] = []
    wide = max((width(choice.value) for choice in view.choices), default=0)
    least = len(f"[x] {len(view.choices)} ") + wide + 2
    beside = all(least + width(choice.hint) <= room for choice in view.choices)
    for number, choice in enumerate(view.choices, 1):
        head = f"[{'x' if number in marks else ' '}] {number:>{len(str(len(view.choices)))}} "
        style = "strong" if number in marks else ""
        if choice.hint and beside:
            gap = " " * (wide - width(choice.value) + 2)
            pieces = ((head, ""), (choice.value, style), (gap + choice.hint, "muted"))
            rows.append(Row(pieces, str(number)))
        else:
            words = choice.value + (f"（{choice.hint}）" if choice.hint else "")
            rows += labelled(head, words, room, style, str(number))
    return rows


def closing_rows(left: Sequence[str], room: int, unanswered: int = 0) -> list[Row]:
    """The closing page: what is left, a line each; ``unanswered`` questions where one came here early."""
    more = f"还有{unanswered}题没有答，按 Ctrl+O 列出，Esc 回去接着答。"
    rows = [row(more if unanswered else "都回答完了，辛苦了。", "strong"), row("")]
    for line in left:
        rows += wrapped(line, room)
    return rows

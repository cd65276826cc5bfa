"""The closing page: what is left to check, and the steps that lead out of the interview."""

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from app.session.views import QuestionView
from app.tui.interview.on_the_way import undecided
from app.tui.text.rows import Row
from sections.errors import NianbaoError
from sections.report.values import Kind
from sections.rules.base import Finding, Severity

if TYPE_CHECKING:
    from app.session.session import Session

_SENTENCES: Final = ("open('sentences')", "看去年的句子：逐句沿用、改写或者不用")
STEPS: Final[tuple[tuple[str, str], ...]] = (
    ("open('review')", "查看检查结果"),
    ("open('preview')", "通读全文"),
    ("open('export')", "导出年报文件"),
    ("finalise", "定稿（明年写年报时拿来对照）"),
    ("leave", "返回首页"),
    ("open('versions')", "历次定稿：比较、导出以前的一版"),
)
"""Action of the screen, and what it is called."""
_REOPEN: Final = ("reopen", "重新打开，继续修改（现在的这一版会留存）")
_PUT_BACK: Final = ("put_back", "不改了：恢复成重新打开以前的一版（{}）")


def steps(session: "Session") -> tuple[tuple[str, str], ...]:
    """What can be done; a closed report is reopened where another is finalised, and only one that was
    finalised has versions."""
    known = STEPS if _has_versions(session) else STEPS[:-1]
    if session.readonly and not session.closed:
        return tuple(step for step in known if step[0] != "finalise")
    if session.last is not None and not session.closed:
        known = (_SENTENCES, *known)
    if (before := session.finishing.before_reopening) is not None:
        action, words = _PUT_BACK
        known = (*known, (action, words.format(before.label)))
    return tuple(_REOPEN if step[0] == "finalise" and session.closed else step for step in known)


def _has_versions(session: "Session") -> bool:
    """Whether there are final versions; what of them cannot be read is said where they are looked at."""
    with suppress(NianbaoError):
        return bool(session.finishing.versions())
    return True


def rows(session: "Session") -> list[Row]:
    """The steps, numbered."""
    return [
        Row(((f"{number} ", "accent"), (label, "")), str(number))
        for number, (_, label) in enumerate(steps(session), 1)
    ]


def action_of(text: str, session: "Session") -> str:
    """The step that was typed by number or name; empty for none."""
    typed = text.strip().translate(str.maketrans("１２３４５６７８", "12345678"))
    for number, (action, label) in enumerate(steps(session), 1):
        if typed == str(number) or (len(typed) > 1 and typed in label):
            return action
    return ""


def errors(session: "Session") -> list[Finding]:
    """What stands in the way of a final document."""
    return [finding for finding in session.finishing.findings() if finding.severity is Severity.ERROR]


def finalise(session: "Session") -> str:
    """Keep the report as the year's; in a sentence why it was not, where something is still wrong."""
    if wrong := errors(session):
        return f"还有{len(wrong)}处错误，改正以后才能定稿：{wrong[0].message}"
    session.finishing.finalise()
    return ""


def open_points(session: "Session") -> list[str]:
    """What is left, a sentence a line."""
    found = [finding.severity for finding in session.finishing.findings()]
    wrong, doubtful = found.count(Severity.ERROR), found.count(Severity.WARNING)
    lines = []
    if wrong:
        lines.append(f"检查发现错误{wrong}处，改正以后才能导出正式文本、定稿。")
    if doubtful:
        lines.append(f"另有提醒{doubtful}处，请看一看是否需要修改。")
    if not wrong and not doubtful:
        lines.append("没有发现问题，可以导出。")
    if hints := len(found) - wrong - doubtful:
        lines.append(f"另有提示{hints}处，可以不改，按 F7 看。")
    if count := undecided(session):
        lines.append(f"去年的句子还有{count}句没有沿用，按 Ctrl+L 逐句看。")
    if skipped := len(session.conversation.skipped()):
        lines.append(f"跳过了{skipped}题，按 Ctrl+O 列出，选中就可以补答。")
    if session.closed:
        lines.append(f"这份年报{session.status.label}，内容不再变动；要修改请先重新打开。")
    return lines


def confirm(view: QuestionView | None) -> str:
    """What the frame of the box says about confirming."""
    if view is not None and view.kind is Kind.TABLE:
        return "回车打开表格"
    return "F5 确认，回车换行" if view is not None and view.kind is Kind.PARAGRAPH else "回车确认"

"""The closing page: what is left to check, and the steps that lead out of the interview."""

from typing import TYPE_CHECKING, Final

from app.session.views import QuestionView, Status
from app.tui.text.rows import Row
from sections.report.values import Kind
from sections.rules.base import Finding, Severity

if TYPE_CHECKING:
    from app.session.session import Session

STEPS: Final = (
    ("open('review')", "查看检查结果"),
    ("open('preview')", "通读全文"),
    ("open('export')", "导出年报文件"),
    ("finalise", "定稿（明年写年报时拿来对照）"),
    ("leave", "返回首页"),
)
"""Action of the screen, and what it is called."""


def rows(_: int) -> list[Row]:
    """The steps, numbered."""
    return [
        Row(((f"{number} ", "accent"), (label, "")), str(number))
        for number, (_, label) in enumerate(STEPS, 1)
    ]


def action_of(text: str) -> str:
    """The step that was typed by number or name; empty for none."""
    typed = text.strip().translate(str.maketrans("１２３４５", "12345"))
    for number, (action, label) in enumerate(STEPS, 1):
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


def left(session: "Session") -> list[str]:
    """What is left, a sentence a line."""
    found = [finding.severity for finding in session.finishing.findings()]
    wrong, doubtful = found.count(Severity.ERROR), found.count(Severity.WARNING)
    lines = []
    if wrong:
        lines.append(f"检查发现错误{wrong}处，改正以后才能导出定稿。")
    if doubtful:
        lines.append(f"另有提醒{doubtful}处，请看一看是否需要修改。")
    if not found:
        lines.append("没有发现问题，可以导出。")
    if skipped := len(session.conversation.skipped()):
        lines.append(f"跳过了{skipped}题，按 Ctrl+O 列出，选中就可以补答。")
    if session.status is Status.FINAL:
        lines.append("这份年报已经定稿。")
    return lines


def confirm(view: QuestionView | None) -> str:
    """What the frame of the box says about confirming."""
    if view is not None and view.kind is Kind.TABLE:
        return "回车打开表格"
    return "F5 确认，回车换行" if view is not None and view.kind is Kind.PARAGRAPH else "回车确认"

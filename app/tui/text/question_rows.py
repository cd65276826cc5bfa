"""A question as lines: its words, what it means, where the number comes from, last year's answer."""

from typing import Final

from app.session.views import QuestionView
from app.tui.text.rows import Row, labelled, wrapped
from sections.report.values import Kind

_UNDER: Final = "      "
_ANEW: Final = "今年的另外输入，核对后一样就输入“=”。"


def question_rows(view: QuestionView, room: int, came_from: str = "") -> list[Row]:
    """The question with help, source, examples, last year's answer; ``came_from`` ends an old one."""
    rows = wrapped(view.text, room, "strong")
    if view.required and not view.answer and view.kind is not Kind.TABLE:
        rows += wrapped("必填，不答就不能定稿。", room, "warning")
    rows += labelled("说明：", view.help, room)
    if view.source:
        rows += labelled("来源：", view.source, room)
    if view.examples and view.kind is not Kind.FLAG:
        rows += labelled("例如：", "　或　".join(view.examples), room)
    rows += _known_rows(view, room)
    if view.skipped and not view.answer:
        rows += wrapped(f"这一题跳过了。{came_from}", room, "accent")
    elif view.answer:
        table = view.kind is Kind.TABLE
        done = "表格已经填好，按回车可以再打开。" if table else "这一题已经回答过，修改后按回车保存。"
        rows += wrapped(done + came_from, room, "accent")
    return rows


def _known_rows(view: QuestionView, room: int) -> list[Row]:
    if view.guessed and not view.answer:
        return [
            *labelled("按单位名称猜：", view.default, room, "strong"),
            *labelled(_UNDER, "猜得对就直接按回车，不对请另外输入。", room, "muted"),
        ]
    if view.default and not view.answer:
        return [
            *labelled("同去年：", view.default, room, "strong"),
            *labelled(_UNDER, "直接按回车就采用，也可以另外输入。", room, "muted"),
        ]
    if not view.last:
        return []
    rows = labelled("去年：", view.last, room, "strong")
    return rows if view.answer else [*rows, *labelled(_UNDER, _ANEW, room, "muted")]

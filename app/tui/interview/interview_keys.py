"""Which keys the interview shows, and which action a typed command is."""

from typing import TYPE_CHECKING, Final

from app.tui.widgets.key_line import Key
from sections.report.values import Kind

if TYPE_CHECKING:
    from app.session.views import QuestionView
    from app.tui.interview.interview_position import InterviewPosition

ACTIONS: Final = {
    "/上一题": "step(-1)",
    "/跳过": "skip",
    "/还不知道": "leave_open",
    "/待答": "open('open_questions')",
    "/不变": "open('unchanged')",
    "/沿用": "open('sentences')",
    "/预览": "open('preview')",
    "/检查": "open('review')",
    "/导出": "open('export')",
    "/帮助": "app.help",
}
"""What is typed in the box -> the action of the screen."""
_HELP: Final = Key("F1", "帮助", "app.help")
_PANES: Final = (Key("F2", "提纲", "pane('outline')"), Key("F3", "草稿", "pane('draft')"))
_LISTS: Final = {
    "outline": (Key("↑↓", "移动"), Key("回车", "到这一部分"), Key("Esc", "返回问答")),
    "draft": (
        Key("↑↓", "移动"),
        Key("回车", "修改这一段"),
        Key("F4", "换一种说法", "reword"),
        Key("Esc", "返回问答"),
    ),
    "history": (Key("↑↓", "移动"), Key("回车", "打开这一题"), Key("Esc", "返回")),
    "choices": (Key("↑↓", "移动"), Key("空格", "选中"), Key("回车", "确认"), Key("Esc", "返回输入")),
}


def keys_for(
    pane: str, position: "InterviewPosition", wide: bool, view: "QuestionView | None"
) -> tuple[Key, ...]:
    """The keys that work in ``pane`` or the ``box``; the most needed first."""
    if pane in _LISTS:
        return (*_LISTS[pane], _HELP)
    if view is None:
        leave = Key("Esc", "首页", "leave")
        return (Key("回车", "确认"), *_MOVES[:1], *_SCREENS, leave, *_TEXT, *_UNDO, _HELP)
    way_back = (Key("Esc", "返回", "leave"),) if position.origin is not None else ()
    panes = () if wide else _PANES
    nothing = (Key("F5", f"{view.nothing}，填0", "fill_with_nothing"),) if view.nothing else ()
    return (
        Key(*_confirm(view.kind)),
        *nothing,
        *way_back,
        *_MOVES,
        *_UNDO,
        *panes,
        *_SCREENS,
        *_TEXT,
        _ALL,
        _HELP,
    )


_MOVES: Final = (Key("Ctrl+↑", "上一题", "step(-1)"), Key("Ctrl+N", "跳过", "skip"))
_UNDO: Final = (Key("Ctrl+Z", "撤回", "undo"),)
_SCREENS: Final = (
    Key("F6", "预览", "open('preview')"),
    Key("F7", "检查", "open('review')"),
    Key("F8", "下一处", "next_finding"),
    Key("F10", "导出", "open('export')"),
)
_TEXT: Final = (Key("F4", "换说法", "reword"), Key("F9", "改文字", "edit"))
_ALL: Final = Key("Ctrl+K", "全部", "app.commands")


def _confirm(kind: Kind) -> tuple[str, str]:
    if kind is Kind.PARAGRAPH:
        return "F5", "确认"
    return "回车", "打开表格" if kind is Kind.TABLE else "确认"

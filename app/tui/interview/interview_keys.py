"""The keys of the interview, which of them it shows, and which action a typed command is."""

from typing import TYPE_CHECKING, Final

from textual.binding import Binding

from app.tui.widgets.key_line import Key
from sections.report.values import Kind

if TYPE_CHECKING:
    from app.session.views import QuestionView
    from app.tui.interview.interview_position import InterviewPosition

BINDINGS: Final = (
    Binding("ctrl+up,ctrl+p", "step(-1)", "上一题", priority=True),
    Binding("ctrl+down", "step(1)", "下一题", priority=True),
    Binding("ctrl+n,alt+n", "skip", "跳过这一题，以后再答；已有的答案会清空", priority=True),
    Binding("ctrl+u", "leave_open", "清空输入框；框是空的，就是还不知道，这一题先留着", priority=True),
    Binding("ctrl+z", "undo", "撤回刚才的修改", priority=True),
    Binding("ctrl+y", "redo", "恢复刚才撤回的修改", priority=True),
    Binding("ctrl+r", "put_back", "重新打开的年报不改了：恢复成重新打开以前的一版", priority=True),
    Binding("f2", "pane('outline')", "到提纲，再按一次回来", priority=True),
    Binding("f3", "pane('draft')", "到草稿，再按一次回来", priority=True),
    Binding("f4", "reword", "刚改的那句话换一种说法", priority=True),
    Binding("f5", "fill_with_nothing", "在第三、四部分的表：没有申请、没有案件，各格填0"),
    Binding("f6", "open('preview')", "预览全文", priority=True),
    Binding("f7", "open('review')", "查看检查结果", priority=True),
    Binding("f8", "next_finding", "到下一处检查结果", priority=True),
    Binding("f9", "edit", "手工修改草稿里选中的一段", priority=True),
    Binding("ctrl+l", "open('sentences')", "看去年的句子，逐句沿用、改写或者不用", priority=True),
    Binding("ctrl+o", "open('open_questions')", "列出还没有答的题，按数字在谁那里", priority=True),
    Binding("ctrl+g", "open('collection')", "收集表：按科室输出要问的数，填好的读回来", priority=True),
    Binding("ctrl+t,alt+t", "open('unchanged')", "沿用去年没有变化的内容，一次填好", priority=True),
    Binding("f10", "open('export')", "导出年报文件", priority=True),
    Binding("escape", "leave", "返回；在问答里回到首页，内容随时都已保存"),
)
"""Every key of the interview with what it does, as F1 says it."""
OTHER_KEYS: Final = (
    ("回车", "确认答案；框里清空了再按回车，已有的答案就清空"),
    ("↑ ↓", "向上翻看以前的问答，回车打开；向下进入选项，空格选中；在里面打字，就写进答案框"),
    ("PgUp PgDn", "翻看以前的问答、看不见的选项"),
)
"""The keys that the answer box and the panes handle."""
OTHER_ACTIONS: Final = (("到结束页：看还差什么，通读、导出、定稿", "closing"),)
"""What Ctrl+K finds besides."""
ACTIONS: Final = {
    "/上一题": "step(-1)",
    "/跳过": "skip",
    "/还不知道": "leave_open",
    "/待答": "open('open_questions')",
    "/收集": "open('collection')",
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
    "choices": (
        Key("↑↓ PgDn", "移动"),
        Key("空格", "选中"),
        Key("回车", "确认"),
        Key("打字", "写进答案框"),
        Key("Esc", "返回输入"),
    ),
}


def keys_for(
    pane: str, position: "InterviewPosition", wide: bool, view: "QuestionView | None"
) -> tuple[Key, ...]:
    """The keys that work in ``pane`` or the ``box``; the most needed first."""
    if pane in _LISTS:
        return (*_LISTS[pane], _HELP)
    if view is None:
        leave = Key("Esc", "首页", "leave")
        change = () if position.session.readonly else (*_TEXT, *_UNDO)
        return (Key("回车", "确认"), *_MOVES[:1], *_SCREENS, leave, *change, _HELP)
    way_back = (Key("Esc", "返回", "leave"),) if position.origin is not None else ()
    panes = () if wide else _PANES
    own = (Key("Ctrl+L", "去年的句子", "open('sentences')"),) if wide and position.session.last else ()
    nothing = (
        (Key("F5", f"{view.nothing}，填0", "fill_with_nothing"),) if view.nothing and not view.answer else ()
    )
    choices = (Key("↓ PgDn", "看选项"),) if view.choices else ()
    return (
        Key(*_confirm(view.kind)),
        *choices,
        *nothing,
        *way_back,
        *(_MOVES if not view.answer or view.kind is Kind.TABLE else _MOVES_FROM_AN_ANSWER),
        *_UNDO,
        *panes,
        *_SCREENS,
        *_TEXT,
        *own,
        _ALL,
        _HELP,
    )


_MOVES: Final = (Key("Ctrl+↑", "上一题", "step(-1)"), Key("Ctrl+N", "跳过", "skip"))
_MOVES_FROM_AN_ANSWER: Final = (_MOVES[0], Key("Ctrl+N", "清空、跳过", "skip"))
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

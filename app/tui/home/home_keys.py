"""The keys that are shown under the list of reports."""

from typing import Final

from app.tui.widgets.key_line import Key

_FIRST: Final = (
    Key("↑↓", "选择"),
    Key("回车", "确定"),
    Key("Q", "退出", "app.quit"),
    Key("F1", "帮助", "app.help"),
)
_MOVING: Final = (
    Key("↑↓", "选择"),
    Key("回车", "打开"),
    Key("V", "查看", "view"),
    Key("/", "筛选", "filter"),
)
_ALL_AGAIN: Final = Key("Esc", "列出全部", "clear")
_DOING: Final = (
    Key("←→", "年度"),
    Key("S", "状态", "state"),
    Key("N", "新建", "new"),
    Key("I", "导入", "import"),
    Key("E", "导出", "export"),
    Key("Y", "历年", "years"),
    Key("R", "改名", "rename"),
    Key("O", "单位", "organ"),
    Key("D", "删除", "delete"),
    Key("Q", "退出", "app.quit"),
    Key("F1", "帮助", "app.help"),
)


def keys_of(any_reports: bool, *, filtered: bool) -> tuple[Key, ...]:
    """Those of an empty store, of a list, of one that is filtered."""
    if not any_reports:
        return _FIRST
    return (*_MOVING, _ALL_AGAIN, *_DOING) if filtered else (*_MOVING, *_DOING)

"""A key means the same on every screen: a clerk learns it once."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from app import tui
from app.tui.everywhere import KEYS
from app.tui.help.manual import PLACES
from app.tui.widgets.text_field import TextField

MEANINGS: Final[dict[str, dict[str, set[str]]]] = {
    "f1": {"帮助": {"app.help"}},
    "f2": {"提纲": {"pane('outline')"}},
    "f3": {"草稿": {"pane('draft')"}},
    "f4": {"换": {"reword", "accept"}},
    "f5": {
        "完成": {
            "confirm", "fill_with_nothing", "final", "finish", "here", "read", "save", "start", "take",
        },
    },
    "f6": {"预览，再按一次返回": {"open('preview')", "dismiss(None)"}},
    "f7": {"检查结果，再按一次返回": {"open('review')", "leave"}},
    "f8": {"下一处": {"next", "next_finding"}},
    "f9": {"手工改": {"edit", "overrule"}},
    "f10": {"导出": {"open('export')"}},
    "f12": {"换一种颜色": {"app.other_theme"}},
    "ctrl+b": {"全部格式": {"all"}},
    "ctrl+d": {"草稿": {"draft"}},
    "ctrl+down": {"下一题": {"step(1)"}},
    "ctrl+e": {"送审稿": {"review"}},
    "ctrl+enter": {"完成": {"confirm"}},
    "ctrl+f": {"选文件": {"folder", "pick"}},
    "ctrl+g": {"收集表，读回": {"collection", "open('collection')", "read_back"}},
    "ctrl+j": {"完成": {"confirm"}},
    "ctrl+k": {"查找操作": {"app.commands"}},
    "ctrl+l": {"去年的句子": {"open('sentences')"}},
    "alt+n": {"跳过": {"skip"}},
    "alt+t": {"没有变化的": {"open('unchanged')"}},
    "ctrl+n": {"跳过": {"skip"}},
    "ctrl+o": {"没有答的题": {"open('open_questions')"}},
    "ctrl+p": {"上一题": {"step(-1)"}},
    "ctrl+q": {"退出": {"app.quit"}},
    "ctrl+r": {"恢复成原来的": {"put_back", "restore"}},
    "ctrl+s": {"完成": {"confirm", "finish", "save", "take"}},
    "ctrl+t": {"没有变化的": {"open('unchanged')"}},
    "ctrl+u": {"还不知道": {"leave_blank", "leave_open"}},
    "ctrl+up": {"上一题": {"step(-1)"}},
    "ctrl+v": {"粘贴": {"how_to_paste"}},
    "ctrl+x": {"版式": {"layout"}},
    "ctrl+y": {"恢复撤回的": {"redo"}},
    "ctrl+z": {"撤回": {"undelete", "undo"}},
    "slash": {"筛选": {"filter"}},
    "space": {"要或者不要": {"leave_out", "switch"}},
    "delete": {"去掉": {"delete", "remove"}},
    "a": {"全部": {"keep_all", "skip_optional", "skip_unwritten", "take_all"}},
    "d": {"去掉": {"delete", "remove"}},
    "e": {"导出": {"export"}},
    "f": {"采用改法": {"fix"}},
    "i": {"导入": {"import"}},
    "l": {"来源": {"sources"}},
    "m": {"手册": {"manual"}},
    "n": {"新建": {"new"}},
    "o": {"单位": {"organ"}},
    "q": {"退出": {"app.quit", "dismiss(None)"}},
    "r": {"改名称": {"rename"}},
    "s": {"状态": {"state"}},
    "v": {"查看": {"view"}},
    "w": {"核对无误": {"answer"}},
    "x": {"表格": {"workbook"}},
    "y": {"历年": {"years"}},
}  # fmt: skip
"""Every key that does something -> what it means -> the actions that mean it, on whatever screen."""
MOVING: Final = frozenset(
    {"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "enter", "escape", "1", "2", "3"}
)
"""Keys that move, choose a numbered row, confirm or lead back: each screen says where."""


def bound() -> Iterator[tuple[str, str, str]]:
    """Screen or widget, key and action of every binding; editing in a field of text is the library's."""
    for module in pkgutil.walk_packages(tui.__path__, "app.tui."):
        import_module(module.name)
    kinds: list[type] = [Screen, Widget]
    seen: set[type] = set()
    while kinds:
        kind = kinds.pop()
        kinds += [one for one in kind.__subclasses__() if one not in seen]
        seen.add(kind)
        if not kind.__module__.startswith("app.tui.") or kind is TextField:
            continue
        for binding in vars(kind).get("BINDINGS", ()):
            assert isinstance(binding, Binding)
            yield from ((kind.__name__, key.strip(), binding.action) for key in binding.key.split(","))
    yield from (("everywhere", key.key, key.action) for key in KEYS)


def test_a_key_means_the_same_on_every_screen() -> None:
    strange = [
        (where, key, action)
        for where, key, action in bound()
        if key not in MOVING and action not in set().union(*MEANINGS.get(key, {}).values())
    ]
    assert not strange, "a key that is taken means something else there; take another, or say what it means"


def test_a_key_with_a_meaning_is_in_use() -> None:
    assert set(MEANINGS) <= {key for _, key, _ in bound()}


def test_the_manual_tells_every_function_key_of_the_pages() -> None:
    manual = PLACES[-1].read_text("utf-8").partition("## 按键")[2].partition("\n## ")[0]
    told = {f"f{number}" for number in range(1, 11)}
    assert told == {key for key in MEANINGS if key[1:].isdecimal() and key != "f12"}
    assert all(key.upper() in manual for key in told)

"""Private members of Textual: two modules use them, and a new version that changes them is noticed here."""

import ast
import asyncio
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

from textual.app import App
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.message_pump import MessagePump
from textual.widgets import TextArea

import app.tui
from app.tui.crash_exit import CrashExit
from app.tui.widgets.text_field import ChineseLines

ALLOWED = {"app.tui.crash_exit", "app.tui.widgets.text_field"}
MADE_BY_TEXTUAL = {
    "_bindings",
    "_css_type_name",
    "_css_type_names",
    "_decorated_handlers",
    "_merged_bindings",
}
MADE_BY_TEXTUAL |= {
    "_computes",
    "_default_virtual_size",
    "_inherit_bindings",
    "_inherit_css",
    "_inherit_component_classes",
    "_reactives",
}


def widgets() -> Iterator[type[MessagePump]]:
    """Every class of ours that Textual runs."""
    for module in pkgutil.walk_packages(app.tui.__path__, "app.tui."):
        for value in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(value) and value.__module__ == module.name and issubclass(value, MessagePump):
                yield value


def private_names(widget: type) -> set[str]:
    """The private names that a class defines or uses of itself."""
    defined = set(vars(widget)) - MADE_BY_TEXTUAL
    source = ast.parse(inspect.getsource(widget))
    used = {
        node.attr
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    }
    return {name for name in defined | used if name.startswith("_") and not name.startswith("__")}


def textuals_own(widget: type) -> set[str]:
    """The private names of the classes of Textual that a class is made from."""
    bases = [base for base in widget.__mro__ if base.__module__.startswith("textual.")]
    in_sources = (re.findall(r"\bself\.(_\w+)", inspect.getsource(base)) for base in bases)
    return {name for base in bases for name in vars(base)} | {name for names in in_sources for name in names}


def test_two_modules_use_private_members_and_no_name_of_ours_is_one_by_accident() -> None:
    clashes = {
        f"{widget.__module__}.{widget.__name__}": shared
        for widget in widgets()
        if widget.__module__ not in ALLOWED and (shared := private_names(widget) & textuals_own(widget))
    }
    assert clashes == {}


def test_what_that_module_uses_is_still_there() -> None:
    used = private_names(CrashExit)
    assert len(used) == 6
    assert used - textuals_own(CrashExit) == set()
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]
    running = App[None]()
    assert (running._exit_renderables, running._exception) == ([], None)
    assert isinstance(running._exception_event, asyncio.Event)
    assert running.return_code is None
    running._return_code = 1
    assert running.return_code == 1


def test_what_breaks_the_lines_is_still_there() -> None:
    lines = private_names(ChineseLines)
    made = vars(WrappedDocument(Document("一行文字"), width=4))
    assert lines - {"_breaks", "_heights"} <= made.keys()
    assert made["_wrap_offsets"] == [[2]]
    assert made["_offset_to_line_info"] == [(0, 0), (0, 1)]
    assert made["_line_index_to_offsets"] == [[0, 1]]
    assert {"_set_document", "_rewrap_and_refresh_virtual_size"} <= set(vars(TextArea))
    assert list(inspect.signature(TextArea._set_document).parameters) == ["self", "text", "language"]

"""Jinja2, narrowed to what a sentence needs: names, conditions, lists; nothing that can run away.

The immutable sandbox alone lets ``'a' * 10**9`` and nested ``range`` loops pass; here every template is first
held against a list of the constructs that are allowed.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from prompts.drafting import TemplateError

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

LARGEST_FILE: Final = 64 * 1024
FILTERS: Final = ("join", "length", "first", "last")
_ALLOWED: Final = [
    "Template",
    "Output",
    "TemplateData",
    "Block",
    "If",
    "For",
    "Const",
    "Name",
    "Getattr",
    "Getitem",
    "Call",
    "Filter",
    "Test",
    "Compare",
    "Operand",
    "And",
    "Or",
    "Not",
    "CondExpr",
    "List",
    "Tuple",
    "Add",
    "Sub",
    "Concat",
]
_SPACE: Final = re.compile(r"\s+")
_INSTEAD: Final = "已改用内置模板，请改正后重新打开。"


@cache
def environment() -> "Environment":
    """The sandbox: immutable, strict about undefined names, with four filters and no globals."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Narrow(ImmutableSandboxedEnvironment):
        """Texts and lists have no methods here: ``'a'.ljust(10**9)`` fills the memory."""

        def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
            if isinstance(obj, str | list | tuple | dict):
                return False
            return super().is_safe_attribute(obj, attr, value)

        def wrap_str_format(self, _: Any) -> None:
            return None

    narrow = Narrow(undefined=StrictUndefined, autoescape=False)
    narrow.globals.clear()
    narrow.filters = {name: narrow.filters[name] for name in FILTERS}
    return narrow


def compile_template(path: Path) -> "Template":
    """Compile a file. Raises ``TemplateError`` that names the file and the line."""
    from jinja2 import TemplateSyntaxError

    try:
        source = path.read_bytes()
        if len(source) > LARGEST_FILE:
            raise TemplateError(f"模板 {path.name} 太大。", _INSTEAD)
        text = source.decode("utf-8-sig")
        tree = environment().parse(text)
        _refuse_others(tree, path)
        return environment().from_string(tree)
    except TemplateSyntaxError as error:
        raise TemplateError(f"模板 {path.name} 第{error.lineno}行写法有误。", _INSTEAD) from error
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise TemplateError(f"模板 {path.name} 读不了，应为 UTF-8 编码的文本。", _INSTEAD) from error


def _refuse_others(tree: "nodes.Template", path: Path) -> None:
    from jinja2 import nodes

    for node in tree.find_all(nodes.Node):
        if type(node).__name__ not in _ALLOWED and isinstance(node, nodes.Stmt | nodes.Expr):
            what = type(node).__name__
            raise TemplateError(f"模板 {path.name} 第{node.lineno}行用了不允许的写法（{what}）。", _INSTEAD)


def render_block(template: "Template", block: str, names: Mapping[str, Any], path: Path) -> str:
    """A block as text without white space. Raises ``TemplateError`` naming the file and the line."""
    try:
        context = template.new_context(dict(names))
        return _SPACE.sub("", "".join(template.blocks[block](context)))
    except Exception as error:
        line = _line(error)
        where = f"第{line}行" if line else f"块 {block} "
        raise TemplateError(f"模板 {path.name} {where}用不了：{_reason(error)}。", _INSTEAD) from error


def _line(error: Exception) -> int | None:
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _reason(error: Exception) -> str:
    from jinja2 import UndefinedError
    from jinja2.exceptions import SecurityError

    if isinstance(error, UndefinedError):
        return "用了没有的名称"
    return "用了不允许的操作" if isinstance(error, SecurityError) else "计算出错"

"""Templates that anybody may have written: held against what is allowed, compiled, rendered.

The immutable sandbox alone is not enough: it lets ``'a' * 10**9``
and nested loops pass, and every method of a model that is handed in, pydantic's ``parse_raw`` (which
unpickles) among them. So a template is first held against a list of the constructs and names that are
allowed; then it sees nothing but the fields of the report's models and calls nothing but the functions of
``facts``; and what it counts and writes is bounded.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from prompts.narrative.sandbox import FILTERS, GIVE_BACK, STEPS, Steps, environment
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from jinja2 import Template, nodes

LARGEST_FILE: Final = 48 * 1024
_ALLOWED: Final = frozenset(
    {"Template", "Output", "TemplateData", "Block", "If", "For", "Const", "Name", "Getattr", "Getitem"}
    | {"Call", "Filter", "Test", "Compare", "Operand", "And", "Or", "Not", "CondExpr"}
    | {"List", "Tuple", "Add", "Sub"}
)
_SPACE: Final = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")
"""White space of a template, except between two letters, digits or marks that are not Chinese."""
INSTEAD: Final = "已改用内置模板，请改正后重新打开。"


class TemplateError(NianbaoError):
    """A template that cannot be used."""


def compile_template(path: Path, names: frozenset[str]) -> "Template":
    """Compile a file that may use ``names``. Raises ``TemplateError`` that names the file and the line."""
    from jinja2 import TemplateError as JinjaError

    try:
        text = _text(path)
        tree = environment().parse(text)
        _check(tree, path, names)
        return environment().from_string(tree)
    except TemplateError:
        raise
    except (JinjaError, ValueError, SyntaxError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) if isinstance(error, JinjaError) else None
        where = f"第{line}行" if line else ""
        raise TemplateError(f"模板 {name_of(path)} {where}写法有误。", INSTEAD) from error


def built_in_template(file: str) -> "Template":
    """A template that nianbao ships, by its file under ``BUILT_IN``; it is taken to be allowed."""
    return environment().get_template(file)


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise OSError
        with path.open("rb") as file:
            source = file.read(LARGEST_FILE + 1)
        text = source[:LARGEST_FILE].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) or len(source) <= LARGEST_FILE:
            raise TemplateError(f"模板 {name_of(path)} 读不了，应为 UTF-8 编码的文本。", INSTEAD) from error
    if len(source) > LARGEST_FILE:
        raise TemplateError(f"模板 {name_of(path)} 太大。", INSTEAD)
    return text


def name_of(path: Path) -> str:
    """A template file as the clerk knows it: folder and name."""
    return "/".join(path.parts[-2:])


def _check(tree: "nodes.Template", path: Path, names: frozenset[str]) -> None:
    """Raise ``TemplateError`` at the first thing that is not allowed."""
    from jinja2 import nodes

    def refuse(node: nodes.Node, what: str) -> TemplateError:
        return TemplateError(f"模板 {name_of(path)} 第{node.lineno}行{what}。", INSTEAD)

    if isinstance(stray := _outside(tree), nodes.Node):
        raise refuse(stray, "在块（block）外写了内容，每句话都要放在块里")
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    known = names | own | {"loop"}
    for node in tree.find_all(nodes.Node):
        if what := _wrong(node, known):
            raise refuse(node, what)


def _wrong(node: "nodes.Node", known: frozenset[str]) -> str:
    """What is not allowed of a construct; empty when it may stand."""
    from jinja2 import nodes

    kind = type(node).__name__
    if kind not in _ALLOWED:
        return f"用了不允许的写法（{kind}）"
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
        return f"用了没有的名称“{node.name}”"
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return f"用了没有的过滤器“{node.name}”"
    if isinstance(node, nodes.For) and (node.recursive or _is_deep(node)):
        return "的循环套得太深"
    return "的块里又有块" if isinstance(node, nodes.Block) and any(node.find_all(nodes.Block)) else ""


def _outside(tree: "nodes.Template") -> "nodes.Node | None":
    """What stands outside the blocks and is more than white space."""
    from jinja2 import nodes

    for node in tree.body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not (isinstance(part, nodes.TemplateData) and not part.data.strip()):
                    return part
        elif not isinstance(node, nodes.Block) and type(node).__name__ in _ALLOWED:
            return node
    return None


def _is_deep(loop: "nodes.For") -> bool:
    """Whether loops stand in loops in ``loop``."""
    from jinja2 import nodes

    return any(True for inner in loop.find_all(nodes.For) for _ in inner.find_all(nodes.For))


def renderer(
    template: "Template", names: Mapping[str, Any], path: Path, answers: int = 0
) -> Callable[[str], str]:
    """What renders the blocks of a template to text without white space; all of them share the ``Steps``.

    ``answers``: how many characters there are to tell of. It raises ``TemplateError`` naming the file and
    the line."""
    steps = Steps(answers)
    context = template.new_context({**names, STEPS: steps})

    def render(block: str) -> str:
        written: list[str] = []
        room = steps.longest
        try:
            for piece in template.blocks[block](context):
                room -= len(piece)
                if room < 0:
                    raise OverflowError
                written.append(piece)
        except Exception as error:
            line = _line(template, error)
            where = f"第{line}行" if line else f"块 {block} "
            problem = f"模板 {name_of(path)} {where}用不了：{_reason(error)}。"
            raise TemplateError(problem, INSTEAD) from error
        return _SPACE.sub("", "".join(written)).translate(GIVE_BACK)

    return render


def _line(template: "Template", error: Exception) -> int | None:
    """The line of the template that was at work when ``error`` came."""
    trace, line = error.__traceback__, None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == (template.filename or "<template>"):
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _reason(error: Exception) -> str:
    from jinja2 import UndefinedError
    from jinja2.exceptions import SecurityError

    if isinstance(error, UndefinedError):
        return "用了没有的名称"
    if isinstance(error, OverflowError | RecursionError | MemoryError):
        return "内容太长或者循环太多"
    return "用了不允许的操作" if isinstance(error, SecurityError) else "计算出错"

"""Jinja2, narrowed to what a sentence needs: names, conditions, lists; nothing that can run away.

It loads the built-in templates, and keeps them compiled as Python keeps its modules: to compile them all
takes longer than everything else that opening a report does."""

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, Final

from prompts.narrative.wording import round_number
from sections.language.spacing import without_gaps
from sections.report.parts import Section

if TYPE_CHECKING:
    from jinja2 import Environment, FileSystemBytecodeCache, nodes
    from jinja2.bccache import Bucket
    from jinja2.runtime import Context

BUILT_IN: Final = Path(__file__).parent.parent
"""The folder of the templates that nianbao ships."""
LONGEST: Final = 4000
"""Characters of a sentence, and of what a function is given, besides those that the answers bring along;
beyond them a template is taken to be broken."""
MOST_STEPS: Final = 2000
"""Calls and rounds of loops a paragraph; the longest built-in one takes some two hundred."""
_TIMES: Final = 4
"""How often a sentence may say an answer."""
FILTERS: Final = ("join", "length", "first", "last")
STEPS: Final = "_steps"
_KEPT: Final = {" ": "\x01", "\n": "\x02"}
"""White space of a value, and what stands for it while that of the template is dropped."""
_WHITE: Final = re.compile(r"[\s\x01\x02]")
_KEEP: Final = str.maketrans(_KEPT | dict.fromkeys(_KEPT.values(), ""))
GIVE_BACK: Final = str.maketrans({sign: space for space, sign in _KEPT.items()})
_LOOP: Final = frozenset({"index", "index0", "first", "last", "length"})
_OF_JINJA: Final = frozenset({"_loop_vars", "_block_vars"})
"""What compiled templates add to every call."""


class Steps:
    """What a paragraph may still count before it is taken to run away, and how long its sentences may be.

    A long answer is no fault of the template: ``answers`` is how many characters there are to tell of."""

    def __init__(self, answers: int = 0) -> None:
        self.left = MOST_STEPS + answers
        self.longest = LONGEST + _TIMES * answers

    def take(self) -> None:
        """One call or one round. Raises ``OverflowError`` when there have been too many."""
        self.left -= 1
        if self.left < 0:
            raise OverflowError

    def bound(self, *values: Any) -> None:
        """Raise ``OverflowError`` for values that are too long."""
        if size_of(values) > self.longest:
            raise OverflowError


def size_of(value: Any) -> int:
    """Characters of a text, or of the texts in a list; 1 for anything else."""
    if isinstance(value, str):
        return len(value)
    return sum(map(size_of, value)) if isinstance(value, list | tuple) else 1


def _join(context: "Context", parts: Any, between: str = "") -> str:
    words = [str(part) for part in parts]
    context[STEPS].bound(words, [between] * len(words))
    return between.join(words)


def _printable(value: Any) -> str:
    """Texts and numbers can be printed, lists and models cannot."""
    from jinja2 import Undefined

    if isinstance(value, int) and not isinstance(value, bool):
        return round_number(value)
    if not isinstance(value, str | int | Undefined):
        raise TypeError
    text = str(value)
    return _keeping_gaps(text) if _WHITE.search(text) else text


def _keeping_gaps(text: str) -> str:
    """A value whose own paragraphs and spaces beside Latin words outlive the white space of its template."""
    return "\n".join(map(without_gaps, text.splitlines())).translate(_KEEP)


@cache
def environment() -> "Environment":
    """The sandbox: immutable, strict about undefined names, with four filters and no globals."""
    from jinja2 import FileSystemLoader, StrictUndefined, pass_context

    sandbox = _sandboxed()(
        undefined=StrictUndefined,
        autoescape=False,
        finalize=_printable,
        loader=FileSystemLoader(BUILT_IN),
        bytecode_cache=_beside_modules(BUILT_IN),
        auto_reload=False,
    )
    sandbox.globals.clear()
    sandbox.filters = {name: sandbox.filters[name] for name in FILTERS} | {
        "join": pass_context(_join),
        "each": _each(),
    }
    return sandbox


def _sandboxed() -> "type[Environment]":
    """The kind of environment; its base is loaded with the first template."""
    from jinja2.exceptions import SecurityError
    from jinja2.runtime import LoopContext
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Narrow(ImmutableSandboxedEnvironment):
        """Only fields of the report's models; only the functions of ``facts``; only sums of numbers."""

        intercepted_binops = frozenset({"+", "-"})

        def is_safe_attribute(self, obj: Any, attr: str, _: Any) -> bool:
            return (isinstance(obj, Section) and attr in type(obj).model_fields) or (
                isinstance(obj, LoopContext) and attr in _LOOP
            )

        def wrap_str_format(self, _: Any) -> None:
            return None

        def call(__self, __context: "Context", __obj: Any, *args: Any, **named: Any) -> Any:  # noqa: N805
            if named.keys() - _OF_JINJA or not isinstance(__obj, FunctionType | MethodType):
                raise SecurityError
            __context[STEPS].take()
            __context[STEPS].bound(args)
            return __obj(*args)

        def call_binop(self, _: "Context", operator: str, left: Any, right: Any) -> Any:
            if not (isinstance(left, int) and isinstance(right, int)):
                raise TypeError
            return left + right if operator == "+" else left - right

        def _generate(self, source: "nodes.Template", *args: Any, **named: Any) -> str:
            """The hook that Jinja2 offers before it writes Python code: every loop takes a step a round."""
            _count_rounds(source)
            return super()._generate(source, *args, **named)

    return Narrow


def _beside_modules(folder: Path) -> "FileSystemBytecodeCache":
    """Where compiled templates of ``folder`` are kept. Where nothing can be kept, or what is kept is damaged,
    a template is compiled anew."""
    from jinja2 import FileSystemBytecodeCache

    this_module = Path(__file__).read_text("utf-8")

    class BesideModules(FileSystemBytecodeCache):
        def get_source_checksum(self, source: str) -> str:
            """What is kept holds for the filters and the hooks that it was compiled with."""
            return super().get_source_checksum(this_module + source)

        def load_bytecode(self, bucket: "Bucket") -> None:
            try:
                super().load_bytecode(bucket)
            except Exception:  # pickle raises anything on damaged bytes
                bucket.reset()

        def dump_bytecode(self, bucket: "Bucket") -> None:
            if not sys.dont_write_bytecode:
                with suppress(OSError):
                    Path(self.directory).mkdir(exist_ok=True)
                    super().dump_bytecode(bucket)

    return BesideModules(str(folder / "__pycache__"), f"%s.{sys.implementation.cache_tag}.template")


def _each() -> Any:
    """The filter that takes a step for every round of a loop."""
    from jinja2 import pass_context

    @pass_context
    def each(context: "Context", values: Any) -> Iterator[Any]:
        for value in values:
            context[STEPS].take()
            yield value

    return each


def _count_rounds(tree: "nodes.Template") -> None:
    """Make every loop take a step a round."""
    from jinja2 import nodes

    for loop in list(tree.find_all(nodes.For)):
        loop.iter = nodes.Filter(loop.iter, "each", [], [], None, None, lineno=loop.lineno)

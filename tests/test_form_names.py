"""No module outside ``sections/form`` knows a row or a column of a statutory form, but for the listed ones.

What is counted: string constants with a path of a form in them (``requests.carried_in``), or with a name that
only a form's row or column has (``carried_in``). Docstrings and comments may say what they like."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from sections.facts import FACTS
from sections.form.registry import FORMS

ROOT: Final = Path(__file__).parents[1]
ROOMS: Final = ("app", "prompts", "sections", "store")
ORDINARY: Final = frozenset(
    {
        "amount", "corrected", "enterprise", "fees", "granted", "issued", "items", "made", "new", "other",
        "partial", "penalties", "pending", "procurement", "published", "regulations", "research", "total",
        "upheld",
    }
)  # fmt: skip
"""Names of rows and columns that are words of other things too: they count in a path only."""
EXCEPTIONS: Final = {
    "prompts/narrative/arrangement.py": "facts that last year's sentences tell, by how their paths begin",
    "prompts/narrative/table_words.py": "the named words that templates speak of a report with",
    "prompts/overview/topic_requests.py": "questions that are asked where there were applications",
    "sections/rules/disclosure/nb201_in_force_impossible.py": "a rule about what is in force",
    "sections/rules/disclosure/nb202_regulations.py": "a rule about 规章",
    "sections/rules/disclosure/nb911_carried_in.py": "a rule about what is carried over",
    "sections/rules/disclosure/nb912_in_force.py": "a rule about what is in force",
    "sections/rules/disclosure/nb915_jump.py": "a rule about the numbers that are known to jump",
    "sections/rules/disclosure/nb921_prose_requests.py": "a rule about applicants told from two rows",
    "sections/rules/disclosure/nb943_share.py": "a rule about the share handled",
    "sections/rules/disclosure/nb925_all_finished.py": "a rule about what is carried over",
    "sections/rules/disclosure/nb926_all_upheld.py": "a rule about the outcomes of reconsideration",
    "sections/rules/disclosure/nb928_prose_fees.py": "a rule about the fees",
    "sections/rules/_cells.py": "which rows count what is in force, for the two rules about it",
    "sections/rules/_contradiction.py": "which totals stand for all applications, for the rules of prose",
    "sections/report/key_numbers.py": "the key numbers that one looks at first are chosen by us",
    "sections/report/impossible.py": "the cell that answers must not exceed",
    "sections/report/figures.py": "the cells that reports tell as figures of the narrative",
    "sections/language/scope.py": "a carry-over names its own year",
    "sections/facts/cells/__init__.py": "the order in which wordings of cells are tried",
    "sections/facts/cells/names.py": "what the things that the tables count are called in prose",
    "sections/language/known_words.py": "which names together make one subject",
    "sections/rules/_alone.py": "an answer alone is of no application in particular",
    "sections/facts/cells/documents.py": "how prose words the cells of part two",
    "sections/facts/cells/requests.py": "how prose words applications",
    "sections/facts/cells/applicants.py": "how prose words who applied",
    "sections/facts/cells/outcomes.py": "how prose words the outcomes of applications",
    "sections/facts/cells/disputes.py": "how prose words the cells of part four",
    "sections/facts/cells/sums.py": "which cells a number of the prose may mean",
}
"""Module -> why it names rows or columns."""


@cache
def paths() -> frozenset[str]:
    """Every path of every form, and its beginnings that name a row."""
    found = {path for form in FORMS.values() for path in form.paths}
    return frozenset(found | {path.rpartition(".")[0] for path in found if path.count(".") > 1})


@cache
def names() -> frozenset[str]:
    """The names that only rows and columns have."""
    found = {name for path in paths() for name in path.split(".")[1:]}
    return frozenset(found - ORDINARY - {part for fact in FACTS for part in fact.split(".")})


def named_in(source: str) -> Iterator[str]:
    """The rows and columns that a module names."""
    tree = ast.parse(source)
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            for word in re.findall(r"[a-z_]+(?:\.[a-z_]+)*", node.value):
                if word not in FACTS and (word in paths() or names() & set(word.split("."))):
                    yield f"line {node.lineno}: {word}"


def modules() -> list[str]:
    return [
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        if not path.is_relative_to(ROOT / "sections/form")
    ]


def test_only_the_listed_modules_name_a_row_or_a_column() -> None:
    found = {
        module: words
        for module in modules()
        if module not in EXCEPTIONS
        if (words := list(named_in((ROOT / module).read_text("utf-8"))))
    }
    assert not found, "take these from the report's form, or say in EXCEPTIONS why not: " + str(found)


@pytest.mark.parametrize("module", EXCEPTIONS)
def test_an_exception_that_is_not_needed_is_taken_out(module: str) -> None:
    assert list(named_in((ROOT / module).read_text("utf-8")))


@pytest.mark.parametrize(
    "source",
    [
        'x = "requests.new.total"',
        'x = f"requests.new.{column}"',
        'x = field.replace("carried_in", y)',
        'x = f"proactive.{row}.in_force"',
        'x = "requests.new.total+requests.carried_in.total"',
        'x = ("licences",)',
    ],
)
def test_a_name_of_the_form_is_seen(source: str) -> None:
    assert list(named_in(source))


@pytest.mark.parametrize(
    "source",
    ['"""The rows carried_in and carried_out."""', 'x = "total"', 'x = "platform.items"', 'x = "requests"'],
)
def test_other_words_are_let_be(source: str) -> None:
    assert not list(named_in(source))

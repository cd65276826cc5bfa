"""No module imports itself by way of others, be it only inside a function: what is in a circle is one module
in several files. Imports for the type checker alone do not count."""

import re
from copy import deepcopy
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOMS = ("app", "prompts", "sections", "store")

KNOWN: set[frozenset[str]] = set()
"""Circles that are still there. Whoever unties one takes it off the list."""
TOGETHER = "these import each other: what both need belongs in a module of its own"


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(*ROOMS, exclude_type_checking_imports=True, cache_dir=None)


def circles(within: str = "") -> set[frozenset[str]]:
    """The groups of modules that import each other, directly or not; ``within`` a package, each package in it
    taken as one module."""
    whole = deepcopy(graph())
    if within:
        for child in whole.find_children(within):
            whole.squash_module(child)
    modules = whole.find_children(within) if within else whole.modules
    imported = {module: whole.find_upstream_modules(module) for module in modules}
    groups = (
        {module} | {other for other in imported if other in imported[module] and module in imported[other]}
        for module in imported
    )
    return {frozenset(group) for group in groups if len(group) > 1}


def test_no_modules_import_each_other() -> None:
    assert circles() - KNOWN == set(), TOGETHER


def test_every_known_circle_is_still_there() -> None:
    assert KNOWN - circles() == set()


def test_no_helper_and_no_test_imports_a_test() -> None:
    modules = sorted(Path(__file__).parent.rglob("*.py"))
    tests = {module.stem for module in modules if module.stem.startswith("test_")}
    taken = [
        f"{module.name}: {match[0]}"
        for module in modules
        for match in re.finditer(r"^\s*(?:from|import) [^#\n]*\b(test_\w+)", module.read_text("utf-8"), re.M)
        if match[1] in tests
    ]
    assert taken == [], "what tests share belongs in tests/support/"


@pytest.mark.parametrize("package", ["app", "app.session", "app.tui", "app.documents", "app.documents.read"])
def test_no_packages_import_each_other(package: str) -> None:
    assert circles(package) == set(), TOGETHER

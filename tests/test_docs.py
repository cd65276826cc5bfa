"""What the documents for readers list is what there is: commands, kinds of export, formats, make targets."""

import re
from pathlib import Path

import pytest

from app.cli.run import COMMANDS
from app.documents.formats import FORMATS
from app.documents.write.kinds import KINDS

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_a_readme_names_every_command(name: str) -> None:
    table = [line for line in text(name).splitlines() if line.startswith("| `nianbao")]
    named = {word for line in table for word in re.findall(r"`(?:nianbao )?([a-z]+)", line)}
    assert set(COMMANDS) - named == set(), f"add a row to the table of commands in {name}"


@pytest.mark.parametrize("name", READMES)
def test_a_readme_names_every_format_that_is_read(name: str) -> None:
    words = text(name)
    missing = [suffix for each in FORMATS for suffix in each.suffixes if suffix not in words]
    assert missing == [], f"add them to the formats that can be imported in {name}"


@pytest.mark.parametrize("name", READMES)
def test_a_readme_shows_as_many_files_as_there_are_kinds(name: str) -> None:
    lines = re.findall(r"^(\d+)/(\d+) (.+?)：", text(name), re.M)
    labels = [kind.label for kind in KINDS.values()]
    assert lines, name
    shown = [(total, label) for _, total, label in lines]
    there = [(str(len(KINDS)), labels[int(number) - 1]) for number, *_ in lines]
    assert shown == there, f"show in {name} what `nianbao export --all` says now"


def test_the_table_of_exports_names_every_kind() -> None:
    first = [line.split("|")[1] for line in text("docs/exports.md").splitlines() if line.startswith("| `")]
    named = {name for cell in first for name in re.findall(r"`(\w+)`", cell)}
    assert not KINDS.keys() - named, "add a row to the table of docs/exports.md"


def test_contributing_names_every_make_target_for_work() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.M)
    assert phony is not None
    targets = set(phony[1].split()) - {"setup", "run", "demo", "clean"}
    assert {target for target in targets if f"`make {target}`" not in text("CONTRIBUTING.md")} == set()


def test_paths_in_the_documents_exist() -> None:
    """A path that is named in code type: a file or a folder of this project."""
    names = ["CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
    gone = [
        f"{name}: {path}"
        for name in names
        for path in re.findall(r"`((?:app|prompts|sections|store|tests|docs)/[\w./-]+)`", text(name))
        if not (ROOT / path).exists()
    ]
    assert gone == []


def test_what_holds_over_years_is_held_by_tests_that_exist() -> None:
    told = re.findall(r"`(test_\w+)`((?:: (?:`[a-z_0-9]+`(?:, )?)+)?)", text("docs/years.md"))
    modules = {path.stem: path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    gone = [
        f"{module}: {name}"
        for module, names in told
        for name in re.findall(r"`(\w+)`", names) or [""]
        if not re.search(rf"def test_\w*{name}", modules.get(module, ""))
    ]
    assert (len(told) > 20, gone) == (True, [])

"""docs/rules.md is what the rules say of themselves."""

from pathlib import Path

from sections.rules import RULES
from sections.rules.reference import as_markdown

ROOT = Path(__file__).parents[3]


def test_the_reference_in_docs_is_up_to_date() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == as_markdown(), "run: python -m sections.rules.reference > docs/rules.md"


def test_every_rule_has_its_entry_once() -> None:
    text = as_markdown()
    assert all(text.count(f"### {rule.code}\n") == 1 for rule in RULES)

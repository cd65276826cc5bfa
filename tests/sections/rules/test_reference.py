"""docs/rules.md is what the rules say of themselves."""

import re
from pathlib import Path

from sections.rules.reference import as_markdown
from sections.rules.run import RULES

ROOT = Path(__file__).parents[3]
ELSEWHERE = {"NB914"}
"""Rules about the use of the program, not about a fault of the report."""


def test_the_reference_in_docs_is_up_to_date() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == as_markdown(), "run: make renew"


def test_every_rule_has_its_entry_once() -> None:
    text = as_markdown()
    assert all(text.count(f"### {rule.code}\n") == 1 for rule in RULES)


def test_what_is_covered_names_every_rule_and_no_other() -> None:
    text = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")
    named, rules = set(re.findall(r"NB[0-9]{3}", text)) | ELSEWHERE, {rule.code for rule in RULES}
    assert not rules - named, "say in a table of docs/checking.md which fault these find"
    assert not named - rules, "docs/checking.md names rules that there are not"

"""The errors that a clerk may see are all told of where their root is."""

import re
from pathlib import Path

import sections.errors

ROOT = Path(__file__).parents[1]


def test_every_kind_of_error_is_in_the_tree() -> None:
    files = [file for room in ("app", "prompts", "sections", "store") for file in (ROOT / room).rglob("*.py")]
    kinds = {
        name
        for file in files
        for name in re.findall(r"^class (\w+)\(NianbaoError\)", file.read_text("utf-8"), re.M)
    }
    told = set(re.findall(r"\w+", sections.errors.__doc__ or ""))
    assert "StoreError" in kinds
    assert kinds <= told
    assert {word for word in told if word.endswith("Error")} <= kinds | {"NianbaoError"}

"""Results as one page to read, print and pass on: no script, nothing from elsewhere."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.checking.places import place_name
from app.checking.results import Checked, of_section
from app.checking.text import said, tally
from sections.findings import Severity

if TYPE_CHECKING:
    from jinja2 import Template


def as_page(results: list[Checked]) -> str:
    """The whole page, everything in it escaped."""
    from sections.rules import RULES

    how = {rule.code: rule.how for rule in RULES}
    return _template().render(
        results=results,
        summary=tally(results).line,
        severities=list(Severity),
        name=_name,
        said=said,
        of_section=of_section,
        place=place_name,
        how=how.__getitem__,
    )


def _name(checked: Checked) -> str:
    if not checked.unit:
        return Path(checked.target).name
    return f"{checked.unit}{checked.year}年" if checked.year else checked.unit


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined

    source = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(source)

"""Results as one page to read, print and pass on: no script, nothing from elsewhere."""

from pathlib import Path

from app.checking.place_names import place_name
from app.checking.plain_text import summary, tally
from app.checking.results import Checked, of_section
from app.documents.page_template import page_template
from sections.rules.base import Severity


def as_page(results: list[Checked]) -> str:
    """The whole page, everything in it escaped."""
    from sections.rules.run import RULES

    how = {rule.code: rule.how for rule in RULES}
    return page_template(Path(__file__).parent).render(
        results=results,
        summary=tally(results).line,
        severities=list(Severity),
        name=_name,
        said=summary,
        of_section=of_section,
        place=place_name,
        how=how.__getitem__,
    )


def _name(checked: Checked) -> str:
    if not checked.unit:
        return Path(checked.target).name
    return f"{checked.unit}{checked.year}年" if checked.year else checked.unit

"""Reports that were read, held against what was written or what was checked by hand."""

from decimal import Decimal
from pathlib import Path

from sections.form.disclosure_2021 import FORM, HEADINGS
from sections.form.model import Form
from sections.report.report import Report
from tests.support import made

SHARED = Path(__file__).parents[3] / "shared" / "reports"
"""Published reports with checked values; tests skip where the folder is absent."""


def wrong(report: Report, texts: made.Numbers, form: Form = FORM) -> dict[str, object]:
    """The fields that do not hold the number that was written."""
    return {
        field: report.number(field)
        for field in form.paths
        if report.number(field) is None or Decimal(str(report.number(field))) != Decimal(texts[field])
    }


def assert_equal(report: Report, expected: dict[str, object], unread: int = 0) -> None:
    assert (report.unit, report.year) == (expected["unit"], expected["year"])
    doubtful = {place.where for place in report.unread}
    assert len(doubtful) == unread
    for field in set(FORM.paths) - doubtful:
        value: object = expected
        for step in field.split("."):
            value = value[step]  # type: ignore[index]
        assert Decimal(str(report.number(field))) == Decimal(str(value)), field
    for part in ("overview", "problems", "other"):
        if part in expected:
            text = expected[part]["text"]  # type: ignore[index]
            assert "".join(getattr(report, part).text.split()) == "".join(text.split())


def assert_read(report: Report, texts: made.Numbers) -> None:
    """Everything that was written, cell by cell and paragraph by paragraph."""
    assert wrong(report, texts) == {}
    assert report.unread == ()
    assert (report.unit, report.year) == ("虚构县园林局", 2025)
    assert report.title == "\n".join(made.TITLE)
    assert report.opening == made.OPENING
    assert list(report.overview.topics.values()) == [line.partition("。")[2] for line in made.OVERVIEW[1:]]
    assert report.overview.lead == made.OVERVIEW[0]
    assert (report.problems.text, report.other.text) == (made.PROBLEMS, made.OTHER)
    assert set(report.headings) == set(HEADINGS)


def held_as_written(report: Report, texts: made.Numbers) -> None:
    """Every cell holds what was written, or nothing and is listed."""
    for path in FORM.paths:
        number = report.number(path)
        if number is None:
            assert path in report.unreadable, path
        else:
            assert str(number) == texts[path], path

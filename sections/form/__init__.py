"""The form of 2021 by its old names, until every reader and writer takes a form as an argument."""

from sections.form.disclosure_2021 import (
    APPLICANT_COLUMNS,
    FORM,
)
from sections.form.disclosure_2021 import (
    DOCUMENT_NAME as DOCUMENT_NAME,
)
from sections.form.disclosure_2021 import (
    HEADINGS as HEADINGS,
)
from sections.form.disclosure_2021 import (
    LEGAL_PERSON as LEGAL_PERSON,
)
from sections.form.disclosure_2021 import (
    PARAGRAPHS as PARAGRAPHS,
)
from sections.form.disclosure_2021 import (
    REQUEST_NOTE as REQUEST_NOTE,
)
from sections.form.disclosure_2021 import (
    RESULT_ROWS as _RESULTS,
)
from sections.form.disclosure_2021 import (
    TOPICS as TOPICS,
)
from sections.form.elements import Cell as Cell
from sections.form.elements import Column as Column
from sections.form.elements import Identity as Identity
from sections.form.elements import Measure as Unit
from sections.form.elements import Row as Row
from sections.form.elements import Source as Source
from sections.form.model import Table as Table

__all__: list[str] = []
REQUEST_COLUMNS = APPLICANT_COLUMNS
SECTIONS = tuple(HEADINGS)
TABLES = FORM.tables
PROACTIVE_COLUMNS = TABLES["proactive"].blocks[0].columns
PROACTIVE_DOCUMENT_ROWS = TABLES["proactive"].blocks[0].rows
PROACTIVE_SINGLE_ROWS = tuple(row for block in TABLES["proactive"].blocks[1:] for row in block.rows)
BANDS = {block.band: block for block in TABLES["proactive"].blocks}
APPLICANTS = tuple(column.name for column in REQUEST_COLUMNS if column.name != "total")
REQUEST_ROWS = TABLES["requests"].rows
RESULT_ROWS = tuple(row.name for row in _RESULTS)
RESULT_GROUPS = {label: tuple(row.name for row in rows) for label, rows in TABLES["requests"].groups.items()}
DISPUTE_GROUPS = TABLES["disputes"].rows
DISPUTE_COLUMNS = TABLES["disputes"].columns
DISPUTE_OUTCOMES = tuple(column.name for column in DISPUTE_COLUMNS if column.name != "total")


def source_of(field: str) -> Source:
    return FORM.source(field)


def unit_of(field: str) -> Unit:
    return FORM.measure(field)


def label_of(field: str) -> str:
    return FORM.label(field)


def table_fields() -> tuple[str, ...]:
    return FORM.paths

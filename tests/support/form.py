"""The form in force taken apart, as the tests look at it."""

from sections.form.disclosure_2021 import APPLICANT_COLUMNS, FORM, RESULT_ROWS
from sections.form.elements import OWN_TOPICS

TABLES = FORM.tables
HEADINGS, TOPICS = FORM.headings, FORM.topics
PARAGRAPHS = tuple(key for key in FORM.paragraphs if key != OWN_TOPICS)
"""Those that have a template."""
SECTIONS = tuple(HEADINGS)
REQUESTS, DISPUTES = TABLES["requests"], TABLES["disputes"]
BANDS = {block.band: block for block in TABLES["proactive"].blocks}
REQUEST_COLUMNS, REQUEST_ROWS = APPLICANT_COLUMNS, REQUESTS.rows
APPLICANTS = tuple(column.name for column in REQUEST_COLUMNS if column.name != "total")
RESULTS = tuple(row.name for row in RESULT_ROWS)
RESULT_GROUPS = {label: tuple(row.name for row in rows) for label, rows in REQUESTS.groups.items()}
DISPUTE_GROUPS, DISPUTE_COLUMNS = DISPUTES.rows, DISPUTES.columns
DISPUTE_OUTCOMES = tuple(column.name for column in DISPUTE_COLUMNS if column.name != "total")
source_of, unit_of, label_of = FORM.source, FORM.measure, FORM.label


def table_fields() -> tuple[str, ...]:
    """Every path, in reading order."""
    return FORM.paths

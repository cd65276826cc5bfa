"""The report as JSON (schema ``nianbao/report/1``)."""

import json

from sections.report.report import Report


def write_json(report: Report) -> bytes:
    """UTF-8 with a final line feed; the same report gives the same bytes."""
    return (json.dumps(report.to_json(), ensure_ascii=False, indent=1) + "\n").encode()

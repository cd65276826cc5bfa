"""Reports from whatever file is given: a document, or our own JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sections.report.report import Report

_OURS: Final = frozenset({"unit", "year", "proactive", "requests", "disputes"})
"""What a report in JSON has at least."""


def read_any(path: Path) -> "Report":
    """The report in ``path``. Raises ``NotAReport`` with one Chinese sentence."""
    import json

    from app.documents.read.importer import MOST_BYTES, NotAReport, read_report
    from sections.report.report import Report

    if path.suffix.lower() != ".json":
        return read_report(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAReport("文件过大，不像是一份年报，没有读取。", "请确认选择的文件。")
        data = json.loads(path.read_bytes())
        if not isinstance(data, dict) or not (data.get("schema") or data.keys() >= _OURS):
            raise ValueError
        return Report.model_validate(data)
    except OSError as error:
        raise NotAReport(f"读不到文件 {path}。", "请检查路径和权限。") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise NotAReport(f"{path.name} 不是年报 JSON。", "格式说明见 nianbao schema。") from error

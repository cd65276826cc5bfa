"""A file of answers to findings: what was found before and checked to be right, each with the reason.

For checked files what the store is for our own reports. The file is written once with all that is found;
after that only what is new, or has changed its numbers, is told as before."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.checking.place_names import place_name
from app.checking.results import Checked
from app.clean_text import escaped
from app.errors import SessionError
from app.input_files import DoubleKeyError, InputFileError, content_of, json_of
from app.schema_versions import why_refused
from sections.rules.run import answered

if TYPE_CHECKING:
    from sections.rules.base import Finding

SCHEMA: Final = "nianbao/baseline/1"
_NAME: Final = SCHEMA.rpartition("/")[0]
_ENTRY: Final = frozenset({"finding", "reason", "code", "place", "message"})
_LARGEST: Final = 200 * 2**20
_REASON: Final = "已核对"
"""The reason as it is written; a person puts the true one in its place."""


@dataclass(slots=True)
class Baseline:
    """The reasons of a file by report (name of its file, or 单位@年份) and fingerprint; ``seen`` collects
    what this run finds."""

    reasons: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    seen: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Baseline":
        """From a file, empty where there is none. Raises ``SessionError`` for a file of another kind or
        version, or with fields that are not known."""
        if not path.exists():
            return cls()
        try:
            data = json_of(content_of(path, _LARGEST))
            if (other := why_refused(data["schema"], SCHEMA)) and _NAME in data["schema"]:
                raise SessionError(f"{path.name} {other}。", "请更新年报助手，或者换一个文件名。")
            if other:
                raise ValueError(data["schema"])
            _refuse_unknown(path.name, data)
            return cls({str(name): _reasons(entries) for name, entries in data["files"].items()})
        except DoubleKeyError as error:
            raise SessionError(f"{path.name} 里“{error}”写了两次。", "请只留一处。") from error
        except InputFileError as error:
            raise SessionError(error.message, error.hint) from error
        except (OSError, ValueError, TypeError, LookupError, AttributeError) as error:
            advice = "请写 check --baseline 写出的文件，或者换一个还没有的文件名。"
            raise SessionError(f"{path.name} 不是检查答复文件。", advice) from error

    def applied(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """The results with the answers of the file."""
        for checked in results:
            reasons = self.reasons.get(_name(checked), {})
            told = tuple(answered(checked.findings, reasons))
            entries = [_entry(checked, finding) for finding in told if not finding.compulsory]
            known = self.seen.setdefault(_name(checked), [])  # files of one name in several folders
            known += [entry for entry in entries if entry not in known]
            yield replace(checked, findings=told)

    @property
    def count(self) -> int:
        """How many findings this run has seen."""
        return sum(map(len, self.seen.values()))

    def data(self) -> bytes:
        """What this run has seen, as a file; reasons that were given stay."""
        told = {"schema": SCHEMA, "files": self.seen}
        return (escaped(json.dumps(told, ensure_ascii=False, indent=1)) + "\n").encode("utf-8", "replace")


def _name(checked: Checked) -> str:
    return checked.target if checked.stored else Path(checked.target).name


def _refuse_unknown(name: str, data: Any) -> None:
    """Raise ``SessionError`` for fields that a file of answers does not have."""
    entries = [entry for one in data["files"].values() for entry in one]
    unknown = {*data} - {"schema", "files"} | {key for entry in entries for key in entry} - _ENTRY
    if unknown:
        raise SessionError(f"{name} 里有不认识的内容（{'、'.join(sorted(unknown))}），没有读取。")


def _reasons(entries: Any) -> dict[str, str]:
    return {
        str(entry["finding"]): " ".join(str(entry["reason"]).split()) for entry in entries if entry["reason"]
    }


def _entry(checked: Checked, finding: "Finding") -> dict[str, str]:
    return {
        "finding": finding.fingerprint,
        "reason": finding.answer or _REASON,
        "code": finding.code,
        "place": place_name(checked.form, finding.where),
        "message": finding.message,
    }

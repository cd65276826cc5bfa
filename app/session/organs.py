"""Organs: what they are called from which year on, what they came from, whose they are."""

from typing import TYPE_CHECKING, Final

from app.clean_text import cleaned
from app.errors import SessionError
from store.model import Change, Origin, Status

if TYPE_CHECKING:
    from app.session.library import Library
    from sections.report.report import Report
    from store.model import OrganRecord

MOST_NAMED: Final = 10
"""So many are named where a name fits several."""
_NAME: Final = "profile.name"


class Organs:
    """The organs whose reports are kept here."""

    def __init__(self, library: "Library") -> None:
        self._library, self._store = library, library.store

    def all(self) -> "list[OrganRecord]":
        """Every organ, by its name."""
        return self._store.organs()

    def find(self, name: str) -> "OrganRecord":
        """The organ that bears or bore a name, or whose name alone has it in it. Raises ``SessionError``."""
        known = self.all()
        found = [organ for organ in known if name in organ.names] or [
            organ for organ in known if any(name in each for each in organ.names)
        ]
        if not found:
            raise SessionError(f"没有单位“{name}”的年报。", "请写这里有它的年报的单位。")
        if len(found) > 1:
            raise SessionError(several(name, [organ.name for organ in found], "个单位"), "请写明单位全称。")
        return found[0]

    def rename(self, name: str, new: str, year: int) -> list[int]:
        """Call an organ ``new`` from the reports of ``year`` on; the years that this changed. Earlier reports
        keep their name.

        Raises ``SessionError`` where a report of these years is closed, or there is none."""
        organ, new = self.find(name), cleaned(new).strip()
        if not new:
            raise SessionError("单位名称不能为空。", "请输入单位全称，如“示例县民政局”。")
        found = [(unit, one) for unit, years in organ.names.items() for one in years if one >= year]
        reports = [self._store.find(unit, one) for unit, one in sorted(found, key=lambda pair: pair[1])]
        changed = [report for report in reports if report is not None and report.unit != new]
        if not found:
            told = f"开始{year}年的年报时直接写新名称即可。"
            raise SessionError(f"“{organ.name}”还没有{year}年及以后的年报。", told)
        for report in changed:
            if report.status is not Status.DRAFT:
                raise SessionError(
                    f"{report.unit}{report.year}年的年报{report.status.label}，名称没有改。",
                    "确要改这一份，请先重新打开；或者从更晚的年份起改。",
                )
        from app.session.corrected_name import follow_name

        with self._store.transaction():
            for report in changed:
                self._store.rename(report.id, new)
                follow_name(self._store, report.id, report.unit, new)
        return [report.year for report in changed]

    def rename_in_words(self, name: str, new: str, year: str) -> list[int]:
        """``rename`` with the year as it was typed. Raises ``SessionError``."""
        return self.rename(name, new, year_in(year))

    def rename_report(self, report_id: int, new: str) -> str:
        """Correct the name in one report: the organ's other reports keep theirs and stay beside it; a name
        that another organ bears makes it that organ's report. What followed from it, in sentences.

        Raises ``SessionError`` for a final report, ``AlreadyThereError`` where that organ has one of the
        year, ``SecondWindowError`` while another window holds it."""
        from app.session.corrected_name import follow_name

        report, new = self._store.report(report_id), cleaned(new).strip()
        if not new:
            raise SessionError("单位名称不能为空。", "请输入单位全称，如“示例县民政局”。")
        if report.status is Status.FINAL:
            raise SessionError(
                f"{report.unit}{report.year}年的年报已定稿，名称没有改。", "确要改，请先重新打开。"
            )
        document = self._library.report_of(report) if report.status is Status.IMPORTED else None
        with self._store.transaction():
            self._store.rename(report_id, new)
            if document is None:
                followed = follow_name(self._store, report_id, report.unit, new)
                return f"名称已改为“{new}”。{followed}上下年照样对照。"
            self._store.put_document(report_id, called(document, new))
            self._store.put(report_id, {_NAME: new}, Origin.IMPORTED)
        return f"名称已改为“{new}”。导入的数字和文字没有动，上下年照样对照。"

    def add_predecessor(self, name: str, predecessor: str, year: int, change: Change) -> None:
        """Say that an organ came from another, its first report being that of ``year``. Raises
        ``StoreError``."""
        if not 2008 <= year <= 2100:
            raise SessionError(f"年份{year}不对。", "请写明新单位第一份年报的年份，如2025。")
        self._store.add_predecessor(self.find(name).name, self.find(predecessor).name, year, change)

    def add_predecessor_in_words(self, name: str, predecessor: str, year: str, change: str) -> None:
        """``add_predecessor`` with what a clerk types: 「2025」, 「合并」. Raises ``SessionError``."""
        found = next((one for one in Change if one.label == change.strip()), None)
        if found is None:
            labels = "、".join(one.label for one in Change)
            raise SessionError(f"“{change.strip()}”不认识。", f"应为{labels}中的一种。")
        self.add_predecessor(name, predecessor, year_in(year), found)

    def remove_predecessor(self, name: str, predecessor: str) -> None:
        """Take that back; also that it is an earlier name of the same organ. Raises ``StoreError``."""
        organ, other = self.find(name), self.find(predecessor)
        mine = name if name in organ.names else organ.name
        if organ == other and predecessor in organ.names and predecessor != mine:
            self._store.part(mine, predecessor)
        else:
            self._store.remove_predecessor(organ.name, other.name)

    def describe(self, name: str, kind: str | None = None, parent: str | None = None) -> None:
        """Say what kind an organ is, and whose ("" for nobody's). Raises ``SessionError``."""
        from sections.facts import ORGAN_KINDS

        if kind and kind not in ORGAN_KINDS:
            raise SessionError(f"单位性质“{kind}”不认识。", f"应为{'、'.join(ORGAN_KINDS)}。")
        organ = self.find(name)
        above = self.find(parent).name if parent else parent
        if above == organ.name:
            raise SessionError("一个单位不能是自己的上级。", "请核对单位名称。")
        self._store.describe_organ(organ.name, kind=kind, parent=above)


def called(report: "Report", name: str) -> "Report":
    """The report as that of the organ ``name``, wherever it says whose it is."""
    facts = report.facts | {_NAME: name} if _NAME in report.facts else report.facts
    return report.model_copy(
        update={"unit": name, "facts": facts, "profile": report.profile.model_copy(update={"name": name})}
    )


def year_in(text: str) -> int:
    """A year as it was typed. Raises ``SessionError``."""
    typed = text.strip().rstrip("年度")
    if not (typed.isdecimal() and len(typed) == 4):
        raise SessionError("请输入四位数的年份。", "如2025。")
    return int(typed)


def several(name: str, fitting: list[str], measure: str) -> str:
    """That a name fits several, which are named one a line, so many at most."""
    more = [f"……共{len(fitting)}{measure}。"] if len(fitting) > MOST_NAMED else []
    lines = "\n".join(f"  {line}" for line in (*fitting[:MOST_NAMED], *more))
    return f"“{name}”对应多{measure}：\n{lines}\n"

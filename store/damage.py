"""What is damaged in an open store, in words: what could not be read, and what changed by itself."""

from typing import Final

from store import checksums
from store.errors import DamagedError
from store.reports import Reports

_ADVICE: Final = "请核对；运行 nianbao doctor 可以检查和修复。"


class Damage(Reports):
    """Tell what is wrong with a report and with the list, without stopping anything."""

    def damage(self, report_id: int, *, journal: bool = False) -> tuple[str, ...]:
        """A sentence for each kind of thing of a report that is not as it was written; () for none.

        What reading found unreadable before is named by its labels. ``journal``: look at the journal too,
        which takes longer."""
        sums = self._sums(report_id)
        if sums is None:
            return ("这份年报的校验记录读不出来，不能确定内容是否完好。" + _ADVICE,)
        shown = [what for what in checksums.COVERED if journal or what != "journal"]
        return tuple(self._words(report_id, what) for what in shown if self._is_wrong(report_id, what, sums))

    def _is_wrong(self, report_id: int, what: str, sums: dict[str, str]) -> bool:
        """Whether it cannot be read, even as it was written, or is not as it was written."""
        return bool(self._unreadable.get((report_id, what))) or self._differs(report_id, what, sums)

    def _differs(self, report_id: int, what: str, sums: dict[str, str]) -> bool:
        try:
            rows = self._db.rows(checksums.COVERED[what], report_id)
        except DamagedError:
            return True
        return checksums.total(rows) != sums.get(what, _EMPTY)

    def _sums(self, report_id: int) -> dict[str, str] | None:
        try:
            rows = self._db.rows("SELECT what, digest FROM checksums WHERE report_id = ?", report_id)
        except DamagedError:
            return None
        return {str(what): str(digest) for what, digest in rows}

    def _words(self, report_id: int, what: str) -> str:
        names = self._unreadable.get((report_id, what), ())
        label = checksums.LABELS[what]
        if not names:
            return f"数据文件有损坏：这份年报的{label}与保存时不一致，可能有缺少或变动。{_ADVICE}"
        shown = "、".join(names[:5]) + (f"等{len(names)}项" if len(names) > 5 else "")
        return f"数据文件有损坏：{label}中{shown}读不出来，其余的照常显示。{_ADVICE}"

    def damage_of_list(self) -> tuple[str, ...]:
        """What is wrong with the store as a whole: why it can only be read, and reports that are missing
        from the list."""
        told = () if self._db.read_only is None else (_why_read_only(self._db.read_only),)
        try:
            known = {number for (number,) in self._db.rows("SELECT DISTINCT report_id FROM checksums")}
            there = {number for (number,) in self._db.rows("SELECT id FROM reports")}
        except DamagedError:
            return (*told, "数据文件有损坏：年报列表有一部分读不出来。" + _ADVICE)
        shown = {stored.id for stored in self.reports()}
        if missing := len((known | there) - shown):
            return (*told, f"数据文件有损坏：有{missing}份年报读不出来，没有列出。{_ADVICE}")
        return told


_EMPTY: Final = checksums.total([])


def _why_read_only(error: Exception) -> str:
    return f"{error}现在只能查看、导出和备份，不能修改。"

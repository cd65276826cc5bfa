"""Organs through the years: their names, what they came from, whom they belong to.

A name is a row of ``units``; an organ is all names that name the same first one. A report keeps the name its
organ had when it was written, so that renaming an organ in one year relabels no other.
"""

from typing import Any

from store.errors import AlreadyThereError, StoreError
from store.model import DISCLOSURE, Change, OrganRecord, Preceding, Predecessor, ReportRecord
from store.reports import IDENTITY, ORGAN_OF, SELECT, Reports
from store.texts import readable


class Organs(Reports):
    """Know one organ under all its names, and what became of it."""

    def rename(self, report_id: int, name: str) -> None:
        """Give the organ of a report another name in this report; those of other years keep theirs.

        A name that is known already makes it that organ's report. Raises ``AlreadyThereError`` when that
        organ has a report of the year, ``SecondWindowError`` while another window holds this one."""
        with self._writing(report_id):
            mine = self.report(report_id)
            if name == mine.unit:
                return
            there = self.of_organ(name, mine.year, mine.kind)
            if there is not None and there.id != report_id:
                raise AlreadyThereError(there.unit, there.year)
            before = self._now_of("report", report_id)
            self._point_to(report_id, mine.unit, name)
            self._forget_unused()
            self._count("report", before, self._now_of("report", report_id))
            self._note(report_id, "unit", "", before={"name": mine.unit}, after={"name": name})

    def _point_to(self, report_id: int, old: str, name: str) -> None:
        """Let a report bear a name: one that is there, the old one made right where nothing else bears it,
        or a new name of the same organ."""
        known = self._db.rows("SELECT id FROM units WHERE name = ?", name)
        others = self._db.rows(
            "SELECT 1 FROM reports r JOIN units u ON u.id = r.unit_id WHERE u.name = ? AND r.id <> ?",
            old,
            report_id,
        )
        if not known and not others:
            self._db.execute("UPDATE units SET name = ? WHERE name = ?", name, old)
            return
        if not known:
            self._db.execute(f"INSERT INTO units (name, organ_id) VALUES (?, {ORGAN_OF})", name, old)
        self._db.execute(
            "UPDATE reports SET unit_id = (SELECT id FROM units WHERE name = ?) WHERE id = ?", name, report_id
        )

    def preceding(self, name: str, year: int, kind: str = DISCLOSURE) -> Preceding:
        """The reports of the year before that an organ's report of ``year`` follows: its own, or those of
        what it came from in that year."""
        sql = f"SELECT predecessor_id, change FROM predecessors WHERE organ_id = {ORGAN_OF} AND year = ?"
        rows = self._db.rows(f"{sql} ORDER BY predecessor_id", name, year)
        own = self.of_organ(name, year - 1, kind)
        theirs = {
            record: _change(change)
            for predecessor, change in rows
            for record in self._ours(
                f"{IDENTITY} = ? AND r.year = ? AND r.kind = ?", predecessor, year - 1, kind
            )[:1]
        }
        split = tuple(record for record, change in theirs.items() if change is Change.SPLIT)
        whole = [record for record in theirs if record not in split]
        if split and own is None and not whole:
            return Preceding(split, Change.SPLIT)
        records = tuple(dict.fromkeys([*([own] if own else []), *whole]))
        change = theirs[whole[0]] if whole else None
        if change is None and own is not None and own.unit != name:
            change = Change.RENAMED
        return Preceding(records, change, split)

    def earlier(self, name: str, year: int, kind: str = DISCLOSURE) -> list[ReportRecord]:
        """Every report of an organ, and of what it came from, of the years before ``year``; newest first."""
        sql = f"""WITH RECURSIVE line (id, year) AS (
            SELECT {ORGAN_OF}, ? UNION
            SELECT p.predecessor_id, p.year FROM predecessors p JOIN line l
            ON p.organ_id = l.id AND p.year <= l.year)
            {SELECT} JOIN line l ON l.id = {IDENTITY} AND r.year < l.year
            WHERE r.kind = ? ORDER BY r.year DESC, r.id"""
        found = [self._stored(row) for row in self._db.rows(sql, name, year, kind)]
        return list(dict.fromkeys(found))

    def organs(self) -> list[OrganRecord]:
        """Every organ with a report, by the name it bore last."""
        rows = self._db.rows(
            f"""SELECT {IDENTITY}, u.name, u.kind, (SELECT name FROM units p WHERE p.id = u.parent_id),
            u.organ_id, group_concat(r.year) FROM units u LEFT JOIN reports r ON r.unit_id = u.id
            GROUP BY u.id ORDER BY max(coalesce(r.year, 0)), u.id"""
        )
        found: dict[int, list[Any]] = {}
        for identity, *row in rows:
            found.setdefault(identity, []).append(row)
        organs = (self._organ(identity, named) for identity, named in found.items())
        return sorted((organ for organ in organs if any(organ.names.values())), key=lambda organ: organ.name)

    def _organ(self, identity: int, named: list[Any]) -> OrganRecord:
        head = next((row for row in named if row[3] is None), named[0])
        names = {
            readable(name): tuple(sorted(int(one) for one in str(years or "").split(",") if one))
            for name, _, _, _, years in named
        }
        sql = """SELECT (SELECT u.name FROM units u LEFT JOIN reports r ON r.unit_id = u.id
            WHERE coalesce(u.organ_id, u.id) = p.predecessor_id ORDER BY r.year DESC, u.id DESC LIMIT 1),
            p.year, p.change FROM predecessors p WHERE p.organ_id = ? ORDER BY p.year, p.predecessor_id"""
        came_from = [
            Predecessor(readable(name), int(year), _change(change))
            for name, year, change in self._db.rows(sql, identity)
        ]
        return OrganRecord(
            list(names)[-1], readable(head[1]), readable(head[2] or ""), names, tuple(came_from)
        )

    def kinds(self) -> dict[str, str]:
        """By name what kind an organ is, where that was said."""
        sql = f"""SELECT u.name, h.kind FROM units u JOIN units h ON h.id = {IDENTITY} WHERE h.kind <> ''"""
        return {readable(name): readable(kind) for name, kind in self._db.rows(sql)}

    def describe_organ(self, name: str, *, kind: str | None = None, parent: str | None = None) -> None:
        """Say what kind an organ is, and whose it is (a name; "" for nobody's). Raises ``StoreError`` for an
        organ that is not known."""
        self._back_up_daily()
        with self._db.atomic():
            self._require(name, *([parent] if parent else []))
            if kind is not None:
                self._db.execute(f"UPDATE units SET kind = ? WHERE id = {ORGAN_OF}", kind, name)
            if parent is not None:
                sql = f"UPDATE units SET parent_id = {ORGAN_OF} WHERE id = {ORGAN_OF}"
                self._db.execute(sql, parent, name)

    def add_predecessor(self, name: str, predecessor: str, year: int, change: Change) -> None:
        """Say that an organ, whose first report is that of ``year``, came from another; one that was only
        renamed is the same organ from then on. Raises ``StoreError`` where one is not known, or both are the
        same, and ``AlreadyThereError`` where both have a report of one year."""
        self._back_up_daily()
        with self._db.atomic():
            self._require(name, predecessor)
            if self._identity(name) == self._identity(predecessor):
                raise StoreError(f"“{name}”和“{predecessor}”已经是同一个单位。", "不用再登记。")
            if change is Change.RENAMED:
                self._join(name, predecessor)
                return
            if self._comes_from(predecessor, name):
                raise StoreError(f"“{predecessor}”已经登记为由“{name}”而来。", "请核对哪一个在前。")
            self._db.execute(
                "INSERT OR REPLACE INTO predecessors (organ_id, predecessor_id, year, change)"
                f" VALUES ({ORGAN_OF}, {ORGAN_OF}, ?, ?)",
                *(name, predecessor, year, str(change)),
            )

    def _join(self, name: str, predecessor: str) -> None:
        """Make two organs one, with the older one's kind and parent."""
        ours, theirs = self._identity(name), self._identity(predecessor)
        shared = self._db.rows(
            f"""SELECT r.year FROM reports r JOIN units u ON u.id = r.unit_id
            WHERE {IDENTITY} IN (?, ?) GROUP BY r.year, r.kind HAVING count(*) > 1""",
            ours,
            theirs,
        )
        if shared:
            raise AlreadyThereError(predecessor, shared[0][0])
        self._db.execute("UPDATE units SET organ_id = ? WHERE coalesce(organ_id, id) = ?", theirs, ours)
        for column in ("organ_id", "predecessor_id"):
            sql = f"UPDATE OR IGNORE predecessors SET {column} = ? WHERE {column} = ?"
            self._db.execute(sql, theirs, ours)
        self._db.execute("DELETE FROM predecessors WHERE organ_id = predecessor_id")
        self._db.execute("UPDATE units SET parent_id = ? WHERE parent_id = ?", theirs, ours)

    def remove_predecessor(self, name: str, predecessor: str) -> None:
        """Take back that an organ came from another."""
        self._back_up_daily()
        with self._db.atomic():
            sql = f"DELETE FROM predecessors WHERE organ_id = {ORGAN_OF} AND predecessor_id = {ORGAN_OF}"
            if not self._db.execute(sql, name, predecessor):
                raise StoreError(f"没有登记过“{name}”由“{predecessor}”而来。", "请核对单位名称。")

    def part(self, name: str, other: str) -> None:
        """Take back that two names are one organ's: ``other`` is that of an organ of its own, with the same
        kind and parent. Raises ``StoreError`` where they are not one organ's."""
        self._back_up_daily()
        with self._db.atomic():
            self._require(name, other)
            if name == other or self._identity(name) != self._identity(other):
                raise StoreError(f"“{name}”和“{other}”不是同一个单位的两个名称。", "请核对单位名称。")
            ((mine,),) = self._db.rows("SELECT id FROM units WHERE name = ?", name)
            ((theirs,),) = self._db.rows("SELECT id FROM units WHERE name = ?", other)
            head = self._identity(name)
            alone = mine if head == theirs else theirs
            sql = """UPDATE units SET organ_id = NULL, (kind, parent_id) =
                (SELECT kind, parent_id FROM units WHERE id = ?) WHERE id = ?"""
            self._db.execute(sql, head, alone)
            if head == theirs:
                self._hand_on(theirs, mine)

    def _hand_on(self, old: int, new: int) -> None:
        """Let a name stand for the organ that another stood for; to that one is left what it came from."""
        self._db.execute("UPDATE units SET organ_id = ? WHERE organ_id = ?", new, old)
        self._db.execute("UPDATE units SET parent_id = ? WHERE parent_id = ?", new, old)
        self._db.execute(
            "UPDATE OR IGNORE predecessors SET predecessor_id = ? WHERE predecessor_id = ?", new, old
        )
        sql = """UPDATE OR IGNORE predecessors SET organ_id = ? WHERE organ_id = ?
            AND year > (SELECT max(year) FROM reports WHERE unit_id = ?)"""
        self._db.execute(sql, new, old, old)

    def _identity(self, name: str) -> int | None:
        ((found,),) = self._db.rows(f"SELECT {ORGAN_OF}", name)
        return None if found is None else int(found)

    def _require(self, *names: str) -> None:
        for name in names:
            if self._identity(name) is None:
                raise StoreError(f"没有单位“{name}”的年报。", "请核对单位名称，或者先新建、导入它的年报。")

    def _comes_from(self, name: str, other: str) -> bool:
        """Whether ``name`` came, in some steps, from ``other``."""
        sql = f"""WITH RECURSIVE line (id) AS (SELECT {ORGAN_OF} UNION
            SELECT p.predecessor_id FROM predecessors p JOIN line l ON p.organ_id = l.id)
            SELECT 1 FROM line WHERE id = {ORGAN_OF}"""
        return bool(self._db.rows(sql, name, other))


def _change(code: object) -> Change:
    try:
        return Change(str(code))
    except ValueError:
        return Change.MERGED

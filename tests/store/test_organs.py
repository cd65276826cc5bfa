"""One organ under several names; what it came from; reports that were deleted and brought back."""

from pathlib import Path

import pytest

from sections.report.report import Report
from store.database import Store
from store.errors import AlreadyThereError, MissingReportError, SecondWindowError, StoreError
from store.model import Change, Origin, Position, Predecessor, ReportRecord, Status
from tests.store.conftest import UNIT

NEW = "示例县水务和湖泊局"


def names(store: Store) -> dict[int, str]:
    return {stored.year: stored.unit for stored in store.reports()}


def test_renaming_in_one_year_relabels_no_other(store: Store, report: ReportRecord) -> None:
    old = store.create(UNIT, 2021, Status.IMPORTED)
    store.rename(report.id, NEW)
    assert names(store) == {2025: NEW, 2021: UNIT}
    assert store.journal(report.id)[-1].after == {"name": NEW}
    assert store.create(NEW, 2026).unit == NEW
    (organ,) = store.organs()
    assert (organ.name, organ.names) == (NEW, {UNIT: (2021,), NEW: (2025, 2026)})
    assert [damage for one in store.reports() for damage in store.damage(one.id, journal=True)] == []
    store.rename(report.id, UNIT)
    assert names(store) == {2026: NEW, 2025: UNIT, 2021: UNIT}
    assert store.earlier(NEW, 2026) == [store.report(report.id), old]


def test_a_slip_in_the_only_report_of_an_organ_leaves_no_name_behind(
    store: Store, report: ReportRecord
) -> None:
    store.rename(report.id, NEW)
    (organ,) = store.organs()
    assert organ.names == {NEW: (2025,)}


def test_an_organ_has_one_report_a_year_under_whichever_name(store: Store, report: ReportRecord) -> None:
    store.create(UNIT, 2024)
    store.rename(report.id, NEW)
    with pytest.raises(AlreadyThereError, match="示例县水务和湖泊局2025年的年报已经有了"):
        store.create(UNIT, 2025)
    other = store.create("示例县农业局", 2025)
    with pytest.raises(AlreadyThereError):
        store.rename(other.id, UNIT)
    assert names(store)[2024] == UNIT


def test_last_years_report_of_a_renamed_organ_is_its_own(store: Store, report: ReportRecord) -> None:
    last = store.create(UNIT, 2024)
    store.rename(report.id, NEW)
    found = store.preceding(NEW, 2025)
    assert (found.records, found.change) == ((last,), Change.RENAMED)
    assert store.preceding(UNIT, 2025).change is None


def test_the_report_before_a_merger_is_that_of_both(store: Store, report: ReportRecord) -> None:
    water, lakes = store.create("示例县水利局", 2024), store.create("示例县湖泊局", 2024)
    store.add_predecessor(UNIT, "示例县水利局", 2025, Change.MERGED)
    store.add_predecessor(UNIT, "示例县湖泊局", 2025, Change.MERGED)
    found = store.preceding(UNIT, 2025)
    assert (found.records, found.change) == ((water, lakes), Change.MERGED)
    assert store.preceding(UNIT, 2026).records == (report,)
    assert store.earlier(UNIT, 2026) == [report, water, lakes]
    (organ,) = (organ for organ in store.organs() if organ.name == UNIT)
    assert organ.predecessors[0] == Predecessor("示例县水利局", 2025, Change.MERGED)
    store.remove_predecessor(UNIT, "示例县水利局")
    assert store.preceding(UNIT, 2025).records == (lakes,)


def test_two_organs_that_were_one_all_along_become_one(store: Store, report: ReportRecord) -> None:
    old = store.create("示例县水利局", 2024)
    store.describe_organ("示例县水利局", kind="部门")
    store.add_predecessor(UNIT, "示例县水利局", 2025, Change.RENAMED)
    (organ,) = store.organs()
    assert (organ.kind, organ.names) == ("部门", {"示例县水利局": (2024,), UNIT: (2025,)})
    assert store.preceding(UNIT, 2025).records == (old,)
    assert names(store)[2024] == "示例县水利局"


@pytest.mark.parametrize("later_first", [False, True])
def test_names_that_were_made_one_organ_by_a_slip_are_parted(
    store: Store, report: ReportRecord, later_first: bool
) -> None:
    old, lakes = store.create("示例县水利局", 2024), store.create("示例县湖泊局", 2019)
    store.create("示例县农业局", 2026)
    store.add_predecessor("示例县水利局", "示例县湖泊局", 2020, Change.MERGED)
    store.add_predecessor("示例县农业局", UNIT, 2026, Change.SPLIT)
    store.describe_organ("示例县水利局", kind="部门")
    before = {organ.name: (organ.names, organ.predecessors) for organ in store.organs()}
    pair = (UNIT, "示例县水利局")
    store.add_predecessor(*pair, 2025, Change.RENAMED)
    assert store.preceding(UNIT, 2025).records == (old,)
    store.part(*(reversed(pair) if later_first else pair))
    assert store.preceding(UNIT, 2025).records == ()
    assert store.earlier("示例县水利局", 2026) == [old, lakes]
    found = {organ.name: (organ.names, organ.predecessors) for organ in store.organs()}
    assert found.keys() == before.keys()
    assert {name: names for name, (names, _) in found.items()} == {
        n: names for n, (names, _) in before.items()
    }
    if not later_first:
        assert found == before
    with pytest.raises(StoreError, match="不是同一个单位"):
        store.part(*pair)


def test_what_cannot_be_is_refused_in_a_sentence(store: Store, report: ReportRecord) -> None:
    store.create("示例县水利局", 2025)
    store.add_predecessor(UNIT, "示例县水利局", 2025, Change.MERGED)
    with pytest.raises(StoreError, match="已经登记"):
        store.add_predecessor("示例县水利局", UNIT, 2026, Change.MERGED)
    with pytest.raises(AlreadyThereError):
        store.add_predecessor(UNIT, "示例县水利局", 2025, Change.RENAMED)
    with pytest.raises(StoreError, match="没有单位“无此局”"):
        store.add_predecessor(UNIT, "无此局", 2025, Change.MERGED)
    with pytest.raises(StoreError, match="已经是同一个单位"):
        store.add_predecessor(UNIT, UNIT, 2025, Change.MERGED)
    with pytest.raises(StoreError, match="没有登记过"):
        store.remove_predecessor("示例县水利局", UNIT)


def test_an_organ_has_a_kind_and_a_parent(store: Store, report: ReportRecord) -> None:
    store.create("示例县人民政府", 2024)
    store.describe_organ(UNIT, kind="部门", parent="示例县人民政府")
    (organ,) = (organ for organ in store.organs() if organ.name == UNIT)
    assert (organ.kind, organ.parent) == ("部门", "示例县人民政府")
    store.describe_organ(UNIT, parent="")
    assert all(not organ.parent for organ in store.organs())


def everything(store: Store, report_id: int) -> object:
    return (
        store.answers(report_id),
        store.texts(report_id),
        store.wordings(report_id),
        store.skipped(report_id),
        store.position(report_id),
        store.document(report_id),
        store.journal(report_id),
        store.versions(report_id),
        store.damage(report_id, journal=True),
        store.report(report_id).unit,
        store.report(report_id).status,
    )


def test_a_deleted_report_comes_back_as_it_was(path: Path, store: Store, report: ReportRecord) -> None:
    store.put(report.id, {"profile.address": "清水路3号"}, Origin.TYPED)
    store.put_text(report.id, "overview.lead", "手写", "草稿")
    store.put_wording(report.id, "overview.lead.1", 1)
    store.put_skipped(report.id, "other.matters", True)
    store.keep(report.id, Position(typed="写到一半"))
    store.put_document(report.id, Report(unit=UNIT, year=2025))
    store.keep_version(report.id, Report(unit=UNIT, year=2025))
    before = everything(store, report.id)
    store.delete(report.id)
    assert store.reports() == []
    with Store.open(path) as later:
        assert [(one.unit, one.year) for one in later.deleted()] == [(UNIT, 2025)]
        assert later.undelete(report.id).id == report.id
        assert everything(later, report.id) == before
        assert later.deleted() == []
        with pytest.raises(MissingReportError):
            later.undelete(report.id)


def test_a_deleted_report_comes_back_to_its_organ(store: Store, report: ReportRecord) -> None:
    store.create(UNIT, 2024)
    store.create("示例县湖泊局", 2024)
    store.rename(report.id, NEW)
    store.add_predecessor(UNIT, "示例县湖泊局", 2025, Change.MERGED)
    store.describe_organ(NEW, kind="政府部门")
    before = store.organs()
    for number in (report.id, store.find("示例县湖泊局", 2024).id):
        store.delete(number)
        store.undelete(number)
    assert store.organs() == before
    for one in store.reports():
        store.delete(one.id)
    assert store.organs() == []
    for one in store.deleted():
        store.undelete(one.id)
    assert store.organs() == before


def test_a_deleted_report_does_not_come_back_over_another(store: Store, report: ReportRecord) -> None:
    store.delete(report.id)
    other = store.create(UNIT, 2025)
    with pytest.raises(AlreadyThereError):
        store.undelete(report.id)
    assert store.reports() == [other]
    assert len(store.deleted()) == 1


def test_of_deleted_reports_the_last_twenty_are_kept(store: Store) -> None:
    for year in range(2000, 2023):
        store.delete(store.create(UNIT, year).id)
    assert len(store.deleted()) == 20


def test_a_report_open_in_another_window_is_not_renamed(
    path: Path, store: Store, report: ReportRecord
) -> None:
    with Store.open(path) as other:
        assert other.claim(report.id)
        with pytest.raises(SecondWindowError):
            store.rename(report.id, NEW)


def test_final_versions_are_kept_and_told_apart(store: Store, report: ReportRecord) -> None:
    first = Report(unit=UNIT, year=2025, opening="第一稿")
    store.keep_version(report.id, first)
    store.keep_version(report.id, first)
    store.keep_version(report.id, first.model_copy(update={"opening": "第二稿"}))
    assert [version.number for version in store.versions(report.id)] == [1, 2]
    kept = [store.version(report.id, number) for number in (1, 2, 3)]
    assert [one and one.opening for one in kept] == ["第一稿", "第二稿", None]
    assert store.damage(report.id, journal=True) == ()


def test_reports_whose_names_are_damaged_stay_in_the_list_and_are_told(
    path: Path, store: Store, report: ReportRecord
) -> None:
    ((page,),) = store._db.rows("SELECT rootpage FROM sqlite_master WHERE name = 'units'")
    ((size,),) = store._db.rows("PRAGMA page_size")
    store.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xa5" * size
    path.write_bytes(content)
    with Store.open(path) as later:
        assert [(stored.id, stored.year) for stored in later.reports()] == [(report.id, 2025)]
        assert later.damage_of_list() or later.damage(report.id)

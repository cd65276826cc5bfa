import sqlite3
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sections.report.values import Quantity
from store.database import Store
from store.errors import SecondWindowError, StoreError
from store.model import Edited, Origin, ReportRecord, Status
from tests.store.conftest import UNIT

TOTAL = "proactive.published_total"


def state(store: Store, report_id: int) -> tuple[Any, ...]:
    return (
        store.answers(report_id),
        store.texts(report_id),
        store.wordings(report_id),
        store.skipped(report_id),
    )


def test_answers_are_taken_back_one_call_at_a_time(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(742)}, Origin.TYPED)
    store.put(report.id, {TOTAL: Quantity(703), "profile.address": "清水路3号"}, Origin.TYPED)
    assert store.undo(report.id) == (TOTAL, "profile.address")
    assert {field: kept.value for field, kept in store.answers(report.id).items()} == {TOTAL: Quantity(742)}
    assert store.undo(report.id) == (TOTAL,)
    assert store.answers(report.id) == {}
    assert store.undo(report.id) == ()


def test_every_kind_of_change_can_be_taken_back(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(1)}, Origin.CARRIED, "理由")
    store.put_text(report.id, "overview.lead", "手写", "草稿")
    store.put_wording(report.id, "s.1", 2)
    store.put_skipped(report.id, "other.matters", True)
    before = state(store, report.id)
    for change, key in (
        (lambda: store.remove(report.id, [TOTAL]), TOTAL),
        (lambda: store.put_text(report.id, "overview.lead", "再写", "新稿"), "overview.lead"),
        (lambda: store.remove_text(report.id, "overview.lead"), "overview.lead"),
        (lambda: store.put_wording(report.id, "s.1", 0), "s.1"),
        (lambda: store.put_skipped(report.id, "other.matters", False), "other.matters"),
    ):
        change()
        assert state(store, report.id) != before
        assert store.undo(report.id) == (key,)
        assert state(store, report.id) == before


def test_what_changes_nothing_needs_no_undo(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(742)}, Origin.TYPED)
    store.put(report.id, {TOTAL: Quantity(742)}, Origin.TYPED)
    store.remove(report.id, ["profile.address"])
    store.put_skipped(report.id, "other.matters", False)
    assert store.undo(report.id) == (TOTAL,)
    assert store.undo(report.id) == ()


def test_the_report_itself_is_not_undone(store: Store, report: ReportRecord) -> None:
    store.set_status(report.id, Status.FINAL)
    assert store.undo(report.id) == ()
    assert store.report(report.id).status is Status.FINAL


def test_changes_made_together_are_taken_back_together(store: Store, report: ReportRecord) -> None:
    store.put_skipped(report.id, TOTAL, True)
    with store.transaction():
        store.put(report.id, {TOTAL: Quantity(5)}, Origin.TYPED)
        store.put_skipped(report.id, TOTAL, False)
        store.put_text(report.id, "overview.lead", "手写", "")
    assert store.undo(report.id) == (TOTAL, "overview.lead")
    assert store.answers(report.id) == {}
    assert store.texts(report.id) == {}
    assert store.skipped(report.id) == {TOTAL}


def put_right_and_wrong(store: Store, report_id: int) -> None:
    with store.transaction():
        store.put(report_id, {TOTAL: Quantity(5)}, Origin.TYPED)
        store.put(report_id, {TOTAL: "很多"}, Origin.TYPED)


def test_a_transaction_that_fails_leaves_nothing(store: Store, report: ReportRecord) -> None:
    before = store.journal(report.id)
    with pytest.raises(StoreError, match="没有保存"):
        put_right_and_wrong(store, report.id)
    assert store.answers(report.id) == {}
    assert store.journal(report.id) == before


def test_a_part_that_fails_leaves_the_rest(path, store: Store, report: ReportRecord) -> None:
    other = store.create(UNIT, 2024)
    with Store.open(path) as second:
        second.claim(other.id)
        with store.transaction():
            store.put(report.id, {TOTAL: Quantity(5)}, Origin.TYPED)
            with pytest.raises(SecondWindowError):
                store.put(other.id, {TOTAL: Quantity(6)}, Origin.TYPED)
    assert store.answers(report.id)[TOTAL].value == Quantity(5)
    assert store.answers(other.id) == {}


def test_the_journal_says_what_was_and_what_became(store: Store, report: ReportRecord) -> None:
    store.put_text(report.id, "overview.lead", "一稿", "草稿")
    store.put_text(report.id, "overview.lead", "二稿", "草稿")
    store.undo(report.id)
    made, first, second, undone = store.journal(report.id)
    assert (made.what, made.after["unit"]) == ("created", UNIT)
    assert (first.before, first.after) == (None, {"text": "一稿", "basis": "草稿"})
    assert (second.before, second.after) == (first.after, {"text": "二稿", "basis": "草稿"})
    assert (undone.before, undone.after, undone.undoes) == (second.after, second.before, second.group)
    assert store.texts(report.id) == {"overview.lead": Edited("一稿", "草稿")}


def test_the_journal_only_grows(path, store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(5)}, Origin.TYPED)
    raw = sqlite3.connect(path)
    for statement in (
        "UPDATE journal SET what = 'x'",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE id = 1",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    raw.close()


def test_what_was_taken_back_last_can_be_made_again(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(1)}, Origin.TYPED)
    store.put(report.id, {TOTAL: Quantity(2)}, Origin.TYPED)
    assert store.redo(report.id) == ()
    store.undo(report.id)
    store.undo(report.id)
    assert store.redo(report.id) == (TOTAL,)
    assert store.answers(report.id)[TOTAL].value == Quantity(1)
    assert store.redo(report.id) == (TOTAL,)
    assert store.answers(report.id)[TOTAL].value == Quantity(2)
    assert store.redo(report.id) == ()
    store.undo(report.id)
    store.put(report.id, {"platform.visits": Quantity(9)}, Origin.TYPED)
    assert store.redo(report.id) == ()


def test_undo_and_redo_stay_within_the_keys_they_are_told(store: Store, report: ReportRecord) -> None:
    store.put(report.id, {TOTAL: Quantity(1)}, Origin.TYPED)
    with store.transaction():
        store.put(report.id, {TOTAL: Quantity(2)}, Origin.TYPED)
        store.put(report.id, {"platform.visits": Quantity(9)}, Origin.TYPED)
    assert store.undo(report.id, {TOTAL}) == ()
    assert store.undo(report.id, {TOTAL, "platform.visits"}) == (TOTAL, "platform.visits")
    assert store.redo(report.id, {TOTAL}) == ()
    assert store.answers(report.id)[TOTAL].value == Quantity(1)
    assert set(store.redo(report.id, {TOTAL, "platform.visits"})) == {TOTAL, "platform.visits"}
    assert store.answers(report.id)[TOTAL].value == Quantity(2)


changes = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from([TOTAL, "platform.visits"]), st.integers(0, 3)),
        st.tuples(st.just("remove"), st.sampled_from([TOTAL, "platform.visits"]), st.just(0)),
        st.tuples(st.just("skip"), st.sampled_from(["a", "b"]), st.integers(0, 1)),
        st.tuples(st.just("text"), st.sampled_from(["opening", "other.fees"]), st.integers(0, 3)),
        st.tuples(st.just("wording"), st.sampled_from(["s.1", "s.2"]), st.integers(0, 2)),
    ),
    max_size=12,
)


def make(store: Store, report_id: int, change: tuple[str, str, int]) -> None:
    what, key, number = change
    match what:
        case "put":
            store.put(report_id, {key: Quantity(number)}, Origin.TYPED)
        case "remove":
            store.remove(report_id, [key])
        case "skip":
            store.put_skipped(report_id, key, bool(number))
        case "text":
            store.put_text(report_id, key, str(number), "")
        case "wording":
            store.put_wording(report_id, key, number)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory):
    with Store.open(tmp_path_factory.mktemp("data") / "nianbao.db") as store:
        yield store


@settings(max_examples=25, deadline=None)
@given(changes, st.integers(0, 6), changes)
def test_undo_walks_back_through_every_state(
    shared: Store, first: list[tuple[str, str, int]], back: int, second: list[tuple[str, str, int]]
) -> None:
    """Also when new changes follow an undo: what was taken back is never met again."""
    report_id = shared.create("甲局", 1 + max((s.year for s in shared.reports()), default=0)).id
    states = [state(shared, report_id)]

    def play(changes: list[tuple[str, str, int]]) -> None:
        for change in changes:
            make(shared, report_id, change)
            if state(shared, report_id) != states[-1]:
                states.append(state(shared, report_id))

    play(first)
    for _ in range(min(back, len(states) - 1)):
        assert shared.undo(report_id)
        states.pop()
        assert state(shared, report_id) == states[-1]
    play(second)
    length = len(shared.journal(report_id))
    while len(states) > 1:
        states.pop()
        assert shared.undo(report_id)
        assert state(shared, report_id) == states[-1]
    assert shared.undo(report_id) == ()
    assert len(shared.journal(report_id)) >= length


@settings(max_examples=25, deadline=None)
@given(changes, st.lists(st.sampled_from(["undo", "redo"]), max_size=20), changes)
def test_redo_walks_forth_where_undo_walked_back(
    shared: Store, first: list[tuple[str, str, int]], ways: list[str], second: list[tuple[str, str, int]]
) -> None:
    report_id = shared.create("甲局", 1 + max((s.year for s in shared.reports()), default=0)).id
    states, here = [state(shared, report_id)], 0
    for change in first:
        make(shared, report_id, change)
        if state(shared, report_id) != states[-1]:
            states.append(state(shared, report_id))
            here += 1
    for way in ways:
        if way == "undo":
            assert bool(shared.undo(report_id)) == (here > 0)
            here = max(here - 1, 0)
        else:
            assert bool(shared.redo(report_id)) == (here < len(states) - 1)
            here = min(here + 1, len(states) - 1)
        assert state(shared, report_id) == states[here]
    for change in second:
        make(shared, report_id, change)
        if state(shared, report_id) != states[here]:
            states[here + 1 :] = [state(shared, report_id)]
            here += 1
            assert shared.redo(report_id) == ()
    while here:
        here -= 1
        assert shared.undo(report_id)
        assert state(shared, report_id) == states[here]
    assert shared.undo(report_id) == ()

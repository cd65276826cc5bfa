import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sections.report.report import Report
from sections.report.values import LocalItem, Quantity
from store.database import Store
from store.errors import StoreError
from store.model import Edited, Position, ReportRecord


def test_an_edited_paragraph_keeps_the_draft_it_was_made_from(store: Store, report: ReportRecord) -> None:
    store.put_text(report.id, "overview.lead", "手写的\n两行", "草稿")
    assert store.texts(report.id) == {"overview.lead": Edited("手写的\n两行", "草稿")}
    store.remove_text(report.id, "overview.lead")
    assert store.texts(report.id) == {}


def test_half_characters_in_a_paragraph_are_refused_in_plain_words(
    store: Store, report: ReportRecord
) -> None:
    with pytest.raises(StoreError, match="无法保存的字符"):
        store.put_text(report.id, "overview.lead", "坏\ud800字", "")
    assert store.texts(report.id) == {}


def test_a_chosen_wording_is_kept(store: Store, report: ReportRecord) -> None:
    store.put_wording(report.id, "overview.proactive.total", 2)
    store.put_wording(report.id, "overview.proactive.total", 0)
    assert store.wordings(report.id) == {"overview.proactive.total": 0}


def test_without_a_kept_position_one_stands_at_the_start(store: Store, report: ReportRecord) -> None:
    assert store.position(report.id) == Position(screen="interview", question="", typed="", caret=0)


text = st.text(st.characters(min_codepoint=0), max_size=30)


@settings(max_examples=30, deadline=None)
@given(
    st.builds(
        Position,
        *(text, text, text, text, text, st.integers(0, 10**6)),
        left=st.dictionaries(text, st.tuples(text, st.integers(0, 10**6)), max_size=3),
    )
)
@example(Position(typed="坏\ud83d字\x00", caret=3))
def test_any_half_typed_text_comes_back(tmp_path_factory: pytest.TempPathFactory, position: Position) -> None:
    with Store.open(tmp_path_factory.getbasetemp() / "positions" / "nianbao.db") as store:
        stored = store.find("甲局", 2025) or store.create("甲局", 2025)
        store.keep(stored.id, position)
        assert store.position(stored.id) == position


def test_what_is_no_text_left_half_typed_is_passed_over(store: Store, report: ReportRecord) -> None:
    store.keep(report.id, Position(typed="七"))
    kept = '{"typed": "七", "left": {"a": ["八", 1], "b": ["九"], "c": [1, "x"], "d": null}}'
    store._db.execute("UPDATE positions SET position = ?", kept)
    assert store.position(report.id) == Position(typed="七", left={"a": ("八", 1)})


def test_a_whole_report_comes_back_as_it_was(store: Store, report: ReportRecord) -> None:
    assert store.document(report.id) is None
    whole = Report.from_cells(
        {"requests.new.enterprise": 1, "proactive.fees": "7.50"},
        unit="示例县水务局",
        year=2024,
        facts={
            "proactive.published_total": Quantity(699),
            "platform.visits": Quantity(140000, "14万余"),
            "platform.items": (LocalItem("补贴公示", Quantity(15), "项"),),
        },
        problems={"items": [{"problem": "培训不够", "measure": "多办几期"}]},
        paragraphs={"overview.lead": "第一行\n第二行"},
    )
    store.put_document(report.id, whole)
    assert store.document(report.id) == whole
    assert str(store.document(report.id).number("proactive.fees")) == "7.50"

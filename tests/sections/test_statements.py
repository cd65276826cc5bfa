"""What a statement tells beside its number: of when, of whom, of what part, and against which year."""

from decimal import Decimal

import pytest

from sections.language.cell_statements import cell_statements
from sections.language.comparisons import comparisons
from sections.language.parts import found_parts
from sections.language.quantities import reduced
from sections.language.shares import found_shares
from sections.language.statement import Comparison, Scope, Statement
from sections.language.statements import statements


def one(sentence: str, subject: str) -> Statement:
    (found,) = [said for said in cell_statements(sentence) if said.subject == subject]
    return found


@pytest.mark.parametrize(
    ("sentence", "subject", "year"),
    [
        ("收到政府信息公开申请30件。", "requests.new.total", 0),
        ("去年收到政府信息公开申请25件。", "requests.new.total", -1),
        ("2024年收到政府信息公开申请25件。", "requests.new.total", 2024),
        ("自2008年条例实施以来，累计收到政府信息公开申请412件。", "requests.new.total", -1),
        ("3件申请结转至2026年办理。", "requests.carried_out.total", 2025),
        ("2024年结转申请2件。", "requests.carried_in.total", 2025),
        ("去年结转2件。", "requests.carried_in.total", 0),
    ],
)
def test_a_statement_tells_its_year(sentence: str, subject: str, year: int) -> None:
    assert one(sentence, subject).year == year


@pytest.mark.parametrize(
    ("sentence", "subject", "part", "scope"),
    [
        ("通过网站收到政府信息公开申请20件。", "requests.new.total", True, Scope.OWN),
        ("通过网站、信函等渠道共收到政府信息公开申请30件。", "requests.new.total", False, Scope.OWN),
        ("全区收到政府信息公开申请30件。", "requests.new.total", False, Scope.AREA),
        ("因涉及商业秘密不予公开2件。", "requests.denied", True, Scope.OWN),
        ("报送备案的行政许可12件。", "proactive.licences", False, Scope.RECORD),
    ],
)
def test_a_statement_tells_of_whom_and_of_what_part(
    sentence: str, subject: str, part: bool, scope: Scope
) -> None:
    said = one(sentence, subject)
    assert (said.part, said.scope) == (part, scope)


def test_a_number_is_read_as_one_subject_and_both_where_each_has_it() -> None:
    assert [said.subject for said in cell_statements("属于国家秘密不予公开1件。")] == [
        "requests.denied_state_secret.total"
    ]
    both = cell_statements("政府信息公开行政复议、行政诉讼均为0件。")
    assert {said.subject for said in both} == {
        "disputes.reconsideration.total",
        "disputes.litigation.total",
    }


def test_a_figure_of_speech_counts_nothing() -> None:
    assert cell_statements("对依申请公开做到答复一件、规范一件。") == ()
    assert [said.value for said in cell_statements("收到政府信息公开申请一件。")] == [1]


@pytest.mark.parametrize(
    ("sentence", "comparison"),
    [
        ("公示15项，较去年增加8项。", Comparison(1, by=Decimal(8))),
        (
            "公示15项，较去年增加8项，增长114.3%。",
            Comparison(1, by=Decimal(8), percent=Decimal("114.3")),
        ),
        ("公示15项，同比下降6.3%。", Comparison(-1, percent=Decimal("-6.3"))),
        ("公示15项，与去年持平。", Comparison(0)),
        ("公示15项，比2024年的7项增加8项。", Comparison(1, year=2024, by=Decimal(8), was=Decimal(7))),
        ("公示15项，较去年增加8条。", Comparison()),
        ("公示15项，较去年增长约20%。", Comparison()),
    ],
)
def test_a_change_is_read_behind_its_number(sentence: str, comparison: Comparison) -> None:
    (told,) = comparisons(reduced(sentence))
    assert told.number.text == "15"
    assert told.comparison == comparison


@pytest.mark.parametrize("sentence", ["公示15项，公开8条。", "公示3.2万条，较去年增加3000条。"])
def test_no_change_is_read_where_none_is_told_or_the_number_is_rounded(sentence: str) -> None:
    assert comparisons(reduced(sentence)) == ()


def test_a_statement_of_the_tables_has_its_comparison() -> None:
    said = statements("收到政府信息公开申请30件，较上年增加5件。", "overview.requests")
    assert [(one.comparison, one.quote) for one in said] == [
        (Comparison(1, by=Decimal(5)), "收到政府信息公开申请30件，较上年增加5件")
    ]


def test_a_total_is_read_with_its_parts_and_a_part_with_its_whole() -> None:
    (parts,) = found_parts("全年公开信息426条（网站210条、公众号156条、微博60条）。")
    assert (parts.total, parts.parts, parts.unit) == (426, (210, 156, 60), "条")
    (share,) = found_shares("收到申请30件，其中网上申请21件，占70%。")
    assert (share.part.amount, share.percent.amount, share.wholes) == (21, 70, (30,))

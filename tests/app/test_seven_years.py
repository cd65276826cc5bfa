"""Seven years of three organs, stored as clerks would have: one renamed in 2023, one merged in 2024, one that
left 2022 out. Numbers, words, problems, names, exports, and what each year reuses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.documents.write.kinds import Edition, write
from app.session.answers_file import take, understood
from app.session.library import Library
from app.session.session import Session
from app.session.years import reports_of
from sections.report.report import Report
from sections.report.values import Quantity
from sections.rules.base import Finding
from store.database import Store
from store.model import Change

CIVIL, VETERANS = "示例县民政局", "示例县民政和退役军人局"
TRADE, GRAIN, BOTH = "示例县商务局", "示例县粮食局", "示例县商务和粮食局"
ARCHIVES = "示例县档案馆"
YEARS = range(2020, 2027)
SAMPLE = Path(__file__).parents[2] / "app" / "samples" / "answers.json"
PROBLEMS = (
    ("公开内容与群众实际需求结合还不够紧密", "定期梳理来信来访中的热点问题，列入下一批公开内容"),
    ("政务新媒体互动功能发挥不够充分", "安排专人每天查看留言，当周答复"),
    ("基层公开专栏更新不够及时", "每月核对一次专栏，逾期的在会上通报"),
    ("公开目录里有几类信息放错了位置", "逐条核对目录，年底以前全部归位"),
)
"""One a year, in turn: that of 2020 comes back in 2024."""
NEW, START = 6, 10
"""Applications a year; what is in force before the first year."""
LEFT, CARRIED, GRANTED = (
    f"requests.{row}.natural_person" for row in ("carried_out", "carried_in", "granted")
)
FORCE = "proactive.normative_documents.in_force"
_AS_NUMBERED = ("requests.new", "requests.granted", "requests.partial", "requests.unavailable")
_OTHERS = ("problems.", "proactive.normative_documents", "signature.date", *_AS_NUMBERED)


def left(year: int) -> int:
    """Applications that a year leaves to the next."""
    return year - 2019


def problem(year: int) -> str:
    return PROBLEMS[(year - YEARS[0]) % len(PROBLEMS)][0]


def answers(organ: str, year: int, carried: int, typed: dict[str, int]) -> dict[str, Any]:
    """The sample's answers with the numbers of a year; ``carried`` came in from the year before."""
    name, measure = PROBLEMS[(year - YEARS[0]) % len(PROBLEMS)]
    sample = json.loads(SAMPLE.read_text("utf-8"))["answers"]
    kept = {field: value for field, value in sample.items() if not field.startswith(_OTHERS)}
    kept |= {
        "proactive.published_total": 500 + 10 * left(year),
        "proactive.website": 400 + 10 * left(year),
        "proactive.wechat": 100,
        "proactive.normative_documents.issued": 1,
        "proactive.normative_documents.repealed": 0,
        "requests.new.natural_person": NEW,
        LEFT: left(year),
        GRANTED: NEW + carried - left(year),
        "problems.items": [name],
        f"problems.measure:{name}": measure,
        f"problems.outcome:{problem(year - 1)}": "已解决",
        f"problems.action:{problem(year - 1)}": "已经按计划做完",
        "signature.date": f"{year + 1}-01-15",
    }
    return {"unit": organ, "year": year, "answers": kept | typed}


class Office:
    """Writes one report after the other, and remembers what was said of each."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.compared: dict[tuple[str, int], str] = {}
        self.last: dict[tuple[str, int], int] = {}
        self.wordings: dict[tuple[str, int], dict[str, int]] = {}
        self.findings: dict[tuple[str, int], tuple[Finding, ...]] = {}
        self.exported: dict[tuple[str, int], tuple[bytes, bytes]] = {}

    def write(self, organ: str, year: int, carried: int, typed: bool = False, before: str = "") -> None:
        """A report from the first answer to the export; ``typed`` where nothing follows from last year."""
        library = self.library
        session = library.start_renamed(before, organ, year) if before else library.start(organ, year)
        if organ == BOTH and year == 2024:
            session.close()
            for one in (TRADE, GRAIN):
                library.organs.add_predecessor(BOTH, one, 2024, Change.MERGED)
            session = library.open(session.id)
        with session:
            numbers = {CARRIED: carried, FORCE: START + 1} if typed else {}
            take(session, understood(answers(organ, year, carried, numbers), "scenario"))
            self._remember(organ, year, session)
            session.finishing.finalise()
            self.exported[organ, year] = exported(session)

    def _remember(self, organ: str, year: int, session: Session) -> None:
        self.compared[organ, year] = session.compared
        self.last[organ, year] = session.last.year if session.last else 0
        drafts = session._open.derived.drafts.values()
        self.wordings[organ, year] = {one.id: one.wording for draft in drafts for one in draft.sentences}
        self.findings[organ, year] = session.findings

    def report(self, organ: str, year: int) -> Report:
        found = self.library.store.find(organ, year)
        assert found is not None
        return self.library.report_of(found)


def exported(session: Session) -> tuple[bytes, bytes]:
    return session.exporting.data("docx")[0], session.exporting.data("json")[0]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NIANBAO_HOME", str(home))
        with Store.open() as store:
            made = Office(Library(store))
            for year in YEARS:
                first = year == YEARS[0]
                name = CIVIL if year < 2023 else VETERANS
                made.write(name, year, left(year - 1), first, CIVIL if year == 2023 else "")
                if year < 2024:
                    made.write(TRADE, year, left(year - 1), first)
                    made.write(GRAIN, year, left(year - 1), first)
                else:
                    made.write(BOTH, year, left(year - 1) * (2 if year == 2024 else 1))
                if year != 2022:
                    made.write(ARCHIVES, year, left(year - 1), first or year == 2023)
            yield made


def test_the_numbers_follow_from_year_to_year(office: Office) -> None:
    for year in YEARS:
        name = CIVIL if year < 2023 else VETERANS
        assert office.report(name, year).number(CARRIED) == left(year - 1)
        assert office.report(name, year).number(FORCE) == START + left(year)
    assert office.report(BOTH, 2024).number(CARRIED) == 2 * left(2023)
    assert office.report(BOTH, 2024).number(FORCE) == 2 * (START + left(2023)) + 1
    assert office.report(BOTH, 2026).number(FORCE) == 2 * (START + left(2023)) + 3
    assert office.report(ARCHIVES, 2023).number(FORCE) == START + 1
    assert office.report(ARCHIVES, 2024).number(FORCE) == START + 2
    wrong = [one for found in office.findings.values() for one in found if one.severity == "error"]
    assert wrong == []


def test_what_each_year_follows_is_named(office: Office) -> None:
    for (_, year), last in office.last.items():
        assert last in {year - 1, 0}
    alone = {key for key, last in office.last.items() if not last}
    assert alone == {(one, 2020) for one in (CIVIL, TRADE, GRAIN, ARCHIVES)} | {(ARCHIVES, 2023)}
    told = {key: words for key, words in office.compared.items() if words}
    assert set(told) == {(VETERANS, 2023), (BOTH, 2024), (ARCHIVES, 2023)}
    assert CIVIL in told[VETERANS, 2023]
    assert all(one in told[BOTH, 2024] for one in (TRADE, GRAIN, "数字相加"))
    assert "没有2022年的年报（最近的一份是2021年的）" in told[ARCHIVES, 2023]
    total = "proactive.published_total"
    with office.library.open(office.library.named(f"{BOTH}@2024").id) as session:
        assert session.last is not None
        assert session.last.fact(total) == Quantity(2 * (500 + 10 * left(2023)))


def test_every_year_keeps_the_name_it_was_written_under(office: Office) -> None:
    names = {record.year: record.unit for record in office.library.store.earlier(VETERANS, 2027)}
    assert names == {year: CIVIL if year < 2023 else VETERANS for year in YEARS}
    assert {report.unit for report in reports_of(office.library, VETERANS, 2022)} == {CIVIL}
    organs = {one.name: one for one in office.library.organs.all()}
    assert set(organs) == {VETERANS, TRADE, GRAIN, BOTH, ARCHIVES}
    assert [one.name for one in organs[BOTH].predecessors] == [TRADE, GRAIN]
    assert office.report(CIVIL, 2021).title_lines[0] == CIVIL
    line = office.library.store.earlier(BOTH, 2027)
    assert {record.unit for record in line if record.year < 2024} == {TRADE, GRAIN}


def test_wordings_go_on_until_every_one_was_used(office: Office) -> None:
    name = "overview.supervision.trainings"
    used = [office.wordings[CIVIL if year < 2023 else VETERANS, year][name] for year in YEARS]
    assert len(set(used[:5])) == 5
    assert used[5:] == used[:2]
    back_and_forth = [
        sentence
        for sentence in office.wordings[CIVIL, 2020]
        if (w := [office.wordings[CIVIL if y < 2023 else VETERANS, y].get(sentence) for y in YEARS])
        and None not in w
        and w[0] != w[1]  # an answer in the clerk's own words, with its year, has no other wording
        and w[:6] == [w[0], w[1]] * 3
    ]
    assert back_and_forth == []


def test_a_problem_that_comes_back_after_years_is_told(office: Office) -> None:
    for organ, year in office.findings:
        told = [one for one in office.findings[organ, year] if one.code == "NB503"]
        name = problem(year)
        earlier = [one for one in office.library.store.earlier(organ, year) if problem(one.year) == name]
        assert bool(told) == bool(earlier), (organ, year, told)
        if told:
            assert f"{earlier[0].year}年的报告也写过" in told[0].message
            assert told[0].quote == name


def test_exports_of_every_year_repeat_byte_for_byte(office: Office) -> None:
    for (organ, year), before in office.exported.items():
        with office.library.open(office.library.named(f"{organ}@{year}").id) as session:
            assert exported(session) == before, (organ, year)
            assert json.loads(before[1])["unit"] == organ
    report = office.report(VETERANS, 2026)
    years = reports_of(office.library, VETERANS)
    assert [one.year for one in years] == list(YEARS)
    assert write(Edition(report, years=years), "review") == write(Edition(report, years=years), "review")


def test_all_of_it_is_checked_without_an_error(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--all", "--format", "json"]) == 0
    results = json.loads(capsys.readouterr().out)
    assert len(results) == len(office.findings)
    compared = {(one["unit"], one["year"]): one["last_year"] for one in results}
    assert compared[BOTH, 2024]["year"] == 2023
    assert compared[ARCHIVES, 2023] is None
    assert compared[VETERANS, 2023]["year"] == 2022

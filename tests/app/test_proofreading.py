"""`check --proofread`: slips of the four kinds in sentences of our own, and right sentences left alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.checking.last_year import LastYear
from app.checking.proofreading import proofread
from app.checking.proofreading.reader import suspects
from app.checking.results import Selection, check_file
from app.documents.write.docx import write_docx
from tests.support.prose_wordings import TRUE
from tests.support.rule_case import added
from tests.support.sound_report import clean, last


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("由办公室统筹协条各科室。", "统筹协调"),
        ("主动接受社会监都。", "社会监督"),
        ("完善审查制都。", "审查制度"),
        ("公布财政预决蒜。", "财政预决算"),
        ("做好政务信息开工作。", "信息公开"),
        ("公开目录更新不够及及时。", "不够及时"),
        ("召开新闻发布布会两场。", "发布会"),
        ("稳步提升公府政网站水平。", "政府"),
    ],
)
def test_a_wrong_missing_doubled_or_swapped_character_is_suspected(written: str, meant: str) -> None:
    assert [one.mend for one in suspects(written) if meant in one.mend]
    assert suspects(written.replace(suspects(written)[0].found, suspects(written)[0].mend)) == []


def test_right_sentences_are_left_alone() -> None:
    assert {sentence: suspects(sentence) for sentence in TRUE if suspects(sentence)} == {}
    assert proofread(clean()) == proofread(last()) == {}


@pytest.mark.parametrize(
    "right",
    [
        "市市场监管局与县乡乡村振兴部门联合检查。",
        "做到人人有责，件件有着落，事事有回音。",
        "进行行政执法公示，执行行政审批制度。",
        "召开会议研究部署，会议要求各单位落实到位。",
    ],
)
def test_characters_that_stand_twice_by_right_are_no_slip(right: str) -> None:
    assert suspects(right) == []


def test_the_option_adds_hints_and_nothing_else(tmp_path: Path) -> None:
    report, _ = added("overview", "由办公室统筹协条。").reports()
    path = tmp_path / "a.docx"
    path.write_bytes(write_docx(report))
    without = check_file(str(path), LastYear(()), Selection()).findings
    found = check_file(str(path), LastYear(()), Selection(proofread=True)).findings
    assert [one.message for one in found if one not in without] == ["“统筹协条”疑为“统筹协调”之误，请核对。"]
    assert all(one.fix is None for one in found if one.code == "NB974")


def test_without_its_dictionary_it_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(_: str) -> list[object]:
        raise ModuleNotFoundError("jieba3")

    monkeypatch.setattr("app.checking.proofreading.reader.suspects", missing)
    path = tmp_path / "a.docx"
    path.write_bytes(write_docx(clean()))
    assert "词典没有装好" in check_file(str(path), LastYear(()), Selection(proofread=True)).failure


def test_the_dictionary_is_loaded_only_then(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(write_docx(clean()))
    program = (
        "import sys\n"
        "from app.__main__ import main\n"
        "main(['check', '--no-store', sys.argv[1]])\n"
        "assert 'pypinyin' not in sys.modules\n"
        "assert 'app.checking.proofreading.dictionary' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr

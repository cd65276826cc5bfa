"""`nianbao answers`: what is put out makes the same report again; what is put in is shown, all or nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.exit_codes import ExitCode
from app.session.answers_file import dump, load
from app.session.answers_update import update
from app.session.library import Library
from prompts.narrative.sentence import Choice
from store.database import Store
from tests.support.sample_with_mistakes import SAMPLE, printed

UNIT = "示例县民政局"


@pytest.fixture(autouse=True)
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft of 2025 after the imported sample of 2024."""
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(SAMPLE)]) == ExitCode.OK
    with Store.open() as store, Library(store).start(UNIT, 2025):
        pass
    capsys.readouterr()


def file(answers: dict[str, Any], **more: Any) -> str:
    path = Path("in.json")
    path.write_text(
        json.dumps({"unit": UNIT, "year": 2025, "answers": answers} | more, ensure_ascii=False), "utf-8"
    )
    return str(path)


def kept(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    _, out, _ = printed(["answers", "2025"], capsys)
    return dict(json.loads(out))


def test_changes_are_said_and_the_rest_stays(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answers", "2025", "--from", file({"proactive.published_total": 640})]) == ExitCode.OK
    capsys.readouterr()
    name = file({"proactive.published_total": 700, "requests.new.natural_person": 5})
    code, out, err = printed(["answers", "2025", "--from", name, "--dry-run"], capsys)
    assert (code, out) == (ExitCode.OK, "")
    assert "640 → 700" in err
    assert "（没有填写） → 5" in err
    assert kept(capsys)["answers"]["proactive.published_total"] == 640
    code, _, err = printed(["answers", "2025", "--from", name], capsys)
    assert code is ExitCode.OK
    assert "2处有变化" in err
    answers = kept(capsys)["answers"]
    assert (answers["proactive.published_total"], answers["requests.new.natural_person"]) == (700, 5)
    assert answers["profile.name"] == UNIT
    assert "requests.new.enterprise" not in answers
    _, _, err = printed(["answers", "2025", "--from", name], capsys)
    assert err == "没有变化。\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (lambda: file({}, year=2024), "是示例县民政局2024年的"),
        (lambda: file({}, unit="云山县民政局"), "不是示例县民政局2025年的"),
        (lambda: file({"requests.carried_in.natural_person": 9}), "由上年推出，应为1，文件里是9"),
        (lambda: file({"no.such": 1}), "没有“no.such”这一项"),
        (lambda: file({"proactive.published_total": 9}, sentences={"nosuch": "keep"}), "没有“nosuch”这一句"),
        (lambda: "none.json", "读不到答案文件"),
    ],
)
def test_what_does_not_fit_is_refused_whole(
    name: Any, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept(capsys)
    code, out, err = printed(["answers", "2025", "--from", name()], capsys)
    assert (code, out) == (ExitCode.FAILED, "")
    assert words in err
    assert kept(capsys) == before


def test_only_a_draft_takes_answers(capsys: pytest.CaptureFixture[str]) -> None:
    name = file({"proactive.published_total": 9}, year=2024)
    code, _, err = printed(["answers", "2024", "--from", name], capsys)
    assert code is ExitCode.FAILED
    assert "已导入" in err


def test_one_undo_takes_a_file_back() -> None:
    with Store.open() as store:
        library = Library(store)
        with library.open(library.find("2025").id) as session:
            before = dict(session.conversation.answers())
            update(session, load(Path(file({"proactive.published_total": 9, "requests.new.other": 2}))))
            assert session.conversation.answers() != before
            session.conversation.undo()
            assert session.conversation.answers() == before


def test_wordings_and_sentences_go_out_and_in(tmp_path: Path) -> None:
    answers = load(SAMPLE.with_name("answers.json"))
    with Store.open() as store:
        library = Library(store)
        with library.open(library.find("2025").id) as session:
            update(session, answers)
            own = next(view for view in session.sentences.all() if view.origin == "own")
            session.sentences.decide(own.id, Choice.TEXT, "我们自己写的一句。")
            key = next(key for key, text in session.narrative.paragraphs().items() if text.sentences)
            session.narrative.next_wording(key)
            out = dump(session)
            paragraphs = dict(session.report.paragraphs)
            assert out["sentences"]
        store.delete(library.find("2025").id)
        path = tmp_path / "out.json"
        path.write_text(json.dumps(out, ensure_ascii=False), "utf-8")
        with library.start(UNIT, 2025) as again:
            update(again, load(path))
            assert dict(again.report.paragraphs) == paragraphs
            assert dump(again) == out


def test_answers_are_written_to_a_file_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answers", "2025", "-o", "a.json"]) == ExitCode.OK
    assert json.loads(Path("a.json").read_text("utf-8"))["unit"] == UNIT
    assert main(["answers", "2025", "-o", "a.json"]) == ExitCode.FAILED
    assert main(["answers", "2025", "-o", "a.json", "--from", "b.json"]) == ExitCode.FAILED
    assert main(["answers", "2025", "--dry-run"]) == ExitCode.FAILED
    capsys.readouterr()

"""The office's own file, where ``nianbao path`` says: it changes `check`, a broken one is told."""

from pathlib import Path

import pytest

from app.__main__ import main
from app.documents.write.docx import write_docx
from app.session.library import Library
from app.session.office import office_rules, problem_of_office_rules, usable_office_rules
from store.paths import rules
from tests.support.rule_case import added


@pytest.fixture
def doubled(tmp_path: Path) -> Path:
    report, _ = added("overview", "加强培训,完善制度。").reports()
    path = tmp_path / "a.docx"
    path.write_bytes(write_docx(report))
    return path


def _write(words: str) -> None:
    rules().parent.mkdir(parents=True, exist_ok=True)
    rules().write_text(words, encoding="utf-8")


def test_check_follows_the_file_and_path_names_it(
    doubled: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office_rules() is None
    main(["check", "--no-store", str(doubled)])
    assert "NB963" in capsys.readouterr().out
    _write('[levels]\nNB963 = "off"')
    main(["check", "--no-store", str(doubled)])
    assert "NB963" not in capsys.readouterr().out
    main(["path"])
    said = capsys.readouterr()
    assert str(rules()) in said.out + said.err


def test_a_broken_file_stops_check_and_not_the_writing(
    doubled: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    _write('[levels]\nNB301 = "off"')
    assert main(["check", "--no-store", str(doubled)]) != 0
    assert "不能关闭或调低" in capsys.readouterr().err
    assert usable_office_rules() is None
    session = library.start("示例县水务局", 2025)
    assert session.template_problems == (problem_of_office_rules(),)
    assert session.findings is not None

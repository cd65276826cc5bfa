"""nianbao as a library: what docs/cli.md promises, from the repository and from the wheel."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import nianbao
from app.documents.write.kinds import KINDS
from tests.support.sample_with_mistakes import MISTAKEN, SAMPLE

ROOT = Path(__file__).parents[1]
ANSWERS = SAMPLE.with_name("answers.json")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_report_is_read_and_checked(home: Path) -> None:
    report = nianbao.read(MISTAKEN)
    assert (report.unit, report.year) == ("示例县民政局", 2024)
    codes = {finding.code for finding in nianbao.check(report)}
    assert "NB303" in codes
    assert {f.code for f in nianbao.check(report, select=["NB3"])} == {
        c for c in codes if c.startswith("NB3")
    }
    assert "NB303" not in {finding.code for finding in nianbao.check(report, ignore=["NB303"])}
    assert not home.exists()


def test_a_report_is_drafted_and_written(tmp_path: Path) -> None:
    last = nianbao.read(SAMPLE)
    draft = nianbao.draft(ANSWERS, last_year=last)
    same = nianbao.draft(json.loads(ANSWERS.read_text("utf-8")), last_year=last)
    assert draft == same
    path = nianbao.export(draft.report, tmp_path / "a.docx", findings=draft.findings)
    assert path.read_bytes() == nianbao.render(draft.report, "docx")
    assert nianbao.read(path).cells == draft.report.cells
    with pytest.raises(nianbao.NianbaoError, match="已经存在"):
        nianbao.export(draft.report, path)
    assert nianbao.export(draft.report, path, replace=True) == path


def test_what_is_wrong_is_one_error_with_a_sentence(tmp_path: Path) -> None:
    other = nianbao.read(SAMPLE).model_copy(update={"unit": "云山县民政局"})
    with pytest.raises(nianbao.NianbaoError, match="云山县民政局"):
        nianbao.draft(ANSWERS, last_year=other)
    assert nianbao.draft(ANSWERS, last_year=other, predecessor=True).report.unit == "示例县民政局"
    with pytest.raises(nianbao.NianbaoError, match="2023年"):
        nianbao.draft(ANSWERS, last_year=other.model_copy(update={"unit": "", "year": 2023}))
    with pytest.raises(nianbao.NianbaoError):
        nianbao.read(tmp_path / "none.docx")
    with pytest.raises(nianbao.NianbaoError, match="report、check、answers"):
        nianbao.schema("reports")  # type: ignore[arg-type]
    mistaken = nianbao.read(MISTAKEN)
    with pytest.raises(nianbao.NianbaoError, match="错误"):
        nianbao.export(mistaken, tmp_path / "b.docx", findings=nianbao.check(mistaken))
    assert not list(tmp_path.glob("b*"))


def test_the_face_is_small_typed_and_documented() -> None:
    assert len(nianbao.__all__) <= 15
    assert set(nianbao.KINDS) == set(KINDS)
    assert (Path(nianbao.__file__).parent / "py.typed").is_file()
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name in nianbao.__all__:
        assert getattr(nianbao, name).__doc__
        assert f"`{name}`" in text, name


FOREIGN = """
import app, sections, nianbao
assert app.OTHER and sections.OTHER
report = nianbao.read(sys.argv[1])
print(len(nianbao.check(report)), nianbao.draft(sys.argv[2]).report.unit, nianbao.__file__)
from nianbao.app.__main__ import main
sys.exit(main(["rules", "-q"]))
"""


def test_the_wheel_works_beside_packages_of_the_same_names(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    for name in ("app", "sections"):
        (tmp_path / "foreign" / name).mkdir(parents=True)
        (tmp_path / "foreign" / name / "__init__.py").write_text("OTHER = True\n")
    before = f"import sys\nsys.path[:] = [p for p in sys.path if p != {str(ROOT)!r}]\n"
    done = subprocess.run(
        [sys.executable, "-P", "-c", before + FOREIGN, str(MISTAKEN), str(ANSWERS)],
        env=os.environ
        | {"PYTHONPATH": os.pathsep.join(str(tmp_path / name) for name in ("foreign", "site"))},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{len(nianbao.check(nianbao.read(MISTAKEN)))} 示例县民政局 {tmp_path}")
    assert "NB101" in done.stdout

"""Built-in templates are kept compiled beside the modules; what is kept can never do harm."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from prompts.narrative import sandbox
from prompts.narrative.compose import ParagraphTemplate
from prompts.narrative.sandbox import BUILT_IN, environment
from prompts.narrative.template_api import offered_names
from prompts.narrative.templates import built_in_template, compile_template

FILE = "overview/lead.j2"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of one template; what is compiled of it goes into the folder returned."""
    (tmp_path / FILE).parent.mkdir()
    shutil.copy(BUILT_IN / FILE, tmp_path / FILE)
    monkeypatch.setattr(sandbox, "BUILT_IN", tmp_path)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    environment.cache_clear()
    yield tmp_path / "__pycache__"
    environment.cache_clear()


def blocks() -> set[str]:
    environment.cache_clear()
    return set(built_in_template(FILE).blocks)


@pytest.mark.parametrize("file", sorted(str(path.relative_to(BUILT_IN)) for path in BUILT_IN.rglob("*.j2")))
def test_every_built_in_template_keeps_the_rules_for_a_file_of_anybodys(file: str) -> None:
    assert set(compile_template(BUILT_IN / file, offered_names()).blocks) == set(
        built_in_template(file).blocks
    )
    assert ParagraphTemplate.read("overview.lead", BUILT_IN / file).names


def test_a_template_is_kept_and_a_changed_one_compiled_anew(kept: Path) -> None:
    before = blocks()
    (one,) = kept.iterdir()
    written = one.stat().st_mtime_ns
    assert blocks() == before
    assert one.stat().st_mtime_ns == written
    source = kept.parent / FILE
    source.write_text(source.read_text("utf-8") + "{% block added__1 %}新的一句。{% endblock %}\n", "utf-8")
    assert blocks() == before | {"added__1"}


def test_a_changed_sandbox_compiles_them_anew(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks()
    (one,) = kept.iterdir()
    changed = tmp_path / "sandbox.py"
    changed.write_text(Path(sandbox.__file__).read_text("utf-8") + "# changed\n", "utf-8")
    monkeypatch.setattr(sandbox, "__file__", str(changed))
    before = one.read_bytes()
    blocks()
    assert one.read_bytes() != before


@pytest.mark.parametrize(
    "spoil", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: data[:40] + b"\xff" * 400]
)
def test_what_is_kept_damaged_is_compiled_anew(kept: Path, spoil: Callable[[bytes], bytes]) -> None:
    before = blocks()
    (one,) = kept.iterdir()
    one.write_bytes(spoil(one.read_bytes()))
    assert blocks() == before


def test_where_nothing_can_be_kept_the_template_works(kept: Path) -> None:
    kept.write_text("a file where the folder should be")
    assert blocks()

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store import paths

ROOT = Path(__file__).parents[2]


def test_one_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path / "家"))
    assert paths.home() == tmp_path / "家"
    assert paths.database().parent == paths.home()
    assert paths.templates().is_relative_to(paths.home())
    assert paths.cache().is_relative_to(paths.home())
    assert not paths.home().exists()


def test_without_the_variable_the_system_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("", "  "):
        monkeypatch.setenv("NIANBAO_HOME", value)
        places = {paths.home(), paths.templates().parent, paths.cache()}
        assert all("nianbao" in str(place) and place.is_absolute() for place in places)


def test_a_relative_or_home_folder_is_made_absolute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_HOME", "here")
    assert paths.home() == Path.cwd() / "here"
    monkeypatch.setenv("NIANBAO_HOME", "~/here")
    assert paths.home() == Path.home() / "here"


def test_starting_loads_only_what_it_needs(tmp_path: Path) -> None:
    code = """
import sys
import store.paths
assert not {"sqlite3", "platformdirs", "pydantic"} & set(sys.modules)
from store.database import Store
Store.open().close()
for name in [name for name in sys.modules if name.split(".")[0] == "sqlite_utils"]:
    del sys.modules[name]
with Store.open() as store:
    assert store.reports() == []
assert not {"sqlite_utils", "platformdirs", "pydantic", "textual", "jinja2"} & set(sys.modules)
"""
    home = os.environ | {"NIANBAO_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=home, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")

"""The real program on a store and a file full of hostile texts: nothing of them commands the terminal."""

from pathlib import Path

import pytest

from sections.report.report import Report
from sections.report.values import Quantity
from store.database import Store
from store.model import Origin, Status
from tests.support.terminal import Terminal, terminal

COMMANDS = ("\x1b]52;c;aGk=\x07", "\x1b[2J\x1b[31337m", "\x9b31337m", "\u202e", "\u2066")
EVIL = "甲".join(COMMANDS)
FORBIDDEN = (b"]52;", b"31337m", b"\xc2\x9b", "\u202e".encode(), "\u2066".encode())
"""What would only be written to the terminal if a text were written as it is. Visible letters of a cleaned
text may remain, the sign before them may not."""
PAGE = """<html><body><h1>示例县&#27;]52;c;aGk=&#7;水务局2024年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>全年公开&#27;[31337m信息12条。&#155;31337m&#8238;</p></body></html>"""


def commanded(running: Terminal) -> list[bytes]:
    """The commands of the texts that reached the terminal."""
    return [
        sign + word for word in (b"]52;", b"[31337m") for sign in (b"\x1b",) if sign + word in running.seen
    ] + [word for word in FORBIDDEN[2:] if word in running.seen]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    with Store.open(home / "nianbao.db") as store:
        last = store.create(f"示例县{EVIL}局", 2024, Status.IMPORTED)
        store.put_document(last.id, Report(unit=f"示例县{EVIL}局", year=2024, opening=EVIL))
        report = store.create(f"示例县{EVIL}局", 2025).id
        store.put(
            report,
            {
                "profile.name": f"示例县{EVIL}局",
                "profile.address": EVIL,
                "proactive.published_total": Quantity(12, f"12{EVIL}"),
                "problems.items": (f"培训{EVIL}少",),
            },
            Origin.TYPED,
        )
        store.put_text(report, "overview.lead", f"手写{EVIL}", EVIL)
    return home


def test_no_screen_lets_a_text_command_the_terminal(home: Path) -> None:
    with terminal(home=home) as running:
        assert running.wait(running.shows("2025"), 40)
        running.type("\r")
        assert running.wait(running.shows("问答"), 40)
        for key, shown in (("\x1b[17~", "预览"), ("\x1b[18~", "检查"), ("\x1b[21~", "导出")):
            running.seen, before = b"", running.seen
            running.type(key)
            assert running.wait(running.shows(shown), 20), before[-200:]
            running.seen += before
            running.type("\x1b")
            running.read(1.0)
        running.type("\x1b[13~")
        running.read(0.5)
        running.type("\r")
        running.wait(running.shows("修改文字"), 20)
        assert "手写".encode() in running.seen
        assert commanded(running) == []


def test_importing_a_hostile_page_commands_nothing(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    with terminal(home=home) as running:
        assert running.wait(running.shows("2025"), 40)
        running.type("i")
        assert running.wait(running.shows("导入"), 20)
        running.type(f"{tmp_path / 'a.html'}\r")
        assert running.wait(running.shows("12"), 20)
        running.read(1.0)
        assert commanded(running) == []

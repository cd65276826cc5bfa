"""What goes wrong is one sentence: expected failures on the screen, unexpected ones on the way out."""

import errno
from pathlib import Path

import pytest

from app.crash_log import LOG_NAME, words_for
from app.session.conversation import Conversation
from app.session.library import Library
from app.tui.error_display import shows_errors
from sections.errors import NianbaoError
from store.errors import DiskFullError
from tests.support.desk import desk


class Screen:
    def __init__(self) -> None:
        self.heard: list[str] = []

    def say(self, text: str, style: str = "") -> None:
        self.heard.append(text)

    @shows_errors
    def fail(self, error: Exception) -> None:
        raise error


def test_an_expected_failure_is_said_and_an_unexpected_one_is_not_hidden() -> None:
    screen = Screen()
    screen.fail(NianbaoError("磁盘满了。", "请腾出空间。"))
    assert screen.heard == ["磁盘满了。请腾出空间。"]
    with pytest.raises(ZeroDivisionError):
        screen.fail(ZeroDivisionError())


async def test_a_full_disk_is_said_under_the_box_and_the_answer_stays_there(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.start("示例县民政局", 2025) as session:
        session.conversation.go("proactive.published_total")

    def full(*_: object, **__: object) -> None:
        raise DiskFullError(Path("nianbao.db"))

    async with desk(library, session.id) as here:
        await here.type("742")
        monkeypatch.setattr(Conversation, "answer", full)
        await here.press("enter")
        assert "磁盘已满" in here.said
        assert here.typed == "742"


async def test_what_nobody_expected_ends_in_a_sentence_and_a_log(
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with library.start("示例县民政局", 2025) as session:
        session.conversation.go("proactive.published_total")

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    async def work() -> None:
        async with desk(library, session.id) as here:
            monkeypatch.setattr(Conversation, "answer", broken)
            await here.enter("742")

    with pytest.raises(ZeroDivisionError):
        await work()
    shown = capsys.readouterr().err
    assert "nianbao --resume" in shown
    assert "Traceback" not in shown
    assert "planted" in (tmp_path / "home" / LOG_NAME).read_text(encoding="utf-8")


def test_where_no_log_can_be_written_the_sentence_still_comes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("NIANBAO_HOME", str(blocked))
    assert words_for(ZeroDivisionError(), "都已保存。") == "程序出了意外，只好退出。都已保存。"
    assert words_for(NianbaoError("不行。"), "都已保存。") == "不行。"


def test_a_terminal_that_is_gone_is_nobodys_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_HOME", str(tmp_path))
    words_for(OSError(errno.EIO, "Input/output error"), "")
    assert not (tmp_path / LOG_NAME).exists()
    words_for(OSError(errno.ENOSPC, "No space left"), "")
    assert (tmp_path / LOG_NAME).exists()

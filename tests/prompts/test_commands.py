"""Commands in the answer box."""

import pytest

from prompts.commands import COMMANDS, command_of
from prompts.reading import NotUnderstood


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("/跳过", "/跳过"),
        ("／ 跳过", "/跳过"),
        ("/上", "/上一题"),
        ("/导", "/导出"),
        ("12", None),
        ("/", None),
        ("", None),
    ],
)
def test_commands(text: str, name: str | None) -> None:
    command = command_of(text)
    assert (command.name if command else None) == name


def test_a_command_that_does_not_exist() -> None:
    with pytest.raises(
        NotUnderstood,
        match="/上一题、/跳过、/还不知道、/待答、/收集、/不变、/沿用、/预览、/检查、/导出、/帮助",
    ):
        command_of("/退出")
    assert len({command.key for command in COMMANDS.values()}) == len(COMMANDS)

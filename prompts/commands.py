"""Commands that may be typed in the answer box, each with its key."""

from dataclasses import dataclass
from typing import Final

from prompts.typed import NotUnderstood, clean, quote


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is called, the key that does the same, and what it does in a few words."""

    name: str
    key: str
    label: str


COMMANDS: Final[dict[str, Command]] = {
    command.name: command
    for command in (
        Command("/上一题", "ctrl+up", "回到上一题"),
        Command("/跳过", "ctrl+n", "先跳过这一题"),
        Command("/还不知道", "ctrl+u", "这一题先留着，接着答下一题"),
        Command("/待答", "ctrl+o", "列出还没有答的题，按数字在谁那里"),
        Command("/收集", "ctrl+g", "收集表：按科室输出要问的数，填好的读回来"),
        Command("/不变", "ctrl+t", "沿用去年没有变化的内容，一次填好"),
        Command("/沿用", "ctrl+l", "看去年的句子，逐句决定沿用、改写或者不用"),
        Command("/预览", "f6", "预览整份年报"),
        Command("/检查", "f7", "查看检查结果"),
        Command("/导出", "f10", "导出年报文件"),
        Command("/帮助", "f1", "查看这一题的说明和按键"),
    )
}


def command_of(text: str) -> Command | None:
    """The command that a text in the answer box names, None where it is an answer.

    The name may be cut short as long as it is clear. Raises ``NotUnderstood`` for one that does not exist."""
    typed = clean(text).replace("／", "/").replace(" ", "")
    if not typed.startswith("/") or typed == "/":
        return None
    found = [command for name, command in COMMANDS.items() if name.startswith(typed)]
    if len(found) != 1:
        raise NotUnderstood(f"没有{quote(typed)}这个命令，可以用{'、'.join(COMMANDS)}。")
    return found[0]

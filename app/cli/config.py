"""What one always types, in a file: options by command, in TOML, under what is written on the command line.

::

    [check]
    format = "html"
    ignore = "NB104"

    [export]
    layout = "windows"

A name is that of a long option; a switch is ``true``; what may be written several times is a list."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sections.errors import NianbaoError

NO_SETTINGS: Final = "--no-config"
NAMED: Final = "--config"
_LOADS_NOTHING: Final = frozenset({"-h", "--help", "--version"})


class ConfigError(NianbaoError):
    """A file of settings that cannot be taken; the words name the place."""


def apply(parsers: Mapping[str, argparse.ArgumentParser], argv: Sequence[str]) -> None:
    """Let the settings be the defaults of the commands ``parsers``. Raises ``ConfigError``."""
    if _LOADS_NOTHING & set(argv):
        return
    path = _file(argv)
    if path is None:
        return
    for command, options in _read(path).items():
        parser = parsers.get(command)
        if parser is None:
            raise ConfigError(f"设置文件 {path}：没有“{command}”这个命令。", "用 nianbao --help 查看命令。")
        if not isinstance(options, dict):
            raise ConfigError(f"设置文件 {path}：“{command}”应写成一节 [命令]。")
        for name, value in options.items():
            _set_default(parser, name, value, f"设置文件 {path} 的 [{command}]")


def _file(argv: Sequence[str]) -> Path | None:
    """The file that is named before the command, else the one at its usual place, where there is one."""
    named = ""
    for place, word in enumerate(argv):
        if word == NO_SETTINGS:
            return None
        if word == NAMED:
            named = argv[place + 1] if place + 1 < len(argv) else ""
        elif word.startswith(f"{NAMED}="):
            named = word.partition("=")[2]
        elif not word.startswith("-") and argv[place - 1] != NAMED:
            break
    if named:
        return Path(named)
    from store.paths import settings

    usual = settings()
    return usual if usual.is_file() else None


def _read(path: Path) -> dict[str, Any]:
    from app.input_files import content_of, toml_of

    try:
        return toml_of(content_of(path))
    except NianbaoError as error:
        raise ConfigError(f"设置文件 {path}：{error}") from error
    except OSError as error:
        raise ConfigError(f"读不到设置文件 {path}。", "请检查路径和权限。") from error
    except ValueError as error:
        raise ConfigError(f"设置文件 {path} 写得不对（{error}）。", "请按 TOML 的写法改正。") from error


def _set_default(parser: argparse.ArgumentParser, name: str, value: Any, place: str) -> None:
    option = f"--{name}"
    action = next((action for action in parser._actions if option in action.option_strings), None)
    if action is None or action.dest == "help":
        raise ConfigError(f"{place}：没有“{name}”这个选项。", "写法与命令行上的长选项相同，不带 --。")
    taken = _value_of(action, value)
    if taken is None:
        raise ConfigError(
            f"{place}：“{name}”的值不对（{value}）。", "开关写 true，其他的写带引号的值或数字。"
        )
    if taken is not argparse.SUPPRESS:
        parser.set_defaults(**{action.dest: taken})
        action.required = False


def _value_of(action: argparse.Action, value: Any) -> Any:
    """A value as the option stores it; None for one it cannot have, SUPPRESS for a switch that is off."""
    if action.nargs == 0:
        const = action.const if isinstance(value, bool) else None
        return argparse.SUPPRESS if value is False else const
    if isinstance(action.default, list):
        items = value if isinstance(value, list) else [value]
        return items if all(isinstance(item, str) for item in items) else None
    if type(value) is not (action.type or str) or (action.choices and value not in action.choices):
        return None
    return value

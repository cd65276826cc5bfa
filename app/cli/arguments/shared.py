"""Options that several commands have, and what completes them in a shell."""

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from store.database import Store

    Commands = argparse._SubParsersAction[Any]

REF: Final = "单位@年份"
EXPORTS: Final = ("docx", "review", "pdf", "html", "fragment", "xlsx", "md", "txt", "json")
"""The kinds of ``app.documents.write.kinds``, named here so that the help loads nothing."""

_HALF_WIDTH: Final = str.maketrans("＠＊？０１２３４５６７８９", "@*?0123456789")

Completer = Callable[..., Iterable[str]]


def completed_by(action: argparse.Action, completer: Completer) -> None:
    """Let a shell complete an argument by what ``completer`` gives."""
    action.completer = completer  # type: ignore[attr-defined]


def stored_names(**_: Any) -> Iterable[str]:
    """The reports that are kept here, as they are named on a command line."""
    return _of_store(lambda store: [f"{record.unit}@{record.year}" for record in store.reports()])


def deleted_names(**_: Any) -> Iterable[str]:
    """The deleted reports that can be brought back."""
    return _of_store(lambda store: [f"{report.unit}@{report.year}" for report in store.deleted()])


def organ_names(**_: Any) -> Iterable[str]:
    """The organs whose reports are kept here, under every name."""
    return _of_store(lambda store: [name for organ in store.organs() for name in organ.names])


def _of_store(names: "Callable[[Store], list[str]]") -> list[str]:
    """Names out of the store, where there is one."""
    from store.database import Store
    from store.paths import database

    if not database().is_file():
        return []
    with Store.open() as store:
        return names(store)


def rule_codes(**_: Any) -> Iterable[str]:
    """The codes of all rules."""
    from sections.rules.run import RULES

    return [rule.code for rule in RULES]


def half_width(ref: str) -> str:
    """A name as an input method may give it: ``单位＠２０２５`` is ``单位@2025``."""
    return ref.translate(_HALF_WIDTH)


def add_ref(command: argparse.ArgumentParser, **options: Any) -> None:
    """The name of a stored report."""
    completed_by(command.add_argument("ref", metavar=REF, type=half_width, **options), stored_names)


def add_words(command: argparse.ArgumentParser) -> None:
    """Whose words a narrative has."""
    command.add_argument(
        "--words",
        choices=("own", "fresh"),
        metavar="own|fresh",
        help="own：沿用上年年报里自己的句子（有上年年报时的默认）；fresh：全部新写",
    )


def add_output(command: argparse.ArgumentParser, *, required: bool = False, words: str = "") -> None:
    """Where the result is written."""
    command.add_argument(
        "-o",
        "--output",
        default="",
        required=required,
        metavar="文件",
        help=words or "写到哪里（- 为标准输出）",
    )
    command.add_argument("--force", action="store_true", help="覆盖已有的文件")


def add_format(command: argparse.ArgumentParser) -> None:
    """The kind of a document that is written, and whether with open errors."""
    kinds = "、".join(EXPORTS)
    command.add_argument(
        "--format", choices=EXPORTS, help=f"格式（默认按文件后缀，标准输出为 json）：{kinds}"
    )
    command.add_argument("--as-draft", action="store_true", help="有错误时也导出，并标明“草稿”")

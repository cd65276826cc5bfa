"""Where every sentence and number of the report comes from, as the reviewer's edition prints it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult

from app.tui.text.rows import Row, labelled, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.rows_view import RowsView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from app.documents.sources import FactSource, Sourced
    from app.session.session import Session

_KEYS: Final = (
    Key("↑↓", "逐句看"),
    Key("PgUp PgDn", "翻页"),
    Key("Esc", "返回", "leave"),
    Key("F1", "帮助", "app.help"),
)


class SourcesScreen(ListScreen[None]):
    """Nothing can be changed here. ``text`` is the sentence to begin with."""

    DEFAULT_CSS = "SourcesScreen { layout: vertical; } SourcesScreen #sources { height: 1fr; }"
    ABOUT = (
        "这里逐句、逐组列出本年的事实和数字从哪里来（何时填写、哪位同事填报、从哪个文件导入、怎样算出），"
        "以及上年是多少。送审稿后面附的来源表与这里相同。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("↑ ↓ PgUp PgDn", "逐句看，翻页"),)

    def __init__(self, session: "Session", text: str = "") -> None:
        super().__init__()
        self._session, self._text = session, text

    def compose(self) -> ComposeResult:
        """Title, sources, keys."""
        yield StatusLine(id="status")
        yield RowsView(id="sources", always=True)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show them, standing at the sentence one came from."""
        whose = f"{self._session.organ} {self._session.year}年度"
        self.query_one(StatusLine).show_words("来源", whose)
        self.query_one(KeyLine).show_keys(_KEYS)
        told = self._session.sentences.sources()
        here = next((str(place) for place, sourced in enumerate(told) if sourced.text == self._text), None)
        pane = self.query_one("#sources", RowsView)
        pane.focus()
        pane.show(lambda room: list(source_rows(told, room)), here)
        self.call_after_refresh(lambda: pane.reveal(pane.here))


def source_rows(told: "tuple[Sourced, ...]", room: int) -> Iterator[Row]:
    """Sentences and rows of tables under the parts they stand in, each with its facts beneath."""
    part = ""
    for place, sourced in enumerate(told):
        key = str(place)
        if sourced.part != part:
            part = sourced.part
            yield row(part, "strong")
        words = f"〔{sourced.words}〕" if sourced.words else ""
        yield from wrapped(f"{sourced.text}{words}", room, key=key)
        for fact in sourced.facts:
            yield from labelled("  ", _line(fact), room, "muted", key)


def _line(fact: "FactSource") -> str:
    last = f"，上年{fact.last}" if fact.last else ""
    return f"{fact.label}：{fact.value or '没有填写'}{last}。{fact.origin}。"

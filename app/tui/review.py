"""The review screen: every finding, gravest first, then by section, and the way from each to its place."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, Final
from weakref import WeakKeyDictionary

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from app.crash_log import log
from app.session.views import FindingLocation
from app.tui.answer_finding import AnswerFindingScreen
from app.tui.text.cell_width import wrap
from app.tui.text.rows import Row, row, wrapped
from app.tui.widgets.key_line import Key, KeyLine
from app.tui.widgets.lines import Line, Lines, both_ends
from app.tui.widgets.list_screen import ListScreen
from app.tui.widgets.messages import RowChosen
from app.tui.widgets.rows_view import RowsView
from sections.errors import NianbaoError
from sections.form.registry import SECTIONS
from sections.rules.base import Context, Finding, Rule, Severity, Suspicion
from sections.rules.run import RULES

if TYPE_CHECKING:
    from app.session.session import Session
    from sections.report.report import Report

NB974: Final = next(rule for rule in RULES if rule.code == "NB974")
"""The rule that words what a proofreader suspects."""
NOTHING: Final = "没有发现问题，可以导出。"
_DETAIL: Final = 5
"""Lines of why and how, at the least; at the most two fifths of the screen."""
_BACK: Final = Key("Esc", "返回", "leave")
_HELP: Final = Key("F1", "帮助", "app.help")
_KEYS: Final = (
    Key("回车", "到该处", "go_there"),
    Key("F", "采用建议的改法", "fix"),
    Key("W", "核对无误", "answer"),
    Key("Ctrl+Z", "撤回", "undo"),
    _BACK,
    _HELP,
)
_STYLES: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "strong",
}
_STOOD: "WeakKeyDictionary[Session, int]" = WeakKeyDictionary()
"""Where one stood in the list of each report, so that one comes back to the same place."""


class ReviewScreen(ListScreen[FindingLocation]):
    """All findings of a session; ends with the place to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fix", "采用建议的改法"),
        Binding("w", "answer", "核对无误，写明理由"),
        Binding("ctrl+z", "undo", "撤回刚才的修改"),
        Binding("ctrl+y", "redo", "恢复刚才撤回的修改"),
        Binding("f7", "leave", "返回"),
    ]
    ABOUT = (
        "这里列出检查发现的问题，先错误，后提醒。错误改正以后才能定稿；"
        "核对过没有错的，按 W 写明理由也可以定稿。提醒请看一看，属实的可以不改。"
        "下方写着为什么、怎么改和依据。"
    )
    OTHER_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↑ ↓", "选择"),
        ("回车", "到这一处去改，按 Esc 回到这里"),
    )
    DEFAULT_CSS = """
    ReviewScreen { layout: vertical; }
    ReviewScreen #title { text-style: bold; background: $panel; }
    ReviewScreen #detail { border-top: solid $secondary; }
    """

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self._findings: tuple[Finding, ...] = ()
        self._suspected: Mapping[str, tuple[Suspicion, ...]] = {}
        self._message = ""

    def compose(self) -> ComposeResult:
        """The list, and what is to be said about the finding one stands on."""
        yield Lines(1, id="title")
        yield RowsView(id="findings", stood=self.remember)
        yield Lines(_DETAIL, id="detail")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """The list gets the keys; slips of the pen are looked for meanwhile."""
        self.query_one(RowsView).focus()
        Thread(target=self._proofread, args=(self.session.report,), daemon=True).start()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.call_after_refresh(self._list)

    def _proofread(self, report: "Report") -> None:
        """Ask the dictionary, in a thread of its own; one that ends after the screen tells nobody, and one
        that fails leaves its hints out."""
        try:
            from app.checking.proofreading import proofread

            suspected = proofread(report)
        except Exception as error:
            log(error)
            return
        if suspected and self.is_running:
            with suppress(RuntimeError):
                self.app.call_from_thread(self._suspect, suspected)

    def _suspect(self, suspected: "Mapping[str, tuple[Suspicion, ...]]") -> None:
        """Add what the dictionary suspects to the list, where one stands."""
        if self.is_attached:
            self._suspected = suspected
            self._list(_STOOD.get(self.session, 0))

    def _all(self) -> tuple[Finding, ...]:
        """What the rules found, and the hints of the proofreader with their answers."""
        hints = NB974.check(Context(self.session.report, suspected=self._suspected))
        return self.session.findings + self.session.corrections.with_answers(hints)

    # --- the list --------------------------------------------------------------------------------------

    def _list(self, keep: int | None = None) -> None:
        """Fill the list, standing at finding ``keep`` or where one stood last."""
        self._findings = ordered(self._all())
        stood = _STOOD.get(self.session, 0) if keep is None else keep
        view = self.query_one(RowsView)
        view.show(self._rows, str(min(stood, len(self._findings) - 1)))
        view.reveal(view.here)
        detail = self.query_one("#detail", Lines)
        high = max((len(_said_of(finding, detail.room)) for finding in self._findings), default=0) + 1
        detail.be_high(min(max(high, _DETAIL), max(self.size.height * 2 // 5, _DETAIL)))
        self._show()

    def _rows(self, room: int) -> list[Row]:
        if not self._findings:
            return wrapped(nothing_left(self.session), room)
        rows: list[Row] = []
        head = section = ""
        for number, finding in enumerate(self._findings):
            if finding.severity.label != head:
                head, section = finding.severity.label, ""
                count = sum(one.severity is finding.severity for one in self._findings)
                rows.append(row(f"{head} {count} 处", _STYLES[finding.severity]))
            if finding.section != section:
                section = finding.section
                rows.append(row(f" {self.session.report.form.headings.get(section, '其他')}", "muted"))
            rows += _finding_rows(finding, str(number), room)
        return rows

    def _show(self) -> None:
        title, detail = (self.query_one(f"#{name}", Lines) for name in ("title", "detail"))
        counts = [finding.severity for finding in self._findings]
        alike = self.session.sentences.likeness_in_words
        found = f"错误 {counts.count(Severity.ERROR)}  提醒 {counts.count(Severity.WARNING)}"
        right = "  ".join(filter(None, (alike, found)))
        left = f"检查  {self.session.organ} · {self.session.year}年度"
        title.show((both_ends(left, right, title.room), ""))
        said = [(line, "$text-success") for line in wrap(self._message, detail.room)] if self._message else []
        finding = self._selected()
        detail.show(*(said or (_said_of(finding, detail.room) if finding else ())))
        self.query_one(KeyLine).show_keys(self._keys())

    def _keys(self) -> tuple[Key, ...]:
        """The keys that do something about the finding one stands on."""
        finding = self._selected()
        if not self._findings:
            return (_BACK, _HELP)
        useless = {"answer"} if finding is not None and finding.compulsory else set()
        if finding is None or finding.fix is None:
            useless.add("fix")
        return tuple(key for key in _KEYS if key.action not in useless)

    def _selected(self) -> Finding | None:
        here = self.query_one(RowsView).here
        return self._findings[int(here)] if here else None

    # --- events and actions ----------------------------------------------------------------------------

    def remember(self) -> None:
        """Say why, and remember the place."""
        here = self.query_one(RowsView).here
        if here:
            _STOOD[self.session] = int(here)
            self._show()

    def on_key(self) -> None:
        """A new key: the last sentence has been read."""
        self._message = ""

    @on(RowChosen)
    def action_go_there(self) -> None:
        """To the place of the finding."""
        finding = self._selected()
        if finding is not None:
            self.dismiss(self.session.corrections.location_of(finding))

    def action_fix(self) -> None:
        """Take the fix of the finding one stands on."""
        finding = self._selected()
        if finding is None or finding.fix is None:
            self._say("这一处没有现成的改法，请按回车到该处修改。")
            return
        try:
            outcome = self.session.corrections.apply(finding.fix)
        except NianbaoError as error:
            self._say(str(error))
            return
        self._list(_STOOD.get(self.session, 0))
        self._say(outcome.message or f"已{finding.fix.label}。" if outcome.accepted else outcome.message)

    def action_answer(self) -> None:
        """Say why the finding one stands on stands as it is, or take that back."""
        finding = self._selected()
        if finding is None:
            return
        if finding.compulsory:
            self._say("这一处违反表格自身的勾稽关系，必须改正，不能以核对无误通过。")
            return

        def keep(reason: str | None) -> None:
            if reason is not None:
                self._change(lambda: self.session.corrections.answer(finding, reason).message)

        self.app.push_screen(AnswerFindingScreen(finding), keep)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._change(self.session.conversation.undo, "没有可以撤回的修改。")

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self._change(self.session.conversation.redo, "没有可以恢复的修改。")

    def _change(self, way: Callable[[], str], nothing: str = "") -> None:
        try:
            said = way()
        except NianbaoError as error:
            said = str(error)
        self._list(_STOOD.get(self.session, 0))
        self._say(said or nothing)

    def _say(self, text: str) -> None:
        self._message = text
        self._show()


def _finding_rows(finding: Finding, key: str, room: int) -> list[Row]:
    """A finding in the list: what is wrong, the words in question, its answer and its mending."""
    rows = [row("  " + line, "", key) for line in wrap(finding.message, room - 2)]
    more = [(f"原文：{finding.quote}", "muted")] if finding.quote else []
    if finding.answer:
        more.append((f"已核对无误：{finding.answer}（按 W 修改或取消）", ""))
    if finding.fix:
        more.append((f"可以改：{finding.fix.label}（按 F）", ""))
    return rows + [row("    " + line, style, key) for text, style in more for line in wrap(text, room - 4)]


def _said_of(finding: Finding, room: int) -> list[Line]:
    """Why the finding matters and how to mend it."""
    rule = rule_of(finding)
    if rule is None:
        return []
    said = [f"为什么：{rule.why}", f"怎么改：{rule.how}", f"依据：{rule.basis}"]
    return [(line, "") for text in said for line in wrap(text, room)]


def ordered(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """By severity, then by section, else as the rules found them."""

    def place(finding: Finding) -> tuple[int, int]:
        section = SECTIONS.index(finding.section) if finding.section in SECTIONS else len(SECTIONS)
        return finding.severity.rank, section

    return tuple(sorted(findings, key=place))


def nothing_left(session: "Session") -> str:
    """What an empty list says: ready, or how many places of the final document are still open."""
    errors = [finding for finding in session.finishing.findings() if finding.severity is Severity.ERROR]
    if not errors:
        return NOTHING
    return f"已填写的内容没有发现问题。定稿前还有{len(errors)}处没有填写，第一处：{errors[0].message}"


def rule_of(finding: Finding) -> Rule | None:
    """The rule that found it."""
    return next((rule for rule in RULES if rule.code == finding.code), None)

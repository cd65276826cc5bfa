"""The interview: what keys, clicks and answers do."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from app.tui.error_display import shows_errors
from app.tui.interview import closing_page
from app.tui.interview.answer_entry import AnswerEntry
from app.tui.interview.box_sentence import BoxSentence, said_at_opening
from app.tui.interview.choice_text import SEVERAL, toggled
from app.tui.interview.interview_keys import ACTIONS, BINDINGS, OTHER_ACTIONS, OTHER_KEYS, keys_for
from app.tui.interview.interview_panes import WIDE, InterviewPanes
from app.tui.interview.interview_position import InterviewPosition
from app.tui.interview.on_the_way import more_to_answer, said_on_the_way
from app.tui.interview.other_screens import OtherScreens
from app.tui.interview.question_help import question_help
from app.tui.text.rows import Row
from app.tui.widgets.key_line import KeyLine
from app.tui.widgets.messages import ChoiceToggled, RowChosen, RowsLeft, TextChanged, TypedInVain
from app.tui.widgets.status_line import StatusLine
from prompts.commands import command_of
from sections.errors import NianbaoError
from sections.report.values import Kind

if TYPE_CHECKING:
    from app.session.session import Session


class InterviewScreen(Screen[None]):
    """One session, question by question. Everything is saved at every moment; leaving needs no question."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    CSS_PATH = "../styles/interview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*BINDINGS]
    OTHER_KEYS = OTHER_KEYS
    OTHER_ACTIONS = OTHER_ACTIONS

    def __init__(self, session: "Session") -> None:
        super().__init__()
        self.session = session
        self.position = InterviewPosition(session)
        self.panes = InterviewPanes(session, self.position, self.entered, self.typed)
        self.conversation, self.draft = self.panes.conversation, self.panes.draft
        self.other_screens = OtherScreens(self)
        box = self.conversation.box
        self._entry = AnswerEntry(self.position, box, self.set_timer, self.keep)
        self._sentence = BoxSentence(self.position, box)
        self._unkept = ""
        """The text whose loss was told at the last Escape."""

    def compose(self) -> ComposeResult:
        """Status, three panes, keys."""
        yield StatusLine(id="status")
        yield self.panes
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin where one stopped."""
        self.conversation.box.field.focus()
        self.screen_layout_refresh_signal.subscribe(self, self._place_cursor, immediate=True)
        self.call_next(self._begin)

    @shows_errors
    def _begin(self) -> None:
        """The question first; what has to be drafted and checked follows when it is on the screen."""
        self._entry.load()
        self.panes.show_question()
        self.show_keys()
        self._focus_box()
        self.call_after_refresh(self._show_the_rest)

    @shows_errors
    def _show_the_rest(self) -> None:
        """What is typed by now stays in the box."""
        self.query_one(StatusLine).show_session(self.session)
        self.panes.show_session()
        self._sentence.show()
        self.show_keys()
        if opening := said_at_opening(self.session):
            self.say(*opening)
        self.other_screens.reopen()

    def on_unmount(self) -> None:
        """Whatever the way out: the half-typed text is kept, and another window may write."""
        try:
            with suppress(NianbaoError):  # whoever left was told
                self._entry.keep()
        finally:
            self.session.close()

    def show_all(self) -> None:
        """Show everything as the session stands now."""
        self.query_one(StatusLine).show_session(self.session)
        self._entry.load()
        self.panes.show_session()
        self._sentence.show()
        self.show_keys()

    def show_moved(self, said: str = "", style: str = "$text-success") -> None:
        """One stands somewhere else, or something changed: show it, and say where there is more to answer."""
        self.other_screens.reviewing = False
        self._entry.leave()
        self.show_all()
        self._focus_box()
        if said := said + more_to_answer(self.position.more_asked()):
            self.say(said, style)

    def show_keys(self) -> None:
        """Show the keys that work where the focus is."""
        pane = self.panes.name_of(self.focused)
        keys = keys_for(pane, self.position, wide=self.panes.wide, view=self.position.view)
        self.query_one(KeyLine).show_keys(keys)

    def say(self, text: str, style: str = "$text-success") -> None:
        """Say a sentence under the box until something else is typed."""
        self._sentence.say(text, style)

    def explained(self, room: int) -> list[Row]:
        """The question in full, what may be typed, and the commands."""
        return question_help(self.position.view, room)

    def _place_cursor(self, _: object = None) -> None:
        """The terminal's cursor on the caret, where the input method opens its window."""
        if self.focused is self.conversation.box.field:
            self.app.cursor_position = self.conversation.box.field.cursor_screen_offset

    def _focus_box(self) -> None:
        self.panes.show_conversation()
        self.conversation.box.field.focus()
        self.show_keys()
        self.call_after_refresh(self._place_cursor)

    @shows_errors
    def keep(self) -> None:
        """Keep the half-typed text, and say so; where it cannot be, it is tried again."""
        if self._entry.is_due:
            try:
                self._entry.keep()
            except NianbaoError as error:
                self._entry.keep_again()
                self.say(f"刚才输入的内容没有保存：{error}", "$text-error")
            else:
                self.query_one(StatusLine).show_session(self.session)

    @property
    def all_kept(self) -> bool:
        """Whether everything typed is on the disk."""
        return not self._entry.is_due

    def keep_now(self) -> None:
        """Keep what stands in the box at this moment. Raises ``StoreError``: it is still due then."""
        self._entry.keep()

    @on(TextChanged)
    @shows_errors
    def typed(self) -> None:
        """Something was typed: the hint at once, kept within a moment."""
        if self._entry.take_in():
            self._sentence.show()
            self.panes.mark_choices()
            self.conversation.fit()

    @on(TypedInVain)
    def _refuse(self) -> None:
        self.say(self.session.why_readonly, "$text-warning")

    @shows_errors
    def entered(self, text: str) -> None:
        """A command, an answer, or what to do on the closing page."""
        command, instance = command_of(text), self.position.question
        if command is not None:
            self._run_from_box(ACTIONS[command.name])
        elif instance is None:
            self._close_with(text)
        elif instance.question.kind is Kind.TABLE:
            self.other_screens.table(instance.question.scope)
        else:
            self._answer(text)

    def _run_from_box(self, action: str) -> None:
        self._entry.clear()
        self.call_later(self.run_action, action)

    def _answer(self, text: str) -> None:
        before = self.position.question
        outcome = self._entry.confirmed(lambda: self.position.answer(text))
        if outcome.accepted:
            self._leave_question(outcome.message or said_on_the_way(self.position, before))
        else:
            self.say(outcome.message, "$text-warning")

    def _close_with(self, text: str) -> None:
        action = closing_page.action_of(text, self.session)
        if action == "leave":
            self.position.origin = None
        if action:
            self._run_from_box(action)
        else:
            self.say(f"请输入1到{len(closing_page.steps(self.session))}之间的序号。", "$text-warning")

    @on(RowsLeft)
    def back_to_box(self, event: RowsLeft) -> None:
        """Out of a pane one comes to the box; over the ends of the outline and the draft nowhere."""
        towards_box = {"history": 1, "choices": -1}.get(event.pane.id or "")
        if event.step in {0, towards_box}:
            self._focus_box()

    @on(RowChosen, "#history")
    @shows_errors
    def reopen(self, event: RowChosen) -> None:
        """An old answer, to be looked at or changed."""
        self.keep()
        self.position.go(event.key)
        self.show_moved()

    @on(RowChosen, "#outline")
    @shows_errors
    def go_to_section(self, event: RowChosen) -> None:
        """The first open question of a section, or its first one."""
        self.keep()
        if question_id := self.session.conversation.first_open(event.key):
            self.position.go(question_id)
            self.show_moved()
        else:
            self.say("这一部分现在没有要回答的问题。", "$text-warning")
            self._focus_box()

    @on(RowChosen, "#draft")
    @shows_errors
    def edit_chosen(self, event: RowChosen) -> None:
        """A paragraph to be edited by hand; a click only stands on it."""
        if event.clicked:
            self.draft.focus()
        else:
            self.other_screens.editor(event.key)

    @on(ChoiceToggled)
    @shows_errors
    def toggle(self, event: ChoiceToggled) -> None:
        """Put the choice into the box, or take it out."""
        view = self.position.view
        if view is None or self.session.readonly:
            return
        box = self.conversation.box
        box.put(toggled(box.text, event.number, view.choices, view.kind))

    @on(RowChosen, "#choices")
    @shows_errors
    def choose(self, event: RowChosen) -> None:
        """Enter on a choice: this one, or of several all that are marked. A click marks."""
        view, box = self.position.view, self.conversation.box
        if view is None:
            self._close_with(event.key)
        elif event.clicked or view.kind is Kind.TEXT:
            self.toggle(ChoiceToggled(int(event.key)))
            self._focus_box()
        elif view.kind in SEVERAL:
            self._answer(box.text if box.text.strip() else event.key)
        else:
            self._answer(event.key)

    @on(events.DescendantFocus)
    def focus_moved(self) -> None:
        """Other keys work now."""
        self.show_keys()

    def on_resize(self) -> None:
        """More or less room."""
        self.call_after_refresh(self.show_keys)

    def action_pane(self, name: str) -> None:
        """Show the outline or the draft, or go back from it."""
        if self.focused is self.panes.pane(name):
            self._focus_box()
        else:
            self.panes.reveal(name)
            self.show_keys()

    @shows_errors
    def action_step(self, by: int) -> None:
        """To the question before (-1) or behind (1)."""
        self.keep()
        if self.position.step(by):
            self.show_moved()
        else:
            self.say("这已经是第一题。" if by < 0 else "后面没有题目了。", "$text-warning")

    @shows_errors
    def action_skip(self) -> None:
        """Leave the question for later."""
        self.show_moved(self.position.skip().message)

    @shows_errors
    def action_leave_open(self) -> None:
        """Empty the box, as in every terminal; where it is empty, the answer is not known yet."""
        if self.conversation.box.text and self.focused is self.conversation.box.field:
            self.conversation.box.put("")
            self.say("输入框清空了，答案没有动。再按一次 Ctrl+U，这一题先留着；按 Ctrl+Z 恢复。")
        else:
            self.show_moved(self.position.leave_open().message)

    @shows_errors
    def action_fill_with_nothing(self) -> None:
        """At a table: there was nothing to fill in."""
        outcome = self.position.fill_with_nothing()
        if outcome.accepted:
            self.show_moved(outcome.message)
        elif outcome.message:
            self.say(outcome.message, "$text-warning")

    @shows_errors
    def action_undo(self) -> None:
        """Take back what was typed in the box, else the last change of the report."""
        if self.session.finishing.is_just_reopened and not self.conversation.box.text:
            self.action_put_back()
        else:
            self._back_or_forth(self.conversation.box.field.undo, self.position.undo, "没有可以撤回的修改。")

    @shows_errors
    def action_redo(self) -> None:
        """Make the change again that was taken back last, in the box or in the report."""
        self._back_or_forth(self.conversation.box.field.redo, self.position.redo, "没有可以恢复的修改。")

    def _back_or_forth(self, in_box: Callable[[], None], in_report: Callable[[], str], nothing: str) -> None:
        box = self.conversation.box
        if self.focused is box.field and box.text != self.position.answered_text():
            in_box()
        elif said := in_report():
            self.position.forget_typed()
            self.show_moved(said)
        else:
            self.say(nothing, "$text-warning")

    @shows_errors
    def action_leave(self) -> None:
        """Back to where one came from, else home; what could not be saved stays, until one leaves again."""
        try:
            self.keep_now()
        except NianbaoError as error:
            if self._unkept != self.conversation.box.text:
                self._unkept = self.conversation.box.text
                self.say(f"再按一次 Esc 就不保存而返回。刚才输入的内容没有保存：{error}", "$text-error")
                return
        if self.position.close() or self.other_screens.reviewing:
            self._leave_question()
        else:
            self.dismiss(None)

    def _leave_question(self, said: str = "") -> None:
        """The question is done with: the next one, or the list of findings one came from."""
        reviewing = self.other_screens.reviewing
        self._sentence.forget()
        self.show_moved(said)
        if reviewing:
            self.other_screens.review()

    @shows_errors
    def action_reword(self) -> None:
        """The just-changed sentence, or the paragraph one stands on, in other words."""
        if key := self._to_change():
            said = self.session.narrative.next_wording(key)
            self.query_one(StatusLine).show_session(self.session)
            self.panes.show_draft()
            self.say(said)

    @shows_errors
    def action_edit(self) -> None:
        """Edit the paragraph one stands on by hand."""
        if key := self._to_change():
            self.other_screens.editor(key)

    def _to_change(self) -> str:
        """The paragraph one stands on; "" where none can be changed, which is said. A draft that is out of
        sight is shown first: nothing is changed that one does not see."""
        if self.session.readonly:
            self.say(self.session.why_readonly, "$text-warning")
        elif not self.draft.here:
            self.say("还没有草稿。先回答相关的问题，草稿会自动出现。", "$text-warning")
        elif not self.panes.in_sight("draft"):
            self.panes.reveal("draft")
            self.show_keys()
        else:
            return self.draft.here
        return ""

    @shows_errors
    def action_next_finding(self) -> None:
        """To where the next finding can be corrected."""
        self.other_screens.next_finding()

    @shows_errors
    def action_closing(self) -> None:
        """To the closing page, whatever is still open; Escape leads back to an open question."""
        self.keep()
        self.position.go_to_close()
        self.show_moved()

    @shows_errors
    def action_finalise(self) -> None:
        """Keep the report as the year's, unless something is still wrong."""
        if refusal := closing_page.finalise(self.session):
            self.say(refusal, "$text-warning")
            return
        self.position.at_end = True
        self.show_moved("已定稿保存，明年写年报时会自动拿来对照。要修改可以重新打开。")

    @shows_errors
    def action_reopen(self) -> None:
        """Make a closed report a draft again."""
        self.session.finishing.reopen()
        self.position.come_back()
        self.show_moved("已重新打开，改好以后请再定稿。不改了，按 Ctrl+R 恢复成现在的一版。")

    @shows_errors
    def action_put_back(self) -> None:
        """Close a reopened report again as it was."""
        before = self.session.finishing.put_back()
        self.position.at_end = True
        self.show_moved(f"已恢复成重新打开以前的一版，{before.label}。")

    @shows_errors
    def action_open(self, screen: str) -> None:
        """Open another screen, by the name of a method of ``OtherScreens``."""
        getattr(self.other_screens, screen)()

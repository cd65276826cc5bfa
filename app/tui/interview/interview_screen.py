"""The interview: what keys, clicks and answers do."""

from contextlib import suppress
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from app.tui.error_display import politely
from app.tui.interview.choice_text import SEVERAL, toggled
from app.tui.interview.interview_keys import ACTIONS
from app.tui.interview.interview_navigation import InterviewDoors
from app.tui.leaving import KEEP_AFTER
from app.tui.widgets.messages import (
    BoxLeft,
    ChoiceToggled,
    RowChosen,
    RowsLeft,
    TextChanged,
    TypedInVain,
)
from app.tui.widgets.rows_view import RowsView
from prompts.commands import command_of
from sections.errors import NianbaoError
from sections.report.values import Kind


class InterviewScreen(InterviewDoors):
    """One session, question by question. Everything is saved at every moment; leaving needs no question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+up,ctrl+p", "back", "上一题", priority=True),
        Binding("ctrl+down", "forward", "下一题", priority=True),
        Binding("ctrl+n", "skip", "跳过", priority=True),
        Binding("f1", "help", "帮助", priority=True),
        Binding("f2", "pane('outline')", "提纲", priority=True),
        Binding("f3", "pane('draft')", "草稿", priority=True),
        Binding("f4", "reword", "换一种说法", priority=True),
        Binding("ctrl+l", "sentences", "去年的句子", priority=True),
        Binding("f6", "preview", "预览", priority=True),
        Binding("f7", "review", "检查", priority=True),
        Binding("f8", "next_finding", "下一处", priority=True),
        Binding("f9", "edit", "改文字", priority=True),
        Binding("f10", "export", "导出", priority=True),
        Binding("ctrl+z", "undo", "撤回", priority=True),
        Binding("escape", "leave", "返回"),
    ]

    _unkept = ""
    """The text whose loss was told at the last Escape."""

    def on_mount(self) -> None:
        """Begin where one stopped."""
        self.conversation.box.field.focus()
        self.screen_layout_refresh_signal.subscribe(self, self._place_cursor, immediate=True)
        self.call_after_refresh(self._begin)

    @politely
    def _begin(self) -> None:
        self.show_all()
        self._focus_box()
        if self.session.readonly:
            self.say(self.session.why_readonly, "$text-warning")
        elif self.session.damage:
            self.say(self.session.damage[0], "$text-error")
        elif self.session.template_problems:
            self.say(self.session.template_problems[0], "$text-warning")
        self._stand_where_left()

    def _stand_where_left(self) -> None:
        """The table or the paragraph one was at."""
        position = self.session.conversation.position
        if position.screen == "table" and position.cell:
            self._open_table(position.cell.split(".")[0])
        elif position.screen == "editor" and position.key:
            self._open_editor(position.key)

    def on_unmount(self) -> None:
        """Whatever the way out: the half-typed text is kept, and another window may write."""
        try:
            with suppress(NianbaoError):  # whoever left was told
                self._flush()
        finally:
            self.session.close()

    # --- the box ---------------------------------------------------------------------------------------

    @on(TextChanged)
    @politely
    def typed(self) -> None:
        """Something was typed: the hint at once, kept within a moment.

        The box itself is asked: the message may be older than the question."""
        box = self.conversation.box
        now = (self.walk.id, box.text, box.caret)
        if self._loaded == now:
            return
        other_text = self._loaded is None or self._loaded[1] != box.text
        self._loaded = now
        if other_text:
            self._show_hint()
            self._mark_choices()
            self.conversation.fit()
        if self._due is None:
            self._due = self.set_timer(KEEP_AFTER, self._keep)

    def _mark_choices(self) -> None:
        view = self.walk.view
        if view is not None and view.choices:
            self.conversation.show_choices(self._choices_of(view, self.conversation.box.text))

    @on(TypedInVain)
    def refuse(self) -> None:
        """Somebody types in a window that can only look."""
        self.say(self.session.why_readonly, "$text-warning")

    @politely
    def entered(self, text: str) -> None:
        """A command, an answer, or what to do on the closing page."""
        command = command_of(text)
        if command is not None:
            self._clear_box()
            self.call_later(self.run_action, ACTIONS[command.name])
        elif self.walk.one is None:
            self._close_with(text)
        elif self.walk.one.question.kind is Kind.TABLE:
            self._open_table(self.walk.one.question.scope)
        else:
            self._answer(text)

    def _answer(self, text: str) -> None:
        self._keep_not()
        outcome = self.walk.answer(text)
        if outcome.accepted:
            self._leave_question(outcome.message)
        else:
            self.say(outcome.message, "$text-warning")

    # --- panes -----------------------------------------------------------------------------------------

    @on(BoxLeft)
    def to_neighbour(self, event: BoxLeft) -> None:
        """Up to the past answers, down to the choices."""
        pane: RowsView = self.conversation.history if event.step < 0 else self.conversation.choices
        if pane.keys and pane.display:
            pane.stand(pane.keys[-1] if event.step < 0 else pane.keys[0])
            pane.focus()

    @on(RowsLeft)
    def back_to_box(self, event: RowsLeft) -> None:
        """Out of a pane one comes to the box; over the ends of the outline and the draft nowhere."""
        towards_box = {"history": 1, "choices": -1}.get(event.pane.id or "")
        if event.step in {0, towards_box}:
            self._focus_box()

    @on(RowChosen, "#history")
    @politely
    def reopen(self, event: RowChosen) -> None:
        """An old answer, to be looked at or changed."""
        self._keep()
        self.walk.go(event.key)
        self._moved()

    @on(RowChosen, "#outline")
    @politely
    def go_to_section(self, event: RowChosen) -> None:
        """The first open question of a section, or its first one."""
        target = self._target(event.key)
        if not target:
            self.say("这一部分现在没有要回答的问题。", "$text-warning")
            self._focus_box()
            return
        self._keep()
        self.walk.go(target)
        self._moved()

    def _target(self, key: str) -> str:
        section, _, topic = key.partition(".")
        ones = [
            one
            for one in self.session.conversation.asked()
            if one.question.scope == section and (section != "overview" or one.question.topic == topic)
        ]
        entry = next(entry for entry in self.session.conversation.outline() if entry.key == key)
        return next((one.id for one in ones if not self.session.conversation.is_done(one)), entry.first)

    @on(RowChosen, "#draft")
    @politely
    def edit_chosen(self, event: RowChosen) -> None:
        """A paragraph to be edited by hand; a click only stands on it."""
        if event.clicked:
            self.draft.focus()
        else:
            self._open_editor(event.key)

    @on(ChoiceToggled)
    @politely
    def toggle(self, event: ChoiceToggled) -> None:
        """Put the choice into the box, or take it out."""
        view = self.walk.view
        if view is None or self.session.readonly:
            return
        box = self.conversation.box
        box.put(toggled(box.text, event.number, view.choices, view.kind))

    @on(RowChosen, "#choices")
    @politely
    def choose(self, event: RowChosen) -> None:
        """Enter on a choice: this one, or of several all that are marked. A click marks."""
        view, box = self.walk.view, self.conversation.box
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
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        if self.wide:
            self.remove_class("-outline", "-draft")
        self.show_keys()

    def action_pane(self, name: str) -> None:
        """Show the outline or the draft, or go back from it."""
        pane = self.query_one(f"#{name}", RowsView)
        if self.focused is pane:
            self._focus_box()
            return
        if not self.wide:
            self.remove_class("-outline", "-draft")
            self.add_class(f"-{name}")
        pane.focus()
        self.show_keys()

    # --- moving ----------------------------------------------------------------------------------------

    @politely
    def action_back(self) -> None:
        """To the question before."""
        self._keep()
        if self.walk.step(-1):
            self._moved()
        else:
            self.say("这已经是第一题。", "$text-warning")

    @politely
    def action_forward(self) -> None:
        """To the question behind."""
        self._keep()
        if self.walk.step(1):
            self._moved()
        else:
            self.say("后面没有题目了。", "$text-warning")

    @politely
    def action_skip(self) -> None:
        """Leave the question for later."""
        outcome = self.walk.skip()
        self._moved(outcome.message)

    @politely
    def action_undo(self) -> None:
        """Take back what was typed in the box, else the last change of the report."""
        box = self.conversation.box
        if self.focused is box.field and box.text != self.walk.before():
            box.field.undo()
            return
        said = self.walk.undo()
        if said:
            self.walk.half.pop(self.walk.id, None)
            self._moved(said)
        else:
            self.say("没有可以撤回的修改。", "$text-warning")

    @politely
    def action_leave(self) -> None:
        """Back to where one came from, else home; what could not be saved stays, until one leaves again."""
        try:
            self.keep_now()
        except NianbaoError as error:
            if self._unkept != self.conversation.box.text:
                self._unkept = self.conversation.box.text
                self.say(f"刚才输入的内容没有保存：{error}再按一次 Esc 就不保存而返回。", "$text-error")
                return
        if self.walk.close() or self._reviewing:
            self._leave_question()
        else:
            self.dismiss(None)

    def _leave_question(self, said: str = "") -> None:
        """The question is done with: the next one, or the list of findings one came from."""
        reviewing = self._reviewing
        self._moved(said)
        if reviewing:
            self.action_review()

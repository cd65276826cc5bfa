"""The ways out of the interview to the other screens, and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.session.views import FindingLocation
from app.tui.error_display import shows_errors
from app.tui.interview.finding_tour import FindingTour

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from app.session.session import Session
    from app.tui.interview.interview_position import InterviewPosition

Then = Callable[[object], None]
"""What is done when another screen was left."""


class Interview(Protocol):
    """The screen that is left and come back to."""

    @property
    def app(self) -> "App[object]":
        """What shows the screens."""

    @property
    def session(self) -> "Session":
        """The report."""

    @property
    def position(self) -> "InterviewPosition":
        """Where one stands."""

    def keep(self) -> None:
        """Keep the half-typed text."""

    def show_moved(self, said: str = "", style: str = "") -> None:
        """One stands somewhere else, or something changed: show it."""

    def say(self, text: str, style: str = "") -> None:
        """Say a sentence."""


class OtherScreens:
    """Opens tables, paragraphs, findings, preview, export; shows afterwards what changed there."""

    def __init__(self, interview: Interview) -> None:
        self._interview = interview
        self.reviewing = False
        """Whether one came to this question from the list of findings, and goes back there."""
        self._findings = FindingTour()

    @property
    def _session(self) -> "Session":
        return self._interview.session

    def say(self, text: str, style: str = "") -> None:
        """What goes wrong on the way is said by the interview."""
        self._interview.say(text, style)

    # --- out -------------------------------------------------------------------------------------------

    def go_to(self, location: FindingLocation, then: Then | None = None) -> None:
        """To where a finding can be corrected; ``then`` instead of the interview."""
        if location.kind == "cell":
            self.table(location.field.split(".")[0], location.field, then)
        elif location.kind == "text":
            self.editor(location.key, then)
        elif location.question:
            self._interview.position.go(location.question)
            self._interview.show_moved()
            self.reviewing = then is not None

    def next_finding(self) -> None:
        """To where the next finding can be corrected; which it is is said there."""
        findings = self._session.findings
        if not findings:
            self.say("没有发现问题。", "$text-success")
            return
        index = self._findings.next(findings, self._interview.position.section)
        finding = findings[index]
        self._interview.keep()
        self.go_to(self._session.corrections.location_of(finding))
        count = f"{finding.severity.label}（{index + 1}/{len(findings)}）"
        self.say(f"{count}：{finding.message}", "$text-warning")

    def reopen(self) -> None:
        """The table or the paragraph one was at when one left the program."""
        position = self._session.conversation.position
        if position.screen == "table" and position.cell:
            self.table(position.cell.split(".")[0])
        elif position.screen == "editor" and position.key:
            self.editor(position.key)
        elif position.screen == "sentences" and position.typed:
            self.sentences()

    def table(self, section: str, field: str = "", then: Then | None = None) -> None:
        """A table, at a cell."""
        from app.tui.table.table_screen import TableScreen

        self._interview.keep()
        self._interview.app.push_screen(TableScreen(self._session, section, field), then or self._came_back)

    def editor(self, key: str, then: Then | None = None) -> None:
        """A paragraph, to be edited by hand."""
        from app.tui.narrative.editor_screen import EditorScreen

        self._interview.keep()
        self._interview.app.push_screen(EditorScreen(self._session, key), then or self._came_back)

    def preview(self) -> None:
        """The whole report, to be read."""
        from app.tui.preview.preview_screen import PreviewScreen

        self._interview.keep()
        self._interview.app.push_screen(PreviewScreen(self._session), self._came_back)

    def sentences(self) -> None:
        """Last year's sentences, to be taken over one by one."""
        from app.tui.narrative.sentences_screen import SentencesScreen

        self._interview.keep()
        self._interview.app.push_screen(SentencesScreen(self._session), self._came_back)

    def unchanged(self) -> None:
        """What usually stays as it was last year, on one page."""
        from app.tui.interview.unchanged_screen import UnchangedScreen

        if not self._session.unchanged.details():
            self.say("没有可以沿用去年的内容。", "$text-warning")
            return
        self._interview.keep()
        self._interview.app.push_screen(UnchangedScreen(self._session), self._took_over)

    def open_questions(self) -> None:
        """The questions without an answer, by who has it."""
        from app.tui.interview.open_questions_screen import OpenQuestionsScreen

        self._interview.keep()
        self._interview.app.push_screen(OpenQuestionsScreen(self._session), self._go_to_question)

    def collection(self) -> None:
        """What colleagues are asked for, out and in."""
        from app.tui.collection.collection_screen import CollectionScreen

        self._interview.keep()
        self._interview.app.push_screen(CollectionScreen(self._session), self._took_over)

    def review(self) -> None:
        """All findings."""
        from app.tui.review import ReviewScreen

        self._interview.keep()
        self._interview.app.push_screen(ReviewScreen(self._session), self._reviewed)

    def versions(self) -> None:
        """The final versions that were kept."""
        from app.tui.versions import VersionsScreen

        self._interview.keep()
        self._interview.app.push_screen(VersionsScreen(self._session), self._came_back)

    def export(self) -> None:
        """Write the document."""
        from app.tui.export import ExportScreen

        self._interview.keep()
        self._interview.app.push_screen(ExportScreen(self._session), self._exported)

    # --- and back --------------------------------------------------------------------------------------

    @shows_errors
    def _came_back(self, _: object = None) -> None:
        self._show_changed()

    def _show_changed(self, said: str = "") -> None:
        """Show what changed elsewhere, and say what was done there."""
        current, position = self._session.conversation.current, self._interview.position
        if position.question is None or current is None or current.id != position.question_id:
            position.come_back()
        self._interview.show_moved(said)

    @shows_errors
    def _took_over(self, said: str | None) -> None:
        self._show_changed(said or "")

    @shows_errors
    def _go_to_question(self, question_id: str | None) -> None:
        if question_id is None:
            self._show_changed()
            return
        self._interview.position.go(question_id)
        self._interview.show_moved()

    @shows_errors
    def _reviewed(self, location: FindingLocation | None) -> None:
        self._came_back()
        if location is not None:
            self.go_to(location, self._review_again)

    @shows_errors
    def _review_again(self, _: object = None) -> None:
        """From the place of a finding back to the list, which stands where one left it."""
        self._came_back()
        self.review()

    @shows_errors
    def _exported(self, path: "Path | None") -> None:
        self._came_back()
        if path is not None:
            self.say(f"已导出到 {path}", "$text-success")

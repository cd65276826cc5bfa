"""The doors of the interview: the other screens, and coming back from them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.session.views import FindingLocation
from app.tui.error_display import politely
from app.tui.interview import closing_page
from app.tui.interview.draft_selection import beside
from app.tui.interview.interview_view import InterviewView
from app.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from pathlib import Path

    from sections.rules.base import Finding


Then = Callable[[object], None]
"""What is done when another screen was left."""


class InterviewDoors(InterviewView):
    """Opens tables, paragraphs, findings, the export; shows afterwards what changed there."""

    # --- other screens ---------------------------------------------------------------------------------

    @politely
    def action_reword(self) -> None:
        """The just-changed sentence, or the paragraph one stands on, in other words."""
        key = self.draft.here
        if not key:
            self.say("还没有草稿可以换说法。", "$text-warning")
            return
        said = self.session.narrative.next_wording(key)
        self.query_one(StatusLine).show_session(self.session)
        self.draft.show_draft(beside(self.session, self.walk.one))
        self.say(said)

    @politely
    def action_edit(self) -> None:
        """Edit the paragraph one stands on by hand."""
        if self.draft.here:
            self._open_editor(self.draft.here)
        else:
            self.say("还没有草稿可以修改。先回答相关的问题，草稿会自动出现。", "$text-warning")

    @politely
    def action_next_finding(self) -> None:
        """To the place of the next finding."""
        findings = self.session.findings
        if not findings:
            self.say("没有发现问题。")
            return
        place = self._following(findings)
        finding = findings[place]
        self._visited = (place, finding)
        self._keep()
        self._go_to(self.session.corrections.location_of(finding))
        number = f"（{place + 1}/{len(findings)}）"
        self.say(f"{finding.severity.label}{number}：{finding.message}", "$text-warning")

    def _following(self, findings: "tuple[Finding, ...]") -> int:
        """The finding behind the one visited last; where that was mended, the one that took its place."""
        if self._visited is None:
            return 0
        place, last = self._visited
        there = place < len(findings) and (findings[place].code, findings[place].where) == (
            last.code,
            last.where,
        )
        return (place + there) % len(findings)

    def _go_to(self, place: FindingLocation, then: Then | None = None) -> None:
        if place.kind == "cell":
            self._open_table(place.field.split(".")[0], place.field, then)
        elif place.kind == "text":
            self._open_editor(place.key, then)
        elif place.question:
            self.walk.go(place.question)
            self._moved()
            self._reviewing = then is not None

    def _open_table(self, section: str, field: str = "", then: Then | None = None) -> None:
        from app.tui.table.table_screen import TableScreen

        self._keep()
        self.app.push_screen(TableScreen(self.session, section, field), then or self._came_back)

    def _open_editor(self, key: str, then: Then | None = None) -> None:
        from app.tui.narrative.editor_screen import EditorScreen

        self._keep()
        self.app.push_screen(EditorScreen(self.session, key), then or self._came_back)

    @politely
    def _came_back(self, _: object = None) -> None:
        """From a table or a paragraph: show what changed there."""
        current = self.session.conversation.current
        if self.walk.one is None or current is None or current.id != self.walk.id:
            self.walk.refresh()
        self._moved()

    @politely
    def action_help(self) -> None:
        """The question explained in full, and every key."""
        from app.tui.help import HelpScreen

        self._keep()
        self.app.push_screen(HelpScreen(self.walk.view))

    @politely
    def action_preview(self) -> None:
        """The whole report, to be read."""
        from app.tui.preview.preview_screen import PreviewScreen

        self._keep()
        self.app.push_screen(PreviewScreen(self.session), self._came_back)

    @politely
    def action_sentences(self) -> None:
        """Last year's sentences, to be taken over one by one."""
        from app.tui.narrative.sentences_screen import SentencesScreen

        self._keep()
        self.app.push_screen(SentencesScreen(self.session), self._came_back)

    @politely
    def action_review(self) -> None:
        """All findings."""
        from app.tui.review import ReviewScreen

        self._keep()
        self.app.push_screen(ReviewScreen(self.session), self._reviewed)

    @politely
    def _reviewed(self, place: FindingLocation | None) -> None:
        self._came_back()
        if place is not None:
            self._go_to(place, self._review_again)

    @politely
    def _review_again(self, _: object = None) -> None:
        """From the place of a finding back to the list, which stands where one left it."""
        self._came_back()
        self.action_review()

    @politely
    def action_export(self) -> None:
        """Write the document."""
        from app.tui.export import ExportScreen

        self._keep()
        self.app.push_screen(ExportScreen(self.session), self._exported)

    @politely
    def _exported(self, path: "Path | None") -> None:
        self._came_back()
        if path is not None:
            self.say(f"已导出到 {path}")

    # --- the closing page ------------------------------------------------------------------------------

    def _close_with(self, text: str) -> None:
        action = closing_page.action_of(text)
        if action == "finalise":
            self._finalise()
        elif action:
            self._clear_box()
            self.call_later(self.run_action, action)
        else:
            self.say(f"请输入1到{len(closing_page.STEPS)}之间的序号。", "$text-warning")

    def _finalise(self) -> None:
        """Keep the report as the year's, unless something is still wrong."""
        self._clear_box()
        errors = closing_page.errors(self.session)
        if errors:
            self.say(f"还有{len(errors)}处错误，改正以后才能定稿：{errors[0].message}", "$text-warning")
            return
        self.session.finishing.finalise()
        self._moved("已定稿保存，明年写年报时会自动拿来对照。")

"""The narrative: drafted paragraphs, edited ones, other wordings."""

from collections.abc import Mapping
from typing import Final

from app.errors import SessionError
from app.session import stale_numbers
from app.session.compute import PLACES
from app.session.open_report import SessionPart, writes
from app.session.views import Outcome, Paragraph
from prompts.narrative.compose import Draft
from prompts.narrative.edited import slots_of, to_record
from sections.form.elements import OWN_TOPICS
from sections.form.model import Form
from sections.report.unsaid import paragraph_of, unsaid

PART_FIVE: Final = {
    "problems.improved": "上年问题改进情况",
    "problems.found": "存在的主要问题",
    "problems.measures": "改进措施",
}


class Narrative(SessionPart):
    """Show, edit and reword the paragraphs."""

    def paragraphs(self) -> dict[str, Paragraph]:
        """Every paragraph of the narrative that has something to say, by key."""
        derived = self._open.derived
        drafted = {key for key, draft in derived.drafts.items() if draft.sentences}
        known = drafted | derived.content.texts.keys()
        return {key: self._paragraph(key) for key in derived.report.form.paragraphs if key in known}

    def heading(self, key: str) -> str:
        """What a paragraph is called, be there one or not."""
        return heading_of(key, self._open.derived.report.form)

    def paragraph(self, key: str) -> Paragraph:
        """One paragraph; raises ``SessionError`` for a key that has no text."""
        if not self._draft(key).sentences and key not in self._open.content.texts:
            raise SessionError("这一段还没有内容。", "先回答相关的问题，草稿会自动出现。")
        return self._paragraph(key)

    def _paragraph(self, key: str) -> Paragraph:
        draft = self._draft(key)
        text = self._open.content.texts.get(key)
        edited = self._open.derived.edited.get(key, "")
        return Paragraph(
            key=key,
            heading=heading_of(key, self._open.derived.report.form),
            text=edited if text else draft.text,
            sentences=draft.sentences,
            changed=self._open.changed.get(key, frozenset()),
            edited=text is not None and not self._open.closed,
            stale=stale_numbers.stale(text.basis, draft.text, edited) if text else (),
            basis=text.basis if text else "",
        )

    def _draft(self, key: str) -> Draft:
        return self._open.derived.drafts.get(key) or Draft(key, ())

    def paragraphs_of(self, scope: str, topic: str = "") -> tuple[Paragraph, ...]:
        """The paragraphs that questions of a section (and topic of part one) change."""
        form = self._open.derived.report.form
        if scope == "profile":
            keys = ["opening"]
        elif scope == "overview":
            keys = [f"overview.{topic}"] if topic else ["overview.lead"]
        elif scope in form.tables:
            keys = ["overview.requests"] if scope != "proactive" else ["overview.management"]
        else:
            keys = [key for key in form.paragraphs if key.startswith(f"{scope}.")]
        paragraphs = self.paragraphs()
        return tuple(paragraphs[key] for key in keys if key in paragraphs)

    @writes
    def edit(self, key: str, text: str) -> Outcome:
        """Keep a paragraph as a person wrote it; drafting never overwrites it."""
        clean = "\n".join(line.strip() for line in text.splitlines() if line.strip())
        if not clean:
            return Outcome(False, "这一段不能是空的。要回到自动生成的文字，请用“恢复草稿”。")
        basis = self._basis(key, clean, self._draft(key).text)
        store, report = self._open.store, self._open.derived.report
        with store.transaction():
            store.put_text(self._open.id, key, clean, basis)
            record = to_record(clean, slots_of(clean, key, report))
            store.put_decision(self._open.id, f"{PLACES}{key}", "", record)
        self._open.reload()
        return Outcome(True, "已按您的文字保存。", (key,))

    def _basis(self, key: str, text: str, drafted: str) -> str:
        """What an edited text is held against: the older draft while numbers of it are still in the text."""
        before = self._open.content.texts.get(key)
        return before.basis if before and stale_numbers.stale(before.basis, drafted, text) else drafted

    @writes
    def add_unsaid(self, path: str) -> Outcome:
        """Put what the templates say of an answer at the end of the edited paragraph that does not say it.

        ``path`` is as in ``unsaid``: a fact, or ``platform.items:名称``."""
        report = self._open.derived.report
        key = paragraph_of(path, report)
        words = (
            self._open.drafter.about(path, key, report, self._open.last) if key in report.paragraphs else ""
        )
        if path not in unsaid(report, report.paragraphs) or not words:
            return Outcome(False, "这一项没有可以补进去的句子，请自己写一句。")
        return self.edit(key, f"{report.paragraphs[key]}{words}")

    @writes
    def restore(self, key: str) -> Outcome:
        """Give up the edited text of a paragraph for the drafted one (undo brings it back)."""
        if key not in self._open.content.texts:
            return Outcome(False, "这一段没有手工修改过。")
        with self._open.store.transaction():
            self._open.store.remove_text(self._open.id, key)
            self._open.store.remove_decision(self._open.id, f"{PLACES}{key}")
        self._open.reload()
        return Outcome(True, "已恢复为自动生成的文字。", (key,))

    @writes
    def next_wording(self, key: str) -> str:
        """Say the last changed sentence of a paragraph (else the whole paragraph) in the next wording."""
        draft = self._draft(key)
        if key in self._open.content.texts:
            return "这一段已经手工修改，不再自动换说法。"
        if not draft.sentences:
            return "这一段还没有内容。"
        changed = self._open.changed.get(key, frozenset())
        sentences = [s for s in draft.sentences if s.id in changed] or list(draft.sentences)
        turned = [s for s in sentences if s.wordings > 1]
        store = self._open.store
        with store.transaction():
            for sentence in turned:
                store.put_wording(self._open.id, sentence.id, (sentence.wording + 1) % sentence.wordings)
            self._keep_others(key)
        return "已换一种说法。" if turned else "这一段没有别的说法。"

    def _keep_others(self, key: str) -> None:
        """Take in another wording of paragraph ``key``; what it moved in others is put back in its words."""
        opened, before = self._open, self._open.derived.drafts
        opened.reload()
        moved = [
            sentence
            for other, draft in before.items()
            if other != key
            for sentence in draft.sentences
            if sentence.wordings > 1 and sentence.id in opened.changed.get(other, ())
        ]
        if moved:
            changed = opened.changed.get(key, frozenset())
            for sentence in moved:
                opened.store.put_wording(opened.id, sentence.id, sentence.wording)
            opened.reload()
            opened.changed = {key: changed}

    def wordings(self) -> Mapping[str, int]:
        """The wordings that were chosen, by sentence id."""
        return self._open.content.wordings

    @writes
    def choose_wordings(self, wordings: Mapping[str, int]) -> None:
        """Say sentences in these wordings."""
        with self._open.store.transaction():
            for sentence, wording in wordings.items():
                self._open.store.put_wording(self._open.id, sentence, wording)
        self._open.reload()


def heading_of(key: str, form: Form) -> str:
    """What a paragraph is called."""
    section, _, name = key.partition(".")
    if key == OWN_TOPICS:
        return "本单位自己的专题"
    if key == "opening":
        return "引言"
    if section == "overview":
        return form.topics.get(name, form.headings["overview"])
    return PART_FIVE.get(key, form.headings[section])

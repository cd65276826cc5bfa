"""What is done while the clerk looks at the list."""

from contextlib import suppress
from datetime import date


def warm_up() -> None:
    """Load what opening a report needs while the clerk looks at the list.

    What fails here fails again, and is said, when it is needed."""
    with suppress(Exception):
        from app.tui.interview import interview_screen  # noqa: F401
        from prompts.narrative.compose import ParagraphTemplate
        from sections.form.elements import OWN_TOPICS
        from sections.form.registry import written_form
        from sections.rules import run  # noqa: F401

        for key in written_form(date.today().year).paragraphs:
            if key != OWN_TOPICS:
                ParagraphTemplate.built_in(key)

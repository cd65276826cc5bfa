"""A read report with other words in one of its paragraphs, wherever the report keeps them."""

from sections.report.report import Report


def with_paragraph(report: Report, key: str, text: str) -> Report:
    """The report with ``text`` for the paragraph ``key``, in its part as well."""
    old = report.paragraphs[key]
    part = report.overview
    topics = {name: text if words == old else words for name, words in part.topics.items()}
    overview = part.model_copy(
        update={
            "text": part.text.replace(old, text),
            "lead": text if part.lead == old else part.lead,
            "topics": topics,
        }
    )
    return report.model_copy(
        update={
            "paragraphs": {**report.paragraphs, key: text},
            "overview": overview,
            "problems": report.problems.model_copy(update={"text": report.problems.text.replace(old, text)}),
            "other": report.other.model_copy(update={"text": report.other.text.replace(old, text)}),
        }
    )

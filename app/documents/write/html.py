"""The report for the web: a clean fragment for a site's editor, and a page that stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from app.documents.outline import Part, parts
from app.documents.page_template import page_template
from app.documents.write.html_tables import table_html
from sections.report.report import Report

_INDENT = "\u3000\u3000"


def write_fragment(report: Report, draft: bool = False) -> bytes:
    """Headings, paragraphs and tables alone: no script, no style sheet, no class; borders in the cells.

    What a site's editor keeps of a paste, and what its style sheet cannot take away."""
    lines = ['<p align="center">【草稿】</p>'] if draft else []
    title = [part.text for part in parts(report) if part.kind == "title"]
    lines.append(f'<h1 align="center">{"<br>".join(map(escape, title))}</h1>')
    lines += [_pasted(part, report) for part in parts(report) if part.kind != "title"]
    return ("\n".join(lines) + "\n").encode()


def _pasted(part: Part, report: Report) -> str:
    if part.kind == "table":
        return table_html(report.form.tables[part.key], report, inline=True)
    tags = {"heading": "h2", "topic": "h3"}
    if part.kind in tags:
        return f"<{tags[part.kind]}>{escape(part.text)}</{tags[part.kind]}>"
    if part.kind == "signature":
        return f'<p align="right">{escape(part.text)}</p>'
    return f"<p>{_INDENT}{escape(part.text)}</p>"


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    heading: str
    body: tuple[str, ...]


def write_page(report: Report, last: Report | None = None, docx_name: str = "", draft: bool = False) -> bytes:
    """A whole page in one file: it reads on a telephone, prints on A4, speaks to screen readers.

    ``docx_name`` is the document beside it, offered for download. The charts against ``last`` stand behind
    the report and are said to be no part of it."""
    from markupsafe import Markup

    from app.documents.write.charts import channels_chart, outcomes_chart

    charts = [chart for chart in (outcomes_chart(report, last), channels_chart(report, last)) if chart]
    text = page_template(Path(__file__).parent).render(
        title=f"{report.unit}{report.year}年{report.form.document_name}",
        lines=report.title_lines,
        opening=[part.text for part in parts(report) if part.key == "opening"],
        sections=list(_sections(report)),
        signature=[part.text for part in parts(report) if part.kind == "signature"],
        charts=[Markup(chart) for chart in charts],
        docx_name=docx_name,
        draft=draft,
        year=report.year,
        compared=last is not None,
    )
    return text.encode()


def _sections(report: Report) -> Iterator[_Section]:
    from markupsafe import Markup

    made: dict[str, list[str]] = {name: [] for name in report.form.headings}
    for part in parts(report):
        name = part.key.split(".")[0]
        if part.kind == "table":
            made[name].append(Markup(table_html(report.form.tables[name], report, inline=False)))
        elif part.kind == "topic":
            made[name].append(Markup(f"<h3>{escape(part.text)}</h3>"))
        elif part.kind == "text" and name in made:
            made[name].append(Markup(f"<p>{escape(part.text)}</p>"))
    for name, heading in report.form.headings.items():
        yield _Section(name, heading, tuple(made[name]))

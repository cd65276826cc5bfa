"""Reports made for the tests of the readers, in every shape that a file can give them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from sections.form.disclosure_2021 import FORM
from sections.form.model import Form, Table

TITLE = ("虚构县园林局", "2025年政府信息公开工作年度报告")
OPENING = (
    "依照条例编写本报告，数据起止为2025年1月1日至2025年12月31日，"
    "有疑问请与本局办公室联系（地址：虚构县桂花街6号，电话：0999-7654321）。"
)
OVERVIEW = (
    "2025年，本局按照要求稳步做好信息公开。",
    "（一）主动公开情况。全年主动公开政府信息1,208条，其中网站公开900条。",
    "（二）依申请公开情况。共收到政府信息公开申请5件，均按期答复。",
    "（三）政府信息管理情况。信息先审后发。",
    "（四）平台建设情况。完善公园绿地名录12项，较去年新增3项。",
    "（五）监督保障情况。组织业务培训2次。",
)
PROBLEMS = (
    "一年来还有短板：一是栏目更新偏慢；二是答复文书不统一。"
    "下一步改进措施：一是每月巡查栏目；二是统一文书范本。"
)
OTHER = "本年度没有收取信息处理费。"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)

Numbers = Mapping[str, str]


def numbers(form: Form = FORM, /, **given: str) -> dict[str, str]:
    """A different small number in every cell of the form, so that no shift can go unnoticed, and the sums of
    these where the form works them out."""
    made = {path: str(i + 1) for i, path in enumerate(form.paths)}
    for one in form.derived:
        made[one.path] = str(sum(int(made[part]) for part in one.parts))
    return made | {field.replace("__", "."): text for field, text in given.items()}


def summed(texts: Numbers, form: Form = FORM) -> dict[str, str]:
    """The numbers with the sums that the form works out of them; what is no number counts as nothing."""
    made = dict(texts)
    for one in form.derived:
        made[one.path] = str(sum(int(made[part]) for part in one.parts if made[part].isdigit()))
    return made


def paragraphs_before(section: str) -> tuple[str, ...]:
    """What is printed from a heading on, tables aside."""
    return {"overview": OVERVIEW, "problems": (PROBLEMS,), "other": (OTHER,)}.get(section, ())


# --- Word ---------------------------------------------------------------------------------------------


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(made: Table, texts: Numbers, label: Callable[[str], str] = str) -> str:
    """A table of the form as Word has it, with gridSpan and vMerge."""
    grid: dict[tuple[int, int], str] = {}
    for cell in made.cells:
        text = texts[cell.path] if cell.path else label(cell.text)
        for down in range(cell.rowspan):
            merge = "" if cell.rowspan == 1 else '<w:vMerge w:val="restart"/>' if not down else "<w:vMerge/>"
            span = f'<w:gridSpan w:val="{cell.colspan}"/>'
            content = paragraph(text if not down else "")
            grid[cell.row + down, cell.col] = f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{content}</w:tc>"
    rows = ("".join(grid[at] for at in sorted(grid) if at[0] == row) for row in range(made.height))
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def body(texts: Numbers, label: Callable[[str], str] = str, form: Form = FORM) -> str:
    parts = [paragraph(line) for line in (*TITLE, OPENING)]
    for section, heading in form.headings.items():
        parts += [paragraph(heading), *map(paragraph, paragraphs_before(section))]
        if section in form.tables:
            parts.append(table(form.tables[section], texts, label))
    return "".join(parts)


def package(inner: str, prolog: str = "", styles: str = "") -> bytes:
    start = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{NAMESPACE}">'
    document = f"{start}<w:body>{inner}</w:body></w:document>"
    return zipped({
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELATIONS.encode(),
        "word/document.xml": document.encode(),
        **({"word/styles.xml": styles.encode()} if styles else {}),
    })  # fmt: skip


def zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


# --- text ---------------------------------------------------------------------------------------------


def text(texts: Numbers, lines_of: Callable[[Table, Numbers], list[str]], form: Form = FORM) -> str:
    lines = [*TITLE, OPENING]
    for section, heading in form.headings.items():
        lines += [heading, *paragraphs_before(section)]
        if section in form.tables:
            lines += lines_of(form.tables[section], texts)
    return "\n".join(lines) + "\n"


def _rows(made: Table, texts: Numbers) -> list[list[str]]:
    """The cells row by row; the positions under a merged cell are empty."""
    grid = [[""] * made.width for _ in range(made.height)]
    for cell in made.cells:
        grid[cell.row][cell.col] = texts[cell.path] if cell.path else cell.text
    return grid


def pipes(made: Table, texts: Numbers) -> list[str]:
    rows = ["| " + " | ".join(row) + " |" for row in _rows(made, texts)]
    return [rows[0], "|" + "---|" * made.width, *rows[1:], ""]


def tabbed_rows(made: Table, texts: Numbers) -> list[str]:
    """A row a line, cells separated by tabs, merged cells left out as a paste from Word leaves them."""
    return ["\t".join(cells) for cells in _printed(made, texts)]


def tab_led_cells(made: Table, texts: Numbers) -> list[str]:
    """A cell a line behind a tab, a blank line after each row."""
    return [line for cells in _printed(made, texts) for line in (*(f"\t{cell}" for cell in cells), "")]


def bare_cells(made: Table, texts: Numbers) -> list[str]:
    """A cell a line and nothing else; what is blank is lost."""
    return [cell for cells in _printed(made, texts) for cell in cells if cell]


def _printed(made: Table, texts: Numbers) -> list[list[str]]:
    return [
        [texts[cell.path] if cell.path else cell.text for cell in made.cells if cell.row == row]
        for row in range(made.height)
    ]

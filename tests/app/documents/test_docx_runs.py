"""Digits of a Word file that are a note's mark, or that no paper shows, are no part of a number."""

from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from app.documents.read.inspect import remnants_of
from sections.report.cells import Number
from tests.support import made

PATH = "proactive.regulations.issued"
NOTES = {
    "raised and small": '<w:position w:val="8"/><w:sz w:val="12"/>',
    "lowered and small": '<w:position w:val="-3"/><w:sz w:val="12"/>',
    "raised": '<w:position w:val="10"/>',
    "raised by its style": '<w:rStyle w:val="up"/>',
    "raised by the style under its style": '<w:rStyle w:val="upper"/>',
    "white": '<w:color w:val="FFFFFF"/>',
    "nearly white": '<w:color w:val="f8F8f8"/>',
    "white as the paper": '<w:color w:themeColor="background1"/>',
    "white by its style": '<w:rStyle w:val="pale"/>',
    "white over white": '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>',
}
DIGITS = {
    "all of the cell raised a little": ('<w:position w:val="2"/>', '<w:position w:val="2"/>'),
    "moved by half a point": ("", '<w:position w:val="1"/>'),
    "grey": ("", '<w:color w:val="A6A6A6"/>'),
    "white, darkened": ("", '<w:color w:themeColor="background1" w:themeShade="80"/>'),
    "white on a dark ground": ("", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'),
    "white on a marker's colour": ("", '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
}
STYLES = (
    f'<w:styles xmlns:w="{made.NAMESPACE}">'
    '<w:style w:type="paragraph" w:default="1"><w:rPr><w:sz w:val="21"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="up">'
    '<w:rPr><w:position w:val="6"/><w:sz w:val="12"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="upper"><w:basedOn w:val="up"/></w:style>'
    '<w:style w:type="character" w:styleId="pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="dark"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="404040"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
)


def run(text: str, settings: str) -> str:
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>"


def number(folder: Path, runs: str, change: tuple[str, str] = ("", "")) -> Number | None:
    """What is read where the cell of the rules made says these runs."""
    printed = made.paragraph("7531")
    body = made.body(made.numbers(**{PATH.replace(".", "__"): "7531"}))
    assert printed in body
    path = folder / "年报.docx"
    path.write_bytes(
        made.package(body.replace(printed, f"<w:p>{runs}</w:p>").replace(*change), styles=STYLES)
    )
    return read_report(path).number(PATH)


@pytest.mark.parametrize("settings", NOTES.values(), ids=NOTES)
def test_a_digit_that_is_a_mark_or_unseen_is_no_part_of_a_number(settings: str, tmp_path: Path) -> None:
    assert number(tmp_path, run("36", "") + run("2", settings)) == 36


@pytest.mark.parametrize(("first", "second"), DIGITS.values(), ids=DIGITS)
def test_a_digit_that_is_seen_on_the_line_is_part_of_a_number(
    first: str, second: str, tmp_path: Path
) -> None:
    assert number(tmp_path, run("36", first) + run("2", second)) == 362


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="dark"/></w:tblPr>'),
        ("<w:tcPr>", '<w:tcPr><w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'),
        ("<w:tcPr>", '<w:tcPr><w:shd w:val="solid" w:fill="auto"/>'),
    ],
    ids=["style of the table", "colour of a theme", "pattern"],
)
def test_white_letters_on_a_dark_cell_are_seen(old: str, new: str, tmp_path: Path) -> None:
    assert number(tmp_path, run("362", '<w:color w:val="FFFFFF"/>'), (old, new)) == 362


def test_what_its_style_hides_is_listed() -> None:
    hidden = run("不公布的话", NOTES["white by its style"])
    data = made.package(f"{made.body(made.numbers())}<w:p>{hidden}</w:p>", styles=STYLES)
    (found,) = remnants_of(data)
    assert (found.kind, found.text) == ("hidden", "不公布的话")

"""What a page does not show is no part of a number, of a table or of the text."""

from pathlib import Path

import pytest

from app.documents.read.importer import read_report
from sections.report.report import Report
from tests.support import made, writers
from tests.support import variations as v

PATH = "proactive.regulations.issued"
UNSEEN = {
    "white": '<span style="color:#FFF">2</span>',
    "white, by the font": '<font color="#ffffff">2</font>',
    "nearly white": '<span style="font-size:9pt; color: #fefefe">2</span>',
    "transparent": '<span style="color:transparent">2</span>',
    "of no size": '<span style="font-size:0em">2</span>',
    "out of sight": '<span style="text-indent:-9999px">2</span>',
    "beside the page": '<span style="position:absolute;left:-10000px">2</span>',
    "by a rule for its name": '<span id="mark">2</span>',
    "by a rule for an element of a class": '<b class="gone">2</b>',
    "by a rule for what stands in a cell": "<u>2</u>",
    "by a rule for the child of a class": '<span class="outer"><span>2</span></span>',
    "by the heavier of two rules": '<em class="light">2</em>',
    "by a rule that its own style does not undo": '<em class="firm" style="display:inline">2</em>',
    "raised by points": '<span style="vertical-align:4pt">2</span>',
    "raised as Word writes it": '<span style="position:relative;top:-6.0pt;mso-text-raise:6.0pt">2</span>',
}
SEEN = {
    "white on dark": '<span style="color:#fff;background:#036">2</span>',
    "red": '<span style="color:#f00">2</span>',
    "ground white": '<span style="background-color:#fff">2</span>',
    "not moved": '<span style="vertical-align:0px">2</span>',
    "shown by itself": '<i class="gone">2</i>',
    "hidden under the mouse": '<strong class="mark">2</strong>',
    "hidden in print": '<small class="paper">2</small>',
    "shown by the rule behind": '<small class="shown">2</small>',
    "shown by its own style": '<small class="weak" style="display:inline">2</small>',
    "another child": '<span class="outer">2</span>',
}
RULES = """<style>/* .x */ #mark, b.gone { visibility : hidden } @media print { i.gone { display:none } }
td u, .outer > span, strong.mark:hover, .x::before, ..broken, .weak { display: none }
em { display:inline } em.light { display:none } em { color:red }
.firm { display:none !important }
.shown { display:none } .shown { display:inline }</style>
<style media="print">.paper { display:none }</style>"""


def page(**given: str) -> str:
    return RULES + writers.html(v.report(made.numbers(**given))).decode()


def read(text: str, folder: Path) -> Report:
    path = folder / "年报.html"
    path.write_text(text)
    return read_report(path)


def number(cell: str, folder: Path) -> object:
    text = page(proactive__regulations__issued="7531")
    return read(text.replace(">7531<", f">36{cell}<"), folder).number(PATH)


@pytest.mark.parametrize("cell", UNSEEN.values(), ids=UNSEEN)
def test_a_digit_that_is_not_seen_is_no_part_of_a_number(cell: str, tmp_path: Path) -> None:
    assert number(cell, tmp_path) == 36


@pytest.mark.parametrize("cell", SEEN.values(), ids=SEEN)
def test_a_digit_that_is_seen_is_part_of_a_number(cell: str, tmp_path: Path) -> None:
    assert number(cell, tmp_path) == 362


def test_a_table_that_a_rule_hides_is_not_read_beside_the_one_that_is_shown(tmp_path: Path) -> None:
    text = page()
    parts: v.Parts = [part for part in v.report(made.numbers()) if not isinstance(part, str)]
    other = writers.html(parts[:1]).decode()
    table = other[other.index("<table") : other.rindex("</table>") + 8].replace(">1<", ">8642<")
    hidden = f'<style>.narrow{{display:none}}</style><div class="narrow">{table}</div>'
    report = read(text.replace("<table", hidden + "<table", 1), tmp_path)
    assert report.number(PATH) == 1
    assert report.unread == ()


def test_what_a_rule_hides_until_a_script_shows_it_is_read(tmp_path: Path) -> None:
    text = page()
    text = text.replace("<table", '<div class="tab"><table').replace("</table>", "</table></div>")
    report = read(f"<style>.tab{{display:none}}</style>{text}", tmp_path)
    assert report.unread == ()


def test_rows_and_cells_that_are_hidden_are_not_there(tmp_path: Path) -> None:
    text = page(proactive__regulations__issued="7531")
    at = text.index("</tr>", text.index(">7531<")) + 5
    row = '<tr style="display:none"><td>8</td><td>8</td><td>8</td><td>8</td></tr>'
    cell = '<td style="display:none">9</td>'
    text = text[:at] + row + text[at:]
    start = text.rindex("<td", 0, text.index(">7531<"))
    report = read(text[:start] + cell + text[start:], tmp_path)
    assert report.number(PATH) == 7531
    assert report.unread == ()

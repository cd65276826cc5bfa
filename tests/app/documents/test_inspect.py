"""What a Word file carries besides its text is listed, and none of it counts as text or number."""

import io
import zipfile
from pathlib import Path

import pytest

from app.documents.read.errors import NotAReport
from app.documents.read.formats.docx import parsed, parsing_once
from app.documents.read.importer import read_report
from app.documents.read.inspect import has_pictures, remnants_of
from tests.support import made

RUN = "<w:r>{}<w:t>多余的话</w:t></w:r>"
KINDS = {
    "inserted": f"<w:ins>{RUN.format('')}</w:ins>",
    "deleted": "<w:del><w:r><w:delText>多余的话</w:delText></w:r></w:del>",
    "hidden": RUN.format("<w:rPr><w:vanish/></w:rPr>"),
    "white": RUN.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
    "struck": RUN.format('<w:rPr><w:strike w:val="1"/></w:rPr>'),
    "highlighted": RUN.format('<w:rPr><w:highlight w:val="yellow"/></w:rPr>'),
}
OFF = (
    '<w:rPr><w:vanish w:val="0"/></w:rPr>',
    '<w:rPr><w:highlight w:val="none"/></w:rPr>',
    "<w:rPr><w:b/></w:rPr>",
)
FORM = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def with_run(run: str) -> bytes:
    body = made.body(made.numbers())
    at = body.index("</w:p>", body.index(made.OVERVIEW[0][:6]))
    return made.package(body[:at] + run + body[at:])


def with_parts(data: bytes, parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_tracked_hidden_or_marked_is_listed_with_its_paragraph(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(with_run(KINDS[kind]))
    report = read_report(path)
    (found,) = report.remnants
    assert (found.kind, found.text) == ("hidden" if kind == "white" else kind, "多余的话")
    assert found.where.startswith(made.OVERVIEW[0][:6])
    shown = kind in {"inserted", "highlighted"}
    assert ("多余的话" in report.overview.text) == shown


@pytest.mark.parametrize("settings", OFF)
def test_settings_that_are_off_carry_nothing(settings: str) -> None:
    assert remnants_of(with_run(RUN.format(settings))) == ()


def test_neighbouring_runs_are_one_remnant() -> None:
    assert len(remnants_of(with_run(KINDS["hidden"] * 3))) == 1


def test_comments_heads_feet_and_watermarks() -> None:
    w, said = f'xmlns:w="{FORM}"', f"<w:p>{RUN.format('')}</w:p>"
    data = with_parts(made.package(made.body(made.numbers())), {
        "word/comments.xml": f'<w:comments {w}><w:comment w:author="甲">{said}</w:comment></w:comments>',
        "word/header1.xml": f"<w:hdr {w}><w:p><w:r><w:t>征求意见稿</w:t></w:r></w:p></w:hdr>",
        "word/header2.xml": f'<w:hdr {w} {VML}><v:textpath string="样稿"/></w:hdr>',
        "word/footer1.xml": f"<w:ftr {w}><w:p><w:r><w:t>— 3 —</w:t></w:r></w:p></w:ftr>",
        "word/footer2.xml": f"<w:ftr {w}><w:p><w:r><w:t>虚构县园林局办公室</w:t></w:r></w:p></w:ftr>",
    })  # fmt: skip
    assert [(one.kind, one.text, one.where) for one in remnants_of(data)] == [
        ("comment", "多余的话", "甲"),
        ("running", "虚构县园林局办公室", "页脚"),
        ("mark", "征求意见稿", "页眉"),
        ("mark", "样稿", "水印"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"), [("秘密★1年", "mark"), ("（讨论稿）", "mark"), ("稿源：办公室", "")]
)
def test_a_mark_at_the_top_of_the_document(line: str, kind: str) -> None:
    data = made.package(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" + made.body(made.numbers()))
    assert [one.kind for one in remnants_of(data)] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("data", "pictured"),
    [
        (with_parts(made.package("<w:p/>"), {"word/media/image1.png": "x"}), True),
        (made.package("<w:p/>"), False),
        ("<p>表</p><img width=10 src='a.png'>".encode(), True),
        ("<p>表见图片</p>".encode(), False),
        (b"<< /Type /XObject /Subtype /Image >>", True),
    ],
    ids=["word", "word without", "page", "page without", "pdf"],
)
def test_pictures_are_seen_only_where_they_are(data: bytes, pictured: bool) -> None:
    assert has_pictures(data) == pictured


OTHERS = {"empty": b"", "broken": b"PK\x03\x04 broken", "pdf": b"%PDF-1.7", "bare": made.package("<w:p/>")}


@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS)
def test_other_and_broken_files_carry_nothing(data: bytes) -> None:
    assert remnants_of(data) == ()


def test_a_part_is_parsed_once_while_its_file_is_read_and_not_kept() -> None:
    part = b"<part/>"
    with parsing_once():
        assert parsed(part) is parsed(part)
    assert parsed(part) is not parsed(part)


def test_a_part_that_is_no_xml_is_refused_every_time() -> None:
    with parsing_once():
        for _ in range(2):
            with pytest.raises(NotAReport):
                parsed(b"<part>")

"""Makes ``base.docx``: our own small base document, with the styles of an official document and nothing else.

Run ``python -m app.documents.write.base_document`` after a change of the layout; the file is committed.
python-docx's default document is not used: it brings a Letter page, theme fonts and traces of its maker.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.documents.layouts import ALTERNATIVES, GBT9704, Layout

BASE: Final = Path(__file__).with_name("base.docx")
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
FLAT: Final = '<w:ind w:firstLine="0" w:firstLineChars="0"/>'
SMALL: Final = 18
LARGE: Final = 24
"""Half points: the letters of the tables of parts three and four, and of part two."""
SMALL_LINE: Final = 210
"""Twips of a line in the tables of parts three and four: exact, because word processors differ by a third in
what they take for a line of 9 pt, and only so do both tables share a page in all of them."""
NARROW: Final = (
    ("NarrowNumber", "窄数字", 80),
    ("NarrowerNumber", "更窄数字", 65),
    ("VeryNarrowNumber", "很窄数字", 55),
    ("NarrowestNumber", "最窄数字", 45),
)
"""Character styles for numbers too long for their cells: narrower letters of the same size (per cent)."""


def _fonts(east: str, layout: Layout) -> str:
    latin = layout.latin
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def _style(style: str, name: str, ppr: str, rpr: str, default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if style.startswith(("Heading", "Title")) else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{style}"><w:name w:val="{name}"/>{based}{following}'
        f"<w:qFormat/><w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def _letters(layout: Layout, font: str, size: int, bold: bool = False) -> str:
    own = '<w:w w:val="100"/>' if layout.scale != 100 else ""  # not as wide as the body's
    return _spaced(layout, font, size, f'<w:spacing w:val="0"/>{own}', bold)


def _body_letters(layout: Layout, font: str) -> str:
    """Letters of the body, as many to a line as the layout says."""
    wide = f'<w:w w:val="{layout.scale}"/>' if layout.scale != 100 else ""
    return _spaced(layout, font, layout.body_size, f'<w:spacing w:val="0"/>{wide}')


def _spaced(layout: Layout, font: str, size: int, room: str, bold: bool = False) -> str:
    weight = "" if bold else ' w:val="0"'
    return (
        f"{_fonts(font, layout)}<w:b{weight}/><w:bCs{weight}/>"
        f'<w:color w:val="000000"/>{room}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _body_styles(layout: Layout) -> Iterator[str]:
    """What stands in the lines of the page."""
    indent = _indent(layout)
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{layout.line}" w:lineRule="exact"/>'
    wide = f'<w:spacing w:before="0" w:after="0" w:line="{layout.title_size * 16}" w:lineRule="exact"/>'
    keep = "<w:keepNext/><w:keepLines/>"

    def level(number: int) -> str:
        return f'{keep}{exact}{indent}<w:jc w:val="left"/><w:outlineLvl w:val="{number}"/>'

    plain = _body_letters(layout, layout.body)
    yield _style("Normal", "Normal", f'{exact}{indent}<w:jc w:val="both"/>', plain, default=True)
    yield _style("BodyLeft", "正文左对齐", f'{exact}{indent}<w:jc w:val="left"/>', plain)
    title = _letters(layout, layout.title, layout.title_size, bold=layout.title_bold)
    yield _style("Title", "Title", f'{keep}{wide}{FLAT}<w:jc w:val="center"/>', title)
    yield _style("Heading1", "heading 1", level(0), _body_letters(layout, layout.heading))
    yield _style("Heading2", "heading 2", level(1), _body_letters(layout, layout.topic))
    tight = '<w:keepLines/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    yield _style("Signature", "Signature", f'{tight}{exact}{FLAT}<w:jc w:val="left"/>', plain)


def _indent(layout: Layout) -> str:
    return f'<w:ind w:firstLine="{layout.body_size * 20}" w:firstLineChars="200"/>'


def _small_styles(layout: Layout) -> Iterator[str]:
    """What stands in tables, heads and feet."""
    plain = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    rows = (
        ("TableText", "表格文字", layout.table, SMALL, "left"),
        ("TableNumber", "表格数字", layout.table, SMALL, "center"),
        ("LargeTableText", "表格大字", layout.table, LARGE, "left"),
        ("LargeTableNumber", "表格大数字", layout.table, LARGE, "center"),
        ("DraftMark", "草稿标记", layout.heading, layout.body_size, "right"),
        ("Header", "header", layout.table, SMALL, "right"),
        ("Footer", "footer", layout.table, layout.number_size, "right"),
    )
    for style, name, font, size, side in rows:
        letters = _letters(layout, font, size)
        if style == "Footer":
            letters = letters.replace(f'"{layout.latin}"', f'"{font}"')
        label = f'w:left="{size * 3}" ' if style.endswith("TableText") else ""
        indent = FLAT.replace("<w:ind ", f"<w:ind {label}")
        lines = plain.replace('"240"', f'"{SMALL_LINE}"').replace("auto", "exact")
        spacing = lines if style.startswith("Table") else plain
        yield _style(style, name, f'{spacing}{indent}<w:jc w:val="{side}"/>', letters)
    for style, name, percent in NARROW:
        yield (
            f'<w:style w:type="character" w:styleId="{style}"><w:name w:val="{name}"/><w:qFormat/>'
            f'<w:rPr><w:w w:val="{percent}"/></w:rPr></w:style>'
        )


def styles(layout: Layout) -> str:
    """styles.xml."""
    size = layout.body_size
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(layout.body, layout)}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    all_styles = "".join((*_body_styles(layout), *_small_styles(layout), table))
    return f'{_HEAD}<w:styles xmlns:w="{W}">{defaults}{all_styles}</w:styles>'


def _footer(layout: Layout, even: bool) -> str:
    side = "left" if even else "right"
    space = layout.number_size * 10

    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'{_HEAD}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/>'
        f'<w:ind w:{side}="{space}" w:{side}Chars="100"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">— </w:t></w:r>{field("begin")}'
        f'<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{field("separate")}'
        f"<w:r><w:t>1</w:t></w:r>{field('end')}"
        f'<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def _document(layout: Layout) -> str:
    top, right, bottom, left = layout.margins
    width, height = layout.page
    return (
        f'{_HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>'
        '<w:footerReference w:type="even" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="850" w:footer="{layout.footer}" w:gutter="0"/></w:sectPr>'
        "</w:body></w:document>"
    )


def _settings() -> str:
    return (
        f'{_HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table(layout: Layout) -> str:
    used = (layout.body, layout.title, layout.heading, layout.topic, layout.table, layout.latin)
    fonts = "".join(map(_font_entry, dict.fromkeys(used)))
    return f'{_HEAD}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def _font_entry(name: str) -> str:
    other = ALTERNATIVES.get(name)
    alternative = f'<w:altName w:val="{other}"/>' if other else ""
    return (
        f'<w:font w:name="{name}">{alternative}<w:charset w:val="{"00" if name.isascii() else "86"}"/>'
        f'<w:family w:val="{"roman" if name.isascii() else "auto"}"/><w:pitch w:val="default"/></w:font>'
    )


def _types() -> str:
    parts = {
        "/word/document.xml": f"{_WML}.document.main+xml",
        "/word/styles.xml": f"{_WML}.styles+xml",
        "/word/settings.xml": f"{_WML}.settings+xml",
        "/word/fontTable.xml": f"{_WML}.fontTable+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/word/footer1.xml": f"{_WML}.footer+xml",
        "/word/footer2.xml": f"{_WML}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in parts.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    ones = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{ones}</Relationships>'


def _theme(layout: Layout) -> str:
    """A theme for readers that want one: black, white and grey, and no font that a PC may lack."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF"}
    colours |= {f"accent{number}": "7F7F7F" for number in range(1, 7)} | {
        "hlink": "000000",
        "folHlink": "000000",
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = f'<a:latin typeface="{layout.latin}"/><a:ea typeface="{layout.table}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return (
        f'{_HEAD}<a:theme xmlns:a="{drawing}" name="nianbao"><a:themeElements>'
        f'<a:clrScheme name="nianbao">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="nianbao"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="nianbao"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _parts(layout: Layout) -> dict[str, str]:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            (f"{_REL}/officeDocument", "word/document.xml"),
            (core, "docProps/core.xml"),
            (f"{_REL}/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _document(layout),
        "word/_rels/document.xml.rels": _relations(
            (f"{_REL}/styles", "styles.xml"),
            (f"{_REL}/settings", "settings.xml"),
            (f"{_REL}/footer", "footer1.xml"),
            (f"{_REL}/footer", "footer2.xml"),
            (f"{_REL}/fontTable", "fontTable.xml"),
            (f"{_REL}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles(layout),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(layout),
        "word/theme/theme1.xml": _theme(layout),
        "word/footer1.xml": _footer(layout, even=True),
        "word/footer2.xml": _footer(layout, even=False),
        "docProps/core.xml": (
            f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/><dc:creator/><dc:language>zh-CN'
            "</dc:language></cp:coreProperties>"
        ),
        "docProps/app.xml": (
            f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>nianbao</Application></Properties>'
        ),
    }


def make(layout: Layout = GBT9704) -> bytes:
    """The base document; the same layout gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(layout).items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


if __name__ == "__main__":
    BASE.write_bytes(make())

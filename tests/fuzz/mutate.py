"""Broken files made from whole ones: a number makes a mutation, the same number the same one for ever."""

import copy
import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

from lxml import etree

_VALUES: Final = ("", "0", "-1", "99999999999", "restart", "x", "１２", "O", "1,234", "年", "w:p", "true")
Mutator = Callable[[random.Random, bytes], bytes]
_WILD: Final = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"</", b"<!--", b"]]>", b"<table>", b"</td>", b"&#0;",
    b"&#1114112;", b"&amp", b"PK\x03\x04", b"%PDF-1.4", b"endobj", b"endstream", b"stream\n", b"9" * 400,
    b"-1", b"1e999999", b"0.0000001", b"\t" * 200, b"\n" * 200, b"|" * 50, b"-|-", "年".encode() * 300,
    "\u202e".encode(), "〇".encode(), "①".encode(), "總計".encode(), b"<script>", b"<td colspan=999999999>",
    b"<td rowspan=999999999>", b"<td colspan=-1>", b"/Length 99999999", b"/Kids [3 0 R]", b"/Count 999999",
    b"/Parent 1 0 R", b"startxref\n0", b"\x89PNG", b"MIME-Version: 1.0\n", b"{\\rtf1 ", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_XML_WILD: Final = (
    '<w:gridSpan w:val="999999999"/>', '<w:gridSpan w:val="-3"/>', '<w:gridSpan w:val="x"/>', '<w:vMerge/>',
    '<w:vMerge w:val="restart"/>', "<w:tbl>", "</w:tbl>", "<w:tr/>", "<w:tc/>", "<w:p/>", "<w:del>", "</w:p>",
    '<w:gridBefore w:val="50000"/>', "<w:sdt><w:sdtContent>", "<w:tab/>", "<w:br/>", "&undefined;",
    "<w:t>12345678901234567890</w:t>", '<w:fldSimple w:instr="INCLUDETEXT file"/>', "<w:numPr/>",
    '<w:tblGrid/>', '<w:ins w:id="1">', "<mc:AlternateContent>",
)  # fmt: skip


def flip(rng: random.Random, data: bytes) -> bytes:
    """Some bytes become others."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 60))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(rng: random.Random, data: bytes) -> bytes:
    """A part is missing: the end, the beginning or the middle."""
    one, other = sorted(rng.randrange(len(data)) for _ in range(2))
    return rng.choice((data[:one], data[other:], data[:one] + data[other:]))


def repeat(rng: random.Random, data: bytes) -> bytes:
    """A part stands there many times."""
    one, other = sorted(rng.randrange(len(data)) for _ in range(2))
    other = min(other, one + rng.choice((3, 40, 2000)))
    return data[:one] + data[one:other] * rng.choice((2, 20, 300)) + data[other:]


def insert(rng: random.Random, data: bytes) -> bytes:
    """Something that means something to a parser, at places where it does not belong."""
    for _ in range(rng.choice((1, 2, 8))):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(_WILD) + data[at:]
    return data


def swap(rng: random.Random, data: bytes) -> bytes:
    """Two parts change places."""
    a, b, c = sorted(rng.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def lines(rng: random.Random, data: bytes) -> bytes:
    """Lines are dropped, doubled, mixed, joined."""
    rows = data.split(b"\n")
    at = rng.randrange(len(rows))
    to = min(len(rows), at + rng.choice((1, 5, 40)))
    rows[at:to] = rng.choice(
        ([], rows[at:to] * 2, rng.sample(rows[at:to], len(rows[at:to])), [b"".join(rows[at:to])])
    )
    return b"\n".join(rows)


def numbers(rng: random.Random, data: bytes) -> bytes:
    """Numbers become other numbers, or no numbers at all."""
    others = (b"-5", b"3.7", b"O", b"", b"/", b"1,2,3", b"9" * 30, "１２".encode(), b"1 2", b"NaN", b"1e9")

    def other(match: re.Match[bytes]) -> bytes:
        return rng.choice(others) if rng.random() < 0.05 else match[0]

    return re.sub(rb"\d+", other, data)


def tags(rng: random.Random, data: bytes) -> bytes:
    """Tags are dropped, doubled, nested deep, changed for others."""
    found = list(re.finditer(rb"<[^<>]{1,200}>", data))
    if not found:
        return insert(rng, data)
    for _ in range(rng.choice((1, 4, 30))):
        one, other = rng.choice(found), rng.choice(found)
        put = rng.choice((b"", one[0] * 2, other[0], one[0] * rng.choice((50, 3000))))
        data = (
            data.replace(one[0], put, 1)
            if rng.random() < 0.5
            else data[: one.start()] + put + data[one.end() :]
        )
    return data


def encode(rng: random.Random, data: bytes) -> bytes:
    """Text in another encoding than it says, or in two."""
    text = data.decode("utf-8", "replace")
    at = rng.randrange(len(text) + 1)
    one, other = (rng.choice(("utf-8", "gb18030", "utf-16", "utf-16-le", "big5", "utf-32")) for _ in range(2))
    head = text[:at].encode(one, "replace")
    return head + (
        text[at:].encode(other, "replace") if rng.random() < 0.5 else text[at:].encode(one, "replace")
    )


def members(rng: random.Random, data: bytes) -> bytes:
    """The members of a package are dropped, emptied, exchanged, doubled, or broken inside."""
    parts = _members(data)
    name = rng.choice(list(parts))
    match rng.randrange(6):
        case 0:
            del parts[name]
        case 1:
            parts[name] = b""
        case 2:
            parts[name] = parts[rng.choice(list(parts))]
        case 3:
            parts["../" * 5 + "etc/passwd"] = parts[name]
        case _:
            inner = rng.choice((elements, elements, elements, numbers, flip, cut, repeat, swap, tags, xml))
            for one in sorted({name, "word/document.xml", "xl/worksheets/sheet2.xml"} & parts.keys()):
                parts[one] = inner(rng, parts[one] or b" ")
    return _package(parts)


def xml(rng: random.Random, data: bytes) -> bytes:
    """Elements of a Word document where they do not belong."""
    places = [match.end() for match in re.finditer(rb">", data)] or [0]
    for _ in range(rng.choice((1, 5, 40))):
        at = rng.choice(places)
        data = data[:at] + rng.choice(_XML_WILD).encode() * rng.choice((1, 1, 1, 500)) + data[at:]
    return data


def elements(rng: random.Random, data: bytes) -> bytes:
    """The elements of an XML part are dropped, doubled, moved, nested; attributes and texts are others.

    It stays well-formed, so that the readers get past their parser."""
    root = etree.fromstring(data)
    nodes = list(root.iter(etree.Element))
    for _ in range(rng.choice((1, 3, 12))):
        one, other = rng.choice(nodes), rng.choice(nodes)
        parent = one.getparent()
        match rng.randrange(6):
            case 0 if parent is not None:
                parent.remove(one)
            case 1 if parent is not None:
                for _ in range(rng.choice((1, 30))):
                    parent.insert(rng.randrange(len(parent) + 1), copy.deepcopy(one))
            case 2 if one is not other and one not in other.iterancestors() and one is not root:
                other.insert(rng.randrange(len(other) + 1), one)
            case 3:
                for name in one.attrib:
                    one.set(name, rng.choice(_VALUES))
            case 4:
                one.text = rng.choice(_VALUES)
            case _:
                inner = one
                for _ in range(rng.choice((3, 200))):
                    inner = etree.SubElement(inner, one.tag)
    return etree.tostring(root)


def document(rng: random.Random, data: bytes) -> bytes:
    """The main part of a Word document is changed, the package stays whole."""
    parts = _members(data)
    if "word/document.xml" not in parts:
        return members(rng, data)
    for _ in range(rng.choice((1, 2, 4))):
        change = rng.choice((elements, elements, elements, elements, numbers, tags, xml, cut, swap))
        parts["word/document.xml"] = change(rng, parts["word/document.xml"] or b" ")
    return _package(parts)


def objects(rng: random.Random, data: bytes) -> bytes:
    """The objects of a PDF are exchanged, dropped, or their streams broken."""
    found = re.findall(rb"\d+ 0 obj.*?endobj", data, re.S)
    if len(found) < 2:
        return flip(rng, data)
    one, other = rng.sample(found, 2)
    match rng.randrange(4):
        case 0:
            return data.replace(one, b"")
        case 1:
            return data.replace(one, re.sub(rb"^\d+", one.split(b" ", 1)[0], other))
        case 2:
            return data.replace(one, numbers(rng, one))
        case _:
            return data.replace(one, re.sub(rb"stream\r?\n.*?endstream", _other_stream(rng), one, flags=re.S))


def _other_stream(rng: random.Random) -> Callable[[re.Match[bytes]], bytes]:
    def other(match: re.Match[bytes]) -> bytes:
        body = re.sub(rb"^stream\r?\n|endstream$", b"", match[0])
        try:
            body = zlib.decompress(body)
        except zlib.error:
            return b"stream\n" + flip(rng, body or b" ") + b"\nendstream"
        changed = rng.choice((numbers, lines, swap, repeat, insert))(rng, body or b" ")
        return b"stream\n" + zlib.compress(changed) + b"\nendstream"

    return other


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _package(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_COMMON: Final[tuple[Mutator, ...]] = (flip, cut, repeat, insert, swap)
MUTATORS: Final[dict[str, tuple[Mutator, ...]]] = {
    "docx": (members, members, document, document, document, document, document, flip),
    "html": (*_COMMON, tags, tags, tags, numbers, encode, lines),
    "txt": (*_COMMON, lines, lines, numbers, encode),
    "md": (*_COMMON, lines, lines, numbers, encode),
    "xlsx": (members, members, members, flip, cut, insert),
    "pdf": (*_COMMON, objects, objects, objects, numbers),
}
"""Format -> what may be done to a file of it."""


def mutated(seed: int, kind: str, data: bytes) -> bytes:
    """Mutation number ``seed`` of a file: one to three changes."""
    rng = random.Random(seed)
    for _ in range(rng.choice((1, 1, 2, 3))):
        change = rng.choice(MUTATORS[kind])
        try:
            data = change(rng, data) or b" "
        except Exception:  # a package too broken to be opened again
            data = flip(rng, data)
    return data

"""What the codes of a font mean is the same in ranges as pdfminer finds it, code by code."""

import random
from io import BytesIO

import pytest
from pdfminer.cmapdb import CMapParser, FileUnicodeMap

from app.documents.read.formats.pdf_unicode_ranges import RangesParser, UnicodeRanges

_CODES = range(0x180)


def _some_map(rng: random.Random) -> bytes:
    """Ranges and single codes that lie over each other, some of them broken."""
    lines = []
    for _ in range(rng.randrange(1, 12)):
        start = rng.choice(_CODES)
        end = max(0, start + rng.choice((-1, 0, 1, 5, 60, 0xFFFF - start)))
        text = rng.choice(("0020", "00A0", "009F", "4E00", "D7FF", "FFF0", "004E0041", "D840DC00", "41", ""))
        lines.append(
            rng.choice(
                (
                    f"1 beginbfrange <{start:04X}> <{end:04X}> <{text}> endbfrange",
                    f"2 beginbfrange <{start:04X}> <{start + 1:04X}> [<{text}> <0042>] "
                    f"<{start:04X}> <{end:04X}> <{text}> endbfrange",
                    f"1 beginbfrange <{start:04X}> <{end:06X}> <{text}> endbfrange",
                    f"1 beginbfrange <{start:04X}> /name <{text}> endbfrange",
                    f"1 beginbfchar <{start:04X}> <{text}> endbfchar",
                    f"1 begincidrange <{start:04X}> <{start + 3:04X}> 7 endcidrange",
                    "endcmap" if rng.random() < 0.2 else "begincmap",
                )
            )
        )
    return "\n".join(lines).encode()


@pytest.mark.parametrize("seed", range(300))
def test_every_code_means_what_it_means_code_by_code(seed: int) -> None:
    told = _some_map(random.Random(seed))
    by_code, in_ranges = FileUnicodeMap(), UnicodeRanges()
    CMapParser(by_code, BytesIO(told)).run()
    RangesParser(in_ranges, BytesIO(told)).run()
    for code in (*_CODES, 0x4E00, 0xFFFF, 0x10000):
        meant = by_code.cid2unichr.get(code)
        if meant is None:
            with pytest.raises(KeyError):
                in_ranges.get_unichr(code)
        else:
            assert in_ranges.get_unichr(code) == meant


def test_a_range_of_all_codes_there_can_be_takes_no_longer_than_a_short_one() -> None:
    ranges = UnicodeRanges()
    RangesParser(ranges, BytesIO(b"1 beginbfrange <00000000> <FFFFFFFF> <00000000> endbfrange")).run()
    assert ranges.get_unichr(0x5E74) == "\0年"


def test_a_range_that_counts_beyond_the_last_code_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond"):
        UnicodeRanges().add_range(0, 1, b"\xff\xff\xff\xff")

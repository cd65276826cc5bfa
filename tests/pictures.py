"""`make pictures`: the assistant as README and manual show it, made from the sample into docs/pictures.

Columns stand straight because every run of text is set to the width of its cells, Latin in a monospace face
and Chinese in one twice as wide. The page of the document needs LibreOffice and poppler."""

import asyncio
import re
import subprocess
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Final

import resvg_py
from rich.cells import cell_len

from app.cli.draft import drafted
from app.session.drafting import scratch_library
from app.session.library import Library
from app.tui.app import NianbaoApp
from store.model import Position

ROOT: Final = Path(__file__).parent.parent
FOLDER: Final = ROOT / "docs" / "pictures"
SAMPLES: Final = ROOT / "app" / "samples"
SIZE: Final = (120, 34)
WIDTH: Final = 1240
"""Pixels of a picture."""
FACES: Final = "'DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace"
CELL: Final = 12.2
"""The width of a cell in the drawings that Textual makes."""
SCREENS: Final[Sequence[tuple[str, tuple[str, ...]]]] = (
    ("home", ("escape",)),
    ("interview", ()),
    ("sentences", ("ctrl+l",)),
    ("preview", ("f6",)),
)
"""Name of the picture -> the keys that lead there from the interview."""
SLIPS: Final = {"requests.granted.natural_person": "5", "requests.granted.enterprise": "0"}
"""Cells typed wrongly, so that there is something to find."""


def straight(svg: str) -> str:
    """A drawing of a screen in which every run of text is as wide as its cells."""

    def cells(match: re.Match[str]) -> str:
        text = unescape(match["text"])
        return (
            f'{match["head"]}textLength="{cell_len(text) * CELL:.1f}"{match["tail"]}>{match["text"]}</text>'
        )

    svg = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:[^;]*;", f"font-family: {FACES};", svg)
    run = r'(?P<head><text[^>]*?)textLength="[^"]*"(?P<tail>[^>]*)>(?P<text>[^<]*)</text>'
    return re.sub(run, cells, svg)


async def _screens() -> None:
    with scratch_library() as library:
        with drafted(library, SAMPLES / "answers.json", SAMPLES / "last-year.docx") as session:
            report = session.id
        for name, keys in SCREENS:
            await _screen(library, report, name, keys)
        with library.open(report) as session:
            place = Position(
                screen="table", question="requests.table", cell="requests.granted.natural_person"
            )
            session.conversation.remember(place)
        await _screen(library, report, "table", ("down",))
        with library.open(report) as session:
            session.conversation.remember(Position(question="proactive.published_total"))
            session.tables.set_cells(SLIPS)
        await _screen(library, report, "findings", ("f7",))


async def _screen(library: Library, report: int, name: str, keys: Sequence[str]) -> None:
    app = NianbaoApp(library, report)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        _save(name, straight(app.export_screenshot(title="年报助手")))


def _save(name: str, svg: str) -> None:
    (FOLDER / f"{name}.png").write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=WIDTH)))


def _document() -> None:
    """The first page of the sample's document."""
    from app.documents.write.docx import write_docx
    from tests.support import reports
    from tests.support.rendering import pdf_of

    pdf = pdf_of(write_docx(reports.sample()))
    target = FOLDER / "document"
    subprocess.run(
        ["pdftoppm", "-r", "70", "-png", "-f", "1", "-l", "1", "-singlefile", pdf, target], check=True
    )


def main() -> None:
    """Make every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    asyncio.run(_screens())
    _document()


if __name__ == "__main__":
    main()

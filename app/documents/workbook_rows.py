"""What the writer of the workbook and its reader agree on."""

from typing import Final

GOES_ON: Final = "\u2060"
"""Word joiner, which no program shows: before a row of the prose that goes on from the row above."""

"""The pages nianbao writes: one way to fill them, whatever they show."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def page_template(folder: Path, name: str = "page.html") -> "Template":
    """The page ``name`` of a folder; what is put into it is escaped, and nothing may be missing."""
    from jinja2 import Environment, StrictUndefined

    source = (folder / name).read_text(encoding="utf-8")
    return Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(source)

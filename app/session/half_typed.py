"""What is half typed into a dialog, kept by the name of its line until the dialog is left."""

import json
from contextlib import suppress
from typing import Final

from store import paths
from store.files import make_folder, make_private

_MOST: Final = 20
"""So many lines are kept, the last ones."""
_LONGEST: Final = 100_000


def kept() -> dict[str, str]:
    """The texts by the names of their lines; none where nothing can be read."""
    with suppress(OSError, ValueError, AttributeError), paths.half_typed().open(encoding="utf-8") as file:
        found = json.loads(file.read(_LONGEST)).items()
        return {str(name): text for name, text in found if isinstance(text, str)}
    return {}


def keep(name: str, text: str) -> None:
    """Keep a text; "" forgets it. Raises ``StoreError`` or ``OSError`` where that cannot be written."""
    before = kept()
    after = {other: words for other, words in before.items() if other != name}
    if text:
        after[name] = text
    if after == before:
        return
    path = paths.half_typed()
    make_folder(path.parent)
    make_private(path)
    path.write_text(json.dumps(dict(list(after.items())[-_MOST:]), ensure_ascii=False), encoding="utf-8")

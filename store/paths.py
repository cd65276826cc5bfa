"""Where nianbao keeps things on this computer.

``NIANBAO_HOME`` puts everything (data, the clerk's own templates, caches) under one folder; without it the
places are those the operating system has for each. Importing this module costs nothing: platformdirs is
loaded when it is needed.
"""

import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "NIANBAO_HOME"
_NAME: Final = "nianbao"


def home() -> Path:
    """The data folder: the database and its locks. It need not exist yet."""
    return _together() or _platform("user_data_path")


def database() -> Path:
    """The database file."""
    return home() / "nianbao.db"


def templates() -> Path:
    """The folder whose narrative templates lie over the built-in ones. It need not exist."""
    return (_together() or _platform("user_config_path")) / "templates"


def settings() -> Path:
    """The file with the options that the clerk always gives. It need not exist."""
    return (_together() or _platform("user_config_path")) / "settings.toml"


def rules() -> Path:
    """The file with the office's own levels of findings and standard phrases. It need not exist."""
    return (_together() or _platform("user_config_path")) / "rules.toml"


def appearance() -> Path:
    """The file that says whether the screens are light or dark. It need not exist."""
    return (_together() or _platform("user_config_path")) / "appearance"


def layouts() -> Path:
    """The folder with the clerk's own layouts of the document, ``NAME.toml``. It need not exist."""
    return (_together() or _platform("user_config_path")) / "layouts"


def files_set_up() -> list[Path]:
    """The files with which the clerk has set the program up: settings, rules, templates and layouts."""
    own = [file for folder in (templates(), layouts()) if folder.is_dir() for file in folder.iterdir()]
    return [settings(), rules(), appearance(), *own]


def cache() -> Path:
    """What may be thrown away at any time."""
    together = _together()
    return together / "cache" if together else _platform("user_cache_path")


def half_typed() -> Path:
    """The file with what is half typed into dialogs. It need not exist."""
    return home() / "half-typed.json"


def last_folder() -> Path:
    """The file that names the folder in which a file was chosen last. It need not exist."""
    return cache() / "last-folder"


def places_of_documents() -> tuple[Path, ...]:
    """Where documents lie on this computer, as the operating system says: documents, downloads, desktop."""
    import platformdirs

    places = (
        platformdirs.user_documents_path,
        platformdirs.user_downloads_path,
        platformdirs.user_desktop_path,
    )
    return tuple(place() for place in places)


def _together() -> Path | None:
    folder = os.environ.get(VARIABLE, "").strip()
    return Path(folder).expanduser().absolute() if folder else None


def _platform(kind: str) -> Path:
    import platformdirs

    return Path(getattr(platformdirs, kind)(_NAME, appauthor=False))

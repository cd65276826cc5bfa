"""How the wheel is laid out: the four rooms stand inside the package ``nianbao``.

In the repository they are packages of their own, ``app``, ``prompts``, ``sections`` and ``store``. Installed
beside other programs such names would meet others', so that in the wheel every import of a room has
``nianbao.`` before it. Only import statements are changed; modules that are loaded by name name them from
where they stand (``__package__``)."""

import ast
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("app", "prompts", "sections", "store")
FACE = "nianbao"
PREFIX = f"{FACE}."
MANUAL = "manual.zh-CN.md"
"""Shown by the help of every screen."""


class WheelLayout(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the rooms into the wheel, and the entry point where it then is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Lay out a wheel; an editable install takes the repository as it is."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="nianbao-wheel-"))
        root = Path(self.root)
        for name in (*ROOMS, FACE):
            copied = copy_inside(root / name, self._folder / name)
            inside = FACE if name == FACE else f"{FACE}/{name}"
            build_data["force_include"] |= {
                str(path): f"{inside}/{path.relative_to(copied).as_posix()}"
                for path in copied.rglob("*")
                if path.is_file()
            }
        manual = root / "docs" / MANUAL
        build_data["force_include"][str(manual)] = f"{FACE}/app/tui/help/{MANUAL}"
        scripts = self.metadata.core.scripts
        for name, target in scripts.items():
            scripts[name] = inside_face(target)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the copy away again."""
        del version, build_data, artifact_path
        if folder := getattr(self, "_folder", None):
            shutil.rmtree(folder)


def inside_face(module: str) -> str:
    """The name that a module of a room has inside the face."""
    return PREFIX + module if module.split(".", maxsplit=1)[0].split(":", maxsplit=1)[0] in ROOMS else module


def copy_inside(source: Path, target: Path) -> Path:
    """Copy a package, its imports of rooms changed; the copy."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for path in target.rglob("*.py"):
        path.write_text(relocated(path.read_text("utf-8")), "utf-8")
    return target


def relocated(code: str) -> str:
    """Python whose imports of rooms name them inside the face."""
    lines = code.split("\n")
    changes: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(code)):
        if (
            isinstance(node, ast.ImportFrom)
            and not node.level
            and inside_face(node.module or "") != node.module
        ):
            changes.append((node.lineno - 1, node.module or ""))
        elif isinstance(node, ast.Import):
            rooms = [alias for alias in node.names if inside_face(alias.name) != alias.name]
            if rooms:
                raise ValueError(f"import {rooms[0].name}: say `from … import …`, which can be relocated")
    for line, module in changes:
        lines[line] = lines[line].replace(f"from {module} ", f"from {PREFIX}{module} ", 1)
    return "\n".join(lines)

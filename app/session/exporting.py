"""Writing the document: one kind of file, or every kind into a folder."""

import dataclasses
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import FileThereError
from app.session.finishing import Finishing, refuse_errors
from app.session.open_report import OpenReport, SessionPart
from app.session.views import Exported
from sections.errors import NianbaoError

if TYPE_CHECKING:
    from app.documents.write.kinds import Edition, Kind
    from sections.report.report import Report
    from sections.rules.base import Finding


class Exporting(SessionPart):
    """Write files; never over one that is not as this report was last exported there."""

    def __init__(self, opened: OpenReport, finishing: Finishing) -> None:
        super().__init__(opened)
        self._finishing = finishing
        self.earlier: Callable[[], Sequence[Report]] = tuple
        """The organ's reports of the years before, oldest first, for the reviewer's edition."""

    def suggested_name(self, kind: str = "docx", as_draft: bool = False) -> str:
        """A file name for the document."""
        from app.documents.write.kinds import KINDS

        return KINDS[kind].file_name(self._finishing.document, as_draft)

    def write(
        self, path: Path, kind: str = "docx", as_draft: bool = False, layout: str = "", replace: bool = False
    ) -> Exported:
        """Write the document; ``layout`` names its layout (see ``load_layout``).

        Raises ``ExportRefusedError`` while errors are open, unless a draft is asked for; the reviewer's
        edition shows them and is never refused. Raises ``FileThereError`` for a file at ``path`` that is not
        as this report was last exported there, unless ``replace``."""
        return self._write(self._edition(as_draft, layout), path, kind, replace)

    def data(self, kind: str, as_draft: bool = False, layout: str = "") -> tuple[bytes, "Sequence[Finding]"]:
        """The document as a file's content, and what was found. Raises as ``write`` does."""
        edition = self._edition(as_draft, layout)
        return self._content(edition, kind), edition.findings

    def write_all(
        self, folder: Path, as_draft: bool = False, layout: str = "", replace: bool = False
    ) -> "Iterator[tuple[Kind, Exported | NianbaoError]]":
        """Write every kind into ``folder``, one after another; what cannot be written does not stop the rest.

        A file that is there is only written over with ``replace``."""
        from app.documents.write.kinds import KINDS

        edition = self._edition(as_draft, layout)
        for kind in KINDS.values():
            path = folder / kind.file_name(edition.report, as_draft)
            try:
                if path.exists() and not replace:
                    raise FileThereError(Path(path.name))
                yield kind, self._write(edition, path, kind.name, replace=True)
            except NianbaoError as error:
                yield kind, error

    def _edition(self, as_draft: bool, layout: str) -> "Edition":
        from app.documents.write.kinds import Edition

        finishing = self._finishing
        return Edition(finishing.document, self._open.last, finishing.findings(), as_draft, layout)

    def _write(self, edition: "Edition", path: Path, kind: str, replace: bool) -> Exported:
        """One kind of file; a page offers the DOCX only where it lies beside it."""
        from app.documents.atomic_files import save

        if not replace:
            self._refuse_foreign(path)
        docx = self.suggested_name("docx", edition.draft)
        beside = docx if (path.parent / docx).is_file() else ""
        data = self._content(dataclasses.replace(edition, beside=beside), kind)
        save(path, data)
        self._note_export(path, data)
        return Exported(path, len(data), edition.draft, tuple(edition.findings))

    def _content(self, edition: "Edition", kind: str) -> bytes:
        from app.documents.write.kinds import write

        if kind == "review":
            from app.session.sources import Sources

            years, sources = (*self.earlier(), edition.report), Sources(self._open).all()
            edition = dataclasses.replace(edition, years=years, sources=sources)
        else:
            refuse_errors(edition.findings, edition.draft)
        return write(edition, kind)

    def _refuse_foreign(self, path: Path) -> None:
        """Raise ``FileThereError`` for a file that is not as it was exported."""
        from app.documents.atomic_files import digest_of

        if path.is_file():
            known = self._open.store.exported(self._open.id, _stored_path(path))
            if not known or digest_of(path) != known:
                raise FileThereError(path, changed=bool(known))

    def _note_export(self, path: Path, data: bytes) -> None:
        """Remember what was written; where that cannot be kept, the next export there asks."""
        from app.documents.atomic_files import digest

        if not self._open.readonly:
            with suppress(NianbaoError):
                self._open.store.note_export(self._open.id, _stored_path(path), digest(data))


def _stored_path(path: Path) -> str:
    """A path as it is remembered; bytes of its name that are no text are spelled out."""
    return os.fsencode(path.absolute()).decode(errors="backslashreplace")

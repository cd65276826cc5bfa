"""LibreOffice as the one who signs uses it: a document opened, edited and saved by a macro of its own."""

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

FILTERS: Final = {
    "docx": "MS Word 2007 XML",
    "doc": "MS Word 97",
    "rtf": "Rich Text Format",
    "html": "HTML (StarWriter)",
}
_SECONDS: Final = 60
_MACRO: Final = """
Sub Edit(source As String, orders As String, target As String, told As String)
  On Error GoTo Wrong
  said = "done"
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Do
    Wait 50
    doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    tries = tries + 1
  Loop While IsNull(doc) And tries < 100
  disk = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(disk.openFileRead(orders))
  stream.setEncoding("UTF-8")
  Dim save(0) As New com.sun.star.beans.PropertyValue
  save(0).Name = "FilterName"
  Do While Not stream.isEOF()
    parts = Split(stream.readLine(), Chr(9))
    Select Case parts(0)
      Case "filter"
        save(0).Value = parts(1)
      Case "track"
        doc.RecordChanges = (parts(1) = "on")
      Case "replace"
        If Not Replaced(doc, parts(1), parts(2)) Then said = "not found: " & parts(1)
      Case "cell"
        If Not Filled(doc, parts(1), parts(2)) Then said = "no cell: " & parts(1)
    End Select
  Loop
  stream.closeInput()
  doc.storeToURL(target, save())
  doc.close(True)
  GoTo Finish
Wrong:
  said = "error " & Err & " " & Error$
Finish:
  handle = FreeFile
  Open ConvertFromURL(told) For Output As #handle
  Print #handle, said
  Close #handle
  StarDesktop.terminate()
End Sub

Function Replaced(doc, old As String, words As String) As Boolean
  search = doc.createSearchDescriptor()
  search.SearchString = old
  search.SearchCaseSensitive = True
  found = doc.findFirst(search)
  Replaced = Not IsNull(found)
  If Replaced Then found.setString(words)
End Function

Function Filled(doc, old As String, words As String) As Boolean
  Filled = False
  For table = 0 To doc.TextTables.Count - 1
    names = doc.TextTables.getByIndex(table).CellNames
    For place = 0 To UBound(names)
      cell = doc.TextTables.getByIndex(table).getCellByName(names(place))
      If Not Filled And cell.String = old Then
        cursor = cell.Text.createTextCursor()
        cursor.gotoEnd(True)
        cursor.setString(words)
        Filled = True
      End If
    Next place
  Next table
End Function
"""
"""It asks for the document again and again: an office that has just started loads none yet."""
_MODULE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing done in the document: ``replace`` words, fill a ``cell`` that holds ``old``, or ``track``
    changes (``on`` or ``off``) from here on."""

    what: str
    old: str
    new: str = ""


class Editor:
    """One installation with a profile of its own in ``folder``; raises ``AssertionError`` for an edit that
    finds nothing to edit."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        self._run("--terminate_after_init")  # lays out the profile, which the macro is then put into
        module = folder / "profile/user/basic/Standard/Module1.xba"
        module.write_text(_MODULE.format(escape(_MACRO)), "utf-8")

    def saved(self, source: Path, target: Path, *edits: Edit) -> Path:
        """``source`` opened, edited and saved as ``target``, in the format of its suffix."""
        orders, told = self._folder / "orders", self._folder / "told"
        told.unlink(missing_ok=True)
        lines = [f"filter\t{FILTERS[target.suffix[1:]]}"]
        lines += [f"{edit.what}\t{edit.old}\t{edit.new}" for edit in edits]
        orders.write_text("\n".join(lines), "utf-8")
        copy = self._folder / f"document{source.suffix}"
        copy.write_bytes(source.read_bytes())
        places = ",".join(path.resolve().as_uri() for path in (copy, orders, target, told))
        self._run(f"macro:///Standard.Module1.Edit({places})")
        said = told.read_text("utf-8").strip()
        assert said == "done", said
        return target

    def _run(self, argument: str) -> None:
        profile = (self._folder / "profile").resolve().as_uri()
        command = [self._program, "--headless", "--norestore", "--nolockcheck"]
        process = subprocess.Popen(
            [*command, f"-env:UserInstallation={profile}", argument],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            assert process.wait(_SECONDS) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise

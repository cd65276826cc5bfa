"""`nianbao sheet`: what colleagues are asked for, as a workbook or a Word document."""

import argparse
import sys
from pathlib import Path

from app.cli.console import STANDARD_OUTPUT, library, out_bytes, say
from app.cli.targets import refuse_existing
from app.errors import SessionError
from app.exit_codes import ExitCode


def sheet(arguments: argparse.Namespace) -> ExitCode:
    """Write the collection sheet of a draft."""
    from app.documents.atomic_files import save
    from app.session.collection import sheet_data, sheet_of

    kind = arguments.format or _kind(arguments.output)
    refuse_existing(arguments.output, force=arguments.force)
    if arguments.output == STANDARD_OUTPUT and sys.stdout.isatty():
        raise SessionError("收集表不能直接显示在终端里。", "请用 -o 写明文件名，或者接到别的程序。")
    with library() as found, found.open(found.find(arguments.ref).id) as session:
        asked = sheet_of(session, arguments.department)
    data = sheet_data(asked, kind)
    if arguments.output == STANDARD_OUTPUT:
        out_bytes(data)
        return ExitCode.OK
    save(Path(arguments.output), data)
    lines = sum(len(group.lines) for group in asked.groups)
    say(f"已写入 {arguments.output}：{lines}个问题，{len(asked.tables)}张表。")
    say("填好以后用 nianbao answers 单位@年份 --from 文件 填入。")
    return ExitCode.OK


def _kind(output: str) -> str:
    suffix = Path(output).suffix.lower().lstrip(".")
    if output == STANDARD_OUTPUT:
        return "xlsx"
    if suffix not in ("xlsx", "docx"):
        raise SessionError(f"收集表不能写成“{suffix or '没有后缀'}”格式。", "请用 .xlsx 或 .docx 作后缀。")
    return suffix

"""`nianbao completion`: the script that lets a shell complete commands, options, files and stored reports.

The script asks the program itself, which answers by argcomplete from the words of ``parser``."""

import argparse

from app.cli.console import out
from app.exit_codes import ExitCode


def completion(arguments: argparse.Namespace) -> ExitCode:
    """The script for a shell."""
    from argcomplete.shell_integration import shellcode

    out(shellcode(["nianbao"], shell=arguments.shell).strip("\n"))
    return ExitCode.OK


def complete() -> None:
    """Answer a shell that asks what may come next, and end."""
    import argcomplete

    from app.cli.parser import build

    argcomplete.autocomplete(build(), always_complete_options="long")

"""`nianbao answers`: the answers of a stored report."""

import argparse

from app.cli.console import library, out_json, say
from app.exit_codes import ExitCode


def answers(arguments: argparse.Namespace) -> ExitCode:
    """The answers of a report in the form that `draft` reads."""
    from app.session.answers_file import dump

    with library() as found, found.open(found.find(arguments.ref).id) as session:
        for words in session.damage:
            say(words)
        out_json(dump(session))
    return ExitCode.OK

"""`nianbao answers`: the answers of a stored report."""

import argparse
import json

from app.cli.console import library
from app.exit_codes import ExitCode


def answers(arguments: argparse.Namespace) -> ExitCode:
    """The answers of a report in the form that `draft` reads."""
    from app.session.answers_file import dump

    with library() as found, found.open(found.find(arguments.ref).id) as session:
        print(json.dumps(dump(session), ensure_ascii=False, indent=1))
    return ExitCode.OK

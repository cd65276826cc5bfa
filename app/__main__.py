"""The `nianbao` command: start quickly, fail in one sentence."""

import os
import sys
from collections.abc import Sequence

from app import garbage_collection
from app.exit_codes import ExitCode


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code of the process."""
    if argv is None:  # the process is ours
        garbage_collection.pause()
    # Must be set before textual is imported: with the kitty protocol some terminals lose what a Chinese
    # input method commits.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from app.cli.console import flush, steady_streams
    from app.cli.parser import parse

    steady_streams()
    if "_ARGCOMPLETE" in os.environ:
        from app.cli.completion import complete

        complete()

    arguments = parse(sys.argv[1:] if argv is None else list(argv))
    if isinstance(arguments, ExitCode):
        flush()
        return arguments
    from app.cli.run import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""The exit codes of the command line, as README documents them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """0 and 1 are the answers of a check; 2 means that what was asked could not be done."""

    OK = 0
    FINDINGS = 1
    FAILED = 2
    INTERRUPTED = 130

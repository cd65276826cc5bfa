"""One report being written: what both front ends call. Prompts and store meet here and nowhere else.

Every change is saved before the call returns; then the report is assembled, drafted and checked anew, so
that what a front end shows is always what is stored.
"""

from app.session.conversation import Conversation
from app.session.leaving import Leaving


class Session(Conversation, Leaving):
    """One report, open. Use as a context manager, or ``close`` it."""


__all__ = ["Session"]

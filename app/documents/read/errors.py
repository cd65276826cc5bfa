"""What the readers refuse with."""

from sections.errors import NianbaoError


class NotAReport(NianbaoError):  # noqa: N818 -- the name that both front ends know
    """The file holds no annual report that can be read: one Chinese sentence, and what to do."""

"""What can go wrong with documents, in the clerk's words."""

from sections.errors import NianbaoError


class DocumentError(NianbaoError):
    """A document cannot be written."""

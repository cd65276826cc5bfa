"""What is wrong with a page of a PDF file."""


class TooMuchError(Exception):
    """A page has far more on it than a page of a report."""

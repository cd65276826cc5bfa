"""pdfminer's page with the mode in which each text is painted, which it leaves out."""

from typing import Any

from pdfminer.converter import PDFPageAggregator


class Device(PDFPageAggregator):
    """Gathers what is on a page."""

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Take a piece of text, whose graphic state is its own and is given the ``mode``."""
        graphicstate.mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

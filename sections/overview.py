"""Part one: the narrative of the year, a lead and five topics."""

from pydantic import Field

from sections.base import Section


class Overview(Section):
    """``text`` is the whole part as printed; ``lead`` and ``topics`` (see ``form.TOPICS``) its parts, each
    without its heading."""

    text: str = ""
    lead: str = ""
    topics: dict[str, str] = Field(default_factory=dict)

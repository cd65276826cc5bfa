"""What a report holds besides its tables: the parts of the narrative, and what an import says of itself."""

import datetime as dt
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """A frozen part of the report that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)


class Profile(Section):
    """The organ that publishes the report. Article 12 of the 条例 wants its contact published."""

    name: str = ""
    short_name: str = ""
    kind: str = ""
    level: str = ""
    parent: str = ""
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    email: str = ""
    website: str = ""
    new_media: tuple[str, ...] = ()


class Period(Section):
    """The days the numbers cover, both included."""

    start: dt.date
    end: dt.date


class Signature(Section):
    """The optional 落款: organ and date."""

    organ: str
    date: dt.date | None = None


class Figure(Section):
    """A number of the narrative that the questions ask for, with the words it stands in.

    ``last_year`` is what the same words say of the year before (「较去年新增8项」 beside 15 gives 7)."""

    id: str
    value: int | float | str
    quote: str = ""
    unit: str = ""
    name: str = ""
    """Of a local item: what it is called."""
    last_year: int | None = None


class Unread(Section):
    """A place of a source that could not be read for certain, with its raw text."""

    where: str
    raw: str
    reason: str = ""


class LeftOut(Section):
    """A line of a source that is no part of the report, and why."""

    text: str
    reason: str


RemnantKind = Literal["inserted", "deleted", "comment", "highlighted", "hidden", "struck", "mark", "running"]


class Remnant(Section):
    """What a Word file carries besides its text, ``where``: the paragraph, the author of a comment, 页眉…

    ``inserted`` and ``deleted``: tracked; ``mark``: of secrecy or of a draft; ``running``: a head or foot."""

    kind: RemnantKind
    text: str
    where: str = ""


REMNANT_LABELS: Final[dict[RemnantKind, str]] = {
    "inserted": "修订插入", "deleted": "修订删除", "comment": "批注", "highlighted": "突出显示",
    "hidden": "隐藏文字", "struck": "删除线", "mark": "密级或稿件标记", "running": "页眉页脚文字",
}  # fmt: skip
"""In the clerk's words."""


class Remark(Section):
    """How a source deviates from the form at a place whose number is certain all the same.

    ``label``: a misspelt label; ``short_label``: one cut short; ``blank``: a cell left blank, read as 0;
    ``merged``: （六）其他处理 as one row; ``unit``: a cell with words besides its number (``right``);
    ``misplaced``: a table under the heading ``printed`` of another part than ``right``."""

    kind: Literal["label", "short_label", "blank", "merged", "unit", "misplaced"]
    where: str
    printed: str = ""
    right: str = ""
    """The label of the form."""


class Overview(Section):
    """``text`` is the whole part as printed; ``lead`` and ``topics`` (see ``Form.topics``) its parts, each
    without its heading."""

    text: str = ""
    lead: str = ""
    topics: dict[str, str] = Field(default_factory=dict)


class Problem(Section):
    """A problem of this year and the measure that answers it."""

    problem: str
    measure: str = ""


class FollowUp(Section):
    """What became of a problem named in last year's report; ``outcome`` is one of ``values.OUTCOMES``."""

    problem: str
    outcome: str = ""
    action: str = ""


class Problems(Section):
    """``text`` is the whole part as printed."""

    text: str = ""
    items: tuple[Problem, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


class Other(Section):
    """``text`` is the whole part as printed."""

    text: str = ""

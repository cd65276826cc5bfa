"""What the models of the six sections share."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from sections.report.values import LARGEST_COUNT

Count = Annotated[int, Field(ge=-LARGEST_COUNT, le=LARGEST_COUNT, strict=True)] | None
"""A number of 件. None: not answered yet, or not readable in the source; never a guessed 0.

Negative numbers are representable because published reports contain them: a rule reports them."""


class Section(BaseModel):
    """A frozen part of the report that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

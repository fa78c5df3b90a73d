# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class EditReview(Model):
    """A review as its author wants it now."""

    author_name: Optional[StrictStr] = Field(default=None, description="Name to show, such as `Anna B.`; without one, none is shown.")
    rating: StrictInt = Field(description="Stars, 1 to 5.")
    text: Optional[StrictStr] = Field(default=None, description="Text, plain text; a link or HTML has it held for the staff.")
    title: Optional[StrictStr] = Field(default=None, description="Headline, plain text in one line.")

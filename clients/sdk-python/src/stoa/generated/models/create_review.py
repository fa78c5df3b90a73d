# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.review_subject import ReviewSubject
from stoa.model import Model


class CreateReview(Model):
    """A review to create."""

    author_name: Optional[StrictStr] = Field(default=None, description="Name to show, such as `Anna B.`; without one, none is shown.")
    order_line_id: StrictStr = Field(description="Line of the order whose product is reviewed, or whose merchant.")
    rating: StrictInt = Field(description="Stars, 1 to 5.")
    subject: Optional[ReviewSubject] = Field(default=None, description="What is reviewed; `product` by default. An order has one review of each merchant, whichever of its lines names it.")
    text: Optional[StrictStr] = Field(default=None, description="Text, plain text; a link or HTML has it held for the staff.")
    title: Optional[StrictStr] = Field(default=None, description="Headline, plain text in one line.")

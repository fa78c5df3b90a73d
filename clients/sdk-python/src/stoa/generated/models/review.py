# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.review_answer import ReviewAnswer
from stoa.generated.models.review_picture import ReviewPicture
from stoa.model import Model


class Review(Model):
    """A published review. It belongs to a line of a paid order."""

    answer: Optional[ReviewAnswer] = Field(default=None, description="Answer of the store; absent without one.")
    author_name: Optional[StrictStr] = Field(default=None, description="Name that the author shows; absent if they show none.")
    created_at: datetime = Field(description="When it was written.")
    edited_at: Optional[datetime] = Field(default=None, description="When its author last changed it; absent unless they did.")
    id: StrictStr = Field(description="Review id.")
    pictures: List[ReviewPicture] = Field(description="Pictures by the author, at most four.")
    rating: StrictInt = Field(description="Stars, 1 to 5.")
    text: Optional[StrictStr] = Field(default=None, description="Text, plain text with line breaks; absent without one.")
    title: Optional[StrictStr] = Field(default=None, description="Headline, plain text; absent without one.")
    variant_title: StrictStr = Field(description="Variant that was bought, such as `Blue / M`; empty for a product with one variant.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_review_answer import AdminReviewAnswer
from stoa.generated.models.review_hold import ReviewHold
from stoa.generated.models.review_reason import ReviewReason
from stoa.generated.models.review_status import ReviewStatus
from stoa.model import Model


class AdminReview(Model):
    """A review of a product."""

    answer: Optional[AdminReviewAnswer] = Field(default=None, description="Answer of the store; absent without one.")
    appeal: Optional[StrictStr] = Field(default=None, description="What its author says against a rejection; absent without an appeal.")
    appealed_at: Optional[datetime] = Field(default=None, description="When its author appealed; absent unless they did.")
    author_name: Optional[StrictStr] = Field(default=None, description="Name that the author shows; absent if they show none.")
    created_at: datetime = Field(description="When it was written.")
    edited_at: Optional[datetime] = Field(default=None, description="When its author last changed it; absent unless they did.")
    holds: List[ReviewHold] = Field(description="What the program found in it since the last decision.")
    id: StrictStr = Field(description="Review id.")
    merchant_id: StrictStr = Field(description="Merchant who sold it.")
    open_reports: StrictInt = Field(description="Number of reports since the last decision.")
    order_id: StrictStr = Field(description="Order.")
    order_line_id: StrictStr = Field(description="Order line.")
    product_id: StrictStr = Field(description="Product.")
    product_title: StrictStr = Field(description="Title of the product when it was bought.")
    rating: StrictInt = Field(description="Stars, 1 to 5. Only the author changes them.")
    rejection_note: Optional[StrictStr] = Field(default=None, description="What its author is told about that; absent without a note.")
    rejection_reason: Optional[ReviewReason] = Field(default=None, description="Why it is rejected; absent unless it is.")
    status: ReviewStatus = Field(description="Review status.")
    text: Optional[StrictStr] = Field(default=None, description="Text, plain text with line breaks; absent without one.")
    title: Optional[StrictStr] = Field(default=None, description="Headline, plain text; absent without one.")
    variant_title: StrictStr = Field(description="Title of the variant when it was bought; empty for a product with one variant.")

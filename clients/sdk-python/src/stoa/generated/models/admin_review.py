# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_review_answer import AdminReviewAnswer
from stoa.generated.models.admin_review_picture import AdminReviewPicture
from stoa.generated.models.review_hold import ReviewHold
from stoa.generated.models.review_reason import ReviewReason
from stoa.generated.models.review_status import ReviewStatus
from stoa.generated.models.review_subject import ReviewSubject
from stoa.model import Model


class AdminReview(Model):
    """A review of a product or of a merchant."""

    answer: Optional[AdminReviewAnswer] = Field(default=None, description="Answer of the store; absent without one.")
    appeal: Optional[StrictStr] = Field(default=None, description="What its author says against a rejection; absent without an appeal.")
    appealed_at: Optional[datetime] = Field(default=None, description="When its author appealed; absent unless they did.")
    author_name: Optional[StrictStr] = Field(default=None, description="Name that the author shows; absent if they show none.")
    created_at: datetime = Field(description="When it was written.")
    edited_at: Optional[datetime] = Field(default=None, description="When its author last changed it; absent unless they did.")
    holds: List[ReviewHold] = Field(description="What the program found in it since the last decision.")
    id: StrictStr = Field(description="Review id.")
    merchant_id: StrictStr = Field(description="Merchant who sold the product, or is reviewed.")
    merchant_name: StrictStr = Field(description="Name of the merchant.")
    open_reports: StrictInt = Field(description="Number of reports since the last decision.")
    order_id: StrictStr = Field(description="Order.")
    order_line_id: Optional[StrictStr] = Field(default=None, description="Order line; absent in a review of a merchant.")
    pictures: List[AdminReviewPicture] = Field(description="Pictures by the author, at most four; rejecting the review hides them too.")
    product_id: Optional[StrictStr] = Field(default=None, description="Product; absent in a review of a merchant.")
    product_title: Optional[StrictStr] = Field(default=None, description="Title of the product when it was bought; absent in a review of a merchant.")
    rating: StrictInt = Field(description="Stars, 1 to 5. Only the author changes them.")
    rejection_note: Optional[StrictStr] = Field(default=None, description="What its author is told about that; absent without a note.")
    rejection_reason: Optional[ReviewReason] = Field(default=None, description="Why it is rejected; absent unless it is.")
    status: ReviewStatus = Field(description="Review status.")
    subject: ReviewSubject = Field(description="What it is of: a product, or the merchant who sold it.")
    text: Optional[StrictStr] = Field(default=None, description="Text, plain text with line breaks; absent without one.")
    title: Optional[StrictStr] = Field(default=None, description="Headline, plain text; absent without one.")
    variant_title: Optional[StrictStr] = Field(default=None, description="Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.review_answer import ReviewAnswer
from stoa.generated.models.review_picture import ReviewPicture
from stoa.generated.models.review_reason import ReviewReason
from stoa.generated.models.review_status import ReviewStatus
from stoa.generated.models.review_subject import ReviewSubject
from stoa.generated.models.seller import Seller
from stoa.model import Model


class OwnReview(Model):
    """A review, for its author."""

    answer: Optional[ReviewAnswer] = Field(default=None, description="Answer of the store; absent without one.")
    appealed_at: Optional[datetime] = Field(default=None, description="When the author appealed against a rejection; absent unless they did.")
    author_name: Optional[StrictStr] = Field(default=None, description="Name that the author shows; absent if they show none.")
    created_at: datetime = Field(description="When it was written.")
    editable_until: datetime = Field(description="Until when its author can change it. It can be deleted at any time.")
    edited_at: Optional[datetime] = Field(default=None, description="When its author last changed it; absent unless they did.")
    id: StrictStr = Field(description="Review id.")
    merchant: Seller = Field(description="Merchant who sold the product, or is reviewed.")
    order_id: StrictStr = Field(description="Order.")
    order_line_id: Optional[StrictStr] = Field(default=None, description="Order line; absent in a review of a merchant.")
    pictures: List[ReviewPicture] = Field(description="Pictures by the author, at most four.")
    product_id: Optional[StrictStr] = Field(default=None, description="Product; absent in a review of a merchant.")
    product_title: Optional[StrictStr] = Field(default=None, description="Title of the product when it was bought; absent in a review of a merchant.")
    rating: StrictInt = Field(description="Stars, 1 to 5.")
    rejection_note: Optional[StrictStr] = Field(default=None, description="What the store says about that; absent without a note.")
    rejection_reason: Optional[ReviewReason] = Field(default=None, description="Why it is rejected; absent unless it is.")
    status: ReviewStatus = Field(description="Review status.")
    subject: ReviewSubject = Field(description="What it is of: a product, or the merchant who sold it.")
    text: Optional[StrictStr] = Field(default=None, description="Text; absent without one.")
    title: Optional[StrictStr] = Field(default=None, description="Headline; absent without one.")
    variant_title: Optional[StrictStr] = Field(default=None, description="Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.")

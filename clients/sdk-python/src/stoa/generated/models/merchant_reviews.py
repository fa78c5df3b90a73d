# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.merchant_review import MerchantReview
from stoa.generated.models.rating import Rating
from stoa.generated.models.review_count import ReviewCount
from stoa.generated.models.seller import Seller
from stoa.model import Model


class MerchantReviews(Model):
    """Published reviews of a merchant."""

    data: List[MerchantReview] = Field(description="Those of this page.")
    has_more: StrictBool = Field(description="Whether more follow.")
    histogram: List[ReviewCount] = Field(description="Number of published reviews by stars, from five to one.")
    merchant: Seller = Field(description="The merchant.")
    next_cursor: Optional[StrictStr] = Field(default=None, description="The `cursor` that the next page is asked for with; absent on the last page.")
    rating: Optional[Rating] = Field(default=None, description="Rating by all published reviews of the merchant; absent without reviews.")
    verification: StrictStr = Field(description="How the store makes sure that reviews are by shoppers who bought from the merchant, in the storefront's language.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.generated.models.review_reason import ReviewReason
from stoa.model import Model


class RejectedReviews(Model):
    """Reviews rejected for one reason."""

    count: StrictInt = Field(description="Number of reviews.")
    reason: ReviewReason = Field(description="The reason.")

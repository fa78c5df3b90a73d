# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.review_reason import ReviewReason
from stoa.model import Model


class ReportReview(Model):
    """A report of a review."""

    details: Optional[StrictStr] = Field(default=None, description="More about it, for the staff.")
    reason: ReviewReason = Field(description="What is wrong with the review.")

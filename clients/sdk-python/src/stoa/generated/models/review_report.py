# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.review_reason import ReviewReason
from stoa.model import Model


class ReviewReport(Model):
    """A report of a review."""

    created_at: datetime = Field(description="When it was reported.")
    details: Optional[StrictStr] = Field(default=None, description="More about it; absent if the reporter said no more.")
    reason: ReviewReason = Field(description="What is wrong with the review.")

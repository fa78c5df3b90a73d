# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.review_reason import ReviewReason
from stoa.model import Model


class RejectReview(Model):
    """Why a review is rejected."""

    note: Optional[StrictStr] = Field(default=None, description="More about it, for the author.")
    reason: ReviewReason = Field(description="The reason, which the author is shown and the public statistics count.")

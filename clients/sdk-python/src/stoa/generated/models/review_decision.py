# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.review_reason import ReviewReason
from stoa.generated.models.review_status import ReviewStatus
from stoa.model import Model


class ReviewDecision(Model):
    """A decision about a review."""

    decided_at: datetime = Field(description="When.")
    decided_by: StrictStr = Field(description="Who decided: the id of a staff member or of an API key.")
    note: Optional[StrictStr] = Field(default=None, description="What its author was told about that; absent without a note.")
    reason: Optional[ReviewReason] = Field(default=None, description="Why it was rejected; absent unless it was.")
    status: ReviewStatus = Field(description="What the review became.")
    version: StrictInt = Field(description="Version of the text that it is about; the first is 1.")

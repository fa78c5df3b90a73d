# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class AdminReviewAnswer(Model):
    """What the store answers to a review."""

    answered_at: datetime = Field(description="When the store answered.")
    answered_by: StrictStr = Field(description="Who wrote it last: the id of a staff member or of an API key.")
    edited_at: Optional[datetime] = Field(default=None, description="When the answer was last changed; absent unless it was.")
    text: StrictStr = Field(description="Text, plain text with line breaks.")

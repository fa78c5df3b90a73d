# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import List
from stoa.generated.models.rejected_reviews import RejectedReviews
from stoa.model import Model


class ReviewStatistics(Model):
    """What became of the reviews of a store."""

    appeals: StrictInt = Field(description="Appeals of authors against a rejection.")
    appeals_granted: StrictInt = Field(description="Reviews that are published after an appeal.")
    pending: StrictInt = Field(description="Reviews that wait for a decision.")
    published: StrictInt = Field(description="Published reviews.")
    rejected: List[RejectedReviews] = Field(description="Rejected reviews, by reason; reasons without reviews are left out.")
    reports: StrictInt = Field(description="Reports of reviews.")
    withdrawn: StrictInt = Field(description="Reviews that their authors deleted.")

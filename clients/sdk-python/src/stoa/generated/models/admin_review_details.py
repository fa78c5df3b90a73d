# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.admin_review import AdminReview
from stoa.generated.models.review_decision import ReviewDecision
from stoa.generated.models.review_report import ReviewReport
from stoa.model import Model


class AdminReviewDetails(Model):
    """A review, with what was decided about it and who reported it."""

    decisions: List[ReviewDecision] = Field(description="Decisions of the staff, latest first.")
    reports: List[ReviewReport] = Field(description="Reports, latest first.")
    review: AdminReview = Field(description="The review.")

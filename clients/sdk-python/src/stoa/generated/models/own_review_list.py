# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.own_review import OwnReview
from stoa.model import Model


class OwnReviewList(Model):
    """A list that comes whole."""

    data: List[OwnReview] = Field(description="All of them.")

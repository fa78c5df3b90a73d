# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class AppealReview(Model):
    """An appeal against a rejection."""

    text: StrictStr = Field(description="Why the review should be published.")

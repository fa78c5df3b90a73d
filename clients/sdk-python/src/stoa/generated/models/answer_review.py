# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class AnswerReview(Model):
    """The answer to a review."""

    text: StrictStr = Field(description="Text, plain text with line breaks.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class CreateFonts(Model):
    """Font families."""

    body: StrictStr = Field(description="Font of body text.")
    heading: StrictStr = Field(description="Font of headings.")

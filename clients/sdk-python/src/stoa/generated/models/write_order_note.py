# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class WriteOrderNote(Model):
    """A note to write."""

    text: StrictStr = Field(description="What it says.")

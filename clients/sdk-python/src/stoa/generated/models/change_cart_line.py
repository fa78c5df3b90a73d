# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.model import Model


class ChangeCartLine(Model):
    """A change of quantity."""

    quantity: StrictInt = Field(description="New quantity; 0 removes the line.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class Requirement(Model):
    """A missing or invalid field."""

    code: StrictStr = Field(description="Stable code, such as `required`.")
    detail: StrictStr = Field(description="What would be valid.")
    pointer: StrictStr = Field(description="JSON pointer to the field of the cart.")

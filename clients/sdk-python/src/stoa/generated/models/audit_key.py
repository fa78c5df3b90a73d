# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class AuditKey(Model):
    """A part of what identifies an object."""

    name: StrictStr = Field(description="Name of the field.")
    value: StrictStr = Field(description="Its value, as text.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class AuditField(Model):
    """A field that changed."""

    after: Optional[StrictStr] = Field(default=None, description="Value after the change, as text; absent when there is none.")
    before: Optional[StrictStr] = Field(default=None, description="Value before the change, as text; absent when there was none.")
    name: StrictStr = Field(description="Name of the field.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt
from typing import Optional
from stoa.generated.models.kit_status import KitStatus
from stoa.model import Model


class BrandVersion(Model):
    """A version of a brand."""

    number: StrictInt = Field(description="Version number, counting up.")
    published_at: Optional[datetime] = Field(default=None, description="When it was last published; absent if it never was.")
    saved_at: datetime = Field(description="When it was last saved.")
    status: KitStatus = Field(description="Status.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import Optional
from stoa.model import Model


class RotateApiKey(Model):
    """How to rotate a secret key."""

    overlap_seconds: Optional[StrictInt] = Field(default=86400, description="Seconds that the rotated key still works, 0 to 604,800; a day by default.")

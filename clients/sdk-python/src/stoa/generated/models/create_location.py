# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class CreateLocation(Model):
    """A location to create."""

    name: StrictStr = Field(description="Name, 1 to 80 characters; unique in the tenant.")
    priority: Optional[StrictInt] = Field(default=100, description="Priority, 0 to 1,000: units are taken from the lowest first. 100 by default.")

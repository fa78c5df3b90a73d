# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class UpdateCustomerGroup(Model):
    """What to change of a group."""

    discount_ppm: Optional[StrictInt] = Field(default=None, description="Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %.")
    name: Optional[StrictStr] = Field(default=None, description="Name, 1 to 80 characters; unique in the tenant.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class CreateCustomerGroup(Model):
    """A group to create."""

    discount_ppm: Optional[StrictInt] = Field(default=0, description="Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %. 0 by default.")
    name: StrictStr = Field(description="Name, 1 to 80 characters; unique in the tenant. Members see it in the export of their data.")

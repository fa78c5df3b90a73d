# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.model import Model


class CreateApiKey(Model):
    """A secret key to create."""

    authorities: List[StrictStr] = Field(description="What it may do, each as `object:action` such as `products:read`; at least one.")
    expires_at: Optional[datetime] = Field(default=None, description="When it stops working; never by default.")
    name: StrictStr = Field(description="What it is for, 1 to 200 characters.")
    networks: Optional[List[StrictStr]] = Field(default=None, description="Addresses and networks (CIDR) that it works from, up to 50; from everywhere by default.")

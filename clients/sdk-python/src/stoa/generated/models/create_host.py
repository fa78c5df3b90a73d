# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class CreateHost(Model):
    """A domain to add."""

    host: StrictStr = Field(description="Host name, such as `shop.example.com`.")
    is_primary: Optional[StrictBool] = Field(default=False, description="Whether this becomes the primary host, used in links.")
    storefront_id: Optional[StrictStr] = Field(default=None, description="Storefront; the tenant's first one by default.")

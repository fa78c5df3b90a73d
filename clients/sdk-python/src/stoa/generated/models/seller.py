# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class Seller(Model):
    """Merchant who sells or sold something."""

    name: StrictStr = Field(description="Name of the merchant.")
    slug: StrictStr = Field(description="Slug of the merchant.")

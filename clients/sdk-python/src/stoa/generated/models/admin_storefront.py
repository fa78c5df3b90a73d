# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class AdminStorefront(Model):
    """A storefront."""

    currency: StrictStr = Field(description="Currency of all prices (ISO 4217).")
    hosts: List[StrictStr] = Field(description="Domains, the primary one first.")
    id: StrictStr = Field(description="Storefront id.")
    locale: StrictStr = Field(description="Language and region (BCP 47), such as `de-DE`.")
    name: StrictStr = Field(description="Store name.")
    publishable_key: StrictStr = Field(description="Publishable key for programs that call a host of the platform.")
    slug: StrictStr = Field(description="Slug.")

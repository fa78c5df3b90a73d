# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.model import Model


class TenantStorefront(Model):
    """A storefront of a tenant, with its hosts."""

    country: StrictStr = Field(description="Country it sells from (ISO 3166-1 alpha-2).")
    currency: StrictStr = Field(description="Currency of all prices (ISO 4217).")
    host: Optional[StrictStr] = Field(default=None, description="Primary host, used in links; absent without one.")
    hosts: List[StrictStr] = Field(description="All hosts of the storefront.")
    id: StrictStr = Field(description="Storefront id.")
    locale: StrictStr = Field(description="Language and region (BCP 47).")
    name: StrictStr = Field(description="Store name.")
    publishable_key: StrictStr = Field(description="Publishable key, sent by apps that call a host of the platform.")
    slug: StrictStr = Field(description="Slug, unique in the tenant.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.create_shipping_option import CreateShippingOption
from stoa.generated.models.create_storefront import CreateStorefront
from stoa.model import Model


class CreateTenantStorefront(Model):
    """A storefront to create. Absent fields get defaults."""

    hosts: Optional[List[StrictStr]] = Field(default=None, description="Further hosts, such as `shop.example.com`.")
    name: Optional[StrictStr] = Field(default=None, description="Store name; the tenant's name by default.")
    shipping_options: Optional[List[CreateShippingOption]] = Field(default=None, description="Shipping options; by default one that is free.")
    slug: StrictStr = Field(description="Slug, unique in the tenant. The storefront's host under the platform's domain is the tenant's slug, a hyphen and this.")
    storefront: CreateStorefront = Field(description="Settings.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.create_merchant import CreateMerchant
from stoa.generated.models.create_owner import CreateOwner
from stoa.generated.models.create_shipping_option import CreateShippingOption
from stoa.generated.models.create_storefront import CreateStorefront
from stoa.model import Model


class CreateTenant(Model):
    """A tenant to create. Absent fields get defaults."""

    hosts: Optional[List[StrictStr]] = Field(default=None, description="Further hosts, such as `shop.example.com`.")
    merchants: Optional[List[CreateMerchant]] = Field(default=None, description="Merchants, the default one first; by default one with the tenant's name.")
    name: StrictStr = Field(description="Tenant name.")
    owner: CreateOwner = Field(description="Owner of the tenant.")
    shipping_options: Optional[List[CreateShippingOption]] = Field(default=None, description="Shipping options of the first storefront; by default one that is free.")
    slug: StrictStr = Field(description="Slug, unique on the platform and the first label of the tenant's host: lower-case letters, digits, hyphens.")
    storefront: CreateStorefront = Field(description="First storefront.")

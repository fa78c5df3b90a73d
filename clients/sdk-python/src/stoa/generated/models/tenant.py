# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.tenant_merchant import TenantMerchant
from stoa.generated.models.tenant_status import TenantStatus
from stoa.generated.models.tenant_storefront import TenantStorefront
from stoa.model import Model


class Tenant(Model):
    """A tenant, with its storefronts and merchants."""

    created_at: datetime = Field(description="When the tenant was created.")
    host: Optional[StrictStr] = Field(default=None, description="Primary host, used in links; absent without one.")
    id: StrictStr = Field(description="Tenant id.")
    merchants: List[TenantMerchant] = Field(description="Merchants, the default one first.")
    name: StrictStr = Field(description="Tenant name.")
    slug: StrictStr = Field(description="Slug, unique on the platform and the first label of the tenant's host.")
    status: TenantStatus = Field(description="Tenant status.")
    storefronts: List[TenantStorefront] = Field(description="Storefronts, oldest first.")

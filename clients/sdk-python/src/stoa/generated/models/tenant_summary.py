# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.tenant_status import TenantStatus
from stoa.model import Model


class TenantSummary(Model):
    """A tenant in a list."""

    created_at: datetime = Field(description="When the tenant was created.")
    host: Optional[StrictStr] = Field(default=None, description="Primary host, used in links; absent without one.")
    id: StrictStr = Field(description="Tenant id.")
    name: StrictStr = Field(description="Tenant name.")
    slug: StrictStr = Field(description="Slug, unique on the platform and the first label of the tenant's host.")
    status: TenantStatus = Field(description="Tenant status.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.staff_tenant import StaffTenant
from stoa.model import Model


class StaffTenantList(Model):
    """A list that comes whole."""

    data: List[StaffTenant] = Field(description="All of them.")

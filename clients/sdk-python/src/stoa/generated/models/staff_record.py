# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class StaffRecord(Model):
    """A staff member of the tenant."""

    email: StrictStr = Field(description="E-mail address to sign in with.")
    id: StrictStr = Field(description="Staff id.")
    joined_at: datetime = Field(description="When they joined the tenant.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant that they work for; absent for the tenant's own staff.")
    name: StrictStr = Field(description="Name.")
    role: StrictStr = Field(description="A built-in role, or the id of a role of the tenant.")
    suspended_at: Optional[datetime] = Field(default=None, description="When they were suspended; absent unless they are.")

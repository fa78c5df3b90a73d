# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class StaffMemberChange(Model):
    """Fields to change."""

    is_suspended: Optional[StrictBool] = Field(default=None, description="Whether the member is suspended, and cannot sign in here.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant that a role of merchants' staff is held for.")
    role: Optional[StrictStr] = Field(default=None, description="A built-in role, or the id of a role of the tenant.")

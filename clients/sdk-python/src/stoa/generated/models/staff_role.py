# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.model import Model


class StaffRole(Model):
    """A role."""

    authorities: List[StrictStr] = Field(description="What it allows, each as `object:action`.")
    created_at: Optional[datetime] = Field(default=None, description="When it was created; absent for built-in roles.")
    description: StrictStr = Field(description="What it is for; empty for built-in roles.")
    is_built_in: StrictBool = Field(description="Whether it is built in, and cannot be changed.")
    member_count: StrictInt = Field(description="Number of staff members who have it.")
    name: StrictStr = Field(description="Name.")
    role: StrictStr = Field(description="What `role` of a staff member or an invitation says: `owner`, `administrator`, `catalogue_manager`, `order_manager`, `support`, `analyst`, or the id of a role of the tenant.")
    updated_at: Optional[datetime] = Field(default=None, description="When it was last changed; absent for built-in roles.")

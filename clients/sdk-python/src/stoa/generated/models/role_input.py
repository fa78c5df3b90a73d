# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.model import Model


class RoleInput(Model):
    """A role to create, or the state that one should have."""

    authorities: List[StrictStr] = Field(description="What it allows, each as `object:action` such as `orders:read`; at least one.")
    description: Optional[StrictStr] = Field(default='', description="What it is for, up to 500 characters; empty by default.")
    name: StrictStr = Field(description="Name, 1 to 80 characters; unique in the tenant, and not a built-in role's.")

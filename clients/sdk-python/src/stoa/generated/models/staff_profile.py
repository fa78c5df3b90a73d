# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class StaffProfile(Model):
    """A staff member."""

    id: StrictStr = Field(description="Staff id.")
    name: StrictStr = Field(description="Name.")
    permissions: List[StrictStr] = Field(description="Permissions of the role, each as `object:action`.")
    role: StrictStr = Field(description="A built-in role, or the id of a role of the tenant.")

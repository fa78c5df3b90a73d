# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List
from stoa.model import Model


class StaffProfile(Model):
    """A staff member."""

    has_second_factor: StrictBool = Field(description="Whether a code is asked for when signing in.")
    id: StrictStr = Field(description="Staff id.")
    name: StrictStr = Field(description="Name.")
    permissions: List[StrictStr] = Field(description="Permissions of the role, each as `object:action`.")
    role: StrictStr = Field(description="A built-in role, or the id of a role of the tenant.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.staff_role import StaffRole
from stoa.model import Model


class StaffRoleList(Model):
    """A list that comes whole."""

    data: List[StaffRole] = Field(description="All of them.")

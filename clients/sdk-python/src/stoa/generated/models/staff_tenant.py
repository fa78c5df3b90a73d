# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class StaffTenant(Model):
    """A tenant that the caller works for."""

    host: StrictStr = Field(description="Host of its admin API.")
    id: StrictStr = Field(description="Id of the tenant.")
    is_current: StrictBool = Field(description="Whether the caller is signed in at this one.")
    name: StrictStr = Field(description="Name.")
    slug: StrictStr = Field(description="Short name.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class CreateInvitation(Model):
    """An invitation to create."""

    email: StrictStr = Field(description="E-mail address to invite.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant that the role is held for; required for `merchant_owner` and `merchant_staff`, and for no other role.")
    role: StrictStr = Field(description="A built-in role, or the id of a role of the tenant.")

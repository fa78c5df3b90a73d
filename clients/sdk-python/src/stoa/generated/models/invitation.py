# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class Invitation(Model):
    """An open invitation."""

    created_at: datetime = Field(description="When it was created.")
    email: StrictStr = Field(description="Invited e-mail address.")
    expires_at: datetime = Field(description="When it expires.")
    id: StrictStr = Field(description="Id of the invitation.")
    invited_by: StrictStr = Field(description="Staff member who invited.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant that the role is held for; absent for roles of the tenant's own staff.")
    role: StrictStr = Field(description="A built-in role, or the id of a role of the tenant.")

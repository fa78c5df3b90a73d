# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from stoa.generated.models.staff_profile import StaffProfile
from stoa.model import Model


class StaffSession(Model):
    """A signed-in staff member's session."""

    access_token: StrictStr = Field(description="Access token, sent as `Authorization: Bearer …`.")
    expires_at: datetime = Field(description="When the access token expires.")
    expires_in: StrictInt = Field(description="Lifetime of the access token in seconds.")
    refresh_expires_at: datetime = Field(description="When the session ends unless it is refreshed.")
    refresh_token: StrictStr = Field(description="Refresh token: good once, at `/admin/v1/auth/refresh`.")
    staff: StaffProfile = Field(description="The signed-in staff member.")
    token_type: StrictStr = Field(description="Token type: always `Bearer`.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StaffRefresh(Model):
    """A refresh token."""

    refresh_token: StrictStr = Field(description="Refresh token of the session.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class RefreshToken(Model):
    """A refresh request."""

    refresh_token: StrictStr = Field(description="The most recent refresh token of the session.")

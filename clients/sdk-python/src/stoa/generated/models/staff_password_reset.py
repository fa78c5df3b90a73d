# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StaffPasswordReset(Model):
    """A new password in the place of one that was forgotten."""

    password: StrictStr = Field(description="New password: 15 to 1024 characters that are not easily guessed.")
    token: StrictStr = Field(description="Token of the link.")

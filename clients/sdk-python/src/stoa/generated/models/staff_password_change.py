# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StaffPasswordChange(Model):
    """A change of password."""

    current_password: StrictStr = Field(description="Current password.")
    password: StrictStr = Field(description="New password: 15 to 1024 characters that are not easily guessed.")

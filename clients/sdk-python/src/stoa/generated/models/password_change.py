# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class PasswordChange(Model):
    """A change of password."""

    current_password: StrictStr = Field(description="Current password.")
    password: StrictStr = Field(description="New password: at least 10 characters, and not easily guessed.")

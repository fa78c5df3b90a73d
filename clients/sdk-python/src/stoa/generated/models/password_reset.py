# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class PasswordReset(Model):
    """Resets a password."""

    password: StrictStr = Field(description="At least 10 characters, and not easily guessed.")
    token: StrictStr = Field(description="Token from the link in the e-mail.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class AccountDeletion(Model):
    """Confirms the deletion of the account."""

    password: StrictStr = Field(description="Current password.")

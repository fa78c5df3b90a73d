# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StaffAddress(Model):
    """An address whose password is forgotten."""

    email: StrictStr = Field(description="E-mail address of the account.")

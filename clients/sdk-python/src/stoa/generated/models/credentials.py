# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class Credentials(Model):
    """Credentials."""

    code: Optional[StrictStr] = Field(default=None, description="Code of the second factor, or a recovery code.")
    email: StrictStr = Field(description="E-mail address of the account.")
    password: StrictStr = Field(description="Password of the account.")

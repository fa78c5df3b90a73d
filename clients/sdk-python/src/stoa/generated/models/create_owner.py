# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class CreateOwner(Model):
    """The owner of a new tenant."""

    email: StrictStr = Field(description="E-mail address. If it has a staff account, that account becomes the owner and keeps its password.")
    name: Optional[StrictStr] = Field(default=None, description="Name of the owner; the e-mail address by default.")
    password: StrictStr = Field(description="Password of the new account: 15 to 1024 characters.")

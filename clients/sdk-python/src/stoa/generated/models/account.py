# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class Account(Model):
    """A shopper's account."""

    created_at: datetime = Field(description="When the account was created.")
    email: StrictStr = Field(description="E-mail address to sign in with.")
    email_verified_at: datetime = Field(description="When the e-mail address was confirmed.")
    first_name: StrictStr = Field(description="Given name, or the only one.")
    id: StrictStr = Field(description="Account id.")
    last_name: StrictStr = Field(description="Family name; empty for people with one name.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class CreateIdentityProvider(Model):
    """A provider to create."""

    client_id: StrictStr = Field(description="Client id that the provider gave out.")
    client_secret: StrictStr = Field(description="Client secret that the provider gave out. It is kept encrypted and not shown again.")
    is_enabled: Optional[StrictBool] = Field(default=None, description="Whether shoppers may sign in with it; `true` if absent.")
    issuer: StrictStr = Field(description="Issuer, exactly as its configuration names it, such as `https://accounts.google.com`.")
    name: StrictStr = Field(description="Name that shoppers see, 1 to 100 characters.")

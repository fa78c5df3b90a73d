# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class UpdateIdentityProvider(Model):
    """Fields to change."""

    client_id: Optional[StrictStr] = Field(default=None, description="Client id that the provider gave out.")
    client_secret: Optional[StrictStr] = Field(default=None, description="Client secret that the provider gave out.")
    is_enabled: Optional[StrictBool] = Field(default=None, description="Whether shoppers may sign in with it.")
    name: Optional[StrictStr] = Field(default=None, description="Name that shoppers see, 1 to 100 characters.")

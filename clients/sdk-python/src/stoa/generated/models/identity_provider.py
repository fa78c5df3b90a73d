# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class IdentityProvider(Model):
    """A provider that shoppers sign in with."""

    client_id: StrictStr = Field(description="Client id that it gave out.")
    created_at: datetime = Field(description="When it was created.")
    id: StrictStr = Field(description="Id of the provider.")
    is_enabled: StrictBool = Field(description="Whether shoppers may sign in with it.")
    issuer: StrictStr = Field(description="Issuer of its ID tokens.")
    name: StrictStr = Field(description="Name that shoppers see.")
    updated_at: datetime = Field(description="When it was last changed.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class LinkedIdentity(Model):
    """An account at an identity provider that signs in to this account."""

    created_at: datetime = Field(description="When it was linked.")
    email: StrictStr = Field(description="Address that the provider had verified when it was linked.")
    id: StrictStr = Field(description="Id of the linked identity.")
    identity_provider_id: StrictStr = Field(description="Id of the provider.")
    last_used_at: datetime = Field(description="When it last signed in.")
    provider_name: StrictStr = Field(description="What the provider is called.")

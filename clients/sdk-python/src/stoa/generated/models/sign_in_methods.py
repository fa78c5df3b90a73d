# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from typing import List
from stoa.generated.models.linked_identity import LinkedIdentity
from stoa.model import Model


class SignInMethods(Model):
    """How the account can be signed in to."""

    has_password: StrictBool = Field(description="Whether its owner has chosen a password.")
    identities: List[LinkedIdentity] = Field(description="What it is linked to.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.identity_provider import IdentityProvider
from stoa.model import Model


class IdentityProviderList(Model):
    """A list that comes whole."""

    data: List[IdentityProvider] = Field(description="All of them.")

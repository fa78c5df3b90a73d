# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.sign_in_provider import SignInProvider
from stoa.model import Model


class SignInProviderList(Model):
    """A list that comes whole."""

    data: List[SignInProvider] = Field(description="All of them.")

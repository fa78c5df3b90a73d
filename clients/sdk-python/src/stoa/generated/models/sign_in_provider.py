# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class SignInProvider(Model):
    """A provider that shoppers may sign in with."""

    id: StrictStr = Field(description="Id of the provider.")
    name: StrictStr = Field(description="What it is called.")

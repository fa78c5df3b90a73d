# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class BeginSocialSignIn(Model):
    """A sign-in to start."""

    return_to: StrictStr = Field(description="Path of the shop to return to, such as `/account`.")

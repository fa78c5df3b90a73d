# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class SecondFactorSeed(Model):
    """A seed for an authenticator app."""

    secret: StrictStr = Field(description="Seed in base32, for typing.")
    uri: StrictStr = Field(description="Seed as an `otpauth` address, for a QR code.")

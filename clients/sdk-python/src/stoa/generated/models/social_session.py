# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.shopper_session import ShopperSession
from stoa.model import Model


class SocialSession(Model):
    """A shopper who has signed in with an identity provider."""

    return_to: StrictStr = Field(description="Path of the shop to return to.")
    session: ShopperSession = Field(description="The session.")

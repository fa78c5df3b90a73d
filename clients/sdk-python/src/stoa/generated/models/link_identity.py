# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class LinkIdentity(Model):
    """An identity to link."""

    browser_token: StrictStr = Field(description="Token of the sign-in that was answered with `link_required`.")

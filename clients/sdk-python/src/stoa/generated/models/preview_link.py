# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class PreviewLink(Model):
    """A link that shows the draft."""

    expires_at: datetime = Field(description="When it stops working.")
    url: StrictStr = Field(description="URL of the storefront with the draft.")

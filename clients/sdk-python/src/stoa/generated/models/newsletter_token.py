# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class NewsletterToken(Model):
    """A confirmation of the newsletter."""

    token: StrictStr = Field(description="Token from the link in the e-mail.")

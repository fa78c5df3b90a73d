# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class NewsletterRequest(Model):
    """A request for the newsletter."""

    email: StrictStr = Field(description="E-mail address that wants it.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class EmailChangeToken(Model):
    """A link about a change of e-mail address."""

    token: StrictStr = Field(description="Token from the link in the e-mail.")

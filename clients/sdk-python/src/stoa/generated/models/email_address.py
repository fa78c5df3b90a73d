# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class EmailAddress(Model):
    """An e-mail address."""

    email: StrictStr = Field(description="E-mail address.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class EmailChange(Model):
    """A change of e-mail address."""

    email: StrictStr = Field(description="New e-mail address.")
    password: StrictStr = Field(description="Current password.")

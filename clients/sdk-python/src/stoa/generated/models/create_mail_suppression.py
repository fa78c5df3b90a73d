# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class CreateMailSuppression(Model):
    """An address to suppress."""

    email: StrictStr = Field(description="E-mail address.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class SecondFactorCode(Model):
    """A code of a second factor."""

    code: StrictStr = Field(description="Six digits of the app, or a recovery code.")

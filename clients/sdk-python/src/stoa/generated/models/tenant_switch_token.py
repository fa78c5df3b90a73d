# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class TenantSwitchToken(Model):
    """A token that another tenant gave."""

    token: StrictStr = Field(description="Token of the switch.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class AccountChange(Model):
    """Fields to change."""

    first_name: Optional[StrictStr] = Field(default=None, description="Given name.")
    last_name: Optional[StrictStr] = Field(default=None, description="Family name; empty to have none.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.saved_address import SavedAddress
from stoa.model import Model


class SavedAddressList(Model):
    """A list that comes whole."""

    data: List[SavedAddress] = Field(description="All of them.")

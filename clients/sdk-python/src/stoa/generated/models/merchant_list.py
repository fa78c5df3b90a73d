# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.merchant import Merchant
from stoa.model import Model


class MerchantList(Model):
    """A list that comes whole."""

    data: List[Merchant] = Field(description="All of them.")

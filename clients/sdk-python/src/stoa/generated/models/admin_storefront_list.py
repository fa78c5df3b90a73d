# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.admin_storefront import AdminStorefront
from stoa.model import Model


class AdminStorefrontList(Model):
    """A list that comes whole."""

    data: List[AdminStorefront] = Field(description="All of them.")

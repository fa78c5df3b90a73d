# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from stoa.model import Model


class CatalogSettings(Model):
    """Settings of the catalogue."""

    unique_skus: StrictBool = Field(description="Whether two variants on sale may not have the same SKU. Default: `false`.")

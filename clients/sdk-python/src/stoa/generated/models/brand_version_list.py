# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.brand_version import BrandVersion
from stoa.model import Model


class BrandVersionList(Model):
    """A list that comes whole."""

    data: List[BrandVersion] = Field(description="All of them.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from stoa.generated.models.brand_kit import BrandKit
from stoa.generated.models.brand_version import BrandVersion
from stoa.model import Model


class SavedBrand(Model):
    """A saved version of a brand."""

    brand: BrandKit = Field(description="The brand.")
    version: BrandVersion = Field(description="Version and status.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.model import Model


class PublishBrand(Model):
    """The version to publish."""

    version: StrictInt = Field(description="Version number: the draft's, or an earlier one's.")

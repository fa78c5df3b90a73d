# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.location import Location
from stoa.model import Model


class LocationList(Model):
    """A list that comes whole."""

    data: List[Location] = Field(description="All of them.")

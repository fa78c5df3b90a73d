# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import List
from stoa.model import Model


class CountedEvents(Model):
    """What became of events."""

    counted: StrictInt = Field(description="Events that count.")
    unknown_products: List[StrictInt] = Field(description="Places in `events`, from 0, of those about products that the store does not sell.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from stoa.model import Model


class ReturnPolicy(Model):
    """How long shoppers can return what they bought."""

    window_days: StrictInt = Field(description="Days from delivery in which shoppers can ask for a return; 0: they cannot.")

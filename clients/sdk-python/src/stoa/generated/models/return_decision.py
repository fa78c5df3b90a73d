# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class ReturnDecision(Model):
    """A decision about a return."""

    message: Optional[StrictStr] = Field(default=None, description="Message to the shopper: where to send the units, or why they are not taken back.")

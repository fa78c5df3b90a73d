# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.money import Money
from stoa.model import Model


class CaptureRequest(Model):
    """What to capture."""

    amount: Optional[Money] = Field(default=None, description="Amount to capture, in the order's currency; without it, all that was not cancelled.")

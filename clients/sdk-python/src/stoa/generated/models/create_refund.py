# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.refunded_line import RefundedLine
from stoa.model import Model


class CreateRefund(Model):
    """A refund to create: either `full`, or `lines` and `shipping`."""

    full: Optional[StrictBool] = Field(default=False, description="Whether to refund everything that is left.")
    lines: Optional[List[RefundedLine]] = Field(default=None, description="Lines to refund, each line once.")
    reason: Optional[StrictStr] = Field(default='', description="Reason, kept with the refund.")
    shipping: Optional[StrictBool] = Field(default=False, description="Whether to refund the shipping, all of it.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.generated.models.refunded_line import RefundedLine
from stoa.model import Model


class CreateRefund(Model):
    """A refund to create: either `full`, or any of `lines`, `return_id`, `shipping` and `amount`."""

    amount: Optional[Money] = Field(default=None, description="Amount to refund beside lines and shipping, in the order's currency. Each merchant gives in proportion to what is left of its share.")
    full: Optional[StrictBool] = Field(default=False, description="Whether to refund everything that is left.")
    lines: Optional[List[RefundedLine]] = Field(default=None, description="Lines to refund, each line once.")
    reason: Optional[StrictStr] = Field(default='', description="Reason, kept with the refund.")
    return_id: Optional[StrictStr] = Field(default=None, description="Return whose units are refunded: those that came and are not refunded yet; with `lines`, those of them.")
    shipping: Optional[StrictBool] = Field(default=False, description="Whether to refund the shipping, all of it.")

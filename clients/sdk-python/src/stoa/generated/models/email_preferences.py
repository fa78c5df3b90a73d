# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from stoa.model import Model


class EmailPreferences(Model):
    """Which e-mails about the store's business a staff member wants."""

    disputes: StrictBool = Field(description="Disputes, for those who may refund orders.")
    low_stock: StrictBool = Field(description="Stock that runs low, for those who may change products.")
    new_orders: StrictBool = Field(description="Each new order, for those who may fulfill it.")

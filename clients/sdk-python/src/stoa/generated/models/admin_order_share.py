# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.money import Money
from stoa.model import Model


class AdminOrderShare(Model):
    """A merchant's share of an order."""

    goods_net: Money = Field(description="Goods without tax: the base of the commission.")
    goods_tax: Money = Field(description="Tax on the goods.")
    merchant_id: StrictStr = Field(description="Merchant id.")
    shipping_net: Money = Field(description="Shipping without tax.")
    shipping_tax: Money = Field(description="Tax on the shipping.")
    total: Money = Field(description="The whole share.")

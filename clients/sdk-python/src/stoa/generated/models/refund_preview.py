# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from typing import List, Optional
from stoa.generated.models.money import Money
from stoa.generated.models.refund_line import RefundLine
from stoa.generated.models.refund_preview_merchant import RefundPreviewMerchant
from stoa.model import Model


class RefundPreview(Model):
    """What a refund would do if it were created now."""

    amount: Money = Field(description="Amount that the shopper gets.")
    commission_returned: Money = Field(description="Commission that the platform gives back, to all merchants.")
    lines: List[RefundLine] = Field(description="Lines that would be refunded.")
    merchants: List[RefundPreviewMerchant] = Field(description="What each merchant gives of it.")
    provider_fee: Optional[Money] = Field(default=None, description="Payment provider's fee of the payment, none of which comes back; absent until it is known.")
    remaining: Money = Field(description="Amount of the payment that could still be refunded afterwards.")
    shipping: StrictBool = Field(description="Whether shipping would be refunded.")

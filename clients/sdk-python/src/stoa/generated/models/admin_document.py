# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.document_kind import DocumentKind
from stoa.generated.models.money import Money
from stoa.model import Model


class AdminDocument(Model):
    """An invoice or a credit note."""

    currency: StrictStr = Field(description="Currency of its amounts.")
    id: StrictStr = Field(description="Document id.")
    invoice_id: Optional[StrictStr] = Field(default=None, description="Invoice that a credit note is for; absent for an invoice.")
    issued_at: datetime = Field(description="When it was issued.")
    kind: DocumentKind = Field(description="What it is.")
    number: StrictStr = Field(description="Number, with its prefix; without gaps within a kind.")
    order_id: StrictStr = Field(description="Order.")
    refund_id: Optional[StrictStr] = Field(default=None, description="Refund that a credit note is for; absent for an invoice.")
    tax: Money = Field(description="Tax in the total.")
    total: Money = Field(description="Total charged or credited.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.generated.models.document_kind import DocumentKind
from stoa.generated.models.money import Money
from stoa.model import Model


class OrderDocument(Model):
    """An invoice or a credit note of an order."""

    id: StrictStr = Field(description="Document id.")
    issued_at: datetime = Field(description="When it was issued.")
    kind: DocumentKind = Field(description="What it is.")
    number: StrictStr = Field(description="Number, as it is printed.")
    tax: Money = Field(description="Tax in the total.")
    total: Money = Field(description="Total charged or credited.")

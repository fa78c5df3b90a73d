# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.ledger_posting import LedgerPosting
from stoa.model import Model


class LedgerTransaction(Model):
    """A ledger transaction."""

    id: StrictStr = Field(description="Ledger transaction id.")
    kind: StrictStr = Field(description="Kind of transaction, such as `sale_captured` or `transfer`.")
    occurred_at: datetime = Field(description="When it happened.")
    postings: List[LedgerPosting] = Field(description="Postings; they sum to zero.")
    source: StrictStr = Field(description="Source object, such as the id of the provider's charge.")

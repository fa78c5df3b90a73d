# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.ledger_balance import LedgerBalance
from stoa.model import Model


class LedgerBalanceList(Model):
    """A list that comes whole."""

    data: List[LedgerBalance] = Field(description="All of them.")

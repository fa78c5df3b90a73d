# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import Optional
from stoa.generated.models.stock_alert_kind import StockAlertKind
from stoa.model import Model


class StockAlert(Model):
    """Something that happened to the stock of a variant."""

    available: Optional[StrictInt] = Field(default=None, description="Units that could be sold then; absent without limit.")
    id: StrictStr = Field(description="Alert id.")
    kind: StockAlertKind = Field(description="What happened.")
    occurred_at: datetime = Field(description="When it happened.")
    variant_id: StrictStr = Field(description="Variant id.")

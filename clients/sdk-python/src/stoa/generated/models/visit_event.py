# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.shop_event_kind import ShopEventKind
from stoa.model import Model


class VisitEvent(Model):
    """An event of a visit."""

    kind: ShopEventKind = Field(description="What happened.")
    product_id: Optional[StrictStr] = Field(default=None, description="Product that was shown; required for `product_viewed`, and not taken otherwise.")

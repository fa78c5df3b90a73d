# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class OrderNote(Model):
    """A note on an order, for the staff."""

    author: StrictStr = Field(description="Who wrote it: the id of a staff member, secret key or operator.")
    created_at: datetime = Field(description="When it was written.")
    edited_at: Optional[datetime] = Field(default=None, description="When it was edited last; absent unless it was.")
    id: StrictStr = Field(description="Note id.")
    text: StrictStr = Field(description="What it says.")

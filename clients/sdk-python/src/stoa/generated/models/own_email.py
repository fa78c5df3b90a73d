# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.email_kind import EmailKind
from stoa.generated.models.email_outcome import EmailOutcome
from stoa.model import Model


class OwnEmail(Model):
    """An e-mail to a shopper."""

    created_at: datetime = Field(description="When it was sent.")
    id: StrictStr = Field(description="E-mail id.")
    kind: EmailKind = Field(description="What it is about.")
    order_id: Optional[StrictStr] = Field(default=None, description="Order that it is about; absent without one.")
    outcome: EmailOutcome = Field(description="What became of it.")
    subject: Optional[StrictStr] = Field(default=None, description="Subject; absent if it has a code in it.")

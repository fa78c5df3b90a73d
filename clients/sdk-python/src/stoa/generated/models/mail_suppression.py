# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.mail_suppression_reason import MailSuppressionReason
from stoa.model import Model


class MailSuppression(Model):
    """An e-mail address that gets no mail."""

    created_at: datetime = Field(description="Since when.")
    detail: Optional[StrictStr] = Field(default=None, description="Status code that mail came back with (RFC 3463), such as `5.1.1`; absent unless it is known.")
    email: StrictStr = Field(description="E-mail address.")
    id: StrictStr = Field(description="Id of the suppressed address.")
    reason: MailSuppressionReason = Field(description="Why it gets no mail.")

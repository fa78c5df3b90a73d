# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.email_kind import EmailKind
from stoa.generated.models.email_outcome import EmailOutcome
from stoa.generated.models.mail_provider import MailProvider
from stoa.model import Model


class EmailSummary(Model):
    """An e-mail that was sent, or was not for a reason."""

    can_resend: StrictBool = Field(description="Whether it can be resent, unless its address is suppressed.")
    created_at: datetime = Field(description="When it was sent, or queued.")
    has_copy: StrictBool = Field(description="Whether a copy is kept.")
    id: StrictStr = Field(description="Id of the e-mail.")
    kind: EmailKind = Field(description="What it is about.")
    order_id: Optional[StrictStr] = Field(default=None, description="Order that it is about; absent if it is about none.")
    outcome: EmailOutcome = Field(description="What became of it.")
    provider: Optional[MailProvider] = Field(default=None, description="Provider that took it; absent unless one did.")
    recipient: StrictStr = Field(description="Address that it is sent to.")
    resend_of: Optional[StrictStr] = Field(default=None, description="E-mail that was sent again with this one; absent unless staff resent one.")
    subject: Optional[StrictStr] = Field(default=None, description="Subject; absent if it contains a code, and until a queued e-mail is sent.")

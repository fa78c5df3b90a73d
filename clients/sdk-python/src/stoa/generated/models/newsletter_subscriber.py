# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.consent_source import ConsentSource
from stoa.model import Model


class NewsletterSubscriber(Model):
    """An address that gets the newsletter."""

    customer_id: Optional[StrictStr] = Field(default=None, description="Customer whose account has the address; absent without an account.")
    email: StrictStr = Field(description="E-mail address.")
    source: ConsentSource = Field(description="Where the consent was given.")
    storefront_id: StrictStr = Field(description="Storefront that it was given on.")
    subscribed_at: datetime = Field(description="When it was given.")
    subscriber_id: Optional[StrictStr] = Field(default=None, description="Subscriber id; absent for a customer.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.consent_record import ConsentRecord
from stoa.model import Model


class Consents(Model):
    """What a shopper has agreed to."""

    history: List[ConsentRecord] = Field(description="The last 100 answers, newest first.")
    marketing_email: StrictBool = Field(description="Whether offers may come by e-mail.")
    marketing_sms: StrictBool = Field(description="Whether offers may come by text message.")
    order_updates_sms: StrictBool = Field(description="Whether text messages may tell of the shopper's parcels.")
    terms_version: Optional[StrictStr] = Field(default=None, description="Version of the terms that were accepted last; absent if none were.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class UpdateConsents(Model):
    """Consents to give or withdraw."""

    marketing_email: Optional[StrictBool] = Field(default=None, description="Whether offers may come by e-mail.")
    marketing_sms: Optional[StrictBool] = Field(default=None, description="Whether offers may come by text message.")
    order_updates_sms: Optional[StrictBool] = Field(default=None, description="Whether text messages may tell of the shopper's parcels.")
    terms_version: Optional[StrictStr] = Field(default=None, description="Version of the store's terms that are accepted, as the storefront calls it: 1 to 50 characters.")

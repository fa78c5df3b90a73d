# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class StorefrontSender(Model):
    """Where the e-mails of a storefront come from."""

    address: Optional[StrictStr] = Field(default=None, description="Address at a sender domain; absent for the platform's.")
    effective_address: StrictStr = Field(description="Address that e-mails come from now: `address` while its domain is verified, else the platform's.")
    reply_to: Optional[StrictStr] = Field(default=None, description="Address that answers go to; absent if they go to the sender.")
    sender_domain_id: Optional[StrictStr] = Field(default=None, description="Id of the sender domain of `address`; absent without one.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class SetStorefrontSender(Model):
    """New sender of a storefront."""

    address: Optional[StrictStr] = Field(default=None, description="Address at a verified sender domain, such as `orders@aurora.example`. Absent: the platform's address.")
    reply_to: Optional[StrictStr] = Field(default=None, description="Address that answers go to, at any domain; it counts for e-mails from the platform's address, too. Absent: answers go to the address that the e-mail comes from.")

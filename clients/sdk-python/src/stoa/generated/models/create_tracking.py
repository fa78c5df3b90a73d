# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class CreateTracking(Model):
    """Tracking of a parcel to ship."""

    carrier: Optional[StrictStr] = Field(default=None, description="Carrier, such as `DHL`.")
    number: Optional[StrictStr] = Field(default=None, description="Tracking number.")
    url: Optional[StrictStr] = Field(default=None, description="Tracking URL, https only. If absent, the page of a well-known carrier (DHL, DPD, `FedEx`, GLS, Hermes, `PostNL`, Royal Mail, UPS, USPS) for the number.")

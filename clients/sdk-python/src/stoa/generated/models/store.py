# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.store_brand import StoreBrand
from stoa.generated.models.store_tax import StoreTax
from stoa.model import Model


class Store(Model):
    """Public settings of a storefront."""

    brand: StoreBrand = Field(description="Brand of the storefront.")
    country: StrictStr = Field(description="Country it sells from (ISO 3166-1 alpha-2).")
    currency: StrictStr = Field(description="Currency of all prices (ISO 4217).")
    events_need_consent: StrictBool = Field(description="Whether visitors have to agree before events of their visits may be sent; without it, they count anyway.")
    id: StrictStr = Field(description="Storefront id.")
    locale: StrictStr = Field(description="Language and region (BCP 47), such as `de-DE`.")
    name: StrictStr = Field(description="Store name.")
    payment_providers: List[StrictStr] = Field(description="Payment providers that take the storefront's currency.")
    tagline: Optional[StrictStr] = Field(default=None, description="Tagline; absent if none was set.")
    tax: StoreTax = Field(description="Tax of the storefront.")

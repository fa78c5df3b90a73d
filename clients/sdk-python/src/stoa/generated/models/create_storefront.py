# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.create_brand import CreateBrand
from stoa.generated.models.create_tax import CreateTax
from stoa.model import Model


class CreateStorefront(Model):
    """Settings of a new storefront."""

    brand: Optional[CreateBrand] = Field(default=None, description="Brand; dark text on white by default.")
    country: StrictStr = Field(description="Country it sells from (ISO 3166-1 alpha-2).")
    currency: StrictStr = Field(description="Currency of all prices (ISO 4217).")
    locale: Optional[StrictStr] = Field(default=None, description="Language and region (BCP 47); English by default.")
    tagline: Optional[StrictStr] = Field(default=None, description="Tagline.")
    tax: Optional[CreateTax] = Field(default=None, description="Tax; none by default.")

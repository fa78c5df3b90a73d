# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt
from typing import List, Optional
from stoa.generated.models.category_count import CategoryCount
from stoa.generated.models.merchant_count import MerchantCount
from stoa.generated.models.option_facet import OptionFacet
from stoa.generated.models.price_facet import PriceFacet
from stoa.generated.models.value_count import ValueCount
from stoa.model import Model


class SearchFacets(Model):
    """Counts of found products. Each facet leaves its own filter out of account, and has at most 50 values."""

    available: StrictInt = Field(description="Number of products that can be bought now.")
    categories: List[CategoryCount] = Field(description="Categories, by number of products.")
    merchants: List[MerchantCount] = Field(description="Merchants, by number of products.")
    options: List[OptionFacet] = Field(description="Options of the products, such as `Color`.")
    price: Optional[PriceFacet] = Field(default=None, description="Prices; absent if nothing matches.")
    sold_out: StrictInt = Field(description="Number of products that are sold out.")
    vendors: List[ValueCount] = Field(description="Vendors, by number of products.")

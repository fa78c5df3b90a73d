# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.product_summary import ProductSummary
from stoa.generated.models.search_facets import SearchFacets
from stoa.model import Model


class SearchResult(Model):
    """A page of the products that match, and counts of all that do."""

    data: List[ProductSummary] = Field(description="Products of this page.")
    did_you_mean: Optional[StrictStr] = Field(default=None, description="What was searched for instead of `q`; absent if products have the words of `q`.")
    facets: SearchFacets = Field(description="Counts of the products that match.")
    has_more: StrictBool = Field(description="Whether more follow.")
    next_cursor: Optional[StrictStr] = Field(default=None, description="The `cursor` that the next page is asked for with; absent on the last page.")
    partial: StrictBool = Field(description="Whether no product has all words of `q`, and these have some of them.")
    total: StrictInt = Field(description="Number of products that match.")

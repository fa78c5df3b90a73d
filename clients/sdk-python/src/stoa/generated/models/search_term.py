# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class SearchTerm(Model):
    """A term that shoppers searched for."""

    day: StrictStr = Field(description="Day in UTC.")
    searches: StrictInt = Field(description="Number of searches.")
    term: StrictStr = Field(description="The term in lower case, without accents and punctuation.")
    without_results: StrictInt = Field(description="Number of these searches whose words no product had.")

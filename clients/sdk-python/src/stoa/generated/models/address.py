# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.model import Model


class Address(Model):
    """A postal address. The country decides which fields an address needs, what a postal code looks like and which regions there are."""

    city: Optional[StrictStr] = Field(default=None, description="City or town. Required in most countries.")
    company: Optional[StrictStr] = Field(default=None, description="Company.")
    country: StrictStr = Field(description="The country, as ISO 3166-1 alpha-2 writes it.")
    first_name: Optional[StrictStr] = Field(default=None, description="Given name, or the only one. An address has a first name, a last name or a company.")
    last_name: Optional[StrictStr] = Field(default=None, description="Family name.")
    phone: Optional[StrictStr] = Field(default=None, description="Where the carrier calls: 5 to 15 digits, grouped as you like.")
    postal_code: Optional[StrictStr] = Field(default=None, description="Postal code, in the form of the country. Required where there are postal codes.")
    region: Optional[StrictStr] = Field(default=None, description="State, province, prefecture, county: its code (`NY`) or one of its names, answered as labels write it. Required where addresses have one, such as `US`, `CA`, `AU`, `BR`, `IN`, `JP`.")
    second_line: Optional[StrictStr] = Field(default=None, description="Flat, floor, building, district: what the first line has no room for.")
    street_name: StrictStr = Field(description="Street and number.")

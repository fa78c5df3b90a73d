# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StorePageLink(Model):
    """A reference to a legal page."""

    slug: StrictStr = Field(description="Slug: the last part of the page's URL.")
    title: StrictStr = Field(description="Title.")

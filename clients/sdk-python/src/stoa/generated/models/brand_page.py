# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class BrandPage(Model):
    """A legal page."""

    html: StrictStr = Field(description="Text as HTML, up to 102,400 bytes. Scripts, styles and forms are removed.")
    slug: StrictStr = Field(description="Slug: the last part of the page's URL.")
    title: StrictStr = Field(description="Title, 1 to 200 characters.")

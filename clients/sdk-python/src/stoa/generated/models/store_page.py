# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StorePage(Model):
    """A legal page."""

    html: StrictStr = Field(description="Text as sanitised HTML, without scripts, styles and forms.")
    slug: StrictStr = Field(description="Slug: the last part of the page's URL.")
    title: StrictStr = Field(description="Title.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import Dict, List, Optional
from stoa.generated.models.radius import Radius
from stoa.generated.models.store_colors import StoreColors
from stoa.generated.models.store_fonts import StoreFonts
from stoa.generated.models.store_page_link import StorePageLink
from stoa.model import Model


class StoreBrand(Model):
    """A brand. Text has a contrast of at least 4.5:1 on its backgrounds."""

    colors: StoreColors = Field(description="Colours.")
    favicon_url: Optional[StrictStr] = Field(default=None, description="URL of the icon that browsers show, absolute or relative to the storefront's host; absent without one.")
    fonts: StoreFonts = Field(description="Fonts.")
    logo_url: Optional[StrictStr] = Field(default=None, description="URL of the logo, absolute or relative to the storefront's host; absent without one.")
    name: StrictStr = Field(description="Brand name.")
    pages: List[StorePageLink] = Field(description="Legal pages, in the order of the footer.")
    radius: Radius = Field(description="How round corners are.")
    texts: Dict[str, StrictStr] = Field(description="Texts in the brand's own words, by the key of the message they replace.")
    version: StrictInt = Field(description="Version of the brand. It changes when another one is published.")

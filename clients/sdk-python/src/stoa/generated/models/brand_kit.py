# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Dict, List, Optional
from stoa.generated.models.brand_colors import BrandColors
from stoa.generated.models.brand_fonts import BrandFonts
from stoa.generated.models.brand_page import BrandPage
from stoa.generated.models.radius import Radius
from stoa.model import Model


class BrandKit(Model):
    """A brand: how a storefront looks, its own texts and its legal pages."""

    colors: BrandColors = Field(description="Colours.")
    favicon_url: Optional[StrictStr] = Field(default=None, description="`https` URL of the icon that browsers show, or a path on the storefront's host; absent for the first letter of the store's name.")
    fonts: BrandFonts = Field(description="Fonts.")
    logo_url: Optional[StrictStr] = Field(default=None, description="`https` URL of the logo, or a path on the storefront's host; absent for none.")
    name: StrictStr = Field(description="Brand name, 1 to 200 characters.")
    pages: Optional[List[BrandPage]] = Field(default=None, description="Legal pages, in the order of the footer; up to 20.")
    radius: Optional[Radius] = Field(default=None, description="How round corners are; `medium` by default.")
    texts: Optional[Dict[str, StrictStr]] = Field(default=None, description="Texts in the brand's own words, by the key of the message they replace; up to 500, each up to 1,000 characters.")

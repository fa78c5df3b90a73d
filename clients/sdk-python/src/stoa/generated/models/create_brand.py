# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.create_colors import CreateColors
from stoa.generated.models.create_fonts import CreateFonts
from stoa.model import Model


class CreateBrand(Model):
    """A brand."""

    colors: Optional[CreateColors] = Field(default=None, description="Colours. Text needs a contrast of at least 4.5:1 on its background.")
    fonts: Optional[CreateFonts] = Field(default=None, description="Fonts.")
    logo_url: Optional[StrictStr] = Field(default=None, description="`https` URL of the logo, or a path on the storefront's host.")
    name: Optional[StrictStr] = Field(default=None, description="Brand name; the tenant's name by default.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class BrandFonts(Model):
    """Fonts: `system-ui`, or one of Bitter, DM Sans, Inter, Lora, Manrope, Playfair Display, Source Serif 4 and Work Sans."""

    body: StrictStr = Field(description="Font of body text.")
    heading: StrictStr = Field(description="Font of headings.")

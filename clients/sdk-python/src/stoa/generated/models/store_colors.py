# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class StoreColors(Model):
    """Colours, each as `#rrggbb`."""

    accent: StrictStr = Field(description="Accent colour.")
    background: StrictStr = Field(description="Background of pages.")
    on_primary: StrictStr = Field(description="Text colour on `primary`.")
    primary: StrictStr = Field(description="Colour of buttons and links.")
    surface: StrictStr = Field(description="Background of cards.")
    text: StrictStr = Field(description="Text colour on `background` and `surface`.")

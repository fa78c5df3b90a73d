# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.visit_event import VisitEvent
from stoa.model import Model


class RecordEvents(Model):
    """Events of a visit."""

    consent: Optional[StrictBool] = Field(default=False, description="Whether the visitor agreed to be counted. Default: `false`.")
    events: List[VisitEvent] = Field(description="1 to 50 events.")
    visit: StrictStr = Field(description="Random word of 16 to 64 letters, digits, `-` and `_`; the same in all requests of a visit, another one on another day, and never made from anything about a person or device.")

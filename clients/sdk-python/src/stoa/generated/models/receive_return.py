# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool
from typing import List, Optional
from stoa.generated.models.received_line import ReceivedLine
from stoa.model import Model


class ReceiveReturn(Model):
    """What came of a return until now."""

    is_final: Optional[StrictBool] = Field(default=False, description="Whether no more units will come; the units that did not come can be in another return.")
    lines: List[ReceivedLine] = Field(description="Lines of which units came.")

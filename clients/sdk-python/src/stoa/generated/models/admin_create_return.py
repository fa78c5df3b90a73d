# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.admin_create_return_line import AdminCreateReturnLine
from stoa.generated.models.return_reason import ReturnReason
from stoa.model import Model


class AdminCreateReturn(Model):
    """A return to create."""

    lines: List[AdminCreateReturnLine] = Field(description="Units that come back, each line once.")
    note: Optional[StrictStr] = Field(default=None, description="What there is to say about it.")
    reason: ReturnReason = Field(description="Why the units come back.")

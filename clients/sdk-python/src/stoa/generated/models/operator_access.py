# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class OperatorAccess(Model):
    """An operator's access to the tenant."""

    created_at: datetime = Field(description="When it was opened.")
    ended_at: Optional[datetime] = Field(default=None, description="When it was ended before that.")
    expires_at: datetime = Field(description="When it ends by itself.")
    id: StrictStr = Field(description="Id of the access.")
    may_write: StrictBool = Field(description="Whether it may change something.")
    operator_id: StrictStr = Field(description="Id of the operator: `actor` of what they did, in the audit log.")
    reason: StrictStr = Field(description="Why.")
    requests: StrictInt = Field(description="Requests that were made with it.")
    ticket: StrictStr = Field(description="Number of the support ticket, or what else asked for it.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.audit_change import AuditChange
from stoa.model import Model


class AuditEntry(Model):
    """What one request changed, in one transaction."""

    actor: StrictStr = Field(description="Id of the staff member, secret key or operator.")
    actor_name: Optional[StrictStr] = Field(default=None, description="Name of the staff member or secret key; absent for operators and for staff members who left.")
    at: datetime = Field(description="Time of the change.")
    changes: List[AuditChange] = Field(description="What changed, in order.")
    hash: StrictStr = Field(description="Hash of this entry, its changes and the hash of the entry before: SHA-256, hexadecimal.")
    number: StrictInt = Field(description="Number of the entry: 1, 2, 3 … without a gap in each tenant.")
    operation: StrictStr = Field(description="Operation of the API, such as `admin_update_product`.")
    request_id: StrictStr = Field(description="Id of the request, the `X-Request-Id` of its answer.")

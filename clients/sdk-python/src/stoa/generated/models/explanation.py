# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.model import Model


class Explanation(Model):
    """Why an operation is allowed or not."""

    held: List[StrictStr] = Field(description="Those of them that are held.")
    is_allowed: StrictBool = Field(description="Whether it is allowed: nothing is missing, the staff member is not suspended, and the operation is open to merchants' staff if the role is theirs.")
    missing: List[StrictStr] = Field(description="Those of them that are missing.")
    needed: List[StrictStr] = Field(description="Authorities that the operation needs; empty when every staff member may.")
    operation: StrictStr = Field(description="Id of the operation.")
    role: Optional[StrictStr] = Field(default=None, description="The role that was looked at; absent when it is the caller or a suspended member.")

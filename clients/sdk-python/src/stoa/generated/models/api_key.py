# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.model import Model


class ApiKey(Model):
    """A secret key, without its secret."""

    authorities: List[StrictStr] = Field(description="What it may do, each as `object:action`.")
    created_at: datetime = Field(description="When it was created.")
    created_by: StrictStr = Field(description="Staff member who created it.")
    expires_at: Optional[datetime] = Field(default=None, description="When it stops working; absent for never.")
    id: StrictStr = Field(description="Id of the key.")
    last_four: StrictStr = Field(description="The last four characters of the secret.")
    last_used_at: Optional[datetime] = Field(default=None, description="When it was last used, to the minute; absent if it never was.")
    name: StrictStr = Field(description="What it is for.")
    networks: List[StrictStr] = Field(description="Addresses and networks that it works from; empty for everywhere.")
    revoked_at: Optional[datetime] = Field(default=None, description="When it was revoked; absent unless it was.")

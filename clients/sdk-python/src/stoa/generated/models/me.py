# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.model import Model


class Me(Model):
    """The caller."""

    api_key_id: Optional[StrictStr] = Field(default=None, description="Id of the secret key; absent for a staff member.")
    authorities: List[StrictStr] = Field(description="What the credentials allow, each as `object:action`.")
    email: Optional[StrictStr] = Field(default=None, description="E-mail address; absent for a secret key.")
    merchant_id: Optional[StrictStr] = Field(default=None, description="Merchant that the caller works for, and whose things the authorities are over; absent for the tenant's own staff and for a secret key.")
    name: Optional[StrictStr] = Field(default=None, description="Name; absent for a secret key.")
    role: Optional[StrictStr] = Field(default=None, description="A built-in role, or the id of a role of the tenant; absent for a secret key.")
    staff_id: Optional[StrictStr] = Field(default=None, description="Id of the staff member; absent for a secret key.")

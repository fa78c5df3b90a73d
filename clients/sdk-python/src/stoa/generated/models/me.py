# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.model import Model


class Me(Model):
    """The caller."""

    authorities: List[StrictStr] = Field(description="What the credentials allow, each as `object:action`.")
    email: Optional[StrictStr] = Field(default=None, description="E-mail address; absent for a secret key.")
    id: StrictStr = Field(description="Id of the staff member or of the secret key.")
    name: Optional[StrictStr] = Field(default=None, description="Name; absent for a secret key.")
    role: Optional[StrictStr] = Field(default=None, description="A built-in role, or the id of a role of the tenant; absent for a secret key.")

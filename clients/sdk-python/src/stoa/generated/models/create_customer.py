# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class CreateCustomer(Model):
    """A customer who has not signed up."""

    email: StrictStr = Field(description="E-mail address to sign in with.")
    first_name: StrictStr = Field(description="First name.")
    last_name: Optional[StrictStr] = Field(default=None, description="Last name; empty to have none.")
    note: Optional[StrictStr] = Field(default=None, description="Note of the store's staff, which the customer does not see.")
    send_invitation: Optional[StrictBool] = Field(default=None, description="Whether to send the e-mail that asks to choose a password; `true` by default. A password reset sends it later.")

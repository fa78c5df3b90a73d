# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.customer_address import CustomerAddress
from stoa.generated.models.customer_consents import CustomerConsents
from stoa.model import Model


class Customer(Model):
    """A customer with their address book and consents."""

    addresses: List[CustomerAddress] = Field(description="Addresses, oldest first; at most 50.")
    blocked_at: Optional[datetime] = Field(default=None, description="When the customer was blocked; absent while not blocked.")
    consents: CustomerConsents = Field(description="What the customer has agreed to.")
    created_at: datetime = Field(description="When the customer signed up, or was created.")
    email: StrictStr = Field(description="E-mail address to sign in with.")
    email_verified_at: Optional[datetime] = Field(default=None, description="When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.")
    first_name: StrictStr = Field(description="First name.")
    id: StrictStr = Field(description="Customer id.")
    last_name: StrictStr = Field(description="Last name; may be empty.")
    note: StrictStr = Field(description="Note of the store's staff, which the customer does not see.")

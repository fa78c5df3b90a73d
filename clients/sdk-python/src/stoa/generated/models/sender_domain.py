# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import List, Optional
from stoa.generated.models.sender_dns_record import SenderDnsRecord
from stoa.generated.models.sender_domain_state import SenderDomainState
from stoa.model import Model


class SenderDomain(Model):
    """A domain that the tenant sends e-mail from."""

    checked_at: Optional[datetime] = Field(default=None, description="When DNS was last asked and answered; absent before.")
    created_at: datetime = Field(description="When it was created.")
    domain: StrictStr = Field(description="Domain name, in ASCII.")
    id: StrictStr = Field(description="Id of the sender domain.")
    records: List[SenderDnsRecord] = Field(description="Records to publish.")
    state: SenderDomainState = Field(description="State of the domain.")
    verified_at: Optional[datetime] = Field(default=None, description="Since when the domain is verified; absent unless it is.")

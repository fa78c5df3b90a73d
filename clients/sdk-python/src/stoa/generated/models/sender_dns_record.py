# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.dns_record_purpose import DnsRecordPurpose
from stoa.generated.models.dns_record_state import DnsRecordState
from stoa.model import Model


class SenderDnsRecord(Model):
    """A DNS record to publish."""

    found: Optional[StrictStr] = Field(default=None, description="What was found instead, up to 1000 characters; absent unless the state is `wrong`.")
    is_required: StrictBool = Field(description="Whether the domain is verified only with this record.")
    name: StrictStr = Field(description="Name of the record, without a dot at the end.")
    purpose: DnsRecordPurpose = Field(description="What the record is for.")
    state: DnsRecordState = Field(description="What the last check found.")
    type: StrictStr = Field(description="Type of the record: `TXT`.")
    value: StrictStr = Field(description="Text of the record. Where DNS takes at most 255 characters, split it into strings.")

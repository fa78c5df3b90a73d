# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.consent_purpose import ConsentPurpose
from stoa.generated.models.consent_source import ConsentSource
from stoa.model import Model


class ConsentRecord(Model):
    """An answer of a shopper."""

    id: StrictStr = Field(description="Id of the answer.")
    is_given: StrictBool = Field(description="Whether the consent was given; `false` when it was withdrawn.")
    purpose: ConsentPurpose = Field(description="What it is about.")
    recorded_at: datetime = Field(description="When it was said.")
    source: ConsentSource = Field(description="Where it was said.")
    storefront_id: StrictStr = Field(description="Storefront that it was said on.")
    terms_version: Optional[StrictStr] = Field(default=None, description="Version of the terms; only of `terms`.")

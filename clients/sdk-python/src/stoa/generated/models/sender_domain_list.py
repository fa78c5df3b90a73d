# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.sender_domain import SenderDomain
from stoa.model import Model


class SenderDomainList(Model):
    """A list that comes whole."""

    data: List[SenderDomain] = Field(description="All of them.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from typing import Optional
from stoa.generated.models.money import Money
from stoa.generated.models.timeline_kind import TimelineKind
from stoa.generated.models.timeline_visibility import TimelineVisibility
from stoa.model import Model


class OrderEvent(Model):
    """Something that happened to an order."""

    actor: Optional[StrictStr] = Field(default=None, description="Who did it: `shopper`, `provider`, `system`, or the id of a staff member, secret key or operator; absent when it is not known.")
    amount: Optional[Money] = Field(default=None, description="Amount of money that it is about; absent otherwise.")
    at: datetime = Field(description="When it happened.")
    kind: TimelineKind = Field(description="What happened.")
    object: Optional[StrictStr] = Field(default=None, description="Id of the refund, fulfillment, return, cancellation, dispute or note; absent for the order itself.")
    text: Optional[StrictStr] = Field(default=None, description="The note, reason, message, news or operation; absent without one.")
    visibility: TimelineVisibility = Field(description="Who is told or shown it.")

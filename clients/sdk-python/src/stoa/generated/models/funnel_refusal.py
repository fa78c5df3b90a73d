# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from stoa.model import Model


class FunnelRefusal(Model):
    """A reason for which checkout refused."""

    reason: StrictStr = Field(description="Code of the refusal, such as `insufficient_stock`; of an incomplete cart the field and what was wrong with it, such as `email.required`.")
    times: StrictInt = Field(description="Refusals for this reason. One refusal can have several.")

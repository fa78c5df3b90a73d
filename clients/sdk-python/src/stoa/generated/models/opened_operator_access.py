# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.generated.models.operator_access import OperatorAccess
from stoa.model import Model


class OpenedOperatorAccess(Model):
    """An access that was opened, with its token."""

    access: OperatorAccess = Field(description="The access.")
    expires_at: datetime = Field(description="When it stops working.")
    token: StrictStr = Field(description="Token, sent as `Authorization: Bearer …` to a host of the tenant. It is not shown again.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.session import Session
from stoa.model import Model


class OperatorSecondFactorConfirmed(Model):
    """A second factor that was confirmed."""

    recovery_codes: List[StrictStr] = Field(description="Ten codes, each good once in the place of a code of the app. They are not shown again.")
    session: Session = Field(description="The session from now on.")

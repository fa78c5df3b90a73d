# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class SecondFactorEnrolment(Model):
    """Begins an enrolment."""

    password: StrictStr = Field(description="Current password.")

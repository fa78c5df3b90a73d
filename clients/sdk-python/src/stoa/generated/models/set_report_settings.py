# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class SetReportSettings(Model):
    """New settings of reports."""

    time_zone: StrictStr = Field(description="IANA name of the time zone whose midnight days begin at, such as `Europe/Berlin`.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class SetReportSettings(Model):
    """New settings of reports."""

    events_need_consent: Optional[StrictBool] = Field(default=None, description="Whether events of browsers are counted only with the visitor's consent. Default: as it was, and at first `true`.")
    time_zone: StrictStr = Field(description="IANA name of the time zone whose midnight days begin at, such as `Europe/Berlin`.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from stoa.model import Model


class ReportSettings(Model):
    """Settings of reports."""

    events_need_consent: StrictBool = Field(description="Whether events of browsers are counted only with the visitor's consent. Default: `true`.")
    is_rebuilding: StrictBool = Field(description="Whether the days are being counted again; until they are there are no reports.")
    time_zone: StrictStr = Field(description="IANA name of the time zone whose midnight days begin at. Default: `UTC`.")

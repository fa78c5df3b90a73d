# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class SmsSettings(Model):
    """Settings of text messages."""

    is_enabled: StrictBool = Field(description="Whether text messages are sent. Default: `false`.")
    monthly_segment_limit: StrictInt = Field(description="How many segments may be sent in a calendar month. Messages beyond it are not sent. Default: 1000.")
    quiet_from: Optional[StrictStr] = Field(default=None, description="Start of the quiet hours as `HH:MM`; absent when there are none. Default: `21:00`. Messages wait for their end.")
    quiet_until: Optional[StrictStr] = Field(default=None, description="End of the quiet hours as `HH:MM`; absent when there are none. Default: `08:00`.")
    segments_this_month: StrictInt = Field(description="How many segments were sent in this month.")
    time_zone: StrictStr = Field(description="IANA name of the time zone of quiet hours and months. Default: `UTC`.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt, StrictStr
from typing import Optional
from stoa.model import Model


class SetSmsSettings(Model):
    """New settings of text messages."""

    is_enabled: StrictBool = Field(description="Whether text messages are sent.")
    monthly_segment_limit: StrictInt = Field(description="How many segments may be sent in a calendar month; each is paid for. 0 sends none.")
    quiet_from: Optional[StrictStr] = Field(default=None, description="Start of the quiet hours as `HH:MM`. With `quiet_until`, or neither: then text messages leave at any time.")
    quiet_until: Optional[StrictStr] = Field(default=None, description="End of the quiet hours as `HH:MM`; on the next day unless it is later than `quiet_from`.")
    time_zone: StrictStr = Field(description="IANA name of the time zone of quiet hours and months, such as `Europe/Berlin`.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field
from stoa.model import Model


class SteppedUp(Model):
    """A session that was stepped up."""

    verified_until: datetime = Field(description="Until when no further code is asked for.")

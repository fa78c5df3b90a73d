# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.model import Model


class RecoveryCodes(Model):
    """Recovery codes."""

    recovery_codes: List[StrictStr] = Field(description="Ten codes, each good once in the place of a code of the app. They are not shown again.")

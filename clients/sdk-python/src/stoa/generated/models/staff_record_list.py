# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.staff_record import StaffRecord
from stoa.model import Model


class StaffRecordList(Model):
    """A list that comes whole."""

    data: List[StaffRecord] = Field(description="All of them.")

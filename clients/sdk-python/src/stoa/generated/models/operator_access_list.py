# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.operator_access import OperatorAccess
from stoa.model import Model


class OperatorAccessList(Model):
    """A list that comes whole."""

    data: List[OperatorAccess] = Field(description="All of them.")

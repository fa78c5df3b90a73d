# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.api_key import ApiKey
from stoa.model import Model


class ApiKeyList(Model):
    """A list that comes whole."""

    data: List[ApiKey] = Field(description="All of them.")

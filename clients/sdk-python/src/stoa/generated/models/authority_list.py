# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.authority import Authority
from stoa.model import Model


class AuthorityList(Model):
    """A list that comes whole."""

    data: List[Authority] = Field(description="All of them.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.invitation import Invitation
from stoa.model import Model


class InvitationList(Model):
    """A list that comes whole."""

    data: List[Invitation] = Field(description="All of them.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.admin_document import AdminDocument
from stoa.model import Model


class AdminDocumentList(Model):
    """A list that comes whole."""

    data: List[AdminDocument] = Field(description="All of them.")

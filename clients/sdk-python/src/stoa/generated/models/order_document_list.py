# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.order_document import OrderDocument
from stoa.model import Model


class OrderDocumentList(Model):
    """A list that comes whole."""

    data: List[OrderDocument] = Field(description="All of them.")

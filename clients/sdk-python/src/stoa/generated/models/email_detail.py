# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import Optional
from stoa.generated.models.email_copy import EmailCopy
from stoa.generated.models.email_summary import EmailSummary
from stoa.model import Model


class EmailDetail(Model):
    """An e-mail and its copy."""

    content: Optional[EmailCopy] = Field(default=None, description="What it said; absent if no copy is kept.")
    email: EmailSummary = Field(description="The e-mail.")

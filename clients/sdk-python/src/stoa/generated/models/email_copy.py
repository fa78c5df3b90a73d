# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class EmailCopy(Model):
    """What an e-mail said, without tokens."""

    html: StrictStr = Field(description="HTML page. Show it in a sandboxed frame.")
    text: StrictStr = Field(description="Plain text.")

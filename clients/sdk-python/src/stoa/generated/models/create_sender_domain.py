# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class CreateSenderDomain(Model):
    """A domain to send from."""

    domain: StrictStr = Field(description="Domain name, such as `aurora.example`; letters of other scripts are kept in ASCII (IDNA). Not the platform's.")

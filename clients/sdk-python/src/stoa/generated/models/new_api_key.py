# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.generated.models.api_key import ApiKey
from stoa.model import Model


class NewApiKey(Model):
    """A new secret key."""

    api_key: ApiKey = Field(description="The key.")
    secret: StrictStr = Field(description="The secret: `stoa_sk_` and 64 hexadecimal digits. It is not shown again.")

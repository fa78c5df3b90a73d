# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class CreateOnboardingLink(Model):
    """An onboarding link to create."""

    refresh_url: StrictStr = Field(description="URL to go to when the link has expired or was used: create a new one there.")
    return_url: StrictStr = Field(description="URL to return to when the merchant has finished or leaves, on a host of the tenant.")

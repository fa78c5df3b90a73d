# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from datetime import datetime
from pydantic import Field, StrictStr
from stoa.model import Model


class OnboardingLink(Model):
    """An onboarding link."""

    expires_at: datetime = Field(description="When the link expires.")
    url: StrictStr = Field(description="URL of the page.")

# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from stoa.generated.models.capture_rule import CaptureRule
from stoa.model import Model


class PaymentSettings(Model):
    """Settings of payments."""

    capture: CaptureRule = Field(description="When the money of new orders is captured. Default: `automatic`. With the others, shoppers pay with methods that can be authorized first, such as cards, and an authorization ends after some days: staff are told two days before.")

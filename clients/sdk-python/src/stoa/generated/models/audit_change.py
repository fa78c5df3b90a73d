# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from typing import List
from stoa.generated.models.audit_field import AuditField
from stoa.generated.models.audit_key import AuditKey
from stoa.model import Model


class AuditChange(Model):
    """A change of one object."""

    action: StrictStr = Field(description="What was done: `created`, `updated` or `deleted`.")
    fields: List[AuditField] = Field(description="The fields that changed; of a new or deleted object, all of them.")
    key: List[AuditKey] = Field(description="What identifies the object, such as `id`, or `variant_id` and `currency`.")
    object: StrictStr = Field(description="Kind of the object, such as `product`, `price` or `staff_member`.")

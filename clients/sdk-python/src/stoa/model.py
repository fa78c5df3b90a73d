"""What all generated models have in common: they keep what they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Callable, Optional

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A part of a request or response. Fields of a newer server are in `model_extra` and are attributes too."""

    model_config = ConfigDict(extra="allow", populate_by_name=True, protected_namespaces=())


class OpenEnum(str, Enum):
    """A closed set of today. A value that only a newer server knows becomes a member named `UNKNOWN`."""

    @classmethod
    def _missing_(cls, value: object) -> Optional[OpenEnum]:
        if not isinstance(value, str):
            return None
        unknown = str.__new__(cls, value)
        unknown._name_ = "UNKNOWN"
        unknown._value_ = value
        return unknown

    def __str__(self) -> str:
        return str(self.value)


UNKNOWN_VARIANT = "unknown variant"


def variant_by(name: str, *known: str) -> Callable[[object], str]:
    """Tells the variants of a union apart by their property `name`. One of a newer server is a plain `Model`."""

    def variant(value: object) -> str:
        tag = value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
        return tag if isinstance(tag, str) and tag in known else UNKNOWN_VARIANT

    return variant

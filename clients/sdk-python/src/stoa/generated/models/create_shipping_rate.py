# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from typing import Union

from pydantic import Discriminator, Tag
from typing_extensions import Annotated

from stoa.generated.models.flat_rate import FlatRate
from stoa.generated.models.weight_rate import WeightRate
from stoa.model import UNKNOWN_VARIANT, Model, variant_by

# What a shipping option costs.
CreateShippingRate = Annotated[
    Union[
        Annotated[WeightRate, Tag("by_weight")],
        Annotated[FlatRate, Tag("flat")],
        Annotated[Model, Tag(UNKNOWN_VARIANT)],
    ],
    Discriminator(
        variant_by(
            "kind",
            "by_weight",
            "flat",
        )
    ),
]

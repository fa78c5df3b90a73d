# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictStr
from stoa.model import Model


class FieldProblem(Model):
    """What is wrong with one field."""

    code: StrictStr = Field(description="What a program tells the fault by. It never changes.")
    detail: StrictStr = Field(description="What would be right, for people.")
    pointer: StrictStr = Field(description="Where: a JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or header.")

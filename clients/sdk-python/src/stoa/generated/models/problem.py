# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictInt, StrictStr
from typing import List, Optional
from stoa.generated.models.field_problem import FieldProblem
from stoa.model import Model


class Problem(Model):
    """What went wrong with a request.  Some problems say more in further members, named in the description of their operation: `current_total` of a cart that has changed, `available` of stock that is short."""

    code: StrictStr = Field(description="What a program tells this problem by. It never changes.")
    detail: StrictStr = Field(description="What is wrong with this request, for people.")
    errors: Optional[List[FieldProblem]] = Field(default=None, description="The fields that are wrong, when fields are.")
    request_id: StrictStr = Field(description="The id of the request; name it when you ask for help.")
    status: StrictInt = Field(description="The status of the response.")
    title: StrictStr = Field(description="The kind of problem in a few words, the same for every problem with this status.")
    type: StrictStr = Field(description="Identifies the kind of problem; ends with its `code`.")

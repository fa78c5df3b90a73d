# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.synonym_group import SynonymGroup
from stoa.model import Model


class SearchSynonyms(Model):
    """Synonyms of the tenant."""

    groups: List[SynonymGroup] = Field(description="Groups; at most 500.")

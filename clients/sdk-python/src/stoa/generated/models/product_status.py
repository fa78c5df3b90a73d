# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ProductStatus(OpenEnum):
    """Product status.  - `draft`: Not on sale yet. - `active`: On sale wherever it has a price. - `archived`: No longer on sale."""

    DRAFT = 'draft'
    ACTIVE = 'active'
    ARCHIVED = 'archived'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class KitStatus(OpenEnum):
    """Status of a version of a brand kit.  - `draft`: Being worked on; shoppers do not see it. - `published`: What shoppers see. - `replaced`: Published before, and not any more."""

    DRAFT = 'draft'
    PUBLISHED = 'published'
    REPLACED = 'replaced'

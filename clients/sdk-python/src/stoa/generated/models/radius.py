# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class Radius(OpenEnum):
    """How round corners are.  - `none`: Square. - `small`: 4 pixels. - `medium`: 8 pixels. - `large`: 16 pixels."""

    NONE = 'none'
    SMALL = 'small'
    MEDIUM = 'medium'
    LARGE = 'large'

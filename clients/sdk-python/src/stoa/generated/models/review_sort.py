# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReviewSort(OpenEnum):
    """Sort order of reviews.  - `newest`: Newest first. - `highest`: Most stars first, newest first among the same. - `lowest`: Fewest stars first, newest first among the same."""

    NEWEST = 'newest'
    HIGHEST = 'highest'
    LOWEST = 'lowest'

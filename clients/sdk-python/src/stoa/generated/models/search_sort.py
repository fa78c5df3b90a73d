# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class SearchSort(OpenEnum):
    """Sort order of found products.  - `relevance`: Best match first; without a query, newest first. - `price_asc`: Cheapest first. - `price_desc`: Most expensive first. - `newest`: Newest first. - `title`: By title, as readers of the storefront's language sort."""

    RELEVANCE = 'relevance'
    PRICE_ASC = 'price_asc'
    PRICE_DESC = 'price_desc'
    NEWEST = 'newest'
    TITLE = 'title'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ProductSort(OpenEnum):
    """Sort order of products.  - `newest`: Newest first. - `title`: By title, as readers of the storefront's language sort. - `price_asc`: Cheapest first. - `price_desc`: Most expensive first. - `rating`: Best rated first, by a Bayesian mean: a few reviews count less than many, none as 3.5 stars."""

    NEWEST = 'newest'
    TITLE = 'title'
    PRICE_ASC = 'price_asc'
    PRICE_DESC = 'price_desc'
    RATING = 'rating'

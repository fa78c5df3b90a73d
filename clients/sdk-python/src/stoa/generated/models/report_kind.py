# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReportKind(OpenEnum):
    """What the rows of a report are of.  - `sales`: Periods. - `products`: Products. - `merchants`: Merchants. - `storefronts`: Storefronts. - `countries`: Countries."""

    SALES = 'sales'
    PRODUCTS = 'products'
    MERCHANTS = 'merchants'
    STOREFRONTS = 'storefronts'
    COUNTRIES = 'countries'

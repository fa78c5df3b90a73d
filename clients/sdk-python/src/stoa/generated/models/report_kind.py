# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReportKind(OpenEnum):
    """What the rows of a report are of.  - `sales`: Periods. - `products`: Products. - `categories`: Categories. - `merchants`: Merchants. - `storefronts`: Storefronts. - `countries`: Countries. - `customers`: Customers by period. - `cohorts`: Months of cohorts, a row for each currency."""

    SALES = 'sales'
    PRODUCTS = 'products'
    CATEGORIES = 'categories'
    MERCHANTS = 'merchants'
    STOREFRONTS = 'storefronts'
    COUNTRIES = 'countries'
    CUSTOMERS = 'customers'
    COHORTS = 'cohorts'

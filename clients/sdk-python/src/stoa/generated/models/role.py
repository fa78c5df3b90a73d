# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class Role(OpenEnum):
    """Role of a staff member in a tenant.  - `owner`: Owns the tenant; there is always one. - `administrator`: Has every permission but those of the owner. - `catalogue_manager`: Manages the catalogue. - `order_manager`: Manages orders and refunds. - `support`: Supports shoppers: reads orders. - `analyst`: Reads reports."""

    OWNER = 'owner'
    ADMINISTRATOR = 'administrator'
    CATALOGUE_MANAGER = 'catalogue_manager'
    ORDER_MANAGER = 'order_manager'
    SUPPORT = 'support'
    ANALYST = 'analyst'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class CaptureRule(OpenEnum):
    """When the money of an order is captured.  - `automatic`: When the shopper pays. - `manual`: When staff capture it. - `on_fulfillment`: When every unit is shipped or cancelled, or before the authorization expires once a unit is shipped."""

    AUTOMATIC = 'automatic'
    MANUAL = 'manual'
    ON_FULFILLMENT = 'on_fulfillment'

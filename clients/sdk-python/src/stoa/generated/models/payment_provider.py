# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class PaymentProvider(OpenEnum):
    """Payment provider.  - `stripe`: Stripe."""

    STRIPE = 'stripe'

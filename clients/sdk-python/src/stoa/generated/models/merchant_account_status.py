# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class MerchantAccountStatus(OpenEnum):
    """Status of a merchant's account at the payment provider.  - `requested`: Requested from the provider. - `onboarding`: Awaits the merchant's details: see onboarding links. - `active`: Takes transfers. - `restricted`: Paused by the provider, which tells the merchant why."""

    REQUESTED = 'requested'
    ONBOARDING = 'onboarding'
    ACTIVE = 'active'
    RESTRICTED = 'restricted'

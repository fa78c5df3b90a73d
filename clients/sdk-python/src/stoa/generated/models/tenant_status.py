# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class TenantStatus(OpenEnum):
    """Tenant status.  - `active`: Open for business. - `suspended`: Closed by the platform, until further notice. - `closed`: Closed for good."""

    ACTIVE = 'active'
    SUSPENDED = 'suspended'
    CLOSED = 'closed'

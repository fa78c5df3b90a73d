# Generated from the API document by `make gen`. Do not edit.

from stoa.generated.admin import Admin
from stoa.generated.operator import Operator
from stoa.generated.storefront import Storefront

__all__ = ["Admin", "Operator", "Storefront"]

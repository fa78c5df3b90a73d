# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field
from typing import List
from stoa.generated.models.account import Account
from stoa.generated.models.account_customer_group import AccountCustomerGroup
from stoa.generated.models.consents import Consents
from stoa.generated.models.device_session import DeviceSession
from stoa.generated.models.exported_cart import ExportedCart
from stoa.generated.models.linked_identity import LinkedIdentity
from stoa.generated.models.order import Order
from stoa.generated.models.own_email import OwnEmail
from stoa.generated.models.own_review import OwnReview
from stoa.generated.models.saved_address import SavedAddress
from stoa.model import Model


class AccountExport(Model):
    """Everything that the store keeps about a shopper."""

    account: Account = Field(description="The account.")
    addresses: List[SavedAddress] = Field(description="The address book, oldest first.")
    carts: List[ExportedCart] = Field(description="The account's carts, one for each storefront.")
    consents: Consents = Field(description="What the shopper has agreed to.")
    customer_groups: List[AccountCustomerGroup] = Field(description="Customer groups that the account is in.")
    emails: List[OwnEmail] = Field(description="E-mails of the last 90 days to the account's address, newest first.")
    identities: List[LinkedIdentity] = Field(description="Accounts at identity providers that sign in to the account, oldest first.")
    orders: List[Order] = Field(description="Orders, newest first.")
    reviews: List[OwnReview] = Field(description="Reviews, newest first.")
    sessions: List[DeviceSession] = Field(description="Where the shopper is signed in.")

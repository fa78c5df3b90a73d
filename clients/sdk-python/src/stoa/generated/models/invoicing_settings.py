# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import List, Optional
from stoa.generated.models.address import Address
from stoa.generated.models.seller_field import SellerField
from stoa.model import Model


class InvoicingSettings(Model):
    """Invoicing settings."""

    address: Optional[Address] = Field(default=None, description="Address of the business.")
    credit_note_prefix: StrictStr = Field(description="What numbers of credit notes begin with.")
    email: Optional[StrictStr] = Field(default=None, description="Contact e-mail.")
    footer: Optional[StrictStr] = Field(default=None, description="Text at the end of documents.")
    invoice_prefix: StrictStr = Field(description="What numbers of invoices begin with.")
    is_automatic: StrictBool = Field(description="Whether an invoice is issued when an order is paid.")
    legal_name: Optional[StrictStr] = Field(default=None, description="Name that the business is registered under.")
    missing: List[SellerField] = Field(description="What no document can be issued without and is not there; empty when documents can be issued.")
    register_number: Optional[StrictStr] = Field(default=None, description="Where the business is registered and its number there.")
    tax_number: Optional[StrictStr] = Field(default=None, description="Number that the tax office knows the business by.")
    vat_number: Optional[StrictStr] = Field(default=None, description="VAT number, without spaces.")

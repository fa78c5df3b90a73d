# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.generated.models.address import Address
from stoa.model import Model


class SetInvoicingSettings(Model):
    """New invoicing settings."""

    address: Optional[Address] = Field(default=None, description="Address of the business, by the rules of its country; `company` is the legal name unless there is a name. Its phone number is printed, too.")
    credit_note_prefix: Optional[StrictStr] = Field(default=None, description="What numbers of credit notes begin with; another prefix than that of invoices. Default: `CN-`.")
    email: Optional[StrictStr] = Field(default=None, description="Contact e-mail.")
    footer: Optional[StrictStr] = Field(default=None, description="Text at the end of documents, 1 to 500 characters.")
    invoice_prefix: Optional[StrictStr] = Field(default=None, description="What numbers of invoices begin with: 1 to 20 letters, digits and `-`, `_`, `/`, `.`, and no digit at the end. Default: `INV-`.")
    is_automatic: Optional[StrictBool] = Field(default=False, description="Whether an invoice is issued when an order is paid. Default: `false`.")
    legal_name: Optional[StrictStr] = Field(default=None, description="Name that the business is registered under.")
    register_number: Optional[StrictStr] = Field(default=None, description="Where the business is registered and its number there, such as `HRB 12345, Amtsgericht Berlin`.")
    tax_number: Optional[StrictStr] = Field(default=None, description="Number that the tax office knows the business by.")
    vat_number: Optional[StrictStr] = Field(default=None, description="VAT number, such as `DE123456789`.")

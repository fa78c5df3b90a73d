# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class SellerField(OpenEnum):
    """What the invoicing settings need before documents can be issued.  - `legal_name`: The name that the business is registered under. - `address`: Its address. - `tax_number`: A tax number or a VAT number."""

    LEGAL_NAME = 'legal_name'
    ADDRESS = 'address'
    TAX_NUMBER = 'tax_number'

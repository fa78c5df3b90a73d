# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class DocumentKind(OpenEnum):
    """Kind of a document.  - `invoice`: What an order costs. - `credit_note`: What was refunded of an invoice."""

    INVOICE = 'invoice'
    CREDIT_NOTE = 'credit_note'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class CartStatus(OpenEnum):
    """Cart status.  - `open`: Can be changed. - `completing`: Locked: its order awaits payment. - `completed`: Its order was paid."""

    OPEN = 'open'
    COMPLETING = 'completing'
    COMPLETED = 'completed'

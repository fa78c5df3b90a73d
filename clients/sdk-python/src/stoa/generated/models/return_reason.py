# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReturnReason(OpenEnum):
    """Why units come back.  - `damaged`: Damaged or defective. - `wrong_item`: Another product than was ordered. - `not_as_described`: Not as it was described. - `does_not_fit`: The wrong size or shape. - `changed_mind`: The shopper does not want it any more. - `other`: Something else."""

    DAMAGED = 'damaged'
    WRONG_ITEM = 'wrong_item'
    NOT_AS_DESCRIBED = 'not_as_described'
    DOES_NOT_FIT = 'does_not_fit'
    CHANGED_MIND = 'changed_mind'
    OTHER = 'other'

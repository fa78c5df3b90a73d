# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReviewStatus(OpenEnum):
    """Review status.  - `pending`: Waits for a decision of the staff; nobody else sees it. - `published`: Published. - `rejected`: Rejected, for a reason. Its author may appeal once. - `withdrawn`: Taken back by its author. Its text is deleted."""

    PENDING = 'pending'
    PUBLISHED = 'published'
    REJECTED = 'rejected'
    WITHDRAWN = 'withdrawn'

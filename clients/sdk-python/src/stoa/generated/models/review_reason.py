# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReviewReason(OpenEnum):
    """Why a review is reported or rejected. A low rating is no reason.  - `spam`: Advertising, or text without meaning. - `offensive`: Insults, hate or threats. - `personal_data`: Names or other data of people. - `off_topic`: Not about the product, the merchant or the purchase. - `illegal`: Against the law. - `not_genuine`: Not the shopper's own experience: copied, bought or written by a competitor. - `other`: Another reason, which the note names."""

    SPAM = 'spam'
    OFFENSIVE = 'offensive'
    PERSONAL_DATA = 'personal_data'
    OFF_TOPIC = 'off_topic'
    ILLEGAL = 'illegal'
    NOT_GENUINE = 'not_genuine'
    OTHER = 'other'

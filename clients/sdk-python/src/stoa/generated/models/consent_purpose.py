# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ConsentPurpose(OpenEnum):
    """What is agreed to: `terms`, the store's terms; `marketing_email` and `marketing_sms`, offers by  e-mail and by text message; `order_updates_sms`, news of orders by text message.  - `terms`: The store's terms. - `marketing_email`: Offers by e-mail. - `marketing_sms`: Offers by text message. - `order_updates_sms`: News of orders by text message."""

    TERMS = 'terms'
    MARKETING_EMAIL = 'marketing_email'
    MARKETING_SMS = 'marketing_sms'
    ORDER_UPDATES_SMS = 'order_updates_sms'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class EmailKind(OpenEnum):
    """What an e-mail is about.  - `confirm_email`: Confirming the address of a new account. - `has_account`: A sign-up with the address of an account. - `customer_invitation`: An account that staff made. - `reset_password`: A link to choose a new password. - `password_changed`: A password that was changed. - `login_code`: A code to sign in with. - `new_device`: A sign-in on a new device. - `session_revoked`: A session that was ended. - `account_deleted`: A deleted account. - `confirm_new_email`: Confirming another address for an account. - `new_email_taken`: Another address for an account, which an account has already. - `email_changed`: An address that was replaced. - `order_code`: A code that shows an order. - `newsletter`: Confirming the newsletter, and welcoming to it. - `order_confirmed`: An order that was paid. - `order_shipped`: A parcel that was shipped. - `order_delivered`: A parcel that was delivered. - `order_cancelled`: An order that was cancelled. - `order_units_cancelled`: Units of an order that were cancelled. - `order_refunded`: A refund. - `return_approved`: A return that was approved. - `return_rejected`: A return that was rejected. - `return_received`: A return that was received. - `review_invitation`: A request to review an order. - `new_order`: To staff: a new order. - `authorization_ends`: To staff: an authorization that ends soon. - `low_stock`: To staff: stock that runs low. - `dispute`: To staff: a dispute. - `staff_invitation`: To staff: an invitation. - `staff_reset_password`: To staff: a link to choose a new password. - `staff_notice`: To staff: a change of their account. - `operator_access`: To owners: an operator's access."""

    CONFIRM_EMAIL = 'confirm_email'
    HAS_ACCOUNT = 'has_account'
    CUSTOMER_INVITATION = 'customer_invitation'
    RESET_PASSWORD = 'reset_password'
    PASSWORD_CHANGED = 'password_changed'
    LOGIN_CODE = 'login_code'
    NEW_DEVICE = 'new_device'
    SESSION_REVOKED = 'session_revoked'
    ACCOUNT_DELETED = 'account_deleted'
    CONFIRM_NEW_EMAIL = 'confirm_new_email'
    NEW_EMAIL_TAKEN = 'new_email_taken'
    EMAIL_CHANGED = 'email_changed'
    ORDER_CODE = 'order_code'
    NEWSLETTER = 'newsletter'
    ORDER_CONFIRMED = 'order_confirmed'
    ORDER_SHIPPED = 'order_shipped'
    ORDER_DELIVERED = 'order_delivered'
    ORDER_CANCELLED = 'order_cancelled'
    ORDER_UNITS_CANCELLED = 'order_units_cancelled'
    ORDER_REFUNDED = 'order_refunded'
    RETURN_APPROVED = 'return_approved'
    RETURN_REJECTED = 'return_rejected'
    RETURN_RECEIVED = 'return_received'
    REVIEW_INVITATION = 'review_invitation'
    NEW_ORDER = 'new_order'
    AUTHORIZATION_ENDS = 'authorization_ends'
    LOW_STOCK = 'low_stock'
    DISPUTE = 'dispute'
    STAFF_INVITATION = 'staff_invitation'
    STAFF_RESET_PASSWORD = 'staff_reset_password'
    STAFF_NOTICE = 'staff_notice'
    OPERATOR_ACCESS = 'operator_access'

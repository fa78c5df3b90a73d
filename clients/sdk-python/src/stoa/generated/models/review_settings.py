# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictInt
from stoa.model import Model


class ReviewSettings(Model):
    """Settings of reviews."""

    edit_window_days: StrictInt = Field(description="Days for which authors can change a review. Default: 30.")
    invitation_delay_days: StrictInt = Field(description="Days from the delivery, or from the payment when nothing is shipped, to that e-mail. Default: 7.")
    is_moderated: StrictBool = Field(description="Whether each review waits for the staff before it is published. Without, only those with links, HTML or the text of another review do. Default: `true`.")
    sends_invitations: StrictBool = Field(description="Whether shoppers are sent one e-mail per order that asks for reviews. In some countries it needs their consent, for which the tenant answers. Default: `false`.")

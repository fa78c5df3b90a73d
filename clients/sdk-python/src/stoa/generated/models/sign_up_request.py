# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from pydantic import Field, StrictBool, StrictStr
from typing import Optional
from stoa.model import Model


class SignUpRequest(Model):
    """A sign-up."""

    email: StrictStr = Field(description="E-mail address to sign in with. The part before the `@` is ASCII; the domain may be internationalised and is kept in its ASCII form (`xn--…`).")
    first_name: StrictStr = Field(description="Given name, or the only one: 1 to 100 characters, none invisible or a control character.")
    last_name: Optional[StrictStr] = Field(default=None, description="Family name, under the same rule; people with one name leave it out.")
    marketing_email: Optional[StrictBool] = Field(default=None, description="Whether offers may come by e-mail; `false` if absent.")
    marketing_sms: Optional[StrictBool] = Field(default=None, description="Whether offers may come by text message; `false` if absent.")
    password: StrictStr = Field(description="At least 10 characters, not easily guessed and not the e-mail address.")
    terms_version: Optional[StrictStr] = Field(default=None, description="Version of the store's terms that were accepted, as the storefront calls it: 1 to 50 characters.")

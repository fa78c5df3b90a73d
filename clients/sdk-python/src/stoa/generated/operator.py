# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from stoa import models
from stoa.client import Client
from stoa.options import RequestOptions
from stoa.pages import Page
from stoa.request import NOT_GIVEN, NotGiven, Operation


class Operator(Client):
    """The operations of the document under `/operator`."""

    def login(
        self,
        *,
        email: str,
        password: str,
        code: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Session:
        """Sign in.

        An unknown address and a wrong password get the same answer, `invalid_credentials`. After 10
        wrong passwords for one address within 15 minutes the answer is 429 `too_many_attempts`, except
        to clients that have signed in before. If the account has a second factor and `code` is absent, a right
        password gets 401 `second_factor_required`; a code that is wrong, or was used, gets 401
        `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429. Where operators need a second factor,
        who has none may do nothing but enrol one: 403 `step_up_required`.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/auth/login",
                body="fields",
            ),
            {
                "code": code,
                "email": email,
                "password": password,
            },
            models.Session,
            request_options,
        )

    def get_me(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.OperatorMe:
        """Show the own account.

        Who is signed in, and the second factor: since when there is one, how many recovery codes are left, and
        whether nothing else is allowed without one.
        """
        return self._call(
            Operation(
                "GET",
                "/operator/v1/me",
                takes_token=True,
            ),
            {},
            models.OperatorMe,
            request_options,
        )

    def begin_second_factor(
        self,
        *,
        password: str,
        request_options: RequestOptions | None = None,
    ) -> models.SecondFactorSeed:
        """Start enrolling a second factor.

        Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
        until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
        passwords within 15 minutes the answer is 429.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/me/second-factor",
                body="fields",
                takes_token=True,
            ),
            {
                "password": password,
            },
            models.SecondFactorSeed,
            request_options,
        )

    def confirm_second_factor(
        self,
        *,
        code: str,
        request_options: RequestOptions | None = None,
    ) -> models.OperatorSecondFactorConfirmed:
        """Confirm the second factor.

        Takes the first code of the app. From now on signing in needs a code. The recovery codes are shown this
        once. The answer has an access token that was given for the code: where a second factor is required, older
        ones stay refused.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/me/second-factor/confirm",
                body="fields",
                takes_token=True,
            ),
            {
                "code": code,
            },
            models.OperatorSecondFactorConfirmed,
            request_options,
        )

    def renew_recovery_codes(
        self,
        *,
        code: str,
        request_options: RequestOptions | None = None,
    ) -> models.RecoveryCodes:
        """Regenerate recovery codes.

        Needs a code, or a recovery code. The old recovery codes stop working.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/me/second-factor/recovery-codes",
                body="fields",
                takes_token=True,
            ),
            {
                "code": code,
            },
            models.RecoveryCodes,
            request_options,
        )

    def remove_second_factor(
        self,
        *,
        code: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Remove the second factor.

        Needs a code, or a recovery code. Where a second factor is required, nothing is allowed after the next
        sign-in until another one is enrolled.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/me/second-factor/remove",
                body="fields",
                takes_token=True,
            ),
            {
                "code": code,
            },
            None,
            request_options,
        )

    def list_tenants(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.TenantSummary]:
        """List tenants.

        Oldest first.
        """
        return self._list(
            Operation(
                "GET",
                "/operator/v1/tenants",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "limit": limit,
                "cursor": cursor,
            },
            models.TenantPage,
            request_options,
        )

    def create_tenant(
        self,
        *,
        name: str,
        owner: models.CreateOwner | Mapping[str, Any],
        slug: str,
        storefront: models.CreateStorefront | Mapping[str, Any],
        hosts: Sequence[str] | NotGiven = NOT_GIVEN,
        merchants: Sequence[models.CreateMerchant | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        shipping_options: Sequence[models.CreateShippingOption | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Tenant:
        """Create a tenant.

        Ready at once, with a storefront, a host under the platform's domain, a publishable key, a merchant, a
        shipping option and an owner. Repeating the request, with the same
        `Idempotency-Key`, another or none, returns the same tenant; the same slug with other contents
        returns 409 `tenant_slug_taken`.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/tenants",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "hosts": hosts,
                "merchants": merchants,
                "name": name,
                "owner": owner,
                "shipping_options": shipping_options,
                "slug": slug,
                "storefront": storefront,
            },
            models.Tenant,
            request_options,
        )

    def get_tenant(
        self,
        *,
        tenant_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.Tenant:
        """Show a tenant.

        With its storefronts, their hosts, and its merchants.
        """
        return self._call(
            Operation(
                "GET",
                "/operator/v1/tenants/{tenant_id}",
                takes_token=True,
            ),
            {
                "tenant_id": tenant_id,
            },
            models.Tenant,
            request_options,
        )

    def open_access(
        self,
        *,
        tenant_id: str,
        reason: str,
        ticket: str,
        may_write: bool | NotGiven = NOT_GIVEN,
        minutes: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OpenedOperatorAccess:
        """Open access to a tenant.

        Opens `/admin/v1` of one tenant for at most an hour, read-only unless `may_write` is set. Its owners get an
        e-mail with the reason, and each request made with the token is in the tenant's audit log. No access
        allows refunds, payout accounts, secret keys, or changes of staff and roles. The token is shown this once;
        send it as `Authorization: Bearer …` to a host of the tenant.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/tenants/{tenant_id}/access",
                body="fields",
                takes_token=True,
            ),
            {
                "tenant_id": tenant_id,
                "may_write": may_write,
                "minutes": minutes,
                "reason": reason,
                "ticket": ticket,
            },
            models.OpenedOperatorAccess,
            request_options,
        )

    def end_access(
        self,
        *,
        tenant_id: str,
        operator_access_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """End an access.

        Its token stops working at once.
        """
        return self._call(
            Operation(
                "DELETE",
                "/operator/v1/tenants/{tenant_id}/access/{operator_access_id}",
                takes_token=True,
            ),
            {
                "tenant_id": tenant_id,
                "operator_access_id": operator_access_id,
            },
            None,
            request_options,
        )

    def add_host(
        self,
        *,
        tenant_id: str,
        host: str,
        is_primary: bool | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.TenantStorefront:
        """Add a domain to a storefront.

        Repeating the request changes nothing. A host of another storefront returns 409
        `host_taken`.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/tenants/{tenant_id}/hosts",
                body="fields",
                takes_token=True,
            ),
            {
                "tenant_id": tenant_id,
                "host": host,
                "is_primary": is_primary,
                "storefront_id": storefront_id,
            },
            models.TenantStorefront,
            request_options,
        )

    def add_storefront(
        self,
        *,
        tenant_id: str,
        slug: str,
        storefront: models.CreateStorefront | Mapping[str, Any],
        hosts: Sequence[str] | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        shipping_options: Sequence[models.CreateShippingOption | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.TenantStorefront:
        """Create a storefront.

        With a host under the platform's domain, a publishable key and a shipping option. Repeating the request
        returns the same storefront; the same slug with other contents returns 409
        `storefront_slug_taken`.
        """
        return self._call(
            Operation(
                "POST",
                "/operator/v1/tenants/{tenant_id}/storefronts",
                body="fields",
                takes_token=True,
            ),
            {
                "tenant_id": tenant_id,
                "hosts": hosts,
                "name": name,
                "shipping_options": shipping_options,
                "slug": slug,
                "storefront": storefront,
            },
            models.TenantStorefront,
            request_options,
        )

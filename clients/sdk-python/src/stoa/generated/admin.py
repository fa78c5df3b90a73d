# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from stoa import models
from stoa.client import Client
from stoa.download import Download
from stoa.options import RequestOptions
from stoa.pages import Page
from stoa.request import NOT_GIVEN, NotGiven, Operation


class Admin(Client):
    """The operations of the document under `/admin`."""

    def get_report_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.ReportSettings:
        """Show the report settings.

        Of the whole tenant.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/analytics/settings",
                takes_token=True,
            ),
            {},
            models.ReportSettings,
            request_options,
        )

    def set_report_settings(
        self,
        *,
        time_zone: str,
        events_need_consent: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.ReportSettings:
        """Replace the report settings.

        With another time zone all days are counted again; until they are, reports return 409 `reports_rebuilding`.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/analytics/settings",
                body="fields",
                takes_token=True,
            ),
            {
                "events_need_consent": events_need_consent,
                "time_zone": time_zone,
            },
            models.ReportSettings,
            request_options,
        )

    def list_api_keys(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.ApiKeyList:
        """List secret keys.

        The latest first, without their secrets; also those that were revoked or have expired.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/api-keys",
                takes_token=True,
            ),
            {},
            models.ApiKeyList,
            request_options,
        )

    def create_api_key(
        self,
        *,
        authorities: Sequence[str],
        name: str,
        expires_at: datetime | str | NotGiven = NOT_GIVEN,
        networks: Sequence[str] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.NewApiKey:
        """Create a secret key.

        A program sends the secret as `Authorization: Bearer stoa_sk_…`. The secret is in this response and
        nowhere else. A key has no authority that its creator does not hold, and none to manage keys.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/api-keys",
                body="fields",
                takes_token=True,
            ),
            {
                "authorities": authorities,
                "expires_at": expires_at,
                "name": name,
                "networks": networks,
            },
            models.NewApiKey,
            request_options,
        )

    def revoke_api_key(
        self,
        *,
        api_key_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.ApiKey:
        """Revoke a secret key.

        The key stops working at once. Revoking it again changes nothing.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/api-keys/{api_key_id}",
                takes_token=True,
            ),
            {
                "api_key_id": api_key_id,
            },
            models.ApiKey,
            request_options,
        )

    def rotate_api_key(
        self,
        *,
        api_key_id: str,
        overlap_seconds: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.NewApiKey:
        """Rotate a secret key.

        Creates another key with the same name, authorities, networks and expiry. The key that is rotated works
        for `overlap_seconds` more, so that programs can change over without a failed request.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/api-keys/{api_key_id}/rotate",
                body="fields",
                takes_token=True,
            ),
            {
                "api_key_id": api_key_id,
                "overlap_seconds": overlap_seconds,
            },
            models.NewApiKey,
            request_options,
        )

    def list_audit_entries(
        self,
        *,
        actor: str | NotGiven = NOT_GIVEN,
        operation: str | NotGiven = NOT_GIVEN,
        object_id: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
        from_: datetime | str | NotGiven = NOT_GIVEN,
        before: datetime | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AuditEntry]:
        """List audit entries.

        What staff members, secret keys and operators changed, newest first. Each entry is one transaction; it
        is written by the database, is never changed, and carries a hash that includes the hash of the entry
        before. Secrets and personal fields show as `[masked]`.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/audit/entries",
                query=("actor", "operation", "object_id", "request_id", "from", "before", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "actor": actor,
                "operation": operation,
                "object_id": object_id,
                "request_id": request_id,
                "from": from_,
                "before": before,
                "limit": limit,
                "cursor": cursor,
            },
            models.AuditEntryPage,
            request_options,
        )

    def export_audit_entries(
        self,
        *,
        actor: str | NotGiven = NOT_GIVEN,
        operation: str | NotGiven = NOT_GIVEN,
        object_id: str | NotGiven = NOT_GIVEN,
        request_id: str | NotGiven = NOT_GIVEN,
        from_: datetime | str | NotGiven = NOT_GIVEN,
        before: datetime | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export audit entries.

        The same entries as a CSV file, newest first, with one row for each field that changed: `number`, `at`,
        `actor`, `actor_name`, `operation`, `request_id`, `object`, `action`, `key`, `field`, `before`, `after`,
        `hash`. Text that a spreadsheet would take for a formula begins with an apostrophe.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/audit/entries.csv",
                query=("actor", "operation", "object_id", "request_id", "from", "before",),
                download="text/csv",
                takes_token=True,
            ),
            {
                "actor": actor,
                "operation": operation,
                "object_id": object_id,
                "request_id": request_id,
                "from": from_,
                "before": before,
            },
            Download,
            request_options,
        )

    def forgot_password(
        self,
        *,
        email: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Request a new password.

        Always answers 202. A staff member of this tenant with the address gets an e-mail with a link that is
        good for 30 minutes. One e-mail is sent to an address in a minute.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/auth/forgot-password",
                body="fields",
            ),
            {
                "email": email,
            },
            None,
            request_options,
        )

    def login(
        self,
        *,
        email: str,
        password: str,
        code: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StaffSession:
        """Sign in.

        The host names the tenant. An unknown address, a wrong password and an account of another
        tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one address
        within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have signed in
        before. If the account has a second factor and `code` is absent, a right password gets 401
        `second_factor_required`: ask for the code, and send all three. A code that is wrong, or was used,
        gets 401 `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/auth/login",
                body="fields",
            ),
            {
                "code": code,
                "email": email,
                "password": password,
            },
            models.StaffSession,
            request_options,
        )

    def logout(
        self,
        *,
        refresh_token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Sign out.

        Ends the session of a refresh token, and its access tokens with it. Any other text changes nothing, and
        the response is the same.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/auth/logout",
                body="fields",
            ),
            {
                "refresh_token": refresh_token,
            },
            None,
            request_options,
        )

    def refresh(
        self,
        *,
        refresh_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.StaffSession:
        """Refresh the session.

        Returns a new access token, and a new refresh token in the place of the one that was sent, which is good
        once. One that comes again gets 401; after more than ten seconds its session ends as well, and its
        owner gets an e-mail: the token may have been stolen. A session ends 7 days after it was last used, and
        30 days after signing in.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/auth/refresh",
                body="fields",
            ),
            {
                "refresh_token": refresh_token,
            },
            models.StaffSession,
            request_options,
        )

    def reset_password(
        self,
        *,
        password: str,
        token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Reset the password.

        Sets the password of the account that the link is about, and ends all its sessions, in every tenant. A
        second factor stays, and is asked for at the next sign-in.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/auth/reset-password",
                body="fields",
            ),
            {
                "password": password,
                "token": token,
            },
            None,
            request_options,
        )

    def finish_tenant_switch(
        self,
        *,
        token: str,
        request_options: RequestOptions | None = None,
    ) -> models.StaffSession:
        """Finish switching to this tenant.

        Opens a session for a token that `POST /admin/v1/me/tenants/{tenant_id}/switch` gave at another tenant. A
        second factor that was given there counts here, but not as fresh: refunds and the like ask for a code.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/auth/switch",
                body="fields",
            ),
            {
                "token": token,
            },
            models.StaffSession,
            request_options,
        )

    def list_authorities(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.AuthorityList:
        """List authorities.

        What roles and secret keys can allow, with the operations that need each.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/authorities",
                takes_token=True,
            ),
            {},
            models.AuthorityList,
            request_options,
        )

    def explain_authorization(
        self,
        *,
        staff_id: str | NotGiven = NOT_GIVEN,
        role: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.ExplanationList:
        """Explain authorization decisions.

        For each operation under `/admin/v1`: whether it is allowed to a staff member, to anybody with a role, or
        else to the caller, and which authorities decide that. With `role` it answers what a member could do
        who had that role.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/authorization/explain",
                query=("staff_id", "role",),
                takes_token=True,
            ),
            {
                "staff_id": staff_id,
                "role": role,
            },
            models.ExplanationList,
            request_options,
        )

    def get_cart_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.CartSettings:
        """Show the cart settings.

        Of the whole tenant.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/cart-settings",
                takes_token=True,
            ),
            {},
            models.CartSettings,
            request_options,
        )

    def set_cart_settings(
        self,
        *,
        takeover_rule: models.CartTakeoverRule | str,
        request_options: RequestOptions | None = None,
    ) -> models.CartSettings:
        """Replace the cart settings.

        Holds for the next sign-in.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/cart-settings",
                body="fields",
                takes_token=True,
            ),
            {
                "takeover_rule": takeover_rule,
            },
            models.CartSettings,
            request_options,
        )

    def get_catalog_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.CatalogSettings:
        """Show the catalogue settings.

        Whether two variants may have the same stock keeping unit.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/catalog/settings",
                takes_token=True,
            ),
            {},
            models.CatalogSettings,
            request_options,
        )

    def set_catalog_settings(
        self,
        *,
        unique_skus: bool,
        request_options: RequestOptions | None = None,
    ) -> models.CatalogSettings:
        """Replace the catalogue settings.

        Returns 409 `sku_taken` if unique SKUs are wanted while variants on sale share one.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/catalog/settings",
                body="fields",
                takes_token=True,
            ),
            {
                "unique_skus": unique_skus,
            },
            models.CatalogSettings,
            request_options,
        )

    def list_categories(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminCategory]:
        """List categories.

        All of them, also those without products on sale: the oldest first, which has parents before their children.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/categories",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "limit": limit,
                "cursor": cursor,
            },
            models.AdminCategoryPage,
            request_options,
        )

    def get_category_image(
        self,
        *,
        category_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminImage:
        """Show the image of a category.

        Returns 404 for a category without one.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/categories/{category_id}/image",
                takes_token=True,
            ),
            {
                "category_id": category_id,
            },
            models.AdminImage,
            request_options,
        )

    def upload_category_image(
        self,
        *,
        category_id: str,
        body: bytes,
        request_options: RequestOptions | None = None,
    ) -> models.AdminImage:
        """Upload the image of a category.

        The body is the file itself, as for images of products. A category has one image: another one takes its place,
        without its alternative texts and its focal point. Uploading the image that the category already has returns
        200 with that image and changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/categories/{category_id}/image",
                body="file",
                file_type="application/octet-stream",
                takes_token=True,
            ),
            {
                "category_id": category_id,
                "body": body,
            },
            models.AdminImage,
            request_options,
        )

    def update_category_image(
        self,
        *,
        category_id: str,
        alt: str | NotGiven = NOT_GIVEN,
        alt_translations: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        focal_point: models.FocalPoint | Mapping[str, Any] | None | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminImage:
        """Change the image of a category.

        Absent fields do not change.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/categories/{category_id}/image",
                body="fields",
                takes_token=True,
            ),
            {
                "category_id": category_id,
                "alt": alt,
                "alt_translations": alt_translations,
                "focal_point": focal_point,
            },
            models.AdminImage,
            request_options,
        )

    def delete_category_image(
        self,
        *,
        category_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete the image of a category.

        Its URL stays valid.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/categories/{category_id}/image",
                takes_token=True,
            ),
            {
                "category_id": category_id,
            },
            None,
            request_options,
        )

    def list_customer_groups(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.CustomerGroupList:
        """List customer groups.

        All of them, by name; at most 100.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/customer-groups",
                takes_token=True,
            ),
            {},
            models.CustomerGroupList,
            request_options,
        )

    def create_customer_group(
        self,
        *,
        name: str,
        discount_ppm: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CustomerGroup:
        """Create a customer group.

        Members pay the lowest of the list price and what their groups pay: the group's own price of a variant, or
        else the list price less the group's discount.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/customer-groups",
                body="fields",
                takes_token=True,
            ),
            {
                "discount_ppm": discount_ppm,
                "name": name,
            },
            models.CustomerGroup,
            request_options,
        )

    def get_customer_group(
        self,
        *,
        customer_group_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.CustomerGroup:
        """Show a customer group.

        With its discount and the number of its members.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/customer-groups/{customer_group_id}",
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
            },
            models.CustomerGroup,
            request_options,
        )

    def update_customer_group(
        self,
        *,
        customer_group_id: str,
        discount_ppm: int | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CustomerGroup:
        """Change a customer group.

        Absent fields do not change. Members pay the new prices from their next request on; orders keep theirs.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/customer-groups/{customer_group_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
                "discount_ppm": discount_ppm,
                "name": name,
            },
            models.CustomerGroup,
            request_options,
        )

    def delete_customer_group(
        self,
        *,
        customer_group_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a customer group.

        Its prices go with it, and its members pay list prices again. Returns 409 `customer_group_in_use` while
        products are shown to the group only.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/customer-groups/{customer_group_id}",
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
            },
            None,
            request_options,
        )

    def list_customer_group_members(
        self,
        *,
        customer_group_id: str,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.CustomerGroupMember]:
        """List a customer group's members.

        Those who signed up first come first.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/customer-groups/{customer_group_id}/members",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
                "limit": limit,
                "cursor": cursor,
            },
            models.CustomerGroupMemberPage,
            request_options,
        )

    def add_customer_group_members(
        self,
        *,
        customer_group_id: str,
        customer_ids: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> None:
        """Add members to a customer group.

        All of them or none. A customer who is a member already stays one.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/customer-groups/{customer_group_id}/members",
                body="fields",
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
                "customer_ids": customer_ids,
            },
            None,
            request_options,
        )

    def remove_customer_group_member(
        self,
        *,
        customer_group_id: str,
        customer_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Remove a member from a customer group.

        The customer pays list prices again, and does not see the group's products any more.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/customer-groups/{customer_group_id}/members/{customer_id}",
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
                "customer_id": customer_id,
            },
            None,
            request_options,
        )

    def list_customer_group_prices(
        self,
        *,
        customer_group_id: str,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.CustomerGroupPrices]:
        """List a customer group's prices.

        Variants that the group has prices of its own for, oldest variants first.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/customer-groups/{customer_group_id}/prices",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
                "limit": limit,
                "cursor": cursor,
            },
            models.CustomerGroupPricesPage,
            request_options,
        )

    def set_customer_group_prices(
        self,
        *,
        customer_group_id: str,
        prices: Sequence[models.SetCustomerGroupPrice | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> None:
        """Set a customer group's prices.

        All of them or none; prices that the request does not name stay. A price of the group's own replaces its
        discount for the variant; one that is higher than the list price has no effect. A variant needs a list price
        in the currency to be on sale.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/customer-groups/{customer_group_id}/prices",
                body="fields",
                takes_token=True,
            ),
            {
                "customer_group_id": customer_group_id,
                "prices": prices,
            },
            None,
            request_options,
        )

    def list_customers(
        self,
        *,
        search: str | NotGiven = NOT_GIVEN,
        is_blocked: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.CustomerSummary]:
        """List customers.

        Shoppers with an account, those who signed up last first. Guests have no account: find their orders by
        e-mail address.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/customers",
                query=("search", "is_blocked", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "search": search,
                "is_blocked": is_blocked,
                "limit": limit,
                "cursor": cursor,
            },
            models.CustomerPage,
            request_options,
        )

    def create_customer(
        self,
        *,
        email: str,
        first_name: str,
        last_name: str | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
        send_invitation: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Customer:
        """Create a customer.

        Somebody who has not signed up: an account without a password. Its owner gets in by the link of the e-mail that this
        sends, by a sign-in code or by a password reset, all of which reach that mailbox only. Orders that were placed with
        the address as a guest belong to the account. The link leads to the storefront that this request was sent to.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/customers",
                body="fields",
                takes_token=True,
            ),
            {
                "email": email,
                "first_name": first_name,
                "last_name": last_name,
                "note": note,
                "send_invitation": send_invitation,
            },
            models.Customer,
            request_options,
        )

    def export_customers(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export customers.

        All shoppers with an account, those who signed up last first, as CSV in UTF-8 with the columns `id`, `email`,
        `first_name`, `last_name`, `note`, `blocked_at` and `created_at`. Text that a spreadsheet would take for a formula begins with
        an apostrophe. The file is written as it is read.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/customers.csv",
                download="text/csv",
                takes_token=True,
            ),
            {},
            Download,
            request_options,
        )

    def get_customer(
        self,
        *,
        customer_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.Customer:
        """Show a customer.

        With the addresses of the address book, and what the customer has agreed to.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/customers/{customer_id}",
                takes_token=True,
            ),
            {
                "customer_id": customer_id,
            },
            models.Customer,
            request_options,
        )

    def update_customer(
        self,
        *,
        customer_id: str,
        first_name: str | NotGiven = NOT_GIVEN,
        is_blocked: bool | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        note: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Customer:
        """Change a customer.

        Absent fields do not change. Blocking signs the customer out on all devices at once; signing in then returns
        403 `account_blocked`, and an order with the address 403 `customer_blocked`.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/customers/{customer_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "customer_id": customer_id,
                "first_name": first_name,
                "is_blocked": is_blocked,
                "last_name": last_name,
                "note": note,
            },
            models.Customer,
            request_options,
        )

    def delete_customer(
        self,
        *,
        customer_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a customer.

        Deletes the account, its addresses and its sessions, and tells the customer by e-mail. Orders stay as long as
        the law requires.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/customers/{customer_id}",
                takes_token=True,
            ),
            {
                "customer_id": customer_id,
            },
            None,
            request_options,
        )

    def list_customer_orders(
        self,
        *,
        customer_id: str,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminOrderSummary]:
        """List a customer's orders.

        Orders of the account, newest first; those placed as a guest with the same address before it are among them.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/customers/{customer_id}/orders",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "customer_id": customer_id,
                "limit": limit,
                "cursor": cursor,
            },
            models.AdminOrderPage,
            request_options,
        )

    def send_customer_password_reset(
        self,
        *,
        customer_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Send a customer a password reset.

        Sends the e-mail that `storefront_forgot_password` sends; its link leads to the storefront that this request
        was sent to.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/customers/{customer_id}/password-reset",
                takes_token=True,
            ),
            {
                "customer_id": customer_id,
            },
            None,
            request_options,
        )

    def list_documents(
        self,
        *,
        kind: models.DocumentKind | str | NotGiven = NOT_GIVEN,
        issued_from: datetime | str | NotGiven = NOT_GIVEN,
        issued_before: datetime | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminDocument]:
        """List documents.

        Invoices and credit notes of all orders, newest first.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/documents",
                query=("kind", "issued_from", "issued_before", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "kind": kind,
                "issued_from": issued_from,
                "issued_before": issued_before,
                "limit": limit,
                "cursor": cursor,
            },
            models.AdminDocumentPage,
            request_options,
        )

    def export_documents(
        self,
        *,
        kind: models.DocumentKind | str | NotGiven = NOT_GIVEN,
        issued_from: datetime | str | NotGiven = NOT_GIVEN,
        issued_before: datetime | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export documents.

        The same list as CSV in UTF-8, with the columns `id`, `kind`, `number`, `order_id`, `refund_id`, `currency`, `tax`,
        `total` and `issued_at`. Amounts are decimals of the currency, such as `12.05`. The file is written as it is read.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/documents.csv",
                query=("kind", "issued_from", "issued_before",),
                download="text/csv",
                takes_token=True,
            ),
            {
                "kind": kind,
                "issued_from": issued_from,
                "issued_before": issued_before,
            },
            Download,
            request_options,
        )

    def download_document(
        self,
        *,
        document_id: str,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Download a document.

        An invoice or a credit note as PDF. It is printed from what was copied when it was issued: each download is the
        same file.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/documents/{document_id}/pdf",
                download="application/pdf",
                takes_token=True,
            ),
            {
                "document_id": document_id,
            },
            Download,
            request_options,
        )

    def list_emails(
        self,
        *,
        order_id: str | NotGiven = NOT_GIVEN,
        recipient: str | NotGiven = NOT_GIVEN,
        outcome: models.EmailOutcome | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.EmailSummary]:
        """List e-mails.

        E-mails of the last 90 days that were handed to a mail provider or suppressed, latest first. One that no
        provider takes at the moment is listed when one does. E-mails to a shopper are deleted with the account.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/emails",
                query=("order_id", "recipient", "outcome", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "recipient": recipient,
                "outcome": outcome,
                "limit": limit,
                "cursor": cursor,
            },
            models.EmailPage,
            request_options,
        )

    def get_email(
        self,
        *,
        email_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.EmailDetail:
        """Retrieve an e-mail.

        With a copy of what it said. Links to orders are without the token that opens them; e-mails that are made of
        a secret link or a code, such as password resets, have no copy.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/emails/{email_id}",
                takes_token=True,
            ),
            {
                "email_id": email_id,
            },
            models.EmailDetail,
            request_options,
        )

    def resend_email(
        self,
        *,
        email_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.EmailSummary:
        """Resend an e-mail.

        Writes an e-mail about an order again, as the order is now and with a new link, and sends it to the order's
        address. It is another e-mail, `queued` until a worker sends it.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/emails/{email_id}/resend",
                takes_token=True,
            ),
            {
                "email_id": email_id,
            },
            models.EmailSummary,
            request_options,
        )

    def list_identity_providers(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.IdentityProviderList:
        """List identity providers.

        Providers that shoppers sign in with, oldest first, also those that are disabled. Secrets are not shown.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/identity-providers",
                takes_token=True,
            ),
            {},
            models.IdentityProviderList,
            request_options,
        )

    def create_identity_provider(
        self,
        *,
        client_id: str,
        client_secret: str,
        issuer: str,
        name: str,
        is_enabled: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.IdentityProvider:
        """Create an identity provider.

        Any issuer of OpenID Connect. Register `https://{primary host}/account/social` of each storefront there as
        redirect URI. The issuer's configuration is read over https: 422 `issuer_refused` says what is wrong with it.
        A tenant has one provider for an issuer (409 `issuer_in_use`), and 20 at most.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/identity-providers",
                body="fields",
                takes_token=True,
            ),
            {
                "client_id": client_id,
                "client_secret": client_secret,
                "is_enabled": is_enabled,
                "issuer": issuer,
                "name": name,
            },
            models.IdentityProvider,
            request_options,
        )

    def update_identity_provider(
        self,
        *,
        identity_provider_id: str,
        client_id: str | NotGiven = NOT_GIVEN,
        client_secret: str | NotGiven = NOT_GIVEN,
        is_enabled: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.IdentityProvider:
        """Change an identity provider.

        Absent fields do not change. The issuer stays: another issuer is another provider. Enabling one reads its
        configuration again.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/identity-providers/{identity_provider_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "identity_provider_id": identity_provider_id,
                "client_id": client_id,
                "client_secret": client_secret,
                "is_enabled": is_enabled,
                "name": name,
            },
            models.IdentityProvider,
            request_options,
        )

    def delete_identity_provider(
        self,
        *,
        identity_provider_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete an identity provider.

        Shoppers' links to it are deleted, too. Their accounts stay; a password reset gives one to those without.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/identity-providers/{identity_provider_id}",
                takes_token=True,
            ),
            {
                "identity_provider_id": identity_provider_id,
            },
            None,
            request_options,
        )

    def get_invoicing_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.InvoicingSettings:
        """Show the invoicing settings.

        Of the whole tenant: who sells, and how invoices and credit notes are numbered.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/invoicing-settings",
                takes_token=True,
            ),
            {},
            models.InvoicingSettings,
            request_options,
        )

    def set_invoicing_settings(
        self,
        *,
        address: models.Address | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        credit_note_prefix: str | NotGiven = NOT_GIVEN,
        email: str | NotGiven = NOT_GIVEN,
        footer: str | NotGiven = NOT_GIVEN,
        invoice_prefix: str | NotGiven = NOT_GIVEN,
        is_automatic: bool | NotGiven = NOT_GIVEN,
        legal_name: str | NotGiven = NOT_GIVEN,
        register_number: str | NotGiven = NOT_GIVEN,
        tax_number: str | NotGiven = NOT_GIVEN,
        vat_number: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.InvoicingSettings:
        """Replace the invoicing settings.

        Holds for documents that are issued from now on: those that were issued do not change. Documents need a
        `legal_name`, an `address`, and a `tax_number` or a `vat_number`; `missing` says which are not there.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/invoicing-settings",
                body="fields",
                takes_token=True,
            ),
            {
                "address": address,
                "credit_note_prefix": credit_note_prefix,
                "email": email,
                "footer": footer,
                "invoice_prefix": invoice_prefix,
                "is_automatic": is_automatic,
                "legal_name": legal_name,
                "register_number": register_number,
                "tax_number": tax_number,
                "vat_number": vat_number,
            },
            models.InvoicingSettings,
            request_options,
        )

    def list_balances(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.LedgerBalanceList:
        """List balances.

        All accounts of the tenant's ledger: debits are positive, credits negative. In each
        currency they sum to zero.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/ledger/balances",
                takes_token=True,
            ),
            {},
            models.LedgerBalanceList,
            request_options,
        )

    def list_locations(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.LocationList:
        """List locations.

        In the order in which units of paid orders are taken from them.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/locations",
                takes_token=True,
            ),
            {},
            models.LocationList,
            request_options,
        )

    def create_location(
        self,
        *,
        name: str,
        priority: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Location:
        """Create a location.

        It is active and empty. A tenant has at most 50 locations.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/locations",
                body="fields",
                takes_token=True,
            ),
            {
                "name": name,
                "priority": priority,
            },
            models.Location,
            request_options,
        )

    def update_location(
        self,
        *,
        location_id: str,
        is_active: bool | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        priority: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Location:
        """Change a location.

        Absent fields do not change. The default location, and one that holds stock, cannot be deactivated: 409
        `location_in_use`.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/locations/{location_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "location_id": location_id,
                "is_active": is_active,
                "name": name,
                "priority": priority,
            },
            models.Location,
            request_options,
        )

    def list_mail_suppressions(
        self,
        *,
        email: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.MailSuppression]:
        """List suppressed e-mail addresses.

        Addresses that get no more e-mail from this tenant, latest first: mail to them bounced, their owner reported
        spam, or staff added them.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/mail-suppressions",
                query=("email", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "email": email,
                "limit": limit,
                "cursor": cursor,
            },
            models.MailSuppressionPage,
            request_options,
        )

    def create_mail_suppression(
        self,
        *,
        email: str,
        request_options: RequestOptions | None = None,
    ) -> models.MailSuppression:
        """Suppress an e-mail address.

        The address gets no more e-mail from this tenant, also none about orders or passwords. One that is
        suppressed already stays as it is.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/mail-suppressions",
                body="fields",
                takes_token=True,
            ),
            {
                "email": email,
            },
            models.MailSuppression,
            request_options,
        )

    def delete_mail_suppression(
        self,
        *,
        mail_suppression_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Remove a suppressed e-mail address.

        The address gets e-mail again, until it bounces or is reported again.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/mail-suppressions/{mail_suppression_id}",
                takes_token=True,
            ),
            {
                "mail_suppression_id": mail_suppression_id,
            },
            None,
            request_options,
        )

    def get_me(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.Me:
        """Show the caller.

        Who the credentials belong to and what they allow, from the same policy that decides each request: a
        console shows what the caller can use.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/me",
                takes_token=True,
            ),
            {},
            models.Me,
            request_options,
        )

    def get_email_preferences(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.EmailPreferences:
        """Show the caller's e-mail preferences.

        Which e-mails about the store's business the staff member wants from it. They go to those who are allowed to do
        something about it.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/me/email-preferences",
                takes_token=True,
            ),
            {},
            models.EmailPreferences,
            request_options,
        )

    def set_email_preferences(
        self,
        *,
        disputes: bool,
        low_stock: bool,
        new_orders: bool,
        request_options: RequestOptions | None = None,
    ) -> models.EmailPreferences:
        """Replace the caller's e-mail preferences.

        They hold for this store; the staff member's other stores have preferences of their own.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/me/email-preferences",
                body="fields",
                takes_token=True,
            ),
            {
                "disputes": disputes,
                "low_stock": low_stock,
                "new_orders": new_orders,
            },
            models.EmailPreferences,
            request_options,
        )

    def change_password(
        self,
        *,
        current_password: str,
        password: str,
        request_options: RequestOptions | None = None,
    ) -> models.StaffSession:
        """Change the own password.

        Ends every session of the account, in every tenant, and returns a new one. After 10 wrong passwords
        within 15 minutes the answer is 429 `too_many_attempts`. The owner of the account gets an e-mail.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/me/password",
                body="fields",
                takes_token=True,
            ),
            {
                "current_password": current_password,
                "password": password,
            },
            models.StaffSession,
            request_options,
        )

    def get_second_factor(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SecondFactor:
        """Show the own second factor.

        Whether there is one, how many recovery codes are left, and whether the tenant requires one.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/me/second-factor",
                takes_token=True,
            ),
            {},
            models.SecondFactor,
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
                "/admin/v1/me/second-factor",
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
    ) -> models.RecoveryCodes:
        """Confirm the second factor.

        Takes the first code of the app. From now on signing in needs a code; refunds, payout accounts, secret
        keys, staff and roles need one that was given less than 10 minutes ago, as it now was in this session.
        The recovery codes are shown this once. The owner of the account gets an e-mail.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/me/second-factor/confirm",
                body="fields",
                takes_token=True,
            ),
            {
                "code": code,
            },
            models.RecoveryCodes,
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
                "/admin/v1/me/second-factor/recovery-codes",
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

        Needs a code, or a recovery code. The owner of the account gets an e-mail.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/me/second-factor/remove",
                body="fields",
                takes_token=True,
            ),
            {
                "code": code,
            },
            None,
            request_options,
        )

    def list_sessions(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.StaffDeviceSessionList:
        """List own sessions.

        Where the caller is signed in at this tenant, most recently used first; at most 20. A secret key has no
        sessions: 401.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/me/sessions",
                takes_token=True,
            ),
            {},
            models.StaffDeviceSessionList,
            request_options,
        )

    def end_other_sessions(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """End all other own sessions.

        Signs the caller out everywhere at this tenant, but not here.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/me/sessions",
                takes_token=True,
            ),
            {},
            None,
            request_options,
        )

    def end_session(
        self,
        *,
        staff_session_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """End an own session.

        Its refresh token and its access tokens stop working at once.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/me/sessions/{staff_session_id}",
                takes_token=True,
            ),
            {
                "staff_session_id": staff_session_id,
            },
            None,
            request_options,
        )

    def step_up(
        self,
        *,
        code: str,
        request_options: RequestOptions | None = None,
    ) -> models.SteppedUp:
        """Step up with the second factor.

        Opens what needs a second factor for 10 minutes, in this session. Operations that would have been allowed
        answer 403 `step_up_required` otherwise. Each code is good once; after 5 wrong ones within 15 minutes
        the answer is 429.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/me/step-up",
                body="fields",
                takes_token=True,
            ),
            {
                "code": code,
            },
            models.SteppedUp,
            request_options,
        )

    def list_own_tenants(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.StaffTenantList:
        """List own tenants.

        The tenants that the caller works for, by name, the current one among them. A secret key works for one
        only: 401.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/me/tenants",
                takes_token=True,
            ),
            {},
            models.StaffTenantList,
            request_options,
        )

    def create_tenant_switch(
        self,
        *,
        tenant_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.TenantSwitch:
        """Start switching to another tenant.

        Returns a token that opens a session at a tenant that the caller works for: send it to
        `POST /admin/v1/auth/switch` of `host` within a minute. It is good once. 404 for a tenant that the caller
        does not work for, or that is not active.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/me/tenants/{tenant_id}/switch",
                takes_token=True,
            ),
            {
                "tenant_id": tenant_id,
            },
            models.TenantSwitch,
            request_options,
        )

    def list_merchants(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.MerchantList:
        """List merchants.

        All merchants, the default one first, each with its account at the payment provider.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/merchants",
                takes_token=True,
            ),
            {},
            models.MerchantList,
            request_options,
        )

    def create_onboarding_link(
        self,
        *,
        merchant_id: str,
        refresh_url: str,
        return_url: str,
        request_options: RequestOptions | None = None,
    ) -> models.OnboardingLink:
        """Create an onboarding link.

        To a page of the payment provider where the merchant gives its details, so that shares can
        be transferred to it. A link works once and for a few minutes: create it when it is about to be
        opened.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/merchants/{merchant_id}/onboarding-links",
                body="fields",
                takes_token=True,
            ),
            {
                "merchant_id": merchant_id,
                "refresh_url": refresh_url,
                "return_url": return_url,
            },
            models.OnboardingLink,
            request_options,
        )

    def list_merchant_orders(
        self,
        *,
        merchant_id: str,
        fulfillment_status: models.OrderFulfillmentStatus | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.MerchantOrderSummary]:
        """List a merchant's orders.

        Paid orders that hold something of the merchant's, newest first, each with the merchant's share of it.
        A merchant's own staff see those of their merchant.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/merchants/{merchant_id}/orders",
                query=("fulfillment_status", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "merchant_id": merchant_id,
                "fulfillment_status": fulfillment_status,
                "limit": limit,
                "cursor": cursor,
            },
            models.MerchantOrderPage,
            request_options,
        )

    def get_merchant_order(
        self,
        *,
        merchant_id: str,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.MerchantOrder:
        """Get a merchant's part of an order.

        The merchant's lines and parcels of a paid order, where to ship them, and what the merchant is paid.
        Not what other merchants sold in the same purchase, nor the shopper's e-mail address.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/merchants/{merchant_id}/orders/{order_id}",
                takes_token=True,
            ),
            {
                "merchant_id": merchant_id,
                "order_id": order_id,
            },
            models.MerchantOrder,
            request_options,
        )

    def list_newsletter_subscribers(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.NewsletterSubscriber]:
        """List newsletter subscribers.

        Addresses that have the consent `marketing_email` now, in the order of the addresses: those of customers who are not
        blocked, and those without an account.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/newsletter/subscribers",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "limit": limit,
                "cursor": cursor,
            },
            models.NewsletterSubscriberPage,
            request_options,
        )

    def export_newsletter_subscribers(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export newsletter subscribers.

        The same list whole, as CSV in UTF-8 with the columns `email`, `customer_id`, `subscriber_id`, `source`,
        `storefront_id` and `subscribed_at`. Text that a spreadsheet would take for a formula begins with an apostrophe.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/newsletter/subscribers.csv",
                download="text/csv",
                takes_token=True,
            ),
            {},
            Download,
            request_options,
        )

    def delete_newsletter_subscriber(
        self,
        *,
        subscriber_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a newsletter subscriber.

        Forgets an address without an account, with its answers. A customer's consent goes with the customer.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/newsletter/subscribers/{subscriber_id}",
                takes_token=True,
            ),
            {
                "subscriber_id": subscriber_id,
            },
            None,
            request_options,
        )

    def list_operator_access(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.OperatorAccessList:
        """List operator access.

        When somebody who runs the platform looked into this tenant, why, and how many requests they made; the
        latest 100, newest first. What they read and changed is in the audit log: filter it by `actor`.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/operator-access",
                takes_token=True,
            ),
            {},
            models.OperatorAccessList,
            request_options,
        )

    def end_operator_access(
        self,
        *,
        operator_access_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """End operator access.

        Its token stops working at once.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/operator-access/{operator_access_id}",
                takes_token=True,
            ),
            {
                "operator_access_id": operator_access_id,
            },
            None,
            request_options,
        )

    def list_orders(
        self,
        *,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        payment_status: models.OrderPaymentStatus | str | NotGiven = NOT_GIVEN,
        fulfillment_status: models.OrderFulfillmentStatus | str | NotGiven = NOT_GIVEN,
        placed_from: datetime | str | NotGiven = NOT_GIVEN,
        placed_before: datetime | str | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        customer_id: str | NotGiven = NOT_GIVEN,
        merchant_id: str | NotGiven = NOT_GIVEN,
        product_id: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        country: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        total_from: int | NotGiven = NOT_GIVEN,
        total_to: int | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        archived: bool | NotGiven = NOT_GIVEN,
        sort: models.OrderSort | str | NotGiven = NOT_GIVEN,
        with_count: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminOrderSummary]:
        """List orders.

        Newest first, unless sorted otherwise. Archived orders are listed only when they are asked for.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/orders",
                query=("status", "payment_status", "fulfillment_status", "placed_from", "placed_before", "search", "customer_id", "merchant_id", "product_id", "storefront_id", "country", "currency", "total_from", "total_to", "tag", "archived", "sort", "with_count", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "status": status,
                "payment_status": payment_status,
                "fulfillment_status": fulfillment_status,
                "placed_from": placed_from,
                "placed_before": placed_before,
                "search": search,
                "customer_id": customer_id,
                "merchant_id": merchant_id,
                "product_id": product_id,
                "storefront_id": storefront_id,
                "country": country,
                "currency": currency,
                "total_from": total_from,
                "total_to": total_to,
                "tag": tag,
                "archived": archived,
                "sort": sort,
                "with_count": with_count,
                "limit": limit,
                "cursor": cursor,
            },
            models.CountedOrderPage,
            request_options,
        )

    def export_orders(
        self,
        *,
        status: models.OrderStatus | str | NotGiven = NOT_GIVEN,
        payment_status: models.OrderPaymentStatus | str | NotGiven = NOT_GIVEN,
        fulfillment_status: models.OrderFulfillmentStatus | str | NotGiven = NOT_GIVEN,
        placed_from: datetime | str | NotGiven = NOT_GIVEN,
        placed_before: datetime | str | NotGiven = NOT_GIVEN,
        search: str | NotGiven = NOT_GIVEN,
        customer_id: str | NotGiven = NOT_GIVEN,
        merchant_id: str | NotGiven = NOT_GIVEN,
        product_id: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        country: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        total_from: int | NotGiven = NOT_GIVEN,
        total_to: int | NotGiven = NOT_GIVEN,
        tag: str | NotGiven = NOT_GIVEN,
        archived: bool | NotGiven = NOT_GIVEN,
        sort: models.OrderSort | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export orders.

        The orders that the list would have with these parameters as CSV in UTF-8, with the columns `number`, `id`,
        `placed_at`, `status`, `payment_status`, `fulfillment_status`, `email`, `currency`, `total` and `refunded`. Amounts
        are decimals of the currency, such as `12.05`. The file is written as it is read.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/orders.csv",
                query=("status", "payment_status", "fulfillment_status", "placed_from", "placed_before", "search", "customer_id", "merchant_id", "product_id", "storefront_id", "country", "currency", "total_from", "total_to", "tag", "archived", "sort",),
                download="text/csv",
                takes_token=True,
            ),
            {
                "status": status,
                "payment_status": payment_status,
                "fulfillment_status": fulfillment_status,
                "placed_from": placed_from,
                "placed_before": placed_before,
                "search": search,
                "customer_id": customer_id,
                "merchant_id": merchant_id,
                "product_id": product_id,
                "storefront_id": storefront_id,
                "country": country,
                "currency": currency,
                "total_from": total_from,
                "total_to": total_to,
                "tag": tag,
                "archived": archived,
                "sort": sort,
            },
            Download,
            request_options,
        )

    def change_orders(
        self,
        *,
        action: models.OrdersAction | str,
        order_ids: Sequence[str],
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.ChangedOrderList:
        """Change many orders.

        Tags, archives or fulfills up to 100 orders, one after the other, and answers what became of each: an order
        that cannot be changed holds no other up. Returns 422 `order_not_found`, and changes nothing, when an id
        is not of an order. Repeating it with the same key changes nothing more.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/bulk",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "action": action,
                "order_ids": order_ids,
                "tags": tags,
            },
            models.ChangedOrderList,
            request_options,
        )

    def get_order(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminOrder:
        """Show an order.

        With its lines, merchants' shares, transfers, refunds (created here or at the
        payment provider) and disputes.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/orders/{order_id}",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.AdminOrder,
            request_options,
        )

    def list_order_allocations(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.StockAllocationList:
        """List an order's allocations.

        From which locations the units of a paid order are taken: the one that has most of its lines, then by priority.
        Variants whose stock is not tracked are not listed.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/orders/{order_id}/allocations",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.StockAllocationList,
            request_options,
        )

    def cancel_order(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminOrder:
        """Cancel an order before its money is taken.

        Cancels the payment of an unpaid or authorized order and releases its stock. Cancelling it again changes nothing;
        a paid order returns 409 `order_wrong_status`: refund it instead. So does an authorized one of which units
        are shipped.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/cancel",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.AdminOrder,
            request_options,
        )

    def create_cancellation(
        self,
        *,
        order_id: str,
        lines: Sequence[models.CancelledLine | Mapping[str, Any]],
        reason: str | NotGiven = NOT_GIVEN,
        refund: bool | NotGiven = NOT_GIVEN,
        restock: bool | NotGiven = NOT_GIVEN,
        shipping: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Cancellation:
        """Cancel units of a paid or authorized order.

        Units that are neither shipped nor cancelled. They go back into stock and are refunded, unless the request
        says otherwise, and the shopper is told by e-mail. Of an authorized order the capture leaves the refund out, and
        409 `request_in_progress` is returned while it is being captured. Returns 422 `cancellation_too_large` for more units
        than that, and 422 `refund_too_large` for units that are refunded already: cancel them with `refund`
        false. An unpaid order returns 409 `order_wrong_status`: cancel all of it instead.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/cancellations",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "order_id": order_id,
                "lines": lines,
                "reason": reason,
                "refund": refund,
                "restock": restock,
                "shipping": shipping,
            },
            models.Cancellation,
            request_options,
        )

    def capture_order(
        self,
        *,
        order_id: str,
        amount: models.Money | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminOrder:
        """Capture an authorized order.

        Takes the money that the shopper's bank has set aside, less units that were cancelled. There is one capture of
        an order: with a smaller `amount`, the bank lets the rest go, and the order is `partially_refunded`. A captured
        order stays as it is; one that is not authorized returns 409 `order_wrong_status`. While the provider cannot be
        reached the answer is 503; the capture is carried out when it can.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/capture",
                body="fields",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "amount": amount,
            },
            models.AdminOrder,
            request_options,
        )

    def list_order_documents(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminDocumentList:
        """List documents of an order.

        Its invoice and the credit notes of its refunds, oldest first.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/orders/{order_id}/documents",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.AdminDocumentList,
            request_options,
        )

    def create_fulfillment(
        self,
        *,
        order_id: str,
        lines: Sequence[models.FulfilledLine | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        merchant_id: str | NotGiven = NOT_GIVEN,
        tracking: models.CreateTracking | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminFulfillment:
        """Create a fulfillment.

        Ships units of a paid order in one parcel, or of an authorized one that is captured on fulfillment. An order can
        have several; each is of one merchant. Returns 422 `fulfillment_too_large` for more units than are left. Stock
        does not change: it left the shelf when the order was paid or authorized.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/fulfillments",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "order_id": order_id,
                "lines": lines,
                "merchant_id": merchant_id,
                "tracking": tracking,
            },
            models.AdminFulfillment,
            request_options,
        )

    def cancel_fulfillment(
        self,
        *,
        order_id: str,
        fulfillment_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminFulfillment:
        """Cancel a fulfillment.

        Its units can be shipped in another one. Stock does not change: the units are still sold. Repeating it
        changes nothing. A delivered fulfillment returns 409 `fulfillment_wrong_status`, one with units
        in a return 409 `return_open`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/cancel",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "fulfillment_id": fulfillment_id,
            },
            models.AdminFulfillment,
            request_options,
        )

    def deliver_fulfillment(
        self,
        *,
        order_id: str,
        fulfillment_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminFulfillment:
        """Mark a fulfillment as delivered.

        Repeating it changes nothing. A cancelled fulfillment returns 409 `fulfillment_wrong_status`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/delivered",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "fulfillment_id": fulfillment_id,
            },
            models.AdminFulfillment,
            request_options,
        )

    def issue_invoice(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminDocument:
        """Issue an invoice.

        Of a paid order, and the credit notes of its refunds; what was issued before stays as it is, so repeating it
        changes nothing and returns 200. Numbers have no gap. An unpaid order returns 409 `order_wrong_status`; if the
        invoicing settings lack something, the answer is 409 `seller_incomplete` with `missing`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/invoice",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.AdminDocument,
            request_options,
        )

    def get_order_money(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderMoney:
        """Trace an order's money.

        Every cent from the prices to the transfers: what each line came to, how it was split, what
        the provider and the platform kept, what was sent and taken back, and every entry in the
        books. The entries add up to zero.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/orders/{order_id}/money",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.OrderMoney,
            request_options,
        )

    def create_order_note(
        self,
        *,
        order_id: str,
        text: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderNote:
        """Create a note on an order.

        For the staff: shoppers never see it. The timeline shows it.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/notes",
                body="fields",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "text": text,
            },
            models.OrderNote,
            request_options,
        )

    def update_order_note(
        self,
        *,
        order_id: str,
        note_id: str,
        text: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderNote:
        """Edit a note on an order.

        One that the caller wrote; another's returns 403 `order_note_not_own`.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/orders/{order_id}/notes/{note_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "note_id": note_id,
                "text": text,
            },
            models.OrderNote,
            request_options,
        )

    def delete_order_note(
        self,
        *,
        order_id: str,
        note_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a note on an order.

        One that the caller wrote; another's returns 403 `order_note_not_own`.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/orders/{order_id}/notes/{note_id}",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "note_id": note_id,
            },
            None,
            request_options,
        )

    def download_packing_slip(
        self,
        *,
        order_id: str,
        fulfillment_id: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Download a packing slip.

        Of a fulfillment, or of all that is neither shipped nor cancelled: quantities, stock keeping units and titles
        without prices, as PDF. It has no number and is not kept. Returns 409 `nothing_to_pack` when nothing is left.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/orders/{order_id}/packing-slip.pdf",
                query=("fulfillment_id",),
                download="application/pdf",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "fulfillment_id": fulfillment_id,
            },
            Download,
            request_options,
        )

    def create_refund(
        self,
        *,
        order_id: str,
        amount: models.Money | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        full: bool | NotGiven = NOT_GIVEN,
        lines: Sequence[models.RefundedLine | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        reason: str | NotGiven = NOT_GIVEN,
        return_id: str | NotGiven = NOT_GIVEN,
        shipping: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Refund:
        """Create a refund.

        Of all that is left (`full`), or of units of lines, what came with a return, the shipping, and an amount.
        Each unit's price and tax is refunded exactly, in whatever steps. Returns 422 `refund_too_large` for
        more than is left of a merchant's share, also after refunds created at the payment provider or
        disputes; `full` refunds what is left. If the provider cannot be reached the refund is `requested`
        and carried out later. If the provider refuses it, it is `failed` and its units can be refunded again.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/refunds",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "order_id": order_id,
                "amount": amount,
                "full": full,
                "lines": lines,
                "reason": reason,
                "return_id": return_id,
                "shipping": shipping,
            },
            models.Refund,
            request_options,
        )

    def preview_refund(
        self,
        *,
        order_id: str,
        amount: models.Money | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        full: bool | NotGiven = NOT_GIVEN,
        lines: Sequence[models.RefundedLine | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        reason: str | NotGiven = NOT_GIVEN,
        return_id: str | NotGiven = NOT_GIVEN,
        shipping: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.RefundPreview:
        """Preview a refund.

        Takes the body of a refund and answers who would give what, and what would be left; changes nothing. A
        refund that is created then does the same, unless something else happens in between.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/refunds/preview",
                body="fields",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "amount": amount,
                "full": full,
                "lines": lines,
                "reason": reason,
                "return_id": return_id,
                "shipping": shipping,
            },
            models.RefundPreview,
            request_options,
        )

    def create_return(
        self,
        *,
        order_id: str,
        lines: Sequence[models.AdminCreateReturnLine | Mapping[str, Any]],
        reason: models.ReturnReason | str,
        note: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReturn:
        """Create a return.

        For units that are shipped and in no other return; it is `approved` at once, whatever the storefront's
        window. Returns 422 `return_too_large` for more units than that. Money goes back by a refund of the lines.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/orders/{order_id}/returns",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "order_id": order_id,
                "lines": lines,
                "note": note,
                "reason": reason,
            },
            models.AdminReturn,
            request_options,
        )

    def set_order_tags(
        self,
        *,
        order_id: str,
        tags: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> models.OrderTags:
        """Set the tags of an order.

        Replaces those it has. Orders can be listed by tag.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/orders/{order_id}/tags",
                body="fields",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "tags": tags,
            },
            models.OrderTags,
            request_options,
        )

    def get_order_timeline(
        self,
        *,
        order_id: str,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.OrderEvent]:
        """Show an order's timeline.

        Newest first: payments, refunds, parcels, returns, cancellations, disputes, messages to the shopper, notes,
        and what staff and programs changed.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/orders/{order_id}/timeline",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "limit": limit,
                "cursor": cursor,
            },
            models.OrderEventPage,
            request_options,
        )

    def get_payment_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.PaymentSettings:
        """Show the payment settings.

        Of the whole tenant.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/payment-settings",
                takes_token=True,
            ),
            {},
            models.PaymentSettings,
            request_options,
        )

    def set_payment_settings(
        self,
        *,
        capture: models.CaptureRule | str,
        request_options: RequestOptions | None = None,
    ) -> models.PaymentSettings:
        """Replace the payment settings.

        Orders that are placed already keep their rule.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/payment-settings",
                body="fields",
                takes_token=True,
            ),
            {
                "capture": capture,
            },
            models.PaymentSettings,
            request_options,
        )

    def list_products(
        self,
        *,
        status: models.ProductStatus | str | NotGiven = NOT_GIVEN,
        q: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminProductSummary]:
        """List products.

        Newest first.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/products",
                query=("status", "q", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "status": status,
                "q": q,
                "limit": limit,
                "cursor": cursor,
            },
            models.AdminProductPage,
            request_options,
        )

    def create_product(
        self,
        *,
        status: models.ProductStatus | str,
        title: str,
        variants: Sequence[models.CreateVariant | Mapping[str, Any]],
        category: Sequence[str] | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        final_sale: bool | NotGiven = NOT_GIVEN,
        merchant_id: str | NotGiven = NOT_GIVEN,
        options: Sequence[str] | NotGiven = NOT_GIVEN,
        product_type: str | NotGiven = NOT_GIVEN,
        seo_description: str | None | NotGiven = NOT_GIVEN,
        seo_title: str | None | NotGiven = NOT_GIVEN,
        slug: str | NotGiven = NOT_GIVEN,
        subtitle: str | None | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminProduct:
        """Create a product.

        Without a slug one is made of the title. A slug, or where SKUs are unique an SKU, of another
        product returns 409 `slug_taken` or `sku_taken`. Without `merchant_id` it is the default merchant's;
        an unknown one returns 422 `merchant_not_found`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/products",
                body="fields",
                takes_token=True,
            ),
            {
                "category": category,
                "description": description,
                "final_sale": final_sale,
                "merchant_id": merchant_id,
                "options": options,
                "product_type": product_type,
                "seo_description": seo_description,
                "seo_title": seo_title,
                "slug": slug,
                "status": status,
                "subtitle": subtitle,
                "tags": tags,
                "title": title,
                "variants": variants,
                "vendor": vendor,
            },
            models.AdminProduct,
            request_options,
        )

    def get_product(
        self,
        *,
        product_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminProduct:
        """Show a product.

        Drafts and archived products as well, with all variants, images and stock.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/products/{product_id}",
                takes_token=True,
            ),
            {
                "product_id": product_id,
            },
            models.AdminProduct,
            request_options,
        )

    def update_product(
        self,
        *,
        product_id: str,
        description: str | NotGiven = NOT_GIVEN,
        final_sale: bool | NotGiven = NOT_GIVEN,
        product_type: str | NotGiven = NOT_GIVEN,
        seo_description: str | None | NotGiven = NOT_GIVEN,
        seo_title: str | None | NotGiven = NOT_GIVEN,
        status: models.ProductStatus | str | NotGiven = NOT_GIVEN,
        subtitle: str | None | NotGiven = NOT_GIVEN,
        tags: Sequence[str] | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        vendor: str | NotGiven = NOT_GIVEN,
        version: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminProduct:
        """Change a product.

        Absent fields do not change. With the `version` that was read, the request returns 409
        `version_mismatch` if the product was changed meanwhile, and `current_version`
        is its version.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/products/{product_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "product_id": product_id,
                "description": description,
                "final_sale": final_sale,
                "product_type": product_type,
                "seo_description": seo_description,
                "seo_title": seo_title,
                "status": status,
                "subtitle": subtitle,
                "tags": tags,
                "title": title,
                "vendor": vendor,
                "version": version,
            },
            models.AdminProduct,
            request_options,
        )

    def upload_image(
        self,
        *,
        product_id: str,
        body: bytes,
        request_options: RequestOptions | None = None,
    ) -> models.AdminImage:
        """Upload an image.

        The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a
        side. Its bytes decide what it is. The image is turned upright, converted to sRGB and stored
        without EXIF data, after the product's other images; a product has at most 50. Uploading an
        image that the product already has returns 200 with that image and changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/products/{product_id}/images",
                body="file",
                file_type="application/octet-stream",
                takes_token=True,
            ),
            {
                "product_id": product_id,
                "body": body,
            },
            models.AdminImage,
            request_options,
        )

    def get_image(
        self,
        *,
        product_id: str,
        image_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminImage:
        """Show an image.

        One image of the product, with its alternative text and position.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/products/{product_id}/images/{image_id}",
                takes_token=True,
            ),
            {
                "product_id": product_id,
                "image_id": image_id,
            },
            models.AdminImage,
            request_options,
        )

    def update_image(
        self,
        *,
        product_id: str,
        image_id: str,
        alt: str | NotGiven = NOT_GIVEN,
        alt_translations: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        focal_point: models.FocalPoint | Mapping[str, Any] | None | NotGiven = NOT_GIVEN,
        position: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminProduct:
        """Change an image.

        Absent fields do not change. A new position moves the images in between. Returns the product.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/products/{product_id}/images/{image_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "product_id": product_id,
                "image_id": image_id,
                "alt": alt,
                "alt_translations": alt_translations,
                "focal_point": focal_point,
                "position": position,
            },
            models.AdminProduct,
            request_options,
        )

    def delete_image(
        self,
        *,
        product_id: str,
        image_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete an image.

        Variants that showed it have no image of their own any more. Its URL stays valid.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/products/{product_id}/images/{image_id}",
                takes_token=True,
            ),
            {
                "product_id": product_id,
                "image_id": image_id,
            },
            None,
            request_options,
        )

    def get_product_visibility(
        self,
        *,
        product_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.ProductVisibility:
        """Show a product's visibility.

        Which customer groups see the product in storefronts.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/products/{product_id}/visibility",
                takes_token=True,
            ),
            {
                "product_id": product_id,
            },
            models.ProductVisibility,
            request_options,
        )

    def set_product_visibility(
        self,
        *,
        product_id: str,
        customer_group_ids: Sequence[str],
        request_options: RequestOptions | None = None,
    ) -> models.ProductVisibility:
        """Set a product's visibility.

        Only members of the groups find, see and buy the product then. Without groups every shopper does.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/products/{product_id}/visibility",
                body="fields",
                takes_token=True,
            ),
            {
                "product_id": product_id,
                "customer_group_ids": customer_group_ids,
            },
            models.ProductVisibility,
            request_options,
        )

    def report_categories(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CategoryReport:
        """Report sales by category.

        A product's sales are of its deepest category (of several as deep, the one with the lowest id) as it was when the
        order was last counted: at its last change of money, or when all days were. The rows of all categories and the
        one without a category add up to the totals.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/categories",
                query=("from", "to", "storefront_id", "currency",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            models.CategoryReport,
            request_options,
        )

    def report_cohorts(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CohortReport:
        """Report cohorts.

        A cohort is the customers whose first paid order is of one month; for each, how many of them ordered in that month
        and in the later ones, and for how much.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/cohorts",
                query=("from", "to",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
            },
            models.CohortReport,
            request_options,
        )

    def report_countries(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CountryReport:
        """Report sales by country.

        Countries that orders were shipped to.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/countries",
                query=("from", "to", "storefront_id", "currency",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            models.CountryReport,
            request_options,
        )

    def report_customers(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        interval: models.ReportInterval | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CustomerReport:
        """Report customers.

        How many customers ordered by day, week or month, and how many of them had ordered before. A customer is an account,
        or for orders of guests an e-mail address, in all storefronts of the tenant. An order counts on the day that it was
        paid, refunded or not.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/customers",
                query=("from", "to", "interval",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "interval": interval,
            },
            models.CustomerReport,
            request_options,
        )

    def export_report(
        self,
        *,
        report: models.ReportKind | str | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        interval: models.ReportInterval | str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export a report.

        The rows of a report as a CSV file: what each is of (a day, or an id or code), `currency`, and the figures of the
        report. Amounts are decimals of the currency, such as `12.05`. Products: the 500 with the most sales in each
        currency. `customers` and `cohorts` have the columns of those reports, and take neither a storefront nor a
        currency.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/export.csv",
                query=("report", "from", "to", "interval", "storefront_id", "currency",),
                download="text/csv",
                takes_token=True,
            ),
            {
                "report": report,
                "from": from_,
                "to": to,
                "interval": interval,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            Download,
            request_options,
        )

    def export_report_parquet(
        self,
        *,
        report: models.ReportKind | str | NotGiven = NOT_GIVEN,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        interval: models.ReportInterval | str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export a report as Parquet.

        The same rows as `export.csv`, with typed columns: text, and 64-bit whole numbers. Amounts are in minor units of
        `currency`, and their columns end with `_minor`. What has no value is null. The same report is the same bytes.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/export.parquet",
                query=("report", "from", "to", "interval", "storefront_id", "currency",),
                download="application/vnd.apache.parquet",
                takes_token=True,
            ),
            {
                "report": report,
                "from": from_,
                "to": to,
                "interval": interval,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            Download,
            request_options,
        )

    def report_funnel(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.FunnelReport:
        """Report the funnel.

        How many visits saw a product, and how many carts, orders and payments there were on the same days, with the reasons
        for which checkout refused. Visits are what browsers tell of, with the visitor's consent where the store asks for it;
        the rest is counted by the server. Counted as it happens, and not made again by a rebuild.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/funnel",
                query=("from", "to", "storefront_id",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "storefront_id": storefront_id,
            },
            models.FunnelReport,
            request_options,
        )

    def report_merchants(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.MerchantReport:
        """Report sales by merchant.

        With commission, fees, earnings and the take rate. An order with goods of several merchants counts for each of
        them, and once in the totals.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/merchants",
                query=("from", "to", "storefront_id", "currency",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            models.MerchantReport,
            request_options,
        )

    def report_products(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.ProductReport:
        """Report sales by product.

        Products with the most sales first, in each currency. The rows of all products and the one without a product
        add up to the totals.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/products",
                query=("from", "to", "limit", "storefront_id", "currency",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "limit": limit,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            models.ProductReport,
            request_options,
        )

    def report_sales(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        interval: models.ReportInterval | str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SalesReport:
        """Report sales.

        Orders, units, sales, refunds and earnings by day, week or month, with the totals of as many days before. Facts
        count on the day that they happened: a refund not on the day of its sale.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/sales",
                query=("from", "to", "interval", "storefront_id", "currency",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "interval": interval,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            models.SalesReport,
            request_options,
        )

    def report_storefronts(
        self,
        *,
        from_: str | NotGiven = NOT_GIVEN,
        to: str | NotGiven = NOT_GIVEN,
        storefront_id: str | NotGiven = NOT_GIVEN,
        currency: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StorefrontReport:
        """Report sales by storefront.

        All storefronts of the tenant.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reports/storefronts",
                query=("from", "to", "storefront_id", "currency",),
                takes_token=True,
            ),
            {
                "from": from_,
                "to": to,
                "storefront_id": storefront_id,
                "currency": currency,
            },
            models.StorefrontReport,
            request_options,
        )

    def list_returns(
        self,
        *,
        status: models.ReturnStatus | str | NotGiven = NOT_GIVEN,
        order_id: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminReturn]:
        """List returns.

        Newest first.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/returns",
                query=("status", "order_id", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "status": status,
                "order_id": order_id,
                "limit": limit,
                "cursor": cursor,
            },
            models.AdminReturnPage,
            request_options,
        )

    def get_return(
        self,
        *,
        return_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReturn:
        """Show a return.

        With its lines, and how many units of each came.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/returns/{return_id}",
                takes_token=True,
            ),
            {
                "return_id": return_id,
            },
            models.AdminReturn,
            request_options,
        )

    def approve_return(
        self,
        *,
        return_id: str,
        message: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReturn:
        """Approve a return.

        The shopper is told by e-mail, with the message. Repeating it changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/returns/{return_id}/approve",
                body="fields",
                takes_token=True,
            ),
            {
                "return_id": return_id,
                "message": message,
            },
            models.AdminReturn,
            request_options,
        )

    def cancel_return(
        self,
        *,
        return_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReturn:
        """Cancel a return.

        One of which no unit came. Its units can be in another return. Repeating it changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/returns/{return_id}/cancel",
                takes_token=True,
            ),
            {
                "return_id": return_id,
            },
            models.AdminReturn,
            request_options,
        )

    def receive_return(
        self,
        *,
        return_id: str,
        lines: Sequence[models.ReceivedLine | Mapping[str, Any]],
        is_final: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReturn:
        """Receive a return.

        Says how many units of each line came until now, and how many of these go back into stock; so repeating
        it changes nothing, and counts never go down. The return is `received` when all units came, or with
        `is_final`; the shopper is then told by e-mail.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/returns/{return_id}/receive",
                body="fields",
                takes_token=True,
            ),
            {
                "return_id": return_id,
                "is_final": is_final,
                "lines": lines,
            },
            models.AdminReturn,
            request_options,
        )

    def reject_return(
        self,
        *,
        return_id: str,
        message: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReturn:
        """Reject a return.

        The shopper is told by e-mail, with the message. Its units can be in another return. Repeating it changes
        nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/returns/{return_id}/reject",
                body="fields",
                takes_token=True,
            ),
            {
                "return_id": return_id,
                "message": message,
            },
            models.AdminReturn,
            request_options,
        )

    def get_review_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.ReviewSettings:
        """Show the review settings.

        Of the whole tenant.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/review-settings",
                takes_token=True,
            ),
            {},
            models.ReviewSettings,
            request_options,
        )

    def set_review_settings(
        self,
        *,
        edit_window_days: int,
        invitation_delay_days: int,
        is_moderated: bool,
        sends_invitations: bool,
        request_options: RequestOptions | None = None,
    ) -> models.ReviewSettings:
        """Replace the review settings.

        Reviews that are there keep their status and the time until which they can be changed, and invitations
        that are planned keep their day; without `sends_invitations` none of them is sent.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/review-settings",
                body="fields",
                takes_token=True,
            ),
            {
                "edit_window_days": edit_window_days,
                "invitation_delay_days": invitation_delay_days,
                "is_moderated": is_moderated,
                "sends_invitations": sends_invitations,
            },
            models.ReviewSettings,
            request_options,
        )

    def list_reviews(
        self,
        *,
        status: models.ReviewStatus | str | NotGiven = NOT_GIVEN,
        subject: models.ReviewSubject | str | NotGiven = NOT_GIVEN,
        product_id: str | NotGiven = NOT_GIVEN,
        merchant_id: str | NotGiven = NOT_GIVEN,
        rating: int | NotGiven = NOT_GIVEN,
        reported: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.AdminReview]:
        """List reviews.

        Newest first. Staff of one merchant see published reviews of it and of what it sold.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/reviews",
                query=("status", "subject", "product_id", "merchant_id", "rating", "reported", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "status": status,
                "subject": subject,
                "product_id": product_id,
                "merchant_id": merchant_id,
                "rating": rating,
                "reported": reported,
                "limit": limit,
                "cursor": cursor,
            },
            models.AdminReviewPage,
            request_options,
        )

    def get_review(
        self,
        *,
        review_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReviewDetails:
        """Show a review.

        With the decisions about it and the reports of it, at most 100 of each, latest first.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/reviews/{review_id}",
                takes_token=True,
            ),
            {
                "review_id": review_id,
            },
            models.AdminReviewDetails,
            request_options,
        )

    def answer_review(
        self,
        *,
        review_id: str,
        text: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReview:
        """Answer a review.

        A published review has one answer, which everybody sees; sending another one replaces it and says when.
        The rating does not change.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/reviews/{review_id}/answer",
                body="fields",
                takes_token=True,
            ),
            {
                "review_id": review_id,
                "text": text,
            },
            models.AdminReview,
            request_options,
        )

    def publish_review(
        self,
        *,
        review_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReview:
        """Publish a review.

        Also one that was rejected. A published one stays so, and its reports are settled. A deleted one returns
        409 `review_wrong_status`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/reviews/{review_id}/publish",
                takes_token=True,
            ),
            {
                "review_id": review_id,
            },
            models.AdminReview,
            request_options,
        )

    def reject_review(
        self,
        *,
        review_id: str,
        reason: models.ReviewReason | str,
        note: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminReview:
        """Reject a review.

        Also one that is published. Its author is shown the reason and the note, and may appeal once; the public
        statistics count it under the reason. A low rating is no reason. A deleted review returns 409
        `review_wrong_status`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/reviews/{review_id}/reject",
                body="fields",
                takes_token=True,
            ),
            {
                "review_id": review_id,
                "note": note,
                "reason": reason,
            },
            models.AdminReview,
            request_options,
        )

    def list_roles(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.StaffRoleList:
        """List roles.

        The built-in roles, which are the same in every tenant, then those of the tenant by name.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/roles",
                takes_token=True,
            ),
            {},
            models.StaffRoleList,
            request_options,
        )

    def create_role(
        self,
        *,
        authorities: Sequence[str],
        name: str,
        description: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StaffRole:
        """Create a role.

        A role allows nothing that its creator does not hold: otherwise 422 `authority_not_held`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/roles",
                body="fields",
                takes_token=True,
            ),
            {
                "authorities": authorities,
                "description": description,
                "name": name,
            },
            models.StaffRole,
            request_options,
        )

    def update_role(
        self,
        *,
        role_id: str,
        authorities: Sequence[str],
        name: str,
        description: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StaffRole:
        """Replace a role.

        Takes effect with the next request of every staff member who has the role.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/roles/{role_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "role_id": role_id,
                "authorities": authorities,
                "description": description,
                "name": name,
            },
            models.StaffRole,
            request_options,
        )

    def delete_role(
        self,
        *,
        role_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a role.

        Open invitations to the role end. Returns 409 `role_in_use` while staff members have it.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/roles/{role_id}",
                takes_token=True,
            ),
            {
                "role_id": role_id,
            },
            None,
            request_options,
        )

    def get_search_synonyms(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SearchSynonyms:
        """Show the synonyms.

        Groups of terms that mean the same in searches.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/search/synonyms",
                takes_token=True,
            ),
            {},
            models.SearchSynonyms,
            request_options,
        )

    def set_search_synonyms(
        self,
        *,
        groups: Sequence[models.SynonymGroup | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> models.SearchSynonyms:
        """Replace the synonyms.

        All groups at once; the next search uses them.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/search/synonyms",
                body="fields",
                takes_token=True,
            ),
            {
                "groups": groups,
            },
            models.SearchSynonyms,
            request_options,
        )

    def list_search_terms(
        self,
        *,
        day: str | NotGiven = NOT_GIVEN,
        without_results: bool | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.SearchTerm]:
        """List search terms.

        What shoppers searched for on a day, and how often nothing matched; most frequent first. Terms are counted
        without who searched. Up to 5,000 terms a day are counted and kept for 90 days; e-mail addresses and long numbers
        are not counted.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/search/terms",
                query=("day", "without_results", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "day": day,
                "without_results": without_results,
                "limit": limit,
                "cursor": cursor,
            },
            models.SearchTermPage,
            request_options,
        )

    def list_sender_domains(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SenderDomainList:
        """List sender domains.

        Oldest first, with the DNS records of each as the last check found them.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/sender-domains",
                takes_token=True,
            ),
            {},
            models.SenderDomainList,
            request_options,
        )

    def create_sender_domain(
        self,
        *,
        domain: str,
        request_options: RequestOptions | None = None,
    ) -> models.SenderDomain:
        """Create a sender domain.

        Makes a DKIM key for the domain; publish the records of the response, then verify. E-mails leave from an address
        at the domain when it is verified and a storefront has such an address as its sender. A tenant has 5 domains at most.
        409 `sender_domains_unsupported` if the installation sends e-mail through a provider that does not sign with keys of
        tenants.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/sender-domains",
                body="fields",
                takes_token=True,
            ),
            {
                "domain": domain,
            },
            models.SenderDomain,
            request_options,
        )

    def get_sender_domain(
        self,
        *,
        sender_domain_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.SenderDomain:
        """Show a sender domain.

        With its DNS records as the last check found them.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/sender-domains/{sender_domain_id}",
                takes_token=True,
            ),
            {
                "sender_domain_id": sender_domain_id,
            },
            models.SenderDomain,
            request_options,
        )

    def delete_sender_domain(
        self,
        *,
        sender_domain_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a sender domain.

        And its key. 409 `sender_domain_used` while a storefront sends from it.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/sender-domains/{sender_domain_id}",
                takes_token=True,
            ),
            {
                "sender_domain_id": sender_domain_id,
            },
            None,
            request_options,
        )

    def verify_sender_domain(
        self,
        *,
        sender_domain_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.SenderDomain:
        """Verify a sender domain.

        Looks its records up in DNS now; the worker does so about daily. The domain is verified when the DKIM record is
        there. 503 `dns_unavailable` if DNS does not answer: nothing changes then. 409 `sender_domain_in_use` if another tenant of the
        platform has verified the domain: remove its DKIM record from your DNS, and verify again a day later.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/sender-domains/{sender_domain_id}/verify",
                takes_token=True,
            ),
            {
                "sender_domain_id": sender_domain_id,
            },
            models.SenderDomain,
            request_options,
        )

    def get_sms_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SmsSettings:
        """Show the SMS settings.

        Of the whole tenant, with what was sent this month.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/sms-settings",
                takes_token=True,
            ),
            {},
            models.SmsSettings,
            request_options,
        )

    def set_sms_settings(
        self,
        *,
        is_enabled: bool,
        monthly_segment_limit: int,
        time_zone: str,
        quiet_from: str | NotGiven = NOT_GIVEN,
        quiet_until: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SmsSettings:
        """Replace the SMS settings.

        Text messages tell shoppers that a parcel was shipped or delivered: those who have an account, gave the consent
        `order_updates_sms` and a phone number in the shipping address.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/sms-settings",
                body="fields",
                takes_token=True,
            ),
            {
                "is_enabled": is_enabled,
                "monthly_segment_limit": monthly_segment_limit,
                "quiet_from": quiet_from,
                "quiet_until": quiet_until,
                "time_zone": time_zone,
            },
            models.SmsSettings,
            request_options,
        )

    def list_staff(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.StaffRecordList:
        """List staff members.

        All staff members of the tenant, including suspended ones, in the order in which they joined.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/staff",
                takes_token=True,
            ),
            {},
            models.StaffRecordList,
            request_options,
        )

    def list_invitations(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.InvitationList:
        """List open invitations.

        The latest first; those that were accepted or revoked, or have expired, are not listed.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/staff-invitations",
                takes_token=True,
            ),
            {},
            models.InvitationList,
            request_options,
        )

    def create_invitation(
        self,
        *,
        email: str,
        role: str,
        merchant_id: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Invitation:
        """Invite a staff member.

        The address gets an e-mail with a link that is good for 7 days. An earlier invitation of the same
        address ends. The role must allow nothing that the caller does not hold. `merchant_owner` and
        `merchant_staff` are held for one merchant: they reach its products, its part of orders, and for the
        owner its balances, through the operations that say `x-merchant-staff`.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/staff-invitations",
                body="fields",
                takes_token=True,
            ),
            {
                "email": email,
                "merchant_id": merchant_id,
                "role": role,
            },
            models.Invitation,
            request_options,
        )

    def accept_invitation(
        self,
        *,
        token: str,
        name: str | NotGiven = NOT_GIVEN,
        password: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AcceptedInvitation:
        """Accept an invitation.

        The token is the one of the link that was sent to the invited address. A person who has an account
        keeps its name and password; a new account needs both, and without them the response is 422
        `account_needed`. Sign in afterwards.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/staff-invitations/accept",
                body="fields",
            ),
            {
                "name": name,
                "password": password,
                "token": token,
            },
            models.AcceptedInvitation,
            request_options,
        )

    def revoke_invitation(
        self,
        *,
        invitation_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Revoke an invitation.

        Its link stops working at once.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/staff-invitations/{invitation_id}",
                takes_token=True,
            ),
            {
                "invitation_id": invitation_id,
            },
            None,
            request_options,
        )

    def get_staff_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.StaffSettings:
        """Show staff settings.

        Whether each staff member needs a second factor.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/staff-settings",
                takes_token=True,
            ),
            {},
            models.StaffSettings,
            request_options,
        )

    def set_staff_settings(
        self,
        *,
        requires_second_factor: bool,
        request_options: RequestOptions | None = None,
    ) -> models.StaffSettings:
        """Change staff settings.

        Where a second factor is required, a member who has not given one in their session may do nothing but
        enrol one: 403 `step_up_required`. The caller needs one to demand it (409 `no_second_factor`). Secret
        keys work as before.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/staff-settings",
                body="fields",
                takes_token=True,
            ),
            {
                "requires_second_factor": requires_second_factor,
            },
            models.StaffSettings,
            request_options,
        )

    def update_staff_member(
        self,
        *,
        staff_id: str,
        is_suspended: bool | NotGiven = NOT_GIVEN,
        merchant_id: str | NotGiven = NOT_GIVEN,
        role: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StaffRecord:
        """Change a staff member.

        Absent fields do not change. Takes effect with the member's next request. Returns 422
        `authority_not_held` if the member's role, or the new one, allows something that the caller does not
        hold, and 409 `last_owner` if the tenant would have no owner who can sign in.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/staff/{staff_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "staff_id": staff_id,
                "is_suspended": is_suspended,
                "merchant_id": merchant_id,
                "role": role,
            },
            models.StaffRecord,
            request_options,
        )

    def remove_staff_member(
        self,
        *,
        staff_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Remove a staff member.

        The account stays, and keeps working for other tenants.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/staff/{staff_id}",
                takes_token=True,
            ),
            {
                "staff_id": staff_id,
            },
            None,
            request_options,
        )

    def adjust_stock(
        self,
        *,
        adjustments: Sequence[models.StockAdjustment | Mapping[str, Any]],
        reason: str,
        request_options: RequestOptions | None = None,
    ) -> models.StockAdjusted:
        """Adjust stock.

        Adds and removes units of up to 10,000 variants, all of them or none; two of opposite sign move units from one location to
        another. Returns 409 `insufficient_location_stock` if a location holds fewer than are removed. The same request with the
        same key changes nothing more.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/stock/adjustments",
                body="fields",
                takes_token=True,
                accepts_idempotency_key=True,
            ),
            {
                "adjustments": adjustments,
                "reason": reason,
            },
            models.StockAdjusted,
            request_options,
        )

    def list_stock_alerts(
        self,
        *,
        kind: models.StockAlertKind | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.StockAlert]:
        """List stock alerts.

        What happened to stock in the last 90 days, latest first.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/stock/alerts",
                query=("kind", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "kind": kind,
                "limit": limit,
                "cursor": cursor,
            },
            models.StockAlertPage,
            request_options,
        )

    def get_stock_settings(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.StockSettings:
        """Show the stock settings.

        How long unpaid orders hold stock, from where it is taken, and what each storefront shows of it.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/stock/settings",
                takes_token=True,
            ),
            {},
            models.StockSettings,
            request_options,
        )

    def set_stock_settings(
        self,
        *,
        allocation: models.AllocationRule | str,
        storefronts: Sequence[models.StorefrontStockDisplay | Mapping[str, Any]],
        reservation_minutes: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StockSettings:
        """Replace the stock settings.

        Storefronts that are not named keep what they show. Orders that are placed already keep their time to pay.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/stock/settings",
                body="fields",
                takes_token=True,
            ),
            {
                "allocation": allocation,
                "reservation_minutes": reservation_minutes,
                "storefronts": storefronts,
            },
            models.StockSettings,
            request_options,
        )

    def list_storefronts(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.AdminStorefrontList:
        """List storefronts.

        All storefronts of the tenant, in the order in which they were created.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/storefronts",
                takes_token=True,
            ),
            {},
            models.AdminStorefrontList,
            request_options,
        )

    def get_brand(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.BrandState:
        """Show a brand.

        The published version, and the draft if there is one.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/storefronts/{storefront_id}/brand",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.BrandState,
            request_options,
        )

    def save_brand_draft(
        self,
        *,
        storefront_id: str,
        colors: models.BrandColors | Mapping[str, Any],
        fonts: models.BrandFonts | Mapping[str, Any],
        name: str,
        favicon_url: str | NotGiven = NOT_GIVEN,
        logo_url: str | NotGiven = NOT_GIVEN,
        pages: Sequence[models.BrandPage | Mapping[str, Any]] | NotGiven = NOT_GIVEN,
        radius: models.Radius | str | NotGiven = NOT_GIVEN,
        texts: Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SavedBrand:
        """Save the draft of a brand.

        Replaces the draft; shoppers see it once it is published. Text needs a contrast of at least 4.5:1 on
        its background: 422 `brand_refused` names the colour and one that would do.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/storefronts/{storefront_id}/brand/draft",
                body="fields",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
                "colors": colors,
                "favicon_url": favicon_url,
                "fonts": fonts,
                "logo_url": logo_url,
                "name": name,
                "pages": pages,
                "radius": radius,
                "texts": texts,
            },
            models.SavedBrand,
            request_options,
        )

    def delete_brand_draft(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.BrandState:
        """Delete the draft of a brand.

        Without a draft nothing happens.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/storefronts/{storefront_id}/brand/draft",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.BrandState,
            request_options,
        )

    def list_brand_images(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.BrandImageList:
        """List brand images.

        The images that were uploaded for the storefront, the latest first.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/storefronts/{storefront_id}/brand/images",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.BrandImageList,
            request_options,
        )

    def upload_brand_image(
        self,
        *,
        storefront_id: str,
        body: bytes,
        request_options: RequestOptions | None = None,
    ) -> models.BrandImage:
        """Upload a brand image.

        The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side. Its bytes
        decide what it is. It is turned upright, converted to sRGB and stored without EXIF data. Put its `url` into the
        brand as `logo_url`, or into a page. A storefront has at most 100 images. Uploading one that it has already
        returns 200 with that image and changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/storefronts/{storefront_id}/brand/images",
                body="file",
                file_type="application/octet-stream",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
                "body": body,
            },
            models.BrandImage,
            request_options,
        )

    def delete_brand_image(
        self,
        *,
        storefront_id: str,
        brand_image_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a brand image.

        Its URL stays valid, where the brand shows it.
        """
        return self._call(
            Operation(
                "DELETE",
                "/admin/v1/storefronts/{storefront_id}/brand/images/{brand_image_id}",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
                "brand_image_id": brand_image_id,
            },
            None,
            request_options,
        )

    def create_brand_preview(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.PreviewLink:
        """Create a preview link.

        Anyone with the link sees the storefront with the draft for 24 hours, or until the draft is published
        or another link is created. Returns 409 `no_draft` without a draft.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/storefronts/{storefront_id}/brand/preview-links",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.PreviewLink,
            request_options,
        )

    def publish_brand(
        self,
        *,
        storefront_id: str,
        version: int,
        request_options: RequestOptions | None = None,
    ) -> models.BrandState:
        """Publish a brand.

        Publishes the draft, or rolls back to an earlier version. Shoppers see it within five seconds.
        """
        return self._call(
            Operation(
                "POST",
                "/admin/v1/storefronts/{storefront_id}/brand/publish",
                body="fields",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
                "version": version,
            },
            models.BrandState,
            request_options,
        )

    def list_brand_versions(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.BrandVersionList:
        """List versions of a brand.

        The latest first, up to 100.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/storefronts/{storefront_id}/brand/versions",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.BrandVersionList,
            request_options,
        )

    def get_return_policy(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.ReturnPolicy:
        """Show a storefront's return policy.

        14 days unless it was changed.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/storefronts/{storefront_id}/return-policy",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.ReturnPolicy,
            request_options,
        )

    def set_return_policy(
        self,
        *,
        storefront_id: str,
        window_days: int,
        request_options: RequestOptions | None = None,
    ) -> models.ReturnPolicy:
        """Set a storefront's return policy.

        Takes effect with the shopper's next request.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/storefronts/{storefront_id}/return-policy",
                body="fields",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
                "window_days": window_days,
            },
            models.ReturnPolicy,
            request_options,
        )

    def get_storefront_sender(
        self,
        *,
        storefront_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.StorefrontSender:
        """Show the sender of a storefront.

        The address that its e-mails come from, and where answers go.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/storefronts/{storefront_id}/sender",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
            },
            models.StorefrontSender,
            request_options,
        )

    def set_storefront_sender(
        self,
        *,
        storefront_id: str,
        address: str | NotGiven = NOT_GIVEN,
        reply_to: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.StorefrontSender:
        """Replace the sender of a storefront.

        E-mails come from `address` while its domain is a verified sender domain, and from the platform's address otherwise.
        400 names the field when the domain is not verified.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/storefronts/{storefront_id}/sender",
                body="fields",
                takes_token=True,
            ),
            {
                "storefront_id": storefront_id,
                "address": address,
                "reply_to": reply_to,
            },
            models.StorefrontSender,
            request_options,
        )

    def set_location_stock(
        self,
        *,
        variant_id: str,
        location_id: str,
        on_hand: int,
        expected_on_hand: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.VariantStock:
        """Set a variant's stock at a location.

        What was counted there. With `expected_on_hand` it is refused with 409 `stock_changed` if another number is there
        meanwhile: count again. Returns 409 `stock_reserved` if unpaid orders hold back more than is left altogether.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/variants/{variant_id}/locations/{location_id}/stock",
                body="fields",
                takes_token=True,
            ),
            {
                "variant_id": variant_id,
                "location_id": location_id,
                "expected_on_hand": expected_on_hand,
                "on_hand": on_hand,
            },
            models.VariantStock,
            request_options,
        )

    def set_variant_price(
        self,
        *,
        variant_id: str,
        price: models.Money | Mapping[str, Any],
        compare_at: models.Money | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminProduct:
        """Set the price of a variant.

        In the currency of the price; prices in other currencies do not change.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/variants/{variant_id}/price",
                body="fields",
                takes_token=True,
            ),
            {
                "variant_id": variant_id,
                "compare_at": compare_at,
                "price": price,
            },
            models.AdminProduct,
            request_options,
        )

    def get_variant_stock(
        self,
        *,
        variant_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.VariantStock:
        """Show a variant's stock.

        Altogether and by location. Returns 404 for a variant whose stock is not tracked.
        """
        return self._call(
            Operation(
                "GET",
                "/admin/v1/variants/{variant_id}/stock",
                takes_token=True,
            ),
            {
                "variant_id": variant_id,
            },
            models.VariantStock,
            request_options,
        )

    def set_variant_stock(
        self,
        *,
        variant_id: str,
        allow_backorder: bool | NotGiven = NOT_GIVEN,
        on_hand: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AdminProduct:
        """Set the stock of a variant.

        A count of all units, reserved units included: fewer than are reserved returns 409
        `stock_reserved`. Without `on_hand` stock is no longer tracked.
        """
        return self._call(
            Operation(
                "PUT",
                "/admin/v1/variants/{variant_id}/stock",
                body="fields",
                takes_token=True,
            ),
            {
                "variant_id": variant_id,
                "allow_backorder": allow_backorder,
                "on_hand": on_hand,
            },
            models.AdminProduct,
            request_options,
        )

    def list_stock_movements(
        self,
        *,
        variant_id: str,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.StockMovement]:
        """List a variant's stock movements.

        Latest first. What is on hand is the sum of all movements.
        """
        return self._list(
            Operation(
                "GET",
                "/admin/v1/variants/{variant_id}/stock/movements",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "variant_id": variant_id,
                "limit": limit,
                "cursor": cursor,
            },
            models.StockMovementPage,
            request_options,
        )

    def update_variant_stock(
        self,
        *,
        variant_id: str,
        backorder_limit: int | None | NotGiven = NOT_GIVEN,
        low_stock_threshold: int | None | NotGiven = NOT_GIVEN,
        safety_stock: int | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.VariantStock:
        """Change how a variant is sold.

        Absent fields do not change. Returns 409 `stock_reserved` for a backorder limit that orders are over already.
        """
        return self._call(
            Operation(
                "PATCH",
                "/admin/v1/variants/{variant_id}/stock/policy",
                body="fields",
                takes_token=True,
            ),
            {
                "variant_id": variant_id,
                "backorder_limit": backorder_limit,
                "low_stock_threshold": low_stock_threshold,
                "safety_stock": safety_stock,
            },
            models.VariantStock,
            request_options,
        )

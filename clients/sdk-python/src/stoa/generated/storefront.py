# Generated from the API document by `make gen`. Do not edit.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from stoa import models
from stoa.client import Client
from stoa.download import Download
from stoa.options import RequestOptions
from stoa.pages import Page
from stoa.request import NOT_GIVEN, NotGiven, Operation


class Storefront(Client):
    """The operations of the document under `/storefront`."""

    def get_account(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.Account:
        """Show the account.

        E-mail address and name of the shopper whose access token is sent.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account",
                takes_token=True,
            ),
            {},
            models.Account,
            request_options,
        )

    def update_account(
        self,
        *,
        first_name: str | NotGiven = NOT_GIVEN,
        last_name: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Account:
        """Change the account.

        Absent fields do not change.
        """
        return self._call(
            Operation(
                "PATCH",
                "/storefront/v1/account",
                body="fields",
                takes_token=True,
            ),
            {
                "first_name": first_name,
                "last_name": last_name,
            },
            models.Account,
            request_options,
        )

    def list_addresses(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SavedAddressList:
        """List addresses.

        The address book of the account, oldest first; at most 50.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/addresses",
                takes_token=True,
            ),
            {},
            models.SavedAddressList,
            request_options,
        )

    def create_address(
        self,
        *,
        address: models.Address | Mapping[str, Any],
        is_default_billing: bool | NotGiven = NOT_GIVEN,
        is_default_shipping: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SavedAddress:
        """Create an address.

        The country decides which fields are required. The first address becomes the default for shipping
        and billing unless the request says otherwise. An address book holds 50 addresses; one more returns
        409 `too_many_addresses`.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/addresses",
                body="fields",
                takes_token=True,
            ),
            {
                "address": address,
                "is_default_billing": is_default_billing,
                "is_default_shipping": is_default_shipping,
            },
            models.SavedAddress,
            request_options,
        )

    def get_address(
        self,
        *,
        address_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.SavedAddress:
        """Show an address.

        One address of the address book.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/addresses/{address_id}",
                takes_token=True,
            ),
            {
                "address_id": address_id,
            },
            models.SavedAddress,
            request_options,
        )

    def update_address(
        self,
        *,
        address_id: str,
        address: models.Address | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        is_default_billing: bool | NotGiven = NOT_GIVEN,
        is_default_shipping: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SavedAddress:
        """Change an address.

        Absent fields do not change; an `address` replaces the whole address. An address that becomes a
        default takes the place of the default before. Carts and orders keep the copy that they have.
        """
        return self._call(
            Operation(
                "PATCH",
                "/storefront/v1/account/addresses/{address_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "address_id": address_id,
                "address": address,
                "is_default_billing": is_default_billing,
                "is_default_shipping": is_default_shipping,
            },
            models.SavedAddress,
            request_options,
        )

    def delete_address(
        self,
        *,
        address_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete an address.

        Carts and orders keep their copies of it. Another default is not chosen.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/account/addresses/{address_id}",
                takes_token=True,
            ),
            {
                "address_id": address_id,
            },
            None,
            request_options,
        )

    def open_account_cart(
        self,
        *,
        guest_cart: models.GuestCart | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.AccountCart:
        """Open the account's cart.

        The account's cart on this storefront, which is created if there is none, with a token for this session: it is
        good as long as the session is, and ten of them are. With `guest_cart`, what is in that cart moves to the
        account's by the store's rule, as at sign-in; sending it again moves nothing twice. Show the cart with
        `GET /storefront/v1/carts/{cart_id}`.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/cart",
                body="fields",
                takes_token=True,
            ),
            {
                "guest_cart": guest_cart,
            },
            models.AccountCart,
            request_options,
        )

    def get_consents(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.Consents:
        """Show consents.

        What the shopper has agreed to now, and the last 100 answers, newest first.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/consents",
                takes_token=True,
            ),
            {},
            models.Consents,
            request_options,
        )

    def update_consents(
        self,
        *,
        marketing_email: bool | NotGiven = NOT_GIVEN,
        marketing_sms: bool | NotGiven = NOT_GIVEN,
        order_updates_sms: bool | NotGiven = NOT_GIVEN,
        terms_version: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Consents:
        """Change consents.

        Absent fields do not change. Each answer that changes something is recorded with its time and where it
        was said, and stays.
        """
        return self._call(
            Operation(
                "PATCH",
                "/storefront/v1/account/consents",
                body="fields",
                takes_token=True,
            ),
            {
                "marketing_email": marketing_email,
                "marketing_sms": marketing_sms,
                "order_updates_sms": order_updates_sms,
                "terms_version": terms_version,
            },
            models.Consents,
            request_options,
        )

    def list_own_customer_groups(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.AccountCustomerGroupList:
        """List the account's customer groups.

        A member of groups sees other products and prices when the access token is sent with the catalogue's operations.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/customer-groups",
                takes_token=True,
            ),
            {},
            models.AccountCustomerGroupList,
            request_options,
        )

    def delete_account(
        self,
        *,
        password: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete the account.

        Needs the password; wrong ones are counted as for changing it. Deletes everything that is only the
        account's, permanently. Orders are kept for as long as the law requires.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/delete",
                body="fields",
                takes_token=True,
            ),
            {
                "password": password,
            },
            None,
            request_options,
        )

    def change_email(
        self,
        *,
        email: str,
        password: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Change the e-mail address.

        Needs the password; wrong ones are counted as for changing it. Answers 202 for every other address,
        whether an account has it or not, and sends it an e-mail: with a link to confirm it with, good for
        24 hours, or saying that it has an account. Until it is confirmed nothing changes. A newer change ends
        one that waits. One such e-mail is sent to an address in a minute; a further request within it changes
        nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/email",
                body="fields",
                takes_token=True,
            ),
            {
                "email": email,
                "password": password,
            },
            None,
            request_options,
        )

    def export_account(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.AccountExport:
        """Export the account's data.

        Everything that the store keeps about the shopper, as one document: account, customer groups, addresses, consents,
        linked identities, sessions, carts, orders with lines and addresses, reviews, and e-mails of the last 90 days. May be requested as often as signing in.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/export",
                takes_token=True,
            ),
            {},
            models.AccountExport,
            request_options,
        )

    def export_account_file(
        self,
        *,
        kind: models.AccountExportFile | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Export the account's data as CSV.

        The data of `GET /storefront/v1/account/export`, one kind in a file in UTF-8; the first line names the columns. Amounts
        are in minor units. Text that a spreadsheet would take for a formula begins with an apostrophe. May be requested as
        often as signing in.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/export.csv",
                query=("kind",),
                download="text/csv",
                takes_token=True,
            ),
            {
                "kind": kind,
            },
            Download,
            request_options,
        )

    def list_identities(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SignInMethods:
        """List linked identities.

        Accounts at identity providers that sign in to this account, oldest first, and whether it has a password.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/identities",
                takes_token=True,
            ),
            {},
            models.SignInMethods,
            request_options,
        )

    def link_identity(
        self,
        *,
        browser_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.LinkedIdentity:
        """Link an identity.

        The identity of a sign-in that was answered with `link_required` because this account has its address. 400
        `invalid_token` for any other token, and after 30 minutes.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/identities",
                body="fields",
                takes_token=True,
            ),
            {
                "browser_token": browser_token,
            },
            models.LinkedIdentity,
            request_options,
        )

    def unlink_identity(
        self,
        *,
        linked_identity_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Unlink an identity.

        It does not sign in to the account any more. 409 `last_sign_in_method` if the account has no password and no
        other identity: a password reset gives it one.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/account/identities/{linked_identity_id}",
                takes_token=True,
            ),
            {
                "linked_identity_id": linked_identity_id,
            },
            None,
            request_options,
        )

    def list_own_orders(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.OrderSummary]:
        """List orders of the account.

        Newest first: every order placed with the account's e-mail address, signed in or as a guest, before or
        after the account was opened.
        """
        return self._list(
            Operation(
                "GET",
                "/storefront/v1/account/orders",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "limit": limit,
                "cursor": cursor,
            },
            models.OrderPage,
            request_options,
        )

    def get_own_order(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.Order:
        """Show an order of the account.

        Returns 404 for an order of another shopper.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/orders/{order_id}",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.Order,
            request_options,
        )

    def list_own_order_documents(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderDocumentList:
        """List documents of an order of the account.

        Returns 404 for an order of another shopper.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/orders/{order_id}/documents",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.OrderDocumentList,
            request_options,
        )

    def download_own_document(
        self,
        *,
        order_id: str,
        document_id: str,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Download a document of an order of the account.

        As PDF. Returns 404 for an order of another shopper.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/orders/{order_id}/documents/{document_id}/pdf",
                download="application/pdf",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "document_id": document_id,
            },
            Download,
            request_options,
        )

    def list_own_returns(
        self,
        *,
        order_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderReturnList:
        """List returns of an order of the account.

        Newest first. Returns 404 for an order of another shopper.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/orders/{order_id}/returns",
                takes_token=True,
            ),
            {
                "order_id": order_id,
            },
            models.OrderReturnList,
            request_options,
        )

    def create_own_return(
        self,
        *,
        order_id: str,
        lines: Sequence[models.CreateReturnLine | Mapping[str, Any]],
        reason: models.ReturnReason | str,
        note: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OrderReturn:
        """Request a return of an order of the account.

        Like a request with the order's token, for the shopper who is signed in. Returns 404 for an order of
        another shopper.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/orders/{order_id}/returns",
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
            models.OrderReturn,
            request_options,
        )

    def cancel_own_return(
        self,
        *,
        order_id: str,
        return_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderReturn:
        """Cancel a return of an order of the account.

        One of which no unit came. Repeating it changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/orders/{order_id}/returns/{return_id}/cancel",
                takes_token=True,
            ),
            {
                "order_id": order_id,
                "return_id": return_id,
            },
            models.OrderReturn,
            request_options,
        )

    def change_password(
        self,
        *,
        current_password: str,
        password: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Change the password.

        Needs the current password; a wrong one returns 422 `wrong_password`, and after 10 of them within
        15 minutes 429 `too_many_attempts`. Every other session and every link that resets the password
        ends, and the account's owner gets an e-mail.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/password",
                body="fields",
                takes_token=True,
            ),
            {
                "current_password": current_password,
                "password": password,
            },
            None,
            request_options,
        )

    def list_account_reviews(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.OwnReview]:
        """List reviews of the account.

        Newest first, whatever their status; without deleted ones.
        """
        return self._list(
            Operation(
                "GET",
                "/storefront/v1/account/reviews",
                query=("limit", "cursor",),
                takes_token=True,
            ),
            {
                "limit": limit,
                "cursor": cursor,
            },
            models.OwnReviewPage,
            request_options,
        )

    def create_account_review(
        self,
        *,
        order_line_id: str,
        rating: int,
        author_name: str | NotGiven = NOT_GIVEN,
        subject: models.ReviewSubject | str | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Create a review with the account.

        Of the product of a line of an order of the account that was paid, or with `subject` `merchant` of who sold
        it. A line has one review, and so has each merchant of an order: another one returns 409 `review_exists`.
        Whether it is published at once is a setting of the store.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/reviews",
                body="fields",
                takes_token=True,
            ),
            {
                "author_name": author_name,
                "order_line_id": order_line_id,
                "rating": rating,
                "subject": subject,
                "text": text,
                "title": title,
            },
            models.OwnReview,
            request_options,
        )

    def edit_account_review(
        self,
        *,
        review_id: str,
        rating: int,
        author_name: str | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Replace a review of the account.

        Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
        are published, it is checked again.
        """
        return self._call(
            Operation(
                "PUT",
                "/storefront/v1/account/reviews/{review_id}",
                body="fields",
                takes_token=True,
            ),
            {
                "review_id": review_id,
                "author_name": author_name,
                "rating": rating,
                "text": text,
                "title": title,
            },
            models.OwnReview,
            request_options,
        )

    def delete_account_review(
        self,
        *,
        review_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a review of the account.

        Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
        again.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/account/reviews/{review_id}",
                takes_token=True,
            ),
            {
                "review_id": review_id,
            },
            None,
            request_options,
        )

    def appeal_account_review(
        self,
        *,
        review_id: str,
        text: str,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Appeal against the rejection of a review of the account.

        Possible once; the review is `pending` then, until the staff decides again.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/reviews/{review_id}/appeal",
                body="fields",
                takes_token=True,
            ),
            {
                "review_id": review_id,
                "text": text,
            },
            models.OwnReview,
            request_options,
        )

    def upload_account_review_picture(
        self,
        *,
        review_id: str,
        body: bytes,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Upload a picture for a review of the account.

        The same as with the order's token: at most four pictures, each at most 10 MiB.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/account/reviews/{review_id}/pictures",
                body="file",
                file_type="application/octet-stream",
                takes_token=True,
            ),
            {
                "review_id": review_id,
                "body": body,
            },
            models.OwnReview,
            request_options,
        )

    def delete_account_review_picture(
        self,
        *,
        review_id: str,
        picture_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a picture of a review of the account.

        At any time; the file is deleted too.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/account/reviews/{review_id}/pictures/{picture_id}",
                takes_token=True,
            ),
            {
                "review_id": review_id,
                "picture_id": picture_id,
            },
            None,
            request_options,
        )

    def list_sessions(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.DeviceSessionList:
        """List sessions.

        Active sessions of the account, most recently used first; at most 50.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/account/sessions",
                takes_token=True,
            ),
            {},
            models.DeviceSessionList,
            request_options,
        )

    def end_all_sessions(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Revoke all sessions.

        Signs the shopper out on every device, this one too: all refresh tokens and access tokens stop working at
        once.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/account/sessions",
                takes_token=True,
            ),
            {},
            None,
            request_options,
        )

    def end_session(
        self,
        *,
        session_id: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Revoke a session.

        Its refresh token and its access tokens stop working at once. Revoking the current session signs
        this device out.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/account/sessions/{session_id}",
                takes_token=True,
            ),
            {
                "session_id": session_id,
            },
            None,
            request_options,
        )

    def confirm_email_change(
        self,
        *,
        token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Confirm a new e-mail address.

        With the token of the link that the new address was sent. The account has the address from then on,
        and links that reset its password end; its sessions go on. The old address gets an e-mail with a
        link that undoes the change for 72 hours. Orders that were placed with the new address without an
        account belong to the account after that. A token that is wrong, was used or has expired returns 400
        `invalid_token`, as does an address that another account has got meanwhile.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/confirm-email-change",
                body="fields",
            ),
            {
                "token": token,
            },
            None,
            request_options,
        )

    def forgot_password(
        self,
        *,
        email: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Request a password reset.

        Always answers 202. If the address has an account, an e-mail with a link is on its way; one is sent
        to an address in a minute. A link is good once, for 30 minutes, and until the password changes.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/forgot-password",
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
        guest_cart: models.GuestCart | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.ShopperSession:
        """Sign in.

        An unknown address, a wrong password, an address that was not confirmed and an account of
        another tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one
        address within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have
        signed in to the account before; resetting the password lets its owner in at once.

        With `guest_cart`, what is in that cart moves to the account's cart by the store's rule, and `cart` of the
        response names what was left out. A cart that cannot be taken over does not keep anybody from signing in.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/login",
                body="fields",
            ),
            {
                "email": email,
                "guest_cart": guest_cart,
                "password": password,
            },
            models.ShopperSession,
            request_options,
        )

    def request_login_code(
        self,
        *,
        email: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Request a code to sign in with.

        Always answers 202. An address that has an account gets an e-mail with a code of eight digits, which is
        good once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a
        minute.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/login-code",
                body="fields",
            ),
            {
                "email": email,
            },
            None,
            request_options,
        )

    def login_with_code(
        self,
        *,
        code: str,
        email: str,
        guest_cart: models.GuestCart | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.ShopperSession:
        """Sign in with a code.

        A wrong or used code, one that has expired and an unknown address get the same answer,
        `invalid_credentials`. After 5 wrong codes for one address within 15 minutes the answer is 429
        `too_many_attempts`. `guest_cart` is taken over as at signing in with a password.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/login-with-code",
                body="fields",
            ),
            {
                "code": code,
                "email": email,
                "guest_cart": guest_cart,
            },
            models.ShopperSession,
            request_options,
        )

    def logout(
        self,
        *,
        refresh_token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Sign out.

        Ends the session at once: neither its refresh token nor its access tokens are good any more.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/logout",
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
    ) -> models.ShopperSession:
        """Refresh the session.

        Returns a new access token, and a new refresh token in the place of the one that was sent, which
        is good once. Within ten seconds it may be sent again, while no token it was answered with has
        been used: each answer's token is good then, until a newer one is used. Any other reuse ends the
        session, and its owner gets an e-mail: the token may have been stolen. A session ends 30 days after
        it was last used, and 90 days after signing in.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/refresh",
                body="fields",
            ),
            {
                "refresh_token": refresh_token,
            },
            models.ShopperSession,
            request_options,
        )

    def resend_verification(
        self,
        *,
        email: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Resend the confirmation e-mail.

        Always answers 202. Earlier links stay good until they expire. One e-mail is sent to an address in
        a minute.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/resend-verification",
                body="fields",
            ),
            {
                "email": email,
            },
            None,
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

        With the token of a link. Every session of the account and every other link ends, and its owner
        gets an e-mail about it.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/reset-password",
                body="fields",
            ),
            {
                "password": password,
                "token": token,
            },
            None,
            request_options,
        )

    def sign_up(
        self,
        *,
        email: str,
        first_name: str,
        password: str,
        last_name: str | NotGiven = NOT_GIVEN,
        marketing_email: bool | NotGiven = NOT_GIVEN,
        marketing_sms: bool | NotGiven = NOT_GIVEN,
        terms_version: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Sign up.

        Always answers 202. An e-mail to the address holds a link, which confirms this sign-up and no
        other: send its token to `verify-email` to open the account with the password given here. Several
        sign-ups for one address may be pending; confirming one ends the others. An address that has an
        account gets an e-mail that says so. One e-mail is sent to an address in a minute: a further
        request within it sends none, and is confirmed by sending its password with the link's token. What was
        agreed to is recorded with the account, as of the sign-up.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/signup",
                body="fields",
            ),
            {
                "email": email,
                "first_name": first_name,
                "last_name": last_name,
                "marketing_email": marketing_email,
                "marketing_sms": marketing_sms,
                "password": password,
                "terms_version": terms_version,
            },
            None,
            request_options,
        )

    def finish_social_sign_in(
        self,
        *,
        browser_token: str,
        code: str,
        state: str,
        guest_cart: models.GuestCart | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        iss: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SocialSession:
        """Finish a sign-in with an identity provider.

        Signs in to the account that the identity is linked to, or opens one if the provider has verified the e-mail
        address and no account has it. Each start is good for one try, within 10 minutes, in the browser that has its
        token, on the storefront where it began: 400 `invalid_state` otherwise. 400 `invalid_code` if the provider
        does not take the code, 422 `id_token_refused` if its ID token is not right, 422 `email_not_verified` without
        a verified address.

        409 `link_required` if the address has an account: its owner signs in with the password or a code, and sends
        the same `browser_token` to `POST /storefront/v1/account/identities` within 30 minutes. `guest_cart` is taken
        over as at signing in with a password.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/social/callback",
                body="fields",
            ),
            {
                "browser_token": browser_token,
                "code": code,
                "guest_cart": guest_cart,
                "iss": iss,
                "state": state,
            },
            models.SocialSession,
            request_options,
        )

    def list_identity_providers(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.SignInProviderList:
        """List identity providers.

        Those that shoppers may sign in with, oldest first.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/auth/social/providers",
            ),
            {},
            models.SignInProviderList,
            request_options,
        )

    def begin_social_sign_in(
        self,
        *,
        identity_provider_id: str,
        return_to: str,
        request_options: RequestOptions | None = None,
    ) -> models.SocialStart:
        """Start a sign-in with an identity provider.

        Keep `browser_token` in this browser, such as in its session storage, and send the browser to
        `authorization_url`. It comes back to `/account/social` on the primary host of the storefront, with `code`
        and `state`, or with `error` if the shopper did not go on. 503 `identity_provider_unavailable` if the
        provider does not answer.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/social/providers/{identity_provider_id}/start",
                body="fields",
            ),
            {
                "identity_provider_id": identity_provider_id,
                "return_to": return_to,
            },
            models.SocialStart,
            request_options,
        )

    def undo_email_change(
        self,
        *,
        token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Undo a change of e-mail address.

        With the token of the link that the old address was sent. The account has its old address again, and
        every later change ends. Somebody else may know the password, so it stops working, every session ends,
        and the address is sent a link to choose a new one.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/undo-email-change",
                body="fields",
            ),
            {
                "token": token,
            },
            None,
            request_options,
        )

    def verify_email(
        self,
        *,
        token: str,
        password: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Confirm an e-mail address.

        Opens the account of the sign-up that the link was sent for, with its password. Anybody can sign
        up with any address, so a page behind the link should ask for the password and send it too: then
        only a sign-up with that password is confirmed, and 422 `wrong_password` is returned if none of
        the address's has it. A link that was sent again while several sign-ups were pending needs the
        password (422 `password_required`). A token that is wrong, was used or has expired returns 400
        `invalid_token`.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/auth/verify-email",
                body="fields",
            ),
            {
                "password": password,
                "token": token,
            },
            None,
            request_options,
        )

    def create_cart(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.Cart:
        """Create a cart.

        The response holds the cart's token, once: later requests send it as the header `Cart-Token`.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/carts",
            ),
            {},
            models.Cart,
            request_options,
        )

    def get_cart(
        self,
        *,
        cart_id: str,
        cart_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.Cart:
        """Show the cart.

        With current prices and taxes. `requirements` lists what is missing before checkout.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/carts/{cart_id}",
                headers={"cart_token": "Cart-Token"},
            ),
            {
                "cart_id": cart_id,
                "cart_token": cart_token,
            },
            models.Cart,
            request_options,
        )

    def update_cart(
        self,
        *,
        cart_id: str,
        cart_token: str,
        billing_address: models.Address | Mapping[str, Any] | None | NotGiven = NOT_GIVEN,
        billing_address_id: str | NotGiven = NOT_GIVEN,
        email: str | None | NotGiven = NOT_GIVEN,
        shipping_address: models.Address | Mapping[str, Any] | None | NotGiven = NOT_GIVEN,
        shipping_address_id: str | NotGiven = NOT_GIVEN,
        shipping_option_id: str | None | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Cart:
        """Change the cart.

        Absent fields do not change; `null` clears a field. A signed-in shopper, whose access token is sent
        as `Authorization: Bearer …` beside the cart's token, can name addresses of the address book. The
        cart keeps a copy: later changes of the address book do not change it.
        """
        return self._call(
            Operation(
                "PATCH",
                "/storefront/v1/carts/{cart_id}",
                headers={"cart_token": "Cart-Token"},
                body="fields",
                takes_token=True,
            ),
            {
                "cart_id": cart_id,
                "cart_token": cart_token,
                "billing_address": billing_address,
                "billing_address_id": billing_address_id,
                "email": email,
                "shipping_address": shipping_address,
                "shipping_address_id": shipping_address_id,
                "shipping_option_id": shipping_option_id,
            },
            models.Cart,
            request_options,
        )

    def place_order(
        self,
        *,
        cart_id: str,
        cart_token: str,
        expected_total: models.Money | Mapping[str, Any],
        payment_provider: models.PaymentProvider | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Checkout:
        """Place an order.

        Freezes the cart, reserves its stock for half an hour and opens the payment, which the browser or
        app then confirms with the provider and `client_secret`. Returns 409 `cart_changed` if the cart's
        total is not `expected_total`. An order whose total is zero is `paid` at once, without `payment`.

        Repeating the request with the same `Idempotency-Key` returns the same response. With another key,
        a cart that was placed before returns its order.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/carts/{cart_id}/checkout",
                headers={"cart_token": "Cart-Token"},
                body="fields",
                accepts_idempotency_key=True,
            ),
            {
                "cart_id": cart_id,
                "cart_token": cart_token,
                "expected_total": expected_total,
                "payment_provider": payment_provider,
            },
            models.Checkout,
            request_options,
        )

    def add_cart_line(
        self,
        *,
        cart_id: str,
        cart_token: str,
        quantity: int,
        variant_id: str,
        request_options: RequestOptions | None = None,
    ) -> models.Cart:
        """Add a line.

        Adding a variant again increases its line's quantity. Returns 409 `insufficient_stock` if too few are
        left; `available` says how many are.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/carts/{cart_id}/lines",
                headers={"cart_token": "Cart-Token"},
                body="fields",
            ),
            {
                "cart_id": cart_id,
                "cart_token": cart_token,
                "quantity": quantity,
                "variant_id": variant_id,
            },
            models.Cart,
            request_options,
        )

    def change_cart_line(
        self,
        *,
        cart_id: str,
        line_id: str,
        cart_token: str,
        quantity: int,
        request_options: RequestOptions | None = None,
    ) -> models.Cart:
        """Change a line.

        A quantity of 0 removes the line.
        """
        return self._call(
            Operation(
                "PATCH",
                "/storefront/v1/carts/{cart_id}/lines/{line_id}",
                headers={"cart_token": "Cart-Token"},
                body="fields",
            ),
            {
                "cart_id": cart_id,
                "line_id": line_id,
                "cart_token": cart_token,
                "quantity": quantity,
            },
            models.Cart,
            request_options,
        )

    def list_shipping_options(
        self,
        *,
        cart_id: str,
        cart_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.ShippingOptionList:
        """List the cart's shipping options.

        Options for the cart's weight and, once it has an address, its country.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/carts/{cart_id}/shipping-options",
                headers={"cart_token": "Cart-Token"},
            ),
            {
                "cart_id": cart_id,
                "cart_token": cart_token,
            },
            models.ShippingOptionList,
            request_options,
        )

    def list_categories(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.CategoryList:
        """List categories.

        All categories with products on sale that the caller sees, parents before their children.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/categories",
                takes_token=True,
            ),
            {},
            models.CategoryList,
            request_options,
        )

    def record_events(
        self,
        *,
        events: Sequence[models.VisitEvent | Mapping[str, Any]],
        visit: str,
        consent: bool | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.CountedEvents:
        """Record events of a visit.

        Adds to the store's counters of the day; no event, visit, address or person is kept. Needs no cookie: `visit` is a
        random word that the client makes and forgets at the end of the day or of the tab. Carts, orders and payments are
        counted by the server and are not sent. 422 `consent_required` when the store counts visits only with consent and
        `consent` is not `true`. Events about products that the store does not sell are named in `unknown_products` and do
        not count; 422 `product_not_found` when none does.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/events",
                body="fields",
            ),
            {
                "consent": consent,
                "events": events,
                "visit": visit,
            },
            models.CountedEvents,
            request_options,
        )

    def list_merchant_reviews(
        self,
        *,
        merchant_slug: str,
        rating: int | NotGiven = NOT_GIVEN,
        sort: models.ReviewSort | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.MerchantReview]:
        """List reviews of a merchant.

        Published reviews of the merchant, not of its products, with its rating, the number of reviews by stars, and
        how the store makes sure that reviews are by shoppers who bought from it. Texts are plain text: escape them.
        """
        return self._list(
            Operation(
                "GET",
                "/storefront/v1/merchants/{merchant_slug}/reviews",
                query=("rating", "sort", "limit", "cursor",),
            ),
            {
                "merchant_slug": merchant_slug,
                "rating": rating,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
            },
            models.MerchantReviews,
            request_options,
        )

    def confirm_newsletter(
        self,
        *,
        token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Confirm the newsletter.

        Records the consent `marketing_email` with its time, source and storefront: for the account that the address has,
        or for the address. A link is good once, for 24 hours; 400 `invalid_token` otherwise.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/newsletter/confirm",
                body="fields",
            ),
            {
                "token": token,
            },
            None,
            request_options,
        )

    def subscribe_newsletter(
        self,
        *,
        email: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Subscribe to the newsletter.

        Always answers 202. Unless the address gets the newsletter already, an e-mail with a link to
        `/newsletter/confirm` is on its way; nothing is recorded until its token is sent to `confirm`. One e-mail is sent
        to an address in a minute.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/newsletter/subscriptions",
                body="fields",
            ),
            {
                "email": email,
            },
            None,
            request_options,
        )

    def unsubscribe_newsletter(
        self,
        *,
        token: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Unsubscribe from the newsletter.

        Takes the consent `marketing_email` back, without signing in: one click of a mail program (RFC 8058) sends it to the
        address in `List-Unsubscribe`, with any body. The link of each letter is good for 400 days, as often as it is used;
        400 `invalid_token` otherwise.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/newsletter/unsubscribe",
                query=("token",),
            ),
            {
                "token": token,
            },
            None,
            request_options,
        )

    def request_order_code(
        self,
        *,
        email: str,
        number: int,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Request a code to show an order.

        For shoppers without an account who do not have the order's token at hand. Always answers 202. If the store has an
        order with this number and this e-mail address, an e-mail with a code of eight digits is on its way, which is good
        once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a minute.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/order-codes",
                body="fields",
            ),
            {
                "email": email,
                "number": number,
            },
            None,
            request_options,
        )

    def redeem_order_code(
        self,
        *,
        code: str,
        email: str,
        number: int,
        request_options: RequestOptions | None = None,
    ) -> models.OrderAccess:
        """Redeem a code to show an order.

        Returns the order's id and a token for it, to be sent as the header `Order-Token`. 400 `invalid_order_code` for a
        wrong code, one that was used or has expired, and for a number and address that no order has. Of each code five
        tries are looked at.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/order-codes/redeem",
                body="fields",
            ),
            {
                "code": code,
                "email": email,
                "number": number,
            },
            models.OrderAccess,
            request_options,
        )

    def get_order(
        self,
        *,
        order_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.Order:
        """Show an order.

        Needs the order's token.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/orders/{order_id}",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "order_token": order_token,
            },
            models.Order,
            request_options,
        )

    def list_order_documents(
        self,
        *,
        order_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderDocumentList:
        """List documents of an order.

        Its invoice and the credit notes of its refunds, oldest first; none if the store issues none. Needs the order's
        token.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/orders/{order_id}/documents",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "order_token": order_token,
            },
            models.OrderDocumentList,
            request_options,
        )

    def download_document(
        self,
        *,
        order_id: str,
        document_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> Download:
        """Download a document of an order.

        As PDF. Needs the order's token.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/orders/{order_id}/documents/{document_id}/pdf",
                headers={"order_token": "Order-Token"},
                download="application/pdf",
            ),
            {
                "order_id": order_id,
                "document_id": document_id,
                "order_token": order_token,
            },
            Download,
            request_options,
        )

    def list_returns(
        self,
        *,
        order_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderReturnList:
        """List returns of an order.

        Newest first. Needs the order's token.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/orders/{order_id}/returns",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "order_token": order_token,
            },
            models.OrderReturnList,
            request_options,
        )

    def create_return(
        self,
        *,
        order_id: str,
        order_token: str,
        lines: Sequence[models.CreateReturnLine | Mapping[str, Any]],
        reason: models.ReturnReason | str,
        note: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OrderReturn:
        """Request a return.

        Of units that were delivered within the store's window and are in no other return; the store decides, and
        the answer comes by e-mail. The order's lines say how many units can be returned, and until when. Returns
        409 `return_window_closed` when there are none, and 422 `return_too_large` for more units than that.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/orders/{order_id}/returns",
                headers={"order_token": "Order-Token"},
                body="fields",
                accepts_idempotency_key=True,
            ),
            {
                "order_id": order_id,
                "order_token": order_token,
                "lines": lines,
                "note": note,
                "reason": reason,
            },
            models.OrderReturn,
            request_options,
        )

    def cancel_return(
        self,
        *,
        order_id: str,
        return_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.OrderReturn:
        """Cancel a return.

        One of which no unit came. Repeating it changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/orders/{order_id}/returns/{return_id}/cancel",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "return_id": return_id,
                "order_token": order_token,
            },
            models.OrderReturn,
            request_options,
        )

    def list_order_reviews(
        self,
        *,
        order_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReviewList:
        """List reviews of an order.

        The reviews of the order's lines and merchants, newest first, whatever their status; without deleted ones. Needs the
        order's token, or that of a letter about the order.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/orders/{order_id}/reviews",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "order_token": order_token,
            },
            models.OwnReviewList,
            request_options,
        )

    def create_order_review(
        self,
        *,
        order_id: str,
        order_token: str,
        order_line_id: str,
        rating: int,
        author_name: str | NotGiven = NOT_GIVEN,
        subject: models.ReviewSubject | str | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Create a review of an order.

        Of the product of a line of the order, or with `subject` `merchant` of who sold it, once the order is paid. A
        line has one review, and so has each merchant of the order: another one returns 409 `review_exists`. Whether
        it is published at once is a setting of the store.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/orders/{order_id}/reviews",
                headers={"order_token": "Order-Token"},
                body="fields",
            ),
            {
                "order_id": order_id,
                "order_token": order_token,
                "author_name": author_name,
                "order_line_id": order_line_id,
                "rating": rating,
                "subject": subject,
                "text": text,
                "title": title,
            },
            models.OwnReview,
            request_options,
        )

    def edit_order_review(
        self,
        *,
        order_id: str,
        review_id: str,
        order_token: str,
        rating: int,
        author_name: str | NotGiven = NOT_GIVEN,
        text: str | NotGiven = NOT_GIVEN,
        title: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Replace a review of an order.

        Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
        are published, it is checked again.
        """
        return self._call(
            Operation(
                "PUT",
                "/storefront/v1/orders/{order_id}/reviews/{review_id}",
                headers={"order_token": "Order-Token"},
                body="fields",
            ),
            {
                "order_id": order_id,
                "review_id": review_id,
                "order_token": order_token,
                "author_name": author_name,
                "rating": rating,
                "text": text,
                "title": title,
            },
            models.OwnReview,
            request_options,
        )

    def delete_order_review(
        self,
        *,
        order_id: str,
        review_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a review of an order.

        Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
        again.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/orders/{order_id}/reviews/{review_id}",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "review_id": review_id,
                "order_token": order_token,
            },
            None,
            request_options,
        )

    def appeal_order_review(
        self,
        *,
        order_id: str,
        review_id: str,
        order_token: str,
        text: str,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Appeal against the rejection of a review of an order.

        Possible once; the review is `pending` then, until the staff decides again.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/orders/{order_id}/reviews/{review_id}/appeal",
                headers={"order_token": "Order-Token"},
                body="fields",
            ),
            {
                "order_id": order_id,
                "review_id": review_id,
                "order_token": order_token,
                "text": text,
            },
            models.OwnReview,
            request_options,
        )

    def upload_order_review_picture(
        self,
        *,
        order_id: str,
        review_id: str,
        order_token: str,
        body: bytes,
        request_options: RequestOptions | None = None,
    ) -> models.OwnReview:
        """Upload a picture for a review of an order.

        The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side.
        It is turned upright, converted to sRGB and stored without EXIF data. A review has at most four, while it is
        pending or until `editable_until`. It is shown with the review; where reviews are checked before they are
        published, the review is checked again.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures",
                headers={"order_token": "Order-Token"},
                body="file",
                file_type="application/octet-stream",
            ),
            {
                "order_id": order_id,
                "review_id": review_id,
                "order_token": order_token,
                "body": body,
            },
            models.OwnReview,
            request_options,
        )

    def delete_order_review_picture(
        self,
        *,
        order_id: str,
        review_id: str,
        picture_id: str,
        order_token: str,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Delete a picture of a review of an order.

        At any time; the file is deleted too.
        """
        return self._call(
            Operation(
                "DELETE",
                "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures/{picture_id}",
                headers={"order_token": "Order-Token"},
            ),
            {
                "order_id": order_id,
                "review_id": review_id,
                "picture_id": picture_id,
                "order_token": order_token,
            },
            None,
            request_options,
        )

    def get_page(
        self,
        *,
        slug: str,
        request_options: RequestOptions | None = None,
    ) -> models.StorePage:
        """Show a legal page.

        A page of the brand, such as an imprint, terms or a privacy policy.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/pages/{slug}",
            ),
            {
                "slug": slug,
            },
            models.StorePage,
            request_options,
        )

    def list_products(
        self,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        category: str | NotGiven = NOT_GIVEN,
        sort: models.ProductSort | str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.ProductSummary]:
        """List products.

        Active products with a price in the storefront's currency, in stock or not. With the access token of a
        shopper who is in customer groups: with the products that only those groups see, at the shopper's prices.
        Sorting by price goes by list prices.
        """
        return self._list(
            Operation(
                "GET",
                "/storefront/v1/products",
                query=("limit", "cursor", "category", "sort",),
                takes_token=True,
            ),
            {
                "limit": limit,
                "cursor": cursor,
                "category": category,
                "sort": sort,
            },
            models.ProductPage,
            request_options,
        )

    def get_product(
        self,
        *,
        slug: str,
        request_options: RequestOptions | None = None,
    ) -> models.Product:
        """Show a product.

        With its variants and their prices in the storefront's currency. Returns 404 for a product that is not on
        sale here. With the access token of a shopper who is in customer groups: at the shopper's prices; the list
        price is then the compare-at price.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/products/{slug}",
                takes_token=True,
            ),
            {
                "slug": slug,
            },
            models.Product,
            request_options,
        )

    def list_reviews(
        self,
        *,
        slug: str,
        rating: int | NotGiven = NOT_GIVEN,
        sort: models.ReviewSort | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.Review]:
        """List reviews of a product.

        Published reviews, with the product's rating, the number of reviews by stars, and how the store makes
        sure that reviews are by shoppers who bought the product. Texts are plain text: escape them.
        """
        return self._list(
            Operation(
                "GET",
                "/storefront/v1/products/{slug}/reviews",
                query=("rating", "sort", "limit", "cursor",),
            ),
            {
                "slug": slug,
                "rating": rating,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
            },
            models.ProductReviews,
            request_options,
        )

    def get_review_statistics(
        self,
        *,
        request_options: RequestOptions | None = None,
    ) -> models.ReviewStatistics:
        """Show review statistics.

        What became of all reviews of the store: how many are published, and how many were rejected for which
        reason.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/reviews/statistics",
            ),
            {},
            models.ReviewStatistics,
            request_options,
        )

    def report_review(
        self,
        *,
        review_id: str,
        reason: models.ReviewReason | str,
        details: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Report a review.

        Tells the store's staff that a published review should not be there. It stays published until they
        decide. Of one client a review is reported once; repeating it changes nothing.
        """
        return self._call(
            Operation(
                "POST",
                "/storefront/v1/reviews/{review_id}/reports",
                body="fields",
            ),
            {
                "review_id": review_id,
                "details": details,
                "reason": reason,
            },
            None,
            request_options,
        )

    def search_products(
        self,
        *,
        q: str | NotGiven = NOT_GIVEN,
        category: Sequence[str] | NotGiven = NOT_GIVEN,
        merchant: Sequence[str] | NotGiven = NOT_GIVEN,
        vendor: Sequence[str] | NotGiven = NOT_GIVEN,
        option: Sequence[str] | NotGiven = NOT_GIVEN,
        price_min: int | NotGiven = NOT_GIVEN,
        price_max: int | NotGiven = NOT_GIVEN,
        available: bool | NotGiven = NOT_GIVEN,
        sort: models.SearchSort | str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        cursor: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> Page[models.ProductSummary]:
        """Search products.

        Finds words in titles, vendors, types, categories, tags, options, SKUs, barcodes and descriptions, whatever
        their inflection and accents; the last word may be incomplete. If no product has the words, similar words are
        searched for, and `did_you_mean` tells which; then products with some of the words, and `partial` is true.
        Without `q` every product on sale is found.

        Repeat `category`, `merchant`, `vendor` or `option` to allow several values. The counts of a facet leave that
        facet's own filter out of account. A changed product is found within seconds. With the access token of a
        shopper who is in customer groups, products that only those groups see are found too, and cards have the
        shopper's prices; filters and sorting go by list prices.
        """
        return self._list(
            Operation(
                "GET",
                "/storefront/v1/search",
                query=("q", "category", "merchant", "vendor", "option", "price_min", "price_max", "available", "sort", "limit", "cursor",),
                takes_token=True,
            ),
            {
                "q": q,
                "category": category,
                "merchant": merchant,
                "vendor": vendor,
                "option": option,
                "price_min": price_min,
                "price_max": price_max,
                "available": available,
                "sort": sort,
                "limit": limit,
                "cursor": cursor,
            },
            models.SearchResult,
            request_options,
        )

    def suggest_searches(
        self,
        *,
        q: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.SearchSuggestions:
        """Suggest searches.

        Completes what a shopper has typed so far: words of the catalogue, products, and categories; up to 6 of each.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/search/suggestions",
                query=("q",),
                takes_token=True,
            ),
            {
                "q": q,
            },
            models.SearchSuggestions,
            request_options,
        )

    def get_store(
        self,
        *,
        stoa_brand_preview: str | NotGiven = NOT_GIVEN,
        request_options: RequestOptions | None = None,
    ) -> models.Store:
        """Show the store.

        Name, brand, language, currency, tax and payment providers of the storefront that the host or the
        publishable key selects.
        """
        return self._call(
            Operation(
                "GET",
                "/storefront/v1/store",
                headers={"stoa_brand_preview": "Stoa-Brand-Preview"},
            ),
            {
                "stoa_brand_preview": stoa_brand_preview,
            },
            models.Store,
            request_options,
        )

// Generated from the API document by `make gen`. Do not edit.

//! The operations of the document under `/storefront`.

use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::models;
use crate::options::Options;
use crate::request::Operation;

/// The operations of the document under `/storefront`. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Storefront {
    client: Client,
}

impl Storefront {
    /// A client with these options.
    pub fn new(options: Options) -> Result<Self> {
        Ok(Self { client: Client::new(options)? })
    }

    /// Show the account.
    ///
    /// E-mail address and name of the shopper whose access token is sent.
    pub fn get_account(&self) -> Call<models::Account> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Change the account.
    ///
    /// Absent fields do not change.
    pub fn update_account(&self, body: &models::AccountChange) -> Call<models::Account> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/storefront/v1/account",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List addresses.
    ///
    /// The address book of the account, oldest first; at most 50.
    pub fn list_addresses(&self) -> Call<models::SavedAddressList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/addresses",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create an address.
    ///
    /// The country decides which fields are required. The first address becomes the default for shipping
    /// and billing unless the request says otherwise. An address book holds 50 addresses; one more returns
    /// 409 `too_many_addresses`.
    pub fn create_address(&self, body: &models::CreateAddress) -> Call<models::SavedAddress> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/addresses",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show an address.
    ///
    /// One address of the address book.
    pub fn get_address(&self, address_id: &str) -> Call<models::SavedAddress> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/addresses/{address_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("address_id", address_id)
    }

    /// Change an address.
    ///
    /// Absent fields do not change; an `address` replaces the whole address. An address that becomes a
    /// default takes the place of the default before. Carts and orders keep the copy that they have.
    pub fn update_address(&self, address_id: &str, body: &models::ChangeAddress) -> Call<models::SavedAddress> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/storefront/v1/account/addresses/{address_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("address_id", address_id)
            .body(body)
    }

    /// Delete an address.
    ///
    /// Carts and orders keep their copies of it. Another default is not chosen.
    pub fn delete_address(&self, address_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/account/addresses/{address_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("address_id", address_id)
    }

    /// Open the account's cart.
    ///
    /// The account's cart on this storefront, which is created if there is none, with a token for this session: it is
    /// good as long as the session is, and ten of them are. With `guest_cart`, what is in that cart moves to the
    /// account's by the store's rule, as at sign-in; sending it again moves nothing twice. Show the cart with
    /// `GET /storefront/v1/carts/{cart_id}`.
    pub fn open_account_cart(&self, body: &models::OpenAccountCart) -> Call<models::AccountCart> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/cart",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show consents.
    ///
    /// What the shopper has agreed to now, and the last 100 answers, newest first.
    pub fn get_consents(&self) -> Call<models::Consents> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/consents",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Change consents.
    ///
    /// Absent fields do not change. Each answer that changes something is recorded with its time and where it
    /// was said, and stays.
    pub fn update_consents(&self, body: &models::UpdateConsents) -> Call<models::Consents> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/storefront/v1/account/consents",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List the account's customer groups.
    ///
    /// A member of groups sees other products and prices when the access token is sent with the catalogue's operations.
    pub fn list_own_customer_groups(&self) -> Call<models::AccountCustomerGroupList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/customer-groups",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Delete the account.
    ///
    /// Needs the password; wrong ones are counted as for changing it. Deletes everything that is only the
    /// account's, permanently. Orders are kept for as long as the law requires.
    pub fn delete_account(&self, body: &models::AccountDeletion) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/delete",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Change the e-mail address.
    ///
    /// Needs the password; wrong ones are counted as for changing it. Answers 202 for every other address,
    /// whether an account has it or not, and sends it an e-mail: with a link to confirm it with, good for
    /// 24 hours, or saying that it has an account. Until it is confirmed nothing changes. A newer change ends
    /// one that waits. One such e-mail is sent to an address in a minute; a further request within it changes
    /// nothing.
    pub fn change_email(&self, body: &models::EmailChange) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/email",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Export the account's data.
    ///
    /// Everything that the store keeps about the shopper, as one document: account, customer groups, addresses, consents,
    /// linked identities, sessions, carts, orders with lines and addresses, reviews, and e-mails of the last 90 days. May be requested as often as signing in.
    pub fn export_account(&self) -> Call<models::AccountExport> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/export",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Export the account's data as CSV.
    ///
    /// The data of `GET /storefront/v1/account/export`, one kind in a file in UTF-8; the first line names the columns. Amounts
    /// are in minor units. Text that a spreadsheet would take for a formula begins with an apostrophe. May be requested as
    /// often as signing in.
    pub fn export_account_file(&self) -> Call<crate::Download, ExportAccountFile> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/export.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// List linked identities.
    ///
    /// Accounts at identity providers that sign in to this account, oldest first, and whether it has a password.
    pub fn list_identities(&self) -> Call<models::SignInMethods> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/identities",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Link an identity.
    ///
    /// The identity of a sign-in that was answered with `link_required` because this account has its address. 400
    /// `invalid_token` for any other token, and after 30 minutes.
    pub fn link_identity(&self, body: &models::LinkIdentity) -> Call<models::LinkedIdentity> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/identities",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Unlink an identity.
    ///
    /// It does not sign in to the account any more. 409 `last_sign_in_method` if the account has no password and no
    /// other identity: a password reset gives it one.
    pub fn unlink_identity(&self, linked_identity_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/account/identities/{linked_identity_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("linked_identity_id", linked_identity_id)
    }

    /// List orders of the account.
    ///
    /// Newest first: every order placed with the account's e-mail address, signed in or as a guest, before or
    /// after the account was opened.
    pub fn list_own_orders(&self) -> Call<models::OrderPage, ListOwnOrders> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/orders",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show an order of the account.
    ///
    /// Returns 404 for an order of another shopper.
    pub fn get_own_order(&self, order_id: &str) -> Call<models::Order> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/orders/{order_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// List documents of an order of the account.
    ///
    /// Returns 404 for an order of another shopper.
    pub fn list_own_order_documents(&self, order_id: &str) -> Call<models::OrderDocumentList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/orders/{order_id}/documents",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Download a document of an order of the account.
    ///
    /// As PDF. Returns 404 for an order of another shopper.
    pub fn download_own_document(&self, order_id: &str, document_id: &str) -> Call<crate::Download> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/orders/{order_id}/documents/{document_id}/pdf",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("document_id", document_id)
            .download("application/pdf")
    }

    /// List returns of an order of the account.
    ///
    /// Newest first. Returns 404 for an order of another shopper.
    pub fn list_own_returns(&self, order_id: &str) -> Call<models::OrderReturnList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/orders/{order_id}/returns",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Request a return of an order of the account.
    ///
    /// Like a request with the order's token, for the shopper who is signed in. Returns 404 for an order of
    /// another shopper.
    pub fn create_own_return(&self, order_id: &str, body: &models::CreateReturn) -> Call<models::OrderReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/orders/{order_id}/returns",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Cancel a return of an order of the account.
    ///
    /// One of which no unit came. Repeating it changes nothing.
    pub fn cancel_own_return(&self, order_id: &str, return_id: &str) -> Call<models::OrderReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/orders/{order_id}/returns/{return_id}/cancel",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("return_id", return_id)
    }

    /// Change the password.
    ///
    /// Needs the current password; a wrong one returns 422 `wrong_password`, and after 10 of them within
    /// 15 minutes 429 `too_many_attempts`. Every other session and every link that resets the password
    /// ends, and the account's owner gets an e-mail.
    pub fn change_password(&self, body: &models::PasswordChange) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/password",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List reviews of the account.
    ///
    /// Newest first, whatever their status; without deleted ones.
    pub fn list_account_reviews(&self) -> Call<models::OwnReviewPage, ListAccountReviews> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/reviews",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a review with the account.
    ///
    /// Of the product of a line of an order of the account that was paid, or with `subject` `merchant` of who sold
    /// it. A line has one review, and so has each merchant of an order: another one returns 409 `review_exists`.
    /// Whether it is published at once is a setting of the store.
    pub fn create_account_review(&self, body: &models::CreateReview) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/reviews",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Replace a review of the account.
    ///
    /// Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
    /// are published, it is checked again.
    pub fn edit_account_review(&self, review_id: &str, body: &models::EditReview) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/storefront/v1/account/reviews/{review_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .body(body)
    }

    /// Delete a review of the account.
    ///
    /// Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
    /// again.
    pub fn delete_account_review(&self, review_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/account/reviews/{review_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
    }

    /// Appeal against the rejection of a review of the account.
    ///
    /// Possible once; the review is `pending` then, until the staff decides again.
    pub fn appeal_account_review(&self, review_id: &str, body: &models::AppealReview) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/reviews/{review_id}/appeal",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .body(body)
    }

    /// Upload a picture for a review of the account.
    ///
    /// The same as with the order's token: at most four pictures, each at most 10 MiB.
    pub fn upload_account_review_picture(&self, review_id: &str, body: impl Into<Vec<u8>>) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/account/reviews/{review_id}/pictures",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .file(body, "application/octet-stream")
    }

    /// Delete a picture of a review of the account.
    ///
    /// At any time; the file is deleted too.
    pub fn delete_account_review_picture(&self, review_id: &str, picture_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/account/reviews/{review_id}/pictures/{picture_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .path("picture_id", picture_id)
    }

    /// List sessions.
    ///
    /// Active sessions of the account, most recently used first; at most 50.
    pub fn list_sessions(&self) -> Call<models::DeviceSessionList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/account/sessions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Revoke all sessions.
    ///
    /// Signs the shopper out on every device, this one too: all refresh tokens and access tokens stop working at
    /// once.
    pub fn end_all_sessions(&self) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/account/sessions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Revoke a session.
    ///
    /// Its refresh token and its access tokens stop working at once. Revoking the current session signs
    /// this device out.
    pub fn end_session(&self, session_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/account/sessions/{session_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("session_id", session_id)
    }

    /// Confirm a new e-mail address.
    ///
    /// With the token of the link that the new address was sent. The account has the address from then on,
    /// and links that reset its password end; its sessions go on. The old address gets an e-mail with a
    /// link that undoes the change for 72 hours. Orders that were placed with the new address without an
    /// account belong to the account after that. A token that is wrong, was used or has expired returns 400
    /// `invalid_token`, as does an address that another account has got meanwhile.
    pub fn confirm_email_change(&self, body: &models::EmailChangeToken) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/confirm-email-change",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Request a password reset.
    ///
    /// Always answers 202. If the address has an account, an e-mail with a link is on its way; one is sent
    /// to an address in a minute. A link is good once, for 30 minutes, and until the password changes.
    pub fn forgot_password(&self, body: &models::EmailAddress) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/forgot-password",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Sign in.
    ///
    /// An unknown address, a wrong password, an address that was not confirmed and an account of
    /// another tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one
    /// address within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have
    /// signed in to the account before; resetting the password lets its owner in at once.
    ///
    /// With `guest_cart`, what is in that cart moves to the account's cart by the store's rule, and `cart` of the
    /// response names what was left out. A cart that cannot be taken over does not keep anybody from signing in.
    pub fn login(&self, body: &models::ShopperCredentials) -> Call<models::ShopperSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/login",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Request a code to sign in with.
    ///
    /// Always answers 202. An address that has an account gets an e-mail with a code of eight digits, which is
    /// good once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a
    /// minute.
    pub fn request_login_code(&self, body: &models::EmailAddress) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/login-code",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Sign in with a code.
    ///
    /// A wrong or used code, one that has expired and an unknown address get the same answer,
    /// `invalid_credentials`. After 5 wrong codes for one address within 15 minutes the answer is 429
    /// `too_many_attempts`. `guest_cart` is taken over as at signing in with a password.
    pub fn login_with_code(&self, body: &models::CodeCredentials) -> Call<models::ShopperSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/login-with-code",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Sign out.
    ///
    /// Ends the session at once: neither its refresh token nor its access tokens are good any more.
    pub fn logout(&self, body: &models::RefreshToken) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/logout",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Refresh the session.
    ///
    /// Returns a new access token, and a new refresh token in the place of the one that was sent, which
    /// is good once. Within ten seconds it may be sent again, while no token it was answered with has
    /// been used: each answer's token is good then, until a newer one is used. Any other reuse ends the
    /// session, and its owner gets an e-mail: the token may have been stolen. A session ends 30 days after
    /// it was last used, and 90 days after signing in.
    pub fn refresh(&self, body: &models::RefreshToken) -> Call<models::ShopperSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/refresh",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Resend the confirmation e-mail.
    ///
    /// Always answers 202. Earlier links stay good until they expire. One e-mail is sent to an address in
    /// a minute.
    pub fn resend_verification(&self, body: &models::EmailAddress) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/resend-verification",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Reset the password.
    ///
    /// With the token of a link. Every session of the account and every other link ends, and its owner
    /// gets an e-mail about it.
    pub fn reset_password(&self, body: &models::PasswordReset) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/reset-password",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Sign up.
    ///
    /// Always answers 202. An e-mail to the address holds a link, which confirms this sign-up and no
    /// other: send its token to `verify-email` to open the account with the password given here. Several
    /// sign-ups for one address may be pending; confirming one ends the others. An address that has an
    /// account gets an e-mail that says so. One e-mail is sent to an address in a minute: a further
    /// request within it sends none, and is confirmed by sending its password with the link's token. What was
    /// agreed to is recorded with the account, as of the sign-up.
    pub fn sign_up(&self, body: &models::SignUpRequest) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/signup",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Finish a sign-in with an identity provider.
    ///
    /// Signs in to the account that the identity is linked to, or opens one if the provider has verified the e-mail
    /// address and no account has it. Each start is good for one try, within 10 minutes, in the browser that has its
    /// token, on the storefront where it began: 400 `invalid_state` otherwise. 400 `invalid_code` if the provider
    /// does not take the code, 422 `id_token_refused` if its ID token is not right, 422 `email_not_verified` without
    /// a verified address.
    ///
    /// 409 `link_required` if the address has an account: its owner signs in with the password or a code, and sends
    /// the same `browser_token` to `POST /storefront/v1/account/identities` within 30 minutes. `guest_cart` is taken
    /// over as at signing in with a password.
    pub fn finish_social_sign_in(&self, body: &models::FinishSocialSignIn) -> Call<models::SocialSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/social/callback",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List identity providers.
    ///
    /// Those that shoppers may sign in with, oldest first.
    pub fn list_identity_providers(&self) -> Call<models::SignInProviderList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/auth/social/providers",
            takes_token: false,
            accepts_idempotency_key: false,
        })
    }

    /// Start a sign-in with an identity provider.
    ///
    /// Keep `browser_token` in this browser, such as in its session storage, and send the browser to
    /// `authorization_url`. It comes back to `/account/social` on the primary host of the storefront, with `code`
    /// and `state`, or with `error` if the shopper did not go on. 503 `identity_provider_unavailable` if the
    /// provider does not answer.
    pub fn begin_social_sign_in(&self, identity_provider_id: &str, body: &models::BeginSocialSignIn) -> Call<models::SocialStart> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/social/providers/{identity_provider_id}/start",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("identity_provider_id", identity_provider_id)
            .body(body)
    }

    /// Undo a change of e-mail address.
    ///
    /// With the token of the link that the old address was sent. The account has its old address again, and
    /// every later change ends. Somebody else may know the password, so it stops working, every session ends,
    /// and the address is sent a link to choose a new one.
    pub fn undo_email_change(&self, body: &models::EmailChangeToken) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/undo-email-change",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Confirm an e-mail address.
    ///
    /// Opens the account of the sign-up that the link was sent for, with its password. Anybody can sign
    /// up with any address, so a page behind the link should ask for the password and send it too: then
    /// only a sign-up with that password is confirmed, and 422 `wrong_password` is returned if none of
    /// the address's has it. A link that was sent again while several sign-ups were pending needs the
    /// password (422 `password_required`). A token that is wrong, was used or has expired returns 400
    /// `invalid_token`.
    pub fn verify_email(&self, body: &models::MailToken) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/auth/verify-email",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Create a cart.
    ///
    /// The response holds the cart's token, once: later requests send it as the header `Cart-Token`.
    pub fn create_cart(&self) -> Call<models::Cart> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/carts",
            takes_token: false,
            accepts_idempotency_key: false,
        })
    }

    /// Show the cart.
    ///
    /// With current prices and taxes. `requirements` lists what is missing before checkout.
    pub fn get_cart(&self, cart_id: &str, cart_token: &str) -> Call<models::Cart> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/carts/{cart_id}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("cart_id", cart_id)
            .header_parameter("Cart-Token", cart_token)
    }

    /// Change the cart.
    ///
    /// Absent fields do not change; `null` clears a field. A signed-in shopper, whose access token is sent
    /// as `Authorization: Bearer …` beside the cart's token, can name addresses of the address book. The
    /// cart keeps a copy: later changes of the address book do not change it.
    pub fn update_cart(&self, cart_id: &str, cart_token: &str, body: &models::ChangeCart) -> Call<models::Cart> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/storefront/v1/carts/{cart_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("cart_id", cart_id)
            .header_parameter("Cart-Token", cart_token)
            .body(body)
    }

    /// Place an order.
    ///
    /// Freezes the cart, reserves its stock for half an hour and opens the payment, which the browser or
    /// app then confirms with the provider and `client_secret`. Returns 409 `cart_changed` if the cart's
    /// total is not `expected_total`. An order whose total is zero is `paid` at once, without `payment`.
    ///
    /// Repeating the request with the same `Idempotency-Key` returns the same response. With another key,
    /// a cart that was placed before returns its order.
    pub fn place_order(&self, cart_id: &str, cart_token: &str, body: &models::CheckoutRequest) -> Call<models::Checkout> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/carts/{cart_id}/checkout",
            takes_token: false,
            accepts_idempotency_key: true,
        })
            .path("cart_id", cart_id)
            .header_parameter("Cart-Token", cart_token)
            .body(body)
    }

    /// Add a line.
    ///
    /// Adding a variant again increases its line's quantity. Returns 409 `insufficient_stock` if too few are
    /// left; `available` says how many are.
    pub fn add_cart_line(&self, cart_id: &str, cart_token: &str, body: &models::AddCartLine) -> Call<models::Cart> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/carts/{cart_id}/lines",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("cart_id", cart_id)
            .header_parameter("Cart-Token", cart_token)
            .body(body)
    }

    /// Change a line.
    ///
    /// A quantity of 0 removes the line.
    pub fn change_cart_line(&self, cart_id: &str, line_id: &str, cart_token: &str, body: &models::ChangeCartLine) -> Call<models::Cart> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/storefront/v1/carts/{cart_id}/lines/{line_id}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("cart_id", cart_id)
            .path("line_id", line_id)
            .header_parameter("Cart-Token", cart_token)
            .body(body)
    }

    /// List the cart's shipping options.
    ///
    /// Options for the cart's weight and, once it has an address, its country.
    pub fn list_shipping_options(&self, cart_id: &str, cart_token: &str) -> Call<models::ShippingOptionList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/carts/{cart_id}/shipping-options",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("cart_id", cart_id)
            .header_parameter("Cart-Token", cart_token)
    }

    /// List categories.
    ///
    /// All categories with products on sale that the caller sees, parents before their children.
    pub fn list_categories(&self) -> Call<models::CategoryList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/categories",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Record events of a visit.
    ///
    /// Adds to the store's counters of the day; no event, visit, address or person is kept. Needs no cookie: `visit` is a
    /// random word that the client makes and forgets at the end of the day or of the tab. Carts, orders and payments are
    /// counted by the server and are not sent. 422 `consent_required` when the store counts visits only with consent and
    /// `consent` is not `true`. Events about products that the store does not sell are named in `unknown_products` and do
    /// not count; 422 `product_not_found` when none does.
    pub fn record_events(&self, body: &models::RecordEvents) -> Call<models::CountedEvents> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/events",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List reviews of a merchant.
    ///
    /// Published reviews of the merchant, not of its products, with its rating, the number of reviews by stars, and
    /// how the store makes sure that reviews are by shoppers who bought from it. Texts are plain text: escape them.
    pub fn list_merchant_reviews(&self, merchant_slug: &str) -> Call<models::MerchantReviews, ListMerchantReviews> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/merchants/{merchant_slug}/reviews",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("merchant_slug", merchant_slug)
    }

    /// Confirm the newsletter.
    ///
    /// Records the consent `marketing_email` with its time, source and storefront: for the account that the address has,
    /// or for the address. A link is good once, for 24 hours; 400 `invalid_token` otherwise.
    pub fn confirm_newsletter(&self, body: &models::NewsletterToken) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/newsletter/confirm",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Subscribe to the newsletter.
    ///
    /// Always answers 202. Unless the address gets the newsletter already, an e-mail with a link to
    /// `/newsletter/confirm` is on its way; nothing is recorded until its token is sent to `confirm`. One e-mail is sent
    /// to an address in a minute.
    pub fn subscribe_newsletter(&self, body: &models::NewsletterRequest) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/newsletter/subscriptions",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Unsubscribe from the newsletter.
    ///
    /// Takes the consent `marketing_email` back, without signing in: one click of a mail program (RFC 8058) sends it to the
    /// address in `List-Unsubscribe`, with any body. The link of each letter is good for 400 days, as often as it is used;
    /// 400 `invalid_token` otherwise.
    pub fn unsubscribe_newsletter(&self) -> Call<(), UnsubscribeNewsletter> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/newsletter/unsubscribe",
            takes_token: false,
            accepts_idempotency_key: false,
        })
    }

    /// Request a code to show an order.
    ///
    /// For shoppers without an account who do not have the order's token at hand. Always answers 202. If the store has an
    /// order with this number and this e-mail address, an e-mail with a code of eight digits is on its way, which is good
    /// once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a minute.
    pub fn request_order_code(&self, body: &models::OrderName) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/order-codes",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Redeem a code to show an order.
    ///
    /// Returns the order's id and a token for it, to be sent as the header `Order-Token`. 400 `invalid_order_code` for a
    /// wrong code, one that was used or has expired, and for a number and address that no order has. Of each code five
    /// tries are looked at.
    pub fn redeem_order_code(&self, body: &models::RedeemOrderCode) -> Call<models::OrderAccess> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/order-codes/redeem",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show an order.
    ///
    /// Needs the order's token.
    pub fn get_order(&self, order_id: &str, order_token: &str) -> Call<models::Order> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/orders/{order_id}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .header_parameter("Order-Token", order_token)
    }

    /// List documents of an order.
    ///
    /// Its invoice and the credit notes of its refunds, oldest first; none if the store issues none. Needs the order's
    /// token.
    pub fn list_order_documents(&self, order_id: &str, order_token: &str) -> Call<models::OrderDocumentList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/orders/{order_id}/documents",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .header_parameter("Order-Token", order_token)
    }

    /// Download a document of an order.
    ///
    /// As PDF. Needs the order's token.
    pub fn download_document(&self, order_id: &str, document_id: &str, order_token: &str) -> Call<crate::Download> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/orders/{order_id}/documents/{document_id}/pdf",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("document_id", document_id)
            .header_parameter("Order-Token", order_token)
            .download("application/pdf")
    }

    /// List returns of an order.
    ///
    /// Newest first. Needs the order's token.
    pub fn list_returns(&self, order_id: &str, order_token: &str) -> Call<models::OrderReturnList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/orders/{order_id}/returns",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .header_parameter("Order-Token", order_token)
    }

    /// Request a return.
    ///
    /// Of units that were delivered within the store's window and are in no other return; the store decides, and
    /// the answer comes by e-mail. The order's lines say how many units can be returned, and until when. Returns
    /// 409 `return_window_closed` when there are none, and 422 `return_too_large` for more units than that.
    pub fn create_return(&self, order_id: &str, order_token: &str, body: &models::CreateReturn) -> Call<models::OrderReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/orders/{order_id}/returns",
            takes_token: false,
            accepts_idempotency_key: true,
        })
            .path("order_id", order_id)
            .header_parameter("Order-Token", order_token)
            .body(body)
    }

    /// Cancel a return.
    ///
    /// One of which no unit came. Repeating it changes nothing.
    pub fn cancel_return(&self, order_id: &str, return_id: &str, order_token: &str) -> Call<models::OrderReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/orders/{order_id}/returns/{return_id}/cancel",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("return_id", return_id)
            .header_parameter("Order-Token", order_token)
    }

    /// List reviews of an order.
    ///
    /// The reviews of the order's lines and merchants, newest first, whatever their status; without deleted ones. Needs the
    /// order's token, or that of a letter about the order.
    pub fn list_order_reviews(&self, order_id: &str, order_token: &str) -> Call<models::OwnReviewList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/orders/{order_id}/reviews",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .header_parameter("Order-Token", order_token)
    }

    /// Create a review of an order.
    ///
    /// Of the product of a line of the order, or with `subject` `merchant` of who sold it, once the order is paid. A
    /// line has one review, and so has each merchant of the order: another one returns 409 `review_exists`. Whether
    /// it is published at once is a setting of the store.
    pub fn create_order_review(&self, order_id: &str, order_token: &str, body: &models::CreateReview) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/orders/{order_id}/reviews",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .header_parameter("Order-Token", order_token)
            .body(body)
    }

    /// Replace a review of an order.
    ///
    /// Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
    /// are published, it is checked again.
    pub fn edit_order_review(&self, order_id: &str, review_id: &str, order_token: &str, body: &models::EditReview) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/storefront/v1/orders/{order_id}/reviews/{review_id}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("review_id", review_id)
            .header_parameter("Order-Token", order_token)
            .body(body)
    }

    /// Delete a review of an order.
    ///
    /// Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
    /// again.
    pub fn delete_order_review(&self, order_id: &str, review_id: &str, order_token: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/orders/{order_id}/reviews/{review_id}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("review_id", review_id)
            .header_parameter("Order-Token", order_token)
    }

    /// Appeal against the rejection of a review of an order.
    ///
    /// Possible once; the review is `pending` then, until the staff decides again.
    pub fn appeal_order_review(&self, order_id: &str, review_id: &str, order_token: &str, body: &models::AppealReview) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/orders/{order_id}/reviews/{review_id}/appeal",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("review_id", review_id)
            .header_parameter("Order-Token", order_token)
            .body(body)
    }

    /// Upload a picture for a review of an order.
    ///
    /// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side.
    /// It is turned upright, converted to sRGB and stored without EXIF data. A review has at most four, while it is
    /// pending or until `editable_until`. It is shown with the review; where reviews are checked before they are
    /// published, the review is checked again.
    pub fn upload_order_review_picture(&self, order_id: &str, review_id: &str, order_token: &str, body: impl Into<Vec<u8>>) -> Call<models::OwnReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("review_id", review_id)
            .header_parameter("Order-Token", order_token)
            .file(body, "application/octet-stream")
    }

    /// Delete a picture of a review of an order.
    ///
    /// At any time; the file is deleted too.
    pub fn delete_order_review_picture(&self, order_id: &str, review_id: &str, picture_id: &str, order_token: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures/{picture_id}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("review_id", review_id)
            .path("picture_id", picture_id)
            .header_parameter("Order-Token", order_token)
    }

    /// Show a legal page.
    ///
    /// A page of the brand, such as an imprint, terms or a privacy policy.
    pub fn get_page(&self, slug: &str) -> Call<models::StorePage> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/pages/{slug}",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("slug", slug)
    }

    /// List products.
    ///
    /// Active products with a price in the storefront's currency, in stock or not. With the access token of a
    /// shopper who is in customer groups: with the products that only those groups see, at the shopper's prices.
    /// Sorting by price goes by list prices.
    pub fn list_products(&self) -> Call<models::ProductPage, ListProducts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/products",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show a product.
    ///
    /// With its variants and their prices in the storefront's currency. Returns 404 for a product that is not on
    /// sale here. With the access token of a shopper who is in customer groups: at the shopper's prices; the list
    /// price is then the compare-at price.
    pub fn get_product(&self, slug: &str) -> Call<models::Product> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/products/{slug}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("slug", slug)
    }

    /// List reviews of a product.
    ///
    /// Published reviews, with the product's rating, the number of reviews by stars, and how the store makes
    /// sure that reviews are by shoppers who bought the product. Texts are plain text: escape them.
    pub fn list_reviews(&self, slug: &str) -> Call<models::ProductReviews, ListReviews> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/products/{slug}/reviews",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("slug", slug)
    }

    /// Show review statistics.
    ///
    /// What became of all reviews of the store: how many are published, and how many were rejected for which
    /// reason.
    pub fn get_review_statistics(&self) -> Call<models::ReviewStatistics> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/reviews/statistics",
            takes_token: false,
            accepts_idempotency_key: false,
        })
    }

    /// Report a review.
    ///
    /// Tells the store's staff that a published review should not be there. It stays published until they
    /// decide. Of one client a review is reported once; repeating it changes nothing.
    pub fn report_review(&self, review_id: &str, body: &models::ReportReview) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/storefront/v1/reviews/{review_id}/reports",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .body(body)
    }

    /// Search products.
    ///
    /// Finds words in titles, vendors, types, categories, tags, options, SKUs, barcodes and descriptions, whatever
    /// their inflection and accents; the last word may be incomplete. If no product has the words, similar words are
    /// searched for, and `did_you_mean` tells which; then products with some of the words, and `partial` is true.
    /// Without `q` every product on sale is found.
    ///
    /// Repeat `category`, `merchant`, `vendor` or `option` to allow several values. The counts of a facet leave that
    /// facet's own filter out of account. A changed product is found within seconds. With the access token of a
    /// shopper who is in customer groups, products that only those groups see are found too, and cards have the
    /// shopper's prices; filters and sorting go by list prices.
    pub fn search_products(&self) -> Call<models::SearchResult, SearchProducts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/search",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Suggest searches.
    ///
    /// Completes what a shopper has typed so far: words of the catalogue, products, and categories; up to 6 of each.
    pub fn suggest_searches(&self) -> Call<models::SearchSuggestions, SuggestSearches> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/search/suggestions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show the store.
    ///
    /// Name, brand, language, currency, tax and payment providers of the storefront that the host or the
    /// publishable key selects.
    pub fn get_store(&self) -> Call<models::Store, GetStore> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/storefront/v1/store",
            takes_token: false,
            accepts_idempotency_key: false,
        })
    }
}

/// The optional parameters of [`Storefront::export_account_file`].
#[derive(Debug, Clone, Copy)]
pub struct ExportAccountFile;

impl Call<crate::Download, ExportAccountFile> {
    /// What the file holds; `account` by default.
    pub fn kind(self, kind: impl Into<models::AccountExportFile>) -> Self {
        self.query::<models::AccountExportFile>("kind", kind.into())
    }
}

/// The optional parameters of [`Storefront::list_own_orders`].
#[derive(Debug, Clone, Copy)]
pub struct ListOwnOrders;

impl Call<models::OrderPage, ListOwnOrders> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Storefront::list_account_reviews`].
#[derive(Debug, Clone, Copy)]
pub struct ListAccountReviews;

impl Call<models::OwnReviewPage, ListAccountReviews> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Storefront::list_merchant_reviews`].
#[derive(Debug, Clone, Copy)]
pub struct ListMerchantReviews;

impl Call<models::MerchantReviews, ListMerchantReviews> {
    /// Only reviews with this number of stars.
    pub fn rating(self, rating: i64) -> Self {
        self.query("rating", rating)
    }

    /// Sort order; `newest` by default.
    pub fn sort(self, sort: impl Into<models::ReviewSort>) -> Self {
        self.query::<models::ReviewSort>("sort", sort.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same merchant, filter and sort order.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Storefront::unsubscribe_newsletter`].
#[derive(Debug, Clone, Copy)]
pub struct UnsubscribeNewsletter;

impl Call<(), UnsubscribeNewsletter> {
    /// Token of the link.
    pub fn token(self, token: impl Into<String>) -> Self {
        self.query::<String>("token", token.into())
    }
}

/// The optional parameters of [`Storefront::list_products`].
#[derive(Debug, Clone, Copy)]
pub struct ListProducts;

impl Call<models::ProductPage, ListProducts> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same category and sort order.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }

    /// Slug of a category; products of its subcategories are included.
    pub fn category(self, category: impl Into<String>) -> Self {
        self.query::<String>("category", category.into())
    }

    /// Sort order; `newest` by default.
    pub fn sort(self, sort: impl Into<models::ProductSort>) -> Self {
        self.query::<models::ProductSort>("sort", sort.into())
    }
}

/// The optional parameters of [`Storefront::list_reviews`].
#[derive(Debug, Clone, Copy)]
pub struct ListReviews;

impl Call<models::ProductReviews, ListReviews> {
    /// Only reviews with this number of stars.
    pub fn rating(self, rating: i64) -> Self {
        self.query("rating", rating)
    }

    /// Sort order; `newest` by default.
    pub fn sort(self, sort: impl Into<models::ReviewSort>) -> Self {
        self.query::<models::ReviewSort>("sort", sort.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same product, filter and sort order.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Storefront::search_products`].
#[derive(Debug, Clone, Copy)]
pub struct SearchProducts;

impl Call<models::SearchResult, SearchProducts> {
    /// Words to look for; at most 200 characters, of which the first 8 words count.
    pub fn q(self, q: impl Into<String>) -> Self {
        self.query::<String>("q", q.into())
    }

    /// Slugs of categories; products of their subcategories are included.
    pub fn category(self, category: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.query_list("category", category.into_iter().map(Into::<String>::into))
    }

    /// Slugs of merchants.
    pub fn merchant(self, merchant: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.query_list("merchant", merchant.into_iter().map(Into::<String>::into))
    }

    /// Vendor names.
    pub fn vendor(self, vendor: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.query_list("vendor", vendor.into_iter().map(Into::<String>::into))
    }

    /// Option values as `NAME:VALUE`, such as `Color:Blue`. Values of one name are alternatives.
    pub fn option(self, option: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.query_list("option", option.into_iter().map(Into::<String>::into))
    }

    /// Lowest price, in minor units of the storefront's currency.
    pub fn price_min(self, price_min: i64) -> Self {
        self.query("price_min", price_min)
    }

    /// Highest price, in minor units of the storefront's currency.
    pub fn price_max(self, price_max: i64) -> Self {
        self.query("price_max", price_max)
    }

    /// Only products that can be bought now (`true`) or that are sold out (`false`).
    pub fn available(self, available: bool) -> Self {
        self.query("available", available)
    }

    /// Sort order; `relevance` by default.
    pub fn sort(self, sort: impl Into<models::SearchSort>) -> Self {
        self.query::<models::SearchSort>("sort", sort.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same search.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Storefront::suggest_searches`].
#[derive(Debug, Clone, Copy)]
pub struct SuggestSearches;

impl Call<models::SearchSuggestions, SuggestSearches> {
    /// What was typed; at most 200 characters.
    pub fn q(self, q: impl Into<String>) -> Self {
        self.query::<String>("q", q.into())
    }
}

/// The optional parameters of [`Storefront::get_store`].
#[derive(Debug, Clone, Copy)]
pub struct GetStore;

impl Call<models::Store, GetStore> {
    /// Token of a preview link: the draft of the brand instead of the published one. Ignored once it has
    /// expired.
    pub fn stoa_brand_preview(self, stoa_brand_preview: impl Into<String>) -> Self {
        self.header_parameter::<String>("Stoa-Brand-Preview", &stoa_brand_preview.into())
    }
}

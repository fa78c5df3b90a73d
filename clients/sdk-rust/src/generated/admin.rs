// Generated from the API document by `make gen`. Do not edit.

//! The operations of the document under `/admin`.

use crate::call::Call;
use crate::client::Client;
use crate::error::Result;
use crate::models;
use crate::options::Options;
use crate::request::Operation;

/// The operations of the document under `/admin`. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Admin {
    client: Client,
}

impl Admin {
    /// A client with these options.
    pub fn new(options: Options) -> Result<Self> {
        Ok(Self { client: Client::new(options)? })
    }

    /// Show the report settings.
    ///
    /// Of the whole tenant.
    pub fn get_report_settings(&self) -> Call<models::ReportSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/analytics/settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the report settings.
    ///
    /// With another time zone all days are counted again; until they are, reports return 409 `reports_rebuilding`.
    pub fn set_report_settings(&self, body: &models::SetReportSettings) -> Call<models::ReportSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/analytics/settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List secret keys.
    ///
    /// The latest first, without their secrets; also those that were revoked or have expired.
    pub fn list_api_keys(&self) -> Call<models::ApiKeyList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/api-keys",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a secret key.
    ///
    /// A program sends the secret as `Authorization: Bearer stoa_sk_…`. The secret is in this response and
    /// nowhere else. A key has no authority that its creator does not hold, and none to manage keys.
    pub fn create_api_key(&self, body: &models::CreateApiKey) -> Call<models::NewApiKey> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/api-keys",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Revoke a secret key.
    ///
    /// The key stops working at once. Revoking it again changes nothing.
    pub fn revoke_api_key(&self, api_key_id: &str) -> Call<models::ApiKey> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/api-keys/{api_key_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("api_key_id", api_key_id)
    }

    /// Rotate a secret key.
    ///
    /// Creates another key with the same name, authorities, networks and expiry. The key that is rotated works
    /// for `overlap_seconds` more, so that programs can change over without a failed request.
    pub fn rotate_api_key(&self, api_key_id: &str, body: &models::RotateApiKey) -> Call<models::NewApiKey> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/api-keys/{api_key_id}/rotate",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("api_key_id", api_key_id)
            .body(body)
    }

    /// List audit entries.
    ///
    /// What staff members, secret keys and operators changed, newest first. Each entry is one transaction; it
    /// is written by the database, is never changed, and carries a hash that includes the hash of the entry
    /// before. Secrets and personal fields show as `[masked]`.
    pub fn list_audit_entries(&self) -> Call<models::AuditEntryPage, ListAuditEntries> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/audit/entries",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Export audit entries.
    ///
    /// The same entries as a CSV file, newest first, with one row for each field that changed: `number`, `at`,
    /// `actor`, `actor_name`, `operation`, `request_id`, `object`, `action`, `key`, `field`, `before`, `after`,
    /// `hash`. Text that a spreadsheet would take for a formula begins with an apostrophe.
    pub fn export_audit_entries(&self) -> Call<crate::Download, ExportAuditEntries> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/audit/entries.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// Request a new password.
    ///
    /// Always answers 202. A staff member of this tenant with the address gets an e-mail with a link that is
    /// good for 30 minutes. One e-mail is sent to an address in a minute.
    pub fn forgot_password(&self, body: &models::StaffAddress) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/auth/forgot-password",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Sign in.
    ///
    /// The host names the tenant. An unknown address, a wrong password and an account of another
    /// tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one address
    /// within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have signed in
    /// before. If the account has a second factor and `code` is absent, a right password gets 401
    /// `second_factor_required`: ask for the code, and send all three. A code that is wrong, or was used,
    /// gets 401 `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429.
    pub fn login(&self, body: &models::StaffCredentials) -> Call<models::StaffSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/auth/login",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Sign out.
    ///
    /// Ends the session of a refresh token, and its access tokens with it. Any other text changes nothing, and
    /// the response is the same.
    pub fn logout(&self, body: &models::StaffRefresh) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/auth/logout",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Refresh the session.
    ///
    /// Returns a new access token, and a new refresh token in the place of the one that was sent, which is good
    /// once. One that comes again gets 401; after more than ten seconds its session ends as well, and its
    /// owner gets an e-mail: the token may have been stolen. A session ends 7 days after it was last used, and
    /// 30 days after signing in.
    pub fn refresh(&self, body: &models::StaffRefresh) -> Call<models::StaffSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/auth/refresh",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Reset the password.
    ///
    /// Sets the password of the account that the link is about, and ends all its sessions, in every tenant. A
    /// second factor stays, and is asked for at the next sign-in.
    pub fn reset_password(&self, body: &models::StaffPasswordReset) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/auth/reset-password",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Finish switching to this tenant.
    ///
    /// Opens a session for a token that `POST /admin/v1/me/tenants/{tenant_id}/switch` gave at another tenant. A
    /// second factor that was given there counts here, but not as fresh: refunds and the like ask for a code.
    pub fn finish_tenant_switch(&self, body: &models::TenantSwitchToken) -> Call<models::StaffSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/auth/switch",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List authorities.
    ///
    /// What roles and secret keys can allow, with the operations that need each.
    pub fn list_authorities(&self) -> Call<models::AuthorityList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/authorities",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Explain authorization decisions.
    ///
    /// For each operation under `/admin/v1`: whether it is allowed to a staff member, to anybody with a role, or
    /// else to the caller, and which authorities decide that. With `role` it answers what a member could do
    /// who had that role.
    pub fn explain_authorization(&self) -> Call<models::ExplanationList, ExplainAuthorization> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/authorization/explain",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show the cart settings.
    ///
    /// Of the whole tenant.
    pub fn get_cart_settings(&self) -> Call<models::CartSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/cart-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the cart settings.
    ///
    /// Holds for the next sign-in.
    pub fn set_cart_settings(&self, body: &models::CartSettings) -> Call<models::CartSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/cart-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show the catalogue settings.
    ///
    /// Whether two variants may have the same stock keeping unit.
    pub fn get_catalog_settings(&self) -> Call<models::CatalogSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/catalog/settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the catalogue settings.
    ///
    /// Returns 409 `sku_taken` if unique SKUs are wanted while variants on sale share one.
    pub fn set_catalog_settings(&self, body: &models::CatalogSettings) -> Call<models::CatalogSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/catalog/settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List categories.
    ///
    /// All of them, also those without products on sale: the oldest first, which has parents before their children.
    pub fn list_categories(&self) -> Call<models::AdminCategoryPage, ListCategories> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/categories",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show the image of a category.
    ///
    /// Returns 404 for a category without one.
    pub fn get_category_image(&self, category_id: &str) -> Call<models::AdminImage> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/categories/{category_id}/image",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("category_id", category_id)
    }

    /// Upload the image of a category.
    ///
    /// The body is the file itself, as for images of products. A category has one image: another one takes its place,
    /// without its alternative texts and its focal point. Uploading the image that the category already has returns
    /// 200 with that image and changes nothing.
    pub fn upload_category_image(&self, category_id: &str, body: impl Into<Vec<u8>>) -> Call<models::AdminImage> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/categories/{category_id}/image",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("category_id", category_id)
            .file(body, "application/octet-stream")
    }

    /// Change the image of a category.
    ///
    /// Absent fields do not change.
    pub fn update_category_image(&self, category_id: &str, body: &models::UpdateCategoryImage) -> Call<models::AdminImage> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/categories/{category_id}/image",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("category_id", category_id)
            .body(body)
    }

    /// Delete the image of a category.
    ///
    /// Its URL stays valid.
    pub fn delete_category_image(&self, category_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/categories/{category_id}/image",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("category_id", category_id)
    }

    /// List customer groups.
    ///
    /// All of them, by name; at most 100.
    pub fn list_customer_groups(&self) -> Call<models::CustomerGroupList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customer-groups",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a customer group.
    ///
    /// Members pay the lowest of the list price and what their groups pay: the group's own price of a variant, or
    /// else the list price less the group's discount.
    pub fn create_customer_group(&self, body: &models::CreateCustomerGroup) -> Call<models::CustomerGroup> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/customer-groups",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show a customer group.
    ///
    /// With its discount and the number of its members.
    pub fn get_customer_group(&self, customer_group_id: &str) -> Call<models::CustomerGroup> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customer-groups/{customer_group_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
    }

    /// Change a customer group.
    ///
    /// Absent fields do not change. Members pay the new prices from their next request on; orders keep theirs.
    pub fn update_customer_group(&self, customer_group_id: &str, body: &models::UpdateCustomerGroup) -> Call<models::CustomerGroup> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/customer-groups/{customer_group_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
            .body(body)
    }

    /// Delete a customer group.
    ///
    /// Its prices go with it, and its members pay list prices again. Returns 409 `customer_group_in_use` while
    /// products are shown to the group only.
    pub fn delete_customer_group(&self, customer_group_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/customer-groups/{customer_group_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
    }

    /// List a customer group's members.
    ///
    /// Those who signed up first come first.
    pub fn list_customer_group_members(&self, customer_group_id: &str) -> Call<models::CustomerGroupMemberPage, ListCustomerGroupMembers> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customer-groups/{customer_group_id}/members",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
    }

    /// Add members to a customer group.
    ///
    /// All of them or none. A customer who is a member already stays one.
    pub fn add_customer_group_members(&self, customer_group_id: &str, body: &models::AddCustomerGroupMembers) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/customer-groups/{customer_group_id}/members",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
            .body(body)
    }

    /// Remove a member from a customer group.
    ///
    /// The customer pays list prices again, and does not see the group's products any more.
    pub fn remove_customer_group_member(&self, customer_group_id: &str, customer_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/customer-groups/{customer_group_id}/members/{customer_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
            .path("customer_id", customer_id)
    }

    /// List a customer group's prices.
    ///
    /// Variants that the group has prices of its own for, oldest variants first.
    pub fn list_customer_group_prices(&self, customer_group_id: &str) -> Call<models::CustomerGroupPricesPage, ListCustomerGroupPrices> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customer-groups/{customer_group_id}/prices",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
    }

    /// Set a customer group's prices.
    ///
    /// All of them or none; prices that the request does not name stay. A price of the group's own replaces its
    /// discount for the variant; one that is higher than the list price has no effect. A variant needs a list price
    /// in the currency to be on sale.
    pub fn set_customer_group_prices(&self, customer_group_id: &str, body: &models::SetCustomerGroupPrices) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/customer-groups/{customer_group_id}/prices",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_group_id", customer_group_id)
            .body(body)
    }

    /// List customers.
    ///
    /// Shoppers with an account, those who signed up last first. Guests have no account: find their orders by
    /// e-mail address.
    pub fn list_customers(&self) -> Call<models::CustomerPage, ListCustomers> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customers",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a customer.
    ///
    /// Somebody who has not signed up: an account without a password. Its owner gets in by the link of the e-mail that this
    /// sends, by a sign-in code or by a password reset, all of which reach that mailbox only. Orders that were placed with
    /// the address as a guest belong to the account. The link leads to the storefront that this request was sent to.
    pub fn create_customer(&self, body: &models::CreateCustomer) -> Call<models::Customer> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/customers",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Export customers.
    ///
    /// All shoppers with an account, those who signed up last first, as CSV in UTF-8 with the columns `id`, `email`,
    /// `first_name`, `last_name`, `note`, `blocked_at` and `created_at`. Text that a spreadsheet would take for a formula begins with
    /// an apostrophe. The file is written as it is read.
    pub fn export_customers(&self) -> Call<crate::Download> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customers.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// Show a customer.
    ///
    /// With the addresses of the address book, and what the customer has agreed to.
    pub fn get_customer(&self, customer_id: &str) -> Call<models::Customer> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customers/{customer_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_id", customer_id)
    }

    /// Change a customer.
    ///
    /// Absent fields do not change. Blocking signs the customer out on all devices at once; signing in then returns
    /// 403 `account_blocked`, and an order with the address 403 `customer_blocked`.
    pub fn update_customer(&self, customer_id: &str, body: &models::UpdateCustomer) -> Call<models::Customer> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/customers/{customer_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_id", customer_id)
            .body(body)
    }

    /// Delete a customer.
    ///
    /// Deletes the account, its addresses and its sessions, and tells the customer by e-mail. Orders stay as long as
    /// the law requires.
    pub fn delete_customer(&self, customer_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/customers/{customer_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_id", customer_id)
    }

    /// List a customer's orders.
    ///
    /// Orders of the account, newest first; those placed as a guest with the same address before it are among them.
    pub fn list_customer_orders(&self, customer_id: &str) -> Call<models::AdminOrderPage, ListCustomerOrders> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/customers/{customer_id}/orders",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_id", customer_id)
    }

    /// Send a customer a password reset.
    ///
    /// Sends the e-mail that `storefront_forgot_password` sends; its link leads to the storefront that this request
    /// was sent to.
    pub fn send_customer_password_reset(&self, customer_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/customers/{customer_id}/password-reset",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("customer_id", customer_id)
    }

    /// List documents.
    ///
    /// Invoices and credit notes of all orders, newest first.
    pub fn list_documents(&self) -> Call<models::AdminDocumentPage, ListDocuments> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/documents",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Export documents.
    ///
    /// The same list as CSV in UTF-8, with the columns `id`, `kind`, `number`, `order_id`, `refund_id`, `currency`, `tax`,
    /// `total` and `issued_at`. Amounts are decimals of the currency, such as `12.05`. The file is written as it is read.
    pub fn export_documents(&self) -> Call<crate::Download, ExportDocuments> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/documents.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// Download a document.
    ///
    /// An invoice or a credit note as PDF. It is printed from what was copied when it was issued: each download is the
    /// same file.
    pub fn download_document(&self, document_id: &str) -> Call<crate::Download> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/documents/{document_id}/pdf",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("document_id", document_id)
            .download("application/pdf")
    }

    /// List e-mails.
    ///
    /// E-mails of the last 90 days that were handed to a mail provider or suppressed, latest first. One that no
    /// provider takes at the moment is listed when one does. E-mails to a shopper are deleted with the account.
    pub fn list_emails(&self) -> Call<models::EmailPage, ListEmails> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/emails",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Retrieve an e-mail.
    ///
    /// With a copy of what it said. Links to orders are without the token that opens them; e-mails that are made of
    /// a secret link or a code, such as password resets, have no copy.
    pub fn get_email(&self, email_id: &str) -> Call<models::EmailDetail> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/emails/{email_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("email_id", email_id)
    }

    /// Resend an e-mail.
    ///
    /// Writes an e-mail about an order again, as the order is now and with a new link, and sends it to the order's
    /// address. It is another e-mail, `queued` until a worker sends it.
    pub fn resend_email(&self, email_id: &str) -> Call<models::EmailSummary> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/emails/{email_id}/resend",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("email_id", email_id)
    }

    /// List identity providers.
    ///
    /// Providers that shoppers sign in with, oldest first, also those that are disabled. Secrets are not shown.
    pub fn list_identity_providers(&self) -> Call<models::IdentityProviderList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/identity-providers",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create an identity provider.
    ///
    /// Any issuer of OpenID Connect. Register `https://{primary host}/account/social` of each storefront there as
    /// redirect URI. The issuer's configuration is read over https: 422 `issuer_refused` says what is wrong with it.
    /// A tenant has one provider for an issuer (409 `issuer_in_use`), and 20 at most.
    pub fn create_identity_provider(&self, body: &models::CreateIdentityProvider) -> Call<models::IdentityProvider> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/identity-providers",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Change an identity provider.
    ///
    /// Absent fields do not change. The issuer stays: another issuer is another provider. Enabling one reads its
    /// configuration again.
    pub fn update_identity_provider(&self, identity_provider_id: &str, body: &models::UpdateIdentityProvider) -> Call<models::IdentityProvider> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/identity-providers/{identity_provider_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("identity_provider_id", identity_provider_id)
            .body(body)
    }

    /// Delete an identity provider.
    ///
    /// Shoppers' links to it are deleted, too. Their accounts stay; a password reset gives one to those without.
    pub fn delete_identity_provider(&self, identity_provider_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/identity-providers/{identity_provider_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("identity_provider_id", identity_provider_id)
    }

    /// Show the invoicing settings.
    ///
    /// Of the whole tenant: who sells, and how invoices and credit notes are numbered.
    pub fn get_invoicing_settings(&self) -> Call<models::InvoicingSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/invoicing-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the invoicing settings.
    ///
    /// Holds for documents that are issued from now on: those that were issued do not change. Documents need a
    /// `legal_name`, an `address`, and a `tax_number` or a `vat_number`; `missing` says which are not there.
    pub fn set_invoicing_settings(&self, body: &models::SetInvoicingSettings) -> Call<models::InvoicingSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/invoicing-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List balances.
    ///
    /// All accounts of the tenant's ledger: debits are positive, credits negative. In each
    /// currency they sum to zero.
    pub fn list_balances(&self) -> Call<models::LedgerBalanceList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/ledger/balances",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// List locations.
    ///
    /// In the order in which units of paid orders are taken from them.
    pub fn list_locations(&self) -> Call<models::LocationList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/locations",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a location.
    ///
    /// It is active and empty. A tenant has at most 50 locations.
    pub fn create_location(&self, body: &models::CreateLocation) -> Call<models::Location> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/locations",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Change a location.
    ///
    /// Absent fields do not change. The default location, and one that holds stock, cannot be deactivated: 409
    /// `location_in_use`.
    pub fn update_location(&self, location_id: &str, body: &models::UpdateLocation) -> Call<models::Location> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/locations/{location_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("location_id", location_id)
            .body(body)
    }

    /// List suppressed e-mail addresses.
    ///
    /// Addresses that get no more e-mail from this tenant, latest first: mail to them bounced, their owner reported
    /// spam, or staff added them.
    pub fn list_mail_suppressions(&self) -> Call<models::MailSuppressionPage, ListMailSuppressions> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/mail-suppressions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Suppress an e-mail address.
    ///
    /// The address gets no more e-mail from this tenant, also none about orders or passwords. One that is
    /// suppressed already stays as it is.
    pub fn create_mail_suppression(&self, body: &models::CreateMailSuppression) -> Call<models::MailSuppression> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/mail-suppressions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Remove a suppressed e-mail address.
    ///
    /// The address gets e-mail again, until it bounces or is reported again.
    pub fn delete_mail_suppression(&self, mail_suppression_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/mail-suppressions/{mail_suppression_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("mail_suppression_id", mail_suppression_id)
    }

    /// Show the caller.
    ///
    /// Who the credentials belong to and what they allow, from the same policy that decides each request: a
    /// console shows what the caller can use.
    pub fn get_me(&self) -> Call<models::Me> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/me",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show the caller's e-mail preferences.
    ///
    /// Which e-mails about the store's business the staff member wants from it. They go to those who are allowed to do
    /// something about it.
    pub fn get_email_preferences(&self) -> Call<models::EmailPreferences> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/me/email-preferences",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the caller's e-mail preferences.
    ///
    /// They hold for this store; the staff member's other stores have preferences of their own.
    pub fn set_email_preferences(&self, body: &models::EmailPreferences) -> Call<models::EmailPreferences> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/me/email-preferences",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Change the own password.
    ///
    /// Ends every session of the account, in every tenant, and returns a new one. After 10 wrong passwords
    /// within 15 minutes the answer is 429 `too_many_attempts`. The owner of the account gets an e-mail.
    pub fn change_password(&self, body: &models::StaffPasswordChange) -> Call<models::StaffSession> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/password",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show the own second factor.
    ///
    /// Whether there is one, how many recovery codes are left, and whether the tenant requires one.
    pub fn get_second_factor(&self) -> Call<models::SecondFactor> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/me/second-factor",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Start enrolling a second factor.
    ///
    /// Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
    /// until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
    /// passwords within 15 minutes the answer is 429.
    pub fn begin_second_factor(&self, body: &models::SecondFactorEnrolment) -> Call<models::SecondFactorSeed> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/second-factor",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Confirm the second factor.
    ///
    /// Takes the first code of the app. From now on signing in needs a code; refunds, payout accounts, secret
    /// keys, staff and roles need one that was given less than 10 minutes ago, as it now was in this session.
    /// The recovery codes are shown this once. The owner of the account gets an e-mail.
    pub fn confirm_second_factor(&self, body: &models::SecondFactorCode) -> Call<models::RecoveryCodes> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/second-factor/confirm",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Regenerate recovery codes.
    ///
    /// Needs a code, or a recovery code. The old recovery codes stop working.
    pub fn renew_recovery_codes(&self, body: &models::SecondFactorCode) -> Call<models::RecoveryCodes> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/second-factor/recovery-codes",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Remove the second factor.
    ///
    /// Needs a code, or a recovery code. The owner of the account gets an e-mail.
    pub fn remove_second_factor(&self, body: &models::SecondFactorCode) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/second-factor/remove",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List own sessions.
    ///
    /// Where the caller is signed in at this tenant, most recently used first; at most 20. A secret key has no
    /// sessions: 401.
    pub fn list_sessions(&self) -> Call<models::StaffDeviceSessionList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/me/sessions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// End all other own sessions.
    ///
    /// Signs the caller out everywhere at this tenant, but not here.
    pub fn end_other_sessions(&self) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/me/sessions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// End an own session.
    ///
    /// Its refresh token and its access tokens stop working at once.
    pub fn end_session(&self, staff_session_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/me/sessions/{staff_session_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("staff_session_id", staff_session_id)
    }

    /// Step up with the second factor.
    ///
    /// Opens what needs a second factor for 10 minutes, in this session. Operations that would have been allowed
    /// answer 403 `step_up_required` otherwise. Each code is good once; after 5 wrong ones within 15 minutes
    /// the answer is 429.
    pub fn step_up(&self, body: &models::SecondFactorCode) -> Call<models::SteppedUp> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/step-up",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List own tenants.
    ///
    /// The tenants that the caller works for, by name, the current one among them. A secret key works for one
    /// only: 401.
    pub fn list_own_tenants(&self) -> Call<models::StaffTenantList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/me/tenants",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Start switching to another tenant.
    ///
    /// Returns a token that opens a session at a tenant that the caller works for: send it to
    /// `POST /admin/v1/auth/switch` of `host` within a minute. It is good once. 404 for a tenant that the caller
    /// does not work for, or that is not active.
    pub fn create_tenant_switch(&self, tenant_id: &str) -> Call<models::TenantSwitch> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/me/tenants/{tenant_id}/switch",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("tenant_id", tenant_id)
    }

    /// List merchants.
    ///
    /// All merchants, the default one first, each with its account at the payment provider.
    pub fn list_merchants(&self) -> Call<models::MerchantList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/merchants",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create an onboarding link.
    ///
    /// To a page of the payment provider where the merchant gives its details, so that shares can
    /// be transferred to it. A link works once and for a few minutes: create it when it is about to be
    /// opened.
    pub fn create_onboarding_link(&self, merchant_id: &str, body: &models::CreateOnboardingLink) -> Call<models::OnboardingLink> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/merchants/{merchant_id}/onboarding-links",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("merchant_id", merchant_id)
            .body(body)
    }

    /// List a merchant's orders.
    ///
    /// Paid orders that hold something of the merchant's, newest first, each with the merchant's share of it.
    /// A merchant's own staff see those of their merchant.
    pub fn list_merchant_orders(&self, merchant_id: &str) -> Call<models::MerchantOrderPage, ListMerchantOrders> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/merchants/{merchant_id}/orders",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("merchant_id", merchant_id)
    }

    /// Get a merchant's part of an order.
    ///
    /// The merchant's lines and parcels of a paid order, where to ship them, and what the merchant is paid.
    /// Not what other merchants sold in the same purchase, nor the shopper's e-mail address.
    pub fn get_merchant_order(&self, merchant_id: &str, order_id: &str) -> Call<models::MerchantOrder> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/merchants/{merchant_id}/orders/{order_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("merchant_id", merchant_id)
            .path("order_id", order_id)
    }

    /// List newsletter subscribers.
    ///
    /// Addresses that have the consent `marketing_email` now, in the order of the addresses: those of customers who are not
    /// blocked, and those without an account.
    pub fn list_newsletter_subscribers(&self) -> Call<models::NewsletterSubscriberPage, ListNewsletterSubscribers> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/newsletter/subscribers",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Export newsletter subscribers.
    ///
    /// The same list whole, as CSV in UTF-8 with the columns `email`, `customer_id`, `subscriber_id`, `source`,
    /// `storefront_id` and `subscribed_at`. Text that a spreadsheet would take for a formula begins with an apostrophe.
    pub fn export_newsletter_subscribers(&self) -> Call<crate::Download> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/newsletter/subscribers.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// Delete a newsletter subscriber.
    ///
    /// Forgets an address without an account, with its answers. A customer's consent goes with the customer.
    pub fn delete_newsletter_subscriber(&self, subscriber_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/newsletter/subscribers/{subscriber_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("subscriber_id", subscriber_id)
    }

    /// List operator access.
    ///
    /// When somebody who runs the platform looked into this tenant, why, and how many requests they made; the
    /// latest 100, newest first. What they read and changed is in the audit log: filter it by `actor`.
    pub fn list_operator_access(&self) -> Call<models::OperatorAccessList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/operator-access",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// End operator access.
    ///
    /// Its token stops working at once.
    pub fn end_operator_access(&self, operator_access_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/operator-access/{operator_access_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("operator_access_id", operator_access_id)
    }

    /// List orders.
    ///
    /// Newest first, unless sorted otherwise. Archived orders are listed only when they are asked for.
    pub fn list_orders(&self) -> Call<models::CountedOrderPage, ListOrders> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Export orders.
    ///
    /// The orders that the list would have with these parameters as CSV in UTF-8, with the columns `number`, `id`,
    /// `placed_at`, `status`, `payment_status`, `fulfillment_status`, `email`, `currency`, `total` and `refunded`. Amounts
    /// are decimals of the currency, such as `12.05`. The file is written as it is read.
    pub fn export_orders(&self) -> Call<crate::Download, ExportOrders> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// Change many orders.
    ///
    /// Tags, archives or fulfills up to 100 orders, one after the other, and answers what became of each: an order
    /// that cannot be changed holds no other up. Returns 422 `order_not_found`, and changes nothing, when an id
    /// is not of an order. Repeating it with the same key changes nothing more.
    pub fn change_orders(&self, body: &models::ChangeOrders) -> Call<models::ChangedOrderList> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/bulk",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .body(body)
    }

    /// Show an order.
    ///
    /// With its lines, merchants' shares, transfers, refunds (created here or at the
    /// payment provider) and disputes.
    pub fn get_order(&self, order_id: &str) -> Call<models::AdminOrder> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders/{order_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// List an order's allocations.
    ///
    /// From which locations the units of a paid order are taken: the one that has most of its lines, then by priority.
    /// Variants whose stock is not tracked are not listed.
    pub fn list_order_allocations(&self, order_id: &str) -> Call<models::StockAllocationList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders/{order_id}/allocations",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Cancel an order before its money is taken.
    ///
    /// Cancels the payment of an unpaid or authorized order and releases its stock. Cancelling it again changes nothing;
    /// a paid order returns 409 `order_wrong_status`: refund it instead. So does an authorized one of which units
    /// are shipped.
    pub fn cancel_order(&self, order_id: &str) -> Call<models::AdminOrder> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/cancel",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Cancel units of a paid or authorized order.
    ///
    /// Units that are neither shipped nor cancelled. They go back into stock and are refunded, unless the request
    /// says otherwise, and the shopper is told by e-mail. Of an authorized order the capture leaves the refund out, and
    /// 409 `request_in_progress` is returned while it is being captured. Returns 422 `cancellation_too_large` for more units
    /// than that, and 422 `refund_too_large` for units that are refunded already: cancel them with `refund`
    /// false. An unpaid order returns 409 `order_wrong_status`: cancel all of it instead.
    pub fn create_cancellation(&self, order_id: &str, body: &models::CreateCancellation) -> Call<models::Cancellation> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/cancellations",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Capture an authorized order.
    ///
    /// Takes the money that the shopper's bank has set aside, less units that were cancelled. There is one capture of
    /// an order: with a smaller `amount`, the bank lets the rest go, and the order is `partially_refunded`. A captured
    /// order stays as it is; one that is not authorized returns 409 `order_wrong_status`. While the provider cannot be
    /// reached the answer is 503; the capture is carried out when it can.
    pub fn capture_order(&self, order_id: &str, body: &models::CaptureRequest) -> Call<models::AdminOrder> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/capture",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// List documents of an order.
    ///
    /// Its invoice and the credit notes of its refunds, oldest first.
    pub fn list_order_documents(&self, order_id: &str) -> Call<models::AdminDocumentList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders/{order_id}/documents",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Create a fulfillment.
    ///
    /// Ships units of a paid order in one parcel, or of an authorized one that is captured on fulfillment. An order can
    /// have several; each is of one merchant. Returns 422 `fulfillment_too_large` for more units than are left. Stock
    /// does not change: it left the shelf when the order was paid or authorized.
    pub fn create_fulfillment(&self, order_id: &str, body: &models::CreateFulfillment) -> Call<models::AdminFulfillment> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/fulfillments",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Cancel a fulfillment.
    ///
    /// Its units can be shipped in another one. Stock does not change: the units are still sold. Repeating it
    /// changes nothing. A delivered fulfillment returns 409 `fulfillment_wrong_status`, one with units
    /// in a return 409 `return_open`.
    pub fn cancel_fulfillment(&self, order_id: &str, fulfillment_id: &str) -> Call<models::AdminFulfillment> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/cancel",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("fulfillment_id", fulfillment_id)
    }

    /// Mark a fulfillment as delivered.
    ///
    /// Repeating it changes nothing. A cancelled fulfillment returns 409 `fulfillment_wrong_status`.
    pub fn deliver_fulfillment(&self, order_id: &str, fulfillment_id: &str) -> Call<models::AdminFulfillment> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/delivered",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("fulfillment_id", fulfillment_id)
    }

    /// Issue an invoice.
    ///
    /// Of a paid order, and the credit notes of its refunds; what was issued before stays as it is, so repeating it
    /// changes nothing and returns 200. Numbers have no gap. An unpaid order returns 409 `order_wrong_status`; if the
    /// invoicing settings lack something, the answer is 409 `seller_incomplete` with `missing`.
    pub fn issue_invoice(&self, order_id: &str) -> Call<models::AdminDocument> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/invoice",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Trace an order's money.
    ///
    /// Every cent from the prices to the transfers: what each line came to, how it was split, what
    /// the provider and the platform kept, what was sent and taken back, and every entry in the
    /// books. The entries add up to zero.
    pub fn get_order_money(&self, order_id: &str) -> Call<models::OrderMoney> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders/{order_id}/money",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Create a note on an order.
    ///
    /// For the staff: shoppers never see it. The timeline shows it.
    pub fn create_order_note(&self, order_id: &str, body: &models::WriteOrderNote) -> Call<models::OrderNote> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/notes",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Edit a note on an order.
    ///
    /// One that the caller wrote; another's returns 403 `order_note_not_own`.
    pub fn update_order_note(&self, order_id: &str, note_id: &str, body: &models::WriteOrderNote) -> Call<models::OrderNote> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/orders/{order_id}/notes/{note_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("note_id", note_id)
            .body(body)
    }

    /// Delete a note on an order.
    ///
    /// One that the caller wrote; another's returns 403 `order_note_not_own`.
    pub fn delete_order_note(&self, order_id: &str, note_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/orders/{order_id}/notes/{note_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .path("note_id", note_id)
    }

    /// Download a packing slip.
    ///
    /// Of a fulfillment, or of all that is neither shipped nor cancelled: quantities, stock keeping units and titles
    /// without prices, as PDF. It has no number and is not kept. Returns 409 `nothing_to_pack` when nothing is left.
    pub fn download_packing_slip(&self, order_id: &str) -> Call<crate::Download, DownloadPackingSlip> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders/{order_id}/packing-slip.pdf",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .download("application/pdf")
    }

    /// Create a refund.
    ///
    /// Of all that is left (`full`), or of units of lines, what came with a return, the shipping, and an amount.
    /// Each unit's price and tax is refunded exactly, in whatever steps. Returns 422 `refund_too_large` for
    /// more than is left of a merchant's share, also after refunds created at the payment provider or
    /// disputes; `full` refunds what is left. If the provider cannot be reached the refund is `requested`
    /// and carried out later. If the provider refuses it, it is `failed` and its units can be refunded again.
    pub fn create_refund(&self, order_id: &str, body: &models::CreateRefund) -> Call<models::Refund> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/refunds",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Preview a refund.
    ///
    /// Takes the body of a refund and answers who would give what, and what would be left; changes nothing. A
    /// refund that is created then does the same, unless something else happens in between.
    pub fn preview_refund(&self, order_id: &str, body: &models::CreateRefund) -> Call<models::RefundPreview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/refunds/preview",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Create a return.
    ///
    /// For units that are shipped and in no other return; it is `approved` at once, whatever the storefront's
    /// window. Returns 422 `return_too_large` for more units than that. Money goes back by a refund of the lines.
    pub fn create_return(&self, order_id: &str, body: &models::AdminCreateReturn) -> Call<models::AdminReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/orders/{order_id}/returns",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Set the tags of an order.
    ///
    /// Replaces those it has. Orders can be listed by tag.
    pub fn set_order_tags(&self, order_id: &str, body: &models::OrderTags) -> Call<models::OrderTags> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/orders/{order_id}/tags",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
            .body(body)
    }

    /// Show an order's timeline.
    ///
    /// Newest first: payments, refunds, parcels, returns, cancellations, disputes, messages to the shopper, notes,
    /// and what staff and programs changed.
    pub fn get_order_timeline(&self, order_id: &str) -> Call<models::OrderEventPage, GetOrderTimeline> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/orders/{order_id}/timeline",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("order_id", order_id)
    }

    /// Show the payment settings.
    ///
    /// Of the whole tenant.
    pub fn get_payment_settings(&self) -> Call<models::PaymentSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/payment-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the payment settings.
    ///
    /// Orders that are placed already keep their rule.
    pub fn set_payment_settings(&self, body: &models::PaymentSettings) -> Call<models::PaymentSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/payment-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List products.
    ///
    /// Newest first.
    pub fn list_products(&self) -> Call<models::AdminProductPage, ListProducts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/products",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a product.
    ///
    /// Without a slug one is made of the title. A slug, or where SKUs are unique an SKU, of another
    /// product returns 409 `slug_taken` or `sku_taken`. Without `merchant_id` it is the default merchant's;
    /// an unknown one returns 422 `merchant_not_found`.
    pub fn create_product(&self, body: &models::CreateProduct) -> Call<models::AdminProduct> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/products",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show a product.
    ///
    /// Drafts and archived products as well, with all variants, images and stock.
    pub fn get_product(&self, product_id: &str) -> Call<models::AdminProduct> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/products/{product_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
    }

    /// Change a product.
    ///
    /// Absent fields do not change. With the `version` that was read, the request returns 409
    /// `version_mismatch` if the product was changed meanwhile, and `current_version`
    /// is its version.
    pub fn update_product(&self, product_id: &str, body: &models::ChangeProduct) -> Call<models::AdminProduct> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/products/{product_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
            .body(body)
    }

    /// Upload an image.
    ///
    /// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a
    /// side. Its bytes decide what it is. The image is turned upright, converted to sRGB and stored
    /// without EXIF data, after the product's other images; a product has at most 50. Uploading an
    /// image that the product already has returns 200 with that image and changes nothing.
    pub fn upload_image(&self, product_id: &str, body: impl Into<Vec<u8>>) -> Call<models::AdminImage> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/products/{product_id}/images",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
            .file(body, "application/octet-stream")
    }

    /// Show an image.
    ///
    /// One image of the product, with its alternative text and position.
    pub fn get_image(&self, product_id: &str, image_id: &str) -> Call<models::AdminImage> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/products/{product_id}/images/{image_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
            .path("image_id", image_id)
    }

    /// Change an image.
    ///
    /// Absent fields do not change. A new position moves the images in between. Returns the product.
    pub fn update_image(&self, product_id: &str, image_id: &str, body: &models::UpdateImage) -> Call<models::AdminProduct> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/products/{product_id}/images/{image_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
            .path("image_id", image_id)
            .body(body)
    }

    /// Delete an image.
    ///
    /// Variants that showed it have no image of their own any more. Its URL stays valid.
    pub fn delete_image(&self, product_id: &str, image_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/products/{product_id}/images/{image_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
            .path("image_id", image_id)
    }

    /// Show a product's visibility.
    ///
    /// Which customer groups see the product in storefronts.
    pub fn get_product_visibility(&self, product_id: &str) -> Call<models::ProductVisibility> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/products/{product_id}/visibility",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
    }

    /// Set a product's visibility.
    ///
    /// Only members of the groups find, see and buy the product then. Without groups every shopper does.
    pub fn set_product_visibility(&self, product_id: &str, body: &models::ProductVisibility) -> Call<models::ProductVisibility> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/products/{product_id}/visibility",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("product_id", product_id)
            .body(body)
    }

    /// Report sales by category.
    ///
    /// A product's sales are of its deepest category (of several as deep, the one with the lowest id) as it was when the
    /// order was last counted: at its last change of money, or when all days were. The rows of all categories and the
    /// one without a category add up to the totals.
    pub fn report_categories(&self) -> Call<models::CategoryReport, ReportCategories> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/categories",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report cohorts.
    ///
    /// A cohort is the customers whose first paid order is of one month; for each, how many of them ordered in that month
    /// and in the later ones, and for how much.
    pub fn report_cohorts(&self) -> Call<models::CohortReport, ReportCohorts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/cohorts",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report sales by country.
    ///
    /// Countries that orders were shipped to.
    pub fn report_countries(&self) -> Call<models::CountryReport, ReportCountries> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/countries",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report customers.
    ///
    /// How many customers ordered by day, week or month, and how many of them had ordered before. A customer is an account,
    /// or for orders of guests an e-mail address, in all storefronts of the tenant. An order counts on the day that it was
    /// paid, refunded or not.
    pub fn report_customers(&self) -> Call<models::CustomerReport, ReportCustomers> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/customers",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Export a report.
    ///
    /// The rows of a report as a CSV file: what each is of (a day, or an id or code), `currency`, and the figures of the
    /// report. Amounts are decimals of the currency, such as `12.05`. Products: the 500 with the most sales in each
    /// currency. `customers` and `cohorts` have the columns of those reports, and take neither a storefront nor a
    /// currency.
    pub fn export_report(&self) -> Call<crate::Download, ExportReport> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/export.csv",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("text/csv")
    }

    /// Export a report as Parquet.
    ///
    /// The same rows as `export.csv`, with typed columns: text, and 64-bit whole numbers. Amounts are in minor units of
    /// `currency`, and their columns end with `_minor`. What has no value is null. The same report is the same bytes.
    pub fn export_report_parquet(&self) -> Call<crate::Download, ExportReportParquet> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/export.parquet",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .download("application/vnd.apache.parquet")
    }

    /// Report the funnel.
    ///
    /// How many visits saw a product, and how many carts, orders and payments there were on the same days, with the reasons
    /// for which checkout refused. Visits are what browsers tell of, with the visitor's consent where the store asks for it;
    /// the rest is counted by the server. Counted as it happens, and not made again by a rebuild.
    pub fn report_funnel(&self) -> Call<models::FunnelReport, ReportFunnel> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/funnel",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report sales by merchant.
    ///
    /// With commission, fees, earnings and the take rate. An order with goods of several merchants counts for each of
    /// them, and once in the totals.
    pub fn report_merchants(&self) -> Call<models::MerchantReport, ReportMerchants> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/merchants",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report sales by product.
    ///
    /// Products with the most sales first, in each currency. The rows of all products and the one without a product
    /// add up to the totals.
    pub fn report_products(&self) -> Call<models::ProductReport, ReportProducts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/products",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report sales.
    ///
    /// Orders, units, sales, refunds and earnings by day, week or month, with the totals of as many days before. Facts
    /// count on the day that they happened: a refund not on the day of its sale.
    pub fn report_sales(&self) -> Call<models::SalesReport, ReportSales> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/sales",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Report sales by storefront.
    ///
    /// All storefronts of the tenant.
    pub fn report_storefronts(&self) -> Call<models::StorefrontReport, ReportStorefronts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reports/storefronts",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// List returns.
    ///
    /// Newest first.
    pub fn list_returns(&self) -> Call<models::AdminReturnPage, ListReturns> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/returns",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show a return.
    ///
    /// With its lines, and how many units of each came.
    pub fn get_return(&self, return_id: &str) -> Call<models::AdminReturn> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/returns/{return_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("return_id", return_id)
    }

    /// Approve a return.
    ///
    /// The shopper is told by e-mail, with the message. Repeating it changes nothing.
    pub fn approve_return(&self, return_id: &str, body: &models::ReturnDecision) -> Call<models::AdminReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/returns/{return_id}/approve",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("return_id", return_id)
            .body(body)
    }

    /// Cancel a return.
    ///
    /// One of which no unit came. Its units can be in another return. Repeating it changes nothing.
    pub fn cancel_return(&self, return_id: &str) -> Call<models::AdminReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/returns/{return_id}/cancel",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("return_id", return_id)
    }

    /// Receive a return.
    ///
    /// Says how many units of each line came until now, and how many of these go back into stock; so repeating
    /// it changes nothing, and counts never go down. The return is `received` when all units came, or with
    /// `is_final`; the shopper is then told by e-mail.
    pub fn receive_return(&self, return_id: &str, body: &models::ReceiveReturn) -> Call<models::AdminReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/returns/{return_id}/receive",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("return_id", return_id)
            .body(body)
    }

    /// Reject a return.
    ///
    /// The shopper is told by e-mail, with the message. Its units can be in another return. Repeating it changes
    /// nothing.
    pub fn reject_return(&self, return_id: &str, body: &models::ReturnDecision) -> Call<models::AdminReturn> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/returns/{return_id}/reject",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("return_id", return_id)
            .body(body)
    }

    /// Show the review settings.
    ///
    /// Of the whole tenant.
    pub fn get_review_settings(&self) -> Call<models::ReviewSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/review-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the review settings.
    ///
    /// Reviews that are there keep their status and the time until which they can be changed, and invitations
    /// that are planned keep their day; without `sends_invitations` none of them is sent.
    pub fn set_review_settings(&self, body: &models::ReviewSettings) -> Call<models::ReviewSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/review-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List reviews.
    ///
    /// Newest first. Staff of one merchant see published reviews of it and of what it sold.
    pub fn list_reviews(&self) -> Call<models::AdminReviewPage, ListReviews> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reviews",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show a review.
    ///
    /// With the decisions about it and the reports of it, at most 100 of each, latest first.
    pub fn get_review(&self, review_id: &str) -> Call<models::AdminReviewDetails> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/reviews/{review_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
    }

    /// Answer a review.
    ///
    /// A published review has one answer, which everybody sees; sending another one replaces it and says when.
    /// The rating does not change.
    pub fn answer_review(&self, review_id: &str, body: &models::AnswerReview) -> Call<models::AdminReview> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/reviews/{review_id}/answer",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .body(body)
    }

    /// Publish a review.
    ///
    /// Also one that was rejected. A published one stays so, and its reports are settled. A deleted one returns
    /// 409 `review_wrong_status`.
    pub fn publish_review(&self, review_id: &str) -> Call<models::AdminReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/reviews/{review_id}/publish",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
    }

    /// Reject a review.
    ///
    /// Also one that is published. Its author is shown the reason and the note, and may appeal once; the public
    /// statistics count it under the reason. A low rating is no reason. A deleted review returns 409
    /// `review_wrong_status`.
    pub fn reject_review(&self, review_id: &str, body: &models::RejectReview) -> Call<models::AdminReview> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/reviews/{review_id}/reject",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("review_id", review_id)
            .body(body)
    }

    /// List roles.
    ///
    /// The built-in roles, which are the same in every tenant, then those of the tenant by name.
    pub fn list_roles(&self) -> Call<models::StaffRoleList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/roles",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a role.
    ///
    /// A role allows nothing that its creator does not hold: otherwise 422 `authority_not_held`.
    pub fn create_role(&self, body: &models::RoleInput) -> Call<models::StaffRole> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/roles",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Replace a role.
    ///
    /// Takes effect with the next request of every staff member who has the role.
    pub fn update_role(&self, role_id: &str, body: &models::RoleInput) -> Call<models::StaffRole> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/roles/{role_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("role_id", role_id)
            .body(body)
    }

    /// Delete a role.
    ///
    /// Open invitations to the role end. Returns 409 `role_in_use` while staff members have it.
    pub fn delete_role(&self, role_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/roles/{role_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("role_id", role_id)
    }

    /// Show the synonyms.
    ///
    /// Groups of terms that mean the same in searches.
    pub fn get_search_synonyms(&self) -> Call<models::SearchSynonyms> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/search/synonyms",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the synonyms.
    ///
    /// All groups at once; the next search uses them.
    pub fn set_search_synonyms(&self, body: &models::SearchSynonyms) -> Call<models::SearchSynonyms> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/search/synonyms",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List search terms.
    ///
    /// What shoppers searched for on a day, and how often nothing matched; most frequent first. Terms are counted
    /// without who searched. Up to 5,000 terms a day are counted and kept for 90 days; e-mail addresses and long numbers
    /// are not counted.
    pub fn list_search_terms(&self) -> Call<models::SearchTermPage, ListSearchTerms> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/search/terms",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// List sender domains.
    ///
    /// Oldest first, with the DNS records of each as the last check found them.
    pub fn list_sender_domains(&self) -> Call<models::SenderDomainList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/sender-domains",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Create a sender domain.
    ///
    /// Makes a DKIM key for the domain; publish the records of the response, then verify. E-mails leave from an address
    /// at the domain when it is verified and a storefront has such an address as its sender. A tenant has 5 domains at most.
    /// 409 `sender_domains_unsupported` if the installation sends e-mail through a provider that does not sign with keys of
    /// tenants.
    pub fn create_sender_domain(&self, body: &models::CreateSenderDomain) -> Call<models::SenderDomain> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/sender-domains",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Show a sender domain.
    ///
    /// With its DNS records as the last check found them.
    pub fn get_sender_domain(&self, sender_domain_id: &str) -> Call<models::SenderDomain> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/sender-domains/{sender_domain_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("sender_domain_id", sender_domain_id)
    }

    /// Delete a sender domain.
    ///
    /// And its key. 409 `sender_domain_used` while a storefront sends from it.
    pub fn delete_sender_domain(&self, sender_domain_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/sender-domains/{sender_domain_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("sender_domain_id", sender_domain_id)
    }

    /// Verify a sender domain.
    ///
    /// Looks its records up in DNS now; the worker does so about daily. The domain is verified when the DKIM record is
    /// there. 503 `dns_unavailable` if DNS does not answer: nothing changes then. 409 `sender_domain_in_use` if another tenant of the
    /// platform has verified the domain: remove its DKIM record from your DNS, and verify again a day later.
    pub fn verify_sender_domain(&self, sender_domain_id: &str) -> Call<models::SenderDomain> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/sender-domains/{sender_domain_id}/verify",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("sender_domain_id", sender_domain_id)
    }

    /// Show the SMS settings.
    ///
    /// Of the whole tenant, with what was sent this month.
    pub fn get_sms_settings(&self) -> Call<models::SmsSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/sms-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the SMS settings.
    ///
    /// Text messages tell shoppers that a parcel was shipped or delivered: those who have an account, gave the consent
    /// `order_updates_sms` and a phone number in the shipping address.
    pub fn set_sms_settings(&self, body: &models::SetSmsSettings) -> Call<models::SmsSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/sms-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List staff members.
    ///
    /// All staff members of the tenant, including suspended ones, in the order in which they joined.
    pub fn list_staff(&self) -> Call<models::StaffRecordList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/staff",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// List open invitations.
    ///
    /// The latest first; those that were accepted or revoked, or have expired, are not listed.
    pub fn list_invitations(&self) -> Call<models::InvitationList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/staff-invitations",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Invite a staff member.
    ///
    /// The address gets an e-mail with a link that is good for 7 days. An earlier invitation of the same
    /// address ends. The role must allow nothing that the caller does not hold. `merchant_owner` and
    /// `merchant_staff` are held for one merchant: they reach its products, its part of orders, and for the
    /// owner its balances, through the operations that say `x-merchant-staff`.
    pub fn create_invitation(&self, body: &models::CreateInvitation) -> Call<models::Invitation> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/staff-invitations",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Accept an invitation.
    ///
    /// The token is the one of the link that was sent to the invited address. A person who has an account
    /// keeps its name and password; a new account needs both, and without them the response is 422
    /// `account_needed`. Sign in afterwards.
    pub fn accept_invitation(&self, body: &models::InvitationAcceptance) -> Call<models::AcceptedInvitation> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/staff-invitations/accept",
            takes_token: false,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Revoke an invitation.
    ///
    /// Its link stops working at once.
    pub fn revoke_invitation(&self, invitation_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/staff-invitations/{invitation_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("invitation_id", invitation_id)
    }

    /// Show staff settings.
    ///
    /// Whether each staff member needs a second factor.
    pub fn get_staff_settings(&self) -> Call<models::StaffSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/staff-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Change staff settings.
    ///
    /// Where a second factor is required, a member who has not given one in their session may do nothing but
    /// enrol one: 403 `step_up_required`. The caller needs one to demand it (409 `no_second_factor`). Secret
    /// keys work as before.
    pub fn set_staff_settings(&self, body: &models::StaffSettings) -> Call<models::StaffSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/staff-settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// Change a staff member.
    ///
    /// Absent fields do not change. Takes effect with the member's next request. Returns 422
    /// `authority_not_held` if the member's role, or the new one, allows something that the caller does not
    /// hold, and 409 `last_owner` if the tenant would have no owner who can sign in.
    pub fn update_staff_member(&self, staff_id: &str, body: &models::StaffMemberChange) -> Call<models::StaffRecord> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/staff/{staff_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("staff_id", staff_id)
            .body(body)
    }

    /// Remove a staff member.
    ///
    /// The account stays, and keeps working for other tenants.
    pub fn remove_staff_member(&self, staff_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/staff/{staff_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("staff_id", staff_id)
    }

    /// Adjust stock.
    ///
    /// Adds and removes units of up to 10,000 variants, all of them or none; two of opposite sign move units from one location to
    /// another. Returns 409 `insufficient_location_stock` if a location holds fewer than are removed. The same request with the
    /// same key changes nothing more.
    pub fn adjust_stock(&self, body: &models::AdjustStockRequest) -> Call<models::StockAdjusted> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/stock/adjustments",
            takes_token: true,
            accepts_idempotency_key: true,
        })
            .body(body)
    }

    /// List stock alerts.
    ///
    /// What happened to stock in the last 90 days, latest first.
    pub fn list_stock_alerts(&self) -> Call<models::StockAlertPage, ListStockAlerts> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/stock/alerts",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show the stock settings.
    ///
    /// How long unpaid orders hold stock, from where it is taken, and what each storefront shows of it.
    pub fn get_stock_settings(&self) -> Call<models::StockSettings> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/stock/settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Replace the stock settings.
    ///
    /// Storefronts that are not named keep what they show. Orders that are placed already keep their time to pay.
    pub fn set_stock_settings(&self, body: &models::StockSettings) -> Call<models::StockSettings> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/stock/settings",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .body(body)
    }

    /// List storefronts.
    ///
    /// All storefronts of the tenant, in the order in which they were created.
    pub fn list_storefronts(&self) -> Call<models::AdminStorefrontList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/storefronts",
            takes_token: true,
            accepts_idempotency_key: false,
        })
    }

    /// Show a brand.
    ///
    /// The published version, and the draft if there is one.
    pub fn get_brand(&self, storefront_id: &str) -> Call<models::BrandState> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/storefronts/{storefront_id}/brand",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// Save the draft of a brand.
    ///
    /// Replaces the draft; shoppers see it once it is published. Text needs a contrast of at least 4.5:1 on
    /// its background: 422 `brand_refused` names the colour and one that would do.
    pub fn save_brand_draft(&self, storefront_id: &str, body: &models::BrandKit) -> Call<models::SavedBrand> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/storefronts/{storefront_id}/brand/draft",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
            .body(body)
    }

    /// Delete the draft of a brand.
    ///
    /// Without a draft nothing happens.
    pub fn delete_brand_draft(&self, storefront_id: &str) -> Call<models::BrandState> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/storefronts/{storefront_id}/brand/draft",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// List brand images.
    ///
    /// The images that were uploaded for the storefront, the latest first.
    pub fn list_brand_images(&self, storefront_id: &str) -> Call<models::BrandImageList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/storefronts/{storefront_id}/brand/images",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// Upload a brand image.
    ///
    /// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side. Its bytes
    /// decide what it is. It is turned upright, converted to sRGB and stored without EXIF data. Put its `url` into the
    /// brand as `logo_url`, or into a page. A storefront has at most 100 images. Uploading one that it has already
    /// returns 200 with that image and changes nothing.
    pub fn upload_brand_image(&self, storefront_id: &str, body: impl Into<Vec<u8>>) -> Call<models::BrandImage> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/storefronts/{storefront_id}/brand/images",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
            .file(body, "application/octet-stream")
    }

    /// Delete a brand image.
    ///
    /// Its URL stays valid, where the brand shows it.
    pub fn delete_brand_image(&self, storefront_id: &str, brand_image_id: &str) -> Call<()> {
        Call::new(&self.client, Operation {
            method: "DELETE",
            path: "/admin/v1/storefronts/{storefront_id}/brand/images/{brand_image_id}",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
            .path("brand_image_id", brand_image_id)
    }

    /// Create a preview link.
    ///
    /// Anyone with the link sees the storefront with the draft for 24 hours, or until the draft is published
    /// or another link is created. Returns 409 `no_draft` without a draft.
    pub fn create_brand_preview(&self, storefront_id: &str) -> Call<models::PreviewLink> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/storefronts/{storefront_id}/brand/preview-links",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// Publish a brand.
    ///
    /// Publishes the draft, or rolls back to an earlier version. Shoppers see it within five seconds.
    pub fn publish_brand(&self, storefront_id: &str, body: &models::PublishBrand) -> Call<models::BrandState> {
        Call::new(&self.client, Operation {
            method: "POST",
            path: "/admin/v1/storefronts/{storefront_id}/brand/publish",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
            .body(body)
    }

    /// List versions of a brand.
    ///
    /// The latest first, up to 100.
    pub fn list_brand_versions(&self, storefront_id: &str) -> Call<models::BrandVersionList> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/storefronts/{storefront_id}/brand/versions",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// Show a storefront's return policy.
    ///
    /// 14 days unless it was changed.
    pub fn get_return_policy(&self, storefront_id: &str) -> Call<models::ReturnPolicy> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/storefronts/{storefront_id}/return-policy",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// Set a storefront's return policy.
    ///
    /// Takes effect with the shopper's next request.
    pub fn set_return_policy(&self, storefront_id: &str, body: &models::ReturnPolicy) -> Call<models::ReturnPolicy> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/storefronts/{storefront_id}/return-policy",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
            .body(body)
    }

    /// Show the sender of a storefront.
    ///
    /// The address that its e-mails come from, and where answers go.
    pub fn get_storefront_sender(&self, storefront_id: &str) -> Call<models::StorefrontSender> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/storefronts/{storefront_id}/sender",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
    }

    /// Replace the sender of a storefront.
    ///
    /// E-mails come from `address` while its domain is a verified sender domain, and from the platform's address otherwise.
    /// 400 names the field when the domain is not verified.
    pub fn set_storefront_sender(&self, storefront_id: &str, body: &models::SetStorefrontSender) -> Call<models::StorefrontSender> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/storefronts/{storefront_id}/sender",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("storefront_id", storefront_id)
            .body(body)
    }

    /// Set a variant's stock at a location.
    ///
    /// What was counted there. With `expected_on_hand` it is refused with 409 `stock_changed` if another number is there
    /// meanwhile: count again. Returns 409 `stock_reserved` if unpaid orders hold back more than is left altogether.
    pub fn set_location_stock(&self, variant_id: &str, location_id: &str, body: &models::SetLocationStock) -> Call<models::VariantStock> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/variants/{variant_id}/locations/{location_id}/stock",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("variant_id", variant_id)
            .path("location_id", location_id)
            .body(body)
    }

    /// Set the price of a variant.
    ///
    /// In the currency of the price; prices in other currencies do not change.
    pub fn set_variant_price(&self, variant_id: &str, body: &models::SetPrice) -> Call<models::AdminProduct> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/variants/{variant_id}/price",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("variant_id", variant_id)
            .body(body)
    }

    /// Show a variant's stock.
    ///
    /// Altogether and by location. Returns 404 for a variant whose stock is not tracked.
    pub fn get_variant_stock(&self, variant_id: &str) -> Call<models::VariantStock> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/variants/{variant_id}/stock",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("variant_id", variant_id)
    }

    /// Set the stock of a variant.
    ///
    /// A count of all units, reserved units included: fewer than are reserved returns 409
    /// `stock_reserved`. Without `on_hand` stock is no longer tracked.
    pub fn set_variant_stock(&self, variant_id: &str, body: &models::SetStock) -> Call<models::AdminProduct> {
        Call::new(&self.client, Operation {
            method: "PUT",
            path: "/admin/v1/variants/{variant_id}/stock",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("variant_id", variant_id)
            .body(body)
    }

    /// List a variant's stock movements.
    ///
    /// Latest first. What is on hand is the sum of all movements.
    pub fn list_stock_movements(&self, variant_id: &str) -> Call<models::StockMovementPage, ListStockMovements> {
        Call::new(&self.client, Operation {
            method: "GET",
            path: "/admin/v1/variants/{variant_id}/stock/movements",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("variant_id", variant_id)
    }

    /// Change how a variant is sold.
    ///
    /// Absent fields do not change. Returns 409 `stock_reserved` for a backorder limit that orders are over already.
    pub fn update_variant_stock(&self, variant_id: &str, body: &models::UpdateVariantStock) -> Call<models::VariantStock> {
        Call::new(&self.client, Operation {
            method: "PATCH",
            path: "/admin/v1/variants/{variant_id}/stock/policy",
            takes_token: true,
            accepts_idempotency_key: false,
        })
            .path("variant_id", variant_id)
            .body(body)
    }
}

/// The optional parameters of [`Admin::list_audit_entries`].
#[derive(Debug, Clone, Copy)]
pub struct ListAuditEntries;

impl Call<models::AuditEntryPage, ListAuditEntries> {
    /// Only changes made by this staff member, secret key or operator.
    pub fn actor(self, actor: impl Into<String>) -> Self {
        self.query::<String>("actor", actor.into())
    }

    /// Only changes made by this operation, such as `admin_update_product`.
    pub fn operation(self, operation: impl Into<String>) -> Self {
        self.query::<String>("operation", operation.into())
    }

    /// Only changes of the object with this id.
    pub fn object_id(self, object_id: impl Into<String>) -> Self {
        self.query::<String>("object_id", object_id.into())
    }

    /// Only changes made by this request.
    pub fn request_id(self, request_id: impl Into<String>) -> Self {
        self.query::<String>("request_id", request_id.into())
    }

    /// Only changes at this time or later.
    pub fn from(self, from: crate::Timestamp) -> Self {
        self.query("from", from)
    }

    /// Only changes before this time.
    pub fn before(self, before: crate::Timestamp) -> Self {
        self.query("before", before)
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::export_audit_entries`].
#[derive(Debug, Clone, Copy)]
pub struct ExportAuditEntries;

impl Call<crate::Download, ExportAuditEntries> {
    /// Only changes made by this staff member, secret key or operator.
    pub fn actor(self, actor: impl Into<String>) -> Self {
        self.query::<String>("actor", actor.into())
    }

    /// Only changes made by this operation, such as `admin_update_product`.
    pub fn operation(self, operation: impl Into<String>) -> Self {
        self.query::<String>("operation", operation.into())
    }

    /// Only changes of the object with this id.
    pub fn object_id(self, object_id: impl Into<String>) -> Self {
        self.query::<String>("object_id", object_id.into())
    }

    /// Only changes made by this request.
    pub fn request_id(self, request_id: impl Into<String>) -> Self {
        self.query::<String>("request_id", request_id.into())
    }

    /// Only changes at this time or later.
    pub fn from(self, from: crate::Timestamp) -> Self {
        self.query("from", from)
    }

    /// Only changes before this time.
    pub fn before(self, before: crate::Timestamp) -> Self {
        self.query("before", before)
    }
}

/// The optional parameters of [`Admin::explain_authorization`].
#[derive(Debug, Clone, Copy)]
pub struct ExplainAuthorization;

impl Call<models::ExplanationList, ExplainAuthorization> {
    /// The staff member whose access to explain; not together with `role`.
    pub fn staff_id(self, staff_id: impl Into<String>) -> Self {
        self.query::<String>("staff_id", staff_id.into())
    }

    /// A built-in role, or the id of a role of the tenant, whose access to explain.
    pub fn role(self, role: impl Into<String>) -> Self {
        self.query::<String>("role", role.into())
    }
}

/// The optional parameters of [`Admin::list_categories`].
#[derive(Debug, Clone, Copy)]
pub struct ListCategories;

impl Call<models::AdminCategoryPage, ListCategories> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_customer_group_members`].
#[derive(Debug, Clone, Copy)]
pub struct ListCustomerGroupMembers;

impl Call<models::CustomerGroupMemberPage, ListCustomerGroupMembers> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_customer_group_prices`].
#[derive(Debug, Clone, Copy)]
pub struct ListCustomerGroupPrices;

impl Call<models::CustomerGroupPricesPage, ListCustomerGroupPrices> {
    /// Page size in variants, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_customers`].
#[derive(Debug, Clone, Copy)]
pub struct ListCustomers;

impl Call<models::CustomerPage, ListCustomers> {
    /// The beginning of an e-mail address or a name; or a whole phone number of an address book, or an order number.
    pub fn search(self, search: impl Into<String>) -> Self {
        self.query::<String>("search", search.into())
    }

    /// Only customers who are blocked, or who are not.
    pub fn is_blocked(self, is_blocked: bool) -> Self {
        self.query("is_blocked", is_blocked)
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_customer_orders`].
#[derive(Debug, Clone, Copy)]
pub struct ListCustomerOrders;

impl Call<models::AdminOrderPage, ListCustomerOrders> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_documents`].
#[derive(Debug, Clone, Copy)]
pub struct ListDocuments;

impl Call<models::AdminDocumentPage, ListDocuments> {
    /// Only documents of this kind.
    pub fn kind(self, kind: impl Into<models::DocumentKind>) -> Self {
        self.query::<models::DocumentKind>("kind", kind.into())
    }

    /// Only documents issued at this time or later.
    pub fn issued_from(self, issued_from: crate::Timestamp) -> Self {
        self.query("issued_from", issued_from)
    }

    /// Only documents issued before this time.
    pub fn issued_before(self, issued_before: crate::Timestamp) -> Self {
        self.query("issued_before", issued_before)
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::export_documents`].
#[derive(Debug, Clone, Copy)]
pub struct ExportDocuments;

impl Call<crate::Download, ExportDocuments> {
    /// Only documents of this kind.
    pub fn kind(self, kind: impl Into<models::DocumentKind>) -> Self {
        self.query::<models::DocumentKind>("kind", kind.into())
    }

    /// Only documents issued at this time or later.
    pub fn issued_from(self, issued_from: crate::Timestamp) -> Self {
        self.query("issued_from", issued_from)
    }

    /// Only documents issued before this time.
    pub fn issued_before(self, issued_before: crate::Timestamp) -> Self {
        self.query("issued_before", issued_before)
    }
}

/// The optional parameters of [`Admin::list_emails`].
#[derive(Debug, Clone, Copy)]
pub struct ListEmails;

impl Call<models::EmailPage, ListEmails> {
    /// Only e-mails about this order.
    pub fn order_id(self, order_id: impl Into<String>) -> Self {
        self.query::<String>("order_id", order_id.into())
    }

    /// Only e-mails to this address.
    pub fn recipient(self, recipient: impl Into<String>) -> Self {
        self.query::<String>("recipient", recipient.into())
    }

    /// Only e-mails with this outcome.
    pub fn outcome(self, outcome: impl Into<models::EmailOutcome>) -> Self {
        self.query::<models::EmailOutcome>("outcome", outcome.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filters.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_mail_suppressions`].
#[derive(Debug, Clone, Copy)]
pub struct ListMailSuppressions;

impl Call<models::MailSuppressionPage, ListMailSuppressions> {
    /// Only this address.
    pub fn email(self, email: impl Into<String>) -> Self {
        self.query::<String>("email", email.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_merchant_orders`].
#[derive(Debug, Clone, Copy)]
pub struct ListMerchantOrders;

impl Call<models::MerchantOrderPage, ListMerchantOrders> {
    /// Only orders whose lines of this merchant have this fulfillment status.
    pub fn fulfillment_status(self, fulfillment_status: impl Into<models::OrderFulfillmentStatus>) -> Self {
        self.query::<models::OrderFulfillmentStatus>("fulfillment_status", fulfillment_status.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same merchant and filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_newsletter_subscribers`].
#[derive(Debug, Clone, Copy)]
pub struct ListNewsletterSubscribers;

impl Call<models::NewsletterSubscriberPage, ListNewsletterSubscribers> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_orders`].
#[derive(Debug, Clone, Copy)]
pub struct ListOrders;

impl Call<models::CountedOrderPage, ListOrders> {
    /// Only orders with this status.
    pub fn status(self, status: impl Into<models::OrderStatus>) -> Self {
        self.query::<models::OrderStatus>("status", status.into())
    }

    /// Only orders with this payment status.
    pub fn payment_status(self, payment_status: impl Into<models::OrderPaymentStatus>) -> Self {
        self.query::<models::OrderPaymentStatus>("payment_status", payment_status.into())
    }

    /// Only orders with this fulfillment status.
    pub fn fulfillment_status(self, fulfillment_status: impl Into<models::OrderFulfillmentStatus>) -> Self {
        self.query::<models::OrderFulfillmentStatus>("fulfillment_status", fulfillment_status.into())
    }

    /// Only orders placed at this time or later.
    pub fn placed_from(self, placed_from: crate::Timestamp) -> Self {
        self.query("placed_from", placed_from)
    }

    /// Only orders placed before this time.
    pub fn placed_before(self, placed_before: crate::Timestamp) -> Self {
        self.query("placed_before", placed_before)
    }

    /// An order number, with or without `#`; the beginning of an e-mail address, a name or a company; or a whole
    /// phone number, SKU or tracking number.
    pub fn search(self, search: impl Into<String>) -> Self {
        self.query::<String>("search", search.into())
    }

    /// Only orders of this customer's account.
    pub fn customer_id(self, customer_id: impl Into<String>) -> Self {
        self.query::<String>("customer_id", customer_id.into())
    }

    /// Only orders with goods of this merchant.
    pub fn merchant_id(self, merchant_id: impl Into<String>) -> Self {
        self.query::<String>("merchant_id", merchant_id.into())
    }

    /// Only orders with this product.
    pub fn product_id(self, product_id: impl Into<String>) -> Self {
        self.query::<String>("product_id", product_id.into())
    }

    /// Only orders of this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only orders to this country (ISO 3166-1 alpha-2); where nothing is shipped, that of the billing address.
    pub fn country(self, country: impl Into<String>) -> Self {
        self.query::<String>("country", country.into())
    }

    /// Only orders in this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }

    /// Only orders with this total or more, in the smallest unit of `currency`, which is then required.
    pub fn total_from(self, total_from: i64) -> Self {
        self.query("total_from", total_from)
    }

    /// Only orders with this total or less, in the smallest unit of `currency`, which is then required.
    pub fn total_to(self, total_to: i64) -> Self {
        self.query("total_to", total_to)
    }

    /// Only orders with this tag.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.query::<String>("tag", tag.into())
    }

    /// Whether to list the archived orders instead of the others; `false` by default.
    pub fn archived(self, archived: bool) -> Self {
        self.query("archived", archived)
    }

    /// Sort order; `newest` by default.
    pub fn sort(self, sort: impl Into<models::OrderSort>) -> Self {
        self.query::<models::OrderSort>("sort", sort.into())
    }

    /// Whether to count the orders, in `count`; `false` by default.
    pub fn with_count(self, with_count: bool) -> Self {
        self.query("with_count", with_count)
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter and sort order.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::export_orders`].
#[derive(Debug, Clone, Copy)]
pub struct ExportOrders;

impl Call<crate::Download, ExportOrders> {
    /// Only orders with this status.
    pub fn status(self, status: impl Into<models::OrderStatus>) -> Self {
        self.query::<models::OrderStatus>("status", status.into())
    }

    /// Only orders with this payment status.
    pub fn payment_status(self, payment_status: impl Into<models::OrderPaymentStatus>) -> Self {
        self.query::<models::OrderPaymentStatus>("payment_status", payment_status.into())
    }

    /// Only orders with this fulfillment status.
    pub fn fulfillment_status(self, fulfillment_status: impl Into<models::OrderFulfillmentStatus>) -> Self {
        self.query::<models::OrderFulfillmentStatus>("fulfillment_status", fulfillment_status.into())
    }

    /// Only orders placed at this time or later.
    pub fn placed_from(self, placed_from: crate::Timestamp) -> Self {
        self.query("placed_from", placed_from)
    }

    /// Only orders placed before this time.
    pub fn placed_before(self, placed_before: crate::Timestamp) -> Self {
        self.query("placed_before", placed_before)
    }

    /// An order number, with or without `#`; the beginning of an e-mail address, a name or a company; or a whole
    /// phone number, SKU or tracking number.
    pub fn search(self, search: impl Into<String>) -> Self {
        self.query::<String>("search", search.into())
    }

    /// Only orders of this customer's account.
    pub fn customer_id(self, customer_id: impl Into<String>) -> Self {
        self.query::<String>("customer_id", customer_id.into())
    }

    /// Only orders with goods of this merchant.
    pub fn merchant_id(self, merchant_id: impl Into<String>) -> Self {
        self.query::<String>("merchant_id", merchant_id.into())
    }

    /// Only orders with this product.
    pub fn product_id(self, product_id: impl Into<String>) -> Self {
        self.query::<String>("product_id", product_id.into())
    }

    /// Only orders of this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only orders to this country (ISO 3166-1 alpha-2); where nothing is shipped, that of the billing address.
    pub fn country(self, country: impl Into<String>) -> Self {
        self.query::<String>("country", country.into())
    }

    /// Only orders in this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }

    /// Only orders with this total or more, in the smallest unit of `currency`, which is then required.
    pub fn total_from(self, total_from: i64) -> Self {
        self.query("total_from", total_from)
    }

    /// Only orders with this total or less, in the smallest unit of `currency`, which is then required.
    pub fn total_to(self, total_to: i64) -> Self {
        self.query("total_to", total_to)
    }

    /// Only orders with this tag.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.query::<String>("tag", tag.into())
    }

    /// Whether to list the archived orders instead of the others; `false` by default.
    pub fn archived(self, archived: bool) -> Self {
        self.query("archived", archived)
    }

    /// Sort order; `newest` by default.
    pub fn sort(self, sort: impl Into<models::OrderSort>) -> Self {
        self.query::<models::OrderSort>("sort", sort.into())
    }
}

/// The optional parameters of [`Admin::download_packing_slip`].
#[derive(Debug, Clone, Copy)]
pub struct DownloadPackingSlip;

impl Call<crate::Download, DownloadPackingSlip> {
    /// Which fulfillment; without it, what is left to ship.
    pub fn fulfillment_id(self, fulfillment_id: impl Into<String>) -> Self {
        self.query::<String>("fulfillment_id", fulfillment_id.into())
    }
}

/// The optional parameters of [`Admin::get_order_timeline`].
#[derive(Debug, Clone, Copy)]
pub struct GetOrderTimeline;

impl Call<models::OrderEventPage, GetOrderTimeline> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_products`].
#[derive(Debug, Clone, Copy)]
pub struct ListProducts;

impl Call<models::AdminProductPage, ListProducts> {
    /// Only products with this status.
    pub fn status(self, status: impl Into<models::ProductStatus>) -> Self {
        self.query::<models::ProductStatus>("status", status.into())
    }

    /// Text in the title or vendor, or a whole SKU or barcode; at most 200 characters.
    pub fn q(self, q: impl Into<String>) -> Self {
        self.query::<String>("q", q.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same status and text.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::report_categories`].
#[derive(Debug, Clone, Copy)]
pub struct ReportCategories;

impl Call<models::CategoryReport, ReportCategories> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::report_cohorts`].
#[derive(Debug, Clone, Copy)]
pub struct ReportCohorts;

impl Call<models::CohortReport, ReportCohorts> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required. Its month is the first cohort.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, at most 5 years later; required. Its month is the last cohort; months after it are in the report.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }
}

/// The optional parameters of [`Admin::report_countries`].
#[derive(Debug, Clone, Copy)]
pub struct ReportCountries;

impl Call<models::CountryReport, ReportCountries> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::report_customers`].
#[derive(Debug, Clone, Copy)]
pub struct ReportCustomers;

impl Call<models::CustomerReport, ReportCustomers> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required. The period that it is in is counted whole.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required. The period that it is in is counted whole.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Length of a period; `day` by default.
    pub fn interval(self, interval: impl Into<models::ReportInterval>) -> Self {
        self.query::<models::ReportInterval>("interval", interval.into())
    }
}

/// The optional parameters of [`Admin::export_report`].
#[derive(Debug, Clone, Copy)]
pub struct ExportReport;

impl Call<crate::Download, ExportReport> {
    /// Which report; `sales` by default.
    pub fn report(self, report: impl Into<models::ReportKind>) -> Self {
        self.query::<models::ReportKind>("report", report.into())
    }

    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Length of a period of `sales` and `customers`; `day` by default.
    pub fn interval(self, interval: impl Into<models::ReportInterval>) -> Self {
        self.query::<models::ReportInterval>("interval", interval.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::export_report_parquet`].
#[derive(Debug, Clone, Copy)]
pub struct ExportReportParquet;

impl Call<crate::Download, ExportReportParquet> {
    /// Which report; `sales` by default.
    pub fn report(self, report: impl Into<models::ReportKind>) -> Self {
        self.query::<models::ReportKind>("report", report.into())
    }

    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Length of a period of `sales` and `customers`; `day` by default.
    pub fn interval(self, interval: impl Into<models::ReportInterval>) -> Self {
        self.query::<models::ReportInterval>("interval", interval.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::report_funnel`].
#[derive(Debug, Clone, Copy)]
pub struct ReportFunnel;

impl Call<models::FunnelReport, ReportFunnel> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }
}

/// The optional parameters of [`Admin::report_merchants`].
#[derive(Debug, Clone, Copy)]
pub struct ReportMerchants;

impl Call<models::MerchantReport, ReportMerchants> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::report_products`].
#[derive(Debug, Clone, Copy)]
pub struct ReportProducts;

impl Call<models::ProductReport, ReportProducts> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Rows of each currency, 1 to 500; 50 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::report_sales`].
#[derive(Debug, Clone, Copy)]
pub struct ReportSales;

impl Call<models::SalesReport, ReportSales> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Length of a period; `day` by default.
    pub fn interval(self, interval: impl Into<models::ReportInterval>) -> Self {
        self.query::<models::ReportInterval>("interval", interval.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::report_storefronts`].
#[derive(Debug, Clone, Copy)]
pub struct ReportStorefronts;

impl Call<models::StorefrontReport, ReportStorefronts> {
    /// First day, as `2025-01-31`, in the time zone of the reports; required.
    pub fn from(self, from: impl Into<String>) -> Self {
        self.query::<String>("from", from.into())
    }

    /// Last day, included; at most 5 years later; required.
    pub fn to(self, to: impl Into<String>) -> Self {
        self.query::<String>("to", to.into())
    }

    /// Only this storefront.
    pub fn storefront_id(self, storefront_id: impl Into<String>) -> Self {
        self.query::<String>("storefront_id", storefront_id.into())
    }

    /// Only this currency.
    pub fn currency(self, currency: impl Into<String>) -> Self {
        self.query::<String>("currency", currency.into())
    }
}

/// The optional parameters of [`Admin::list_returns`].
#[derive(Debug, Clone, Copy)]
pub struct ListReturns;

impl Call<models::AdminReturnPage, ListReturns> {
    /// Only returns with this status.
    pub fn status(self, status: impl Into<models::ReturnStatus>) -> Self {
        self.query::<models::ReturnStatus>("status", status.into())
    }

    /// Only returns of this order.
    pub fn order_id(self, order_id: impl Into<String>) -> Self {
        self.query::<String>("order_id", order_id.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_reviews`].
#[derive(Debug, Clone, Copy)]
pub struct ListReviews;

impl Call<models::AdminReviewPage, ListReviews> {
    /// Only reviews with this status.
    pub fn status(self, status: impl Into<models::ReviewStatus>) -> Self {
        self.query::<models::ReviewStatus>("status", status.into())
    }

    /// Only reviews of products, or of merchants.
    pub fn subject(self, subject: impl Into<models::ReviewSubject>) -> Self {
        self.query::<models::ReviewSubject>("subject", subject.into())
    }

    /// Only reviews of this product.
    pub fn product_id(self, product_id: impl Into<String>) -> Self {
        self.query::<String>("product_id", product_id.into())
    }

    /// Only reviews of this merchant and of what it sold.
    pub fn merchant_id(self, merchant_id: impl Into<String>) -> Self {
        self.query::<String>("merchant_id", merchant_id.into())
    }

    /// Only reviews with this number of stars.
    pub fn rating(self, rating: i64) -> Self {
        self.query("rating", rating)
    }

    /// Only reviews with (`true`) or without (`false`) reports since the last decision.
    pub fn reported(self, reported: bool) -> Self {
        self.query("reported", reported)
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_search_terms`].
#[derive(Debug, Clone, Copy)]
pub struct ListSearchTerms;

impl Call<models::SearchTermPage, ListSearchTerms> {
    /// Day in UTC, as `2025-01-31`; today by default.
    pub fn day(self, day: impl Into<String>) -> Self {
        self.query::<String>("day", day.into())
    }

    /// Only terms without results, by how often nothing matched.
    pub fn without_results(self, without_results: bool) -> Self {
        self.query("without_results", without_results)
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same day and filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_stock_alerts`].
#[derive(Debug, Clone, Copy)]
pub struct ListStockAlerts;

impl Call<models::StockAlertPage, ListStockAlerts> {
    /// Only alerts of this kind.
    pub fn kind(self, kind: impl Into<models::StockAlertKind>) -> Self {
        self.query::<models::StockAlertKind>("kind", kind.into())
    }

    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page; valid for the same filter.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

/// The optional parameters of [`Admin::list_stock_movements`].
#[derive(Debug, Clone, Copy)]
pub struct ListStockMovements;

impl Call<models::StockMovementPage, ListStockMovements> {
    /// Page size, 1 to 100; 20 by default.
    pub fn limit(self, limit: i64) -> Self {
        self.query("limit", limit)
    }

    /// `next_cursor` of the previous page.
    pub fn cursor(self, cursor: impl Into<String>) -> Self {
        self.query::<String>("cursor", cursor.into())
    }
}

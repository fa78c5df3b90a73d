// Generated from the API document by `make gen`. Do not edit.

import { Client } from "../client.ts";
import type { Download } from "../download.ts";
import type { RequestOptions } from "../options.ts";
import type { FileParams, Params } from "../params.ts";
import type { ApiPromise, PagePromise } from "../promise.ts";
import type * as types from "./types.gen.ts";

export class Admin extends Client {
  /**
   * Show the report settings.
   *
   * Of the whole tenant.
   */
  getReportSettings(params: Params<types.AdminGetReportSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetReportSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/analytics/settings", takesToken: true }, params, options);
  }

  /**
   * Replace the report settings.
   *
   * With another time zone all days are counted again; until they are, reports return 409 `reports_rebuilding`.
   */
  setReportSettings(params: Params<types.AdminSetReportSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetReportSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/analytics/settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List secret keys.
   *
   * The latest first, without their secrets; also those that were revoked or have expired.
   */
  listApiKeys(params: Params<types.AdminListApiKeysData> = {}, options?: RequestOptions): ApiPromise<types.AdminListApiKeysResponse> {
    return this.call({ method: "GET", path: "/admin/v1/api-keys", takesToken: true }, params, options);
  }

  /**
   * Create a secret key.
   *
   * A program sends the secret as `Authorization: Bearer stoa_sk_…`. The secret is in this response and
   * nowhere else. A key has no authority that its creator does not hold, and none to manage keys.
   */
  createApiKey(params: Params<types.AdminCreateApiKeyData>, options?: RequestOptions): ApiPromise<types.AdminCreateApiKeyResponse> {
    return this.call({ method: "POST", path: "/admin/v1/api-keys", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Revoke a secret key.
   *
   * The key stops working at once. Revoking it again changes nothing.
   */
  revokeApiKey(params: Params<types.AdminRevokeApiKeyData>, options?: RequestOptions): ApiPromise<types.AdminRevokeApiKeyResponse> {
    return this.call({ method: "DELETE", path: "/admin/v1/api-keys/{api_key_id}", takesToken: true }, params, options);
  }

  /**
   * Rotate a secret key.
   *
   * Creates another key with the same name, authorities, networks and expiry. The key that is rotated works
   * for `overlap_seconds` more, so that programs can change over without a failed request.
   */
  rotateApiKey(params: Params<types.AdminRotateApiKeyData>, options?: RequestOptions): ApiPromise<types.AdminRotateApiKeyResponse> {
    return this.call({ method: "POST", path: "/admin/v1/api-keys/{api_key_id}/rotate", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List audit entries.
   *
   * What staff members, secret keys and operators changed, newest first. Each entry is one transaction; it
   * is written by the database, is never changed, and carries a hash that includes the hash of the entry
   * before. Secrets and personal fields show as `[masked]`.
   */
  listAuditEntries(params: Params<types.AdminListAuditEntriesData> = {}, options?: RequestOptions): PagePromise<types.AdminListAuditEntriesResponse> {
    return this.list({ method: "GET", path: "/admin/v1/audit/entries", query: ["actor","operation","object_id","request_id","from","before","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Export audit entries.
   *
   * The same entries as a CSV file, newest first, with one row for each field that changed: `number`, `at`,
   * `actor`, `actor_name`, `operation`, `request_id`, `object`, `action`, `key`, `field`, `before`, `after`,
   * `hash`. Text that a spreadsheet would take for a formula begins with an apostrophe.
   */
  exportAuditEntries(params: Params<types.AdminExportAuditEntriesData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/audit/entries.csv", query: ["actor","operation","object_id","request_id","from","before"], download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * Request a new password.
   *
   * Always answers 202. A staff member of this tenant with the address gets an e-mail with a link that is
   * good for 30 minutes. One e-mail is sent to an address in a minute.
   */
  forgotPassword(params: Params<types.AdminForgotPasswordData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/auth/forgot-password", body: "fields" }, params, options);
  }

  /**
   * Sign in.
   *
   * The host names the tenant. An unknown address, a wrong password and an account of another
   * tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one address
   * within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have signed in
   * before. If the account has a second factor and `code` is absent, a right password gets 401
   * `second_factor_required`: ask for the code, and send all three. A code that is wrong, or was used,
   * gets 401 `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429.
   */
  login(params: Params<types.AdminLoginData>, options?: RequestOptions): ApiPromise<types.AdminLoginResponse> {
    return this.call({ method: "POST", path: "/admin/v1/auth/login", body: "fields" }, params, options);
  }

  /**
   * Sign out.
   *
   * Ends the session of a refresh token, and its access tokens with it. Any other text changes nothing, and
   * the response is the same.
   */
  logout(params: Params<types.AdminLogoutData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/auth/logout", body: "fields" }, params, options);
  }

  /**
   * Refresh the session.
   *
   * Returns a new access token, and a new refresh token in the place of the one that was sent, which is good
   * once. One that comes again gets 401; after more than ten seconds its session ends as well, and its
   * owner gets an e-mail: the token may have been stolen. A session ends 7 days after it was last used, and
   * 30 days after signing in.
   */
  refresh(params: Params<types.AdminRefreshData>, options?: RequestOptions): ApiPromise<types.AdminRefreshResponse> {
    return this.call({ method: "POST", path: "/admin/v1/auth/refresh", body: "fields" }, params, options);
  }

  /**
   * Reset the password.
   *
   * Sets the password of the account that the link is about, and ends all its sessions, in every tenant. A
   * second factor stays, and is asked for at the next sign-in.
   */
  resetPassword(params: Params<types.AdminResetPasswordData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/auth/reset-password", body: "fields" }, params, options);
  }

  /**
   * Finish switching to this tenant.
   *
   * Opens a session for a token that `POST /admin/v1/me/tenants/{tenant_id}/switch` gave at another tenant. A
   * second factor that was given there counts here, but not as fresh: refunds and the like ask for a code.
   */
  finishTenantSwitch(params: Params<types.AdminFinishTenantSwitchData>, options?: RequestOptions): ApiPromise<types.AdminFinishTenantSwitchResponse> {
    return this.call({ method: "POST", path: "/admin/v1/auth/switch", body: "fields" }, params, options);
  }

  /**
   * List authorities.
   *
   * What roles and secret keys can allow, with the operations that need each.
   */
  listAuthorities(params: Params<types.AdminListAuthoritiesData> = {}, options?: RequestOptions): ApiPromise<types.AdminListAuthoritiesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/authorities", takesToken: true }, params, options);
  }

  /**
   * Explain authorization decisions.
   *
   * For each operation under `/admin/v1`: whether it is allowed to a staff member, to anybody with a role, or
   * else to the caller, and which authorities decide that. With `role` it answers what a member could do
   * who had that role.
   */
  explainAuthorization(params: Params<types.AdminExplainAuthorizationData> = {}, options?: RequestOptions): ApiPromise<types.AdminExplainAuthorizationResponse> {
    return this.call({ method: "GET", path: "/admin/v1/authorization/explain", query: ["staff_id","role"], takesToken: true }, params, options);
  }

  /**
   * Show the cart settings.
   *
   * Of the whole tenant.
   */
  getCartSettings(params: Params<types.AdminGetCartSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetCartSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/cart-settings", takesToken: true }, params, options);
  }

  /**
   * Replace the cart settings.
   *
   * Holds for the next sign-in.
   */
  setCartSettings(params: Params<types.AdminSetCartSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetCartSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/cart-settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show the catalogue settings.
   *
   * Whether two variants may have the same stock keeping unit.
   */
  getCatalogSettings(params: Params<types.AdminGetCatalogSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetCatalogSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/catalog/settings", takesToken: true }, params, options);
  }

  /**
   * Replace the catalogue settings.
   *
   * Returns 409 `sku_taken` if unique SKUs are wanted while variants on sale share one.
   */
  setCatalogSettings(params: Params<types.AdminSetCatalogSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetCatalogSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/catalog/settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List categories.
   *
   * All of them, also those without products on sale: the oldest first, which has parents before their children.
   */
  listCategories(params: Params<types.AdminListCategoriesData> = {}, options?: RequestOptions): PagePromise<types.AdminListCategoriesResponse> {
    return this.list({ method: "GET", path: "/admin/v1/categories", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Show the image of a category.
   *
   * Returns 404 for a category without one.
   */
  getCategoryImage(params: Params<types.AdminGetCategoryImageData>, options?: RequestOptions): ApiPromise<types.AdminGetCategoryImageResponse> {
    return this.call({ method: "GET", path: "/admin/v1/categories/{category_id}/image", takesToken: true }, params, options);
  }

  /**
   * Upload the image of a category.
   *
   * The body is the file itself, as for images of products. A category has one image: another one takes its place,
   * without its alternative texts and its focal point. Uploading the image that the category already has returns
   * 200 with that image and changes nothing.
   */
  uploadCategoryImage(params: FileParams<types.AdminUploadCategoryImageData>, options?: RequestOptions): ApiPromise<types.AdminUploadCategoryImageResponse> {
    return this.call({ method: "POST", path: "/admin/v1/categories/{category_id}/image", body: { file: "application/octet-stream" }, takesToken: true }, params, options);
  }

  /**
   * Change the image of a category.
   *
   * Absent fields do not change.
   */
  updateCategoryImage(params: Params<types.AdminUpdateCategoryImageData>, options?: RequestOptions): ApiPromise<types.AdminUpdateCategoryImageResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/categories/{category_id}/image", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete the image of a category.
   *
   * Its URL stays valid.
   */
  deleteCategoryImage(params: Params<types.AdminDeleteCategoryImageData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/categories/{category_id}/image", takesToken: true }, params, options);
  }

  /**
   * List customer groups.
   *
   * All of them, by name; at most 100.
   */
  listCustomerGroups(params: Params<types.AdminListCustomerGroupsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListCustomerGroupsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/customer-groups", takesToken: true }, params, options);
  }

  /**
   * Create a customer group.
   *
   * Members pay the lowest of the list price and what their groups pay: the group's own price of a variant, or
   * else the list price less the group's discount.
   */
  createCustomerGroup(params: Params<types.AdminCreateCustomerGroupData>, options?: RequestOptions): ApiPromise<types.AdminCreateCustomerGroupResponse> {
    return this.call({ method: "POST", path: "/admin/v1/customer-groups", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show a customer group.
   *
   * With its discount and the number of its members.
   */
  getCustomerGroup(params: Params<types.AdminGetCustomerGroupData>, options?: RequestOptions): ApiPromise<types.AdminGetCustomerGroupResponse> {
    return this.call({ method: "GET", path: "/admin/v1/customer-groups/{customer_group_id}", takesToken: true }, params, options);
  }

  /**
   * Change a customer group.
   *
   * Absent fields do not change. Members pay the new prices from their next request on; orders keep theirs.
   */
  updateCustomerGroup(params: Params<types.AdminUpdateCustomerGroupData>, options?: RequestOptions): ApiPromise<types.AdminUpdateCustomerGroupResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/customer-groups/{customer_group_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete a customer group.
   *
   * Its prices go with it, and its members pay list prices again. Returns 409 `customer_group_in_use` while
   * products are shown to the group only.
   */
  deleteCustomerGroup(params: Params<types.AdminDeleteCustomerGroupData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/customer-groups/{customer_group_id}", takesToken: true }, params, options);
  }

  /**
   * List a customer group's members.
   *
   * Those who signed up first come first.
   */
  listCustomerGroupMembers(params: Params<types.AdminListCustomerGroupMembersData>, options?: RequestOptions): PagePromise<types.AdminListCustomerGroupMembersResponse> {
    return this.list({ method: "GET", path: "/admin/v1/customer-groups/{customer_group_id}/members", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Add members to a customer group.
   *
   * All of them or none. A customer who is a member already stays one.
   */
  addCustomerGroupMembers(params: Params<types.AdminAddCustomerGroupMembersData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/customer-groups/{customer_group_id}/members", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Remove a member from a customer group.
   *
   * The customer pays list prices again, and does not see the group's products any more.
   */
  removeCustomerGroupMember(params: Params<types.AdminRemoveCustomerGroupMemberData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/customer-groups/{customer_group_id}/members/{customer_id}", takesToken: true }, params, options);
  }

  /**
   * List a customer group's prices.
   *
   * Variants that the group has prices of its own for, oldest variants first.
   */
  listCustomerGroupPrices(params: Params<types.AdminListCustomerGroupPricesData>, options?: RequestOptions): PagePromise<types.AdminListCustomerGroupPricesResponse> {
    return this.list({ method: "GET", path: "/admin/v1/customer-groups/{customer_group_id}/prices", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Set a customer group's prices.
   *
   * All of them or none; prices that the request does not name stay. A price of the group's own replaces its
   * discount for the variant; one that is higher than the list price has no effect. A variant needs a list price
   * in the currency to be on sale.
   */
  setCustomerGroupPrices(params: Params<types.AdminSetCustomerGroupPricesData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "PATCH", path: "/admin/v1/customer-groups/{customer_group_id}/prices", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List customers.
   *
   * Shoppers with an account, those who signed up last first. Guests have no account: find their orders by
   * e-mail address.
   */
  listCustomers(params: Params<types.AdminListCustomersData> = {}, options?: RequestOptions): PagePromise<types.AdminListCustomersResponse> {
    return this.list({ method: "GET", path: "/admin/v1/customers", query: ["search","is_blocked","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Create a customer.
   *
   * Somebody who has not signed up: an account without a password. Its owner gets in by the link of the e-mail that this
   * sends, by a sign-in code or by a password reset, all of which reach that mailbox only. Orders that were placed with
   * the address as a guest belong to the account. The link leads to the storefront that this request was sent to.
   */
  createCustomer(params: Params<types.AdminCreateCustomerData>, options?: RequestOptions): ApiPromise<types.AdminCreateCustomerResponse> {
    return this.call({ method: "POST", path: "/admin/v1/customers", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Export customers.
   *
   * All shoppers with an account, those who signed up last first, as CSV in UTF-8 with the columns `id`, `email`,
   * `first_name`, `last_name`, `note`, `blocked_at` and `created_at`. Text that a spreadsheet would take for a formula begins with
   * an apostrophe. The file is written as it is read.
   */
  exportCustomers(params: Params<types.AdminExportCustomersData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/customers.csv", download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * Show a customer.
   *
   * With the addresses of the address book, and what the customer has agreed to.
   */
  getCustomer(params: Params<types.AdminGetCustomerData>, options?: RequestOptions): ApiPromise<types.AdminGetCustomerResponse> {
    return this.call({ method: "GET", path: "/admin/v1/customers/{customer_id}", takesToken: true }, params, options);
  }

  /**
   * Change a customer.
   *
   * Absent fields do not change. Blocking signs the customer out on all devices at once; signing in then returns
   * 403 `account_blocked`, and an order with the address 403 `customer_blocked`.
   */
  updateCustomer(params: Params<types.AdminUpdateCustomerData>, options?: RequestOptions): ApiPromise<types.AdminUpdateCustomerResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/customers/{customer_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete a customer.
   *
   * Deletes the account, its addresses and its sessions, and tells the customer by e-mail. Orders stay as long as
   * the law requires.
   */
  deleteCustomer(params: Params<types.AdminDeleteCustomerData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/customers/{customer_id}", takesToken: true }, params, options);
  }

  /**
   * List a customer's orders.
   *
   * Orders of the account, newest first; those placed as a guest with the same address before it are among them.
   */
  listCustomerOrders(params: Params<types.AdminListCustomerOrdersData>, options?: RequestOptions): PagePromise<types.AdminListCustomerOrdersResponse> {
    return this.list({ method: "GET", path: "/admin/v1/customers/{customer_id}/orders", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Send a customer a password reset.
   *
   * Sends the e-mail that `storefront_forgot_password` sends; its link leads to the storefront that this request
   * was sent to.
   */
  sendCustomerPasswordReset(params: Params<types.AdminSendCustomerPasswordResetData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/customers/{customer_id}/password-reset", takesToken: true }, params, options);
  }

  /**
   * List documents.
   *
   * Invoices and credit notes of all orders, newest first.
   */
  listDocuments(params: Params<types.AdminListDocumentsData> = {}, options?: RequestOptions): PagePromise<types.AdminListDocumentsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/documents", query: ["kind","issued_from","issued_before","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Export documents.
   *
   * The same list as CSV in UTF-8, with the columns `id`, `kind`, `number`, `order_id`, `refund_id`, `currency`, `tax`,
   * `total` and `issued_at`. Amounts are decimals of the currency, such as `12.05`. The file is written as it is read.
   */
  exportDocuments(params: Params<types.AdminExportDocumentsData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/documents.csv", query: ["kind","issued_from","issued_before"], download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * Download a document.
   *
   * An invoice or a credit note as PDF. It is printed from what was copied when it was issued: each download is the
   * same file.
   */
  downloadDocument(params: Params<types.AdminDownloadDocumentData>, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/documents/{document_id}/pdf", download: "application/pdf", takesToken: true }, params, options);
  }

  /**
   * List e-mails.
   *
   * E-mails of the last 90 days that were handed to a mail provider or suppressed, latest first. One that no
   * provider takes at the moment is listed when one does. E-mails to a shopper are deleted with the account.
   */
  listEmails(params: Params<types.AdminListEmailsData> = {}, options?: RequestOptions): PagePromise<types.AdminListEmailsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/emails", query: ["order_id","recipient","outcome","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Retrieve an e-mail.
   *
   * With a copy of what it said. Links to orders are without the token that opens them; e-mails that are made of
   * a secret link or a code, such as password resets, have no copy.
   */
  getEmail(params: Params<types.AdminGetEmailData>, options?: RequestOptions): ApiPromise<types.AdminGetEmailResponse> {
    return this.call({ method: "GET", path: "/admin/v1/emails/{email_id}", takesToken: true }, params, options);
  }

  /**
   * Resend an e-mail.
   *
   * Writes an e-mail about an order again, as the order is now and with a new link, and sends it to the order's
   * address. It is another e-mail, `queued` until a worker sends it.
   */
  resendEmail(params: Params<types.AdminResendEmailData>, options?: RequestOptions): ApiPromise<types.AdminResendEmailResponse> {
    return this.call({ method: "POST", path: "/admin/v1/emails/{email_id}/resend", takesToken: true }, params, options);
  }

  /**
   * List identity providers.
   *
   * Providers that shoppers sign in with, oldest first, also those that are disabled. Secrets are not shown.
   */
  listIdentityProviders(params: Params<types.AdminListIdentityProvidersData> = {}, options?: RequestOptions): ApiPromise<types.AdminListIdentityProvidersResponse> {
    return this.call({ method: "GET", path: "/admin/v1/identity-providers", takesToken: true }, params, options);
  }

  /**
   * Create an identity provider.
   *
   * Any issuer of OpenID Connect. Register `https://{primary host}/account/social` of each storefront there as
   * redirect URI. The issuer's configuration is read over https: 422 `issuer_refused` says what is wrong with it.
   * A tenant has one provider for an issuer (409 `issuer_in_use`), and 20 at most.
   */
  createIdentityProvider(params: Params<types.AdminCreateIdentityProviderData>, options?: RequestOptions): ApiPromise<types.AdminCreateIdentityProviderResponse> {
    return this.call({ method: "POST", path: "/admin/v1/identity-providers", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Change an identity provider.
   *
   * Absent fields do not change. The issuer stays: another issuer is another provider. Enabling one reads its
   * configuration again.
   */
  updateIdentityProvider(params: Params<types.AdminUpdateIdentityProviderData>, options?: RequestOptions): ApiPromise<types.AdminUpdateIdentityProviderResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/identity-providers/{identity_provider_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete an identity provider.
   *
   * Shoppers' links to it are deleted, too. Their accounts stay; a password reset gives one to those without.
   */
  deleteIdentityProvider(params: Params<types.AdminDeleteIdentityProviderData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/identity-providers/{identity_provider_id}", takesToken: true }, params, options);
  }

  /**
   * Show the invoicing settings.
   *
   * Of the whole tenant: who sells, and how invoices and credit notes are numbered.
   */
  getInvoicingSettings(params: Params<types.AdminGetInvoicingSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetInvoicingSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/invoicing-settings", takesToken: true }, params, options);
  }

  /**
   * Replace the invoicing settings.
   *
   * Holds for documents that are issued from now on: those that were issued do not change. Documents need a
   * `legal_name`, an `address`, and a `tax_number` or a `vat_number`; `missing` says which are not there.
   */
  setInvoicingSettings(params: Params<types.AdminSetInvoicingSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminSetInvoicingSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/invoicing-settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List balances.
   *
   * All accounts of the tenant's ledger: debits are positive, credits negative. In each
   * currency they sum to zero.
   */
  listBalances(params: Params<types.AdminListBalancesData> = {}, options?: RequestOptions): ApiPromise<types.AdminListBalancesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/ledger/balances", takesToken: true }, params, options);
  }

  /**
   * List locations.
   *
   * In the order in which units of paid orders are taken from them.
   */
  listLocations(params: Params<types.AdminListLocationsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListLocationsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/locations", takesToken: true }, params, options);
  }

  /**
   * Create a location.
   *
   * It is active and empty. A tenant has at most 50 locations.
   */
  createLocation(params: Params<types.AdminCreateLocationData>, options?: RequestOptions): ApiPromise<types.AdminCreateLocationResponse> {
    return this.call({ method: "POST", path: "/admin/v1/locations", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Change a location.
   *
   * Absent fields do not change. The default location, and one that holds stock, cannot be deactivated: 409
   * `location_in_use`.
   */
  updateLocation(params: Params<types.AdminUpdateLocationData>, options?: RequestOptions): ApiPromise<types.AdminUpdateLocationResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/locations/{location_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List suppressed e-mail addresses.
   *
   * Addresses that get no more e-mail from this tenant, latest first: mail to them bounced, their owner reported
   * spam, or staff added them.
   */
  listMailSuppressions(params: Params<types.AdminListMailSuppressionsData> = {}, options?: RequestOptions): PagePromise<types.AdminListMailSuppressionsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/mail-suppressions", query: ["email","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Suppress an e-mail address.
   *
   * The address gets no more e-mail from this tenant, also none about orders or passwords. One that is
   * suppressed already stays as it is.
   */
  createMailSuppression(params: Params<types.AdminCreateMailSuppressionData>, options?: RequestOptions): ApiPromise<types.AdminCreateMailSuppressionResponse> {
    return this.call({ method: "POST", path: "/admin/v1/mail-suppressions", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Remove a suppressed e-mail address.
   *
   * The address gets e-mail again, until it bounces or is reported again.
   */
  deleteMailSuppression(params: Params<types.AdminDeleteMailSuppressionData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/mail-suppressions/{mail_suppression_id}", takesToken: true }, params, options);
  }

  /**
   * Show the caller.
   *
   * Who the credentials belong to and what they allow, from the same policy that decides each request: a
   * console shows what the caller can use.
   */
  getMe(params: Params<types.AdminGetMeData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetMeResponse> {
    return this.call({ method: "GET", path: "/admin/v1/me", takesToken: true }, params, options);
  }

  /**
   * Show the caller's e-mail preferences.
   *
   * Which e-mails about the store's business the staff member wants from it. They go to those who are allowed to do
   * something about it.
   */
  getEmailPreferences(params: Params<types.AdminGetEmailPreferencesData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetEmailPreferencesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/me/email-preferences", takesToken: true }, params, options);
  }

  /**
   * Replace the caller's e-mail preferences.
   *
   * They hold for this store; the staff member's other stores have preferences of their own.
   */
  setEmailPreferences(params: Params<types.AdminSetEmailPreferencesData>, options?: RequestOptions): ApiPromise<types.AdminSetEmailPreferencesResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/me/email-preferences", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Change the own password.
   *
   * Ends every session of the account, in every tenant, and returns a new one. After 10 wrong passwords
   * within 15 minutes the answer is 429 `too_many_attempts`. The owner of the account gets an e-mail.
   */
  changePassword(params: Params<types.AdminChangePasswordData>, options?: RequestOptions): ApiPromise<types.AdminChangePasswordResponse> {
    return this.call({ method: "POST", path: "/admin/v1/me/password", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show the own second factor.
   *
   * Whether there is one, how many recovery codes are left, and whether the tenant requires one.
   */
  getSecondFactor(params: Params<types.AdminGetSecondFactorData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetSecondFactorResponse> {
    return this.call({ method: "GET", path: "/admin/v1/me/second-factor", takesToken: true }, params, options);
  }

  /**
   * Start enrolling a second factor.
   *
   * Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
   * until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
   * passwords within 15 minutes the answer is 429.
   */
  beginSecondFactor(params: Params<types.AdminBeginSecondFactorData>, options?: RequestOptions): ApiPromise<types.AdminBeginSecondFactorResponse> {
    return this.call({ method: "POST", path: "/admin/v1/me/second-factor", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Confirm the second factor.
   *
   * Takes the first code of the app. From now on signing in needs a code; refunds, payout accounts, secret
   * keys, staff and roles need one that was given less than 10 minutes ago, as it now was in this session.
   * The recovery codes are shown this once. The owner of the account gets an e-mail.
   */
  confirmSecondFactor(params: Params<types.AdminConfirmSecondFactorData>, options?: RequestOptions): ApiPromise<types.AdminConfirmSecondFactorResponse> {
    return this.call({ method: "POST", path: "/admin/v1/me/second-factor/confirm", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Regenerate recovery codes.
   *
   * Needs a code, or a recovery code. The old recovery codes stop working.
   */
  renewRecoveryCodes(params: Params<types.AdminRenewRecoveryCodesData>, options?: RequestOptions): ApiPromise<types.AdminRenewRecoveryCodesResponse> {
    return this.call({ method: "POST", path: "/admin/v1/me/second-factor/recovery-codes", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Remove the second factor.
   *
   * Needs a code, or a recovery code. The owner of the account gets an e-mail.
   */
  removeSecondFactor(params: Params<types.AdminRemoveSecondFactorData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/admin/v1/me/second-factor/remove", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List own sessions.
   *
   * Where the caller is signed in at this tenant, most recently used first; at most 20. A secret key has no
   * sessions: 401.
   */
  listSessions(params: Params<types.AdminListSessionsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListSessionsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/me/sessions", takesToken: true }, params, options);
  }

  /**
   * End all other own sessions.
   *
   * Signs the caller out everywhere at this tenant, but not here.
   */
  endOtherSessions(params: Params<types.AdminEndOtherSessionsData> = {}, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/me/sessions", takesToken: true }, params, options);
  }

  /**
   * End an own session.
   *
   * Its refresh token and its access tokens stop working at once.
   */
  endSession(params: Params<types.AdminEndSessionData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/me/sessions/{staff_session_id}", takesToken: true }, params, options);
  }

  /**
   * Step up with the second factor.
   *
   * Opens what needs a second factor for 10 minutes, in this session. Operations that would have been allowed
   * answer 403 `step_up_required` otherwise. Each code is good once; after 5 wrong ones within 15 minutes
   * the answer is 429.
   */
  stepUp(params: Params<types.AdminStepUpData>, options?: RequestOptions): ApiPromise<types.AdminStepUpResponse> {
    return this.call({ method: "POST", path: "/admin/v1/me/step-up", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List own tenants.
   *
   * The tenants that the caller works for, by name, the current one among them. A secret key works for one
   * only: 401.
   */
  listOwnTenants(params: Params<types.AdminListOwnTenantsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListOwnTenantsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/me/tenants", takesToken: true }, params, options);
  }

  /**
   * Start switching to another tenant.
   *
   * Returns a token that opens a session at a tenant that the caller works for: send it to
   * `POST /admin/v1/auth/switch` of `host` within a minute. It is good once. 404 for a tenant that the caller
   * does not work for, or that is not active.
   */
  createTenantSwitch(params: Params<types.AdminCreateTenantSwitchData>, options?: RequestOptions): ApiPromise<types.AdminCreateTenantSwitchResponse> {
    return this.call({ method: "POST", path: "/admin/v1/me/tenants/{tenant_id}/switch", takesToken: true }, params, options);
  }

  /**
   * List merchants.
   *
   * All merchants, the default one first, each with its account at the payment provider.
   */
  listMerchants(params: Params<types.AdminListMerchantsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListMerchantsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/merchants", takesToken: true }, params, options);
  }

  /**
   * Create an onboarding link.
   *
   * To a page of the payment provider where the merchant gives its details, so that shares can
   * be transferred to it. A link works once and for a few minutes: create it when it is about to be
   * opened.
   */
  createOnboardingLink(params: Params<types.AdminCreateOnboardingLinkData>, options?: RequestOptions): ApiPromise<types.AdminCreateOnboardingLinkResponse> {
    return this.call({ method: "POST", path: "/admin/v1/merchants/{merchant_id}/onboarding-links", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List a merchant's orders.
   *
   * Paid orders that hold something of the merchant's, newest first, each with the merchant's share of it.
   * A merchant's own staff see those of their merchant.
   */
  listMerchantOrders(params: Params<types.AdminListMerchantOrdersData>, options?: RequestOptions): PagePromise<types.AdminListMerchantOrdersResponse> {
    return this.list({ method: "GET", path: "/admin/v1/merchants/{merchant_id}/orders", query: ["fulfillment_status","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Get a merchant's part of an order.
   *
   * The merchant's lines and parcels of a paid order, where to ship them, and what the merchant is paid.
   * Not what other merchants sold in the same purchase, nor the shopper's e-mail address.
   */
  getMerchantOrder(params: Params<types.AdminGetMerchantOrderData>, options?: RequestOptions): ApiPromise<types.AdminGetMerchantOrderResponse> {
    return this.call({ method: "GET", path: "/admin/v1/merchants/{merchant_id}/orders/{order_id}", takesToken: true }, params, options);
  }

  /**
   * List newsletter subscribers.
   *
   * Addresses that have the consent `marketing_email` now, in the order of the addresses: those of customers who are not
   * blocked, and those without an account.
   */
  listNewsletterSubscribers(params: Params<types.AdminListNewsletterSubscribersData> = {}, options?: RequestOptions): PagePromise<types.AdminListNewsletterSubscribersResponse> {
    return this.list({ method: "GET", path: "/admin/v1/newsletter/subscribers", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Export newsletter subscribers.
   *
   * The same list whole, as CSV in UTF-8 with the columns `email`, `customer_id`, `subscriber_id`, `source`,
   * `storefront_id` and `subscribed_at`. Text that a spreadsheet would take for a formula begins with an apostrophe.
   */
  exportNewsletterSubscribers(params: Params<types.AdminExportNewsletterSubscribersData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/newsletter/subscribers.csv", download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * Delete a newsletter subscriber.
   *
   * Forgets an address without an account, with its answers. A customer's consent goes with the customer.
   */
  deleteNewsletterSubscriber(params: Params<types.AdminDeleteNewsletterSubscriberData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/newsletter/subscribers/{subscriber_id}", takesToken: true }, params, options);
  }

  /**
   * List operator access.
   *
   * When somebody who runs the platform looked into this tenant, why, and how many requests they made; the
   * latest 100, newest first. What they read and changed is in the audit log: filter it by `actor`.
   */
  listOperatorAccess(params: Params<types.AdminListOperatorAccessData> = {}, options?: RequestOptions): ApiPromise<types.AdminListOperatorAccessResponse> {
    return this.call({ method: "GET", path: "/admin/v1/operator-access", takesToken: true }, params, options);
  }

  /**
   * End operator access.
   *
   * Its token stops working at once.
   */
  endOperatorAccess(params: Params<types.AdminEndOperatorAccessData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/operator-access/{operator_access_id}", takesToken: true }, params, options);
  }

  /**
   * List orders.
   *
   * Newest first, unless sorted otherwise. Archived orders are listed only when they are asked for.
   */
  listOrders(params: Params<types.AdminListOrdersData> = {}, options?: RequestOptions): PagePromise<types.AdminListOrdersResponse> {
    return this.list({ method: "GET", path: "/admin/v1/orders", query: ["status","payment_status","fulfillment_status","placed_from","placed_before","search","customer_id","merchant_id","product_id","storefront_id","country","currency","total_from","total_to","tag","archived","sort","with_count","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Export orders.
   *
   * The orders that the list would have with these parameters as CSV in UTF-8, with the columns `number`, `id`,
   * `placed_at`, `status`, `payment_status`, `fulfillment_status`, `email`, `currency`, `total` and `refunded`. Amounts
   * are decimals of the currency, such as `12.05`. The file is written as it is read.
   */
  exportOrders(params: Params<types.AdminExportOrdersData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/orders.csv", query: ["status","payment_status","fulfillment_status","placed_from","placed_before","search","customer_id","merchant_id","product_id","storefront_id","country","currency","total_from","total_to","tag","archived","sort"], download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * Change many orders.
   *
   * Tags, archives or fulfills up to 100 orders, one after the other, and answers what became of each: an order
   * that cannot be changed holds no other up. Returns 422 `order_not_found`, and changes nothing, when an id
   * is not of an order. Repeating it with the same key changes nothing more.
   */
  changeOrders(params: Params<types.AdminChangeOrdersData>, options?: RequestOptions): ApiPromise<types.AdminChangeOrdersResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/bulk", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Show an order.
   *
   * With its lines, merchants' shares, transfers, refunds (created here or at the
   * payment provider) and disputes.
   */
  getOrder(params: Params<types.AdminGetOrderData>, options?: RequestOptions): ApiPromise<types.AdminGetOrderResponse> {
    return this.call({ method: "GET", path: "/admin/v1/orders/{order_id}", takesToken: true }, params, options);
  }

  /**
   * List an order's allocations.
   *
   * From which locations the units of a paid order are taken: the one that has most of its lines, then by priority.
   * Variants whose stock is not tracked are not listed.
   */
  listOrderAllocations(params: Params<types.AdminListOrderAllocationsData>, options?: RequestOptions): ApiPromise<types.AdminListOrderAllocationsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/orders/{order_id}/allocations", takesToken: true }, params, options);
  }

  /**
   * Cancel an order before its money is taken.
   *
   * Cancels the payment of an unpaid or authorized order and releases its stock. Cancelling it again changes nothing;
   * a paid order returns 409 `order_wrong_status`: refund it instead. So does an authorized one of which units
   * are shipped.
   */
  cancelOrder(params: Params<types.AdminCancelOrderData>, options?: RequestOptions): ApiPromise<types.AdminCancelOrderResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/cancel", takesToken: true }, params, options);
  }

  /**
   * Cancel units of a paid or authorized order.
   *
   * Units that are neither shipped nor cancelled. They go back into stock and are refunded, unless the request
   * says otherwise, and the shopper is told by e-mail. Of an authorized order the capture leaves the refund out, and
   * 409 `request_in_progress` is returned while it is being captured. Returns 422 `cancellation_too_large` for more units
   * than that, and 422 `refund_too_large` for units that are refunded already: cancel them with `refund`
   * false. An unpaid order returns 409 `order_wrong_status`: cancel all of it instead.
   */
  createCancellation(params: Params<types.AdminCreateCancellationData>, options?: RequestOptions): ApiPromise<types.AdminCreateCancellationResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/cancellations", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Capture an authorized order.
   *
   * Takes the money that the shopper's bank has set aside, less units that were cancelled. There is one capture of
   * an order: with a smaller `amount`, the bank lets the rest go, and the order is `partially_refunded`. A captured
   * order stays as it is; one that is not authorized returns 409 `order_wrong_status`. While the provider cannot be
   * reached the answer is 503; the capture is carried out when it can.
   */
  captureOrder(params: Params<types.AdminCaptureOrderData>, options?: RequestOptions): ApiPromise<types.AdminCaptureOrderResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/capture", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List documents of an order.
   *
   * Its invoice and the credit notes of its refunds, oldest first.
   */
  listOrderDocuments(params: Params<types.AdminListOrderDocumentsData>, options?: RequestOptions): ApiPromise<types.AdminListOrderDocumentsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/orders/{order_id}/documents", takesToken: true }, params, options);
  }

  /**
   * Create a fulfillment.
   *
   * Ships units of a paid order in one parcel, or of an authorized one that is captured on fulfillment. An order can
   * have several; each is of one merchant. Returns 422 `fulfillment_too_large` for more units than are left. Stock
   * does not change: it left the shelf when the order was paid or authorized.
   */
  createFulfillment(params: Params<types.AdminCreateFulfillmentData>, options?: RequestOptions): ApiPromise<types.AdminCreateFulfillmentResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/fulfillments", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Cancel a fulfillment.
   *
   * Its units can be shipped in another one. Stock does not change: the units are still sold. Repeating it
   * changes nothing. A delivered fulfillment returns 409 `fulfillment_wrong_status`, one with units
   * in a return 409 `return_open`.
   */
  cancelFulfillment(params: Params<types.AdminCancelFulfillmentData>, options?: RequestOptions): ApiPromise<types.AdminCancelFulfillmentResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/cancel", takesToken: true }, params, options);
  }

  /**
   * Mark a fulfillment as delivered.
   *
   * Repeating it changes nothing. A cancelled fulfillment returns 409 `fulfillment_wrong_status`.
   */
  deliverFulfillment(params: Params<types.AdminDeliverFulfillmentData>, options?: RequestOptions): ApiPromise<types.AdminDeliverFulfillmentResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/delivered", takesToken: true }, params, options);
  }

  /**
   * Issue an invoice.
   *
   * Of a paid order, and the credit notes of its refunds; what was issued before stays as it is, so repeating it
   * changes nothing and returns 200. Numbers have no gap. An unpaid order returns 409 `order_wrong_status`; if the
   * invoicing settings lack something, the answer is 409 `seller_incomplete` with `missing`.
   */
  issueInvoice(params: Params<types.AdminIssueInvoiceData>, options?: RequestOptions): ApiPromise<types.AdminIssueInvoiceResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/invoice", takesToken: true }, params, options);
  }

  /**
   * Trace an order's money.
   *
   * Every cent from the prices to the transfers: what each line came to, how it was split, what
   * the provider and the platform kept, what was sent and taken back, and every entry in the
   * books. The entries add up to zero.
   */
  getOrderMoney(params: Params<types.AdminGetOrderMoneyData>, options?: RequestOptions): ApiPromise<types.AdminGetOrderMoneyResponse> {
    return this.call({ method: "GET", path: "/admin/v1/orders/{order_id}/money", takesToken: true }, params, options);
  }

  /**
   * Create a note on an order.
   *
   * For the staff: shoppers never see it. The timeline shows it.
   */
  createOrderNote(params: Params<types.AdminCreateOrderNoteData>, options?: RequestOptions): ApiPromise<types.AdminCreateOrderNoteResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/notes", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Edit a note on an order.
   *
   * One that the caller wrote; another's returns 403 `order_note_not_own`.
   */
  updateOrderNote(params: Params<types.AdminUpdateOrderNoteData>, options?: RequestOptions): ApiPromise<types.AdminUpdateOrderNoteResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/orders/{order_id}/notes/{note_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete a note on an order.
   *
   * One that the caller wrote; another's returns 403 `order_note_not_own`.
   */
  deleteOrderNote(params: Params<types.AdminDeleteOrderNoteData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/orders/{order_id}/notes/{note_id}", takesToken: true }, params, options);
  }

  /**
   * Download a packing slip.
   *
   * Of a fulfillment, or of all that is neither shipped nor cancelled: quantities, stock keeping units and titles
   * without prices, as PDF. It has no number and is not kept. Returns 409 `nothing_to_pack` when nothing is left.
   */
  downloadPackingSlip(params: Params<types.AdminDownloadPackingSlipData>, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/orders/{order_id}/packing-slip.pdf", query: ["fulfillment_id"], download: "application/pdf", takesToken: true }, params, options);
  }

  /**
   * Create a refund.
   *
   * Of all that is left (`full`), or of units of lines, what came with a return, the shipping, and an amount.
   * Each unit's price and tax is refunded exactly, in whatever steps. Returns 422 `refund_too_large` for
   * more than is left of a merchant's share, also after refunds created at the payment provider or
   * disputes; `full` refunds what is left. If the provider cannot be reached the refund is `requested`
   * and carried out later. If the provider refuses it, it is `failed` and its units can be refunded again.
   */
  createRefund(params: Params<types.AdminCreateRefundData>, options?: RequestOptions): ApiPromise<types.AdminCreateRefundResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/refunds", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Preview a refund.
   *
   * Takes the body of a refund and answers who would give what, and what would be left; changes nothing. A
   * refund that is created then does the same, unless something else happens in between.
   */
  previewRefund(params: Params<types.AdminPreviewRefundData>, options?: RequestOptions): ApiPromise<types.AdminPreviewRefundResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/refunds/preview", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Create a return.
   *
   * For units that are shipped and in no other return; it is `approved` at once, whatever the storefront's
   * window. Returns 422 `return_too_large` for more units than that. Money goes back by a refund of the lines.
   */
  createReturn(params: Params<types.AdminCreateReturnData>, options?: RequestOptions): ApiPromise<types.AdminCreateReturnResponse> {
    return this.call({ method: "POST", path: "/admin/v1/orders/{order_id}/returns", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Set the tags of an order.
   *
   * Replaces those it has. Orders can be listed by tag.
   */
  setOrderTags(params: Params<types.AdminSetOrderTagsData>, options?: RequestOptions): ApiPromise<types.AdminSetOrderTagsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/orders/{order_id}/tags", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show an order's timeline.
   *
   * Newest first: payments, refunds, parcels, returns, cancellations, disputes, messages to the shopper, notes,
   * and what staff and programs changed.
   */
  getOrderTimeline(params: Params<types.AdminGetOrderTimelineData>, options?: RequestOptions): PagePromise<types.AdminGetOrderTimelineResponse> {
    return this.list({ method: "GET", path: "/admin/v1/orders/{order_id}/timeline", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Show the payment settings.
   *
   * Of the whole tenant.
   */
  getPaymentSettings(params: Params<types.AdminGetPaymentSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetPaymentSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/payment-settings", takesToken: true }, params, options);
  }

  /**
   * Replace the payment settings.
   *
   * Orders that are placed already keep their rule.
   */
  setPaymentSettings(params: Params<types.AdminSetPaymentSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetPaymentSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/payment-settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List products.
   *
   * Newest first.
   */
  listProducts(params: Params<types.AdminListProductsData> = {}, options?: RequestOptions): PagePromise<types.AdminListProductsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/products", query: ["status","q","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Create a product.
   *
   * Without a slug one is made of the title. A slug, or where SKUs are unique an SKU, of another
   * product returns 409 `slug_taken` or `sku_taken`. Without `merchant_id` it is the default merchant's;
   * an unknown one returns 422 `merchant_not_found`.
   */
  createProduct(params: Params<types.AdminCreateProductData>, options?: RequestOptions): ApiPromise<types.AdminCreateProductResponse> {
    return this.call({ method: "POST", path: "/admin/v1/products", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show a product.
   *
   * Drafts and archived products as well, with all variants, images and stock.
   */
  getProduct(params: Params<types.AdminGetProductData>, options?: RequestOptions): ApiPromise<types.AdminGetProductResponse> {
    return this.call({ method: "GET", path: "/admin/v1/products/{product_id}", takesToken: true }, params, options);
  }

  /**
   * Change a product.
   *
   * Absent fields do not change. With the `version` that was read, the request returns 409
   * `version_mismatch` if the product was changed meanwhile, and `current_version`
   * is its version.
   */
  updateProduct(params: Params<types.AdminUpdateProductData>, options?: RequestOptions): ApiPromise<types.AdminUpdateProductResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/products/{product_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Upload an image.
   *
   * The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a
   * side. Its bytes decide what it is. The image is turned upright, converted to sRGB and stored
   * without EXIF data, after the product's other images; a product has at most 50. Uploading an
   * image that the product already has returns 200 with that image and changes nothing.
   */
  uploadImage(params: FileParams<types.AdminUploadImageData>, options?: RequestOptions): ApiPromise<types.AdminUploadImageResponse> {
    return this.call({ method: "POST", path: "/admin/v1/products/{product_id}/images", body: { file: "application/octet-stream" }, takesToken: true }, params, options);
  }

  /**
   * Show an image.
   *
   * One image of the product, with its alternative text and position.
   */
  getImage(params: Params<types.AdminGetImageData>, options?: RequestOptions): ApiPromise<types.AdminGetImageResponse> {
    return this.call({ method: "GET", path: "/admin/v1/products/{product_id}/images/{image_id}", takesToken: true }, params, options);
  }

  /**
   * Change an image.
   *
   * Absent fields do not change. A new position moves the images in between. Returns the product.
   */
  updateImage(params: Params<types.AdminUpdateImageData>, options?: RequestOptions): ApiPromise<types.AdminUpdateImageResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/products/{product_id}/images/{image_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete an image.
   *
   * Variants that showed it have no image of their own any more. Its URL stays valid.
   */
  deleteImage(params: Params<types.AdminDeleteImageData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/products/{product_id}/images/{image_id}", takesToken: true }, params, options);
  }

  /**
   * Show a product's visibility.
   *
   * Which customer groups see the product in storefronts.
   */
  getProductVisibility(params: Params<types.AdminGetProductVisibilityData>, options?: RequestOptions): ApiPromise<types.AdminGetProductVisibilityResponse> {
    return this.call({ method: "GET", path: "/admin/v1/products/{product_id}/visibility", takesToken: true }, params, options);
  }

  /**
   * Set a product's visibility.
   *
   * Only members of the groups find, see and buy the product then. Without groups every shopper does.
   */
  setProductVisibility(params: Params<types.AdminSetProductVisibilityData>, options?: RequestOptions): ApiPromise<types.AdminSetProductVisibilityResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/products/{product_id}/visibility", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Report sales by category.
   *
   * A product's sales are of its deepest category (of several as deep, the one with the lowest id) as it was when the
   * order was last counted: at its last change of money, or when all days were. The rows of all categories and the
   * one without a category add up to the totals.
   */
  reportCategories(params: Params<types.AdminReportCategoriesData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportCategoriesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/categories", query: ["from","to","storefront_id","currency"], takesToken: true }, params, options);
  }

  /**
   * Report cohorts.
   *
   * A cohort is the customers whose first paid order is of one month; for each, how many of them ordered in that month
   * and in the later ones, and for how much.
   */
  reportCohorts(params: Params<types.AdminReportCohortsData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportCohortsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/cohorts", query: ["from","to"], takesToken: true }, params, options);
  }

  /**
   * Report sales by country.
   *
   * Countries that orders were shipped to.
   */
  reportCountries(params: Params<types.AdminReportCountriesData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportCountriesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/countries", query: ["from","to","storefront_id","currency"], takesToken: true }, params, options);
  }

  /**
   * Report customers.
   *
   * How many customers ordered by day, week or month, and how many of them had ordered before. A customer is an account,
   * or for orders of guests an e-mail address, in all storefronts of the tenant. An order counts on the day that it was
   * paid, refunded or not.
   */
  reportCustomers(params: Params<types.AdminReportCustomersData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportCustomersResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/customers", query: ["from","to","interval"], takesToken: true }, params, options);
  }

  /**
   * Export a report.
   *
   * The rows of a report as a CSV file: what each is of (a day, or an id or code), `currency`, and the figures of the
   * report. Amounts are decimals of the currency, such as `12.05`. Products: the 500 with the most sales in each
   * currency. `customers` and `cohorts` have the columns of those reports, and take neither a storefront nor a
   * currency.
   */
  exportReport(params: Params<types.AdminExportReportData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/reports/export.csv", query: ["report","from","to","interval","storefront_id","currency"], download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * Export a report as Parquet.
   *
   * The same rows as `export.csv`, with typed columns: text, and 64-bit whole numbers. Amounts are in minor units of
   * `currency`, and their columns end with `_minor`. What has no value is null. The same report is the same bytes.
   */
  exportReportParquet(params: Params<types.AdminExportReportParquetData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/admin/v1/reports/export.parquet", query: ["report","from","to","interval","storefront_id","currency"], download: "application/vnd.apache.parquet", takesToken: true }, params, options);
  }

  /**
   * Report the funnel.
   *
   * How many visits saw a product, and how many carts, orders and payments there were on the same days, with the reasons
   * for which checkout refused. Visits are what browsers tell of, with the visitor's consent where the store asks for it;
   * the rest is counted by the server. Counted as it happens, and not made again by a rebuild.
   */
  reportFunnel(params: Params<types.AdminReportFunnelData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportFunnelResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/funnel", query: ["from","to","storefront_id"], takesToken: true }, params, options);
  }

  /**
   * Report sales by merchant.
   *
   * With commission, fees, earnings and the take rate. An order with goods of several merchants counts for each of
   * them, and once in the totals.
   */
  reportMerchants(params: Params<types.AdminReportMerchantsData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportMerchantsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/merchants", query: ["from","to","storefront_id","currency"], takesToken: true }, params, options);
  }

  /**
   * Report sales by product.
   *
   * Products with the most sales first, in each currency. The rows of all products and the one without a product
   * add up to the totals.
   */
  reportProducts(params: Params<types.AdminReportProductsData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportProductsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/products", query: ["from","to","limit","storefront_id","currency"], takesToken: true }, params, options);
  }

  /**
   * Report sales.
   *
   * Orders, units, sales, refunds and earnings by day, week or month, with the totals of as many days before. Facts
   * count on the day that they happened: a refund not on the day of its sale.
   */
  reportSales(params: Params<types.AdminReportSalesData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportSalesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/sales", query: ["from","to","interval","storefront_id","currency"], takesToken: true }, params, options);
  }

  /**
   * Report sales by storefront.
   *
   * All storefronts of the tenant.
   */
  reportStorefronts(params: Params<types.AdminReportStorefrontsData> = {}, options?: RequestOptions): ApiPromise<types.AdminReportStorefrontsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reports/storefronts", query: ["from","to","storefront_id","currency"], takesToken: true }, params, options);
  }

  /**
   * List returns.
   *
   * Newest first.
   */
  listReturns(params: Params<types.AdminListReturnsData> = {}, options?: RequestOptions): PagePromise<types.AdminListReturnsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/returns", query: ["status","order_id","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Show a return.
   *
   * With its lines, and how many units of each came.
   */
  getReturn(params: Params<types.AdminGetReturnData>, options?: RequestOptions): ApiPromise<types.AdminGetReturnResponse> {
    return this.call({ method: "GET", path: "/admin/v1/returns/{return_id}", takesToken: true }, params, options);
  }

  /**
   * Approve a return.
   *
   * The shopper is told by e-mail, with the message. Repeating it changes nothing.
   */
  approveReturn(params: Params<types.AdminApproveReturnData>, options?: RequestOptions): ApiPromise<types.AdminApproveReturnResponse> {
    return this.call({ method: "POST", path: "/admin/v1/returns/{return_id}/approve", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Cancel a return.
   *
   * One of which no unit came. Its units can be in another return. Repeating it changes nothing.
   */
  cancelReturn(params: Params<types.AdminCancelReturnData>, options?: RequestOptions): ApiPromise<types.AdminCancelReturnResponse> {
    return this.call({ method: "POST", path: "/admin/v1/returns/{return_id}/cancel", takesToken: true }, params, options);
  }

  /**
   * Receive a return.
   *
   * Says how many units of each line came until now, and how many of these go back into stock; so repeating
   * it changes nothing, and counts never go down. The return is `received` when all units came, or with
   * `is_final`; the shopper is then told by e-mail.
   */
  receiveReturn(params: Params<types.AdminReceiveReturnData>, options?: RequestOptions): ApiPromise<types.AdminReceiveReturnResponse> {
    return this.call({ method: "POST", path: "/admin/v1/returns/{return_id}/receive", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Reject a return.
   *
   * The shopper is told by e-mail, with the message. Its units can be in another return. Repeating it changes
   * nothing.
   */
  rejectReturn(params: Params<types.AdminRejectReturnData>, options?: RequestOptions): ApiPromise<types.AdminRejectReturnResponse> {
    return this.call({ method: "POST", path: "/admin/v1/returns/{return_id}/reject", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show the review settings.
   *
   * Of the whole tenant.
   */
  getReviewSettings(params: Params<types.AdminGetReviewSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetReviewSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/review-settings", takesToken: true }, params, options);
  }

  /**
   * Replace the review settings.
   *
   * Reviews that are there keep their status and the time until which they can be changed, and invitations
   * that are planned keep their day; without `sends_invitations` none of them is sent.
   */
  setReviewSettings(params: Params<types.AdminSetReviewSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetReviewSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/review-settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List reviews.
   *
   * Newest first. Staff of one merchant see published reviews of it and of what it sold.
   */
  listReviews(params: Params<types.AdminListReviewsData> = {}, options?: RequestOptions): PagePromise<types.AdminListReviewsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/reviews", query: ["status","subject","product_id","merchant_id","rating","reported","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Show a review.
   *
   * With the decisions about it and the reports of it, at most 100 of each, latest first.
   */
  getReview(params: Params<types.AdminGetReviewData>, options?: RequestOptions): ApiPromise<types.AdminGetReviewResponse> {
    return this.call({ method: "GET", path: "/admin/v1/reviews/{review_id}", takesToken: true }, params, options);
  }

  /**
   * Answer a review.
   *
   * A published review has one answer, which everybody sees; sending another one replaces it and says when.
   * The rating does not change.
   */
  answerReview(params: Params<types.AdminAnswerReviewData>, options?: RequestOptions): ApiPromise<types.AdminAnswerReviewResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/reviews/{review_id}/answer", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Publish a review.
   *
   * Also one that was rejected. A published one stays so, and its reports are settled. A deleted one returns
   * 409 `review_wrong_status`.
   */
  publishReview(params: Params<types.AdminPublishReviewData>, options?: RequestOptions): ApiPromise<types.AdminPublishReviewResponse> {
    return this.call({ method: "POST", path: "/admin/v1/reviews/{review_id}/publish", takesToken: true }, params, options);
  }

  /**
   * Reject a review.
   *
   * Also one that is published. Its author is shown the reason and the note, and may appeal once; the public
   * statistics count it under the reason. A low rating is no reason. A deleted review returns 409
   * `review_wrong_status`.
   */
  rejectReview(params: Params<types.AdminRejectReviewData>, options?: RequestOptions): ApiPromise<types.AdminRejectReviewResponse> {
    return this.call({ method: "POST", path: "/admin/v1/reviews/{review_id}/reject", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List roles.
   *
   * The built-in roles, which are the same in every tenant, then those of the tenant by name.
   */
  listRoles(params: Params<types.AdminListRolesData> = {}, options?: RequestOptions): ApiPromise<types.AdminListRolesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/roles", takesToken: true }, params, options);
  }

  /**
   * Create a role.
   *
   * A role allows nothing that its creator does not hold: otherwise 422 `authority_not_held`.
   */
  createRole(params: Params<types.AdminCreateRoleData>, options?: RequestOptions): ApiPromise<types.AdminCreateRoleResponse> {
    return this.call({ method: "POST", path: "/admin/v1/roles", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Replace a role.
   *
   * Takes effect with the next request of every staff member who has the role.
   */
  updateRole(params: Params<types.AdminUpdateRoleData>, options?: RequestOptions): ApiPromise<types.AdminUpdateRoleResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/roles/{role_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete a role.
   *
   * Open invitations to the role end. Returns 409 `role_in_use` while staff members have it.
   */
  deleteRole(params: Params<types.AdminDeleteRoleData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/roles/{role_id}", takesToken: true }, params, options);
  }

  /**
   * Show the synonyms.
   *
   * Groups of terms that mean the same in searches.
   */
  getSearchSynonyms(params: Params<types.AdminGetSearchSynonymsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetSearchSynonymsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/search/synonyms", takesToken: true }, params, options);
  }

  /**
   * Replace the synonyms.
   *
   * All groups at once; the next search uses them.
   */
  setSearchSynonyms(params: Params<types.AdminSetSearchSynonymsData>, options?: RequestOptions): ApiPromise<types.AdminSetSearchSynonymsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/search/synonyms", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List search terms.
   *
   * What shoppers searched for on a day, and how often nothing matched; most frequent first. Terms are counted
   * without who searched. Up to 5,000 terms a day are counted and kept for 90 days; e-mail addresses and long numbers
   * are not counted.
   */
  listSearchTerms(params: Params<types.AdminListSearchTermsData> = {}, options?: RequestOptions): PagePromise<types.AdminListSearchTermsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/search/terms", query: ["day","without_results","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * List sender domains.
   *
   * Oldest first, with the DNS records of each as the last check found them.
   */
  listSenderDomains(params: Params<types.AdminListSenderDomainsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListSenderDomainsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/sender-domains", takesToken: true }, params, options);
  }

  /**
   * Create a sender domain.
   *
   * Makes a DKIM key for the domain; publish the records of the response, then verify. E-mails leave from an address
   * at the domain when it is verified and a storefront has such an address as its sender. A tenant has 5 domains at most.
   * 409 `sender_domains_unsupported` if the installation sends e-mail through a provider that does not sign with keys of
   * tenants.
   */
  createSenderDomain(params: Params<types.AdminCreateSenderDomainData>, options?: RequestOptions): ApiPromise<types.AdminCreateSenderDomainResponse> {
    return this.call({ method: "POST", path: "/admin/v1/sender-domains", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show a sender domain.
   *
   * With its DNS records as the last check found them.
   */
  getSenderDomain(params: Params<types.AdminGetSenderDomainData>, options?: RequestOptions): ApiPromise<types.AdminGetSenderDomainResponse> {
    return this.call({ method: "GET", path: "/admin/v1/sender-domains/{sender_domain_id}", takesToken: true }, params, options);
  }

  /**
   * Delete a sender domain.
   *
   * And its key. 409 `sender_domain_used` while a storefront sends from it.
   */
  deleteSenderDomain(params: Params<types.AdminDeleteSenderDomainData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/sender-domains/{sender_domain_id}", takesToken: true }, params, options);
  }

  /**
   * Verify a sender domain.
   *
   * Looks its records up in DNS now; the worker does so about daily. The domain is verified when the DKIM record is
   * there. 503 `dns_unavailable` if DNS does not answer: nothing changes then. 409 `sender_domain_in_use` if another tenant of the
   * platform has verified the domain: remove its DKIM record from your DNS, and verify again a day later.
   */
  verifySenderDomain(params: Params<types.AdminVerifySenderDomainData>, options?: RequestOptions): ApiPromise<types.AdminVerifySenderDomainResponse> {
    return this.call({ method: "POST", path: "/admin/v1/sender-domains/{sender_domain_id}/verify", takesToken: true }, params, options);
  }

  /**
   * Show the SMS settings.
   *
   * Of the whole tenant, with what was sent this month.
   */
  getSmsSettings(params: Params<types.AdminGetSmsSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetSmsSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/sms-settings", takesToken: true }, params, options);
  }

  /**
   * Replace the SMS settings.
   *
   * Text messages tell shoppers that a parcel was shipped or delivered: those who have an account, gave the consent
   * `order_updates_sms` and a phone number in the shipping address.
   */
  setSmsSettings(params: Params<types.AdminSetSmsSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetSmsSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/sms-settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List staff members.
   *
   * All staff members of the tenant, including suspended ones, in the order in which they joined.
   */
  listStaff(params: Params<types.AdminListStaffData> = {}, options?: RequestOptions): ApiPromise<types.AdminListStaffResponse> {
    return this.call({ method: "GET", path: "/admin/v1/staff", takesToken: true }, params, options);
  }

  /**
   * List open invitations.
   *
   * The latest first; those that were accepted or revoked, or have expired, are not listed.
   */
  listInvitations(params: Params<types.AdminListInvitationsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListInvitationsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/staff-invitations", takesToken: true }, params, options);
  }

  /**
   * Invite a staff member.
   *
   * The address gets an e-mail with a link that is good for 7 days. An earlier invitation of the same
   * address ends. The role must allow nothing that the caller does not hold. `merchant_owner` and
   * `merchant_staff` are held for one merchant: they reach its products, its part of orders, and for the
   * owner its balances, through the operations that say `x-merchant-staff`.
   */
  createInvitation(params: Params<types.AdminCreateInvitationData>, options?: RequestOptions): ApiPromise<types.AdminCreateInvitationResponse> {
    return this.call({ method: "POST", path: "/admin/v1/staff-invitations", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Accept an invitation.
   *
   * The token is the one of the link that was sent to the invited address. A person who has an account
   * keeps its name and password; a new account needs both, and without them the response is 422
   * `account_needed`. Sign in afterwards.
   */
  acceptInvitation(params: Params<types.AdminAcceptInvitationData>, options?: RequestOptions): ApiPromise<types.AdminAcceptInvitationResponse> {
    return this.call({ method: "POST", path: "/admin/v1/staff-invitations/accept", body: "fields" }, params, options);
  }

  /**
   * Revoke an invitation.
   *
   * Its link stops working at once.
   */
  revokeInvitation(params: Params<types.AdminRevokeInvitationData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/staff-invitations/{invitation_id}", takesToken: true }, params, options);
  }

  /**
   * Show staff settings.
   *
   * Whether each staff member needs a second factor.
   */
  getStaffSettings(params: Params<types.AdminGetStaffSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetStaffSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/staff-settings", takesToken: true }, params, options);
  }

  /**
   * Change staff settings.
   *
   * Where a second factor is required, a member who has not given one in their session may do nothing but
   * enrol one: 403 `step_up_required`. The caller needs one to demand it (409 `no_second_factor`). Secret
   * keys work as before.
   */
  setStaffSettings(params: Params<types.AdminSetStaffSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetStaffSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/staff-settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Change a staff member.
   *
   * Absent fields do not change. Takes effect with the member's next request. Returns 422
   * `authority_not_held` if the member's role, or the new one, allows something that the caller does not
   * hold, and 409 `last_owner` if the tenant would have no owner who can sign in.
   */
  updateStaffMember(params: Params<types.AdminUpdateStaffMemberData>, options?: RequestOptions): ApiPromise<types.AdminUpdateStaffMemberResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/staff/{staff_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Remove a staff member.
   *
   * The account stays, and keeps working for other tenants.
   */
  removeStaffMember(params: Params<types.AdminRemoveStaffMemberData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/staff/{staff_id}", takesToken: true }, params, options);
  }

  /**
   * Adjust stock.
   *
   * Adds and removes units of up to 10,000 variants, all of them or none; two of opposite sign move units from one location to
   * another. Returns 409 `insufficient_location_stock` if a location holds fewer than are removed. The same request with the
   * same key changes nothing more.
   */
  adjustStock(params: Params<types.AdminAdjustStockData>, options?: RequestOptions): ApiPromise<types.AdminAdjustStockResponse> {
    return this.call({ method: "POST", path: "/admin/v1/stock/adjustments", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * List stock alerts.
   *
   * What happened to stock in the last 90 days, latest first.
   */
  listStockAlerts(params: Params<types.AdminListStockAlertsData> = {}, options?: RequestOptions): PagePromise<types.AdminListStockAlertsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/stock/alerts", query: ["kind","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Show the stock settings.
   *
   * How long unpaid orders hold stock, from where it is taken, and what each storefront shows of it.
   */
  getStockSettings(params: Params<types.AdminGetStockSettingsData> = {}, options?: RequestOptions): ApiPromise<types.AdminGetStockSettingsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/stock/settings", takesToken: true }, params, options);
  }

  /**
   * Replace the stock settings.
   *
   * Storefronts that are not named keep what they show. Orders that are placed already keep their time to pay.
   */
  setStockSettings(params: Params<types.AdminSetStockSettingsData>, options?: RequestOptions): ApiPromise<types.AdminSetStockSettingsResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/stock/settings", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List storefronts.
   *
   * All storefronts of the tenant, in the order in which they were created.
   */
  listStorefronts(params: Params<types.AdminListStorefrontsData> = {}, options?: RequestOptions): ApiPromise<types.AdminListStorefrontsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/storefronts", takesToken: true }, params, options);
  }

  /**
   * Show a brand.
   *
   * The published version, and the draft if there is one.
   */
  getBrand(params: Params<types.AdminGetBrandData>, options?: RequestOptions): ApiPromise<types.AdminGetBrandResponse> {
    return this.call({ method: "GET", path: "/admin/v1/storefronts/{storefront_id}/brand", takesToken: true }, params, options);
  }

  /**
   * Save the draft of a brand.
   *
   * Replaces the draft; shoppers see it once it is published. Text needs a contrast of at least 4.5:1 on
   * its background: 422 `brand_refused` names the colour and one that would do.
   */
  saveBrandDraft(params: Params<types.AdminSaveBrandDraftData>, options?: RequestOptions): ApiPromise<types.AdminSaveBrandDraftResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/storefronts/{storefront_id}/brand/draft", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete the draft of a brand.
   *
   * Without a draft nothing happens.
   */
  deleteBrandDraft(params: Params<types.AdminDeleteBrandDraftData>, options?: RequestOptions): ApiPromise<types.AdminDeleteBrandDraftResponse> {
    return this.call({ method: "DELETE", path: "/admin/v1/storefronts/{storefront_id}/brand/draft", takesToken: true }, params, options);
  }

  /**
   * List brand images.
   *
   * The images that were uploaded for the storefront, the latest first.
   */
  listBrandImages(params: Params<types.AdminListBrandImagesData>, options?: RequestOptions): ApiPromise<types.AdminListBrandImagesResponse> {
    return this.call({ method: "GET", path: "/admin/v1/storefronts/{storefront_id}/brand/images", takesToken: true }, params, options);
  }

  /**
   * Upload a brand image.
   *
   * The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side. Its bytes
   * decide what it is. It is turned upright, converted to sRGB and stored without EXIF data. Put its `url` into the
   * brand as `logo_url`, or into a page. A storefront has at most 100 images. Uploading one that it has already
   * returns 200 with that image and changes nothing.
   */
  uploadBrandImage(params: FileParams<types.AdminUploadBrandImageData>, options?: RequestOptions): ApiPromise<types.AdminUploadBrandImageResponse> {
    return this.call({ method: "POST", path: "/admin/v1/storefronts/{storefront_id}/brand/images", body: { file: "application/octet-stream" }, takesToken: true }, params, options);
  }

  /**
   * Delete a brand image.
   *
   * Its URL stays valid, where the brand shows it.
   */
  deleteBrandImage(params: Params<types.AdminDeleteBrandImageData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/admin/v1/storefronts/{storefront_id}/brand/images/{brand_image_id}", takesToken: true }, params, options);
  }

  /**
   * Create a preview link.
   *
   * Anyone with the link sees the storefront with the draft for 24 hours, or until the draft is published
   * or another link is created. Returns 409 `no_draft` without a draft.
   */
  createBrandPreview(params: Params<types.AdminCreateBrandPreviewData>, options?: RequestOptions): ApiPromise<types.AdminCreateBrandPreviewResponse> {
    return this.call({ method: "POST", path: "/admin/v1/storefronts/{storefront_id}/brand/preview-links", takesToken: true }, params, options);
  }

  /**
   * Publish a brand.
   *
   * Publishes the draft, or rolls back to an earlier version. Shoppers see it within five seconds.
   */
  publishBrand(params: Params<types.AdminPublishBrandData>, options?: RequestOptions): ApiPromise<types.AdminPublishBrandResponse> {
    return this.call({ method: "POST", path: "/admin/v1/storefronts/{storefront_id}/brand/publish", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List versions of a brand.
   *
   * The latest first, up to 100.
   */
  listBrandVersions(params: Params<types.AdminListBrandVersionsData>, options?: RequestOptions): ApiPromise<types.AdminListBrandVersionsResponse> {
    return this.call({ method: "GET", path: "/admin/v1/storefronts/{storefront_id}/brand/versions", takesToken: true }, params, options);
  }

  /**
   * Show a storefront's return policy.
   *
   * 14 days unless it was changed.
   */
  getReturnPolicy(params: Params<types.AdminGetReturnPolicyData>, options?: RequestOptions): ApiPromise<types.AdminGetReturnPolicyResponse> {
    return this.call({ method: "GET", path: "/admin/v1/storefronts/{storefront_id}/return-policy", takesToken: true }, params, options);
  }

  /**
   * Set a storefront's return policy.
   *
   * Takes effect with the shopper's next request.
   */
  setReturnPolicy(params: Params<types.AdminSetReturnPolicyData>, options?: RequestOptions): ApiPromise<types.AdminSetReturnPolicyResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/storefronts/{storefront_id}/return-policy", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show the sender of a storefront.
   *
   * The address that its e-mails come from, and where answers go.
   */
  getStorefrontSender(params: Params<types.AdminGetStorefrontSenderData>, options?: RequestOptions): ApiPromise<types.AdminGetStorefrontSenderResponse> {
    return this.call({ method: "GET", path: "/admin/v1/storefronts/{storefront_id}/sender", takesToken: true }, params, options);
  }

  /**
   * Replace the sender of a storefront.
   *
   * E-mails come from `address` while its domain is a verified sender domain, and from the platform's address otherwise.
   * 400 names the field when the domain is not verified.
   */
  setStorefrontSender(params: Params<types.AdminSetStorefrontSenderData>, options?: RequestOptions): ApiPromise<types.AdminSetStorefrontSenderResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/storefronts/{storefront_id}/sender", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Set a variant's stock at a location.
   *
   * What was counted there. With `expected_on_hand` it is refused with 409 `stock_changed` if another number is there
   * meanwhile: count again. Returns 409 `stock_reserved` if unpaid orders hold back more than is left altogether.
   */
  setLocationStock(params: Params<types.AdminSetLocationStockData>, options?: RequestOptions): ApiPromise<types.AdminSetLocationStockResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/variants/{variant_id}/locations/{location_id}/stock", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Set the price of a variant.
   *
   * In the currency of the price; prices in other currencies do not change.
   */
  setVariantPrice(params: Params<types.AdminSetVariantPriceData>, options?: RequestOptions): ApiPromise<types.AdminSetVariantPriceResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/variants/{variant_id}/price", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show a variant's stock.
   *
   * Altogether and by location. Returns 404 for a variant whose stock is not tracked.
   */
  getVariantStock(params: Params<types.AdminGetVariantStockData>, options?: RequestOptions): ApiPromise<types.AdminGetVariantStockResponse> {
    return this.call({ method: "GET", path: "/admin/v1/variants/{variant_id}/stock", takesToken: true }, params, options);
  }

  /**
   * Set the stock of a variant.
   *
   * A count of all units, reserved units included: fewer than are reserved returns 409
   * `stock_reserved`. Without `on_hand` stock is no longer tracked.
   */
  setVariantStock(params: Params<types.AdminSetVariantStockData>, options?: RequestOptions): ApiPromise<types.AdminSetVariantStockResponse> {
    return this.call({ method: "PUT", path: "/admin/v1/variants/{variant_id}/stock", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List a variant's stock movements.
   *
   * Latest first. What is on hand is the sum of all movements.
   */
  listStockMovements(params: Params<types.AdminListStockMovementsData>, options?: RequestOptions): PagePromise<types.AdminListStockMovementsResponse> {
    return this.list({ method: "GET", path: "/admin/v1/variants/{variant_id}/stock/movements", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Change how a variant is sold.
   *
   * Absent fields do not change. Returns 409 `stock_reserved` for a backorder limit that orders are over already.
   */
  updateVariantStock(params: Params<types.AdminUpdateVariantStockData>, options?: RequestOptions): ApiPromise<types.AdminUpdateVariantStockResponse> {
    return this.call({ method: "PATCH", path: "/admin/v1/variants/{variant_id}/stock/policy", body: "fields", takesToken: true }, params, options);
  }
}

export class Operator extends Client {
  /**
   * Sign in.
   *
   * An unknown address and a wrong password get the same answer, `invalid_credentials`. After 10
   * wrong passwords for one address within 15 minutes the answer is 429 `too_many_attempts`, except
   * to clients that have signed in before. If the account has a second factor and `code` is absent, a right
   * password gets 401 `second_factor_required`; a code that is wrong, or was used, gets 401
   * `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429. Where operators need a second factor,
   * who has none may do nothing but enrol one: 403 `step_up_required`.
   */
  login(params: Params<types.OperatorLoginData>, options?: RequestOptions): ApiPromise<types.OperatorLoginResponse> {
    return this.call({ method: "POST", path: "/operator/v1/auth/login", body: "fields" }, params, options);
  }

  /**
   * Show the own account.
   *
   * Who is signed in, and the second factor: since when there is one, how many recovery codes are left, and
   * whether nothing else is allowed without one.
   */
  getMe(params: Params<types.OperatorGetMeData> = {}, options?: RequestOptions): ApiPromise<types.OperatorGetMeResponse> {
    return this.call({ method: "GET", path: "/operator/v1/me", takesToken: true }, params, options);
  }

  /**
   * Start enrolling a second factor.
   *
   * Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
   * until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
   * passwords within 15 minutes the answer is 429.
   */
  beginSecondFactor(params: Params<types.OperatorBeginSecondFactorData>, options?: RequestOptions): ApiPromise<types.OperatorBeginSecondFactorResponse> {
    return this.call({ method: "POST", path: "/operator/v1/me/second-factor", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Confirm the second factor.
   *
   * Takes the first code of the app. From now on signing in needs a code. The recovery codes are shown this
   * once. The answer has an access token that was given for the code: where a second factor is required, older
   * ones stay refused.
   */
  confirmSecondFactor(params: Params<types.OperatorConfirmSecondFactorData>, options?: RequestOptions): ApiPromise<types.OperatorConfirmSecondFactorResponse> {
    return this.call({ method: "POST", path: "/operator/v1/me/second-factor/confirm", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Regenerate recovery codes.
   *
   * Needs a code, or a recovery code. The old recovery codes stop working.
   */
  renewRecoveryCodes(params: Params<types.OperatorRenewRecoveryCodesData>, options?: RequestOptions): ApiPromise<types.OperatorRenewRecoveryCodesResponse> {
    return this.call({ method: "POST", path: "/operator/v1/me/second-factor/recovery-codes", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Remove the second factor.
   *
   * Needs a code, or a recovery code. Where a second factor is required, nothing is allowed after the next
   * sign-in until another one is enrolled.
   */
  removeSecondFactor(params: Params<types.OperatorRemoveSecondFactorData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/operator/v1/me/second-factor/remove", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List tenants.
   *
   * Oldest first.
   */
  listTenants(params: Params<types.OperatorListTenantsData> = {}, options?: RequestOptions): PagePromise<types.OperatorListTenantsResponse> {
    return this.list({ method: "GET", path: "/operator/v1/tenants", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Create a tenant.
   *
   * Ready at once, with a storefront, a host under the platform's domain, a publishable key, a merchant, a
   * shipping option and an owner. Repeating the request, with the same
   * `Idempotency-Key`, another or none, returns the same tenant; the same slug with other contents
   * returns 409 `tenant_slug_taken`.
   */
  createTenant(params: Params<types.OperatorCreateTenantData>, options?: RequestOptions): ApiPromise<types.OperatorCreateTenantResponse> {
    return this.call({ method: "POST", path: "/operator/v1/tenants", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Show a tenant.
   *
   * With its storefronts, their hosts, and its merchants.
   */
  getTenant(params: Params<types.OperatorGetTenantData>, options?: RequestOptions): ApiPromise<types.OperatorGetTenantResponse> {
    return this.call({ method: "GET", path: "/operator/v1/tenants/{tenant_id}", takesToken: true }, params, options);
  }

  /**
   * Open access to a tenant.
   *
   * Opens `/admin/v1` of one tenant for at most an hour, read-only unless `may_write` is set. Its owners get an
   * e-mail with the reason, and each request made with the token is in the tenant's audit log. No access
   * allows refunds, payout accounts, secret keys, or changes of staff and roles. The token is shown this once;
   * send it as `Authorization: Bearer …` to a host of the tenant.
   */
  openAccess(params: Params<types.OperatorOpenAccessData>, options?: RequestOptions): ApiPromise<types.OperatorOpenAccessResponse> {
    return this.call({ method: "POST", path: "/operator/v1/tenants/{tenant_id}/access", body: "fields", takesToken: true }, params, options);
  }

  /**
   * End an access.
   *
   * Its token stops working at once.
   */
  endAccess(params: Params<types.OperatorEndAccessData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/operator/v1/tenants/{tenant_id}/access/{operator_access_id}", takesToken: true }, params, options);
  }

  /**
   * Add a domain to a storefront.
   *
   * Repeating the request changes nothing. A host of another storefront returns 409
   * `host_taken`.
   */
  addHost(params: Params<types.OperatorAddHostData>, options?: RequestOptions): ApiPromise<types.OperatorAddHostResponse> {
    return this.call({ method: "POST", path: "/operator/v1/tenants/{tenant_id}/hosts", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Create a storefront.
   *
   * With a host under the platform's domain, a publishable key and a shipping option. Repeating the request
   * returns the same storefront; the same slug with other contents returns 409
   * `storefront_slug_taken`.
   */
  addStorefront(params: Params<types.OperatorAddStorefrontData>, options?: RequestOptions): ApiPromise<types.OperatorAddStorefrontResponse> {
    return this.call({ method: "POST", path: "/operator/v1/tenants/{tenant_id}/storefronts", body: "fields", takesToken: true }, params, options);
  }
}

export class Storefront extends Client {
  /**
   * Show the account.
   *
   * E-mail address and name of the shopper whose access token is sent.
   */
  getAccount(params: Params<types.StorefrontGetAccountData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontGetAccountResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account", takesToken: true }, params, options);
  }

  /**
   * Change the account.
   *
   * Absent fields do not change.
   */
  updateAccount(params: Params<types.StorefrontUpdateAccountData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontUpdateAccountResponse> {
    return this.call({ method: "PATCH", path: "/storefront/v1/account", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List addresses.
   *
   * The address book of the account, oldest first; at most 50.
   */
  listAddresses(params: Params<types.StorefrontListAddressesData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontListAddressesResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/addresses", takesToken: true }, params, options);
  }

  /**
   * Create an address.
   *
   * The country decides which fields are required. The first address becomes the default for shipping
   * and billing unless the request says otherwise. An address book holds 50 addresses; one more returns
   * 409 `too_many_addresses`.
   */
  createAddress(params: Params<types.StorefrontCreateAddressData>, options?: RequestOptions): ApiPromise<types.StorefrontCreateAddressResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/addresses", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show an address.
   *
   * One address of the address book.
   */
  getAddress(params: Params<types.StorefrontGetAddressData>, options?: RequestOptions): ApiPromise<types.StorefrontGetAddressResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/addresses/{address_id}", takesToken: true }, params, options);
  }

  /**
   * Change an address.
   *
   * Absent fields do not change; an `address` replaces the whole address. An address that becomes a
   * default takes the place of the default before. Carts and orders keep the copy that they have.
   */
  updateAddress(params: Params<types.StorefrontUpdateAddressData>, options?: RequestOptions): ApiPromise<types.StorefrontUpdateAddressResponse> {
    return this.call({ method: "PATCH", path: "/storefront/v1/account/addresses/{address_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete an address.
   *
   * Carts and orders keep their copies of it. Another default is not chosen.
   */
  deleteAddress(params: Params<types.StorefrontDeleteAddressData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/account/addresses/{address_id}", takesToken: true }, params, options);
  }

  /**
   * Open the account's cart.
   *
   * The account's cart on this storefront, which is created if there is none, with a token for this session: it is
   * good as long as the session is, and ten of them are. With `guest_cart`, what is in that cart moves to the
   * account's by the store's rule, as at sign-in; sending it again moves nothing twice. Show the cart with
   * `GET /storefront/v1/carts/{cart_id}`.
   */
  openAccountCart(params: Params<types.StorefrontOpenAccountCartData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontOpenAccountCartResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/cart", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Show consents.
   *
   * What the shopper has agreed to now, and the last 100 answers, newest first.
   */
  getConsents(params: Params<types.StorefrontGetConsentsData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontGetConsentsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/consents", takesToken: true }, params, options);
  }

  /**
   * Change consents.
   *
   * Absent fields do not change. Each answer that changes something is recorded with its time and where it
   * was said, and stays.
   */
  updateConsents(params: Params<types.StorefrontUpdateConsentsData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontUpdateConsentsResponse> {
    return this.call({ method: "PATCH", path: "/storefront/v1/account/consents", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List the account's customer groups.
   *
   * A member of groups sees other products and prices when the access token is sent with the catalogue's operations.
   */
  listOwnCustomerGroups(params: Params<types.StorefrontListOwnCustomerGroupsData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontListOwnCustomerGroupsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/customer-groups", takesToken: true }, params, options);
  }

  /**
   * Delete the account.
   *
   * Needs the password; wrong ones are counted as for changing it. Deletes everything that is only the
   * account's, permanently. Orders are kept for as long as the law requires.
   */
  deleteAccount(params: Params<types.StorefrontDeleteAccountData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/account/delete", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Change the e-mail address.
   *
   * Needs the password; wrong ones are counted as for changing it. Answers 202 for every other address,
   * whether an account has it or not, and sends it an e-mail: with a link to confirm it with, good for
   * 24 hours, or saying that it has an account. Until it is confirmed nothing changes. A newer change ends
   * one that waits. One such e-mail is sent to an address in a minute; a further request within it changes
   * nothing.
   */
  changeEmail(params: Params<types.StorefrontChangeEmailData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/account/email", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Export the account's data.
   *
   * Everything that the store keeps about the shopper, as one document: account, customer groups, addresses, consents,
   * linked identities, sessions, carts, orders with lines and addresses, reviews, and e-mails of the last 90 days. May be requested as often as signing in.
   */
  exportAccount(params: Params<types.StorefrontExportAccountData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontExportAccountResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/export", takesToken: true }, params, options);
  }

  /**
   * Export the account's data as CSV.
   *
   * The data of `GET /storefront/v1/account/export`, one kind in a file in UTF-8; the first line names the columns. Amounts
   * are in minor units. Text that a spreadsheet would take for a formula begins with an apostrophe. May be requested as
   * often as signing in.
   */
  exportAccountFile(params: Params<types.StorefrontExportAccountFileData> = {}, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/storefront/v1/account/export.csv", query: ["kind"], download: "text/csv", takesToken: true }, params, options);
  }

  /**
   * List linked identities.
   *
   * Accounts at identity providers that sign in to this account, oldest first, and whether it has a password.
   */
  listIdentities(params: Params<types.StorefrontListIdentitiesData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontListIdentitiesResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/identities", takesToken: true }, params, options);
  }

  /**
   * Link an identity.
   *
   * The identity of a sign-in that was answered with `link_required` because this account has its address. 400
   * `invalid_token` for any other token, and after 30 minutes.
   */
  linkIdentity(params: Params<types.StorefrontLinkIdentityData>, options?: RequestOptions): ApiPromise<types.StorefrontLinkIdentityResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/identities", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Unlink an identity.
   *
   * It does not sign in to the account any more. 409 `last_sign_in_method` if the account has no password and no
   * other identity: a password reset gives it one.
   */
  unlinkIdentity(params: Params<types.StorefrontUnlinkIdentityData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/account/identities/{linked_identity_id}", takesToken: true }, params, options);
  }

  /**
   * List orders of the account.
   *
   * Newest first: every order placed with the account's e-mail address, signed in or as a guest, before or
   * after the account was opened.
   */
  listOwnOrders(params: Params<types.StorefrontListOwnOrdersData> = {}, options?: RequestOptions): PagePromise<types.StorefrontListOwnOrdersResponse> {
    return this.list({ method: "GET", path: "/storefront/v1/account/orders", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Show an order of the account.
   *
   * Returns 404 for an order of another shopper.
   */
  getOwnOrder(params: Params<types.StorefrontGetOwnOrderData>, options?: RequestOptions): ApiPromise<types.StorefrontGetOwnOrderResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/orders/{order_id}", takesToken: true }, params, options);
  }

  /**
   * List documents of an order of the account.
   *
   * Returns 404 for an order of another shopper.
   */
  listOwnOrderDocuments(params: Params<types.StorefrontListOwnOrderDocumentsData>, options?: RequestOptions): ApiPromise<types.StorefrontListOwnOrderDocumentsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/orders/{order_id}/documents", takesToken: true }, params, options);
  }

  /**
   * Download a document of an order of the account.
   *
   * As PDF. Returns 404 for an order of another shopper.
   */
  downloadOwnDocument(params: Params<types.StorefrontDownloadOwnDocumentData>, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/storefront/v1/account/orders/{order_id}/documents/{document_id}/pdf", download: "application/pdf", takesToken: true }, params, options);
  }

  /**
   * List returns of an order of the account.
   *
   * Newest first. Returns 404 for an order of another shopper.
   */
  listOwnReturns(params: Params<types.StorefrontListOwnReturnsData>, options?: RequestOptions): ApiPromise<types.StorefrontListOwnReturnsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/orders/{order_id}/returns", takesToken: true }, params, options);
  }

  /**
   * Request a return of an order of the account.
   *
   * Like a request with the order's token, for the shopper who is signed in. Returns 404 for an order of
   * another shopper.
   */
  createOwnReturn(params: Params<types.StorefrontCreateOwnReturnData>, options?: RequestOptions): ApiPromise<types.StorefrontCreateOwnReturnResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/orders/{order_id}/returns", body: "fields", takesToken: true, acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Cancel a return of an order of the account.
   *
   * One of which no unit came. Repeating it changes nothing.
   */
  cancelOwnReturn(params: Params<types.StorefrontCancelOwnReturnData>, options?: RequestOptions): ApiPromise<types.StorefrontCancelOwnReturnResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/orders/{order_id}/returns/{return_id}/cancel", takesToken: true }, params, options);
  }

  /**
   * Change the password.
   *
   * Needs the current password; a wrong one returns 422 `wrong_password`, and after 10 of them within
   * 15 minutes 429 `too_many_attempts`. Every other session and every link that resets the password
   * ends, and the account's owner gets an e-mail.
   */
  changePassword(params: Params<types.StorefrontChangePasswordData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/account/password", body: "fields", takesToken: true }, params, options);
  }

  /**
   * List reviews of the account.
   *
   * Newest first, whatever their status; without deleted ones.
   */
  listAccountReviews(params: Params<types.StorefrontListAccountReviewsData> = {}, options?: RequestOptions): PagePromise<types.StorefrontListAccountReviewsResponse> {
    return this.list({ method: "GET", path: "/storefront/v1/account/reviews", query: ["limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Create a review with the account.
   *
   * Of the product of a line of an order of the account that was paid, or with `subject` `merchant` of who sold
   * it. A line has one review, and so has each merchant of an order: another one returns 409 `review_exists`.
   * Whether it is published at once is a setting of the store.
   */
  createAccountReview(params: Params<types.StorefrontCreateAccountReviewData>, options?: RequestOptions): ApiPromise<types.StorefrontCreateAccountReviewResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/reviews", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Replace a review of the account.
   *
   * Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
   * are published, it is checked again.
   */
  editAccountReview(params: Params<types.StorefrontEditAccountReviewData>, options?: RequestOptions): ApiPromise<types.StorefrontEditAccountReviewResponse> {
    return this.call({ method: "PUT", path: "/storefront/v1/account/reviews/{review_id}", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Delete a review of the account.
   *
   * Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
   * again.
   */
  deleteAccountReview(params: Params<types.StorefrontDeleteAccountReviewData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/account/reviews/{review_id}", takesToken: true }, params, options);
  }

  /**
   * Appeal against the rejection of a review of the account.
   *
   * Possible once; the review is `pending` then, until the staff decides again.
   */
  appealAccountReview(params: Params<types.StorefrontAppealAccountReviewData>, options?: RequestOptions): ApiPromise<types.StorefrontAppealAccountReviewResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/reviews/{review_id}/appeal", body: "fields", takesToken: true }, params, options);
  }

  /**
   * Upload a picture for a review of the account.
   *
   * The same as with the order's token: at most four pictures, each at most 10 MiB.
   */
  uploadAccountReviewPicture(params: FileParams<types.StorefrontUploadAccountReviewPictureData>, options?: RequestOptions): ApiPromise<types.StorefrontUploadAccountReviewPictureResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/account/reviews/{review_id}/pictures", body: { file: "application/octet-stream" }, takesToken: true }, params, options);
  }

  /**
   * Delete a picture of a review of the account.
   *
   * At any time; the file is deleted too.
   */
  deleteAccountReviewPicture(params: Params<types.StorefrontDeleteAccountReviewPictureData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/account/reviews/{review_id}/pictures/{picture_id}", takesToken: true }, params, options);
  }

  /**
   * List sessions.
   *
   * Active sessions of the account, most recently used first; at most 50.
   */
  listSessions(params: Params<types.StorefrontListSessionsData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontListSessionsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/account/sessions", takesToken: true }, params, options);
  }

  /**
   * Revoke all sessions.
   *
   * Signs the shopper out on every device, this one too: all refresh tokens and access tokens stop working at
   * once.
   */
  endAllSessions(params: Params<types.StorefrontEndAllSessionsData> = {}, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/account/sessions", takesToken: true }, params, options);
  }

  /**
   * Revoke a session.
   *
   * Its refresh token and its access tokens stop working at once. Revoking the current session signs
   * this device out.
   */
  endSession(params: Params<types.StorefrontEndSessionData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/account/sessions/{session_id}", takesToken: true }, params, options);
  }

  /**
   * Confirm a new e-mail address.
   *
   * With the token of the link that the new address was sent. The account has the address from then on,
   * and links that reset its password end; its sessions go on. The old address gets an e-mail with a
   * link that undoes the change for 72 hours. Orders that were placed with the new address without an
   * account belong to the account after that. A token that is wrong, was used or has expired returns 400
   * `invalid_token`, as does an address that another account has got meanwhile.
   */
  confirmEmailChange(params: Params<types.StorefrontConfirmEmailChangeData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/confirm-email-change", body: "fields" }, params, options);
  }

  /**
   * Request a password reset.
   *
   * Always answers 202. If the address has an account, an e-mail with a link is on its way; one is sent
   * to an address in a minute. A link is good once, for 30 minutes, and until the password changes.
   */
  forgotPassword(params: Params<types.StorefrontForgotPasswordData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/forgot-password", body: "fields" }, params, options);
  }

  /**
   * Sign in.
   *
   * An unknown address, a wrong password, an address that was not confirmed and an account of
   * another tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one
   * address within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have
   * signed in to the account before; resetting the password lets its owner in at once.
   *
   * With `guest_cart`, what is in that cart moves to the account's cart by the store's rule, and `cart` of the
   * response names what was left out. A cart that cannot be taken over does not keep anybody from signing in.
   */
  login(params: Params<types.StorefrontLoginData>, options?: RequestOptions): ApiPromise<types.StorefrontLoginResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/login", body: "fields" }, params, options);
  }

  /**
   * Request a code to sign in with.
   *
   * Always answers 202. An address that has an account gets an e-mail with a code of eight digits, which is
   * good once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a
   * minute.
   */
  requestLoginCode(params: Params<types.StorefrontRequestLoginCodeData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/login-code", body: "fields" }, params, options);
  }

  /**
   * Sign in with a code.
   *
   * A wrong or used code, one that has expired and an unknown address get the same answer,
   * `invalid_credentials`. After 5 wrong codes for one address within 15 minutes the answer is 429
   * `too_many_attempts`. `guest_cart` is taken over as at signing in with a password.
   */
  loginWithCode(params: Params<types.StorefrontLoginWithCodeData>, options?: RequestOptions): ApiPromise<types.StorefrontLoginWithCodeResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/login-with-code", body: "fields" }, params, options);
  }

  /**
   * Sign out.
   *
   * Ends the session at once: neither its refresh token nor its access tokens are good any more.
   */
  logout(params: Params<types.StorefrontLogoutData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/logout", body: "fields" }, params, options);
  }

  /**
   * Refresh the session.
   *
   * Returns a new access token, and a new refresh token in the place of the one that was sent, which
   * is good once. Within ten seconds it may be sent again, while no token it was answered with has
   * been used: each answer's token is good then, until a newer one is used. Any other reuse ends the
   * session, and its owner gets an e-mail: the token may have been stolen. A session ends 30 days after
   * it was last used, and 90 days after signing in.
   */
  refresh(params: Params<types.StorefrontRefreshData>, options?: RequestOptions): ApiPromise<types.StorefrontRefreshResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/refresh", body: "fields" }, params, options);
  }

  /**
   * Resend the confirmation e-mail.
   *
   * Always answers 202. Earlier links stay good until they expire. One e-mail is sent to an address in
   * a minute.
   */
  resendVerification(params: Params<types.StorefrontResendVerificationData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/resend-verification", body: "fields" }, params, options);
  }

  /**
   * Reset the password.
   *
   * With the token of a link. Every session of the account and every other link ends, and its owner
   * gets an e-mail about it.
   */
  resetPassword(params: Params<types.StorefrontResetPasswordData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/reset-password", body: "fields" }, params, options);
  }

  /**
   * Sign up.
   *
   * Always answers 202. An e-mail to the address holds a link, which confirms this sign-up and no
   * other: send its token to `verify-email` to open the account with the password given here. Several
   * sign-ups for one address may be pending; confirming one ends the others. An address that has an
   * account gets an e-mail that says so. One e-mail is sent to an address in a minute: a further
   * request within it sends none, and is confirmed by sending its password with the link's token. What was
   * agreed to is recorded with the account, as of the sign-up.
   */
  signUp(params: Params<types.StorefrontSignUpData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/signup", body: "fields" }, params, options);
  }

  /**
   * Finish a sign-in with an identity provider.
   *
   * Signs in to the account that the identity is linked to, or opens one if the provider has verified the e-mail
   * address and no account has it. Each start is good for one try, within 10 minutes, in the browser that has its
   * token, on the storefront where it began: 400 `invalid_state` otherwise. 400 `invalid_code` if the provider
   * does not take the code, 422 `id_token_refused` if its ID token is not right, 422 `email_not_verified` without
   * a verified address.
   *
   * 409 `link_required` if the address has an account: its owner signs in with the password or a code, and sends
   * the same `browser_token` to `POST /storefront/v1/account/identities` within 30 minutes. `guest_cart` is taken
   * over as at signing in with a password.
   */
  finishSocialSignIn(params: Params<types.StorefrontFinishSocialSignInData>, options?: RequestOptions): ApiPromise<types.StorefrontFinishSocialSignInResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/social/callback", body: "fields" }, params, options);
  }

  /**
   * List identity providers.
   *
   * Those that shoppers may sign in with, oldest first.
   */
  listIdentityProviders(params: Params<types.StorefrontListIdentityProvidersData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontListIdentityProvidersResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/auth/social/providers" }, params, options);
  }

  /**
   * Start a sign-in with an identity provider.
   *
   * Keep `browser_token` in this browser, such as in its session storage, and send the browser to
   * `authorization_url`. It comes back to `/account/social` on the primary host of the storefront, with `code`
   * and `state`, or with `error` if the shopper did not go on. 503 `identity_provider_unavailable` if the
   * provider does not answer.
   */
  beginSocialSignIn(params: Params<types.StorefrontBeginSocialSignInData>, options?: RequestOptions): ApiPromise<types.StorefrontBeginSocialSignInResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/social/providers/{identity_provider_id}/start", body: "fields" }, params, options);
  }

  /**
   * Undo a change of e-mail address.
   *
   * With the token of the link that the old address was sent. The account has its old address again, and
   * every later change ends. Somebody else may know the password, so it stops working, every session ends,
   * and the address is sent a link to choose a new one.
   */
  undoEmailChange(params: Params<types.StorefrontUndoEmailChangeData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/undo-email-change", body: "fields" }, params, options);
  }

  /**
   * Confirm an e-mail address.
   *
   * Opens the account of the sign-up that the link was sent for, with its password. Anybody can sign
   * up with any address, so a page behind the link should ask for the password and send it too: then
   * only a sign-up with that password is confirmed, and 422 `wrong_password` is returned if none of
   * the address's has it. A link that was sent again while several sign-ups were pending needs the
   * password (422 `password_required`). A token that is wrong, was used or has expired returns 400
   * `invalid_token`.
   */
  verifyEmail(params: Params<types.StorefrontVerifyEmailData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/auth/verify-email", body: "fields" }, params, options);
  }

  /**
   * Create a cart.
   *
   * The response holds the cart's token, once: later requests send it as the header `Cart-Token`.
   */
  createCart(params: Params<types.StorefrontCreateCartData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontCreateCartResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/carts" }, params, options);
  }

  /**
   * Show the cart.
   *
   * With current prices and taxes. `requirements` lists what is missing before checkout.
   */
  getCart(params: Params<types.StorefrontGetCartData>, options?: RequestOptions): ApiPromise<types.StorefrontGetCartResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/carts/{cart_id}", headers: { cart_token: "Cart-Token" } }, params, options);
  }

  /**
   * Change the cart.
   *
   * Absent fields do not change; `null` clears a field. A signed-in shopper, whose access token is sent
   * as `Authorization: Bearer …` beside the cart's token, can name addresses of the address book. The
   * cart keeps a copy: later changes of the address book do not change it.
   */
  updateCart(params: Params<types.StorefrontUpdateCartData>, options?: RequestOptions): ApiPromise<types.StorefrontUpdateCartResponse> {
    return this.call({ method: "PATCH", path: "/storefront/v1/carts/{cart_id}", headers: { cart_token: "Cart-Token" }, body: "fields", takesToken: true }, params, options);
  }

  /**
   * Place an order.
   *
   * Freezes the cart, reserves its stock for half an hour and opens the payment, which the browser or
   * app then confirms with the provider and `client_secret`. Returns 409 `cart_changed` if the cart's
   * total is not `expected_total`. An order whose total is zero is `paid` at once, without `payment`.
   *
   * Repeating the request with the same `Idempotency-Key` returns the same response. With another key,
   * a cart that was placed before returns its order.
   */
  placeOrder(params: Params<types.StorefrontPlaceOrderData>, options?: RequestOptions): ApiPromise<types.StorefrontPlaceOrderResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/carts/{cart_id}/checkout", headers: { cart_token: "Cart-Token" }, body: "fields", acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Add a line.
   *
   * Adding a variant again increases its line's quantity. Returns 409 `insufficient_stock` if too few are
   * left; `available` says how many are.
   */
  addCartLine(params: Params<types.StorefrontAddCartLineData>, options?: RequestOptions): ApiPromise<types.StorefrontAddCartLineResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/carts/{cart_id}/lines", headers: { cart_token: "Cart-Token" }, body: "fields" }, params, options);
  }

  /**
   * Change a line.
   *
   * A quantity of 0 removes the line.
   */
  changeCartLine(params: Params<types.StorefrontChangeCartLineData>, options?: RequestOptions): ApiPromise<types.StorefrontChangeCartLineResponse> {
    return this.call({ method: "PATCH", path: "/storefront/v1/carts/{cart_id}/lines/{line_id}", headers: { cart_token: "Cart-Token" }, body: "fields" }, params, options);
  }

  /**
   * List the cart's shipping options.
   *
   * Options for the cart's weight and, once it has an address, its country.
   */
  listShippingOptions(params: Params<types.StorefrontListShippingOptionsData>, options?: RequestOptions): ApiPromise<types.StorefrontListShippingOptionsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/carts/{cart_id}/shipping-options", headers: { cart_token: "Cart-Token" } }, params, options);
  }

  /**
   * List categories.
   *
   * All categories with products on sale that the caller sees, parents before their children.
   */
  listCategories(params: Params<types.StorefrontListCategoriesData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontListCategoriesResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/categories", takesToken: true }, params, options);
  }

  /**
   * Record events of a visit.
   *
   * Adds to the store's counters of the day; no event, visit, address or person is kept. Needs no cookie: `visit` is a
   * random word that the client makes and forgets at the end of the day or of the tab. Carts, orders and payments are
   * counted by the server and are not sent. 422 `consent_required` when the store counts visits only with consent and
   * `consent` is not `true`. Events about products that the store does not sell are named in `unknown_products` and do
   * not count; 422 `product_not_found` when none does.
   */
  recordEvents(params: Params<types.StorefrontRecordEventsData>, options?: RequestOptions): ApiPromise<types.StorefrontRecordEventsResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/events", body: "fields" }, params, options);
  }

  /**
   * List reviews of a merchant.
   *
   * Published reviews of the merchant, not of its products, with its rating, the number of reviews by stars, and
   * how the store makes sure that reviews are by shoppers who bought from it. Texts are plain text: escape them.
   */
  listMerchantReviews(params: Params<types.StorefrontListMerchantReviewsData>, options?: RequestOptions): PagePromise<types.StorefrontListMerchantReviewsResponse> {
    return this.list({ method: "GET", path: "/storefront/v1/merchants/{merchant_slug}/reviews", query: ["rating","sort","limit","cursor"] }, params, options);
  }

  /**
   * Confirm the newsletter.
   *
   * Records the consent `marketing_email` with its time, source and storefront: for the account that the address has,
   * or for the address. A link is good once, for 24 hours; 400 `invalid_token` otherwise.
   */
  confirmNewsletter(params: Params<types.StorefrontConfirmNewsletterData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/newsletter/confirm", body: "fields" }, params, options);
  }

  /**
   * Subscribe to the newsletter.
   *
   * Always answers 202. Unless the address gets the newsletter already, an e-mail with a link to
   * `/newsletter/confirm` is on its way; nothing is recorded until its token is sent to `confirm`. One e-mail is sent
   * to an address in a minute.
   */
  subscribeNewsletter(params: Params<types.StorefrontSubscribeNewsletterData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/newsletter/subscriptions", body: "fields" }, params, options);
  }

  /**
   * Unsubscribe from the newsletter.
   *
   * Takes the consent `marketing_email` back, without signing in: one click of a mail program (RFC 8058) sends it to the
   * address in `List-Unsubscribe`, with any body. The link of each letter is good for 400 days, as often as it is used;
   * 400 `invalid_token` otherwise.
   */
  unsubscribeNewsletter(params: Params<types.StorefrontUnsubscribeNewsletterData> = {}, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/newsletter/unsubscribe", query: ["token"] }, params, options);
  }

  /**
   * Request a code to show an order.
   *
   * For shoppers without an account who do not have the order's token at hand. Always answers 202. If the store has an
   * order with this number and this e-mail address, an e-mail with a code of eight digits is on its way, which is good
   * once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a minute.
   */
  requestOrderCode(params: Params<types.StorefrontRequestOrderCodeData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/order-codes", body: "fields" }, params, options);
  }

  /**
   * Redeem a code to show an order.
   *
   * Returns the order's id and a token for it, to be sent as the header `Order-Token`. 400 `invalid_order_code` for a
   * wrong code, one that was used or has expired, and for a number and address that no order has. Of each code five
   * tries are looked at.
   */
  redeemOrderCode(params: Params<types.StorefrontRedeemOrderCodeData>, options?: RequestOptions): ApiPromise<types.StorefrontRedeemOrderCodeResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/order-codes/redeem", body: "fields" }, params, options);
  }

  /**
   * Show an order.
   *
   * Needs the order's token.
   */
  getOrder(params: Params<types.StorefrontGetOrderData>, options?: RequestOptions): ApiPromise<types.StorefrontGetOrderResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/orders/{order_id}", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * List documents of an order.
   *
   * Its invoice and the credit notes of its refunds, oldest first; none if the store issues none. Needs the order's
   * token.
   */
  listOrderDocuments(params: Params<types.StorefrontListOrderDocumentsData>, options?: RequestOptions): ApiPromise<types.StorefrontListOrderDocumentsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/orders/{order_id}/documents", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * Download a document of an order.
   *
   * As PDF. Needs the order's token.
   */
  downloadDocument(params: Params<types.StorefrontDownloadDocumentData>, options?: RequestOptions): ApiPromise<Download> {
    return this.call({ method: "GET", path: "/storefront/v1/orders/{order_id}/documents/{document_id}/pdf", headers: { order_token: "Order-Token" }, download: "application/pdf" }, params, options);
  }

  /**
   * List returns of an order.
   *
   * Newest first. Needs the order's token.
   */
  listReturns(params: Params<types.StorefrontListReturnsData>, options?: RequestOptions): ApiPromise<types.StorefrontListReturnsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/orders/{order_id}/returns", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * Request a return.
   *
   * Of units that were delivered within the store's window and are in no other return; the store decides, and
   * the answer comes by e-mail. The order's lines say how many units can be returned, and until when. Returns
   * 409 `return_window_closed` when there are none, and 422 `return_too_large` for more units than that.
   */
  createReturn(params: Params<types.StorefrontCreateReturnData>, options?: RequestOptions): ApiPromise<types.StorefrontCreateReturnResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/orders/{order_id}/returns", headers: { order_token: "Order-Token" }, body: "fields", acceptsIdempotencyKey: true }, params, options);
  }

  /**
   * Cancel a return.
   *
   * One of which no unit came. Repeating it changes nothing.
   */
  cancelReturn(params: Params<types.StorefrontCancelReturnData>, options?: RequestOptions): ApiPromise<types.StorefrontCancelReturnResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/orders/{order_id}/returns/{return_id}/cancel", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * List reviews of an order.
   *
   * The reviews of the order's lines and merchants, newest first, whatever their status; without deleted ones. Needs the
   * order's token, or that of a letter about the order.
   */
  listOrderReviews(params: Params<types.StorefrontListOrderReviewsData>, options?: RequestOptions): ApiPromise<types.StorefrontListOrderReviewsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/orders/{order_id}/reviews", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * Create a review of an order.
   *
   * Of the product of a line of the order, or with `subject` `merchant` of who sold it, once the order is paid. A
   * line has one review, and so has each merchant of the order: another one returns 409 `review_exists`. Whether
   * it is published at once is a setting of the store.
   */
  createOrderReview(params: Params<types.StorefrontCreateOrderReviewData>, options?: RequestOptions): ApiPromise<types.StorefrontCreateOrderReviewResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/orders/{order_id}/reviews", headers: { order_token: "Order-Token" }, body: "fields" }, params, options);
  }

  /**
   * Replace a review of an order.
   *
   * Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
   * are published, it is checked again.
   */
  editOrderReview(params: Params<types.StorefrontEditOrderReviewData>, options?: RequestOptions): ApiPromise<types.StorefrontEditOrderReviewResponse> {
    return this.call({ method: "PUT", path: "/storefront/v1/orders/{order_id}/reviews/{review_id}", headers: { order_token: "Order-Token" }, body: "fields" }, params, options);
  }

  /**
   * Delete a review of an order.
   *
   * Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
   * again.
   */
  deleteOrderReview(params: Params<types.StorefrontDeleteOrderReviewData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/orders/{order_id}/reviews/{review_id}", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * Appeal against the rejection of a review of an order.
   *
   * Possible once; the review is `pending` then, until the staff decides again.
   */
  appealOrderReview(params: Params<types.StorefrontAppealOrderReviewData>, options?: RequestOptions): ApiPromise<types.StorefrontAppealOrderReviewResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/orders/{order_id}/reviews/{review_id}/appeal", headers: { order_token: "Order-Token" }, body: "fields" }, params, options);
  }

  /**
   * Upload a picture for a review of an order.
   *
   * The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side.
   * It is turned upright, converted to sRGB and stored without EXIF data. A review has at most four, while it is
   * pending or until `editable_until`. It is shown with the review; where reviews are checked before they are
   * published, the review is checked again.
   */
  uploadOrderReviewPicture(params: FileParams<types.StorefrontUploadOrderReviewPictureData>, options?: RequestOptions): ApiPromise<types.StorefrontUploadOrderReviewPictureResponse> {
    return this.call({ method: "POST", path: "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures", headers: { order_token: "Order-Token" }, body: { file: "application/octet-stream" } }, params, options);
  }

  /**
   * Delete a picture of a review of an order.
   *
   * At any time; the file is deleted too.
   */
  deleteOrderReviewPicture(params: Params<types.StorefrontDeleteOrderReviewPictureData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "DELETE", path: "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures/{picture_id}", headers: { order_token: "Order-Token" } }, params, options);
  }

  /**
   * Show a legal page.
   *
   * A page of the brand, such as an imprint, terms or a privacy policy.
   */
  getPage(params: Params<types.StorefrontGetPageData>, options?: RequestOptions): ApiPromise<types.StorefrontGetPageResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/pages/{slug}" }, params, options);
  }

  /**
   * List products.
   *
   * Active products with a price in the storefront's currency, in stock or not. With the access token of a
   * shopper who is in customer groups: with the products that only those groups see, at the shopper's prices.
   * Sorting by price goes by list prices.
   */
  listProducts(params: Params<types.StorefrontListProductsData> = {}, options?: RequestOptions): PagePromise<types.StorefrontListProductsResponse> {
    return this.list({ method: "GET", path: "/storefront/v1/products", query: ["limit","cursor","category","sort"], takesToken: true }, params, options);
  }

  /**
   * Show a product.
   *
   * With its variants and their prices in the storefront's currency. Returns 404 for a product that is not on
   * sale here. With the access token of a shopper who is in customer groups: at the shopper's prices; the list
   * price is then the compare-at price.
   */
  getProduct(params: Params<types.StorefrontGetProductData>, options?: RequestOptions): ApiPromise<types.StorefrontGetProductResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/products/{slug}", takesToken: true }, params, options);
  }

  /**
   * List reviews of a product.
   *
   * Published reviews, with the product's rating, the number of reviews by stars, and how the store makes
   * sure that reviews are by shoppers who bought the product. Texts are plain text: escape them.
   */
  listReviews(params: Params<types.StorefrontListReviewsData>, options?: RequestOptions): PagePromise<types.StorefrontListReviewsResponse> {
    return this.list({ method: "GET", path: "/storefront/v1/products/{slug}/reviews", query: ["rating","sort","limit","cursor"] }, params, options);
  }

  /**
   * Show review statistics.
   *
   * What became of all reviews of the store: how many are published, and how many were rejected for which
   * reason.
   */
  getReviewStatistics(params: Params<types.StorefrontGetReviewStatisticsData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontGetReviewStatisticsResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/reviews/statistics" }, params, options);
  }

  /**
   * Report a review.
   *
   * Tells the store's staff that a published review should not be there. It stays published until they
   * decide. Of one client a review is reported once; repeating it changes nothing.
   */
  reportReview(params: Params<types.StorefrontReportReviewData>, options?: RequestOptions): ApiPromise<void> {
    return this.call({ method: "POST", path: "/storefront/v1/reviews/{review_id}/reports", body: "fields" }, params, options);
  }

  /**
   * Search products.
   *
   * Finds words in titles, vendors, types, categories, tags, options, SKUs, barcodes and descriptions, whatever
   * their inflection and accents; the last word may be incomplete. If no product has the words, similar words are
   * searched for, and `did_you_mean` tells which; then products with some of the words, and `partial` is true.
   * Without `q` every product on sale is found.
   *
   * Repeat `category`, `merchant`, `vendor` or `option` to allow several values. The counts of a facet leave that
   * facet's own filter out of account. A changed product is found within seconds. With the access token of a
   * shopper who is in customer groups, products that only those groups see are found too, and cards have the
   * shopper's prices; filters and sorting go by list prices.
   */
  searchProducts(params: Params<types.StorefrontSearchProductsData> = {}, options?: RequestOptions): PagePromise<types.StorefrontSearchProductsResponse> {
    return this.list({ method: "GET", path: "/storefront/v1/search", query: ["q","category","merchant","vendor","option","price_min","price_max","available","sort","limit","cursor"], takesToken: true }, params, options);
  }

  /**
   * Suggest searches.
   *
   * Completes what a shopper has typed so far: words of the catalogue, products, and categories; up to 6 of each.
   */
  suggestSearches(params: Params<types.StorefrontSuggestSearchesData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontSuggestSearchesResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/search/suggestions", query: ["q"], takesToken: true }, params, options);
  }

  /**
   * Show the store.
   *
   * Name, brand, language, currency, tax and payment providers of the storefront that the host or the
   * publishable key selects.
   */
  getStore(params: Params<types.StorefrontGetStoreData> = {}, options?: RequestOptions): ApiPromise<types.StorefrontGetStoreResponse> {
    return this.call({ method: "GET", path: "/storefront/v1/store", headers: { stoa_brand_preview: "Stoa-Brand-Preview" } }, params, options);
  }
}

// Code generated from the API document by `make gen`. DO NOT EDIT.

package stoa

import (
	"context"
	"iter"
	"time"
)

// Admin has the operations of the document under /admin. It may be used by many goroutines.
type Admin struct{ client *client }

// NewAdmin makes a client.
func NewAdmin(config Config) (*Admin, error) {
	client, err := newClient(config)
	if err != nil {
		return nil, err
	}
	return &Admin{client}, nil
}

// AdminGetReportSettingsParams are the parameters of [Admin.GetReportSettings].
type AdminGetReportSettingsParams struct {
}

// GetReportSettings: show the report settings.
//
// Of the whole tenant.
func (c *Admin) GetReportSettings(ctx context.Context, _ *AdminGetReportSettingsParams, options ...RequestOption) (*ReportSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/analytics/settings", true, false})
	return fetch[ReportSettings](ctx, c.client, call, options)
}

// AdminSetReportSettingsParams are the parameters of [Admin.SetReportSettings].
type AdminSetReportSettingsParams struct {
	// Whether events of browsers are counted only with the visitor's consent. Default: as it was, and at first `true`.
	EventsNeedConsent *bool `json:"events_need_consent,omitempty"`
	// IANA name of the time zone whose midnight days begin at, such as `Europe/Berlin`.
	TimeZone string `json:"time_zone"`
}

// SetReportSettings: replace the report settings.
//
// With another time zone all days are counted again; until they are, reports return 409 `reports_rebuilding`.
func (c *Admin) SetReportSettings(ctx context.Context, params *AdminSetReportSettingsParams, options ...RequestOption) (*ReportSettings, error) {
	if params == nil {
		params = &AdminSetReportSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/analytics/settings", true, false})
	call.setBody(params)
	return fetch[ReportSettings](ctx, c.client, call, options)
}

// AdminListAPIKeysParams are the parameters of [Admin.ListAPIKeys].
type AdminListAPIKeysParams struct {
}

// ListAPIKeys: list secret keys.
//
// The latest first, without their secrets; also those that were revoked or have expired.
func (c *Admin) ListAPIKeys(ctx context.Context, _ *AdminListAPIKeysParams, options ...RequestOption) (*ApiKeyList, error) {
	call := newCall(operation{"GET", "/admin/v1/api-keys", true, false})
	return fetch[ApiKeyList](ctx, c.client, call, options)
}

// AdminCreateAPIKeyParams are the parameters of [Admin.CreateAPIKey].
type AdminCreateAPIKeyParams struct {
	// What it may do, each as `object:action` such as `products:read`; at least one.
	Authorities []string `json:"authorities,omitzero"`
	// When it stops working; never by default.
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
	// What it is for, 1 to 200 characters.
	Name string `json:"name"`
	// Addresses and networks (CIDR) that it works from, up to 50; from everywhere by default.
	Networks []string `json:"networks,omitzero"`
}

// CreateAPIKey: create a secret key.
//
// A program sends the secret as `Authorization: Bearer stoa_sk_…`. The secret is in this response and
// nowhere else. A key has no authority that its creator does not hold, and none to manage keys.
func (c *Admin) CreateAPIKey(ctx context.Context, params *AdminCreateAPIKeyParams, options ...RequestOption) (*NewApiKey, error) {
	if params == nil {
		params = &AdminCreateAPIKeyParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/api-keys", true, false})
	call.setBody(params)
	return fetch[NewApiKey](ctx, c.client, call, options)
}

// AdminRevokeAPIKeyParams are the parameters of [Admin.RevokeAPIKey].
type AdminRevokeAPIKeyParams struct {
	// Id of the key.
	APIKeyID string `json:"-"`
}

// RevokeAPIKey: revoke a secret key.
//
// The key stops working at once. Revoking it again changes nothing.
func (c *Admin) RevokeAPIKey(ctx context.Context, params *AdminRevokeAPIKeyParams, options ...RequestOption) (*ApiKey, error) {
	if params == nil {
		params = &AdminRevokeAPIKeyParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/api-keys/{api_key_id}", true, false})
	call.setPath("api_key_id", params.APIKeyID)
	return fetch[ApiKey](ctx, c.client, call, options)
}

// AdminRotateAPIKeyParams are the parameters of [Admin.RotateAPIKey].
type AdminRotateAPIKeyParams struct {
	// Id of the key.
	APIKeyID string `json:"-"`
	// Seconds that the rotated key still works, 0 to 604,800; a day by default.
	OverlapSeconds *int64 `json:"overlap_seconds,omitempty"`
}

// RotateAPIKey: rotate a secret key.
//
// Creates another key with the same name, authorities, networks and expiry. The key that is rotated works
// for `overlap_seconds` more, so that programs can change over without a failed request.
func (c *Admin) RotateAPIKey(ctx context.Context, params *AdminRotateAPIKeyParams, options ...RequestOption) (*NewApiKey, error) {
	if params == nil {
		params = &AdminRotateAPIKeyParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/api-keys/{api_key_id}/rotate", true, false})
	call.setPath("api_key_id", params.APIKeyID)
	call.setBody(params)
	return fetch[NewApiKey](ctx, c.client, call, options)
}

// AdminListAuditEntriesParams are the parameters of [Admin.ListAuditEntries].
type AdminListAuditEntriesParams struct {
	// Only changes made by this staff member, secret key or operator.
	Actor *string `json:"-"`
	// Only changes made by this operation, such as `admin_update_product`.
	Operation *string `json:"-"`
	// Only changes of the object with this id.
	ObjectID *string `json:"-"`
	// Only changes made by this request.
	RequestID *string `json:"-"`
	// Only changes at this time or later.
	From *time.Time `json:"-"`
	// Only changes before this time.
	Before *time.Time `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListAuditEntries: list audit entries.
//
// What staff members, secret keys and operators changed, newest first. Each entry is one transaction; it
// is written by the database, is never changed, and carries a hash that includes the hash of the entry
// before. Secrets and personal fields show as `[masked]`.
func (c *Admin) ListAuditEntries(ctx context.Context, params *AdminListAuditEntriesParams, options ...RequestOption) (*AuditEntryPage, error) {
	if params == nil {
		params = &AdminListAuditEntriesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/audit/entries", true, false})
	if params.Actor != nil {
		call.addQuery("actor", *params.Actor)
	}
	if params.Operation != nil {
		call.addQuery("operation", *params.Operation)
	}
	if params.ObjectID != nil {
		call.addQuery("object_id", *params.ObjectID)
	}
	if params.RequestID != nil {
		call.addQuery("request_id", *params.RequestID)
	}
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.Before != nil {
		call.addQuery("before", *params.Before)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AuditEntryPage](ctx, c.client, call, options)
}

// ListAuditEntriesAll iterates over the items of all pages of [Admin.ListAuditEntries]. The next page is loaded when it is needed.
func (c *Admin) ListAuditEntriesAll(ctx context.Context, params *AdminListAuditEntriesParams, options ...RequestOption) iter.Seq2[AuditEntry, error] {
	load := func(cursor *string) (*AuditEntryPage, error) {
		var own AdminListAuditEntriesParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListAuditEntries(ctx, &own, options...)
	}
	return all(load, func(page *AuditEntryPage) ([]AuditEntry, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminExportAuditEntriesParams are the parameters of [Admin.ExportAuditEntries].
type AdminExportAuditEntriesParams struct {
	// Only changes made by this staff member, secret key or operator.
	Actor *string `json:"-"`
	// Only changes made by this operation, such as `admin_update_product`.
	Operation *string `json:"-"`
	// Only changes of the object with this id.
	ObjectID *string `json:"-"`
	// Only changes made by this request.
	RequestID *string `json:"-"`
	// Only changes at this time or later.
	From *time.Time `json:"-"`
	// Only changes before this time.
	Before *time.Time `json:"-"`
}

// ExportAuditEntries: export audit entries.
//
// The same entries as a CSV file, newest first, with one row for each field that changed: `number`, `at`,
// `actor`, `actor_name`, `operation`, `request_id`, `object`, `action`, `key`, `field`, `before`, `after`,
// `hash`. Text that a spreadsheet would take for a formula begins with an apostrophe.
func (c *Admin) ExportAuditEntries(ctx context.Context, params *AdminExportAuditEntriesParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminExportAuditEntriesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/audit/entries.csv", true, false})
	if params.Actor != nil {
		call.addQuery("actor", *params.Actor)
	}
	if params.Operation != nil {
		call.addQuery("operation", *params.Operation)
	}
	if params.ObjectID != nil {
		call.addQuery("object_id", *params.ObjectID)
	}
	if params.RequestID != nil {
		call.addQuery("request_id", *params.RequestID)
	}
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.Before != nil {
		call.addQuery("before", *params.Before)
	}
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// AdminForgotPasswordParams are the parameters of [Admin.ForgotPassword].
type AdminForgotPasswordParams struct {
	// E-mail address of the account.
	Email string `json:"email"`
}

// ForgotPassword: request a new password.
//
// Always answers 202. A staff member of this tenant with the address gets an e-mail with a link that is
// good for 30 minutes. One e-mail is sent to an address in a minute.
func (c *Admin) ForgotPassword(ctx context.Context, params *AdminForgotPasswordParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminForgotPasswordParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/auth/forgot-password", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminLoginParams are the parameters of [Admin.Login].
type AdminLoginParams struct {
	// Code of the second factor, or a recovery code.
	Code *string `json:"code,omitempty"`
	// E-mail address of the account.
	Email string `json:"email"`
	// Password of the account.
	Password string `json:"password"`
}

// Login: sign in.
//
// The host names the tenant. An unknown address, a wrong password and an account of another
// tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one address
// within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have signed in
// before. If the account has a second factor and `code` is absent, a right password gets 401
// `second_factor_required`: ask for the code, and send all three. A code that is wrong, or was used,
// gets 401 `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429.
func (c *Admin) Login(ctx context.Context, params *AdminLoginParams, options ...RequestOption) (*StaffSession, error) {
	if params == nil {
		params = &AdminLoginParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/auth/login", false, false})
	call.setBody(params)
	return fetch[StaffSession](ctx, c.client, call, options)
}

// AdminLogoutParams are the parameters of [Admin.Logout].
type AdminLogoutParams struct {
	// Refresh token of the session.
	RefreshToken string `json:"refresh_token"`
}

// Logout: sign out.
//
// Ends the session of a refresh token, and its access tokens with it. Any other text changes nothing, and
// the response is the same.
func (c *Admin) Logout(ctx context.Context, params *AdminLogoutParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminLogoutParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/auth/logout", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminRefreshParams are the parameters of [Admin.Refresh].
type AdminRefreshParams struct {
	// Refresh token of the session.
	RefreshToken string `json:"refresh_token"`
}

// Refresh: refresh the session.
//
// Returns a new access token, and a new refresh token in the place of the one that was sent, which is good
// once. One that comes again gets 401; after more than ten seconds its session ends as well, and its
// owner gets an e-mail: the token may have been stolen. A session ends 7 days after it was last used, and
// 30 days after signing in.
func (c *Admin) Refresh(ctx context.Context, params *AdminRefreshParams, options ...RequestOption) (*StaffSession, error) {
	if params == nil {
		params = &AdminRefreshParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/auth/refresh", false, false})
	call.setBody(params)
	return fetch[StaffSession](ctx, c.client, call, options)
}

// AdminResetPasswordParams are the parameters of [Admin.ResetPassword].
type AdminResetPasswordParams struct {
	// New password: 15 to 1024 characters that are not easily guessed.
	Password string `json:"password"`
	// Token of the link.
	Token string `json:"token"`
}

// ResetPassword: reset the password.
//
// Sets the password of the account that the link is about, and ends all its sessions, in every tenant. A
// second factor stays, and is asked for at the next sign-in.
func (c *Admin) ResetPassword(ctx context.Context, params *AdminResetPasswordParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminResetPasswordParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/auth/reset-password", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminFinishTenantSwitchParams are the parameters of [Admin.FinishTenantSwitch].
type AdminFinishTenantSwitchParams struct {
	// Token of the switch.
	Token string `json:"token"`
}

// FinishTenantSwitch: finish switching to this tenant.
//
// Opens a session for a token that `POST /admin/v1/me/tenants/{tenant_id}/switch` gave at another tenant. A
// second factor that was given there counts here, but not as fresh: refunds and the like ask for a code.
func (c *Admin) FinishTenantSwitch(ctx context.Context, params *AdminFinishTenantSwitchParams, options ...RequestOption) (*StaffSession, error) {
	if params == nil {
		params = &AdminFinishTenantSwitchParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/auth/switch", false, false})
	call.setBody(params)
	return fetch[StaffSession](ctx, c.client, call, options)
}

// AdminListAuthoritiesParams are the parameters of [Admin.ListAuthorities].
type AdminListAuthoritiesParams struct {
}

// ListAuthorities: list authorities.
//
// What roles and secret keys can allow, with the operations that need each.
func (c *Admin) ListAuthorities(ctx context.Context, _ *AdminListAuthoritiesParams, options ...RequestOption) (*AuthorityList, error) {
	call := newCall(operation{"GET", "/admin/v1/authorities", true, false})
	return fetch[AuthorityList](ctx, c.client, call, options)
}

// AdminExplainAuthorizationParams are the parameters of [Admin.ExplainAuthorization].
type AdminExplainAuthorizationParams struct {
	// The staff member whose access to explain; not together with `role`.
	StaffID *string `json:"-"`
	// A built-in role, or the id of a role of the tenant, whose access to explain.
	Role *string `json:"-"`
}

// ExplainAuthorization: explain authorization decisions.
//
// For each operation under `/admin/v1`: whether it is allowed to a staff member, to anybody with a role, or
// else to the caller, and which authorities decide that. With `role` it answers what a member could do
// who had that role.
func (c *Admin) ExplainAuthorization(ctx context.Context, params *AdminExplainAuthorizationParams, options ...RequestOption) (*ExplanationList, error) {
	if params == nil {
		params = &AdminExplainAuthorizationParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/authorization/explain", true, false})
	if params.StaffID != nil {
		call.addQuery("staff_id", *params.StaffID)
	}
	if params.Role != nil {
		call.addQuery("role", *params.Role)
	}
	return fetch[ExplanationList](ctx, c.client, call, options)
}

// AdminGetCartSettingsParams are the parameters of [Admin.GetCartSettings].
type AdminGetCartSettingsParams struct {
}

// GetCartSettings: show the cart settings.
//
// Of the whole tenant.
func (c *Admin) GetCartSettings(ctx context.Context, _ *AdminGetCartSettingsParams, options ...RequestOption) (*CartSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/cart-settings", true, false})
	return fetch[CartSettings](ctx, c.client, call, options)
}

// AdminSetCartSettingsParams are the parameters of [Admin.SetCartSettings].
type AdminSetCartSettingsParams struct {
	// Which quantities hold when a guest signs in and the account has a cart, too. Default: `sum`.
	TakeoverRule CartTakeoverRule `json:"takeover_rule"`
}

// SetCartSettings: replace the cart settings.
//
// Holds for the next sign-in.
func (c *Admin) SetCartSettings(ctx context.Context, params *AdminSetCartSettingsParams, options ...RequestOption) (*CartSettings, error) {
	if params == nil {
		params = &AdminSetCartSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/cart-settings", true, false})
	call.setBody(params)
	return fetch[CartSettings](ctx, c.client, call, options)
}

// AdminGetCatalogSettingsParams are the parameters of [Admin.GetCatalogSettings].
type AdminGetCatalogSettingsParams struct {
}

// GetCatalogSettings: show the catalogue settings.
//
// Whether two variants may have the same stock keeping unit.
func (c *Admin) GetCatalogSettings(ctx context.Context, _ *AdminGetCatalogSettingsParams, options ...RequestOption) (*CatalogSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/catalog/settings", true, false})
	return fetch[CatalogSettings](ctx, c.client, call, options)
}

// AdminSetCatalogSettingsParams are the parameters of [Admin.SetCatalogSettings].
type AdminSetCatalogSettingsParams struct {
	// Whether two variants on sale may not have the same SKU. Default: `false`.
	UniqueSkus bool `json:"unique_skus"`
}

// SetCatalogSettings: replace the catalogue settings.
//
// Returns 409 `sku_taken` if unique SKUs are wanted while variants on sale share one.
func (c *Admin) SetCatalogSettings(ctx context.Context, params *AdminSetCatalogSettingsParams, options ...RequestOption) (*CatalogSettings, error) {
	if params == nil {
		params = &AdminSetCatalogSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/catalog/settings", true, false})
	call.setBody(params)
	return fetch[CatalogSettings](ctx, c.client, call, options)
}

// AdminListCategoriesParams are the parameters of [Admin.ListCategories].
type AdminListCategoriesParams struct {
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListCategories: list categories.
//
// All of them, also those without products on sale: the oldest first, which has parents before their children.
func (c *Admin) ListCategories(ctx context.Context, params *AdminListCategoriesParams, options ...RequestOption) (*AdminCategoryPage, error) {
	if params == nil {
		params = &AdminListCategoriesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/categories", true, false})
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AdminCategoryPage](ctx, c.client, call, options)
}

// ListCategoriesAll iterates over the items of all pages of [Admin.ListCategories]. The next page is loaded when it is needed.
func (c *Admin) ListCategoriesAll(ctx context.Context, params *AdminListCategoriesParams, options ...RequestOption) iter.Seq2[AdminCategory, error] {
	load := func(cursor *string) (*AdminCategoryPage, error) {
		var own AdminListCategoriesParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListCategories(ctx, &own, options...)
	}
	return all(load, func(page *AdminCategoryPage) ([]AdminCategory, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetCategoryImageParams are the parameters of [Admin.GetCategoryImage].
type AdminGetCategoryImageParams struct {
	// Category id.
	CategoryID string `json:"-"`
}

// GetCategoryImage: show the image of a category.
//
// Returns 404 for a category without one.
func (c *Admin) GetCategoryImage(ctx context.Context, params *AdminGetCategoryImageParams, options ...RequestOption) (*AdminImage, error) {
	if params == nil {
		params = &AdminGetCategoryImageParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/categories/{category_id}/image", true, false})
	call.setPath("category_id", params.CategoryID)
	return fetch[AdminImage](ctx, c.client, call, options)
}

// AdminUploadCategoryImageParams are the parameters of [Admin.UploadCategoryImage].
type AdminUploadCategoryImageParams struct {
	// Category id.
	CategoryID string `json:"-"`
	// Body is the file.
	Body []byte `json:"-"`
}

// UploadCategoryImage: upload the image of a category.
//
// The body is the file itself, as for images of products. A category has one image: another one takes its place,
// without its alternative texts and its focal point. Uploading the image that the category already has returns
// 200 with that image and changes nothing.
func (c *Admin) UploadCategoryImage(ctx context.Context, params *AdminUploadCategoryImageParams, options ...RequestOption) (*AdminImage, error) {
	if params == nil {
		params = &AdminUploadCategoryImageParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/categories/{category_id}/image", true, false})
	call.setPath("category_id", params.CategoryID)
	call.setFile(params.Body, "application/octet-stream")
	return fetch[AdminImage](ctx, c.client, call, options)
}

// AdminUpdateCategoryImageParams are the parameters of [Admin.UpdateCategoryImage].
type AdminUpdateCategoryImageParams struct {
	// Category id.
	CategoryID string `json:"-"`
	// Alternative text: what the image shows, on one line of at most 512 characters.
	Alt *string `json:"alt,omitempty"`
	// Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of
	// before. Storefronts show the one of their locale, else of their language, else `alt`.
	AltTranslations map[string]string `json:"alt_translations,omitzero"`
	// What stays visible where the image is cropped; `null` for its middle.
	FocalPoint Nullable[FocalPoint] `json:"focal_point,omitzero"`
}

// UpdateCategoryImage: change the image of a category.
//
// Absent fields do not change.
func (c *Admin) UpdateCategoryImage(ctx context.Context, params *AdminUpdateCategoryImageParams, options ...RequestOption) (*AdminImage, error) {
	if params == nil {
		params = &AdminUpdateCategoryImageParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/categories/{category_id}/image", true, false})
	call.setPath("category_id", params.CategoryID)
	call.setBody(params)
	return fetch[AdminImage](ctx, c.client, call, options)
}

// AdminDeleteCategoryImageParams are the parameters of [Admin.DeleteCategoryImage].
type AdminDeleteCategoryImageParams struct {
	// Category id.
	CategoryID string `json:"-"`
}

// DeleteCategoryImage: delete the image of a category.
//
// Its URL stays valid.
func (c *Admin) DeleteCategoryImage(ctx context.Context, params *AdminDeleteCategoryImageParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteCategoryImageParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/categories/{category_id}/image", true, false})
	call.setPath("category_id", params.CategoryID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListCustomerGroupsParams are the parameters of [Admin.ListCustomerGroups].
type AdminListCustomerGroupsParams struct {
}

// ListCustomerGroups: list customer groups.
//
// All of them, by name; at most 100.
func (c *Admin) ListCustomerGroups(ctx context.Context, _ *AdminListCustomerGroupsParams, options ...RequestOption) (*CustomerGroupList, error) {
	call := newCall(operation{"GET", "/admin/v1/customer-groups", true, false})
	return fetch[CustomerGroupList](ctx, c.client, call, options)
}

// AdminCreateCustomerGroupParams are the parameters of [Admin.CreateCustomerGroup].
type AdminCreateCustomerGroupParams struct {
	// Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %. 0 by default.
	DiscountPpm *int64 `json:"discount_ppm,omitempty"`
	// Name, 1 to 80 characters; unique in the tenant. Members see it in the export of their data.
	Name string `json:"name"`
}

// CreateCustomerGroup: create a customer group.
//
// Members pay the lowest of the list price and what their groups pay: the group's own price of a variant, or
// else the list price less the group's discount.
func (c *Admin) CreateCustomerGroup(ctx context.Context, params *AdminCreateCustomerGroupParams, options ...RequestOption) (*CustomerGroup, error) {
	if params == nil {
		params = &AdminCreateCustomerGroupParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/customer-groups", true, false})
	call.setBody(params)
	return fetch[CustomerGroup](ctx, c.client, call, options)
}

// AdminGetCustomerGroupParams are the parameters of [Admin.GetCustomerGroup].
type AdminGetCustomerGroupParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
}

// GetCustomerGroup: show a customer group.
//
// With its discount and the number of its members.
func (c *Admin) GetCustomerGroup(ctx context.Context, params *AdminGetCustomerGroupParams, options ...RequestOption) (*CustomerGroup, error) {
	if params == nil {
		params = &AdminGetCustomerGroupParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/customer-groups/{customer_group_id}", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	return fetch[CustomerGroup](ctx, c.client, call, options)
}

// AdminUpdateCustomerGroupParams are the parameters of [Admin.UpdateCustomerGroup].
type AdminUpdateCustomerGroupParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
	// Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %.
	DiscountPpm *int64 `json:"discount_ppm,omitempty"`
	// Name, 1 to 80 characters; unique in the tenant.
	Name *string `json:"name,omitempty"`
}

// UpdateCustomerGroup: change a customer group.
//
// Absent fields do not change. Members pay the new prices from their next request on; orders keep theirs.
func (c *Admin) UpdateCustomerGroup(ctx context.Context, params *AdminUpdateCustomerGroupParams, options ...RequestOption) (*CustomerGroup, error) {
	if params == nil {
		params = &AdminUpdateCustomerGroupParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/customer-groups/{customer_group_id}", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	call.setBody(params)
	return fetch[CustomerGroup](ctx, c.client, call, options)
}

// AdminDeleteCustomerGroupParams are the parameters of [Admin.DeleteCustomerGroup].
type AdminDeleteCustomerGroupParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
}

// DeleteCustomerGroup: delete a customer group.
//
// Its prices go with it, and its members pay list prices again. Returns 409 `customer_group_in_use` while
// products are shown to the group only.
func (c *Admin) DeleteCustomerGroup(ctx context.Context, params *AdminDeleteCustomerGroupParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteCustomerGroupParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/customer-groups/{customer_group_id}", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListCustomerGroupMembersParams are the parameters of [Admin.ListCustomerGroupMembers].
type AdminListCustomerGroupMembersParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListCustomerGroupMembers: list a customer group's members.
//
// Those who signed up first come first.
func (c *Admin) ListCustomerGroupMembers(ctx context.Context, params *AdminListCustomerGroupMembersParams, options ...RequestOption) (*CustomerGroupMemberPage, error) {
	if params == nil {
		params = &AdminListCustomerGroupMembersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/customer-groups/{customer_group_id}/members", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[CustomerGroupMemberPage](ctx, c.client, call, options)
}

// ListCustomerGroupMembersAll iterates over the items of all pages of [Admin.ListCustomerGroupMembers]. The next page is loaded when it is needed.
func (c *Admin) ListCustomerGroupMembersAll(ctx context.Context, params *AdminListCustomerGroupMembersParams, options ...RequestOption) iter.Seq2[CustomerGroupMember, error] {
	load := func(cursor *string) (*CustomerGroupMemberPage, error) {
		var own AdminListCustomerGroupMembersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListCustomerGroupMembers(ctx, &own, options...)
	}
	return all(load, func(page *CustomerGroupMemberPage) ([]CustomerGroupMember, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminAddCustomerGroupMembersParams are the parameters of [Admin.AddCustomerGroupMembers].
type AdminAddCustomerGroupMembersParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
	// Ids of customers, 1 to 500.
	CustomerIds []string `json:"customer_ids,omitzero"`
}

// AddCustomerGroupMembers: add members to a customer group.
//
// All of them or none. A customer who is a member already stays one.
func (c *Admin) AddCustomerGroupMembers(ctx context.Context, params *AdminAddCustomerGroupMembersParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminAddCustomerGroupMembersParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/customer-groups/{customer_group_id}/members", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminRemoveCustomerGroupMemberParams are the parameters of [Admin.RemoveCustomerGroupMember].
type AdminRemoveCustomerGroupMemberParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
	// Id of the customer.
	CustomerID string `json:"-"`
}

// RemoveCustomerGroupMember: remove a member from a customer group.
//
// The customer pays list prices again, and does not see the group's products any more.
func (c *Admin) RemoveCustomerGroupMember(ctx context.Context, params *AdminRemoveCustomerGroupMemberParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminRemoveCustomerGroupMemberParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/customer-groups/{customer_group_id}/members/{customer_id}", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	call.setPath("customer_id", params.CustomerID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListCustomerGroupPricesParams are the parameters of [Admin.ListCustomerGroupPrices].
type AdminListCustomerGroupPricesParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
	// Page size in variants, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListCustomerGroupPrices: list a customer group's prices.
//
// Variants that the group has prices of its own for, oldest variants first.
func (c *Admin) ListCustomerGroupPrices(ctx context.Context, params *AdminListCustomerGroupPricesParams, options ...RequestOption) (*CustomerGroupPricesPage, error) {
	if params == nil {
		params = &AdminListCustomerGroupPricesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/customer-groups/{customer_group_id}/prices", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[CustomerGroupPricesPage](ctx, c.client, call, options)
}

// ListCustomerGroupPricesAll iterates over the items of all pages of [Admin.ListCustomerGroupPrices]. The next page is loaded when it is needed.
func (c *Admin) ListCustomerGroupPricesAll(ctx context.Context, params *AdminListCustomerGroupPricesParams, options ...RequestOption) iter.Seq2[CustomerGroupPrices, error] {
	load := func(cursor *string) (*CustomerGroupPricesPage, error) {
		var own AdminListCustomerGroupPricesParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListCustomerGroupPrices(ctx, &own, options...)
	}
	return all(load, func(page *CustomerGroupPricesPage) ([]CustomerGroupPrices, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminSetCustomerGroupPricesParams are the parameters of [Admin.SetCustomerGroupPrices].
type AdminSetCustomerGroupPricesParams struct {
	// Id of the group.
	CustomerGroupID string `json:"-"`
	// Prices, 1 to 500; each variant once in a currency.
	Prices []SetCustomerGroupPrice `json:"prices,omitzero"`
}

// SetCustomerGroupPrices: set a customer group's prices.
//
// All of them or none; prices that the request does not name stay. A price of the group's own replaces its
// discount for the variant; one that is higher than the list price has no effect. A variant needs a list price
// in the currency to be on sale.
func (c *Admin) SetCustomerGroupPrices(ctx context.Context, params *AdminSetCustomerGroupPricesParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminSetCustomerGroupPricesParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/customer-groups/{customer_group_id}/prices", true, false})
	call.setPath("customer_group_id", params.CustomerGroupID)
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListCustomersParams are the parameters of [Admin.ListCustomers].
type AdminListCustomersParams struct {
	// The beginning of an e-mail address or a name; or a whole phone number of an address book, or an order number.
	Search *string `json:"-"`
	// Only customers who are blocked, or who are not.
	IsBlocked *bool `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListCustomers: list customers.
//
// Shoppers with an account, those who signed up last first. Guests have no account: find their orders by
// e-mail address.
func (c *Admin) ListCustomers(ctx context.Context, params *AdminListCustomersParams, options ...RequestOption) (*CustomerPage, error) {
	if params == nil {
		params = &AdminListCustomersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/customers", true, false})
	if params.Search != nil {
		call.addQuery("search", *params.Search)
	}
	if params.IsBlocked != nil {
		call.addQuery("is_blocked", *params.IsBlocked)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[CustomerPage](ctx, c.client, call, options)
}

// ListCustomersAll iterates over the items of all pages of [Admin.ListCustomers]. The next page is loaded when it is needed.
func (c *Admin) ListCustomersAll(ctx context.Context, params *AdminListCustomersParams, options ...RequestOption) iter.Seq2[CustomerSummary, error] {
	load := func(cursor *string) (*CustomerPage, error) {
		var own AdminListCustomersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListCustomers(ctx, &own, options...)
	}
	return all(load, func(page *CustomerPage) ([]CustomerSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminCreateCustomerParams are the parameters of [Admin.CreateCustomer].
type AdminCreateCustomerParams struct {
	// E-mail address to sign in with.
	Email string `json:"email"`
	// First name.
	FirstName string `json:"first_name"`
	// Last name; empty to have none.
	LastName *string `json:"last_name,omitempty"`
	// Note of the store's staff, which the customer does not see.
	Note *string `json:"note,omitempty"`
	// Whether to send the e-mail that asks to choose a password; `true` by default. A password reset sends it later.
	SendInvitation *bool `json:"send_invitation,omitempty"`
}

// CreateCustomer: create a customer.
//
// Somebody who has not signed up: an account without a password. Its owner gets in by the link of the e-mail that this
// sends, by a sign-in code or by a password reset, all of which reach that mailbox only. Orders that were placed with
// the address as a guest belong to the account. The link leads to the storefront that this request was sent to.
func (c *Admin) CreateCustomer(ctx context.Context, params *AdminCreateCustomerParams, options ...RequestOption) (*Customer, error) {
	if params == nil {
		params = &AdminCreateCustomerParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/customers", true, false})
	call.setBody(params)
	return fetch[Customer](ctx, c.client, call, options)
}

// AdminExportCustomersParams are the parameters of [Admin.ExportCustomers].
type AdminExportCustomersParams struct {
}

// ExportCustomers: export customers.
//
// All shoppers with an account, those who signed up last first, as CSV in UTF-8 with the columns `id`, `email`,
// `first_name`, `last_name`, `note`, `blocked_at` and `created_at`. Text that a spreadsheet would take for a formula begins with
// an apostrophe. The file is written as it is read.
func (c *Admin) ExportCustomers(ctx context.Context, _ *AdminExportCustomersParams, options ...RequestOption) (*Download, error) {
	call := newCall(operation{"GET", "/admin/v1/customers.csv", true, false})
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// AdminGetCustomerParams are the parameters of [Admin.GetCustomer].
type AdminGetCustomerParams struct {
	// Id of the customer.
	CustomerID string `json:"-"`
}

// GetCustomer: show a customer.
//
// With the addresses of the address book, and what the customer has agreed to.
func (c *Admin) GetCustomer(ctx context.Context, params *AdminGetCustomerParams, options ...RequestOption) (*Customer, error) {
	if params == nil {
		params = &AdminGetCustomerParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/customers/{customer_id}", true, false})
	call.setPath("customer_id", params.CustomerID)
	return fetch[Customer](ctx, c.client, call, options)
}

// AdminUpdateCustomerParams are the parameters of [Admin.UpdateCustomer].
type AdminUpdateCustomerParams struct {
	// Id of the customer.
	CustomerID string `json:"-"`
	// First name.
	FirstName *string `json:"first_name,omitempty"`
	// Whether the customer is blocked.
	IsBlocked *bool `json:"is_blocked,omitempty"`
	// Last name; empty to have none.
	LastName *string `json:"last_name,omitempty"`
	// Note of the store's staff, which the customer does not see.
	Note *string `json:"note,omitempty"`
}

// UpdateCustomer: change a customer.
//
// Absent fields do not change. Blocking signs the customer out on all devices at once; signing in then returns
// 403 `account_blocked`, and an order with the address 403 `customer_blocked`.
func (c *Admin) UpdateCustomer(ctx context.Context, params *AdminUpdateCustomerParams, options ...RequestOption) (*Customer, error) {
	if params == nil {
		params = &AdminUpdateCustomerParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/customers/{customer_id}", true, false})
	call.setPath("customer_id", params.CustomerID)
	call.setBody(params)
	return fetch[Customer](ctx, c.client, call, options)
}

// AdminDeleteCustomerParams are the parameters of [Admin.DeleteCustomer].
type AdminDeleteCustomerParams struct {
	// Id of the customer.
	CustomerID string `json:"-"`
}

// DeleteCustomer: delete a customer.
//
// Deletes the account, its addresses and its sessions, and tells the customer by e-mail. Orders stay as long as
// the law requires.
func (c *Admin) DeleteCustomer(ctx context.Context, params *AdminDeleteCustomerParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteCustomerParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/customers/{customer_id}", true, false})
	call.setPath("customer_id", params.CustomerID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListCustomerOrdersParams are the parameters of [Admin.ListCustomerOrders].
type AdminListCustomerOrdersParams struct {
	// Id of the customer.
	CustomerID string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListCustomerOrders: list a customer's orders.
//
// Orders of the account, newest first; those placed as a guest with the same address before it are among them.
func (c *Admin) ListCustomerOrders(ctx context.Context, params *AdminListCustomerOrdersParams, options ...RequestOption) (*AdminOrderPage, error) {
	if params == nil {
		params = &AdminListCustomerOrdersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/customers/{customer_id}/orders", true, false})
	call.setPath("customer_id", params.CustomerID)
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AdminOrderPage](ctx, c.client, call, options)
}

// ListCustomerOrdersAll iterates over the items of all pages of [Admin.ListCustomerOrders]. The next page is loaded when it is needed.
func (c *Admin) ListCustomerOrdersAll(ctx context.Context, params *AdminListCustomerOrdersParams, options ...RequestOption) iter.Seq2[AdminOrderSummary, error] {
	load := func(cursor *string) (*AdminOrderPage, error) {
		var own AdminListCustomerOrdersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListCustomerOrders(ctx, &own, options...)
	}
	return all(load, func(page *AdminOrderPage) ([]AdminOrderSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminSendCustomerPasswordResetParams are the parameters of [Admin.SendCustomerPasswordReset].
type AdminSendCustomerPasswordResetParams struct {
	// Id of the customer.
	CustomerID string `json:"-"`
}

// SendCustomerPasswordReset: send a customer a password reset.
//
// Sends the e-mail that `storefront_forgot_password` sends; its link leads to the storefront that this request
// was sent to.
func (c *Admin) SendCustomerPasswordReset(ctx context.Context, params *AdminSendCustomerPasswordResetParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminSendCustomerPasswordResetParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/customers/{customer_id}/password-reset", true, false})
	call.setPath("customer_id", params.CustomerID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListDocumentsParams are the parameters of [Admin.ListDocuments].
type AdminListDocumentsParams struct {
	// Only documents of this kind.
	Kind *DocumentKind `json:"-"`
	// Only documents issued at this time or later.
	IssuedFrom *time.Time `json:"-"`
	// Only documents issued before this time.
	IssuedBefore *time.Time `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListDocuments: list documents.
//
// Invoices and credit notes of all orders, newest first.
func (c *Admin) ListDocuments(ctx context.Context, params *AdminListDocumentsParams, options ...RequestOption) (*AdminDocumentPage, error) {
	if params == nil {
		params = &AdminListDocumentsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/documents", true, false})
	if params.Kind != nil {
		call.addQuery("kind", *params.Kind)
	}
	if params.IssuedFrom != nil {
		call.addQuery("issued_from", *params.IssuedFrom)
	}
	if params.IssuedBefore != nil {
		call.addQuery("issued_before", *params.IssuedBefore)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AdminDocumentPage](ctx, c.client, call, options)
}

// ListDocumentsAll iterates over the items of all pages of [Admin.ListDocuments]. The next page is loaded when it is needed.
func (c *Admin) ListDocumentsAll(ctx context.Context, params *AdminListDocumentsParams, options ...RequestOption) iter.Seq2[AdminDocument, error] {
	load := func(cursor *string) (*AdminDocumentPage, error) {
		var own AdminListDocumentsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListDocuments(ctx, &own, options...)
	}
	return all(load, func(page *AdminDocumentPage) ([]AdminDocument, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminExportDocumentsParams are the parameters of [Admin.ExportDocuments].
type AdminExportDocumentsParams struct {
	// Only documents of this kind.
	Kind *DocumentKind `json:"-"`
	// Only documents issued at this time or later.
	IssuedFrom *time.Time `json:"-"`
	// Only documents issued before this time.
	IssuedBefore *time.Time `json:"-"`
}

// ExportDocuments: export documents.
//
// The same list as CSV in UTF-8, with the columns `id`, `kind`, `number`, `order_id`, `refund_id`, `currency`, `tax`,
// `total` and `issued_at`. Amounts are decimals of the currency, such as `12.05`. The file is written as it is read.
func (c *Admin) ExportDocuments(ctx context.Context, params *AdminExportDocumentsParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminExportDocumentsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/documents.csv", true, false})
	if params.Kind != nil {
		call.addQuery("kind", *params.Kind)
	}
	if params.IssuedFrom != nil {
		call.addQuery("issued_from", *params.IssuedFrom)
	}
	if params.IssuedBefore != nil {
		call.addQuery("issued_before", *params.IssuedBefore)
	}
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// AdminDownloadDocumentParams are the parameters of [Admin.DownloadDocument].
type AdminDownloadDocumentParams struct {
	// DocumentID is `document_id` of the path.
	DocumentID string `json:"-"`
}

// DownloadDocument: download a document.
//
// An invoice or a credit note as PDF. It is printed from what was copied when it was issued: each download is the
// same file.
func (c *Admin) DownloadDocument(ctx context.Context, params *AdminDownloadDocumentParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminDownloadDocumentParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/documents/{document_id}/pdf", true, false})
	call.setPath("document_id", params.DocumentID)
	return fetchFile(ctx, c.client, call, "application/pdf", options)
}

// AdminListEmailsParams are the parameters of [Admin.ListEmails].
type AdminListEmailsParams struct {
	// Only e-mails about this order.
	OrderID *string `json:"-"`
	// Only e-mails to this address.
	Recipient *string `json:"-"`
	// Only e-mails with this outcome.
	Outcome *EmailOutcome `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filters.
	Cursor *string `json:"-"`
}

// ListEmails: list e-mails.
//
// E-mails of the last 90 days that were handed to a mail provider or suppressed, latest first. One that no
// provider takes at the moment is listed when one does. E-mails to a shopper are deleted with the account.
func (c *Admin) ListEmails(ctx context.Context, params *AdminListEmailsParams, options ...RequestOption) (*EmailPage, error) {
	if params == nil {
		params = &AdminListEmailsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/emails", true, false})
	if params.OrderID != nil {
		call.addQuery("order_id", *params.OrderID)
	}
	if params.Recipient != nil {
		call.addQuery("recipient", *params.Recipient)
	}
	if params.Outcome != nil {
		call.addQuery("outcome", *params.Outcome)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[EmailPage](ctx, c.client, call, options)
}

// ListEmailsAll iterates over the items of all pages of [Admin.ListEmails]. The next page is loaded when it is needed.
func (c *Admin) ListEmailsAll(ctx context.Context, params *AdminListEmailsParams, options ...RequestOption) iter.Seq2[EmailSummary, error] {
	load := func(cursor *string) (*EmailPage, error) {
		var own AdminListEmailsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListEmails(ctx, &own, options...)
	}
	return all(load, func(page *EmailPage) ([]EmailSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetEmailParams are the parameters of [Admin.GetEmail].
type AdminGetEmailParams struct {
	// Id of the e-mail.
	EmailID string `json:"-"`
}

// GetEmail: retrieve an e-mail.
//
// With a copy of what it said. Links to orders are without the token that opens them; e-mails that are made of
// a secret link or a code, such as password resets, have no copy.
func (c *Admin) GetEmail(ctx context.Context, params *AdminGetEmailParams, options ...RequestOption) (*EmailDetail, error) {
	if params == nil {
		params = &AdminGetEmailParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/emails/{email_id}", true, false})
	call.setPath("email_id", params.EmailID)
	return fetch[EmailDetail](ctx, c.client, call, options)
}

// AdminResendEmailParams are the parameters of [Admin.ResendEmail].
type AdminResendEmailParams struct {
	// Id of the e-mail.
	EmailID string `json:"-"`
}

// ResendEmail: resend an e-mail.
//
// Writes an e-mail about an order again, as the order is now and with a new link, and sends it to the order's
// address. It is another e-mail, `queued` until a worker sends it.
func (c *Admin) ResendEmail(ctx context.Context, params *AdminResendEmailParams, options ...RequestOption) (*EmailSummary, error) {
	if params == nil {
		params = &AdminResendEmailParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/emails/{email_id}/resend", true, false})
	call.setPath("email_id", params.EmailID)
	return fetch[EmailSummary](ctx, c.client, call, options)
}

// AdminListIdentityProvidersParams are the parameters of [Admin.ListIdentityProviders].
type AdminListIdentityProvidersParams struct {
}

// ListIdentityProviders: list identity providers.
//
// Providers that shoppers sign in with, oldest first, also those that are disabled. Secrets are not shown.
func (c *Admin) ListIdentityProviders(ctx context.Context, _ *AdminListIdentityProvidersParams, options ...RequestOption) (*IdentityProviderList, error) {
	call := newCall(operation{"GET", "/admin/v1/identity-providers", true, false})
	return fetch[IdentityProviderList](ctx, c.client, call, options)
}

// AdminCreateIdentityProviderParams are the parameters of [Admin.CreateIdentityProvider].
type AdminCreateIdentityProviderParams struct {
	// Client id that the provider gave out.
	ClientID string `json:"client_id"`
	// Client secret that the provider gave out. It is kept encrypted and not shown again.
	ClientSecret string `json:"client_secret"`
	// Whether shoppers may sign in with it; `true` if absent.
	IsEnabled *bool `json:"is_enabled,omitempty"`
	// Issuer, exactly as its configuration names it, such as `https://accounts.google.com`.
	Issuer string `json:"issuer"`
	// Name that shoppers see, 1 to 100 characters.
	Name string `json:"name"`
}

// CreateIdentityProvider: create an identity provider.
//
// Any issuer of OpenID Connect. Register `https://{primary host}/account/social` of each storefront there as
// redirect URI. The issuer's configuration is read over https: 422 `issuer_refused` says what is wrong with it.
// A tenant has one provider for an issuer (409 `issuer_in_use`), and 20 at most.
func (c *Admin) CreateIdentityProvider(ctx context.Context, params *AdminCreateIdentityProviderParams, options ...RequestOption) (*IdentityProvider, error) {
	if params == nil {
		params = &AdminCreateIdentityProviderParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/identity-providers", true, false})
	call.setBody(params)
	return fetch[IdentityProvider](ctx, c.client, call, options)
}

// AdminUpdateIdentityProviderParams are the parameters of [Admin.UpdateIdentityProvider].
type AdminUpdateIdentityProviderParams struct {
	// Id of the provider.
	IdentityProviderID string `json:"-"`
	// Client id that the provider gave out.
	ClientID *string `json:"client_id,omitempty"`
	// Client secret that the provider gave out.
	ClientSecret *string `json:"client_secret,omitempty"`
	// Whether shoppers may sign in with it.
	IsEnabled *bool `json:"is_enabled,omitempty"`
	// Name that shoppers see, 1 to 100 characters.
	Name *string `json:"name,omitempty"`
}

// UpdateIdentityProvider: change an identity provider.
//
// Absent fields do not change. The issuer stays: another issuer is another provider. Enabling one reads its
// configuration again.
func (c *Admin) UpdateIdentityProvider(ctx context.Context, params *AdminUpdateIdentityProviderParams, options ...RequestOption) (*IdentityProvider, error) {
	if params == nil {
		params = &AdminUpdateIdentityProviderParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/identity-providers/{identity_provider_id}", true, false})
	call.setPath("identity_provider_id", params.IdentityProviderID)
	call.setBody(params)
	return fetch[IdentityProvider](ctx, c.client, call, options)
}

// AdminDeleteIdentityProviderParams are the parameters of [Admin.DeleteIdentityProvider].
type AdminDeleteIdentityProviderParams struct {
	// Id of the provider.
	IdentityProviderID string `json:"-"`
}

// DeleteIdentityProvider: delete an identity provider.
//
// Shoppers' links to it are deleted, too. Their accounts stay; a password reset gives one to those without.
func (c *Admin) DeleteIdentityProvider(ctx context.Context, params *AdminDeleteIdentityProviderParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteIdentityProviderParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/identity-providers/{identity_provider_id}", true, false})
	call.setPath("identity_provider_id", params.IdentityProviderID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminGetInvoicingSettingsParams are the parameters of [Admin.GetInvoicingSettings].
type AdminGetInvoicingSettingsParams struct {
}

// GetInvoicingSettings: show the invoicing settings.
//
// Of the whole tenant: who sells, and how invoices and credit notes are numbered.
func (c *Admin) GetInvoicingSettings(ctx context.Context, _ *AdminGetInvoicingSettingsParams, options ...RequestOption) (*InvoicingSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/invoicing-settings", true, false})
	return fetch[InvoicingSettings](ctx, c.client, call, options)
}

// AdminSetInvoicingSettingsParams are the parameters of [Admin.SetInvoicingSettings].
type AdminSetInvoicingSettingsParams struct {
	// Address of the business, by the rules of its country; `company` is the legal name unless there is a name. Its
	// phone number is printed, too.
	Address *Address `json:"address,omitempty"`
	// What numbers of credit notes begin with; another prefix than that of invoices. Default: `CN-`.
	CreditNotePrefix *string `json:"credit_note_prefix,omitempty"`
	// Contact e-mail.
	Email *string `json:"email,omitempty"`
	// Text at the end of documents, 1 to 500 characters.
	Footer *string `json:"footer,omitempty"`
	// What numbers of invoices begin with: 1 to 20 letters, digits and `-`, `_`, `/`, `.`, and no digit at the end.
	// Default: `INV-`.
	InvoicePrefix *string `json:"invoice_prefix,omitempty"`
	// Whether an invoice is issued when an order is paid. Default: `false`.
	IsAutomatic *bool `json:"is_automatic,omitempty"`
	// Name that the business is registered under.
	LegalName *string `json:"legal_name,omitempty"`
	// Where the business is registered and its number there, such as `HRB 12345, Amtsgericht Berlin`.
	RegisterNumber *string `json:"register_number,omitempty"`
	// Number that the tax office knows the business by.
	TaxNumber *string `json:"tax_number,omitempty"`
	// VAT number, such as `DE123456789`.
	VatNumber *string `json:"vat_number,omitempty"`
}

// SetInvoicingSettings: replace the invoicing settings.
//
// Holds for documents that are issued from now on: those that were issued do not change. Documents need a
// `legal_name`, an `address`, and a `tax_number` or a `vat_number`; `missing` says which are not there.
func (c *Admin) SetInvoicingSettings(ctx context.Context, params *AdminSetInvoicingSettingsParams, options ...RequestOption) (*InvoicingSettings, error) {
	if params == nil {
		params = &AdminSetInvoicingSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/invoicing-settings", true, false})
	call.setBody(params)
	return fetch[InvoicingSettings](ctx, c.client, call, options)
}

// AdminListBalancesParams are the parameters of [Admin.ListBalances].
type AdminListBalancesParams struct {
}

// ListBalances: list balances.
//
// All accounts of the tenant's ledger: debits are positive, credits negative. In each
// currency they sum to zero.
func (c *Admin) ListBalances(ctx context.Context, _ *AdminListBalancesParams, options ...RequestOption) (*LedgerBalanceList, error) {
	call := newCall(operation{"GET", "/admin/v1/ledger/balances", true, false})
	return fetch[LedgerBalanceList](ctx, c.client, call, options)
}

// AdminListLocationsParams are the parameters of [Admin.ListLocations].
type AdminListLocationsParams struct {
}

// ListLocations: list locations.
//
// In the order in which units of paid orders are taken from them.
func (c *Admin) ListLocations(ctx context.Context, _ *AdminListLocationsParams, options ...RequestOption) (*LocationList, error) {
	call := newCall(operation{"GET", "/admin/v1/locations", true, false})
	return fetch[LocationList](ctx, c.client, call, options)
}

// AdminCreateLocationParams are the parameters of [Admin.CreateLocation].
type AdminCreateLocationParams struct {
	// Name, 1 to 80 characters; unique in the tenant.
	Name string `json:"name"`
	// Priority, 0 to 1,000: units are taken from the lowest first. 100 by default.
	Priority *int64 `json:"priority,omitempty"`
}

// CreateLocation: create a location.
//
// It is active and empty. A tenant has at most 50 locations.
func (c *Admin) CreateLocation(ctx context.Context, params *AdminCreateLocationParams, options ...RequestOption) (*Location, error) {
	if params == nil {
		params = &AdminCreateLocationParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/locations", true, false})
	call.setBody(params)
	return fetch[Location](ctx, c.client, call, options)
}

// AdminUpdateLocationParams are the parameters of [Admin.UpdateLocation].
type AdminUpdateLocationParams struct {
	// Id of the location.
	LocationID string `json:"-"`
	// Whether orders are fulfilled from it.
	IsActive *bool `json:"is_active,omitempty"`
	// Name, 1 to 80 characters; unique in the tenant.
	Name *string `json:"name,omitempty"`
	// Priority, 0 to 1,000: units are taken from the lowest first.
	Priority *int64 `json:"priority,omitempty"`
}

// UpdateLocation: change a location.
//
// Absent fields do not change. The default location, and one that holds stock, cannot be deactivated: 409
// `location_in_use`.
func (c *Admin) UpdateLocation(ctx context.Context, params *AdminUpdateLocationParams, options ...RequestOption) (*Location, error) {
	if params == nil {
		params = &AdminUpdateLocationParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/locations/{location_id}", true, false})
	call.setPath("location_id", params.LocationID)
	call.setBody(params)
	return fetch[Location](ctx, c.client, call, options)
}

// AdminListMailSuppressionsParams are the parameters of [Admin.ListMailSuppressions].
type AdminListMailSuppressionsParams struct {
	// Only this address.
	Email *string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListMailSuppressions: list suppressed e-mail addresses.
//
// Addresses that get no more e-mail from this tenant, latest first: mail to them bounced, their owner reported
// spam, or staff added them.
func (c *Admin) ListMailSuppressions(ctx context.Context, params *AdminListMailSuppressionsParams, options ...RequestOption) (*MailSuppressionPage, error) {
	if params == nil {
		params = &AdminListMailSuppressionsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/mail-suppressions", true, false})
	if params.Email != nil {
		call.addQuery("email", *params.Email)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[MailSuppressionPage](ctx, c.client, call, options)
}

// ListMailSuppressionsAll iterates over the items of all pages of [Admin.ListMailSuppressions]. The next page is loaded when it is needed.
func (c *Admin) ListMailSuppressionsAll(ctx context.Context, params *AdminListMailSuppressionsParams, options ...RequestOption) iter.Seq2[MailSuppression, error] {
	load := func(cursor *string) (*MailSuppressionPage, error) {
		var own AdminListMailSuppressionsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListMailSuppressions(ctx, &own, options...)
	}
	return all(load, func(page *MailSuppressionPage) ([]MailSuppression, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminCreateMailSuppressionParams are the parameters of [Admin.CreateMailSuppression].
type AdminCreateMailSuppressionParams struct {
	// E-mail address.
	Email string `json:"email"`
}

// CreateMailSuppression: suppress an e-mail address.
//
// The address gets no more e-mail from this tenant, also none about orders or passwords. One that is
// suppressed already stays as it is.
func (c *Admin) CreateMailSuppression(ctx context.Context, params *AdminCreateMailSuppressionParams, options ...RequestOption) (*MailSuppression, error) {
	if params == nil {
		params = &AdminCreateMailSuppressionParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/mail-suppressions", true, false})
	call.setBody(params)
	return fetch[MailSuppression](ctx, c.client, call, options)
}

// AdminDeleteMailSuppressionParams are the parameters of [Admin.DeleteMailSuppression].
type AdminDeleteMailSuppressionParams struct {
	// Id of the suppressed address.
	MailSuppressionID string `json:"-"`
}

// DeleteMailSuppression: remove a suppressed e-mail address.
//
// The address gets e-mail again, until it bounces or is reported again.
func (c *Admin) DeleteMailSuppression(ctx context.Context, params *AdminDeleteMailSuppressionParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteMailSuppressionParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/mail-suppressions/{mail_suppression_id}", true, false})
	call.setPath("mail_suppression_id", params.MailSuppressionID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminGetMeParams are the parameters of [Admin.GetMe].
type AdminGetMeParams struct {
}

// GetMe: show the caller.
//
// Who the credentials belong to and what they allow, from the same policy that decides each request: a
// console shows what the caller can use.
func (c *Admin) GetMe(ctx context.Context, _ *AdminGetMeParams, options ...RequestOption) (*Me, error) {
	call := newCall(operation{"GET", "/admin/v1/me", true, false})
	return fetch[Me](ctx, c.client, call, options)
}

// AdminGetEmailPreferencesParams are the parameters of [Admin.GetEmailPreferences].
type AdminGetEmailPreferencesParams struct {
}

// GetEmailPreferences: show the caller's e-mail preferences.
//
// Which e-mails about the store's business the staff member wants from it. They go to those who are allowed to do
// something about it.
func (c *Admin) GetEmailPreferences(ctx context.Context, _ *AdminGetEmailPreferencesParams, options ...RequestOption) (*EmailPreferences, error) {
	call := newCall(operation{"GET", "/admin/v1/me/email-preferences", true, false})
	return fetch[EmailPreferences](ctx, c.client, call, options)
}

// AdminSetEmailPreferencesParams are the parameters of [Admin.SetEmailPreferences].
type AdminSetEmailPreferencesParams struct {
	// Disputes, for those who may refund orders.
	Disputes bool `json:"disputes"`
	// Stock that runs low, for those who may change products.
	LowStock bool `json:"low_stock"`
	// Each new order, for those who may fulfill it.
	NewOrders bool `json:"new_orders"`
}

// SetEmailPreferences: replace the caller's e-mail preferences.
//
// They hold for this store; the staff member's other stores have preferences of their own.
func (c *Admin) SetEmailPreferences(ctx context.Context, params *AdminSetEmailPreferencesParams, options ...RequestOption) (*EmailPreferences, error) {
	if params == nil {
		params = &AdminSetEmailPreferencesParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/me/email-preferences", true, false})
	call.setBody(params)
	return fetch[EmailPreferences](ctx, c.client, call, options)
}

// AdminChangePasswordParams are the parameters of [Admin.ChangePassword].
type AdminChangePasswordParams struct {
	// Current password.
	CurrentPassword string `json:"current_password"`
	// New password: 15 to 1024 characters that are not easily guessed.
	Password string `json:"password"`
}

// ChangePassword: change the own password.
//
// Ends every session of the account, in every tenant, and returns a new one. After 10 wrong passwords
// within 15 minutes the answer is 429 `too_many_attempts`. The owner of the account gets an e-mail.
func (c *Admin) ChangePassword(ctx context.Context, params *AdminChangePasswordParams, options ...RequestOption) (*StaffSession, error) {
	if params == nil {
		params = &AdminChangePasswordParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/password", true, false})
	call.setBody(params)
	return fetch[StaffSession](ctx, c.client, call, options)
}

// AdminGetSecondFactorParams are the parameters of [Admin.GetSecondFactor].
type AdminGetSecondFactorParams struct {
}

// GetSecondFactor: show the own second factor.
//
// Whether there is one, how many recovery codes are left, and whether the tenant requires one.
func (c *Admin) GetSecondFactor(ctx context.Context, _ *AdminGetSecondFactorParams, options ...RequestOption) (*SecondFactor, error) {
	call := newCall(operation{"GET", "/admin/v1/me/second-factor", true, false})
	return fetch[SecondFactor](ctx, c.client, call, options)
}

// AdminBeginSecondFactorParams are the parameters of [Admin.BeginSecondFactor].
type AdminBeginSecondFactorParams struct {
	// Current password.
	Password string `json:"password"`
}

// BeginSecondFactor: start enrolling a second factor.
//
// Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
// until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
// passwords within 15 minutes the answer is 429.
func (c *Admin) BeginSecondFactor(ctx context.Context, params *AdminBeginSecondFactorParams, options ...RequestOption) (*SecondFactorSeed, error) {
	if params == nil {
		params = &AdminBeginSecondFactorParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/second-factor", true, false})
	call.setBody(params)
	return fetch[SecondFactorSeed](ctx, c.client, call, options)
}

// AdminConfirmSecondFactorParams are the parameters of [Admin.ConfirmSecondFactor].
type AdminConfirmSecondFactorParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// ConfirmSecondFactor: confirm the second factor.
//
// Takes the first code of the app. From now on signing in needs a code; refunds, payout accounts, secret
// keys, staff and roles need one that was given less than 10 minutes ago, as it now was in this session.
// The recovery codes are shown this once. The owner of the account gets an e-mail.
func (c *Admin) ConfirmSecondFactor(ctx context.Context, params *AdminConfirmSecondFactorParams, options ...RequestOption) (*RecoveryCodes, error) {
	if params == nil {
		params = &AdminConfirmSecondFactorParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/second-factor/confirm", true, false})
	call.setBody(params)
	return fetch[RecoveryCodes](ctx, c.client, call, options)
}

// AdminRenewRecoveryCodesParams are the parameters of [Admin.RenewRecoveryCodes].
type AdminRenewRecoveryCodesParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// RenewRecoveryCodes: regenerate recovery codes.
//
// Needs a code, or a recovery code. The old recovery codes stop working.
func (c *Admin) RenewRecoveryCodes(ctx context.Context, params *AdminRenewRecoveryCodesParams, options ...RequestOption) (*RecoveryCodes, error) {
	if params == nil {
		params = &AdminRenewRecoveryCodesParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/second-factor/recovery-codes", true, false})
	call.setBody(params)
	return fetch[RecoveryCodes](ctx, c.client, call, options)
}

// AdminRemoveSecondFactorParams are the parameters of [Admin.RemoveSecondFactor].
type AdminRemoveSecondFactorParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// RemoveSecondFactor: remove the second factor.
//
// Needs a code, or a recovery code. The owner of the account gets an e-mail.
func (c *Admin) RemoveSecondFactor(ctx context.Context, params *AdminRemoveSecondFactorParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminRemoveSecondFactorParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/second-factor/remove", true, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListSessionsParams are the parameters of [Admin.ListSessions].
type AdminListSessionsParams struct {
}

// ListSessions: list own sessions.
//
// Where the caller is signed in at this tenant, most recently used first; at most 20. A secret key has no
// sessions: 401.
func (c *Admin) ListSessions(ctx context.Context, _ *AdminListSessionsParams, options ...RequestOption) (*StaffDeviceSessionList, error) {
	call := newCall(operation{"GET", "/admin/v1/me/sessions", true, false})
	return fetch[StaffDeviceSessionList](ctx, c.client, call, options)
}

// AdminEndOtherSessionsParams are the parameters of [Admin.EndOtherSessions].
type AdminEndOtherSessionsParams struct {
}

// EndOtherSessions: end all other own sessions.
//
// Signs the caller out everywhere at this tenant, but not here.
func (c *Admin) EndOtherSessions(ctx context.Context, _ *AdminEndOtherSessionsParams, options ...RequestOption) error {
	call := newCall(operation{"DELETE", "/admin/v1/me/sessions", true, false})
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminEndSessionParams are the parameters of [Admin.EndSession].
type AdminEndSessionParams struct {
	// Id of the session.
	StaffSessionID string `json:"-"`
}

// EndSession: end an own session.
//
// Its refresh token and its access tokens stop working at once.
func (c *Admin) EndSession(ctx context.Context, params *AdminEndSessionParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminEndSessionParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/me/sessions/{staff_session_id}", true, false})
	call.setPath("staff_session_id", params.StaffSessionID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminStepUpParams are the parameters of [Admin.StepUp].
type AdminStepUpParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// StepUp: step up with the second factor.
//
// Opens what needs a second factor for 10 minutes, in this session. Operations that would have been allowed
// answer 403 `step_up_required` otherwise. Each code is good once; after 5 wrong ones within 15 minutes
// the answer is 429.
func (c *Admin) StepUp(ctx context.Context, params *AdminStepUpParams, options ...RequestOption) (*SteppedUp, error) {
	if params == nil {
		params = &AdminStepUpParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/step-up", true, false})
	call.setBody(params)
	return fetch[SteppedUp](ctx, c.client, call, options)
}

// AdminListOwnTenantsParams are the parameters of [Admin.ListOwnTenants].
type AdminListOwnTenantsParams struct {
}

// ListOwnTenants: list own tenants.
//
// The tenants that the caller works for, by name, the current one among them. A secret key works for one
// only: 401.
func (c *Admin) ListOwnTenants(ctx context.Context, _ *AdminListOwnTenantsParams, options ...RequestOption) (*StaffTenantList, error) {
	call := newCall(operation{"GET", "/admin/v1/me/tenants", true, false})
	return fetch[StaffTenantList](ctx, c.client, call, options)
}

// AdminCreateTenantSwitchParams are the parameters of [Admin.CreateTenantSwitch].
type AdminCreateTenantSwitchParams struct {
	// Id of the tenant.
	TenantID string `json:"-"`
}

// CreateTenantSwitch: start switching to another tenant.
//
// Returns a token that opens a session at a tenant that the caller works for: send it to
// `POST /admin/v1/auth/switch` of `host` within a minute. It is good once. 404 for a tenant that the caller
// does not work for, or that is not active.
func (c *Admin) CreateTenantSwitch(ctx context.Context, params *AdminCreateTenantSwitchParams, options ...RequestOption) (*TenantSwitch, error) {
	if params == nil {
		params = &AdminCreateTenantSwitchParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/me/tenants/{tenant_id}/switch", true, false})
	call.setPath("tenant_id", params.TenantID)
	return fetch[TenantSwitch](ctx, c.client, call, options)
}

// AdminListMerchantsParams are the parameters of [Admin.ListMerchants].
type AdminListMerchantsParams struct {
}

// ListMerchants: list merchants.
//
// All merchants, the default one first, each with its account at the payment provider.
func (c *Admin) ListMerchants(ctx context.Context, _ *AdminListMerchantsParams, options ...RequestOption) (*MerchantList, error) {
	call := newCall(operation{"GET", "/admin/v1/merchants", true, false})
	return fetch[MerchantList](ctx, c.client, call, options)
}

// AdminCreateOnboardingLinkParams are the parameters of [Admin.CreateOnboardingLink].
type AdminCreateOnboardingLinkParams struct {
	// MerchantID is `merchant_id` of the path.
	MerchantID string `json:"-"`
	// URL to go to when the link has expired or was used: create a new one there.
	RefreshURL string `json:"refresh_url"`
	// URL to return to when the merchant has finished or leaves, on a host of the tenant.
	ReturnURL string `json:"return_url"`
}

// CreateOnboardingLink: create an onboarding link.
//
// To a page of the payment provider where the merchant gives its details, so that shares can
// be transferred to it. A link works once and for a few minutes: create it when it is about to be
// opened.
func (c *Admin) CreateOnboardingLink(ctx context.Context, params *AdminCreateOnboardingLinkParams, options ...RequestOption) (*OnboardingLink, error) {
	if params == nil {
		params = &AdminCreateOnboardingLinkParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/merchants/{merchant_id}/onboarding-links", true, false})
	call.setPath("merchant_id", params.MerchantID)
	call.setBody(params)
	return fetch[OnboardingLink](ctx, c.client, call, options)
}

// AdminListMerchantOrdersParams are the parameters of [Admin.ListMerchantOrders].
type AdminListMerchantOrdersParams struct {
	// Id of the merchant.
	MerchantID string `json:"-"`
	// Only orders whose lines of this merchant have this fulfillment status.
	FulfillmentStatus *OrderFulfillmentStatus `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same merchant and filter.
	Cursor *string `json:"-"`
}

// ListMerchantOrders: list a merchant's orders.
//
// Paid orders that hold something of the merchant's, newest first, each with the merchant's share of it.
// A merchant's own staff see those of their merchant.
func (c *Admin) ListMerchantOrders(ctx context.Context, params *AdminListMerchantOrdersParams, options ...RequestOption) (*MerchantOrderPage, error) {
	if params == nil {
		params = &AdminListMerchantOrdersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/merchants/{merchant_id}/orders", true, false})
	call.setPath("merchant_id", params.MerchantID)
	if params.FulfillmentStatus != nil {
		call.addQuery("fulfillment_status", *params.FulfillmentStatus)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[MerchantOrderPage](ctx, c.client, call, options)
}

// ListMerchantOrdersAll iterates over the items of all pages of [Admin.ListMerchantOrders]. The next page is loaded when it is needed.
func (c *Admin) ListMerchantOrdersAll(ctx context.Context, params *AdminListMerchantOrdersParams, options ...RequestOption) iter.Seq2[MerchantOrderSummary, error] {
	load := func(cursor *string) (*MerchantOrderPage, error) {
		var own AdminListMerchantOrdersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListMerchantOrders(ctx, &own, options...)
	}
	return all(load, func(page *MerchantOrderPage) ([]MerchantOrderSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetMerchantOrderParams are the parameters of [Admin.GetMerchantOrder].
type AdminGetMerchantOrderParams struct {
	// Id of the merchant.
	MerchantID string `json:"-"`
	// Id of the order.
	OrderID string `json:"-"`
}

// GetMerchantOrder: get a merchant's part of an order.
//
// The merchant's lines and parcels of a paid order, where to ship them, and what the merchant is paid.
// Not what other merchants sold in the same purchase, nor the shopper's e-mail address.
func (c *Admin) GetMerchantOrder(ctx context.Context, params *AdminGetMerchantOrderParams, options ...RequestOption) (*MerchantOrder, error) {
	if params == nil {
		params = &AdminGetMerchantOrderParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/merchants/{merchant_id}/orders/{order_id}", true, false})
	call.setPath("merchant_id", params.MerchantID)
	call.setPath("order_id", params.OrderID)
	return fetch[MerchantOrder](ctx, c.client, call, options)
}

// AdminListNewsletterSubscribersParams are the parameters of [Admin.ListNewsletterSubscribers].
type AdminListNewsletterSubscribersParams struct {
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListNewsletterSubscribers: list newsletter subscribers.
//
// Addresses that have the consent `marketing_email` now, in the order of the addresses: those of customers who are not
// blocked, and those without an account.
func (c *Admin) ListNewsletterSubscribers(ctx context.Context, params *AdminListNewsletterSubscribersParams, options ...RequestOption) (*NewsletterSubscriberPage, error) {
	if params == nil {
		params = &AdminListNewsletterSubscribersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/newsletter/subscribers", true, false})
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[NewsletterSubscriberPage](ctx, c.client, call, options)
}

// ListNewsletterSubscribersAll iterates over the items of all pages of [Admin.ListNewsletterSubscribers]. The next page is loaded when it is needed.
func (c *Admin) ListNewsletterSubscribersAll(ctx context.Context, params *AdminListNewsletterSubscribersParams, options ...RequestOption) iter.Seq2[NewsletterSubscriber, error] {
	load := func(cursor *string) (*NewsletterSubscriberPage, error) {
		var own AdminListNewsletterSubscribersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListNewsletterSubscribers(ctx, &own, options...)
	}
	return all(load, func(page *NewsletterSubscriberPage) ([]NewsletterSubscriber, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminExportNewsletterSubscribersParams are the parameters of [Admin.ExportNewsletterSubscribers].
type AdminExportNewsletterSubscribersParams struct {
}

// ExportNewsletterSubscribers: export newsletter subscribers.
//
// The same list whole, as CSV in UTF-8 with the columns `email`, `customer_id`, `subscriber_id`, `source`,
// `storefront_id` and `subscribed_at`. Text that a spreadsheet would take for a formula begins with an apostrophe.
func (c *Admin) ExportNewsletterSubscribers(ctx context.Context, _ *AdminExportNewsletterSubscribersParams, options ...RequestOption) (*Download, error) {
	call := newCall(operation{"GET", "/admin/v1/newsletter/subscribers.csv", true, false})
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// AdminDeleteNewsletterSubscriberParams are the parameters of [Admin.DeleteNewsletterSubscriber].
type AdminDeleteNewsletterSubscriberParams struct {
	// Id of the subscriber.
	SubscriberID string `json:"-"`
}

// DeleteNewsletterSubscriber: delete a newsletter subscriber.
//
// Forgets an address without an account, with its answers. A customer's consent goes with the customer.
func (c *Admin) DeleteNewsletterSubscriber(ctx context.Context, params *AdminDeleteNewsletterSubscriberParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteNewsletterSubscriberParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/newsletter/subscribers/{subscriber_id}", true, false})
	call.setPath("subscriber_id", params.SubscriberID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListOperatorAccessParams are the parameters of [Admin.ListOperatorAccess].
type AdminListOperatorAccessParams struct {
}

// ListOperatorAccess: list operator access.
//
// When somebody who runs the platform looked into this tenant, why, and how many requests they made; the
// latest 100, newest first. What they read and changed is in the audit log: filter it by `actor`.
func (c *Admin) ListOperatorAccess(ctx context.Context, _ *AdminListOperatorAccessParams, options ...RequestOption) (*OperatorAccessList, error) {
	call := newCall(operation{"GET", "/admin/v1/operator-access", true, false})
	return fetch[OperatorAccessList](ctx, c.client, call, options)
}

// AdminEndOperatorAccessParams are the parameters of [Admin.EndOperatorAccess].
type AdminEndOperatorAccessParams struct {
	// Id of the access.
	OperatorAccessID string `json:"-"`
}

// EndOperatorAccess: end operator access.
//
// Its token stops working at once.
func (c *Admin) EndOperatorAccess(ctx context.Context, params *AdminEndOperatorAccessParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminEndOperatorAccessParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/operator-access/{operator_access_id}", true, false})
	call.setPath("operator_access_id", params.OperatorAccessID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminListOrdersParams are the parameters of [Admin.ListOrders].
type AdminListOrdersParams struct {
	// Only orders with this status.
	Status *OrderStatus `json:"-"`
	// Only orders with this payment status.
	PaymentStatus *OrderPaymentStatus `json:"-"`
	// Only orders with this fulfillment status.
	FulfillmentStatus *OrderFulfillmentStatus `json:"-"`
	// Only orders placed at this time or later.
	PlacedFrom *time.Time `json:"-"`
	// Only orders placed before this time.
	PlacedBefore *time.Time `json:"-"`
	// An order number, with or without `#`; the beginning of an e-mail address, a name or a company; or a whole
	// phone number, SKU or tracking number.
	Search *string `json:"-"`
	// Only orders of this customer's account.
	CustomerID *string `json:"-"`
	// Only orders with goods of this merchant.
	MerchantID *string `json:"-"`
	// Only orders with this product.
	ProductID *string `json:"-"`
	// Only orders of this storefront.
	StorefrontID *string `json:"-"`
	// Only orders to this country (ISO 3166-1 alpha-2); where nothing is shipped, that of the billing address.
	Country *string `json:"-"`
	// Only orders in this currency.
	Currency *string `json:"-"`
	// Only orders with this total or more, in the smallest unit of `currency`, which is then required.
	TotalFrom *int64 `json:"-"`
	// Only orders with this total or less, in the smallest unit of `currency`, which is then required.
	TotalTo *int64 `json:"-"`
	// Only orders with this tag.
	Tag *string `json:"-"`
	// Whether to list the archived orders instead of the others; `false` by default.
	Archived *bool `json:"-"`
	// Sort order; `newest` by default.
	Sort *OrderSort `json:"-"`
	// Whether to count the orders, in `count`; `false` by default.
	WithCount *bool `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter and sort order.
	Cursor *string `json:"-"`
}

// ListOrders: list orders.
//
// Newest first, unless sorted otherwise. Archived orders are listed only when they are asked for.
func (c *Admin) ListOrders(ctx context.Context, params *AdminListOrdersParams, options ...RequestOption) (*CountedOrderPage, error) {
	if params == nil {
		params = &AdminListOrdersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders", true, false})
	if params.Status != nil {
		call.addQuery("status", *params.Status)
	}
	if params.PaymentStatus != nil {
		call.addQuery("payment_status", *params.PaymentStatus)
	}
	if params.FulfillmentStatus != nil {
		call.addQuery("fulfillment_status", *params.FulfillmentStatus)
	}
	if params.PlacedFrom != nil {
		call.addQuery("placed_from", *params.PlacedFrom)
	}
	if params.PlacedBefore != nil {
		call.addQuery("placed_before", *params.PlacedBefore)
	}
	if params.Search != nil {
		call.addQuery("search", *params.Search)
	}
	if params.CustomerID != nil {
		call.addQuery("customer_id", *params.CustomerID)
	}
	if params.MerchantID != nil {
		call.addQuery("merchant_id", *params.MerchantID)
	}
	if params.ProductID != nil {
		call.addQuery("product_id", *params.ProductID)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Country != nil {
		call.addQuery("country", *params.Country)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	if params.TotalFrom != nil {
		call.addQuery("total_from", *params.TotalFrom)
	}
	if params.TotalTo != nil {
		call.addQuery("total_to", *params.TotalTo)
	}
	if params.Tag != nil {
		call.addQuery("tag", *params.Tag)
	}
	if params.Archived != nil {
		call.addQuery("archived", *params.Archived)
	}
	if params.Sort != nil {
		call.addQuery("sort", *params.Sort)
	}
	if params.WithCount != nil {
		call.addQuery("with_count", *params.WithCount)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[CountedOrderPage](ctx, c.client, call, options)
}

// ListOrdersAll iterates over the items of all pages of [Admin.ListOrders]. The next page is loaded when it is needed.
func (c *Admin) ListOrdersAll(ctx context.Context, params *AdminListOrdersParams, options ...RequestOption) iter.Seq2[AdminOrderSummary, error] {
	load := func(cursor *string) (*CountedOrderPage, error) {
		var own AdminListOrdersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListOrders(ctx, &own, options...)
	}
	return all(load, func(page *CountedOrderPage) ([]AdminOrderSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminExportOrdersParams are the parameters of [Admin.ExportOrders].
type AdminExportOrdersParams struct {
	// Only orders with this status.
	Status *OrderStatus `json:"-"`
	// Only orders with this payment status.
	PaymentStatus *OrderPaymentStatus `json:"-"`
	// Only orders with this fulfillment status.
	FulfillmentStatus *OrderFulfillmentStatus `json:"-"`
	// Only orders placed at this time or later.
	PlacedFrom *time.Time `json:"-"`
	// Only orders placed before this time.
	PlacedBefore *time.Time `json:"-"`
	// An order number, with or without `#`; the beginning of an e-mail address, a name or a company; or a whole
	// phone number, SKU or tracking number.
	Search *string `json:"-"`
	// Only orders of this customer's account.
	CustomerID *string `json:"-"`
	// Only orders with goods of this merchant.
	MerchantID *string `json:"-"`
	// Only orders with this product.
	ProductID *string `json:"-"`
	// Only orders of this storefront.
	StorefrontID *string `json:"-"`
	// Only orders to this country (ISO 3166-1 alpha-2); where nothing is shipped, that of the billing address.
	Country *string `json:"-"`
	// Only orders in this currency.
	Currency *string `json:"-"`
	// Only orders with this total or more, in the smallest unit of `currency`, which is then required.
	TotalFrom *int64 `json:"-"`
	// Only orders with this total or less, in the smallest unit of `currency`, which is then required.
	TotalTo *int64 `json:"-"`
	// Only orders with this tag.
	Tag *string `json:"-"`
	// Whether to list the archived orders instead of the others; `false` by default.
	Archived *bool `json:"-"`
	// Sort order; `newest` by default.
	Sort *OrderSort `json:"-"`
}

// ExportOrders: export orders.
//
// The orders that the list would have with these parameters as CSV in UTF-8, with the columns `number`, `id`,
// `placed_at`, `status`, `payment_status`, `fulfillment_status`, `email`, `currency`, `total` and `refunded`. Amounts
// are decimals of the currency, such as `12.05`. The file is written as it is read.
func (c *Admin) ExportOrders(ctx context.Context, params *AdminExportOrdersParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminExportOrdersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders.csv", true, false})
	if params.Status != nil {
		call.addQuery("status", *params.Status)
	}
	if params.PaymentStatus != nil {
		call.addQuery("payment_status", *params.PaymentStatus)
	}
	if params.FulfillmentStatus != nil {
		call.addQuery("fulfillment_status", *params.FulfillmentStatus)
	}
	if params.PlacedFrom != nil {
		call.addQuery("placed_from", *params.PlacedFrom)
	}
	if params.PlacedBefore != nil {
		call.addQuery("placed_before", *params.PlacedBefore)
	}
	if params.Search != nil {
		call.addQuery("search", *params.Search)
	}
	if params.CustomerID != nil {
		call.addQuery("customer_id", *params.CustomerID)
	}
	if params.MerchantID != nil {
		call.addQuery("merchant_id", *params.MerchantID)
	}
	if params.ProductID != nil {
		call.addQuery("product_id", *params.ProductID)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Country != nil {
		call.addQuery("country", *params.Country)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	if params.TotalFrom != nil {
		call.addQuery("total_from", *params.TotalFrom)
	}
	if params.TotalTo != nil {
		call.addQuery("total_to", *params.TotalTo)
	}
	if params.Tag != nil {
		call.addQuery("tag", *params.Tag)
	}
	if params.Archived != nil {
		call.addQuery("archived", *params.Archived)
	}
	if params.Sort != nil {
		call.addQuery("sort", *params.Sort)
	}
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// AdminChangeOrdersParams are the parameters of [Admin.ChangeOrders].
type AdminChangeOrdersParams struct {
	// What to do.
	Action OrdersAction `json:"action"`
	// Orders, each once.
	OrderIds []string `json:"order_ids,omitzero"`
	// Tags to add or remove; with `tag` and `untag` alone.
	Tags []string `json:"tags,omitzero"`
}

// ChangeOrders: change many orders.
//
// Tags, archives or fulfills up to 100 orders, one after the other, and answers what became of each: an order
// that cannot be changed holds no other up. Returns 422 `order_not_found`, and changes nothing, when an id
// is not of an order. Repeating it with the same key changes nothing more.
func (c *Admin) ChangeOrders(ctx context.Context, params *AdminChangeOrdersParams, options ...RequestOption) (*ChangedOrderList, error) {
	if params == nil {
		params = &AdminChangeOrdersParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/bulk", true, true})
	call.setBody(params)
	return fetch[ChangedOrderList](ctx, c.client, call, options)
}

// AdminGetOrderParams are the parameters of [Admin.GetOrder].
type AdminGetOrderParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// GetOrder: show an order.
//
// With its lines, merchants' shares, transfers, refunds (created here or at the
// payment provider) and disputes.
func (c *Admin) GetOrder(ctx context.Context, params *AdminGetOrderParams, options ...RequestOption) (*AdminOrder, error) {
	if params == nil {
		params = &AdminGetOrderParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders/{order_id}", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[AdminOrder](ctx, c.client, call, options)
}

// AdminListOrderAllocationsParams are the parameters of [Admin.ListOrderAllocations].
type AdminListOrderAllocationsParams struct {
	// Id of the order.
	OrderID string `json:"-"`
}

// ListOrderAllocations: list an order's allocations.
//
// From which locations the units of a paid order are taken: the one that has most of its lines, then by priority.
// Variants whose stock is not tracked are not listed.
func (c *Admin) ListOrderAllocations(ctx context.Context, params *AdminListOrderAllocationsParams, options ...RequestOption) (*StockAllocationList, error) {
	if params == nil {
		params = &AdminListOrderAllocationsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders/{order_id}/allocations", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[StockAllocationList](ctx, c.client, call, options)
}

// AdminCancelOrderParams are the parameters of [Admin.CancelOrder].
type AdminCancelOrderParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// CancelOrder: cancel an order before its money is taken.
//
// Cancels the payment of an unpaid or authorized order and releases its stock. Cancelling it again changes nothing;
// a paid order returns 409 `order_wrong_status`: refund it instead. So does an authorized one of which units
// are shipped.
func (c *Admin) CancelOrder(ctx context.Context, params *AdminCancelOrderParams, options ...RequestOption) (*AdminOrder, error) {
	if params == nil {
		params = &AdminCancelOrderParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/cancel", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[AdminOrder](ctx, c.client, call, options)
}

// AdminCreateCancellationParams are the parameters of [Admin.CreateCancellation].
type AdminCreateCancellationParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Lines to cancel units of, each line once.
	Lines []CancelledLine `json:"lines,omitzero"`
	// Reason, kept with the cancellation and its refund; the shopper does not see it.
	Reason *string `json:"reason,omitempty"`
	// Whether the units are refunded.
	Refund *bool `json:"refund,omitempty"`
	// Whether the units go back into stock.
	Restock *bool `json:"restock,omitempty"`
	// Whether the shipping is refunded with them, all of it.
	Shipping *bool `json:"shipping,omitempty"`
}

// CreateCancellation: cancel units of a paid or authorized order.
//
// Units that are neither shipped nor cancelled. They go back into stock and are refunded, unless the request
// says otherwise, and the shopper is told by e-mail. Of an authorized order the capture leaves the refund out, and
// 409 `request_in_progress` is returned while it is being captured. Returns 422 `cancellation_too_large` for more units
// than that, and 422 `refund_too_large` for units that are refunded already: cancel them with `refund`
// false. An unpaid order returns 409 `order_wrong_status`: cancel all of it instead.
func (c *Admin) CreateCancellation(ctx context.Context, params *AdminCreateCancellationParams, options ...RequestOption) (*Cancellation, error) {
	if params == nil {
		params = &AdminCreateCancellationParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/cancellations", true, true})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[Cancellation](ctx, c.client, call, options)
}

// AdminCaptureOrderParams are the parameters of [Admin.CaptureOrder].
type AdminCaptureOrderParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Amount to capture, in the order's currency; without it, all that was not cancelled.
	Amount *Money `json:"amount,omitempty"`
}

// CaptureOrder: capture an authorized order.
//
// Takes the money that the shopper's bank has set aside, less units that were cancelled. There is one capture of
// an order: with a smaller `amount`, the bank lets the rest go, and the order is `partially_refunded`. A captured
// order stays as it is; one that is not authorized returns 409 `order_wrong_status`. While the provider cannot be
// reached the answer is 503; the capture is carried out when it can.
func (c *Admin) CaptureOrder(ctx context.Context, params *AdminCaptureOrderParams, options ...RequestOption) (*AdminOrder, error) {
	if params == nil {
		params = &AdminCaptureOrderParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/capture", true, false})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[AdminOrder](ctx, c.client, call, options)
}

// AdminListOrderDocumentsParams are the parameters of [Admin.ListOrderDocuments].
type AdminListOrderDocumentsParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// ListOrderDocuments: list documents of an order.
//
// Its invoice and the credit notes of its refunds, oldest first.
func (c *Admin) ListOrderDocuments(ctx context.Context, params *AdminListOrderDocumentsParams, options ...RequestOption) (*AdminDocumentList, error) {
	if params == nil {
		params = &AdminListOrderDocumentsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders/{order_id}/documents", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[AdminDocumentList](ctx, c.client, call, options)
}

// AdminCreateFulfillmentParams are the parameters of [Admin.CreateFulfillment].
type AdminCreateFulfillmentParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Lines to ship, each line once, all of one merchant. Without lines, every unit left of the merchant.
	Lines []FulfilledLine `json:"lines,omitzero"`
	// Merchant whose units are shipped. Required without `lines` if several merchants have units left; with
	// `lines`, all must be of this merchant.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Tracking of the parcel.
	Tracking *CreateTracking `json:"tracking,omitempty"`
}

// CreateFulfillment: create a fulfillment.
//
// Ships units of a paid order in one parcel, or of an authorized one that is captured on fulfillment. An order can
// have several; each is of one merchant. Returns 422 `fulfillment_too_large` for more units than are left. Stock
// does not change: it left the shelf when the order was paid or authorized.
func (c *Admin) CreateFulfillment(ctx context.Context, params *AdminCreateFulfillmentParams, options ...RequestOption) (*AdminFulfillment, error) {
	if params == nil {
		params = &AdminCreateFulfillmentParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/fulfillments", true, true})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[AdminFulfillment](ctx, c.client, call, options)
}

// AdminCancelFulfillmentParams are the parameters of [Admin.CancelFulfillment].
type AdminCancelFulfillmentParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// FulfillmentID is `fulfillment_id` of the path.
	FulfillmentID string `json:"-"`
}

// CancelFulfillment: cancel a fulfillment.
//
// Its units can be shipped in another one. Stock does not change: the units are still sold. Repeating it
// changes nothing. A delivered fulfillment returns 409 `fulfillment_wrong_status`, one with units
// in a return 409 `return_open`.
func (c *Admin) CancelFulfillment(ctx context.Context, params *AdminCancelFulfillmentParams, options ...RequestOption) (*AdminFulfillment, error) {
	if params == nil {
		params = &AdminCancelFulfillmentParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/cancel", true, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("fulfillment_id", params.FulfillmentID)
	return fetch[AdminFulfillment](ctx, c.client, call, options)
}

// AdminDeliverFulfillmentParams are the parameters of [Admin.DeliverFulfillment].
type AdminDeliverFulfillmentParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// FulfillmentID is `fulfillment_id` of the path.
	FulfillmentID string `json:"-"`
}

// DeliverFulfillment: mark a fulfillment as delivered.
//
// Repeating it changes nothing. A cancelled fulfillment returns 409 `fulfillment_wrong_status`.
func (c *Admin) DeliverFulfillment(ctx context.Context, params *AdminDeliverFulfillmentParams, options ...RequestOption) (*AdminFulfillment, error) {
	if params == nil {
		params = &AdminDeliverFulfillmentParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/fulfillments/{fulfillment_id}/delivered", true, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("fulfillment_id", params.FulfillmentID)
	return fetch[AdminFulfillment](ctx, c.client, call, options)
}

// AdminIssueInvoiceParams are the parameters of [Admin.IssueInvoice].
type AdminIssueInvoiceParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// IssueInvoice: issue an invoice.
//
// Of a paid order, and the credit notes of its refunds; what was issued before stays as it is, so repeating it
// changes nothing and returns 200. Numbers have no gap. An unpaid order returns 409 `order_wrong_status`; if the
// invoicing settings lack something, the answer is 409 `seller_incomplete` with `missing`.
func (c *Admin) IssueInvoice(ctx context.Context, params *AdminIssueInvoiceParams, options ...RequestOption) (*AdminDocument, error) {
	if params == nil {
		params = &AdminIssueInvoiceParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/invoice", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[AdminDocument](ctx, c.client, call, options)
}

// AdminGetOrderMoneyParams are the parameters of [Admin.GetOrderMoney].
type AdminGetOrderMoneyParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// GetOrderMoney: trace an order's money.
//
// Every cent from the prices to the transfers: what each line came to, how it was split, what
// the provider and the platform kept, what was sent and taken back, and every entry in the
// books. The entries add up to zero.
func (c *Admin) GetOrderMoney(ctx context.Context, params *AdminGetOrderMoneyParams, options ...RequestOption) (*OrderMoney, error) {
	if params == nil {
		params = &AdminGetOrderMoneyParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders/{order_id}/money", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[OrderMoney](ctx, c.client, call, options)
}

// AdminCreateOrderNoteParams are the parameters of [Admin.CreateOrderNote].
type AdminCreateOrderNoteParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// What it says.
	Text string `json:"text"`
}

// CreateOrderNote: create a note on an order.
//
// For the staff: shoppers never see it. The timeline shows it.
func (c *Admin) CreateOrderNote(ctx context.Context, params *AdminCreateOrderNoteParams, options ...RequestOption) (*OrderNote, error) {
	if params == nil {
		params = &AdminCreateOrderNoteParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/notes", true, false})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[OrderNote](ctx, c.client, call, options)
}

// AdminUpdateOrderNoteParams are the parameters of [Admin.UpdateOrderNote].
type AdminUpdateOrderNoteParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// NoteID is `note_id` of the path.
	NoteID string `json:"-"`
	// What it says.
	Text string `json:"text"`
}

// UpdateOrderNote: edit a note on an order.
//
// One that the caller wrote; another's returns 403 `order_note_not_own`.
func (c *Admin) UpdateOrderNote(ctx context.Context, params *AdminUpdateOrderNoteParams, options ...RequestOption) (*OrderNote, error) {
	if params == nil {
		params = &AdminUpdateOrderNoteParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/orders/{order_id}/notes/{note_id}", true, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("note_id", params.NoteID)
	call.setBody(params)
	return fetch[OrderNote](ctx, c.client, call, options)
}

// AdminDeleteOrderNoteParams are the parameters of [Admin.DeleteOrderNote].
type AdminDeleteOrderNoteParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// NoteID is `note_id` of the path.
	NoteID string `json:"-"`
}

// DeleteOrderNote: delete a note on an order.
//
// One that the caller wrote; another's returns 403 `order_note_not_own`.
func (c *Admin) DeleteOrderNote(ctx context.Context, params *AdminDeleteOrderNoteParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteOrderNoteParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/orders/{order_id}/notes/{note_id}", true, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("note_id", params.NoteID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminDownloadPackingSlipParams are the parameters of [Admin.DownloadPackingSlip].
type AdminDownloadPackingSlipParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Which fulfillment; without it, what is left to ship.
	FulfillmentID *string `json:"-"`
}

// DownloadPackingSlip: download a packing slip.
//
// Of a fulfillment, or of all that is neither shipped nor cancelled: quantities, stock keeping units and titles
// without prices, as PDF. It has no number and is not kept. Returns 409 `nothing_to_pack` when nothing is left.
func (c *Admin) DownloadPackingSlip(ctx context.Context, params *AdminDownloadPackingSlipParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminDownloadPackingSlipParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders/{order_id}/packing-slip.pdf", true, false})
	call.setPath("order_id", params.OrderID)
	if params.FulfillmentID != nil {
		call.addQuery("fulfillment_id", *params.FulfillmentID)
	}
	return fetchFile(ctx, c.client, call, "application/pdf", options)
}

// AdminCreateRefundParams are the parameters of [Admin.CreateRefund].
type AdminCreateRefundParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Amount to refund beside lines and shipping, in the order's currency. Each merchant gives in proportion to
	// what is left of its share.
	Amount *Money `json:"amount,omitempty"`
	// Whether to refund everything that is left.
	Full *bool `json:"full,omitempty"`
	// Lines to refund, each line once.
	Lines []RefundedLine `json:"lines,omitzero"`
	// Reason, kept with the refund.
	Reason *string `json:"reason,omitempty"`
	// Return whose units are refunded: those that came and are not refunded yet; with `lines`, those of them.
	ReturnID *string `json:"return_id,omitempty"`
	// Whether to refund the shipping, all of it.
	Shipping *bool `json:"shipping,omitempty"`
}

// CreateRefund: create a refund.
//
// Of all that is left (`full`), or of units of lines, what came with a return, the shipping, and an amount.
// Each unit's price and tax is refunded exactly, in whatever steps. Returns 422 `refund_too_large` for
// more than is left of a merchant's share, also after refunds created at the payment provider or
// disputes; `full` refunds what is left. If the provider cannot be reached the refund is `requested`
// and carried out later. If the provider refuses it, it is `failed` and its units can be refunded again.
func (c *Admin) CreateRefund(ctx context.Context, params *AdminCreateRefundParams, options ...RequestOption) (*Refund, error) {
	if params == nil {
		params = &AdminCreateRefundParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/refunds", true, true})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[Refund](ctx, c.client, call, options)
}

// AdminPreviewRefundParams are the parameters of [Admin.PreviewRefund].
type AdminPreviewRefundParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Amount to refund beside lines and shipping, in the order's currency. Each merchant gives in proportion to
	// what is left of its share.
	Amount *Money `json:"amount,omitempty"`
	// Whether to refund everything that is left.
	Full *bool `json:"full,omitempty"`
	// Lines to refund, each line once.
	Lines []RefundedLine `json:"lines,omitzero"`
	// Reason, kept with the refund.
	Reason *string `json:"reason,omitempty"`
	// Return whose units are refunded: those that came and are not refunded yet; with `lines`, those of them.
	ReturnID *string `json:"return_id,omitempty"`
	// Whether to refund the shipping, all of it.
	Shipping *bool `json:"shipping,omitempty"`
}

// PreviewRefund: preview a refund.
//
// Takes the body of a refund and answers who would give what, and what would be left; changes nothing. A
// refund that is created then does the same, unless something else happens in between.
func (c *Admin) PreviewRefund(ctx context.Context, params *AdminPreviewRefundParams, options ...RequestOption) (*RefundPreview, error) {
	if params == nil {
		params = &AdminPreviewRefundParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/refunds/preview", true, false})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[RefundPreview](ctx, c.client, call, options)
}

// AdminCreateReturnParams are the parameters of [Admin.CreateReturn].
type AdminCreateReturnParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Units that come back, each line once.
	Lines []AdminCreateReturnLine `json:"lines,omitzero"`
	// What there is to say about it.
	Note *string `json:"note,omitempty"`
	// Why the units come back.
	Reason ReturnReason `json:"reason"`
}

// CreateReturn: create a return.
//
// For units that are shipped and in no other return; it is `approved` at once, whatever the storefront's
// window. Returns 422 `return_too_large` for more units than that. Money goes back by a refund of the lines.
func (c *Admin) CreateReturn(ctx context.Context, params *AdminCreateReturnParams, options ...RequestOption) (*AdminReturn, error) {
	if params == nil {
		params = &AdminCreateReturnParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/orders/{order_id}/returns", true, true})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[AdminReturn](ctx, c.client, call, options)
}

// AdminSetOrderTagsParams are the parameters of [Admin.SetOrderTags].
type AdminSetOrderTagsParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Tags, in alphabetical order; each 1 to 40 characters.
	Tags []string `json:"tags,omitzero"`
}

// SetOrderTags: set the tags of an order.
//
// Replaces those it has. Orders can be listed by tag.
func (c *Admin) SetOrderTags(ctx context.Context, params *AdminSetOrderTagsParams, options ...RequestOption) (*OrderTags, error) {
	if params == nil {
		params = &AdminSetOrderTagsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/orders/{order_id}/tags", true, false})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[OrderTags](ctx, c.client, call, options)
}

// AdminGetOrderTimelineParams are the parameters of [Admin.GetOrderTimeline].
type AdminGetOrderTimelineParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// GetOrderTimeline: show an order's timeline.
//
// Newest first: payments, refunds, parcels, returns, cancellations, disputes, messages to the shopper, notes,
// and what staff and programs changed.
func (c *Admin) GetOrderTimeline(ctx context.Context, params *AdminGetOrderTimelineParams, options ...RequestOption) (*OrderEventPage, error) {
	if params == nil {
		params = &AdminGetOrderTimelineParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/orders/{order_id}/timeline", true, false})
	call.setPath("order_id", params.OrderID)
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[OrderEventPage](ctx, c.client, call, options)
}

// GetOrderTimelineAll iterates over the items of all pages of [Admin.GetOrderTimeline]. The next page is loaded when it is needed.
func (c *Admin) GetOrderTimelineAll(ctx context.Context, params *AdminGetOrderTimelineParams, options ...RequestOption) iter.Seq2[OrderEvent, error] {
	load := func(cursor *string) (*OrderEventPage, error) {
		var own AdminGetOrderTimelineParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.GetOrderTimeline(ctx, &own, options...)
	}
	return all(load, func(page *OrderEventPage) ([]OrderEvent, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetPaymentSettingsParams are the parameters of [Admin.GetPaymentSettings].
type AdminGetPaymentSettingsParams struct {
}

// GetPaymentSettings: show the payment settings.
//
// Of the whole tenant.
func (c *Admin) GetPaymentSettings(ctx context.Context, _ *AdminGetPaymentSettingsParams, options ...RequestOption) (*PaymentSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/payment-settings", true, false})
	return fetch[PaymentSettings](ctx, c.client, call, options)
}

// AdminSetPaymentSettingsParams are the parameters of [Admin.SetPaymentSettings].
type AdminSetPaymentSettingsParams struct {
	// When the money of new orders is captured. Default: `automatic`. With the others, shoppers pay with methods that
	// can be authorized first, such as cards, and an authorization ends after some days: staff are told two days before.
	Capture CaptureRule `json:"capture"`
}

// SetPaymentSettings: replace the payment settings.
//
// Orders that are placed already keep their rule.
func (c *Admin) SetPaymentSettings(ctx context.Context, params *AdminSetPaymentSettingsParams, options ...RequestOption) (*PaymentSettings, error) {
	if params == nil {
		params = &AdminSetPaymentSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/payment-settings", true, false})
	call.setBody(params)
	return fetch[PaymentSettings](ctx, c.client, call, options)
}

// AdminListProductsParams are the parameters of [Admin.ListProducts].
type AdminListProductsParams struct {
	// Only products with this status.
	Status *ProductStatus `json:"-"`
	// Text in the title or vendor, or a whole SKU or barcode; at most 200 characters.
	Q *string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same status and text.
	Cursor *string `json:"-"`
}

// ListProducts: list products.
//
// Newest first.
func (c *Admin) ListProducts(ctx context.Context, params *AdminListProductsParams, options ...RequestOption) (*AdminProductPage, error) {
	if params == nil {
		params = &AdminListProductsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/products", true, false})
	if params.Status != nil {
		call.addQuery("status", *params.Status)
	}
	if params.Q != nil {
		call.addQuery("q", *params.Q)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AdminProductPage](ctx, c.client, call, options)
}

// ListProductsAll iterates over the items of all pages of [Admin.ListProducts]. The next page is loaded when it is needed.
func (c *Admin) ListProductsAll(ctx context.Context, params *AdminListProductsParams, options ...RequestOption) iter.Seq2[AdminProductSummary, error] {
	load := func(cursor *string) (*AdminProductPage, error) {
		var own AdminListProductsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListProducts(ctx, &own, options...)
	}
	return all(load, func(page *AdminProductPage) ([]AdminProductSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminCreateProductParams are the parameters of [Admin.CreateProduct].
type AdminCreateProductParams struct {
	// Category path, from the root down. Missing categories are created.
	Category []string `json:"category,omitzero"`
	// Description as HTML; scripts, styles and forms are removed.
	Description *string `json:"description,omitempty"`
	// Whether shoppers cannot return it. Holds for orders placed from then on.
	FinalSale *bool `json:"final_sale,omitempty"`
	// Merchant; the default merchant by default.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Options by which variants differ.
	Options []string `json:"options,omitzero"`
	// Product type.
	ProductType *string `json:"product_type,omitempty"`
	// Description for search engines.
	SeoDescription Nullable[string] `json:"seo_description,omitzero"`
	// Title for search engines.
	SeoTitle Nullable[string] `json:"seo_title,omitzero"`
	// Slug: the last part of the product's URL. By default made of the title, with a number appended if another
	// product has it.
	Slug *string `json:"slug,omitempty"`
	// Product status.
	Status ProductStatus `json:"status"`
	// One line below the title.
	Subtitle Nullable[string] `json:"subtitle,omitzero"`
	// Tags.
	Tags []string `json:"tags,omitzero"`
	// Title.
	Title string `json:"title"`
	// Variants: at least one, and exactly one without options.
	Variants []CreateVariant `json:"variants,omitzero"`
	// Vendor name. Does not change the merchant.
	Vendor *string `json:"vendor,omitempty"`
}

// CreateProduct: create a product.
//
// Without a slug one is made of the title. A slug, or where SKUs are unique an SKU, of another
// product returns 409 `slug_taken` or `sku_taken`. Without `merchant_id` it is the default merchant's;
// an unknown one returns 422 `merchant_not_found`.
func (c *Admin) CreateProduct(ctx context.Context, params *AdminCreateProductParams, options ...RequestOption) (*AdminProduct, error) {
	if params == nil {
		params = &AdminCreateProductParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/products", true, false})
	call.setBody(params)
	return fetch[AdminProduct](ctx, c.client, call, options)
}

// AdminGetProductParams are the parameters of [Admin.GetProduct].
type AdminGetProductParams struct {
	// ProductID is `product_id` of the path.
	ProductID string `json:"-"`
}

// GetProduct: show a product.
//
// Drafts and archived products as well, with all variants, images and stock.
func (c *Admin) GetProduct(ctx context.Context, params *AdminGetProductParams, options ...RequestOption) (*AdminProduct, error) {
	if params == nil {
		params = &AdminGetProductParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/products/{product_id}", true, false})
	call.setPath("product_id", params.ProductID)
	return fetch[AdminProduct](ctx, c.client, call, options)
}

// AdminUpdateProductParams are the parameters of [Admin.UpdateProduct].
type AdminUpdateProductParams struct {
	// ProductID is `product_id` of the path.
	ProductID string `json:"-"`
	// Description as HTML; scripts, styles and forms are removed.
	Description *string `json:"description,omitempty"`
	// Whether shoppers cannot return it. Holds for orders placed from then on.
	FinalSale *bool `json:"final_sale,omitempty"`
	// Product type.
	ProductType *string `json:"product_type,omitempty"`
	// Description for search engines.
	SeoDescription Nullable[string] `json:"seo_description,omitzero"`
	// Title for search engines.
	SeoTitle Nullable[string] `json:"seo_title,omitzero"`
	// Product status.
	Status *ProductStatus `json:"status,omitempty"`
	// One line below the title.
	Subtitle Nullable[string] `json:"subtitle,omitzero"`
	// Tags.
	Tags []string `json:"tags,omitzero"`
	// Title.
	Title *string `json:"title,omitempty"`
	// Vendor name. Does not change the merchant.
	Vendor *string `json:"vendor,omitempty"`
	// Version that was read; the change is rejected if the product has another one by now.
	Version *int64 `json:"version,omitempty"`
}

// UpdateProduct: change a product.
//
// Absent fields do not change. With the `version` that was read, the request returns 409
// `version_mismatch` if the product was changed meanwhile, and `current_version`
// is its version.
func (c *Admin) UpdateProduct(ctx context.Context, params *AdminUpdateProductParams, options ...RequestOption) (*AdminProduct, error) {
	if params == nil {
		params = &AdminUpdateProductParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/products/{product_id}", true, false})
	call.setPath("product_id", params.ProductID)
	call.setBody(params)
	return fetch[AdminProduct](ctx, c.client, call, options)
}

// AdminUploadImageParams are the parameters of [Admin.UploadImage].
type AdminUploadImageParams struct {
	// ProductID is `product_id` of the path.
	ProductID string `json:"-"`
	// Body is the file.
	Body []byte `json:"-"`
}

// UploadImage: upload an image.
//
// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a
// side. Its bytes decide what it is. The image is turned upright, converted to sRGB and stored
// without EXIF data, after the product's other images; a product has at most 50. Uploading an
// image that the product already has returns 200 with that image and changes nothing.
func (c *Admin) UploadImage(ctx context.Context, params *AdminUploadImageParams, options ...RequestOption) (*AdminImage, error) {
	if params == nil {
		params = &AdminUploadImageParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/products/{product_id}/images", true, false})
	call.setPath("product_id", params.ProductID)
	call.setFile(params.Body, "application/octet-stream")
	return fetch[AdminImage](ctx, c.client, call, options)
}

// AdminGetImageParams are the parameters of [Admin.GetImage].
type AdminGetImageParams struct {
	// ProductID is `product_id` of the path.
	ProductID string `json:"-"`
	// ImageID is `image_id` of the path.
	ImageID string `json:"-"`
}

// GetImage: show an image.
//
// One image of the product, with its alternative text and position.
func (c *Admin) GetImage(ctx context.Context, params *AdminGetImageParams, options ...RequestOption) (*AdminImage, error) {
	if params == nil {
		params = &AdminGetImageParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/products/{product_id}/images/{image_id}", true, false})
	call.setPath("product_id", params.ProductID)
	call.setPath("image_id", params.ImageID)
	return fetch[AdminImage](ctx, c.client, call, options)
}

// AdminUpdateImageParams are the parameters of [Admin.UpdateImage].
type AdminUpdateImageParams struct {
	// ProductID is `product_id` of the path.
	ProductID string `json:"-"`
	// ImageID is `image_id` of the path.
	ImageID string `json:"-"`
	// Alternative text: what the image shows, on one line of at most 512 characters.
	Alt *string `json:"alt,omitempty"`
	// Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of
	// before. Storefronts show the one of their locale, else of their language, else `alt`.
	AltTranslations map[string]string `json:"alt_translations,omitzero"`
	// What stays visible where the image is cropped; `null` for its middle.
	FocalPoint Nullable[FocalPoint] `json:"focal_point,omitzero"`
	// Position among the product's images, from 1; a number beyond the last one is the last position.
	Position *int64 `json:"position,omitempty"`
}

// UpdateImage: change an image.
//
// Absent fields do not change. A new position moves the images in between. Returns the product.
func (c *Admin) UpdateImage(ctx context.Context, params *AdminUpdateImageParams, options ...RequestOption) (*AdminProduct, error) {
	if params == nil {
		params = &AdminUpdateImageParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/products/{product_id}/images/{image_id}", true, false})
	call.setPath("product_id", params.ProductID)
	call.setPath("image_id", params.ImageID)
	call.setBody(params)
	return fetch[AdminProduct](ctx, c.client, call, options)
}

// AdminDeleteImageParams are the parameters of [Admin.DeleteImage].
type AdminDeleteImageParams struct {
	// ProductID is `product_id` of the path.
	ProductID string `json:"-"`
	// ImageID is `image_id` of the path.
	ImageID string `json:"-"`
}

// DeleteImage: delete an image.
//
// Variants that showed it have no image of their own any more. Its URL stays valid.
func (c *Admin) DeleteImage(ctx context.Context, params *AdminDeleteImageParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteImageParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/products/{product_id}/images/{image_id}", true, false})
	call.setPath("product_id", params.ProductID)
	call.setPath("image_id", params.ImageID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminGetProductVisibilityParams are the parameters of [Admin.GetProductVisibility].
type AdminGetProductVisibilityParams struct {
	// Id of the product.
	ProductID string `json:"-"`
}

// GetProductVisibility: show a product's visibility.
//
// Which customer groups see the product in storefronts.
func (c *Admin) GetProductVisibility(ctx context.Context, params *AdminGetProductVisibilityParams, options ...RequestOption) (*ProductVisibility, error) {
	if params == nil {
		params = &AdminGetProductVisibilityParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/products/{product_id}/visibility", true, false})
	call.setPath("product_id", params.ProductID)
	return fetch[ProductVisibility](ctx, c.client, call, options)
}

// AdminSetProductVisibilityParams are the parameters of [Admin.SetProductVisibility].
type AdminSetProductVisibilityParams struct {
	// Id of the product.
	ProductID string `json:"-"`
	// Ids of customer groups, at most 100; empty if every shopper sees it.
	CustomerGroupIds []string `json:"customer_group_ids,omitzero"`
}

// SetProductVisibility: set a product's visibility.
//
// Only members of the groups find, see and buy the product then. Without groups every shopper does.
func (c *Admin) SetProductVisibility(ctx context.Context, params *AdminSetProductVisibilityParams, options ...RequestOption) (*ProductVisibility, error) {
	if params == nil {
		params = &AdminSetProductVisibilityParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/products/{product_id}/visibility", true, false})
	call.setPath("product_id", params.ProductID)
	call.setBody(params)
	return fetch[ProductVisibility](ctx, c.client, call, options)
}

// AdminReportCategoriesParams are the parameters of [Admin.ReportCategories].
type AdminReportCategoriesParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ReportCategories: report sales by category.
//
// A product's sales are of its deepest category (of several as deep, the one with the lowest id) as it was when the
// order was last counted: at its last change of money, or when all days were. The rows of all categories and the
// one without a category add up to the totals.
func (c *Admin) ReportCategories(ctx context.Context, params *AdminReportCategoriesParams, options ...RequestOption) (*CategoryReport, error) {
	if params == nil {
		params = &AdminReportCategoriesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/categories", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetch[CategoryReport](ctx, c.client, call, options)
}

// AdminReportCohortsParams are the parameters of [Admin.ReportCohorts].
type AdminReportCohortsParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required. Its month is the first cohort.
	From *string `json:"-"`
	// Last day, at most 5 years later; required. Its month is the last cohort; months after it are in the report.
	To *string `json:"-"`
}

// ReportCohorts: report cohorts.
//
// A cohort is the customers whose first paid order is of one month; for each, how many of them ordered in that month
// and in the later ones, and for how much.
func (c *Admin) ReportCohorts(ctx context.Context, params *AdminReportCohortsParams, options ...RequestOption) (*CohortReport, error) {
	if params == nil {
		params = &AdminReportCohortsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/cohorts", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	return fetch[CohortReport](ctx, c.client, call, options)
}

// AdminReportCountriesParams are the parameters of [Admin.ReportCountries].
type AdminReportCountriesParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ReportCountries: report sales by country.
//
// Countries that orders were shipped to.
func (c *Admin) ReportCountries(ctx context.Context, params *AdminReportCountriesParams, options ...RequestOption) (*CountryReport, error) {
	if params == nil {
		params = &AdminReportCountriesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/countries", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetch[CountryReport](ctx, c.client, call, options)
}

// AdminReportCustomersParams are the parameters of [Admin.ReportCustomers].
type AdminReportCustomersParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required. The period that it is in is counted whole.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required. The period that it is in is counted whole.
	To *string `json:"-"`
	// Length of a period; `day` by default.
	Interval *ReportInterval `json:"-"`
}

// ReportCustomers: report customers.
//
// How many customers ordered by day, week or month, and how many of them had ordered before. A customer is an account,
// or for orders of guests an e-mail address, in all storefronts of the tenant. An order counts on the day that it was
// paid, refunded or not.
func (c *Admin) ReportCustomers(ctx context.Context, params *AdminReportCustomersParams, options ...RequestOption) (*CustomerReport, error) {
	if params == nil {
		params = &AdminReportCustomersParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/customers", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.Interval != nil {
		call.addQuery("interval", *params.Interval)
	}
	return fetch[CustomerReport](ctx, c.client, call, options)
}

// AdminExportReportParams are the parameters of [Admin.ExportReport].
type AdminExportReportParams struct {
	// Which report; `sales` by default.
	Report *ReportKind `json:"-"`
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Length of a period of `sales` and `customers`; `day` by default.
	Interval *ReportInterval `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ExportReport: export a report.
//
// The rows of a report as a CSV file: what each is of (a day, or an id or code), `currency`, and the figures of the
// report. Amounts are decimals of the currency, such as `12.05`. Products: the 500 with the most sales in each
// currency. `customers` and `cohorts` have the columns of those reports, and take neither a storefront nor a
// currency.
func (c *Admin) ExportReport(ctx context.Context, params *AdminExportReportParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminExportReportParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/export.csv", true, false})
	if params.Report != nil {
		call.addQuery("report", *params.Report)
	}
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.Interval != nil {
		call.addQuery("interval", *params.Interval)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// AdminExportReportParquetParams are the parameters of [Admin.ExportReportParquet].
type AdminExportReportParquetParams struct {
	// Which report; `sales` by default.
	Report *ReportKind `json:"-"`
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Length of a period of `sales` and `customers`; `day` by default.
	Interval *ReportInterval `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ExportReportParquet: export a report as Parquet.
//
// The same rows as `export.csv`, with typed columns: text, and 64-bit whole numbers. Amounts are in minor units of
// `currency`, and their columns end with `_minor`. What has no value is null. The same report is the same bytes.
func (c *Admin) ExportReportParquet(ctx context.Context, params *AdminExportReportParquetParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &AdminExportReportParquetParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/export.parquet", true, false})
	if params.Report != nil {
		call.addQuery("report", *params.Report)
	}
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.Interval != nil {
		call.addQuery("interval", *params.Interval)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetchFile(ctx, c.client, call, "application/vnd.apache.parquet", options)
}

// AdminReportFunnelParams are the parameters of [Admin.ReportFunnel].
type AdminReportFunnelParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
}

// ReportFunnel: report the funnel.
//
// How many visits saw a product, and how many carts, orders and payments there were on the same days, with the reasons
// for which checkout refused. Visits are what browsers tell of, with the visitor's consent where the store asks for it;
// the rest is counted by the server. Counted as it happens, and not made again by a rebuild.
func (c *Admin) ReportFunnel(ctx context.Context, params *AdminReportFunnelParams, options ...RequestOption) (*FunnelReport, error) {
	if params == nil {
		params = &AdminReportFunnelParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/funnel", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	return fetch[FunnelReport](ctx, c.client, call, options)
}

// AdminReportMerchantsParams are the parameters of [Admin.ReportMerchants].
type AdminReportMerchantsParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ReportMerchants: report sales by merchant.
//
// With commission, fees, earnings and the take rate. An order with goods of several merchants counts for each of
// them, and once in the totals.
func (c *Admin) ReportMerchants(ctx context.Context, params *AdminReportMerchantsParams, options ...RequestOption) (*MerchantReport, error) {
	if params == nil {
		params = &AdminReportMerchantsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/merchants", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetch[MerchantReport](ctx, c.client, call, options)
}

// AdminReportProductsParams are the parameters of [Admin.ReportProducts].
type AdminReportProductsParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Rows of each currency, 1 to 500; 50 by default.
	Limit *int64 `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ReportProducts: report sales by product.
//
// Products with the most sales first, in each currency. The rows of all products and the one without a product
// add up to the totals.
func (c *Admin) ReportProducts(ctx context.Context, params *AdminReportProductsParams, options ...RequestOption) (*ProductReport, error) {
	if params == nil {
		params = &AdminReportProductsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/products", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetch[ProductReport](ctx, c.client, call, options)
}

// AdminReportSalesParams are the parameters of [Admin.ReportSales].
type AdminReportSalesParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Length of a period; `day` by default.
	Interval *ReportInterval `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ReportSales: report sales.
//
// Orders, units, sales, refunds and earnings by day, week or month, with the totals of as many days before. Facts
// count on the day that they happened: a refund not on the day of its sale.
func (c *Admin) ReportSales(ctx context.Context, params *AdminReportSalesParams, options ...RequestOption) (*SalesReport, error) {
	if params == nil {
		params = &AdminReportSalesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/sales", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.Interval != nil {
		call.addQuery("interval", *params.Interval)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetch[SalesReport](ctx, c.client, call, options)
}

// AdminReportStorefrontsParams are the parameters of [Admin.ReportStorefronts].
type AdminReportStorefrontsParams struct {
	// First day, as `2025-01-31`, in the time zone of the reports; required.
	From *string `json:"-"`
	// Last day, included; at most 5 years later; required.
	To *string `json:"-"`
	// Only this storefront.
	StorefrontID *string `json:"-"`
	// Only this currency.
	Currency *string `json:"-"`
}

// ReportStorefronts: report sales by storefront.
//
// All storefronts of the tenant.
func (c *Admin) ReportStorefronts(ctx context.Context, params *AdminReportStorefrontsParams, options ...RequestOption) (*StorefrontReport, error) {
	if params == nil {
		params = &AdminReportStorefrontsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reports/storefronts", true, false})
	if params.From != nil {
		call.addQuery("from", *params.From)
	}
	if params.To != nil {
		call.addQuery("to", *params.To)
	}
	if params.StorefrontID != nil {
		call.addQuery("storefront_id", *params.StorefrontID)
	}
	if params.Currency != nil {
		call.addQuery("currency", *params.Currency)
	}
	return fetch[StorefrontReport](ctx, c.client, call, options)
}

// AdminListReturnsParams are the parameters of [Admin.ListReturns].
type AdminListReturnsParams struct {
	// Only returns with this status.
	Status *ReturnStatus `json:"-"`
	// Only returns of this order.
	OrderID *string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListReturns: list returns.
//
// Newest first.
func (c *Admin) ListReturns(ctx context.Context, params *AdminListReturnsParams, options ...RequestOption) (*AdminReturnPage, error) {
	if params == nil {
		params = &AdminListReturnsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/returns", true, false})
	if params.Status != nil {
		call.addQuery("status", *params.Status)
	}
	if params.OrderID != nil {
		call.addQuery("order_id", *params.OrderID)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AdminReturnPage](ctx, c.client, call, options)
}

// ListReturnsAll iterates over the items of all pages of [Admin.ListReturns]. The next page is loaded when it is needed.
func (c *Admin) ListReturnsAll(ctx context.Context, params *AdminListReturnsParams, options ...RequestOption) iter.Seq2[AdminReturn, error] {
	load := func(cursor *string) (*AdminReturnPage, error) {
		var own AdminListReturnsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListReturns(ctx, &own, options...)
	}
	return all(load, func(page *AdminReturnPage) ([]AdminReturn, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetReturnParams are the parameters of [Admin.GetReturn].
type AdminGetReturnParams struct {
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
}

// GetReturn: show a return.
//
// With its lines, and how many units of each came.
func (c *Admin) GetReturn(ctx context.Context, params *AdminGetReturnParams, options ...RequestOption) (*AdminReturn, error) {
	if params == nil {
		params = &AdminGetReturnParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/returns/{return_id}", true, false})
	call.setPath("return_id", params.ReturnID)
	return fetch[AdminReturn](ctx, c.client, call, options)
}

// AdminApproveReturnParams are the parameters of [Admin.ApproveReturn].
type AdminApproveReturnParams struct {
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
	// Message to the shopper: where to send the units, or why they are not taken back.
	Message *string `json:"message,omitempty"`
}

// ApproveReturn: approve a return.
//
// The shopper is told by e-mail, with the message. Repeating it changes nothing.
func (c *Admin) ApproveReturn(ctx context.Context, params *AdminApproveReturnParams, options ...RequestOption) (*AdminReturn, error) {
	if params == nil {
		params = &AdminApproveReturnParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/returns/{return_id}/approve", true, false})
	call.setPath("return_id", params.ReturnID)
	call.setBody(params)
	return fetch[AdminReturn](ctx, c.client, call, options)
}

// AdminCancelReturnParams are the parameters of [Admin.CancelReturn].
type AdminCancelReturnParams struct {
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
}

// CancelReturn: cancel a return.
//
// One of which no unit came. Its units can be in another return. Repeating it changes nothing.
func (c *Admin) CancelReturn(ctx context.Context, params *AdminCancelReturnParams, options ...RequestOption) (*AdminReturn, error) {
	if params == nil {
		params = &AdminCancelReturnParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/returns/{return_id}/cancel", true, false})
	call.setPath("return_id", params.ReturnID)
	return fetch[AdminReturn](ctx, c.client, call, options)
}

// AdminReceiveReturnParams are the parameters of [Admin.ReceiveReturn].
type AdminReceiveReturnParams struct {
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
	// Whether no more units will come; the units that did not come can be in another return.
	IsFinal *bool `json:"is_final,omitempty"`
	// Lines of which units came.
	Lines []ReceivedLine `json:"lines,omitzero"`
}

// ReceiveReturn: receive a return.
//
// Says how many units of each line came until now, and how many of these go back into stock; so repeating
// it changes nothing, and counts never go down. The return is `received` when all units came, or with
// `is_final`; the shopper is then told by e-mail.
func (c *Admin) ReceiveReturn(ctx context.Context, params *AdminReceiveReturnParams, options ...RequestOption) (*AdminReturn, error) {
	if params == nil {
		params = &AdminReceiveReturnParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/returns/{return_id}/receive", true, false})
	call.setPath("return_id", params.ReturnID)
	call.setBody(params)
	return fetch[AdminReturn](ctx, c.client, call, options)
}

// AdminRejectReturnParams are the parameters of [Admin.RejectReturn].
type AdminRejectReturnParams struct {
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
	// Message to the shopper: where to send the units, or why they are not taken back.
	Message *string `json:"message,omitempty"`
}

// RejectReturn: reject a return.
//
// The shopper is told by e-mail, with the message. Its units can be in another return. Repeating it changes
// nothing.
func (c *Admin) RejectReturn(ctx context.Context, params *AdminRejectReturnParams, options ...RequestOption) (*AdminReturn, error) {
	if params == nil {
		params = &AdminRejectReturnParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/returns/{return_id}/reject", true, false})
	call.setPath("return_id", params.ReturnID)
	call.setBody(params)
	return fetch[AdminReturn](ctx, c.client, call, options)
}

// AdminGetReviewSettingsParams are the parameters of [Admin.GetReviewSettings].
type AdminGetReviewSettingsParams struct {
}

// GetReviewSettings: show the review settings.
//
// Of the whole tenant.
func (c *Admin) GetReviewSettings(ctx context.Context, _ *AdminGetReviewSettingsParams, options ...RequestOption) (*ReviewSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/review-settings", true, false})
	return fetch[ReviewSettings](ctx, c.client, call, options)
}

// AdminSetReviewSettingsParams are the parameters of [Admin.SetReviewSettings].
type AdminSetReviewSettingsParams struct {
	// Days for which authors can change a review. Default: 30.
	EditWindowDays int64 `json:"edit_window_days"`
	// Days from the delivery, or from the payment when nothing is shipped, to that e-mail. Default: 7.
	InvitationDelayDays int64 `json:"invitation_delay_days"`
	// Whether each review waits for the staff before it is published. Without, only those with links, HTML or
	// the text of another review do. Default: `true`.
	IsModerated bool `json:"is_moderated"`
	// Whether shoppers are sent one e-mail per order that asks for reviews. In some countries it needs their
	// consent, for which the tenant answers. Default: `false`.
	SendsInvitations bool `json:"sends_invitations"`
}

// SetReviewSettings: replace the review settings.
//
// Reviews that are there keep their status and the time until which they can be changed, and invitations
// that are planned keep their day; without `sends_invitations` none of them is sent.
func (c *Admin) SetReviewSettings(ctx context.Context, params *AdminSetReviewSettingsParams, options ...RequestOption) (*ReviewSettings, error) {
	if params == nil {
		params = &AdminSetReviewSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/review-settings", true, false})
	call.setBody(params)
	return fetch[ReviewSettings](ctx, c.client, call, options)
}

// AdminListReviewsParams are the parameters of [Admin.ListReviews].
type AdminListReviewsParams struct {
	// Only reviews with this status.
	Status *ReviewStatus `json:"-"`
	// Only reviews of products, or of merchants.
	Subject *ReviewSubject `json:"-"`
	// Only reviews of this product.
	ProductID *string `json:"-"`
	// Only reviews of this merchant and of what it sold.
	MerchantID *string `json:"-"`
	// Only reviews with this number of stars.
	Rating *int64 `json:"-"`
	// Only reviews with (`true`) or without (`false`) reports since the last decision.
	Reported *bool `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListReviews: list reviews.
//
// Newest first. Staff of one merchant see published reviews of it and of what it sold.
func (c *Admin) ListReviews(ctx context.Context, params *AdminListReviewsParams, options ...RequestOption) (*AdminReviewPage, error) {
	if params == nil {
		params = &AdminListReviewsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reviews", true, false})
	if params.Status != nil {
		call.addQuery("status", *params.Status)
	}
	if params.Subject != nil {
		call.addQuery("subject", *params.Subject)
	}
	if params.ProductID != nil {
		call.addQuery("product_id", *params.ProductID)
	}
	if params.MerchantID != nil {
		call.addQuery("merchant_id", *params.MerchantID)
	}
	if params.Rating != nil {
		call.addQuery("rating", *params.Rating)
	}
	if params.Reported != nil {
		call.addQuery("reported", *params.Reported)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[AdminReviewPage](ctx, c.client, call, options)
}

// ListReviewsAll iterates over the items of all pages of [Admin.ListReviews]. The next page is loaded when it is needed.
func (c *Admin) ListReviewsAll(ctx context.Context, params *AdminListReviewsParams, options ...RequestOption) iter.Seq2[AdminReview, error] {
	load := func(cursor *string) (*AdminReviewPage, error) {
		var own AdminListReviewsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListReviews(ctx, &own, options...)
	}
	return all(load, func(page *AdminReviewPage) ([]AdminReview, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetReviewParams are the parameters of [Admin.GetReview].
type AdminGetReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
}

// GetReview: show a review.
//
// With the decisions about it and the reports of it, at most 100 of each, latest first.
func (c *Admin) GetReview(ctx context.Context, params *AdminGetReviewParams, options ...RequestOption) (*AdminReviewDetails, error) {
	if params == nil {
		params = &AdminGetReviewParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/reviews/{review_id}", true, false})
	call.setPath("review_id", params.ReviewID)
	return fetch[AdminReviewDetails](ctx, c.client, call, options)
}

// AdminAnswerReviewParams are the parameters of [Admin.AnswerReview].
type AdminAnswerReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// Text, plain text with line breaks.
	Text string `json:"text"`
}

// AnswerReview: answer a review.
//
// A published review has one answer, which everybody sees; sending another one replaces it and says when.
// The rating does not change.
func (c *Admin) AnswerReview(ctx context.Context, params *AdminAnswerReviewParams, options ...RequestOption) (*AdminReview, error) {
	if params == nil {
		params = &AdminAnswerReviewParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/reviews/{review_id}/answer", true, false})
	call.setPath("review_id", params.ReviewID)
	call.setBody(params)
	return fetch[AdminReview](ctx, c.client, call, options)
}

// AdminPublishReviewParams are the parameters of [Admin.PublishReview].
type AdminPublishReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
}

// PublishReview: publish a review.
//
// Also one that was rejected. A published one stays so, and its reports are settled. A deleted one returns
// 409 `review_wrong_status`.
func (c *Admin) PublishReview(ctx context.Context, params *AdminPublishReviewParams, options ...RequestOption) (*AdminReview, error) {
	if params == nil {
		params = &AdminPublishReviewParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/reviews/{review_id}/publish", true, false})
	call.setPath("review_id", params.ReviewID)
	return fetch[AdminReview](ctx, c.client, call, options)
}

// AdminRejectReviewParams are the parameters of [Admin.RejectReview].
type AdminRejectReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// More about it, for the author.
	Note *string `json:"note,omitempty"`
	// The reason, which the author is shown and the public statistics count.
	Reason ReviewReason `json:"reason"`
}

// RejectReview: reject a review.
//
// Also one that is published. Its author is shown the reason and the note, and may appeal once; the public
// statistics count it under the reason. A low rating is no reason. A deleted review returns 409
// `review_wrong_status`.
func (c *Admin) RejectReview(ctx context.Context, params *AdminRejectReviewParams, options ...RequestOption) (*AdminReview, error) {
	if params == nil {
		params = &AdminRejectReviewParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/reviews/{review_id}/reject", true, false})
	call.setPath("review_id", params.ReviewID)
	call.setBody(params)
	return fetch[AdminReview](ctx, c.client, call, options)
}

// AdminListRolesParams are the parameters of [Admin.ListRoles].
type AdminListRolesParams struct {
}

// ListRoles: list roles.
//
// The built-in roles, which are the same in every tenant, then those of the tenant by name.
func (c *Admin) ListRoles(ctx context.Context, _ *AdminListRolesParams, options ...RequestOption) (*StaffRoleList, error) {
	call := newCall(operation{"GET", "/admin/v1/roles", true, false})
	return fetch[StaffRoleList](ctx, c.client, call, options)
}

// AdminCreateRoleParams are the parameters of [Admin.CreateRole].
type AdminCreateRoleParams struct {
	// What it allows, each as `object:action` such as `orders:read`; at least one.
	Authorities []string `json:"authorities,omitzero"`
	// What it is for, up to 500 characters; empty by default.
	Description *string `json:"description,omitempty"`
	// Name, 1 to 80 characters; unique in the tenant, and not a built-in role's.
	Name string `json:"name"`
}

// CreateRole: create a role.
//
// A role allows nothing that its creator does not hold: otherwise 422 `authority_not_held`.
func (c *Admin) CreateRole(ctx context.Context, params *AdminCreateRoleParams, options ...RequestOption) (*StaffRole, error) {
	if params == nil {
		params = &AdminCreateRoleParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/roles", true, false})
	call.setBody(params)
	return fetch[StaffRole](ctx, c.client, call, options)
}

// AdminUpdateRoleParams are the parameters of [Admin.UpdateRole].
type AdminUpdateRoleParams struct {
	// Id of the role.
	RoleID string `json:"-"`
	// What it allows, each as `object:action` such as `orders:read`; at least one.
	Authorities []string `json:"authorities,omitzero"`
	// What it is for, up to 500 characters; empty by default.
	Description *string `json:"description,omitempty"`
	// Name, 1 to 80 characters; unique in the tenant, and not a built-in role's.
	Name string `json:"name"`
}

// UpdateRole: replace a role.
//
// Takes effect with the next request of every staff member who has the role.
func (c *Admin) UpdateRole(ctx context.Context, params *AdminUpdateRoleParams, options ...RequestOption) (*StaffRole, error) {
	if params == nil {
		params = &AdminUpdateRoleParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/roles/{role_id}", true, false})
	call.setPath("role_id", params.RoleID)
	call.setBody(params)
	return fetch[StaffRole](ctx, c.client, call, options)
}

// AdminDeleteRoleParams are the parameters of [Admin.DeleteRole].
type AdminDeleteRoleParams struct {
	// Id of the role.
	RoleID string `json:"-"`
}

// DeleteRole: delete a role.
//
// Open invitations to the role end. Returns 409 `role_in_use` while staff members have it.
func (c *Admin) DeleteRole(ctx context.Context, params *AdminDeleteRoleParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteRoleParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/roles/{role_id}", true, false})
	call.setPath("role_id", params.RoleID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminGetSearchSynonymsParams are the parameters of [Admin.GetSearchSynonyms].
type AdminGetSearchSynonymsParams struct {
}

// GetSearchSynonyms: show the synonyms.
//
// Groups of terms that mean the same in searches.
func (c *Admin) GetSearchSynonyms(ctx context.Context, _ *AdminGetSearchSynonymsParams, options ...RequestOption) (*SearchSynonyms, error) {
	call := newCall(operation{"GET", "/admin/v1/search/synonyms", true, false})
	return fetch[SearchSynonyms](ctx, c.client, call, options)
}

// AdminSetSearchSynonymsParams are the parameters of [Admin.SetSearchSynonyms].
type AdminSetSearchSynonymsParams struct {
	// Groups; at most 500.
	Groups []SynonymGroup `json:"groups,omitzero"`
}

// SetSearchSynonyms: replace the synonyms.
//
// All groups at once; the next search uses them.
func (c *Admin) SetSearchSynonyms(ctx context.Context, params *AdminSetSearchSynonymsParams, options ...RequestOption) (*SearchSynonyms, error) {
	if params == nil {
		params = &AdminSetSearchSynonymsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/search/synonyms", true, false})
	call.setBody(params)
	return fetch[SearchSynonyms](ctx, c.client, call, options)
}

// AdminListSearchTermsParams are the parameters of [Admin.ListSearchTerms].
type AdminListSearchTermsParams struct {
	// Day in UTC, as `2025-01-31`; today by default.
	Day *string `json:"-"`
	// Only terms without results, by how often nothing matched.
	WithoutResults *bool `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same day and filter.
	Cursor *string `json:"-"`
}

// ListSearchTerms: list search terms.
//
// What shoppers searched for on a day, and how often nothing matched; most frequent first. Terms are counted
// without who searched. Up to 5,000 terms a day are counted and kept for 90 days; e-mail addresses and long numbers
// are not counted.
func (c *Admin) ListSearchTerms(ctx context.Context, params *AdminListSearchTermsParams, options ...RequestOption) (*SearchTermPage, error) {
	if params == nil {
		params = &AdminListSearchTermsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/search/terms", true, false})
	if params.Day != nil {
		call.addQuery("day", *params.Day)
	}
	if params.WithoutResults != nil {
		call.addQuery("without_results", *params.WithoutResults)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[SearchTermPage](ctx, c.client, call, options)
}

// ListSearchTermsAll iterates over the items of all pages of [Admin.ListSearchTerms]. The next page is loaded when it is needed.
func (c *Admin) ListSearchTermsAll(ctx context.Context, params *AdminListSearchTermsParams, options ...RequestOption) iter.Seq2[SearchTerm, error] {
	load := func(cursor *string) (*SearchTermPage, error) {
		var own AdminListSearchTermsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListSearchTerms(ctx, &own, options...)
	}
	return all(load, func(page *SearchTermPage) ([]SearchTerm, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminListSenderDomainsParams are the parameters of [Admin.ListSenderDomains].
type AdminListSenderDomainsParams struct {
}

// ListSenderDomains: list sender domains.
//
// Oldest first, with the DNS records of each as the last check found them.
func (c *Admin) ListSenderDomains(ctx context.Context, _ *AdminListSenderDomainsParams, options ...RequestOption) (*SenderDomainList, error) {
	call := newCall(operation{"GET", "/admin/v1/sender-domains", true, false})
	return fetch[SenderDomainList](ctx, c.client, call, options)
}

// AdminCreateSenderDomainParams are the parameters of [Admin.CreateSenderDomain].
type AdminCreateSenderDomainParams struct {
	// Domain name, such as `aurora.example`; letters of other scripts are kept in ASCII (IDNA). Not the platform's.
	Domain string `json:"domain"`
}

// CreateSenderDomain: create a sender domain.
//
// Makes a DKIM key for the domain; publish the records of the response, then verify. E-mails leave from an address
// at the domain when it is verified and a storefront has such an address as its sender. A tenant has 5 domains at most.
// 409 `sender_domains_unsupported` if the installation sends e-mail through a provider that does not sign with keys of
// tenants.
func (c *Admin) CreateSenderDomain(ctx context.Context, params *AdminCreateSenderDomainParams, options ...RequestOption) (*SenderDomain, error) {
	if params == nil {
		params = &AdminCreateSenderDomainParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/sender-domains", true, false})
	call.setBody(params)
	return fetch[SenderDomain](ctx, c.client, call, options)
}

// AdminGetSenderDomainParams are the parameters of [Admin.GetSenderDomain].
type AdminGetSenderDomainParams struct {
	// Id of the sender domain.
	SenderDomainID string `json:"-"`
}

// GetSenderDomain: show a sender domain.
//
// With its DNS records as the last check found them.
func (c *Admin) GetSenderDomain(ctx context.Context, params *AdminGetSenderDomainParams, options ...RequestOption) (*SenderDomain, error) {
	if params == nil {
		params = &AdminGetSenderDomainParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/sender-domains/{sender_domain_id}", true, false})
	call.setPath("sender_domain_id", params.SenderDomainID)
	return fetch[SenderDomain](ctx, c.client, call, options)
}

// AdminDeleteSenderDomainParams are the parameters of [Admin.DeleteSenderDomain].
type AdminDeleteSenderDomainParams struct {
	// Id of the sender domain.
	SenderDomainID string `json:"-"`
}

// DeleteSenderDomain: delete a sender domain.
//
// And its key. 409 `sender_domain_used` while a storefront sends from it.
func (c *Admin) DeleteSenderDomain(ctx context.Context, params *AdminDeleteSenderDomainParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteSenderDomainParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/sender-domains/{sender_domain_id}", true, false})
	call.setPath("sender_domain_id", params.SenderDomainID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminVerifySenderDomainParams are the parameters of [Admin.VerifySenderDomain].
type AdminVerifySenderDomainParams struct {
	// Id of the sender domain.
	SenderDomainID string `json:"-"`
}

// VerifySenderDomain: verify a sender domain.
//
// Looks its records up in DNS now; the worker does so about daily. The domain is verified when the DKIM record is
// there. 503 `dns_unavailable` if DNS does not answer: nothing changes then. 409 `sender_domain_in_use` if another tenant of the
// platform has verified the domain: remove its DKIM record from your DNS, and verify again a day later.
func (c *Admin) VerifySenderDomain(ctx context.Context, params *AdminVerifySenderDomainParams, options ...RequestOption) (*SenderDomain, error) {
	if params == nil {
		params = &AdminVerifySenderDomainParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/sender-domains/{sender_domain_id}/verify", true, false})
	call.setPath("sender_domain_id", params.SenderDomainID)
	return fetch[SenderDomain](ctx, c.client, call, options)
}

// AdminGetSmsSettingsParams are the parameters of [Admin.GetSmsSettings].
type AdminGetSmsSettingsParams struct {
}

// GetSmsSettings: show the SMS settings.
//
// Of the whole tenant, with what was sent this month.
func (c *Admin) GetSmsSettings(ctx context.Context, _ *AdminGetSmsSettingsParams, options ...RequestOption) (*SmsSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/sms-settings", true, false})
	return fetch[SmsSettings](ctx, c.client, call, options)
}

// AdminSetSmsSettingsParams are the parameters of [Admin.SetSmsSettings].
type AdminSetSmsSettingsParams struct {
	// Whether text messages are sent.
	IsEnabled bool `json:"is_enabled"`
	// How many segments may be sent in a calendar month; each is paid for. 0 sends none.
	MonthlySegmentLimit int64 `json:"monthly_segment_limit"`
	// Start of the quiet hours as `HH:MM`. With `quiet_until`, or neither: then text messages leave at any time.
	QuietFrom *string `json:"quiet_from,omitempty"`
	// End of the quiet hours as `HH:MM`; on the next day unless it is later than `quiet_from`.
	QuietUntil *string `json:"quiet_until,omitempty"`
	// IANA name of the time zone of quiet hours and months, such as `Europe/Berlin`.
	TimeZone string `json:"time_zone"`
}

// SetSmsSettings: replace the SMS settings.
//
// Text messages tell shoppers that a parcel was shipped or delivered: those who have an account, gave the consent
// `order_updates_sms` and a phone number in the shipping address.
func (c *Admin) SetSmsSettings(ctx context.Context, params *AdminSetSmsSettingsParams, options ...RequestOption) (*SmsSettings, error) {
	if params == nil {
		params = &AdminSetSmsSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/sms-settings", true, false})
	call.setBody(params)
	return fetch[SmsSettings](ctx, c.client, call, options)
}

// AdminListStaffParams are the parameters of [Admin.ListStaff].
type AdminListStaffParams struct {
}

// ListStaff: list staff members.
//
// All staff members of the tenant, including suspended ones, in the order in which they joined.
func (c *Admin) ListStaff(ctx context.Context, _ *AdminListStaffParams, options ...RequestOption) (*StaffRecordList, error) {
	call := newCall(operation{"GET", "/admin/v1/staff", true, false})
	return fetch[StaffRecordList](ctx, c.client, call, options)
}

// AdminListInvitationsParams are the parameters of [Admin.ListInvitations].
type AdminListInvitationsParams struct {
}

// ListInvitations: list open invitations.
//
// The latest first; those that were accepted or revoked, or have expired, are not listed.
func (c *Admin) ListInvitations(ctx context.Context, _ *AdminListInvitationsParams, options ...RequestOption) (*InvitationList, error) {
	call := newCall(operation{"GET", "/admin/v1/staff-invitations", true, false})
	return fetch[InvitationList](ctx, c.client, call, options)
}

// AdminCreateInvitationParams are the parameters of [Admin.CreateInvitation].
type AdminCreateInvitationParams struct {
	// E-mail address to invite.
	Email string `json:"email"`
	// Merchant that the role is held for; required for `merchant_owner` and `merchant_staff`, and for no
	// other role.
	MerchantID *string `json:"merchant_id,omitempty"`
	// A built-in role, or the id of a role of the tenant.
	Role string `json:"role"`
}

// CreateInvitation: invite a staff member.
//
// The address gets an e-mail with a link that is good for 7 days. An earlier invitation of the same
// address ends. The role must allow nothing that the caller does not hold. `merchant_owner` and
// `merchant_staff` are held for one merchant: they reach its products, its part of orders, and for the
// owner its balances, through the operations that say `x-merchant-staff`.
func (c *Admin) CreateInvitation(ctx context.Context, params *AdminCreateInvitationParams, options ...RequestOption) (*Invitation, error) {
	if params == nil {
		params = &AdminCreateInvitationParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/staff-invitations", true, false})
	call.setBody(params)
	return fetch[Invitation](ctx, c.client, call, options)
}

// AdminAcceptInvitationParams are the parameters of [Admin.AcceptInvitation].
type AdminAcceptInvitationParams struct {
	// Name of a new account, 1 to 200 characters.
	Name *string `json:"name,omitempty"`
	// Password of a new account: 15 to 1024 characters that are not easily guessed.
	Password *string `json:"password,omitempty"`
	// Token of the link.
	Token string `json:"token"`
}

// AcceptInvitation: accept an invitation.
//
// The token is the one of the link that was sent to the invited address. A person who has an account
// keeps its name and password; a new account needs both, and without them the response is 422
// `account_needed`. Sign in afterwards.
func (c *Admin) AcceptInvitation(ctx context.Context, params *AdminAcceptInvitationParams, options ...RequestOption) (*AcceptedInvitation, error) {
	if params == nil {
		params = &AdminAcceptInvitationParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/staff-invitations/accept", false, false})
	call.setBody(params)
	return fetch[AcceptedInvitation](ctx, c.client, call, options)
}

// AdminRevokeInvitationParams are the parameters of [Admin.RevokeInvitation].
type AdminRevokeInvitationParams struct {
	// Id of the invitation.
	InvitationID string `json:"-"`
}

// RevokeInvitation: revoke an invitation.
//
// Its link stops working at once.
func (c *Admin) RevokeInvitation(ctx context.Context, params *AdminRevokeInvitationParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminRevokeInvitationParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/staff-invitations/{invitation_id}", true, false})
	call.setPath("invitation_id", params.InvitationID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminGetStaffSettingsParams are the parameters of [Admin.GetStaffSettings].
type AdminGetStaffSettingsParams struct {
}

// GetStaffSettings: show staff settings.
//
// Whether each staff member needs a second factor.
func (c *Admin) GetStaffSettings(ctx context.Context, _ *AdminGetStaffSettingsParams, options ...RequestOption) (*StaffSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/staff-settings", true, false})
	return fetch[StaffSettings](ctx, c.client, call, options)
}

// AdminSetStaffSettingsParams are the parameters of [Admin.SetStaffSettings].
type AdminSetStaffSettingsParams struct {
	// Whether each staff member needs a second factor.
	RequiresSecondFactor bool `json:"requires_second_factor"`
}

// SetStaffSettings: change staff settings.
//
// Where a second factor is required, a member who has not given one in their session may do nothing but
// enrol one: 403 `step_up_required`. The caller needs one to demand it (409 `no_second_factor`). Secret
// keys work as before.
func (c *Admin) SetStaffSettings(ctx context.Context, params *AdminSetStaffSettingsParams, options ...RequestOption) (*StaffSettings, error) {
	if params == nil {
		params = &AdminSetStaffSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/staff-settings", true, false})
	call.setBody(params)
	return fetch[StaffSettings](ctx, c.client, call, options)
}

// AdminUpdateStaffMemberParams are the parameters of [Admin.UpdateStaffMember].
type AdminUpdateStaffMemberParams struct {
	// Id of the staff member.
	StaffID string `json:"-"`
	// Whether the member is suspended, and cannot sign in here.
	IsSuspended *bool `json:"is_suspended,omitempty"`
	// Merchant that a role of merchants' staff is held for.
	MerchantID *string `json:"merchant_id,omitempty"`
	// A built-in role, or the id of a role of the tenant.
	Role *string `json:"role,omitempty"`
}

// UpdateStaffMember: change a staff member.
//
// Absent fields do not change. Takes effect with the member's next request. Returns 422
// `authority_not_held` if the member's role, or the new one, allows something that the caller does not
// hold, and 409 `last_owner` if the tenant would have no owner who can sign in.
func (c *Admin) UpdateStaffMember(ctx context.Context, params *AdminUpdateStaffMemberParams, options ...RequestOption) (*StaffRecord, error) {
	if params == nil {
		params = &AdminUpdateStaffMemberParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/staff/{staff_id}", true, false})
	call.setPath("staff_id", params.StaffID)
	call.setBody(params)
	return fetch[StaffRecord](ctx, c.client, call, options)
}

// AdminRemoveStaffMemberParams are the parameters of [Admin.RemoveStaffMember].
type AdminRemoveStaffMemberParams struct {
	// Id of the staff member.
	StaffID string `json:"-"`
}

// RemoveStaffMember: remove a staff member.
//
// The account stays, and keeps working for other tenants.
func (c *Admin) RemoveStaffMember(ctx context.Context, params *AdminRemoveStaffMemberParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminRemoveStaffMemberParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/staff/{staff_id}", true, false})
	call.setPath("staff_id", params.StaffID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminAdjustStockParams are the parameters of [Admin.AdjustStock].
type AdminAdjustStockParams struct {
	// What to add and remove, 1 to 10,000 rows.
	Adjustments []StockAdjustment `json:"adjustments,omitzero"`
	// Reason, 1 to 200 characters, such as `Damaged in transit`.
	Reason string `json:"reason"`
}

// AdjustStock: adjust stock.
//
// Adds and removes units of up to 10,000 variants, all of them or none; two of opposite sign move units from one location to
// another. Returns 409 `insufficient_location_stock` if a location holds fewer than are removed. The same request with the
// same key changes nothing more.
func (c *Admin) AdjustStock(ctx context.Context, params *AdminAdjustStockParams, options ...RequestOption) (*StockAdjusted, error) {
	if params == nil {
		params = &AdminAdjustStockParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/stock/adjustments", true, true})
	call.setBody(params)
	return fetch[StockAdjusted](ctx, c.client, call, options)
}

// AdminListStockAlertsParams are the parameters of [Admin.ListStockAlerts].
type AdminListStockAlertsParams struct {
	// Only alerts of this kind.
	Kind *StockAlertKind `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same filter.
	Cursor *string `json:"-"`
}

// ListStockAlerts: list stock alerts.
//
// What happened to stock in the last 90 days, latest first.
func (c *Admin) ListStockAlerts(ctx context.Context, params *AdminListStockAlertsParams, options ...RequestOption) (*StockAlertPage, error) {
	if params == nil {
		params = &AdminListStockAlertsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/stock/alerts", true, false})
	if params.Kind != nil {
		call.addQuery("kind", *params.Kind)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[StockAlertPage](ctx, c.client, call, options)
}

// ListStockAlertsAll iterates over the items of all pages of [Admin.ListStockAlerts]. The next page is loaded when it is needed.
func (c *Admin) ListStockAlertsAll(ctx context.Context, params *AdminListStockAlertsParams, options ...RequestOption) iter.Seq2[StockAlert, error] {
	load := func(cursor *string) (*StockAlertPage, error) {
		var own AdminListStockAlertsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListStockAlerts(ctx, &own, options...)
	}
	return all(load, func(page *StockAlertPage) ([]StockAlert, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminGetStockSettingsParams are the parameters of [Admin.GetStockSettings].
type AdminGetStockSettingsParams struct {
}

// GetStockSettings: show the stock settings.
//
// How long unpaid orders hold stock, from where it is taken, and what each storefront shows of it.
func (c *Admin) GetStockSettings(ctx context.Context, _ *AdminGetStockSettingsParams, options ...RequestOption) (*StockSettings, error) {
	call := newCall(operation{"GET", "/admin/v1/stock/settings", true, false})
	return fetch[StockSettings](ctx, c.client, call, options)
}

// AdminSetStockSettingsParams are the parameters of [Admin.SetStockSettings].
type AdminSetStockSettingsParams struct {
	// From which location units of a paid order are taken.
	Allocation AllocationRule `json:"allocation"`
	// Minutes that an unpaid order reserves stock and waits for its payment, 5 to 1,440; without it, what the platform has: 30.
	ReservationMinutes *int64 `json:"reservation_minutes,omitempty"`
	// What storefronts show of stock.
	Storefronts []StorefrontStockDisplay `json:"storefronts,omitzero"`
}

// SetStockSettings: replace the stock settings.
//
// Storefronts that are not named keep what they show. Orders that are placed already keep their time to pay.
func (c *Admin) SetStockSettings(ctx context.Context, params *AdminSetStockSettingsParams, options ...RequestOption) (*StockSettings, error) {
	if params == nil {
		params = &AdminSetStockSettingsParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/stock/settings", true, false})
	call.setBody(params)
	return fetch[StockSettings](ctx, c.client, call, options)
}

// AdminListStorefrontsParams are the parameters of [Admin.ListStorefronts].
type AdminListStorefrontsParams struct {
}

// ListStorefronts: list storefronts.
//
// All storefronts of the tenant, in the order in which they were created.
func (c *Admin) ListStorefronts(ctx context.Context, _ *AdminListStorefrontsParams, options ...RequestOption) (*AdminStorefrontList, error) {
	call := newCall(operation{"GET", "/admin/v1/storefronts", true, false})
	return fetch[AdminStorefrontList](ctx, c.client, call, options)
}

// AdminGetBrandParams are the parameters of [Admin.GetBrand].
type AdminGetBrandParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
}

// GetBrand: show a brand.
//
// The published version, and the draft if there is one.
func (c *Admin) GetBrand(ctx context.Context, params *AdminGetBrandParams, options ...RequestOption) (*BrandState, error) {
	if params == nil {
		params = &AdminGetBrandParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/storefronts/{storefront_id}/brand", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[BrandState](ctx, c.client, call, options)
}

// AdminSaveBrandDraftParams are the parameters of [Admin.SaveBrandDraft].
type AdminSaveBrandDraftParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
	// Colours.
	Colors BrandColors `json:"colors"`
	// `https` URL of the icon that browsers show, or a path on the storefront's host; absent for the first
	// letter of the store's name.
	FaviconURL *string `json:"favicon_url,omitempty"`
	// Fonts.
	Fonts BrandFonts `json:"fonts"`
	// `https` URL of the logo, or a path on the storefront's host; absent for none.
	LogoURL *string `json:"logo_url,omitempty"`
	// Brand name, 1 to 200 characters.
	Name string `json:"name"`
	// Legal pages, in the order of the footer; up to 20.
	Pages []BrandPage `json:"pages,omitzero"`
	// How round corners are; `medium` by default.
	Radius *Radius `json:"radius,omitempty"`
	// Texts in the brand's own words, by the key of the message they replace; up to 500, each up to 1,000
	// characters.
	Texts map[string]string `json:"texts,omitzero"`
}

// SaveBrandDraft: save the draft of a brand.
//
// Replaces the draft; shoppers see it once it is published. Text needs a contrast of at least 4.5:1 on
// its background: 422 `brand_refused` names the colour and one that would do.
func (c *Admin) SaveBrandDraft(ctx context.Context, params *AdminSaveBrandDraftParams, options ...RequestOption) (*SavedBrand, error) {
	if params == nil {
		params = &AdminSaveBrandDraftParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/storefronts/{storefront_id}/brand/draft", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	call.setBody(params)
	return fetch[SavedBrand](ctx, c.client, call, options)
}

// AdminDeleteBrandDraftParams are the parameters of [Admin.DeleteBrandDraft].
type AdminDeleteBrandDraftParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
}

// DeleteBrandDraft: delete the draft of a brand.
//
// Without a draft nothing happens.
func (c *Admin) DeleteBrandDraft(ctx context.Context, params *AdminDeleteBrandDraftParams, options ...RequestOption) (*BrandState, error) {
	if params == nil {
		params = &AdminDeleteBrandDraftParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/storefronts/{storefront_id}/brand/draft", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[BrandState](ctx, c.client, call, options)
}

// AdminListBrandImagesParams are the parameters of [Admin.ListBrandImages].
type AdminListBrandImagesParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
}

// ListBrandImages: list brand images.
//
// The images that were uploaded for the storefront, the latest first.
func (c *Admin) ListBrandImages(ctx context.Context, params *AdminListBrandImagesParams, options ...RequestOption) (*BrandImageList, error) {
	if params == nil {
		params = &AdminListBrandImagesParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/storefronts/{storefront_id}/brand/images", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[BrandImageList](ctx, c.client, call, options)
}

// AdminUploadBrandImageParams are the parameters of [Admin.UploadBrandImage].
type AdminUploadBrandImageParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
	// Body is the file.
	Body []byte `json:"-"`
}

// UploadBrandImage: upload a brand image.
//
// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side. Its bytes
// decide what it is. It is turned upright, converted to sRGB and stored without EXIF data. Put its `url` into the
// brand as `logo_url`, or into a page. A storefront has at most 100 images. Uploading one that it has already
// returns 200 with that image and changes nothing.
func (c *Admin) UploadBrandImage(ctx context.Context, params *AdminUploadBrandImageParams, options ...RequestOption) (*BrandImage, error) {
	if params == nil {
		params = &AdminUploadBrandImageParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/storefronts/{storefront_id}/brand/images", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	call.setFile(params.Body, "application/octet-stream")
	return fetch[BrandImage](ctx, c.client, call, options)
}

// AdminDeleteBrandImageParams are the parameters of [Admin.DeleteBrandImage].
type AdminDeleteBrandImageParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
	// Id of the image.
	BrandImageID string `json:"-"`
}

// DeleteBrandImage: delete a brand image.
//
// Its URL stays valid, where the brand shows it.
func (c *Admin) DeleteBrandImage(ctx context.Context, params *AdminDeleteBrandImageParams, options ...RequestOption) error {
	if params == nil {
		params = &AdminDeleteBrandImageParams{}
	}
	call := newCall(operation{"DELETE", "/admin/v1/storefronts/{storefront_id}/brand/images/{brand_image_id}", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	call.setPath("brand_image_id", params.BrandImageID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// AdminCreateBrandPreviewParams are the parameters of [Admin.CreateBrandPreview].
type AdminCreateBrandPreviewParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
}

// CreateBrandPreview: create a preview link.
//
// Anyone with the link sees the storefront with the draft for 24 hours, or until the draft is published
// or another link is created. Returns 409 `no_draft` without a draft.
func (c *Admin) CreateBrandPreview(ctx context.Context, params *AdminCreateBrandPreviewParams, options ...RequestOption) (*PreviewLink, error) {
	if params == nil {
		params = &AdminCreateBrandPreviewParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/storefronts/{storefront_id}/brand/preview-links", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[PreviewLink](ctx, c.client, call, options)
}

// AdminPublishBrandParams are the parameters of [Admin.PublishBrand].
type AdminPublishBrandParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
	// Version number: the draft's, or an earlier one's.
	Version int64 `json:"version"`
}

// PublishBrand: publish a brand.
//
// Publishes the draft, or rolls back to an earlier version. Shoppers see it within five seconds.
func (c *Admin) PublishBrand(ctx context.Context, params *AdminPublishBrandParams, options ...RequestOption) (*BrandState, error) {
	if params == nil {
		params = &AdminPublishBrandParams{}
	}
	call := newCall(operation{"POST", "/admin/v1/storefronts/{storefront_id}/brand/publish", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	call.setBody(params)
	return fetch[BrandState](ctx, c.client, call, options)
}

// AdminListBrandVersionsParams are the parameters of [Admin.ListBrandVersions].
type AdminListBrandVersionsParams struct {
	// Storefront id.
	StorefrontID string `json:"-"`
}

// ListBrandVersions: list versions of a brand.
//
// The latest first, up to 100.
func (c *Admin) ListBrandVersions(ctx context.Context, params *AdminListBrandVersionsParams, options ...RequestOption) (*BrandVersionList, error) {
	if params == nil {
		params = &AdminListBrandVersionsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/storefronts/{storefront_id}/brand/versions", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[BrandVersionList](ctx, c.client, call, options)
}

// AdminGetReturnPolicyParams are the parameters of [Admin.GetReturnPolicy].
type AdminGetReturnPolicyParams struct {
	// StorefrontID is `storefront_id` of the path.
	StorefrontID string `json:"-"`
}

// GetReturnPolicy: show a storefront's return policy.
//
// 14 days unless it was changed.
func (c *Admin) GetReturnPolicy(ctx context.Context, params *AdminGetReturnPolicyParams, options ...RequestOption) (*ReturnPolicy, error) {
	if params == nil {
		params = &AdminGetReturnPolicyParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/storefronts/{storefront_id}/return-policy", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[ReturnPolicy](ctx, c.client, call, options)
}

// AdminSetReturnPolicyParams are the parameters of [Admin.SetReturnPolicy].
type AdminSetReturnPolicyParams struct {
	// StorefrontID is `storefront_id` of the path.
	StorefrontID string `json:"-"`
	// Days from delivery in which shoppers can ask for a return; 0: they cannot.
	WindowDays int64 `json:"window_days"`
}

// SetReturnPolicy: set a storefront's return policy.
//
// Takes effect with the shopper's next request.
func (c *Admin) SetReturnPolicy(ctx context.Context, params *AdminSetReturnPolicyParams, options ...RequestOption) (*ReturnPolicy, error) {
	if params == nil {
		params = &AdminSetReturnPolicyParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/storefronts/{storefront_id}/return-policy", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	call.setBody(params)
	return fetch[ReturnPolicy](ctx, c.client, call, options)
}

// AdminGetStorefrontSenderParams are the parameters of [Admin.GetStorefrontSender].
type AdminGetStorefrontSenderParams struct {
	// Id of the storefront.
	StorefrontID string `json:"-"`
}

// GetStorefrontSender: show the sender of a storefront.
//
// The address that its e-mails come from, and where answers go.
func (c *Admin) GetStorefrontSender(ctx context.Context, params *AdminGetStorefrontSenderParams, options ...RequestOption) (*StorefrontSender, error) {
	if params == nil {
		params = &AdminGetStorefrontSenderParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/storefronts/{storefront_id}/sender", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	return fetch[StorefrontSender](ctx, c.client, call, options)
}

// AdminSetStorefrontSenderParams are the parameters of [Admin.SetStorefrontSender].
type AdminSetStorefrontSenderParams struct {
	// Id of the storefront.
	StorefrontID string `json:"-"`
	// Address at a verified sender domain, such as `orders@aurora.example`. Absent: the platform's address.
	Address *string `json:"address,omitempty"`
	// Address that answers go to, at any domain; it counts for e-mails from the platform's address, too. Absent: answers go to
	// the address that the e-mail comes from.
	ReplyTo *string `json:"reply_to,omitempty"`
}

// SetStorefrontSender: replace the sender of a storefront.
//
// E-mails come from `address` while its domain is a verified sender domain, and from the platform's address otherwise.
// 400 names the field when the domain is not verified.
func (c *Admin) SetStorefrontSender(ctx context.Context, params *AdminSetStorefrontSenderParams, options ...RequestOption) (*StorefrontSender, error) {
	if params == nil {
		params = &AdminSetStorefrontSenderParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/storefronts/{storefront_id}/sender", true, false})
	call.setPath("storefront_id", params.StorefrontID)
	call.setBody(params)
	return fetch[StorefrontSender](ctx, c.client, call, options)
}

// AdminSetLocationStockParams are the parameters of [Admin.SetLocationStock].
type AdminSetLocationStockParams struct {
	// Id of the variant.
	VariantID string `json:"-"`
	// Id of the location.
	LocationID string `json:"-"`
	// Units that were there when the count began; absent to set it whatever is there.
	ExpectedOnHand *int64 `json:"expected_on_hand,omitempty"`
	// Units there, 0 to 1,000,000,000.
	OnHand int64 `json:"on_hand"`
}

// SetLocationStock: set a variant's stock at a location.
//
// What was counted there. With `expected_on_hand` it is refused with 409 `stock_changed` if another number is there
// meanwhile: count again. Returns 409 `stock_reserved` if unpaid orders hold back more than is left altogether.
func (c *Admin) SetLocationStock(ctx context.Context, params *AdminSetLocationStockParams, options ...RequestOption) (*VariantStock, error) {
	if params == nil {
		params = &AdminSetLocationStockParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/variants/{variant_id}/locations/{location_id}/stock", true, false})
	call.setPath("variant_id", params.VariantID)
	call.setPath("location_id", params.LocationID)
	call.setBody(params)
	return fetch[VariantStock](ctx, c.client, call, options)
}

// AdminSetVariantPriceParams are the parameters of [Admin.SetVariantPrice].
type AdminSetVariantPriceParams struct {
	// VariantID is `variant_id` of the path.
	VariantID string `json:"-"`
	// Compare-at price, in the same currency.
	CompareAt *Money `json:"compare_at,omitempty"`
	// Price of the variant.
	Price Money `json:"price"`
}

// SetVariantPrice: set the price of a variant.
//
// In the currency of the price; prices in other currencies do not change.
func (c *Admin) SetVariantPrice(ctx context.Context, params *AdminSetVariantPriceParams, options ...RequestOption) (*AdminProduct, error) {
	if params == nil {
		params = &AdminSetVariantPriceParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/variants/{variant_id}/price", true, false})
	call.setPath("variant_id", params.VariantID)
	call.setBody(params)
	return fetch[AdminProduct](ctx, c.client, call, options)
}

// AdminGetVariantStockParams are the parameters of [Admin.GetVariantStock].
type AdminGetVariantStockParams struct {
	// Id of the variant.
	VariantID string `json:"-"`
}

// GetVariantStock: show a variant's stock.
//
// Altogether and by location. Returns 404 for a variant whose stock is not tracked.
func (c *Admin) GetVariantStock(ctx context.Context, params *AdminGetVariantStockParams, options ...RequestOption) (*VariantStock, error) {
	if params == nil {
		params = &AdminGetVariantStockParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/variants/{variant_id}/stock", true, false})
	call.setPath("variant_id", params.VariantID)
	return fetch[VariantStock](ctx, c.client, call, options)
}

// AdminSetVariantStockParams are the parameters of [Admin.SetVariantStock].
type AdminSetVariantStockParams struct {
	// VariantID is `variant_id` of the path.
	VariantID string `json:"-"`
	// Whether it may be sold beyond its stock.
	AllowBackorder *bool `json:"allow_backorder,omitempty"`
	// Units in stock; absent ends tracking.
	OnHand *int64 `json:"on_hand,omitempty"`
}

// SetVariantStock: set the stock of a variant.
//
// A count of all units, reserved units included: fewer than are reserved returns 409
// `stock_reserved`. Without `on_hand` stock is no longer tracked.
func (c *Admin) SetVariantStock(ctx context.Context, params *AdminSetVariantStockParams, options ...RequestOption) (*AdminProduct, error) {
	if params == nil {
		params = &AdminSetVariantStockParams{}
	}
	call := newCall(operation{"PUT", "/admin/v1/variants/{variant_id}/stock", true, false})
	call.setPath("variant_id", params.VariantID)
	call.setBody(params)
	return fetch[AdminProduct](ctx, c.client, call, options)
}

// AdminListStockMovementsParams are the parameters of [Admin.ListStockMovements].
type AdminListStockMovementsParams struct {
	// Id of the variant.
	VariantID string `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListStockMovements: list a variant's stock movements.
//
// Latest first. What is on hand is the sum of all movements.
func (c *Admin) ListStockMovements(ctx context.Context, params *AdminListStockMovementsParams, options ...RequestOption) (*StockMovementPage, error) {
	if params == nil {
		params = &AdminListStockMovementsParams{}
	}
	call := newCall(operation{"GET", "/admin/v1/variants/{variant_id}/stock/movements", true, false})
	call.setPath("variant_id", params.VariantID)
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[StockMovementPage](ctx, c.client, call, options)
}

// ListStockMovementsAll iterates over the items of all pages of [Admin.ListStockMovements]. The next page is loaded when it is needed.
func (c *Admin) ListStockMovementsAll(ctx context.Context, params *AdminListStockMovementsParams, options ...RequestOption) iter.Seq2[StockMovement, error] {
	load := func(cursor *string) (*StockMovementPage, error) {
		var own AdminListStockMovementsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListStockMovements(ctx, &own, options...)
	}
	return all(load, func(page *StockMovementPage) ([]StockMovement, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// AdminUpdateVariantStockParams are the parameters of [Admin.UpdateVariantStock].
type AdminUpdateVariantStockParams struct {
	// Id of the variant.
	VariantID string `json:"-"`
	// Units that may be sold beyond the stock, 0 to 1,000,000,000, while the variant may be sold beyond it; `null` for as many
	// as are wanted.
	BackorderLimit Nullable[int64] `json:"backorder_limit,omitzero"`
	// At this many units to sell or fewer, stock is low: staff are told, and storefronts may show it. `null` for never.
	LowStockThreshold Nullable[int64] `json:"low_stock_threshold,omitzero"`
	// Units that are not sold, 0 to 1,000,000,000: for what is broken, miscounted or sold elsewhere meanwhile. They count while
	// the variant may not be sold beyond its stock.
	SafetyStock *int64 `json:"safety_stock,omitempty"`
}

// UpdateVariantStock: change how a variant is sold.
//
// Absent fields do not change. Returns 409 `stock_reserved` for a backorder limit that orders are over already.
func (c *Admin) UpdateVariantStock(ctx context.Context, params *AdminUpdateVariantStockParams, options ...RequestOption) (*VariantStock, error) {
	if params == nil {
		params = &AdminUpdateVariantStockParams{}
	}
	call := newCall(operation{"PATCH", "/admin/v1/variants/{variant_id}/stock/policy", true, false})
	call.setPath("variant_id", params.VariantID)
	call.setBody(params)
	return fetch[VariantStock](ctx, c.client, call, options)
}

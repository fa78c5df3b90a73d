// Code generated from the API document by `make gen`. DO NOT EDIT.

package stoa

import (
	"context"
	"iter"
)

// Operator has the operations of the document under /operator. It may be used by many goroutines.
type Operator struct{ client *client }

// NewOperator makes a client.
func NewOperator(config Config) (*Operator, error) {
	client, err := newClient(config)
	if err != nil {
		return nil, err
	}
	return &Operator{client}, nil
}

// OperatorLoginParams are the parameters of [Operator.Login].
type OperatorLoginParams struct {
	// Code of the second factor, or a recovery code.
	Code *string `json:"code,omitempty"`
	// E-mail address of the account.
	Email string `json:"email"`
	// Password of the account.
	Password string `json:"password"`
}

// Login: sign in.
//
// An unknown address and a wrong password get the same answer, `invalid_credentials`. After 10
// wrong passwords for one address within 15 minutes the answer is 429 `too_many_attempts`, except
// to clients that have signed in before. If the account has a second factor and `code` is absent, a right
// password gets 401 `second_factor_required`; a code that is wrong, or was used, gets 401
// `invalid_second_factor`, and after 5 wrong ones within 15 minutes 429. Where operators need a second factor,
// who has none may do nothing but enrol one: 403 `step_up_required`.
func (c *Operator) Login(ctx context.Context, params *OperatorLoginParams, options ...RequestOption) (*Session, error) {
	if params == nil {
		params = &OperatorLoginParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/auth/login", false, false})
	call.setBody(params)
	return fetch[Session](ctx, c.client, call, options)
}

// OperatorGetMeParams are the parameters of [Operator.GetMe].
type OperatorGetMeParams struct {
}

// GetMe: show the own account.
//
// Who is signed in, and the second factor: since when there is one, how many recovery codes are left, and
// whether nothing else is allowed without one.
func (c *Operator) GetMe(ctx context.Context, _ *OperatorGetMeParams, options ...RequestOption) (*OperatorMe, error) {
	call := newCall(operation{"GET", "/operator/v1/me", true, false})
	return fetch[OperatorMe](ctx, c.client, call, options)
}

// OperatorBeginSecondFactorParams are the parameters of [Operator.BeginSecondFactor].
type OperatorBeginSecondFactorParams struct {
	// Current password.
	Password string `json:"password"`
}

// BeginSecondFactor: start enrolling a second factor.
//
// Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
// until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
// passwords within 15 minutes the answer is 429.
func (c *Operator) BeginSecondFactor(ctx context.Context, params *OperatorBeginSecondFactorParams, options ...RequestOption) (*SecondFactorSeed, error) {
	if params == nil {
		params = &OperatorBeginSecondFactorParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/me/second-factor", true, false})
	call.setBody(params)
	return fetch[SecondFactorSeed](ctx, c.client, call, options)
}

// OperatorConfirmSecondFactorParams are the parameters of [Operator.ConfirmSecondFactor].
type OperatorConfirmSecondFactorParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// ConfirmSecondFactor: confirm the second factor.
//
// Takes the first code of the app. From now on signing in needs a code. The recovery codes are shown this
// once. The answer has an access token that was given for the code: where a second factor is required, older
// ones stay refused.
func (c *Operator) ConfirmSecondFactor(ctx context.Context, params *OperatorConfirmSecondFactorParams, options ...RequestOption) (*OperatorSecondFactorConfirmed, error) {
	if params == nil {
		params = &OperatorConfirmSecondFactorParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/me/second-factor/confirm", true, false})
	call.setBody(params)
	return fetch[OperatorSecondFactorConfirmed](ctx, c.client, call, options)
}

// OperatorRenewRecoveryCodesParams are the parameters of [Operator.RenewRecoveryCodes].
type OperatorRenewRecoveryCodesParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// RenewRecoveryCodes: regenerate recovery codes.
//
// Needs a code, or a recovery code. The old recovery codes stop working.
func (c *Operator) RenewRecoveryCodes(ctx context.Context, params *OperatorRenewRecoveryCodesParams, options ...RequestOption) (*RecoveryCodes, error) {
	if params == nil {
		params = &OperatorRenewRecoveryCodesParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/me/second-factor/recovery-codes", true, false})
	call.setBody(params)
	return fetch[RecoveryCodes](ctx, c.client, call, options)
}

// OperatorRemoveSecondFactorParams are the parameters of [Operator.RemoveSecondFactor].
type OperatorRemoveSecondFactorParams struct {
	// Six digits of the app, or a recovery code.
	Code string `json:"code"`
}

// RemoveSecondFactor: remove the second factor.
//
// Needs a code, or a recovery code. Where a second factor is required, nothing is allowed after the next
// sign-in until another one is enrolled.
func (c *Operator) RemoveSecondFactor(ctx context.Context, params *OperatorRemoveSecondFactorParams, options ...RequestOption) error {
	if params == nil {
		params = &OperatorRemoveSecondFactorParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/me/second-factor/remove", true, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// OperatorListTenantsParams are the parameters of [Operator.ListTenants].
type OperatorListTenantsParams struct {
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListTenants: list tenants.
//
// Oldest first.
func (c *Operator) ListTenants(ctx context.Context, params *OperatorListTenantsParams, options ...RequestOption) (*TenantPage, error) {
	if params == nil {
		params = &OperatorListTenantsParams{}
	}
	call := newCall(operation{"GET", "/operator/v1/tenants", true, false})
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[TenantPage](ctx, c.client, call, options)
}

// ListTenantsAll iterates over the items of all pages of [Operator.ListTenants]. The next page is loaded when it is needed.
func (c *Operator) ListTenantsAll(ctx context.Context, params *OperatorListTenantsParams, options ...RequestOption) iter.Seq2[TenantSummary, error] {
	load := func(cursor *string) (*TenantPage, error) {
		var own OperatorListTenantsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListTenants(ctx, &own, options...)
	}
	return all(load, func(page *TenantPage) ([]TenantSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// OperatorCreateTenantParams are the parameters of [Operator.CreateTenant].
type OperatorCreateTenantParams struct {
	// Further hosts, such as `shop.example.com`.
	Hosts []string `json:"hosts,omitzero"`
	// Merchants, the default one first; by default one with the tenant's name.
	Merchants []CreateMerchant `json:"merchants,omitzero"`
	// Tenant name.
	Name string `json:"name"`
	// Owner of the tenant.
	Owner CreateOwner `json:"owner"`
	// Shipping options of the first storefront; by default one that is free.
	ShippingOptions []CreateShippingOption `json:"shipping_options,omitzero"`
	// Slug, unique on the platform and the first label of the tenant's host: lower-case letters, digits, hyphens.
	Slug string `json:"slug"`
	// First storefront.
	Storefront CreateStorefront `json:"storefront"`
}

// CreateTenant: create a tenant.
//
// Ready at once, with a storefront, a host under the platform's domain, a publishable key, a merchant, a
// shipping option and an owner. Repeating the request, with the same
// `Idempotency-Key`, another or none, returns the same tenant; the same slug with other contents
// returns 409 `tenant_slug_taken`.
func (c *Operator) CreateTenant(ctx context.Context, params *OperatorCreateTenantParams, options ...RequestOption) (*Tenant, error) {
	if params == nil {
		params = &OperatorCreateTenantParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/tenants", true, true})
	call.setBody(params)
	return fetch[Tenant](ctx, c.client, call, options)
}

// OperatorGetTenantParams are the parameters of [Operator.GetTenant].
type OperatorGetTenantParams struct {
	// TenantID is `tenant_id` of the path.
	TenantID string `json:"-"`
}

// GetTenant: show a tenant.
//
// With its storefronts, their hosts, and its merchants.
func (c *Operator) GetTenant(ctx context.Context, params *OperatorGetTenantParams, options ...RequestOption) (*Tenant, error) {
	if params == nil {
		params = &OperatorGetTenantParams{}
	}
	call := newCall(operation{"GET", "/operator/v1/tenants/{tenant_id}", true, false})
	call.setPath("tenant_id", params.TenantID)
	return fetch[Tenant](ctx, c.client, call, options)
}

// OperatorOpenAccessParams are the parameters of [Operator.OpenAccess].
type OperatorOpenAccessParams struct {
	// Id of the tenant.
	TenantID string `json:"-"`
	// Whether something is to be changed.
	MayWrite *bool `json:"may_write,omitempty"`
	// For how many minutes, 1 to 60.
	Minutes *int64 `json:"minutes,omitempty"`
	// Why, 10 to 1000 characters. The tenant reads it.
	Reason string `json:"reason"`
	// Number of the support ticket, or what else asked for it.
	Ticket string `json:"ticket"`
}

// OpenAccess: open access to a tenant.
//
// Opens `/admin/v1` of one tenant for at most an hour, read-only unless `may_write` is set. Its owners get an
// e-mail with the reason, and each request made with the token is in the tenant's audit log. No access
// allows refunds, payout accounts, secret keys, or changes of staff and roles. The token is shown this once;
// send it as `Authorization: Bearer …` to a host of the tenant.
func (c *Operator) OpenAccess(ctx context.Context, params *OperatorOpenAccessParams, options ...RequestOption) (*OpenedOperatorAccess, error) {
	if params == nil {
		params = &OperatorOpenAccessParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/tenants/{tenant_id}/access", true, false})
	call.setPath("tenant_id", params.TenantID)
	call.setBody(params)
	return fetch[OpenedOperatorAccess](ctx, c.client, call, options)
}

// OperatorEndAccessParams are the parameters of [Operator.EndAccess].
type OperatorEndAccessParams struct {
	// Id of the tenant.
	TenantID string `json:"-"`
	// Id of the access.
	OperatorAccessID string `json:"-"`
}

// EndAccess: end an access.
//
// Its token stops working at once.
func (c *Operator) EndAccess(ctx context.Context, params *OperatorEndAccessParams, options ...RequestOption) error {
	if params == nil {
		params = &OperatorEndAccessParams{}
	}
	call := newCall(operation{"DELETE", "/operator/v1/tenants/{tenant_id}/access/{operator_access_id}", true, false})
	call.setPath("tenant_id", params.TenantID)
	call.setPath("operator_access_id", params.OperatorAccessID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// OperatorAddHostParams are the parameters of [Operator.AddHost].
type OperatorAddHostParams struct {
	// TenantID is `tenant_id` of the path.
	TenantID string `json:"-"`
	// Host name, such as `shop.example.com`.
	Host string `json:"host"`
	// Whether this becomes the primary host, used in links.
	IsPrimary *bool `json:"is_primary,omitempty"`
	// Storefront; the tenant's first one by default.
	StorefrontID *string `json:"storefront_id,omitempty"`
}

// AddHost: add a domain to a storefront.
//
// Repeating the request changes nothing. A host of another storefront returns 409
// `host_taken`.
func (c *Operator) AddHost(ctx context.Context, params *OperatorAddHostParams, options ...RequestOption) (*TenantStorefront, error) {
	if params == nil {
		params = &OperatorAddHostParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/tenants/{tenant_id}/hosts", true, false})
	call.setPath("tenant_id", params.TenantID)
	call.setBody(params)
	return fetch[TenantStorefront](ctx, c.client, call, options)
}

// OperatorAddStorefrontParams are the parameters of [Operator.AddStorefront].
type OperatorAddStorefrontParams struct {
	// TenantID is `tenant_id` of the path.
	TenantID string `json:"-"`
	// Further hosts, such as `shop.example.com`.
	Hosts []string `json:"hosts,omitzero"`
	// Store name; the tenant's name by default.
	Name *string `json:"name,omitempty"`
	// Shipping options; by default one that is free.
	ShippingOptions []CreateShippingOption `json:"shipping_options,omitzero"`
	// Slug, unique in the tenant. The storefront's host under the platform's domain is the tenant's slug, a
	// hyphen and this.
	Slug string `json:"slug"`
	// Settings.
	Storefront CreateStorefront `json:"storefront"`
}

// AddStorefront: create a storefront.
//
// With a host under the platform's domain, a publishable key and a shipping option. Repeating the request
// returns the same storefront; the same slug with other contents returns 409
// `storefront_slug_taken`.
func (c *Operator) AddStorefront(ctx context.Context, params *OperatorAddStorefrontParams, options ...RequestOption) (*TenantStorefront, error) {
	if params == nil {
		params = &OperatorAddStorefrontParams{}
	}
	call := newCall(operation{"POST", "/operator/v1/tenants/{tenant_id}/storefronts", true, false})
	call.setPath("tenant_id", params.TenantID)
	call.setBody(params)
	return fetch[TenantStorefront](ctx, c.client, call, options)
}

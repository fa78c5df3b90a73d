// Code generated from the API document by `make gen`. DO NOT EDIT.

package stoa

import (
	"context"
	"iter"
)

// Storefront has the operations of the document under /storefront. It may be used by many goroutines.
type Storefront struct{ client *client }

// NewStorefront makes a client.
func NewStorefront(config Config) (*Storefront, error) {
	client, err := newClient(config)
	if err != nil {
		return nil, err
	}
	return &Storefront{client}, nil
}

// StorefrontGetAccountParams are the parameters of [Storefront.GetAccount].
type StorefrontGetAccountParams struct {
}

// GetAccount: show the account.
//
// E-mail address and name of the shopper whose access token is sent.
func (c *Storefront) GetAccount(ctx context.Context, _ *StorefrontGetAccountParams, options ...RequestOption) (*Account, error) {
	call := newCall(operation{"GET", "/storefront/v1/account", true, false})
	return fetch[Account](ctx, c.client, call, options)
}

// StorefrontUpdateAccountParams are the parameters of [Storefront.UpdateAccount].
type StorefrontUpdateAccountParams struct {
	// Given name.
	FirstName *string `json:"first_name,omitempty"`
	// Family name; empty to have none.
	LastName *string `json:"last_name,omitempty"`
}

// UpdateAccount: change the account.
//
// Absent fields do not change.
func (c *Storefront) UpdateAccount(ctx context.Context, params *StorefrontUpdateAccountParams, options ...RequestOption) (*Account, error) {
	if params == nil {
		params = &StorefrontUpdateAccountParams{}
	}
	call := newCall(operation{"PATCH", "/storefront/v1/account", true, false})
	call.setBody(params)
	return fetch[Account](ctx, c.client, call, options)
}

// StorefrontListAddressesParams are the parameters of [Storefront.ListAddresses].
type StorefrontListAddressesParams struct {
}

// ListAddresses: list addresses.
//
// The address book of the account, oldest first; at most 50.
func (c *Storefront) ListAddresses(ctx context.Context, _ *StorefrontListAddressesParams, options ...RequestOption) (*SavedAddressList, error) {
	call := newCall(operation{"GET", "/storefront/v1/account/addresses", true, false})
	return fetch[SavedAddressList](ctx, c.client, call, options)
}

// StorefrontCreateAddressParams are the parameters of [Storefront.CreateAddress].
type StorefrontCreateAddressParams struct {
	// The address.
	Address Address `json:"address"`
	// Whether it becomes the default billing address; by default if it is the first one.
	IsDefaultBilling *bool `json:"is_default_billing,omitempty"`
	// Whether it becomes the default shipping address; by default if it is the first one.
	IsDefaultShipping *bool `json:"is_default_shipping,omitempty"`
}

// CreateAddress: create an address.
//
// The country decides which fields are required. The first address becomes the default for shipping
// and billing unless the request says otherwise. An address book holds 50 addresses; one more returns
// 409 `too_many_addresses`.
func (c *Storefront) CreateAddress(ctx context.Context, params *StorefrontCreateAddressParams, options ...RequestOption) (*SavedAddress, error) {
	if params == nil {
		params = &StorefrontCreateAddressParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/addresses", true, false})
	call.setBody(params)
	return fetch[SavedAddress](ctx, c.client, call, options)
}

// StorefrontGetAddressParams are the parameters of [Storefront.GetAddress].
type StorefrontGetAddressParams struct {
	// Id of the address.
	AddressID string `json:"-"`
}

// GetAddress: show an address.
//
// One address of the address book.
func (c *Storefront) GetAddress(ctx context.Context, params *StorefrontGetAddressParams, options ...RequestOption) (*SavedAddress, error) {
	if params == nil {
		params = &StorefrontGetAddressParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/addresses/{address_id}", true, false})
	call.setPath("address_id", params.AddressID)
	return fetch[SavedAddress](ctx, c.client, call, options)
}

// StorefrontUpdateAddressParams are the parameters of [Storefront.UpdateAddress].
type StorefrontUpdateAddressParams struct {
	// Id of the address.
	AddressID string `json:"-"`
	// The whole address.
	Address *Address `json:"address,omitempty"`
	// Whether it is the default billing address.
	IsDefaultBilling *bool `json:"is_default_billing,omitempty"`
	// Whether it is the default shipping address.
	IsDefaultShipping *bool `json:"is_default_shipping,omitempty"`
}

// UpdateAddress: change an address.
//
// Absent fields do not change; an `address` replaces the whole address. An address that becomes a
// default takes the place of the default before. Carts and orders keep the copy that they have.
func (c *Storefront) UpdateAddress(ctx context.Context, params *StorefrontUpdateAddressParams, options ...RequestOption) (*SavedAddress, error) {
	if params == nil {
		params = &StorefrontUpdateAddressParams{}
	}
	call := newCall(operation{"PATCH", "/storefront/v1/account/addresses/{address_id}", true, false})
	call.setPath("address_id", params.AddressID)
	call.setBody(params)
	return fetch[SavedAddress](ctx, c.client, call, options)
}

// StorefrontDeleteAddressParams are the parameters of [Storefront.DeleteAddress].
type StorefrontDeleteAddressParams struct {
	// Id of the address.
	AddressID string `json:"-"`
}

// DeleteAddress: delete an address.
//
// Carts and orders keep their copies of it. Another default is not chosen.
func (c *Storefront) DeleteAddress(ctx context.Context, params *StorefrontDeleteAddressParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontDeleteAddressParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/account/addresses/{address_id}", true, false})
	call.setPath("address_id", params.AddressID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontOpenAccountCartParams are the parameters of [Storefront.OpenAccountCart].
type StorefrontOpenAccountCartParams struct {
	// Cart to take over.
	GuestCart *GuestCart `json:"guest_cart,omitempty"`
}

// OpenAccountCart: open the account's cart.
//
// The account's cart on this storefront, which is created if there is none, with a token for this session: it is
// good as long as the session is, and ten of them are. With `guest_cart`, what is in that cart moves to the
// account's by the store's rule, as at sign-in; sending it again moves nothing twice. Show the cart with
// `GET /storefront/v1/carts/{cart_id}`.
func (c *Storefront) OpenAccountCart(ctx context.Context, params *StorefrontOpenAccountCartParams, options ...RequestOption) (*AccountCart, error) {
	if params == nil {
		params = &StorefrontOpenAccountCartParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/cart", true, false})
	call.setBody(params)
	return fetch[AccountCart](ctx, c.client, call, options)
}

// StorefrontGetConsentsParams are the parameters of [Storefront.GetConsents].
type StorefrontGetConsentsParams struct {
}

// GetConsents: show consents.
//
// What the shopper has agreed to now, and the last 100 answers, newest first.
func (c *Storefront) GetConsents(ctx context.Context, _ *StorefrontGetConsentsParams, options ...RequestOption) (*Consents, error) {
	call := newCall(operation{"GET", "/storefront/v1/account/consents", true, false})
	return fetch[Consents](ctx, c.client, call, options)
}

// StorefrontUpdateConsentsParams are the parameters of [Storefront.UpdateConsents].
type StorefrontUpdateConsentsParams struct {
	// Whether offers may come by e-mail.
	MarketingEmail *bool `json:"marketing_email,omitempty"`
	// Whether offers may come by text message.
	MarketingSms *bool `json:"marketing_sms,omitempty"`
	// Whether text messages may tell of the shopper's parcels.
	OrderUpdatesSms *bool `json:"order_updates_sms,omitempty"`
	// Version of the store's terms that are accepted, as the storefront calls it: 1 to 50 characters.
	TermsVersion *string `json:"terms_version,omitempty"`
}

// UpdateConsents: change consents.
//
// Absent fields do not change. Each answer that changes something is recorded with its time and where it
// was said, and stays.
func (c *Storefront) UpdateConsents(ctx context.Context, params *StorefrontUpdateConsentsParams, options ...RequestOption) (*Consents, error) {
	if params == nil {
		params = &StorefrontUpdateConsentsParams{}
	}
	call := newCall(operation{"PATCH", "/storefront/v1/account/consents", true, false})
	call.setBody(params)
	return fetch[Consents](ctx, c.client, call, options)
}

// StorefrontListOwnCustomerGroupsParams are the parameters of [Storefront.ListOwnCustomerGroups].
type StorefrontListOwnCustomerGroupsParams struct {
}

// ListOwnCustomerGroups: list the account's customer groups.
//
// A member of groups sees other products and prices when the access token is sent with the catalogue's operations.
func (c *Storefront) ListOwnCustomerGroups(ctx context.Context, _ *StorefrontListOwnCustomerGroupsParams, options ...RequestOption) (*AccountCustomerGroupList, error) {
	call := newCall(operation{"GET", "/storefront/v1/account/customer-groups", true, false})
	return fetch[AccountCustomerGroupList](ctx, c.client, call, options)
}

// StorefrontDeleteAccountParams are the parameters of [Storefront.DeleteAccount].
type StorefrontDeleteAccountParams struct {
	// Current password.
	Password string `json:"password"`
}

// DeleteAccount: delete the account.
//
// Needs the password; wrong ones are counted as for changing it. Deletes everything that is only the
// account's, permanently. Orders are kept for as long as the law requires.
func (c *Storefront) DeleteAccount(ctx context.Context, params *StorefrontDeleteAccountParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontDeleteAccountParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/delete", true, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontChangeEmailParams are the parameters of [Storefront.ChangeEmail].
type StorefrontChangeEmailParams struct {
	// New e-mail address.
	Email string `json:"email"`
	// Current password.
	Password string `json:"password"`
}

// ChangeEmail: change the e-mail address.
//
// Needs the password; wrong ones are counted as for changing it. Answers 202 for every other address,
// whether an account has it or not, and sends it an e-mail: with a link to confirm it with, good for
// 24 hours, or saying that it has an account. Until it is confirmed nothing changes. A newer change ends
// one that waits. One such e-mail is sent to an address in a minute; a further request within it changes
// nothing.
func (c *Storefront) ChangeEmail(ctx context.Context, params *StorefrontChangeEmailParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontChangeEmailParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/email", true, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontExportAccountParams are the parameters of [Storefront.ExportAccount].
type StorefrontExportAccountParams struct {
}

// ExportAccount: export the account's data.
//
// Everything that the store keeps about the shopper, as one document: account, customer groups, addresses, consents,
// linked identities, sessions, carts, orders with lines and addresses, reviews, and e-mails of the last 90 days. May be requested as often as signing in.
func (c *Storefront) ExportAccount(ctx context.Context, _ *StorefrontExportAccountParams, options ...RequestOption) (*AccountExport, error) {
	call := newCall(operation{"GET", "/storefront/v1/account/export", true, false})
	return fetch[AccountExport](ctx, c.client, call, options)
}

// StorefrontExportAccountFileParams are the parameters of [Storefront.ExportAccountFile].
type StorefrontExportAccountFileParams struct {
	// What the file holds; `account` by default.
	Kind *AccountExportFile `json:"-"`
}

// ExportAccountFile: export the account's data as CSV.
//
// The data of `GET /storefront/v1/account/export`, one kind in a file in UTF-8; the first line names the columns. Amounts
// are in minor units. Text that a spreadsheet would take for a formula begins with an apostrophe. May be requested as
// often as signing in.
func (c *Storefront) ExportAccountFile(ctx context.Context, params *StorefrontExportAccountFileParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &StorefrontExportAccountFileParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/export.csv", true, false})
	if params.Kind != nil {
		call.addQuery("kind", *params.Kind)
	}
	return fetchFile(ctx, c.client, call, "text/csv", options)
}

// StorefrontListIdentitiesParams are the parameters of [Storefront.ListIdentities].
type StorefrontListIdentitiesParams struct {
}

// ListIdentities: list linked identities.
//
// Accounts at identity providers that sign in to this account, oldest first, and whether it has a password.
func (c *Storefront) ListIdentities(ctx context.Context, _ *StorefrontListIdentitiesParams, options ...RequestOption) (*SignInMethods, error) {
	call := newCall(operation{"GET", "/storefront/v1/account/identities", true, false})
	return fetch[SignInMethods](ctx, c.client, call, options)
}

// StorefrontLinkIdentityParams are the parameters of [Storefront.LinkIdentity].
type StorefrontLinkIdentityParams struct {
	// Token of the sign-in that was answered with `link_required`.
	BrowserToken string `json:"browser_token"`
}

// LinkIdentity: link an identity.
//
// The identity of a sign-in that was answered with `link_required` because this account has its address. 400
// `invalid_token` for any other token, and after 30 minutes.
func (c *Storefront) LinkIdentity(ctx context.Context, params *StorefrontLinkIdentityParams, options ...RequestOption) (*LinkedIdentity, error) {
	if params == nil {
		params = &StorefrontLinkIdentityParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/identities", true, false})
	call.setBody(params)
	return fetch[LinkedIdentity](ctx, c.client, call, options)
}

// StorefrontUnlinkIdentityParams are the parameters of [Storefront.UnlinkIdentity].
type StorefrontUnlinkIdentityParams struct {
	// Id of the linked identity.
	LinkedIdentityID string `json:"-"`
}

// UnlinkIdentity: unlink an identity.
//
// It does not sign in to the account any more. 409 `last_sign_in_method` if the account has no password and no
// other identity: a password reset gives it one.
func (c *Storefront) UnlinkIdentity(ctx context.Context, params *StorefrontUnlinkIdentityParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontUnlinkIdentityParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/account/identities/{linked_identity_id}", true, false})
	call.setPath("linked_identity_id", params.LinkedIdentityID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontListOwnOrdersParams are the parameters of [Storefront.ListOwnOrders].
type StorefrontListOwnOrdersParams struct {
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListOwnOrders: list orders of the account.
//
// Newest first: every order placed with the account's e-mail address, signed in or as a guest, before or
// after the account was opened.
func (c *Storefront) ListOwnOrders(ctx context.Context, params *StorefrontListOwnOrdersParams, options ...RequestOption) (*OrderPage, error) {
	if params == nil {
		params = &StorefrontListOwnOrdersParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/orders", true, false})
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[OrderPage](ctx, c.client, call, options)
}

// ListOwnOrdersAll iterates over the items of all pages of [Storefront.ListOwnOrders]. The next page is loaded when it is needed.
func (c *Storefront) ListOwnOrdersAll(ctx context.Context, params *StorefrontListOwnOrdersParams, options ...RequestOption) iter.Seq2[OrderSummary, error] {
	load := func(cursor *string) (*OrderPage, error) {
		var own StorefrontListOwnOrdersParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListOwnOrders(ctx, &own, options...)
	}
	return all(load, func(page *OrderPage) ([]OrderSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// StorefrontGetOwnOrderParams are the parameters of [Storefront.GetOwnOrder].
type StorefrontGetOwnOrderParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// GetOwnOrder: show an order of the account.
//
// Returns 404 for an order of another shopper.
func (c *Storefront) GetOwnOrder(ctx context.Context, params *StorefrontGetOwnOrderParams, options ...RequestOption) (*Order, error) {
	if params == nil {
		params = &StorefrontGetOwnOrderParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/orders/{order_id}", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[Order](ctx, c.client, call, options)
}

// StorefrontListOwnOrderDocumentsParams are the parameters of [Storefront.ListOwnOrderDocuments].
type StorefrontListOwnOrderDocumentsParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// ListOwnOrderDocuments: list documents of an order of the account.
//
// Returns 404 for an order of another shopper.
func (c *Storefront) ListOwnOrderDocuments(ctx context.Context, params *StorefrontListOwnOrderDocumentsParams, options ...RequestOption) (*OrderDocumentList, error) {
	if params == nil {
		params = &StorefrontListOwnOrderDocumentsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/orders/{order_id}/documents", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[OrderDocumentList](ctx, c.client, call, options)
}

// StorefrontDownloadOwnDocumentParams are the parameters of [Storefront.DownloadOwnDocument].
type StorefrontDownloadOwnDocumentParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// DocumentID is `document_id` of the path.
	DocumentID string `json:"-"`
}

// DownloadOwnDocument: download a document of an order of the account.
//
// As PDF. Returns 404 for an order of another shopper.
func (c *Storefront) DownloadOwnDocument(ctx context.Context, params *StorefrontDownloadOwnDocumentParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &StorefrontDownloadOwnDocumentParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/orders/{order_id}/documents/{document_id}/pdf", true, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("document_id", params.DocumentID)
	return fetchFile(ctx, c.client, call, "application/pdf", options)
}

// StorefrontListOwnReturnsParams are the parameters of [Storefront.ListOwnReturns].
type StorefrontListOwnReturnsParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
}

// ListOwnReturns: list returns of an order of the account.
//
// Newest first. Returns 404 for an order of another shopper.
func (c *Storefront) ListOwnReturns(ctx context.Context, params *StorefrontListOwnReturnsParams, options ...RequestOption) (*OrderReturnList, error) {
	if params == nil {
		params = &StorefrontListOwnReturnsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/orders/{order_id}/returns", true, false})
	call.setPath("order_id", params.OrderID)
	return fetch[OrderReturnList](ctx, c.client, call, options)
}

// StorefrontCreateOwnReturnParams are the parameters of [Storefront.CreateOwnReturn].
type StorefrontCreateOwnReturnParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// Units that come back, each line once.
	Lines []CreateReturnLine `json:"lines,omitzero"`
	// What there is to say about it.
	Note *string `json:"note,omitempty"`
	// Why the units come back.
	Reason ReturnReason `json:"reason"`
}

// CreateOwnReturn: request a return of an order of the account.
//
// Like a request with the order's token, for the shopper who is signed in. Returns 404 for an order of
// another shopper.
func (c *Storefront) CreateOwnReturn(ctx context.Context, params *StorefrontCreateOwnReturnParams, options ...RequestOption) (*OrderReturn, error) {
	if params == nil {
		params = &StorefrontCreateOwnReturnParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/orders/{order_id}/returns", true, true})
	call.setPath("order_id", params.OrderID)
	call.setBody(params)
	return fetch[OrderReturn](ctx, c.client, call, options)
}

// StorefrontCancelOwnReturnParams are the parameters of [Storefront.CancelOwnReturn].
type StorefrontCancelOwnReturnParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
}

// CancelOwnReturn: cancel a return of an order of the account.
//
// One of which no unit came. Repeating it changes nothing.
func (c *Storefront) CancelOwnReturn(ctx context.Context, params *StorefrontCancelOwnReturnParams, options ...RequestOption) (*OrderReturn, error) {
	if params == nil {
		params = &StorefrontCancelOwnReturnParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/orders/{order_id}/returns/{return_id}/cancel", true, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("return_id", params.ReturnID)
	return fetch[OrderReturn](ctx, c.client, call, options)
}

// StorefrontChangePasswordParams are the parameters of [Storefront.ChangePassword].
type StorefrontChangePasswordParams struct {
	// Current password.
	CurrentPassword string `json:"current_password"`
	// New password: at least 10 characters, and not easily guessed.
	Password string `json:"password"`
}

// ChangePassword: change the password.
//
// Needs the current password; a wrong one returns 422 `wrong_password`, and after 10 of them within
// 15 minutes 429 `too_many_attempts`. Every other session and every link that resets the password
// ends, and the account's owner gets an e-mail.
func (c *Storefront) ChangePassword(ctx context.Context, params *StorefrontChangePasswordParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontChangePasswordParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/password", true, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontListAccountReviewsParams are the parameters of [Storefront.ListAccountReviews].
type StorefrontListAccountReviewsParams struct {
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page.
	Cursor *string `json:"-"`
}

// ListAccountReviews: list reviews of the account.
//
// Newest first, whatever their status; without deleted ones.
func (c *Storefront) ListAccountReviews(ctx context.Context, params *StorefrontListAccountReviewsParams, options ...RequestOption) (*OwnReviewPage, error) {
	if params == nil {
		params = &StorefrontListAccountReviewsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/account/reviews", true, false})
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[OwnReviewPage](ctx, c.client, call, options)
}

// ListAccountReviewsAll iterates over the items of all pages of [Storefront.ListAccountReviews]. The next page is loaded when it is needed.
func (c *Storefront) ListAccountReviewsAll(ctx context.Context, params *StorefrontListAccountReviewsParams, options ...RequestOption) iter.Seq2[OwnReview, error] {
	load := func(cursor *string) (*OwnReviewPage, error) {
		var own StorefrontListAccountReviewsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListAccountReviews(ctx, &own, options...)
	}
	return all(load, func(page *OwnReviewPage) ([]OwnReview, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// StorefrontCreateAccountReviewParams are the parameters of [Storefront.CreateAccountReview].
type StorefrontCreateAccountReviewParams struct {
	// Name to show, such as `Anna B.`; without one, none is shown.
	AuthorName *string `json:"author_name,omitempty"`
	// Line of the order whose product is reviewed, or whose merchant.
	OrderLineID string `json:"order_line_id"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// What is reviewed; `product` by default. An order has one review of each merchant, whichever of its lines names it.
	Subject *ReviewSubject `json:"subject,omitempty"`
	// Text, plain text; a link or HTML has it held for the staff.
	Text *string `json:"text,omitempty"`
	// Headline, plain text in one line.
	Title *string `json:"title,omitempty"`
}

// CreateAccountReview: create a review with the account.
//
// Of the product of a line of an order of the account that was paid, or with `subject` `merchant` of who sold
// it. A line has one review, and so has each merchant of an order: another one returns 409 `review_exists`.
// Whether it is published at once is a setting of the store.
func (c *Storefront) CreateAccountReview(ctx context.Context, params *StorefrontCreateAccountReviewParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontCreateAccountReviewParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/reviews", true, false})
	call.setBody(params)
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontEditAccountReviewParams are the parameters of [Storefront.EditAccountReview].
type StorefrontEditAccountReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// Name to show, such as `Anna B.`; without one, none is shown.
	AuthorName *string `json:"author_name,omitempty"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// Text, plain text; a link or HTML has it held for the staff.
	Text *string `json:"text,omitempty"`
	// Headline, plain text in one line.
	Title *string `json:"title,omitempty"`
}

// EditAccountReview: replace a review of the account.
//
// Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
// are published, it is checked again.
func (c *Storefront) EditAccountReview(ctx context.Context, params *StorefrontEditAccountReviewParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontEditAccountReviewParams{}
	}
	call := newCall(operation{"PUT", "/storefront/v1/account/reviews/{review_id}", true, false})
	call.setPath("review_id", params.ReviewID)
	call.setBody(params)
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontDeleteAccountReviewParams are the parameters of [Storefront.DeleteAccountReview].
type StorefrontDeleteAccountReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
}

// DeleteAccountReview: delete a review of the account.
//
// Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
// again.
func (c *Storefront) DeleteAccountReview(ctx context.Context, params *StorefrontDeleteAccountReviewParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontDeleteAccountReviewParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/account/reviews/{review_id}", true, false})
	call.setPath("review_id", params.ReviewID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontAppealAccountReviewParams are the parameters of [Storefront.AppealAccountReview].
type StorefrontAppealAccountReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// Why the review should be published.
	Text string `json:"text"`
}

// AppealAccountReview: appeal against the rejection of a review of the account.
//
// Possible once; the review is `pending` then, until the staff decides again.
func (c *Storefront) AppealAccountReview(ctx context.Context, params *StorefrontAppealAccountReviewParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontAppealAccountReviewParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/reviews/{review_id}/appeal", true, false})
	call.setPath("review_id", params.ReviewID)
	call.setBody(params)
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontUploadAccountReviewPictureParams are the parameters of [Storefront.UploadAccountReviewPicture].
type StorefrontUploadAccountReviewPictureParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// Body is the file.
	Body []byte `json:"-"`
}

// UploadAccountReviewPicture: upload a picture for a review of the account.
//
// The same as with the order's token: at most four pictures, each at most 10 MiB.
func (c *Storefront) UploadAccountReviewPicture(ctx context.Context, params *StorefrontUploadAccountReviewPictureParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontUploadAccountReviewPictureParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/account/reviews/{review_id}/pictures", true, false})
	call.setPath("review_id", params.ReviewID)
	call.setFile(params.Body, "application/octet-stream")
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontDeleteAccountReviewPictureParams are the parameters of [Storefront.DeleteAccountReviewPicture].
type StorefrontDeleteAccountReviewPictureParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// Id of the picture.
	PictureID string `json:"-"`
}

// DeleteAccountReviewPicture: delete a picture of a review of the account.
//
// At any time; the file is deleted too.
func (c *Storefront) DeleteAccountReviewPicture(ctx context.Context, params *StorefrontDeleteAccountReviewPictureParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontDeleteAccountReviewPictureParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/account/reviews/{review_id}/pictures/{picture_id}", true, false})
	call.setPath("review_id", params.ReviewID)
	call.setPath("picture_id", params.PictureID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontListSessionsParams are the parameters of [Storefront.ListSessions].
type StorefrontListSessionsParams struct {
}

// ListSessions: list sessions.
//
// Active sessions of the account, most recently used first; at most 50.
func (c *Storefront) ListSessions(ctx context.Context, _ *StorefrontListSessionsParams, options ...RequestOption) (*DeviceSessionList, error) {
	call := newCall(operation{"GET", "/storefront/v1/account/sessions", true, false})
	return fetch[DeviceSessionList](ctx, c.client, call, options)
}

// StorefrontEndAllSessionsParams are the parameters of [Storefront.EndAllSessions].
type StorefrontEndAllSessionsParams struct {
}

// EndAllSessions: revoke all sessions.
//
// Signs the shopper out on every device, this one too: all refresh tokens and access tokens stop working at
// once.
func (c *Storefront) EndAllSessions(ctx context.Context, _ *StorefrontEndAllSessionsParams, options ...RequestOption) error {
	call := newCall(operation{"DELETE", "/storefront/v1/account/sessions", true, false})
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontEndSessionParams are the parameters of [Storefront.EndSession].
type StorefrontEndSessionParams struct {
	// SessionID is `session_id` of the path.
	SessionID string `json:"-"`
}

// EndSession: revoke a session.
//
// Its refresh token and its access tokens stop working at once. Revoking the current session signs
// this device out.
func (c *Storefront) EndSession(ctx context.Context, params *StorefrontEndSessionParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontEndSessionParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/account/sessions/{session_id}", true, false})
	call.setPath("session_id", params.SessionID)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontConfirmEmailChangeParams are the parameters of [Storefront.ConfirmEmailChange].
type StorefrontConfirmEmailChangeParams struct {
	// Token from the link in the e-mail.
	Token string `json:"token"`
}

// ConfirmEmailChange: confirm a new e-mail address.
//
// With the token of the link that the new address was sent. The account has the address from then on,
// and links that reset its password end; its sessions go on. The old address gets an e-mail with a
// link that undoes the change for 72 hours. Orders that were placed with the new address without an
// account belong to the account after that. A token that is wrong, was used or has expired returns 400
// `invalid_token`, as does an address that another account has got meanwhile.
func (c *Storefront) ConfirmEmailChange(ctx context.Context, params *StorefrontConfirmEmailChangeParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontConfirmEmailChangeParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/confirm-email-change", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontForgotPasswordParams are the parameters of [Storefront.ForgotPassword].
type StorefrontForgotPasswordParams struct {
	// E-mail address.
	Email string `json:"email"`
}

// ForgotPassword: request a password reset.
//
// Always answers 202. If the address has an account, an e-mail with a link is on its way; one is sent
// to an address in a minute. A link is good once, for 30 minutes, and until the password changes.
func (c *Storefront) ForgotPassword(ctx context.Context, params *StorefrontForgotPasswordParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontForgotPasswordParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/forgot-password", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontLoginParams are the parameters of [Storefront.Login].
type StorefrontLoginParams struct {
	// E-mail address of the account.
	Email string `json:"email"`
	// Cart of the guest who signs in.
	GuestCart *GuestCart `json:"guest_cart,omitempty"`
	// Password of the account.
	Password string `json:"password"`
}

// Login: sign in.
//
// An unknown address, a wrong password, an address that was not confirmed and an account of
// another tenant get the same answer, `invalid_credentials`. After 10 wrong passwords for one
// address within 15 minutes the answer is 429 `too_many_attempts`, except to clients that have
// signed in to the account before; resetting the password lets its owner in at once.
//
// With `guest_cart`, what is in that cart moves to the account's cart by the store's rule, and `cart` of the
// response names what was left out. A cart that cannot be taken over does not keep anybody from signing in.
func (c *Storefront) Login(ctx context.Context, params *StorefrontLoginParams, options ...RequestOption) (*ShopperSession, error) {
	if params == nil {
		params = &StorefrontLoginParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/login", false, false})
	call.setBody(params)
	return fetch[ShopperSession](ctx, c.client, call, options)
}

// StorefrontRequestLoginCodeParams are the parameters of [Storefront.RequestLoginCode].
type StorefrontRequestLoginCodeParams struct {
	// E-mail address.
	Email string `json:"email"`
}

// RequestLoginCode: request a code to sign in with.
//
// Always answers 202. An address that has an account gets an e-mail with a code of eight digits, which is
// good once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a
// minute.
func (c *Storefront) RequestLoginCode(ctx context.Context, params *StorefrontRequestLoginCodeParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontRequestLoginCodeParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/login-code", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontLoginWithCodeParams are the parameters of [Storefront.LoginWithCode].
type StorefrontLoginWithCodeParams struct {
	// Code of the e-mail; spaces do not matter.
	Code string `json:"code"`
	// E-mail address of the account.
	Email string `json:"email"`
	// Cart of the guest who signs in.
	GuestCart *GuestCart `json:"guest_cart,omitempty"`
}

// LoginWithCode: sign in with a code.
//
// A wrong or used code, one that has expired and an unknown address get the same answer,
// `invalid_credentials`. After 5 wrong codes for one address within 15 minutes the answer is 429
// `too_many_attempts`. `guest_cart` is taken over as at signing in with a password.
func (c *Storefront) LoginWithCode(ctx context.Context, params *StorefrontLoginWithCodeParams, options ...RequestOption) (*ShopperSession, error) {
	if params == nil {
		params = &StorefrontLoginWithCodeParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/login-with-code", false, false})
	call.setBody(params)
	return fetch[ShopperSession](ctx, c.client, call, options)
}

// StorefrontLogoutParams are the parameters of [Storefront.Logout].
type StorefrontLogoutParams struct {
	// The most recent refresh token of the session.
	RefreshToken string `json:"refresh_token"`
}

// Logout: sign out.
//
// Ends the session at once: neither its refresh token nor its access tokens are good any more.
func (c *Storefront) Logout(ctx context.Context, params *StorefrontLogoutParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontLogoutParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/logout", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontRefreshParams are the parameters of [Storefront.Refresh].
type StorefrontRefreshParams struct {
	// The most recent refresh token of the session.
	RefreshToken string `json:"refresh_token"`
}

// Refresh: refresh the session.
//
// Returns a new access token, and a new refresh token in the place of the one that was sent, which
// is good once. Within ten seconds it may be sent again, while no token it was answered with has
// been used: each answer's token is good then, until a newer one is used. Any other reuse ends the
// session, and its owner gets an e-mail: the token may have been stolen. A session ends 30 days after
// it was last used, and 90 days after signing in.
func (c *Storefront) Refresh(ctx context.Context, params *StorefrontRefreshParams, options ...RequestOption) (*ShopperSession, error) {
	if params == nil {
		params = &StorefrontRefreshParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/refresh", false, false})
	call.setBody(params)
	return fetch[ShopperSession](ctx, c.client, call, options)
}

// StorefrontResendVerificationParams are the parameters of [Storefront.ResendVerification].
type StorefrontResendVerificationParams struct {
	// E-mail address.
	Email string `json:"email"`
}

// ResendVerification: resend the confirmation e-mail.
//
// Always answers 202. Earlier links stay good until they expire. One e-mail is sent to an address in
// a minute.
func (c *Storefront) ResendVerification(ctx context.Context, params *StorefrontResendVerificationParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontResendVerificationParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/resend-verification", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontResetPasswordParams are the parameters of [Storefront.ResetPassword].
type StorefrontResetPasswordParams struct {
	// At least 10 characters, and not easily guessed.
	Password string `json:"password"`
	// Token from the link in the e-mail.
	Token string `json:"token"`
}

// ResetPassword: reset the password.
//
// With the token of a link. Every session of the account and every other link ends, and its owner
// gets an e-mail about it.
func (c *Storefront) ResetPassword(ctx context.Context, params *StorefrontResetPasswordParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontResetPasswordParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/reset-password", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontSignUpParams are the parameters of [Storefront.SignUp].
type StorefrontSignUpParams struct {
	// E-mail address to sign in with. The part before the `@` is ASCII; the domain may be
	// internationalised and is kept in its ASCII form (`xn--…`).
	Email string `json:"email"`
	// Given name, or the only one: 1 to 100 characters, none invisible or a control character.
	FirstName string `json:"first_name"`
	// Family name, under the same rule; people with one name leave it out.
	LastName *string `json:"last_name,omitempty"`
	// Whether offers may come by e-mail; `false` if absent.
	MarketingEmail *bool `json:"marketing_email,omitempty"`
	// Whether offers may come by text message; `false` if absent.
	MarketingSms *bool `json:"marketing_sms,omitempty"`
	// At least 10 characters, not easily guessed and not the e-mail address.
	Password string `json:"password"`
	// Version of the store's terms that were accepted, as the storefront calls it: 1 to 50 characters.
	TermsVersion *string `json:"terms_version,omitempty"`
}

// SignUp: sign up.
//
// Always answers 202. An e-mail to the address holds a link, which confirms this sign-up and no
// other: send its token to `verify-email` to open the account with the password given here. Several
// sign-ups for one address may be pending; confirming one ends the others. An address that has an
// account gets an e-mail that says so. One e-mail is sent to an address in a minute: a further
// request within it sends none, and is confirmed by sending its password with the link's token. What was
// agreed to is recorded with the account, as of the sign-up.
func (c *Storefront) SignUp(ctx context.Context, params *StorefrontSignUpParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontSignUpParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/signup", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontFinishSocialSignInParams are the parameters of [Storefront.FinishSocialSignIn].
type StorefrontFinishSocialSignInParams struct {
	// Token that the browser kept.
	BrowserToken string `json:"browser_token"`
	// `code` of the address that the browser came back to.
	Code string `json:"code"`
	// Cart of the guest who signs in.
	GuestCart *GuestCart `json:"guest_cart,omitempty"`
	// `iss` of that address, if it has one.
	Iss *string `json:"iss,omitempty"`
	// `state` of that address.
	State string `json:"state"`
}

// FinishSocialSignIn: finish a sign-in with an identity provider.
//
// Signs in to the account that the identity is linked to, or opens one if the provider has verified the e-mail
// address and no account has it. Each start is good for one try, within 10 minutes, in the browser that has its
// token, on the storefront where it began: 400 `invalid_state` otherwise. 400 `invalid_code` if the provider
// does not take the code, 422 `id_token_refused` if its ID token is not right, 422 `email_not_verified` without
// a verified address.
//
// 409 `link_required` if the address has an account: its owner signs in with the password or a code, and sends
// the same `browser_token` to `POST /storefront/v1/account/identities` within 30 minutes. `guest_cart` is taken
// over as at signing in with a password.
func (c *Storefront) FinishSocialSignIn(ctx context.Context, params *StorefrontFinishSocialSignInParams, options ...RequestOption) (*SocialSession, error) {
	if params == nil {
		params = &StorefrontFinishSocialSignInParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/social/callback", false, false})
	call.setBody(params)
	return fetch[SocialSession](ctx, c.client, call, options)
}

// StorefrontListIdentityProvidersParams are the parameters of [Storefront.ListIdentityProviders].
type StorefrontListIdentityProvidersParams struct {
}

// ListIdentityProviders: list identity providers.
//
// Those that shoppers may sign in with, oldest first.
func (c *Storefront) ListIdentityProviders(ctx context.Context, _ *StorefrontListIdentityProvidersParams, options ...RequestOption) (*SignInProviderList, error) {
	call := newCall(operation{"GET", "/storefront/v1/auth/social/providers", false, false})
	return fetch[SignInProviderList](ctx, c.client, call, options)
}

// StorefrontBeginSocialSignInParams are the parameters of [Storefront.BeginSocialSignIn].
type StorefrontBeginSocialSignInParams struct {
	// Id of the provider.
	IdentityProviderID string `json:"-"`
	// Path of the shop to return to, such as `/account`.
	ReturnTo string `json:"return_to"`
}

// BeginSocialSignIn: start a sign-in with an identity provider.
//
// Keep `browser_token` in this browser, such as in its session storage, and send the browser to
// `authorization_url`. It comes back to `/account/social` on the primary host of the storefront, with `code`
// and `state`, or with `error` if the shopper did not go on. 503 `identity_provider_unavailable` if the
// provider does not answer.
func (c *Storefront) BeginSocialSignIn(ctx context.Context, params *StorefrontBeginSocialSignInParams, options ...RequestOption) (*SocialStart, error) {
	if params == nil {
		params = &StorefrontBeginSocialSignInParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/social/providers/{identity_provider_id}/start", false, false})
	call.setPath("identity_provider_id", params.IdentityProviderID)
	call.setBody(params)
	return fetch[SocialStart](ctx, c.client, call, options)
}

// StorefrontUndoEmailChangeParams are the parameters of [Storefront.UndoEmailChange].
type StorefrontUndoEmailChangeParams struct {
	// Token from the link in the e-mail.
	Token string `json:"token"`
}

// UndoEmailChange: undo a change of e-mail address.
//
// With the token of the link that the old address was sent. The account has its old address again, and
// every later change ends. Somebody else may know the password, so it stops working, every session ends,
// and the address is sent a link to choose a new one.
func (c *Storefront) UndoEmailChange(ctx context.Context, params *StorefrontUndoEmailChangeParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontUndoEmailChangeParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/undo-email-change", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontVerifyEmailParams are the parameters of [Storefront.VerifyEmail].
type StorefrontVerifyEmailParams struct {
	// The password that was chosen when signing up. If absent, the sign-up that the link was sent for
	// is confirmed.
	Password *string `json:"password,omitempty"`
	// Token from the link in the e-mail.
	Token string `json:"token"`
}

// VerifyEmail: confirm an e-mail address.
//
// Opens the account of the sign-up that the link was sent for, with its password. Anybody can sign
// up with any address, so a page behind the link should ask for the password and send it too: then
// only a sign-up with that password is confirmed, and 422 `wrong_password` is returned if none of
// the address's has it. A link that was sent again while several sign-ups were pending needs the
// password (422 `password_required`). A token that is wrong, was used or has expired returns 400
// `invalid_token`.
func (c *Storefront) VerifyEmail(ctx context.Context, params *StorefrontVerifyEmailParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontVerifyEmailParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/auth/verify-email", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontCreateCartParams are the parameters of [Storefront.CreateCart].
type StorefrontCreateCartParams struct {
}

// CreateCart: create a cart.
//
// The response holds the cart's token, once: later requests send it as the header `Cart-Token`.
func (c *Storefront) CreateCart(ctx context.Context, _ *StorefrontCreateCartParams, options ...RequestOption) (*Cart, error) {
	call := newCall(operation{"POST", "/storefront/v1/carts", false, false})
	return fetch[Cart](ctx, c.client, call, options)
}

// StorefrontGetCartParams are the parameters of [Storefront.GetCart].
type StorefrontGetCartParams struct {
	// CartID is `cart_id` of the path.
	CartID string `json:"-"`
	// The token that came with the cart.
	CartToken string `json:"-"`
}

// GetCart: show the cart.
//
// With current prices and taxes. `requirements` lists what is missing before checkout.
func (c *Storefront) GetCart(ctx context.Context, params *StorefrontGetCartParams, options ...RequestOption) (*Cart, error) {
	if params == nil {
		params = &StorefrontGetCartParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/carts/{cart_id}", false, false})
	call.setPath("cart_id", params.CartID)
	call.addHeader("Cart-Token", params.CartToken)
	return fetch[Cart](ctx, c.client, call, options)
}

// StorefrontUpdateCartParams are the parameters of [Storefront.UpdateCart].
type StorefrontUpdateCartParams struct {
	// CartID is `cart_id` of the path.
	CartID string `json:"-"`
	// The token that came with the cart.
	CartToken string `json:"-"`
	// Billing address; `null` clears it, and the shipping address is billed.
	BillingAddress Nullable[Address] `json:"billing_address,omitzero"`
	// Billing address from the signed-in shopper's address book, in place of `billing_address`.
	BillingAddressID *string `json:"billing_address_id,omitempty"`
	// Contact e-mail; `null` clears it.
	Email Nullable[string] `json:"email,omitzero"`
	// Shipping address; `null` clears it.
	ShippingAddress Nullable[Address] `json:"shipping_address,omitzero"`
	// Shipping address from the signed-in shopper's address book, in place of `shipping_address`.
	ShippingAddressID *string `json:"shipping_address_id,omitempty"`
	// One of the cart's shipping options; `null` clears it.
	ShippingOptionID Nullable[string] `json:"shipping_option_id,omitzero"`
}

// UpdateCart: change the cart.
//
// Absent fields do not change; `null` clears a field. A signed-in shopper, whose access token is sent
// as `Authorization: Bearer …` beside the cart's token, can name addresses of the address book. The
// cart keeps a copy: later changes of the address book do not change it.
func (c *Storefront) UpdateCart(ctx context.Context, params *StorefrontUpdateCartParams, options ...RequestOption) (*Cart, error) {
	if params == nil {
		params = &StorefrontUpdateCartParams{}
	}
	call := newCall(operation{"PATCH", "/storefront/v1/carts/{cart_id}", true, false})
	call.setPath("cart_id", params.CartID)
	call.addHeader("Cart-Token", params.CartToken)
	call.setBody(params)
	return fetch[Cart](ctx, c.client, call, options)
}

// StorefrontPlaceOrderParams are the parameters of [Storefront.PlaceOrder].
type StorefrontPlaceOrderParams struct {
	// CartID is `cart_id` of the path.
	CartID string `json:"-"`
	// The token that came with the cart.
	CartToken string `json:"-"`
	// Total that the shopper was shown and agrees to pay.
	ExpectedTotal Money `json:"expected_total"`
	// Payment provider. Required unless the total is zero.
	PaymentProvider *PaymentProvider `json:"payment_provider,omitempty"`
}

// PlaceOrder: place an order.
//
// Freezes the cart, reserves its stock for half an hour and opens the payment, which the browser or
// app then confirms with the provider and `client_secret`. Returns 409 `cart_changed` if the cart's
// total is not `expected_total`. An order whose total is zero is `paid` at once, without `payment`.
//
// Repeating the request with the same `Idempotency-Key` returns the same response. With another key,
// a cart that was placed before returns its order.
func (c *Storefront) PlaceOrder(ctx context.Context, params *StorefrontPlaceOrderParams, options ...RequestOption) (*Checkout, error) {
	if params == nil {
		params = &StorefrontPlaceOrderParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/carts/{cart_id}/checkout", false, true})
	call.setPath("cart_id", params.CartID)
	call.addHeader("Cart-Token", params.CartToken)
	call.setBody(params)
	return fetch[Checkout](ctx, c.client, call, options)
}

// StorefrontAddCartLineParams are the parameters of [Storefront.AddCartLine].
type StorefrontAddCartLineParams struct {
	// CartID is `cart_id` of the path.
	CartID string `json:"-"`
	// The token that came with the cart.
	CartToken string `json:"-"`
	// Quantity to add, 1 to 999.
	Quantity int64 `json:"quantity"`
	// Variant to add.
	VariantID string `json:"variant_id"`
}

// AddCartLine: add a line.
//
// Adding a variant again increases its line's quantity. Returns 409 `insufficient_stock` if too few are
// left; `available` says how many are.
func (c *Storefront) AddCartLine(ctx context.Context, params *StorefrontAddCartLineParams, options ...RequestOption) (*Cart, error) {
	if params == nil {
		params = &StorefrontAddCartLineParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/carts/{cart_id}/lines", false, false})
	call.setPath("cart_id", params.CartID)
	call.addHeader("Cart-Token", params.CartToken)
	call.setBody(params)
	return fetch[Cart](ctx, c.client, call, options)
}

// StorefrontChangeCartLineParams are the parameters of [Storefront.ChangeCartLine].
type StorefrontChangeCartLineParams struct {
	// CartID is `cart_id` of the path.
	CartID string `json:"-"`
	// LineID is `line_id` of the path.
	LineID string `json:"-"`
	// The token that came with the cart.
	CartToken string `json:"-"`
	// New quantity; 0 removes the line.
	Quantity int64 `json:"quantity"`
}

// ChangeCartLine: change a line.
//
// A quantity of 0 removes the line.
func (c *Storefront) ChangeCartLine(ctx context.Context, params *StorefrontChangeCartLineParams, options ...RequestOption) (*Cart, error) {
	if params == nil {
		params = &StorefrontChangeCartLineParams{}
	}
	call := newCall(operation{"PATCH", "/storefront/v1/carts/{cart_id}/lines/{line_id}", false, false})
	call.setPath("cart_id", params.CartID)
	call.setPath("line_id", params.LineID)
	call.addHeader("Cart-Token", params.CartToken)
	call.setBody(params)
	return fetch[Cart](ctx, c.client, call, options)
}

// StorefrontListShippingOptionsParams are the parameters of [Storefront.ListShippingOptions].
type StorefrontListShippingOptionsParams struct {
	// CartID is `cart_id` of the path.
	CartID string `json:"-"`
	// The token that came with the cart.
	CartToken string `json:"-"`
}

// ListShippingOptions: list the cart's shipping options.
//
// Options for the cart's weight and, once it has an address, its country.
func (c *Storefront) ListShippingOptions(ctx context.Context, params *StorefrontListShippingOptionsParams, options ...RequestOption) (*ShippingOptionList, error) {
	if params == nil {
		params = &StorefrontListShippingOptionsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/carts/{cart_id}/shipping-options", false, false})
	call.setPath("cart_id", params.CartID)
	call.addHeader("Cart-Token", params.CartToken)
	return fetch[ShippingOptionList](ctx, c.client, call, options)
}

// StorefrontListCategoriesParams are the parameters of [Storefront.ListCategories].
type StorefrontListCategoriesParams struct {
}

// ListCategories: list categories.
//
// All categories with products on sale that the caller sees, parents before their children.
func (c *Storefront) ListCategories(ctx context.Context, _ *StorefrontListCategoriesParams, options ...RequestOption) (*CategoryList, error) {
	call := newCall(operation{"GET", "/storefront/v1/categories", true, false})
	return fetch[CategoryList](ctx, c.client, call, options)
}

// StorefrontRecordEventsParams are the parameters of [Storefront.RecordEvents].
type StorefrontRecordEventsParams struct {
	// Whether the visitor agreed to be counted. Default: `false`.
	Consent *bool `json:"consent,omitempty"`
	// 1 to 50 events.
	Events []VisitEvent `json:"events,omitzero"`
	// Random word of 16 to 64 letters, digits, `-` and `_`; the same in all requests of a visit, another one on another
	// day, and never made from anything about a person or device.
	Visit string `json:"visit"`
}

// RecordEvents: record events of a visit.
//
// Adds to the store's counters of the day; no event, visit, address or person is kept. Needs no cookie: `visit` is a
// random word that the client makes and forgets at the end of the day or of the tab. Carts, orders and payments are
// counted by the server and are not sent. 422 `consent_required` when the store counts visits only with consent and
// `consent` is not `true`. Events about products that the store does not sell are named in `unknown_products` and do
// not count; 422 `product_not_found` when none does.
func (c *Storefront) RecordEvents(ctx context.Context, params *StorefrontRecordEventsParams, options ...RequestOption) (*CountedEvents, error) {
	if params == nil {
		params = &StorefrontRecordEventsParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/events", false, false})
	call.setBody(params)
	return fetch[CountedEvents](ctx, c.client, call, options)
}

// StorefrontListMerchantReviewsParams are the parameters of [Storefront.ListMerchantReviews].
type StorefrontListMerchantReviewsParams struct {
	// Slug of the merchant.
	MerchantSlug string `json:"-"`
	// Only reviews with this number of stars.
	Rating *int64 `json:"-"`
	// Sort order; `newest` by default.
	Sort *ReviewSort `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same merchant, filter and sort order.
	Cursor *string `json:"-"`
}

// ListMerchantReviews: list reviews of a merchant.
//
// Published reviews of the merchant, not of its products, with its rating, the number of reviews by stars, and
// how the store makes sure that reviews are by shoppers who bought from it. Texts are plain text: escape them.
func (c *Storefront) ListMerchantReviews(ctx context.Context, params *StorefrontListMerchantReviewsParams, options ...RequestOption) (*MerchantReviews, error) {
	if params == nil {
		params = &StorefrontListMerchantReviewsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/merchants/{merchant_slug}/reviews", false, false})
	call.setPath("merchant_slug", params.MerchantSlug)
	if params.Rating != nil {
		call.addQuery("rating", *params.Rating)
	}
	if params.Sort != nil {
		call.addQuery("sort", *params.Sort)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[MerchantReviews](ctx, c.client, call, options)
}

// ListMerchantReviewsAll iterates over the items of all pages of [Storefront.ListMerchantReviews]. The next page is loaded when it is needed.
func (c *Storefront) ListMerchantReviewsAll(ctx context.Context, params *StorefrontListMerchantReviewsParams, options ...RequestOption) iter.Seq2[MerchantReview, error] {
	load := func(cursor *string) (*MerchantReviews, error) {
		var own StorefrontListMerchantReviewsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListMerchantReviews(ctx, &own, options...)
	}
	return all(load, func(page *MerchantReviews) ([]MerchantReview, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// StorefrontConfirmNewsletterParams are the parameters of [Storefront.ConfirmNewsletter].
type StorefrontConfirmNewsletterParams struct {
	// Token from the link in the e-mail.
	Token string `json:"token"`
}

// ConfirmNewsletter: confirm the newsletter.
//
// Records the consent `marketing_email` with its time, source and storefront: for the account that the address has,
// or for the address. A link is good once, for 24 hours; 400 `invalid_token` otherwise.
func (c *Storefront) ConfirmNewsletter(ctx context.Context, params *StorefrontConfirmNewsletterParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontConfirmNewsletterParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/newsletter/confirm", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontSubscribeNewsletterParams are the parameters of [Storefront.SubscribeNewsletter].
type StorefrontSubscribeNewsletterParams struct {
	// E-mail address that wants it.
	Email string `json:"email"`
}

// SubscribeNewsletter: subscribe to the newsletter.
//
// Always answers 202. Unless the address gets the newsletter already, an e-mail with a link to
// `/newsletter/confirm` is on its way; nothing is recorded until its token is sent to `confirm`. One e-mail is sent
// to an address in a minute.
func (c *Storefront) SubscribeNewsletter(ctx context.Context, params *StorefrontSubscribeNewsletterParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontSubscribeNewsletterParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/newsletter/subscriptions", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontUnsubscribeNewsletterParams are the parameters of [Storefront.UnsubscribeNewsletter].
type StorefrontUnsubscribeNewsletterParams struct {
	// Token of the link.
	Token *string `json:"-"`
}

// UnsubscribeNewsletter: unsubscribe from the newsletter.
//
// Takes the consent `marketing_email` back, without signing in: one click of a mail program (RFC 8058) sends it to the
// address in `List-Unsubscribe`, with any body. The link of each letter is good for 400 days, as often as it is used;
// 400 `invalid_token` otherwise.
func (c *Storefront) UnsubscribeNewsletter(ctx context.Context, params *StorefrontUnsubscribeNewsletterParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontUnsubscribeNewsletterParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/newsletter/unsubscribe", false, false})
	if params.Token != nil {
		call.addQuery("token", *params.Token)
	}
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontRequestOrderCodeParams are the parameters of [Storefront.RequestOrderCode].
type StorefrontRequestOrderCodeParams struct {
	// E-mail address that the order was placed with.
	Email string `json:"email"`
	// Order number.
	Number int64 `json:"number"`
}

// RequestOrderCode: request a code to show an order.
//
// For shoppers without an account who do not have the order's token at hand. Always answers 202. If the store has an
// order with this number and this e-mail address, an e-mail with a code of eight digits is on its way, which is good
// once, for 10 minutes, in the place of an earlier one. One e-mail is sent to an address in a minute.
func (c *Storefront) RequestOrderCode(ctx context.Context, params *StorefrontRequestOrderCodeParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontRequestOrderCodeParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/order-codes", false, false})
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontRedeemOrderCodeParams are the parameters of [Storefront.RedeemOrderCode].
type StorefrontRedeemOrderCodeParams struct {
	// Code of the e-mail; spaces do not matter.
	Code string `json:"code"`
	// E-mail address that the order was placed with.
	Email string `json:"email"`
	// Order number.
	Number int64 `json:"number"`
}

// RedeemOrderCode: redeem a code to show an order.
//
// Returns the order's id and a token for it, to be sent as the header `Order-Token`. 400 `invalid_order_code` for a
// wrong code, one that was used or has expired, and for a number and address that no order has. Of each code five
// tries are looked at.
func (c *Storefront) RedeemOrderCode(ctx context.Context, params *StorefrontRedeemOrderCodeParams, options ...RequestOption) (*OrderAccess, error) {
	if params == nil {
		params = &StorefrontRedeemOrderCodeParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/order-codes/redeem", false, false})
	call.setBody(params)
	return fetch[OrderAccess](ctx, c.client, call, options)
}

// StorefrontGetOrderParams are the parameters of [Storefront.GetOrder].
type StorefrontGetOrderParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// GetOrder: show an order.
//
// Needs the order's token.
func (c *Storefront) GetOrder(ctx context.Context, params *StorefrontGetOrderParams, options ...RequestOption) (*Order, error) {
	if params == nil {
		params = &StorefrontGetOrderParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/orders/{order_id}", false, false})
	call.setPath("order_id", params.OrderID)
	call.addHeader("Order-Token", params.OrderToken)
	return fetch[Order](ctx, c.client, call, options)
}

// StorefrontListOrderDocumentsParams are the parameters of [Storefront.ListOrderDocuments].
type StorefrontListOrderDocumentsParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// ListOrderDocuments: list documents of an order.
//
// Its invoice and the credit notes of its refunds, oldest first; none if the store issues none. Needs the order's
// token.
func (c *Storefront) ListOrderDocuments(ctx context.Context, params *StorefrontListOrderDocumentsParams, options ...RequestOption) (*OrderDocumentList, error) {
	if params == nil {
		params = &StorefrontListOrderDocumentsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/orders/{order_id}/documents", false, false})
	call.setPath("order_id", params.OrderID)
	call.addHeader("Order-Token", params.OrderToken)
	return fetch[OrderDocumentList](ctx, c.client, call, options)
}

// StorefrontDownloadDocumentParams are the parameters of [Storefront.DownloadDocument].
type StorefrontDownloadDocumentParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// DocumentID is `document_id` of the path.
	DocumentID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// DownloadDocument: download a document of an order.
//
// As PDF. Needs the order's token.
func (c *Storefront) DownloadDocument(ctx context.Context, params *StorefrontDownloadDocumentParams, options ...RequestOption) (*Download, error) {
	if params == nil {
		params = &StorefrontDownloadDocumentParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/orders/{order_id}/documents/{document_id}/pdf", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("document_id", params.DocumentID)
	call.addHeader("Order-Token", params.OrderToken)
	return fetchFile(ctx, c.client, call, "application/pdf", options)
}

// StorefrontListReturnsParams are the parameters of [Storefront.ListReturns].
type StorefrontListReturnsParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// ListReturns: list returns of an order.
//
// Newest first. Needs the order's token.
func (c *Storefront) ListReturns(ctx context.Context, params *StorefrontListReturnsParams, options ...RequestOption) (*OrderReturnList, error) {
	if params == nil {
		params = &StorefrontListReturnsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/orders/{order_id}/returns", false, false})
	call.setPath("order_id", params.OrderID)
	call.addHeader("Order-Token", params.OrderToken)
	return fetch[OrderReturnList](ctx, c.client, call, options)
}

// StorefrontCreateReturnParams are the parameters of [Storefront.CreateReturn].
type StorefrontCreateReturnParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
	// Units that come back, each line once.
	Lines []CreateReturnLine `json:"lines,omitzero"`
	// What there is to say about it.
	Note *string `json:"note,omitempty"`
	// Why the units come back.
	Reason ReturnReason `json:"reason"`
}

// CreateReturn: request a return.
//
// Of units that were delivered within the store's window and are in no other return; the store decides, and
// the answer comes by e-mail. The order's lines say how many units can be returned, and until when. Returns
// 409 `return_window_closed` when there are none, and 422 `return_too_large` for more units than that.
func (c *Storefront) CreateReturn(ctx context.Context, params *StorefrontCreateReturnParams, options ...RequestOption) (*OrderReturn, error) {
	if params == nil {
		params = &StorefrontCreateReturnParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/orders/{order_id}/returns", false, true})
	call.setPath("order_id", params.OrderID)
	call.addHeader("Order-Token", params.OrderToken)
	call.setBody(params)
	return fetch[OrderReturn](ctx, c.client, call, options)
}

// StorefrontCancelReturnParams are the parameters of [Storefront.CancelReturn].
type StorefrontCancelReturnParams struct {
	// OrderID is `order_id` of the path.
	OrderID string `json:"-"`
	// ReturnID is `return_id` of the path.
	ReturnID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// CancelReturn: cancel a return.
//
// One of which no unit came. Repeating it changes nothing.
func (c *Storefront) CancelReturn(ctx context.Context, params *StorefrontCancelReturnParams, options ...RequestOption) (*OrderReturn, error) {
	if params == nil {
		params = &StorefrontCancelReturnParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/orders/{order_id}/returns/{return_id}/cancel", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("return_id", params.ReturnID)
	call.addHeader("Order-Token", params.OrderToken)
	return fetch[OrderReturn](ctx, c.client, call, options)
}

// StorefrontListOrderReviewsParams are the parameters of [Storefront.ListOrderReviews].
type StorefrontListOrderReviewsParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// ListOrderReviews: list reviews of an order.
//
// The reviews of the order's lines and merchants, newest first, whatever their status; without deleted ones. Needs the
// order's token, or that of a letter about the order.
func (c *Storefront) ListOrderReviews(ctx context.Context, params *StorefrontListOrderReviewsParams, options ...RequestOption) (*OwnReviewList, error) {
	if params == nil {
		params = &StorefrontListOrderReviewsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/orders/{order_id}/reviews", false, false})
	call.setPath("order_id", params.OrderID)
	call.addHeader("Order-Token", params.OrderToken)
	return fetch[OwnReviewList](ctx, c.client, call, options)
}

// StorefrontCreateOrderReviewParams are the parameters of [Storefront.CreateOrderReview].
type StorefrontCreateOrderReviewParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
	// Name to show, such as `Anna B.`; without one, none is shown.
	AuthorName *string `json:"author_name,omitempty"`
	// Line of the order whose product is reviewed, or whose merchant.
	OrderLineID string `json:"order_line_id"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// What is reviewed; `product` by default. An order has one review of each merchant, whichever of its lines names it.
	Subject *ReviewSubject `json:"subject,omitempty"`
	// Text, plain text; a link or HTML has it held for the staff.
	Text *string `json:"text,omitempty"`
	// Headline, plain text in one line.
	Title *string `json:"title,omitempty"`
}

// CreateOrderReview: create a review of an order.
//
// Of the product of a line of the order, or with `subject` `merchant` of who sold it, once the order is paid. A
// line has one review, and so has each merchant of the order: another one returns 409 `review_exists`. Whether
// it is published at once is a setting of the store.
func (c *Storefront) CreateOrderReview(ctx context.Context, params *StorefrontCreateOrderReviewParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontCreateOrderReviewParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/orders/{order_id}/reviews", false, false})
	call.setPath("order_id", params.OrderID)
	call.addHeader("Order-Token", params.OrderToken)
	call.setBody(params)
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontEditOrderReviewParams are the parameters of [Storefront.EditOrderReview].
type StorefrontEditOrderReviewParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// Id of the review.
	ReviewID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
	// Name to show, such as `Anna B.`; without one, none is shown.
	AuthorName *string `json:"author_name,omitempty"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// Text, plain text; a link or HTML has it held for the staff.
	Text *string `json:"text,omitempty"`
	// Headline, plain text in one line.
	Title *string `json:"title,omitempty"`
}

// EditOrderReview: replace a review of an order.
//
// Until `editable_until`; later returns 409 `review_edit_window_over`. Where reviews are checked before they
// are published, it is checked again.
func (c *Storefront) EditOrderReview(ctx context.Context, params *StorefrontEditOrderReviewParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontEditOrderReviewParams{}
	}
	call := newCall(operation{"PUT", "/storefront/v1/orders/{order_id}/reviews/{review_id}", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("review_id", params.ReviewID)
	call.addHeader("Order-Token", params.OrderToken)
	call.setBody(params)
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontDeleteOrderReviewParams are the parameters of [Storefront.DeleteOrderReview].
type StorefrontDeleteOrderReviewParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// Id of the review.
	ReviewID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// DeleteOrderReview: delete a review of an order.
//
// Its texts and the author's name are deleted. Its order line, or the merchant for this order, cannot be reviewed
// again.
func (c *Storefront) DeleteOrderReview(ctx context.Context, params *StorefrontDeleteOrderReviewParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontDeleteOrderReviewParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/orders/{order_id}/reviews/{review_id}", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("review_id", params.ReviewID)
	call.addHeader("Order-Token", params.OrderToken)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontAppealOrderReviewParams are the parameters of [Storefront.AppealOrderReview].
type StorefrontAppealOrderReviewParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// Id of the review.
	ReviewID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
	// Why the review should be published.
	Text string `json:"text"`
}

// AppealOrderReview: appeal against the rejection of a review of an order.
//
// Possible once; the review is `pending` then, until the staff decides again.
func (c *Storefront) AppealOrderReview(ctx context.Context, params *StorefrontAppealOrderReviewParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontAppealOrderReviewParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/orders/{order_id}/reviews/{review_id}/appeal", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("review_id", params.ReviewID)
	call.addHeader("Order-Token", params.OrderToken)
	call.setBody(params)
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontUploadOrderReviewPictureParams are the parameters of [Storefront.UploadOrderReviewPicture].
type StorefrontUploadOrderReviewPictureParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// Id of the review.
	ReviewID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
	// Body is the file.
	Body []byte `json:"-"`
}

// UploadOrderReviewPicture: upload a picture for a review of an order.
//
// The body is the file itself: JPEG, PNG or WebP, at most 10 MiB, 25 million pixels and 16,000 pixels a side.
// It is turned upright, converted to sRGB and stored without EXIF data. A review has at most four, while it is
// pending or until `editable_until`. It is shown with the review; where reviews are checked before they are
// published, the review is checked again.
func (c *Storefront) UploadOrderReviewPicture(ctx context.Context, params *StorefrontUploadOrderReviewPictureParams, options ...RequestOption) (*OwnReview, error) {
	if params == nil {
		params = &StorefrontUploadOrderReviewPictureParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("review_id", params.ReviewID)
	call.addHeader("Order-Token", params.OrderToken)
	call.setFile(params.Body, "application/octet-stream")
	return fetch[OwnReview](ctx, c.client, call, options)
}

// StorefrontDeleteOrderReviewPictureParams are the parameters of [Storefront.DeleteOrderReviewPicture].
type StorefrontDeleteOrderReviewPictureParams struct {
	// Id of the order.
	OrderID string `json:"-"`
	// Id of the review.
	ReviewID string `json:"-"`
	// Id of the picture.
	PictureID string `json:"-"`
	// The token that came with the order.
	OrderToken string `json:"-"`
}

// DeleteOrderReviewPicture: delete a picture of a review of an order.
//
// At any time; the file is deleted too.
func (c *Storefront) DeleteOrderReviewPicture(ctx context.Context, params *StorefrontDeleteOrderReviewPictureParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontDeleteOrderReviewPictureParams{}
	}
	call := newCall(operation{"DELETE", "/storefront/v1/orders/{order_id}/reviews/{review_id}/pictures/{picture_id}", false, false})
	call.setPath("order_id", params.OrderID)
	call.setPath("review_id", params.ReviewID)
	call.setPath("picture_id", params.PictureID)
	call.addHeader("Order-Token", params.OrderToken)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontGetPageParams are the parameters of [Storefront.GetPage].
type StorefrontGetPageParams struct {
	// Slug of the page.
	Slug string `json:"-"`
}

// GetPage: show a legal page.
//
// A page of the brand, such as an imprint, terms or a privacy policy.
func (c *Storefront) GetPage(ctx context.Context, params *StorefrontGetPageParams, options ...RequestOption) (*StorePage, error) {
	if params == nil {
		params = &StorefrontGetPageParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/pages/{slug}", false, false})
	call.setPath("slug", params.Slug)
	return fetch[StorePage](ctx, c.client, call, options)
}

// StorefrontListProductsParams are the parameters of [Storefront.ListProducts].
type StorefrontListProductsParams struct {
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same category and sort order.
	Cursor *string `json:"-"`
	// Slug of a category; products of its subcategories are included.
	Category *string `json:"-"`
	// Sort order; `newest` by default.
	Sort *ProductSort `json:"-"`
}

// ListProducts: list products.
//
// Active products with a price in the storefront's currency, in stock or not. With the access token of a
// shopper who is in customer groups: with the products that only those groups see, at the shopper's prices.
// Sorting by price goes by list prices.
func (c *Storefront) ListProducts(ctx context.Context, params *StorefrontListProductsParams, options ...RequestOption) (*ProductPage, error) {
	if params == nil {
		params = &StorefrontListProductsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/products", true, false})
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	if params.Category != nil {
		call.addQuery("category", *params.Category)
	}
	if params.Sort != nil {
		call.addQuery("sort", *params.Sort)
	}
	return fetch[ProductPage](ctx, c.client, call, options)
}

// ListProductsAll iterates over the items of all pages of [Storefront.ListProducts]. The next page is loaded when it is needed.
func (c *Storefront) ListProductsAll(ctx context.Context, params *StorefrontListProductsParams, options ...RequestOption) iter.Seq2[ProductSummary, error] {
	load := func(cursor *string) (*ProductPage, error) {
		var own StorefrontListProductsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListProducts(ctx, &own, options...)
	}
	return all(load, func(page *ProductPage) ([]ProductSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// StorefrontGetProductParams are the parameters of [Storefront.GetProduct].
type StorefrontGetProductParams struct {
	// Slug is `slug` of the path.
	Slug string `json:"-"`
}

// GetProduct: show a product.
//
// With its variants and their prices in the storefront's currency. Returns 404 for a product that is not on
// sale here. With the access token of a shopper who is in customer groups: at the shopper's prices; the list
// price is then the compare-at price.
func (c *Storefront) GetProduct(ctx context.Context, params *StorefrontGetProductParams, options ...RequestOption) (*Product, error) {
	if params == nil {
		params = &StorefrontGetProductParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/products/{slug}", true, false})
	call.setPath("slug", params.Slug)
	return fetch[Product](ctx, c.client, call, options)
}

// StorefrontListReviewsParams are the parameters of [Storefront.ListReviews].
type StorefrontListReviewsParams struct {
	// Slug of the product.
	Slug string `json:"-"`
	// Only reviews with this number of stars.
	Rating *int64 `json:"-"`
	// Sort order; `newest` by default.
	Sort *ReviewSort `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same product, filter and sort order.
	Cursor *string `json:"-"`
}

// ListReviews: list reviews of a product.
//
// Published reviews, with the product's rating, the number of reviews by stars, and how the store makes
// sure that reviews are by shoppers who bought the product. Texts are plain text: escape them.
func (c *Storefront) ListReviews(ctx context.Context, params *StorefrontListReviewsParams, options ...RequestOption) (*ProductReviews, error) {
	if params == nil {
		params = &StorefrontListReviewsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/products/{slug}/reviews", false, false})
	call.setPath("slug", params.Slug)
	if params.Rating != nil {
		call.addQuery("rating", *params.Rating)
	}
	if params.Sort != nil {
		call.addQuery("sort", *params.Sort)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[ProductReviews](ctx, c.client, call, options)
}

// ListReviewsAll iterates over the items of all pages of [Storefront.ListReviews]. The next page is loaded when it is needed.
func (c *Storefront) ListReviewsAll(ctx context.Context, params *StorefrontListReviewsParams, options ...RequestOption) iter.Seq2[Review, error] {
	load := func(cursor *string) (*ProductReviews, error) {
		var own StorefrontListReviewsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.ListReviews(ctx, &own, options...)
	}
	return all(load, func(page *ProductReviews) ([]Review, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// StorefrontGetReviewStatisticsParams are the parameters of [Storefront.GetReviewStatistics].
type StorefrontGetReviewStatisticsParams struct {
}

// GetReviewStatistics: show review statistics.
//
// What became of all reviews of the store: how many are published, and how many were rejected for which
// reason.
func (c *Storefront) GetReviewStatistics(ctx context.Context, _ *StorefrontGetReviewStatisticsParams, options ...RequestOption) (*ReviewStatistics, error) {
	call := newCall(operation{"GET", "/storefront/v1/reviews/statistics", false, false})
	return fetch[ReviewStatistics](ctx, c.client, call, options)
}

// StorefrontReportReviewParams are the parameters of [Storefront.ReportReview].
type StorefrontReportReviewParams struct {
	// Id of the review.
	ReviewID string `json:"-"`
	// More about it, for the staff.
	Details *string `json:"details,omitempty"`
	// What is wrong with the review.
	Reason ReviewReason `json:"reason"`
}

// ReportReview: report a review.
//
// Tells the store's staff that a published review should not be there. It stays published until they
// decide. Of one client a review is reported once; repeating it changes nothing.
func (c *Storefront) ReportReview(ctx context.Context, params *StorefrontReportReviewParams, options ...RequestOption) error {
	if params == nil {
		params = &StorefrontReportReviewParams{}
	}
	call := newCall(operation{"POST", "/storefront/v1/reviews/{review_id}/reports", false, false})
	call.setPath("review_id", params.ReviewID)
	call.setBody(params)
	_, err := c.client.send(ctx, call, options)
	return err
}

// StorefrontSearchProductsParams are the parameters of [Storefront.SearchProducts].
type StorefrontSearchProductsParams struct {
	// Words to look for; at most 200 characters, of which the first 8 words count.
	Q *string `json:"-"`
	// Slugs of categories; products of their subcategories are included.
	Category []string `json:"-"`
	// Slugs of merchants.
	Merchant []string `json:"-"`
	// Vendor names.
	Vendor []string `json:"-"`
	// Option values as `NAME:VALUE`, such as `Color:Blue`. Values of one name are alternatives.
	Option []string `json:"-"`
	// Lowest price, in minor units of the storefront's currency.
	PriceMin *int64 `json:"-"`
	// Highest price, in minor units of the storefront's currency.
	PriceMax *int64 `json:"-"`
	// Only products that can be bought now (`true`) or that are sold out (`false`).
	Available *bool `json:"-"`
	// Sort order; `relevance` by default.
	Sort *SearchSort `json:"-"`
	// Page size, 1 to 100; 20 by default.
	Limit *int64 `json:"-"`
	// `next_cursor` of the previous page; valid for the same search.
	Cursor *string `json:"-"`
}

// SearchProducts: search products.
//
// Finds words in titles, vendors, types, categories, tags, options, SKUs, barcodes and descriptions, whatever
// their inflection and accents; the last word may be incomplete. If no product has the words, similar words are
// searched for, and `did_you_mean` tells which; then products with some of the words, and `partial` is true.
// Without `q` every product on sale is found.
//
// Repeat `category`, `merchant`, `vendor` or `option` to allow several values. The counts of a facet leave that
// facet's own filter out of account. A changed product is found within seconds. With the access token of a
// shopper who is in customer groups, products that only those groups see are found too, and cards have the
// shopper's prices; filters and sorting go by list prices.
func (c *Storefront) SearchProducts(ctx context.Context, params *StorefrontSearchProductsParams, options ...RequestOption) (*SearchResult, error) {
	if params == nil {
		params = &StorefrontSearchProductsParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/search", true, false})
	if params.Q != nil {
		call.addQuery("q", *params.Q)
	}
	for _, it := range params.Category {
		call.addQuery("category", it)
	}
	for _, it := range params.Merchant {
		call.addQuery("merchant", it)
	}
	for _, it := range params.Vendor {
		call.addQuery("vendor", it)
	}
	for _, it := range params.Option {
		call.addQuery("option", it)
	}
	if params.PriceMin != nil {
		call.addQuery("price_min", *params.PriceMin)
	}
	if params.PriceMax != nil {
		call.addQuery("price_max", *params.PriceMax)
	}
	if params.Available != nil {
		call.addQuery("available", *params.Available)
	}
	if params.Sort != nil {
		call.addQuery("sort", *params.Sort)
	}
	if params.Limit != nil {
		call.addQuery("limit", *params.Limit)
	}
	if params.Cursor != nil {
		call.addQuery("cursor", *params.Cursor)
	}
	return fetch[SearchResult](ctx, c.client, call, options)
}

// SearchProductsAll iterates over the items of all pages of [Storefront.SearchProducts]. The next page is loaded when it is needed.
func (c *Storefront) SearchProductsAll(ctx context.Context, params *StorefrontSearchProductsParams, options ...RequestOption) iter.Seq2[ProductSummary, error] {
	load := func(cursor *string) (*SearchResult, error) {
		var own StorefrontSearchProductsParams
		if params != nil {
			own = *params
		}
		if cursor != nil {
			own.Cursor = cursor
		}
		return c.SearchProducts(ctx, &own, options...)
	}
	return all(load, func(page *SearchResult) ([]ProductSummary, bool, string) {
		return page.Data, page.HasMore, textAt(page.NextCursor)
	})
}

// StorefrontSuggestSearchesParams are the parameters of [Storefront.SuggestSearches].
type StorefrontSuggestSearchesParams struct {
	// What was typed; at most 200 characters.
	Q *string `json:"-"`
}

// SuggestSearches: suggest searches.
//
// Completes what a shopper has typed so far: words of the catalogue, products, and categories; up to 6 of each.
func (c *Storefront) SuggestSearches(ctx context.Context, params *StorefrontSuggestSearchesParams, options ...RequestOption) (*SearchSuggestions, error) {
	if params == nil {
		params = &StorefrontSuggestSearchesParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/search/suggestions", true, false})
	if params.Q != nil {
		call.addQuery("q", *params.Q)
	}
	return fetch[SearchSuggestions](ctx, c.client, call, options)
}

// StorefrontGetStoreParams are the parameters of [Storefront.GetStore].
type StorefrontGetStoreParams struct {
	// Token of a preview link: the draft of the brand instead of the published one. Ignored once it has
	// expired.
	StoaBrandPreview *string `json:"-"`
}

// GetStore: show the store.
//
// Name, brand, language, currency, tax and payment providers of the storefront that the host or the
// publishable key selects.
func (c *Storefront) GetStore(ctx context.Context, params *StorefrontGetStoreParams, options ...RequestOption) (*Store, error) {
	if params == nil {
		params = &StorefrontGetStoreParams{}
	}
	call := newCall(operation{"GET", "/storefront/v1/store", false, false})
	if params.StoaBrandPreview != nil {
		call.addHeader("Stoa-Brand-Preview", *params.StoaBrandPreview)
	}
	return fetch[Store](ctx, c.client, call, options)
}

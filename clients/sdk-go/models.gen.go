// Code generated from the API document by `make gen`. DO NOT EDIT.

package stoa

import (
	"encoding/json"
	"time"
)

// AcceptedInvitation: An accepted invitation.
type AcceptedInvitation struct {
	// E-mail address to sign in with.
	Email string `json:"email"`
	// Whether the account is new; otherwise its password stays.
	IsNewAccount bool `json:"is_new_account"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AcceptedInvitation) UnmarshalJSON(data []byte) error {
	type plain AcceptedInvitation
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AcceptedInvitation) MarshalJSON() ([]byte, error) {
	type plain AcceptedInvitation
	return writeObject(plain(v), v.Extra)
}

// Account: A shopper's account.
type Account struct {
	// When the account was created.
	CreatedAt time.Time `json:"created_at"`
	// E-mail address to sign in with.
	Email string `json:"email"`
	// When the e-mail address was confirmed.
	EmailVerifiedAt time.Time `json:"email_verified_at"`
	// Given name, or the only one.
	FirstName string `json:"first_name"`
	// Account id.
	ID string `json:"id"`
	// Family name; empty for people with one name.
	LastName string `json:"last_name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Account) UnmarshalJSON(data []byte) error {
	type plain Account
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Account) MarshalJSON() ([]byte, error) {
	type plain Account
	return writeObject(plain(v), v.Extra)
}

// AccountCart: The cart of an account.
type AccountCart struct {
	// Cart id.
	ID string `json:"id"`
	// What became of the guest's cart; absent if none was sent.
	Takeover *CartTakeover `json:"takeover,omitempty"`
	// Access token of the cart for this session, sent as the header `Cart-Token`.
	Token string `json:"token"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AccountCart) UnmarshalJSON(data []byte) error {
	type plain AccountCart
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AccountCart) MarshalJSON() ([]byte, error) {
	type plain AccountCart
	return writeObject(plain(v), v.Extra)
}

// AccountCustomerGroup: A customer group that the account is in.
type AccountCustomerGroup struct {
	// Name.
	Name string `json:"name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AccountCustomerGroup) UnmarshalJSON(data []byte) error {
	type plain AccountCustomerGroup
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AccountCustomerGroup) MarshalJSON() ([]byte, error) {
	type plain AccountCustomerGroup
	return writeObject(plain(v), v.Extra)
}

// AccountCustomerGroupList: A list that comes whole.
type AccountCustomerGroupList struct {
	// All of them.
	Data []AccountCustomerGroup `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AccountCustomerGroupList) UnmarshalJSON(data []byte) error {
	type plain AccountCustomerGroupList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AccountCustomerGroupList) MarshalJSON() ([]byte, error) {
	type plain AccountCustomerGroupList
	return writeObject(plain(v), v.Extra)
}

// AccountExport: Everything that the store keeps about a shopper.
type AccountExport struct {
	// The account.
	Account Account `json:"account"`
	// The address book, oldest first.
	Addresses []SavedAddress `json:"addresses,omitzero"`
	// The account's carts, one for each storefront.
	Carts []ExportedCart `json:"carts,omitzero"`
	// What the shopper has agreed to.
	Consents Consents `json:"consents"`
	// Customer groups that the account is in.
	CustomerGroups []AccountCustomerGroup `json:"customer_groups,omitzero"`
	// E-mails of the last 90 days to the account's address, newest first.
	Emails []OwnEmail `json:"emails,omitzero"`
	// Accounts at identity providers that sign in to the account, oldest first.
	Identities []LinkedIdentity `json:"identities,omitzero"`
	// Orders, newest first.
	Orders []Order `json:"orders,omitzero"`
	// Reviews, newest first.
	Reviews []OwnReview `json:"reviews,omitzero"`
	// Where the shopper is signed in.
	Sessions []DeviceSession `json:"sessions,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AccountExport) UnmarshalJSON(data []byte) error {
	type plain AccountExport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AccountExport) MarshalJSON() ([]byte, error) {
	type plain AccountExport
	return writeObject(plain(v), v.Extra)
}

// AccountExportFile: What a file of an account export holds.
//
// - `account`: The account.
// - `customer_groups`: Customer groups.
// - `addresses`: The address book.
// - `consents`: Answers about consents.
// - `identities`: Linked identities.
// - `sessions`: Sessions.
// - `cart_lines`: Lines of carts.
// - `orders`: Orders.
// - `order_lines`: Lines of orders.
// - `reviews`: Reviews.
// - `emails`: E-mails.
//
// A newer server may send other values.
type AccountExportFile string

// Values of AccountExportFile.
const (
	AccountExportFileAccount        AccountExportFile = "account"
	AccountExportFileCustomerGroups AccountExportFile = "customer_groups"
	AccountExportFileAddresses      AccountExportFile = "addresses"
	AccountExportFileConsents       AccountExportFile = "consents"
	AccountExportFileIdentities     AccountExportFile = "identities"
	AccountExportFileSessions       AccountExportFile = "sessions"
	AccountExportFileCartLines      AccountExportFile = "cart_lines"
	AccountExportFileOrders         AccountExportFile = "orders"
	AccountExportFileOrderLines     AccountExportFile = "order_lines"
	AccountExportFileReviews        AccountExportFile = "reviews"
	AccountExportFileEmails         AccountExportFile = "emails"
)

// Address: A postal address. The country decides which fields an address needs, what a postal code looks like and
// which regions there are.
type Address struct {
	// City or town. Required in most countries.
	City *string `json:"city,omitempty"`
	// Company.
	Company *string `json:"company,omitempty"`
	// The country, as ISO 3166-1 alpha-2 writes it.
	Country string `json:"country"`
	// Given name, or the only one. An address has a first name, a last name or a company.
	FirstName *string `json:"first_name,omitempty"`
	// Family name.
	LastName *string `json:"last_name,omitempty"`
	// Where the carrier calls: 5 to 15 digits, grouped as you like.
	Phone *string `json:"phone,omitempty"`
	// Postal code, in the form of the country. Required where there are postal codes.
	PostalCode *string `json:"postal_code,omitempty"`
	// State, province, prefecture, county: its code (`NY`) or one of its names, answered as labels write
	// it. Required where addresses have one, such as `US`, `CA`, `AU`, `BR`, `IN`, `JP`.
	Region *string `json:"region,omitempty"`
	// Flat, floor, building, district: what the first line has no room for.
	SecondLine *string `json:"second_line,omitempty"`
	// Street and number.
	StreetName string `json:"street_name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Address) UnmarshalJSON(data []byte) error {
	type plain Address
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Address) MarshalJSON() ([]byte, error) {
	type plain Address
	return writeObject(plain(v), v.Extra)
}

// AdminCategory: A category.
type AdminCategory struct {
	// Category id.
	ID string `json:"id"`
	// Image; absent without one, and where a product names its categories.
	Image *AdminImage `json:"image,omitempty"`
	// Category name.
	Name string `json:"name"`
	// Slug of the parent category; absent at the root.
	Parent *string `json:"parent,omitempty"`
	// Slug: the last part of the category's URL.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminCategory) UnmarshalJSON(data []byte) error {
	type plain AdminCategory
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminCategory) MarshalJSON() ([]byte, error) {
	type plain AdminCategory
	return writeObject(plain(v), v.Extra)
}

// AdminCategoryPage: A page of a list.
type AdminCategoryPage struct {
	// Those of this page.
	Data []AdminCategory `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminCategoryPage) UnmarshalJSON(data []byte) error {
	type plain AdminCategoryPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminCategoryPage) MarshalJSON() ([]byte, error) {
	type plain AdminCategoryPage
	return writeObject(plain(v), v.Extra)
}

// AdminCreateReturnLine: Units of a line that come back.
type AdminCreateReturnLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity that comes back.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminCreateReturnLine) UnmarshalJSON(data []byte) error {
	type plain AdminCreateReturnLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminCreateReturnLine) MarshalJSON() ([]byte, error) {
	type plain AdminCreateReturnLine
	return writeObject(plain(v), v.Extra)
}

// AdminDocument: An invoice or a credit note.
type AdminDocument struct {
	// Currency of its amounts.
	Currency string `json:"currency"`
	// Document id.
	ID string `json:"id"`
	// Invoice that a credit note is for; absent for an invoice.
	InvoiceID *string `json:"invoice_id,omitempty"`
	// When it was issued.
	IssuedAt time.Time `json:"issued_at"`
	// What it is.
	Kind DocumentKind `json:"kind"`
	// Number, with its prefix; without gaps within a kind.
	Number string `json:"number"`
	// Order.
	OrderID string `json:"order_id"`
	// Refund that a credit note is for; absent for an invoice.
	RefundID *string `json:"refund_id,omitempty"`
	// Tax in the total.
	Tax Money `json:"tax"`
	// Total charged or credited.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminDocument) UnmarshalJSON(data []byte) error {
	type plain AdminDocument
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminDocument) MarshalJSON() ([]byte, error) {
	type plain AdminDocument
	return writeObject(plain(v), v.Extra)
}

// AdminDocumentList: A list that comes whole.
type AdminDocumentList struct {
	// All of them.
	Data []AdminDocument `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminDocumentList) UnmarshalJSON(data []byte) error {
	type plain AdminDocumentList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminDocumentList) MarshalJSON() ([]byte, error) {
	type plain AdminDocumentList
	return writeObject(plain(v), v.Extra)
}

// AdminDocumentPage: A page of a list.
type AdminDocumentPage struct {
	// Those of this page.
	Data []AdminDocument `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminDocumentPage) UnmarshalJSON(data []byte) error {
	type plain AdminDocumentPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminDocumentPage) MarshalJSON() ([]byte, error) {
	type plain AdminDocumentPage
	return writeObject(plain(v), v.Extra)
}

// AdminFulfillment: A parcel of an order.
type AdminFulfillment struct {
	// When it was cancelled; absent unless it was.
	CancelledAt *time.Time `json:"cancelled_at,omitempty"`
	// Carrier; absent if none was given.
	Carrier *string `json:"carrier,omitempty"`
	// When it was shipped.
	CreatedAt time.Time `json:"created_at"`
	// Who shipped it: the id of a staff member or of an API key.
	CreatedBy string `json:"created_by"`
	// When it was delivered; absent until then.
	DeliveredAt *time.Time `json:"delivered_at,omitempty"`
	// Fulfillment id.
	ID string `json:"id"`
	// Units in the parcel.
	Lines []AdminFulfillmentLine `json:"lines,omitzero"`
	// Merchant who ships it.
	MerchantID string `json:"merchant_id"`
	// Order id.
	OrderID string `json:"order_id"`
	// Fulfillment status.
	Status FulfillmentStatus `json:"status"`
	// Tracking number; absent if none was given.
	TrackingNumber *string `json:"tracking_number,omitempty"`
	// Tracking URL; absent if none was given and the carrier is not a well-known one.
	TrackingURL *string `json:"tracking_url,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminFulfillment) UnmarshalJSON(data []byte) error {
	type plain AdminFulfillment
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminFulfillment) MarshalJSON() ([]byte, error) {
	type plain AdminFulfillment
	return writeObject(plain(v), v.Extra)
}

// AdminFulfillmentLine: Units of a line in a parcel.
type AdminFulfillmentLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity in the parcel.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminFulfillmentLine) UnmarshalJSON(data []byte) error {
	type plain AdminFulfillmentLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminFulfillmentLine) MarshalJSON() ([]byte, error) {
	type plain AdminFulfillmentLine
	return writeObject(plain(v), v.Extra)
}

// AdminImage: An image.
type AdminImage struct {
	// Alternative text, for languages without their own.
	Alt string `json:"alt"`
	// Alternative texts in other languages, by language tag.
	AltTranslations map[string]string `json:"alt_translations"`
	// `BlurHash` of the image: a few colours to show until it is loaded. Absent until its sources are made.
	Blurhash *string `json:"blurhash,omitempty"`
	// What stays visible where the image is cropped; absent for its middle.
	FocalPoint *FocalPoint `json:"focal_point,omitempty"`
	// Height in pixels; absent if unknown.
	Height *int64 `json:"height,omitempty"`
	// Image id; absent in lists and for the image of a category.
	ID *string `json:"id,omitempty"`
	// URL of the image, absolute or relative to the storefront's host.
	URL string `json:"url"`
	// Width in pixels; absent if unknown.
	Width *int64 `json:"width,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminImage) UnmarshalJSON(data []byte) error {
	type plain AdminImage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminImage) MarshalJSON() ([]byte, error) {
	type plain AdminImage
	return writeObject(plain(v), v.Extra)
}

// AdminOrder: An order, with its shares, transfers, refunds and disputes.
type AdminOrder struct {
	// When it was archived; absent unless it is.
	ArchivedAt *time.Time `json:"archived_at,omitempty"`
	// When its payment was authorized; absent when the money was taken at once.
	AuthorizedAt *time.Time `json:"authorized_at,omitempty"`
	// Billing address; absent in an order without any address.
	BillingAddress *Address `json:"billing_address,omitempty"`
	// Cancellations of units, oldest first.
	Cancellations []Cancellation `json:"cancellations,omitzero"`
	// When it was cancelled; absent unless it was.
	CancelledAt *time.Time `json:"cancelled_at,omitempty"`
	// When its money is captured.
	Capture CaptureRule `json:"capture"`
	// When the authorization ends; absent unless it was authorized.
	CaptureBefore *time.Time `json:"capture_before,omitempty"`
	// Currency of every amount.
	Currency string `json:"currency"`
	// Disputes, oldest first.
	Disputes []OrderDispute `json:"disputes,omitzero"`
	// Contact e-mail of the shopper.
	Email string `json:"email"`
	// When its stock reservation expires unless it is paid.
	ExpiresAt time.Time `json:"expires_at"`
	// Fulfillment status of the order.
	FulfillmentStatus OrderFulfillmentStatus `json:"fulfillment_status"`
	// Fulfillments (parcels), oldest first.
	Fulfillments []AdminFulfillment `json:"fulfillments,omitzero"`
	// Order id.
	ID string `json:"id"`
	// Lines.
	Lines []AdminOrderLine `json:"lines,omitzero"`
	// Order number, unique in the tenant, as shown to shoppers and staff.
	Number int64 `json:"number"`
	// When it was paid; absent until then.
	PaidAt *time.Time `json:"paid_at,omitempty"`
	// Payment status of the order.
	PaymentStatus OrderPaymentStatus `json:"payment_status"`
	// When the order was placed.
	PlacedAt time.Time `json:"placed_at"`
	// Refunds, oldest first.
	Refunds []Refund `json:"refunds,omitzero"`
	// Each merchant's share; the shares sum to the total.
	Shares []AdminOrderShare `json:"shares,omitzero"`
	// Shipping address; absent when nothing is shipped.
	ShippingAddress *Address `json:"shipping_address,omitempty"`
	// Name of the shipping option; absent when nothing is shipped.
	ShippingName *string `json:"shipping_name,omitempty"`
	// Order status.
	Status OrderStatus `json:"status"`
	// Storefront of the order.
	StorefrontID string `json:"storefront_id"`
	// Tags, in alphabetical order.
	Tags []string `json:"tags,omitzero"`
	// Tax of the order.
	Tax AdminOrderTax `json:"tax"`
	// Totals of the order.
	Totals AdminOrderTotals `json:"totals"`
	// Transfers of the shares to the merchants' accounts.
	Transfers []OrderMoneyTransfer `json:"transfers,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrder) UnmarshalJSON(data []byte) error {
	type plain AdminOrder
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrder) MarshalJSON() ([]byte, error) {
	type plain AdminOrder
	return writeObject(plain(v), v.Extra)
}

// AdminOrderLine: An order line.
type AdminOrderLine struct {
	// Quantity cancelled, which is not shipped.
	CancelledQuantity int64 `json:"cancelled_quantity"`
	// Whether it was sold as final sale; staff can take it back all the same.
	FinalSale bool `json:"final_sale"`
	// Quantity shipped.
	FulfilledQuantity int64 `json:"fulfilled_quantity"`
	// Line id.
	ID string `json:"id"`
	// Merchant of the line.
	MerchantID string `json:"merchant_id"`
	// Line total without tax.
	Net Money `json:"net"`
	// Product id.
	ProductID string `json:"product_id"`
	// Quantity ordered.
	Quantity int64 `json:"quantity"`
	// Quantity refunded or being refunded.
	RefundedQuantity int64 `json:"refunded_quantity"`
	// Units in returns that are not rejected or cancelled.
	ReturningQuantity int64 `json:"returning_quantity"`
	// Stock keeping unit (SKU).
	SKU *string `json:"sku,omitempty"`
	// Tax of the line.
	Tax Money `json:"tax"`
	// Product title.
	Title string `json:"title"`
	// Line total, with or without tax as prices are shown.
	Total Money `json:"total"`
	// Price of one unit, with or without tax as prices are shown.
	UnitPrice Money `json:"unit_price"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Variant title, such as `Blue / M`; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrderLine) UnmarshalJSON(data []byte) error {
	type plain AdminOrderLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrderLine) MarshalJSON() ([]byte, error) {
	type plain AdminOrderLine
	return writeObject(plain(v), v.Extra)
}

// AdminOrderPage: A page of a list.
type AdminOrderPage struct {
	// Those of this page.
	Data []AdminOrderSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrderPage) UnmarshalJSON(data []byte) error {
	type plain AdminOrderPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrderPage) MarshalJSON() ([]byte, error) {
	type plain AdminOrderPage
	return writeObject(plain(v), v.Extra)
}

// AdminOrderShare: A merchant's share of an order.
type AdminOrderShare struct {
	// Goods without tax: the base of the commission.
	GoodsNet Money `json:"goods_net"`
	// Tax on the goods.
	GoodsTax Money `json:"goods_tax"`
	// Merchant id.
	MerchantID string `json:"merchant_id"`
	// Shipping without tax.
	ShippingNet Money `json:"shipping_net"`
	// Tax on the shipping.
	ShippingTax Money `json:"shipping_tax"`
	// The whole share.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrderShare) UnmarshalJSON(data []byte) error {
	type plain AdminOrderShare
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrderShare) MarshalJSON() ([]byte, error) {
	type plain AdminOrderShare
	return writeObject(plain(v), v.Extra)
}

// AdminOrderSummary: An order in a list.
type AdminOrderSummary struct {
	// Contact e-mail of the shopper.
	Email string `json:"email"`
	// Fulfillment status of the order.
	FulfillmentStatus OrderFulfillmentStatus `json:"fulfillment_status"`
	// Order id.
	ID string `json:"id"`
	// Order number, unique in the tenant, as shown to shoppers and staff.
	Number int64 `json:"number"`
	// Payment status of the order.
	PaymentStatus OrderPaymentStatus `json:"payment_status"`
	// When the order was placed.
	PlacedAt time.Time `json:"placed_at"`
	// Amount refunded so far.
	Refunded Money `json:"refunded"`
	// Order status.
	Status OrderStatus `json:"status"`
	// Order total.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrderSummary) UnmarshalJSON(data []byte) error {
	type plain AdminOrderSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrderSummary) MarshalJSON() ([]byte, error) {
	type plain AdminOrderSummary
	return writeObject(plain(v), v.Extra)
}

// AdminOrderTax: The tax of an order.
type AdminOrderTax struct {
	// Whether prices include tax.
	Included bool `json:"included"`
	// Name of the tax.
	Name string `json:"name"`
	// Rate in parts per million: 190000 is 19 %.
	RatePpm int64 `json:"rate_ppm"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrderTax) UnmarshalJSON(data []byte) error {
	type plain AdminOrderTax
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrderTax) MarshalJSON() ([]byte, error) {
	type plain AdminOrderTax
	return writeObject(plain(v), v.Extra)
}

// AdminOrderTotals: Totals of an order.
type AdminOrderTotals struct {
	// Sum of the lines, with or without tax as prices are shown.
	Items Money `json:"items"`
	// Amount refunded so far.
	Refunded Money `json:"refunded"`
	// Shipping, with or without tax as prices are shown.
	Shipping Money `json:"shipping"`
	// Tax: included in `items` and `shipping` when prices include tax, else added to them.
	Tax Money `json:"tax"`
	// Order total.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminOrderTotals) UnmarshalJSON(data []byte) error {
	type plain AdminOrderTotals
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminOrderTotals) MarshalJSON() ([]byte, error) {
	type plain AdminOrderTotals
	return writeObject(plain(v), v.Extra)
}

// AdminPrice: A price in one currency.
type AdminPrice struct {
	// Compare-at price; absent without one.
	CompareAt *Money `json:"compare_at,omitempty"`
	// Price.
	Price Money `json:"price"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminPrice) UnmarshalJSON(data []byte) error {
	type plain AdminPrice
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminPrice) MarshalJSON() ([]byte, error) {
	type plain AdminPrice
	return writeObject(plain(v), v.Extra)
}

// AdminProduct: A product.
type AdminProduct struct {
	// Category path, from the root down.
	Categories []AdminCategory `json:"categories,omitzero"`
	// When the product was created.
	CreatedAt time.Time `json:"created_at"`
	// Description as sanitised HTML, without scripts, styles and forms.
	Description string `json:"description"`
	// Whether shoppers cannot return it.
	FinalSale bool `json:"final_sale"`
	// Product id.
	ID string `json:"id"`
	// Images, in display order.
	Images []AdminImage `json:"images,omitzero"`
	// Merchant id.
	MerchantID string `json:"merchant_id"`
	// Options by which variants differ.
	Options []string `json:"options,omitzero"`
	// Product type.
	ProductType string `json:"product_type"`
	// Description for search engines; absent if none was set.
	SeoDescription *string `json:"seo_description,omitempty"`
	// Title for search engines; absent if none was set.
	SeoTitle *string `json:"seo_title,omitempty"`
	// Slug: the last part of the product's URL.
	Slug string `json:"slug"`
	// Product status.
	Status ProductStatus `json:"status"`
	// One line below the title; absent if none was set.
	Subtitle *string `json:"subtitle,omitempty"`
	// Tags.
	Tags []string `json:"tags,omitzero"`
	// Title.
	Title string `json:"title"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Variants, archived ones last.
	Variants []AdminVariant `json:"variants,omitzero"`
	// Vendor name.
	Vendor string `json:"vendor"`
	// Version: increases with every change; send it with a change to detect conflicts.
	Version int64 `json:"version"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminProduct) UnmarshalJSON(data []byte) error {
	type plain AdminProduct
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminProduct) MarshalJSON() ([]byte, error) {
	type plain AdminProduct
	return writeObject(plain(v), v.Extra)
}

// AdminProductPage: A page of a list.
type AdminProductPage struct {
	// Those of this page.
	Data []AdminProductSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminProductPage) UnmarshalJSON(data []byte) error {
	type plain AdminProductPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminProductPage) MarshalJSON() ([]byte, error) {
	type plain AdminProductPage
	return writeObject(plain(v), v.Extra)
}

// AdminProductSummary: A product in a list.
type AdminProductSummary struct {
	// Product id.
	ID string `json:"id"`
	// First image; absent without images.
	Image *AdminImage `json:"image,omitempty"`
	// Slug: the last part of the product's URL.
	Slug string `json:"slug"`
	// Product status.
	Status ProductStatus `json:"status"`
	// Title.
	Title string `json:"title"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Number of variants that are not archived.
	VariantCount int64 `json:"variant_count"`
	// Vendor name.
	Vendor string `json:"vendor"`
	// Version: increases with every change.
	Version int64 `json:"version"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminProductSummary) UnmarshalJSON(data []byte) error {
	type plain AdminProductSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminProductSummary) MarshalJSON() ([]byte, error) {
	type plain AdminProductSummary
	return writeObject(plain(v), v.Extra)
}

// AdminReturn: A return of units of an order.
type AdminReturn struct {
	// When it was rejected, cancelled or received.
	ClosedAt *time.Time `json:"closed_at,omitempty"`
	// When it was asked for.
	CreatedAt time.Time `json:"created_at"`
	// When it was approved or rejected.
	DecidedAt *time.Time `json:"decided_at,omitempty"`
	// Return id.
	ID string `json:"id"`
	// Units that come back.
	Lines []AdminReturnLine `json:"lines,omitzero"`
	// Message of the store to the shopper.
	Message *string `json:"message,omitempty"`
	// Note of whoever asked for it.
	Note *string `json:"note,omitempty"`
	// Order of the units.
	OrderID string `json:"order_id"`
	// Why the units come back.
	Reason ReturnReason `json:"reason"`
	// Who asked for it: `shopper`, or the id of a staff member or secret key.
	RequestedBy string `json:"requested_by"`
	// Status of the return.
	Status ReturnStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReturn) UnmarshalJSON(data []byte) error {
	type plain AdminReturn
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReturn) MarshalJSON() ([]byte, error) {
	type plain AdminReturn
	return writeObject(plain(v), v.Extra)
}

// AdminReturnLine: Units of a line in a return.
type AdminReturnLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Units that come back.
	Quantity int64 `json:"quantity"`
	// Units that came.
	ReceivedQuantity int64 `json:"received_quantity"`
	// Units that went back into stock.
	RestockedQuantity int64 `json:"restocked_quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReturnLine) UnmarshalJSON(data []byte) error {
	type plain AdminReturnLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReturnLine) MarshalJSON() ([]byte, error) {
	type plain AdminReturnLine
	return writeObject(plain(v), v.Extra)
}

// AdminReturnPage: A page of a list.
type AdminReturnPage struct {
	// Those of this page.
	Data []AdminReturn `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReturnPage) UnmarshalJSON(data []byte) error {
	type plain AdminReturnPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReturnPage) MarshalJSON() ([]byte, error) {
	type plain AdminReturnPage
	return writeObject(plain(v), v.Extra)
}

// AdminReview: A review of a product or of a merchant.
type AdminReview struct {
	// Answer of the store; absent without one.
	Answer *AdminReviewAnswer `json:"answer,omitempty"`
	// What its author says against a rejection; absent without an appeal.
	Appeal *string `json:"appeal,omitempty"`
	// When its author appealed; absent unless they did.
	AppealedAt *time.Time `json:"appealed_at,omitempty"`
	// Name that the author shows; absent if they show none.
	AuthorName *string `json:"author_name,omitempty"`
	// When it was written.
	CreatedAt time.Time `json:"created_at"`
	// When its author last changed it; absent unless they did.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// What the program found in it since the last decision.
	Holds []ReviewHold `json:"holds,omitzero"`
	// Review id.
	ID string `json:"id"`
	// Merchant who sold the product, or is reviewed.
	MerchantID string `json:"merchant_id"`
	// Name of the merchant.
	MerchantName string `json:"merchant_name"`
	// Number of reports since the last decision.
	OpenReports int64 `json:"open_reports"`
	// Order.
	OrderID string `json:"order_id"`
	// Order line; absent in a review of a merchant.
	OrderLineID *string `json:"order_line_id,omitempty"`
	// Pictures by the author, at most four; rejecting the review hides them too.
	Pictures []AdminReviewPicture `json:"pictures,omitzero"`
	// Product; absent in a review of a merchant.
	ProductID *string `json:"product_id,omitempty"`
	// Title of the product when it was bought; absent in a review of a merchant.
	ProductTitle *string `json:"product_title,omitempty"`
	// Stars, 1 to 5. Only the author changes them.
	Rating int64 `json:"rating"`
	// What its author is told about that; absent without a note.
	RejectionNote *string `json:"rejection_note,omitempty"`
	// Why it is rejected; absent unless it is.
	RejectionReason *ReviewReason `json:"rejection_reason,omitempty"`
	// Review status.
	Status ReviewStatus `json:"status"`
	// What it is of: a product, or the merchant who sold it.
	Subject ReviewSubject `json:"subject"`
	// Text, plain text with line breaks; absent without one.
	Text *string `json:"text,omitempty"`
	// Headline, plain text; absent without one.
	Title *string `json:"title,omitempty"`
	// Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.
	VariantTitle *string `json:"variant_title,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReview) UnmarshalJSON(data []byte) error {
	type plain AdminReview
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReview) MarshalJSON() ([]byte, error) {
	type plain AdminReview
	return writeObject(plain(v), v.Extra)
}

// AdminReviewAnswer: What the store answers to a review.
type AdminReviewAnswer struct {
	// When the store answered.
	AnsweredAt time.Time `json:"answered_at"`
	// Who wrote it last: the id of a staff member or of an API key.
	AnsweredBy string `json:"answered_by"`
	// When the answer was last changed; absent unless it was.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// Text, plain text with line breaks.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReviewAnswer) UnmarshalJSON(data []byte) error {
	type plain AdminReviewAnswer
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReviewAnswer) MarshalJSON() ([]byte, error) {
	type plain AdminReviewAnswer
	return writeObject(plain(v), v.Extra)
}

// AdminReviewDetails: A review, with what was decided about it and who reported it.
type AdminReviewDetails struct {
	// Decisions of the staff, latest first.
	Decisions []ReviewDecision `json:"decisions,omitzero"`
	// Reports, latest first.
	Reports []ReviewReport `json:"reports,omitzero"`
	// The review.
	Review AdminReview `json:"review"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReviewDetails) UnmarshalJSON(data []byte) error {
	type plain AdminReviewDetails
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReviewDetails) MarshalJSON() ([]byte, error) {
	type plain AdminReviewDetails
	return writeObject(plain(v), v.Extra)
}

// AdminReviewPage: A page of a list.
type AdminReviewPage struct {
	// Those of this page.
	Data []AdminReview `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReviewPage) UnmarshalJSON(data []byte) error {
	type plain AdminReviewPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReviewPage) MarshalJSON() ([]byte, error) {
	type plain AdminReviewPage
	return writeObject(plain(v), v.Extra)
}

// AdminReviewPicture: A picture that the author added.
type AdminReviewPicture struct {
	// Height in pixels.
	Height int64 `json:"height"`
	// Picture id.
	ID string `json:"id"`
	// URL on the hosts of the storefront.
	URL string `json:"url"`
	// Width in pixels.
	Width int64 `json:"width"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminReviewPicture) UnmarshalJSON(data []byte) error {
	type plain AdminReviewPicture
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminReviewPicture) MarshalJSON() ([]byte, error) {
	type plain AdminReviewPicture
	return writeObject(plain(v), v.Extra)
}

// AdminStock: The stock of a variant.
type AdminStock struct {
	// Whether it may be sold beyond its stock.
	AllowBackorder bool `json:"allow_backorder"`
	// Units in stock, reserved units included.
	OnHand int64 `json:"on_hand"`
	// Units reserved by unpaid orders.
	Reserved int64 `json:"reserved"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminStock) UnmarshalJSON(data []byte) error {
	type plain AdminStock
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminStock) MarshalJSON() ([]byte, error) {
	type plain AdminStock
	return writeObject(plain(v), v.Extra)
}

// AdminStorefront: A storefront.
type AdminStorefront struct {
	// Currency of all prices (ISO 4217).
	Currency string `json:"currency"`
	// Domains, the primary one first.
	Hosts []string `json:"hosts,omitzero"`
	// Storefront id.
	ID string `json:"id"`
	// Language and region (BCP 47), such as `de-DE`.
	Locale string `json:"locale"`
	// Store name.
	Name string `json:"name"`
	// Publishable key for programs that call a host of the platform.
	PublishableKey string `json:"publishable_key"`
	// Slug.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminStorefront) UnmarshalJSON(data []byte) error {
	type plain AdminStorefront
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminStorefront) MarshalJSON() ([]byte, error) {
	type plain AdminStorefront
	return writeObject(plain(v), v.Extra)
}

// AdminStorefrontList: A list that comes whole.
type AdminStorefrontList struct {
	// All of them.
	Data []AdminStorefront `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminStorefrontList) UnmarshalJSON(data []byte) error {
	type plain AdminStorefrontList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminStorefrontList) MarshalJSON() ([]byte, error) {
	type plain AdminStorefrontList
	return writeObject(plain(v), v.Extra)
}

// AdminVariant: A variant of a product.
type AdminVariant struct {
	// Whether the variant is archived.
	Archived bool `json:"archived"`
	// Barcode (EAN, UPC, GTIN).
	Barcode *string `json:"barcode,omitempty"`
	// Variant id.
	ID string `json:"id"`
	// Image of the variant; absent without one.
	ImageID *string `json:"image_id,omitempty"`
	// Value of each product option, in the order of `options`.
	Options []string `json:"options,omitzero"`
	// Prices, one per currency.
	Prices []AdminPrice `json:"prices,omitzero"`
	// Whether it is shipped.
	RequiresShipping bool `json:"requires_shipping"`
	// Stock keeping unit (SKU); need not be unique.
	SKU *string `json:"sku,omitempty"`
	// Stock; absent if it is not tracked.
	Stock *AdminStock `json:"stock,omitempty"`
	// Whether it is taxed.
	Taxable bool `json:"taxable"`
	// Variant title, such as `Blue / M`; empty for a product with one variant.
	Title string `json:"title"`
	// Weight in grams; 0 if unknown.
	WeightGrams int64 `json:"weight_grams"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AdminVariant) UnmarshalJSON(data []byte) error {
	type plain AdminVariant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AdminVariant) MarshalJSON() ([]byte, error) {
	type plain AdminVariant
	return writeObject(plain(v), v.Extra)
}

// AllocationRule: From which location units of a paid order are taken.
//
// - `fewest_parcels`: From the one that has most of the order's lines, so that it ships in few parcels; among equals by priority.
// - `priority`: From the one with the lowest priority that has units.
//
// A newer server may send other values.
type AllocationRule string

// Values of AllocationRule.
const (
	AllocationRuleFewestParcels AllocationRule = "fewest_parcels"
	AllocationRulePriority      AllocationRule = "priority"
)

// ApiKey: A secret key, without its secret.
type ApiKey struct {
	// What it may do, each as `object:action`.
	Authorities []string `json:"authorities,omitzero"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// Staff member who created it.
	CreatedBy string `json:"created_by"`
	// When it stops working; absent for never.
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
	// Id of the key.
	ID string `json:"id"`
	// The last four characters of the secret.
	LastFour string `json:"last_four"`
	// When it was last used, to the minute; absent if it never was.
	LastUsedAt *time.Time `json:"last_used_at,omitempty"`
	// What it is for.
	Name string `json:"name"`
	// Addresses and networks that it works from; empty for everywhere.
	Networks []string `json:"networks,omitzero"`
	// When it was revoked; absent unless it was.
	RevokedAt *time.Time `json:"revoked_at,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ApiKey) UnmarshalJSON(data []byte) error {
	type plain ApiKey
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ApiKey) MarshalJSON() ([]byte, error) {
	type plain ApiKey
	return writeObject(plain(v), v.Extra)
}

// ApiKeyList: A list that comes whole.
type ApiKeyList struct {
	// All of them.
	Data []ApiKey `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ApiKeyList) UnmarshalJSON(data []byte) error {
	type plain ApiKeyList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ApiKeyList) MarshalJSON() ([]byte, error) {
	type plain ApiKeyList
	return writeObject(plain(v), v.Extra)
}

// AuditChange: A change of one object.
type AuditChange struct {
	// What was done: `created`, `updated` or `deleted`.
	Action string `json:"action"`
	// The fields that changed; of a new or deleted object, all of them.
	Fields []AuditField `json:"fields,omitzero"`
	// What identifies the object, such as `id`, or `variant_id` and `currency`.
	Key []AuditKey `json:"key,omitzero"`
	// Kind of the object, such as `product`, `price` or `staff_member`.
	Object string `json:"object"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AuditChange) UnmarshalJSON(data []byte) error {
	type plain AuditChange
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AuditChange) MarshalJSON() ([]byte, error) {
	type plain AuditChange
	return writeObject(plain(v), v.Extra)
}

// AuditEntry: What one request changed, in one transaction.
type AuditEntry struct {
	// Id of the staff member, secret key or operator.
	Actor string `json:"actor"`
	// Name of the staff member or secret key; absent for operators and for staff members who left.
	ActorName *string `json:"actor_name,omitempty"`
	// Time of the change.
	At time.Time `json:"at"`
	// What changed, in order.
	Changes []AuditChange `json:"changes,omitzero"`
	// Hash of this entry, its changes and the hash of the entry before: SHA-256, hexadecimal.
	Hash string `json:"hash"`
	// Number of the entry: 1, 2, 3 … without a gap in each tenant.
	Number int64 `json:"number"`
	// Operation of the API, such as `admin_update_product`.
	Operation string `json:"operation"`
	// Id of the request, the `X-Request-Id` of its answer.
	RequestID string `json:"request_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AuditEntry) UnmarshalJSON(data []byte) error {
	type plain AuditEntry
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AuditEntry) MarshalJSON() ([]byte, error) {
	type plain AuditEntry
	return writeObject(plain(v), v.Extra)
}

// AuditEntryPage: A page of a list.
type AuditEntryPage struct {
	// Those of this page.
	Data []AuditEntry `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AuditEntryPage) UnmarshalJSON(data []byte) error {
	type plain AuditEntryPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AuditEntryPage) MarshalJSON() ([]byte, error) {
	type plain AuditEntryPage
	return writeObject(plain(v), v.Extra)
}

// AuditField: A field that changed.
type AuditField struct {
	// Value after the change, as text; absent when there is none.
	After *string `json:"after,omitempty"`
	// Value before the change, as text; absent when there was none.
	Before *string `json:"before,omitempty"`
	// Name of the field.
	Name string `json:"name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AuditField) UnmarshalJSON(data []byte) error {
	type plain AuditField
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AuditField) MarshalJSON() ([]byte, error) {
	type plain AuditField
	return writeObject(plain(v), v.Extra)
}

// AuditKey: A part of what identifies an object.
type AuditKey struct {
	// Name of the field.
	Name string `json:"name"`
	// Its value, as text.
	Value string `json:"value"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AuditKey) UnmarshalJSON(data []byte) error {
	type plain AuditKey
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AuditKey) MarshalJSON() ([]byte, error) {
	type plain AuditKey
	return writeObject(plain(v), v.Extra)
}

// Authority: Something that can be allowed.
type Authority struct {
	// What it allows.
	Description string `json:"description"`
	// Its name, `object:action`.
	Name string `json:"name"`
	// Ids of the operations that need it.
	Operations []string `json:"operations,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Authority) UnmarshalJSON(data []byte) error {
	type plain Authority
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Authority) MarshalJSON() ([]byte, error) {
	type plain Authority
	return writeObject(plain(v), v.Extra)
}

// AuthorityList: A list that comes whole.
type AuthorityList struct {
	// All of them.
	Data []Authority `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *AuthorityList) UnmarshalJSON(data []byte) error {
	type plain AuthorityList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v AuthorityList) MarshalJSON() ([]byte, error) {
	type plain AuthorityList
	return writeObject(plain(v), v.Extra)
}

// BrandColors: Colours, each as `#rrggbb`.
type BrandColors struct {
	// Accent colour.
	Accent string `json:"accent"`
	// Background of pages.
	Background string `json:"background"`
	// Text colour on `primary`.
	OnPrimary string `json:"on_primary"`
	// Colour of buttons and links.
	Primary string `json:"primary"`
	// Background of cards.
	Surface string `json:"surface"`
	// Text colour on `background` and `surface`.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandColors) UnmarshalJSON(data []byte) error {
	type plain BrandColors
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandColors) MarshalJSON() ([]byte, error) {
	type plain BrandColors
	return writeObject(plain(v), v.Extra)
}

// BrandFonts: Fonts: `system-ui`, or one of Bitter, DM Sans, Inter, Lora, Manrope, Playfair Display, Source Serif 4 and
// Work Sans.
type BrandFonts struct {
	// Font of body text.
	Body string `json:"body"`
	// Font of headings.
	Heading string `json:"heading"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandFonts) UnmarshalJSON(data []byte) error {
	type plain BrandFonts
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandFonts) MarshalJSON() ([]byte, error) {
	type plain BrandFonts
	return writeObject(plain(v), v.Extra)
}

// BrandImage: An image of a storefront's brand.
type BrandImage struct {
	// Media type, such as `image/png`.
	ContentType string `json:"content_type"`
	// When it was uploaded.
	CreatedAt time.Time `json:"created_at"`
	// Height in pixels.
	Height int64 `json:"height"`
	// Image id.
	ID string `json:"id"`
	// URL, relative to the storefront's host. Its content never changes.
	URL string `json:"url"`
	// Width in pixels.
	Width int64 `json:"width"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandImage) UnmarshalJSON(data []byte) error {
	type plain BrandImage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandImage) MarshalJSON() ([]byte, error) {
	type plain BrandImage
	return writeObject(plain(v), v.Extra)
}

// BrandImageList: A list that comes whole.
type BrandImageList struct {
	// All of them.
	Data []BrandImage `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandImageList) UnmarshalJSON(data []byte) error {
	type plain BrandImageList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandImageList) MarshalJSON() ([]byte, error) {
	type plain BrandImageList
	return writeObject(plain(v), v.Extra)
}

// BrandKit: A brand: how a storefront looks, its own texts and its legal pages.
type BrandKit struct {
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
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandKit) UnmarshalJSON(data []byte) error {
	type plain BrandKit
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandKit) MarshalJSON() ([]byte, error) {
	type plain BrandKit
	return writeObject(plain(v), v.Extra)
}

// BrandPage: A legal page.
type BrandPage struct {
	// Text as HTML, up to 102,400 bytes. Scripts, styles and forms are removed.
	HTML string `json:"html"`
	// Slug: the last part of the page's URL.
	Slug string `json:"slug"`
	// Title, 1 to 200 characters.
	Title string `json:"title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandPage) UnmarshalJSON(data []byte) error {
	type plain BrandPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandPage) MarshalJSON() ([]byte, error) {
	type plain BrandPage
	return writeObject(plain(v), v.Extra)
}

// BrandState: The brand of a storefront.
type BrandState struct {
	// The draft; absent without one.
	Draft *SavedBrand `json:"draft,omitempty"`
	// What shoppers see. Version 0 is what the storefront was created with.
	Published SavedBrand `json:"published"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandState) UnmarshalJSON(data []byte) error {
	type plain BrandState
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandState) MarshalJSON() ([]byte, error) {
	type plain BrandState
	return writeObject(plain(v), v.Extra)
}

// BrandVersion: A version of a brand.
type BrandVersion struct {
	// Version number, counting up.
	Number int64 `json:"number"`
	// When it was last published; absent if it never was.
	PublishedAt *time.Time `json:"published_at,omitempty"`
	// When it was last saved.
	SavedAt time.Time `json:"saved_at"`
	// Status.
	Status KitStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandVersion) UnmarshalJSON(data []byte) error {
	type plain BrandVersion
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandVersion) MarshalJSON() ([]byte, error) {
	type plain BrandVersion
	return writeObject(plain(v), v.Extra)
}

// BrandVersionList: A list that comes whole.
type BrandVersionList struct {
	// All of them.
	Data []BrandVersion `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *BrandVersionList) UnmarshalJSON(data []byte) error {
	type plain BrandVersionList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v BrandVersionList) MarshalJSON() ([]byte, error) {
	type plain BrandVersionList
	return writeObject(plain(v), v.Extra)
}

// BulkProblem: Why one of many orders was not changed.
//
// - `order_wrong_status`: The order's status does not allow it.
// - `nothing_to_fulfill`: Nothing is left to ship.
// - `several_merchants`: Several merchants have units left to ship.
// - `too_many_tags`: The order would have more than 20 tags.
// - `request_in_progress`: The same request is being worked on.
// - `unavailable`: The order could not be changed now; the request can be repeated.
//
// A newer server may send other values.
type BulkProblem string

// Values of BulkProblem.
const (
	BulkProblemOrderWrongStatus  BulkProblem = "order_wrong_status"
	BulkProblemNothingToFulfill  BulkProblem = "nothing_to_fulfill"
	BulkProblemSeveralMerchants  BulkProblem = "several_merchants"
	BulkProblemTooManyTags       BulkProblem = "too_many_tags"
	BulkProblemRequestInProgress BulkProblem = "request_in_progress"
	BulkProblemUnavailable       BulkProblem = "unavailable"
)

// Cancellation: Units of an order that are cancelled.
type Cancellation struct {
	// When the units were cancelled.
	CreatedAt time.Time `json:"created_at"`
	// Who cancelled them: the id of a staff member or secret key.
	CreatedBy string `json:"created_by"`
	// Cancellation id.
	ID string `json:"id"`
	// Units that are cancelled.
	Lines []CancellationLine `json:"lines,omitzero"`
	// Reason.
	Reason string `json:"reason"`
	// Refund of the units, whose status the order shows; absent when nothing is refunded.
	RefundID *string `json:"refund_id,omitempty"`
	// Whether the units went back into stock.
	Restocked bool `json:"restocked"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Cancellation) UnmarshalJSON(data []byte) error {
	type plain Cancellation
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Cancellation) MarshalJSON() ([]byte, error) {
	type plain Cancellation
	return writeObject(plain(v), v.Extra)
}

// CancellationLine: Units of a line that are cancelled.
type CancellationLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity cancelled.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CancellationLine) UnmarshalJSON(data []byte) error {
	type plain CancellationLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CancellationLine) MarshalJSON() ([]byte, error) {
	type plain CancellationLine
	return writeObject(plain(v), v.Extra)
}

// CancelledLine: Units of a line to cancel.
type CancelledLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity to cancel.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CancelledLine) UnmarshalJSON(data []byte) error {
	type plain CancelledLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CancelledLine) MarshalJSON() ([]byte, error) {
	type plain CancelledLine
	return writeObject(plain(v), v.Extra)
}

// CaptureRule: When the money of an order is captured.
//
// - `automatic`: When the shopper pays.
// - `manual`: When staff capture it.
// - `on_fulfillment`: When every unit is shipped or cancelled, or before the authorization expires once a unit is shipped.
//
// A newer server may send other values.
type CaptureRule string

// Values of CaptureRule.
const (
	CaptureRuleAutomatic     CaptureRule = "automatic"
	CaptureRuleManual        CaptureRule = "manual"
	CaptureRuleOnFulfillment CaptureRule = "on_fulfillment"
)

// Cart: A cart.
type Cart struct {
	// Billing address; absent when it is the shipping address.
	BillingAddress *Address `json:"billing_address,omitempty"`
	// Currency of every amount.
	Currency string `json:"currency"`
	// Contact e-mail; absent until it is set.
	Email *string `json:"email,omitempty"`
	// Cart id.
	ID string `json:"id"`
	// Lines, in the order in which they were added.
	Lines []CartLine `json:"lines,omitzero"`
	// What is missing before checkout; checkout rejects the cart with the same list.
	Requirements []Requirement `json:"requirements,omitzero"`
	// Shipping address; absent until it is set.
	ShippingAddress *Address `json:"shipping_address,omitempty"`
	// Id of the chosen shipping option; absent until one is chosen.
	ShippingOptionID *string `json:"shipping_option_id,omitempty"`
	// Cart status.
	Status CartStatus `json:"status"`
	// Whether prices include tax.
	TaxIncluded bool `json:"tax_included"`
	// Access token of the cart, sent as the header `Cart-Token`. Returned once, when the cart is
	// created.
	Token *string `json:"token,omitempty"`
	// Totals, recalculated on every read.
	Totals Totals `json:"totals"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Cart) UnmarshalJSON(data []byte) error {
	type plain Cart
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Cart) MarshalJSON() ([]byte, error) {
	type plain Cart
	return writeObject(plain(v), v.Extra)
}

// CartLeftOut: Units that are not in the account's cart.
type CartLeftOut struct {
	// How many there are; 0 when there is no line.
	Kept int64 `json:"kept"`
	// Why.
	Reason CartLeftOutReason `json:"reason"`
	// Whose cart they were in.
	Side CartSide `json:"side"`
	// Product title.
	Title string `json:"title"`
	// Variant.
	VariantID string `json:"variant_id"`
	// Variant title; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// How many there would have been in the line.
	Wanted int64 `json:"wanted"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CartLeftOut) UnmarshalJSON(data []byte) error {
	type plain CartLeftOut
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CartLeftOut) MarshalJSON() ([]byte, error) {
	type plain CartLeftOut
	return writeObject(plain(v), v.Extra)
}

// CartLeftOutReason: Why units are not in the account's cart: `not_sellable`, the variant is not sold any more; `other_currency`,
//
//	it has no price in the currency of the account's cart; `stock_limit`, too few are left; `quantity_limit`, a
//	line holds at most 999; `line_limit`, a cart holds at most 100 lines; `rule`, the store's rule took the
//	quantity of the other cart.
//
// - `not_sellable`: The variant is not sold any more.
// - `other_currency`: It has no price in the cart's currency.
// - `stock_limit`: Too few are left.
// - `quantity_limit`: More than a line holds.
// - `line_limit`: More lines than a cart holds.
// - `rule`: The tenant's rule.
//
// A newer server may send other values.
type CartLeftOutReason string

// Values of CartLeftOutReason.
const (
	CartLeftOutReasonNotSellable   CartLeftOutReason = "not_sellable"
	CartLeftOutReasonOtherCurrency CartLeftOutReason = "other_currency"
	CartLeftOutReasonStockLimit    CartLeftOutReason = "stock_limit"
	CartLeftOutReasonQuantityLimit CartLeftOutReason = "quantity_limit"
	CartLeftOutReasonLineLimit     CartLeftOutReason = "line_limit"
	CartLeftOutReasonRule          CartLeftOutReason = "rule"
)

// CartLine: A cart line.
type CartLine struct {
	// Whether the line can be bought in this quantity.
	Available bool `json:"available"`
	// Line id.
	ID string `json:"id"`
	// URL of the image; absent without one.
	Image *string `json:"image,omitempty"`
	// What changed since the line was last updated: `price_changed`, `insufficient_stock`,
	// `not_sellable`.
	Notices []string `json:"notices,omitzero"`
	// Product; absent when it is no longer on sale.
	ProductID *string `json:"product_id,omitempty"`
	// Quantity, 1 to 999.
	Quantity int64 `json:"quantity"`
	// Stock keeping unit (SKU).
	SKU *string `json:"sku,omitempty"`
	// Product title.
	Title string `json:"title"`
	// Line total; zero when the variant is no longer on sale.
	Total Money `json:"total"`
	// Current price of one unit.
	UnitPrice Money `json:"unit_price"`
	// Variant.
	VariantID string `json:"variant_id"`
	// Variant title, such as `Blue / M`; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CartLine) UnmarshalJSON(data []byte) error {
	type plain CartLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CartLine) MarshalJSON() ([]byte, error) {
	type plain CartLine
	return writeObject(plain(v), v.Extra)
}

// CartSettings: Settings of carts.
type CartSettings struct {
	// Which quantities hold when a guest signs in and the account has a cart, too. Default: `sum`.
	TakeoverRule CartTakeoverRule `json:"takeover_rule"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CartSettings) UnmarshalJSON(data []byte) error {
	type plain CartSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CartSettings) MarshalJSON() ([]byte, error) {
	type plain CartSettings
	return writeObject(plain(v), v.Extra)
}

// CartSide: Whose cart units were in: `guest` or `account`; `both`, if the quantities were added.
//
// - `guest`: The guest's.
// - `account`: The account's.
// - `both`: Of both.
//
// A newer server may send other values.
type CartSide string

// Values of CartSide.
const (
	CartSideGuest   CartSide = "guest"
	CartSideAccount CartSide = "account"
	CartSideBoth    CartSide = "both"
)

// CartStatus: Cart status.
//
// - `open`: Can be changed.
// - `completing`: Locked: its order awaits payment.
// - `completed`: Its order was paid.
//
// A newer server may send other values.
type CartStatus string

// Values of CartStatus.
const (
	CartStatusOpen       CartStatus = "open"
	CartStatusCompleting CartStatus = "completing"
	CartStatusCompleted  CartStatus = "completed"
)

// CartTakeover: What became of a guest's cart.
type CartTakeover struct {
	// Units that are not in the account's cart, with the reason; a line may be named twice.
	LeftOut []CartLeftOut `json:"left_out,omitzero"`
	// What became of it.
	Outcome CartTakeoverOutcome `json:"outcome"`
	// The store's rule.
	Rule CartTakeoverRule `json:"rule"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CartTakeover) UnmarshalJSON(data []byte) error {
	type plain CartTakeover
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CartTakeover) MarshalJSON() ([]byte, error) {
	type plain CartTakeover
	return writeObject(plain(v), v.Extra)
}

// CartTakeoverOutcome: What became of a guest's cart: `taken_over`; `already_own`, it is the account's cart; `not_found`, there is
//
//	none for this token; `completed`, it was paid for, or `locked`, it or the account's cart is being paid for;
//	`total_too_large`, together they come to more than a cart can. Only `taken_over` changes something.
//
// - `taken_over`: Its lines are in the account's cart, but for those that are left out.
// - `already_own`: It is the account's cart.
// - `not_found`: No guest has such a cart.
// - `completed`: It was paid for.
// - `locked`: One of the carts is being paid for.
// - `total_too_large`: Together they come to too much.
//
// A newer server may send other values.
type CartTakeoverOutcome string

// Values of CartTakeoverOutcome.
const (
	CartTakeoverOutcomeTakenOver     CartTakeoverOutcome = "taken_over"
	CartTakeoverOutcomeAlreadyOwn    CartTakeoverOutcome = "already_own"
	CartTakeoverOutcomeNotFound      CartTakeoverOutcome = "not_found"
	CartTakeoverOutcomeCompleted     CartTakeoverOutcome = "completed"
	CartTakeoverOutcomeLocked        CartTakeoverOutcome = "locked"
	CartTakeoverOutcomeTotalTooLarge CartTakeoverOutcome = "total_too_large"
)

// CartTakeoverRule: Which quantities hold when a guest's cart is taken over by an account: `sum`, both together; `larger`, of
//
//	each variant the larger one; `guest`, the guest's cart unless it is empty; `account`, the account's cart
//	unless it is empty.
//
// - `sum`: Both together.
// - `larger`: Of each variant the larger one.
// - `guest`: The guest's.
// - `account`: The account's.
//
// A newer server may send other values.
type CartTakeoverRule string

// Values of CartTakeoverRule.
const (
	CartTakeoverRuleSum     CartTakeoverRule = "sum"
	CartTakeoverRuleLarger  CartTakeoverRule = "larger"
	CartTakeoverRuleGuest   CartTakeoverRule = "guest"
	CartTakeoverRuleAccount CartTakeoverRule = "account"
)

// CatalogSettings: Settings of the catalogue.
type CatalogSettings struct {
	// Whether two variants on sale may not have the same SKU. Default: `false`.
	UniqueSkus bool `json:"unique_skus"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CatalogSettings) UnmarshalJSON(data []byte) error {
	type plain CatalogSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CatalogSettings) MarshalJSON() ([]byte, error) {
	type plain CatalogSettings
	return writeObject(plain(v), v.Extra)
}

// Category: A category.
type Category struct {
	// Category id.
	ID string `json:"id"`
	// Image, in the list of categories; absent without one, and where a product or a search names categories.
	Image *ProductImage `json:"image,omitempty"`
	// Category name.
	Name string `json:"name"`
	// Slug of the parent category; absent at the root.
	Parent *string `json:"parent,omitempty"`
	// Slug: the last part of the category's URL, and the value of the `category` filter.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Category) UnmarshalJSON(data []byte) error {
	type plain Category
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Category) MarshalJSON() ([]byte, error) {
	type plain Category
	return writeObject(plain(v), v.Extra)
}

// CategoryCount: A category with its number of products.
type CategoryCount struct {
	// The category.
	Category Category `json:"category"`
	// Number of products.
	Count int64 `json:"count"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CategoryCount) UnmarshalJSON(data []byte) error {
	type plain CategoryCount
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CategoryCount) MarshalJSON() ([]byte, error) {
	type plain CategoryCount
	return writeObject(plain(v), v.Extra)
}

// CategoryList: A list that comes whole.
type CategoryList struct {
	// All of them.
	Data []Category `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CategoryList) UnmarshalJSON(data []byte) error {
	type plain CategoryList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CategoryList) MarshalJSON() ([]byte, error) {
	type plain CategoryList
	return writeObject(plain(v), v.Extra)
}

// CategoryReport: Sales by category.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type CategoryReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// First day of as many days before.
	PreviousFrom string `json:"previous_from"`
	// Last day of these.
	PreviousTo string `json:"previous_to"`
	// What these come to, in each currency.
	PreviousTotals []SalesTotal `json:"previous_totals,omitzero"`
	// Rows, by currency. What has no figures has no row.
	Rows []CategorySales `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// What all days come to, in each currency.
	Totals []SalesTotal `json:"totals,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CategoryReport) UnmarshalJSON(data []byte) error {
	type plain CategoryReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CategoryReport) MarshalJSON() ([]byte, error) {
	type plain CategoryReport
	return writeObject(plain(v), v.Extra)
}

// CategorySales: Sales of a category.
type CategorySales struct {
	// Category; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees,
	// earnings, and products without a category.
	CategoryID *string `json:"category_id,omitempty"`
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CategorySales) UnmarshalJSON(data []byte) error {
	type plain CategorySales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CategorySales) MarshalJSON() ([]byte, error) {
	type plain CategorySales
	return writeObject(plain(v), v.Extra)
}

// ChangedOrder: What became of one of many orders.
type ChangedOrder struct {
	// Why it was not changed; absent when it was.
	Code *BulkProblem `json:"code,omitempty"`
	// What the problem is; absent when it was changed.
	Detail *string `json:"detail,omitempty"`
	// Whether it was changed, or was so already.
	IsDone bool `json:"is_done"`
	// Order id.
	OrderID string `json:"order_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ChangedOrder) UnmarshalJSON(data []byte) error {
	type plain ChangedOrder
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ChangedOrder) MarshalJSON() ([]byte, error) {
	type plain ChangedOrder
	return writeObject(plain(v), v.Extra)
}

// ChangedOrderList: A list that comes whole.
type ChangedOrderList struct {
	// All of them.
	Data []ChangedOrder `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ChangedOrderList) UnmarshalJSON(data []byte) error {
	type plain ChangedOrderList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ChangedOrderList) MarshalJSON() ([]byte, error) {
	type plain ChangedOrderList
	return writeObject(plain(v), v.Extra)
}

// Checkout: A placed order and its payment.
type Checkout struct {
	// The placed order.
	Order CheckoutOrder `json:"order"`
	// Payment to confirm; absent when the total is zero.
	Payment *CheckoutPayment `json:"payment,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Checkout) UnmarshalJSON(data []byte) error {
	type plain Checkout
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Checkout) MarshalJSON() ([]byte, error) {
	type plain Checkout
	return writeObject(plain(v), v.Extra)
}

// CheckoutOrder: A placed order.
type CheckoutOrder struct {
	// Order id.
	ID string `json:"id"`
	// Order number, unique in the tenant, as shown to shoppers and staff.
	Number int64 `json:"number"`
	// Order status.
	Status OrderStatus `json:"status"`
	// Access token of the order, sent as the header `Order-Token`.
	Token string `json:"token"`
	// Order total.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CheckoutOrder) UnmarshalJSON(data []byte) error {
	type plain CheckoutOrder
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CheckoutOrder) MarshalJSON() ([]byte, error) {
	type plain CheckoutOrder
	return writeObject(plain(v), v.Extra)
}

// CheckoutPayment: A payment to confirm.
type CheckoutPayment struct {
	// Connected account of the payment; absent when it is the platform's own.
	Account *string `json:"account,omitempty"`
	// Client secret with which the browser or app confirms the payment; absent once it needs no confirmation.
	ClientSecret *string `json:"client_secret,omitempty"`
	// Payment provider.
	Provider PaymentProvider `json:"provider"`
	// Publishable key of the payment provider.
	PublishableKey string `json:"publishable_key"`
	// Payment status.
	Status PaymentStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CheckoutPayment) UnmarshalJSON(data []byte) error {
	type plain CheckoutPayment
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CheckoutPayment) MarshalJSON() ([]byte, error) {
	type plain CheckoutPayment
	return writeObject(plain(v), v.Extra)
}

// Cohort: Customers whose first paid order is of one month.
type Cohort struct {
	// Customers of the cohort.
	Customers int64 `json:"customers"`
	// Months in which some of them ordered.
	Months []CohortMonth `json:"months,omitzero"`
	// First day of the month.
	StartsOn string `json:"starts_on"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Cohort) UnmarshalJSON(data []byte) error {
	type plain Cohort
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Cohort) MarshalJSON() ([]byte, error) {
	type plain Cohort
	return writeObject(plain(v), v.Extra)
}

// CohortMonth: A month of a cohort.
type CohortMonth struct {
	// Customers of the cohort who ordered in the month.
	Customers int64 `json:"customers"`
	// Months since the month of the first order: 0 is that month.
	Month int64 `json:"month"`
	// Their orders in the month.
	Orders int64 `json:"orders"`
	// `customers` in basis points of the cohort's, rounded down.
	RetentionBps *int64 `json:"retention_bps,omitempty"`
	// The orders by currency.
	Sales []CohortSales `json:"sales,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CohortMonth) UnmarshalJSON(data []byte) error {
	type plain CohortMonth
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CohortMonth) MarshalJSON() ([]byte, error) {
	type plain CohortMonth
	return writeObject(plain(v), v.Extra)
}

// CohortReport: Customers by the month of their first order.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type CohortReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Cohorts, the oldest one first.
	Cohorts []Cohort `json:"cohorts,omitzero"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// Time zone whose midnight months begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CohortReport) UnmarshalJSON(data []byte) error {
	type plain CohortReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CohortReport) MarshalJSON() ([]byte, error) {
	type plain CohortReport
	return writeObject(plain(v), v.Extra)
}

// CohortSales: Orders of a cohort in a month, in one currency.
type CohortSales struct {
	// Currency.
	Currency string `json:"currency"`
	// What was paid for them, refunded or not.
	Gross Money `json:"gross"`
	// Orders in this currency.
	Orders int64 `json:"orders"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CohortSales) UnmarshalJSON(data []byte) error {
	type plain CohortSales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CohortSales) MarshalJSON() ([]byte, error) {
	type plain CohortSales
	return writeObject(plain(v), v.Extra)
}

// ConsentPurpose: What is agreed to: `terms`, the store's terms; `marketing_email` and `marketing_sms`, offers by
//
//	e-mail and by text message; `order_updates_sms`, news of orders by text message.
//
// - `terms`: The store's terms.
// - `marketing_email`: Offers by e-mail.
// - `marketing_sms`: Offers by text message.
// - `order_updates_sms`: News of orders by text message.
//
// A newer server may send other values.
type ConsentPurpose string

// Values of ConsentPurpose.
const (
	ConsentPurposeTerms           ConsentPurpose = "terms"
	ConsentPurposeMarketingEmail  ConsentPurpose = "marketing_email"
	ConsentPurposeMarketingSms    ConsentPurpose = "marketing_sms"
	ConsentPurposeOrderUpdatesSms ConsentPurpose = "order_updates_sms"
)

// ConsentRecord: An answer of a shopper.
type ConsentRecord struct {
	// Id of the answer.
	ID string `json:"id"`
	// Whether the consent was given; `false` when it was withdrawn.
	IsGiven bool `json:"is_given"`
	// What it is about.
	Purpose ConsentPurpose `json:"purpose"`
	// When it was said.
	RecordedAt time.Time `json:"recorded_at"`
	// Where it was said.
	Source ConsentSource `json:"source"`
	// Storefront that it was said on.
	StorefrontID string `json:"storefront_id"`
	// Version of the terms; only of `terms`.
	TermsVersion *string `json:"terms_version,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ConsentRecord) UnmarshalJSON(data []byte) error {
	type plain ConsentRecord
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ConsentRecord) MarshalJSON() ([]byte, error) {
	type plain ConsentRecord
	return writeObject(plain(v), v.Extra)
}

// ConsentSource: Where it was said: `sign_up`, when signing up; `account`, in the account; `newsletter`, by the link of the letter
//
//	that asks; `unsubscribe_link`, by the link of a later letter; `text_message`, by answering STOP to one.
//
// - `sign_up`: When signing up.
// - `account`: In the account.
// - `newsletter`: By the link of the letter that asks.
// - `unsubscribe_link`: By the link of a later letter.
// - `text_message`: By answering STOP to a text message.
//
// A newer server may send other values.
type ConsentSource string

// Values of ConsentSource.
const (
	ConsentSourceSignUp          ConsentSource = "sign_up"
	ConsentSourceAccount         ConsentSource = "account"
	ConsentSourceNewsletter      ConsentSource = "newsletter"
	ConsentSourceUnsubscribeLink ConsentSource = "unsubscribe_link"
	ConsentSourceTextMessage     ConsentSource = "text_message"
)

// Consents: What a shopper has agreed to.
type Consents struct {
	// The last 100 answers, newest first.
	History []ConsentRecord `json:"history,omitzero"`
	// Whether offers may come by e-mail.
	MarketingEmail bool `json:"marketing_email"`
	// Whether offers may come by text message.
	MarketingSms bool `json:"marketing_sms"`
	// Whether text messages may tell of the shopper's parcels.
	OrderUpdatesSms bool `json:"order_updates_sms"`
	// Version of the terms that were accepted last; absent if none were.
	TermsVersion *string `json:"terms_version,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Consents) UnmarshalJSON(data []byte) error {
	type plain Consents
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Consents) MarshalJSON() ([]byte, error) {
	type plain Consents
	return writeObject(plain(v), v.Extra)
}

// CountedEvents: What became of events.
type CountedEvents struct {
	// Events that count.
	Counted int64 `json:"counted"`
	// Places in `events`, from 0, of those about products that the store does not sell.
	UnknownProducts []int64 `json:"unknown_products,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CountedEvents) UnmarshalJSON(data []byte) error {
	type plain CountedEvents
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CountedEvents) MarshalJSON() ([]byte, error) {
	type plain CountedEvents
	return writeObject(plain(v), v.Extra)
}

// CountedOrderPage: A page of the tenant's orders.
type CountedOrderPage struct {
	// How many orders the whole list has; `10000` stands for 10,000 or more. Absent unless `with_count` asks for it.
	Count *int64 `json:"count,omitempty"`
	// Those of this page.
	Data []AdminOrderSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CountedOrderPage) UnmarshalJSON(data []byte) error {
	type plain CountedOrderPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CountedOrderPage) MarshalJSON() ([]byte, error) {
	type plain CountedOrderPage
	return writeObject(plain(v), v.Extra)
}

// CountryReport: Sales by country.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type CountryReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// First day of as many days before.
	PreviousFrom string `json:"previous_from"`
	// Last day of these.
	PreviousTo string `json:"previous_to"`
	// What these come to, in each currency.
	PreviousTotals []SalesTotal `json:"previous_totals,omitzero"`
	// Rows, by currency. What has no figures has no row.
	Rows []CountrySales `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// What all days come to, in each currency.
	Totals []SalesTotal `json:"totals,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CountryReport) UnmarshalJSON(data []byte) error {
	type plain CountryReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CountryReport) MarshalJSON() ([]byte, error) {
	type plain CountryReport
	return writeObject(plain(v), v.Extra)
}

// CountrySales: Sales to a country.
type CountrySales struct {
	// Country of the shipping address, as ISO 3166-1 writes it; absent when nothing was shipped.
	Country *string `json:"country,omitempty"`
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CountrySales) UnmarshalJSON(data []byte) error {
	type plain CountrySales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CountrySales) MarshalJSON() ([]byte, error) {
	type plain CountrySales
	return writeObject(plain(v), v.Extra)
}

// CreateBrand: A brand.
type CreateBrand struct {
	// Colours. Text needs a contrast of at least 4.5:1 on its background.
	Colors *CreateColors `json:"colors,omitempty"`
	// Fonts.
	Fonts *CreateFonts `json:"fonts,omitempty"`
	// `https` URL of the logo, or a path on the storefront's host.
	LogoURL *string `json:"logo_url,omitempty"`
	// Brand name; the tenant's name by default.
	Name *string `json:"name,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateBrand) UnmarshalJSON(data []byte) error {
	type plain CreateBrand
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateBrand) MarshalJSON() ([]byte, error) {
	type plain CreateBrand
	return writeObject(plain(v), v.Extra)
}

// CreateColors: Colours, each as `#rrggbb`.
type CreateColors struct {
	// Accent colour.
	Accent string `json:"accent"`
	// Background of pages.
	Background string `json:"background"`
	// Text colour on `primary`.
	OnPrimary string `json:"on_primary"`
	// Colour of buttons and links.
	Primary string `json:"primary"`
	// Background of cards.
	Surface string `json:"surface"`
	// Text colour on `background` and `surface`.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateColors) UnmarshalJSON(data []byte) error {
	type plain CreateColors
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateColors) MarshalJSON() ([]byte, error) {
	type plain CreateColors
	return writeObject(plain(v), v.Extra)
}

// CreateFonts: Font families.
type CreateFonts struct {
	// Font of body text.
	Body string `json:"body"`
	// Font of headings.
	Heading string `json:"heading"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateFonts) UnmarshalJSON(data []byte) error {
	type plain CreateFonts
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateFonts) MarshalJSON() ([]byte, error) {
	type plain CreateFonts
	return writeObject(plain(v), v.Extra)
}

// CreateMerchant: A merchant to create.
type CreateMerchant struct {
	// Commission of the platform in basis points: 500 is 5 %.
	CommissionBps *int64 `json:"commission_bps,omitempty"`
	// Merchant name.
	Name string `json:"name"`
	// Slug, matched by imports: the vendor's name in lower case with hyphens.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateMerchant) UnmarshalJSON(data []byte) error {
	type plain CreateMerchant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateMerchant) MarshalJSON() ([]byte, error) {
	type plain CreateMerchant
	return writeObject(plain(v), v.Extra)
}

// CreateOwner: The owner of a new tenant.
type CreateOwner struct {
	// E-mail address. If it has a staff account, that account becomes the owner and keeps its
	// password.
	Email string `json:"email"`
	// Name of the owner; the e-mail address by default.
	Name *string `json:"name,omitempty"`
	// Password of the new account: 15 to 1024 characters.
	Password string `json:"password"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateOwner) UnmarshalJSON(data []byte) error {
	type plain CreateOwner
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateOwner) MarshalJSON() ([]byte, error) {
	type plain CreateOwner
	return writeObject(plain(v), v.Extra)
}

// CreateReturnLine: Units of a line that come back.
type CreateReturnLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity that comes back.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateReturnLine) UnmarshalJSON(data []byte) error {
	type plain CreateReturnLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateReturnLine) MarshalJSON() ([]byte, error) {
	type plain CreateReturnLine
	return writeObject(plain(v), v.Extra)
}

// CreateShippingOption: A shipping option.
type CreateShippingOption struct {
	// Countries it ships to (ISO 3166-1 alpha-2); everywhere by default.
	Countries []string `json:"countries,omitzero"`
	// Name shown to shoppers.
	Name string `json:"name"`
	// What it costs, in the storefront's currency.
	Rate CreateShippingRate `json:"rate"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateShippingOption) UnmarshalJSON(data []byte) error {
	type plain CreateShippingOption
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateShippingOption) MarshalJSON() ([]byte, error) {
	type plain CreateShippingOption
	return writeObject(plain(v), v.Extra)
}

// CreateShippingRate: What a shipping option costs.
//
// At most one field is set: the one that "kind" names.
type CreateShippingRate struct {
	// ByWeight is set when "kind" is "by_weight".
	ByWeight *WeightRate
	// Flat is set when "kind" is "flat".
	Flat *FlatRate
	// Unknown is a shape that only a newer server knows.
	Unknown json.RawMessage
}

// UnmarshalJSON reads the shape that "kind" names.
func (v *CreateShippingRate) UnmarshalJSON(data []byte) error {
	*v = CreateShippingRate{}
	word, _ := readTag(data, "kind")
	switch word {
	case "by_weight":
		return json.Unmarshal(data, &v.ByWeight)
	case "flat":
		return json.Unmarshal(data, &v.Flat)
	default:
		v.Unknown = append(v.Unknown, data...)
		return nil
	}
}

// MarshalJSON writes the shape that is set.
func (v CreateShippingRate) MarshalJSON() ([]byte, error) {
	switch {
	case v.ByWeight != nil:
		return writeTagged(v.ByWeight, "kind", "by_weight")
	case v.Flat != nil:
		return writeTagged(v.Flat, "kind", "flat")
	default:
		return json.Marshal(v.Unknown)
	}
}

// CreateStorefront: Settings of a new storefront.
type CreateStorefront struct {
	// Brand; dark text on white by default.
	Brand *CreateBrand `json:"brand,omitempty"`
	// Country it sells from (ISO 3166-1 alpha-2).
	Country string `json:"country"`
	// Currency of all prices (ISO 4217).
	Currency string `json:"currency"`
	// Language and region (BCP 47); English by default.
	Locale *string `json:"locale,omitempty"`
	// Tagline.
	Tagline *string `json:"tagline,omitempty"`
	// Tax; none by default.
	Tax *CreateTax `json:"tax,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateStorefront) UnmarshalJSON(data []byte) error {
	type plain CreateStorefront
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateStorefront) MarshalJSON() ([]byte, error) {
	type plain CreateStorefront
	return writeObject(plain(v), v.Extra)
}

// CreateTax: The tax of a new storefront.
type CreateTax struct {
	// Whether prices include tax.
	Included bool `json:"included"`
	// Name of the tax on receipts.
	Name string `json:"name"`
	// Rate in parts per million: 190000 is 19 %.
	RatePpm int64 `json:"rate_ppm"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateTax) UnmarshalJSON(data []byte) error {
	type plain CreateTax
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateTax) MarshalJSON() ([]byte, error) {
	type plain CreateTax
	return writeObject(plain(v), v.Extra)
}

// CreateTracking: Tracking of a parcel to ship.
type CreateTracking struct {
	// Carrier, such as `DHL`.
	Carrier *string `json:"carrier,omitempty"`
	// Tracking number.
	Number *string `json:"number,omitempty"`
	// Tracking URL, https only. If absent, the page of a well-known carrier (DHL, DPD, `FedEx`, GLS, Hermes,
	// `PostNL`, Royal Mail, UPS, USPS) for the number.
	URL *string `json:"url,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateTracking) UnmarshalJSON(data []byte) error {
	type plain CreateTracking
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateTracking) MarshalJSON() ([]byte, error) {
	type plain CreateTracking
	return writeObject(plain(v), v.Extra)
}

// CreateVariant: A variant to create.
type CreateVariant struct {
	// Whether it may be sold beyond its stock.
	AllowBackorder *bool `json:"allow_backorder,omitempty"`
	// Barcode (EAN, UPC, GTIN).
	Barcode *string `json:"barcode,omitempty"`
	// Units in stock; absent means stock is not tracked.
	OnHand *int64 `json:"on_hand,omitempty"`
	// Value of each product option, in the order of `options`.
	Options []string `json:"options,omitzero"`
	// Price. A variant without a price is not on sale.
	Price *Money `json:"price,omitempty"`
	// Whether it is shipped; `true` by default.
	RequiresShipping *bool `json:"requires_shipping,omitempty"`
	// Stock keeping unit (SKU).
	SKU *string `json:"sku,omitempty"`
	// Whether it is taxed; `true` by default.
	Taxable *bool `json:"taxable,omitempty"`
	// Weight in grams; 0 by default.
	WeightGrams *int64 `json:"weight_grams,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CreateVariant) UnmarshalJSON(data []byte) error {
	type plain CreateVariant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CreateVariant) MarshalJSON() ([]byte, error) {
	type plain CreateVariant
	return writeObject(plain(v), v.Extra)
}

// Customer: A customer with their address book and consents.
type Customer struct {
	// Addresses, oldest first; at most 50.
	Addresses []CustomerAddress `json:"addresses,omitzero"`
	// When the customer was blocked; absent while not blocked.
	BlockedAt *time.Time `json:"blocked_at,omitempty"`
	// What the customer has agreed to.
	Consents CustomerConsents `json:"consents"`
	// When the customer signed up, or was created.
	CreatedAt time.Time `json:"created_at"`
	// E-mail address to sign in with.
	Email string `json:"email"`
	// When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.
	EmailVerifiedAt *time.Time `json:"email_verified_at,omitempty"`
	// First name.
	FirstName string `json:"first_name"`
	// Customer id.
	ID string `json:"id"`
	// Last name; may be empty.
	LastName string `json:"last_name"`
	// Note of the store's staff, which the customer does not see.
	Note string `json:"note"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Customer) UnmarshalJSON(data []byte) error {
	type plain Customer
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Customer) MarshalJSON() ([]byte, error) {
	type plain Customer
	return writeObject(plain(v), v.Extra)
}

// CustomerAddress: An address of a customer's address book.
type CustomerAddress struct {
	// The address.
	Address Address `json:"address"`
	// Address id.
	ID string `json:"id"`
	// Whether it is the default billing address.
	IsDefaultBilling bool `json:"is_default_billing"`
	// Whether it is the default shipping address.
	IsDefaultShipping bool `json:"is_default_shipping"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerAddress) UnmarshalJSON(data []byte) error {
	type plain CustomerAddress
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerAddress) MarshalJSON() ([]byte, error) {
	type plain CustomerAddress
	return writeObject(plain(v), v.Extra)
}

// CustomerConsent: An answer of a customer.
type CustomerConsent struct {
	// Id of the answer.
	ID string `json:"id"`
	// Whether the consent was given; `false` when it was withdrawn.
	IsGiven bool `json:"is_given"`
	// What it is about.
	Purpose ConsentPurpose `json:"purpose"`
	// When it was said.
	RecordedAt time.Time `json:"recorded_at"`
	// Where it was said.
	Source ConsentSource `json:"source"`
	// Storefront that it was said on.
	StorefrontID string `json:"storefront_id"`
	// Version of the terms; only of `terms`.
	TermsVersion *string `json:"terms_version,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerConsent) UnmarshalJSON(data []byte) error {
	type plain CustomerConsent
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerConsent) MarshalJSON() ([]byte, error) {
	type plain CustomerConsent
	return writeObject(plain(v), v.Extra)
}

// CustomerConsents: What a customer has agreed to.
type CustomerConsents struct {
	// The last 100 answers, newest first.
	History []CustomerConsent `json:"history,omitzero"`
	// Whether offers may be sent by e-mail.
	MarketingEmail bool `json:"marketing_email"`
	// Whether offers may be sent by text message.
	MarketingSms bool `json:"marketing_sms"`
	// Whether text messages may tell of the customer's parcels.
	OrderUpdatesSms bool `json:"order_updates_sms"`
	// Version of the terms that were accepted last; absent if none were.
	TermsVersion *string `json:"terms_version,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerConsents) UnmarshalJSON(data []byte) error {
	type plain CustomerConsents
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerConsents) MarshalJSON() ([]byte, error) {
	type plain CustomerConsents
	return writeObject(plain(v), v.Extra)
}

// CustomerGroup: A group of customers.
type CustomerGroup struct {
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// Discount in parts per million on everything that the group has no price of its own for.
	DiscountPpm int64 `json:"discount_ppm"`
	// Group id.
	ID string `json:"id"`
	// Number of members.
	MemberCount int64 `json:"member_count"`
	// Name.
	Name string `json:"name"`
	// When its name or discount was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerGroup) UnmarshalJSON(data []byte) error {
	type plain CustomerGroup
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerGroup) MarshalJSON() ([]byte, error) {
	type plain CustomerGroup
	return writeObject(plain(v), v.Extra)
}

// CustomerGroupList: A list that comes whole.
type CustomerGroupList struct {
	// All of them.
	Data []CustomerGroup `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerGroupList) UnmarshalJSON(data []byte) error {
	type plain CustomerGroupList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerGroupList) MarshalJSON() ([]byte, error) {
	type plain CustomerGroupList
	return writeObject(plain(v), v.Extra)
}

// CustomerGroupMember: A customer in a group.
type CustomerGroupMember struct {
	// When the customer was added.
	AddedAt time.Time `json:"added_at"`
	// Customer id.
	CustomerID string `json:"customer_id"`
	// E-mail address to sign in with.
	Email string `json:"email"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerGroupMember) UnmarshalJSON(data []byte) error {
	type plain CustomerGroupMember
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerGroupMember) MarshalJSON() ([]byte, error) {
	type plain CustomerGroupMember
	return writeObject(plain(v), v.Extra)
}

// CustomerGroupMemberPage: A page of a list.
type CustomerGroupMemberPage struct {
	// Those of this page.
	Data []CustomerGroupMember `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerGroupMemberPage) UnmarshalJSON(data []byte) error {
	type plain CustomerGroupMemberPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerGroupMemberPage) MarshalJSON() ([]byte, error) {
	type plain CustomerGroupMemberPage
	return writeObject(plain(v), v.Extra)
}

// CustomerGroupPrices: The prices that a group has of its own for a variant.
type CustomerGroupPrices struct {
	// Price of one unit in each currency, by currency.
	Prices []Money `json:"prices,omitzero"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerGroupPrices) UnmarshalJSON(data []byte) error {
	type plain CustomerGroupPrices
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerGroupPrices) MarshalJSON() ([]byte, error) {
	type plain CustomerGroupPrices
	return writeObject(plain(v), v.Extra)
}

// CustomerGroupPricesPage: A page of a list.
type CustomerGroupPricesPage struct {
	// Those of this page.
	Data []CustomerGroupPrices `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerGroupPricesPage) UnmarshalJSON(data []byte) error {
	type plain CustomerGroupPricesPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerGroupPricesPage) MarshalJSON() ([]byte, error) {
	type plain CustomerGroupPricesPage
	return writeObject(plain(v), v.Extra)
}

// CustomerPage: A page of a list.
type CustomerPage struct {
	// Those of this page.
	Data []CustomerSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerPage) UnmarshalJSON(data []byte) error {
	type plain CustomerPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerPage) MarshalJSON() ([]byte, error) {
	type plain CustomerPage
	return writeObject(plain(v), v.Extra)
}

// CustomerPeriod: Customers of a period.
type CustomerPeriod struct {
	// Customers with an order that was paid in the period; each counts once.
	Customers int64 `json:"customers"`
	// Of these, customers whose first paid order is in the period.
	NewCustomers int64 `json:"new_customers"`
	// Orders that were paid in the period.
	Orders int64 `json:"orders"`
	// `orders` for each customer in basis points, rounded down: 15000 is one and a half.
	OrdersPerCustomerBps *int64 `json:"orders_per_customer_bps,omitempty"`
	// `returning_customers` in basis points of `customers`, rounded down.
	RepeatRateBps *int64 `json:"repeat_rate_bps,omitempty"`
	// Of these, customers who had ordered before the period: `customers` - `new_customers`.
	ReturningCustomers int64 `json:"returning_customers"`
	// First day of the period.
	StartsOn string `json:"starts_on"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerPeriod) UnmarshalJSON(data []byte) error {
	type plain CustomerPeriod
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerPeriod) MarshalJSON() ([]byte, error) {
	type plain CustomerPeriod
	return writeObject(plain(v), v.Extra)
}

// CustomerReport: Customers by period.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type CustomerReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// Length of the periods.
	Interval ReportInterval `json:"interval"`
	// Periods in which there were orders. They do not add up to longer ones: a customer counts once in each.
	Rows []CustomerPeriod `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerReport) UnmarshalJSON(data []byte) error {
	type plain CustomerReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerReport) MarshalJSON() ([]byte, error) {
	type plain CustomerReport
	return writeObject(plain(v), v.Extra)
}

// CustomerSummary: A customer in a list.
type CustomerSummary struct {
	// When the customer was blocked; absent while not blocked.
	BlockedAt *time.Time `json:"blocked_at,omitempty"`
	// When the customer signed up, or was created.
	CreatedAt time.Time `json:"created_at"`
	// E-mail address to sign in with.
	Email string `json:"email"`
	// When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.
	EmailVerifiedAt *time.Time `json:"email_verified_at,omitempty"`
	// First name.
	FirstName string `json:"first_name"`
	// Customer id.
	ID string `json:"id"`
	// Last name; may be empty.
	LastName string `json:"last_name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *CustomerSummary) UnmarshalJSON(data []byte) error {
	type plain CustomerSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v CustomerSummary) MarshalJSON() ([]byte, error) {
	type plain CustomerSummary
	return writeObject(plain(v), v.Extra)
}

// DeviceSession: A session of the account on a device.
type DeviceSession struct {
	// When the session began.
	CreatedAt time.Time `json:"created_at"`
	// User agent of the browser or app.
	Device string `json:"device"`
	// When the session expires if it is not refreshed before.
	ExpiresAt time.Time `json:"expires_at"`
	// Session id.
	ID string `json:"id"`
	// Whether this is the session of the request.
	IsCurrent bool `json:"is_current"`
	// When the session was last refreshed.
	LastUsedAt time.Time `json:"last_used_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *DeviceSession) UnmarshalJSON(data []byte) error {
	type plain DeviceSession
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v DeviceSession) MarshalJSON() ([]byte, error) {
	type plain DeviceSession
	return writeObject(plain(v), v.Extra)
}

// DeviceSessionList: A list that comes whole.
type DeviceSessionList struct {
	// All of them.
	Data []DeviceSession `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *DeviceSessionList) UnmarshalJSON(data []byte) error {
	type plain DeviceSessionList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v DeviceSessionList) MarshalJSON() ([]byte, error) {
	type plain DeviceSessionList
	return writeObject(plain(v), v.Extra)
}

// DnsRecordPurpose: What a record is for: `dkim`, the key that e-mails are signed with; `spf`, who may send with the domain as envelope sender;
//
//	`dmarc`, what receivers do with e-mails that claim the domain and are not signed.
//
// - `dkim`: The key that e-mails are signed with.
// - `spf`: Who may send with the domain as envelope sender.
// - `dmarc`: What receivers do with e-mails that are not signed.
//
// A newer server may send other values.
type DnsRecordPurpose string

// Values of DnsRecordPurpose.
const (
	DnsRecordPurposeDkim  DnsRecordPurpose = "dkim"
	DnsRecordPurposeSpf   DnsRecordPurpose = "spf"
	DnsRecordPurposeDmarc DnsRecordPurpose = "dmarc"
)

// DnsRecordState: What the last check found of a record: `unchecked`, it was not looked up yet; `missing`, it is not there; `wrong`, another
//
//	one is there; `ok`, it is there.
//
// - `unchecked`: It was not looked up yet.
// - `missing`: It is not there.
// - `wrong`: Another one is there.
// - `ok`: It is there.
//
// A newer server may send other values.
type DnsRecordState string

// Values of DnsRecordState.
const (
	DnsRecordStateUnchecked DnsRecordState = "unchecked"
	DnsRecordStateMissing   DnsRecordState = "missing"
	DnsRecordStateWrong     DnsRecordState = "wrong"
	DnsRecordStateOk        DnsRecordState = "ok"
)

// DocumentKind: Kind of a document.
//
// - `invoice`: What an order costs.
// - `credit_note`: What was refunded of an invoice.
//
// A newer server may send other values.
type DocumentKind string

// Values of DocumentKind.
const (
	DocumentKindInvoice    DocumentKind = "invoice"
	DocumentKindCreditNote DocumentKind = "credit_note"
)

// EmailCopy: What an e-mail said, without tokens.
type EmailCopy struct {
	// HTML page. Show it in a sandboxed frame.
	HTML string `json:"html"`
	// Plain text.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *EmailCopy) UnmarshalJSON(data []byte) error {
	type plain EmailCopy
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v EmailCopy) MarshalJSON() ([]byte, error) {
	type plain EmailCopy
	return writeObject(plain(v), v.Extra)
}

// EmailDetail: An e-mail and its copy.
type EmailDetail struct {
	// What it said; absent if no copy is kept.
	Content *EmailCopy `json:"content,omitempty"`
	// The e-mail.
	Email EmailSummary `json:"email"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *EmailDetail) UnmarshalJSON(data []byte) error {
	type plain EmailDetail
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v EmailDetail) MarshalJSON() ([]byte, error) {
	type plain EmailDetail
	return writeObject(plain(v), v.Extra)
}

// EmailKind: What an e-mail is about.
//
// - `confirm_email`: Confirming the address of a new account.
// - `has_account`: A sign-up with the address of an account.
// - `customer_invitation`: An account that staff made.
// - `reset_password`: A link to choose a new password.
// - `password_changed`: A password that was changed.
// - `login_code`: A code to sign in with.
// - `new_device`: A sign-in on a new device.
// - `session_revoked`: A session that was ended.
// - `account_deleted`: A deleted account.
// - `confirm_new_email`: Confirming another address for an account.
// - `new_email_taken`: Another address for an account, which an account has already.
// - `email_changed`: An address that was replaced.
// - `order_code`: A code that shows an order.
// - `newsletter`: Confirming the newsletter, and welcoming to it.
// - `order_confirmed`: An order that was paid.
// - `order_shipped`: A parcel that was shipped.
// - `order_delivered`: A parcel that was delivered.
// - `order_cancelled`: An order that was cancelled.
// - `order_units_cancelled`: Units of an order that were cancelled.
// - `order_refunded`: A refund.
// - `return_approved`: A return that was approved.
// - `return_rejected`: A return that was rejected.
// - `return_received`: A return that was received.
// - `review_invitation`: A request to review an order.
// - `new_order`: To staff: a new order.
// - `authorization_ends`: To staff: an authorization that ends soon.
// - `low_stock`: To staff: stock that runs low.
// - `dispute`: To staff: a dispute.
// - `staff_invitation`: To staff: an invitation.
// - `staff_reset_password`: To staff: a link to choose a new password.
// - `staff_notice`: To staff: a change of their account.
// - `operator_access`: To owners: an operator's access.
//
// A newer server may send other values.
type EmailKind string

// Values of EmailKind.
const (
	EmailKindConfirmEmail        EmailKind = "confirm_email"
	EmailKindHasAccount          EmailKind = "has_account"
	EmailKindCustomerInvitation  EmailKind = "customer_invitation"
	EmailKindResetPassword       EmailKind = "reset_password"
	EmailKindPasswordChanged     EmailKind = "password_changed"
	EmailKindLoginCode           EmailKind = "login_code"
	EmailKindNewDevice           EmailKind = "new_device"
	EmailKindSessionRevoked      EmailKind = "session_revoked"
	EmailKindAccountDeleted      EmailKind = "account_deleted"
	EmailKindConfirmNewEmail     EmailKind = "confirm_new_email"
	EmailKindNewEmailTaken       EmailKind = "new_email_taken"
	EmailKindEmailChanged        EmailKind = "email_changed"
	EmailKindOrderCode           EmailKind = "order_code"
	EmailKindNewsletter          EmailKind = "newsletter"
	EmailKindOrderConfirmed      EmailKind = "order_confirmed"
	EmailKindOrderShipped        EmailKind = "order_shipped"
	EmailKindOrderDelivered      EmailKind = "order_delivered"
	EmailKindOrderCancelled      EmailKind = "order_cancelled"
	EmailKindOrderUnitsCancelled EmailKind = "order_units_cancelled"
	EmailKindOrderRefunded       EmailKind = "order_refunded"
	EmailKindReturnApproved      EmailKind = "return_approved"
	EmailKindReturnRejected      EmailKind = "return_rejected"
	EmailKindReturnReceived      EmailKind = "return_received"
	EmailKindReviewInvitation    EmailKind = "review_invitation"
	EmailKindNewOrder            EmailKind = "new_order"
	EmailKindAuthorizationEnds   EmailKind = "authorization_ends"
	EmailKindLowStock            EmailKind = "low_stock"
	EmailKindDispute             EmailKind = "dispute"
	EmailKindStaffInvitation     EmailKind = "staff_invitation"
	EmailKindStaffResetPassword  EmailKind = "staff_reset_password"
	EmailKindStaffNotice         EmailKind = "staff_notice"
	EmailKindOperatorAccess      EmailKind = "operator_access"
)

// EmailOutcome: What became of an e-mail: `queued`, staff asked for it and a worker sends it soon; `sent`, a provider took it;
//
//	`bounced`, it came back for good; `complained`, its reader called it spam; `refused`, the provider refused it;
//	`suppressed`, the address gets no mail; `obsolete`, there was nothing to tell any more.
//
// - `queued`: Staff asked for it, and a worker sends it soon.
// - `sent`: A provider took it.
// - `bounced`: It came back for good.
// - `complained`: Its reader called it spam.
// - `refused`: The provider refused it.
// - `suppressed`: The address gets no mail.
// - `obsolete`: There was nothing to tell any more.
//
// A newer server may send other values.
type EmailOutcome string

// Values of EmailOutcome.
const (
	EmailOutcomeQueued     EmailOutcome = "queued"
	EmailOutcomeSent       EmailOutcome = "sent"
	EmailOutcomeBounced    EmailOutcome = "bounced"
	EmailOutcomeComplained EmailOutcome = "complained"
	EmailOutcomeRefused    EmailOutcome = "refused"
	EmailOutcomeSuppressed EmailOutcome = "suppressed"
	EmailOutcomeObsolete   EmailOutcome = "obsolete"
)

// EmailPage: A page of a list.
type EmailPage struct {
	// Those of this page.
	Data []EmailSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *EmailPage) UnmarshalJSON(data []byte) error {
	type plain EmailPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v EmailPage) MarshalJSON() ([]byte, error) {
	type plain EmailPage
	return writeObject(plain(v), v.Extra)
}

// EmailPreferences: Which e-mails about the store's business a staff member wants.
type EmailPreferences struct {
	// Disputes, for those who may refund orders.
	Disputes bool `json:"disputes"`
	// Stock that runs low, for those who may change products.
	LowStock bool `json:"low_stock"`
	// Each new order, for those who may fulfill it.
	NewOrders bool `json:"new_orders"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *EmailPreferences) UnmarshalJSON(data []byte) error {
	type plain EmailPreferences
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v EmailPreferences) MarshalJSON() ([]byte, error) {
	type plain EmailPreferences
	return writeObject(plain(v), v.Extra)
}

// EmailSummary: An e-mail that was sent, or was not for a reason.
type EmailSummary struct {
	// Whether it can be resent, unless its address is suppressed.
	CanResend bool `json:"can_resend"`
	// When it was sent, or queued.
	CreatedAt time.Time `json:"created_at"`
	// Whether a copy is kept.
	HasCopy bool `json:"has_copy"`
	// Id of the e-mail.
	ID string `json:"id"`
	// What it is about.
	Kind EmailKind `json:"kind"`
	// Order that it is about; absent if it is about none.
	OrderID *string `json:"order_id,omitempty"`
	// What became of it.
	Outcome EmailOutcome `json:"outcome"`
	// Provider that took it; absent unless one did.
	Provider *MailProvider `json:"provider,omitempty"`
	// Address that it is sent to.
	Recipient string `json:"recipient"`
	// E-mail that was sent again with this one; absent unless staff resent one.
	ResendOf *string `json:"resend_of,omitempty"`
	// Subject; absent if it contains a code, and until a queued e-mail is sent.
	Subject *string `json:"subject,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *EmailSummary) UnmarshalJSON(data []byte) error {
	type plain EmailSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v EmailSummary) MarshalJSON() ([]byte, error) {
	type plain EmailSummary
	return writeObject(plain(v), v.Extra)
}

// Explanation: Why an operation is allowed or not.
type Explanation struct {
	// Those of them that are held.
	Held []string `json:"held,omitzero"`
	// Whether it is allowed: nothing is missing, the staff member is not suspended, and the operation is open to
	// merchants' staff if the role is theirs.
	IsAllowed bool `json:"is_allowed"`
	// Those of them that are missing.
	Missing []string `json:"missing,omitzero"`
	// Authorities that the operation needs; empty when every staff member may.
	Needed []string `json:"needed,omitzero"`
	// Id of the operation.
	Operation string `json:"operation"`
	// The role that was looked at; absent when it is the caller or a suspended member.
	Role *string `json:"role,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Explanation) UnmarshalJSON(data []byte) error {
	type plain Explanation
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Explanation) MarshalJSON() ([]byte, error) {
	type plain Explanation
	return writeObject(plain(v), v.Extra)
}

// ExplanationList: A list that comes whole.
type ExplanationList struct {
	// All of them.
	Data []Explanation `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ExplanationList) UnmarshalJSON(data []byte) error {
	type plain ExplanationList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ExplanationList) MarshalJSON() ([]byte, error) {
	type plain ExplanationList
	return writeObject(plain(v), v.Extra)
}

// ExportedCart: A cart of the account, as it is kept.
type ExportedCart struct {
	// Billing address; absent when it is the shipping address.
	BillingAddress *Address `json:"billing_address,omitempty"`
	// Currency.
	Currency string `json:"currency"`
	// Contact e-mail; absent until it is set.
	Email *string `json:"email,omitempty"`
	// Cart id.
	ID string `json:"id"`
	// Lines, in the order in which they were added.
	Lines []ExportedCartLine `json:"lines,omitzero"`
	// Shipping address; absent until it is set.
	ShippingAddress *Address `json:"shipping_address,omitempty"`
	// Storefront that it is on.
	StorefrontID string `json:"storefront_id"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ExportedCart) UnmarshalJSON(data []byte) error {
	type plain ExportedCart
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ExportedCart) MarshalJSON() ([]byte, error) {
	type plain ExportedCart
	return writeObject(plain(v), v.Extra)
}

// ExportedCartLine: A line of an exported cart.
type ExportedCartLine struct {
	// Quantity.
	Quantity int64 `json:"quantity"`
	// Product title.
	Title string `json:"title"`
	// Variant.
	VariantID string `json:"variant_id"`
	// Variant title; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ExportedCartLine) UnmarshalJSON(data []byte) error {
	type plain ExportedCartLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ExportedCartLine) MarshalJSON() ([]byte, error) {
	type plain ExportedCartLine
	return writeObject(plain(v), v.Extra)
}

// FieldProblem: What is wrong with one field.
type FieldProblem struct {
	// What a program tells the fault by. It never changes.
	Code string `json:"code"`
	// What would be right, for people.
	Detail string `json:"detail"`
	// Where: a JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or
	// header.
	Pointer string `json:"pointer"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FieldProblem) UnmarshalJSON(data []byte) error {
	type plain FieldProblem
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FieldProblem) MarshalJSON() ([]byte, error) {
	type plain FieldProblem
	return writeObject(plain(v), v.Extra)
}

// FlatRate: The same price for every parcel.
type FlatRate struct {
	// Always `flat`.
	Kind string `json:"kind"`
	// Price of a parcel.
	Price Money `json:"price"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FlatRate) UnmarshalJSON(data []byte) error {
	type plain FlatRate
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FlatRate) MarshalJSON() ([]byte, error) {
	type plain FlatRate
	return writeObject(plain(v), v.Extra)
}

// FocalPoint: The point of an image that stays visible where the image is cropped.
type FocalPoint struct {
	// Distance from the left edge in thousandths of the width, 0 to 1000.
	X int64 `json:"x"`
	// Distance from the upper edge in thousandths of the height, 0 to 1000.
	Y int64 `json:"y"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FocalPoint) UnmarshalJSON(data []byte) error {
	type plain FocalPoint
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FocalPoint) MarshalJSON() ([]byte, error) {
	type plain FocalPoint
	return writeObject(plain(v), v.Extra)
}

// FulfilledLine: Units of a line to ship.
type FulfilledLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity to ship.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FulfilledLine) UnmarshalJSON(data []byte) error {
	type plain FulfilledLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FulfilledLine) MarshalJSON() ([]byte, error) {
	type plain FulfilledLine
	return writeObject(plain(v), v.Extra)
}

// Fulfillment: A parcel of an order.
type Fulfillment struct {
	// Carrier; absent if unknown.
	Carrier *string `json:"carrier,omitempty"`
	// When it was delivered; absent until then.
	DeliveredAt *time.Time `json:"delivered_at,omitempty"`
	// Fulfillment id.
	ID string `json:"id"`
	// Units in the parcel.
	Lines []FulfillmentLine `json:"lines,omitzero"`
	// When it was shipped.
	ShippedAt time.Time `json:"shipped_at"`
	// Fulfillment status.
	Status FulfillmentStatus `json:"status"`
	// Tracking number; absent if unknown.
	TrackingNumber *string `json:"tracking_number,omitempty"`
	// Tracking URL, https; absent if unknown.
	TrackingURL *string `json:"tracking_url,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Fulfillment) UnmarshalJSON(data []byte) error {
	type plain Fulfillment
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Fulfillment) MarshalJSON() ([]byte, error) {
	type plain Fulfillment
	return writeObject(plain(v), v.Extra)
}

// FulfillmentLine: Units of a line in a parcel.
type FulfillmentLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity in the parcel.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FulfillmentLine) UnmarshalJSON(data []byte) error {
	type plain FulfillmentLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FulfillmentLine) MarshalJSON() ([]byte, error) {
	type plain FulfillmentLine
	return writeObject(plain(v), v.Extra)
}

// FulfillmentStatus: Status of a fulfillment.
//
// - `shipped`: Handed to the carrier.
// - `delivered`: Delivered to the shopper.
// - `cancelled`: Cancelled: its units are open again.
//
// A newer server may send other values.
type FulfillmentStatus string

// Values of FulfillmentStatus.
const (
	FulfillmentStatusShipped   FulfillmentStatus = "shipped"
	FulfillmentStatusDelivered FulfillmentStatus = "delivered"
	FulfillmentStatusCancelled FulfillmentStatus = "cancelled"
)

// FunnelRefusal: A reason for which checkout refused.
type FunnelRefusal struct {
	// Code of the refusal, such as `insufficient_stock`; of an incomplete cart the field and what was wrong with it, such
	// as `email.required`.
	Reason string `json:"reason"`
	// Refusals for this reason. One refusal can have several.
	Times int64 `json:"times"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FunnelRefusal) UnmarshalJSON(data []byte) error {
	type plain FunnelRefusal
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FunnelRefusal) MarshalJSON() ([]byte, error) {
	type plain FunnelRefusal
	return writeObject(plain(v), v.Extra)
}

// FunnelReport: The funnel of some days.
//
// Two answers to the same query with the same `definition_version` and `revision` are the same.
type FunnelReport struct {
	// `carts` in basis points of `visits`, rounded down; absent without visits.
	CartRateBps *int64 `json:"cart_rate_bps,omitempty"`
	// Carts that got their first goods. One that is emptied and filled again counts again.
	Carts int64 `json:"carts"`
	// `orders_placed` in basis points of `carts`, rounded down; absent without carts.
	CheckoutRateBps *int64 `json:"checkout_rate_bps,omitempty"`
	// Visits in which the checkout was shown, estimated like `visits`.
	CheckoutVisits int64 `json:"checkout_visits"`
	// `orders_paid` in basis points of `visits`, rounded down; absent without visits.
	ConversionRateBps *int64 `json:"conversion_rate_bps,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// Orders that were paid.
	OrdersPaid int64 `json:"orders_paid"`
	// Orders that were placed, paid or not.
	OrdersPlaced int64 `json:"orders_placed"`
	// `orders_paid` in basis points of `orders_placed`, rounded down; absent without orders.
	PaidRateBps *int64 `json:"paid_rate_bps,omitempty"`
	// Events that a product was shown.
	ProductViews int64 `json:"product_views"`
	// Why checkout refused, the most frequent reason first.
	Refusals []FunnelRefusal `json:"refusals,omitzero"`
	// Moves up with every change of a figure.
	Revision int64 `json:"revision"`
	// Last day.
	To string `json:"to"`
	// Visits in which a product was shown; a visit of two days counts on both. Estimated, within 1 % up to 300,000 a day.
	Visits int64 `json:"visits"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *FunnelReport) UnmarshalJSON(data []byte) error {
	type plain FunnelReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v FunnelReport) MarshalJSON() ([]byte, error) {
	type plain FunnelReport
	return writeObject(plain(v), v.Extra)
}

// GuestCart: The cart that a guest had.
type GuestCart struct {
	// Cart id.
	ID string `json:"id"`
	// The cart's access token.
	Token string `json:"token"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *GuestCart) UnmarshalJSON(data []byte) error {
	type plain GuestCart
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v GuestCart) MarshalJSON() ([]byte, error) {
	type plain GuestCart
	return writeObject(plain(v), v.Extra)
}

// IdentityProvider: A provider that shoppers sign in with.
type IdentityProvider struct {
	// Client id that it gave out.
	ClientID string `json:"client_id"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// Id of the provider.
	ID string `json:"id"`
	// Whether shoppers may sign in with it.
	IsEnabled bool `json:"is_enabled"`
	// Issuer of its ID tokens.
	Issuer string `json:"issuer"`
	// Name that shoppers see.
	Name string `json:"name"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *IdentityProvider) UnmarshalJSON(data []byte) error {
	type plain IdentityProvider
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v IdentityProvider) MarshalJSON() ([]byte, error) {
	type plain IdentityProvider
	return writeObject(plain(v), v.Extra)
}

// IdentityProviderList: A list that comes whole.
type IdentityProviderList struct {
	// All of them.
	Data []IdentityProvider `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *IdentityProviderList) UnmarshalJSON(data []byte) error {
	type plain IdentityProviderList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v IdentityProviderList) MarshalJSON() ([]byte, error) {
	type plain IdentityProviderList
	return writeObject(plain(v), v.Extra)
}

// ImageSource: An image in one width and format.
type ImageSource struct {
	// Media type, such as `image/webp`.
	ContentType string `json:"content_type"`
	// URL, relative to the storefront's host. Its content never changes.
	URL string `json:"url"`
	// Width in pixels.
	Width int64 `json:"width"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ImageSource) UnmarshalJSON(data []byte) error {
	type plain ImageSource
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ImageSource) MarshalJSON() ([]byte, error) {
	type plain ImageSource
	return writeObject(plain(v), v.Extra)
}

// Invitation: An open invitation.
type Invitation struct {
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// Invited e-mail address.
	Email string `json:"email"`
	// When it expires.
	ExpiresAt time.Time `json:"expires_at"`
	// Id of the invitation.
	ID string `json:"id"`
	// Staff member who invited.
	InvitedBy string `json:"invited_by"`
	// Merchant that the role is held for; absent for roles of the tenant's own staff.
	MerchantID *string `json:"merchant_id,omitempty"`
	// A built-in role, or the id of a role of the tenant.
	Role string `json:"role"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Invitation) UnmarshalJSON(data []byte) error {
	type plain Invitation
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Invitation) MarshalJSON() ([]byte, error) {
	type plain Invitation
	return writeObject(plain(v), v.Extra)
}

// InvitationList: A list that comes whole.
type InvitationList struct {
	// All of them.
	Data []Invitation `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *InvitationList) UnmarshalJSON(data []byte) error {
	type plain InvitationList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v InvitationList) MarshalJSON() ([]byte, error) {
	type plain InvitationList
	return writeObject(plain(v), v.Extra)
}

// InvoicingSettings: Invoicing settings.
type InvoicingSettings struct {
	// Address of the business.
	Address *Address `json:"address,omitempty"`
	// What numbers of credit notes begin with.
	CreditNotePrefix string `json:"credit_note_prefix"`
	// Contact e-mail.
	Email *string `json:"email,omitempty"`
	// Text at the end of documents.
	Footer *string `json:"footer,omitempty"`
	// What numbers of invoices begin with.
	InvoicePrefix string `json:"invoice_prefix"`
	// Whether an invoice is issued when an order is paid.
	IsAutomatic bool `json:"is_automatic"`
	// Name that the business is registered under.
	LegalName *string `json:"legal_name,omitempty"`
	// What no document can be issued without and is not there; empty when documents can be issued.
	Missing []SellerField `json:"missing,omitzero"`
	// Where the business is registered and its number there.
	RegisterNumber *string `json:"register_number,omitempty"`
	// Number that the tax office knows the business by.
	TaxNumber *string `json:"tax_number,omitempty"`
	// VAT number, without spaces.
	VatNumber *string `json:"vat_number,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *InvoicingSettings) UnmarshalJSON(data []byte) error {
	type plain InvoicingSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v InvoicingSettings) MarshalJSON() ([]byte, error) {
	type plain InvoicingSettings
	return writeObject(plain(v), v.Extra)
}

// KitStatus: Status of a version of a brand kit.
//
// - `draft`: Being worked on; shoppers do not see it.
// - `published`: What shoppers see.
// - `replaced`: Published before, and not any more.
//
// A newer server may send other values.
type KitStatus string

// Values of KitStatus.
const (
	KitStatusDraft     KitStatus = "draft"
	KitStatusPublished KitStatus = "published"
	KitStatusReplaced  KitStatus = "replaced"
)

// LedgerBalance: The balance of a ledger account.
type LedgerBalance struct {
	// Account: `stripe_clearing` (held by the provider), `merchant_payable` (owed to a merchant),
	// `merchant_receivable` (owed by a merchant), `platform_fee_revenue`,
	// `customer_refund_payable` or `unapplied_cash`.
	Account string `json:"account"`
	// Balance: debits are positive, credits negative.
	Balance Money `json:"balance"`
	// Class: `asset`, `liability`, `revenue` or `expense`.
	Class string `json:"class"`
	// Merchant of the account; absent for accounts of the platform.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LedgerBalance) UnmarshalJSON(data []byte) error {
	type plain LedgerBalance
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LedgerBalance) MarshalJSON() ([]byte, error) {
	type plain LedgerBalance
	return writeObject(plain(v), v.Extra)
}

// LedgerBalanceList: A list that comes whole.
type LedgerBalanceList struct {
	// All of them.
	Data []LedgerBalance `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LedgerBalanceList) UnmarshalJSON(data []byte) error {
	type plain LedgerBalanceList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LedgerBalanceList) MarshalJSON() ([]byte, error) {
	type plain LedgerBalanceList
	return writeObject(plain(v), v.Extra)
}

// LedgerPosting: A posting.
type LedgerPosting struct {
	// Ledger account.
	Account string `json:"account"`
	// Above zero a debit, below a credit.
	Amount Money `json:"amount"`
	// Merchant of the account; absent for accounts of the platform.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LedgerPosting) UnmarshalJSON(data []byte) error {
	type plain LedgerPosting
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LedgerPosting) MarshalJSON() ([]byte, error) {
	type plain LedgerPosting
	return writeObject(plain(v), v.Extra)
}

// LedgerTransaction: A ledger transaction.
type LedgerTransaction struct {
	// Ledger transaction id.
	ID string `json:"id"`
	// Kind of transaction, such as `sale_captured` or `transfer`.
	Kind string `json:"kind"`
	// When it happened.
	OccurredAt time.Time `json:"occurred_at"`
	// Postings; they sum to zero.
	Postings []LedgerPosting `json:"postings,omitzero"`
	// Source object, such as the id of the provider's charge.
	Source string `json:"source"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LedgerTransaction) UnmarshalJSON(data []byte) error {
	type plain LedgerTransaction
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LedgerTransaction) MarshalJSON() ([]byte, error) {
	type plain LedgerTransaction
	return writeObject(plain(v), v.Extra)
}

// LinkedIdentity: An account at an identity provider that signs in to this account.
type LinkedIdentity struct {
	// When it was linked.
	CreatedAt time.Time `json:"created_at"`
	// Address that the provider had verified when it was linked.
	Email string `json:"email"`
	// Id of the linked identity.
	ID string `json:"id"`
	// Id of the provider.
	IdentityProviderID string `json:"identity_provider_id"`
	// When it last signed in.
	LastUsedAt time.Time `json:"last_used_at"`
	// What the provider is called.
	ProviderName string `json:"provider_name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LinkedIdentity) UnmarshalJSON(data []byte) error {
	type plain LinkedIdentity
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LinkedIdentity) MarshalJSON() ([]byte, error) {
	type plain LinkedIdentity
	return writeObject(plain(v), v.Extra)
}

// Location: A place where goods are kept.
type Location struct {
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// Location id.
	ID string `json:"id"`
	// Whether orders are fulfilled from it.
	IsActive bool `json:"is_active"`
	// Whether it is the default location, where stock is that names no location.
	IsDefault bool `json:"is_default"`
	// Name.
	Name string `json:"name"`
	// Priority, 0 to 1,000: units are taken from the lowest first.
	Priority int64 `json:"priority"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Location) UnmarshalJSON(data []byte) error {
	type plain Location
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Location) MarshalJSON() ([]byte, error) {
	type plain Location
	return writeObject(plain(v), v.Extra)
}

// LocationList: A list that comes whole.
type LocationList struct {
	// All of them.
	Data []Location `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LocationList) UnmarshalJSON(data []byte) error {
	type plain LocationList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LocationList) MarshalJSON() ([]byte, error) {
	type plain LocationList
	return writeObject(plain(v), v.Extra)
}

// LocationStock: Units at a location.
type LocationStock struct {
	// Location id.
	LocationID string `json:"location_id"`
	// Name of the location.
	Name string `json:"name"`
	// Units there; negative where more was sold than there was.
	OnHand int64 `json:"on_hand"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *LocationStock) UnmarshalJSON(data []byte) error {
	type plain LocationStock
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v LocationStock) MarshalJSON() ([]byte, error) {
	type plain LocationStock
	return writeObject(plain(v), v.Extra)
}

// MailProvider: Who takes mail: `smtp`, a mail server; `sendgrid`, SendGrid; `ses`, Amazon SES; `folder`, a folder of a developer's machine.
//
// - `smtp`: A mail server.
// - `sendgrid`: SendGrid.
// - `ses`: Amazon SES.
// - `folder`: A folder of a developer's machine.
//
// A newer server may send other values.
type MailProvider string

// Values of MailProvider.
const (
	MailProviderSmtp     MailProvider = "smtp"
	MailProviderSendgrid MailProvider = "sendgrid"
	MailProviderSes      MailProvider = "ses"
	MailProviderFolder   MailProvider = "folder"
)

// MailSuppression: An e-mail address that gets no mail.
type MailSuppression struct {
	// Since when.
	CreatedAt time.Time `json:"created_at"`
	// Status code that mail came back with (RFC 3463), such as `5.1.1`; absent unless it is known.
	Detail *string `json:"detail,omitempty"`
	// E-mail address.
	Email string `json:"email"`
	// Id of the suppressed address.
	ID string `json:"id"`
	// Why it gets no mail.
	Reason MailSuppressionReason `json:"reason"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MailSuppression) UnmarshalJSON(data []byte) error {
	type plain MailSuppression
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MailSuppression) MarshalJSON() ([]byte, error) {
	type plain MailSuppression
	return writeObject(plain(v), v.Extra)
}

// MailSuppressionPage: A page of a list.
type MailSuppressionPage struct {
	// Those of this page.
	Data []MailSuppression `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MailSuppressionPage) UnmarshalJSON(data []byte) error {
	type plain MailSuppressionPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MailSuppressionPage) MarshalJSON() ([]byte, error) {
	type plain MailSuppressionPage
	return writeObject(plain(v), v.Extra)
}

// MailSuppressionReason: Why an address gets no mail: `bounced`, mail to it came back for good; `complained`, its owner called it
//
//	spam; `manual`, staff added it.
//
// - `bounced`: Mail to it came back for good.
// - `complained`: Its owner called mail spam.
// - `manual`: Staff added it.
//
// A newer server may send other values.
type MailSuppressionReason string

// Values of MailSuppressionReason.
const (
	MailSuppressionReasonBounced    MailSuppressionReason = "bounced"
	MailSuppressionReasonComplained MailSuppressionReason = "complained"
	MailSuppressionReasonManual     MailSuppressionReason = "manual"
)

// Me: The caller.
type Me struct {
	// Id of the secret key; absent for a staff member.
	APIKeyID *string `json:"api_key_id,omitempty"`
	// What the credentials allow, each as `object:action`.
	Authorities []string `json:"authorities,omitzero"`
	// E-mail address; absent for a secret key.
	Email *string `json:"email,omitempty"`
	// Merchant that the caller works for, and whose things the authorities are over; absent for the tenant's
	// own staff and for a secret key.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Name; absent for a secret key.
	Name *string `json:"name,omitempty"`
	// A built-in role, or the id of a role of the tenant; absent for a secret key.
	Role *string `json:"role,omitempty"`
	// Id of the staff member; absent for a secret key.
	StaffID *string `json:"staff_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Me) UnmarshalJSON(data []byte) error {
	type plain Me
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Me) MarshalJSON() ([]byte, error) {
	type plain Me
	return writeObject(plain(v), v.Extra)
}

// Merchant: A merchant.
type Merchant struct {
	// Account at the payment provider. Transfers wait until it is `active`.
	Account MerchantAccount `json:"account"`
	// Commission of the platform in basis points: 500 is 5 %.
	CommissionBps int64 `json:"commission_bps"`
	// Merchant id.
	ID string `json:"id"`
	// Whether products without a merchant belong to it.
	IsDefault bool `json:"is_default"`
	// Merchant name.
	Name string `json:"name"`
	// Slug, matched by imports.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Merchant) UnmarshalJSON(data []byte) error {
	type plain Merchant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Merchant) MarshalJSON() ([]byte, error) {
	type plain Merchant
	return writeObject(plain(v), v.Extra)
}

// MerchantAccount: A merchant's account at the payment provider.
type MerchantAccount struct {
	// Id at the payment provider; absent until it has one.
	ID *string `json:"id,omitempty"`
	// Account status.
	Status MerchantAccountStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantAccount) UnmarshalJSON(data []byte) error {
	type plain MerchantAccount
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantAccount) MarshalJSON() ([]byte, error) {
	type plain MerchantAccount
	return writeObject(plain(v), v.Extra)
}

// MerchantAccountStatus: Status of a merchant's account at the payment provider.
//
// - `requested`: Requested from the provider.
// - `onboarding`: Awaits the merchant's details: see onboarding links.
// - `active`: Takes transfers.
// - `restricted`: Paused by the provider, which tells the merchant why.
//
// A newer server may send other values.
type MerchantAccountStatus string

// Values of MerchantAccountStatus.
const (
	MerchantAccountStatusRequested  MerchantAccountStatus = "requested"
	MerchantAccountStatusOnboarding MerchantAccountStatus = "onboarding"
	MerchantAccountStatusActive     MerchantAccountStatus = "active"
	MerchantAccountStatusRestricted MerchantAccountStatus = "restricted"
)

// MerchantCount: A merchant with its number of products.
type MerchantCount struct {
	// Number of products.
	Count int64 `json:"count"`
	// Merchant name.
	Name string `json:"name"`
	// Slug: the value of the `merchant` filter.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantCount) UnmarshalJSON(data []byte) error {
	type plain MerchantCount
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantCount) MarshalJSON() ([]byte, error) {
	type plain MerchantCount
	return writeObject(plain(v), v.Extra)
}

// MerchantList: A list that comes whole.
type MerchantList struct {
	// All of them.
	Data []Merchant `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantList) UnmarshalJSON(data []byte) error {
	type plain MerchantList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantList) MarshalJSON() ([]byte, error) {
	type plain MerchantList
	return writeObject(plain(v), v.Extra)
}

// MerchantOrder: A merchant's part of an order.
type MerchantOrder struct {
	// When it was cancelled; absent unless it was.
	CancelledAt *time.Time `json:"cancelled_at,omitempty"`
	// What the merchant is paid; absent for an order that cost nothing.
	Earnings *MerchantOrderEarnings `json:"earnings,omitempty"`
	// Fulfillment status of the merchant's lines.
	FulfillmentStatus OrderFulfillmentStatus `json:"fulfillment_status"`
	// The merchant's parcels, oldest first.
	Fulfillments []AdminFulfillment `json:"fulfillments,omitzero"`
	// Order id.
	ID string `json:"id"`
	// The merchant's lines.
	Lines []MerchantOrderLine `json:"lines,omitzero"`
	// Order number, unique in the tenant.
	Number int64 `json:"number"`
	// When it was paid.
	PaidAt time.Time `json:"paid_at"`
	// When the order was placed.
	PlacedAt time.Time `json:"placed_at"`
	// The merchant's share of the order.
	Share AdminOrderShare `json:"share"`
	// Shipping address; absent when nothing is shipped.
	ShippingAddress *Address `json:"shipping_address,omitempty"`
	// Order status.
	Status OrderStatus `json:"status"`
	// Storefront of the order.
	StorefrontID string `json:"storefront_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantOrder) UnmarshalJSON(data []byte) error {
	type plain MerchantOrder
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantOrder) MarshalJSON() ([]byte, error) {
	type plain MerchantOrder
	return writeObject(plain(v), v.Extra)
}

// MerchantOrderEarnings: What a merchant is paid for its part of an order.
type MerchantOrderEarnings struct {
	// The platform's commission.
	Commission Money `json:"commission"`
	// Commission that came back with it.
	CommissionReturned Money `json:"commission_returned"`
	// The merchant's part of what the shopper paid.
	Gross Money `json:"gross"`
	// The merchant's part of the payment provider's fee; absent until it is known.
	ProviderFee *Money `json:"provider_fee,omitempty"`
	// What the merchant gave back of its part, to the shopper or the shopper's bank.
	Refunded Money `json:"refunded"`
	// Transfers to the merchant's account.
	Transfers []OrderMoneyTransfer `json:"transfers,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantOrderEarnings) UnmarshalJSON(data []byte) error {
	type plain MerchantOrderEarnings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantOrderEarnings) MarshalJSON() ([]byte, error) {
	type plain MerchantOrderEarnings
	return writeObject(plain(v), v.Extra)
}

// MerchantOrderLine: A line of the merchant's.
type MerchantOrderLine struct {
	// Quantity cancelled by the store, which is not shipped.
	CancelledQuantity int64 `json:"cancelled_quantity"`
	// Quantity shipped.
	FulfilledQuantity int64 `json:"fulfilled_quantity"`
	// Line id.
	ID string `json:"id"`
	// Line total without tax.
	Net Money `json:"net"`
	// Product id.
	ProductID string `json:"product_id"`
	// Quantity ordered.
	Quantity int64 `json:"quantity"`
	// Quantity refunded or being refunded.
	RefundedQuantity int64 `json:"refunded_quantity"`
	// Stock keeping unit (SKU).
	SKU *string `json:"sku,omitempty"`
	// Tax of the line.
	Tax Money `json:"tax"`
	// Product title.
	Title string `json:"title"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Variant title, such as `Blue / M`; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantOrderLine) UnmarshalJSON(data []byte) error {
	type plain MerchantOrderLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantOrderLine) MarshalJSON() ([]byte, error) {
	type plain MerchantOrderLine
	return writeObject(plain(v), v.Extra)
}

// MerchantOrderPage: A page of a list.
type MerchantOrderPage struct {
	// Those of this page.
	Data []MerchantOrderSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantOrderPage) UnmarshalJSON(data []byte) error {
	type plain MerchantOrderPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantOrderPage) MarshalJSON() ([]byte, error) {
	type plain MerchantOrderPage
	return writeObject(plain(v), v.Extra)
}

// MerchantOrderSummary: A merchant's part of an order, in a list.
type MerchantOrderSummary struct {
	// Fulfillment status of the merchant's lines.
	FulfillmentStatus OrderFulfillmentStatus `json:"fulfillment_status"`
	// Order id.
	ID string `json:"id"`
	// Order number, unique in the tenant.
	Number int64 `json:"number"`
	// When the order was placed.
	PlacedAt time.Time `json:"placed_at"`
	// Order status.
	Status OrderStatus `json:"status"`
	// The merchant's share of the order: goods and shipping with tax.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantOrderSummary) UnmarshalJSON(data []byte) error {
	type plain MerchantOrderSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantOrderSummary) MarshalJSON() ([]byte, error) {
	type plain MerchantOrderSummary
	return writeObject(plain(v), v.Extra)
}

// MerchantReport: Sales and earnings by merchant.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type MerchantReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// First day of as many days before.
	PreviousFrom string `json:"previous_from"`
	// Last day of these.
	PreviousTo string `json:"previous_to"`
	// What these come to, in each currency.
	PreviousTotals []SalesTotal `json:"previous_totals,omitzero"`
	// Rows, by currency. What has no figures has no row.
	Rows []MerchantSales `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// What all days come to, in each currency.
	Totals []SalesTotal `json:"totals,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantReport) UnmarshalJSON(data []byte) error {
	type plain MerchantReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantReport) MarshalJSON() ([]byte, error) {
	type plain MerchantReport
	return writeObject(plain(v), v.Extra)
}

// MerchantReview: A published review of a merchant. It belongs to the merchant's part of a paid order.
type MerchantReview struct {
	// Answer of the store; absent without one.
	Answer *ReviewAnswer `json:"answer,omitempty"`
	// Name that the author shows; absent if they show none.
	AuthorName *string `json:"author_name,omitempty"`
	// When it was written.
	CreatedAt time.Time `json:"created_at"`
	// When its author last changed it; absent unless they did.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// Review id.
	ID string `json:"id"`
	// Pictures by the author, at most four.
	Pictures []ReviewPicture `json:"pictures,omitzero"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// Text, plain text with line breaks; absent without one.
	Text *string `json:"text,omitempty"`
	// Headline, plain text; absent without one.
	Title *string `json:"title,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantReview) UnmarshalJSON(data []byte) error {
	type plain MerchantReview
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantReview) MarshalJSON() ([]byte, error) {
	type plain MerchantReview
	return writeObject(plain(v), v.Extra)
}

// MerchantReviews: Published reviews of a merchant.
type MerchantReviews struct {
	// Those of this page.
	Data []MerchantReview `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// Number of published reviews by stars, from five to one.
	Histogram []ReviewCount `json:"histogram,omitzero"`
	// The merchant.
	Merchant Seller `json:"merchant"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Rating by all published reviews of the merchant; absent without reviews.
	Rating *Rating `json:"rating,omitempty"`
	// How the store makes sure that reviews are by shoppers who bought from the merchant, in the storefront's language.
	Verification string `json:"verification"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantReviews) UnmarshalJSON(data []byte) error {
	type plain MerchantReviews
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantReviews) MarshalJSON() ([]byte, error) {
	type plain MerchantReviews
	return writeObject(plain(v), v.Extra)
}

// MerchantSales: Sales and earnings of a merchant.
type MerchantSales struct {
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// Merchant; absent for what the platform bears.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *MerchantSales) UnmarshalJSON(data []byte) error {
	type plain MerchantSales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v MerchantSales) MarshalJSON() ([]byte, error) {
	type plain MerchantSales
	return writeObject(plain(v), v.Extra)
}

// Money: An amount of money.
type Money struct {
	// The amount in the currency's minor units: cents, yen, fils.
	Amount int64 `json:"amount"`
	// The currency, as ISO 4217 writes it.
	Currency string `json:"currency"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Money) UnmarshalJSON(data []byte) error {
	type plain Money
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Money) MarshalJSON() ([]byte, error) {
	type plain Money
	return writeObject(plain(v), v.Extra)
}

// NewApiKey: A new secret key.
type NewApiKey struct {
	// The key.
	APIKey ApiKey `json:"api_key"`
	// The secret: `stoa_sk_` and 64 hexadecimal digits. It is not shown again.
	Secret string `json:"secret"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *NewApiKey) UnmarshalJSON(data []byte) error {
	type plain NewApiKey
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v NewApiKey) MarshalJSON() ([]byte, error) {
	type plain NewApiKey
	return writeObject(plain(v), v.Extra)
}

// NewsletterSubscriber: An address that gets the newsletter.
type NewsletterSubscriber struct {
	// Customer whose account has the address; absent without an account.
	CustomerID *string `json:"customer_id,omitempty"`
	// E-mail address.
	Email string `json:"email"`
	// Where the consent was given.
	Source ConsentSource `json:"source"`
	// Storefront that it was given on.
	StorefrontID string `json:"storefront_id"`
	// When it was given.
	SubscribedAt time.Time `json:"subscribed_at"`
	// Subscriber id; absent for a customer.
	SubscriberID *string `json:"subscriber_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *NewsletterSubscriber) UnmarshalJSON(data []byte) error {
	type plain NewsletterSubscriber
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v NewsletterSubscriber) MarshalJSON() ([]byte, error) {
	type plain NewsletterSubscriber
	return writeObject(plain(v), v.Extra)
}

// NewsletterSubscriberPage: A page of a list.
type NewsletterSubscriberPage struct {
	// Those of this page.
	Data []NewsletterSubscriber `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *NewsletterSubscriberPage) UnmarshalJSON(data []byte) error {
	type plain NewsletterSubscriberPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v NewsletterSubscriberPage) MarshalJSON() ([]byte, error) {
	type plain NewsletterSubscriberPage
	return writeObject(plain(v), v.Extra)
}

// NotReturnable: Why no unit of a line can be returned.
//
// - `not_delivered`: Units can be returned once they are delivered.
// - `nothing_left`: All units are in returns.
// - `window_closed`: The units were delivered too long ago.
// - `not_offered`: The storefront takes nothing back.
// - `final_sale`: The product was sold as final sale.
//
// A newer server may send other values.
type NotReturnable string

// Values of NotReturnable.
const (
	NotReturnableNotDelivered NotReturnable = "not_delivered"
	NotReturnableNothingLeft  NotReturnable = "nothing_left"
	NotReturnableWindowClosed NotReturnable = "window_closed"
	NotReturnableNotOffered   NotReturnable = "not_offered"
	NotReturnableFinalSale    NotReturnable = "final_sale"
)

// OnboardingLink: An onboarding link.
type OnboardingLink struct {
	// When the link expires.
	ExpiresAt time.Time `json:"expires_at"`
	// URL of the page.
	URL string `json:"url"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OnboardingLink) UnmarshalJSON(data []byte) error {
	type plain OnboardingLink
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OnboardingLink) MarshalJSON() ([]byte, error) {
	type plain OnboardingLink
	return writeObject(plain(v), v.Extra)
}

// OpenedOperatorAccess: An access that was opened, with its token.
type OpenedOperatorAccess struct {
	// The access.
	Access OperatorAccess `json:"access"`
	// When it stops working.
	ExpiresAt time.Time `json:"expires_at"`
	// Token, sent as `Authorization: Bearer …` to a host of the tenant. It is not shown again.
	Token string `json:"token"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OpenedOperatorAccess) UnmarshalJSON(data []byte) error {
	type plain OpenedOperatorAccess
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OpenedOperatorAccess) MarshalJSON() ([]byte, error) {
	type plain OpenedOperatorAccess
	return writeObject(plain(v), v.Extra)
}

// OperatorAccess: An operator's access to the tenant.
type OperatorAccess struct {
	// When it was opened.
	CreatedAt time.Time `json:"created_at"`
	// When it was ended before that.
	EndedAt *time.Time `json:"ended_at,omitempty"`
	// When it ends by itself.
	ExpiresAt time.Time `json:"expires_at"`
	// Id of the access.
	ID string `json:"id"`
	// Whether it may change something.
	MayWrite bool `json:"may_write"`
	// Id of the operator: `actor` of what they did, in the audit log.
	OperatorID string `json:"operator_id"`
	// Why.
	Reason string `json:"reason"`
	// Requests that were made with it.
	Requests int64 `json:"requests"`
	// Number of the support ticket, or what else asked for it.
	Ticket string `json:"ticket"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OperatorAccess) UnmarshalJSON(data []byte) error {
	type plain OperatorAccess
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OperatorAccess) MarshalJSON() ([]byte, error) {
	type plain OperatorAccess
	return writeObject(plain(v), v.Extra)
}

// OperatorAccessList: A list that comes whole.
type OperatorAccessList struct {
	// All of them.
	Data []OperatorAccess `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OperatorAccessList) UnmarshalJSON(data []byte) error {
	type plain OperatorAccessList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OperatorAccessList) MarshalJSON() ([]byte, error) {
	type plain OperatorAccessList
	return writeObject(plain(v), v.Extra)
}

// OperatorMe: The operator who is signed in.
type OperatorMe struct {
	// E-mail address of the account.
	Email string `json:"email"`
	// Id of the operator.
	ID string `json:"id"`
	// Name of the person.
	Name string `json:"name"`
	// Recovery codes that were not used.
	RecoveryCodesLeft int64 `json:"recovery_codes_left"`
	// Whether nothing else is allowed without a second factor.
	RequiresSecondFactor bool `json:"requires_second_factor"`
	// When the second factor was enrolled; absent without one.
	SecondFactorEnrolledAt *time.Time `json:"second_factor_enrolled_at,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OperatorMe) UnmarshalJSON(data []byte) error {
	type plain OperatorMe
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OperatorMe) MarshalJSON() ([]byte, error) {
	type plain OperatorMe
	return writeObject(plain(v), v.Extra)
}

// OperatorSecondFactorConfirmed: A second factor that was confirmed.
type OperatorSecondFactorConfirmed struct {
	// Ten codes, each good once in the place of a code of the app. They are not shown again.
	RecoveryCodes []string `json:"recovery_codes,omitzero"`
	// The session from now on.
	Session Session `json:"session"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OperatorSecondFactorConfirmed) UnmarshalJSON(data []byte) error {
	type plain OperatorSecondFactorConfirmed
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OperatorSecondFactorConfirmed) MarshalJSON() ([]byte, error) {
	type plain OperatorSecondFactorConfirmed
	return writeObject(plain(v), v.Extra)
}

// OptionFacet: An option with the values that found products have.
type OptionFacet struct {
	// Option name.
	Name string `json:"name"`
	// Values, by number of products.
	Values []ValueCount `json:"values,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OptionFacet) UnmarshalJSON(data []byte) error {
	type plain OptionFacet
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OptionFacet) MarshalJSON() ([]byte, error) {
	type plain OptionFacet
	return writeObject(plain(v), v.Extra)
}

// Order: An order, as placed: prices and titles do not change later.
type Order struct {
	// Billing address; absent in an order without any address.
	BillingAddress *Address `json:"billing_address,omitempty"`
	// When it was cancelled; absent unless it was.
	CancelledAt *time.Time `json:"cancelled_at,omitempty"`
	// Currency of every amount.
	Currency string `json:"currency"`
	// Contact e-mail.
	Email string `json:"email"`
	// When its stock reservation expires; absent once it is paid or cancelled.
	ExpiresAt *time.Time `json:"expires_at,omitempty"`
	// Fulfillment status of the order.
	FulfillmentStatus OrderFulfillmentStatus `json:"fulfillment_status"`
	// Parcels, oldest first, without cancelled ones.
	Fulfillments []Fulfillment `json:"fulfillments,omitzero"`
	// Order id.
	ID string `json:"id"`
	// Lines.
	Lines []OrderLine `json:"lines,omitzero"`
	// Order number, unique in the tenant, as shown to shoppers and staff.
	Number int64 `json:"number"`
	// When it was paid; absent until then.
	PaidAt *time.Time `json:"paid_at,omitempty"`
	// Payment status of the order.
	PaymentStatus OrderPaymentStatus `json:"payment_status"`
	// When the order was placed.
	PlacedAt time.Time `json:"placed_at"`
	// Amount refunded so far.
	Refunded Money `json:"refunded"`
	// Shipping address; absent when nothing is shipped.
	ShippingAddress *Address `json:"shipping_address,omitempty"`
	// Name of the shipping option; absent when nothing is shipped.
	ShippingName *string `json:"shipping_name,omitempty"`
	// Order status.
	Status OrderStatus `json:"status"`
	// Whether prices include tax.
	TaxIncluded bool `json:"tax_included"`
	// Name of the tax.
	TaxName string `json:"tax_name"`
	// Totals of the order.
	Totals Totals `json:"totals"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Order) UnmarshalJSON(data []byte) error {
	type plain Order
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Order) MarshalJSON() ([]byte, error) {
	type plain Order
	return writeObject(plain(v), v.Extra)
}

// OrderAccess: What shows an order.
type OrderAccess struct {
	// Order id.
	OrderID string `json:"order_id"`
	// Token of the order, as good as the one that came with it.
	Token string `json:"token"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderAccess) UnmarshalJSON(data []byte) error {
	type plain OrderAccess
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderAccess) MarshalJSON() ([]byte, error) {
	type plain OrderAccess
	return writeObject(plain(v), v.Extra)
}

// OrderDispute: A shopper's bank asks for an order's money back.
type OrderDispute struct {
	// Disputed amount.
	Amount Money `json:"amount"`
	// When the dispute was opened.
	CreatedAt time.Time `json:"created_at"`
	// Deadline for evidence; absent if the payment provider gave none.
	EvidenceDueBy *time.Time `json:"evidence_due_by,omitempty"`
	// Fee that the payment provider charged for it.
	Fee Money `json:"fee"`
	// Dispute id.
	ID string `json:"id"`
	// Id at the payment provider.
	ProviderID string `json:"provider_id"`
	// Reason given by the payment provider, such as `fraudulent` or `product_not_received`.
	Reason string `json:"reason"`
	// Status at the payment provider: `needs_response`, `under_review`, `won` or `lost`; for an inquiry, which
	// withdraws nothing, `warning_needs_response`, `warning_under_review` or
	// `warning_closed`.
	Status string `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderDispute) UnmarshalJSON(data []byte) error {
	type plain OrderDispute
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderDispute) MarshalJSON() ([]byte, error) {
	type plain OrderDispute
	return writeObject(plain(v), v.Extra)
}

// OrderDocument: An invoice or a credit note of an order.
type OrderDocument struct {
	// Document id.
	ID string `json:"id"`
	// When it was issued.
	IssuedAt time.Time `json:"issued_at"`
	// What it is.
	Kind DocumentKind `json:"kind"`
	// Number, as it is printed.
	Number string `json:"number"`
	// Tax in the total.
	Tax Money `json:"tax"`
	// Total charged or credited.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderDocument) UnmarshalJSON(data []byte) error {
	type plain OrderDocument
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderDocument) MarshalJSON() ([]byte, error) {
	type plain OrderDocument
	return writeObject(plain(v), v.Extra)
}

// OrderDocumentList: A list that comes whole.
type OrderDocumentList struct {
	// All of them.
	Data []OrderDocument `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderDocumentList) UnmarshalJSON(data []byte) error {
	type plain OrderDocumentList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderDocumentList) MarshalJSON() ([]byte, error) {
	type plain OrderDocumentList
	return writeObject(plain(v), v.Extra)
}

// OrderEvent: Something that happened to an order.
type OrderEvent struct {
	// Who did it: `shopper`, `provider`, `system`, or the id of a staff member, secret key or operator; absent
	// when it is not known.
	Actor *string `json:"actor,omitempty"`
	// Amount of money that it is about; absent otherwise.
	Amount *Money `json:"amount,omitempty"`
	// When it happened.
	At time.Time `json:"at"`
	// What happened.
	Kind TimelineKind `json:"kind"`
	// Id of the refund, fulfillment, return, cancellation, dispute or note; absent for the order itself.
	Object *string `json:"object,omitempty"`
	// The note, reason, message, news or operation; absent without one.
	Text *string `json:"text,omitempty"`
	// Who is told or shown it.
	Visibility TimelineVisibility `json:"visibility"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderEvent) UnmarshalJSON(data []byte) error {
	type plain OrderEvent
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderEvent) MarshalJSON() ([]byte, error) {
	type plain OrderEvent
	return writeObject(plain(v), v.Extra)
}

// OrderEventPage: A page of a list.
type OrderEventPage struct {
	// Those of this page.
	Data []OrderEvent `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderEventPage) UnmarshalJSON(data []byte) error {
	type plain OrderEventPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderEventPage) MarshalJSON() ([]byte, error) {
	type plain OrderEventPage
	return writeObject(plain(v), v.Extra)
}

// OrderFulfillmentStatus: Fulfillment status of an order.
//
// - `unfulfilled`: Nothing is shipped.
// - `partially_fulfilled`: Some units are shipped.
// - `fulfilled`: Every unit is shipped.
//
// A newer server may send other values.
type OrderFulfillmentStatus string

// Values of OrderFulfillmentStatus.
const (
	OrderFulfillmentStatusUnfulfilled        OrderFulfillmentStatus = "unfulfilled"
	OrderFulfillmentStatusPartiallyFulfilled OrderFulfillmentStatus = "partially_fulfilled"
	OrderFulfillmentStatusFulfilled          OrderFulfillmentStatus = "fulfilled"
)

// OrderLine: An order line.
type OrderLine struct {
	// Quantity cancelled by the store, which is not shipped.
	CancelledQuantity int64 `json:"cancelled_quantity"`
	// Whether it was sold as final sale and cannot be returned.
	FinalSale bool `json:"final_sale"`
	// Quantity shipped.
	FulfilledQuantity int64 `json:"fulfilled_quantity"`
	// Line id.
	ID string `json:"id"`
	// URL of the image; absent without one.
	Image *string `json:"image,omitempty"`
	// Merchant who sold it.
	Merchant Seller `json:"merchant"`
	// Why no unit can be returned now; absent when some can.
	NotReturnableReason *NotReturnable `json:"not_returnable_reason,omitempty"`
	// Product.
	ProductID string `json:"product_id"`
	// Quantity ordered.
	Quantity int64 `json:"quantity"`
	// Quantity refunded.
	RefundedQuantity int64 `json:"refunded_quantity"`
	// Units that a return can be requested of now.
	ReturnableQuantity int64 `json:"returnable_quantity"`
	// Until when all of these can be returned; later there may be fewer, of several parcels. Absent when there
	// are none.
	ReturnableUntil *time.Time `json:"returnable_until,omitempty"`
	// Units in returns that are not rejected or cancelled.
	ReturningQuantity int64 `json:"returning_quantity"`
	// Stock keeping unit (SKU).
	SKU *string `json:"sku,omitempty"`
	// Product title.
	Title string `json:"title"`
	// Line total.
	Total Money `json:"total"`
	// Price of one unit.
	UnitPrice Money `json:"unit_price"`
	// Variant.
	VariantID string `json:"variant_id"`
	// Variant title, such as `Blue / M`; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderLine) UnmarshalJSON(data []byte) error {
	type plain OrderLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderLine) MarshalJSON() ([]byte, error) {
	type plain OrderLine
	return writeObject(plain(v), v.Extra)
}

// OrderMoney: The money of an order: payment, shares, transfers, refunds, disputes and ledger.
type OrderMoney struct {
	// Currency of every amount.
	Currency string `json:"currency"`
	// Disputes.
	Disputes []OrderDispute `json:"disputes,omitzero"`
	// Lines.
	Lines []OrderMoneyLine `json:"lines,omitzero"`
	// Order number, unique in the tenant, as shown to shoppers and staff.
	Number int64 `json:"number"`
	// Order id.
	OrderID string `json:"order_id"`
	// Payment; absent until one was opened.
	Payment *OrderMoneyPayment `json:"payment,omitempty"`
	// Refunds.
	Refunds []OrderMoneyRefund `json:"refunds,omitzero"`
	// Each merchant's share of the payment.
	Shares []OrderMoneyShare `json:"shares,omitzero"`
	// Shipping, with or without tax as prices are shown.
	Shipping Money `json:"shipping"`
	// Sum of all postings: always zero.
	Sum Money `json:"sum"`
	// Tax of the order.
	Tax Money `json:"tax"`
	// Order total.
	Total Money `json:"total"`
	// Ledger transactions, oldest first.
	Transactions []LedgerTransaction `json:"transactions,omitzero"`
	// Transfers to merchants.
	Transfers []OrderMoneyTransfer `json:"transfers,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderMoney) UnmarshalJSON(data []byte) error {
	type plain OrderMoney
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderMoney) MarshalJSON() ([]byte, error) {
	type plain OrderMoney
	return writeObject(plain(v), v.Extra)
}

// OrderMoneyLine: A line of the order.
type OrderMoneyLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Merchant of the line.
	MerchantID string `json:"merchant_id"`
	// Line total without tax.
	Net Money `json:"net"`
	// Quantity.
	Quantity int64 `json:"quantity"`
	// Tax of the line.
	Tax Money `json:"tax"`
	// Product title.
	Title string `json:"title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderMoneyLine) UnmarshalJSON(data []byte) error {
	type plain OrderMoneyLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderMoneyLine) MarshalJSON() ([]byte, error) {
	type plain OrderMoneyLine
	return writeObject(plain(v), v.Extra)
}

// OrderMoneyPayment: The payment of an order.
type OrderMoneyPayment struct {
	// Amount of the payment.
	Amount Money `json:"amount"`
	// Amount withdrawn by disputes and not reinstated.
	Disputed Money `json:"disputed"`
	// Payment id.
	ID string `json:"id"`
	// Amount refunded or being refunded.
	Refunded Money `json:"refunded"`
	// Payment status.
	Status PaymentStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderMoneyPayment) UnmarshalJSON(data []byte) error {
	type plain OrderMoneyPayment
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderMoneyPayment) MarshalJSON() ([]byte, error) {
	type plain OrderMoneyPayment
	return writeObject(plain(v), v.Extra)
}

// OrderMoneyRefund: A refund.
type OrderMoneyRefund struct {
	// Amount.
	Amount Money `json:"amount"`
	// When the refund was requested.
	CreatedAt time.Time `json:"created_at"`
	// Why it failed; absent otherwise.
	Failure *string `json:"failure,omitempty"`
	// Refund id.
	ID string `json:"id"`
	// Whether it was created at the payment provider rather than here.
	MadeAtProvider bool `json:"made_at_provider"`
	// Id at the payment provider; absent until it has one.
	ProviderID *string `json:"provider_id,omitempty"`
	// Reason.
	Reason string `json:"reason"`
	// Refund status.
	Status RefundStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderMoneyRefund) UnmarshalJSON(data []byte) error {
	type plain OrderMoneyRefund
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderMoneyRefund) MarshalJSON() ([]byte, error) {
	type plain OrderMoneyRefund
	return writeObject(plain(v), v.Extra)
}

// OrderMoneyShare: A merchant's share of a payment.
type OrderMoneyShare struct {
	// Commission of the platform.
	Commission Money `json:"commission"`
	// Commission returned with it.
	CommissionReturned Money `json:"commission_returned"`
	// Share of dispute fees.
	DisputeFee Money `json:"dispute_fee"`
	// Gross share: goods, shipping and tax.
	Gross Money `json:"gross"`
	// Net amount that the merchant keeps.
	Left Money `json:"left"`
	// Merchant id.
	MerchantID string `json:"merchant_id"`
	// Withheld to settle what the merchant owed.
	Netted Money `json:"netted"`
	// Share of the payment provider's fee; absent until the fee is known.
	ProviderFee *Money `json:"provider_fee,omitempty"`
	// Returned by the merchant for refunds and disputes.
	Refunded Money `json:"refunded"`
	// Reversed from the merchant's account.
	Reversed Money `json:"reversed"`
	// Transferred to the merchant's account.
	Transferred Money `json:"transferred"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderMoneyShare) UnmarshalJSON(data []byte) error {
	type plain OrderMoneyShare
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderMoneyShare) MarshalJSON() ([]byte, error) {
	type plain OrderMoneyShare
	return writeObject(plain(v), v.Extra)
}

// OrderMoneyTransfer: A transfer of a merchant's share.
type OrderMoneyTransfer struct {
	// Amount.
	Amount Money `json:"amount"`
	// Transfer id.
	ID string `json:"id"`
	// Why it has not been sent; absent otherwise.
	LastError *string `json:"last_error,omitempty"`
	// Merchant id.
	MerchantID string `json:"merchant_id"`
	// Id at the payment provider; absent until it has one.
	ProviderID *string `json:"provider_id,omitempty"`
	// Amount reversed or being reversed.
	Reversed Money `json:"reversed"`
	// Transfer status.
	Status TransferStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderMoneyTransfer) UnmarshalJSON(data []byte) error {
	type plain OrderMoneyTransfer
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderMoneyTransfer) MarshalJSON() ([]byte, error) {
	type plain OrderMoneyTransfer
	return writeObject(plain(v), v.Extra)
}

// OrderNote: A note on an order, for the staff.
type OrderNote struct {
	// Who wrote it: the id of a staff member, secret key or operator.
	Author string `json:"author"`
	// When it was written.
	CreatedAt time.Time `json:"created_at"`
	// When it was edited last; absent unless it was.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// Note id.
	ID string `json:"id"`
	// What it says.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderNote) UnmarshalJSON(data []byte) error {
	type plain OrderNote
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderNote) MarshalJSON() ([]byte, error) {
	type plain OrderNote
	return writeObject(plain(v), v.Extra)
}

// OrderPage: A page of a list.
type OrderPage struct {
	// Those of this page.
	Data []OrderSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderPage) UnmarshalJSON(data []byte) error {
	type plain OrderPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderPage) MarshalJSON() ([]byte, error) {
	type plain OrderPage
	return writeObject(plain(v), v.Extra)
}

// OrderPaymentStatus: Payment status of an order.
//
// - `unpaid`: Not paid.
// - `authorized`: Authorized by the shopper's bank, and not captured.
// - `paid`: Paid in full.
// - `partially_refunded`: Refunded in part.
// - `refunded`: Refunded in full.
//
// A newer server may send other values.
type OrderPaymentStatus string

// Values of OrderPaymentStatus.
const (
	OrderPaymentStatusUnpaid            OrderPaymentStatus = "unpaid"
	OrderPaymentStatusAuthorized        OrderPaymentStatus = "authorized"
	OrderPaymentStatusPaid              OrderPaymentStatus = "paid"
	OrderPaymentStatusPartiallyRefunded OrderPaymentStatus = "partially_refunded"
	OrderPaymentStatusRefunded          OrderPaymentStatus = "refunded"
)

// OrderReturn: A return of units of an order.
type OrderReturn struct {
	// When it was rejected, cancelled or received.
	ClosedAt *time.Time `json:"closed_at,omitempty"`
	// When it was asked for.
	CreatedAt time.Time `json:"created_at"`
	// When it was approved or rejected.
	DecidedAt *time.Time `json:"decided_at,omitempty"`
	// Return id.
	ID string `json:"id"`
	// Units that come back.
	Lines []OrderReturnLine `json:"lines,omitzero"`
	// Message of the store: where to send the units, or why they are not taken back.
	Message *string `json:"message,omitempty"`
	// Note of whoever asked for it.
	Note *string `json:"note,omitempty"`
	// Why the units come back.
	Reason ReturnReason `json:"reason"`
	// Status of the return.
	Status ReturnStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderReturn) UnmarshalJSON(data []byte) error {
	type plain OrderReturn
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderReturn) MarshalJSON() ([]byte, error) {
	type plain OrderReturn
	return writeObject(plain(v), v.Extra)
}

// OrderReturnLine: Units of a line in a return.
type OrderReturnLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Units that come back.
	Quantity int64 `json:"quantity"`
	// Units that came.
	ReceivedQuantity int64 `json:"received_quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderReturnLine) UnmarshalJSON(data []byte) error {
	type plain OrderReturnLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderReturnLine) MarshalJSON() ([]byte, error) {
	type plain OrderReturnLine
	return writeObject(plain(v), v.Extra)
}

// OrderReturnList: A list that comes whole.
type OrderReturnList struct {
	// All of them.
	Data []OrderReturn `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderReturnList) UnmarshalJSON(data []byte) error {
	type plain OrderReturnList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderReturnList) MarshalJSON() ([]byte, error) {
	type plain OrderReturnList
	return writeObject(plain(v), v.Extra)
}

// OrderSort: Sort order of orders.
//
// - `newest`: Newest first.
// - `oldest`: Oldest first.
// - `payment_status`: By payment status in alphabetical order, newest first within a status.
// - `fulfillment_status`: By fulfillment status in alphabetical order, newest first within a status.
// - `largest`: By total, the largest first, newest first within a total. Filter by currency to compare like with like.
//
// A newer server may send other values.
type OrderSort string

// Values of OrderSort.
const (
	OrderSortNewest            OrderSort = "newest"
	OrderSortOldest            OrderSort = "oldest"
	OrderSortPaymentStatus     OrderSort = "payment_status"
	OrderSortFulfillmentStatus OrderSort = "fulfillment_status"
	OrderSortLargest           OrderSort = "largest"
)

// OrderStatus: Order status.
//
// - `pending_payment`: Reserves its stock and awaits payment.
// - `authorized`: Placed. The shopper's bank has set the money aside, and it is not captured.
// - `paid`: Paid.
// - `refunded`: Paid, then refunded in full.
// - `cancelled`: Cancelled, or not paid in time. Its stock was released.
//
// A newer server may send other values.
type OrderStatus string

// Values of OrderStatus.
const (
	OrderStatusPendingPayment OrderStatus = "pending_payment"
	OrderStatusAuthorized     OrderStatus = "authorized"
	OrderStatusPaid           OrderStatus = "paid"
	OrderStatusRefunded       OrderStatus = "refunded"
	OrderStatusCancelled      OrderStatus = "cancelled"
)

// OrderSummary: An order in a list.
type OrderSummary struct {
	// Fulfillment status of the order.
	FulfillmentStatus OrderFulfillmentStatus `json:"fulfillment_status"`
	// Order id.
	ID string `json:"id"`
	// Order number, unique in the tenant, as shown to shoppers and staff.
	Number int64 `json:"number"`
	// Payment status of the order.
	PaymentStatus OrderPaymentStatus `json:"payment_status"`
	// When the order was placed.
	PlacedAt time.Time `json:"placed_at"`
	// Amount refunded so far.
	Refunded Money `json:"refunded"`
	// Order status.
	Status OrderStatus `json:"status"`
	// Order total.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderSummary) UnmarshalJSON(data []byte) error {
	type plain OrderSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderSummary) MarshalJSON() ([]byte, error) {
	type plain OrderSummary
	return writeObject(plain(v), v.Extra)
}

// OrderTags: Tags of an order.
type OrderTags struct {
	// Tags, in alphabetical order; each 1 to 40 characters.
	Tags []string `json:"tags,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OrderTags) UnmarshalJSON(data []byte) error {
	type plain OrderTags
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OrderTags) MarshalJSON() ([]byte, error) {
	type plain OrderTags
	return writeObject(plain(v), v.Extra)
}

// OrdersAction: What is done to many orders.
//
// - `tag`: Add tags.
// - `untag`: Remove tags.
// - `archive`: Leave the orders out of lists.
// - `unarchive`: Show the orders in lists again.
// - `fulfill`: Ship what is left, of orders with one merchant.
//
// A newer server may send other values.
type OrdersAction string

// Values of OrdersAction.
const (
	OrdersActionTag       OrdersAction = "tag"
	OrdersActionUntag     OrdersAction = "untag"
	OrdersActionArchive   OrdersAction = "archive"
	OrdersActionUnarchive OrdersAction = "unarchive"
	OrdersActionFulfill   OrdersAction = "fulfill"
)

// OwnEmail: An e-mail to a shopper.
type OwnEmail struct {
	// When it was sent.
	CreatedAt time.Time `json:"created_at"`
	// E-mail id.
	ID string `json:"id"`
	// What it is about.
	Kind EmailKind `json:"kind"`
	// Order that it is about; absent without one.
	OrderID *string `json:"order_id,omitempty"`
	// What became of it.
	Outcome EmailOutcome `json:"outcome"`
	// Subject; absent if it has a code in it.
	Subject *string `json:"subject,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OwnEmail) UnmarshalJSON(data []byte) error {
	type plain OwnEmail
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OwnEmail) MarshalJSON() ([]byte, error) {
	type plain OwnEmail
	return writeObject(plain(v), v.Extra)
}

// OwnReview: A review, for its author.
type OwnReview struct {
	// Answer of the store; absent without one.
	Answer *ReviewAnswer `json:"answer,omitempty"`
	// When the author appealed against a rejection; absent unless they did.
	AppealedAt *time.Time `json:"appealed_at,omitempty"`
	// Name that the author shows; absent if they show none.
	AuthorName *string `json:"author_name,omitempty"`
	// When it was written.
	CreatedAt time.Time `json:"created_at"`
	// Until when its author can change it. It can be deleted at any time.
	EditableUntil time.Time `json:"editable_until"`
	// When its author last changed it; absent unless they did.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// Review id.
	ID string `json:"id"`
	// Merchant who sold the product, or is reviewed.
	Merchant Seller `json:"merchant"`
	// Order.
	OrderID string `json:"order_id"`
	// Order line; absent in a review of a merchant.
	OrderLineID *string `json:"order_line_id,omitempty"`
	// Pictures by the author, at most four.
	Pictures []ReviewPicture `json:"pictures,omitzero"`
	// Product; absent in a review of a merchant.
	ProductID *string `json:"product_id,omitempty"`
	// Title of the product when it was bought; absent in a review of a merchant.
	ProductTitle *string `json:"product_title,omitempty"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// What the store says about that; absent without a note.
	RejectionNote *string `json:"rejection_note,omitempty"`
	// Why it is rejected; absent unless it is.
	RejectionReason *ReviewReason `json:"rejection_reason,omitempty"`
	// Review status.
	Status ReviewStatus `json:"status"`
	// What it is of: a product, or the merchant who sold it.
	Subject ReviewSubject `json:"subject"`
	// Text; absent without one.
	Text *string `json:"text,omitempty"`
	// Headline; absent without one.
	Title *string `json:"title,omitempty"`
	// Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.
	VariantTitle *string `json:"variant_title,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OwnReview) UnmarshalJSON(data []byte) error {
	type plain OwnReview
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OwnReview) MarshalJSON() ([]byte, error) {
	type plain OwnReview
	return writeObject(plain(v), v.Extra)
}

// OwnReviewList: A list that comes whole.
type OwnReviewList struct {
	// All of them.
	Data []OwnReview `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OwnReviewList) UnmarshalJSON(data []byte) error {
	type plain OwnReviewList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OwnReviewList) MarshalJSON() ([]byte, error) {
	type plain OwnReviewList
	return writeObject(plain(v), v.Extra)
}

// OwnReviewPage: A page of a list.
type OwnReviewPage struct {
	// Those of this page.
	Data []OwnReview `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *OwnReviewPage) UnmarshalJSON(data []byte) error {
	type plain OwnReviewPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v OwnReviewPage) MarshalJSON() ([]byte, error) {
	type plain OwnReviewPage
	return writeObject(plain(v), v.Extra)
}

// PaymentProvider: Payment provider.
//
// - `stripe`: Stripe.
//
// A newer server may send other values.
type PaymentProvider string

// Values of PaymentProvider.
const (
	PaymentProviderStripe PaymentProvider = "stripe"
)

// PaymentSettings: Settings of payments.
type PaymentSettings struct {
	// When the money of new orders is captured. Default: `automatic`. With the others, shoppers pay with methods that
	// can be authorized first, such as cards, and an authorization ends after some days: staff are told two days before.
	Capture CaptureRule `json:"capture"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *PaymentSettings) UnmarshalJSON(data []byte) error {
	type plain PaymentSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v PaymentSettings) MarshalJSON() ([]byte, error) {
	type plain PaymentSettings
	return writeObject(plain(v), v.Extra)
}

// PaymentStatus: Payment status.
//
// - `created`: Recorded; the provider may or may not know it.
// - `open`: Awaits the shopper's confirmation.
// - `action_required`: Awaits an action that the shopper's bank requires.
// - `processing`: Being processed by the provider.
// - `authorized`: The bank has set the amount aside; it is not taken until it is captured.
// - `succeeded`: Paid.
// - `cancelled`: Cancelled before any money moved.
// - `failed`: The provider refused to open it.
//
// A newer server may send other values.
type PaymentStatus string

// Values of PaymentStatus.
const (
	PaymentStatusCreated        PaymentStatus = "created"
	PaymentStatusOpen           PaymentStatus = "open"
	PaymentStatusActionRequired PaymentStatus = "action_required"
	PaymentStatusProcessing     PaymentStatus = "processing"
	PaymentStatusAuthorized     PaymentStatus = "authorized"
	PaymentStatusSucceeded      PaymentStatus = "succeeded"
	PaymentStatusCancelled      PaymentStatus = "cancelled"
	PaymentStatusFailed         PaymentStatus = "failed"
)

// PeriodSales: Sales of a period.
type PeriodSales struct {
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// First day of the period; the days before `from` and after `to` are not counted.
	StartsOn string `json:"starts_on"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *PeriodSales) UnmarshalJSON(data []byte) error {
	type plain PeriodSales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v PeriodSales) MarshalJSON() ([]byte, error) {
	type plain PeriodSales
	return writeObject(plain(v), v.Extra)
}

// PreviewLink: A link that shows the draft.
type PreviewLink struct {
	// When it stops working.
	ExpiresAt time.Time `json:"expires_at"`
	// URL of the storefront with the draft.
	URL string `json:"url"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *PreviewLink) UnmarshalJSON(data []byte) error {
	type plain PreviewLink
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v PreviewLink) MarshalJSON() ([]byte, error) {
	type plain PreviewLink
	return writeObject(plain(v), v.Extra)
}

// PriceFacet: Prices of found products.
type PriceFacet struct {
	// Highest price.
	Max Money `json:"max"`
	// Lowest price.
	Min Money `json:"min"`
	// Price ranges with products, ascending.
	Ranges []PriceRange `json:"ranges,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *PriceFacet) UnmarshalJSON(data []byte) error {
	type plain PriceFacet
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v PriceFacet) MarshalJSON() ([]byte, error) {
	type plain PriceFacet
	return writeObject(plain(v), v.Extra)
}

// PriceRange: A range of prices with its number of products.
type PriceRange struct {
	// Price at which the next range begins; absent in the last range.
	Below *Money `json:"below,omitempty"`
	// Number of products.
	Count int64 `json:"count"`
	// Lowest price of the range.
	From Money `json:"from"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *PriceRange) UnmarshalJSON(data []byte) error {
	type plain PriceRange
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v PriceRange) MarshalJSON() ([]byte, error) {
	type plain PriceRange
	return writeObject(plain(v), v.Extra)
}

// Problem: What went wrong with a request.
//
// Some problems say more in further members, named in the description of their operation:
// `current_total` of a cart that has changed, `available` of stock that is short.
type Problem struct {
	// What a program tells this problem by. It never changes.
	Code string `json:"code"`
	// What is wrong with this request, for people.
	Detail string `json:"detail"`
	// The fields that are wrong, when fields are.
	Errors []FieldProblem `json:"errors,omitzero"`
	// The id of the request; name it when you ask for help.
	RequestID string `json:"request_id"`
	// The status of the response.
	Status int64 `json:"status"`
	// The kind of problem in a few words, the same for every problem with this status.
	Title string `json:"title"`
	// Identifies the kind of problem; ends with its `code`.
	Type string `json:"type"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Problem) UnmarshalJSON(data []byte) error {
	type plain Problem
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Problem) MarshalJSON() ([]byte, error) {
	type plain Problem
	return writeObject(plain(v), v.Extra)
}

// Product: A product.
type Product struct {
	// Whether at least one variant can be bought now.
	Available bool `json:"available"`
	// Category path, from the root down.
	Categories []Category `json:"categories,omitzero"`
	// Description as sanitised HTML, without scripts, styles and forms.
	Description string `json:"description"`
	// Whether shoppers cannot return it.
	FinalSale bool `json:"final_sale"`
	// Product id.
	ID string `json:"id"`
	// Images, in display order.
	Images []ProductImage `json:"images,omitzero"`
	// Merchant who sells it.
	Merchant Seller `json:"merchant"`
	// Options by which variants differ; empty for a product with one variant.
	Options []ProductOption `json:"options,omitzero"`
	// Lowest price of the variants.
	Price Money `json:"price"`
	// Product type.
	ProductType string `json:"product_type"`
	// Rating by published reviews; absent without reviews.
	Rating *Rating `json:"rating,omitempty"`
	// Description for search engines; absent if none was set.
	SeoDescription *string `json:"seo_description,omitempty"`
	// Title for search engines; absent if none was set.
	SeoTitle *string `json:"seo_title,omitempty"`
	// Slug: the last part of the product's URL.
	Slug string `json:"slug"`
	// One line below the title; absent if none was set.
	Subtitle *string `json:"subtitle,omitempty"`
	// Tags.
	Tags []string `json:"tags,omitzero"`
	// Title.
	Title string `json:"title"`
	// Variants, in display order.
	Variants []ProductVariant `json:"variants,omitzero"`
	// Vendor name.
	Vendor string `json:"vendor"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Product) UnmarshalJSON(data []byte) error {
	type plain Product
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Product) MarshalJSON() ([]byte, error) {
	type plain Product
	return writeObject(plain(v), v.Extra)
}

// ProductImage: An image.
type ProductImage struct {
	// Alternative text, in the storefront's language if the store has given one.
	Alt string `json:"alt"`
	// `BlurHash` of the image: a few colours to show until it is loaded. Absent until `sources` are made.
	Blurhash *string `json:"blurhash,omitempty"`
	// What stays visible where the image is cropped; absent for its middle.
	FocalPoint *FocalPoint `json:"focal_point,omitempty"`
	// Height in pixels; absent if unknown.
	Height *int64 `json:"height,omitempty"`
	// The image in several widths and formats, for `srcset`: WebP first, narrow ones first. Empty
	// until they are made, soon after an upload, and for images that are kept elsewhere.
	Sources []ImageSource `json:"sources,omitzero"`
	// URL of the image, absolute or relative to the storefront's host.
	URL string `json:"url"`
	// Width in pixels; absent if unknown.
	Width *int64 `json:"width,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductImage) UnmarshalJSON(data []byte) error {
	type plain ProductImage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductImage) MarshalJSON() ([]byte, error) {
	type plain ProductImage
	return writeObject(plain(v), v.Extra)
}

// ProductOption: An option by which a product's variants differ.
type ProductOption struct {
	// Option name, such as `Size`.
	Name string `json:"name"`
	// Values, in display order.
	Values []string `json:"values,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductOption) UnmarshalJSON(data []byte) error {
	type plain ProductOption
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductOption) MarshalJSON() ([]byte, error) {
	type plain ProductOption
	return writeObject(plain(v), v.Extra)
}

// ProductPage: A page of a list.
type ProductPage struct {
	// Those of this page.
	Data []ProductSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductPage) UnmarshalJSON(data []byte) error {
	type plain ProductPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductPage) MarshalJSON() ([]byte, error) {
	type plain ProductPage
	return writeObject(plain(v), v.Extra)
}

// ProductReport: Sales by product.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type ProductReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// First day of as many days before.
	PreviousFrom string `json:"previous_from"`
	// Last day of these.
	PreviousTo string `json:"previous_to"`
	// What these come to, in each currency.
	PreviousTotals []SalesTotal `json:"previous_totals,omitzero"`
	// Rows, by currency. What has no figures has no row.
	Rows []ProductSales `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// What all days come to, in each currency.
	Totals []SalesTotal `json:"totals,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductReport) UnmarshalJSON(data []byte) error {
	type plain ProductReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductReport) MarshalJSON() ([]byte, error) {
	type plain ProductReport
	return writeObject(plain(v), v.Extra)
}

// ProductReviews: Published reviews of a product.
type ProductReviews struct {
	// Those of this page.
	Data []Review `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// Number of published reviews by stars, from five to one.
	Histogram []ReviewCount `json:"histogram,omitzero"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Rating by all published reviews of the product; absent without reviews.
	Rating *Rating `json:"rating,omitempty"`
	// How the store makes sure that reviews are by shoppers who bought the product, in the storefront's language.
	Verification string `json:"verification"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductReviews) UnmarshalJSON(data []byte) error {
	type plain ProductReviews
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductReviews) MarshalJSON() ([]byte, error) {
	type plain ProductReviews
	return writeObject(plain(v), v.Extra)
}

// ProductSales: Sales of a product.
type ProductSales struct {
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// Product; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees and
	// earnings.
	ProductID *string `json:"product_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductSales) UnmarshalJSON(data []byte) error {
	type plain ProductSales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductSales) MarshalJSON() ([]byte, error) {
	type plain ProductSales
	return writeObject(plain(v), v.Extra)
}

// ProductSort: Sort order of products.
//
// - `newest`: Newest first.
// - `title`: By title, as readers of the storefront's language sort.
// - `price_asc`: Cheapest first.
// - `price_desc`: Most expensive first.
// - `rating`: Best rated first, by a Bayesian mean: a few reviews count less than many, none as 3.5 stars.
//
// A newer server may send other values.
type ProductSort string

// Values of ProductSort.
const (
	ProductSortNewest    ProductSort = "newest"
	ProductSortTitle     ProductSort = "title"
	ProductSortPriceAsc  ProductSort = "price_asc"
	ProductSortPriceDesc ProductSort = "price_desc"
	ProductSortRating    ProductSort = "rating"
)

// ProductStatus: Product status.
//
// - `draft`: Not on sale yet.
// - `active`: On sale wherever it has a price.
// - `archived`: No longer on sale.
//
// A newer server may send other values.
type ProductStatus string

// Values of ProductStatus.
const (
	ProductStatusDraft    ProductStatus = "draft"
	ProductStatusActive   ProductStatus = "active"
	ProductStatusArchived ProductStatus = "archived"
)

// ProductSummary: A product in a list.
type ProductSummary struct {
	// Whether at least one variant can be bought now.
	Available bool `json:"available"`
	// Product id.
	ID string `json:"id"`
	// First image; absent without images.
	Image *ProductImage `json:"image,omitempty"`
	// Lowest price of the variants.
	Price Money `json:"price"`
	// Rating by published reviews; absent without reviews.
	Rating *Rating `json:"rating,omitempty"`
	// Slug: the last part of the product's URL.
	Slug string `json:"slug"`
	// Title.
	Title string `json:"title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductSummary) UnmarshalJSON(data []byte) error {
	type plain ProductSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductSummary) MarshalJSON() ([]byte, error) {
	type plain ProductSummary
	return writeObject(plain(v), v.Extra)
}

// ProductVariant: A variant of a product.
type ProductVariant struct {
	// Whether the variant can be bought now.
	Available bool `json:"available"`
	// Compare-at price; absent unless it is higher than `price`.
	CompareAt *Money `json:"compare_at,omitempty"`
	// Variant id.
	ID string `json:"id"`
	// Image of the variant; absent if it has none of its own.
	Image *ProductImage `json:"image,omitempty"`
	// Value of each product option, in the order of `options`.
	Options []string `json:"options,omitzero"`
	// Price.
	Price Money `json:"price"`
	// Stock keeping unit (SKU); may be empty, and need not be unique.
	SKU *string `json:"sku,omitempty"`
	// What the storefront shows of its stock; absent unless the store wants it shown.
	Stock *ProductVariantStock `json:"stock,omitempty"`
	// Option values joined, such as `Blue / M`; the product's title when there is one variant.
	Title string `json:"title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductVariant) UnmarshalJSON(data []byte) error {
	type plain ProductVariant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductVariant) MarshalJSON() ([]byte, error) {
	type plain ProductVariant
	return writeObject(plain(v), v.Extra)
}

// ProductVariantStock: What a storefront shows of a variant's stock.
type ProductVariantStock struct {
	// Stock in words.
	Level StockLevel `json:"level"`
	// Units that can be bought now; absent if the storefront does not show them, or there is no limit.
	Quantity *int64 `json:"quantity,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductVariantStock) UnmarshalJSON(data []byte) error {
	type plain ProductVariantStock
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductVariantStock) MarshalJSON() ([]byte, error) {
	type plain ProductVariantStock
	return writeObject(plain(v), v.Extra)
}

// ProductVisibility: Which customer groups see a product.
type ProductVisibility struct {
	// Ids of customer groups, at most 100; empty if every shopper sees it.
	CustomerGroupIds []string `json:"customer_group_ids,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ProductVisibility) UnmarshalJSON(data []byte) error {
	type plain ProductVisibility
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ProductVisibility) MarshalJSON() ([]byte, error) {
	type plain ProductVisibility
	return writeObject(plain(v), v.Extra)
}

// Radius: How round corners are.
//
// - `none`: Square.
// - `small`: 4 pixels.
// - `medium`: 8 pixels.
// - `large`: 16 pixels.
//
// A newer server may send other values.
type Radius string

// Values of Radius.
const (
	RadiusNone   Radius = "none"
	RadiusSmall  Radius = "small"
	RadiusMedium Radius = "medium"
	RadiusLarge  Radius = "large"
)

// Rating: Rating of a product by its published reviews.
type Rating struct {
	// Mean of 1 to 5 stars with two decimal places, rounded half up, such as `4.33`.
	Average string `json:"average"`
	// Number of published reviews.
	Count int64 `json:"count"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Rating) UnmarshalJSON(data []byte) error {
	type plain Rating
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Rating) MarshalJSON() ([]byte, error) {
	type plain Rating
	return writeObject(plain(v), v.Extra)
}

// ReceivedLine: What came of a line until now.
type ReceivedLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Units that came until now.
	ReceivedQuantity int64 `json:"received_quantity"`
	// Units that went back into stock until now.
	RestockedQuantity int64 `json:"restocked_quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReceivedLine) UnmarshalJSON(data []byte) error {
	type plain ReceivedLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReceivedLine) MarshalJSON() ([]byte, error) {
	type plain ReceivedLine
	return writeObject(plain(v), v.Extra)
}

// RecoveryCodes: Recovery codes.
type RecoveryCodes struct {
	// Ten codes, each good once in the place of a code of the app. They are not shown again.
	RecoveryCodes []string `json:"recovery_codes,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *RecoveryCodes) UnmarshalJSON(data []byte) error {
	type plain RecoveryCodes
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v RecoveryCodes) MarshalJSON() ([]byte, error) {
	type plain RecoveryCodes
	return writeObject(plain(v), v.Extra)
}

// Refund: A refund.
type Refund struct {
	// Amount: of the lines, the shipping, and what was refunded beside them.
	Amount Money `json:"amount"`
	// When the refund was requested.
	CreatedAt time.Time `json:"created_at"`
	// Who created it: the id of a staff member, `system`, or `provider` when it was created at the
	// payment provider.
	CreatedBy string `json:"created_by"`
	// Why it failed; absent otherwise.
	Failure *string `json:"failure,omitempty"`
	// Refund id.
	ID string `json:"id"`
	// Whether the capture of the payment leaves it out: it is never taken from the shopper.
	LeftOut bool `json:"left_out"`
	// Lines refunded.
	Lines []RefundLine `json:"lines,omitzero"`
	// Order id.
	OrderID string `json:"order_id"`
	// Reason.
	Reason string `json:"reason"`
	// Return whose units are refunded; absent otherwise.
	ReturnID *string `json:"return_id,omitempty"`
	// Whether shipping is refunded.
	Shipping bool `json:"shipping"`
	// Refund status.
	Status RefundStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Refund) UnmarshalJSON(data []byte) error {
	type plain Refund
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Refund) MarshalJSON() ([]byte, error) {
	type plain Refund
	return writeObject(plain(v), v.Extra)
}

// RefundLine: A refunded line.
type RefundLine struct {
	// Amount refunded for the line.
	Amount Money `json:"amount"`
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity to refund.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *RefundLine) UnmarshalJSON(data []byte) error {
	type plain RefundLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v RefundLine) MarshalJSON() ([]byte, error) {
	type plain RefundLine
	return writeObject(plain(v), v.Extra)
}

// RefundPreview: What a refund would do if it were created now.
type RefundPreview struct {
	// Amount that the shopper gets.
	Amount Money `json:"amount"`
	// Commission that the platform gives back, to all merchants.
	CommissionReturned Money `json:"commission_returned"`
	// Lines that would be refunded.
	Lines []RefundLine `json:"lines,omitzero"`
	// What each merchant gives of it.
	Merchants []RefundPreviewMerchant `json:"merchants,omitzero"`
	// Payment provider's fee of the payment, none of which comes back; absent until it is known.
	ProviderFee *Money `json:"provider_fee,omitempty"`
	// Amount of the payment that could still be refunded afterwards.
	Remaining Money `json:"remaining"`
	// Whether shipping would be refunded.
	Shipping bool `json:"shipping"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *RefundPreview) UnmarshalJSON(data []byte) error {
	type plain RefundPreview
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v RefundPreview) MarshalJSON() ([]byte, error) {
	type plain RefundPreview
	return writeObject(plain(v), v.Extra)
}

// RefundPreviewMerchant: A merchant's part of a refund. `amount` is the sum of `held`, `commission_returned`, `withheld`, `reversed`
// and `debt`.
type RefundPreviewMerchant struct {
	// Amount that the shopper gets of the merchant's share.
	Amount Money `json:"amount"`
	// What the merchant is owed afterwards, less what it owes, over all its orders in this currency.
	Balance Money `json:"balance"`
	// Commission that the platform gives back.
	CommissionReturned Money `json:"commission_returned"`
	// Owed by the merchant from then on, and withheld from its next shares.
	Debt Money `json:"debt"`
	// Taken from an earlier refund that did not reach the shopper.
	Held Money `json:"held"`
	// Merchant id.
	MerchantID string `json:"merchant_id"`
	// Reversed from the merchant's account.
	Reversed Money `json:"reversed"`
	// Withheld from a share that is not transferred yet.
	Withheld Money `json:"withheld"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *RefundPreviewMerchant) UnmarshalJSON(data []byte) error {
	type plain RefundPreviewMerchant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v RefundPreviewMerchant) MarshalJSON() ([]byte, error) {
	type plain RefundPreviewMerchant
	return writeObject(plain(v), v.Extra)
}

// RefundStatus: Refund status.
//
// - `requested`: Recorded; not yet at the payment provider.
// - `pending`: Being processed by the payment provider.
// - `succeeded`: The money is on its way to the shopper.
// - `failed`: Refused by the provider, or returned; it can be requested again.
//
// A newer server may send other values.
type RefundStatus string

// Values of RefundStatus.
const (
	RefundStatusRequested RefundStatus = "requested"
	RefundStatusPending   RefundStatus = "pending"
	RefundStatusSucceeded RefundStatus = "succeeded"
	RefundStatusFailed    RefundStatus = "failed"
)

// RefundedLine: Units of a line to refund.
type RefundedLine struct {
	// Order line id.
	LineID string `json:"line_id"`
	// Quantity to refund.
	Quantity int64 `json:"quantity"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *RefundedLine) UnmarshalJSON(data []byte) error {
	type plain RefundedLine
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v RefundedLine) MarshalJSON() ([]byte, error) {
	type plain RefundedLine
	return writeObject(plain(v), v.Extra)
}

// RejectedReviews: Reviews rejected for one reason.
type RejectedReviews struct {
	// Number of reviews.
	Count int64 `json:"count"`
	// The reason.
	Reason ReviewReason `json:"reason"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *RejectedReviews) UnmarshalJSON(data []byte) error {
	type plain RejectedReviews
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v RejectedReviews) MarshalJSON() ([]byte, error) {
	type plain RejectedReviews
	return writeObject(plain(v), v.Extra)
}

// ReportInterval: Length of the periods of a report. Weeks begin on Mondays.
//
// - `day`: Days.
// - `week`: Weeks.
// - `month`: Months.
//
// A newer server may send other values.
type ReportInterval string

// Values of ReportInterval.
const (
	ReportIntervalDay   ReportInterval = "day"
	ReportIntervalWeek  ReportInterval = "week"
	ReportIntervalMonth ReportInterval = "month"
)

// ReportKind: What the rows of a report are of.
//
// - `sales`: Periods.
// - `products`: Products.
// - `categories`: Categories.
// - `merchants`: Merchants.
// - `storefronts`: Storefronts.
// - `countries`: Countries.
// - `customers`: Customers by period.
// - `cohorts`: Months of cohorts, a row for each currency.
//
// A newer server may send other values.
type ReportKind string

// Values of ReportKind.
const (
	ReportKindSales       ReportKind = "sales"
	ReportKindProducts    ReportKind = "products"
	ReportKindCategories  ReportKind = "categories"
	ReportKindMerchants   ReportKind = "merchants"
	ReportKindStorefronts ReportKind = "storefronts"
	ReportKindCountries   ReportKind = "countries"
	ReportKindCustomers   ReportKind = "customers"
	ReportKindCohorts     ReportKind = "cohorts"
)

// ReportSettings: Settings of reports.
type ReportSettings struct {
	// Whether events of browsers are counted only with the visitor's consent. Default: `true`.
	EventsNeedConsent bool `json:"events_need_consent"`
	// Whether the days are being counted again; until they are there are no reports.
	IsRebuilding bool `json:"is_rebuilding"`
	// IANA name of the time zone whose midnight days begin at. Default: `UTC`.
	TimeZone string `json:"time_zone"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReportSettings) UnmarshalJSON(data []byte) error {
	type plain ReportSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReportSettings) MarshalJSON() ([]byte, error) {
	type plain ReportSettings
	return writeObject(plain(v), v.Extra)
}

// Requirement: A missing or invalid field.
type Requirement struct {
	// Stable code, such as `required`.
	Code string `json:"code"`
	// What would be valid.
	Detail string `json:"detail"`
	// JSON pointer to the field of the cart.
	Pointer string `json:"pointer"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Requirement) UnmarshalJSON(data []byte) error {
	type plain Requirement
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Requirement) MarshalJSON() ([]byte, error) {
	type plain Requirement
	return writeObject(plain(v), v.Extra)
}

// ReturnPolicy: How long shoppers can return what they bought.
type ReturnPolicy struct {
	// Days from delivery in which shoppers can ask for a return; 0: they cannot.
	WindowDays int64 `json:"window_days"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReturnPolicy) UnmarshalJSON(data []byte) error {
	type plain ReturnPolicy
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReturnPolicy) MarshalJSON() ([]byte, error) {
	type plain ReturnPolicy
	return writeObject(plain(v), v.Extra)
}

// ReturnReason: Why units come back.
//
// - `damaged`: Damaged or defective.
// - `wrong_item`: Another product than was ordered.
// - `not_as_described`: Not as it was described.
// - `does_not_fit`: The wrong size or shape.
// - `changed_mind`: The shopper does not want it any more.
// - `other`: Something else.
//
// A newer server may send other values.
type ReturnReason string

// Values of ReturnReason.
const (
	ReturnReasonDamaged        ReturnReason = "damaged"
	ReturnReasonWrongItem      ReturnReason = "wrong_item"
	ReturnReasonNotAsDescribed ReturnReason = "not_as_described"
	ReturnReasonDoesNotFit     ReturnReason = "does_not_fit"
	ReturnReasonChangedMind    ReturnReason = "changed_mind"
	ReturnReasonOther          ReturnReason = "other"
)

// ReturnStatus: Status of a return.
//
// - `requested`: Asked for by the shopper; the store decides.
// - `approved`: The units may come.
// - `rejected`: The store does not take the units back.
// - `cancelled`: Called off by the shopper or the store.
// - `received`: The units came, or as many as will.
//
// A newer server may send other values.
type ReturnStatus string

// Values of ReturnStatus.
const (
	ReturnStatusRequested ReturnStatus = "requested"
	ReturnStatusApproved  ReturnStatus = "approved"
	ReturnStatusRejected  ReturnStatus = "rejected"
	ReturnStatusCancelled ReturnStatus = "cancelled"
	ReturnStatusReceived  ReturnStatus = "received"
)

// Review: A published review. It belongs to a line of a paid order.
type Review struct {
	// Answer of the store; absent without one.
	Answer *ReviewAnswer `json:"answer,omitempty"`
	// Name that the author shows; absent if they show none.
	AuthorName *string `json:"author_name,omitempty"`
	// When it was written.
	CreatedAt time.Time `json:"created_at"`
	// When its author last changed it; absent unless they did.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// Review id.
	ID string `json:"id"`
	// Pictures by the author, at most four.
	Pictures []ReviewPicture `json:"pictures,omitzero"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// Text, plain text with line breaks; absent without one.
	Text *string `json:"text,omitempty"`
	// Headline, plain text; absent without one.
	Title *string `json:"title,omitempty"`
	// Variant that was bought, such as `Blue / M`; empty for a product with one variant.
	VariantTitle string `json:"variant_title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Review) UnmarshalJSON(data []byte) error {
	type plain Review
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Review) MarshalJSON() ([]byte, error) {
	type plain Review
	return writeObject(plain(v), v.Extra)
}

// ReviewAnswer: What the store answers to a review.
type ReviewAnswer struct {
	// When the store answered.
	AnsweredAt time.Time `json:"answered_at"`
	// When the answer was last changed; absent unless it was.
	EditedAt *time.Time `json:"edited_at,omitempty"`
	// Text, plain text with line breaks.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewAnswer) UnmarshalJSON(data []byte) error {
	type plain ReviewAnswer
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewAnswer) MarshalJSON() ([]byte, error) {
	type plain ReviewAnswer
	return writeObject(plain(v), v.Extra)
}

// ReviewCount: Reviews with the same number of stars.
type ReviewCount struct {
	// Number of reviews.
	Count int64 `json:"count"`
	// Stars, 1 to 5.
	Rating int64 `json:"rating"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewCount) UnmarshalJSON(data []byte) error {
	type plain ReviewCount
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewCount) MarshalJSON() ([]byte, error) {
	type plain ReviewCount
	return writeObject(plain(v), v.Extra)
}

// ReviewDecision: A decision about a review.
type ReviewDecision struct {
	// When.
	DecidedAt time.Time `json:"decided_at"`
	// Who decided: the id of a staff member or of an API key.
	DecidedBy string `json:"decided_by"`
	// What its author was told about that; absent without a note.
	Note *string `json:"note,omitempty"`
	// Why it was rejected; absent unless it was.
	Reason *ReviewReason `json:"reason,omitempty"`
	// What the review became.
	Status ReviewStatus `json:"status"`
	// Version of the text that it is about; the first is 1.
	Version int64 `json:"version"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewDecision) UnmarshalJSON(data []byte) error {
	type plain ReviewDecision
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewDecision) MarshalJSON() ([]byte, error) {
	type plain ReviewDecision
	return writeObject(plain(v), v.Extra)
}

// ReviewHold: Why a review waits for the staff although reviews are published at once.
//
// - `link`: Its text has a link or an address.
// - `markup`: Its text has HTML or other markup. Texts are plain: whoever shows them must escape them.
// - `duplicate_text`: Another review has the same text.
//
// A newer server may send other values.
type ReviewHold string

// Values of ReviewHold.
const (
	ReviewHoldLink          ReviewHold = "link"
	ReviewHoldMarkup        ReviewHold = "markup"
	ReviewHoldDuplicateText ReviewHold = "duplicate_text"
)

// ReviewPicture: A picture that the author added.
type ReviewPicture struct {
	// Height in pixels.
	Height int64 `json:"height"`
	// Picture id.
	ID string `json:"id"`
	// URL on the storefront's host.
	URL string `json:"url"`
	// Width in pixels.
	Width int64 `json:"width"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewPicture) UnmarshalJSON(data []byte) error {
	type plain ReviewPicture
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewPicture) MarshalJSON() ([]byte, error) {
	type plain ReviewPicture
	return writeObject(plain(v), v.Extra)
}

// ReviewReason: Why a review is reported or rejected. A low rating is no reason.
//
// - `spam`: Advertising, or text without meaning.
// - `offensive`: Insults, hate or threats.
// - `personal_data`: Names or other data of people.
// - `off_topic`: Not about the product, the merchant or the purchase.
// - `illegal`: Against the law.
// - `not_genuine`: Not the shopper's own experience: copied, bought or written by a competitor.
// - `other`: Another reason, which the note names.
//
// A newer server may send other values.
type ReviewReason string

// Values of ReviewReason.
const (
	ReviewReasonSpam         ReviewReason = "spam"
	ReviewReasonOffensive    ReviewReason = "offensive"
	ReviewReasonPersonalData ReviewReason = "personal_data"
	ReviewReasonOffTopic     ReviewReason = "off_topic"
	ReviewReasonIllegal      ReviewReason = "illegal"
	ReviewReasonNotGenuine   ReviewReason = "not_genuine"
	ReviewReasonOther        ReviewReason = "other"
)

// ReviewReport: A report of a review.
type ReviewReport struct {
	// When it was reported.
	CreatedAt time.Time `json:"created_at"`
	// More about it; absent if the reporter said no more.
	Details *string `json:"details,omitempty"`
	// What is wrong with the review.
	Reason ReviewReason `json:"reason"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewReport) UnmarshalJSON(data []byte) error {
	type plain ReviewReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewReport) MarshalJSON() ([]byte, error) {
	type plain ReviewReport
	return writeObject(plain(v), v.Extra)
}

// ReviewSettings: Settings of reviews.
type ReviewSettings struct {
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
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewSettings) UnmarshalJSON(data []byte) error {
	type plain ReviewSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewSettings) MarshalJSON() ([]byte, error) {
	type plain ReviewSettings
	return writeObject(plain(v), v.Extra)
}

// ReviewSort: Sort order of reviews.
//
// - `newest`: Newest first.
// - `highest`: Most stars first, newest first among the same.
// - `lowest`: Fewest stars first, newest first among the same.
//
// A newer server may send other values.
type ReviewSort string

// Values of ReviewSort.
const (
	ReviewSortNewest  ReviewSort = "newest"
	ReviewSortHighest ReviewSort = "highest"
	ReviewSortLowest  ReviewSort = "lowest"
)

// ReviewStatistics: What became of the reviews of a store.
type ReviewStatistics struct {
	// Appeals of authors against a rejection.
	Appeals int64 `json:"appeals"`
	// Reviews that are published after an appeal.
	AppealsGranted int64 `json:"appeals_granted"`
	// Reviews that wait for a decision.
	Pending int64 `json:"pending"`
	// Published reviews.
	Published int64 `json:"published"`
	// Rejected reviews, by reason; reasons without reviews are left out.
	Rejected []RejectedReviews `json:"rejected,omitzero"`
	// Reports of reviews.
	Reports int64 `json:"reports"`
	// Reviews that their authors deleted.
	Withdrawn int64 `json:"withdrawn"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ReviewStatistics) UnmarshalJSON(data []byte) error {
	type plain ReviewStatistics
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ReviewStatistics) MarshalJSON() ([]byte, error) {
	type plain ReviewStatistics
	return writeObject(plain(v), v.Extra)
}

// ReviewStatus: Review status.
//
// - `pending`: Waits for a decision of the staff; nobody else sees it.
// - `published`: Published.
// - `rejected`: Rejected, for a reason. Its author may appeal once.
// - `withdrawn`: Taken back by its author. Its text is deleted.
//
// A newer server may send other values.
type ReviewStatus string

// Values of ReviewStatus.
const (
	ReviewStatusPending   ReviewStatus = "pending"
	ReviewStatusPublished ReviewStatus = "published"
	ReviewStatusRejected  ReviewStatus = "rejected"
	ReviewStatusWithdrawn ReviewStatus = "withdrawn"
)

// ReviewSubject: What a review is of.
//
// - `product`: The product of an order line.
// - `merchant`: The merchant who sold it.
//
// A newer server may send other values.
type ReviewSubject string

// Values of ReviewSubject.
const (
	ReviewSubjectProduct  ReviewSubject = "product"
	ReviewSubjectMerchant ReviewSubject = "merchant"
)

// SalesFigures: What was sold, given back and earned, in one currency. Amounts never mix currencies; each of them equals the
// ledger's or is of the orders that the ledger has the sum of.
type SalesFigures struct {
	// `gross` for each order, rounded down; absent without orders.
	AverageOrder *Money `json:"average_order,omitempty"`
	// The platform's commission, less what went back with refunds and disputes.
	Commission Money `json:"commission"`
	// What shoppers' banks took for good in disputes.
	Disputes Money `json:"disputes"`
	// What merchants earned: their shares less commission, fees, refunds and disputes that they bear.
	Earnings Money `json:"earnings"`
	// The payment provider's fees, which merchants bear.
	Fees Money `json:"fees"`
	// What shoppers paid: `net` + `shipping` + `tax`.
	Gross Money `json:"gross"`
	// Goods without tax.
	Net Money `json:"net"`
	// Orders that were paid on these days, refunded or not.
	Orders int64 `json:"orders"`
	// What was given back on these days, by the store or at the payment provider.
	Refunds Money `json:"refunds"`
	// Shipping without tax.
	Shipping Money `json:"shipping"`
	// `commission` in basis points of `total`, rounded down; absent when `total` is not above zero.
	TakeRateBps *int64 `json:"take_rate_bps,omitempty"`
	// Tax of goods and shipping.
	Tax Money `json:"tax"`
	// What stayed: `gross` - `refunds` - `disputes`.
	Total Money `json:"total"`
	// Units of their lines.
	Units int64 `json:"units"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SalesFigures) UnmarshalJSON(data []byte) error {
	type plain SalesFigures
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SalesFigures) MarshalJSON() ([]byte, error) {
	type plain SalesFigures
	return writeObject(plain(v), v.Extra)
}

// SalesReport: Sales by period.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type SalesReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// First day of as many days before.
	PreviousFrom string `json:"previous_from"`
	// Last day of these.
	PreviousTo string `json:"previous_to"`
	// What these come to, in each currency.
	PreviousTotals []SalesTotal `json:"previous_totals,omitzero"`
	// Rows, by currency. What has no figures has no row.
	Rows []PeriodSales `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// What all days come to, in each currency.
	Totals []SalesTotal `json:"totals,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SalesReport) UnmarshalJSON(data []byte) error {
	type plain SalesReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SalesReport) MarshalJSON() ([]byte, error) {
	type plain SalesReport
	return writeObject(plain(v), v.Extra)
}

// SalesTotal: Sales of all days of a report.
type SalesTotal struct {
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SalesTotal) UnmarshalJSON(data []byte) error {
	type plain SalesTotal
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SalesTotal) MarshalJSON() ([]byte, error) {
	type plain SalesTotal
	return writeObject(plain(v), v.Extra)
}

// SavedAddress: An address of the address book.
type SavedAddress struct {
	// The address.
	Address Address `json:"address"`
	// When the address was created.
	CreatedAt time.Time `json:"created_at"`
	// Address id.
	ID string `json:"id"`
	// Whether it is the default billing address.
	IsDefaultBilling bool `json:"is_default_billing"`
	// Whether it is the default shipping address.
	IsDefaultShipping bool `json:"is_default_shipping"`
	// When the address was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SavedAddress) UnmarshalJSON(data []byte) error {
	type plain SavedAddress
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SavedAddress) MarshalJSON() ([]byte, error) {
	type plain SavedAddress
	return writeObject(plain(v), v.Extra)
}

// SavedAddressList: A list that comes whole.
type SavedAddressList struct {
	// All of them.
	Data []SavedAddress `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SavedAddressList) UnmarshalJSON(data []byte) error {
	type plain SavedAddressList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SavedAddressList) MarshalJSON() ([]byte, error) {
	type plain SavedAddressList
	return writeObject(plain(v), v.Extra)
}

// SavedBrand: A saved version of a brand.
type SavedBrand struct {
	// The brand.
	Brand BrandKit `json:"brand"`
	// Version and status.
	Version BrandVersion `json:"version"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SavedBrand) UnmarshalJSON(data []byte) error {
	type plain SavedBrand
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SavedBrand) MarshalJSON() ([]byte, error) {
	type plain SavedBrand
	return writeObject(plain(v), v.Extra)
}

// SearchFacets: Counts of found products. Each facet leaves its own filter out of account, and has at most 50 values.
type SearchFacets struct {
	// Number of products that can be bought now.
	Available int64 `json:"available"`
	// Categories, by number of products.
	Categories []CategoryCount `json:"categories,omitzero"`
	// Merchants, by number of products.
	Merchants []MerchantCount `json:"merchants,omitzero"`
	// Options of the products, such as `Color`.
	Options []OptionFacet `json:"options,omitzero"`
	// Prices; absent if nothing matches.
	Price *PriceFacet `json:"price,omitempty"`
	// Number of products that are sold out.
	SoldOut int64 `json:"sold_out"`
	// Vendors, by number of products.
	Vendors []ValueCount `json:"vendors,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SearchFacets) UnmarshalJSON(data []byte) error {
	type plain SearchFacets
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SearchFacets) MarshalJSON() ([]byte, error) {
	type plain SearchFacets
	return writeObject(plain(v), v.Extra)
}

// SearchResult: A page of the products that match, and counts of all that do.
type SearchResult struct {
	// Products of this page.
	Data []ProductSummary `json:"data,omitzero"`
	// What was searched for instead of `q`; absent if products have the words of `q`.
	DidYouMean *string `json:"did_you_mean,omitempty"`
	// Counts of the products that match.
	Facets SearchFacets `json:"facets"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Whether no product has all words of `q`, and these have some of them.
	Partial bool `json:"partial"`
	// Number of products that match.
	Total int64 `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SearchResult) UnmarshalJSON(data []byte) error {
	type plain SearchResult
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SearchResult) MarshalJSON() ([]byte, error) {
	type plain SearchResult
	return writeObject(plain(v), v.Extra)
}

// SearchSort: Sort order of found products.
//
// - `relevance`: Best match first; without a query, newest first.
// - `price_asc`: Cheapest first.
// - `price_desc`: Most expensive first.
// - `newest`: Newest first.
// - `title`: By title, as readers of the storefront's language sort.
//
// A newer server may send other values.
type SearchSort string

// Values of SearchSort.
const (
	SearchSortRelevance SearchSort = "relevance"
	SearchSortPriceAsc  SearchSort = "price_asc"
	SearchSortPriceDesc SearchSort = "price_desc"
	SearchSortNewest    SearchSort = "newest"
	SearchSortTitle     SearchSort = "title"
)

// SearchSuggestions: Completions of what was typed.
type SearchSuggestions struct {
	// Categories.
	Categories []Category `json:"categories,omitzero"`
	// Products.
	Products []ProductSummary `json:"products,omitzero"`
	// Searches that begin with what was typed, by number of products.
	Terms []string `json:"terms,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SearchSuggestions) UnmarshalJSON(data []byte) error {
	type plain SearchSuggestions
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SearchSuggestions) MarshalJSON() ([]byte, error) {
	type plain SearchSuggestions
	return writeObject(plain(v), v.Extra)
}

// SearchSynonyms: Synonyms of the tenant.
type SearchSynonyms struct {
	// Groups; at most 500.
	Groups []SynonymGroup `json:"groups,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SearchSynonyms) UnmarshalJSON(data []byte) error {
	type plain SearchSynonyms
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SearchSynonyms) MarshalJSON() ([]byte, error) {
	type plain SearchSynonyms
	return writeObject(plain(v), v.Extra)
}

// SearchTerm: A term that shoppers searched for.
type SearchTerm struct {
	// Day in UTC.
	Day string `json:"day"`
	// Number of searches.
	Searches int64 `json:"searches"`
	// The term in lower case, without accents and punctuation.
	Term string `json:"term"`
	// Number of these searches whose words no product had.
	WithoutResults int64 `json:"without_results"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SearchTerm) UnmarshalJSON(data []byte) error {
	type plain SearchTerm
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SearchTerm) MarshalJSON() ([]byte, error) {
	type plain SearchTerm
	return writeObject(plain(v), v.Extra)
}

// SearchTermPage: A page of a list.
type SearchTermPage struct {
	// Those of this page.
	Data []SearchTerm `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SearchTermPage) UnmarshalJSON(data []byte) error {
	type plain SearchTermPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SearchTermPage) MarshalJSON() ([]byte, error) {
	type plain SearchTermPage
	return writeObject(plain(v), v.Extra)
}

// SecondFactor: The caller's second factor.
type SecondFactor struct {
	// When it was enrolled; absent without one.
	EnrolledAt *time.Time `json:"enrolled_at,omitempty"`
	// Whether the tenant requires one.
	IsRequired bool `json:"is_required"`
	// Recovery codes that were not used.
	RecoveryCodesLeft int64 `json:"recovery_codes_left"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SecondFactor) UnmarshalJSON(data []byte) error {
	type plain SecondFactor
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SecondFactor) MarshalJSON() ([]byte, error) {
	type plain SecondFactor
	return writeObject(plain(v), v.Extra)
}

// SecondFactorSeed: A seed for an authenticator app.
type SecondFactorSeed struct {
	// Seed in base32, for typing.
	Secret string `json:"secret"`
	// Seed as an `otpauth` address, for a QR code.
	URI string `json:"uri"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SecondFactorSeed) UnmarshalJSON(data []byte) error {
	type plain SecondFactorSeed
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SecondFactorSeed) MarshalJSON() ([]byte, error) {
	type plain SecondFactorSeed
	return writeObject(plain(v), v.Extra)
}

// Seller: Merchant who sells or sold something.
type Seller struct {
	// Name of the merchant.
	Name string `json:"name"`
	// Slug of the merchant.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Seller) UnmarshalJSON(data []byte) error {
	type plain Seller
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Seller) MarshalJSON() ([]byte, error) {
	type plain Seller
	return writeObject(plain(v), v.Extra)
}

// SellerField: What the invoicing settings need before documents can be issued.
//
// - `legal_name`: The name that the business is registered under.
// - `address`: Its address.
// - `tax_number`: A tax number or a VAT number.
//
// A newer server may send other values.
type SellerField string

// Values of SellerField.
const (
	SellerFieldLegalName SellerField = "legal_name"
	SellerFieldAddress   SellerField = "address"
	SellerFieldTaxNumber SellerField = "tax_number"
)

// SenderDnsRecord: A DNS record to publish.
type SenderDnsRecord struct {
	// What was found instead, up to 1000 characters; absent unless the state is `wrong`.
	Found *string `json:"found,omitempty"`
	// Whether the domain is verified only with this record.
	IsRequired bool `json:"is_required"`
	// Name of the record, without a dot at the end.
	Name string `json:"name"`
	// What the record is for.
	Purpose DnsRecordPurpose `json:"purpose"`
	// What the last check found.
	State DnsRecordState `json:"state"`
	// Type of the record: `TXT`.
	Type string `json:"type"`
	// Text of the record. Where DNS takes at most 255 characters, split it into strings.
	Value string `json:"value"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SenderDnsRecord) UnmarshalJSON(data []byte) error {
	type plain SenderDnsRecord
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SenderDnsRecord) MarshalJSON() ([]byte, error) {
	type plain SenderDnsRecord
	return writeObject(plain(v), v.Extra)
}

// SenderDomain: A domain that the tenant sends e-mail from.
type SenderDomain struct {
	// When DNS was last asked and answered; absent before.
	CheckedAt *time.Time `json:"checked_at,omitempty"`
	// When it was created.
	CreatedAt time.Time `json:"created_at"`
	// Domain name, in ASCII.
	Domain string `json:"domain"`
	// Id of the sender domain.
	ID string `json:"id"`
	// Records to publish.
	Records []SenderDnsRecord `json:"records,omitzero"`
	// State of the domain.
	State SenderDomainState `json:"state"`
	// Since when the domain is verified; absent unless it is.
	VerifiedAt *time.Time `json:"verified_at,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SenderDomain) UnmarshalJSON(data []byte) error {
	type plain SenderDomain
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SenderDomain) MarshalJSON() ([]byte, error) {
	type plain SenderDomain
	return writeObject(plain(v), v.Extra)
}

// SenderDomainList: A list that comes whole.
type SenderDomainList struct {
	// All of them.
	Data []SenderDomain `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SenderDomainList) UnmarshalJSON(data []byte) error {
	type plain SenderDomainList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SenderDomainList) MarshalJSON() ([]byte, error) {
	type plain SenderDomainList
	return writeObject(plain(v), v.Extra)
}

// SenderDomainState: State of a sender domain: `pending`, its key was never found; `verified`, the last check found the key, and
//
//	e-mails leave from the domain; `failing`, the key was there and is no more, and e-mails leave from the platform's address.
//
// - `pending`: The key was never found.
// - `verified`: The last check found the key.
// - `failing`: The key was there, and the last check did not find it.
//
// A newer server may send other values.
type SenderDomainState string

// Values of SenderDomainState.
const (
	SenderDomainStatePending  SenderDomainState = "pending"
	SenderDomainStateVerified SenderDomainState = "verified"
	SenderDomainStateFailing  SenderDomainState = "failing"
)

// Session: A session.
type Session struct {
	// Access token, sent as `Authorization: Bearer …`.
	AccessToken string `json:"access_token"`
	// When the access token expires.
	ExpiresAt time.Time `json:"expires_at"`
	// Lifetime of the access token in seconds.
	ExpiresIn int64 `json:"expires_in"`
	// Token type: always `Bearer`.
	TokenType string `json:"token_type"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Session) UnmarshalJSON(data []byte) error {
	type plain Session
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Session) MarshalJSON() ([]byte, error) {
	type plain Session
	return writeObject(plain(v), v.Extra)
}

// SetCustomerGroupPrice: A price to set.
type SetCustomerGroupPrice struct {
	// Price of one unit in minor units; absent to remove the group's own price.
	Amount *int64 `json:"amount,omitempty"`
	// Currency (ISO 4217), such as `EUR`.
	Currency string `json:"currency"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SetCustomerGroupPrice) UnmarshalJSON(data []byte) error {
	type plain SetCustomerGroupPrice
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SetCustomerGroupPrice) MarshalJSON() ([]byte, error) {
	type plain SetCustomerGroupPrice
	return writeObject(plain(v), v.Extra)
}

// ShippingOption: A shipping option.
type ShippingOption struct {
	// Shipping option id.
	ID string `json:"id"`
	// Name of the option.
	Name string `json:"name"`
	// Price for this cart.
	Price Money `json:"price"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ShippingOption) UnmarshalJSON(data []byte) error {
	type plain ShippingOption
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ShippingOption) MarshalJSON() ([]byte, error) {
	type plain ShippingOption
	return writeObject(plain(v), v.Extra)
}

// ShippingOptionList: A list that comes whole.
type ShippingOptionList struct {
	// All of them.
	Data []ShippingOption `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ShippingOptionList) UnmarshalJSON(data []byte) error {
	type plain ShippingOptionList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ShippingOptionList) MarshalJSON() ([]byte, error) {
	type plain ShippingOptionList
	return writeObject(plain(v), v.Extra)
}

// ShopEventKind: What a browser tells of.
//
// - `product_viewed`: A product was shown.
// - `checkout_started`: The first page of the checkout was shown.
//
// A newer server may send other values.
type ShopEventKind string

// Values of ShopEventKind.
const (
	ShopEventKindProductViewed   ShopEventKind = "product_viewed"
	ShopEventKindCheckoutStarted ShopEventKind = "checkout_started"
)

// ShopperSession: A signed-in shopper's session.
type ShopperSession struct {
	// Access token, sent as `Authorization: Bearer …`.
	AccessToken string `json:"access_token"`
	// The signed-in account.
	Account Account `json:"account"`
	// The account's cart; only in the response to a sign-in that sent a `guest_cart`.
	Cart *AccountCart `json:"cart,omitempty"`
	// When the access token expires.
	ExpiresAt time.Time `json:"expires_at"`
	// Lifetime of the access token in seconds.
	ExpiresIn int64 `json:"expires_in"`
	// When the refresh token expires.
	RefreshExpiresAt time.Time `json:"refresh_expires_at"`
	// Refresh token, valid for one refresh.
	RefreshToken string `json:"refresh_token"`
	// Token type: always `Bearer`.
	TokenType string `json:"token_type"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ShopperSession) UnmarshalJSON(data []byte) error {
	type plain ShopperSession
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ShopperSession) MarshalJSON() ([]byte, error) {
	type plain ShopperSession
	return writeObject(plain(v), v.Extra)
}

// SignInMethods: How the account can be signed in to.
type SignInMethods struct {
	// Whether its owner has chosen a password.
	HasPassword bool `json:"has_password"`
	// What it is linked to.
	Identities []LinkedIdentity `json:"identities,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SignInMethods) UnmarshalJSON(data []byte) error {
	type plain SignInMethods
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SignInMethods) MarshalJSON() ([]byte, error) {
	type plain SignInMethods
	return writeObject(plain(v), v.Extra)
}

// SignInProvider: A provider that shoppers may sign in with.
type SignInProvider struct {
	// Id of the provider.
	ID string `json:"id"`
	// What it is called.
	Name string `json:"name"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SignInProvider) UnmarshalJSON(data []byte) error {
	type plain SignInProvider
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SignInProvider) MarshalJSON() ([]byte, error) {
	type plain SignInProvider
	return writeObject(plain(v), v.Extra)
}

// SignInProviderList: A list that comes whole.
type SignInProviderList struct {
	// All of them.
	Data []SignInProvider `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SignInProviderList) UnmarshalJSON(data []byte) error {
	type plain SignInProviderList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SignInProviderList) MarshalJSON() ([]byte, error) {
	type plain SignInProviderList
	return writeObject(plain(v), v.Extra)
}

// SmsSettings: Settings of text messages.
type SmsSettings struct {
	// Whether text messages are sent. Default: `false`.
	IsEnabled bool `json:"is_enabled"`
	// How many segments may be sent in a calendar month. Messages beyond it are not sent. Default: 1000.
	MonthlySegmentLimit int64 `json:"monthly_segment_limit"`
	// Start of the quiet hours as `HH:MM`; absent when there are none. Default: `21:00`. Messages wait for their end.
	QuietFrom *string `json:"quiet_from,omitempty"`
	// End of the quiet hours as `HH:MM`; absent when there are none. Default: `08:00`.
	QuietUntil *string `json:"quiet_until,omitempty"`
	// How many segments were sent in this month.
	SegmentsThisMonth int64 `json:"segments_this_month"`
	// IANA name of the time zone of quiet hours and months. Default: `UTC`.
	TimeZone string `json:"time_zone"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SmsSettings) UnmarshalJSON(data []byte) error {
	type plain SmsSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SmsSettings) MarshalJSON() ([]byte, error) {
	type plain SmsSettings
	return writeObject(plain(v), v.Extra)
}

// SocialSession: A shopper who has signed in with an identity provider.
type SocialSession struct {
	// Path of the shop to return to.
	ReturnTo string `json:"return_to"`
	// The session.
	Session ShopperSession `json:"session"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SocialSession) UnmarshalJSON(data []byte) error {
	type plain SocialSession
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SocialSession) MarshalJSON() ([]byte, error) {
	type plain SocialSession
	return writeObject(plain(v), v.Extra)
}

// SocialStart: A sign-in that has started.
type SocialStart struct {
	// Address at the provider to send the browser to.
	AuthorizationURL string `json:"authorization_url"`
	// Token that stays in this browser: 64 hexadecimal digits.
	BrowserToken string `json:"browser_token"`
	// When the browser must be back.
	ExpiresAt time.Time `json:"expires_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SocialStart) UnmarshalJSON(data []byte) error {
	type plain SocialStart
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SocialStart) MarshalJSON() ([]byte, error) {
	type plain SocialStart
	return writeObject(plain(v), v.Extra)
}

// StaffDeviceSession: A session of the caller on a device.
type StaffDeviceSession struct {
	// When it began.
	CreatedAt time.Time `json:"created_at"`
	// What the browser or program calls itself.
	Device string `json:"device"`
	// When it ends unless it is refreshed.
	ExpiresAt time.Time `json:"expires_at"`
	// Session id.
	ID string `json:"id"`
	// Whether it is the session of this request.
	IsCurrent bool `json:"is_current"`
	// When it was last refreshed.
	LastUsedAt time.Time `json:"last_used_at"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffDeviceSession) UnmarshalJSON(data []byte) error {
	type plain StaffDeviceSession
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffDeviceSession) MarshalJSON() ([]byte, error) {
	type plain StaffDeviceSession
	return writeObject(plain(v), v.Extra)
}

// StaffDeviceSessionList: A list that comes whole.
type StaffDeviceSessionList struct {
	// All of them.
	Data []StaffDeviceSession `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffDeviceSessionList) UnmarshalJSON(data []byte) error {
	type plain StaffDeviceSessionList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffDeviceSessionList) MarshalJSON() ([]byte, error) {
	type plain StaffDeviceSessionList
	return writeObject(plain(v), v.Extra)
}

// StaffProfile: A staff member.
type StaffProfile struct {
	// Whether a code is asked for when signing in.
	HasSecondFactor bool `json:"has_second_factor"`
	// Staff id.
	ID string `json:"id"`
	// Name.
	Name string `json:"name"`
	// Permissions of the role, each as `object:action`.
	Permissions []string `json:"permissions,omitzero"`
	// A built-in role, or the id of a role of the tenant.
	Role string `json:"role"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffProfile) UnmarshalJSON(data []byte) error {
	type plain StaffProfile
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffProfile) MarshalJSON() ([]byte, error) {
	type plain StaffProfile
	return writeObject(plain(v), v.Extra)
}

// StaffRecord: A staff member of the tenant.
type StaffRecord struct {
	// E-mail address to sign in with.
	Email string `json:"email"`
	// Staff id.
	ID string `json:"id"`
	// When they joined the tenant.
	JoinedAt time.Time `json:"joined_at"`
	// Merchant that they work for; absent for the tenant's own staff.
	MerchantID *string `json:"merchant_id,omitempty"`
	// Name.
	Name string `json:"name"`
	// A built-in role, or the id of a role of the tenant.
	Role string `json:"role"`
	// When they were suspended; absent unless they are.
	SuspendedAt *time.Time `json:"suspended_at,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffRecord) UnmarshalJSON(data []byte) error {
	type plain StaffRecord
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffRecord) MarshalJSON() ([]byte, error) {
	type plain StaffRecord
	return writeObject(plain(v), v.Extra)
}

// StaffRecordList: A list that comes whole.
type StaffRecordList struct {
	// All of them.
	Data []StaffRecord `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffRecordList) UnmarshalJSON(data []byte) error {
	type plain StaffRecordList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffRecordList) MarshalJSON() ([]byte, error) {
	type plain StaffRecordList
	return writeObject(plain(v), v.Extra)
}

// StaffRole: A role.
type StaffRole struct {
	// What it allows, each as `object:action`.
	Authorities []string `json:"authorities,omitzero"`
	// When it was created; absent for built-in roles.
	CreatedAt *time.Time `json:"created_at,omitempty"`
	// What it is for; empty for built-in roles.
	Description string `json:"description"`
	// Whether it is built in, and cannot be changed.
	IsBuiltIn bool `json:"is_built_in"`
	// Number of staff members who have it.
	MemberCount int64 `json:"member_count"`
	// Name.
	Name string `json:"name"`
	// What `role` of a staff member or an invitation says: `owner`, `administrator`, `catalogue_manager`,
	// `order_manager`, `support`, `analyst`, or the id of a role of the tenant.
	Role string `json:"role"`
	// When it was last changed; absent for built-in roles.
	UpdatedAt *time.Time `json:"updated_at,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffRole) UnmarshalJSON(data []byte) error {
	type plain StaffRole
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffRole) MarshalJSON() ([]byte, error) {
	type plain StaffRole
	return writeObject(plain(v), v.Extra)
}

// StaffRoleList: A list that comes whole.
type StaffRoleList struct {
	// All of them.
	Data []StaffRole `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffRoleList) UnmarshalJSON(data []byte) error {
	type plain StaffRoleList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffRoleList) MarshalJSON() ([]byte, error) {
	type plain StaffRoleList
	return writeObject(plain(v), v.Extra)
}

// StaffSession: A signed-in staff member's session.
type StaffSession struct {
	// Access token, sent as `Authorization: Bearer …`.
	AccessToken string `json:"access_token"`
	// When the access token expires.
	ExpiresAt time.Time `json:"expires_at"`
	// Lifetime of the access token in seconds.
	ExpiresIn int64 `json:"expires_in"`
	// When the session ends unless it is refreshed.
	RefreshExpiresAt time.Time `json:"refresh_expires_at"`
	// Refresh token: good once, at `/admin/v1/auth/refresh`.
	RefreshToken string `json:"refresh_token"`
	// The signed-in staff member.
	Staff StaffProfile `json:"staff"`
	// Token type: always `Bearer`.
	TokenType string `json:"token_type"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffSession) UnmarshalJSON(data []byte) error {
	type plain StaffSession
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffSession) MarshalJSON() ([]byte, error) {
	type plain StaffSession
	return writeObject(plain(v), v.Extra)
}

// StaffSettings: Settings of staff.
type StaffSettings struct {
	// Whether each staff member needs a second factor.
	RequiresSecondFactor bool `json:"requires_second_factor"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffSettings) UnmarshalJSON(data []byte) error {
	type plain StaffSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffSettings) MarshalJSON() ([]byte, error) {
	type plain StaffSettings
	return writeObject(plain(v), v.Extra)
}

// StaffTenant: A tenant that the caller works for.
type StaffTenant struct {
	// Host of its admin API.
	Host string `json:"host"`
	// Id of the tenant.
	ID string `json:"id"`
	// Whether the caller is signed in at this one.
	IsCurrent bool `json:"is_current"`
	// Name.
	Name string `json:"name"`
	// Short name.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffTenant) UnmarshalJSON(data []byte) error {
	type plain StaffTenant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffTenant) MarshalJSON() ([]byte, error) {
	type plain StaffTenant
	return writeObject(plain(v), v.Extra)
}

// StaffTenantList: A list that comes whole.
type StaffTenantList struct {
	// All of them.
	Data []StaffTenant `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StaffTenantList) UnmarshalJSON(data []byte) error {
	type plain StaffTenantList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StaffTenantList) MarshalJSON() ([]byte, error) {
	type plain StaffTenantList
	return writeObject(plain(v), v.Extra)
}

// SteppedUp: A session that was stepped up.
type SteppedUp struct {
	// Until when no further code is asked for.
	VerifiedUntil time.Time `json:"verified_until"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SteppedUp) UnmarshalJSON(data []byte) error {
	type plain SteppedUp
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SteppedUp) MarshalJSON() ([]byte, error) {
	type plain SteppedUp
	return writeObject(plain(v), v.Extra)
}

// StockAdjusted: Response of adjust.
type StockAdjusted struct {
	// Number of rows that were applied.
	Adjusted int64 `json:"adjusted"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockAdjusted) UnmarshalJSON(data []byte) error {
	type plain StockAdjusted
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockAdjusted) MarshalJSON() ([]byte, error) {
	type plain StockAdjusted
	return writeObject(plain(v), v.Extra)
}

// StockAdjustment: Units of a variant to add or remove.
type StockAdjustment struct {
	// Units to add; negative to remove. Never 0.
	Delta int64 `json:"delta"`
	// Location id; the default location without one.
	LocationID *string `json:"location_id,omitempty"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockAdjustment) UnmarshalJSON(data []byte) error {
	type plain StockAdjustment
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockAdjustment) MarshalJSON() ([]byte, error) {
	type plain StockAdjustment
	return writeObject(plain(v), v.Extra)
}

// StockAlert: Something that happened to the stock of a variant.
type StockAlert struct {
	// Units that could be sold then; absent without limit.
	Available *int64 `json:"available,omitempty"`
	// Alert id.
	ID string `json:"id"`
	// What happened.
	Kind StockAlertKind `json:"kind"`
	// When it happened.
	OccurredAt time.Time `json:"occurred_at"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockAlert) UnmarshalJSON(data []byte) error {
	type plain StockAlert
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockAlert) MarshalJSON() ([]byte, error) {
	type plain StockAlert
	return writeObject(plain(v), v.Extra)
}

// StockAlertKind: What happened to the stock of a variant.
//
// - `low_stock`: It came down to its low-stock threshold.
// - `sold_out`: The last unit that may be sold was sold or reserved.
// - `back_in_stock`: It can be sold again.
//
// A newer server may send other values.
type StockAlertKind string

// Values of StockAlertKind.
const (
	StockAlertKindLowStock    StockAlertKind = "low_stock"
	StockAlertKindSoldOut     StockAlertKind = "sold_out"
	StockAlertKindBackInStock StockAlertKind = "back_in_stock"
)

// StockAlertPage: A page of a list.
type StockAlertPage struct {
	// Those of this page.
	Data []StockAlert `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockAlertPage) UnmarshalJSON(data []byte) error {
	type plain StockAlertPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockAlertPage) MarshalJSON() ([]byte, error) {
	type plain StockAlertPage
	return writeObject(plain(v), v.Extra)
}

// StockAllocation: Units of an order that are taken from a location.
type StockAllocation struct {
	// Location id.
	LocationID string `json:"location_id"`
	// Name of the location.
	LocationName string `json:"location_name"`
	// Units, less those that went back into stock.
	Quantity int64 `json:"quantity"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockAllocation) UnmarshalJSON(data []byte) error {
	type plain StockAllocation
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockAllocation) MarshalJSON() ([]byte, error) {
	type plain StockAllocation
	return writeObject(plain(v), v.Extra)
}

// StockAllocationList: A list that comes whole.
type StockAllocationList struct {
	// All of them.
	Data []StockAllocation `json:"data,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockAllocationList) UnmarshalJSON(data []byte) error {
	type plain StockAllocationList
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockAllocationList) MarshalJSON() ([]byte, error) {
	type plain StockAllocationList
	return writeObject(plain(v), v.Extra)
}

// StockDisplay: What a storefront shows of stock: `hidden`, whether a variant can be bought; `level`, also whether it runs low; `exact`, also
//
//	how many units there are.
//
// - `hidden`: Whether a variant can be bought.
// - `level`: Also whether it runs low.
// - `exact`: Also how many units there are.
//
// A newer server may send other values.
type StockDisplay string

// Values of StockDisplay.
const (
	StockDisplayHidden StockDisplay = "hidden"
	StockDisplayLevel  StockDisplay = "level"
	StockDisplayExact  StockDisplay = "exact"
)

// StockLevel: What shoppers are told of a variant's stock.
//
// - `in_stock`: There is enough of it, or it is not counted.
// - `low_stock`: There are no more units than its low-stock threshold.
// - `backorder`: It can be bought, and is delivered when there is more of it.
// - `sold_out`: It cannot be bought.
//
// A newer server may send other values.
type StockLevel string

// Values of StockLevel.
const (
	StockLevelInStock   StockLevel = "in_stock"
	StockLevelLowStock  StockLevel = "low_stock"
	StockLevelBackorder StockLevel = "backorder"
	StockLevelSoldOut   StockLevel = "sold_out"
)

// StockMovement: A movement of stock.
type StockMovement struct {
	// Who did it: `system`, or the id of a staff member, secret key or operator.
	Actor string `json:"actor"`
	// Why it moved.
	Cause StockMovementCause `json:"cause"`
	// Movement id.
	ID string `json:"id"`
	// Location id.
	LocationID string `json:"location_id"`
	// When it moved.
	OccurredAt time.Time `json:"occurred_at"`
	// Id of the order; absent unless it is of one.
	OrderID *string `json:"order_id,omitempty"`
	// Units that came; negative, that went.
	Quantity int64 `json:"quantity"`
	// Reason that staff gave; absent without one.
	Reason *string `json:"reason,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockMovement) UnmarshalJSON(data []byte) error {
	type plain StockMovement
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockMovement) MarshalJSON() ([]byte, error) {
	type plain StockMovement
	return writeObject(plain(v), v.Extra)
}

// StockMovementCause: Why stock moved: `opening`, it was there when movements began to be kept; `sale`, an order was paid;
//
//	`cancellation`, units of a paid order were cancelled; `return`, units came back; `count`, staff or an import
//	set what is on hand; `adjustment`, staff or a program added or removed units.
//
// - `opening`: It was there when movements began to be kept.
// - `sale`: An order was paid.
// - `cancellation`: Units of a paid order were cancelled.
// - `return`: Units came back.
// - `count`: What is on hand was set.
// - `adjustment`: Units were added or removed.
//
// A newer server may send other values.
type StockMovementCause string

// Values of StockMovementCause.
const (
	StockMovementCauseOpening      StockMovementCause = "opening"
	StockMovementCauseSale         StockMovementCause = "sale"
	StockMovementCauseCancellation StockMovementCause = "cancellation"
	StockMovementCauseReturn       StockMovementCause = "return"
	StockMovementCauseCount        StockMovementCause = "count"
	StockMovementCauseAdjustment   StockMovementCause = "adjustment"
)

// StockMovementPage: A page of a list.
type StockMovementPage struct {
	// Those of this page.
	Data []StockMovement `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockMovementPage) UnmarshalJSON(data []byte) error {
	type plain StockMovementPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockMovementPage) MarshalJSON() ([]byte, error) {
	type plain StockMovementPage
	return writeObject(plain(v), v.Extra)
}

// StockSettings: What the tenant wants of its stock.
type StockSettings struct {
	// From which location units of a paid order are taken.
	Allocation AllocationRule `json:"allocation"`
	// Minutes that an unpaid order reserves stock and waits for its payment, 5 to 1,440; without it, what the platform has: 30.
	ReservationMinutes *int64 `json:"reservation_minutes,omitempty"`
	// What storefronts show of stock.
	Storefronts []StorefrontStockDisplay `json:"storefronts,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StockSettings) UnmarshalJSON(data []byte) error {
	type plain StockSettings
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StockSettings) MarshalJSON() ([]byte, error) {
	type plain StockSettings
	return writeObject(plain(v), v.Extra)
}

// Store: Public settings of a storefront.
type Store struct {
	// Brand of the storefront.
	Brand StoreBrand `json:"brand"`
	// Country it sells from (ISO 3166-1 alpha-2).
	Country string `json:"country"`
	// Currency of all prices (ISO 4217).
	Currency string `json:"currency"`
	// Whether visitors have to agree before events of their visits may be sent; without it, they count anyway.
	EventsNeedConsent bool `json:"events_need_consent"`
	// Storefront id.
	ID string `json:"id"`
	// Language and region (BCP 47), such as `de-DE`.
	Locale string `json:"locale"`
	// Store name.
	Name string `json:"name"`
	// Payment providers that take the storefront's currency.
	PaymentProviders []string `json:"payment_providers,omitzero"`
	// Tagline; absent if none was set.
	Tagline *string `json:"tagline,omitempty"`
	// Tax of the storefront.
	Tax StoreTax `json:"tax"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Store) UnmarshalJSON(data []byte) error {
	type plain Store
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Store) MarshalJSON() ([]byte, error) {
	type plain Store
	return writeObject(plain(v), v.Extra)
}

// StoreBrand: A brand. Text has a contrast of at least 4.5:1 on its backgrounds.
type StoreBrand struct {
	// Colours.
	Colors StoreColors `json:"colors"`
	// URL of the icon that browsers show, absolute or relative to the storefront's host; absent without one.
	FaviconURL *string `json:"favicon_url,omitempty"`
	// Fonts.
	Fonts StoreFonts `json:"fonts"`
	// URL of the logo, absolute or relative to the storefront's host; absent without one.
	LogoURL *string `json:"logo_url,omitempty"`
	// Brand name.
	Name string `json:"name"`
	// Legal pages, in the order of the footer.
	Pages []StorePageLink `json:"pages,omitzero"`
	// How round corners are.
	Radius Radius `json:"radius"`
	// Texts in the brand's own words, by the key of the message they replace.
	Texts map[string]string `json:"texts"`
	// Version of the brand. It changes when another one is published.
	Version int64 `json:"version"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StoreBrand) UnmarshalJSON(data []byte) error {
	type plain StoreBrand
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StoreBrand) MarshalJSON() ([]byte, error) {
	type plain StoreBrand
	return writeObject(plain(v), v.Extra)
}

// StoreColors: Colours, each as `#rrggbb`.
type StoreColors struct {
	// Accent colour.
	Accent string `json:"accent"`
	// Background of pages.
	Background string `json:"background"`
	// Text colour on `primary`.
	OnPrimary string `json:"on_primary"`
	// Colour of buttons and links.
	Primary string `json:"primary"`
	// Background of cards.
	Surface string `json:"surface"`
	// Text colour on `background` and `surface`.
	Text string `json:"text"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StoreColors) UnmarshalJSON(data []byte) error {
	type plain StoreColors
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StoreColors) MarshalJSON() ([]byte, error) {
	type plain StoreColors
	return writeObject(plain(v), v.Extra)
}

// StoreFonts: Font families.
type StoreFonts struct {
	// Font of body text.
	Body string `json:"body"`
	// Font of headings.
	Heading string `json:"heading"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StoreFonts) UnmarshalJSON(data []byte) error {
	type plain StoreFonts
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StoreFonts) MarshalJSON() ([]byte, error) {
	type plain StoreFonts
	return writeObject(plain(v), v.Extra)
}

// StorePage: A legal page.
type StorePage struct {
	// Text as sanitised HTML, without scripts, styles and forms.
	HTML string `json:"html"`
	// Slug: the last part of the page's URL.
	Slug string `json:"slug"`
	// Title.
	Title string `json:"title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StorePage) UnmarshalJSON(data []byte) error {
	type plain StorePage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StorePage) MarshalJSON() ([]byte, error) {
	type plain StorePage
	return writeObject(plain(v), v.Extra)
}

// StorePageLink: A reference to a legal page.
type StorePageLink struct {
	// Slug: the last part of the page's URL.
	Slug string `json:"slug"`
	// Title.
	Title string `json:"title"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StorePageLink) UnmarshalJSON(data []byte) error {
	type plain StorePageLink
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StorePageLink) MarshalJSON() ([]byte, error) {
	type plain StorePageLink
	return writeObject(plain(v), v.Extra)
}

// StoreTax: A storefront's tax.
type StoreTax struct {
	// Whether prices include tax.
	Included bool `json:"included"`
	// Name of the tax, such as `VAT`.
	Name string `json:"name"`
	// Rate in per cent as a decimal number, such as `19` or `8.25`.
	Rate string `json:"rate"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StoreTax) UnmarshalJSON(data []byte) error {
	type plain StoreTax
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StoreTax) MarshalJSON() ([]byte, error) {
	type plain StoreTax
	return writeObject(plain(v), v.Extra)
}

// StorefrontReport: Sales by storefront.
//
// Two answers to the same query with the same `definition_version` and `as_of` are the same.
type StorefrontReport struct {
	// Time of the last change that is in the report; absent before the first.
	AsOf *time.Time `json:"as_of,omitempty"`
	// Version of what the figures mean.
	DefinitionVersion int64 `json:"definition_version"`
	// First day.
	From string `json:"from"`
	// First day of as many days before.
	PreviousFrom string `json:"previous_from"`
	// Last day of these.
	PreviousTo string `json:"previous_to"`
	// What these come to, in each currency.
	PreviousTotals []SalesTotal `json:"previous_totals,omitzero"`
	// Rows, by currency. What has no figures has no row.
	Rows []StorefrontSales `json:"rows,omitzero"`
	// Time zone whose midnight days begin at.
	TimeZone string `json:"time_zone"`
	// Last day.
	To string `json:"to"`
	// What all days come to, in each currency.
	Totals []SalesTotal `json:"totals,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StorefrontReport) UnmarshalJSON(data []byte) error {
	type plain StorefrontReport
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StorefrontReport) MarshalJSON() ([]byte, error) {
	type plain StorefrontReport
	return writeObject(plain(v), v.Extra)
}

// StorefrontSales: Sales of a storefront.
type StorefrontSales struct {
	// Currency.
	Currency string `json:"currency"`
	// Figures.
	Figures SalesFigures `json:"figures"`
	// Storefront.
	StorefrontID *string `json:"storefront_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StorefrontSales) UnmarshalJSON(data []byte) error {
	type plain StorefrontSales
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StorefrontSales) MarshalJSON() ([]byte, error) {
	type plain StorefrontSales
	return writeObject(plain(v), v.Extra)
}

// StorefrontSender: Where the e-mails of a storefront come from.
type StorefrontSender struct {
	// Address at a sender domain; absent for the platform's.
	Address *string `json:"address,omitempty"`
	// Address that e-mails come from now: `address` while its domain is verified, else the platform's.
	EffectiveAddress string `json:"effective_address"`
	// Address that answers go to; absent if they go to the sender.
	ReplyTo *string `json:"reply_to,omitempty"`
	// Id of the sender domain of `address`; absent without one.
	SenderDomainID *string `json:"sender_domain_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StorefrontSender) UnmarshalJSON(data []byte) error {
	type plain StorefrontSender
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StorefrontSender) MarshalJSON() ([]byte, error) {
	type plain StorefrontSender
	return writeObject(plain(v), v.Extra)
}

// StorefrontStockDisplay: What a storefront shows of stock.
type StorefrontStockDisplay struct {
	// What it shows.
	Display StockDisplay `json:"display"`
	// Storefront id.
	StorefrontID string `json:"storefront_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *StorefrontStockDisplay) UnmarshalJSON(data []byte) error {
	type plain StorefrontStockDisplay
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v StorefrontStockDisplay) MarshalJSON() ([]byte, error) {
	type plain StorefrontStockDisplay
	return writeObject(plain(v), v.Extra)
}

// SynonymGroup: Terms that mean the same.
type SynonymGroup struct {
	// 2 to 20 words or phrases of up to 4 words.
	Terms []string `json:"terms,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *SynonymGroup) UnmarshalJSON(data []byte) error {
	type plain SynonymGroup
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v SynonymGroup) MarshalJSON() ([]byte, error) {
	type plain SynonymGroup
	return writeObject(plain(v), v.Extra)
}

// Tenant: A tenant, with its storefronts and merchants.
type Tenant struct {
	// When the tenant was created.
	CreatedAt time.Time `json:"created_at"`
	// Primary host, used in links; absent without one.
	Host *string `json:"host,omitempty"`
	// Tenant id.
	ID string `json:"id"`
	// Merchants, the default one first.
	Merchants []TenantMerchant `json:"merchants,omitzero"`
	// Tenant name.
	Name string `json:"name"`
	// Slug, unique on the platform and the first label of the tenant's host.
	Slug string `json:"slug"`
	// Tenant status.
	Status TenantStatus `json:"status"`
	// Storefronts, oldest first.
	Storefronts []TenantStorefront `json:"storefronts,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Tenant) UnmarshalJSON(data []byte) error {
	type plain Tenant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Tenant) MarshalJSON() ([]byte, error) {
	type plain Tenant
	return writeObject(plain(v), v.Extra)
}

// TenantMerchant: A merchant of a tenant.
type TenantMerchant struct {
	// Commission of the platform in basis points: 500 is 5 %.
	CommissionBps int64 `json:"commission_bps"`
	// Merchant id.
	ID string `json:"id"`
	// Whether products without a merchant belong to it.
	IsDefault bool `json:"is_default"`
	// Merchant name.
	Name string `json:"name"`
	// Slug, matched by imports.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *TenantMerchant) UnmarshalJSON(data []byte) error {
	type plain TenantMerchant
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v TenantMerchant) MarshalJSON() ([]byte, error) {
	type plain TenantMerchant
	return writeObject(plain(v), v.Extra)
}

// TenantPage: A page of a list.
type TenantPage struct {
	// Those of this page.
	Data []TenantSummary `json:"data,omitzero"`
	// Whether more follow.
	HasMore bool `json:"has_more"`
	// The `cursor` that the next page is asked for with; absent on the last page.
	NextCursor *string `json:"next_cursor,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *TenantPage) UnmarshalJSON(data []byte) error {
	type plain TenantPage
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v TenantPage) MarshalJSON() ([]byte, error) {
	type plain TenantPage
	return writeObject(plain(v), v.Extra)
}

// TenantStatus: Tenant status.
//
// - `active`: Open for business.
// - `suspended`: Closed by the platform, until further notice.
// - `closed`: Closed for good.
//
// A newer server may send other values.
type TenantStatus string

// Values of TenantStatus.
const (
	TenantStatusActive    TenantStatus = "active"
	TenantStatusSuspended TenantStatus = "suspended"
	TenantStatusClosed    TenantStatus = "closed"
)

// TenantStorefront: A storefront of a tenant, with its hosts.
type TenantStorefront struct {
	// Country it sells from (ISO 3166-1 alpha-2).
	Country string `json:"country"`
	// Currency of all prices (ISO 4217).
	Currency string `json:"currency"`
	// Primary host, used in links; absent without one.
	Host *string `json:"host,omitempty"`
	// All hosts of the storefront.
	Hosts []string `json:"hosts,omitzero"`
	// Storefront id.
	ID string `json:"id"`
	// Language and region (BCP 47).
	Locale string `json:"locale"`
	// Store name.
	Name string `json:"name"`
	// Publishable key, sent by apps that call a host of the platform.
	PublishableKey string `json:"publishable_key"`
	// Slug, unique in the tenant.
	Slug string `json:"slug"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *TenantStorefront) UnmarshalJSON(data []byte) error {
	type plain TenantStorefront
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v TenantStorefront) MarshalJSON() ([]byte, error) {
	type plain TenantStorefront
	return writeObject(plain(v), v.Extra)
}

// TenantSummary: A tenant in a list.
type TenantSummary struct {
	// When the tenant was created.
	CreatedAt time.Time `json:"created_at"`
	// Primary host, used in links; absent without one.
	Host *string `json:"host,omitempty"`
	// Tenant id.
	ID string `json:"id"`
	// Tenant name.
	Name string `json:"name"`
	// Slug, unique on the platform and the first label of the tenant's host.
	Slug string `json:"slug"`
	// Tenant status.
	Status TenantStatus `json:"status"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *TenantSummary) UnmarshalJSON(data []byte) error {
	type plain TenantSummary
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v TenantSummary) MarshalJSON() ([]byte, error) {
	type plain TenantSummary
	return writeObject(plain(v), v.Extra)
}

// TenantSwitch: What opens a session at another tenant.
type TenantSwitch struct {
	// Until when it is good.
	ExpiresAt time.Time `json:"expires_at"`
	// Host to send it to.
	Host string `json:"host"`
	// Token, good once.
	Token string `json:"token"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *TenantSwitch) UnmarshalJSON(data []byte) error {
	type plain TenantSwitch
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v TenantSwitch) MarshalJSON() ([]byte, error) {
	type plain TenantSwitch
	return writeObject(plain(v), v.Extra)
}

// TimelineKind: What happened to an order.
//
// - `order_placed`: The shopper placed it.
// - `payment_authorized`: The shopper's bank set the money aside.
// - `order_paid`: It was paid; of an authorized payment, the money was taken.
// - `order_cancelled`: It was cancelled, or not paid in time.
// - `units_cancelled`: Units were cancelled.
// - `refund_requested`: A refund was recorded.
// - `refund_accepted`: The payment provider accepted a refund.
// - `shipped`: A parcel was shipped.
// - `delivered`: A parcel was delivered.
// - `fulfillment_cancelled`: A parcel was cancelled.
// - `return_requested`: A return was requested.
// - `return_approved`: A return was approved.
// - `return_rejected`: A return was rejected.
// - `return_cancelled`: A return was cancelled.
// - `return_received`: The units of a return came.
// - `dispute_opened`: A shopper's bank asked for the money back.
// - `email_sent`: The shopper was sent an e-mail about the order.
// - `text_message_sent`: The shopper was sent a text message about a parcel.
// - `note_added`: A staff member wrote a note.
// - `changed`: Staff or a program changed the order in another way; `text` is the operation.
//
// A newer server may send other values.
type TimelineKind string

// Values of TimelineKind.
const (
	TimelineKindOrderPlaced          TimelineKind = "order_placed"
	TimelineKindPaymentAuthorized    TimelineKind = "payment_authorized"
	TimelineKindOrderPaid            TimelineKind = "order_paid"
	TimelineKindOrderCancelled       TimelineKind = "order_cancelled"
	TimelineKindUnitsCancelled       TimelineKind = "units_cancelled"
	TimelineKindRefundRequested      TimelineKind = "refund_requested"
	TimelineKindRefundAccepted       TimelineKind = "refund_accepted"
	TimelineKindShipped              TimelineKind = "shipped"
	TimelineKindDelivered            TimelineKind = "delivered"
	TimelineKindFulfillmentCancelled TimelineKind = "fulfillment_cancelled"
	TimelineKindReturnRequested      TimelineKind = "return_requested"
	TimelineKindReturnApproved       TimelineKind = "return_approved"
	TimelineKindReturnRejected       TimelineKind = "return_rejected"
	TimelineKindReturnCancelled      TimelineKind = "return_cancelled"
	TimelineKindReturnReceived       TimelineKind = "return_received"
	TimelineKindDisputeOpened        TimelineKind = "dispute_opened"
	TimelineKindEmailSent            TimelineKind = "email_sent"
	TimelineKindTextMessageSent      TimelineKind = "text_message_sent"
	TimelineKindNoteAdded            TimelineKind = "note_added"
	TimelineKindChanged              TimelineKind = "changed"
)

// TimelineVisibility: Who is shown something.
//
// - `shopper`: The shopper is told or shown it, and so is the staff.
// - `staff`: The staff alone.
//
// A newer server may send other values.
type TimelineVisibility string

// Values of TimelineVisibility.
const (
	TimelineVisibilityShopper TimelineVisibility = "shopper"
	TimelineVisibilityStaff   TimelineVisibility = "staff"
)

// Totals: Totals of a cart or an order.
type Totals struct {
	// Sum of the lines, with or without tax as prices are shown.
	Items Money `json:"items"`
	// Shipping, with or without tax as prices are shown.
	Shipping Money `json:"shipping"`
	// Tax: included in `items` and `shipping` when prices include tax, else added to them.
	Tax Money `json:"tax"`
	// Total to pay.
	Total Money `json:"total"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *Totals) UnmarshalJSON(data []byte) error {
	type plain Totals
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v Totals) MarshalJSON() ([]byte, error) {
	type plain Totals
	return writeObject(plain(v), v.Extra)
}

// TransferStatus: Transfer status.
//
// - `due`: To be sent.
// - `sending`: Sent to the provider, which has not answered yet.
// - `blocked`: Waits for the merchant's account, or for an operator.
// - `paid`: Paid to the merchant.
// - `partially_reversed`: Paid, and reversed in part.
// - `reversed`: Reversed in full.
// - `cancelled`: Cancelled: nothing is left to send.
//
// A newer server may send other values.
type TransferStatus string

// Values of TransferStatus.
const (
	TransferStatusDue               TransferStatus = "due"
	TransferStatusSending           TransferStatus = "sending"
	TransferStatusBlocked           TransferStatus = "blocked"
	TransferStatusPaid              TransferStatus = "paid"
	TransferStatusPartiallyReversed TransferStatus = "partially_reversed"
	TransferStatusReversed          TransferStatus = "reversed"
	TransferStatusCancelled         TransferStatus = "cancelled"
)

// ValueCount: A value with its number of products.
type ValueCount struct {
	// Number of products.
	Count int64 `json:"count"`
	// The value.
	Value string `json:"value"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *ValueCount) UnmarshalJSON(data []byte) error {
	type plain ValueCount
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v ValueCount) MarshalJSON() ([]byte, error) {
	type plain ValueCount
	return writeObject(plain(v), v.Extra)
}

// VariantStock: The stock of a variant.
type VariantStock struct {
	// Whether it may be sold beyond its stock.
	AllowBackorder bool `json:"allow_backorder"`
	// Units that can be sold now; absent if it may be sold beyond its stock.
	Available *int64 `json:"available,omitempty"`
	// Units that may be sold beyond the stock; absent for as many as are wanted.
	BackorderLimit *int64 `json:"backorder_limit,omitempty"`
	// Active locations, and others that hold stock, in the order in which units are taken from them.
	Locations []LocationStock `json:"locations,omitzero"`
	// At this many units to sell or fewer, stock is low; absent for never.
	LowStockThreshold *int64 `json:"low_stock_threshold,omitempty"`
	// Units in stock at all locations, reserved units included.
	OnHand int64 `json:"on_hand"`
	// Units reserved by unpaid orders. They are of no location until the order is paid.
	Reserved int64 `json:"reserved"`
	// Units that are not sold.
	SafetyStock int64 `json:"safety_stock"`
	// Variant id.
	VariantID string `json:"variant_id"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *VariantStock) UnmarshalJSON(data []byte) error {
	type plain VariantStock
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v VariantStock) MarshalJSON() ([]byte, error) {
	type plain VariantStock
	return writeObject(plain(v), v.Extra)
}

// VisitEvent: An event of a visit.
type VisitEvent struct {
	// What happened.
	Kind ShopEventKind `json:"kind"`
	// Product that was shown; required for `product_viewed`, and not taken otherwise.
	ProductID *string `json:"product_id,omitempty"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *VisitEvent) UnmarshalJSON(data []byte) error {
	type plain VisitEvent
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v VisitEvent) MarshalJSON() ([]byte, error) {
	type plain VisitEvent
	return writeObject(plain(v), v.Extra)
}

// WeightRate: A price by the weight of the parcel.
type WeightRate struct {
	// Always `by_weight`.
	Kind string `json:"kind"`
	// Prices by weight, lightest first: 1 to 20, each heavier than the one before. What is heavier than
	// the last is not shipped.
	Tiers []WeightTier `json:"tiers,omitzero"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *WeightRate) UnmarshalJSON(data []byte) error {
	type plain WeightRate
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v WeightRate) MarshalJSON() ([]byte, error) {
	type plain WeightRate
	return writeObject(plain(v), v.Extra)
}

// WeightTier: Price of parcels up to a weight.
type WeightTier struct {
	// Price of a parcel.
	Price Money `json:"price"`
	// Greatest weight in grams.
	UpToGrams int64 `json:"up_to_grams"`
	// Extra holds fields that only a newer server knows.
	Extra Extra `json:"-"`
}

// UnmarshalJSON keeps fields that are not known.
func (v *WeightTier) UnmarshalJSON(data []byte) error {
	type plain WeightTier
	return readObject(data, (*plain)(v), &v.Extra)
}

// MarshalJSON writes the further fields too.
func (v WeightTier) MarshalJSON() ([]byte, error) {
	type plain WeightTier
	return writeObject(plain(v), v.Extra)
}

// Generated from the API document by `make gen`. Do not edit.

//! The types of requests and responses, as the API document names them.

use serde::{Deserialize, Serialize};

use crate::Extra;
use crate::open_enum::open_enum;

/// An accepted invitation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AcceptedInvitation {
    /// E-mail address to sign in with.
    pub email: String,
    /// Whether the account is new; otherwise its password stays.
    pub is_new_account: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A shopper's account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Account {
    /// When the account was created.
    pub created_at: crate::Timestamp,
    /// E-mail address to sign in with.
    pub email: String,
    /// When the e-mail address was confirmed.
    pub email_verified_at: crate::Timestamp,
    /// Given name, or the only one.
    pub first_name: String,
    /// Account id.
    pub id: String,
    /// Family name; empty for people with one name.
    pub last_name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The cart of an account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AccountCart {
    /// Cart id.
    pub id: String,
    /// What became of the guest's cart; absent if none was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takeover: Option<CartTakeover>,
    /// Access token of the cart for this session, sent as the header `Cart-Token`.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields to change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AccountChange {
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name; empty to have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A customer group that the account is in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AccountCustomerGroup {
    /// Name.
    pub name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AccountCustomerGroupList {
    /// All of them.
    pub data: Vec<AccountCustomerGroup>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Confirms the deletion of the account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AccountDeletion {
    /// Current password.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Everything that the store keeps about a shopper.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AccountExport {
    /// The account.
    pub account: Account,
    /// The address book, oldest first.
    pub addresses: Vec<SavedAddress>,
    /// The account's carts, one for each storefront.
    pub carts: Vec<ExportedCart>,
    /// What the shopper has agreed to.
    pub consents: Consents,
    /// Customer groups that the account is in.
    pub customer_groups: Vec<AccountCustomerGroup>,
    /// E-mails of the last 90 days to the account's address, newest first.
    pub emails: Vec<OwnEmail>,
    /// Accounts at identity providers that sign in to the account, oldest first.
    pub identities: Vec<LinkedIdentity>,
    /// Orders, newest first.
    pub orders: Vec<Order>,
    /// Reviews, newest first.
    pub reviews: Vec<OwnReview>,
    /// Where the shopper is signed in.
    pub sessions: Vec<DeviceSession>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What a file of an account export holds.
    ///
    /// - `account`: The account.
    /// - `customer_groups`: Customer groups.
    /// - `addresses`: The address book.
    /// - `consents`: Answers about consents.
    /// - `identities`: Linked identities.
    /// - `sessions`: Sessions.
    /// - `cart_lines`: Lines of carts.
    /// - `orders`: Orders.
    /// - `order_lines`: Lines of orders.
    /// - `reviews`: Reviews.
    /// - `emails`: E-mails.
    AccountExportFile, Unknown,
    Account = "account",
    CustomerGroups = "customer_groups",
    Addresses = "addresses",
    Consents = "consents",
    Identities = "identities",
    Sessions = "sessions",
    CartLines = "cart_lines",
    Orders = "orders",
    OrderLines = "order_lines",
    Reviews = "reviews",
    Emails = "emails",
}

/// A line to add.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AddCartLine {
    /// Quantity to add, 1 to 999.
    pub quantity: i64,
    /// Variant to add.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Customers to add.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AddCustomerGroupMembers {
    /// Ids of customers, 1 to 500.
    pub customer_ids: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A postal address. The country decides which fields an address needs, what a postal code looks like and
/// which regions there are.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Address {
    /// City or town. Required in most countries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
    /// The country, as ISO 3166-1 alpha-2 writes it.
    pub country: String,
    /// Given name, or the only one. An address has a first name, a last name or a company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Where the carrier calls: 5 to 15 digits, grouped as you like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Postal code, in the form of the country. Required where there are postal codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// State, province, prefecture, county: its code (`NY`) or one of its names, answered as labels write
    /// it. Required where addresses have one, such as `US`, `CA`, `AU`, `BR`, `IN`, `JP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Flat, floor, building, district: what the first line has no room for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_line: Option<String>,
    /// Street and number.
    pub street_name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units to add and remove.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdjustStockRequest {
    /// What to add and remove, 1 to 10,000 rows.
    pub adjustments: Vec<StockAdjustment>,
    /// Reason, 1 to 200 characters, such as `Damaged in transit`.
    pub reason: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminCategory {
    /// Category id.
    pub id: String,
    /// Image; absent without one, and where a product names its categories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<AdminImage>,
    /// Category name.
    pub name: String,
    /// Slug of the parent category; absent at the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Slug: the last part of the category's URL.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminCategoryPage {
    /// Those of this page.
    pub data: Vec<AdminCategory>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AdminCategoryPage {
    type Item = AdminCategory;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A return to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminCreateReturn {
    /// Units that come back, each line once.
    pub lines: Vec<AdminCreateReturnLine>,
    /// What there is to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why the units come back.
    pub reason: ReturnReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line that come back.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminCreateReturnLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity that comes back.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An invoice or a credit note.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminDocument {
    /// Currency of its amounts.
    pub currency: String,
    /// Document id.
    pub id: String,
    /// Invoice that a credit note is for; absent for an invoice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_id: Option<String>,
    /// When it was issued.
    pub issued_at: crate::Timestamp,
    /// What it is.
    pub kind: DocumentKind,
    /// Number, with its prefix; without gaps within a kind.
    pub number: String,
    /// Order.
    pub order_id: String,
    /// Refund that a credit note is for; absent for an invoice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_id: Option<String>,
    /// Tax in the total.
    pub tax: Money,
    /// Total charged or credited.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminDocumentList {
    /// All of them.
    pub data: Vec<AdminDocument>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminDocumentPage {
    /// Those of this page.
    pub data: Vec<AdminDocument>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AdminDocumentPage {
    type Item = AdminDocument;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A parcel of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminFulfillment {
    /// When it was cancelled; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<crate::Timestamp>,
    /// Carrier; absent if none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// When it was shipped.
    pub created_at: crate::Timestamp,
    /// Who shipped it: the id of a staff member or of an API key.
    pub created_by: String,
    /// When it was delivered; absent until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<crate::Timestamp>,
    /// Fulfillment id.
    pub id: String,
    /// Units in the parcel.
    pub lines: Vec<AdminFulfillmentLine>,
    /// Merchant who ships it.
    pub merchant_id: String,
    /// Order id.
    pub order_id: String,
    /// Fulfillment status.
    pub status: FulfillmentStatus,
    /// Tracking number; absent if none was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
    /// Tracking URL; absent if none was given and the carrier is not a well-known one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_url: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line in a parcel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminFulfillmentLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity in the parcel.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminImage {
    /// Alternative text, for languages without their own.
    pub alt: String,
    /// Alternative texts in other languages, by language tag.
    pub alt_translations: std::collections::BTreeMap<String, String>,
    /// `BlurHash` of the image: a few colours to show until it is loaded. Absent until its sources are made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blurhash: Option<String>,
    /// What stays visible where the image is cropped; absent for its middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focal_point: Option<FocalPoint>,
    /// Height in pixels; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<i64>,
    /// Image id; absent in lists and for the image of a category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// URL of the image, absolute or relative to the storefront's host.
    pub url: String,
    /// Width in pixels; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An order, with its shares, transfers, refunds and disputes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrder {
    /// When it was archived; absent unless it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<crate::Timestamp>,
    /// When its payment was authorized; absent when the money was taken at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorized_at: Option<crate::Timestamp>,
    /// Billing address; absent in an order without any address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// Cancellations of units, oldest first.
    pub cancellations: Vec<Cancellation>,
    /// When it was cancelled; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<crate::Timestamp>,
    /// When its money is captured.
    pub capture: CaptureRule,
    /// When the authorization ends; absent unless it was authorized.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capture_before: Option<crate::Timestamp>,
    /// Currency of every amount.
    pub currency: String,
    /// Disputes, oldest first.
    pub disputes: Vec<OrderDispute>,
    /// Contact e-mail of the shopper.
    pub email: String,
    /// When its stock reservation expires unless it is paid.
    pub expires_at: crate::Timestamp,
    /// Fulfillment status of the order.
    pub fulfillment_status: OrderFulfillmentStatus,
    /// Fulfillments (parcels), oldest first.
    pub fulfillments: Vec<AdminFulfillment>,
    /// Order id.
    pub id: String,
    /// Lines.
    pub lines: Vec<AdminOrderLine>,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    pub number: i64,
    /// When it was paid; absent until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<crate::Timestamp>,
    /// Payment status of the order.
    pub payment_status: OrderPaymentStatus,
    /// When the order was placed.
    pub placed_at: crate::Timestamp,
    /// Refunds, oldest first.
    pub refunds: Vec<Refund>,
    /// Each merchant's share; the shares sum to the total.
    pub shares: Vec<AdminOrderShare>,
    /// Shipping address; absent when nothing is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// Name of the shipping option; absent when nothing is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_name: Option<String>,
    /// Order status.
    pub status: OrderStatus,
    /// Storefront of the order.
    pub storefront_id: String,
    /// Tags, in alphabetical order.
    pub tags: Vec<String>,
    /// Tax of the order.
    pub tax: AdminOrderTax,
    /// Totals of the order.
    pub totals: AdminOrderTotals,
    /// Transfers of the shares to the merchants' accounts.
    pub transfers: Vec<OrderMoneyTransfer>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An order line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrderLine {
    /// Quantity cancelled, which is not shipped.
    pub cancelled_quantity: i64,
    /// Whether it was sold as final sale; staff can take it back all the same.
    pub final_sale: bool,
    /// Quantity shipped.
    pub fulfilled_quantity: i64,
    /// Line id.
    pub id: String,
    /// Merchant of the line.
    pub merchant_id: String,
    /// Line total without tax.
    pub net: Money,
    /// Product id.
    pub product_id: String,
    /// Quantity ordered.
    pub quantity: i64,
    /// Quantity refunded or being refunded.
    pub refunded_quantity: i64,
    /// Units in returns that are not rejected or cancelled.
    pub returning_quantity: i64,
    /// Stock keeping unit (SKU).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Tax of the line.
    pub tax: Money,
    /// Product title.
    pub title: String,
    /// Line total, with or without tax as prices are shown.
    pub total: Money,
    /// Price of one unit, with or without tax as prices are shown.
    pub unit_price: Money,
    /// Variant id.
    pub variant_id: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    pub variant_title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrderPage {
    /// Those of this page.
    pub data: Vec<AdminOrderSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AdminOrderPage {
    type Item = AdminOrderSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A merchant's share of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrderShare {
    /// Goods without tax: the base of the commission.
    pub goods_net: Money,
    /// Tax on the goods.
    pub goods_tax: Money,
    /// Merchant id.
    pub merchant_id: String,
    /// Shipping without tax.
    pub shipping_net: Money,
    /// Tax on the shipping.
    pub shipping_tax: Money,
    /// The whole share.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrderSummary {
    /// Contact e-mail of the shopper.
    pub email: String,
    /// Fulfillment status of the order.
    pub fulfillment_status: OrderFulfillmentStatus,
    /// Order id.
    pub id: String,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    pub number: i64,
    /// Payment status of the order.
    pub payment_status: OrderPaymentStatus,
    /// When the order was placed.
    pub placed_at: crate::Timestamp,
    /// Amount refunded so far.
    pub refunded: Money,
    /// Order status.
    pub status: OrderStatus,
    /// Order total.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The tax of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrderTax {
    /// Whether prices include tax.
    pub included: bool,
    /// Name of the tax.
    pub name: String,
    /// Rate in parts per million: 190000 is 19 %.
    pub rate_ppm: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Totals of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminOrderTotals {
    /// Sum of the lines, with or without tax as prices are shown.
    pub items: Money,
    /// Amount refunded so far.
    pub refunded: Money,
    /// Shipping, with or without tax as prices are shown.
    pub shipping: Money,
    /// Tax: included in `items` and `shipping` when prices include tax, else added to them.
    pub tax: Money,
    /// Order total.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A price in one currency.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminPrice {
    /// Compare-at price; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare_at: Option<Money>,
    /// Price.
    pub price: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminProduct {
    /// Category path, from the root down.
    pub categories: Vec<AdminCategory>,
    /// When the product was created.
    pub created_at: crate::Timestamp,
    /// Description as sanitised HTML, without scripts, styles and forms.
    pub description: String,
    /// Whether shoppers cannot return it.
    pub final_sale: bool,
    /// Product id.
    pub id: String,
    /// Images, in display order.
    pub images: Vec<AdminImage>,
    /// Merchant id.
    pub merchant_id: String,
    /// Options by which variants differ.
    pub options: Vec<String>,
    /// Product type.
    pub product_type: String,
    /// Description for search engines; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seo_description: Option<String>,
    /// Title for search engines; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seo_title: Option<String>,
    /// Slug: the last part of the product's URL.
    pub slug: String,
    /// Product status.
    pub status: ProductStatus,
    /// One line below the title; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Title.
    pub title: String,
    /// When it was last changed.
    pub updated_at: crate::Timestamp,
    /// Variants, archived ones last.
    pub variants: Vec<AdminVariant>,
    /// Vendor name.
    pub vendor: String,
    /// Version: increases with every change; send it with a change to detect conflicts.
    pub version: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminProductPage {
    /// Those of this page.
    pub data: Vec<AdminProductSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AdminProductPage {
    type Item = AdminProductSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A product in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminProductSummary {
    /// Product id.
    pub id: String,
    /// First image; absent without images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<AdminImage>,
    /// Slug: the last part of the product's URL.
    pub slug: String,
    /// Product status.
    pub status: ProductStatus,
    /// Title.
    pub title: String,
    /// When it was last changed.
    pub updated_at: crate::Timestamp,
    /// Number of variants that are not archived.
    pub variant_count: i64,
    /// Vendor name.
    pub vendor: String,
    /// Version: increases with every change.
    pub version: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A return of units of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReturn {
    /// When it was rejected, cancelled or received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<crate::Timestamp>,
    /// When it was asked for.
    pub created_at: crate::Timestamp,
    /// When it was approved or rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<crate::Timestamp>,
    /// Return id.
    pub id: String,
    /// Units that come back.
    pub lines: Vec<AdminReturnLine>,
    /// Message of the store to the shopper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Note of whoever asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Order of the units.
    pub order_id: String,
    /// Why the units come back.
    pub reason: ReturnReason,
    /// Who asked for it: `shopper`, or the id of a staff member or secret key.
    pub requested_by: String,
    /// Status of the return.
    pub status: ReturnStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line in a return.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReturnLine {
    /// Order line id.
    pub line_id: String,
    /// Units that come back.
    pub quantity: i64,
    /// Units that came.
    pub received_quantity: i64,
    /// Units that went back into stock.
    pub restocked_quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReturnPage {
    /// Those of this page.
    pub data: Vec<AdminReturn>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AdminReturnPage {
    type Item = AdminReturn;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A review of a product or of a merchant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReview {
    /// Answer of the store; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<AdminReviewAnswer>,
    /// What its author says against a rejection; absent without an appeal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<String>,
    /// When its author appealed; absent unless they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appealed_at: Option<crate::Timestamp>,
    /// Name that the author shows; absent if they show none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_name: Option<String>,
    /// When it was written.
    pub created_at: crate::Timestamp,
    /// When its author last changed it; absent unless they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// What the program found in it since the last decision.
    pub holds: Vec<ReviewHold>,
    /// Review id.
    pub id: String,
    /// Merchant who sold the product, or is reviewed.
    pub merchant_id: String,
    /// Name of the merchant.
    pub merchant_name: String,
    /// Number of reports since the last decision.
    pub open_reports: i64,
    /// Order.
    pub order_id: String,
    /// Order line; absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_line_id: Option<String>,
    /// Pictures by the author, at most four; rejecting the review hides them too.
    pub pictures: Vec<AdminReviewPicture>,
    /// Product; absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Title of the product when it was bought; absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_title: Option<String>,
    /// Stars, 1 to 5. Only the author changes them.
    pub rating: i64,
    /// What its author is told about that; absent without a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_note: Option<String>,
    /// Why it is rejected; absent unless it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_reason: Option<ReviewReason>,
    /// Review status.
    pub status: ReviewStatus,
    /// What it is of: a product, or the merchant who sold it.
    pub subject: ReviewSubject,
    /// Text, plain text with line breaks; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headline, plain text; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant_title: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the store answers to a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReviewAnswer {
    /// When the store answered.
    pub answered_at: crate::Timestamp,
    /// Who wrote it last: the id of a staff member or of an API key.
    pub answered_by: String,
    /// When the answer was last changed; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// Text, plain text with line breaks.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A review, with what was decided about it and who reported it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReviewDetails {
    /// Decisions of the staff, latest first.
    pub decisions: Vec<ReviewDecision>,
    /// Reports, latest first.
    pub reports: Vec<ReviewReport>,
    /// The review.
    pub review: AdminReview,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReviewPage {
    /// Those of this page.
    pub data: Vec<AdminReview>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AdminReviewPage {
    type Item = AdminReview;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A picture that the author added.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminReviewPicture {
    /// Height in pixels.
    pub height: i64,
    /// Picture id.
    pub id: String,
    /// URL on the hosts of the storefront.
    pub url: String,
    /// Width in pixels.
    pub width: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The stock of a variant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminStock {
    /// Whether it may be sold beyond its stock.
    pub allow_backorder: bool,
    /// Units in stock, reserved units included.
    pub on_hand: i64,
    /// Units reserved by unpaid orders.
    pub reserved: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminStorefront {
    /// Currency of all prices (ISO 4217).
    pub currency: String,
    /// Domains, the primary one first.
    pub hosts: Vec<String>,
    /// Storefront id.
    pub id: String,
    /// Language and region (BCP 47), such as `de-DE`.
    pub locale: String,
    /// Store name.
    pub name: String,
    /// Publishable key for programs that call a host of the platform.
    pub publishable_key: String,
    /// Slug.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminStorefrontList {
    /// All of them.
    pub data: Vec<AdminStorefront>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A variant of a product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AdminVariant {
    /// Whether the variant is archived.
    pub archived: bool,
    /// Barcode (EAN, UPC, GTIN).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// Variant id.
    pub id: String,
    /// Image of the variant; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_id: Option<String>,
    /// Value of each product option, in the order of `options`.
    pub options: Vec<String>,
    /// Prices, one per currency.
    pub prices: Vec<AdminPrice>,
    /// Whether it is shipped.
    pub requires_shipping: bool,
    /// Stock keeping unit (SKU); need not be unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Stock; absent if it is not tracked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<AdminStock>,
    /// Whether it is taxed.
    pub taxable: bool,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    pub title: String,
    /// Weight in grams; 0 if unknown.
    pub weight_grams: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// From which location units of a paid order are taken.
    ///
    /// - `fewest_parcels`: From the one that has most of the order's lines, so that it ships in few parcels; among equals by priority.
    /// - `priority`: From the one with the lowest priority that has units.
    AllocationRule, Unknown,
    FewestParcels = "fewest_parcels",
    Priority = "priority",
}

/// The answer to a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AnswerReview {
    /// Text, plain text with line breaks.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A secret key, without its secret.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ApiKey {
    /// What it may do, each as `object:action`.
    pub authorities: Vec<String>,
    /// When it was created.
    pub created_at: crate::Timestamp,
    /// Staff member who created it.
    pub created_by: String,
    /// When it stops working; absent for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<crate::Timestamp>,
    /// Id of the key.
    pub id: String,
    /// The last four characters of the secret.
    pub last_four: String,
    /// When it was last used, to the minute; absent if it never was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<crate::Timestamp>,
    /// What it is for.
    pub name: String,
    /// Addresses and networks that it works from; empty for everywhere.
    pub networks: Vec<String>,
    /// When it was revoked; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<crate::Timestamp>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ApiKeyList {
    /// All of them.
    pub data: Vec<ApiKey>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An appeal against a rejection.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AppealReview {
    /// Why the review should be published.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A change of one object.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AuditChange {
    /// What was done: `created`, `updated` or `deleted`.
    pub action: String,
    /// The fields that changed; of a new or deleted object, all of them.
    pub fields: Vec<AuditField>,
    /// What identifies the object, such as `id`, or `variant_id` and `currency`.
    pub key: Vec<AuditKey>,
    /// Kind of the object, such as `product`, `price` or `staff_member`.
    pub object: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What one request changed, in one transaction.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AuditEntry {
    /// Id of the staff member, secret key or operator.
    pub actor: String,
    /// Name of the staff member or secret key; absent for operators and for staff members who left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// Time of the change.
    pub at: crate::Timestamp,
    /// What changed, in order.
    pub changes: Vec<AuditChange>,
    /// Hash of this entry, its changes and the hash of the entry before: SHA-256, hexadecimal.
    pub hash: String,
    /// Number of the entry: 1, 2, 3 … without a gap in each tenant.
    pub number: i64,
    /// Operation of the API, such as `admin_update_product`.
    pub operation: String,
    /// Id of the request, the `X-Request-Id` of its answer.
    pub request_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AuditEntryPage {
    /// Those of this page.
    pub data: Vec<AuditEntry>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for AuditEntryPage {
    type Item = AuditEntry;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AuditField {
    /// Value after the change, as text; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Value before the change, as text; absent when there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Name of the field.
    pub name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A part of what identifies an object.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AuditKey {
    /// Name of the field.
    pub name: String,
    /// Its value, as text.
    pub value: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something that can be allowed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Authority {
    /// What it allows.
    pub description: String,
    /// Its name, `object:action`.
    pub name: String,
    /// Ids of the operations that need it.
    pub operations: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AuthorityList {
    /// All of them.
    pub data: Vec<Authority>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A sign-in to start.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BeginSocialSignIn {
    /// Path of the shop to return to, such as `/account`.
    pub return_to: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Colours, each as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandColors {
    /// Accent colour.
    pub accent: String,
    /// Background of pages.
    pub background: String,
    /// Text colour on `primary`.
    pub on_primary: String,
    /// Colour of buttons and links.
    pub primary: String,
    /// Background of cards.
    pub surface: String,
    /// Text colour on `background` and `surface`.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fonts: `system-ui`, or one of Bitter, DM Sans, Inter, Lora, Manrope, Playfair Display, Source Serif 4 and
/// Work Sans.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandFonts {
    /// Font of body text.
    pub body: String,
    /// Font of headings.
    pub heading: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An image of a storefront's brand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandImage {
    /// Media type, such as `image/png`.
    pub content_type: String,
    /// When it was uploaded.
    pub created_at: crate::Timestamp,
    /// Height in pixels.
    pub height: i64,
    /// Image id.
    pub id: String,
    /// URL, relative to the storefront's host. Its content never changes.
    pub url: String,
    /// Width in pixels.
    pub width: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandImageList {
    /// All of them.
    pub data: Vec<BrandImage>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A brand: how a storefront looks, its own texts and its legal pages.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandKit {
    /// Colours.
    pub colors: BrandColors,
    /// `https` URL of the icon that browsers show, or a path on the storefront's host; absent for the first
    /// letter of the store's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub favicon_url: Option<String>,
    /// Fonts.
    pub fonts: BrandFonts,
    /// `https` URL of the logo, or a path on the storefront's host; absent for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    /// Brand name, 1 to 200 characters.
    pub name: String,
    /// Legal pages, in the order of the footer; up to 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<Vec<BrandPage>>,
    /// How round corners are; `medium` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub radius: Option<Radius>,
    /// Texts in the brand's own words, by the key of the message they replace; up to 500, each up to 1,000
    /// characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<std::collections::BTreeMap<String, String>>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A legal page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandPage {
    /// Text as HTML, up to 102,400 bytes. Scripts, styles and forms are removed.
    pub html: String,
    /// Slug: the last part of the page's URL.
    pub slug: String,
    /// Title, 1 to 200 characters.
    pub title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The brand of a storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandState {
    /// The draft; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<SavedBrand>,
    /// What shoppers see. Version 0 is what the storefront was created with.
    pub published: SavedBrand,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A version of a brand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandVersion {
    /// Version number, counting up.
    pub number: i64,
    /// When it was last published; absent if it never was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<crate::Timestamp>,
    /// When it was last saved.
    pub saved_at: crate::Timestamp,
    /// Status.
    pub status: KitStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct BrandVersionList {
    /// All of them.
    pub data: Vec<BrandVersion>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why one of many orders was not changed.
    ///
    /// - `order_wrong_status`: The order's status does not allow it.
    /// - `nothing_to_fulfill`: Nothing is left to ship.
    /// - `several_merchants`: Several merchants have units left to ship.
    /// - `too_many_tags`: The order would have more than 20 tags.
    /// - `request_in_progress`: The same request is being worked on.
    /// - `unavailable`: The order could not be changed now; the request can be repeated.
    BulkProblem, Unknown,
    OrderWrongStatus = "order_wrong_status",
    NothingToFulfill = "nothing_to_fulfill",
    SeveralMerchants = "several_merchants",
    TooManyTags = "too_many_tags",
    RequestInProgress = "request_in_progress",
    Unavailable = "unavailable",
}

/// Units of an order that are cancelled.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Cancellation {
    /// When the units were cancelled.
    pub created_at: crate::Timestamp,
    /// Who cancelled them: the id of a staff member or secret key.
    pub created_by: String,
    /// Cancellation id.
    pub id: String,
    /// Units that are cancelled.
    pub lines: Vec<CancellationLine>,
    /// Reason.
    pub reason: String,
    /// Refund of the units, whose status the order shows; absent when nothing is refunded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund_id: Option<String>,
    /// Whether the units went back into stock.
    pub restocked: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line that are cancelled.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CancellationLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity cancelled.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line to cancel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CancelledLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity to cancel.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What to capture.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CaptureRequest {
    /// Amount to capture, in the order's currency; without it, all that was not cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// When the money of an order is captured.
    ///
    /// - `automatic`: When the shopper pays.
    /// - `manual`: When staff capture it.
    /// - `on_fulfillment`: When every unit is shipped or cancelled, or before the authorization expires once a unit is shipped.
    CaptureRule, Unknown,
    Automatic = "automatic",
    Manual = "manual",
    OnFulfillment = "on_fulfillment",
}

/// A cart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Cart {
    /// Billing address; absent when it is the shipping address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// Currency of every amount.
    pub currency: String,
    /// Contact e-mail; absent until it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Cart id.
    pub id: String,
    /// Lines, in the order in which they were added.
    pub lines: Vec<CartLine>,
    /// What is missing before checkout; checkout rejects the cart with the same list.
    pub requirements: Vec<Requirement>,
    /// Shipping address; absent until it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// Id of the chosen shipping option; absent until one is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_option_id: Option<String>,
    /// Cart status.
    pub status: CartStatus,
    /// Whether prices include tax.
    pub tax_included: bool,
    /// Access token of the cart, sent as the header `Cart-Token`. Returned once, when the cart is
    /// created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Totals, recalculated on every read.
    pub totals: Totals,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units that are not in the account's cart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CartLeftOut {
    /// How many there are; 0 when there is no line.
    pub kept: i64,
    /// Why.
    pub reason: CartLeftOutReason,
    /// Whose cart they were in.
    pub side: CartSide,
    /// Product title.
    pub title: String,
    /// Variant.
    pub variant_id: String,
    /// Variant title; empty for a product with one variant.
    pub variant_title: String,
    /// How many there would have been in the line.
    pub wanted: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why units are not in the account's cart: `not_sellable`, the variant is not sold any more; `other_currency`,
    ///  it has no price in the currency of the account's cart; `stock_limit`, too few are left; `quantity_limit`, a
    ///  line holds at most 999; `line_limit`, a cart holds at most 100 lines; `rule`, the store's rule took the
    ///  quantity of the other cart.
    ///
    /// - `not_sellable`: The variant is not sold any more.
    /// - `other_currency`: It has no price in the cart's currency.
    /// - `stock_limit`: Too few are left.
    /// - `quantity_limit`: More than a line holds.
    /// - `line_limit`: More lines than a cart holds.
    /// - `rule`: The tenant's rule.
    CartLeftOutReason, Unknown,
    NotSellable = "not_sellable",
    OtherCurrency = "other_currency",
    StockLimit = "stock_limit",
    QuantityLimit = "quantity_limit",
    LineLimit = "line_limit",
    Rule = "rule",
}

/// A cart line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CartLine {
    /// Whether the line can be bought in this quantity.
    pub available: bool,
    /// Line id.
    pub id: String,
    /// URL of the image; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What changed since the line was last updated: `price_changed`, `insufficient_stock`,
    /// `not_sellable`.
    pub notices: Vec<String>,
    /// Product; absent when it is no longer on sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Quantity, 1 to 999.
    pub quantity: i64,
    /// Stock keeping unit (SKU).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Product title.
    pub title: String,
    /// Line total; zero when the variant is no longer on sale.
    pub total: Money,
    /// Current price of one unit.
    pub unit_price: Money,
    /// Variant.
    pub variant_id: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    pub variant_title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Settings of carts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CartSettings {
    /// Which quantities hold when a guest signs in and the account has a cart, too. Default: `sum`.
    pub takeover_rule: CartTakeoverRule,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Whose cart units were in: `guest` or `account`; `both`, if the quantities were added.
    ///
    /// - `guest`: The guest's.
    /// - `account`: The account's.
    /// - `both`: Of both.
    CartSide, Unknown,
    Guest = "guest",
    Account = "account",
    Both = "both",
}

open_enum! {
    /// Cart status.
    ///
    /// - `open`: Can be changed.
    /// - `completing`: Locked: its order awaits payment.
    /// - `completed`: Its order was paid.
    CartStatus, Unknown,
    Open = "open",
    Completing = "completing",
    Completed = "completed",
}

/// What became of a guest's cart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CartTakeover {
    /// Units that are not in the account's cart, with the reason; a line may be named twice.
    pub left_out: Vec<CartLeftOut>,
    /// What became of it.
    pub outcome: CartTakeoverOutcome,
    /// The store's rule.
    pub rule: CartTakeoverRule,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What became of a guest's cart: `taken_over`; `already_own`, it is the account's cart; `not_found`, there is
    ///  none for this token; `completed`, it was paid for, or `locked`, it or the account's cart is being paid for;
    ///  `total_too_large`, together they come to more than a cart can. Only `taken_over` changes something.
    ///
    /// - `taken_over`: Its lines are in the account's cart, but for those that are left out.
    /// - `already_own`: It is the account's cart.
    /// - `not_found`: No guest has such a cart.
    /// - `completed`: It was paid for.
    /// - `locked`: One of the carts is being paid for.
    /// - `total_too_large`: Together they come to too much.
    CartTakeoverOutcome, Unknown,
    TakenOver = "taken_over",
    AlreadyOwn = "already_own",
    NotFound = "not_found",
    Completed = "completed",
    Locked = "locked",
    TotalTooLarge = "total_too_large",
}

open_enum! {
    /// Which quantities hold when a guest's cart is taken over by an account: `sum`, both together; `larger`, of
    ///  each variant the larger one; `guest`, the guest's cart unless it is empty; `account`, the account's cart
    ///  unless it is empty.
    ///
    /// - `sum`: Both together.
    /// - `larger`: Of each variant the larger one.
    /// - `guest`: The guest's.
    /// - `account`: The account's.
    CartTakeoverRule, Unknown,
    Sum = "sum",
    Larger = "larger",
    Guest = "guest",
    Account = "account",
}

/// Settings of the catalogue.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CatalogSettings {
    /// Whether two variants on sale may not have the same SKU. Default: `false`.
    pub unique_skus: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Category {
    /// Category id.
    pub id: String,
    /// Image, in the list of categories; absent without one, and where a product or a search names categories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<ProductImage>,
    /// Category name.
    pub name: String,
    /// Slug of the parent category; absent at the root.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Slug: the last part of the category's URL, and the value of the `category` filter.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A category with its number of products.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CategoryCount {
    /// The category.
    pub category: Category,
    /// Number of products.
    pub count: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CategoryList {
    /// All of them.
    pub data: Vec<Category>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales by category.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CategoryReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// First day of as many days before.
    pub previous_from: String,
    /// Last day of these.
    pub previous_to: String,
    /// What these come to, in each currency.
    pub previous_totals: Vec<SalesTotal>,
    /// Rows, by currency. What has no figures has no row.
    pub rows: Vec<CategorySales>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// What all days come to, in each currency.
    pub totals: Vec<SalesTotal>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales of a category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CategorySales {
    /// Category; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees,
    /// earnings, and products without a category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_id: Option<String>,
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields to change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangeAddress {
    /// The whole address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Whether it is the default billing address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_default_billing: Option<bool>,
    /// Whether it is the default shipping address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_default_shipping: Option<bool>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields to change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangeCart {
    /// Billing address; `null` clears it, and the shipping address is billed.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub billing_address: crate::Nullable<Address>,
    /// Billing address from the signed-in shopper's address book, in place of `billing_address`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address_id: Option<String>,
    /// Contact e-mail; `null` clears it.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub email: crate::Nullable<String>,
    /// Shipping address; `null` clears it.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub shipping_address: crate::Nullable<Address>,
    /// Shipping address from the signed-in shopper's address book, in place of `shipping_address`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_address_id: Option<String>,
    /// One of the cart's shipping options; `null` clears it.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub shipping_option_id: crate::Nullable<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A change of quantity.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangeCartLine {
    /// New quantity; 0 removes the line.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What to do to many orders.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangeOrders {
    /// What to do.
    pub action: OrdersAction,
    /// Orders, each once.
    pub order_ids: Vec<String>,
    /// Tags to add or remove; with `tag` and `untag` alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields to change; absent fields do not change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangeProduct {
    /// Description as HTML; scripts, styles and forms are removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether shoppers cannot return it. Holds for orders placed from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_sale: Option<bool>,
    /// Product type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_type: Option<String>,
    /// Description for search engines.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub seo_description: crate::Nullable<String>,
    /// Title for search engines.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub seo_title: crate::Nullable<String>,
    /// Product status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ProductStatus>,
    /// One line below the title.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub subtitle: crate::Nullable<String>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Vendor name. Does not change the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// Version that was read; the change is rejected if the product has another one by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What became of one of many orders.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangedOrder {
    /// Why it was not changed; absent when it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<BulkProblem>,
    /// What the problem is; absent when it was changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Whether it was changed, or was so already.
    pub is_done: bool,
    /// Order id.
    pub order_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ChangedOrderList {
    /// All of them.
    pub data: Vec<ChangedOrder>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A placed order and its payment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Checkout {
    /// The placed order.
    pub order: CheckoutOrder,
    /// Payment to confirm; absent when the total is zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<CheckoutPayment>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A placed order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CheckoutOrder {
    /// Order id.
    pub id: String,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    pub number: i64,
    /// Order status.
    pub status: OrderStatus,
    /// Access token of the order, sent as the header `Order-Token`.
    pub token: String,
    /// Order total.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A payment to confirm.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CheckoutPayment {
    /// Connected account of the payment; absent when it is the platform's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Client secret with which the browser or app confirms the payment; absent once it needs no confirmation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Payment provider.
    pub provider: PaymentProvider,
    /// Publishable key of the payment provider.
    pub publishable_key: String,
    /// Payment status.
    pub status: PaymentStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A checkout request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CheckoutRequest {
    /// Total that the shopper was shown and agrees to pay.
    pub expected_total: Money,
    /// Payment provider. Required unless the total is zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_provider: Option<PaymentProvider>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A code in the place of a password.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CodeCredentials {
    /// Code of the e-mail; spaces do not matter.
    pub code: String,
    /// E-mail address of the account.
    pub email: String,
    /// Cart of the guest who signs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest_cart: Option<GuestCart>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Customers whose first paid order is of one month.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Cohort {
    /// Customers of the cohort.
    pub customers: i64,
    /// Months in which some of them ordered.
    pub months: Vec<CohortMonth>,
    /// First day of the month.
    pub starts_on: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A month of a cohort.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CohortMonth {
    /// Customers of the cohort who ordered in the month.
    pub customers: i64,
    /// Months since the month of the first order: 0 is that month.
    pub month: i64,
    /// Their orders in the month.
    pub orders: i64,
    /// `customers` in basis points of the cohort's, rounded down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_bps: Option<i64>,
    /// The orders by currency.
    pub sales: Vec<CohortSales>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Customers by the month of their first order.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CohortReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Cohorts, the oldest one first.
    pub cohorts: Vec<Cohort>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// Time zone whose midnight months begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Orders of a cohort in a month, in one currency.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CohortSales {
    /// Currency.
    pub currency: String,
    /// What was paid for them, refunded or not.
    pub gross: Money,
    /// Orders in this currency.
    pub orders: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What is agreed to: `terms`, the store's terms; `marketing_email` and `marketing_sms`, offers by
    ///  e-mail and by text message; `order_updates_sms`, news of orders by text message.
    ///
    /// - `terms`: The store's terms.
    /// - `marketing_email`: Offers by e-mail.
    /// - `marketing_sms`: Offers by text message.
    /// - `order_updates_sms`: News of orders by text message.
    ConsentPurpose, Unknown,
    Terms = "terms",
    MarketingEmail = "marketing_email",
    MarketingSms = "marketing_sms",
    OrderUpdatesSms = "order_updates_sms",
}

/// An answer of a shopper.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ConsentRecord {
    /// Id of the answer.
    pub id: String,
    /// Whether the consent was given; `false` when it was withdrawn.
    pub is_given: bool,
    /// What it is about.
    pub purpose: ConsentPurpose,
    /// When it was said.
    pub recorded_at: crate::Timestamp,
    /// Where it was said.
    pub source: ConsentSource,
    /// Storefront that it was said on.
    pub storefront_id: String,
    /// Version of the terms; only of `terms`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_version: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Where it was said: `sign_up`, when signing up; `account`, in the account; `newsletter`, by the link of the letter
    ///  that asks; `unsubscribe_link`, by the link of a later letter; `text_message`, by answering STOP to one.
    ///
    /// - `sign_up`: When signing up.
    /// - `account`: In the account.
    /// - `newsletter`: By the link of the letter that asks.
    /// - `unsubscribe_link`: By the link of a later letter.
    /// - `text_message`: By answering STOP to a text message.
    ConsentSource, Unknown,
    SignUp = "sign_up",
    Account = "account",
    Newsletter = "newsletter",
    UnsubscribeLink = "unsubscribe_link",
    TextMessage = "text_message",
}

/// What a shopper has agreed to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Consents {
    /// The last 100 answers, newest first.
    pub history: Vec<ConsentRecord>,
    /// Whether offers may come by e-mail.
    pub marketing_email: bool,
    /// Whether offers may come by text message.
    pub marketing_sms: bool,
    /// Whether text messages may tell of the shopper's parcels.
    pub order_updates_sms: bool,
    /// Version of the terms that were accepted last; absent if none were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_version: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What became of events.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CountedEvents {
    /// Events that count.
    pub counted: i64,
    /// Places in `events`, from 0, of those about products that the store does not sell.
    pub unknown_products: Vec<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of the tenant's orders.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CountedOrderPage {
    /// How many orders the whole list has; `10000` stands for 10,000 or more. Absent unless `with_count` asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// Those of this page.
    pub data: Vec<AdminOrderSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for CountedOrderPage {
    type Item = AdminOrderSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Sales by country.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CountryReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// First day of as many days before.
    pub previous_from: String,
    /// Last day of these.
    pub previous_to: String,
    /// What these come to, in each currency.
    pub previous_totals: Vec<SalesTotal>,
    /// Rows, by currency. What has no figures has no row.
    pub rows: Vec<CountrySales>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// What all days come to, in each currency.
    pub totals: Vec<SalesTotal>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales to a country.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CountrySales {
    /// Country of the shipping address, as ISO 3166-1 writes it; absent when nothing was shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateAddress {
    /// The address.
    pub address: Address,
    /// Whether it becomes the default billing address; by default if it is the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_default_billing: Option<bool>,
    /// Whether it becomes the default shipping address; by default if it is the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_default_shipping: Option<bool>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A secret key to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateApiKey {
    /// What it may do, each as `object:action` such as `products:read`; at least one.
    pub authorities: Vec<String>,
    /// When it stops working; never by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<crate::Timestamp>,
    /// What it is for, 1 to 200 characters.
    pub name: String,
    /// Addresses and networks (CIDR) that it works from, up to 50; from everywhere by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub networks: Option<Vec<String>>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A brand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateBrand {
    /// Colours. Text needs a contrast of at least 4.5:1 on its background.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colors: Option<CreateColors>,
    /// Fonts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fonts: Option<CreateFonts>,
    /// `https` URL of the logo, or a path on the storefront's host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    /// Brand name; the tenant's name by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of an order to cancel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateCancellation {
    /// Lines to cancel units of, each line once.
    pub lines: Vec<CancelledLine>,
    /// Reason, kept with the cancellation and its refund; the shopper does not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether the units are refunded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund: Option<bool>,
    /// Whether the units go back into stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restock: Option<bool>,
    /// Whether the shipping is refunded with them, all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<bool>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Colours, each as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateColors {
    /// Accent colour.
    pub accent: String,
    /// Background of pages.
    pub background: String,
    /// Text colour on `primary`.
    pub on_primary: String,
    /// Colour of buttons and links.
    pub primary: String,
    /// Background of cards.
    pub surface: String,
    /// Text colour on `background` and `surface`.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A customer who has not signed up.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateCustomer {
    /// E-mail address to sign in with.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name; empty to have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Note of the store's staff, which the customer does not see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether to send the e-mail that asks to choose a password; `true` by default. A password reset sends it later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send_invitation: Option<bool>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A group to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateCustomerGroup {
    /// Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %. 0 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_ppm: Option<i64>,
    /// Name, 1 to 80 characters; unique in the tenant. Members see it in the export of their data.
    pub name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Font families.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateFonts {
    /// Font of body text.
    pub body: String,
    /// Font of headings.
    pub heading: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A fulfillment to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateFulfillment {
    /// Lines to ship, each line once, all of one merchant. Without lines, every unit left of the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<FulfilledLine>>,
    /// Merchant whose units are shipped. Required without `lines` if several merchants have units left; with
    /// `lines`, all must be of this merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Tracking of the parcel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking: Option<CreateTracking>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A domain to add.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateHost {
    /// Host name, such as `shop.example.com`.
    pub host: String,
    /// Whether this becomes the primary host, used in links.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_primary: Option<bool>,
    /// Storefront; the tenant's first one by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storefront_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A provider to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateIdentityProvider {
    /// Client id that the provider gave out.
    pub client_id: String,
    /// Client secret that the provider gave out. It is kept encrypted and not shown again.
    pub client_secret: String,
    /// Whether shoppers may sign in with it; `true` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_enabled: Option<bool>,
    /// Issuer, exactly as its configuration names it, such as `https://accounts.google.com`.
    pub issuer: String,
    /// Name that shoppers see, 1 to 100 characters.
    pub name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An invitation to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateInvitation {
    /// E-mail address to invite.
    pub email: String,
    /// Merchant that the role is held for; required for `merchant_owner` and `merchant_staff`, and for no
    /// other role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// A built-in role, or the id of a role of the tenant.
    pub role: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A location to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateLocation {
    /// Name, 1 to 80 characters; unique in the tenant.
    pub name: String,
    /// Priority, 0 to 1,000: units are taken from the lowest first. 100 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address to suppress.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateMailSuppression {
    /// E-mail address.
    pub email: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateMerchant {
    /// Commission of the platform in basis points: 500 is 5 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission_bps: Option<i64>,
    /// Merchant name.
    pub name: String,
    /// Slug, matched by imports: the vendor's name in lower case with hyphens.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An onboarding link to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateOnboardingLink {
    /// URL to go to when the link has expired or was used: create a new one there.
    pub refresh_url: String,
    /// URL to return to when the merchant has finished or leaves, on a host of the tenant.
    pub return_url: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What an operator wants to look into a tenant for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateOperatorAccess {
    /// Whether something is to be changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_write: Option<bool>,
    /// For how many minutes, 1 to 60.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// Why, 10 to 1000 characters. The tenant reads it.
    pub reason: String,
    /// Number of the support ticket, or what else asked for it.
    pub ticket: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The owner of a new tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateOwner {
    /// E-mail address. If it has a staff account, that account becomes the owner and keeps its
    /// password.
    pub email: String,
    /// Name of the owner; the e-mail address by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Password of the new account: 15 to 1024 characters.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A product to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateProduct {
    /// Category path, from the root down. Missing categories are created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Vec<String>>,
    /// Description as HTML; scripts, styles and forms are removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether shoppers cannot return it. Holds for orders placed from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_sale: Option<bool>,
    /// Merchant; the default merchant by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Options by which variants differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<String>>,
    /// Product type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_type: Option<String>,
    /// Description for search engines.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub seo_description: crate::Nullable<String>,
    /// Title for search engines.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub seo_title: crate::Nullable<String>,
    /// Slug: the last part of the product's URL. By default made of the title, with a number appended if another
    /// product has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Product status.
    pub status: ProductStatus,
    /// One line below the title.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub subtitle: crate::Nullable<String>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Title.
    pub title: String,
    /// Variants: at least one, and exactly one without options.
    pub variants: Vec<CreateVariant>,
    /// Vendor name. Does not change the merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A refund to create: either `full`, or any of `lines`, `return_id`, `shipping` and `amount`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateRefund {
    /// Amount to refund beside lines and shipping, in the order's currency. Each merchant gives in proportion to
    /// what is left of its share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// Whether to refund everything that is left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<bool>,
    /// Lines to refund, each line once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Vec<RefundedLine>>,
    /// Reason, kept with the refund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Return whose units are refunded: those that came and are not refunded yet; with `lines`, those of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_id: Option<String>,
    /// Whether to refund the shipping, all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<bool>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A return to request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateReturn {
    /// Units that come back, each line once.
    pub lines: Vec<CreateReturnLine>,
    /// What there is to say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why the units come back.
    pub reason: ReturnReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line that come back.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateReturnLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity that comes back.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A review to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateReview {
    /// Name to show, such as `Anna B.`; without one, none is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_name: Option<String>,
    /// Line of the order whose product is reviewed, or whose merchant.
    pub order_line_id: String,
    /// Stars, 1 to 5.
    pub rating: i64,
    /// What is reviewed; `product` by default. An order has one review of each merchant, whichever of its lines names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<ReviewSubject>,
    /// Text, plain text; a link or HTML has it held for the staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headline, plain text in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A domain to send from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateSenderDomain {
    /// Domain name, such as `aurora.example`; letters of other scripts are kept in ASCII (IDNA). Not the platform's.
    pub domain: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A shipping option.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateShippingOption {
    /// Countries it ships to (ISO 3166-1 alpha-2); everywhere by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub countries: Option<Vec<String>>,
    /// Name shown to shoppers.
    pub name: String,
    /// What it costs, in the storefront's currency.
    pub rate: CreateShippingRate,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a shipping option costs.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum CreateShippingRate {
    /// `kind` is `by_weight`.
    ByWeight(WeightRate),
    /// `kind` is `flat`.
    Flat(FlatRate),
    /// A shape that only a newer server knows.
    Unknown(serde_json::Value),
}

/// Null, which no server accepts: set it.
impl Default for CreateShippingRate {
    fn default() -> Self {
        Self::Unknown(serde_json::Value::Null)
    }
}

impl From<WeightRate> for CreateShippingRate {
    fn from(inner: WeightRate) -> Self {
        Self::ByWeight(inner)
    }
}

impl From<FlatRate> for CreateShippingRate {
    fn from(inner: FlatRate) -> Self {
        Self::Flat(inner)
    }
}

impl Serialize for CreateShippingRate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tagged = match self {
            Self::ByWeight(inner) => tagged(inner, "kind", "by_weight"),
            Self::Flat(inner) => tagged(inner, "kind", "flat"),
            Self::Unknown(value) => Ok(value.clone()),
        };
        tagged.map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for CreateShippingRate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        let word = value.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default();
        let read = match word {
            "by_weight" => serde_json::from_value(value).map(Self::ByWeight),
            "flat" => serde_json::from_value(value).map(Self::Flat),
            _ => Ok(Self::Unknown(value)),
        };
        read.map_err(serde::de::Error::custom)
    }
}

/// Settings of a new storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateStorefront {
    /// Brand; dark text on white by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<CreateBrand>,
    /// Country it sells from (ISO 3166-1 alpha-2).
    pub country: String,
    /// Currency of all prices (ISO 4217).
    pub currency: String,
    /// Language and region (BCP 47); English by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Tagline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// Tax; none by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<CreateTax>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The tax of a new storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateTax {
    /// Whether prices include tax.
    pub included: bool,
    /// Name of the tax on receipts.
    pub name: String,
    /// Rate in parts per million: 190000 is 19 %.
    pub rate_ppm: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A tenant to create. Absent fields get defaults.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateTenant {
    /// Further hosts, such as `shop.example.com`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hosts: Option<Vec<String>>,
    /// Merchants, the default one first; by default one with the tenant's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchants: Option<Vec<CreateMerchant>>,
    /// Tenant name.
    pub name: String,
    /// Owner of the tenant.
    pub owner: CreateOwner,
    /// Shipping options of the first storefront; by default one that is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_options: Option<Vec<CreateShippingOption>>,
    /// Slug, unique on the platform and the first label of the tenant's host: lower-case letters, digits, hyphens.
    pub slug: String,
    /// First storefront.
    pub storefront: CreateStorefront,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A storefront to create. Absent fields get defaults.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateTenantStorefront {
    /// Further hosts, such as `shop.example.com`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hosts: Option<Vec<String>>,
    /// Store name; the tenant's name by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Shipping options; by default one that is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_options: Option<Vec<CreateShippingOption>>,
    /// Slug, unique in the tenant. The storefront's host under the platform's domain is the tenant's slug, a
    /// hyphen and this.
    pub slug: String,
    /// Settings.
    pub storefront: CreateStorefront,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Tracking of a parcel to ship.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateTracking {
    /// Carrier, such as `DHL`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// Tracking number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Tracking URL, https only. If absent, the page of a well-known carrier (DHL, DPD, `FedEx`, GLS, Hermes,
    /// `PostNL`, Royal Mail, UPS, USPS) for the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A variant to create.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CreateVariant {
    /// Whether it may be sold beyond its stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_backorder: Option<bool>,
    /// Barcode (EAN, UPC, GTIN).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// Units in stock; absent means stock is not tracked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_hand: Option<i64>,
    /// Value of each product option, in the order of `options`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<String>>,
    /// Price. A variant without a price is not on sale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Whether it is shipped; `true` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requires_shipping: Option<bool>,
    /// Stock keeping unit (SKU).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Whether it is taxed; `true` by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taxable: Option<bool>,
    /// Weight in grams; 0 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_grams: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Credentials.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Credentials {
    /// Code of the second factor, or a recovery code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// E-mail address of the account.
    pub email: String,
    /// Password of the account.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A customer with their address book and consents.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Customer {
    /// Addresses, oldest first; at most 50.
    pub addresses: Vec<CustomerAddress>,
    /// When the customer was blocked; absent while not blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocked_at: Option<crate::Timestamp>,
    /// What the customer has agreed to.
    pub consents: CustomerConsents,
    /// When the customer signed up, or was created.
    pub created_at: crate::Timestamp,
    /// E-mail address to sign in with.
    pub email: String,
    /// When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_verified_at: Option<crate::Timestamp>,
    /// First name.
    pub first_name: String,
    /// Customer id.
    pub id: String,
    /// Last name; may be empty.
    pub last_name: String,
    /// Note of the store's staff, which the customer does not see.
    pub note: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address of a customer's address book.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerAddress {
    /// The address.
    pub address: Address,
    /// Address id.
    pub id: String,
    /// Whether it is the default billing address.
    pub is_default_billing: bool,
    /// Whether it is the default shipping address.
    pub is_default_shipping: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An answer of a customer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerConsent {
    /// Id of the answer.
    pub id: String,
    /// Whether the consent was given; `false` when it was withdrawn.
    pub is_given: bool,
    /// What it is about.
    pub purpose: ConsentPurpose,
    /// When it was said.
    pub recorded_at: crate::Timestamp,
    /// Where it was said.
    pub source: ConsentSource,
    /// Storefront that it was said on.
    pub storefront_id: String,
    /// Version of the terms; only of `terms`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_version: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a customer has agreed to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerConsents {
    /// The last 100 answers, newest first.
    pub history: Vec<CustomerConsent>,
    /// Whether offers may be sent by e-mail.
    pub marketing_email: bool,
    /// Whether offers may be sent by text message.
    pub marketing_sms: bool,
    /// Whether text messages may tell of the customer's parcels.
    pub order_updates_sms: bool,
    /// Version of the terms that were accepted last; absent if none were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_version: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A group of customers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerGroup {
    /// When it was created.
    pub created_at: crate::Timestamp,
    /// Discount in parts per million on everything that the group has no price of its own for.
    pub discount_ppm: i64,
    /// Group id.
    pub id: String,
    /// Number of members.
    pub member_count: i64,
    /// Name.
    pub name: String,
    /// When its name or discount was last changed.
    pub updated_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerGroupList {
    /// All of them.
    pub data: Vec<CustomerGroup>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A customer in a group.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerGroupMember {
    /// When the customer was added.
    pub added_at: crate::Timestamp,
    /// Customer id.
    pub customer_id: String,
    /// E-mail address to sign in with.
    pub email: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerGroupMemberPage {
    /// Those of this page.
    pub data: Vec<CustomerGroupMember>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for CustomerGroupMemberPage {
    type Item = CustomerGroupMember;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// The prices that a group has of its own for a variant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerGroupPrices {
    /// Price of one unit in each currency, by currency.
    pub prices: Vec<Money>,
    /// Variant id.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerGroupPricesPage {
    /// Those of this page.
    pub data: Vec<CustomerGroupPrices>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for CustomerGroupPricesPage {
    type Item = CustomerGroupPrices;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerPage {
    /// Those of this page.
    pub data: Vec<CustomerSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for CustomerPage {
    type Item = CustomerSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Customers of a period.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerPeriod {
    /// Customers with an order that was paid in the period; each counts once.
    pub customers: i64,
    /// Of these, customers whose first paid order is in the period.
    pub new_customers: i64,
    /// Orders that were paid in the period.
    pub orders: i64,
    /// `orders` for each customer in basis points, rounded down: 15000 is one and a half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders_per_customer_bps: Option<i64>,
    /// `returning_customers` in basis points of `customers`, rounded down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_rate_bps: Option<i64>,
    /// Of these, customers who had ordered before the period: `customers` - `new_customers`.
    pub returning_customers: i64,
    /// First day of the period.
    pub starts_on: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Customers by period.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// Length of the periods.
    pub interval: ReportInterval,
    /// Periods in which there were orders. They do not add up to longer ones: a customer counts once in each.
    pub rows: Vec<CustomerPeriod>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A customer in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CustomerSummary {
    /// When the customer was blocked; absent while not blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocked_at: Option<crate::Timestamp>,
    /// When the customer signed up, or was created.
    pub created_at: crate::Timestamp,
    /// E-mail address to sign in with.
    pub email: String,
    /// When the customer showed that the e-mail address is theirs; absent while nobody has used an account that staff created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_verified_at: Option<crate::Timestamp>,
    /// First name.
    pub first_name: String,
    /// Customer id.
    pub id: String,
    /// Last name; may be empty.
    pub last_name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A session of the account on a device.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DeviceSession {
    /// When the session began.
    pub created_at: crate::Timestamp,
    /// User agent of the browser or app.
    pub device: String,
    /// When the session expires if it is not refreshed before.
    pub expires_at: crate::Timestamp,
    /// Session id.
    pub id: String,
    /// Whether this is the session of the request.
    pub is_current: bool,
    /// When the session was last refreshed.
    pub last_used_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DeviceSessionList {
    /// All of them.
    pub data: Vec<DeviceSession>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What a record is for: `dkim`, the key that e-mails are signed with; `spf`, who may send with the domain as envelope sender;
    ///  `dmarc`, what receivers do with e-mails that claim the domain and are not signed.
    ///
    /// - `dkim`: The key that e-mails are signed with.
    /// - `spf`: Who may send with the domain as envelope sender.
    /// - `dmarc`: What receivers do with e-mails that are not signed.
    DnsRecordPurpose, Unknown,
    Dkim = "dkim",
    Spf = "spf",
    Dmarc = "dmarc",
}

open_enum! {
    /// What the last check found of a record: `unchecked`, it was not looked up yet; `missing`, it is not there; `wrong`, another
    ///  one is there; `ok`, it is there.
    ///
    /// - `unchecked`: It was not looked up yet.
    /// - `missing`: It is not there.
    /// - `wrong`: Another one is there.
    /// - `ok`: It is there.
    DnsRecordState, Unknown,
    Unchecked = "unchecked",
    Missing = "missing",
    Wrong = "wrong",
    Ok = "ok",
}

open_enum! {
    /// Kind of a document.
    ///
    /// - `invoice`: What an order costs.
    /// - `credit_note`: What was refunded of an invoice.
    DocumentKind, Unknown,
    Invoice = "invoice",
    CreditNote = "credit_note",
}

/// A review as its author wants it now.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EditReview {
    /// Name to show, such as `Anna B.`; without one, none is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_name: Option<String>,
    /// Stars, 1 to 5.
    pub rating: i64,
    /// Text, plain text; a link or HTML has it held for the staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headline, plain text in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailAddress {
    /// E-mail address.
    pub email: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A change of e-mail address.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailChange {
    /// New e-mail address.
    pub email: String,
    /// Current password.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A link about a change of e-mail address.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailChangeToken {
    /// Token from the link in the e-mail.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What an e-mail said, without tokens.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailCopy {
    /// HTML page. Show it in a sandboxed frame.
    pub html: String,
    /// Plain text.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An e-mail and its copy.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailDetail {
    /// What it said; absent if no copy is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<EmailCopy>,
    /// The e-mail.
    pub email: EmailSummary,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What an e-mail is about.
    ///
    /// - `confirm_email`: Confirming the address of a new account.
    /// - `has_account`: A sign-up with the address of an account.
    /// - `customer_invitation`: An account that staff made.
    /// - `reset_password`: A link to choose a new password.
    /// - `password_changed`: A password that was changed.
    /// - `login_code`: A code to sign in with.
    /// - `new_device`: A sign-in on a new device.
    /// - `session_revoked`: A session that was ended.
    /// - `account_deleted`: A deleted account.
    /// - `confirm_new_email`: Confirming another address for an account.
    /// - `new_email_taken`: Another address for an account, which an account has already.
    /// - `email_changed`: An address that was replaced.
    /// - `order_code`: A code that shows an order.
    /// - `newsletter`: Confirming the newsletter, and welcoming to it.
    /// - `order_confirmed`: An order that was paid.
    /// - `order_shipped`: A parcel that was shipped.
    /// - `order_delivered`: A parcel that was delivered.
    /// - `order_cancelled`: An order that was cancelled.
    /// - `order_units_cancelled`: Units of an order that were cancelled.
    /// - `order_refunded`: A refund.
    /// - `return_approved`: A return that was approved.
    /// - `return_rejected`: A return that was rejected.
    /// - `return_received`: A return that was received.
    /// - `review_invitation`: A request to review an order.
    /// - `new_order`: To staff: a new order.
    /// - `authorization_ends`: To staff: an authorization that ends soon.
    /// - `low_stock`: To staff: stock that runs low.
    /// - `dispute`: To staff: a dispute.
    /// - `staff_invitation`: To staff: an invitation.
    /// - `staff_reset_password`: To staff: a link to choose a new password.
    /// - `staff_notice`: To staff: a change of their account.
    /// - `operator_access`: To owners: an operator's access.
    EmailKind, Unknown,
    ConfirmEmail = "confirm_email",
    HasAccount = "has_account",
    CustomerInvitation = "customer_invitation",
    ResetPassword = "reset_password",
    PasswordChanged = "password_changed",
    LoginCode = "login_code",
    NewDevice = "new_device",
    SessionRevoked = "session_revoked",
    AccountDeleted = "account_deleted",
    ConfirmNewEmail = "confirm_new_email",
    NewEmailTaken = "new_email_taken",
    EmailChanged = "email_changed",
    OrderCode = "order_code",
    Newsletter = "newsletter",
    OrderConfirmed = "order_confirmed",
    OrderShipped = "order_shipped",
    OrderDelivered = "order_delivered",
    OrderCancelled = "order_cancelled",
    OrderUnitsCancelled = "order_units_cancelled",
    OrderRefunded = "order_refunded",
    ReturnApproved = "return_approved",
    ReturnRejected = "return_rejected",
    ReturnReceived = "return_received",
    ReviewInvitation = "review_invitation",
    NewOrder = "new_order",
    AuthorizationEnds = "authorization_ends",
    LowStock = "low_stock",
    Dispute = "dispute",
    StaffInvitation = "staff_invitation",
    StaffResetPassword = "staff_reset_password",
    StaffNotice = "staff_notice",
    OperatorAccess = "operator_access",
}

open_enum! {
    /// What became of an e-mail: `queued`, staff asked for it and a worker sends it soon; `sent`, a provider took it;
    ///  `bounced`, it came back for good; `complained`, its reader called it spam; `refused`, the provider refused it;
    ///  `suppressed`, the address gets no mail; `obsolete`, there was nothing to tell any more.
    ///
    /// - `queued`: Staff asked for it, and a worker sends it soon.
    /// - `sent`: A provider took it.
    /// - `bounced`: It came back for good.
    /// - `complained`: Its reader called it spam.
    /// - `refused`: The provider refused it.
    /// - `suppressed`: The address gets no mail.
    /// - `obsolete`: There was nothing to tell any more.
    EmailOutcome, Unknown,
    Queued = "queued",
    Sent = "sent",
    Bounced = "bounced",
    Complained = "complained",
    Refused = "refused",
    Suppressed = "suppressed",
    Obsolete = "obsolete",
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailPage {
    /// Those of this page.
    pub data: Vec<EmailSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for EmailPage {
    type Item = EmailSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Which e-mails about the store's business a staff member wants.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailPreferences {
    /// Disputes, for those who may refund orders.
    pub disputes: bool,
    /// Stock that runs low, for those who may change products.
    pub low_stock: bool,
    /// Each new order, for those who may fulfill it.
    pub new_orders: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An e-mail that was sent, or was not for a reason.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EmailSummary {
    /// Whether it can be resent, unless its address is suppressed.
    pub can_resend: bool,
    /// When it was sent, or queued.
    pub created_at: crate::Timestamp,
    /// Whether a copy is kept.
    pub has_copy: bool,
    /// Id of the e-mail.
    pub id: String,
    /// What it is about.
    pub kind: EmailKind,
    /// Order that it is about; absent if it is about none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// What became of it.
    pub outcome: EmailOutcome,
    /// Provider that took it; absent unless one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<MailProvider>,
    /// Address that it is sent to.
    pub recipient: String,
    /// E-mail that was sent again with this one; absent unless staff resent one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resend_of: Option<String>,
    /// Subject; absent if it contains a code, and until a queued e-mail is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Why an operation is allowed or not.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Explanation {
    /// Those of them that are held.
    pub held: Vec<String>,
    /// Whether it is allowed: nothing is missing, the staff member is not suspended, and the operation is open to
    /// merchants' staff if the role is theirs.
    pub is_allowed: bool,
    /// Those of them that are missing.
    pub missing: Vec<String>,
    /// Authorities that the operation needs; empty when every staff member may.
    pub needed: Vec<String>,
    /// Id of the operation.
    pub operation: String,
    /// The role that was looked at; absent when it is the caller or a suspended member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ExplanationList {
    /// All of them.
    pub data: Vec<Explanation>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A cart of the account, as it is kept.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ExportedCart {
    /// Billing address; absent when it is the shipping address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// Currency.
    pub currency: String,
    /// Contact e-mail; absent until it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Cart id.
    pub id: String,
    /// Lines, in the order in which they were added.
    pub lines: Vec<ExportedCartLine>,
    /// Shipping address; absent until it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// Storefront that it is on.
    pub storefront_id: String,
    /// When it was last changed.
    pub updated_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A line of an exported cart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ExportedCartLine {
    /// Quantity.
    pub quantity: i64,
    /// Product title.
    pub title: String,
    /// Variant.
    pub variant_id: String,
    /// Variant title; empty for a product with one variant.
    pub variant_title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FieldProblem {
    /// What a program tells the fault by. It never changes.
    pub code: String,
    /// What would be right, for people.
    pub detail: String,
    /// Where: a JSON pointer into the body (`/lines/0/quantity`), or the name of a parameter or
    /// header.
    pub pointer: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a browser came back with.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FinishSocialSignIn {
    /// Token that the browser kept.
    pub browser_token: String,
    /// `code` of the address that the browser came back to.
    pub code: String,
    /// Cart of the guest who signs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest_cart: Option<GuestCart>,
    /// `iss` of that address, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iss: Option<String>,
    /// `state` of that address.
    pub state: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The same price for every parcel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FlatRate {
    /// Always `flat`.
    pub kind: String,
    /// Price of a parcel.
    pub price: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The point of an image that stays visible where the image is cropped.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FocalPoint {
    /// Distance from the left edge in thousandths of the width, 0 to 1000.
    pub x: i64,
    /// Distance from the upper edge in thousandths of the height, 0 to 1000.
    pub y: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line to ship.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FulfilledLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity to ship.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A parcel of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Fulfillment {
    /// Carrier; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// When it was delivered; absent until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<crate::Timestamp>,
    /// Fulfillment id.
    pub id: String,
    /// Units in the parcel.
    pub lines: Vec<FulfillmentLine>,
    /// When it was shipped.
    pub shipped_at: crate::Timestamp,
    /// Fulfillment status.
    pub status: FulfillmentStatus,
    /// Tracking number; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
    /// Tracking URL, https; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_url: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line in a parcel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FulfillmentLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity in the parcel.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Status of a fulfillment.
    ///
    /// - `shipped`: Handed to the carrier.
    /// - `delivered`: Delivered to the shopper.
    /// - `cancelled`: Cancelled: its units are open again.
    FulfillmentStatus, Unknown,
    Shipped = "shipped",
    Delivered = "delivered",
    Cancelled = "cancelled",
}

/// A reason for which checkout refused.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FunnelRefusal {
    /// Code of the refusal, such as `insufficient_stock`; of an incomplete cart the field and what was wrong with it, such
    /// as `email.required`.
    pub reason: String,
    /// Refusals for this reason. One refusal can have several.
    pub times: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The funnel of some days.
///
/// Two answers to the same query with the same `definition_version` and `revision` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FunnelReport {
    /// `carts` in basis points of `visits`, rounded down; absent without visits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cart_rate_bps: Option<i64>,
    /// Carts that got their first goods. One that is emptied and filled again counts again.
    pub carts: i64,
    /// `orders_placed` in basis points of `carts`, rounded down; absent without carts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checkout_rate_bps: Option<i64>,
    /// Visits in which the checkout was shown, estimated like `visits`.
    pub checkout_visits: i64,
    /// `orders_paid` in basis points of `visits`, rounded down; absent without visits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversion_rate_bps: Option<i64>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// Orders that were paid.
    pub orders_paid: i64,
    /// Orders that were placed, paid or not.
    pub orders_placed: i64,
    /// `orders_paid` in basis points of `orders_placed`, rounded down; absent without orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_rate_bps: Option<i64>,
    /// Events that a product was shown.
    pub product_views: i64,
    /// Why checkout refused, the most frequent reason first.
    pub refusals: Vec<FunnelRefusal>,
    /// Moves up with every change of a figure.
    pub revision: i64,
    /// Last day.
    pub to: String,
    /// Visits in which a product was shown; a visit of two days counts on both. Estimated, within 1 % up to 300,000 a day.
    pub visits: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The cart that a guest had.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GuestCart {
    /// Cart id.
    pub id: String,
    /// The cart's access token.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A provider that shoppers sign in with.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct IdentityProvider {
    /// Client id that it gave out.
    pub client_id: String,
    /// When it was created.
    pub created_at: crate::Timestamp,
    /// Id of the provider.
    pub id: String,
    /// Whether shoppers may sign in with it.
    pub is_enabled: bool,
    /// Issuer of its ID tokens.
    pub issuer: String,
    /// Name that shoppers see.
    pub name: String,
    /// When it was last changed.
    pub updated_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct IdentityProviderList {
    /// All of them.
    pub data: Vec<IdentityProvider>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An image in one width and format.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ImageSource {
    /// Media type, such as `image/webp`.
    pub content_type: String,
    /// URL, relative to the storefront's host. Its content never changes.
    pub url: String,
    /// Width in pixels.
    pub width: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An open invitation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Invitation {
    /// When it was created.
    pub created_at: crate::Timestamp,
    /// Invited e-mail address.
    pub email: String,
    /// When it expires.
    pub expires_at: crate::Timestamp,
    /// Id of the invitation.
    pub id: String,
    /// Staff member who invited.
    pub invited_by: String,
    /// Merchant that the role is held for; absent for roles of the tenant's own staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// A built-in role, or the id of a role of the tenant.
    pub role: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What an invited person sends.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct InvitationAcceptance {
    /// Name of a new account, 1 to 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Password of a new account: 15 to 1024 characters that are not easily guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// Token of the link.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct InvitationList {
    /// All of them.
    pub data: Vec<Invitation>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Invoicing settings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct InvoicingSettings {
    /// Address of the business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// What numbers of credit notes begin with.
    pub credit_note_prefix: String,
    /// Contact e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Text at the end of documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// What numbers of invoices begin with.
    pub invoice_prefix: String,
    /// Whether an invoice is issued when an order is paid.
    pub is_automatic: bool,
    /// Name that the business is registered under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
    /// What no document can be issued without and is not there; empty when documents can be issued.
    pub missing: Vec<SellerField>,
    /// Where the business is registered and its number there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_number: Option<String>,
    /// Number that the tax office knows the business by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
    /// VAT number, without spaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Status of a version of a brand kit.
    ///
    /// - `draft`: Being worked on; shoppers do not see it.
    /// - `published`: What shoppers see.
    /// - `replaced`: Published before, and not any more.
    KitStatus, Unknown,
    Draft = "draft",
    Published = "published",
    Replaced = "replaced",
}

/// The balance of a ledger account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LedgerBalance {
    /// Account: `stripe_clearing` (held by the provider), `merchant_payable` (owed to a merchant),
    /// `merchant_receivable` (owed by a merchant), `platform_fee_revenue`,
    /// `customer_refund_payable` or `unapplied_cash`.
    pub account: String,
    /// Balance: debits are positive, credits negative.
    pub balance: Money,
    /// Class: `asset`, `liability`, `revenue` or `expense`.
    pub class: String,
    /// Merchant of the account; absent for accounts of the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LedgerBalanceList {
    /// All of them.
    pub data: Vec<LedgerBalance>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A posting.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LedgerPosting {
    /// Ledger account.
    pub account: String,
    /// Above zero a debit, below a credit.
    pub amount: Money,
    /// Merchant of the account; absent for accounts of the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A ledger transaction.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LedgerTransaction {
    /// Ledger transaction id.
    pub id: String,
    /// Kind of transaction, such as `sale_captured` or `transfer`.
    pub kind: String,
    /// When it happened.
    pub occurred_at: crate::Timestamp,
    /// Postings; they sum to zero.
    pub postings: Vec<LedgerPosting>,
    /// Source object, such as the id of the provider's charge.
    pub source: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An identity to link.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LinkIdentity {
    /// Token of the sign-in that was answered with `link_required`.
    pub browser_token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An account at an identity provider that signs in to this account.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LinkedIdentity {
    /// When it was linked.
    pub created_at: crate::Timestamp,
    /// Address that the provider had verified when it was linked.
    pub email: String,
    /// Id of the linked identity.
    pub id: String,
    /// Id of the provider.
    pub identity_provider_id: String,
    /// When it last signed in.
    pub last_used_at: crate::Timestamp,
    /// What the provider is called.
    pub provider_name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A place where goods are kept.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Location {
    /// When it was created.
    pub created_at: crate::Timestamp,
    /// Location id.
    pub id: String,
    /// Whether orders are fulfilled from it.
    pub is_active: bool,
    /// Whether it is the default location, where stock is that names no location.
    pub is_default: bool,
    /// Name.
    pub name: String,
    /// Priority, 0 to 1,000: units are taken from the lowest first.
    pub priority: i64,
    /// When it was last changed.
    pub updated_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LocationList {
    /// All of them.
    pub data: Vec<Location>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units at a location.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LocationStock {
    /// Location id.
    pub location_id: String,
    /// Name of the location.
    pub name: String,
    /// Units there; negative where more was sold than there was.
    pub on_hand: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Who takes mail: `smtp`, a mail server; `sendgrid`, SendGrid; `ses`, Amazon SES; `folder`, a folder of a developer's machine.
    ///
    /// - `smtp`: A mail server.
    /// - `sendgrid`: SendGrid.
    /// - `ses`: Amazon SES.
    /// - `folder`: A folder of a developer's machine.
    MailProvider, Unknown,
    Smtp = "smtp",
    Sendgrid = "sendgrid",
    Ses = "ses",
    Folder = "folder",
}

/// An e-mail address that gets no mail.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MailSuppression {
    /// Since when.
    pub created_at: crate::Timestamp,
    /// Status code that mail came back with (RFC 3463), such as `5.1.1`; absent unless it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// E-mail address.
    pub email: String,
    /// Id of the suppressed address.
    pub id: String,
    /// Why it gets no mail.
    pub reason: MailSuppressionReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MailSuppressionPage {
    /// Those of this page.
    pub data: Vec<MailSuppression>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for MailSuppressionPage {
    type Item = MailSuppression;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

open_enum! {
    /// Why an address gets no mail: `bounced`, mail to it came back for good; `complained`, its owner called it
    ///  spam; `manual`, staff added it.
    ///
    /// - `bounced`: Mail to it came back for good.
    /// - `complained`: Its owner called mail spam.
    /// - `manual`: Staff added it.
    MailSuppressionReason, Unknown,
    Bounced = "bounced",
    Complained = "complained",
    Manual = "manual",
}

/// Confirms a sign-up.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MailToken {
    /// The password that was chosen when signing up. If absent, the sign-up that the link was sent for
    /// is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// Token from the link in the e-mail.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The caller.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Me {
    /// Id of the secret key; absent for a staff member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_key_id: Option<String>,
    /// What the credentials allow, each as `object:action`.
    pub authorities: Vec<String>,
    /// E-mail address; absent for a secret key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Merchant that the caller works for, and whose things the authorities are over; absent for the tenant's
    /// own staff and for a secret key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Name; absent for a secret key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A built-in role, or the id of a role of the tenant; absent for a secret key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Id of the staff member; absent for a secret key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Merchant {
    /// Account at the payment provider. Transfers wait until it is `active`.
    pub account: MerchantAccount,
    /// Commission of the platform in basis points: 500 is 5 %.
    pub commission_bps: i64,
    /// Merchant id.
    pub id: String,
    /// Whether products without a merchant belong to it.
    pub is_default: bool,
    /// Merchant name.
    pub name: String,
    /// Slug, matched by imports.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant's account at the payment provider.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantAccount {
    /// Id at the payment provider; absent until it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Account status.
    pub status: MerchantAccountStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Status of a merchant's account at the payment provider.
    ///
    /// - `requested`: Requested from the provider.
    /// - `onboarding`: Awaits the merchant's details: see onboarding links.
    /// - `active`: Takes transfers.
    /// - `restricted`: Paused by the provider, which tells the merchant why.
    MerchantAccountStatus, Unknown,
    Requested = "requested",
    Onboarding = "onboarding",
    Active = "active",
    Restricted = "restricted",
}

/// A merchant with its number of products.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantCount {
    /// Number of products.
    pub count: i64,
    /// Merchant name.
    pub name: String,
    /// Slug: the value of the `merchant` filter.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantList {
    /// All of them.
    pub data: Vec<Merchant>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant's part of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantOrder {
    /// When it was cancelled; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<crate::Timestamp>,
    /// What the merchant is paid; absent for an order that cost nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earnings: Option<MerchantOrderEarnings>,
    /// Fulfillment status of the merchant's lines.
    pub fulfillment_status: OrderFulfillmentStatus,
    /// The merchant's parcels, oldest first.
    pub fulfillments: Vec<AdminFulfillment>,
    /// Order id.
    pub id: String,
    /// The merchant's lines.
    pub lines: Vec<MerchantOrderLine>,
    /// Order number, unique in the tenant.
    pub number: i64,
    /// When it was paid.
    pub paid_at: crate::Timestamp,
    /// When the order was placed.
    pub placed_at: crate::Timestamp,
    /// The merchant's share of the order.
    pub share: AdminOrderShare,
    /// Shipping address; absent when nothing is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// Order status.
    pub status: OrderStatus,
    /// Storefront of the order.
    pub storefront_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a merchant is paid for its part of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantOrderEarnings {
    /// The platform's commission.
    pub commission: Money,
    /// Commission that came back with it.
    pub commission_returned: Money,
    /// The merchant's part of what the shopper paid.
    pub gross: Money,
    /// The merchant's part of the payment provider's fee; absent until it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_fee: Option<Money>,
    /// What the merchant gave back of its part, to the shopper or the shopper's bank.
    pub refunded: Money,
    /// Transfers to the merchant's account.
    pub transfers: Vec<OrderMoneyTransfer>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A line of the merchant's.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantOrderLine {
    /// Quantity cancelled by the store, which is not shipped.
    pub cancelled_quantity: i64,
    /// Quantity shipped.
    pub fulfilled_quantity: i64,
    /// Line id.
    pub id: String,
    /// Line total without tax.
    pub net: Money,
    /// Product id.
    pub product_id: String,
    /// Quantity ordered.
    pub quantity: i64,
    /// Quantity refunded or being refunded.
    pub refunded_quantity: i64,
    /// Stock keeping unit (SKU).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Tax of the line.
    pub tax: Money,
    /// Product title.
    pub title: String,
    /// Variant id.
    pub variant_id: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    pub variant_title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantOrderPage {
    /// Those of this page.
    pub data: Vec<MerchantOrderSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for MerchantOrderPage {
    type Item = MerchantOrderSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A merchant's part of an order, in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantOrderSummary {
    /// Fulfillment status of the merchant's lines.
    pub fulfillment_status: OrderFulfillmentStatus,
    /// Order id.
    pub id: String,
    /// Order number, unique in the tenant.
    pub number: i64,
    /// When the order was placed.
    pub placed_at: crate::Timestamp,
    /// Order status.
    pub status: OrderStatus,
    /// The merchant's share of the order: goods and shipping with tax.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales and earnings by merchant.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// First day of as many days before.
    pub previous_from: String,
    /// Last day of these.
    pub previous_to: String,
    /// What these come to, in each currency.
    pub previous_totals: Vec<SalesTotal>,
    /// Rows, by currency. What has no figures has no row.
    pub rows: Vec<MerchantSales>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// What all days come to, in each currency.
    pub totals: Vec<SalesTotal>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A published review of a merchant. It belongs to the merchant's part of a paid order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantReview {
    /// Answer of the store; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ReviewAnswer>,
    /// Name that the author shows; absent if they show none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_name: Option<String>,
    /// When it was written.
    pub created_at: crate::Timestamp,
    /// When its author last changed it; absent unless they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// Review id.
    pub id: String,
    /// Pictures by the author, at most four.
    pub pictures: Vec<ReviewPicture>,
    /// Stars, 1 to 5.
    pub rating: i64,
    /// Text, plain text with line breaks; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headline, plain text; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Published reviews of a merchant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantReviews {
    /// Those of this page.
    pub data: Vec<MerchantReview>,
    /// Whether more follow.
    pub has_more: bool,
    /// Number of published reviews by stars, from five to one.
    pub histogram: Vec<ReviewCount>,
    /// The merchant.
    pub merchant: Seller,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Rating by all published reviews of the merchant; absent without reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// How the store makes sure that reviews are by shoppers who bought from the merchant, in the storefront's language.
    pub verification: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for MerchantReviews {
    type Item = MerchantReview;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Sales and earnings of a merchant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MerchantSales {
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// Merchant; absent for what the platform bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Money {
    /// The amount in the currency's minor units: cents, yen, fils.
    pub amount: i64,
    /// The currency, as ISO 4217 writes it.
    pub currency: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A new secret key.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewApiKey {
    /// The key.
    pub api_key: ApiKey,
    /// The secret: `stoa_sk_` and 64 hexadecimal digits. It is not shown again.
    pub secret: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A request for the newsletter.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewsletterRequest {
    /// E-mail address that wants it.
    pub email: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address that gets the newsletter.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewsletterSubscriber {
    /// Customer whose account has the address; absent without an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_id: Option<String>,
    /// E-mail address.
    pub email: String,
    /// Where the consent was given.
    pub source: ConsentSource,
    /// Storefront that it was given on.
    pub storefront_id: String,
    /// When it was given.
    pub subscribed_at: crate::Timestamp,
    /// Subscriber id; absent for a customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscriber_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewsletterSubscriberPage {
    /// Those of this page.
    pub data: Vec<NewsletterSubscriber>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for NewsletterSubscriberPage {
    type Item = NewsletterSubscriber;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A confirmation of the newsletter.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NewsletterToken {
    /// Token from the link in the e-mail.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why no unit of a line can be returned.
    ///
    /// - `not_delivered`: Units can be returned once they are delivered.
    /// - `nothing_left`: All units are in returns.
    /// - `window_closed`: The units were delivered too long ago.
    /// - `not_offered`: The storefront takes nothing back.
    /// - `final_sale`: The product was sold as final sale.
    NotReturnable, Unknown,
    NotDelivered = "not_delivered",
    NothingLeft = "nothing_left",
    WindowClosed = "window_closed",
    NotOffered = "not_offered",
    FinalSale = "final_sale",
}

/// An onboarding link.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OnboardingLink {
    /// When the link expires.
    pub expires_at: crate::Timestamp,
    /// URL of the page.
    pub url: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A guest's cart to take over, if there is one.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OpenAccountCart {
    /// Cart to take over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest_cart: Option<GuestCart>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An access that was opened, with its token.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OpenedOperatorAccess {
    /// The access.
    pub access: OperatorAccess,
    /// When it stops working.
    pub expires_at: crate::Timestamp,
    /// Token, sent as `Authorization: Bearer …` to a host of the tenant. It is not shown again.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An operator's access to the tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OperatorAccess {
    /// When it was opened.
    pub created_at: crate::Timestamp,
    /// When it was ended before that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<crate::Timestamp>,
    /// When it ends by itself.
    pub expires_at: crate::Timestamp,
    /// Id of the access.
    pub id: String,
    /// Whether it may change something.
    pub may_write: bool,
    /// Id of the operator: `actor` of what they did, in the audit log.
    pub operator_id: String,
    /// Why.
    pub reason: String,
    /// Requests that were made with it.
    pub requests: i64,
    /// Number of the support ticket, or what else asked for it.
    pub ticket: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OperatorAccessList {
    /// All of them.
    pub data: Vec<OperatorAccess>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The operator who is signed in.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OperatorMe {
    /// E-mail address of the account.
    pub email: String,
    /// Id of the operator.
    pub id: String,
    /// Name of the person.
    pub name: String,
    /// Recovery codes that were not used.
    pub recovery_codes_left: i64,
    /// Whether nothing else is allowed without a second factor.
    pub requires_second_factor: bool,
    /// When the second factor was enrolled; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_factor_enrolled_at: Option<crate::Timestamp>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A second factor that was confirmed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OperatorSecondFactorConfirmed {
    /// Ten codes, each good once in the place of a code of the app. They are not shown again.
    pub recovery_codes: Vec<String>,
    /// The session from now on.
    pub session: Session,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An option with the values that found products have.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OptionFacet {
    /// Option name.
    pub name: String,
    /// Values, by number of products.
    pub values: Vec<ValueCount>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An order, as placed: prices and titles do not change later.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Order {
    /// Billing address; absent in an order without any address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// When it was cancelled; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<crate::Timestamp>,
    /// Currency of every amount.
    pub currency: String,
    /// Contact e-mail.
    pub email: String,
    /// When its stock reservation expires; absent once it is paid or cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<crate::Timestamp>,
    /// Fulfillment status of the order.
    pub fulfillment_status: OrderFulfillmentStatus,
    /// Parcels, oldest first, without cancelled ones.
    pub fulfillments: Vec<Fulfillment>,
    /// Order id.
    pub id: String,
    /// Lines.
    pub lines: Vec<OrderLine>,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    pub number: i64,
    /// When it was paid; absent until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<crate::Timestamp>,
    /// Payment status of the order.
    pub payment_status: OrderPaymentStatus,
    /// When the order was placed.
    pub placed_at: crate::Timestamp,
    /// Amount refunded so far.
    pub refunded: Money,
    /// Shipping address; absent when nothing is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_address: Option<Address>,
    /// Name of the shipping option; absent when nothing is shipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping_name: Option<String>,
    /// Order status.
    pub status: OrderStatus,
    /// Whether prices include tax.
    pub tax_included: bool,
    /// Name of the tax.
    pub tax_name: String,
    /// Totals of the order.
    pub totals: Totals,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What shows an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderAccess {
    /// Order id.
    pub order_id: String,
    /// Token of the order, as good as the one that came with it.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A shopper's bank asks for an order's money back.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderDispute {
    /// Disputed amount.
    pub amount: Money,
    /// When the dispute was opened.
    pub created_at: crate::Timestamp,
    /// Deadline for evidence; absent if the payment provider gave none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_due_by: Option<crate::Timestamp>,
    /// Fee that the payment provider charged for it.
    pub fee: Money,
    /// Dispute id.
    pub id: String,
    /// Id at the payment provider.
    pub provider_id: String,
    /// Reason given by the payment provider, such as `fraudulent` or `product_not_received`.
    pub reason: String,
    /// Status at the payment provider: `needs_response`, `under_review`, `won` or `lost`; for an inquiry, which
    /// withdraws nothing, `warning_needs_response`, `warning_under_review` or
    /// `warning_closed`.
    pub status: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An invoice or a credit note of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderDocument {
    /// Document id.
    pub id: String,
    /// When it was issued.
    pub issued_at: crate::Timestamp,
    /// What it is.
    pub kind: DocumentKind,
    /// Number, as it is printed.
    pub number: String,
    /// Tax in the total.
    pub tax: Money,
    /// Total charged or credited.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderDocumentList {
    /// All of them.
    pub data: Vec<OrderDocument>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something that happened to an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderEvent {
    /// Who did it: `shopper`, `provider`, `system`, or the id of a staff member, secret key or operator; absent
    /// when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Amount of money that it is about; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When it happened.
    pub at: crate::Timestamp,
    /// What happened.
    pub kind: TimelineKind,
    /// Id of the refund, fulfillment, return, cancellation, dispute or note; absent for the order itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// The note, reason, message, news or operation; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who is told or shown it.
    pub visibility: TimelineVisibility,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderEventPage {
    /// Those of this page.
    pub data: Vec<OrderEvent>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for OrderEventPage {
    type Item = OrderEvent;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

open_enum! {
    /// Fulfillment status of an order.
    ///
    /// - `unfulfilled`: Nothing is shipped.
    /// - `partially_fulfilled`: Some units are shipped.
    /// - `fulfilled`: Every unit is shipped.
    OrderFulfillmentStatus, Unknown,
    Unfulfilled = "unfulfilled",
    PartiallyFulfilled = "partially_fulfilled",
    Fulfilled = "fulfilled",
}

/// An order line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderLine {
    /// Quantity cancelled by the store, which is not shipped.
    pub cancelled_quantity: i64,
    /// Whether it was sold as final sale and cannot be returned.
    pub final_sale: bool,
    /// Quantity shipped.
    pub fulfilled_quantity: i64,
    /// Line id.
    pub id: String,
    /// URL of the image; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Merchant who sold it.
    pub merchant: Seller,
    /// Why no unit can be returned now; absent when some can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_returnable_reason: Option<NotReturnable>,
    /// Product.
    pub product_id: String,
    /// Quantity ordered.
    pub quantity: i64,
    /// Quantity refunded.
    pub refunded_quantity: i64,
    /// Units that a return can be requested of now.
    pub returnable_quantity: i64,
    /// Until when all of these can be returned; later there may be fewer, of several parcels. Absent when there
    /// are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returnable_until: Option<crate::Timestamp>,
    /// Units in returns that are not rejected or cancelled.
    pub returning_quantity: i64,
    /// Stock keeping unit (SKU).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// Product title.
    pub title: String,
    /// Line total.
    pub total: Money,
    /// Price of one unit.
    pub unit_price: Money,
    /// Variant.
    pub variant_id: String,
    /// Variant title, such as `Blue / M`; empty for a product with one variant.
    pub variant_title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The money of an order: payment, shares, transfers, refunds, disputes and ledger.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderMoney {
    /// Currency of every amount.
    pub currency: String,
    /// Disputes.
    pub disputes: Vec<OrderDispute>,
    /// Lines.
    pub lines: Vec<OrderMoneyLine>,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    pub number: i64,
    /// Order id.
    pub order_id: String,
    /// Payment; absent until one was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<OrderMoneyPayment>,
    /// Refunds.
    pub refunds: Vec<OrderMoneyRefund>,
    /// Each merchant's share of the payment.
    pub shares: Vec<OrderMoneyShare>,
    /// Shipping, with or without tax as prices are shown.
    pub shipping: Money,
    /// Sum of all postings: always zero.
    pub sum: Money,
    /// Tax of the order.
    pub tax: Money,
    /// Order total.
    pub total: Money,
    /// Ledger transactions, oldest first.
    pub transactions: Vec<LedgerTransaction>,
    /// Transfers to merchants.
    pub transfers: Vec<OrderMoneyTransfer>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A line of the order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderMoneyLine {
    /// Order line id.
    pub line_id: String,
    /// Merchant of the line.
    pub merchant_id: String,
    /// Line total without tax.
    pub net: Money,
    /// Quantity.
    pub quantity: i64,
    /// Tax of the line.
    pub tax: Money,
    /// Product title.
    pub title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The payment of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderMoneyPayment {
    /// Amount of the payment.
    pub amount: Money,
    /// Amount withdrawn by disputes and not reinstated.
    pub disputed: Money,
    /// Payment id.
    pub id: String,
    /// Amount refunded or being refunded.
    pub refunded: Money,
    /// Payment status.
    pub status: PaymentStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A refund.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderMoneyRefund {
    /// Amount.
    pub amount: Money,
    /// When the refund was requested.
    pub created_at: crate::Timestamp,
    /// Why it failed; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// Refund id.
    pub id: String,
    /// Whether it was created at the payment provider rather than here.
    pub made_at_provider: bool,
    /// Id at the payment provider; absent until it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// Reason.
    pub reason: String,
    /// Refund status.
    pub status: RefundStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant's share of a payment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderMoneyShare {
    /// Commission of the platform.
    pub commission: Money,
    /// Commission returned with it.
    pub commission_returned: Money,
    /// Share of dispute fees.
    pub dispute_fee: Money,
    /// Gross share: goods, shipping and tax.
    pub gross: Money,
    /// Net amount that the merchant keeps.
    pub left: Money,
    /// Merchant id.
    pub merchant_id: String,
    /// Withheld to settle what the merchant owed.
    pub netted: Money,
    /// Share of the payment provider's fee; absent until the fee is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_fee: Option<Money>,
    /// Returned by the merchant for refunds and disputes.
    pub refunded: Money,
    /// Reversed from the merchant's account.
    pub reversed: Money,
    /// Transferred to the merchant's account.
    pub transferred: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A transfer of a merchant's share.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderMoneyTransfer {
    /// Amount.
    pub amount: Money,
    /// Transfer id.
    pub id: String,
    /// Why it has not been sent; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// Merchant id.
    pub merchant_id: String,
    /// Id at the payment provider; absent until it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// Amount reversed or being reversed.
    pub reversed: Money,
    /// Transfer status.
    pub status: TransferStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An order as its shopper knows it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderName {
    /// E-mail address that the order was placed with.
    pub email: String,
    /// Order number.
    pub number: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A note on an order, for the staff.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderNote {
    /// Who wrote it: the id of a staff member, secret key or operator.
    pub author: String,
    /// When it was written.
    pub created_at: crate::Timestamp,
    /// When it was edited last; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// Note id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderPage {
    /// Those of this page.
    pub data: Vec<OrderSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for OrderPage {
    type Item = OrderSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

open_enum! {
    /// Payment status of an order.
    ///
    /// - `unpaid`: Not paid.
    /// - `authorized`: Authorized by the shopper's bank, and not captured.
    /// - `paid`: Paid in full.
    /// - `partially_refunded`: Refunded in part.
    /// - `refunded`: Refunded in full.
    OrderPaymentStatus, Unknown,
    Unpaid = "unpaid",
    Authorized = "authorized",
    Paid = "paid",
    PartiallyRefunded = "partially_refunded",
    Refunded = "refunded",
}

/// A return of units of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderReturn {
    /// When it was rejected, cancelled or received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<crate::Timestamp>,
    /// When it was asked for.
    pub created_at: crate::Timestamp,
    /// When it was approved or rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<crate::Timestamp>,
    /// Return id.
    pub id: String,
    /// Units that come back.
    pub lines: Vec<OrderReturnLine>,
    /// Message of the store: where to send the units, or why they are not taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Note of whoever asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why the units come back.
    pub reason: ReturnReason,
    /// Status of the return.
    pub status: ReturnStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a line in a return.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderReturnLine {
    /// Order line id.
    pub line_id: String,
    /// Units that come back.
    pub quantity: i64,
    /// Units that came.
    pub received_quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderReturnList {
    /// All of them.
    pub data: Vec<OrderReturn>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Sort order of orders.
    ///
    /// - `newest`: Newest first.
    /// - `oldest`: Oldest first.
    /// - `payment_status`: By payment status in alphabetical order, newest first within a status.
    /// - `fulfillment_status`: By fulfillment status in alphabetical order, newest first within a status.
    /// - `largest`: By total, the largest first, newest first within a total. Filter by currency to compare like with like.
    OrderSort, Unknown,
    Newest = "newest",
    Oldest = "oldest",
    PaymentStatus = "payment_status",
    FulfillmentStatus = "fulfillment_status",
    Largest = "largest",
}

open_enum! {
    /// Order status.
    ///
    /// - `pending_payment`: Reserves its stock and awaits payment.
    /// - `authorized`: Placed. The shopper's bank has set the money aside, and it is not captured.
    /// - `paid`: Paid.
    /// - `refunded`: Paid, then refunded in full.
    /// - `cancelled`: Cancelled, or not paid in time. Its stock was released.
    OrderStatus, Unknown,
    PendingPayment = "pending_payment",
    Authorized = "authorized",
    Paid = "paid",
    Refunded = "refunded",
    Cancelled = "cancelled",
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderSummary {
    /// Fulfillment status of the order.
    pub fulfillment_status: OrderFulfillmentStatus,
    /// Order id.
    pub id: String,
    /// Order number, unique in the tenant, as shown to shoppers and staff.
    pub number: i64,
    /// Payment status of the order.
    pub payment_status: OrderPaymentStatus,
    /// When the order was placed.
    pub placed_at: crate::Timestamp,
    /// Amount refunded so far.
    pub refunded: Money,
    /// Order status.
    pub status: OrderStatus,
    /// Order total.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Tags of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OrderTags {
    /// Tags, in alphabetical order; each 1 to 40 characters.
    pub tags: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What is done to many orders.
    ///
    /// - `tag`: Add tags.
    /// - `untag`: Remove tags.
    /// - `archive`: Leave the orders out of lists.
    /// - `unarchive`: Show the orders in lists again.
    /// - `fulfill`: Ship what is left, of orders with one merchant.
    OrdersAction, Unknown,
    Tag = "tag",
    Untag = "untag",
    Archive = "archive",
    Unarchive = "unarchive",
    Fulfill = "fulfill",
}

/// An e-mail to a shopper.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnEmail {
    /// When it was sent.
    pub created_at: crate::Timestamp,
    /// E-mail id.
    pub id: String,
    /// What it is about.
    pub kind: EmailKind,
    /// Order that it is about; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// What became of it.
    pub outcome: EmailOutcome,
    /// Subject; absent if it has a code in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A review, for its author.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnReview {
    /// Answer of the store; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ReviewAnswer>,
    /// When the author appealed against a rejection; absent unless they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appealed_at: Option<crate::Timestamp>,
    /// Name that the author shows; absent if they show none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_name: Option<String>,
    /// When it was written.
    pub created_at: crate::Timestamp,
    /// Until when its author can change it. It can be deleted at any time.
    pub editable_until: crate::Timestamp,
    /// When its author last changed it; absent unless they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// Review id.
    pub id: String,
    /// Merchant who sold the product, or is reviewed.
    pub merchant: Seller,
    /// Order.
    pub order_id: String,
    /// Order line; absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_line_id: Option<String>,
    /// Pictures by the author, at most four.
    pub pictures: Vec<ReviewPicture>,
    /// Product; absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Title of the product when it was bought; absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_title: Option<String>,
    /// Stars, 1 to 5.
    pub rating: i64,
    /// What the store says about that; absent without a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_note: Option<String>,
    /// Why it is rejected; absent unless it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_reason: Option<ReviewReason>,
    /// Review status.
    pub status: ReviewStatus,
    /// What it is of: a product, or the merchant who sold it.
    pub subject: ReviewSubject,
    /// Text; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headline; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Title of the variant when it was bought; empty for a product with one variant, absent in a review of a merchant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant_title: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnReviewList {
    /// All of them.
    pub data: Vec<OwnReview>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct OwnReviewPage {
    /// Those of this page.
    pub data: Vec<OwnReview>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for OwnReviewPage {
    type Item = OwnReview;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// A change of password.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PasswordChange {
    /// Current password.
    pub current_password: String,
    /// New password: at least 10 characters, and not easily guessed.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Resets a password.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PasswordReset {
    /// At least 10 characters, and not easily guessed.
    pub password: String,
    /// Token from the link in the e-mail.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Payment provider.
    ///
    /// - `stripe`: Stripe.
    PaymentProvider, Unknown,
    Stripe = "stripe",
}

/// Settings of payments.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PaymentSettings {
    /// When the money of new orders is captured. Default: `automatic`. With the others, shoppers pay with methods that
    /// can be authorized first, such as cards, and an authorization ends after some days: staff are told two days before.
    pub capture: CaptureRule,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Payment status.
    ///
    /// - `created`: Recorded; the provider may or may not know it.
    /// - `open`: Awaits the shopper's confirmation.
    /// - `action_required`: Awaits an action that the shopper's bank requires.
    /// - `processing`: Being processed by the provider.
    /// - `authorized`: The bank has set the amount aside; it is not taken until it is captured.
    /// - `succeeded`: Paid.
    /// - `cancelled`: Cancelled before any money moved.
    /// - `failed`: The provider refused to open it.
    PaymentStatus, Unknown,
    Created = "created",
    Open = "open",
    ActionRequired = "action_required",
    Processing = "processing",
    Authorized = "authorized",
    Succeeded = "succeeded",
    Cancelled = "cancelled",
    Failed = "failed",
}

/// Sales of a period.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PeriodSales {
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// First day of the period; the days before `from` and after `to` are not counted.
    pub starts_on: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A link that shows the draft.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PreviewLink {
    /// When it stops working.
    pub expires_at: crate::Timestamp,
    /// URL of the storefront with the draft.
    pub url: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Prices of found products.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PriceFacet {
    /// Highest price.
    pub max: Money,
    /// Lowest price.
    pub min: Money,
    /// Price ranges with products, ascending.
    pub ranges: Vec<PriceRange>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A range of prices with its number of products.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PriceRange {
    /// Price at which the next range begins; absent in the last range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Money>,
    /// Number of products.
    pub count: i64,
    /// Lowest price of the range.
    pub from: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What went wrong with a request.
///
/// Some problems say more in further members, named in the description of their operation:
/// `current_total` of a cart that has changed, `available` of stock that is short.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Problem {
    /// What a program tells this problem by. It never changes.
    pub code: String,
    /// What is wrong with this request, for people.
    pub detail: String,
    /// The fields that are wrong, when fields are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<FieldProblem>>,
    /// The id of the request; name it when you ask for help.
    pub request_id: String,
    /// The status of the response.
    pub status: i64,
    /// The kind of problem in a few words, the same for every problem with this status.
    pub title: String,
    /// Identifies the kind of problem; ends with its `code`.
    pub r#type: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Product {
    /// Whether at least one variant can be bought now.
    pub available: bool,
    /// Category path, from the root down.
    pub categories: Vec<Category>,
    /// Description as sanitised HTML, without scripts, styles and forms.
    pub description: String,
    /// Whether shoppers cannot return it.
    pub final_sale: bool,
    /// Product id.
    pub id: String,
    /// Images, in display order.
    pub images: Vec<ProductImage>,
    /// Merchant who sells it.
    pub merchant: Seller,
    /// Options by which variants differ; empty for a product with one variant.
    pub options: Vec<ProductOption>,
    /// Lowest price of the variants.
    pub price: Money,
    /// Product type.
    pub product_type: String,
    /// Rating by published reviews; absent without reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Description for search engines; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seo_description: Option<String>,
    /// Title for search engines; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seo_title: Option<String>,
    /// Slug: the last part of the product's URL.
    pub slug: String,
    /// One line below the title; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Title.
    pub title: String,
    /// Variants, in display order.
    pub variants: Vec<ProductVariant>,
    /// Vendor name.
    pub vendor: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductImage {
    /// Alternative text, in the storefront's language if the store has given one.
    pub alt: String,
    /// `BlurHash` of the image: a few colours to show until it is loaded. Absent until `sources` are made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blurhash: Option<String>,
    /// What stays visible where the image is cropped; absent for its middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focal_point: Option<FocalPoint>,
    /// Height in pixels; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<i64>,
    /// The image in several widths and formats, for `srcset`: WebP first, narrow ones first. Empty
    /// until they are made, soon after an upload, and for images that are kept elsewhere.
    pub sources: Vec<ImageSource>,
    /// URL of the image, absolute or relative to the storefront's host.
    pub url: String,
    /// Width in pixels; absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An option by which a product's variants differ.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductOption {
    /// Option name, such as `Size`.
    pub name: String,
    /// Values, in display order.
    pub values: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductPage {
    /// Those of this page.
    pub data: Vec<ProductSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for ProductPage {
    type Item = ProductSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Sales by product.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// First day of as many days before.
    pub previous_from: String,
    /// Last day of these.
    pub previous_to: String,
    /// What these come to, in each currency.
    pub previous_totals: Vec<SalesTotal>,
    /// Rows, by currency. What has no figures has no row.
    pub rows: Vec<ProductSales>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// What all days come to, in each currency.
    pub totals: Vec<SalesTotal>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Published reviews of a product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductReviews {
    /// Those of this page.
    pub data: Vec<Review>,
    /// Whether more follow.
    pub has_more: bool,
    /// Number of published reviews by stars, from five to one.
    pub histogram: Vec<ReviewCount>,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Rating by all published reviews of the product; absent without reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// How the store makes sure that reviews are by shoppers who bought the product, in the storefront's language.
    pub verification: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for ProductReviews {
    type Item = Review;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Sales of a product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductSales {
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// Product; absent for what is of none: shipping, refunds that name no units, disputes, commission, fees and
    /// earnings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Sort order of products.
    ///
    /// - `newest`: Newest first.
    /// - `title`: By title, as readers of the storefront's language sort.
    /// - `price_asc`: Cheapest first.
    /// - `price_desc`: Most expensive first.
    /// - `rating`: Best rated first, by a Bayesian mean: a few reviews count less than many, none as 3.5 stars.
    ProductSort, Unknown,
    Newest = "newest",
    Title = "title",
    PriceAsc = "price_asc",
    PriceDesc = "price_desc",
    Rating = "rating",
}

open_enum! {
    /// Product status.
    ///
    /// - `draft`: Not on sale yet.
    /// - `active`: On sale wherever it has a price.
    /// - `archived`: No longer on sale.
    ProductStatus, Unknown,
    Draft = "draft",
    Active = "active",
    Archived = "archived",
}

/// A product in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductSummary {
    /// Whether at least one variant can be bought now.
    pub available: bool,
    /// Product id.
    pub id: String,
    /// First image; absent without images.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<ProductImage>,
    /// Lowest price of the variants.
    pub price: Money,
    /// Rating by published reviews; absent without reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Slug: the last part of the product's URL.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A variant of a product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductVariant {
    /// Whether the variant can be bought now.
    pub available: bool,
    /// Compare-at price; absent unless it is higher than `price`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare_at: Option<Money>,
    /// Variant id.
    pub id: String,
    /// Image of the variant; absent if it has none of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<ProductImage>,
    /// Value of each product option, in the order of `options`.
    pub options: Vec<String>,
    /// Price.
    pub price: Money,
    /// Stock keeping unit (SKU); may be empty, and need not be unique.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// What the storefront shows of its stock; absent unless the store wants it shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<ProductVariantStock>,
    /// Option values joined, such as `Blue / M`; the product's title when there is one variant.
    pub title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a storefront shows of a variant's stock.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductVariantStock {
    /// Stock in words.
    pub level: StockLevel,
    /// Units that can be bought now; absent if the storefront does not show them, or there is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Which customer groups see a product.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ProductVisibility {
    /// Ids of customer groups, at most 100; empty if every shopper sees it.
    pub customer_group_ids: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The version to publish.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PublishBrand {
    /// Version number: the draft's, or an earlier one's.
    pub version: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// How round corners are.
    ///
    /// - `none`: Square.
    /// - `small`: 4 pixels.
    /// - `medium`: 8 pixels.
    /// - `large`: 16 pixels.
    Radius, Unknown,
    None = "none",
    Small = "small",
    Medium = "medium",
    Large = "large",
}

/// Rating of a product by its published reviews.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Rating {
    /// Mean of 1 to 5 stars with two decimal places, rounded half up, such as `4.33`.
    pub average: String,
    /// Number of published reviews.
    pub count: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What came of a return until now.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReceiveReturn {
    /// Whether no more units will come; the units that did not come can be in another return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_final: Option<bool>,
    /// Lines of which units came.
    pub lines: Vec<ReceivedLine>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What came of a line until now.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReceivedLine {
    /// Order line id.
    pub line_id: String,
    /// Units that came until now.
    pub received_quantity: i64,
    /// Units that went back into stock until now.
    pub restocked_quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Events of a visit.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RecordEvents {
    /// Whether the visitor agreed to be counted. Default: `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<bool>,
    /// 1 to 50 events.
    pub events: Vec<VisitEvent>,
    /// Random word of 16 to 64 letters, digits, `-` and `_`; the same in all requests of a visit, another one on another
    /// day, and never made from anything about a person or device.
    pub visit: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Recovery codes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RecoveryCodes {
    /// Ten codes, each good once in the place of a code of the app. They are not shown again.
    pub recovery_codes: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A code from an e-mail.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RedeemOrderCode {
    /// Code of the e-mail; spaces do not matter.
    pub code: String,
    /// E-mail address that the order was placed with.
    pub email: String,
    /// Order number.
    pub number: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A refresh request.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RefreshToken {
    /// The most recent refresh token of the session.
    pub refresh_token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A refund.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Refund {
    /// Amount: of the lines, the shipping, and what was refunded beside them.
    pub amount: Money,
    /// When the refund was requested.
    pub created_at: crate::Timestamp,
    /// Who created it: the id of a staff member, `system`, or `provider` when it was created at the
    /// payment provider.
    pub created_by: String,
    /// Why it failed; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// Refund id.
    pub id: String,
    /// Whether the capture of the payment leaves it out: it is never taken from the shopper.
    pub left_out: bool,
    /// Lines refunded.
    pub lines: Vec<RefundLine>,
    /// Order id.
    pub order_id: String,
    /// Reason.
    pub reason: String,
    /// Return whose units are refunded; absent otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_id: Option<String>,
    /// Whether shipping is refunded.
    pub shipping: bool,
    /// Refund status.
    pub status: RefundStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A refunded line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RefundLine {
    /// Amount refunded for the line.
    pub amount: Money,
    /// Order line id.
    pub line_id: String,
    /// Quantity to refund.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a refund would do if it were created now.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RefundPreview {
    /// Amount that the shopper gets.
    pub amount: Money,
    /// Commission that the platform gives back, to all merchants.
    pub commission_returned: Money,
    /// Lines that would be refunded.
    pub lines: Vec<RefundLine>,
    /// What each merchant gives of it.
    pub merchants: Vec<RefundPreviewMerchant>,
    /// Payment provider's fee of the payment, none of which comes back; absent until it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_fee: Option<Money>,
    /// Amount of the payment that could still be refunded afterwards.
    pub remaining: Money,
    /// Whether shipping would be refunded.
    pub shipping: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant's part of a refund. `amount` is the sum of `held`, `commission_returned`, `withheld`, `reversed`
/// and `debt`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RefundPreviewMerchant {
    /// Amount that the shopper gets of the merchant's share.
    pub amount: Money,
    /// What the merchant is owed afterwards, less what it owes, over all its orders in this currency.
    pub balance: Money,
    /// Commission that the platform gives back.
    pub commission_returned: Money,
    /// Owed by the merchant from then on, and withheld from its next shares.
    pub debt: Money,
    /// Taken from an earlier refund that did not reach the shopper.
    pub held: Money,
    /// Merchant id.
    pub merchant_id: String,
    /// Reversed from the merchant's account.
    pub reversed: Money,
    /// Withheld from a share that is not transferred yet.
    pub withheld: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Refund status.
    ///
    /// - `requested`: Recorded; not yet at the payment provider.
    /// - `pending`: Being processed by the payment provider.
    /// - `succeeded`: The money is on its way to the shopper.
    /// - `failed`: Refused by the provider, or returned; it can be requested again.
    RefundStatus, Unknown,
    Requested = "requested",
    Pending = "pending",
    Succeeded = "succeeded",
    Failed = "failed",
}

/// Units of a line to refund.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RefundedLine {
    /// Order line id.
    pub line_id: String,
    /// Quantity to refund.
    pub quantity: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Why a review is rejected.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RejectReview {
    /// More about it, for the author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The reason, which the author is shown and the public statistics count.
    pub reason: ReviewReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Reviews rejected for one reason.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RejectedReviews {
    /// Number of reviews.
    pub count: i64,
    /// The reason.
    pub reason: ReviewReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Length of the periods of a report. Weeks begin on Mondays.
    ///
    /// - `day`: Days.
    /// - `week`: Weeks.
    /// - `month`: Months.
    ReportInterval, Unknown,
    Day = "day",
    Week = "week",
    Month = "month",
}

open_enum! {
    /// What the rows of a report are of.
    ///
    /// - `sales`: Periods.
    /// - `products`: Products.
    /// - `categories`: Categories.
    /// - `merchants`: Merchants.
    /// - `storefronts`: Storefronts.
    /// - `countries`: Countries.
    /// - `customers`: Customers by period.
    /// - `cohorts`: Months of cohorts, a row for each currency.
    ReportKind, Unknown,
    Sales = "sales",
    Products = "products",
    Categories = "categories",
    Merchants = "merchants",
    Storefronts = "storefronts",
    Countries = "countries",
    Customers = "customers",
    Cohorts = "cohorts",
}

/// A report of a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReportReview {
    /// More about it, for the staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// What is wrong with the review.
    pub reason: ReviewReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Settings of reports.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReportSettings {
    /// Whether events of browsers are counted only with the visitor's consent. Default: `true`.
    pub events_need_consent: bool,
    /// Whether the days are being counted again; until they are there are no reports.
    pub is_rebuilding: bool,
    /// IANA name of the time zone whose midnight days begin at. Default: `UTC`.
    pub time_zone: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A missing or invalid field.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Requirement {
    /// Stable code, such as `required`.
    pub code: String,
    /// What would be valid.
    pub detail: String,
    /// JSON pointer to the field of the cart.
    pub pointer: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A decision about a return.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReturnDecision {
    /// Message to the shopper: where to send the units, or why they are not taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How long shoppers can return what they bought.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReturnPolicy {
    /// Days from delivery in which shoppers can ask for a return; 0: they cannot.
    pub window_days: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why units come back.
    ///
    /// - `damaged`: Damaged or defective.
    /// - `wrong_item`: Another product than was ordered.
    /// - `not_as_described`: Not as it was described.
    /// - `does_not_fit`: The wrong size or shape.
    /// - `changed_mind`: The shopper does not want it any more.
    /// - `other`: Something else.
    ReturnReason, Unknown,
    Damaged = "damaged",
    WrongItem = "wrong_item",
    NotAsDescribed = "not_as_described",
    DoesNotFit = "does_not_fit",
    ChangedMind = "changed_mind",
    Other = "other",
}

open_enum! {
    /// Status of a return.
    ///
    /// - `requested`: Asked for by the shopper; the store decides.
    /// - `approved`: The units may come.
    /// - `rejected`: The store does not take the units back.
    /// - `cancelled`: Called off by the shopper or the store.
    /// - `received`: The units came, or as many as will.
    ReturnStatus, Unknown,
    Requested = "requested",
    Approved = "approved",
    Rejected = "rejected",
    Cancelled = "cancelled",
    Received = "received",
}

/// A published review. It belongs to a line of a paid order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Review {
    /// Answer of the store; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ReviewAnswer>,
    /// Name that the author shows; absent if they show none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author_name: Option<String>,
    /// When it was written.
    pub created_at: crate::Timestamp,
    /// When its author last changed it; absent unless they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// Review id.
    pub id: String,
    /// Pictures by the author, at most four.
    pub pictures: Vec<ReviewPicture>,
    /// Stars, 1 to 5.
    pub rating: i64,
    /// Text, plain text with line breaks; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headline, plain text; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Variant that was bought, such as `Blue / M`; empty for a product with one variant.
    pub variant_title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the store answers to a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewAnswer {
    /// When the store answered.
    pub answered_at: crate::Timestamp,
    /// When the answer was last changed; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<crate::Timestamp>,
    /// Text, plain text with line breaks.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Reviews with the same number of stars.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewCount {
    /// Number of reviews.
    pub count: i64,
    /// Stars, 1 to 5.
    pub rating: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A decision about a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewDecision {
    /// When.
    pub decided_at: crate::Timestamp,
    /// Who decided: the id of a staff member or of an API key.
    pub decided_by: String,
    /// What its author was told about that; absent without a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was rejected; absent unless it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReviewReason>,
    /// What the review became.
    pub status: ReviewStatus,
    /// Version of the text that it is about; the first is 1.
    pub version: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why a review waits for the staff although reviews are published at once.
    ///
    /// - `link`: Its text has a link or an address.
    /// - `markup`: Its text has HTML or other markup. Texts are plain: whoever shows them must escape them.
    /// - `duplicate_text`: Another review has the same text.
    ReviewHold, Unknown,
    Link = "link",
    Markup = "markup",
    DuplicateText = "duplicate_text",
}

/// A picture that the author added.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewPicture {
    /// Height in pixels.
    pub height: i64,
    /// Picture id.
    pub id: String,
    /// URL on the storefront's host.
    pub url: String,
    /// Width in pixels.
    pub width: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why a review is reported or rejected. A low rating is no reason.
    ///
    /// - `spam`: Advertising, or text without meaning.
    /// - `offensive`: Insults, hate or threats.
    /// - `personal_data`: Names or other data of people.
    /// - `off_topic`: Not about the product, the merchant or the purchase.
    /// - `illegal`: Against the law.
    /// - `not_genuine`: Not the shopper's own experience: copied, bought or written by a competitor.
    /// - `other`: Another reason, which the note names.
    ReviewReason, Unknown,
    Spam = "spam",
    Offensive = "offensive",
    PersonalData = "personal_data",
    OffTopic = "off_topic",
    Illegal = "illegal",
    NotGenuine = "not_genuine",
    Other = "other",
}

/// A report of a review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewReport {
    /// When it was reported.
    pub created_at: crate::Timestamp,
    /// More about it; absent if the reporter said no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// What is wrong with the review.
    pub reason: ReviewReason,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Settings of reviews.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewSettings {
    /// Days for which authors can change a review. Default: 30.
    pub edit_window_days: i64,
    /// Days from the delivery, or from the payment when nothing is shipped, to that e-mail. Default: 7.
    pub invitation_delay_days: i64,
    /// Whether each review waits for the staff before it is published. Without, only those with links, HTML or
    /// the text of another review do. Default: `true`.
    pub is_moderated: bool,
    /// Whether shoppers are sent one e-mail per order that asks for reviews. In some countries it needs their
    /// consent, for which the tenant answers. Default: `false`.
    pub sends_invitations: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Sort order of reviews.
    ///
    /// - `newest`: Newest first.
    /// - `highest`: Most stars first, newest first among the same.
    /// - `lowest`: Fewest stars first, newest first among the same.
    ReviewSort, Unknown,
    Newest = "newest",
    Highest = "highest",
    Lowest = "lowest",
}

/// What became of the reviews of a store.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReviewStatistics {
    /// Appeals of authors against a rejection.
    pub appeals: i64,
    /// Reviews that are published after an appeal.
    pub appeals_granted: i64,
    /// Reviews that wait for a decision.
    pub pending: i64,
    /// Published reviews.
    pub published: i64,
    /// Rejected reviews, by reason; reasons without reviews are left out.
    pub rejected: Vec<RejectedReviews>,
    /// Reports of reviews.
    pub reports: i64,
    /// Reviews that their authors deleted.
    pub withdrawn: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Review status.
    ///
    /// - `pending`: Waits for a decision of the staff; nobody else sees it.
    /// - `published`: Published.
    /// - `rejected`: Rejected, for a reason. Its author may appeal once.
    /// - `withdrawn`: Taken back by its author. Its text is deleted.
    ReviewStatus, Unknown,
    Pending = "pending",
    Published = "published",
    Rejected = "rejected",
    Withdrawn = "withdrawn",
}

open_enum! {
    /// What a review is of.
    ///
    /// - `product`: The product of an order line.
    /// - `merchant`: The merchant who sold it.
    ReviewSubject, Unknown,
    Product = "product",
    Merchant = "merchant",
}

/// A role to create, or the state that one should have.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RoleInput {
    /// What it allows, each as `object:action` such as `orders:read`; at least one.
    pub authorities: Vec<String>,
    /// What it is for, up to 500 characters; empty by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Name, 1 to 80 characters; unique in the tenant, and not a built-in role's.
    pub name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How to rotate a secret key.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RotateApiKey {
    /// Seconds that the rotated key still works, 0 to 604,800; a day by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overlap_seconds: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was sold, given back and earned, in one currency. Amounts never mix currencies; each of them equals the
/// ledger's or is of the orders that the ledger has the sum of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SalesFigures {
    /// `gross` for each order, rounded down; absent without orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_order: Option<Money>,
    /// The platform's commission, less what went back with refunds and disputes.
    pub commission: Money,
    /// What shoppers' banks took for good in disputes.
    pub disputes: Money,
    /// What merchants earned: their shares less commission, fees, refunds and disputes that they bear.
    pub earnings: Money,
    /// The payment provider's fees, which merchants bear.
    pub fees: Money,
    /// What shoppers paid: `net` + `shipping` + `tax`.
    pub gross: Money,
    /// Goods without tax.
    pub net: Money,
    /// Orders that were paid on these days, refunded or not.
    pub orders: i64,
    /// What was given back on these days, by the store or at the payment provider.
    pub refunds: Money,
    /// Shipping without tax.
    pub shipping: Money,
    /// `commission` in basis points of `total`, rounded down; absent when `total` is not above zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub take_rate_bps: Option<i64>,
    /// Tax of goods and shipping.
    pub tax: Money,
    /// What stayed: `gross` - `refunds` - `disputes`.
    pub total: Money,
    /// Units of their lines.
    pub units: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales by period.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SalesReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// First day of as many days before.
    pub previous_from: String,
    /// Last day of these.
    pub previous_to: String,
    /// What these come to, in each currency.
    pub previous_totals: Vec<SalesTotal>,
    /// Rows, by currency. What has no figures has no row.
    pub rows: Vec<PeriodSales>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// What all days come to, in each currency.
    pub totals: Vec<SalesTotal>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales of all days of a report.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SalesTotal {
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address of the address book.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SavedAddress {
    /// The address.
    pub address: Address,
    /// When the address was created.
    pub created_at: crate::Timestamp,
    /// Address id.
    pub id: String,
    /// Whether it is the default billing address.
    pub is_default_billing: bool,
    /// Whether it is the default shipping address.
    pub is_default_shipping: bool,
    /// When the address was last changed.
    pub updated_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SavedAddressList {
    /// All of them.
    pub data: Vec<SavedAddress>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A saved version of a brand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SavedBrand {
    /// The brand.
    pub brand: BrandKit,
    /// Version and status.
    pub version: BrandVersion,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Counts of found products. Each facet leaves its own filter out of account, and has at most 50 values.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchFacets {
    /// Number of products that can be bought now.
    pub available: i64,
    /// Categories, by number of products.
    pub categories: Vec<CategoryCount>,
    /// Merchants, by number of products.
    pub merchants: Vec<MerchantCount>,
    /// Options of the products, such as `Color`.
    pub options: Vec<OptionFacet>,
    /// Prices; absent if nothing matches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<PriceFacet>,
    /// Number of products that are sold out.
    pub sold_out: i64,
    /// Vendors, by number of products.
    pub vendors: Vec<ValueCount>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of the products that match, and counts of all that do.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchResult {
    /// Products of this page.
    pub data: Vec<ProductSummary>,
    /// What was searched for instead of `q`; absent if products have the words of `q`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did_you_mean: Option<String>,
    /// Counts of the products that match.
    pub facets: SearchFacets,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Whether no product has all words of `q`, and these have some of them.
    pub partial: bool,
    /// Number of products that match.
    pub total: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for SearchResult {
    type Item = ProductSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

open_enum! {
    /// Sort order of found products.
    ///
    /// - `relevance`: Best match first; without a query, newest first.
    /// - `price_asc`: Cheapest first.
    /// - `price_desc`: Most expensive first.
    /// - `newest`: Newest first.
    /// - `title`: By title, as readers of the storefront's language sort.
    SearchSort, Unknown,
    Relevance = "relevance",
    PriceAsc = "price_asc",
    PriceDesc = "price_desc",
    Newest = "newest",
    Title = "title",
}

/// Completions of what was typed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchSuggestions {
    /// Categories.
    pub categories: Vec<Category>,
    /// Products.
    pub products: Vec<ProductSummary>,
    /// Searches that begin with what was typed, by number of products.
    pub terms: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Synonyms of the tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchSynonyms {
    /// Groups; at most 500.
    pub groups: Vec<SynonymGroup>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A term that shoppers searched for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchTerm {
    /// Day in UTC.
    pub day: String,
    /// Number of searches.
    pub searches: i64,
    /// The term in lower case, without accents and punctuation.
    pub term: String,
    /// Number of these searches whose words no product had.
    pub without_results: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SearchTermPage {
    /// Those of this page.
    pub data: Vec<SearchTerm>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for SearchTermPage {
    type Item = SearchTerm;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// The caller's second factor.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SecondFactor {
    /// When it was enrolled; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enrolled_at: Option<crate::Timestamp>,
    /// Whether the tenant requires one.
    pub is_required: bool,
    /// Recovery codes that were not used.
    pub recovery_codes_left: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A code of a second factor.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SecondFactorCode {
    /// Six digits of the app, or a recovery code.
    pub code: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Begins an enrolment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SecondFactorEnrolment {
    /// Current password.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A seed for an authenticator app.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SecondFactorSeed {
    /// Seed in base32, for typing.
    pub secret: String,
    /// Seed as an `otpauth` address, for a QR code.
    pub uri: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Merchant who sells or sold something.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Seller {
    /// Name of the merchant.
    pub name: String,
    /// Slug of the merchant.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What the invoicing settings need before documents can be issued.
    ///
    /// - `legal_name`: The name that the business is registered under.
    /// - `address`: Its address.
    /// - `tax_number`: A tax number or a VAT number.
    SellerField, Unknown,
    LegalName = "legal_name",
    Address = "address",
    TaxNumber = "tax_number",
}

/// A DNS record to publish.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SenderDnsRecord {
    /// What was found instead, up to 1000 characters; absent unless the state is `wrong`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// Whether the domain is verified only with this record.
    pub is_required: bool,
    /// Name of the record, without a dot at the end.
    pub name: String,
    /// What the record is for.
    pub purpose: DnsRecordPurpose,
    /// What the last check found.
    pub state: DnsRecordState,
    /// Type of the record: `TXT`.
    pub r#type: String,
    /// Text of the record. Where DNS takes at most 255 characters, split it into strings.
    pub value: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A domain that the tenant sends e-mail from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SenderDomain {
    /// When DNS was last asked and answered; absent before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_at: Option<crate::Timestamp>,
    /// When it was created.
    pub created_at: crate::Timestamp,
    /// Domain name, in ASCII.
    pub domain: String,
    /// Id of the sender domain.
    pub id: String,
    /// Records to publish.
    pub records: Vec<SenderDnsRecord>,
    /// State of the domain.
    pub state: SenderDomainState,
    /// Since when the domain is verified; absent unless it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<crate::Timestamp>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SenderDomainList {
    /// All of them.
    pub data: Vec<SenderDomain>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// State of a sender domain: `pending`, its key was never found; `verified`, the last check found the key, and
    ///  e-mails leave from the domain; `failing`, the key was there and is no more, and e-mails leave from the platform's address.
    ///
    /// - `pending`: The key was never found.
    /// - `verified`: The last check found the key.
    /// - `failing`: The key was there, and the last check did not find it.
    SenderDomainState, Unknown,
    Pending = "pending",
    Verified = "verified",
    Failing = "failing",
}

/// A session.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Session {
    /// Access token, sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// When the access token expires.
    pub expires_at: crate::Timestamp,
    /// Lifetime of the access token in seconds.
    pub expires_in: i64,
    /// Token type: always `Bearer`.
    pub token_type: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A price to set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetCustomerGroupPrice {
    /// Price of one unit in minor units; absent to remove the group's own price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    /// Currency (ISO 4217), such as `EUR`.
    pub currency: String,
    /// Variant id.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Prices to set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetCustomerGroupPrices {
    /// Prices, 1 to 500; each variant once in a currency.
    pub prices: Vec<SetCustomerGroupPrice>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// New invoicing settings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetInvoicingSettings {
    /// Address of the business, by the rules of its country; `company` is the legal name unless there is a name. Its
    /// phone number is printed, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// What numbers of credit notes begin with; another prefix than that of invoices. Default: `CN-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit_note_prefix: Option<String>,
    /// Contact e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Text at the end of documents, 1 to 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<String>,
    /// What numbers of invoices begin with: 1 to 20 letters, digits and `-`, `_`, `/`, `.`, and no digit at the end.
    /// Default: `INV-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice_prefix: Option<String>,
    /// Whether an invoice is issued when an order is paid. Default: `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_automatic: Option<bool>,
    /// Name that the business is registered under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
    /// Where the business is registered and its number there, such as `HRB 12345, Amtsgericht Berlin`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_number: Option<String>,
    /// Number that the tax office knows the business by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
    /// VAT number, such as `DE123456789`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was counted at a location.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetLocationStock {
    /// Units that were there when the count began; absent to set it whatever is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on_hand: Option<i64>,
    /// Units there, 0 to 1,000,000,000.
    pub on_hand: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A price to set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetPrice {
    /// Compare-at price, in the same currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare_at: Option<Money>,
    /// Price of the variant.
    pub price: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// New settings of reports.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetReportSettings {
    /// Whether events of browsers are counted only with the visitor's consent. Default: as it was, and at first `true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events_need_consent: Option<bool>,
    /// IANA name of the time zone whose midnight days begin at, such as `Europe/Berlin`.
    pub time_zone: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// New settings of text messages.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetSmsSettings {
    /// Whether text messages are sent.
    pub is_enabled: bool,
    /// How many segments may be sent in a calendar month; each is paid for. 0 sends none.
    pub monthly_segment_limit: i64,
    /// Start of the quiet hours as `HH:MM`. With `quiet_until`, or neither: then text messages leave at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_from: Option<String>,
    /// End of the quiet hours as `HH:MM`; on the next day unless it is later than `quiet_from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_until: Option<String>,
    /// IANA name of the time zone of quiet hours and months, such as `Europe/Berlin`.
    pub time_zone: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A stock count.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetStock {
    /// Whether it may be sold beyond its stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow_backorder: Option<bool>,
    /// Units in stock; absent ends tracking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_hand: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// New sender of a storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SetStorefrontSender {
    /// Address at a verified sender domain, such as `orders@aurora.example`. Absent: the platform's address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Address that answers go to, at any domain; it counts for e-mails from the platform's address, too. Absent: answers go to
    /// the address that the e-mail comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A shipping option.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ShippingOption {
    /// Shipping option id.
    pub id: String,
    /// Name of the option.
    pub name: String,
    /// Price for this cart.
    pub price: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ShippingOptionList {
    /// All of them.
    pub data: Vec<ShippingOption>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What a browser tells of.
    ///
    /// - `product_viewed`: A product was shown.
    /// - `checkout_started`: The first page of the checkout was shown.
    ShopEventKind, Unknown,
    ProductViewed = "product_viewed",
    CheckoutStarted = "checkout_started",
}

/// Credentials of a shopper.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ShopperCredentials {
    /// E-mail address of the account.
    pub email: String,
    /// Cart of the guest who signs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guest_cart: Option<GuestCart>,
    /// Password of the account.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A signed-in shopper's session.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ShopperSession {
    /// Access token, sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// The signed-in account.
    pub account: Account,
    /// The account's cart; only in the response to a sign-in that sent a `guest_cart`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cart: Option<AccountCart>,
    /// When the access token expires.
    pub expires_at: crate::Timestamp,
    /// Lifetime of the access token in seconds.
    pub expires_in: i64,
    /// When the refresh token expires.
    pub refresh_expires_at: crate::Timestamp,
    /// Refresh token, valid for one refresh.
    pub refresh_token: String,
    /// Token type: always `Bearer`.
    pub token_type: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How the account can be signed in to.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SignInMethods {
    /// Whether its owner has chosen a password.
    pub has_password: bool,
    /// What it is linked to.
    pub identities: Vec<LinkedIdentity>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A provider that shoppers may sign in with.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SignInProvider {
    /// Id of the provider.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SignInProviderList {
    /// All of them.
    pub data: Vec<SignInProvider>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A sign-up.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SignUpRequest {
    /// E-mail address to sign in with. The part before the `@` is ASCII; the domain may be
    /// internationalised and is kept in its ASCII form (`xn--…`).
    pub email: String,
    /// Given name, or the only one: 1 to 100 characters, none invisible or a control character.
    pub first_name: String,
    /// Family name, under the same rule; people with one name leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Whether offers may come by e-mail; `false` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_email: Option<bool>,
    /// Whether offers may come by text message; `false` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_sms: Option<bool>,
    /// At least 10 characters, not easily guessed and not the e-mail address.
    pub password: String,
    /// Version of the store's terms that were accepted, as the storefront calls it: 1 to 50 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_version: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Settings of text messages.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SmsSettings {
    /// Whether text messages are sent. Default: `false`.
    pub is_enabled: bool,
    /// How many segments may be sent in a calendar month. Messages beyond it are not sent. Default: 1000.
    pub monthly_segment_limit: i64,
    /// Start of the quiet hours as `HH:MM`; absent when there are none. Default: `21:00`. Messages wait for their end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_from: Option<String>,
    /// End of the quiet hours as `HH:MM`; absent when there are none. Default: `08:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_until: Option<String>,
    /// How many segments were sent in this month.
    pub segments_this_month: i64,
    /// IANA name of the time zone of quiet hours and months. Default: `UTC`.
    pub time_zone: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A shopper who has signed in with an identity provider.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SocialSession {
    /// Path of the shop to return to.
    pub return_to: String,
    /// The session.
    pub session: ShopperSession,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A sign-in that has started.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SocialStart {
    /// Address at the provider to send the browser to.
    pub authorization_url: String,
    /// Token that stays in this browser: 64 hexadecimal digits.
    pub browser_token: String,
    /// When the browser must be back.
    pub expires_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An address whose password is forgotten.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffAddress {
    /// E-mail address of the account.
    pub email: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Credentials of a staff member.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffCredentials {
    /// Code of the second factor, or a recovery code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// E-mail address of the account.
    pub email: String,
    /// Password of the account.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A session of the caller on a device.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffDeviceSession {
    /// When it began.
    pub created_at: crate::Timestamp,
    /// What the browser or program calls itself.
    pub device: String,
    /// When it ends unless it is refreshed.
    pub expires_at: crate::Timestamp,
    /// Session id.
    pub id: String,
    /// Whether it is the session of this request.
    pub is_current: bool,
    /// When it was last refreshed.
    pub last_used_at: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffDeviceSessionList {
    /// All of them.
    pub data: Vec<StaffDeviceSession>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields to change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffMemberChange {
    /// Whether the member is suspended, and cannot sign in here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_suspended: Option<bool>,
    /// Merchant that a role of merchants' staff is held for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// A built-in role, or the id of a role of the tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A change of password.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffPasswordChange {
    /// Current password.
    pub current_password: String,
    /// New password: 15 to 1024 characters that are not easily guessed.
    pub password: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A new password in the place of one that was forgotten.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffPasswordReset {
    /// New password: 15 to 1024 characters that are not easily guessed.
    pub password: String,
    /// Token of the link.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A staff member.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffProfile {
    /// Whether a code is asked for when signing in.
    pub has_second_factor: bool,
    /// Staff id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Permissions of the role, each as `object:action`.
    pub permissions: Vec<String>,
    /// A built-in role, or the id of a role of the tenant.
    pub role: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A staff member of the tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffRecord {
    /// E-mail address to sign in with.
    pub email: String,
    /// Staff id.
    pub id: String,
    /// When they joined the tenant.
    pub joined_at: crate::Timestamp,
    /// Merchant that they work for; absent for the tenant's own staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<String>,
    /// Name.
    pub name: String,
    /// A built-in role, or the id of a role of the tenant.
    pub role: String,
    /// When they were suspended; absent unless they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended_at: Option<crate::Timestamp>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffRecordList {
    /// All of them.
    pub data: Vec<StaffRecord>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A refresh token.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffRefresh {
    /// Refresh token of the session.
    pub refresh_token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffRole {
    /// What it allows, each as `object:action`.
    pub authorities: Vec<String>,
    /// When it was created; absent for built-in roles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<crate::Timestamp>,
    /// What it is for; empty for built-in roles.
    pub description: String,
    /// Whether it is built in, and cannot be changed.
    pub is_built_in: bool,
    /// Number of staff members who have it.
    pub member_count: i64,
    /// Name.
    pub name: String,
    /// What `role` of a staff member or an invitation says: `owner`, `administrator`, `catalogue_manager`,
    /// `order_manager`, `support`, `analyst`, or the id of a role of the tenant.
    pub role: String,
    /// When it was last changed; absent for built-in roles.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<crate::Timestamp>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffRoleList {
    /// All of them.
    pub data: Vec<StaffRole>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A signed-in staff member's session.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffSession {
    /// Access token, sent as `Authorization: Bearer …`.
    pub access_token: String,
    /// When the access token expires.
    pub expires_at: crate::Timestamp,
    /// Lifetime of the access token in seconds.
    pub expires_in: i64,
    /// When the session ends unless it is refreshed.
    pub refresh_expires_at: crate::Timestamp,
    /// Refresh token: good once, at `/admin/v1/auth/refresh`.
    pub refresh_token: String,
    /// The signed-in staff member.
    pub staff: StaffProfile,
    /// Token type: always `Bearer`.
    pub token_type: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Settings of staff.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffSettings {
    /// Whether each staff member needs a second factor.
    pub requires_second_factor: bool,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A tenant that the caller works for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffTenant {
    /// Host of its admin API.
    pub host: String,
    /// Id of the tenant.
    pub id: String,
    /// Whether the caller is signed in at this one.
    pub is_current: bool,
    /// Name.
    pub name: String,
    /// Short name.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StaffTenantList {
    /// All of them.
    pub data: Vec<StaffTenant>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A session that was stepped up.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SteppedUp {
    /// Until when no further code is asked for.
    pub verified_until: crate::Timestamp,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Response of adjust.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockAdjusted {
    /// Number of rows that were applied.
    pub adjusted: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Units of a variant to add or remove.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockAdjustment {
    /// Units to add; negative to remove. Never 0.
    pub delta: i64,
    /// Location id; the default location without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_id: Option<String>,
    /// Variant id.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something that happened to the stock of a variant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockAlert {
    /// Units that could be sold then; absent without limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available: Option<i64>,
    /// Alert id.
    pub id: String,
    /// What happened.
    pub kind: StockAlertKind,
    /// When it happened.
    pub occurred_at: crate::Timestamp,
    /// Variant id.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What happened to the stock of a variant.
    ///
    /// - `low_stock`: It came down to its low-stock threshold.
    /// - `sold_out`: The last unit that may be sold was sold or reserved.
    /// - `back_in_stock`: It can be sold again.
    StockAlertKind, Unknown,
    LowStock = "low_stock",
    SoldOut = "sold_out",
    BackInStock = "back_in_stock",
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockAlertPage {
    /// Those of this page.
    pub data: Vec<StockAlert>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for StockAlertPage {
    type Item = StockAlert;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// Units of an order that are taken from a location.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockAllocation {
    /// Location id.
    pub location_id: String,
    /// Name of the location.
    pub location_name: String,
    /// Units, less those that went back into stock.
    pub quantity: i64,
    /// Variant id.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A list that comes whole.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockAllocationList {
    /// All of them.
    pub data: Vec<StockAllocation>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What a storefront shows of stock: `hidden`, whether a variant can be bought; `level`, also whether it runs low; `exact`, also
    ///  how many units there are.
    ///
    /// - `hidden`: Whether a variant can be bought.
    /// - `level`: Also whether it runs low.
    /// - `exact`: Also how many units there are.
    StockDisplay, Unknown,
    Hidden = "hidden",
    Level = "level",
    Exact = "exact",
}

open_enum! {
    /// What shoppers are told of a variant's stock.
    ///
    /// - `in_stock`: There is enough of it, or it is not counted.
    /// - `low_stock`: There are no more units than its low-stock threshold.
    /// - `backorder`: It can be bought, and is delivered when there is more of it.
    /// - `sold_out`: It cannot be bought.
    StockLevel, Unknown,
    InStock = "in_stock",
    LowStock = "low_stock",
    Backorder = "backorder",
    SoldOut = "sold_out",
}

/// A movement of stock.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockMovement {
    /// Who did it: `system`, or the id of a staff member, secret key or operator.
    pub actor: String,
    /// Why it moved.
    pub cause: StockMovementCause,
    /// Movement id.
    pub id: String,
    /// Location id.
    pub location_id: String,
    /// When it moved.
    pub occurred_at: crate::Timestamp,
    /// Id of the order; absent unless it is of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// Units that came; negative, that went.
    pub quantity: i64,
    /// Reason that staff gave; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Why stock moved: `opening`, it was there when movements began to be kept; `sale`, an order was paid;
    ///  `cancellation`, units of a paid order were cancelled; `return`, units came back; `count`, staff or an import
    ///  set what is on hand; `adjustment`, staff or a program added or removed units.
    ///
    /// - `opening`: It was there when movements began to be kept.
    /// - `sale`: An order was paid.
    /// - `cancellation`: Units of a paid order were cancelled.
    /// - `return`: Units came back.
    /// - `count`: What is on hand was set.
    /// - `adjustment`: Units were added or removed.
    StockMovementCause, Unknown,
    Opening = "opening",
    Sale = "sale",
    Cancellation = "cancellation",
    Return = "return",
    Count = "count",
    Adjustment = "adjustment",
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockMovementPage {
    /// Those of this page.
    pub data: Vec<StockMovement>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for StockMovementPage {
    type Item = StockMovement;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

/// What the tenant wants of its stock.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StockSettings {
    /// From which location units of a paid order are taken.
    pub allocation: AllocationRule,
    /// Minutes that an unpaid order reserves stock and waits for its payment, 5 to 1,440; without it, what the platform has: 30.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reservation_minutes: Option<i64>,
    /// What storefronts show of stock.
    pub storefronts: Vec<StorefrontStockDisplay>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Public settings of a storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Store {
    /// Brand of the storefront.
    pub brand: StoreBrand,
    /// Country it sells from (ISO 3166-1 alpha-2).
    pub country: String,
    /// Currency of all prices (ISO 4217).
    pub currency: String,
    /// Whether visitors have to agree before events of their visits may be sent; without it, they count anyway.
    pub events_need_consent: bool,
    /// Storefront id.
    pub id: String,
    /// Language and region (BCP 47), such as `de-DE`.
    pub locale: String,
    /// Store name.
    pub name: String,
    /// Payment providers that take the storefront's currency.
    pub payment_providers: Vec<String>,
    /// Tagline; absent if none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tagline: Option<String>,
    /// Tax of the storefront.
    pub tax: StoreTax,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A brand. Text has a contrast of at least 4.5:1 on its backgrounds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StoreBrand {
    /// Colours.
    pub colors: StoreColors,
    /// URL of the icon that browsers show, absolute or relative to the storefront's host; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub favicon_url: Option<String>,
    /// Fonts.
    pub fonts: StoreFonts,
    /// URL of the logo, absolute or relative to the storefront's host; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    /// Brand name.
    pub name: String,
    /// Legal pages, in the order of the footer.
    pub pages: Vec<StorePageLink>,
    /// How round corners are.
    pub radius: Radius,
    /// Texts in the brand's own words, by the key of the message they replace.
    pub texts: std::collections::BTreeMap<String, String>,
    /// Version of the brand. It changes when another one is published.
    pub version: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Colours, each as `#rrggbb`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StoreColors {
    /// Accent colour.
    pub accent: String,
    /// Background of pages.
    pub background: String,
    /// Text colour on `primary`.
    pub on_primary: String,
    /// Colour of buttons and links.
    pub primary: String,
    /// Background of cards.
    pub surface: String,
    /// Text colour on `background` and `surface`.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Font families.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StoreFonts {
    /// Font of body text.
    pub body: String,
    /// Font of headings.
    pub heading: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A legal page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StorePage {
    /// Text as sanitised HTML, without scripts, styles and forms.
    pub html: String,
    /// Slug: the last part of the page's URL.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A reference to a legal page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StorePageLink {
    /// Slug: the last part of the page's URL.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A storefront's tax.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StoreTax {
    /// Whether prices include tax.
    pub included: bool,
    /// Name of the tax, such as `VAT`.
    pub name: String,
    /// Rate in per cent as a decimal number, such as `19` or `8.25`.
    pub rate: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales by storefront.
///
/// Two answers to the same query with the same `definition_version` and `as_of` are the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StorefrontReport {
    /// Time of the last change that is in the report; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<crate::Timestamp>,
    /// Version of what the figures mean.
    pub definition_version: i64,
    /// First day.
    pub from: String,
    /// First day of as many days before.
    pub previous_from: String,
    /// Last day of these.
    pub previous_to: String,
    /// What these come to, in each currency.
    pub previous_totals: Vec<SalesTotal>,
    /// Rows, by currency. What has no figures has no row.
    pub rows: Vec<StorefrontSales>,
    /// Time zone whose midnight days begin at.
    pub time_zone: String,
    /// Last day.
    pub to: String,
    /// What all days come to, in each currency.
    pub totals: Vec<SalesTotal>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Sales of a storefront.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StorefrontSales {
    /// Currency.
    pub currency: String,
    /// Figures.
    pub figures: SalesFigures,
    /// Storefront.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub storefront_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where the e-mails of a storefront come from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StorefrontSender {
    /// Address at a sender domain; absent for the platform's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Address that e-mails come from now: `address` while its domain is verified, else the platform's.
    pub effective_address: String,
    /// Address that answers go to; absent if they go to the sender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// Id of the sender domain of `address`; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender_domain_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a storefront shows of stock.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StorefrontStockDisplay {
    /// What it shows.
    pub display: StockDisplay,
    /// Storefront id.
    pub storefront_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Terms that mean the same.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SynonymGroup {
    /// 2 to 20 words or phrases of up to 4 words.
    pub terms: Vec<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A tenant, with its storefronts and merchants.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Tenant {
    /// When the tenant was created.
    pub created_at: crate::Timestamp,
    /// Primary host, used in links; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// Tenant id.
    pub id: String,
    /// Merchants, the default one first.
    pub merchants: Vec<TenantMerchant>,
    /// Tenant name.
    pub name: String,
    /// Slug, unique on the platform and the first label of the tenant's host.
    pub slug: String,
    /// Tenant status.
    pub status: TenantStatus,
    /// Storefronts, oldest first.
    pub storefronts: Vec<TenantStorefront>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A merchant of a tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TenantMerchant {
    /// Commission of the platform in basis points: 500 is 5 %.
    pub commission_bps: i64,
    /// Merchant id.
    pub id: String,
    /// Whether products without a merchant belong to it.
    pub is_default: bool,
    /// Merchant name.
    pub name: String,
    /// Slug, matched by imports.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TenantPage {
    /// Those of this page.
    pub data: Vec<TenantSummary>,
    /// Whether more follow.
    pub has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

impl crate::Page for TenantPage {
    type Item = TenantSummary;

    fn into_items(self) -> Vec<Self::Item> {
        self.data
    }

    fn next_cursor(&self) -> Option<String> {
        self.next_cursor.clone().filter(|it| self.has_more && !it.is_empty())
    }
}

open_enum! {
    /// Tenant status.
    ///
    /// - `active`: Open for business.
    /// - `suspended`: Closed by the platform, until further notice.
    /// - `closed`: Closed for good.
    TenantStatus, Unknown,
    Active = "active",
    Suspended = "suspended",
    Closed = "closed",
}

/// A storefront of a tenant, with its hosts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TenantStorefront {
    /// Country it sells from (ISO 3166-1 alpha-2).
    pub country: String,
    /// Currency of all prices (ISO 4217).
    pub currency: String,
    /// Primary host, used in links; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// All hosts of the storefront.
    pub hosts: Vec<String>,
    /// Storefront id.
    pub id: String,
    /// Language and region (BCP 47).
    pub locale: String,
    /// Store name.
    pub name: String,
    /// Publishable key, sent by apps that call a host of the platform.
    pub publishable_key: String,
    /// Slug, unique in the tenant.
    pub slug: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A tenant in a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TenantSummary {
    /// When the tenant was created.
    pub created_at: crate::Timestamp,
    /// Primary host, used in links; absent without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// Tenant id.
    pub id: String,
    /// Tenant name.
    pub name: String,
    /// Slug, unique on the platform and the first label of the tenant's host.
    pub slug: String,
    /// Tenant status.
    pub status: TenantStatus,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What opens a session at another tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TenantSwitch {
    /// Until when it is good.
    pub expires_at: crate::Timestamp,
    /// Host to send it to.
    pub host: String,
    /// Token, good once.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A token that another tenant gave.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TenantSwitchToken {
    /// Token of the switch.
    pub token: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// What happened to an order.
    ///
    /// - `order_placed`: The shopper placed it.
    /// - `payment_authorized`: The shopper's bank set the money aside.
    /// - `order_paid`: It was paid; of an authorized payment, the money was taken.
    /// - `order_cancelled`: It was cancelled, or not paid in time.
    /// - `units_cancelled`: Units were cancelled.
    /// - `refund_requested`: A refund was recorded.
    /// - `refund_accepted`: The payment provider accepted a refund.
    /// - `shipped`: A parcel was shipped.
    /// - `delivered`: A parcel was delivered.
    /// - `fulfillment_cancelled`: A parcel was cancelled.
    /// - `return_requested`: A return was requested.
    /// - `return_approved`: A return was approved.
    /// - `return_rejected`: A return was rejected.
    /// - `return_cancelled`: A return was cancelled.
    /// - `return_received`: The units of a return came.
    /// - `dispute_opened`: A shopper's bank asked for the money back.
    /// - `email_sent`: The shopper was sent an e-mail about the order.
    /// - `text_message_sent`: The shopper was sent a text message about a parcel.
    /// - `note_added`: A staff member wrote a note.
    /// - `changed`: Staff or a program changed the order in another way; `text` is the operation.
    TimelineKind, Unknown,
    OrderPlaced = "order_placed",
    PaymentAuthorized = "payment_authorized",
    OrderPaid = "order_paid",
    OrderCancelled = "order_cancelled",
    UnitsCancelled = "units_cancelled",
    RefundRequested = "refund_requested",
    RefundAccepted = "refund_accepted",
    Shipped = "shipped",
    Delivered = "delivered",
    FulfillmentCancelled = "fulfillment_cancelled",
    ReturnRequested = "return_requested",
    ReturnApproved = "return_approved",
    ReturnRejected = "return_rejected",
    ReturnCancelled = "return_cancelled",
    ReturnReceived = "return_received",
    DisputeOpened = "dispute_opened",
    EmailSent = "email_sent",
    TextMessageSent = "text_message_sent",
    NoteAdded = "note_added",
    Changed = "changed",
}

open_enum! {
    /// Who is shown something.
    ///
    /// - `shopper`: The shopper is told or shown it, and so is the staff.
    /// - `staff`: The staff alone.
    TimelineVisibility, Unknown,
    Shopper = "shopper",
    Staff = "staff",
}

/// Totals of a cart or an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Sum of the lines, with or without tax as prices are shown.
    pub items: Money,
    /// Shipping, with or without tax as prices are shown.
    pub shipping: Money,
    /// Tax: included in `items` and `shipping` when prices include tax, else added to them.
    pub tax: Money,
    /// Total to pay.
    pub total: Money,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

open_enum! {
    /// Transfer status.
    ///
    /// - `due`: To be sent.
    /// - `sending`: Sent to the provider, which has not answered yet.
    /// - `blocked`: Waits for the merchant's account, or for an operator.
    /// - `paid`: Paid to the merchant.
    /// - `partially_reversed`: Paid, and reversed in part.
    /// - `reversed`: Reversed in full.
    /// - `cancelled`: Cancelled: nothing is left to send.
    TransferStatus, Unknown,
    Due = "due",
    Sending = "sending",
    Blocked = "blocked",
    Paid = "paid",
    PartiallyReversed = "partially_reversed",
    Reversed = "reversed",
    Cancelled = "cancelled",
}

/// Fields of a category's image to change; absent fields do not change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateCategoryImage {
    /// Alternative text: what the image shows, on one line of at most 512 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of
    /// before. Storefronts show the one of their locale, else of their language, else `alt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt_translations: Option<std::collections::BTreeMap<String, String>>,
    /// What stays visible where the image is cropped; `null` for its middle.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub focal_point: crate::Nullable<FocalPoint>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Consents to give or withdraw.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateConsents {
    /// Whether offers may come by e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_email: Option<bool>,
    /// Whether offers may come by text message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing_sms: Option<bool>,
    /// Whether text messages may tell of the shopper's parcels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_updates_sms: Option<bool>,
    /// Version of the store's terms that are accepted, as the storefront calls it: 1 to 50 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_version: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What to change of a customer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateCustomer {
    /// First name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Whether the customer is blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_blocked: Option<bool>,
    /// Last name; empty to have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Note of the store's staff, which the customer does not see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What to change of a group.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateCustomerGroup {
    /// Discount in parts per million, 0 to 1,000,000; 100,000 is 10 %.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_ppm: Option<i64>,
    /// Name, 1 to 80 characters; unique in the tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields to change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateIdentityProvider {
    /// Client id that the provider gave out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Client secret that the provider gave out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Whether shoppers may sign in with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_enabled: Option<bool>,
    /// Name that shoppers see, 1 to 100 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Fields of an image to change; absent fields do not change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateImage {
    /// Alternative text: what the image shows, on one line of at most 512 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Alternative texts in other languages, up to 50, by language tag such as `de` or `de-AT`; they replace those of
    /// before. Storefronts show the one of their locale, else of their language, else `alt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt_translations: Option<std::collections::BTreeMap<String, String>>,
    /// What stays visible where the image is cropped; `null` for its middle.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub focal_point: crate::Nullable<FocalPoint>,
    /// Position among the product's images, from 1; a number beyond the last one is the last position.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What to change of a location.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateLocation {
    /// Whether orders are fulfilled from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    /// Name, 1 to 80 characters; unique in the tenant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Priority, 0 to 1,000: units are taken from the lowest first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a variant is sold.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UpdateVariantStock {
    /// Units that may be sold beyond the stock, 0 to 1,000,000,000, while the variant may be sold beyond it; `null` for as many
    /// as are wanted.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub backorder_limit: crate::Nullable<i64>,
    /// At this many units to sell or fewer, stock is low: staff are told, and storefronts may show it. `null` for never.
    #[serde(default, skip_serializing_if = "crate::Nullable::is_absent")]
    pub low_stock_threshold: crate::Nullable<i64>,
    /// Units that are not sold, 0 to 1,000,000,000: for what is broken, miscounted or sold elsewhere meanwhile. They count while
    /// the variant may not be sold beyond its stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_stock: Option<i64>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A value with its number of products.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ValueCount {
    /// Number of products.
    pub count: i64,
    /// The value.
    pub value: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The stock of a variant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct VariantStock {
    /// Whether it may be sold beyond its stock.
    pub allow_backorder: bool,
    /// Units that can be sold now; absent if it may be sold beyond its stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available: Option<i64>,
    /// Units that may be sold beyond the stock; absent for as many as are wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backorder_limit: Option<i64>,
    /// Active locations, and others that hold stock, in the order in which units are taken from them.
    pub locations: Vec<LocationStock>,
    /// At this many units to sell or fewer, stock is low; absent for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low_stock_threshold: Option<i64>,
    /// Units in stock at all locations, reserved units included.
    pub on_hand: i64,
    /// Units reserved by unpaid orders. They are of no location until the order is paid.
    pub reserved: i64,
    /// Units that are not sold.
    pub safety_stock: i64,
    /// Variant id.
    pub variant_id: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An event of a visit.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct VisitEvent {
    /// What happened.
    pub kind: ShopEventKind,
    /// Product that was shown; required for `product_viewed`, and not taken otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product_id: Option<String>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A price by the weight of the parcel.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WeightRate {
    /// Always `by_weight`.
    pub kind: String,
    /// Prices by weight, lightest first: 1 to 20, each heavier than the one before. What is heavier than
    /// the last is not shipped.
    pub tiers: Vec<WeightTier>,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Price of parcels up to a weight.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WeightTier {
    /// Price of a parcel.
    pub price: Money,
    /// Greatest weight in grams.
    pub up_to_grams: i64,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A note to write.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct WriteOrderNote {
    /// What it says.
    pub text: String,
    /// Fields that only a newer server knows.
    #[serde(flatten)]
    pub extra: Extra,
}

fn tagged<T: Serialize>(inner: &T, tag: &str, word: &str) -> serde_json::Result<serde_json::Value> {
    let mut value = serde_json::to_value(inner)?;
    if let Some(fields) = value.as_object_mut() {
        fields.insert(tag.to_owned(), word.into());
    }
    Ok(value)
}

//! What a store keeps about a shopper, as files that a spreadsheet opens: the same as the document, a file for each kind.

use gateway::{ApiResult, Contract, Cost, CsvFile, Shopper};
use kernel::Permission;
use poem_openapi::param::Query;
use poem_openapi::types::ToJSON;
use poem_openapi::{ApiResponse, OpenApi};
use serde_json::Value;

use super::export::ExportApi;
use crate::{App, Tag};

pub(crate) struct ExportFilesApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("storefront_export_account_file")
    .costs(Cost::Credential)
    .needs(&[Permission::AccountManage])];

kernel::words! {
    /// What a file of an account export holds.
    pub(crate) enum AccountExportFile {
        /// The account.
        Account = "account",
        /// Customer groups.
        CustomerGroups = "customer_groups",
        /// The address book.
        Addresses = "addresses",
        /// Answers about consents.
        Consents = "consents",
        /// Linked identities.
        Identities = "identities",
        /// Sessions.
        Sessions = "sessions",
        /// Lines of carts.
        CartLines = "cart_lines",
        /// Orders.
        Orders = "orders",
        /// Lines of orders.
        OrderLines = "order_lines",
        /// Reviews.
        Reviews = "reviews",
        /// E-mails.
        Emails = "emails",
    }
}

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl ExportFilesApi {
    /// Export the account's data as CSV
    ///
    /// The data of `GET /storefront/v1/account/export`, one kind in a file in UTF-8; the first line names the columns. Amounts
    /// are in minor units. Text that a spreadsheet would take for a formula begins with an apostrophe. May be requested as
    /// often as signing in.
    #[oai(
        path = "/export.csv",
        method = "get",
        operation_id = "storefront_export_account_file"
    )]
    async fn export(
        &self,
        shopper: Shopper,
        /// What the file holds; `account` by default.
        kind: Query<Option<AccountExportFile>>,
    ) -> ApiResult<ExportedFile> {
        let document = ExportApi(self.0.clone()).document(&shopper).await?;
        let document = document.to_json().unwrap_or_default();
        let (name, rows, columns) = layout(kind.0.unwrap_or(AccountExportFile::Account));
        let header: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let found = rows_of(&document, rows);
        let lines = found.iter().map(|row| {
            let cells = columns.iter();
            cells.map(|(_, pointer)| cell(row, pointer)).collect()
        });
        Ok(ExportedFile::File(CsvFile::whole(
            name,
            &header,
            lines.collect(),
        )))
    }
}

/// Response of export-file.
#[derive(ApiResponse)]
enum ExportedFile {
    /// The file.
    #[oai(status = 200)]
    File(CsvFile),
}

/// Where the rows of a kind are in the document; with a second part, in each of the first the list of that name. A
/// pointer that begins with `^` is of the thing that the list is in.
type Rows = (&'static str, Option<&'static str>);
type Columns = &'static [(&'static str, &'static str)];

#[rustfmt::skip]
fn layout(kind: AccountExportFile) -> (&'static str, Rows, Columns) {
    match kind {
        AccountExportFile::Account => ("account.csv", ("/account", None), &[
            ("id", "/id"), ("email", "/email"), ("email_verified_at", "/email_verified_at"), ("first_name", "/first_name"),
            ("last_name", "/last_name"), ("created_at", "/created_at"),
        ]),
        AccountExportFile::CustomerGroups => ("customer-groups.csv", ("/customer_groups", None), &[("name", "/name")]),
        AccountExportFile::Addresses => ("addresses.csv", ("/addresses", None), &[
            ("id", "/id"), ("first_name", "/address/first_name"), ("last_name", "/address/last_name"),
            ("company", "/address/company"), ("street_name", "/address/street_name"),
            ("second_line", "/address/second_line"), ("postal_code", "/address/postal_code"), ("city", "/address/city"),
            ("region", "/address/region"), ("country", "/address/country"), ("phone", "/address/phone"),
            ("is_default_shipping", "/is_default_shipping"), ("is_default_billing", "/is_default_billing"),
        ]),
        AccountExportFile::Consents => ("consents.csv", ("/consents/history", None), &[
            ("id", "/id"), ("purpose", "/purpose"), ("is_given", "/is_given"), ("terms_version", "/terms_version"),
            ("source", "/source"), ("storefront_id", "/storefront_id"), ("recorded_at", "/recorded_at"),
        ]),
        AccountExportFile::Identities => ("identities.csv", ("/identities", None), &[
            ("id", "/id"), ("provider_name", "/provider_name"), ("email", "/email"), ("created_at", "/created_at"),
            ("last_used_at", "/last_used_at"),
        ]),
        AccountExportFile::Sessions => ("sessions.csv", ("/sessions", None), &[
            ("id", "/id"), ("device", "/device"), ("created_at", "/created_at"), ("last_used_at", "/last_used_at"),
            ("expires_at", "/expires_at"),
        ]),
        AccountExportFile::CartLines => ("cart-lines.csv", ("/carts", Some("/lines")), &[
            ("cart_id", "^/id"), ("storefront_id", "^/storefront_id"), ("currency", "^/currency"), ("email", "^/email"),
            ("variant_id", "/variant_id"), ("title", "/title"), ("variant_title", "/variant_title"),
            ("quantity", "/quantity"), ("updated_at", "^/updated_at"),
        ]),
        AccountExportFile::Orders => ("orders.csv", ("/orders", None), &[
            ("id", "/id"), ("number", "/number"), ("status", "/status"), ("payment_status", "/payment_status"),
            ("fulfillment_status", "/fulfillment_status"), ("currency", "/currency"), ("email", "/email"),
            ("items", "/totals/items/amount"), ("shipping", "/totals/shipping/amount"), ("tax", "/totals/tax/amount"),
            ("total", "/totals/total/amount"), ("refunded", "/refunded/amount"), ("shipping_name", "/shipping_name"),
            ("shipping_first_name", "/shipping_address/first_name"),
            ("shipping_last_name", "/shipping_address/last_name"), ("shipping_company", "/shipping_address/company"),
            ("shipping_street_name", "/shipping_address/street_name"),
            ("shipping_second_line", "/shipping_address/second_line"),
            ("shipping_postal_code", "/shipping_address/postal_code"), ("shipping_city", "/shipping_address/city"),
            ("shipping_region", "/shipping_address/region"), ("shipping_country", "/shipping_address/country"),
            ("shipping_phone", "/shipping_address/phone"), ("billing_first_name", "/billing_address/first_name"),
            ("billing_last_name", "/billing_address/last_name"), ("billing_company", "/billing_address/company"),
            ("billing_street_name", "/billing_address/street_name"),
            ("billing_second_line", "/billing_address/second_line"),
            ("billing_postal_code", "/billing_address/postal_code"), ("billing_city", "/billing_address/city"),
            ("billing_region", "/billing_address/region"), ("billing_country", "/billing_address/country"),
            ("billing_phone", "/billing_address/phone"), ("placed_at", "/placed_at"), ("paid_at", "/paid_at"),
            ("cancelled_at", "/cancelled_at"),
        ]),
        AccountExportFile::OrderLines => ("order-lines.csv", ("/orders", Some("/lines")), &[
            ("order_id", "^/id"), ("order_number", "^/number"), ("id", "/id"), ("product_id", "/product_id"),
            ("variant_id", "/variant_id"), ("title", "/title"), ("variant_title", "/variant_title"), ("sku", "/sku"),
            ("quantity", "/quantity"), ("refunded_quantity", "/refunded_quantity"),
            ("fulfilled_quantity", "/fulfilled_quantity"), ("unit_price", "/unit_price/amount"),
            ("total", "/total/amount"), ("currency", "^/currency"),
        ]),
        AccountExportFile::Reviews => ("reviews.csv", ("/reviews", None), &[
            ("id", "/id"), ("subject", "/subject"), ("order_id", "/order_id"), ("merchant", "/merchant/name"),
            ("product_id", "/product_id"), ("product_title", "/product_title"), ("variant_title", "/variant_title"), ("rating", "/rating"), ("title", "/title"), ("text", "/text"),
            ("author_name", "/author_name"), ("status", "/status"), ("created_at", "/created_at"),
            ("edited_at", "/edited_at"),
        ]),
        AccountExportFile::Emails => ("emails.csv", ("/emails", None), &[
            ("id", "/id"), ("kind", "/kind"), ("order_id", "/order_id"), ("subject", "/subject"), ("outcome", "/outcome"),
            ("created_at", "/created_at"),
        ]),
    }
}

/// The rows of a list, or of a list in each of its things; one thing is a row by itself.
fn rows_of(document: &Value, (list, inner): Rows) -> Vec<(&Value, &Value)> {
    let found = document.pointer(list).unwrap_or(&Value::Null);
    let things = found
        .as_array()
        .map_or_else(|| vec![found], |all| all.iter().collect());
    let Some(inner) = inner else {
        return things.into_iter().map(|thing| (thing, thing)).collect();
    };
    let mut rows = Vec::new();
    for thing in things {
        let parts = thing.pointer(inner).and_then(Value::as_array);
        rows.extend(parts.into_iter().flatten().map(|part| (thing, part)));
    }
    rows
}

/// What a column says of a row; nothing where the row says nothing.
fn cell((thing, part): &(&Value, &Value), pointer: &str) -> String {
    let value = match pointer.strip_prefix('^') {
        Some(pointer) => thing.pointer(pointer),
        None => part.pointer(pointer),
    };
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

//! The tenant's orders as a list, and as a file.

use domain::orders::{
    self, ListOrders, OrderError, OrderFulfillment, OrderSort, OrderStatus, OrderSummary,
    PaymentStatus,
};
use gateway::{ApiResult, Contract, CsvFile, CsvRow, Cursor, Limit, Staff};
use kernel::ids::{MerchantId, ProductId, StorefrontId, UserId};
use kernel::{Currency, Permission};
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::filter::Filter;
use super::summary::Summary;
use crate::json::decimal;
use crate::{App, Tag};

/// Rows that are read at once.
const PART: u32 = 100;
const HEADER: [&str; 10] = [
    "number",
    "id",
    "placed_at",
    "status",
    "payment_status",
    "fulfillment_status",
    "email",
    "currency",
    "total",
    "refunded",
];

pub(in crate::merchant) struct OrderListsApi(pub(in crate::merchant) App);

/// What holds for each operation beside its types.
pub(in crate::merchant) const LIST_CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_orders").needs(&[Permission::OrdersRead]),
    Contract::of("admin_export_orders").needs(&[Permission::OrdersRead]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminOrders")]
impl OrderListsApi {
    /// List orders
    ///
    /// Newest first, unless sorted otherwise. Archived orders are listed only when they are asked for.
    #[oai(path = "/orders", method = "get", operation_id = "admin_list_orders")]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    async fn list(
        &self,
        staff: Staff,
        /// Only orders with this status.
        status: Query<Option<OrderStatus>>,
        /// Only orders with this payment status.
        payment_status: Query<Option<PaymentStatus>>,
        /// Only orders with this fulfillment status.
        fulfillment_status: Query<Option<OrderFulfillment>>,
        /// Only orders placed at this time or later.
        placed_from: Query<Option<OffsetDateTime>>,
        /// Only orders placed before this time.
        placed_before: Query<Option<OffsetDateTime>>,
        /// An order number, with or without `#`; the beginning of an e-mail address, a name or a company; or a whole
        /// phone number, SKU or tracking number.
        search: Query<Option<String>>,
        /// Only orders of this customer's account.
        customer_id: Query<Option<UserId>>,
        /// Only orders with goods of this merchant.
        merchant_id: Query<Option<MerchantId>>,
        /// Only orders with this product.
        product_id: Query<Option<ProductId>>,
        /// Only orders of this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only orders to this country (ISO 3166-1 alpha-2); where nothing is shipped, that of the billing address.
        #[oai(validator(min_length = 2, max_length = 2))]
        country: Query<Option<String>>,
        /// Only orders in this currency.
        currency: Query<Option<Currency>>,
        /// Only orders with this total or more, in the smallest unit of `currency`, which is then required.
        #[oai(validator(minimum(value = "0")))]
        total_from: Query<Option<i64>>,
        /// Only orders with this total or less, in the smallest unit of `currency`, which is then required.
        #[oai(validator(minimum(value = "0")))]
        total_to: Query<Option<i64>>,
        /// Only orders with this tag.
        tag: Query<Option<String>>,
        /// Whether to list the archived orders instead of the others; `false` by default.
        archived: Query<Option<bool>>,
        /// Sort order; `newest` by default.
        sort: Query<Option<OrderSort>>,
        /// Whether to count the orders, in `count`; `false` by default.
        with_count: Query<Option<bool>>,
        /// Page size, 1 to 100; 20 by default.
        limit: Query<Limit>,
        /// `next_cursor` of the previous page; valid for the same filter and sort order.
        cursor: Query<Cursor>,
    ) -> ApiResult<Json<OrderPage>> {
        let filter = Filter {
            status: status.0,
            payment_status: payment_status.0,
            fulfillment_status: fulfillment_status.0,
            placed: (placed_from.0, placed_before.0),
            search: search.0,
            customer_id: customer_id.0,
            merchant_id: merchant_id.0,
            product_id: product_id.0,
            storefront_id: storefront_id.0,
            country: country.0,
            currency: currency.0,
            total: (total_from.0, total_to.0),
            tag: tag.0,
            is_archived: archived.0,
            sort: sort.0,
        };
        let caller = staff.caller();
        let (query, list) = filter.read(caller, limit.0.get())?;
        let query = ListOrders {
            after: cursor.0.read(&list)?,
            ..query
        };
        let count = match with_count.0 {
            Some(true) => Some(self.0.orders.count(caller, query.clone()).await?),
            Some(false) | None => None,
        };
        let page = self.0.orders.list(caller, query).await?;
        Ok(Json(OrderPage::of(page, &list, count)))
    }

    /// Export orders
    ///
    /// The orders that the list would have with these parameters as CSV in UTF-8, with the columns `number`, `id`,
    /// `placed_at`, `status`, `payment_status`, `fulfillment_status`, `email`, `currency`, `total` and `refunded`. Amounts
    /// are decimals of the currency, such as `12.05`. The file is written as it is read.
    #[oai(
        path = "/orders.csv",
        method = "get",
        operation_id = "admin_export_orders"
    )]
    #[expect(clippy::too_many_arguments, reason = "each is a parameter of the API")]
    #[expect(clippy::unused_async, reason = "an operation is asynchronous")]
    async fn export(
        &self,
        staff: Staff,
        /// Only orders with this status.
        status: Query<Option<OrderStatus>>,
        /// Only orders with this payment status.
        payment_status: Query<Option<PaymentStatus>>,
        /// Only orders with this fulfillment status.
        fulfillment_status: Query<Option<OrderFulfillment>>,
        /// Only orders placed at this time or later.
        placed_from: Query<Option<OffsetDateTime>>,
        /// Only orders placed before this time.
        placed_before: Query<Option<OffsetDateTime>>,
        /// An order number, with or without `#`; the beginning of an e-mail address, a name or a company; or a whole
        /// phone number, SKU or tracking number.
        search: Query<Option<String>>,
        /// Only orders of this customer's account.
        customer_id: Query<Option<UserId>>,
        /// Only orders with goods of this merchant.
        merchant_id: Query<Option<MerchantId>>,
        /// Only orders with this product.
        product_id: Query<Option<ProductId>>,
        /// Only orders of this storefront.
        storefront_id: Query<Option<StorefrontId>>,
        /// Only orders to this country (ISO 3166-1 alpha-2); where nothing is shipped, that of the billing address.
        #[oai(validator(min_length = 2, max_length = 2))]
        country: Query<Option<String>>,
        /// Only orders in this currency.
        currency: Query<Option<Currency>>,
        /// Only orders with this total or more, in the smallest unit of `currency`, which is then required.
        #[oai(validator(minimum(value = "0")))]
        total_from: Query<Option<i64>>,
        /// Only orders with this total or less, in the smallest unit of `currency`, which is then required.
        #[oai(validator(minimum(value = "0")))]
        total_to: Query<Option<i64>>,
        /// Only orders with this tag.
        tag: Query<Option<String>>,
        /// Whether to list the archived orders instead of the others; `false` by default.
        archived: Query<Option<bool>>,
        /// Sort order; `newest` by default.
        sort: Query<Option<OrderSort>>,
    ) -> ApiResult<CsvFile> {
        let filter = Filter {
            status: status.0,
            payment_status: payment_status.0,
            fulfillment_status: fulfillment_status.0,
            placed: (placed_from.0, placed_before.0),
            search: search.0,
            customer_id: customer_id.0,
            merchant_id: merchant_id.0,
            product_id: product_id.0,
            storefront_id: storefront_id.0,
            country: country.0,
            currency: currency.0,
            total: (total_from.0, total_to.0),
            tag: tag.0,
            is_archived: archived.0,
            sort: sort.0,
        };
        let (orders, caller) = (self.0.orders.clone(), staff.caller().clone());
        caller
            .require(Permission::OrdersRead)
            .map_err(OrderError::from)?;
        let (query, _) = filter.read(&caller, PART)?;
        Ok(CsvFile::stream("orders.csv", &HEADER, move |after| {
            let (orders, caller) = (orders.clone(), caller.clone());
            let query = ListOrders {
                after,
                ..query.clone()
            };
            async move {
                let page = orders.list(&caller, query).await?;
                let rows = page.orders.iter().map(row).collect();
                Ok::<_, OrderError>((rows, page.next))
            }
        }))
    }
}

fn row(order: &OrderSummary) -> CsvRow {
    vec![
        order.number.to_string(),
        order.id.to_string(),
        order.placed_at.format(&Rfc3339).unwrap_or_default(),
        order.status.to_string(),
        order.payment_status.to_string(),
        order.fulfillment_status.to_string(),
        order.email.as_str().to_owned(),
        order.total.currency.to_string(),
        decimal(order.total),
        decimal(order.refunded),
    ]
}

/// A page of the tenant's orders.
#[derive(Object)]
#[oai(
    deny_unknown_fields,
    skip_serializing_if_is_none,
    rename = "CountedOrderPage"
)]
struct OrderPage {
    /// Those of this page.
    data: Vec<Summary>,
    /// Whether more follow.
    has_more: bool,
    /// The `cursor` that the next page is asked for with; absent on the last page.
    next_cursor: Option<String>,
    /// How many orders the whole list has; `10000` stands for 10,000 or more. Absent unless `with_count` asks for it.
    count: Option<u32>,
}

impl OrderPage {
    fn of(page: orders::OrderPage, list: &str, count: Option<u32>) -> Self {
        Self {
            data: page.orders.into_iter().map(Summary::from).collect(),
            has_more: page.next.is_some(),
            next_cursor: page.next.map(|end| Cursor::behind(list, end)),
            count,
        }
    }
}

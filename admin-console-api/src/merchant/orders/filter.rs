//! Which orders a list asks for.

use domain::orders::{ListOrders, OrderFulfillment, OrderSort, OrderStatus, PaymentStatus};
use gateway::Invalid;
use kernel::contact::is_country;
use kernel::ids::{MerchantId, ProductId, StorefrontId, UserId};
use kernel::{Caller, Currency, text};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::timeline;

/// The most characters of a search.
const LONGEST_SEARCH: usize = 255;

/// The filter of a list, as it is asked for.
pub(super) struct Filter {
    pub(super) status: Option<OrderStatus>,
    pub(super) payment_status: Option<PaymentStatus>,
    pub(super) fulfillment_status: Option<OrderFulfillment>,
    pub(super) placed: (Option<OffsetDateTime>, Option<OffsetDateTime>),
    pub(super) search: Option<String>,
    pub(super) customer_id: Option<UserId>,
    pub(super) merchant_id: Option<MerchantId>,
    pub(super) product_id: Option<ProductId>,
    pub(super) storefront_id: Option<StorefrontId>,
    pub(super) country: Option<String>,
    pub(super) currency: Option<Currency>,
    pub(super) total: (Option<i64>, Option<i64>),
    pub(super) tag: Option<String>,
    pub(super) is_archived: Option<bool>,
    pub(super) sort: Option<OrderSort>,
}

impl Filter {
    /// The orders that are asked for, and what a cursor of their list is bound to.
    pub(super) fn read(self, caller: &Caller, limit: u32) -> Result<(ListOrders, String), Invalid> {
        let query = ListOrders {
            status: self.status,
            payment_status: self.payment_status,
            fulfillment_status: self.fulfillment_status,
            placed_from: self.placed.0,
            placed_before: self.placed.1,
            search: search(self.search.as_deref())?,
            customer_id: self.customer_id,
            merchant_id: self.merchant_id,
            product_id: self.product_id,
            storefront_id: self.storefront_id,
            country: country(self.country)?,
            currency: self.currency,
            total_from: self.total.0,
            total_to: self.total.1,
            tag: timeline::tag(self.tag.as_deref())?,
            is_archived: self.is_archived.unwrap_or(false),
            sort: self.sort.unwrap_or_default(),
            after: None,
            limit,
        };
        if query.currency.is_none() && (query.total_from.is_some() || query.total_to.is_some()) {
            let rule = "the currency of total_from and total_to";
            return Err(Invalid::field("currency", "required", rule));
        }
        let list = name(caller, &query);
        Ok((query, list))
    }
}

/// What is looked for; nothing when the parameter is empty.
fn search(asked: Option<&str>) -> Result<Option<String>, Invalid> {
    let asked = asked.filter(|text| !text.trim().is_empty());
    let Some(asked) = asked else { return Ok(None) };
    let rule = "at most 255 characters without line breaks";
    let found = text::line(asked, LONGEST_SEARCH);
    found.map_or_else(
        || Err(Invalid::field("search", "malformed", rule)),
        |it| Ok(Some(it)),
    )
}

fn country(asked: Option<String>) -> Result<Option<String>, Invalid> {
    match asked {
        Some(code) if !is_country(&code) => {
            let rule = "a country by ISO 3166-1 alpha-2, such as DE";
            Err(Invalid::field("country", "malformed", rule))
        }
        asked => Ok(asked),
    }
}

fn name(caller: &Caller, query: &ListOrders) -> String {
    let date = |at: Option<OffsetDateTime>| at.and_then(|at| at.format(&Rfc3339).ok());
    format!(
        "admin/orders/{}/{}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}/{}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}",
        caller.tenant_id(),
        query.sort,
        query.status,
        query.payment_status,
        query.fulfillment_status,
        date(query.placed_from),
        date(query.placed_before),
        query.search,
        query.tag,
        query.is_archived,
        query.customer_id,
        query.merchant_id,
        query.product_id,
        query.storefront_id,
        query.country,
        query.currency,
        query.total_from,
        query.total_to,
    )
}

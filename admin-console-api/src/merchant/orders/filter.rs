//! Which orders a list asks for.

use domain::orders::{ListOrders, OrderFulfillment, OrderSort, OrderStatus, PaymentStatus};
use gateway::Invalid;
use kernel::{Caller, text};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The most characters of a search.
const LONGEST_SEARCH: usize = 255;

/// The filter of a list, as it is asked for.
pub(super) struct Filter {
    pub(super) status: Option<OrderStatus>,
    pub(super) payment_status: Option<PaymentStatus>,
    pub(super) fulfillment_status: Option<OrderFulfillment>,
    pub(super) placed: (Option<OffsetDateTime>, Option<OffsetDateTime>),
    pub(super) search: Option<String>,
    pub(super) tag: Option<String>,
    pub(super) is_archived: bool,
    pub(super) sort: OrderSort,
}

/// What is looked for; nothing when the parameter is empty.
pub(super) fn search(asked: Option<&str>) -> Result<Option<String>, Invalid> {
    let asked = asked.filter(|text| !text.trim().is_empty());
    let Some(asked) = asked else { return Ok(None) };
    let rule = "an order number or the beginning of an e-mail address, at most 255 characters";
    let found = text::line(asked, LONGEST_SEARCH);
    found.map_or_else(
        || Err(Invalid::field("search", "malformed", rule)),
        |it| Ok(Some(it)),
    )
}

impl Filter {
    /// What a cursor of this list is bound to.
    pub(super) fn list_name(&self, caller: &Caller) -> String {
        let date = |at: Option<OffsetDateTime>| at.and_then(|at| at.format(&Rfc3339).ok());
        format!(
            "admin/orders/{}/{}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}/{:?}/{}",
            caller.tenant_id(),
            self.sort,
            self.status,
            self.payment_status,
            self.fulfillment_status,
            date(self.placed.0),
            date(self.placed.1),
            self.search,
            self.tag,
            self.is_archived,
        )
    }

    pub(super) fn into_query(self, limit: u32) -> ListOrders {
        ListOrders {
            status: self.status,
            payment_status: self.payment_status,
            fulfillment_status: self.fulfillment_status,
            placed_from: self.placed.0,
            placed_before: self.placed.1,
            search: self.search,
            tag: self.tag,
            is_archived: self.is_archived,
            sort: self.sort,
            after: None,
            limit,
        }
    }
}

//! What browsers tell of a visit, without saying whose it is.

use domain::analytics::{self, AnalyticsError, ShopEventKind};
use gateway::{ApiResult, Contract, Visitor};
use kernel::Permission;
use kernel::ids::ProductId;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct EventsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[Contract::of("storefront_record_events")
    .needs(&[Permission::StorefrontRead])
    .fails(&[
        AnalyticsError::CONSENT_REQUIRED,
        AnalyticsError::PRODUCT_NOT_FOUND,
    ])];

#[OpenApi(prefix_path = "/storefront/v1", tag = "Tag::Events")]
impl EventsApi {
    /// Record events of a visit
    ///
    /// Adds to the store's counters of the day; no event, visit, address or person is kept. Needs no cookie: `visit` is a
    /// random word that the client makes and forgets at the end of the day or of the tab. Carts, orders and payments are
    /// counted by the server and are not sent. 422 `consent_required` when the store counts visits only with consent and
    /// `consent` is not `true`. Events about products that the store does not sell are named in `unknown_products` and do
    /// not count; 422 `product_not_found` when none does.
    #[oai(
        path = "/events",
        method = "post",
        operation_id = "storefront_record_events"
    )]
    async fn record(&self, visitor: Visitor, body: Json<RecordEvents>) -> ApiResult<Recorded> {
        let told = body.0.into();
        let counted = self.0.analytics.record_events(visitor.caller(), &told);
        Ok(Recorded::Counted(Json(counted.await?.into())))
    }
}

/// An event of a visit.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct VisitEvent {
    /// What happened.
    kind: ShopEventKind,
    /// Product that was shown; required for `product_viewed`, and not taken otherwise.
    product_id: Option<ProductId>,
}

/// Events of a visit.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct RecordEvents {
    /// Random word of 16 to 64 letters, digits, `-` and `_`; the same in all requests of a visit, another one on another
    /// day, and never made from anything about a person or device.
    #[oai(validator(max_length = 64))]
    visit: String,
    /// Whether the visitor agreed to be counted. Default: `false`.
    #[oai(default)]
    consent: bool,
    /// 1 to 50 events.
    #[oai(validator(max_items = 50))]
    events: Vec<VisitEvent>,
}

impl From<RecordEvents> for analytics::ShopEvents {
    fn from(body: RecordEvents) -> Self {
        let events = body.events.into_iter();
        Self {
            visit: body.visit,
            has_consent: body.consent,
            events: events
                .map(|event| analytics::ShopEvent {
                    kind: event.kind,
                    product_id: event.product_id,
                })
                .collect(),
        }
    }
}

/// What became of events.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CountedEvents {
    /// Events that count.
    counted: i64,
    /// Places in `events`, from 0, of those about products that the store does not sell.
    unknown_products: Vec<i64>,
}

impl From<analytics::CountedEvents> for CountedEvents {
    fn from(counted: analytics::CountedEvents) -> Self {
        let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
        Self {
            counted: number(counted.counted),
            unknown_products: counted.unknown_products.into_iter().map(number).collect(),
        }
    }
}

/// Response of record-events.
#[derive(ApiResponse)]
enum Recorded {
    /// The events are counted.
    #[oai(status = 202)]
    Counted(Json<CountedEvents>),
}

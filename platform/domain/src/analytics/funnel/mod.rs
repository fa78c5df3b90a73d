//! The funnel: counted by day from what browsers tell, and from messages about carts and orders.

pub(super) mod model;

use std::collections::{BTreeMap, HashSet};

use db::Message;
use kernel::ids::StorefrontId;
use kernel::ports::Ids;
use kernel::{Caller, Event, FieldFault, Permission};
use time::Date;

use self::model::{
    CountedEvents, EVENTS_MAX, FunnelReport, FunnelSteps, Refusal, ShopEventKind, ShopEvents,
};
use super::error::AnalyticsError;
use super::handlers::CONSUMER;
use super::service::{Analytics, check_days};
use super::store::{self, FunnelCount, FunnelRow, VisitMark};
use crate::tenancy;

/// The shortest and the longest word for a visit.
const VISIT: std::ops::RangeInclusive<usize> = 16..=64;
/// The step of refusals, whose reasons are counted.
const REFUSED: &str = "checkout_refused";

impl Analytics {
    /// Counts what a browser tells.
    pub async fn record_events(
        &self,
        caller: &Caller,
        told: &ShopEvents,
    ) -> Result<CountedEvents, AnalyticsError> {
        caller.require(Permission::StorefrontRead)?;
        let storefront_id = caller.storefront_id().ok_or(AnalyticsError::NoStorefront)?;
        check_events(told)?;
        let mut tx = self.db.begin_async_commit(caller).await?;
        let today = store::counting_day(&mut tx, self.clock.now()).await?;
        if today.needs_consent && !told.has_consent {
            return Err(AnalyticsError::ConsentRequired);
        }
        let asked: Vec<_> = told
            .events
            .iter()
            .filter_map(|event| event.product_id)
            .collect();
        let known: HashSet<_> = store::sold(&mut tx, &asked).await?.into_iter().collect();
        let mut unknown_products = Vec::new();
        let mut times: BTreeMap<&'static str, i64> = BTreeMap::new();
        for (place, event) in told.events.iter().enumerate() {
            let is_known = event.product_id.is_none_or(|id| known.contains(&id));
            if is_known {
                *times.entry(event.kind.name()).or_default() += 1;
            } else {
                unknown_products.push(place);
            }
        }
        if times.is_empty() {
            let fault = |place: &usize| {
                let pointer = format!("/events/{place}/product_id");
                FieldFault::new(pointer, "unknown", "a product that the store sells")
            };
            let faults = unknown_products.iter().map(fault).collect();
            return Err(AnalyticsError::ProductsNotFound(faults));
        }
        // One step after the other, in the same order everywhere.
        for (step, times) in times {
            let (day, tenant_id) = (today.day, tx.tenant_id());
            let visit = format!("{tenant_id}/{storefront_id}/{day}/{}", told.visit);
            let mark = mark_of(&Ids::token_hash(&visit));
            let is_new = store::mark(&mut tx, (storefront_id, day), step, mark).await?;
            let count = FunnelCount {
                day,
                storefront_id,
                step,
                times,
                marks: i32::from(is_new),
            };
            store::count_step(&mut tx, count, &[String::new()]).await?;
        }
        tx.commit().await?;
        Ok(CountedEvents {
            counted: told.events.len() - unknown_products.len(),
            unknown_products,
        })
    }

    /// How far visitors got.
    pub async fn funnel_report(
        &self,
        caller: &Caller,
        (from, to): (Option<Date>, Option<Date>),
        storefront_id: Option<StorefrontId>,
    ) -> Result<FunnelReport, AnalyticsError> {
        caller.require(Permission::AnalyticsRead)?;
        let period = check_days(from, to)?;
        let mut tx = self.db.begin(caller).await?;
        store::freeze(&mut tx).await?;
        if let Some(id) = storefront_id
            && tenancy::storefront(&mut tx, id).await?.is_none()
        {
            let rule = "a storefront of the tenant";
            return Err(AnalyticsError::field("storefront_id", "unknown", rule));
        }
        let rows = store::funnel(&mut tx, period, storefront_id).await?;
        Ok(FunnelReport {
            revision: rows.iter().map(|row| row.revision).sum(),
            period,
            steps: steps(rows),
        })
    }

    /// Counts what a message says of a shopper; `false` if it says nothing of one.
    pub(super) async fn count_funnel(
        &self,
        caller: &Caller,
        message: &Message,
    ) -> Result<bool, AnalyticsError> {
        // A step that was taken has no reason.
        let no_reason = [String::new()];
        let (step, storefront_id, at, reasons) = match &message.event {
            Event::FunnelStepTaken {
                step,
                storefront_id,
                at,
                ..
            } => (step.name(), *storefront_id, *at, no_reason.as_slice()),
            Event::CheckoutRefused {
                storefront_id,
                reasons,
                at,
                ..
            } => (REFUSED, *storefront_id, *at, reasons.as_slice()),
            _ => return Ok(false),
        };
        let mut tx = self.db.begin_async_commit(caller).await?;
        if tx.note_handled(CONSUMER, message.id).await? {
            let day = store::counting_day(&mut tx, at).await?.day;
            let count = FunnelCount {
                day,
                storefront_id,
                step,
                times: 1,
                marks: 0,
            };
            store::count_step(&mut tx, count, reasons).await?;
            tx.commit().await?;
        }
        Ok(true)
    }
}

/// Where a digest falls.
fn mark_of(digest: &[u8]) -> VisitMark {
    let mut number: i32 = 0;
    for byte in digest.iter().take(2) {
        number = (number << 8) | i32::from(*byte);
    }
    VisitMark {
        chunk: number >> 10,
        bit: i64::from(number & 0x3ff),
    }
}

fn check_events(told: &ShopEvents) -> Result<(), AnalyticsError> {
    let mut faults = Vec::new();
    let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !VISIT.contains(&told.visit.len()) || !told.visit.chars().all(is_sign) {
        let rule = "16 to 64 letters, digits, - and _, chosen at random by the client for one day";
        faults.push(FieldFault::new("/visit", "malformed", rule));
    }
    if !(1..=EVENTS_MAX).contains(&told.events.len()) {
        let rule = format!("1 to {EVENTS_MAX} events");
        faults.push(FieldFault::new("/events", "out_of_range", rule));
    }
    for (place, event) in told.events.iter().enumerate().take(EVENTS_MAX) {
        let pointer = || format!("/events/{place}/product_id");
        match (event.kind, event.product_id) {
            (ShopEventKind::ProductViewed, None) => {
                faults.push(FieldFault::new(pointer(), "required", "a product"));
            }
            (ShopEventKind::CheckoutStarted, Some(_)) => {
                let rule = "nothing: a checkout is of no product";
                faults.push(FieldFault::new(pointer(), "not_supported", rule));
            }
            _ => {}
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AnalyticsError::Invalid(faults))
    }
}

fn steps(rows: Vec<FunnelRow>) -> FunnelSteps {
    let mut steps = FunnelSteps::default();
    for row in rows {
        match row.step.as_str() {
            "product_viewed" => {
                steps.product_views = row.times;
                steps.visits = row.visits;
            }
            "cart_started" => steps.carts = row.times,
            "checkout_started" => steps.checkout_visits = row.visits,
            "order_placed" => steps.orders_placed = row.times,
            "order_paid" => steps.orders_paid = row.times,
            _ => steps.refusals.push(Refusal {
                reason: row.reason,
                times: row.times,
            }),
        }
    }
    steps
}

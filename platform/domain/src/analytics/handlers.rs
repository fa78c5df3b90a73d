//! Keeping the days in step with the books.

use db::{Message, TenantTx};
use kernel::ids::OrderId;
use kernel::{Caller, Event};

use super::error::AnalyticsError;
use super::service::Analytics;
use super::store;

/// The name in the inbox.
pub(super) const CONSUMER: &str = "analytics";
/// How many orders one message of a rebuild counts.
const AT_ONCE: i64 = 200;

impl Analytics {
    /// Reacts to a message; one that is none of analytics' business is ignored. Safe to repeat.
    pub async fn handle(&self, message: &Message) -> Result<(), AnalyticsError> {
        let caller = Caller::system(message.tenant_id);
        if self.count_funnel(&caller, message).await? {
            return Ok(());
        }
        let mut tx = self.db.begin(&caller).await?;
        match &message.event {
            Event::OrderBooked { order_id } => {
                if !tx.note_handled(CONSUMER, message.id).await? {
                    return Ok(());
                }
                let state = store::lock(&mut tx).await?;
                let now = self.clock.now();
                store::count(&mut tx, &[*order_id], &state.time_zone, now).await?;
            }
            Event::ReportsRebuildDue { run, after } => {
                if !tx.note_handled(CONSUMER, message.id).await? {
                    return Ok(());
                }
                self.rebuild(&mut tx, *run, *after).await?;
            }
            _ => return Ok(()),
        }
        Ok(tx.commit().await?)
    }

    /// Has the worker count all of a tenant's orders again. Until it has, there are no reports.
    pub async fn request_rebuild(&self, caller: &Caller) -> Result<(), AnalyticsError> {
        let mut tx = self.db.begin(caller).await?;
        begin_again(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Counts the orders behind `after`, some at a time.
    async fn rebuild(
        &self,
        tx: &mut TenantTx,
        run: i64,
        after: Option<OrderId>,
    ) -> Result<(), AnalyticsError> {
        let state = store::lock(tx).await?;
        if state.run != run {
            return Ok(());
        }
        let orders = store::orders_after(tx, after, AT_ONCE).await?;
        let now = self.clock.now();
        store::count(tx, &orders, &state.time_zone, now).await?;
        let Some(&last) = orders.last() else {
            return Ok(store::finish(tx).await?);
        };
        let after = Some(last);
        Ok(tx.publish(&Event::ReportsRebuildDue { run, after }).await?)
    }
}

/// Forgets what was counted, and has it counted again in the zone of the settings.
pub(super) async fn begin_again(tx: &mut TenantTx) -> Result<(), AnalyticsError> {
    store::lock(tx).await?;
    let run = store::clear(tx).await?;
    let after = None;
    Ok(tx.publish(&Event::ReportsRebuildDue { run, after }).await?)
}

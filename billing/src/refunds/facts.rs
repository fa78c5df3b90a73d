//! What the provider says about a refund, applied: from whatever state, in whatever order, once.

use db::TenantTx;
use kernel::ids::{OperationId, PaymentId, RefundId};
use kernel::ports::RefundState;
use kernel::{Caller, Event};
use time::OffsetDateTime;
use tracing::{error, info};

use super::parts::{Count, changes};
use super::store;
use super::{Part, Refund, Status};
use crate::ledger::{Account, Fact, Posting, credit, debit, record};
use crate::operations::{Outcome, Purpose, belongs_to, finish};
use crate::providers::stripe::answers::{self, RefundStatus};
use crate::{Billing, BillingError, payments, transfers};

/// The query with which a refund brings the movements of money along.
pub(crate) const EXPANDED: &str =
    "?expand[]=balance_transaction&expand[]=failure_balance_transaction&expand[]=payment_intent";

/// What became of something the provider told about a refund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// This is how far the refund is now.
    State(RefundState),
    /// It is not the refund that it was taken for.
    Foreign(String),
}

/// What the books say about where a refund comes from.
pub(super) struct Source<'a> {
    /// The provider's name of the refund.
    pub(super) name: &'a str,
    /// The object of the provider's that moved the money.
    pub(super) object_id: &'a str,
    pub(super) occurred_at: OffsetDateTime,
    /// Whether the money has left the platform's balance; it is owed to the shopper until then.
    pub(super) has_left: bool,
}

impl Billing {
    /// Applies what the provider says about a refund: as the answer to our call, or later. It must
    /// come from the provider itself, never from a message.
    pub(crate) async fn apply_refund(
        &self,
        caller: &Caller,
        refund_id: RefundId,
        answer: &answers::Refund,
    ) -> Result<Told, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(mut refund) = store::lock(&mut tx, refund_id).await? else {
            return Ok(Told::Foreign(format!("there is no {refund_id}")));
        };
        if let Some(why) = is_foreign(&mut tx, &refund, answer).await? {
            return Ok(Told::Foreign(why));
        }
        refund.provider_id = Some(answer.id.clone());
        self.advance(&mut tx, &mut refund, answer).await?;
        if let Some(operation_id) = answer.metadata.id::<OperationId>("op_id") {
            let outcome = Outcome::Succeeded {
                object_id: &answer.id,
            };
            finish(&mut tx, operation_id, outcome, self.clock.now()).await?;
        }
        tx.commit().await?;
        Ok(Told::State(refund.state()))
    }

    pub(super) async fn advance(
        &self,
        tx: &mut TenantTx,
        refund: &mut Refund,
        answer: &answers::Refund,
    ) -> Result<(), BillingError> {
        let next = match answer.status {
            Some(RefundStatus::Succeeded) => Status::Succeeded,
            Some(RefundStatus::Failed | RefundStatus::Canceled) => Status::Failed,
            Some(RefundStatus::Pending | RefundStatus::RequiresAction | RefundStatus::Other)
            | None => Status::Pending,
        };
        if refund.status == Status::Failed
            || (refund.status, next) == (Status::Succeeded, Status::Pending)
        {
            return Ok(());
        }
        let has_money = answer.balance_transaction.is_some();
        if next == Status::Failed && !refund.is_accepted && !has_money {
            // It never moved anything: as if it had been refused at once.
            refund.status = Status::Failed;
            refund.failure = Some(failure(answer));
            store::update(tx, refund, None, self.clock.now()).await?;
            return self.release(tx, refund).await;
        }
        let parts = store::parts(tx, refund.id).await?;
        let mut facts = Vec::new();
        if !refund.is_accepted {
            let source = Source {
                name: &answer.id,
                object_id: &answer.id,
                occurred_at: self.moment(left_at(answer).unwrap_or(answer.created)),
                has_left: has_money,
            };
            facts.push(accepted(refund, &parts, &source)?);
            self.call_parts_back(tx, (refund.payment_id, refund.id), &parts)
                .await?;
        } else if has_money && !refund.has_left {
            facts.push(self.left(refund, answer)?);
        }
        let was_accepted = std::mem::replace(&mut refund.is_accepted, true);
        refund.has_left |= has_money;
        let has_changed = !was_accepted || refund.status != next;
        refund.status = next;
        if next == Status::Failed {
            refund.failure = Some(failure(answer));
            let came_back = changes(&parts, Count::CameBack);
            payments::count_refund(tx, refund.payment_id, &came_back).await?;
            if refund.has_left {
                facts.push(self.came_back(refund, answer)?);
            }
        }
        let money = answer
            .balance_transaction
            .as_ref()
            .map(super::super::providers::stripe::answers::Expandable::id);
        store::update(tx, refund, money, self.clock.now()).await?;
        record(tx, facts).await?;
        if has_changed {
            self.tell(tx, refund).await?;
        }
        Ok(())
    }

    /// A refund that was pending has left the balance.
    fn left(&self, refund: &Refund, answer: &answers::Refund) -> Result<Fact, BillingError> {
        let entries = [
            debit(Account::CustomerRefundPayable, refund.amount.minor),
            credit(Account::StripeClearing, refund.amount.minor),
        ];
        Ok(Fact {
            kind: "refund_paid",
            external_key: format!("stripe:{}:paid", answer.id),
            order_id: Some(refund.order_id),
            source_id: answer.id.clone(),
            occurred_at: self.moment_or_now(left_at(answer)),
            posting: Posting::balanced(refund.amount.currency, entries)?,
        })
    }

    /// The money has come back, and is still the shopper's.
    fn came_back(&self, refund: &Refund, answer: &answers::Refund) -> Result<Fact, BillingError> {
        let entries = [
            debit(Account::StripeClearing, refund.amount.minor),
            credit(Account::CustomerRefundPayable, refund.amount.minor),
        ];
        let told_by = answer.failure_balance_transaction.as_ref();
        Ok(Fact {
            kind: "refund_failed",
            external_key: format!("stripe:{}:failed", answer.id),
            order_id: Some(refund.order_id),
            source_id: told_by.map_or(answer.id.as_str(), |it| it.id()).to_owned(),
            occurred_at: self.moment_or_now(answers::created(told_by)),
            posting: Posting::balanced(refund.amount.currency, entries)?,
        })
    }

    /// A moment of the provider's; ours when it did not send one.
    fn moment_or_now(&self, unix_seconds: Option<i64>) -> OffsetDateTime {
        unix_seconds.map_or_else(|| self.clock.now(), |seconds| self.moment(seconds))
    }

    /// Parts of shares that are transfers by now must be taken back; of the others less becomes due.
    /// Whether they are transfers.
    pub(super) async fn call_parts_back(
        &self,
        tx: &mut TenantTx,
        (payment_id, refund_id): (PaymentId, RefundId),
        parts: &[Part],
    ) -> Result<bool, BillingError> {
        if !transfers::exist(tx, payment_id).await? {
            return Ok(false);
        }
        for part in parts {
            tx.publish(&Event::ReversalDue {
                refund_id,
                merchant_id: part.merchant_id,
                attempt: 0,
            })
            .await?;
        }
        Ok(true)
    }

    pub(super) async fn tell(
        &self,
        tx: &mut TenantTx,
        refund: &Refund,
    ) -> Result<(), BillingError> {
        let (refund_id, order_id) = (refund.id, refund.order_id);
        match refund.status {
            Status::Requested | Status::Pending => {}
            Status::Succeeded => {
                tx.publish(&Event::RefundSucceeded {
                    refund_id,
                    order_id,
                })
                .await?;
                info!(refund.id = %refund_id, order.id = %order_id, "refund {refund_id} succeeded");
            }
            Status::Failed => {
                let reason = refund.failure.clone().unwrap_or_default();
                error!(
                    refund.id = %refund_id, order.id = %order_id,
                    "the money of {refund_id} came back and is owed to the shopper: {reason}"
                );
                tx.publish(&Event::RefundFailed {
                    refund_id,
                    order_id,
                    reason,
                })
                .await?;
            }
        }
        Ok(())
    }
}

/// The provider has taken the refund on: the merchants bear their parts, and commission goes
/// back. The money has left, or is owed to the shopper until it does.
pub(super) fn accepted(
    refund: &Refund,
    parts: &[Part],
    source: &Source<'_>,
) -> Result<Fact, BillingError> {
    let from = if source.has_left {
        Account::StripeClearing
    } else {
        Account::CustomerRefundPayable
    };
    let commission: i64 = parts.iter().map(|part| part.commission_minor).sum();
    let held: i64 = parts.iter().map(|part| part.held_minor).sum();
    let entries = parts
        .iter()
        .map(|part| {
            debit(
                Account::MerchantPayable(part.merchant_id),
                part.borne_minor(),
            )
        })
        .chain([
            debit(Account::PlatformFeeRevenue, commission),
            debit(Account::CustomerRefundPayable, held),
            credit(from, refund.amount.minor),
        ]);
    Ok(Fact {
        kind: "refund",
        external_key: format!("stripe:{}", source.name),
        order_id: Some(refund.order_id),
        source_id: source.object_id.to_owned(),
        occurred_at: source.occurred_at,
        posting: Posting::balanced(refund.amount.currency, entries)?,
    })
}

/// Why the answer is not about this refund, if it is not.
async fn is_foreign(
    tx: &mut TenantTx,
    refund: &Refund,
    answer: &answers::Refund,
) -> Result<Option<String>, BillingError> {
    let is_exact = answer.amount == refund.amount.minor
        && answer
            .currency
            .eq_ignore_ascii_case(refund.amount.currency.code())
        && answer
            .payment_intent
            .as_ref()
            .map(super::super::providers::stripe::answers::Expandable::id)
            == refund.intent.as_deref();
    if !is_exact {
        return Ok(Some(format!(
            "{} is not what {} asked for",
            answer.id, refund.id
        )));
    }
    if let Some(known) = &refund.provider_id {
        let is_other = *known != answer.id;
        return Ok(is_other.then(|| format!("{} is {known}", refund.id)));
    }
    let subject = (Purpose::Refund, refund.id.uuid());
    match answer.metadata.id::<OperationId>("op_id") {
        Some(operation) if belongs_to(tx, operation, subject).await? => Ok(None),
        _ => Ok(Some(format!(
            "{} was not made for {}",
            answer.id, refund.id
        ))),
    }
}

/// When the money left the platform's balance, in Unix seconds.
fn left_at(answer: &answers::Refund) -> Option<i64> {
    answers::created(answer.balance_transaction.as_ref())
}

fn failure(answer: &answers::Refund) -> String {
    answer
        .failure_reason
        .clone()
        .unwrap_or_else(|| "the provider does not say why".to_owned())
}

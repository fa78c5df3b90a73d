//! What the provider says about a dispute, applied: from whatever state, in whatever order, once.

use db::TenantTx;
use kernel::ids::DisputeId;
use kernel::{Caller, Event, Money};
use tracing::warn;

use super::{Dispute, is_to_be_answered, store};
use crate::ledger::{Fact, record};
use crate::payments::{self, Followed, Payment};
use crate::providers::stripe::answers::{self, Expandable};
use crate::{Billing, BillingError};

const GIVEN_BACK: &str = "the dispute was decided for the store";

impl Billing {
    /// Applies what the provider says about a dispute. It must come from the provider itself, never from
    /// a message.
    pub(crate) async fn apply_dispute(
        &self,
        caller: &Caller,
        answer: &answers::Dispute,
    ) -> Result<Followed, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let intent = answer.payment_intent.as_ref().map_or("", Expandable::id);
        let Some(payment) = payments::lock_by_provider_id(&mut tx, intent).await? else {
            return Ok(Followed::Quarantined(format!(
                "{} disputes a payment that is not known",
                answer.id
            )));
        };
        if payment.status != payments::Status::Succeeded {
            return Ok(Followed::TooEarly);
        }
        if let Some(why) = contradiction(&payment, answer) {
            return Ok(Followed::Quarantined(why));
        }
        let known = store::find(&mut tx, payment.id, &answer.id).await?;
        let before = known.as_ref().map(|dispute| dispute.status.clone());
        let mut dispute = self.updated(known, &payment, answer);
        if let Some(obstacle) = self
            .follow_money(&mut tx, &payment, &mut dispute, answer)
            .await?
        {
            return Ok(obstacle);
        }
        let now = self.clock.now();
        store::save(&mut tx, payment.id, &dispute, now).await?;
        self.tell_staff(&mut tx, &payment, (&dispute, before.as_deref()))
            .await?;
        // Losing this loses the mark on the message too, which is then applied again.
        tx.commit().await?;
        Ok(Followed::Known)
    }

    fn updated(
        &self,
        known: Option<Dispute>,
        payment: &Payment,
        answer: &answers::Dispute,
    ) -> Dispute {
        let due_by = answer.evidence_details.due_by;
        Dispute {
            id: known
                .as_ref()
                .map_or_else(|| DisputeId::from_uuid(self.ids.uuid()), |it| it.id),
            provider_id: answer.id.clone(),
            status: answer.status.clone(),
            reason: answer.reason.clone(),
            amount: Money::new(answer.amount, payment.currency()),
            fee_minor: answer.balance_transactions.iter().map(|it| it.fee).sum(),
            evidence_due_by: due_by.map(|seconds| self.moment(seconds)),
            taking: known.as_ref().and_then(|it| it.taking),
            is_lost: known.is_some_and(|it| it.is_lost),
            created_at: self.moment(answer.created),
        }
    }

    /// Books what the provider has moved, and takes from the shares or gives back to them accordingly.
    /// What stands in the way, if something does: then nothing may be kept.
    async fn follow_money(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        dispute: &mut Dispute,
        answer: &answers::Dispute,
    ) -> Result<Option<Followed>, BillingError> {
        let movements = &answer.balance_transactions;
        let out_minor: i64 = -movements.iter().map(|it| it.amount).sum::<i64>();
        let shares = payments::shares(tx, payment.id).await?;
        let moved: Result<Vec<Fact>, BillingError> = movements
            .iter()
            .map(|movement| self.moved(payment, &shares, movement))
            .collect();
        record(tx, moved?).await?;
        if out_minor < 0 {
            let why = format!("{} gave back more than it took", answer.id);
            return Ok(Some(Followed::Quarantined(why)));
        }
        if out_minor == 0 {
            return self.come_back(tx, payment, dispute, answer).await;
        }
        if let Some(obstacle) = self.hold(tx, payment, dispute, (answer, out_minor)).await? {
            return Ok(Some(obstacle));
        }
        if answer.status == "lost" && !dispute.is_lost {
            let taking = match dispute.taking {
                Some(id) => Some(self.taking(tx, id).await?),
                None => None,
            };
            let fact = self.lost(payment, (dispute, taking.as_ref()), out_minor)?;
            record(tx, vec![fact]).await?;
            dispute.is_lost = true;
        }
        Ok(None)
    }

    /// The provider has the money: the shares give it, once.
    async fn hold(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        dispute: &mut Dispute,
        (answer, out_minor): (&answers::Dispute, i64),
    ) -> Result<Option<Followed>, BillingError> {
        let taken = answer.balance_transactions.iter().rfind(|it| it.amount < 0);
        let Some(withdrawal) = taken else {
            return Ok(None);
        };
        if withdrawal.amount != -out_minor {
            let why = format!(
                "{out_minor} of {} are out, which was not taken at once",
                answer.id
            );
            return Ok(Some(Followed::Quarantined(why)));
        }
        if dispute.taking.is_some() {
            return Ok(None);
        }
        let left = payment.amount.minor - payment.refunded_minor;
        if out_minor > left && self.is_refund_asked(tx, payment).await? {
            let why = "a refund of the same payment is being asked for".to_owned();
            return Ok(Some(Followed::Later(why)));
        }
        let what = (withdrawal.id.as_str(), out_minor, answer.reason.as_str());
        dispute.taking = self.take(tx, payment, what).await?;
        warn!(
            order.id = %payment.order_id, dispute.id = %dispute.id, amount_minor = out_minor,
            "the bank of a shopper has taken the money of {}", payment.description
        );
        Ok(None)
    }

    /// The provider has none of the money, or none any more.
    async fn come_back(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        dispute: &mut Dispute,
        answer: &answers::Dispute,
    ) -> Result<Option<Followed>, BillingError> {
        let taking = match dispute.taking {
            Some(id) => Some(self.taking(tx, id).await?),
            None => None,
        };
        if dispute.is_lost {
            let movements = &answer.balance_transactions;
            let lost: i64 = movements
                .iter()
                .rfind(|it| it.amount < 0)
                .map_or(0, |it| -it.amount);
            let fact = self.lost_no_more(payment, (dispute, taking.as_ref()), lost)?;
            record(tx, vec![fact]).await?;
            dispute.is_lost = false;
        }
        if let Some(taking) = &taking
            && !self.untake(tx, payment, (taking, GIVEN_BACK)).await?
        {
            let why = "a merchant's part is just being taken back".to_owned();
            return Ok(Some(Followed::Later(why)));
        }
        dispute.taking = None;
        Ok(None)
    }

    /// Staff is written to when a dispute is there to be answered, and again when an inquiry has become
    /// one that takes money.
    async fn tell_staff(
        &self,
        tx: &mut TenantTx,
        payment: &Payment,
        (dispute, before): (&Dispute, Option<&str>),
    ) -> Result<(), BillingError> {
        let is_news = match before {
            None => true,
            Some(before) => {
                before.starts_with("warning_") && !dispute.status.starts_with("warning_")
            }
        };
        if !is_news || !is_to_be_answered(&dispute.status) {
            return Ok(());
        }
        let opened = Event::DisputeOpened {
            dispute_id: dispute.id,
            order_id: payment.order_id,
            amount: dispute.amount,
            reason: dispute.reason.clone(),
            evidence_due_by: dispute.evidence_due_by,
        };
        Ok(tx.publish(&opened).await?)
    }
}

/// Why the dispute cannot be about this payment, if it cannot.
fn contradiction(payment: &Payment, answer: &answers::Dispute) -> Option<String> {
    let code = payment.currency().code();
    let is_same = |currency: &str| currency.eq_ignore_ascii_case(code);
    let is_sound = answer.amount > 0
        && is_same(&answer.currency)
        && answer
            .balance_transactions
            .iter()
            .all(|movement| is_same(&movement.currency));
    (!is_sound).then(|| {
        format!(
            "{} disputes {} {} of a payment in {code}",
            answer.id, answer.amount, answer.currency
        )
    })
}

//! What is done for each kind of object: it is fetched, its owner found, and its facts are applied.

use kernel::Caller;
use kernel::ids::{MerchantId, PaymentId, RefundId, TenantId, TransferId};

use super::Subject;
use super::ending::{About, Ending, Failed, Whose};
use super::store::Waiting;
use crate::payments::{self, Applied, EXPANDED, Followed, Payment};
use crate::providers::stripe::answers::{
    Account, Dispute, Expandable, Intent, List, Metadata, Reference, Refund, Transfer,
};
use crate::refunds::Told;
use crate::{Billing, disputes, refunds, transfers};

impl Billing {
    pub(super) async fn apply_subject(
        &self,
        subject: &Subject,
        events: &[Waiting],
    ) -> Result<Ending, Failed> {
        match subject {
            Subject::Payment(id) => self.apply_payment(id, events).await,
            Subject::RefundsOf(id) => self.apply_refunds_of(id).await,
            Subject::Refund(id) => {
                let path = format!("/refunds/{id}{}", refunds::EXPANDED);
                self.apply_told_refund(&self.stripe.get(&path).await?).await
            }
            Subject::Dispute(id) => self.apply_told_dispute(id).await,
            Subject::Transfer(id) => self.apply_transfer(id).await,
            Subject::Account(id) => self.apply_account_of(id).await,
            Subject::OwnPayout(id) => Ok(Ending::Aside(
                None,
                format!("{id} did not reach the platform's own bank account"),
            )),
        }
    }

    async fn apply_payment(&self, id: &str, events: &[Waiting]) -> Result<Ending, Failed> {
        let hint = events.iter().find_map(hinted_tenant);
        // The first news of a payment are news; those after it were perhaps seen with it.
        let is_first = events.iter().any(is_first_news);
        if let Some(tenant_id) = hint
            && !is_first
            && let Some(payment) = self.known_payment(tenant_id, id).await?
            && payment.is_final()
        {
            return Ok(Ending::Known(Whose {
                tenant_id,
                about: About::Named(payment.description),
            }));
        }
        self.look_at_intent(id).await
    }

    async fn look_at_intent(&self, id: &str) -> Result<Ending, Failed> {
        let intent: Intent = self
            .stripe
            .get(&format!("/payment_intents/{id}{EXPANDED}"))
            .await?;
        let Some((tenant_id, payment_id)) = owner::<PaymentId>(&intent.metadata, "payment_id")
        else {
            return Ok(Ending::NotOurs);
        };
        let caller = Caller::system(tenant_id);
        let whose = of_payment(tenant_id, payment_id);
        Ok(
            match self.apply_intent(&caller, payment_id, &intent).await? {
                Applied::Known => Ending::Known(whose),
                Applied::Quarantined(why) => Ending::Aside(Some(whose), why),
            },
        )
    }

    /// A payment as it is known. The hint at its tenant comes from the message; the answer from the
    /// tenant's own rows.
    async fn known_payment(
        &self,
        tenant_id: TenantId,
        provider_id: &str,
    ) -> Result<Option<Payment>, Failed> {
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        Ok(payments::find_by_provider_id(&mut tx, provider_id).await?)
    }

    /// Some refund of a payment is new, or became another. A payment without refunds says itself how it is.
    async fn apply_refunds_of(&self, intent: &str) -> Result<Ending, Failed> {
        let path = format!(
            "/refunds?payment_intent={intent}&limit=100&expand[]=data.balance_transaction\
             &expand[]=data.failure_balance_transaction&expand[]=data.payment_intent"
        );
        let list: List<Refund> = self.stripe.get(&path).await?;
        let mut ending = None;
        for refund in &list.data {
            match self.apply_told_refund(refund).await? {
                known @ Ending::Known(_) => ending = ending.or(Some(known)),
                other => return Ok(other),
            }
        }
        match ending {
            Some(ending) => Ok(ending),
            None => self.look_at_intent(intent).await,
        }
    }

    async fn apply_told_refund(&self, refund: &Refund) -> Result<Ending, Failed> {
        let paid_with = owner_of(refund.payment_intent.as_ref());
        let Some((tenant_id, refund_id)) = owner::<RefundId>(&refund.metadata, "refund_id") else {
            let Some((tenant_id, payment_id)) = paid_with else {
                return Ok(Ending::NotOurs);
            };
            let caller = Caller::system(tenant_id);
            let whose = of_payment(tenant_id, payment_id);
            let mut followed = self.adopt_refund(&caller, refund).await?;
            if followed == Followed::TooEarly {
                self.catch_up(refund.payment_intent.as_ref()).await?;
                followed = self.adopt_refund(&caller, refund).await?;
            }
            return Ok(ending_of(followed, whose));
        };
        let caller = Caller::system(tenant_id);
        let whose = match paid_with {
            Some((_, payment_id)) => of_payment(tenant_id, payment_id),
            None => Whose {
                tenant_id,
                about: About::Named(refund_id.to_string()),
            },
        };
        Ok(match self.apply_refund(&caller, refund_id, refund).await? {
            Told::State(_) => Ending::Known(whose),
            Told::Foreign(why) => Ending::Aside(Some(whose), why),
        })
    }

    async fn apply_told_dispute(&self, id: &str) -> Result<Ending, Failed> {
        let path = format!("/disputes/{id}{}", disputes::EXPANDED);
        let dispute: Dispute = self.stripe.get(&path).await?;
        let Some((tenant_id, payment_id)) = owner_of(dispute.payment_intent.as_ref()) else {
            return Ok(Ending::NotOurs);
        };
        let caller = Caller::system(tenant_id);
        let whose = of_payment(tenant_id, payment_id);
        let mut followed = self.apply_dispute(&caller, &dispute).await?;
        if followed == Followed::TooEarly {
            self.catch_up(dispute.payment_intent.as_ref()).await?;
            followed = self.apply_dispute(&caller, &dispute).await?;
        }
        Ok(ending_of(followed, whose))
    }

    /// Applies a payment whose own news have not arrived before those of what follows it.
    async fn catch_up(&self, intent: Option<&Expandable<Reference>>) -> Result<(), Failed> {
        if let Some(intent) = intent {
            self.look_at_intent(intent.id()).await?;
        }
        Ok(())
    }

    /// Our own reversals are recorded from their answers; this notices those that are not ours.
    async fn apply_transfer(&self, id: &str) -> Result<Ending, Failed> {
        let transfer: Transfer = self.stripe.get(&format!("/transfers/{id}")).await?;
        let Some((tenant_id, transfer_id)) = owner::<TransferId>(&transfer.metadata, "transfer_id")
        else {
            return Ok(Ending::NotOurs);
        };
        let whose = match transfer.metadata.id("payment_id") {
            Some(payment_id) => of_payment(tenant_id, payment_id),
            None => Whose {
                tenant_id,
                about: About::Named(transfer_id.to_string()),
            },
        };
        let mut tx = self.db.begin(&Caller::system(tenant_id)).await?;
        let known = transfers::reversed_minor(&mut tx, transfer_id).await?;
        Ok(match known {
            Some((name, _)) if name != transfer.id => {
                Ending::Aside(Some(whose), format!("{transfer_id} is {name}"))
            }
            Some((_, reversed)) if reversed == transfer.amount_reversed => Ending::Known(whose),
            // Our own answer may not be recorded yet.
            _ => Ending::Again(
                Some(whose),
                format!(
                    "{} of {transfer_id} was taken back, and not by us",
                    transfer.amount_reversed
                ),
            ),
        })
    }

    async fn apply_account_of(&self, id: &str) -> Result<Ending, Failed> {
        let account: Account = self.stripe.get(&format!("/accounts/{id}")).await?;
        let Some((tenant_id, merchant_id)) = owner::<MerchantId>(&account.metadata, "merchant_id")
        else {
            return Ok(Ending::NotOurs);
        };
        let caller = Caller::system(tenant_id);
        let whose = Whose {
            tenant_id,
            about: About::Merchant(merchant_id),
        };
        Ok(
            match self.apply_account(&caller, merchant_id, &account).await? {
                Applied::Known => Ending::Known(whose),
                Applied::Quarantined(why) => Ending::Aside(Some(whose), why),
            },
        )
    }
}

fn of_payment(tenant_id: TenantId, payment_id: PaymentId) -> Whose {
    Whose {
        tenant_id,
        about: About::Payment(payment_id),
    }
}

fn ending_of(followed: Followed, whose: Whose) -> Ending {
    match followed {
        Followed::Known => Ending::Known(whose),
        Followed::Quarantined(why) => Ending::Aside(Some(whose), why),
        Followed::TooEarly => {
            Ending::Again(Some(whose), "its payment has not succeeded".to_owned())
        }
        Followed::Later(why) => Ending::Out(why),
    }
}

/// What tells for the first time, and not again, that a payment has succeeded.
fn is_first_news(event: &Waiting) -> bool {
    event.kind == "payment_intent.succeeded" && event.attempts == 1
}

fn hinted_tenant(event: &Waiting) -> Option<TenantId> {
    event.payload.get("tenant_id")?.as_str()?.parse().ok()
}

/// Whose object it is, by what we wrote on it when we made it.
fn owner<T: std::str::FromStr>(metadata: &Metadata, name: &str) -> Option<(TenantId, T)> {
    Some((metadata.tenant_id()?, metadata.id(name)?))
}

/// Whose payment it is, if it came along and is one of ours.
fn owner_of(intent: Option<&Expandable<Reference>>) -> Option<(TenantId, PaymentId)> {
    owner(&intent?.object()?.metadata, "payment_id")
}

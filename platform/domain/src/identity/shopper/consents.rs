//! What shoppers have agreed to: the terms, and being written to about offers, by channel.
//!
//! Each answer is a row that is never changed; what holds is the newest of its purpose. An answer that
//! changes nothing is not recorded.

use kernel::ids::{ConsentId, StorefrontId, UserId};
use kernel::ports::Ids;
use kernel::text::line;
use kernel::{Caller, FieldFault};
use time::OffsetDateTime;

use super::accounts::{own, place};
use super::store::{accounts, consents as store};
use crate::identity::{Identity, IdentityError};
use db::{DbError, TenantTx};

const LONGEST_VERSION: usize = 50;

kernel::words! {
    /// What is agreed to: `terms`, the store's terms; `marketing_email` and `marketing_sms`, offers by
    /// e-mail and by text message; `order_updates_sms`, news of orders by text message.
    pub enum ConsentPurpose {
        /// The store's terms.
        Terms = "terms",
        /// Offers by e-mail.
        MarketingEmail = "marketing_email",
        /// Offers by text message.
        MarketingSms = "marketing_sms",
        /// News of orders by text message.
        OrderUpdatesSms = "order_updates_sms",
    }
}

kernel::words! {
    /// Where it was said: `sign_up`, when signing up; `account`, in the account; `newsletter`, by the link of the letter
    /// that asks; `unsubscribe_link`, by the link of a later letter; `text_message`, by answering STOP to one.
    pub enum ConsentSource {
        /// When signing up.
        SignUp = "sign_up",
        /// In the account.
        Account = "account",
        /// By the link of the letter that asks.
        Newsletter = "newsletter",
        /// By the link of a later letter.
        UnsubscribeLink = "unsubscribe_link",
        /// By answering STOP to a text message.
        TextMessage = "text_message",
    }
}

/// What was agreed to when signing up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GivenConsents {
    pub(super) terms_version: Option<String>,
    pub(super) wants_email: bool,
    pub(super) wants_sms: bool,
}

impl GivenConsents {
    /// Takes what a storefront sent.
    pub fn parse(
        terms_version: Option<&str>,
        (wants_email, wants_sms): (bool, bool),
    ) -> Result<Self, FieldFault> {
        Ok(Self {
            terms_version: version(terms_version)?,
            wants_email,
            wants_sms,
        })
    }
}

/// What of a shopper's consents is to become different.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConsentChange {
    terms_version: Option<String>,
    wants_email: Option<bool>,
    wants_sms: Option<bool>,
    wants_order_texts: Option<bool>,
}

impl ConsentChange {
    /// Takes what a storefront sent.
    pub fn parse(
        terms_version: Option<&str>,
        (wants_email, wants_sms): (Option<bool>, Option<bool>),
        wants_order_texts: Option<bool>,
    ) -> Result<Self, FieldFault> {
        Ok(Self {
            terms_version: version(terms_version)?,
            wants_email,
            wants_sms,
            wants_order_texts,
        })
    }

    fn answers(self) -> Vec<(ConsentPurpose, bool, Option<String>)> {
        let terms = self
            .terms_version
            .map(|version| (ConsentPurpose::Terms, true, Some(version)));
        let email = self
            .wants_email
            .map(|wants| (ConsentPurpose::MarketingEmail, wants, None));
        let sms = self
            .wants_sms
            .map(|wants| (ConsentPurpose::MarketingSms, wants, None));
        let order_texts = self
            .wants_order_texts
            .map(|wants| (ConsentPurpose::OrderUpdatesSms, wants, None));
        [terms, email, sms, order_texts]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// One answer of a shopper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// What it is about.
    pub purpose: ConsentPurpose,
    /// Whether it was given, or withdrawn.
    pub is_given: bool,
    /// Of the terms.
    pub terms_version: Option<String>,
    /// Where it was said.
    pub source: ConsentSource,
    /// On which storefront.
    pub storefront_id: StorefrontId,
    /// When.
    pub recorded_at: OffsetDateTime,
}

/// What a shopper has agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consents {
    /// Of the terms that were accepted last.
    pub terms_version: Option<String>,
    /// Whether offers may come by e-mail.
    pub wants_email: bool,
    /// Whether offers may come by text message.
    pub wants_sms: bool,
    /// Whether news of orders may come by text message.
    pub wants_order_texts: bool,
    /// The newest answers, the newest first.
    pub history: Vec<Consent>,
}

impl Identity {
    /// What the caller has agreed to.
    pub async fn consents(&self, caller: &Caller) -> Result<Consents, IdentityError> {
        let (user_id, _) = own(caller)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::of_user(&mut tx, user_id).await?)
    }

    /// Whether a shopper wants news of orders by text message, for whoever writes to them.
    pub async fn wants_order_texts(
        &self,
        caller: &Caller,
        user_id: UserId,
    ) -> Result<bool, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        let consents = store::of_user(&mut tx, user_id).await?;
        Ok(consents.wants_order_texts)
    }

    /// Records that a shopper answered STOP to a text message: none of any kind is to follow.
    pub async fn stop_texts(
        &self,
        caller: &Caller,
        user_id: UserId,
        storefront_id: StorefrontId,
    ) -> Result<(), IdentityError> {
        let said = Said {
            user_id,
            source: ConsentSource::TextMessage,
            storefront_id,
            at: self.clock.now(),
        };
        let change = ConsentChange {
            wants_sms: Some(false),
            wants_order_texts: Some(false),
            ..ConsentChange::default()
        };
        let mut tx = self.db.begin(caller).await?;
        accounts::lock(&mut tx, user_id).await?;
        record(&mut tx, &said, change).await?;
        Ok(tx.commit().await?)
    }

    /// Records what the caller agrees to now.
    pub async fn change_consents(
        &self,
        caller: &Caller,
        change: ConsentChange,
    ) -> Result<Consents, IdentityError> {
        let (user_id, _) = own(caller)?;
        let said = Said {
            user_id,
            source: ConsentSource::Account,
            storefront_id: place(caller)?,
            at: self.clock.now(),
        };
        let mut tx = self.db.begin(caller).await?;
        // One after the other, so that each sees what held before it.
        accounts::lock(&mut tx, user_id).await?;
        record(&mut tx, &said, change).await?;
        let consents = store::of_user(&mut tx, user_id).await?;
        tx.commit().await?;
        Ok(consents)
    }
}

/// Who said it, where and when.
#[derive(Debug)]
pub(super) struct Said {
    pub(super) user_id: UserId,
    pub(super) source: ConsentSource,
    pub(super) storefront_id: StorefrontId,
    pub(super) at: OffsetDateTime,
}

/// Records answers that change something.
async fn record(tx: &mut TenantTx, said: &Said, change: ConsentChange) -> Result<(), DbError> {
    for (purpose, is_given, terms_version) in change.answers() {
        let consent = Consent {
            id: ConsentId::from_uuid(Ids.uuid()),
            purpose,
            is_given,
            terms_version,
            source: said.source,
            storefront_id: said.storefront_id,
            recorded_at: said.at,
        };
        store::put_if_new(tx, said.user_id, &consent).await?;
    }
    Ok(())
}

/// Records what was agreed to when signing up.
pub(super) async fn record_given(
    tx: &mut TenantTx,
    said: &Said,
    given: GivenConsents,
) -> Result<(), DbError> {
    let change = ConsentChange {
        terms_version: given.terms_version,
        wants_email: given.wants_email.then_some(true),
        wants_sms: given.wants_sms.then_some(true),
        wants_order_texts: None,
    };
    record(tx, said, change).await
}

fn version(text: Option<&str>) -> Result<Option<String>, FieldFault> {
    let Some(text) = text else { return Ok(None) };
    let rule = "1 to 50 characters, none of them a control character or invisible";
    line(text, LONGEST_VERSION)
        .map(Some)
        .ok_or_else(|| FieldFault::new("/terms_version", "malformed", rule))
}

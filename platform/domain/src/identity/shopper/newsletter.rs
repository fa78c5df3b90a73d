//! The newsletter: whoever asks for it confirms it by a letter, and ends it with a link of any later one.
//!
//! What holds is a consent, as in an account; an address without an account is a subscriber, whose answers go over
//! when it gets one. Whether an address gets the newsletter is told to nobody but whoever reads its mail.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{ConsentId, StorefrontId, SubscriberId, UserId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};
use time::{Duration, OffsetDateTime};

use super::accounts::visited;
use super::consents::{Consent, ConsentPurpose, ConsentSource};
use super::mailing::Purpose;
use super::store::newsletter::{self as store, Link, LinkPurpose};
use super::store::{accounts, consents, slots};
use crate::identity::{Identity, IdentityError};

/// How long a request waits to be confirmed.
const CONFIRM_LIFETIME: Duration = Duration::hours(24);
/// How long the link of a letter ends the newsletter.
const UNSUBSCRIBE_LIFETIME: Duration = Duration::days(400);
/// The largest page.
const MAX_PAGE: u32 = 1_000;

/// What a letter about the newsletter needs: its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsletterMailing {
    /// Confirms the request; none in the letter that follows.
    pub confirm: Option<String>,
    /// Ends the newsletter.
    pub unsubscribe: String,
}

/// Who gets the newsletter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    /// Whom to write to.
    pub email: Email,
    /// Whose account the address is of.
    pub customer_id: Option<UserId>,
    /// Who it is without an account.
    pub subscriber_id: Option<SubscriberId>,
    /// Where it was said.
    pub source: ConsentSource,
    /// On which storefront.
    pub storefront_id: StorefrontId,
    /// When.
    pub subscribed_at: OffsetDateTime,
}

impl Identity {
    /// Has an address asked whether it wants the newsletter.
    pub async fn subscribe(&self, caller: &Caller, email: Email) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if slots::take(&mut tx, &email, Purpose::Newsletter, self.clock.now()).await? {
            tx.publish(&Event::NewsletterRequested {
                email,
                storefront_id,
            })
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// The links of the letter that asks an address; nothing when it gets the newsletter already.
    pub async fn newsletter_request_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<NewsletterMailing>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        if store::is_subscribed(&mut tx, email).await? {
            return Ok(None);
        }
        let confirm = self.link(&mut tx, email, LinkPurpose::Confirm).await?;
        let unsubscribe = self.link(&mut tx, email, LinkPurpose::Unsubscribe).await?;
        tx.commit().await?;
        Ok(Some(NewsletterMailing {
            confirm: Some(confirm),
            unsubscribe,
        }))
    }

    /// The link of the letter that says that an address gets the newsletter; nothing when it does not, after all.
    pub async fn newsletter_welcome_mailing(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<Option<NewsletterMailing>, IdentityError> {
        let mut tx = self.db.begin(caller).await?;
        if !store::is_subscribed(&mut tx, email).await? {
            return Ok(None);
        }
        let unsubscribe = self.link(&mut tx, email, LinkPurpose::Unsubscribe).await?;
        tx.commit().await?;
        Ok(Some(NewsletterMailing {
            confirm: None,
            unsubscribe,
        }))
    }

    /// Records that whoever reads an address wants the newsletter: once for each link.
    pub async fn confirm_newsletter(
        &self,
        caller: &Caller,
        token: &str,
    ) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let email = store::take_confirm(&mut tx, &Ids::token_hash(token), now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let user_id = accounts::account_of(&mut tx, &email).await?;
        let answer = answer(true, ConsentSource::Newsletter, (storefront_id, now));
        record(&mut tx, (&email, user_id), &answer).await?;
        tx.publish(&Event::NewsletterConfirmed {
            email,
            storefront_id,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    /// Ends the newsletter of the address that a letter went to. Doing it again changes nothing.
    pub async fn unsubscribe(&self, caller: &Caller, token: &str) -> Result<(), IdentityError> {
        let storefront_id = visited(caller)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        let (email, user_id) = store::unsubscribe_link(&mut tx, &Ids::token_hash(token), now)
            .await?
            .ok_or(IdentityError::BadOneTimeToken)?;
        let user_id = match user_id {
            Some(user_id) => Some(user_id),
            None => accounts::account_of(&mut tx, &email).await?,
        };
        let answer = answer(false, ConsentSource::UnsubscribeLink, (storefront_id, now));
        record(&mut tx, (&email, user_id), &answer).await?;
        // A request that waits to be confirmed is not wanted either.
        store::drop_confirms(&mut tx, &email).await?;
        Ok(tx.commit().await?)
    }

    /// Who gets the newsletter, by address: those behind `after`, `limit` of them and never more than 1,000, and
    /// whether there are more.
    pub async fn subscribers(
        &self,
        caller: &Caller,
        (after, limit): (Option<&str>, u32),
    ) -> Result<(Vec<Subscriber>, bool), IdentityError> {
        caller.require(Permission::CustomersRead)?;
        let limit = limit.clamp(1, MAX_PAGE);
        let mut tx = self.db.begin(caller).await?;
        let mut found = store::list(&mut tx, after, i64::from(limit) + 1).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_more = found.len() > limit;
        found.truncate(limit);
        Ok((found, has_more))
    }

    /// Forgets a subscriber without an account, with the answers and the links.
    pub async fn delete_subscriber(
        &self,
        caller: &Caller,
        id: SubscriberId,
    ) -> Result<(), IdentityError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let email = store::delete(&mut tx, id)
            .await?
            .ok_or(IdentityError::SubscriberNotFound)?;
        store::drop_links(&mut tx, &email).await?;
        tx.publish(&Event::SubscriberDeleted {
            subscriber_id: id,
            email,
        })
        .await?;
        Ok(tx.commit().await?)
    }

    async fn link(
        &self,
        tx: &mut TenantTx,
        email: &Email,
        purpose: LinkPurpose,
    ) -> Result<String, DbError> {
        let (token, now) = (Ids.token(), self.clock.now());
        let lifetime = match purpose {
            LinkPurpose::Confirm => CONFIRM_LIFETIME,
            LinkPurpose::Unsubscribe => UNSUBSCRIBE_LIFETIME,
        };
        let link = Link {
            purpose,
            email,
            user_id: accounts::account_of(tx, email).await?,
        };
        store::put_link(tx, &link, &Ids::token_hash(&token), (now, now + lifetime)).await?;
        Ok(token)
    }
}

/// Takes what a subscriber has answered over to the account that the address has now, unless the account has said
/// something since.
pub(in crate::identity) async fn adopt(
    tx: &mut TenantTx,
    user_id: UserId,
    email: &Email,
) -> Result<(), DbError> {
    let Some((id, mut answer)) = store::subscriber_answer(tx, email).await? else {
        return Ok(());
    };
    let said = store::last_said(tx, user_id).await?;
    if said.is_none_or(|said| said < answer.recorded_at) {
        answer.id = ConsentId::from_uuid(Ids.uuid());
        consents::put_if_new(tx, user_id, &answer).await?;
    }
    store::delete(tx, id).await?;
    Ok(())
}

fn answer(
    is_given: bool,
    source: ConsentSource,
    (storefront_id, now): (StorefrontId, OffsetDateTime),
) -> Consent {
    Consent {
        id: ConsentId::from_uuid(Ids.uuid()),
        purpose: ConsentPurpose::MarketingEmail,
        is_given,
        terms_version: None,
        source,
        storefront_id,
        recorded_at: now,
    }
}

/// Records an answer of an account, or of the address if it has none.
async fn record(
    tx: &mut TenantTx,
    (email, user_id): (&Email, Option<UserId>),
    answer: &Consent,
) -> Result<(), DbError> {
    if let Some(user_id) = user_id {
        accounts::lock(tx, user_id).await?;
        return consents::put_if_new(tx, user_id, answer).await;
    }
    // Whoever says no and never said yes is not noted at all.
    let new = SubscriberId::from_uuid(Ids.uuid());
    let wanted = answer.is_given.then_some((new, answer.recorded_at));
    match store::subscriber(tx, email, wanted).await? {
        Some(id) => store::put_if_new(tx, id, answer).await,
        None => Ok(()),
    }
}

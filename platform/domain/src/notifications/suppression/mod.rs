//! Addresses that are not written to any more. A provider that is asked to send mail which comes back, or
//! which people call spam, soon delivers nobody's.

mod store;

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::MailSuppressionId;
use kernel::ports::{Ids, MailEvent, MailEventKind};
use kernel::{Caller, Permission};
use time::OffsetDateTime;
use tracing::info;

use super::{NotificationError, Notifications};

/// Most addresses of a page.
const LIMIT: u32 = 100;

kernel::words! {
    /// Why an address gets no mail: `bounced`, mail to it came back for good; `complained`, its owner called it
    /// spam; `manual`, staff added it.
    pub enum SuppressionReason as "MailSuppressionReason" {
        /// Mail to it came back for good.
        Bounced = "bounced",
        /// Its owner called mail spam.
        Complained = "complained",
        /// Staff added it.
        Manual = "manual",
    }
}

/// An address that is not written to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct MailSuppression {
    /// Its id.
    pub id: MailSuppressionId,
    /// The address.
    pub email: Email,
    /// Why.
    pub reason: SuppressionReason,
    /// The status code that the mail came back with, if it is known.
    pub detail: Option<String>,
    /// Since when.
    pub created_at: OffsetDateTime,
}

/// Which addresses to list: the latest first.
#[derive(Debug, Clone, Default)]
pub struct ListSuppressions {
    /// Only this one.
    pub email: Option<Email>,
    /// Only those from before this one.
    pub after: Option<MailSuppressionId>,
    /// At most so many, and never more than 100.
    pub limit: u32,
}

impl Notifications {
    /// Addresses that are not written to, and whether there are more.
    pub async fn suppressions(
        &self,
        caller: &Caller,
        query: ListSuppressions,
    ) -> Result<(Vec<MailSuppression>, bool), NotificationError> {
        caller.require(Permission::CustomersRead)?;
        let limit = query.limit.min(LIMIT);
        let mut tx = self.db.begin(caller).await?;
        let mut found = store::list(&mut tx, &query, limit + 1).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > limit;
        found.truncate(limit);
        Ok((found, is_more))
    }

    /// Writes to an address no more. One that is on the list stays as it is.
    pub async fn suppress(
        &self,
        caller: &Caller,
        email: Email,
    ) -> Result<MailSuppression, NotificationError> {
        caller.require(Permission::CustomersWrite)?;
        let new = MailSuppression {
            id: MailSuppressionId::from_uuid(Ids.uuid()),
            email,
            reason: SuppressionReason::Manual,
            detail: None,
            created_at: self.clock.now(),
        };
        let mut tx = self.db.begin(caller).await?;
        store::add(&mut tx, &new).await?;
        let known = store::of(&mut tx, &new.email).await?;
        tx.commit().await?;
        Ok(known.unwrap_or(new))
    }

    /// Writes to an address again.
    pub async fn unsuppress(
        &self,
        caller: &Caller,
        id: MailSuppressionId,
    ) -> Result<(), NotificationError> {
        caller.require(Permission::CustomersWrite)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::remove(&mut tx, id).await? {
            return Err(NotificationError::SuppressionNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Takes what a mail provider tells. Telling it again changes nothing, and what is about no tenant of ours is
    /// left aside.
    pub async fn note_mail(&self, events: Vec<MailEvent>) -> Result<(), NotificationError> {
        for event in events {
            let reason = match event.kind {
                MailEventKind::Bounced => SuppressionReason::Bounced,
                MailEventKind::Complained => SuppressionReason::Complained,
            };
            let new = MailSuppression {
                id: MailSuppressionId::from_uuid(Ids.uuid()),
                email: event.to,
                reason,
                detail: event.status,
                created_at: self.clock.now(),
            };
            let caller = Caller::system(event.tenant_id);
            if let Some(mail_id) = event.mail_id {
                self.note_outcome(&caller, (mail_id, event.kind)).await?;
            }
            let mut tx = self.db.begin(&caller).await?;
            match store::add(&mut tx, &new).await {
                Ok(is_new) => {
                    tx.commit().await?;
                    if is_new {
                        info!(tenant.id = %event.tenant_id, reason = %reason, "an address gets no more mail");
                    }
                }
                Err(error) if error.constraint() == Some("mail_suppressions_tenant_id_fkey") => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whether an address is not written to.
    pub(super) async fn is_suppressed(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<bool, NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        Ok(is_on_list(&mut tx, email).await?)
    }

    /// Forgets an address with the account that had it.
    pub(super) async fn forget(
        &self,
        caller: &Caller,
        email: &Email,
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        store::forget(&mut tx, email).await?;
        Ok(tx.commit().await?)
    }
}

/// The same, inside a transaction.
pub(super) async fn is_on_list(tx: &mut TenantTx, email: &Email) -> Result<bool, DbError> {
    Ok(store::of(tx, email).await?.is_some())
}

//! What was sent to whom, with a copy of what it said. The log is for those who help shoppers: it opens no account
//! and no order, and what it has of a person goes with the person's account.

mod kind;
mod model;
mod resend;
mod store;

use kernel::contact::Email;
use kernel::ids::{EmailId, StorefrontId, UserId};
use kernel::ports::{Ids, Mail, MailEventKind, MailProvider};
use kernel::{Caller, Permission};
use uuid::Uuid;

use super::letter::{Envelope, Letter};
use super::{NotificationError, Notifications};
use store::NewEmail;

pub use kind::EmailKind;
pub(super) use kind::Kept;
pub use model::{EmailCopy, EmailOutcome, ListEmails, SentEmail};

/// Most e-mails of a page.
const LIMIT: u32 = 100;

/// A letter that was written and goes into the log.
pub(super) struct Written<'a> {
    pub(super) letter: &'a Letter,
    pub(super) mail: &'a Mail,
    /// What is kept of it.
    pub(super) copy: Option<EmailCopy>,
    pub(super) storefront_id: StorefrontId,
}

impl Notifications {
    /// E-mails that were sent, and whether there are more.
    pub async fn emails(
        &self,
        caller: &Caller,
        query: ListEmails,
    ) -> Result<(Vec<SentEmail>, bool), NotificationError> {
        caller.require(Permission::CustomersRead)?;
        caller.require(Permission::OrdersRead)?;
        let limit = query.limit.min(LIMIT);
        let mut tx = self.db.begin(caller).await?;
        let mut found = match &query.recipient {
            Some(to) => store::list_to(&mut tx, (&query, to), limit + 1).await?,
            None => store::list(&mut tx, &query, limit + 1).await?,
        };
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let is_more = found.len() > limit;
        found.truncate(limit);
        Ok((found, is_more))
    }

    /// Every e-mail that is kept of those to the address of the caller's account, the latest first.
    pub async fn own_emails(&self, caller: &Caller) -> Result<Vec<SentEmail>, NotificationError> {
        caller.require(Permission::AccountManage)?;
        let to = self.identity.profile(caller).await?.email;
        let mut query = ListEmails::default();
        let mut tx = self.db.begin(caller).await?;
        let mut all = Vec::new();
        loop {
            let found = store::list_to(&mut tx, (&query, &to), LIMIT).await?;
            query.after = found.last().map(|email| email.id);
            all.extend(found);
            if query.after.is_none() {
                return Ok(all);
            }
        }
    }

    /// One e-mail, with the copy that is kept of it.
    pub async fn email(
        &self,
        caller: &Caller,
        id: EmailId,
    ) -> Result<(SentEmail, Option<EmailCopy>), NotificationError> {
        caller.require(Permission::CustomersRead)?;
        caller.require(Permission::OrdersRead)?;
        let mut tx = self.db.begin(caller).await?;
        let found = store::find(&mut tx, id).await?;
        let found = found.ok_or(NotificationError::EmailNotFound)?;
        let copy = store::copy(&mut tx, id).await?;
        Ok((found, copy))
    }

    /// Whether a provider has taken this letter already: its message came again.
    pub(super) async fn is_sent(
        &self,
        caller: &Caller,
        mail_id: Uuid,
    ) -> Result<bool, NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        let outcome = store::outcome(&mut tx, mail_id).await?;
        Ok(matches!(
            outcome,
            Some(EmailOutcome::Sent | EmailOutcome::Bounced | EmailOutcome::Complained)
        ))
    }

    /// Puts a letter into the log.
    pub(super) async fn record(
        &self,
        caller: &Caller,
        written: &Written<'_>,
        (outcome, provider): (EmailOutcome, Option<MailProvider>),
    ) -> Result<(), NotificationError> {
        let Written {
            letter,
            mail,
            copy,
            storefront_id,
        } = written;
        let subject = (letter.kept() != Kept::Nothing).then_some(mail.subject.as_str());
        let new = NewEmail {
            id: EmailId::from_uuid(Ids.uuid()),
            mail_id: mail.id,
            storefront_id: *storefront_id,
            kind: letter.kind(),
            recipient: (!letter.is_to_order()).then_some(&mail.to),
            order_id: letter.order_id(),
            user_id: letter.user_id(),
            news: letter.news(),
            resend_of: None,
            outcome,
            provider,
            subject,
            copy: copy.as_ref(),
            created_at: self.clock.now(),
        };
        let mut tx = self.db.begin(caller).await?;
        store::put(&mut tx, &new).await?;
        Ok(tx.commit().await?)
    }

    /// Notes what a provider tells of an e-mail that it took.
    pub(super) async fn note_outcome(
        &self,
        caller: &Caller,
        (mail_id, kind): (Uuid, MailEventKind),
    ) -> Result<(), NotificationError> {
        let outcome = match kind {
            MailEventKind::Bounced => EmailOutcome::Bounced,
            MailEventKind::Complained => EmailOutcome::Complained,
        };
        let mut tx = self.db.begin(caller).await?;
        store::note(&mut tx, mail_id, outcome).await?;
        Ok(tx.commit().await?)
    }

    /// What went to an address that was replaced goes with the account, too.
    pub(super) async fn claim_emails(
        &self,
        caller: &Caller,
        (to, user_id): (&Email, UserId),
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        store::claim(&mut tx, to, user_id).await?;
        Ok(tx.commit().await?)
    }

    /// Forgets what went to an address, and what belongs to the account that had it.
    pub(super) async fn forget_emails(
        &self,
        caller: &Caller,
        (to, user_id): (&Email, Option<UserId>),
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin(caller).await?;
        store::forget(&mut tx, to, user_id).await?;
        Ok(tx.commit().await?)
    }
}

impl Letter {
    /// What the log keeps of the letter: without what only its reader may have.
    pub(super) fn copy(
        &self,
        (envelope, mail): (&Envelope<'_>, &Mail),
    ) -> Result<Option<EmailCopy>, askama::Error> {
        match self.kept() {
            Kept::Whole => Ok(Some(EmailCopy {
                text: mail.text.clone(),
                html: mail.html.clone(),
            })),
            Kept::WithoutToken => {
                let path = self.path();
                let (page, _) = path.split_once('#').unwrap_or((&path, ""));
                let (_, text, html) = self.render(envelope, page)?;
                Ok(Some(EmailCopy { text, html }))
            }
            Kept::Subject | Kept::Nothing => Ok(None),
        }
    }
}

//! Who a letter comes from.

use kernel::config::Secret;
use kernel::contact::Email;
use kernel::ids::StorefrontId;
use kernel::ports::{KeyRingError, MailSender};
use kernel::{Caller, Event, Permission};
use time::Duration;
use tracing::error;

use super::service::key_context;
use super::{SenderError, Senders, store};

/// A check that is late by so much has been lost, as after a restore.
const LOST: Duration = Duration::HOUR;

/// Who a letter comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LetterSender {
    /// The tenant's own sender; none for the platform's address.
    pub sender: Option<MailSender>,
    /// Where answers go.
    pub reply_to: Option<Email>,
}

impl Senders {
    /// Who the letters of a storefront come from now: its own address while the domain is verified.
    pub async fn of_letters(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<LetterSender, SenderError> {
        caller.require(Permission::StorefrontRead)?;
        let mut tx = self.db.begin(caller).await?;
        let Some(row) = store::sender(&mut tx, storefront_id).await? else {
            return Ok(LetterSender::default());
        };
        let reply_to = row.reply_to;
        let (Some(address), Some(signing)) = (row.address, row.signing) else {
            return Ok(LetterSender {
                sender: None,
                reply_to,
            });
        };
        if signing.next_check_at < self.clock.now() - LOST {
            let due = Event::SenderDomainCheckDue {
                sender_domain_id: signing.id,
            };
            tx.publish(&due).await?;
            tx.commit().await?;
        } else {
            drop(tx);
        }
        if !self.policy.is_supported {
            return Ok(LetterSender {
                sender: None,
                reply_to,
            });
        }
        let context = key_context(caller.tenant_id(), signing.id);
        let key = match self.keys.open(&context, &signing.key_sealed).await {
            Ok(key) => String::from_utf8_lossy(key.expose()).into_owned(),
            // The letter matters more than whom it comes from.
            Err(why @ KeyRingError::Unopenable) => {
                error!(tenant.id = %caller.tenant_id(), sender_domain.id = %signing.id, %why, "a letter is not signed");
                return Ok(LetterSender {
                    sender: None,
                    reply_to,
                });
            }
            Err(why @ KeyRingError::Unavailable(_)) => return Err(why.into()),
        };
        let sender = MailSender {
            address,
            domain: signing.domain,
            selector: signing.selector,
            key: Secret::new(key),
        };
        Ok(LetterSender {
            sender: Some(sender),
            reply_to,
        })
    }
}

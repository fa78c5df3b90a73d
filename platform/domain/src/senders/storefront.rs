//! The sender of a storefront.

use kernel::contact::Email;
use kernel::ids::StorefrontId;
use kernel::{Caller, FieldFault, Permission};

use super::service::domain_of;
use super::store::{self, Choice};
use super::{SenderError, Senders, StorefrontSender, StorefrontSenderDraft};

impl Senders {
    /// Where the letters of a storefront come from.
    pub async fn storefront_sender(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
    ) -> Result<StorefrontSender, SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        let choice = store::choice(&mut tx, storefront_id).await?;
        Ok(self.shown(choice.ok_or(SenderError::NotFound)?))
    }

    /// Chooses where the letters of a storefront come from: an address at a verified domain of the tenant's.
    pub async fn set_storefront_sender(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        draft: StorefrontSenderDraft,
    ) -> Result<StorefrontSender, SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        let (address, reply_to) = parsed(&draft)?;
        let mut tx = self.db.begin(caller).await?;
        let known = store::choice(&mut tx, storefront_id).await?;
        known.ok_or(SenderError::NotFound)?;
        let domain = match &address {
            Some(address) => {
                let domain = store::verified(&mut tx, domain_of(address)).await?;
                Some(domain.ok_or_else(|| {
                    let rule = "an address at a verified sender domain of this tenant";
                    let fault = FieldFault::new("/address", "not_allowed", rule);
                    SenderError::Invalid(vec![fault])
                })?)
            }
            None => None,
        };
        let choice = Choice {
            address,
            sender_domain_id: domain,
            reply_to,
            is_verified: domain.is_some(),
        };
        match store::choose(&mut tx, storefront_id, &choice).await {
            Ok(()) => {}
            // Deleted at this moment.
            Err(error) if error.constraint() == Some(store::IS_USED) => {
                return Err(SenderError::NotFound);
            }
            Err(error) => return Err(error.into()),
        }
        tx.commit().await?;
        Ok(self.shown(choice))
    }

    fn shown(&self, choice: Choice) -> StorefrontSender {
        let own = choice.address.as_ref();
        let own = own.filter(|_| choice.is_verified && self.policy.is_supported);
        let effective = own.map(|it| it.as_str().to_owned());
        StorefrontSender {
            effective_address: effective.unwrap_or_else(|| self.policy.platform_address.clone()),
            address: choice.address,
            sender_domain_id: choice.sender_domain_id,
            reply_to: choice.reply_to,
        }
    }
}

type Addresses = (Option<Email>, Option<Email>);

fn parsed(draft: &StorefrontSenderDraft) -> Result<Addresses, SenderError> {
    let mut faults = Vec::new();
    let mut parse = |pointer: &str, text: Option<&String>| {
        let parsed = Email::parse(text?);
        parsed
            .map_err(|why| faults.push(FieldFault::new(pointer, "malformed", why.rule)))
            .ok()
    };
    let addresses = (
        parse("/address", draft.address.as_ref()),
        parse("/reply_to", draft.reply_to.as_ref()),
    );
    if faults.is_empty() {
        Ok(addresses)
    } else {
        Err(SenderError::Invalid(faults))
    }
}

//! Making a merchant's account, and knowing whether it can take money.

use db::TenantTx;
use kernel::ids::{MerchantId, OperationId};
use kernel::{Caller, Event, Permission};
use tracing::{error, info};

use super::{AccountStatus, ConnectedAccount, store};
use crate::operations::{Operation, Outcome, Purpose, Watch, belongs_to, finish};
use crate::payments::Applied;
use crate::providers::stripe::answers;
use crate::providers::stripe::requests::{self, Marks};
use crate::{Billing, BillingError, transfers};

impl Billing {
    /// Every merchant's account at the payment provider.
    pub async fn connected_accounts(
        &self,
        caller: &Caller,
    ) -> Result<Vec<ConnectedAccount>, BillingError> {
        caller.require_in_scope(Permission::MerchantsRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::list(&mut tx).await?)
    }

    /// Makes the merchant's account, unless it has one.
    pub(crate) async fn make_account(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
    ) -> Result<(), BillingError> {
        let Some(operation) = self.prepare_account(caller, merchant_id).await? else {
            return Ok(());
        };
        match self.perform::<answers::Account>(&operation).await {
            Ok(account) => {
                self.apply_account(caller, merchant_id, &account).await?;
                Ok(())
            }
            Err(error) => Err(self.note_failure(caller, &operation, error).await?),
        }
    }

    async fn prepare_account(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
    ) -> Result<Option<Operation>, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        store::ensure(&mut tx, merchant_id, self.clock.now()).await?;
        let account = store::lock(&mut tx, merchant_id).await?;
        if account.is_some_and(|account| account.account_id.is_some()) {
            return Ok(None);
        }
        let subject = (Purpose::Account, merchant_id.uuid());
        let operation = if let Some(operation) = self.resume_operation(&mut tx, subject).await? {
            operation
        } else {
            let marks = Marks::from([("merchant_id".to_owned(), merchant_id.to_string())]);
            self.begin_operation(&mut tx, subject, Watch::Message, marks, requests::account)
                .await?
        };
        tx.commit().await?;
        Ok(Some(operation))
    }

    /// Applies what the provider says about the merchant's account now, if it has one.
    pub(crate) async fn look_at_account(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
    ) -> Result<(), BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let known = store::lock(&mut tx, merchant_id).await?;
        drop(tx);
        let Some(name) = known.and_then(|account| account.account_id) else {
            return Ok(());
        };
        let told = self.stripe.get(&format!("/accounts/{name}")).await;
        let told: answers::Account = told.map_err(|error| BillingError::from_call(&error))?;
        if let Applied::Quarantined(why) = self.apply_account(caller, merchant_id, &told).await? {
            error!(merchant.id = %merchant_id, "{why}");
        }
        Ok(())
    }

    /// Applies what the provider says about an account: as the answer to our call, or later. It
    /// must come from the provider itself, never from a message.
    pub(crate) async fn apply_account(
        &self,
        caller: &Caller,
        merchant_id: MerchantId,
        told: &answers::Account,
    ) -> Result<Applied, BillingError> {
        let mut tx = self.db.begin(caller).await?;
        let Some(mut account) = store::lock(&mut tx, merchant_id).await? else {
            return Ok(Applied::Quarantined(format!(
                "{merchant_id} has no account"
            )));
        };
        if let Some(why) = is_foreign(&mut tx, &account, told).await? {
            return Ok(Applied::Quarantined(why));
        }
        let was_active = account.status == AccountStatus::Active;
        account.account_id = Some(told.id.clone());
        account.status = status(told);
        store::update(&mut tx, &account, self.clock.now()).await?;
        if let Some(operation_id) = told.metadata.id::<OperationId>("op_id") {
            let outcome = Outcome::Succeeded {
                object_id: &told.id,
            };
            finish(&mut tx, operation_id, outcome, self.clock.now()).await?;
        }
        if !was_active && account.status == AccountStatus::Active {
            send_what_waited(&mut tx, merchant_id).await?;
            info!(merchant.id = %merchant_id, "{merchant_id} can take money");
        }
        tx.commit().await?;
        Ok(Applied::Known)
    }
}

fn status(told: &answers::Account) -> AccountStatus {
    match told.capabilities.transfers.as_deref() {
        Some("active") => AccountStatus::Active,
        _ if told.details_submitted => AccountStatus::Restricted,
        _ => AccountStatus::Onboarding,
    }
}

async fn send_what_waited(tx: &mut TenantTx, merchant_id: MerchantId) -> Result<(), BillingError> {
    for transfer_id in transfers::blocked(tx, merchant_id).await? {
        tx.publish(&Event::TransferDue {
            transfer_id,
            attempt: 0,
        })
        .await?;
    }
    Ok(())
}

/// Why the account is not this merchant's, if it is not.
async fn is_foreign(
    tx: &mut TenantTx,
    account: &ConnectedAccount,
    told: &answers::Account,
) -> Result<Option<String>, BillingError> {
    let merchant_id = account.merchant_id;
    if let Some(known) = &account.account_id {
        let is_other = *known != told.id;
        return Ok(is_other.then(|| format!("the account of {merchant_id} is {known}")));
    }
    let subject = (Purpose::Account, merchant_id.uuid());
    match told.metadata.id::<OperationId>("op_id") {
        Some(operation) if belongs_to(tx, operation, subject).await? => Ok(None),
        _ => Ok(Some(format!("{} was not made for {merchant_id}", told.id))),
    }
}

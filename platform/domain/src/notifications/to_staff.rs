//! Letters to the people who work for a tenant.

use kernel::contact::Email;
use kernel::ids::{InvitationId, OperatorAccessId, OrderId, TenantId};
use kernel::ports::Ids;
use kernel::{Caller, Event, Permission};
use uuid::Uuid;

use super::NotificationError;
use super::dispute::DisputeNotice;
use super::letter::Letter;
use super::service::{Notifications, id_of, one_of_several};
use crate::identity::StaffLetter;

impl Notifications {
    pub(super) async fn invite(
        &self,
        caller: &Caller,
        id: InvitationId,
    ) -> Result<(), NotificationError> {
        let Some((email, token)) = self.identity.invitation_mailing(caller, id).await? else {
            return Ok(());
        };
        let letter = Letter::StaffInvited { token };
        self.send(caller, Ids.uuid(), (&email, None), &letter).await
    }

    pub(super) async fn reset_staff(
        &self,
        caller: &Caller,
        to: &Email,
    ) -> Result<(), NotificationError> {
        let Some((token, name)) = self.identity.staff_reset_mailing(caller, to).await? else {
            return Ok(());
        };
        let letter = Letter::StaffReset { token };
        // Another token is another letter.
        self.send(caller, Ids.uuid(), (to, Some(&name)), &letter)
            .await
    }

    /// Writes to everybody who may give all rights in the tenant.
    pub(super) async fn tell_of_operator(
        &self,
        tenant_id: TenantId,
        id: OperatorAccessId,
    ) -> Result<(), NotificationError> {
        let caller = Caller::system(tenant_id);
        let storefronts = self.tenancy.storefronts(&caller).await?;
        let access = self.identity.operator_access(&caller, id).await?;
        let (Some(storefront), Some(access)) = (storefronts.first(), access) else {
            return Ok(());
        };
        let caller = Caller::system_at(tenant_id, storefront.storefront.id);
        let owners = self
            .identity
            .staff_who_may(&caller, Permission::RolesManage, None)
            .await?;
        let letter = Letter::OperatorAccess(access);
        for (email, name) in &owners {
            // A letter that comes again has the same id.
            let mail_id = id_of(&format!("{id}/{}", email.as_str()));
            let to = (email, Some(name.as_str()));
            self.send(&caller, mail_id, to, &letter).await?;
        }
        Ok(())
    }

    /// Writes to everybody of the staff who may give money back. A letter that comes again has the same id:
    /// a mailbox takes it for the one it has.
    pub(super) async fn tell_of_dispute(
        &self,
        tenant_id: TenantId,
        due: &Event,
    ) -> Result<(), NotificationError> {
        let Event::DisputeLetterDue {
            dispute_id,
            order_id,
            order_number,
            storefront_id,
            amount,
            reason,
            evidence_due_by,
        } = due
        else {
            return Ok(());
        };
        let caller = Caller::system_at(tenant_id, *storefront_id);
        let letter = Letter::Disputed(DisputeNotice {
            order_id: *order_id,
            order_number: *order_number,
            amount: *amount,
            reason: reason.clone(),
            due_by: *evidence_due_by,
        });
        let staff = self
            .identity
            .staff_who_may(
                &caller,
                Permission::RefundsCreate,
                Some(StaffLetter::Dispute),
            )
            .await?;
        for (email, name) in &staff {
            let occasion = format!("{dispute_id}/{evidence_due_by:?}/{}", email.as_str());
            let id = id_of(&occasion);
            self.send(&caller, id, (email, Some(name)), &letter).await?;
        }
        Ok(())
    }

    /// Writes to everybody of the staff who may ship orders.
    pub(super) async fn tell_staff_of_order(
        &self,
        caller: &Caller,
        order_id: OrderId,
        message_id: Uuid,
    ) -> Result<(), NotificationError> {
        let Some(letter) = self.orders.staff_letter(caller, order_id).await? else {
            return Ok(());
        };
        let letter = Letter::NewOrder(letter);
        let staff = self
            .identity
            .staff_who_may(
                caller,
                Permission::OrdersFulfill,
                Some(StaffLetter::NewOrder),
            )
            .await?;
        for (email, name) in &staff {
            let id = one_of_several(message_id, email);
            self.send(caller, id, (email, Some(name)), &letter).await?;
        }
        Ok(())
    }

    /// Writes to everybody of the staff who may capture orders, if there is still something to capture.
    pub(super) async fn tell_of_authorization(
        &self,
        caller: &Caller,
        (order_id, message_id): (OrderId, Uuid),
    ) -> Result<(), NotificationError> {
        let letter = self.orders.staff_letter(caller, order_id).await?;
        let Some((letter, until)) = letter.and_then(|it| it.authorized_until.map(|end| (it, end)))
        else {
            return Ok(());
        };
        let letter = Letter::AuthorizationEnds(letter, until);
        // Money is lost if nobody reads it: it cannot be muted.
        let staff = self
            .identity
            .staff_who_may(caller, Permission::OrdersCapture, None);
        for (email, name) in &staff.await? {
            let id = one_of_several(message_id, email);
            self.send(caller, id, (email, Some(name)), &letter).await?;
        }
        Ok(())
    }

    /// Writes to everybody of the staff who may change products what runs low. A message that comes again finds
    /// nothing new, unless its letters could not be sent.
    pub(super) async fn tell_of_stock(
        &self,
        tenant_id: TenantId,
        message_id: Uuid,
    ) -> Result<(), NotificationError> {
        let caller = Caller::system(tenant_id);
        let storefronts = self.tenancy.storefronts(&caller).await?;
        let Some(storefront) = storefronts.first() else {
            return Ok(());
        };
        let caller = Caller::system_at(tenant_id, storefront.storefront.id);
        let scarce = self.inventory.scarce(&caller).await?;
        if !scarce.variants.is_empty() {
            let wanted = (Permission::ProductsWrite, Some(StaffLetter::LowStock));
            let staff = self.identity.staff_who_may(&caller, wanted.0, wanted.1);
            let letter = Letter::Scarce(scarce.variants);
            for (email, name) in &staff.await? {
                let id = one_of_several(message_id, email);
                self.send(&caller, id, (email, Some(name)), &letter).await?;
            }
        }
        // Afterwards: a letter that could not be sent is written again.
        self.inventory.told(&caller, &scarce.alerts).await?;
        Ok(())
    }
}

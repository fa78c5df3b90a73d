//! Invitations: a role that is held ready for an address, until a link in a letter accepts it.

use kernel::contact::Email;
use kernel::ids::{InvitationId, StaffId, StorefrontId};
use kernel::ports::Ids;
use kernel::{Caller, Event, FieldFault, Permission};
use time::{Duration, OffsetDateTime};

use super::store::{self as members, invitations as store};
use super::{Position, StaffError, person};
use crate::identity::password::Owner;
use crate::identity::{Identity, IdentityError, Password};

/// How long an invitation can be accepted.
const LIFETIME: Duration = Duration::days(7);
/// Open invitations that a tenant can have.
const MOST_OPEN: usize = 100;
const LONGEST_NAME: usize = 200;

/// A role that is held ready for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// Who is invited.
    pub email: Email,
    /// The role they will have.
    pub position: Position,
    /// Who invited them.
    pub invited_by: StaffId,
    /// When.
    pub created_at: OffsetDateTime,
    /// Until when it can be accepted.
    pub expires_at: OffsetDateTime,
}

/// What an invited person sends.
#[derive(Debug)]
pub struct AcceptInvitation {
    /// What the link held.
    pub token: String,
    /// Name of a new account.
    pub name: Option<String>,
    /// Password of a new account.
    pub password: Option<String>,
}

/// An invitation that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Address to sign in with.
    pub email: Email,
    /// Whether the account is new; if not, its password stays.
    pub is_new: bool,
}

impl Identity {
    /// Invitations that can be accepted, the latest first.
    pub async fn staff_invitations(&self, caller: &Caller) -> Result<Vec<Invitation>, StaffError> {
        caller.require(Permission::StaffRead)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::invitations(&mut tx, self.clock.now()).await?)
    }

    /// Invites somebody to work here in this role; an earlier invitation of the address ends.
    pub async fn invite_staff(
        &self,
        caller: &Caller,
        storefront_id: StorefrontId,
        (email, position): (Email, Position),
    ) -> Result<Invitation, StaffError> {
        caller.require(Permission::StaffManage)?;
        let invited_by = person(caller)?;
        let now = self.clock.now();
        let mut tx = self.db.begin(caller).await?;
        // Of two invitations of one address the second waits here, and then replaces the first.
        members::lock_owners(&mut tx).await?;
        self.grantable(&mut tx, caller, position).await?;
        let colleagues = members::members(&mut tx).await?;
        if colleagues.iter().any(|member| member.email == email) {
            return Err(StaffError::AlreadyMember);
        }
        store::revoke_of(&mut tx, &email, now).await?;
        if store::invitations(&mut tx, now).await?.len() >= MOST_OPEN {
            return Err(StaffError::TooManyInvitations);
        }
        let invitation = Invitation {
            id: InvitationId::from_uuid(Ids.uuid()),
            email,
            position,
            invited_by,
            created_at: now,
            expires_at: now + LIFETIME,
        };
        store::insert_invitation(&mut tx, &invitation)
            .await
            .map_err(StaffError::of_merchant)?;
        tx.publish(&Event::StaffInvited {
            invitation_id: invitation.id,
            storefront_id,
        })
        .await?;
        tx.commit().await?;
        Ok(invitation)
    }

    /// Makes an invitation impossible to accept.
    pub async fn revoke_invitation(
        &self,
        caller: &Caller,
        id: InvitationId,
    ) -> Result<(), StaffError> {
        caller.require(Permission::StaffManage)?;
        person(caller)?;
        let mut tx = self.db.begin(caller).await?;
        if !store::revoke(&mut tx, id, self.clock.now()).await? {
            return Err(StaffError::NotFound);
        }
        tx.commit().await?;
        Ok(())
    }

    /// Whom to write to about an invitation, and the token of the link; nothing when it has ended.
    pub async fn invitation_mailing(
        &self,
        caller: &Caller,
        id: InvitationId,
    ) -> Result<Option<(Email, String)>, StaffError> {
        let token = Ids.token();
        let hash = Ids::token_hash(&token);
        let mut tx = self.db.begin(caller).await?;
        let email = store::add_token(&mut tx, id, &hash, self.clock.now()).await?;
        tx.commit().await?;
        Ok(email.map(|email| (email, token)))
    }

    /// Makes the invited person a staff member. The link shows that the address is theirs. An account that
    /// exists keeps its name and password; a new one gets what is sent.
    pub async fn accept_invitation(
        &self,
        caller: &Caller,
        accept: AcceptInvitation,
    ) -> Result<Accepted, StaffError> {
        let now = self.clock.now();
        let token_hash = Ids::token_hash(&accept.token);
        let mut tx = self.db.begin(caller).await?;
        let invitation = store::opened(&mut tx, &token_hash, now).await?;
        let invitation = invitation.ok_or(IdentityError::BadOneTimeToken)?;
        let nobody = StaffId::from_uuid(Ids.uuid());
        let known = store::enrol(&mut tx, &invitation.email, (nobody, "", None), now).await?;
        drop(tx);
        let new = match known {
            Some(_) => None,
            None => Some(self.new_account(&invitation.email, &accept).await?),
        };

        let mut tx = self.db.begin(caller).await?;
        let invitation = store::opened(&mut tx, &token_hash, now).await?;
        let invitation = invitation.ok_or(IdentityError::BadOneTimeToken)?;
        let (name, hash) = new
            .as_ref()
            .map_or(("", None), |(name, hash)| (name.as_str(), Some(hash)));
        let account = (nobody, name, hash);
        let enrolled = store::enrol(&mut tx, &invitation.email, account, now).await?;
        let (staff_id, is_new) = enrolled.ok_or(IdentityError::BadOneTimeToken)?;
        members::join(&mut tx, staff_id, invitation.position, now).await?;
        store::accept(&mut tx, invitation.id, now).await?;
        tx.commit().await?;
        Ok(Accepted {
            email: invitation.email,
            is_new,
        })
    }

    /// The name and the hash of an account that is to be opened.
    async fn new_account(
        &self,
        email: &Email,
        accept: &AcceptInvitation,
    ) -> Result<(String, crate::identity::PasswordHash), StaffError> {
        let mut missing = Vec::new();
        let mut faults = Vec::new();
        let name = accept.name.as_deref().map(str::trim);
        match name {
            None => missing.push(FieldFault::new("/name", "required", "your name")),
            Some(name)
                if !(1..=LONGEST_NAME).contains(&name.chars().count())
                    || name.contains(char::is_control) =>
            {
                let rule = "1 to 200 characters without line breaks";
                faults.push(FieldFault::new("/name", "malformed", rule));
            }
            Some(_) => {}
        }
        let password = accept.password.as_deref().map(Password::parse);
        match &password {
            None => missing.push(FieldFault::new("/password", "required", "a new password")),
            Some(Err(why)) => faults.push(FieldFault::new("/password", "malformed", why.rule)),
            Some(Ok(_)) => {}
        }
        if !faults.is_empty() {
            return Err(StaffError::Invalid(faults));
        }
        let (Some(name), Some(Ok(password))) = (name, password) else {
            return Err(StaffError::AccountNeeded(missing));
        };
        let owner = Owner {
            email: email.clone(),
            names: [name.to_owned(), String::new()],
        };
        let hash = self.passwords.choose(password, owner).await?;
        Ok((name.to_owned(), hash))
    }
}

//! A shopper's own account, and the devices it is signed in on.

use domain::identity::{
    ChangeEmail, ChangePassword, IdentityError, NewPassword, Password, ProfileChange,
};
use gateway::{ApiResult, Contract, Cost, Invalid, List, Shopper};
use kernel::Permission;
use kernel::contact::Email;
use kernel::ids::SessionId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::answers::{Account, DeviceSession, OwnGroup};
use super::{Done, MailSent};
use crate::{App, Tag};

pub(crate) struct AccountApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_get_account").needs(&[Permission::AccountManage]),
    Contract::of("storefront_list_own_customer_groups").needs(&[Permission::AccountManage]),
    Contract::of("storefront_update_account").needs(&[Permission::AccountManage]),
    Contract::of("storefront_change_password")
        .costs(Cost::Credential)
        .needs(&[Permission::AccountManage])
        .fails(&[
            IdentityError::WRONG_PASSWORD,
            IdentityError::WEAK_PASSWORD,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("storefront_change_email")
        .costs(Cost::Credential)
        .needs(&[Permission::AccountManage])
        .fails(&[
            IdentityError::WRONG_PASSWORD,
            IdentityError::EMAIL_UNCHANGED,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("storefront_delete_account")
        .costs(Cost::Credential)
        .needs(&[Permission::AccountManage])
        .fails(&[
            IdentityError::WRONG_PASSWORD,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
        ]),
    Contract::of("storefront_list_sessions").needs(&[Permission::AccountManage]),
    Contract::of("storefront_end_session").needs(&[Permission::AccountManage]),
    Contract::of("storefront_end_all_sessions").needs(&[Permission::AccountManage]),
];

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl AccountApi {
    /// Show the account
    ///
    /// E-mail address and name of the shopper whose access token is sent.
    #[oai(path = "/", method = "get", operation_id = "storefront_get_account")]
    async fn get_account(&self, shopper: Shopper) -> ApiResult<Json<Account>> {
        let user = self.0.identity.profile(shopper.caller()).await?;
        Ok(Json(user.into()))
    }

    /// List the account's customer groups
    ///
    /// A member of groups sees other products and prices when the access token is sent with the catalogue's operations.
    #[oai(
        path = "/customer-groups",
        method = "get",
        operation_id = "storefront_list_own_customer_groups"
    )]
    async fn list_groups(&self, shopper: Shopper) -> ApiResult<Json<List<OwnGroup>>> {
        let names = self.0.catalog.own_groups(shopper.caller()).await?;
        let groups = names.into_iter().map(|name| OwnGroup { name });
        Ok(Json(List::of(groups.collect::<Vec<_>>())))
    }

    /// Change the account
    ///
    /// Absent fields do not change.
    #[oai(
        path = "/",
        method = "patch",
        operation_id = "storefront_update_account"
    )]
    async fn update_account(
        &self,
        shopper: Shopper,
        body: Json<AccountChange>,
    ) -> ApiResult<Json<Account>> {
        let change = ProfileChange {
            first_name: body.0.first_name,
            last_name: body.0.last_name,
        };
        let change = change.parse().map_err(Invalid::fields)?;
        let user = self
            .0
            .identity
            .change_profile(shopper.caller(), change)
            .await?;
        Ok(Json(user.into()))
    }

    /// Change the password
    ///
    /// Needs the current password; a wrong one returns 422 `wrong_password`, and after 10 of them within
    /// 15 minutes 429 `too_many_attempts`. Every other session and every link that resets the password
    /// ends, and the account's owner gets an e-mail.
    #[oai(
        path = "/password",
        method = "post",
        operation_id = "storefront_change_password"
    )]
    async fn change_password(
        &self,
        shopper: Shopper,
        body: Json<PasswordChange>,
    ) -> ApiResult<Done> {
        let new =
            NewPassword::parse(&body.0.password).map_err(|fault| Invalid::fields(vec![fault]))?;
        let change = ChangePassword {
            current: Password::typed(&body.0.current_password),
            new,
        };
        self.0
            .identity
            .change_password(shopper.caller(), change)
            .await?;
        Ok(Done::Done)
    }

    /// Change the e-mail address
    ///
    /// Needs the password; wrong ones are counted as for changing it. Answers 202 for every other address,
    /// whether an account has it or not, and sends it an e-mail: with a link to confirm it with, good for
    /// 24 hours, or saying that it has an account. Until it is confirmed nothing changes. A newer change ends
    /// one that waits. One such e-mail is sent to an address in a minute; a further request within it changes
    /// nothing.
    #[oai(
        path = "/email",
        method = "post",
        operation_id = "storefront_change_email"
    )]
    async fn change_email(&self, shopper: Shopper, body: Json<EmailChange>) -> ApiResult<MailSent> {
        let email = Email::parse(&body.0.email)
            .map_err(|why| Invalid::field("/email", "malformed", why))?;
        let change = ChangeEmail {
            password: Password::typed(&body.0.password),
            email,
        };
        self.0
            .identity
            .change_email(shopper.caller(), change)
            .await?;
        Ok(MailSent::Accepted)
    }

    /// Delete the account
    ///
    /// Needs the password; wrong ones are counted as for changing it. Deletes everything that is only the
    /// account's, permanently. Orders are kept for as long as the law requires.
    #[oai(
        path = "/delete",
        method = "post",
        operation_id = "storefront_delete_account"
    )]
    async fn delete_account(
        &self,
        shopper: Shopper,
        body: Json<AccountDeletion>,
    ) -> ApiResult<Done> {
        let password = Password::typed(&body.0.password);
        self.0
            .identity
            .delete_account(shopper.caller(), password)
            .await?;
        Ok(Done::Done)
    }

    /// List sessions
    ///
    /// Active sessions of the account, most recently used first; at most 50.
    #[oai(
        path = "/sessions",
        method = "get",
        operation_id = "storefront_list_sessions"
    )]
    async fn list_sessions(&self, shopper: Shopper) -> ApiResult<Json<List<DeviceSession>>> {
        let (sessions, current) = self.0.identity.sessions(shopper.caller()).await?;
        let devices = sessions
            .into_iter()
            .map(|session| DeviceSession::seen_from(current, session));
        Ok(Json(List::of(devices)))
    }

    /// Revoke all sessions
    ///
    /// Signs the shopper out on every device, this one too: all refresh tokens and access tokens stop working at
    /// once.
    #[oai(
        path = "/sessions",
        method = "delete",
        operation_id = "storefront_end_all_sessions"
    )]
    async fn end_all_sessions(&self, shopper: Shopper) -> ApiResult<Done> {
        self.0.identity.end_sessions(shopper.caller()).await?;
        Ok(Done::Done)
    }

    /// Revoke a session
    ///
    /// Its refresh token and its access tokens stop working at once. Revoking the current session signs
    /// this device out.
    #[oai(
        path = "/sessions/:session_id",
        method = "delete",
        operation_id = "storefront_end_session"
    )]
    async fn end_session(&self, shopper: Shopper, session_id: Path<SessionId>) -> ApiResult<Done> {
        self.0
            .identity
            .end_session(shopper.caller(), session_id.0)
            .await?;
        Ok(Done::Done)
    }
}

/// Fields to change.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AccountChange {
    /// Given name.
    #[oai(validator(max_length = 100))]
    first_name: Option<String>,
    /// Family name; empty to have none.
    #[oai(validator(max_length = 100))]
    last_name: Option<String>,
}

/// A change of password.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PasswordChange {
    /// Current password.
    #[oai(validator(max_length = 1024))]
    current_password: String,
    /// New password: at least 10 characters, and not easily guessed.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// A change of e-mail address.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct EmailChange {
    /// New e-mail address.
    #[oai(validator(max_length = 254))]
    email: String,
    /// Current password.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// Confirms the deletion of the account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AccountDeletion {
    /// Current password.
    #[oai(validator(max_length = 1024))]
    password: String,
}

//! A shopper's own account, and the devices it is signed in on.

use domain::identity::{ChangePassword, NewPassword, Password, ProfileChange};
use gateway::{ApiResult, Id, Invalid, Shopper};
use kernel::ids::SessionId;
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Done;
use super::answers::{Account, SessionList};
use crate::{App, Tag};

pub(crate) struct AccountApi(pub(crate) App);

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl AccountApi {
    /// Show the account
    #[oai(path = "/", method = "get", operation_id = "storefront_get_account")]
    async fn get_account(&self, shopper: Shopper) -> ApiResult<Json<Account>> {
        let user = self.0.identity.profile(shopper.caller()).await?;
        Ok(Json(user.into()))
    }

    /// Change the account
    ///
    /// Fields that are absent stay as they are.
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
    /// For whoever knows the one there is; a wrong one is refused with `wrong_password`. Every other
    /// device is signed out, and the account's owner gets a mail.
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

    /// Delete the account
    ///
    /// For good, for whoever knows its password, with everything that is only the account's. Orders are
    /// kept as long as the law wants.
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

    /// List the devices
    ///
    /// Those that the account is signed in on, the one that was used last first.
    #[oai(
        path = "/sessions",
        method = "get",
        operation_id = "storefront_list_sessions"
    )]
    async fn list_sessions(&self, shopper: Shopper) -> ApiResult<Json<SessionList>> {
        let (sessions, current) = self.0.identity.sessions(shopper.caller()).await?;
        Ok(Json(SessionList::of(sessions, current)))
    }

    /// Sign out on a device
    #[oai(
        path = "/sessions/:session_id",
        method = "delete",
        operation_id = "storefront_end_session"
    )]
    async fn end_session(
        &self,
        shopper: Shopper,
        session_id: Path<Id<SessionId>>,
    ) -> ApiResult<Done> {
        self.0
            .identity
            .end_session(shopper.caller(), session_id.0.0)
            .await?;
        Ok(Done::Done)
    }
}

/// What of an account is to become different.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AccountChange {
    /// Given name.
    #[oai(validator(max_length = 100))]
    first_name: Option<String>,
    /// Family name.
    #[oai(validator(max_length = 100))]
    last_name: Option<String>,
}

/// Another password.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct PasswordChange {
    /// The password there is.
    #[oai(validator(max_length = 1024))]
    current_password: String,
    /// The other one: at least 10 characters, and not easily guessed.
    #[oai(validator(max_length = 1024))]
    password: String,
}

/// The end of an account.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct AccountDeletion {
    /// Its password.
    #[oai(validator(max_length = 1024))]
    password: String,
}

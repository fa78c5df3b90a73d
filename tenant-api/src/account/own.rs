//! A shopper's own account, and the devices it is signed in on.

use domain::identity::ProfileChange;
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

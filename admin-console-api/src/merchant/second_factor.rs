//! A staff member's second factor, and whether the tenant demands one.

use domain::identity::{FactorStatus, IdentityError, SignIn, StaffError, TotpSeed};
use gateway::{ApiResult, ClientAddress, Context, Contract, Cost, Staff};
use kernel::Permission;
use kernel::ports::KeyRingError;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use super::auth::Done;
use crate::second_factor::{
    GIVING_A_CODE, RecoveryCodes, SecondFactorCode, SecondFactorEnrolment, SecondFactorSeed,
};
use crate::{App, Tag};

pub(crate) struct SecondFactorApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_second_factor"),
    Contract::of("admin_begin_second_factor")
        .costs(Cost::Credential)
        .fails(&[
            StaffError::HAS_SECOND_FACTOR,
            IdentityError::WRONG_PASSWORD,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
            KeyRingError::KEYS_UNAVAILABLE,
        ]),
    Contract::of("admin_confirm_second_factor")
        .costs(Cost::Credential)
        .fails(&[
            StaffError::NO_SECOND_FACTOR,
            StaffError::HAS_SECOND_FACTOR,
            StaffError::WRONG_CODE,
            IdentityError::TOO_MANY_ATTEMPTS,
            KeyRingError::KEYS_UNAVAILABLE,
        ]),
    Contract::of("admin_remove_second_factor")
        .costs(Cost::Credential)
        .fails(GIVING_A_CODE),
    Contract::of("admin_renew_recovery_codes")
        .costs(Cost::Credential)
        .fails(GIVING_A_CODE),
    Contract::of("admin_step_up")
        .costs(Cost::Credential)
        .fails(GIVING_A_CODE),
    Contract::of("admin_get_staff_settings").needs(&[Permission::StaffRead]),
    Contract::of("admin_set_staff_settings")
        .needs(&[Permission::StaffManage])
        .fails(&[StaffError::NO_SECOND_FACTOR]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminAuth")]
impl SecondFactorApi {
    /// Show the own second factor
    ///
    /// Whether there is one, how many recovery codes are left, and whether the tenant requires one.
    #[oai(
        path = "/me/second-factor",
        method = "get",
        operation_id = "admin_get_second_factor"
    )]
    async fn show(&self, staff: Staff) -> ApiResult<Json<SecondFactor>> {
        let status = self.0.identity.second_factor(staff.caller()).await?;
        Ok(Json(status.into()))
    }

    /// Start enrolling a second factor
    ///
    /// Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
    /// until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
    /// passwords within 15 minutes the answer is 429.
    #[oai(
        path = "/me/second-factor",
        method = "post",
        operation_id = "admin_begin_second_factor"
    )]
    async fn begin(
        &self,
        staff: Staff,
        body: Json<SecondFactorEnrolment>,
    ) -> ApiResult<Json<SecondFactorSeed>> {
        let attempt = SignIn::new("", &body.0.password);
        let identity = &self.0.identity;
        let TotpSeed { secret, uri } = identity
            .begin_second_factor(staff.caller(), attempt)
            .await?;
        Ok(Json(SecondFactorSeed {
            secret: secret.expose().clone(),
            uri: uri.expose().clone(),
        }))
    }

    /// Confirm the second factor
    ///
    /// Takes the first code of the app. From now on signing in needs a code; refunds, payout accounts, secret
    /// keys, staff and roles need one that was given less than 10 minutes ago, as it now was in this session.
    /// The recovery codes are shown this once. The owner of the account gets an e-mail.
    #[oai(
        path = "/me/second-factor/confirm",
        method = "post",
        operation_id = "admin_confirm_second_factor"
    )]
    async fn confirm(
        &self,
        staff: Staff,
        context: Context,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<Json<RecoveryCodes>> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let code = (body.0.code.as_str(), Some(client.0));
        let identity = &self.0.identity;
        let recovery_codes = identity
            .confirm_second_factor(staff.caller(), storefront_id, code)
            .await?;
        Ok(Json(RecoveryCodes { recovery_codes }))
    }

    /// Remove the second factor
    ///
    /// Needs a code, or a recovery code. The owner of the account gets an e-mail.
    #[oai(
        path = "/me/second-factor/remove",
        method = "post",
        operation_id = "admin_remove_second_factor"
    )]
    async fn remove(
        &self,
        staff: Staff,
        context: Context,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<Done> {
        let storefront_id = context.0.storefront()?.storefront_id;
        let code = (body.0.code.as_str(), Some(client.0));
        let identity = &self.0.identity;
        identity
            .remove_second_factor(staff.caller(), storefront_id, code)
            .await?;
        Ok(Done::Done)
    }

    /// Regenerate recovery codes
    ///
    /// Needs a code, or a recovery code. The old recovery codes stop working.
    #[oai(
        path = "/me/second-factor/recovery-codes",
        method = "post",
        operation_id = "admin_renew_recovery_codes"
    )]
    async fn renew(
        &self,
        staff: Staff,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<Json<RecoveryCodes>> {
        let code = (body.0.code.as_str(), Some(client.0));
        let identity = &self.0.identity;
        let recovery_codes = identity.renew_recovery_codes(staff.caller(), code).await?;
        Ok(Json(RecoveryCodes { recovery_codes }))
    }

    /// Step up with the second factor
    ///
    /// Opens what needs a second factor for 10 minutes, in this session. Operations that would have been allowed
    /// answer 403 `step_up_required` otherwise. Each code is good once; after 5 wrong ones within 15 minutes
    /// the answer is 429.
    #[oai(path = "/me/step-up", method = "post", operation_id = "admin_step_up")]
    async fn step_up(
        &self,
        staff: Staff,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<Json<SteppedUp>> {
        let code = (body.0.code.as_str(), Some(client.0));
        let verified_until = self.0.identity.step_up(staff.caller(), code).await?;
        Ok(Json(SteppedUp { verified_until }))
    }

    /// Show staff settings
    ///
    /// Whether each staff member needs a second factor.
    #[oai(
        path = "/staff-settings",
        method = "get",
        operation_id = "admin_get_staff_settings"
    )]
    async fn settings(&self, staff: Staff) -> ApiResult<Json<StaffSettings>> {
        let identity = &self.0.identity;
        let requires_second_factor = identity.requires_second_factor(staff.caller()).await?;
        Ok(Json(StaffSettings {
            requires_second_factor,
        }))
    }

    /// Change staff settings
    ///
    /// Where a second factor is required, a member who has not given one in their session may do nothing but
    /// enrol one: 403 `step_up_required`. The caller needs one to demand it (409 `no_second_factor`). Secret
    /// keys work as before.
    #[oai(
        path = "/staff-settings",
        method = "put",
        operation_id = "admin_set_staff_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<StaffSettings>,
    ) -> ApiResult<Json<StaffSettings>> {
        let identity = &self.0.identity;
        let requires_second_factor = identity
            .require_second_factor(staff.caller(), body.0.requires_second_factor)
            .await?;
        Ok(Json(StaffSettings {
            requires_second_factor,
        }))
    }
}

/// The caller's second factor.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SecondFactor {
    /// When it was enrolled; absent without one.
    enrolled_at: Option<OffsetDateTime>,
    /// Recovery codes that were not used.
    recovery_codes_left: i32,
    /// Whether the tenant requires one.
    is_required: bool,
}

impl From<FactorStatus> for SecondFactor {
    fn from(status: FactorStatus) -> Self {
        Self {
            enrolled_at: status.enrolled_at,
            recovery_codes_left: status.recovery_codes,
            is_required: status.is_required,
        }
    }
}

/// A session that was stepped up.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SteppedUp {
    /// Until when no further code is asked for.
    verified_until: OffsetDateTime,
}

/// Settings of staff.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct StaffSettings {
    /// Whether each staff member needs a second factor.
    requires_second_factor: bool,
}

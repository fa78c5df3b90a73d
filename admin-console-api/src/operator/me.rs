//! An operator's own account and second factor.

use domain::identity::{IdentityError, OperatorProfile, SignIn, StaffError, TotpSeed};
use gateway::{ApiResult, ClientAddress, Contract, Cost, Operator};
use kernel::ids::OperatorId;
use kernel::ports::KeyRingError;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::json::Session;
use crate::second_factor::{
    GIVING_A_CODE, RecoveryCodes, SecondFactorCode, SecondFactorEnrolment, SecondFactorSeed,
};
use crate::{App, Tag};

pub(crate) struct OperatorMeApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("operator_get_me"),
    Contract::of("operator_begin_second_factor")
        .costs(Cost::Credential)
        .fails(&[
            StaffError::HAS_SECOND_FACTOR,
            IdentityError::WRONG_PASSWORD,
            IdentityError::TOO_MANY_ATTEMPTS,
            IdentityError::SIGN_IN_BUSY,
            KeyRingError::KEYS_UNAVAILABLE,
        ]),
    Contract::of("operator_confirm_second_factor")
        .costs(Cost::Credential)
        .fails(&[
            StaffError::NO_SECOND_FACTOR,
            StaffError::HAS_SECOND_FACTOR,
            StaffError::WRONG_CODE,
            IdentityError::TOO_MANY_ATTEMPTS,
            KeyRingError::KEYS_UNAVAILABLE,
        ]),
    Contract::of("operator_remove_second_factor")
        .costs(Cost::Credential)
        .fails(GIVING_A_CODE),
    Contract::of("operator_renew_recovery_codes")
        .costs(Cost::Credential)
        .fails(GIVING_A_CODE),
];

#[OpenApi(prefix_path = "/operator/v1", tag = "Tag::OperatorAuth")]
impl OperatorMeApi {
    /// Show the own account
    ///
    /// Who is signed in, and the second factor: since when there is one, how many recovery codes are left, and
    /// whether nothing else is allowed without one.
    #[oai(path = "/me", method = "get", operation_id = "operator_get_me")]
    async fn show(&self, operator: Operator) -> ApiResult<Json<OperatorMe>> {
        let identity = &self.0.identity;
        let profile = identity.operator_profile(operator.caller()).await?;
        Ok(Json(profile.into()))
    }

    /// Start enrolling a second factor
    ///
    /// Returns the seed for an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Nothing is asked for
    /// until the first code confirms it; beginning again replaces a seed that was not confirmed. After 10 wrong
    /// passwords within 15 minutes the answer is 429.
    #[oai(
        path = "/me/second-factor",
        method = "post",
        operation_id = "operator_begin_second_factor"
    )]
    async fn begin(
        &self,
        operator: Operator,
        client: ClientAddress,
        body: Json<SecondFactorEnrolment>,
    ) -> ApiResult<Json<SecondFactorSeed>> {
        let attempt = SignIn::new("", &body.0.password).from_client(client.0);
        let identity = &self.0.identity;
        let TotpSeed { secret, uri } = identity
            .begin_operator_factor(operator.caller(), attempt)
            .await?;
        Ok(Json(SecondFactorSeed {
            secret: secret.expose().clone(),
            uri: uri.expose().clone(),
        }))
    }

    /// Confirm the second factor
    ///
    /// Takes the first code of the app. From now on signing in needs a code. The recovery codes are shown this
    /// once. The answer has an access token that was given for the code: where a second factor is required, older
    /// ones stay refused.
    #[oai(
        path = "/me/second-factor/confirm",
        method = "post",
        operation_id = "operator_confirm_second_factor"
    )]
    async fn confirm(
        &self,
        operator: Operator,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<Json<OperatorSecondFactorConfirmed>> {
        let code = (body.0.code.as_str(), Some(client.0));
        let identity = &self.0.identity;
        let (recovery_codes, signed_in) = identity
            .confirm_operator_factor(operator.caller(), code)
            .await?;
        Ok(Json(OperatorSecondFactorConfirmed {
            recovery_codes,
            session: Session::from(&signed_in),
        }))
    }

    /// Remove the second factor
    ///
    /// Needs a code, or a recovery code. Where a second factor is required, nothing is allowed after the next
    /// sign-in until another one is enrolled.
    #[oai(
        path = "/me/second-factor/remove",
        method = "post",
        operation_id = "operator_remove_second_factor"
    )]
    async fn remove(
        &self,
        operator: Operator,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<FactorRemoved> {
        let code = (body.0.code.as_str(), Some(client.0));
        let identity = &self.0.identity;
        identity
            .remove_operator_factor(operator.caller(), code)
            .await?;
        Ok(FactorRemoved::Done)
    }

    /// Regenerate recovery codes
    ///
    /// Needs a code, or a recovery code. The old recovery codes stop working.
    #[oai(
        path = "/me/second-factor/recovery-codes",
        method = "post",
        operation_id = "operator_renew_recovery_codes"
    )]
    async fn renew(
        &self,
        operator: Operator,
        client: ClientAddress,
        body: Json<SecondFactorCode>,
    ) -> ApiResult<Json<RecoveryCodes>> {
        let code = (body.0.code.as_str(), Some(client.0));
        let identity = &self.0.identity;
        let recovery_codes = identity
            .renew_operator_recovery(operator.caller(), code)
            .await?;
        Ok(Json(RecoveryCodes { recovery_codes }))
    }
}

/// Success without content.
#[derive(ApiResponse)]
enum FactorRemoved {
    /// Done.
    #[oai(status = 204)]
    Done,
}

/// The operator who is signed in.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct OperatorMe {
    /// Id of the operator.
    id: OperatorId,
    /// Name of the person.
    name: String,
    /// E-mail address of the account.
    email: String,
    /// When the second factor was enrolled; absent without one.
    second_factor_enrolled_at: Option<OffsetDateTime>,
    /// Recovery codes that were not used.
    recovery_codes_left: i32,
    /// Whether nothing else is allowed without a second factor.
    requires_second_factor: bool,
}

impl From<OperatorProfile> for OperatorMe {
    fn from(profile: OperatorProfile) -> Self {
        Self {
            id: profile.operator.id,
            name: profile.operator.name,
            email: profile.email.as_str().to_owned(),
            second_factor_enrolled_at: profile.enrolled_at,
            recovery_codes_left: profile.recovery_codes,
            requires_second_factor: profile.is_required,
        }
    }
}

/// A second factor that was confirmed.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct OperatorSecondFactorConfirmed {
    /// Ten codes, each good once in the place of a code of the app. They are not shown again.
    recovery_codes: Vec<String>,
    /// The session from now on.
    session: Session,
}

//! What a shopper has agreed to.

use domain::identity::{self, ConsentChange, ConsentPurpose, ConsentSource};
use gateway::{ApiResult, Contract, Invalid, Shopper};
use kernel::Permission;
use kernel::ids::{ConsentId, StorefrontId};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct ConsentsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_get_consents").needs(&[Permission::AccountManage]),
    Contract::of("storefront_update_consents").needs(&[Permission::AccountManage]),
];

#[OpenApi(prefix_path = "/storefront/v1/account", tag = "Tag::Account")]
impl ConsentsApi {
    /// Show consents
    ///
    /// What the shopper has agreed to now, and the last 100 answers, newest first.
    #[oai(
        path = "/consents",
        method = "get",
        operation_id = "storefront_get_consents"
    )]
    async fn get(&self, shopper: Shopper) -> ApiResult<Json<Consents>> {
        let consents = self.0.identity.consents(shopper.caller()).await?;
        Ok(Json(consents.into()))
    }

    /// Change consents
    ///
    /// Absent fields do not change. Each answer that changes something is recorded with its time and where it
    /// was said, and stays.
    #[oai(
        path = "/consents",
        method = "patch",
        operation_id = "storefront_update_consents"
    )]
    async fn change(
        &self,
        shopper: Shopper,
        body: Json<UpdateConsents>,
    ) -> ApiResult<Json<Consents>> {
        let wants = (body.0.marketing_email, body.0.marketing_sms);
        let news = body.0.order_updates_sms;
        let change = ConsentChange::parse(body.0.terms_version.as_deref(), wants, news)
            .map_err(|fault| Invalid::fields(vec![fault]))?;
        let consents = self
            .0
            .identity
            .change_consents(shopper.caller(), change)
            .await?;
        Ok(Json(consents.into()))
    }
}

/// Consents to give or withdraw.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct UpdateConsents {
    /// Version of the store's terms that are accepted, as the storefront calls it: 1 to 50 characters.
    #[oai(validator(max_length = 50))]
    terms_version: Option<String>,
    /// Whether offers may come by e-mail.
    marketing_email: Option<bool>,
    /// Whether offers may come by text message.
    marketing_sms: Option<bool>,
    /// Whether text messages may tell of the shopper's parcels.
    order_updates_sms: Option<bool>,
}

/// What a shopper has agreed to.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct Consents {
    /// Version of the terms that were accepted last; absent if none were.
    terms_version: Option<String>,
    /// Whether offers may come by e-mail.
    marketing_email: bool,
    /// Whether offers may come by text message.
    marketing_sms: bool,
    /// Whether text messages may tell of the shopper's parcels.
    order_updates_sms: bool,
    /// The last 100 answers, newest first.
    history: Vec<ConsentRecord>,
}

/// An answer of a shopper.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct ConsentRecord {
    /// Id of the answer.
    id: ConsentId,
    /// What it is about.
    purpose: ConsentPurpose,
    /// Whether the consent was given; `false` when it was withdrawn.
    is_given: bool,
    /// Version of the terms; only of `terms`.
    terms_version: Option<String>,
    /// Where it was said.
    source: ConsentSource,
    /// Storefront that it was said on.
    storefront_id: StorefrontId,
    /// When it was said.
    recorded_at: OffsetDateTime,
}

impl From<identity::Consents> for Consents {
    fn from(consents: identity::Consents) -> Self {
        let history = consents.history.into_iter().map(|answer| ConsentRecord {
            id: answer.id,
            purpose: answer.purpose,
            is_given: answer.is_given,
            terms_version: answer.terms_version,
            source: answer.source,
            storefront_id: answer.storefront_id,
            recorded_at: answer.recorded_at,
        });
        Self {
            terms_version: consents.terms_version,
            marketing_email: consents.wants_email,
            marketing_sms: consents.wants_sms,
            order_updates_sms: consents.wants_order_texts,
            history: history.collect(),
        }
    }
}

//! What a customer has agreed to.

use domain::identity::{self, ConsentPurpose, ConsentSource};
use kernel::ids::{ConsentId, StorefrontId};
use poem_openapi::Object;
use time::OffsetDateTime;

/// What a customer has agreed to.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
pub(super) struct CustomerConsents {
    /// Version of the terms that were accepted last; absent if none were.
    terms_version: Option<String>,
    /// Whether offers may be sent by e-mail.
    marketing_email: bool,
    /// Whether offers may be sent by text message.
    marketing_sms: bool,
    /// Whether text messages may tell of the customer's parcels.
    order_updates_sms: bool,
    /// The last 100 answers, newest first.
    history: Vec<CustomerConsent>,
}

/// An answer of a customer.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct CustomerConsent {
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

impl From<identity::Consents> for CustomerConsents {
    fn from(consents: identity::Consents) -> Self {
        let history = consents.history.into_iter().map(|answer| CustomerConsent {
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

//! Where the e-mails of a storefront come from.

use domain::senders::{self, StorefrontSenderDraft};
use gateway::{ApiResult, Contract, Staff};
use kernel::Permission;
use kernel::ids::{SenderDomainId, StorefrontId};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct StorefrontSenderApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_storefront_sender").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_set_storefront_sender").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1/storefronts", tag = "Tag::AdminStorefronts")]
impl StorefrontSenderApi {
    /// Show the sender of a storefront
    ///
    /// The address that its e-mails come from, and where answers go.
    #[oai(
        path = "/:storefront_id/sender",
        method = "get",
        operation_id = "admin_get_storefront_sender"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the storefront.
        storefront_id: Path<StorefrontId>,
    ) -> ApiResult<Json<StorefrontSender>> {
        let senders = &self.0.senders;
        let sender = senders
            .storefront_sender(staff.caller(), storefront_id.0)
            .await?;
        Ok(Json(sender.into()))
    }

    /// Replace the sender of a storefront
    ///
    /// E-mails come from `address` while its domain is a verified sender domain, and from the platform's address otherwise.
    /// 400 names the field when the domain is not verified.
    #[oai(
        path = "/:storefront_id/sender",
        method = "put",
        operation_id = "admin_set_storefront_sender"
    )]
    async fn set(
        &self,
        staff: Staff,
        /// Id of the storefront.
        storefront_id: Path<StorefrontId>,
        body: Json<SetStorefrontSender>,
    ) -> ApiResult<Json<StorefrontSender>> {
        let draft = StorefrontSenderDraft {
            address: body.0.address,
            reply_to: body.0.reply_to,
        };
        let senders = &self.0.senders;
        let sender = senders
            .set_storefront_sender(staff.caller(), storefront_id.0, draft)
            .await?;
        Ok(Json(sender.into()))
    }
}

/// New sender of a storefront.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetStorefrontSender {
    /// Address at a verified sender domain, such as `orders@aurora.example`. Absent: the platform's address.
    #[oai(validator(max_length = 254))]
    address: Option<String>,
    /// Address that answers go to, at any domain; it counts for e-mails from the platform's address, too. Absent: answers go to
    /// the address that the e-mail comes from.
    #[oai(validator(max_length = 254))]
    reply_to: Option<String>,
}

/// Where the e-mails of a storefront come from.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct StorefrontSender {
    /// Address at a sender domain; absent for the platform's.
    address: Option<String>,
    /// Id of the sender domain of `address`; absent without one.
    sender_domain_id: Option<SenderDomainId>,
    /// Address that answers go to; absent if they go to the sender.
    reply_to: Option<String>,
    /// Address that e-mails come from now: `address` while its domain is verified, else the platform's.
    effective_address: String,
}

impl From<senders::StorefrontSender> for StorefrontSender {
    fn from(sender: senders::StorefrontSender) -> Self {
        let senders::StorefrontSender {
            address,
            sender_domain_id,
            reply_to,
            effective_address,
        } = sender;
        Self {
            address: address.map(|it| it.as_str().to_owned()),
            sender_domain_id,
            reply_to: reply_to.map(|it| it.as_str().to_owned()),
            effective_address,
        }
    }
}

//! The links of letters about another e-mail address.

use domain::identity::IdentityError;
use gateway::{ApiResult, Contract, Cost, Visitor};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use super::Done;
use crate::{App, Tag};

pub(crate) struct EmailChangeApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_confirm_email_change")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[IdentityError::INVALID_TOKEN]),
    Contract::of("storefront_undo_email_change")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[IdentityError::INVALID_TOKEN, IdentityError::SIGN_IN_BUSY]),
];

#[OpenApi(prefix_path = "/storefront/v1/auth", tag = "Tag::ShopperAuth")]
impl EmailChangeApi {
    /// Confirm a new e-mail address
    ///
    /// With the token of the link that the new address was sent. The account has the address from then on,
    /// and links that reset its password end; its sessions go on. The old address gets an e-mail with a
    /// link that undoes the change for 72 hours. Orders that were placed with the new address without an
    /// account belong to the account after that. A token that is wrong, was used or has expired returns 400
    /// `invalid_token`, as does an address that another account has got meanwhile.
    #[oai(
        path = "/confirm-email-change",
        method = "post",
        operation_id = "storefront_confirm_email_change"
    )]
    async fn confirm(&self, visitor: Visitor, body: Json<EmailChangeToken>) -> ApiResult<Done> {
        self.0
            .identity
            .confirm_email_change(visitor.caller(), &body.0.token)
            .await?;
        Ok(Done::Done)
    }

    /// Undo a change of e-mail address
    ///
    /// With the token of the link that the old address was sent. The account has its old address again, and
    /// every later change ends. Somebody else may know the password, so it stops working, every session ends,
    /// and the address is sent a link to choose a new one.
    #[oai(
        path = "/undo-email-change",
        method = "post",
        operation_id = "storefront_undo_email_change"
    )]
    async fn undo(&self, visitor: Visitor, body: Json<EmailChangeToken>) -> ApiResult<Done> {
        self.0
            .identity
            .undo_email_change(visitor.caller(), &body.0.token)
            .await?;
        Ok(Done::Done)
    }
}

/// A link about a change of e-mail address.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct EmailChangeToken {
    /// Token from the link in the e-mail.
    #[oai(validator(max_length = 128))]
    token: String,
}

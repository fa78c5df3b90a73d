//! The newsletter: requested, confirmed by a letter, and ended with one click.

use domain::identity::IdentityError;
use gateway::{ApiResult, Contract, Cost, Invalid, Visitor};
use kernel::Permission;
use kernel::contact::Email;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};

use crate::account::{Done, MailSent};
use crate::{App, Tag};

/// The page of the shop that asks whether to unsubscribe.
const PAGE: &str = "/newsletter/unsubscribe";

pub(crate) struct NewsletterApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("storefront_subscribe_newsletter")
        .costs(Cost::Mail)
        .needs(&[Permission::StorefrontRead]),
    Contract::of("storefront_confirm_newsletter")
        .costs(Cost::Credential)
        .needs(&[Permission::StorefrontRead])
        .fails(&[IdentityError::INVALID_TOKEN]),
    Contract::of("storefront_show_unsubscribe_page").needs(&[Permission::StorefrontRead]),
    // Mail providers ask for many readers from few addresses, and nobody guesses a token.
    Contract::of("storefront_unsubscribe_newsletter")
        .needs(&[Permission::StorefrontRead])
        .fails(&[IdentityError::INVALID_TOKEN]),
];

#[OpenApi(prefix_path = "/storefront/v1/newsletter", tag = "Tag::Newsletter")]
impl NewsletterApi {
    /// Subscribe to the newsletter
    ///
    /// Always answers 202. Unless the address gets the newsletter already, an e-mail with a link to
    /// `/newsletter/confirm` is on its way; nothing is recorded until its token is sent to `confirm`. One e-mail is sent
    /// to an address in a minute.
    #[oai(
        path = "/subscriptions",
        method = "post",
        operation_id = "storefront_subscribe_newsletter"
    )]
    async fn subscribe(
        &self,
        visitor: Visitor,
        body: Json<NewsletterRequest>,
    ) -> ApiResult<MailSent> {
        let email = Email::parse(&body.0.email)
            .map_err(|why| Invalid::field("/email", "malformed", why.rule))?;
        self.0.identity.subscribe(visitor.caller(), email).await?;
        Ok(MailSent::Accepted)
    }

    /// Confirm the newsletter
    ///
    /// Records the consent `marketing_email` with its time, source and storefront: for the account that the address has,
    /// or for the address. A link is good once, for 24 hours; 400 `invalid_token` otherwise.
    #[oai(
        path = "/confirm",
        method = "post",
        operation_id = "storefront_confirm_newsletter"
    )]
    async fn confirm(&self, visitor: Visitor, body: Json<NewsletterToken>) -> ApiResult<Done> {
        let identity = &self.0.identity;
        identity
            .confirm_newsletter(visitor.caller(), &body.0.token)
            .await?;
        Ok(Done::Done)
    }

    /// Show the page to unsubscribe
    ///
    /// For mail programs that open the link of `List-Unsubscribe`. Redirects to the page `/newsletter/unsubscribe` of the
    /// store, which asks; nothing changes.
    #[oai(
        path = "/unsubscribe",
        method = "get",
        operation_id = "storefront_show_unsubscribe_page"
    )]
    async fn show(
        &self,
        visitor: Visitor,
        /// Token of the link.
        #[oai(validator(max_length = 128))]
        token: Query<Option<String>>,
    ) -> ApiResult<UnsubscribePage> {
        let host = self.0.tenancy.primary_host(visitor.caller()).await?;
        let token = token.0.unwrap_or_default();
        if !token.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let rule = "the token of a link";
            return Err(Invalid::field("token", "malformed", rule).into());
        }
        let shop = self.0.links.base(&host);
        Ok(UnsubscribePage::There(format!(
            "{shop}{PAGE}?token={token}"
        )))
    }

    /// Unsubscribe from the newsletter
    ///
    /// Takes the consent `marketing_email` back, without signing in: one click of a mail program (RFC 8058) sends it to the
    /// address in `List-Unsubscribe`, with any body. The link of each letter is good for 400 days, as often as it is used;
    /// 400 `invalid_token` otherwise.
    #[oai(
        path = "/unsubscribe",
        method = "post",
        operation_id = "storefront_unsubscribe_newsletter"
    )]
    async fn unsubscribe(
        &self,
        visitor: Visitor,
        /// Token of the link.
        #[oai(validator(max_length = 128))]
        token: Query<Option<String>>,
    ) -> ApiResult<Done> {
        let identity = &self.0.identity;
        let token = token.0.unwrap_or_default();
        identity.unsubscribe(visitor.caller(), &token).await?;
        Ok(Done::Done)
    }
}

/// Response of show-unsubscribe-page.
#[derive(ApiResponse)]
enum UnsubscribePage {
    /// The page is there.
    #[oai(status = 303)]
    There(
        /// URL of the page, with the token.
        #[oai(header = "Location")]
        String,
    ),
}

/// A request for the newsletter.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewsletterRequest {
    /// E-mail address that wants it.
    #[oai(validator(max_length = 254))]
    email: String,
}

/// A confirmation of the newsletter.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct NewsletterToken {
    /// Token from the link in the e-mail.
    #[oai(validator(max_length = 128))]
    token: String,
}

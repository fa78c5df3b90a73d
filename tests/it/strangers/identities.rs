//! Identity providers, and what shoppers have linked to them.

use testkit::OidcServer;

use crate::harness::{Account, Shop, text};

/// An identity provider with what an account has linked, and what the same tenant's other shopper has.
pub(super) async fn identities(
    shop: &Shop<'_>,
    slug: &str,
    (own, other): (&Account, &Account),
) -> ([(&'static str, String); 2], String) {
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    let at = (&issuer, provider.as_str());
    let own = linked(shop, at, own, &format!("anna@{slug}.test")).await;
    let other = linked(shop, at, other, &format!("berta@{slug}.test")).await;
    let ids = [
        ("identity_provider_id", provider),
        ("linked_identity_id", own),
    ];
    (ids, other)
}

/// An identity at a provider that an account is linked to.
async fn linked(
    shop: &Shop<'_>,
    (issuer, provider): (&OidcServer, &str),
    account: &Account,
    email: &str,
) -> String {
    issuer.sign_in(email, email);
    let trip = shop.trip(provider).await;
    shop.come_back(&trip).await.refused(409, "link_required");
    text(&shop.link(account, &trip).await.expect(201), "/id")
}

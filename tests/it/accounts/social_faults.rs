//! Identity providers that lie or break, and browsers that bring back what is not theirs: nobody gets in.

use serde_json::json;
use testkit::{OidcFault, OidcServer};

use super::social::counts;
use crate::harness::System;

#[tokio::test]
async fn whatever_is_wrong_with_the_provider_opens_nothing() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    issuer.sign_in("anna-1", "anna@example.com");
    let untrusted = (422, "id_token_refused");
    let unavailable = (503, "identity_provider_unavailable");
    for (fault, (status, code)) in [
        (OidcFault::WrongIssuer, untrusted),
        (OidcFault::Unsigned, untrusted),
        (OidcFault::HmacWithPublicKey, untrusted),
        (OidcFault::UnknownKey, untrusted),
        (OidcFault::SwappedKey, untrusted),
        (OidcFault::OtherAudience, untrusted),
        (OidcFault::OtherParty, untrusted),
        (OidcFault::Expired, untrusted),
        (OidcFault::Stale, untrusted),
        (OidcFault::Future, untrusted),
        (OidcFault::OtherNonce, untrusted),
        (OidcFault::NoNonce, untrusted),
        (OidcFault::NoIdToken, untrusted),
        (OidcFault::WrongParameter, untrusted),
        (OidcFault::Broken, unavailable),
        (OidcFault::Slow, unavailable),
        (OidcFault::Cut, unavailable),
        (OidcFault::Redirects, unavailable),
        (OidcFault::Endless, unavailable),
    ] {
        issuer.be(fault);
        let trip = shop.trip(&provider).await;
        let answer = shop.come_back(&trip).await;
        assert_eq!((answer.status, answer.code()), (status, code), "{fault:?}");
        assert_eq!(counts(&system).await, (0, 0, 0), "{fault:?}");
        // A trip is good for one try.
        issuer.be(OidcFault::None);
        shop.come_back(&trip).await.refused(400, "invalid_state");
    }
    assert!(issuer.given() >= 13, "{}", issuer.given());
    assert_eq!(issuer.reads_of_keys(), 1, "keys are kept");

    issuer.be(OidcFault::SignsWithRsa);
    let trip = shop.trip(&provider).await;
    shop.come_back(&trip).await.expect(200);
    assert_eq!(counts(&system).await, (1, 1, 1));
    system.settle().await;
}

#[tokio::test]
async fn a_browser_brings_back_what_is_its_own_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let elsewhere = system.shop("meridian", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    let theirs = elsewhere.identity_provider(&issuer).await;
    issuer.sign_in("anna-1", "anna@example.com");
    let trip = shop.trip(&provider).await;
    let other = shop.trip(&provider).await;

    // Somebody else's browser, and one that was never sent away.
    let mut swapped = trip.body();
    swapped["browser_token"] = json!(other.browser_token);
    shop.finish(&swapped).await.refused(400, "invalid_state");
    swapped["browser_token"] = json!("0".repeat(64));
    shop.finish(&swapped).await.refused(400, "invalid_state");
    let mut unknown = trip.body();
    unknown["state"] = json!("0".repeat(64));
    shop.finish(&unknown).await.refused(400, "invalid_state");
    // Another tenant's state, and another tenant's provider.
    elsewhere
        .come_back(&trip)
        .await
        .refused(400, "invalid_state");
    shop.leave(&theirs, "/").await.refused(404, "not_found");
    elsewhere
        .leave(&provider, "/")
        .await
        .refused(404, "not_found");
    // Another sign-in's code: its verifier is another one, and so is its nonce.
    let mut mixed = trip.body();
    mixed["code"] = json!(other.said("code"));
    shop.finish(&mixed).await.refused(400, "invalid_code");
    assert_eq!(counts(&system).await, (0, 0, 0));

    // A code that was redeemed is not redeemed again.
    let third = shop.trip(&provider).await;
    let session = shop.come_back(&third).await.expect(200);
    assert_eq!(session["session"]["account"]["email"], "anna@example.com");
    let fourth = shop.trip(&provider).await;
    let mut replayed = fourth.body();
    replayed["code"] = json!(third.said("code"));
    shop.finish(&replayed).await.refused(400, "invalid_code");
    shop.come_back(&third).await.refused(400, "invalid_state");
    let late = shop.trip(&provider).await;
    system
        .execute("update social_sign_ins set expires_at = expires_at - interval '10 minutes'")
        .await;
    shop.come_back(&late).await.refused(400, "invalid_state");
    assert_eq!(counts(&system).await, (1, 1, 1));
    system.settle().await;
}

#[tokio::test]
async fn shoppers_return_to_the_shop_only() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let issuer = OidcServer::start().await;
    let provider = shop.identity_provider(&issuer).await;
    for return_to in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/..//evil.example",
        "javascript:alert(1)",
        "account",
    ] {
        let answer = shop.leave(&provider, return_to).await;
        answer.refused(400, "invalid_request");
        assert_eq!(answer.body["errors"][0]["pointer"], "/return_to");
    }
    let left = "select count(*) from social_sign_ins";
    assert_eq!(system.number(left).await, 0);
    system.settle().await;
}

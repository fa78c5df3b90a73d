//! Who is let in, with what, and for how long.

use crate::HERE;
use std::sync::Arc;

use domain::identity::{Identity, Password, Policy, SignIn};
use kernel::contact::Email;
use kernel::ids::TenantId;
use kernel::ports::Authenticator;
use kernel::{Actor, AnyFault, Caller, Fault, Kind, Permission};
use time::Duration;

use crate::house::{House, KEY, OWNERS_PASSWORD, secrets, tokens};

/// Another key than [`KEY`].
const OTHER_KEY: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA
-----END PRIVATE KEY-----
";

pub(crate) async fn token(house: &House, tenant_id: TenantId, slug: &str) -> String {
    let attempt = SignIn::new(&format!("owner@{slug}.example"), OWNERS_PASSWORD);
    let signed_in = house
        .identity
        .sign_in_staff(tenant_id, attempt)
        .await
        .unwrap();
    signed_in.signed_in.access_token.expose().clone()
}

pub(crate) fn assert_unauthenticated<T>(answer: Result<T, AnyFault>, case: &str) {
    let Err(fault) = answer else {
        panic!("{case}: the token was believed");
    };
    assert_eq!(fault.kind(), Kind::Unauthenticated, "{case}");
    assert_eq!(fault.code(), "unauthenticated", "{case}");
    assert_eq!(
        fault.to_string(),
        "a valid access token is needed",
        "{case}"
    );
}

#[tokio::test]
async fn an_owner_signs_in_and_may_do_what_owners_may() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;

    let token = token(&house, tenant_id, "aurora").await;
    let caller = house.identity.staff(tenant_id, &token, HERE).await.unwrap();

    assert_eq!(caller.tenant_id(), tenant_id);
    assert!(matches!(caller.actor(), Actor::Staff(_)));
    assert!(caller.may(Permission::RefundsCreate));
    assert!(!caller.may(Permission::TenantsWrite));
    assert!(!caller.may(Permission::CartsWrite));
}

#[tokio::test]
async fn whoever_is_wrong_gets_one_answer() {
    let house = House::new().await;
    let aurora = house.tenant("aurora").await;
    house.tenant("borealis").await;

    for (email, password) in [
        ("owner@aurora.example", "a long way to Aurorb"),
        ("owner@aurora.example", ""),
        ("nobody@aurora.example", OWNERS_PASSWORD),
        ("owner@borealis.example", OWNERS_PASSWORD),
        ("not an address", OWNERS_PASSWORD),
        ("", ""),
        ("owner@aurora.example' or true --", OWNERS_PASSWORD),
    ] {
        let refused = house
            .identity
            .sign_in_staff(aurora, SignIn::new(email, password))
            .await
            .unwrap_err();
        assert_eq!(refused.kind(), Kind::Unauthenticated, "{email}");
        assert_eq!(refused.code(), "invalid_credentials", "{email}");
        let refused = house
            .identity
            .sign_in_operator(SignIn::new(email, password))
            .await
            .unwrap_err();
        assert_eq!(refused.code(), "invalid_credentials", "{email}");
    }
}

#[tokio::test]
async fn a_token_is_good_for_a_quarter_of_an_hour() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let token = token(&house, tenant_id, "aurora").await;

    house.clock.forward(Duration::minutes(15));
    assert!(house.identity.staff(tenant_id, &token, HERE).await.is_ok());

    house.clock.forward(Duration::seconds(30));
    let late = house.identity.staff(tenant_id, &token, HERE).await;
    assert_unauthenticated(late, "30 seconds too late");
}

#[tokio::test]
async fn a_token_is_good_for_one_tenant() {
    let house = House::new().await;
    let aurora = house.tenant("aurora").await;
    let borealis = house.tenant("borealis").await;
    // The same person works for both, which makes no difference.
    let mut tx = house.superuser().await;
    sqlx::query(
        "insert into memberships (tenant_id, staff_id, role, created_at)
         select $1, staff_id, role, created_at from memberships where tenant_id = $2",
    )
    .bind(borealis.uuid())
    .bind(aurora.uuid())
    .execute(&mut tx)
    .await
    .unwrap();
    let token = token(&house, aurora, "aurora").await;

    assert!(house.identity.staff(aurora, &token, HERE).await.is_ok());
    let elsewhere = house.identity.staff(borealis, &token, HERE).await;
    assert_unauthenticated(elsewhere, "another tenant");
    let operator = house.identity.operator(&token).await;
    assert_unauthenticated(operator, "the platform");
}

#[tokio::test]
async fn removing_somebody_takes_effect_at_once() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let token = token(&house, tenant_id, "aurora").await;
    let mut superuser = house.superuser().await;

    sqlx::query("update memberships set role = 'analyst'")
        .execute(&mut superuser)
        .await
        .unwrap();
    let analyst = house.identity.staff(tenant_id, &token, HERE).await.unwrap();
    assert!(analyst.may(Permission::OrdersRead) && !analyst.may(Permission::RefundsCreate));

    sqlx::query("delete from memberships")
        .execute(&mut superuser)
        .await
        .unwrap();
    let removed = house.identity.staff(tenant_id, &token, HERE).await;
    assert_unauthenticated(removed, "removed");
}

#[tokio::test]
async fn a_key_can_be_changed_without_turning_anybody_away() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let old = token(&house, tenant_id, "aurora").await;
    let with_keys = |pem: String| {
        let (db, operators) = (house.db.clone(), house.operators.clone());
        let (clock, passwords) = (house.clock.clone(), house.passwords.clone());
        async move {
            let policy = Policy::built_in().await.unwrap();
            let tokens = tokens(&pem);
            let secrets = secrets(passwords, tokens);
            Identity::new(db, operators, Arc::new(clock), secrets, policy)
        }
    };

    let both = with_keys(format!("{OTHER_KEY}{KEY}")).await;
    let only_new = with_keys(OTHER_KEY.to_owned()).await;
    let attempt = SignIn::new("owner@aurora.example", OWNERS_PASSWORD);
    let new = both.sign_in_staff(tenant_id, attempt).await.unwrap();

    assert!(both.staff(tenant_id, &old, HERE).await.is_ok());
    let new = new.signed_in.access_token.expose();
    assert!(only_new.staff(tenant_id, new, HERE).await.is_ok());
    assert_unauthenticated(
        only_new.staff(tenant_id, &old, HERE).await,
        "the old key is gone",
    );
}

#[tokio::test]
async fn an_operator_signs_in_until_the_account_is_gone() {
    let house = House::new().await;
    let email = Email::parse("Ops@Stoa.test").unwrap();
    let password = || Password::parse("the platform's own password").unwrap();
    let attempt = || SignIn::new("ops@stoa.test", "the platform's own password");

    let first = house
        .identity
        .save_operator(&email, "Ops", password())
        .await;
    let again = house
        .identity
        .save_operator(&email, "Ops", password())
        .await;
    assert!(first.as_ref().unwrap().is_new && !again.as_ref().unwrap().is_new);
    assert_eq!(first.unwrap().id, again.unwrap().id);
    let signed_in = house.identity.sign_in_operator(attempt()).await.unwrap();
    let token = signed_in.access_token.expose();
    let caller = house.identity.operator(token).await.unwrap();
    assert_eq!(caller.operator_id, signed_in.person.id);
    assert!(caller.require(Permission::TenantsWrite).is_ok());
    assert!(caller.require(Permission::OrdersRead).is_err());

    sqlx::query("delete from operators")
        .execute(&mut house.superuser().await)
        .await
        .unwrap();
    assert_unauthenticated(house.identity.operator(token).await, "removed");
}

#[tokio::test]
async fn a_weaker_hash_is_made_stronger_at_the_next_sign_in() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let mut superuser = house.superuser().await;
    // "a long way to Aurora" with m=8, t=1.
    let weak = weak_hash();
    sqlx::query("update staff set password_hash = $1")
        .bind(&weak)
        .execute(&mut superuser)
        .await
        .unwrap();

    token(&house, tenant_id, "aurora").await;

    let stored: String = sqlx::query_scalar("select password_hash from staff")
        .fetch_one(&mut superuser)
        .await
        .unwrap();
    assert!(
        stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
        "{stored}"
    );
    token(&house, tenant_id, "aurora").await;
}

fn weak_hash() -> String {
    use argon2::password_hash::{PasswordHasher, SaltString};
    use argon2::{Algorithm, Argon2, Params, Version};
    let params = Params::new(8, 1, 1, None).unwrap();
    let salt = SaltString::encode_b64(b"sixteen bytes ..").unwrap();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password(OWNERS_PASSWORD.as_bytes(), &salt)
        .unwrap()
        .to_string()
}

#[tokio::test]
async fn a_visitor_may_shop_and_nothing_else() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let found = kernel::ports::StorefrontFinder::by_host(
        &house.tenancy,
        &kernel::host::Host::parse("aurora.stoa.test").unwrap(),
    )
    .await
    .unwrap()
    .unwrap();

    let visitor: Caller = house.identity.visitor(&found);

    assert_eq!(visitor.tenant_id(), tenant_id);
    assert_eq!(visitor.storefront_id(), Some(found.storefront_id));
    assert!(visitor.may(Permission::OrdersPlace));
    assert!(!visitor.may(Permission::OrdersRead));
    let storefront = house.tenancy.visited(&visitor).await.unwrap();
    assert_eq!(storefront.id, found.storefront_id);
    assert!(house.tenancy.merchants(&visitor).await.is_err());
}

//! Roles, staff and invitations: who may do what, from when on, and who may not give it.

mod explain;
mod keys;
mod letters;
mod merchant_reviews;
mod merchants;
mod operator_factor;
mod operators;
mod second_factor;
mod sessions;
mod switch;

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::harness::{Answer, Shop, System, send, text};

const PASSWORD: &str = "violet kettle orbit tundra";
const BERTA: &str = "berta@example.com";

/// What a staff member with this token is answered.
async fn ask(shop: &Shop<'_>, token: &str, method: Method, path: &str, body: Value) -> Answer {
    let path = format!("/admin/v1{path}");
    let request = shop.system.request(method, &shop.host, &path);
    let request = request.bearer_auth(token);
    send(if body.is_null() {
        request
    } else {
        request.json(&body)
    })
    .await
}

async fn get(shop: &Shop<'_>, token: &str, path: &str) -> u16 {
    ask(shop, token, Method::GET, path, Value::Null)
        .await
        .status
}

/// A role of the tenant's own, which the owner creates.
async fn role(shop: &Shop<'_>, name: &str, authorities: &[&str]) -> String {
    let body = json!({"name": name, "authorities": authorities});
    let made = shop.admin(Method::POST, "/roles", body).await;
    text(&made.expect(201), "/role")
}

async fn accept(shop: &Shop<'_>, body: Value) -> Answer {
    let path = "/admin/v1/staff-invitations/accept";
    let request = shop.system.request(Method::POST, &shop.host, path);
    send(request.json(&body)).await
}

async fn log_in(shop: &Shop<'_>, email: &str, password: &str) -> Answer {
    let request = shop
        .system
        .request(Method::POST, &shop.host, "/admin/v1/auth/login");
    send(request.json(&json!({"email": email, "password": password}))).await
}

/// Invites Berta to a role, and lets her accept and sign in: her token.
async fn join(shop: &Shop<'_>, role: &str) -> String {
    let invite = json!({"email": BERTA, "role": role});
    let invited = shop.admin(Method::POST, "/staff-invitations", invite).await;
    invited.expect(201);
    let letter = shop.system.letter(BERTA, 1).await;
    assert_eq!(letter.subject, "You are invited to work for aurora");
    let body = json!({"token": letter.token(), "name": "Berta", "password": PASSWORD});
    let accepted = accept(shop, body).await.expect(200);
    assert_eq!(accepted, json!({"email": BERTA, "is_new_account": true}));
    let session = log_in(shop, BERTA, PASSWORD).await.expect(200);
    assert_eq!(session["staff"]["role"], role);
    text(&session, "/access_token")
}

async fn id_of(shop: &Shop<'_>, email: &str) -> String {
    let list = shop.admin(Method::GET, "/staff", Value::Null).await;
    let list = list.expect(200);
    let mut members = list["data"].as_array().unwrap().iter();
    text(members.find(|it| it["email"] == email).unwrap(), "/id")
}

async fn change(shop: &Shop<'_>, id: &str, body: Value) -> Answer {
    shop.admin(Method::PATCH, &format!("/staff/{id}"), body)
        .await
}

#[tokio::test]
async fn a_role_of_the_tenants_own_allows_what_it_says_from_the_next_request_on() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let packer = role(&shop, "Packer", &["orders:read"]).await;

    let berta = join(&shop, &packer).await;

    let seen = async || {
        let mut statuses = Vec::new();
        for path in ["/orders", "/products", "/staff", "/api-keys"] {
            statuses.push(get(&shop, &berta, path).await);
        }
        statuses
    };
    assert_eq!(seen().await, [200, 403, 403, 403]);
    let me = ask(&shop, &berta, Method::GET, "/me", Value::Null).await;
    let me = me.expect(200);
    assert_eq!(me["role"], packer.as_str());
    assert_eq!(me["staff_id"], id_of(&shop, BERTA).await.as_str());
    assert_eq!(me["authorities"], json!(["orders:read"]));
    assert_eq!(
        (&me["name"], &me["email"]),
        (&json!("Berta"), &json!(BERTA))
    );

    let wider = json!({"name": "Packer", "authorities": ["products:read"]});
    let path = format!("/roles/{packer}");
    let changed = shop.admin(Method::PUT, &path, wider).await.expect(200);
    assert_eq!(changed["member_count"], 1);
    assert_eq!(seen().await, [403, 200, 403, 403]);

    let id = id_of(&shop, BERTA).await;
    change(&shop, &id, json!({"role": "support"}))
        .await
        .expect(200);
    assert_eq!(seen().await, [200, 200, 403, 403]);
    let deleted = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(deleted.status, 204);

    change(&shop, &id, json!({"is_suspended": true}))
        .await
        .expect(200);
    assert_eq!(seen().await, [401, 401, 401, 401]);
    assert_eq!(log_in(&shop, BERTA, PASSWORD).await.status, 401);
    change(&shop, &id, json!({"is_suspended": false}))
        .await
        .expect(200);
    assert_eq!(seen().await, [200, 200, 403, 403]);

    let path = format!("/staff/{id}");
    let removed = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!(removed.status, 204);
    assert_eq!(seen().await, [401, 401, 401, 401]);
    system.settle().await;
}

#[tokio::test]
async fn nobody_grants_or_takes_what_they_do_not_hold() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let clerk = role(&shop, "Personnel", &["staff:read", "staff:manage"]).await;
    let berta = join(&shop, &clerk).await;
    let owner = id_of(&shop, "owner@aurora.test").await;
    let own = id_of(&shop, BERTA).await;
    let before = shop.admin(Method::GET, "/staff", Value::Null).await;
    let invite = |role: &str| json!({"email": "carla@example.com", "role": role});
    let not_held = (422, "authority_not_held");
    for (method, path, body) in [
        (Method::POST, "/staff-invitations", invite("owner")),
        (Method::POST, "/staff-invitations", invite("support")),
        (
            Method::PATCH,
            &format!("/staff/{own}"),
            json!({"role": "owner"}),
        ),
        (
            Method::PATCH,
            &format!("/staff/{owner}"),
            json!({"role": clerk}),
        ),
        (
            Method::PATCH,
            &format!("/staff/{owner}"),
            json!({"is_suspended": true}),
        ),
        (Method::DELETE, &format!("/staff/{owner}"), Value::Null),
    ] {
        let refused = ask(&shop, &berta, method, path, body).await;
        assert_eq!((refused.status, refused.code()), not_held, "{path}");
    }
    let new = json!({"name": "All", "authorities": ["staff:read"]});
    let refused = ask(&shop, &berta, Method::POST, "/roles", new).await;
    assert_eq!((refused.status, refused.code()), (403, "permission_denied"));
    let after = shop.admin(Method::GET, "/staff", Value::Null).await;
    assert_eq!(after.body, before.body);

    // What she holds she may give.
    let body = json!({"email": "carla@example.com", "role": clerk});
    let invited = ask(&shop, &berta, Method::POST, "/staff-invitations", body).await;
    assert_eq!(invited.expect(201)["invited_by"], own.as_str());
    system.settle().await;
}

#[tokio::test]
async fn the_last_owner_stays_whatever_two_owners_do_at_once() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let owner = id_of(&shop, "owner@aurora.test").await;
    for body in [json!({"role": "support"}), json!({"is_suspended": true})] {
        let refused = change(&shop, &owner, body).await;
        assert_eq!((refused.status, refused.code()), (409, "last_owner"));
    }
    let path = format!("/staff/{owner}");
    let refused = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!((refused.status, refused.code()), (409, "last_owner"));

    let berta = join(&shop, "owner").await;
    let second = id_of(&shop, BERTA).await;
    let demote = json!({"role": "analyst"});
    let by_berta = format!("/staff/{owner}");
    let (first, other) = tokio::join!(
        change(&shop, &second, demote.clone()),
        ask(&shop, &berta, Method::PATCH, &by_berta, demote.clone()),
    );
    let statuses = [first.status, other.status];
    assert!(statuses.contains(&200), "{statuses:?}");
    assert!(
        !statuses.iter().all(|status| *status == 200),
        "{statuses:?}"
    );
    let owners = "select count(*) from memberships where role = 'owner' and suspended_at is null";
    assert_eq!(system.number(owners).await, 1);
    system.settle().await;
}

#[tokio::test]
async fn an_invitation_is_accepted_once_by_its_link_alone() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let other = system.shop("meridian", &[]).await;
    let invite = json!({"email": BERTA, "role": "support"});
    let path = "/staff-invitations";
    let first = shop.admin(Method::POST, path, invite.clone()).await;
    first.expect(201);
    let old = system.letter(BERTA, 1).await.token();
    let second = shop.admin(Method::POST, path, invite.clone()).await;
    let second = second.expect(201);
    let token = system.letter(BERTA, 2).await.token();
    let open = shop.admin(Method::GET, path, Value::Null).await.expect(200);
    assert_eq!(open["data"], json!([second]));

    let body = |token: &str| json!({"token": token, "name": "Berta", "password": PASSWORD});
    let invalid = (400, "invalid_token");
    for (place, token) in [(&shop, old.as_str()), (&other, &token), (&shop, "x")] {
        let refused = accept(place, body(token)).await;
        assert_eq!((refused.status, refused.code()), invalid, "{token}");
    }
    let bare = accept(&shop, json!({"token": token})).await;
    assert_eq!((bare.status, bare.code()), (422, "account_needed"));
    let weak = json!({"token": token, "name": "Berta", "password": "passwordpassword"});
    let weak = accept(&shop, weak).await;
    assert_eq!((weak.status, weak.code()), (422, "weak_password"));
    let short = json!({"token": token, "name": "", "password": "short"});
    let short = accept(&shop, short).await;
    assert_eq!(short.status, 400);
    assert_eq!(short.body["errors"][0]["pointer"], "/name");
    assert_eq!(short.body["errors"][1]["pointer"], "/password");
    assert_eq!(system.number("select count(*) from memberships").await, 2);

    accept(&shop, body(&token)).await.expect(200);
    let again = accept(&shop, body(&token)).await;
    assert_eq!((again.status, again.code()), invalid);
    let member = shop.admin(Method::POST, path, invite.clone()).await;
    assert_eq!((member.status, member.code()), (409, "already_member"));

    // Elsewhere she is known: the account joins, and keeps its password.
    other.admin(Method::POST, path, invite).await.expect(201);
    let token = system.letter(BERTA, 3).await.token();
    let known = json!({"token": token, "password": "another password of a stranger"});
    let joined = accept(&other, known).await.expect(200);
    assert_eq!(joined, json!({"email": BERTA, "is_new_account": false}));
    log_in(&other, BERTA, PASSWORD).await.expect(200);
    assert!(
        system.tables_with(&token).await.is_empty(),
        "tokens are hashed"
    );

    let revoked = json!({"email": "carla@example.com", "role": "support"});
    let revoked = shop.admin(Method::POST, path, revoked).await.expect(201);
    let token = system.letter("carla@example.com", 1).await.token();
    let one = format!("{path}/{}", text(&revoked, "/id"));
    let deleted = shop.admin(Method::DELETE, &one, Value::Null).await;
    assert_eq!(deleted.status, 204);
    let refused = accept(&shop, body(&token)).await;
    assert_eq!((refused.status, refused.code()), invalid);
    system.settle().await;
}

#[tokio::test]
async fn roles_are_refused_field_by_field() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let long = "x".repeat(81);
    for (name, authorities, pointer) in [
        ("", json!(["orders:read"]), "/name"),
        (long.as_str(), json!(["orders:read"]), "/name"),
        ("Order Manager", json!(["orders:read"]), "/name"),
        ("Packer", json!([]), "/authorities"),
        (
            "Packer",
            json!(["orders:read", "orders:eat"]),
            "/authorities/1",
        ),
    ] {
        let body = json!({"name": name, "authorities": authorities});
        let refused = shop.admin(Method::POST, "/roles", body).await;
        assert_eq!(refused.status, 400, "{name}");
        assert_eq!(refused.body["errors"][0]["pointer"], pointer, "{name}");
    }
    let operators = json!({"name": "Landlord", "authorities": ["tenants:write"]});
    let refused = shop.admin(Method::POST, "/roles", operators).await;
    assert_eq!(
        (refused.status, refused.code()),
        (422, "authority_not_held")
    );

    let packer = role(&shop, "Packer", &["orders:read"]).await;
    let again = json!({"name": "packer", "authorities": ["orders:read"]});
    let refused = shop.admin(Method::POST, "/roles", again).await;
    assert_eq!((refused.status, refused.code()), (409, "role_name_taken"));
    join(&shop, &packer).await;
    let path = format!("/roles/{packer}");
    let refused = shop.admin(Method::DELETE, &path, Value::Null).await;
    assert_eq!((refused.status, refused.code()), (409, "role_in_use"));
    assert_eq!(system.number("select count(*) from roles").await, 1);
    system.settle().await;
}

#[tokio::test]
async fn a_role_is_changed_by_those_who_hold_all_that_it_allowed() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let deputy = role(&shop, "Deputy", &["roles:manage", "orders:read"]).await;
    let buyer = role(&shop, "Buyer", &["products:write"]).await;
    let berta = join(&shop, &deputy).await;
    let body = json!({"name": "Buyer", "authorities": ["orders:read"]});
    let path = format!("/roles/{buyer}");

    let refused = ask(&shop, &berta, Method::PUT, &path, body).await;

    assert_eq!(
        (refused.status, refused.code()),
        (422, "authority_not_held")
    );
    let kept = "select count(*) from role_authorities where authority = 'products:write'";
    assert_eq!(system.number(kept).await, 1);
    system.settle().await;
}

#[tokio::test]
async fn invitations_of_one_address_at_once_leave_one_open() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let invite = || {
        let body = json!({"email": BERTA, "role": "support"});
        shop.admin(Method::POST, "/staff-invitations", body)
    };

    let answers = join_all((0..4).map(|_| invite())).await;

    assert!(answers.iter().all(|it| it.status == 201), "{answers:?}");
    let open = "select count(*) from staff_invitations where revoked_at is null";
    assert_eq!(system.number(open).await, 1);
    system.settle().await;
}

//! What strangers try, and what they must be answered.

use std::collections::HashMap;

use reqwest::RequestBuilder;

use super::case::Case;
use super::document::{Guard, Operation};
use super::foreign::{anothers_line, in_the_body, in_the_query};
use super::world::{Things, World, body};
use crate::harness::{Answer, send};

type Named = HashMap<&'static str, String>;

/// Sends the operation to `host` with these ids in the path and in the body.
pub(super) async fn attempt(
    world: &World<'_>,
    what: (&Operation, &Case),
    host: &str,
    ids: (&Named, &Named),
    credential: Option<(&str, &str)>,
) -> Answer {
    attempt_with(world, what, host, ids, ("", credential)).await
}

/// The same with a query.
pub(super) async fn attempt_with(
    world: &World<'_>,
    (operation, case): (&Operation, &Case),
    host: &str,
    (in_path, in_body): (&Named, &Named),
    (query, credential): (&str, Option<(&str, &str)>),
) -> Answer {
    let mut path = operation.path.clone();
    for name in operation.parameters() {
        let id = in_path
            .get(name)
            .unwrap_or_else(|| panic!("no trial knows the parameter {name}"));
        path = path.replace(&format!("{{{name}}}"), id);
    }
    let mut query = query.to_owned();
    for (name, id) in in_body {
        query = query.replace(&format!("{{{name}}}"), id);
    }
    let mut request: RequestBuilder =
        world
            .system
            .request(operation.method.clone(), host, &format!("{path}{query}"));
    if let Some((header, value)) = credential {
        request = request.header(header, value);
    }
    if operation.is_write() {
        // A key of its own for each attempt: a replay would hide what is being tried.
        let key = kernel::ports::Ids.token();
        request = request.header("idempotency-key", &key[..32]);
    }
    if let Some(of) = case.body {
        request = request.json(&body(of, in_body));
    }
    if let Some(file) = case.file {
        request = request.header("content-type", "image/png").body(file());
    }
    send(request).await
}

/// The header with which our own caller of that kind is let in.
pub(super) fn credential(world: &World<'_>, guard: Guard) -> Option<(&'static str, String)> {
    let ours = &world.ours;
    match guard {
        Guard::Open => None,
        Guard::Cart => Some(("cart-token", ours.cart_token.clone())),
        Guard::Order => Some(("order-token", ours.order_token.clone())),
        Guard::Shopper => Some(("authorization", format!("Bearer {}", ours.account_token))),
        Guard::Staff => Some(("authorization", format!("Bearer {}", ours.staff_token))),
        Guard::Operator => Some(("authorization", format!("Bearer {}", world.operator_token))),
    }
}

/// An answer without what differs from request to request: its text byte for byte, but for the id.
fn shape(answer: &Answer) -> (u16, String, Vec<(String, String)>) {
    let request_id = answer.body["request_id"].as_str();
    let text = match request_id {
        Some(id) => answer.text.replace(id, "<request id>"),
        None => answer.text.clone(),
    };
    let differing = ["x-request-id", "date", "ratelimit"];
    let mut headers: Vec<(String, String)> = answer
        .headers
        .iter()
        .filter(|(name, _)| !differing.contains(&name.as_str()))
        .map(|(name, value)| {
            (
                name.to_string(),
                value.to_str().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    headers.sort();
    (answer.status, text, headers)
}

#[track_caller]
pub(super) fn assert_status(answer: &Answer, status: u16, operation: &Operation, who: &str) {
    assert_eq!(
        answer.status, status,
        "{} for {who}: {}",
        operation.id, answer.body
    );
}

#[track_caller]
pub(super) fn assert_same(one: &Answer, other: &Answer, operation: &Operation, what: &str) {
    assert_eq!(
        shape(one),
        shape(other),
        "{}: {what} differs from a random id",
        operation.id
    );
}

/// Operations for everybody: an unknown host leads nowhere, and another tenant's things are not here.
pub(super) async fn open(world: &World<'_>, operation: &Operation, case: &Case) {
    let ours = &world.ours;
    let platform = ["/health/", "/operator/", "/webhooks/"]
        .iter()
        .any(|part| operation.path.starts_with(part));
    if !operation.path.starts_with("/health/") {
        for host in ["unknown.example", "unknown.localhost"] {
            let answer =
                attempt(world, (operation, case), host, (&ours.ids, &ours.ids), None).await;
            assert_status(&answer, 404, operation, "an unknown host");
        }
    }
    if !operation.parameters().is_empty() {
        let foreign = attempt(
            world,
            (operation, case),
            &ours.host,
            (&world.theirs.ids, &ours.ids),
            None,
        )
        .await;
        let random = attempt(
            world,
            (operation, case),
            &ours.host,
            (&world.nobody, &ours.ids),
            None,
        )
        .await;
        assert_status(&foreign, 404, operation, "another tenant's id");
        assert_same(&foreign, &random, operation, "another tenant's id");
    }
    in_the_query(world, (operation, case), None).await;
    if operation.id == "storefront_get_picture" {
        pictures(world, (operation, case)).await;
    }
    if operation.path.ends_with("/login") {
        let host = if platform {
            "localhost"
        } else {
            ours.host.as_str()
        };
        let answer = attempt(world, (operation, case), host, (&ours.ids, &ours.ids), None).await;
        assert_status(&answer, 401, operation, "somebody unknown");
    }
    if operation.path.starts_with("/webhooks/") {
        let answer = attempt(
            world,
            (operation, case),
            "localhost",
            (&ours.ids, &ours.ids),
            None,
        )
        .await;
        assert_status(&answer, 400, operation, "somebody who cannot sign");
    }
}

/// A picture is shown on its own tenant's host, and is nowhere else, whatever the path says.
async fn pictures(world: &World<'_>, what: (&Operation, &Case)) {
    let (ours, theirs) = (&world.ours, &world.theirs);
    let own = attempt(world, what, &ours.host, (&ours.ids, &ours.ids), None).await;
    assert_status(&own, 200, what.0, "our own picture");
    let mut mixed = ours.ids.clone();
    mixed.insert("file", theirs.ids["file"].clone());
    let random = attempt(world, what, &ours.host, (&world.nobody, &ours.ids), None).await;
    for (host, ids, who) in [
        (&ours.host, &mixed, "another tenant's file under our name"),
        (&theirs.host, &ours.ids, "our picture on another's host"),
    ] {
        let answer = attempt(world, what, host, (ids, ids), None).await;
        assert_status(&answer, 404, what.0, who);
        assert_same(&answer, &random, what.0, who);
    }
}

/// Operations on a cart or an order: the token and the id must both be the shopper's own.
pub(super) async fn shopper(world: &World<'_>, operation: &Operation, case: &Case) {
    let ours = &world.ours;
    let (header, token_of): (_, fn(&Things) -> &str) = match operation.guard {
        Guard::Cart => ("cart-token", |things| &things.cart_token),
        _ => ("order-token", |things| &things.order_token),
    };
    let what = (operation, case);
    let own_ids = (&ours.ids, &ours.ids);
    let own = (header, token_of(ours));

    let anonymous = attempt(world, what, &ours.host, own_ids, None).await;
    assert_status(&anonymous, 401, operation, "somebody without a token");

    let nobodys = (&world.nobody, &ours.ids);
    let random = attempt(world, what, &ours.host, nobodys, Some(own)).await;
    assert_status(&random, 404, operation, "a random id");
    for (who, ids, token) in other_shoppers(world, operation, token_of) {
        let key = Some((header, token));
        let answer = attempt(world, what, &ours.host, (ids, &ours.ids), key).await;
        assert_same(&answer, &random, operation, who);
    }
    let elsewhere = attempt(world, what, &world.theirs.host, own_ids, Some(own)).await;
    let who = "our shopper on another tenant's host";
    assert_same(&elsewhere, &random, operation, who);
    anothers_line(world, what, own).await;
    in_the_body(world, what, &ours.host, own).await;
    in_the_query(world, what, Some(own)).await;
}

/// Who they are, the ids they try, and the tokens they have.
fn other_shoppers<'a>(
    world: &'a World<'_>,
    operation: &Operation,
    token_of: fn(&Things) -> &str,
) -> [(&'static str, &'a Named, &'a str); 5] {
    let (ours, theirs) = (&world.ours, &world.theirs);
    let other = if operation.guard == Guard::Cart {
        &ours.other_cart_token
    } else {
        &ours.other_order_token
    };
    [
        ("the same tenant's other shopper", &ours.ids, other),
        (
            "another tenant's shopper with our id",
            &ours.ids,
            token_of(theirs),
        ),
        (
            "another tenant's shopper with an own id",
            &theirs.ids,
            token_of(theirs),
        ),
        (
            "our shopper with another tenant's id",
            &theirs.ids,
            token_of(ours),
        ),
        ("somebody who guesses", &ours.ids, "0000"),
    ]
}

/// What a clerk may read, who may not read everything else.
fn is_of_the_catalogue(operation: &Operation) -> bool {
    let path = &operation.path;
    let areas = [
        "/admin/v1/products",
        "/admin/v1/catalog/",
        "/admin/v1/categories",
        "/admin/v1/search/",
        "/admin/v1/locations",
        "/admin/v1/variants/",
        "/admin/v1/stock/",
    ];
    let is_price = path.starts_with("/admin/v1/customer-groups/") && path.ends_with("/prices");
    is_price || areas.iter().any(|area| path.starts_with(area))
}

/// Operations of a tenant's staff.
pub(super) async fn staff(world: &World<'_>, operation: &Operation, case: &Case) {
    let (ours, theirs) = (&world.ours, &world.theirs);
    let what = (operation, case);
    let own_ids = (&ours.ids, &ours.ids);
    let bearer = |token: &str| format!("Bearer {token}");

    let anonymous = attempt(world, what, &ours.host, own_ids, None).await;
    assert_status(&anonymous, 401, operation, "somebody without a token");
    for (who, token) in [
        ("another tenant's staff", theirs.staff_token.as_str()),
        ("an operator", world.operator_token.as_str()),
        ("a visitor", ours.cart_token.as_str()),
        ("a shopper", ours.account_token.as_str()),
        ("somebody who guesses", "e30.e30.e30"),
    ] {
        let token = bearer(token);
        let answer = attempt(
            world,
            what,
            &ours.host,
            own_ids,
            Some(("authorization", &token)),
        )
        .await;
        assert_status(&answer, 401, operation, who);
        let elsewhere = attempt(
            world,
            what,
            "unknown.example",
            own_ids,
            Some(("authorization", &token)),
        )
        .await;
        assert_status(&elsewhere, 404, operation, "an unknown host");
    }
    // What is one's own needs no permission.
    let without = if operation.path.starts_with("/admin/v1/me") {
        None
    } else if operation.is_write() {
        Some(bearer(&ours.analyst_token))
    } else {
        (!is_of_the_catalogue(operation)).then(|| bearer(&ours.clerk_token))
    };
    if let Some(token) = without {
        let own = Some(("authorization", token.as_str()));
        let answer = attempt(world, what, &ours.host, own_ids, own).await;
        assert_status(&answer, 403, operation, "staff without the permission");
    }
    let own = bearer(&ours.staff_token);
    let own = ("authorization", own.as_str());
    if !operation.parameters().is_empty() {
        let foreign = attempt(world, what, &ours.host, (&theirs.ids, &ours.ids), Some(own)).await;
        let random = attempt(
            world,
            what,
            &ours.host,
            (&world.nobody, &ours.ids),
            Some(own),
        )
        .await;
        assert_status(&foreign, 404, operation, "another tenant's id");
        assert_same(&foreign, &random, operation, "another tenant's id");
    }
    in_the_body(world, what, &ours.host, own).await;
    in_the_query(world, what, Some(own)).await;
}

/// Operations of the platform's own people.
pub(super) async fn operator(world: &World<'_>, operation: &Operation, case: &Case) {
    let ours = &world.ours;
    let what = (operation, case);
    let own_ids = (&ours.ids, &ours.ids);

    let anonymous = attempt(world, what, "localhost", own_ids, None).await;
    assert_status(&anonymous, 401, operation, "somebody without a token");
    for token in [&ours.staff_token, &ours.account_token, &ours.cart_token] {
        let token = format!("Bearer {token}");
        let answer = attempt(
            world,
            what,
            "localhost",
            own_ids,
            Some(("authorization", &token)),
        )
        .await;
        assert_status(&answer, 401, operation, "somebody who is no operator");
    }
    let own = format!("Bearer {}", world.operator_token);
    let own = Some(("authorization", own.as_str()));
    let on_a_store = attempt(world, what, &ours.host, own_ids, own).await;
    assert_status(&on_a_store, 404, operation, "an operator on a store's host");
    if !operation.parameters().is_empty() {
        let random = attempt(world, what, "localhost", (&world.nobody, &ours.ids), own).await;
        assert_status(&random, 404, operation, "a random id");
    }
    if let Some(own) = own {
        in_the_body(world, what, "localhost", own).await;
    }
}

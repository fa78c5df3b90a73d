//! Two tenants with everything that a stranger could ask for, and a third set of ids that nobody has.

use std::collections::HashMap;

use kernel::ports::Ids;
use reqwest::Method;
use serde_json::{Value, json};

use super::identities::identities;
use super::office::office;
use crate::harness::{Account, Bought, Shop, Shopper, System, send, text};
use crate::pictures::files::{halves, jpeg};

/// What one tenant, or nobody, has: ids by the names that paths and bodies use.
pub(super) struct Things {
    pub(super) host: String,
    pub(super) staff_token: String,
    pub(super) analyst_token: String,
    pub(super) clerk_token: String,
    pub(super) account_token: String,
    /// A session of the same tenant's other shopper.
    pub(super) other_session: String,
    /// An address of the same tenant's other shopper.
    pub(super) other_address: String,
    /// An identity that the same tenant's other shopper has linked.
    pub(super) other_identity: String,
    pub(super) cart_token: String,
    pub(super) order_token: String,
    pub(super) other_cart_token: String,
    pub(super) other_order_token: String,
    pub(super) ids: HashMap<&'static str, String>,
}

/// Two tenants and nobody.
pub(super) struct World<'s> {
    pub(super) system: &'s System,
    pub(super) ours: Things,
    pub(super) theirs: Things,
    /// Well-formed ids of things that do not exist.
    pub(super) nobody: HashMap<&'static str, String>,
    pub(super) operator_token: String,
}

impl<'s> World<'s> {
    /// Builds both tenants through the API, and waits until everything has settled.
    pub(super) async fn new(system: &'s System) -> Self {
        let ours = things(system, "ours").await;
        let theirs = things(system, "theirs").await;
        let operator_token = system.operator_token().await;
        system.is_quiet().await;
        hold_back_what_falls_due(system).await;
        Self {
            system,
            nobody: nobody(&ours.ids),
            ours,
            theirs,
            operator_token,
        }
    }
}

/// Checks and expiries are due minutes after the purchases, and what has expired is swept, which may be in the
/// middle of the trials: what they write is not a stranger's.
async fn hold_back_what_falls_due(system: &System) {
    system
        .execute("update outbox set available_at = available_at + interval '1 day'")
        .await;
    system
        .execute("update mail_slots set expires_at = expires_at + interval '1 day'")
        .await;
}

async fn things(system: &System, slug: &str) -> Things {
    let shop = system.shop(slug, &[]).await;
    shop.stock(&[(&format!("{slug}-mug"), 1490, 50)]).await;
    // Who may look and nothing else, and who may change the goods and sees no order.
    let analyst_token = enrolled(&shop, "analyst").await;
    let clerk_token = enrolled(&shop, "catalogue_manager").await;
    shelve(&shop, slug).await;
    let mug = format!("{slug}-mug");
    let account = shop.member(&format!("anna@{slug}.test")).await;
    let other_account = shop.member(&format!("berta@{slug}.test")).await;

    let order = shop.ready_shopper(&[(&mug, 2)]).await.buy().await;
    let other = shop.ready_shopper(&[(&mug, 1)]).await;
    let other_order = other.buy().await;
    let open = shop.ready_shopper(&[(&mug, 1)]).await;
    let other_open = shop.ready_shopper(&[(&mug, 1)]).await;
    system.is_quiet().await;

    let cart = open.cart().await;
    let path = format!("/orders/{}", order.order_id);
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    let seen = seen.expect(200);
    let product = product(&shop, &mug).await;
    let mut ids = HashMap::from([
        ("tenant_id", shop.tenant_id.clone()),
        ("tenant", shop.tenant_id.clone()),
        ("file", picture(&shop, slug).await),
        ("category", format!("{slug}-jugs")),
        ("category_id", category(&shop).await),
        ("storefront_id", text(&seen, "/storefront_id")),
        ("product_id", text(&product, "/id")),
        ("variant_id", text(&product, "/variants/0/id")),
        ("cart_id", open.cart_id.clone()),
        ("line_id", text(&cart, "/lines/0/id")),
        ("shipping_option_id", text(&cart, "/shipping_option_id")),
        ("order_id", order.order_id.clone()),
        ("order_line_id", text(&seen, "/lines/0/id")),
        ("customer", customer(&shop, &mug).await),
        ("slug", mug),
        ("merchant_id", shop.merchants[0].clone()),
        ("session_id", session(&shop, &account).await),
        ("address_id", address(&shop, &account).await),
        ("customer_id", account.id.clone()),
    ]);
    let (linked, other_identity) = identities(&shop, slug, (&account, &other_account)).await;
    ids.extend(linked);
    ids.extend(cursors(&shop).await);
    ids.extend(parcels(&shop, &other_order.order_id).await);
    ids.extend(images(&shop, &product, &seen).await);
    ids.extend(office(&shop, &order).await);
    ids.extend(reviews(&shop, &order, &seen).await);
    Things {
        host: shop.host.clone(),
        staff_token: shop.owner_token.clone(),
        analyst_token,
        clerk_token,
        other_session: session(&shop, &other_account).await,
        other_address: address(&shop, &other_account).await,
        other_identity,
        account_token: account.access_token,
        cart_token: open.cart_token.clone(),
        order_token: order.order_token,
        other_cart_token: other_token(&other_open),
        other_order_token: other_order.order_token,
        ids,
    }
}

/// Where pages of lists end.
async fn cursors(shop: &Shop<'_>) -> [(&'static str, String); 3] {
    let products = cursor(shop, "/storefront/v1/products?limit=1").await;
    [
        (
            "category_cursor",
            cursor(shop, "/admin/v1/categories?limit=1").await,
        ),
        ("product_cursor", products),
        (
            "admin_cursor",
            cursor(shop, "/admin/v1/products?limit=1").await,
        ),
    ]
}

/// A parcel with everything of an order, and a return of one unit of it.
async fn parcels(shop: &Shop<'_>, order_id: &str) -> [(&'static str, String); 2] {
    let made = shop.fulfill(order_id, "parcel", &json!({})).await;
    let parcel = text(&made.expect(201), "/id");
    let path = format!("/orders/{order_id}");
    let seen = shop.admin(Method::GET, &path, Value::Null).await;
    let line = text(&seen.expect(200), "/lines/0/id");
    let path = format!("/admin/v1/orders/{order_id}/returns");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request
        .bearer_auth(&shop.owner_token)
        .header("idempotency-key", "return");
    let body = json!({"reason": "other", "lines": [{"line_id": line, "quantity": 1}]});
    let made = send(request.json(&body)).await.expect(201);
    [
        ("fulfillment_id", parcel),
        ("return_id", text(&made, "/id")),
    ]
}

/// A note of the owner's on an order.
async fn note(shop: &Shop<'_>, order: &Bought) -> String {
    let path = format!("/orders/{}/notes", order.order_id);
    let note = json!({"text": "Gift"});
    let made = shop.admin(Method::POST, &path, note).await;
    text(&made.expect(201), "/id")
}

/// Published reviews of an order's first line and its merchant, where the first pages end of lists with two, and a note.
async fn reviews(shop: &Shop<'_>, order: &Bought, seen: &Value) -> [(&'static str, String); 6] {
    let slug = text(seen, "/lines/0/title");
    let second = shop.ready_shopper(&[(&slug, 1)]).await.buy().await;
    let path = format!("/orders/{}", second.order_id);
    let line = shop.admin(Method::GET, &path, Value::Null).await;
    let line = text(&line.expect(200), "/lines/0/id");
    let first = text(seen, "/lines/0/id");
    for subject in ["product", "merchant"] {
        publish(shop, &second, (&line, subject)).await;
    }
    publish(shop, order, (&first, "merchant")).await;
    let id = publish(shop, order, (&first, "product")).await;
    let picture = review_picture(shop, order, &id).await;
    let list = format!("/storefront/v1/products/{slug}/reviews?limit=1");
    let merchant = shop.host.split('.').next().unwrap().to_owned();
    let of_merchant = format!("/storefront/v1/merchants/{merchant}/reviews?limit=1");
    [
        ("note_id", note(shop, order).await),
        ("review_id", id),
        ("review_cursor", cursor(shop, &list).await),
        ("merchant_review_cursor", cursor(shop, &of_merchant).await),
        ("merchant_slug", merchant),
        ("picture_id", picture),
    ]
}

/// A picture of a review, which is published again.
async fn review_picture(shop: &Shop<'_>, order: &Bought, id: &str) -> String {
    let path = format!(
        "/storefront/v1/orders/{}/reviews/{id}/pictures",
        order.order_id
    );
    let add = shop.system.request(Method::POST, &shop.host, &path);
    let add = add.header("order-token", &order.order_token);
    let add = add.header("content-type", "image/jpeg");
    let added = send(add.body(jpeg(&halves(30, 20)))).await.expect(201);
    let publish = format!("/reviews/{id}/publish");
    let published = shop.admin(Method::POST, &publish, Value::Null).await;
    published.expect(200);
    text(&added, "/pictures/0/id")
}

async fn publish(shop: &Shop<'_>, order: &Bought, (line, subject): (&str, &str)) -> String {
    let path = format!("/storefront/v1/orders/{}/reviews", order.order_id);
    let write = shop.system.request(Method::POST, &shop.host, &path);
    let write = write.header("order-token", &order.order_token);
    let body = json!({"order_line_id": line, "subject": subject, "rating": 4});
    let id = text(&send(write.json(&body)).await.expect(201), "/id");
    let publish = format!("/reviews/{id}/publish");
    let published = shop.admin(Method::POST, &publish, Value::Null).await;
    published.expect(200);
    id
}

/// The address of somebody who ordered here and nowhere else.
async fn customer(shop: &Shop<'_>, slug: &str) -> String {
    let shopper = shop.ready_shopper(&[(slug, 1)]).await;
    let email = format!("customer@{}.test", shop.host.replace('.', "-"));
    let who = shopper.request(Method::PATCH, "");
    send(who.json(&json!({"email": email}))).await.expect(200);
    shopper.buy().await;
    email
}

/// The session of a shopper who is signed in on one device.
async fn session(shop: &Shop<'_>, account: &Account) -> String {
    let list = shop
        .account(&account.access_token, Method::GET, "/sessions", Value::Null)
        .await;
    text(&list.expect(200), "/data/0/id")
}

/// An address in a shopper's address book.
async fn address(shop: &Shop<'_>, account: &Account) -> String {
    let body = json!({"address": {
        "first_name": "Anna", "street_name": "Main street 1", "city": "Berlin",
        "postal_code": "10115", "country": "DE",
    }});
    let made = shop
        .account(&account.access_token, Method::POST, "/addresses", body)
        .await;
    text(&made.expect(201), "/id")
}

fn other_token(shopper: &Shopper<'_>) -> String {
    shopper.cart_token.clone()
}

async fn product(shop: &Shop<'_>, slug: &str) -> Value {
    let path = format!("/storefront/v1/products/{slug}");
    send(shop.system.request(Method::GET, &shop.host, &path))
        .await
        .expect(200)
}

/// Somebody of the staff with this role.
async fn enrolled(shop: &Shop<'_>, role: &str) -> String {
    let email = format!("{role}@{}.test", shop.host);
    shop.enrol(&email, role).await;
    shop.sign_in(&email).await
}

/// A product in two categories of its own, so that every list has two pages and something to filter by.
async fn shelve(shop: &Shop<'_>, slug: &str) {
    let product = json!({
        "title": format!("{slug} jug"), "status": "active", "category": [format!("{slug} jugs"), "Small"],
        "variants": [{"price": {"amount": 990, "currency": "EUR"}}],
    });
    let made = shop.admin(Method::POST, "/products", product).await;
    made.expect(201);
}

/// The first category, which has a picture.
async fn category(shop: &Shop<'_>) -> String {
    let list = shop.admin(Method::GET, "/categories", Value::Null).await;
    let id = text(&list.expect(200), "/data/0/id");
    let path = format!("/admin/v1/categories/{id}/image");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    let request = request.header("content-type", "image/jpeg");
    let added = send(request.body(jpeg(&halves(30, 20)))).await;
    added.expect(201);
    id
}

/// Where the first page of a list ends.
async fn cursor(shop: &Shop<'_>, path: &str) -> String {
    let mut request = shop.system.request(Method::GET, &shop.host, path);
    if path.starts_with("/admin/") {
        request = request.bearer_auth(&shop.owner_token);
    }
    text(&send(request).await.expect(200), "/next_cursor")
}

/// Keeps a picture; the name of its file.
async fn picture(shop: &Shop<'_>, slug: &str) -> String {
    let letter = if slug == "ours" { "a" } else { "b" };
    let file = format!("{}.webp", letter.repeat(64));
    let key = format!("{}/{file}", shop.tenant_id);
    let bytes = letter.as_bytes().to_vec();
    let kept = shop
        .system
        .app
        .objects
        .put(&key, bytes.into(), "image/webp");
    kept.await.unwrap();
    file
}

/// An image of a product.
/// A picture of a product, and one of a storefront's brand.
async fn images(shop: &Shop<'_>, product: &Value, order: &Value) -> [(&'static str, String); 2] {
    let (product, storefront) = (text(product, "/id"), text(order, "/storefront_id"));
    let of_product = image(shop, &format!("products/{product}/images")).await;
    let of_brand = image(shop, &format!("storefronts/{storefront}/brand/images")).await;
    [("image_id", of_product), ("brand_image_id", of_brand)]
}

async fn image(shop: &Shop<'_>, place: &str) -> String {
    let path = format!("/admin/v1/{place}");
    let request = shop.system.request(Method::POST, &shop.host, &path);
    let request = request.bearer_auth(&shop.owner_token);
    let request = request.header("content-type", "image/jpeg");
    let added = send(request.body(jpeg(&halves(30, 20)))).await;
    text(&added.expect(201), "/id")
}

/// The same kinds of ids, of nothing.
fn nobody(of: &HashMap<&'static str, String>) -> HashMap<&'static str, String> {
    of.iter()
        .map(|(&name, id)| {
            let absent = match id.rsplit_once('_') {
                Some((prefix, suffix)) if suffix.len() == 26 => {
                    let fresh = kernel::ids::OrderId::from_uuid(Ids.uuid()).to_string();
                    format!("{prefix}_{}", fresh.trim_start_matches("ord_"))
                }
                _ if id.contains('@') => "nobody@example.com".to_owned(),
                _ if name == "file" => format!("{}.webp", "f".repeat(64)),
                _ => "there-is-no-such-thing".to_owned(),
            };
            (name, absent)
        })
        .collect()
}

/// The body of a case, with these ids in it.
pub(super) fn body(
    of: fn(&HashMap<&'static str, String>) -> Value,
    ids: &HashMap<&'static str, String>,
) -> Value {
    let body = of(ids);
    if body.is_null() { json!({}) } else { body }
}

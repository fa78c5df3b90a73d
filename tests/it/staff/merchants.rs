//! The staff of one merchant of a tenant: what is theirs, and nothing of anybody else's.

use super::*;
use crate::harness::Bought;

/// A tenant with two merchants, each with one product, and somebody who works for the first.
pub(super) struct Market<'s> {
    pub(super) shop: Shop<'s>,
    /// The token of the first merchant's owner.
    berta: String,
}

impl<'s> Market<'s> {
    pub(super) async fn of(system: &'s System, role: &str) -> Self {
        let shop = system
            .shop("aurora", &[("brew", 500), ("gear", 1000)])
            .await;
        shop.stock(&[("brew/kettle", 2000, 10), ("gear/bag", 5000, 10)])
            .await;
        let invite = json!({"email": BERTA, "role": role, "merchant_id": shop.merchants[0]});
        let invited = shop.admin(Method::POST, "/staff-invitations", invite).await;
        assert_eq!(
            invited.expect(201)["merchant_id"],
            shop.merchants[0].as_str()
        );
        let letter = system.letter(BERTA, 1).await;
        let body = json!({"token": letter.token(), "name": "Berta", "password": PASSWORD});
        accept(&shop, body).await.expect(200);
        let session = log_in(&shop, BERTA, PASSWORD).await.expect(200);
        Self {
            berta: text(&session, "/access_token"),
            shop,
        }
    }

    pub(super) async fn ask(&self, method: Method, path: &str, body: Value) -> Answer {
        ask(&self.shop, &self.berta, method, path, body).await
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, Value::Null).await
    }

    async fn post_once(&self, path: &str, key: &str, body: &Value) -> Answer {
        let path = format!("/admin/v1{path}");
        let request = self
            .shop
            .system
            .request(Method::POST, &self.shop.host, &path);
        let request = request.bearer_auth(&self.berta);
        send(request.header("idempotency-key", key).json(body)).await
    }

    async fn seen_by_the_owner(&self, order: &Bought) -> Value {
        let path = format!("/orders/{}", order.order_id);
        let seen = self.shop.admin(Method::GET, &path, Value::Null).await;
        seen.expect(200)
    }

    /// Id of the product with this slug.
    async fn product(&self, slug: &str) -> String {
        let path = format!("/storefront/v1/products/{slug}");
        let request = self
            .shop
            .system
            .request(Method::GET, &self.shop.host, &path);
        text(&send(request).await.expect(200), "/id")
    }
}

fn titles(page: &Value) -> Vec<&str> {
    let data = page["data"].as_array().unwrap();
    data.iter()
        .map(|it| it["title"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_merchants_owner_sees_who_they_are_and_what_is_the_merchants() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_owner").await;
    let shop = &market.shop;
    let brew = &shop.merchants[0];
    shop.ready_shopper(&[("kettle", 2), ("bag", 1)])
        .await
        .buy()
        .await;
    system.is_quiet().await;

    let me = market.get("/me").await.expect(200);
    let authorities = "products:read products:write reviews:read reviews:moderate orders:read orders:fulfill \
                       merchants:read ledger:read";
    let authorities: Vec<&str> = authorities.split(' ').collect();
    assert_eq!(
        (&me["role"], &me["merchant_id"], &me["authorities"]),
        (&json!("merchant_owner"), &json!(brew), &json!(authorities))
    );
    let products = market.get("/products").await.expect(200);
    assert_eq!(titles(&products), ["kettle"]);
    let merchants = market.get("/merchants").await.expect(200);
    assert_eq!(merchants["data"].as_array().unwrap().len(), 1);
    assert_eq!(merchants["data"][0]["id"], brew.as_str());

    let all = shop
        .admin(Method::GET, "/ledger/balances", Value::Null)
        .await;
    let all = all.expect(200);
    let own = all["data"].as_array().unwrap().iter();
    let own: Vec<&Value> = own
        .filter(|it| it["merchant_id"] == brew.as_str())
        .collect();
    assert!(!own.is_empty());
    assert_eq!(
        market.get("/ledger/balances").await.expect(200)["data"],
        json!(own)
    );
    system.settle().await;
}

#[tokio::test]
async fn a_merchant_sees_its_part_of_a_purchase_and_not_the_rest() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_owner").await;
    let shop = &market.shop;
    let [brew, gear] = [&shop.merchants[0], &shop.merchants[1]];
    let both = shop.ready_shopper(&[("kettle", 2), ("bag", 1)]).await;
    let both = both.buy().await;
    system.is_quiet().await;

    let orders = format!("/merchants/{brew}/orders");
    let list = market.get(&orders).await.expect(200);
    let seen = market.seen_by_the_owner(&both).await;
    let mut shares = seen["shares"].as_array().unwrap().iter();
    let share = shares.find(|it| it["merchant_id"] == brew.as_str());
    let share = share.unwrap();
    assert_eq!(
        list["data"],
        json!([{
            "id": both.order_id, "number": seen["number"], "status": "paid",
            "fulfillment_status": "unfulfilled", "total": share["total"],
            "placed_at": seen["placed_at"],
        }])
    );
    let path = format!("{orders}/{}", both.order_id);
    let part = market.get(&path).await.expect(200);
    assert_eq!(titles(&json!({"data": part["lines"]})), ["kettle"]);
    assert_eq!(&part["share"], share);
    assert_eq!(part["shipping_address"], seen["shipping_address"]);
    let earnings = &part["earnings"];
    assert_eq!(earnings["gross"], share["total"]);
    let commission = earnings["commission"]["amount"].as_i64().unwrap();
    let net = share["goods_net"]["amount"].as_i64().unwrap();
    assert_eq!(commission, (net * 500 + 5000) / 10_000);
    assert_eq!(earnings["transfers"][0]["merchant_id"], brew.as_str());
    let told = part.to_string();
    for hidden in [seen["email"].as_str().unwrap(), gear, "bag"] {
        assert!(!told.contains(hidden), "{hidden} in {told}");
    }
    let shown = shop.admin(Method::GET, &path, Value::Null).await;
    assert_eq!(shown.expect(200), part);
    system.settle().await;
}

#[tokio::test]
async fn what_is_another_merchants_or_the_tenants_is_not_there() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_owner").await;
    let shop = &market.shop;
    let [brew, gear] = [&shop.merchants[0], &shop.merchants[1]];
    let both = shop.ready_shopper(&[("kettle", 2), ("bag", 1)]).await;
    let both = both.buy().await;
    let bag = shop.ready_shopper(&[("bag", 1)]).await.buy().await;
    let unpaid = shop.ready_shopper(&[("kettle", 1)]).await.place().await;
    let foreign = market.product("bag").await;
    for hidden in [
        format!("/merchants/{brew}/orders/{}", bag.order_id),
        format!("/merchants/{brew}/orders/{}", unpaid.order_id),
        format!("/merchants/{gear}/orders"),
        format!("/merchants/{gear}/orders/{}", both.order_id),
        format!("/products/{foreign}"),
    ] {
        market.get(&hidden).await.refused(404, "not_found");
    }
    for forbidden in [
        "/orders",
        "/customers",
        "/staff",
        "/api-keys",
        "/reports/sales",
    ] {
        market
            .get(forbidden)
            .await
            .refused(403, "permission_denied");
    }
    system.settle().await;
}

#[tokio::test]
async fn a_merchants_staff_ships_the_merchants_lines_and_no_others() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_staff").await;
    let shop = &market.shop;
    let [brew, gear] = [&shop.merchants[0], &shop.merchants[1]];
    let order = shop.ready_shopper(&[("kettle", 2), ("bag", 1)]).await;
    let order = order.buy().await;
    let bag = shop.ready_shopper(&[("bag", 1)]).await.buy().await;
    let seen = market.seen_by_the_owner(&order).await;
    let path = format!("/orders/{}/fulfillments", order.order_id);
    let status = async || {
        let seen = market.seen_by_the_owner(&order).await;
        text(&seen, "/fulfillment_status")
    };

    let lines = seen["lines"].as_array().unwrap().iter();
    let theirs = lines.clone().find(|it| it["title"] == "bag").unwrap();
    let theirs = json!({"lines": [{"line_id": theirs["id"], "quantity": 1}]});
    let refused = market.post_once(&path, "theirs", &theirs).await;
    refused.refused(422, "order_line_not_found");
    let refused = market
        .post_once(&path, "gear", &json!({"merchant_id": gear}))
        .await;
    refused.refused(422, "nothing_to_fulfill");
    let foreign = format!("/orders/{}/fulfillments", bag.order_id);
    let refused = market.post_once(&foreign, "foreign", &json!({})).await;
    refused.refused(404, "not_found");
    assert_eq!(status().await, "unfulfilled");

    let shipped = market.post_once(&path, "kettles", &json!({})).await;
    let shipped = shipped.expect(201);
    assert_eq!(shipped["merchant_id"], brew.as_str());
    assert_eq!(shipped["lines"][0]["quantity"], 2);
    let again = market.post_once(&path, "kettles", &json!({})).await;
    assert_eq!(again.expect(201), shipped);
    // The bag is still to be shipped, which only the tenant's staff see here.
    assert_eq!(status().await, "partially_fulfilled");
    let own = format!("/merchants/{brew}/orders/{}", order.order_id);
    let own = market.get(&own).await.expect(200);
    assert_eq!(own["fulfillment_status"], "fulfilled");

    let rest = shop.fulfill(&order.order_id, "bag", &json!({})).await;
    let rest = rest.expect(201);
    assert_eq!(status().await, "fulfilled");
    let rest = format!("{path}/{}/delivered", text(&rest, "/id"));
    let refused = market.ask(Method::POST, &rest, Value::Null).await;
    refused.refused(404, "not_found");
    let parcel = format!("{path}/{}", text(&shipped, "/id"));
    let cancelled = market
        .ask(Method::POST, &format!("{parcel}/cancel"), Value::Null)
        .await;
    assert_eq!(cancelled.expect(200)["status"], "cancelled");
    assert_eq!(status().await, "partially_fulfilled");
    system.settle().await;
}

#[tokio::test]
async fn a_merchants_staff_changes_the_merchants_products_and_no_others() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_staff").await;
    let shop = &market.shop;
    let foreign = market.product("bag").await;
    let variant = shop.variant("bag").await;
    let before = shop
        .admin(Method::GET, &format!("/products/{foreign}"), Value::Null)
        .await
        .expect(200);

    let change = json!({"title": "Mine now"});
    let path = format!("/products/{foreign}");
    let refused = market.ask(Method::PATCH, &path, change).await;
    refused.refused(404, "not_found");
    let price = json!({"price": {"amount": 1, "currency": "EUR"}});
    let path = format!("/variants/{variant}/price");
    let refused = market.ask(Method::PUT, &path, price.clone()).await;
    refused.refused(404, "not_found");
    let path = format!("/variants/{variant}/stock");
    let stock = json!({"on_hand": 3, "allow_backorder": false});
    let refused = market.ask(Method::PUT, &path, stock.clone()).await;
    refused.refused(404, "not_found");
    let product = |more: Value| {
        let mut product = json!({
            "title": "Bag", "status": "active", "variants": [{"price": {"amount": 900, "currency": "EUR"}}],
        });
        product
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        product
    };
    for (more, status, code) in [
        (
            json!({"merchant_id": shop.merchants[1]}),
            422,
            "merchant_not_found",
        ),
        (json!({"category": ["No", "Such"]}), 400, "invalid_request"),
        (json!({"slug": "bag"}), 409, "slug_taken"),
    ] {
        let made = market.ask(Method::POST, "/products", product(more)).await;
        made.refused(status, code);
    }
    let path = format!("/products/{foreign}");
    let after = shop.admin(Method::GET, &path, Value::Null).await;
    assert_eq!(after.expect(200), before);

    // A product of another merchant has the address that the title would give: this one gets another.
    let made = market
        .ask(Method::POST, "/products", product(json!({})))
        .await;
    let made = made.expect(201);
    assert_eq!(made["merchant_id"], shop.merchants[0].as_str());
    assert!(text(&made, "/slug").starts_with("bag-"), "{made}");
    let variant = text(&made, "/variants/0/id");
    let path = format!("/variants/{variant}/price");
    let priced = market.ask(Method::PUT, &path, price).await.expect(200);
    assert_eq!(priced["variants"][0]["prices"][0]["price"]["amount"], 1);
    let path = format!("/variants/{variant}/stock");
    let stocked = market.ask(Method::PUT, &path, stock).await.expect(200);
    assert_eq!(stocked["variants"][0]["stock"]["on_hand"], 3);
    let path = format!("/products/{}", text(&made, "/id"));
    let renamed = market
        .ask(Method::PATCH, &path, json!({"title": "Pouch"}))
        .await;
    assert_eq!(renamed.expect(200)["title"], "Pouch");
    let products = market.get("/products").await.expect(200);
    assert_eq!(titles(&products), ["Pouch", "kettle"]);
    system.settle().await;
}

#[tokio::test]
async fn a_role_of_merchants_staff_is_held_for_a_merchant_and_no_other_is() {
    let system = System::start().await;
    let market = Market::of(&system, "merchant_staff").await;
    let shop = &market.shop;
    let gear = &shop.merchants[1];
    let invite = async |more: Value| {
        let mut body = json!({"email": "carla@example.com"});
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        shop.admin(Method::POST, "/staff-invitations", body).await
    };
    let nobody = "mer_00000000000000000000000001";
    for (body, status, code) in [
        (json!({"role": "merchant_owner"}), 400, "invalid_request"),
        (
            json!({"role": "support", "merchant_id": gear}),
            400,
            "invalid_request",
        ),
        (
            json!({"role": "merchant_owner", "merchant_id": nobody}),
            422,
            "merchant_not_found",
        ),
    ] {
        let refused = invite(body).await;
        refused.refused(status, code);
        if status == 400 {
            assert_eq!(refused.body["errors"][0]["pointer"], "/merchant_id");
        }
    }

    // Somebody's own credentials are theirs, wherever they work.
    let sessions = market.get("/me/sessions").await.expect(200);
    assert_eq!(sessions["data"].as_array().unwrap().len(), 1);
    market.get("/me/second-factor").await.expect(200);
    let id = id_of(shop, BERTA).await;
    let path = format!("/authorization/explain?staff_id={id}");
    let explained = shop
        .admin(Method::GET, &path, Value::Null)
        .await
        .expect(200);
    let may = |operation: &str| {
        let mut all = explained["data"].as_array().unwrap().iter();
        let found = all.find(|it| it["operation"] == operation).unwrap();
        found["is_allowed"].as_bool().unwrap()
    };
    assert!(may("admin_list_products") && may("admin_get_merchant_order") && may("admin_get_me"));
    assert!(!may("admin_get_order") && !may("admin_set_catalog_settings"));

    let moved = change(shop, &id, json!({"merchant_id": gear})).await;
    assert_eq!(moved.expect(200)["merchant_id"], gear.as_str());
    let products = market.get("/products").await.expect(200);
    assert_eq!(titles(&products), ["bag"]);
    let own = change(shop, &id, json!({"role": "support"}))
        .await
        .expect(200);
    assert!(own.get("merchant_id").is_none(), "{own}");
    let products = market.get("/products").await.expect(200);
    assert_eq!(titles(&products).len(), 2);
    let refused = change(shop, &id, json!({"role": "merchant_staff"})).await;
    refused.refused(400, "invalid_request");
    system.settle().await;
}

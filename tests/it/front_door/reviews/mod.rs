//! Reviews, asked for and decided about through the front door.

mod demands;
mod lists;
mod merchants;
mod moderation;
mod writing;

use kernel::ids::VariantId;
use kernel::ports::Ids;
use poem::http::Method;
use serde_json::{Value, json};

use super::ask::Answer;
use super::{Ask, House};

/// A store with one product.
struct Stall<'a> {
    house: &'a House,
    owner: String,
    mug: VariantId,
    slug: String,
}

/// A paid order of one mug.
struct Bought {
    id: String,
    token: String,
    line: String,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

impl<'a> Stall<'a> {
    async fn open(house: &'a House) -> Self {
        let owner = house.owner("aurora").await;
        let product = json!({
            "title": "Mug", "slug": "mug", "status": "active", "options": ["Colour"],
            "variants": [{"price": {"amount": 1190, "currency": "EUR"}, "options": ["Blue"]}],
        });
        let made = house
            .ask(Method::POST, "/admin/v1/products")
            .header("Authorization", &owner)
            .json(&product)
            .send()
            .await
            .ok(201);
        Self {
            house,
            owner,
            mug: text(&made["variants"][0]["id"]).parse().unwrap(),
            slug: "mug".to_owned(),
        }
    }

    async fn buy(&self) -> Bought {
        self.buy_all(&[(self.mug, 1)]).await.0
    }

    /// A paid order, and its lines.
    async fn buy_all(&self, goods: &[(VariantId, i64)]) -> (Bought, Vec<String>) {
        let order = self.house.paid_order(goods).await;
        let (id, token) = (text(&order["id"]), text(&order["token"]));
        let path = format!("/storefront/v1/orders/{id}");
        let seen = self
            .house
            .ask(Method::GET, &path)
            .header("Order-Token", &token)
            .send()
            .await
            .ok(200);
        let lines = seen["lines"].as_array().unwrap().iter();
        let lines: Vec<String> = lines.map(|line| text(&line["id"])).collect();
        let line = lines[0].clone();
        (Bought { id, token, line }, lines)
    }

    /// A request about the reviews of an order, with its token.
    fn of(&self, order: &Bought, method: Method, rest: &str) -> Ask<'a> {
        let path = format!("/storefront/v1/orders/{}/reviews{rest}", order.id);
        self.house
            .ask(method, &path)
            .header("Order-Token", &order.token)
    }

    async fn write(&self, order: &Bought, rating: i64, words: &str) -> Value {
        let body = json!({"order_line_id": order.line, "rating": rating, "text": words});
        let written = self.of(order, Method::POST, "").json(&body).send().await;
        written.ok(201)
    }

    /// The id of a review that is published.
    async fn published(&self, rating: i64, words: &str) -> (Bought, String) {
        let order = self.buy().await;
        let id = text(&self.write(&order, rating, words).await["id"]);
        self.publish(&id).await.ok(200);
        (order, id)
    }

    fn admin(&self, method: Method, path: &str) -> Ask<'a> {
        self.house
            .ask(method, &format!("/admin/v1{path}"))
            .header("Authorization", &self.owner)
    }

    async fn publish(&self, id: &str) -> Answer {
        let path = format!("/reviews/{id}/publish");
        self.admin(Method::POST, &path).send().await
    }

    async fn reject(&self, id: &str, body: &Value) -> Answer {
        let path = format!("/reviews/{id}/reject");
        self.admin(Method::POST, &path).json(body).send().await
    }

    async fn set(&self, settings: &Value) {
        let set = self.admin(Method::PUT, "/review-settings");
        assert_eq!(set.json(settings).send().await.ok(200), *settings);
    }

    /// What visitors see now; answers that are kept for a moment are passed by.
    async fn see(&self, path: &str) -> Answer {
        let mark = if path.contains('?') { '&' } else { '?' };
        let path = format!("/storefront/v1{path}{mark}look={}", Ids.uuid());
        self.house.ask(Method::GET, &path).send().await
    }

    async fn listed(&self, query: &str) -> Value {
        let path = format!("/products/{}/reviews{query}", self.slug);
        self.see(&path).await.ok(200)
    }

    /// The rating on the product's page, which is that of its card.
    async fn rating(&self) -> Value {
        let page = self.see(&format!("/products/{}", self.slug)).await.ok(200);
        let cards = self.see("/products").await.ok(200);
        assert_eq!(page.get("rating"), cards["data"][0].get("rating"));
        page["rating"].clone()
    }
}

/// Published without the staff, unless something is odd.
fn unmoderated() -> Value {
    json!({
        "is_moderated": false, "sends_invitations": false, "invitation_delay_days": 7,
        "edit_window_days": 30,
    })
}

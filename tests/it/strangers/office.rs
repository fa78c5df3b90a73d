//! What the staff and the programs of a tenant work with, for strangers to ask for.

use reqwest::Method;
use serde_json::{Value, json};

use super::papers::invoice;
use crate::harness::{Bought, Shop, send, text};

/// A secret key of the tenant's.
async fn api_key(shop: &Shop<'_>) -> String {
    let body = json!({"name": "Sync", "authorities": ["products:read"]});
    let made = shop.admin(Method::POST, "/api-keys", body).await;
    text(&made.expect(201), "/api_key/id")
}

/// A domain that the tenant may send e-mail from.
async fn sender_domain(shop: &Shop<'_>) -> String {
    let slug = shop.host.trim_end_matches(".localhost");
    let body = json!({"domain": format!("{slug}.example")});
    let made = shop.admin(Method::POST, "/sender-domains", body).await;
    text(&made.expect(201), "/id")
}

/// What the tenant's staff and programs work with.
pub(super) async fn office(shop: &Shop<'_>, order: &Bought) -> [(&'static str, String); 13] {
    [
        ("document_id", invoice(shop, &order.order_id).await),
        ("customer_group_id", customer_group(shop).await),
        ("location_id", location(shop).await),
        ("subscriber_id", subscriber(shop).await),
        ("email_id", email_about(shop, &order.order_id).await),
        ("mail_suppression_id", suppression(shop).await),
        ("sender_domain_id", sender_domain(shop).await),
        ("api_key_id", api_key(shop).await),
        ("role_id", role(shop).await),
        ("staff_id", staff_member(shop, "analyst").await),
        ("invitation_id", invitation(shop).await),
        ("staff_session_id", staff_session(shop).await),
        ("operator_access_id", operator_access(shop).await),
    ]
}

/// An operator's access to the tenant.
async fn operator_access(shop: &Shop<'_>) -> String {
    let path = format!("/operator/v1/tenants/{}/access", shop.tenant_id);
    let body = json!({"reason": "A shopper cannot pay", "ticket": "4711"});
    let request = shop.system.request(Method::POST, "localhost", &path);
    let request = request.bearer_auth(shop.system.operator_token().await);
    text(&send(request.json(&body)).await.expect(201), "/access/id")
}

/// A session of the owner that nobody uses.
async fn staff_session(shop: &Shop<'_>) -> String {
    let slug = shop.host.trim_end_matches(".localhost");
    shop.system.reopen(slug).await;
    let list = shop.admin(Method::GET, "/me/sessions", Value::Null).await;
    let list = list.expect(200);
    let mut sessions = list["data"].as_array().unwrap().iter();
    text(
        sessions.find(|it| it["is_current"] == false).unwrap(),
        "/id",
    )
}

/// An e-mail to a shopper about an order.
async fn email_about(shop: &Shop<'_>, order_id: &str) -> String {
    shop.system.is_quiet().await;
    let path = format!("/emails?order_id={order_id}&outcome=sent");
    let list = shop.admin(Method::GET, &path, Value::Null).await;
    let list = list.expect(200);
    let emails = list["data"].as_array().unwrap();
    let to_shopper = emails.iter().find(|it| it["can_resend"] == true);
    text(to_shopper.unwrap(), "/id")
}

/// An address that gets no mail.
async fn suppression(shop: &Shop<'_>) -> String {
    let body = json!({"email": "gone@example.com"});
    let made = shop.admin(Method::POST, "/mail-suppressions", body).await;
    text(&made.expect(201), "/id")
}

/// An address without an account that gets the newsletter.
async fn subscriber(shop: &Shop<'_>) -> String {
    let email = format!("reader@{}.test", shop.host.replace('.', "-"));
    shop.reader(&email).await;
    let path = "/newsletter/subscribers";
    let list = shop.admin(Method::GET, path, Value::Null).await;
    text(&list.expect(200), "/data/0/subscriber_id")
}

/// A role of the tenant's own.
async fn role(shop: &Shop<'_>) -> String {
    let body = json!({"name": "Packer", "authorities": ["orders:read"]});
    let made = shop.admin(Method::POST, "/roles", body).await;
    text(&made.expect(201), "/role")
}

/// A staff member with this role.
async fn staff_member(shop: &Shop<'_>, role: &str) -> String {
    let list = shop.admin(Method::GET, "/staff", Value::Null).await;
    let list = list.expect(200);
    let mut members = list["data"].as_array().unwrap().iter();
    text(members.find(|it| it["role"] == role).unwrap(), "/id")
}

/// An open invitation.
async fn invitation(shop: &Shop<'_>) -> String {
    let body = json!({"email": "carla@example.com", "role": "support"});
    let made = shop.admin(Method::POST, "/staff-invitations", body).await;
    text(&made.expect(201), "/id")
}

/// A group of customers.
async fn customer_group(shop: &Shop<'_>) -> String {
    let body = json!({"name": "Trade", "discount_ppm": 100_000});
    let made = shop.admin(Method::POST, "/customer-groups", body).await;
    text(&made.expect(201), "/id")
}

/// A place where goods are kept.
async fn location(shop: &Shop<'_>) -> String {
    let body = json!({"name": "Warehouse", "priority": 200});
    let made = shop.admin(Method::POST, "/locations", body).await;
    text(&made.expect(201), "/id")
}

//! Who gets documents: the shopper of the order, and nobody else outside of the store.

use reqwest::Method;
use serde_json::{Value, json};

use super::{buy, documents, sell, shop_of};
use crate::harness::{Answer, Shop, System, send, text};

async fn by_token(shop: &Shop<'_>, path: &str, token: &str) -> Answer {
    let path = format!("/storefront/v1/orders/{path}");
    let request = shop.system.request(Method::GET, &shop.host, &path);
    send(request.header("order-token", token)).await
}

#[tokio::test]
async fn shoppers_get_their_own_documents_by_token_and_by_account() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1190, "EUR").await;
    let anna = shop.member("anna@example.com").await;
    let mine = buy(&shop, &[("mug", 1)]).await;
    let other = buy(&shop, &[("mug", 2)]).await;
    let invoice = documents(&shop, &mine).await.remove(0);
    let foreign = documents(&shop, &other).await.remove(0);
    let (id, foreign) = (text(&invoice, "/id"), text(&foreign, "/id"));

    let path = format!("{}/documents", mine.order_id);
    let list = by_token(&shop, &path, &mine.order_token).await.expect(200);
    assert_eq!(
        list["data"],
        json!([{
            "id": id, "kind": "invoice", "number": invoice["number"], "tax": invoice["tax"],
            "total": invoice["total"], "issued_at": invoice["issued_at"],
        }])
    );
    let file = by_token(&shop, &format!("{path}/{id}/pdf"), &mine.order_token).await;
    assert_eq!(file.status, 200);
    assert_eq!(
        file.headers["content-disposition"],
        "attachment; filename=\"INV-1001.pdf\""
    );
    assert!(file.text.starts_with("%PDF-"));
    // Another order's token, another order's document.
    for (path, token) in [
        (path.clone(), &other.order_token),
        (format!("{path}/{id}/pdf"), &other.order_token),
        (format!("{path}/{foreign}/pdf"), &mine.order_token),
    ] {
        by_token(&shop, &path, token)
            .await
            .refused(404, "not_found");
    }

    let own = |path: String, token: &str| {
        let token = token.to_owned();
        let shop = &shop;
        async move { shop.account(&token, Method::GET, &path, Value::Null).await }
    };
    let path = format!("/orders/{}/documents", mine.order_id);
    let found = own(path.clone(), &anna.access_token).await.expect(200);
    assert_eq!(found, list);
    let same = own(format!("{path}/{id}/pdf"), &anna.access_token).await;
    assert_eq!(same.text, file.text);
    own(format!("{path}/{foreign}/pdf"), &anna.access_token)
        .await
        .refused(404, "not_found");
    let berta = shop.member("berta@example.com").await;
    for path in [path.clone(), format!("{path}/{id}/pdf")] {
        own(path, &berta.access_token)
            .await
            .refused(404, "not_found");
    }
    system.settle().await;
}

#[tokio::test]
async fn an_invoice_stays_with_its_order_when_the_account_goes() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1190, "EUR").await;
    let anna = shop.member("anna@example.com").await;
    let order = buy(&shop, &[("mug", 1)]).await;
    documents(&shop, &order).await;
    let password = json!({"password": crate::harness::SHOPPERS_PASSWORD});
    let gone = shop
        .account(&anna.access_token, Method::POST, "/delete", password)
        .await;
    assert!(gone.status < 300, "{}", gone.text);
    system.is_quiet().await;
    system
        .execute("update outbox set available_at = now() where dead_at is null")
        .await;
    system.is_quiet().await;

    // The law wants both kept.
    let tables = system.tables_with("anna@example.com").await;
    assert_eq!(tables, ["documents", "orders"]);
    system.settle().await;
}

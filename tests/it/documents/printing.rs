//! What is on the pages.

use kernel::ports::{Clock, SystemClock};
use reqwest::Method;
use serde_json::{Value, json};

use super::{buy, documents, download, pages, says, sell, seller, set, shop_of};
use crate::harness::{Bought, Shop, System, send, text};

async fn invoice(shop: &Shop<'_>, order: &Bought) -> Vec<u8> {
    let document = documents(shop, order).await.remove(0);
    let path = format!("/documents/{}/pdf", text(&document, "/id"));
    download(shop, &path).await.1
}

#[tokio::test]
async fn an_invoice_says_who_what_and_how_much() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    let zone = json!({"time_zone": "Pacific/Kiritimati"});
    shop.admin(Method::PUT, "/analytics/settings", zone)
        .await
        .expect(200);
    sell(&shop, "mug", 119_000, "EUR").await;
    sell(&shop, "bowl", 250, "EUR").await;
    let order = buy(&shop, &[("mug", 2), ("bowl", 3)]).await;
    let bytes = invoice(&shop, &order).await;

    let found = pages(&bytes);
    assert_eq!(found.len(), 1);
    let page = &found[0];
    let path = format!("/orders/{}", order.order_id);
    let number = shop.admin(Method::GET, &path, Value::Null);
    let number = number.await.expect(200)["number"].to_string();
    // Fourteen hours before the day of London.
    let today = (SystemClock.now() + time::Duration::hours(14)).date();
    let today = format!("{} {} {}", today.day(), today.month(), today.year());
    says(
        page,
        &[
            "Aurora Goods GmbH · Lange Straße 7 · 10115 Berlin · DE",
            "Anna Berg Lange Straße 1 10115 Berlin DE",
            "Invoice INV-1001",
            &format!("Date {today}"),
            &format!("Order {number}"),
            "mug SKU SKU-mug 2 1,190.00 19 % 2,380.00",
            "bowl SKU SKU-bowl 3 2.50 19 % 7.50",
            "Subtotal",
            "2,387.50 EUR",
            "Shipping (Parcel)",
            "4.90 EUR",
            "2,392.40 EUR",
            // 2,392.40 with 380.00 + 1.20 + 0.78 of tax in it.
            "VAT 19 % 2,010.42 EUR 381.98 EUR 2,392.40 EUR",
            "Prices include VAT.",
            "Thank you for shopping with us.",
            "VAT number DE123456789",
            "Tax number 12/345/67890",
            "HRB 4711, Amtsgericht Berlin",
            "office@aurora.test",
            "+49 30 1234567",
            "Page 1 of 1",
        ],
    );
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let about = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let about = file.get_dictionary(about).unwrap();
    let known = |key: &[u8]| lopdf::decode_text_string(about.get(key).unwrap()).unwrap();
    assert_eq!(known(b"Title"), "Invoice INV-1001");
    assert_eq!(known(b"Author"), "Aurora Goods GmbH");
    let language = file.catalog().unwrap().get(b"Lang").unwrap();
    assert_eq!(lopdf::decode_text_string(language).unwrap(), "en");
    system.settle().await;
}

#[tokio::test]
async fn tax_on_top_is_a_row_of_its_own_and_german_stores_write_german() {
    let system = System::start().await;
    let shop = shop_of(&system, "de-DE", "EUR", false).await;
    sell(&shop, "Becher", 100_000, "EUR").await;
    let order = buy(&shop, &[("becher", 1)]).await;

    let page = pages(&invoice(&shop, &order).await).remove(0);

    says(
        &page,
        &[
            "Rechnung INV-1001",
            "Rechnungsnummer INV-1001",
            "Menge",
            "Becher Artikelnummer SKU-Becher 1 1.000,00 19 % 1.000,00",
            "Zwischensumme",
            "1.000,00 EUR",
            "Versand (Parcel)",
            "VAT 19 %",
            "190,93 EUR",
            "Gesamtbetrag",
            "1.195,83 EUR",
            "VAT 19 % 1.004,90 EUR 190,93 EUR 1.195,83 EUR",
            "Die Preise sind ohne VAT.",
            "USt-IdNr. DE123456789",
            "Seite 1 von 1",
        ],
    );
    system.settle().await;
}

#[tokio::test]
async fn currencies_without_and_with_three_decimals_are_written_as_they_are() {
    let system = System::start().await;
    let yen = shop_in(&system, "yen", "JPY").await;
    sell(&yen, "mug", 120_000, "JPY").await;
    let order = buy(&yen, &[("mug", 1)]).await;
    let page = pages(&invoice(&yen, &order).await).remove(0);
    says(&page, &["120,000", "120,490 JPY", "VAT 10 %"]);
    // The store calls its tax by the rate, which is said once.
    assert!(!page.contains("10 % 10 %"), "{page}");

    // The provider takes no payments in dinars: a sample is free.
    let dinar = shop_in(&system, "dinar", "KWD").await;
    let product = json!({
        "title": "sample", "status": "active",
        "variants": [{"price": {"amount": 0, "currency": "KWD"}, "requires_shipping": false}],
    });
    let made = dinar.admin(Method::POST, "/products", product).await;
    made.expect(201);
    let shopper = dinar.shopper().await;
    let variant = dinar.variant("sample").await;
    shopper.add(&variant, 2).await.expect(200);
    let who = shopper.request(Method::PATCH, "");
    send(who.json(&json!({"email": "anna@example.com"})))
        .await
        .expect(200);
    let body = json!({"expected_total": {"amount": 0, "currency": "KWD"}});
    let place = shopper.request(Method::POST, "/checkout");
    let placed = send(place.header("idempotency-key", "free").json(&body)).await;
    system.is_quiet().await;
    let path = format!(
        "/orders/{}/documents",
        text(&placed.expect(201), "/order/id")
    );
    let list = dinar.admin(Method::GET, &path, Value::Null).await;
    let path = format!("/documents/{}/pdf", text(&list.expect(200), "/data/0/id"));
    let page = pages(&download(&dinar, &path).await.1).remove(0);
    says(
        &page,
        &["anna@example.com", "sample 2 0.000 10 % 0.000", "0.000 KWD"],
    );
    system.settle().await;
}

/// A tenant that sells in this currency, with 10 % of tax.
async fn shop_in<'s>(system: &'s System, slug: &str, currency: &str) -> Shop<'s> {
    let shop = system
        .shop_of(&json!({
            "slug": slug, "name": slug,
            "owner": {"email": format!("owner@{slug}.test"), "password": crate::harness::STAFF_PASSWORD},
            "storefront": {
                "currency": currency, "country": "DE", "locale": "en",
                "tax": {"included": true, "rate_ppm": 100_000, "name": "VAT 10 %"},
            },
            "shipping_options": [{
                "name": "Parcel",
                "rate": {"kind": "flat", "price": {"amount": 490, "currency": currency}},
            }],
        }))
        .await;
    set(&shop, seller(true)).await;
    shop
}

/// Imports goods whose names have other letters, and sixty more; their slugs.
async fn import(shop: &Shop<'_>) -> Vec<String> {
    let mut csv = String::from(
        "Handle,Title,Variant SKU,Variant Inventory Policy,Variant Price,Variant Requires Shipping,Status\n",
    );
    let goods = [
        ("cup", "Κεραμικό φλιτζάνι"),
        ("plate", "Тарелка Ёжик"),
        ("tea", "日本のお茶"),
    ];
    let mut goods = goods
        .map(|(slug, title)| (slug.to_owned(), title.to_owned()))
        .to_vec();
    for number in 1..=60 {
        let long = "with a long name ".repeat(1 + number % 4);
        goods.push((format!("T-{number}"), format!("Thing {number} {long}")));
    }
    for (sku, title) in &goods {
        let slug = sku.to_lowercase();
        let row = format!("{slug},{title},{sku},continue,1.19,TRUE,active\n");
        csv.push_str(&row);
    }
    shop.import(&csv).await;
    goods
        .into_iter()
        .map(|(sku, _)| sku.to_lowercase())
        .collect()
}

fn addresses() -> Value {
    json!({
        "email": "anna@example.com",
        "shipping_address": {
            "first_name": "Άννα", "last_name": "Παπαδοπούλου", "street_name": "Ερμού 1",
            "city": "Αθήνα", "postal_code": "105 63", "country": "GR",
        },
        "billing_address": {
            "company": "Рога и копыта", "street_name": "ул. Витоша 5", "city": "София",
            "postal_code": "1000", "country": "BG",
        },
    })
}

#[tokio::test]
async fn long_orders_go_over_pages_and_names_keep_their_letters() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    let slugs = import(&shop).await;
    let products: Vec<(&str, i64)> = slugs.iter().map(|slug| (slug.as_str(), 1)).collect();
    let shopper = shop.ready_shopper(&products).await;
    send(shopper.request(Method::PATCH, "").json(&addresses()))
        .await
        .expect(200);
    let order = shopper.buy().await;
    let bytes = invoice(&shop, &order).await;

    let found = pages(&bytes);
    assert!(found.len() >= 3, "{} pages", found.len());
    for (index, page) in found.iter().enumerate() {
        says(
            page,
            &[
                "Invoice INV-1001",
                "VAT number DE123456789",
                &format!("Page {} of {}", index + 1, found.len()),
            ],
        );
    }
    says(
        &found[0],
        &[
            "Рога и копыта ул. Витоша 5 1000 София BG",
            "Ship to Άννα Παπαδοπούλου Ερμού 1 105 63 Αθήνα GR",
            "Κεραμικό φλιτζάνι",
            "Тарелка Ёжик",
        ],
    );
    // The header of the table is on each page that has lines, and each line is there once.
    let all = found.join(" ");
    for number in 1..=60 {
        let sku = format!("SKU T-{number} ");
        assert_eq!(all.matches(&sku).count(), 1, "{sku}");
    }
    for page in found.iter().filter(|page| page.contains("SKU T-")) {
        says(page, &["Item Quantity Unit price VAT Amount EUR"]);
    }
    says(
        &found[found.len() - 1],
        &["79.87 EUR", "Prices include VAT."],
    );
    // The same file each time.
    assert_eq!(invoice(&shop, &order).await, bytes);
    system.settle().await;
}

#[tokio::test]
async fn a_packing_slip_has_what_is_packed_and_no_prices() {
    let system = System::start().await;
    let shop = shop_of(&system, "en", "EUR", true).await;
    sell(&shop, "mug", 1190, "EUR").await;
    sell(&shop, "bowl", 2380, "EUR").await;
    let order = buy(&shop, &[("mug", 3), ("bowl", 1)]).await;
    let id = order.order_id.as_str();
    let path = format!("/orders/{id}");
    let seen = shop.admin(Method::GET, &path, Value::Null);
    let seen = seen.await.expect(200);
    let slip = format!("/orders/{id}/packing-slip.pdf");

    let (name, bytes) = download(&shop, &slip).await;
    assert_eq!(name, format!("packing-slip-{}.pdf", seen["number"]));
    let page = pages(&bytes).remove(0);
    says(
        &page,
        &[
            &format!("Packing slip {}", seen["number"]),
            "Anna Berg Lange Straße 1 10115 Berlin DE",
            "3 SKU-mug mug",
            "1 SKU-bowl bowl",
            "Aurora Goods GmbH",
        ],
    );
    assert!(!page.contains("EUR") && !page.contains("11.90"), "{page}");
    let units = json!([{"line_id": text(&seen, "/lines/0/id"), "quantity": 2}]);
    let body = json!({"lines": units, "tracking": {"carrier": "GLS", "number": "7711"}});
    let parcel = shop.fulfill(id, "p-1", &body).await.expect(201);
    let (_, bytes) = download(&shop, &slip).await;
    says(&pages(&bytes)[0], &["1 SKU-mug mug", "1 SKU-bowl bowl"]);
    let of_parcel = format!("{slip}?fulfillment_id={}", text(&parcel, "/id"));
    let (_, bytes) = download(&shop, &of_parcel).await;
    let page = pages(&bytes).remove(0);
    says(
        &page,
        &["2 SKU-mug mug", "Carrier GLS", "Tracking number 7711"],
    );
    assert!(!page.contains("bowl"), "{page}");
    shop.fulfill(id, "p-2", &json!({})).await.expect(201);
    let nothing = shop.admin(Method::GET, &slip, Value::Null).await;
    nothing.refused(409, "nothing_to_pack");
    let path = format!("/orders/{id}/fulfillments/{}/cancel", text(&parcel, "/id"));
    shop.admin(Method::POST, &path, Value::Null)
        .await
        .expect(200);
    let gone = shop.admin(Method::GET, &of_parcel, Value::Null).await;
    gone.refused(409, "fulfillment_wrong_status");
    system.settle().await;
}

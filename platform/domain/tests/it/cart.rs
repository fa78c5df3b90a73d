//! Carts: what a shopper sees, and what a shopper may not do.

use domain::cart::{AddLine, CartError, CartStatus, ChangeLine, UpdateCart};
use kernel::Change;
use kernel::contact::Email;
use kernel::goods::Quantity;
use kernel::ids::{CartLineId, VariantId};
use time::Duration;

use crate::shop::{Basket, Shop};
use crate::wares::Ware;

fn quantity(number: i64) -> Quantity {
    Quantity::parse(number).unwrap()
}

async fn add(shop: &Shop, basket: &Basket, variant: VariantId, number: i64) -> CartError {
    let command = AddLine {
        cart_id: basket.id,
        variant_id: variant,
        quantity: quantity(number),
    };
    shop.carts
        .add_line(&shop.visitor, &basket.token, command)
        .await
        .unwrap_err()
}

async fn change(
    shop: &Shop,
    basket: &Basket,
    line_id: CartLineId,
    number: Option<i64>,
) -> Result<domain::cart::Cart, CartError> {
    let command = ChangeLine {
        cart_id: basket.id,
        line_id,
        quantity: number.map(quantity),
    };
    shop.carts
        .change_line(&shop.visitor, &basket.token, command)
        .await
}

#[tokio::test]
async fn a_cart_tells_what_it_comes_to_and_what_it_needs() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1190).stock(5)).await;
    let basket = shop.cart().await;

    let empty = shop.look(&basket).await;
    assert_eq!(empty.status, CartStatus::Open);
    assert_eq!(empty.total().minor, 0);
    let codes = |cart: &domain::cart::Cart| {
        let requirements = cart.requirements().into_iter();
        requirements
            .map(|fault| (fault.pointer, fault.code))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        codes(&empty),
        [("/lines".into(), "required"), ("/email".into(), "required")]
    );

    let cart = shop.add(&basket, mug, 2).await;
    assert_eq!(cart, shop.look(&basket).await);
    assert_eq!(cart.lines.len(), 1);
    assert_eq!(cart.lines[0].title, "Mug");
    assert_eq!(cart.lines[0].variant_title, "Blue");
    assert_eq!(cart.lines[0].available, Some(5));
    assert!(cart.lines[0].notices().is_empty());
    assert_eq!(
        codes(&cart),
        [
            ("/email".into(), "required"),
            ("/shipping_address".into(), "required"),
            ("/shipping_option_id".into(), "required")
        ]
    );

    let cart = shop.deliver_to(&basket, "DE", shop.flat).await;
    assert_eq!(cart, shop.look(&basket).await);
    assert_eq!(cart.quote.items_minor, 2380);
    assert_eq!(cart.quote.shipping_minor, 490);
    assert_eq!(cart.quote.tax_minor, 380 + 78);
    assert_eq!(cart.total().minor, 2870);
    assert_eq!(codes(&cart), []);
}

#[tokio::test]
async fn the_same_variant_adds_up_and_a_quantity_of_none_removes_the_line() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(100)).await;
    let basket = shop.cart().await;

    shop.add(&basket, mug, 2).await;
    let cart = shop.add(&basket, mug, 3).await;
    assert_eq!(cart.lines.len(), 1);
    assert_eq!(cart.lines[0].quantity, 5);
    let line = cart.lines[0].id;

    let cart = change(&shop, &basket, line, Some(7)).await.unwrap();
    assert_eq!(cart.quote.items_minor, 700);
    let cart = change(&shop, &basket, line, None).await.unwrap();
    assert!(cart.lines.is_empty());
    assert_eq!(cart, shop.look(&basket).await);

    let gone = change(&shop, &basket, line, Some(1)).await;
    assert!(matches!(gone, Err(CartError::LineNotFound(id)) if id == line));
}

#[tokio::test]
async fn options_are_offered_by_country_and_weight() {
    let shop = Shop::new().await;
    let brick = shop
        .sell(Ware {
            weight_grams: 600,
            ..Ware::new(100)
        })
        .await;
    let basket = shop.cart().await;
    let offered = async || {
        let options = shop
            .carts
            .shipping_options(&shop.visitor, basket.id, &basket.token)
            .await
            .unwrap();
        options
            .into_iter()
            .map(|option| (option.name, option.price.minor))
            .collect::<Vec<_>>()
    };

    shop.add(&basket, brick, 1).await;
    let both = [("Standard".to_owned(), 490), ("By weight".to_owned(), 300)];
    assert_eq!(offered().await, both);

    shop.deliver_to(&basket, "FR", shop.by_weight).await;
    assert_eq!(offered().await, [("By weight".to_owned(), 300)]);
    shop.add(&basket, brick, 1).await;
    assert_eq!(offered().await, [("By weight".to_owned(), 500)]);
    let cart = shop.add(&basket, brick, 7).await;
    assert_eq!(offered().await, []);

    assert_eq!(cart.quote.shipping_minor, 0);
    let requirements = cart.requirements();
    assert_eq!(requirements.len(), 1);
    assert_eq!(requirements[0].pointer, "/shipping_option_id");
    assert_eq!(requirements[0].code, "not_offered");
}

#[tokio::test]
async fn goods_that_are_not_shipped_need_no_address() {
    let shop = Shop::new().await;
    let voucher = shop
        .sell(Ware {
            requires_shipping: false,
            is_taxable: false,
            ..Ware::new(2500)
        })
        .await;
    let basket = shop.cart().await;
    shop.add(&basket, voucher, 1).await;
    let command = UpdateCart {
        cart_id: basket.id,
        email: Change::Set(Email::parse("anna@example.com").unwrap()),
        shipping_address: Change::Keep,
        shipping_address_id: None,
        billing_address: Change::Keep,
        billing_address_id: None,
        shipping_option_id: Change::Set(shop.flat),
    };
    let cart = shop
        .carts
        .update(&shop.visitor, &basket.token, command)
        .await
        .unwrap();

    assert!(cart.requirements().is_empty());
    assert_eq!((cart.total().minor, cart.quote.tax_minor), (2500, 0));
    let placed = shop.place(&basket, "key").await.unwrap();
    let details = shop.order(placed.order.id).await;
    assert_eq!(details.order.shipping_address, None);
    assert_eq!(details.order.shipping_name, None);
}

#[tokio::test]
async fn what_has_changed_since_is_told_line_by_line() {
    let shop = Shop::new().await;
    let dearer = shop.sell(Ware::new(100)).await;
    let scarce = shop.sell(Ware::new(100).stock(5)).await;
    let gone = shop.sell(Ware::new(100)).await;
    let basket = shop.full_cart(&[(dearer, 1), (scarce, 5), (gone, 1)]).await;

    shop.set_price(dearer, 150).await;
    shop.sql("update stock_levels set on_hand = 4", |query| query)
        .await;
    shop.sql(
        "update variants set archived_at = now() where id = $1",
        |query| query.bind(gone.uuid()),
    )
    .await;

    let cart = shop.look(&basket).await;
    let notices: Vec<_> = cart
        .lines
        .iter()
        .map(domain::cart::CartLine::notices)
        .collect();
    assert_eq!(
        notices,
        [
            vec!["price_changed"],
            vec!["insufficient_stock"],
            vec!["not_sellable"]
        ]
    );
    let is_available: Vec<_> = cart
        .lines
        .iter()
        .map(domain::cart::CartLine::is_available)
        .collect();
    assert_eq!(is_available, [true, false, false]);
    assert_eq!(cart.quote.items_minor, 150 + 500);
    let requirements: Vec<_> = cart
        .requirements()
        .into_iter()
        .map(|fault| (fault.pointer, fault.code))
        .collect();
    assert_eq!(
        requirements,
        [
            ("/lines/2".to_owned(), "not_sellable"),
            ("/lines/1/quantity".to_owned(), "insufficient_stock")
        ]
    );

    let cart = change(&shop, &basket, cart.lines[0].id, Some(2))
        .await
        .unwrap();
    assert!(cart.lines[0].notices().is_empty());
}

#[tokio::test]
async fn a_cart_that_is_being_paid_for_is_locked_for_a_while() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(100).stock(9)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    shop.place(&basket, "key").await.unwrap();
    let line = shop.line_ids(&basket).await[0];

    assert!(matches!(
        add(&shop, &basket, mug, 1).await,
        CartError::Locked
    ));
    let changed = change(&shop, &basket, line, None).await;
    assert!(matches!(changed, Err(CartError::Locked)));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Completing);

    shop.clock.forward(Duration::minutes(5));
    assert_eq!(shop.look(&basket).await.status, CartStatus::Open);
    let cart = shop.add(&basket, mug, 1).await;
    assert_eq!(cart.lines[0].quantity, 2);
    assert_eq!(shop.cart_status(basket.id).await, "open");
}

#[tokio::test]
async fn adding_at_the_same_moment_loses_nothing() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(100).stock(15)).await;
    let basket = shop.cart().await;

    let attempts = (0..20).map(|_| {
        let command = AddLine {
            cart_id: basket.id,
            variant_id: mug,
            quantity: quantity(1),
        };
        shop.carts.add_line(&shop.visitor, &basket.token, command)
    });
    let outcomes = futures_util::future::join_all(attempts).await;

    assert_eq!(
        outcomes.iter().filter(|outcome| outcome.is_ok()).count(),
        15
    );
    let cart = shop.look(&basket).await;
    assert_eq!((cart.lines.len(), cart.lines[0].quantity), (1, 15));
}

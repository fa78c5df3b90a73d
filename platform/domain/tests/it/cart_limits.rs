//! What a cart refuses: more than there is, what is not sold, and whoever it does not belong to.

use domain::cart::{AddLine, CartError, ChangeLine, UpdateCart};
use domain::inventory::InventoryError;
use kernel::contact::Email;
use kernel::goods::Quantity;
use kernel::ids::{CartId, CartLineId, ShippingOptionId, StorefrontId, TenantId, VariantId};
use kernel::{Caller, Change, Permissions};

use crate::shop::{Basket, Shop};
use crate::wares::{Ware, nobody};

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
async fn a_cart_takes_no_more_than_there_is() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(100).stock(3)).await;
    let basket = shop.cart().await;
    shop.add(&basket, mug, 2).await;

    let refused = add(&shop, &basket, mug, 2).await;

    assert!(matches!(
        refused,
        CartError::Inventory(InventoryError::InsufficientStock { variant_id, available: 3 })
            if variant_id == mug
    ));
    assert_eq!(shop.look(&basket).await.lines[0].quantity, 2);
    let line = shop.line_ids(&basket).await[0];
    assert!(change(&shop, &basket, line, Some(4)).await.is_err());
    assert!(change(&shop, &basket, line, Some(3)).await.is_ok());
}

#[tokio::test]
async fn lines_and_quantities_have_a_limit() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(1)).await;
    let basket = shop.cart().await;
    shop.add(&basket, mug, 999).await;
    assert!(matches!(
        add(&shop, &basket, mug, 1).await,
        CartError::QuantityTooLarge
    ));

    for _ in 0..99 {
        let another = shop.sell(Ware::new(1)).await;
        shop.add(&basket, another, 1).await;
    }
    let one_more = shop.sell(Ware::new(1)).await;
    assert!(matches!(
        add(&shop, &basket, one_more, 1).await,
        CartError::Full
    ));
}

#[tokio::test]
async fn a_price_that_no_number_can_carry_is_refused() {
    let shop = Shop::new().await;
    let yacht = shop.sell(Ware::new(kernel::money::MAX_MINOR)).await;
    let basket = shop.cart().await;
    shop.add(&basket, yacht, 1).await;

    let refused = add(&shop, &basket, yacht, 1).await;

    assert!(matches!(refused, CartError::Pricing(_)), "{refused}");
    assert_eq!(shop.look(&basket).await.lines[0].quantity, 1);
}

#[tokio::test]
async fn what_is_not_sold_here_cannot_be_added() {
    let shop = Shop::new().await;
    let basket = shop.cart().await;
    let archived = shop.sell(Ware::new(100)).await;
    shop.sql("update variants set archived_at = now()", |query| query)
        .await;
    let priceless = shop.sell(Ware::new(100)).await;
    shop.sql("delete from prices", |query| query).await;
    let draft = shop.sell(Ware::new(100)).await;
    shop.sql("update products set status = 'draft'", |query| query)
        .await;

    for variant in [archived, priceless, draft, VariantId::from_uuid(nobody())] {
        let refused = add(&shop, &basket, variant, 1).await;
        assert!(
            matches!(refused, CartError::VariantNotFound(id) if id == variant),
            "{refused}"
        );
    }
    assert!(shop.look(&basket).await.lines.is_empty());
}

#[tokio::test]
async fn a_cart_is_reached_with_its_own_token_in_its_own_storefront_only() {
    let shop = Shop::new().await;
    let mug = shop.sell(Ware::new(100)).await;
    let basket = shop.full_cart(&[(mug, 1)]).await;
    let other = shop.cart().await;
    let stranger = Caller::visitor(
        TenantId::from_uuid(nobody()),
        StorefrontId::from_uuid(nobody()),
        Permissions::all(),
    );
    let neighbour = Caller::visitor(
        shop.tenant_id,
        StorefrontId::from_uuid(nobody()),
        Permissions::all(),
    );
    let before = shop.look(&basket).await;

    for (caller, id, token) in [
        (&shop.visitor, basket.id, other.token.as_str()),
        (&shop.visitor, basket.id, ""),
        (&shop.visitor, CartId::from_uuid(nobody()), &basket.token),
        (&neighbour, basket.id, &basket.token),
        (&stranger, basket.id, &basket.token),
        (&shop.staff, basket.id, &basket.token),
    ] {
        let got = shop.carts.get(caller, id, token).await;
        assert!(matches!(got, Err(CartError::NotFound(asked)) if asked == id));
        let options = shop.carts.shipping_options(caller, id, token).await;
        assert!(matches!(options, Err(CartError::NotFound(_))));
        let line = ChangeLine {
            cart_id: id,
            line_id: before.lines[0].id,
            quantity: None,
        };
        let changed = shop.carts.change_line(caller, token, line).await;
        assert!(matches!(changed, Err(CartError::NotFound(_))));
        let update = UpdateCart {
            cart_id: id,
            email: Change::Clear,
            shipping_address: Change::Clear,
            shipping_address_id: None,
            billing_address: Change::Keep,
            billing_address_id: None,
            shipping_option_id: Change::Clear,
        };
        let updated = shop.carts.update(caller, token, update).await;
        assert!(matches!(updated, Err(CartError::NotFound(_))));
    }
    assert_eq!(shop.look(&basket).await, before);
}

#[tokio::test]
async fn a_visitor_without_the_permission_has_no_cart() {
    let shop = Shop::new().await;
    let nobody = Caller::visitor(shop.tenant_id, shop.storefront_id, Permissions::empty());

    let refused = shop.carts.create(&nobody).await;

    assert!(matches!(refused, Err(CartError::Denied(_))));
}

#[tokio::test]
async fn an_option_of_another_store_is_no_option() {
    let shop = Shop::new().await;
    let basket = shop.cart().await;
    let command = UpdateCart {
        cart_id: basket.id,
        email: Change::Set(Email::parse("anna@example.com").unwrap()),
        shipping_address: Change::Keep,
        shipping_address_id: None,
        billing_address: Change::Keep,
        billing_address_id: None,
        shipping_option_id: Change::Set(ShippingOptionId::from_uuid(nobody())),
    };

    let refused = shop
        .carts
        .update(&shop.visitor, &basket.token, command)
        .await;

    assert!(matches!(refused, Err(CartError::ShippingOptionNotFound(_))));
    assert_eq!(shop.look(&basket).await.email, None);
}

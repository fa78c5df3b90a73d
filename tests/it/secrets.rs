//! What only the shopper may have is in no row: not the tokens of carts and orders, not what a payment is
//! confirmed with.

use crate::harness::{Bought, System};

#[tokio::test]
async fn what_a_shopper_holds_is_in_no_row_and_can_be_had_again() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[("aurora-home", 500)]).await;
    shop.stock(&[("mug", 1490, 10)]).await;
    let shopper = shop.ready_shopper(&[("mug", 1)]).await;

    let first = shopper.checkout("first", 1980).await;
    let order = Bought::of(&first.expect(201));
    let repeated = shopper.checkout("first", 1980).await;
    let found = shopper.checkout("second", 1980).await;

    // Kept answers can be had while the provider is out, and the other key asks it again.
    assert_eq!(Bought::of(&repeated.expect(201)), order);
    assert_eq!(Bought::of(&found.expect(200)), order);
    // The id that begins it is kept: it proves that the search finds what is there.
    let (intent, secret) = order.client_secret.split_once("_secret_").unwrap();
    assert_eq!(
        system.tables_with(intent).await,
        ["payments", "provider_operations"]
    );
    for kept_nowhere in [secret, &order.order_token, &shopper.cart_token] {
        assert_eq!(system.tables_with(kept_nowhere).await, [""; 0]);
    }
    shopper.pay(&order).await;
    system.is_quiet().await;
    assert_eq!(system.tables_with(secret).await, [""; 0]);
    system.settle().await;
}

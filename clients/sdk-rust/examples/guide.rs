//! The README's code. `cargo run --example guide SHOP_ADDRESS OWNER_EMAIL OWNER_PASSWORD` buys something.

use std::sync::Arc;

use stoa::models::{
    AddCartLine, Address, ChangeCart, CheckoutRequest, CreateRefund, Money, OrderStatus, PaymentProvider,
    StaffCredentials,
};
use stoa::{Admin, Error, Options, Storefront, codes};

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[tokio::main]
async fn main() -> Outcome {
    let mut given = std::env::args().skip(1);
    let mut next = || given.next().ok_or("SHOP_ADDRESS OWNER_EMAIL OWNER_PASSWORD");
    let (address, email, password) = (next()?, next()?, next()?);
    let shop = Storefront::new(Options::base_url(&address))?;
    let visitor = Admin::new(Options::base_url(&address))?;
    let session = visitor.login(&StaffCredentials { email, password, ..Default::default() }).await?;
    let admin = Admin::new(Options::base_url(&address).access_token(session.access_token))?;

    clients()?;
    let (cart, token) = purchase(&shop).await?;
    errors(&shop, &cart, &token).await?;
    pages(&shop, &admin).await?;
    raw_response(&shop).await?;
    retries(&admin, "ord_01h455vb4pex5vsknk084sn02q").await;
    money()
}

fn clients() -> Outcome {
    let shop = Storefront::new(Options::host("shop.example"))?; // or: base_url and publishable_key
    let admin = Admin::new(Options::host("shop.example").secret_key("sk_from_your_settings"))?;
    println!("{shop:?} {admin:?}");

    let session = Arc::new(Session { token: "token".to_owned() });
    let renewing = Options::host("shop.example").token_callback(move |rejected| {
        let session = Arc::clone(&session);
        async move { if rejected.is_some() { session.renew().await } else { session.current().await } }
    });
    println!("{renewing:?}");
    Ok(())
}

struct Session {
    token: String,
}

type Token = std::future::Ready<Result<Option<String>, stoa::BoxError>>;

impl Session {
    fn current(&self) -> Token {
        std::future::ready(Ok(Some(self.token.clone())))
    }

    fn renew(&self) -> Token {
        std::future::ready(Ok(Some(format!("new {}", self.token))))
    }
}

async fn purchase(shop: &Storefront) -> Result<(String, String), Box<dyn std::error::Error>> {
    let made = shop.create_cart().await?;
    let (cart, token) = (made.id, made.token.unwrap_or_default());
    let product = shop.get_product("bolge-bowl").await?;
    let variant_id = product.variants.first().ok_or("no variant")?.id.clone();
    shop.add_cart_line(&cart, &token, &AddCartLine { variant_id, quantity: 2, ..Default::default() }).await?;
    let address = Address {
        first_name: Some("Anna".into()),
        last_name: Some("Berg".into()),
        street_name: "Long Street 1".into(),
        city: Some("Berlin".into()),
        postal_code: Some("10115".into()),
        country: "DE".into(),
        ..Default::default()
    };
    let change =
        ChangeCart { email: "anna@example.com".into(), shipping_address: address.into(), ..Default::default() };
    shop.update_cart(&cart, &token, &change).await?;
    let options = shop.list_shipping_options(&cart, &token).await?;
    let option = options.data.first().ok_or("no shipping option")?.id.clone();
    let change = ChangeCart { shipping_option_id: option.into(), ..Default::default() };
    let totals = shop.update_cart(&cart, &token, &change).await?.totals;
    let placed = shop
        .place_order(
            &cart,
            &token,
            &CheckoutRequest {
                expected_total: totals.total,
                payment_provider: Some(PaymentProvider::Stripe),
                ..Default::default()
            },
        )
        .await?;
    // Confirm the payment in the browser, with Stripe's script and placed.payment's client_secret.

    println!("{}", placed.order.number);
    Ok((cart, token))
}

async fn pages(shop: &Storefront, admin: &Admin) -> Outcome {
    let mut orders = admin.list_orders().status(OrderStatus::Paid).items();
    while let Some(order) = orders.try_next().await? {
        println!("{}", order.number);
    }
    let cheapest = shop.list_products().sort("price_asc").items().collect_up_to(10).await?;
    let page = shop.list_products().limit(24).await?;

    println!("{} {}", cheapest.len(), page.data.len());
    Ok(())
}

async fn errors(shop: &Storefront, cart: &str, token: &str) -> Outcome {
    let request = CheckoutRequest { expected_total: Money::new(1, "EUR")?, ..Default::default() };
    match shop.place_order(cart, token, &request).await {
        Ok(placed) => println!("order {}", placed.order.number),
        Err(Error::Conflict(it)) if it.code == codes::CART_CHANGED => {
            println!("now it costs {:?}", it.problem.get("current_total"));
        }
        Err(Error::InvalidRequest(it)) => {
            for field in &it.errors {
                println!("{} {}", field.pointer, field.detail); // "/expected_total/amount"
            }
        }
        Err(error) => println!("{error} {:?}", error.request_id()),
    }
    Ok(())
}

async fn retries(admin: &Admin, order: &str) {
    let refund = CreateRefund { full: Some(true), reason: Some("broken".into()), ..Default::default() };
    let outcome = admin.create_refund(order, &refund).idempotency_key("case-4711").await;
    println!("{outcome:?}");
}

async fn raw_response(shop: &Storefront) -> Outcome {
    let response = shop.get_product("bolge-bowl").with_response().await?;
    println!("{} {} {:?} {}", response.data.title, response.status, response.headers.get("etag"), response.retries);
    Ok(())
}

fn money() -> Outcome {
    let price = Money::new(1205, "EUR")?;
    println!("{price} {}", price.multiply(3)?); // 12.05 EUR 36.15 EUR
    println!("{}", Money::new(1205, "KWD")?.to_decimal()); // 1.205
    assert!(Money::from_decimal("12.055", "EUR").is_err());
    Ok(())
}

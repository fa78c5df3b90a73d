//! A shop with two merchants, goods and ways to ship, and a shopper's way through it.

use std::sync::{Arc, Mutex as Plain};

use db::{Db, Message, PoolOptions, RelayDb};
use domain::cart::{AddLine, Cart, Carts, UpdateCart};
use domain::checkout::{Checkout, CheckoutError, CheckoutPolicy, PlaceOrder, Placed};
use domain::orders::{OrderDetails, Orders};
use kernel::contact::{Email, PostalAddress};
use kernel::goods::Quantity;
use kernel::ids::{
    CartId, CartLineId, MerchantId, MessageId, OrderId, ShippingOptionId, StaffId, StorefrontId,
    TenantId, VariantId,
};
use kernel::ports::{Clock, Ids, PaymentProvider, SystemClock};
use kernel::{Caller, Change, Currency, Event, Lane, Money, Permission, Permissions};
use sqlx::{Connection, PgConnection};
use testkit::{FakePayments, TestDb};
use time::{Duration, OffsetDateTime};
use tokio::sync::Mutex;

/// The machine's clock, moved forward when a test says so.
#[derive(Debug, Default)]
pub(crate) struct ShiftedClock(Plain<Duration>);

impl ShiftedClock {
    pub(crate) fn forward(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> OffsetDateTime {
        SystemClock.now() + *self.0.lock().unwrap()
    }
}

pub(crate) struct Shop {
    pub(crate) test: TestDb,
    pub(crate) superuser: Mutex<PgConnection>,
    pub(crate) clock: Arc<ShiftedClock>,
    pub(crate) payments: Arc<FakePayments>,
    pub(crate) carts: Carts,
    pub(crate) checkout: Checkout,
    pub(crate) orders: Orders,
    pub(crate) tenant_id: TenantId,
    pub(crate) storefront_id: StorefrontId,
    pub(crate) visitor: Caller,
    pub(crate) staff: Caller,
    pub(crate) merchants: [MerchantId; 2],
    /// 4.90, to Germany and Austria.
    pub(crate) flat: ShippingOptionId,
    /// 3.00 up to a kilogram, 5.00 up to five.
    pub(crate) by_weight: ShippingOptionId,
}

/// A cart and what it is reached with.
#[derive(Debug, Clone)]
pub(crate) struct Basket {
    pub(crate) id: CartId,
    pub(crate) token: String,
}

impl Shop {
    /// A shop in euro, whose prices contain 19 % tax.
    pub(crate) async fn new() -> Self {
        let test = TestDb::new().await;
        let superuser = PgConnection::connect(&test.superuser_url()).await.unwrap();
        let options = PoolOptions {
            max: 30,
            acquire_timeout: std::time::Duration::from_secs(20),
        };
        let db = Db::connect(&test.app_url(), options).unwrap();
        let clock = Arc::new(ShiftedClock::default());
        let payments = Arc::new(FakePayments::default());
        let tenant_id = TenantId::from_uuid(Ids.uuid());
        let storefront_id = StorefrontId::from_uuid(Ids.uuid());
        let shopping =
            Permission::StorefrontRead | Permission::CartsWrite | Permission::OrdersPlace;
        let shop = Self {
            carts: Carts::new(db.clone(), clock.clone(), Ids),
            checkout: Checkout::new(
                db.clone(),
                clock.clone(),
                Ids,
                payments.clone(),
                CheckoutPolicy::default(),
            ),
            orders: Orders::new(db.clone(), clock.clone(), Ids, payments.clone()),
            visitor: Caller::visitor(tenant_id, storefront_id, shopping),
            staff: Caller::staff(
                tenant_id,
                StaffId::from_uuid(Ids.uuid()),
                Permissions::all(),
            ),
            merchants: [(); 2].map(|()| MerchantId::from_uuid(Ids.uuid())),
            flat: ShippingOptionId::from_uuid(Ids.uuid()),
            by_weight: ShippingOptionId::from_uuid(Ids.uuid()),
            superuser: Mutex::new(superuser),
            test,
            clock,
            payments,
            tenant_id,
            storefront_id,
        };
        shop.furnish().await;
        shop
    }

    async fn furnish(&self) {
        let (tenant, store) = (self.tenant_id.uuid(), self.storefront_id.uuid());
        self.sql(
            "insert into tenants (id, slug, name, created_at) values ($1, 'aurora', 'Aurora', now())",
            |query| query.bind(tenant),
        )
        .await;
        self.sql(
            "insert into storefronts (tenant_id, id, slug, name, locale, country, currency,
                                      tax_included, tax_rate_ppm, tax_name, brand, created_at)
             values ($1, $2, 'aurora', 'Aurora', 'de-DE', 'DE', 'EUR', true, 190000, 'VAT', '{}',
                     now())",
            |query| query.bind(tenant).bind(store),
        )
        .await;
        for (number, merchant) in self.merchants.into_iter().enumerate() {
            self.sql(
                "insert into merchants (tenant_id, id, slug, name, commission_bps, is_default,
                                        created_at)
                 values ($1, $2, $3, $3, 1000, $4, now())",
                |query| {
                    query
                        .bind(tenant)
                        .bind(merchant.uuid())
                        .bind(format!("merchant-{number}"))
                        .bind(number == 0)
                },
            )
            .await;
        }
        self.sql(
            "insert into shipping_options (tenant_id, id, storefront_id, name, position, kind,
                                           currency, price_minor, tiers, countries)
             values ($1, $3, $2, 'Standard', 0, 'flat', 'EUR', 490, null, '{DE,AT}'),
                    ($1, $4, $2, 'By weight', 1, 'by_weight', 'EUR', null,
                     '[{\"up_to_grams\": 1000, \"price_minor\": 300},
                       {\"up_to_grams\": 5000, \"price_minor\": 500}]', null)",
            |query| {
                query
                    .bind(tenant)
                    .bind(store)
                    .bind(self.flat.uuid())
                    .bind(self.by_weight.uuid())
            },
        )
        .await;
    }

    pub(crate) async fn cart(&self) -> Basket {
        let made = self.carts.create(&self.visitor).await.unwrap();
        Basket {
            id: made.cart.id,
            token: made.token,
        }
    }

    pub(crate) async fn add(&self, basket: &Basket, variant_id: VariantId, quantity: i64) -> Cart {
        let command = AddLine {
            cart_id: basket.id,
            variant_id,
            quantity: Quantity::parse(quantity).unwrap(),
        };
        self.carts
            .add_line(&self.visitor, &basket.token, command)
            .await
            .unwrap()
    }

    /// A cart that can become an order: these goods, to Berlin, by the flat option.
    pub(crate) async fn full_cart(&self, goods: &[(VariantId, i64)]) -> Basket {
        let basket = self.cart().await;
        for &(variant_id, quantity) in goods {
            self.add(&basket, variant_id, quantity).await;
        }
        self.deliver_to(&basket, "DE", self.flat).await;
        basket
    }

    pub(crate) async fn deliver_to(
        &self,
        basket: &Basket,
        country: &str,
        option: ShippingOptionId,
    ) -> Cart {
        let command = UpdateCart {
            cart_id: basket.id,
            email: Change::Set(Email::parse("anna@example.com").unwrap()),
            shipping_address: Change::Set(address(country)),
            shipping_address_id: None,
            billing_address: Change::Keep,
            billing_address_id: None,
            shipping_option_id: Change::Set(option),
        };
        self.carts
            .update(&self.visitor, &basket.token, command)
            .await
            .unwrap()
    }

    pub(crate) async fn look(&self, basket: &Basket) -> Cart {
        self.carts
            .get(&self.visitor, basket.id, &basket.token)
            .await
            .unwrap()
    }

    pub(crate) async fn line_ids(&self, basket: &Basket) -> Vec<CartLineId> {
        let cart = self.look(basket).await;
        cart.lines.iter().map(|line| line.id).collect()
    }

    /// Places an order and expects to pay what the cart says.
    pub(crate) async fn place(&self, basket: &Basket, key: &str) -> Result<Placed, CheckoutError> {
        let expected_total = self.look(basket).await.total();
        self.place_expecting(basket, key, expected_total).await
    }

    pub(crate) async fn place_expecting(
        &self,
        basket: &Basket,
        key: &str,
        expected_total: Money,
    ) -> Result<Placed, CheckoutError> {
        self.checkout
            .place(&self.visitor, request(basket, key, expected_total))
            .await
    }

    /// An order that is paid.
    pub(crate) async fn paid_order(&self, goods: &[(VariantId, i64)]) -> OrderId {
        let basket = self.full_cart(goods).await;
        let placed = self.place(&basket, "the only key").await.unwrap();
        let event = self.payments.succeed(placed.order.id);
        self.hear(event).await;
        placed.order.id
    }

    pub(crate) async fn order(&self, id: OrderId) -> OrderDetails {
        self.orders.get(&self.staff, id).await.unwrap()
    }

    /// Tells the checkout and the orders that something has happened.
    pub(crate) async fn hear(&self, event: Event) {
        let message = Message {
            id: MessageId::from_uuid(Ids.uuid()),
            tenant_id: self.tenant_id,
            event,
            attempts: 1,
            postponed: 0,
            traceparent: None,
        };
        self.deliver(&message).await;
    }

    async fn deliver(&self, message: &Message) {
        self.checkout.handle(message).await.unwrap();
        self.orders.handle(message).await.unwrap();
    }

    /// Delivers what has been published and is ready, until nothing is left. What it was.
    pub(crate) async fn work(&self) -> Vec<Event> {
        let relay = RelayDb::connect(&self.test.relay_url(), testkit::patient_pool()).unwrap();
        let mut heard = Vec::new();
        loop {
            let lease = std::time::Duration::from_mins(1);
            let messages = relay.claim(Lane::Orders, 100, lease).await.unwrap();
            if messages.is_empty() {
                relay.close().await;
                return heard;
            }
            for message in messages {
                self.deliver(&message).await;
                relay
                    .finish(&[(message.tenant_id, message.id)])
                    .await
                    .unwrap();
                heard.push(message.event);
            }
        }
    }
}

pub(crate) fn request(basket: &Basket, key: &str, expected_total: Money) -> PlaceOrder {
    PlaceOrder {
        cart_id: basket.id,
        token: basket.token.clone(),
        idempotency_key: key.to_owned(),
        expected_total,
        provider: Some(PaymentProvider::Stripe),
        client: None,
    }
}

pub(crate) fn address(country: &str) -> PostalAddress {
    PostalAddress {
        first_name: "Anna".to_owned(),
        last_name: "Example".to_owned(),
        street_name: "Main street 1".to_owned(),
        city: "Berlin".to_owned(),
        postal_code: "10115".to_owned(),
        country: country.to_owned(),
        ..PostalAddress::default()
    }
}

pub(crate) const fn euro(minor: i64) -> Money {
    Money::new(minor, Currency::Eur)
}

//! A tenant with merchants, its books, the provider, and a worker that works when it is told to.

use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use billing::{Billing, Policy, StripeSettings};
use db::{Db, RelayDb};
use kernel::config::Secret;
use kernel::ids::{MerchantId, TenantId};
use kernel::ports::{Clock, Ids, SystemClock};
use kernel::{Caller, Event, Lane};
use poem::http::StatusCode;
use poem::listener::TcpAcceptor;
use poem::{Endpoint, Request, Response};
use serde_json::Value;
use sqlx::{Connection, PgConnection};
use testkit::TestDb;
use time::OffsetDateTime;

use crate::sim::{PUBLISHABLE_KEY, SECRET_KEY, Sim, WEBHOOK_SECRET};

/// The machine's clock, which can be put forward.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShiftedClock(Arc<Mutex<time::Duration>>);

impl ShiftedClock {
    pub(crate) fn forward(&self, by: time::Duration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> OffsetDateTime {
        SystemClock.now() + *self.0.lock().unwrap()
    }
}

/// What a house is built with.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// Each merchant's commission, in basis points.
    pub(crate) merchants: Vec<i32>,
    /// Merchants' accounts can take money at once.
    pub(crate) auto_onboard: bool,
    /// How long the provider needs to know its fee.
    pub(crate) settle: Duration,
    pub(crate) policy: Policy,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            merchants: vec![1000, 500],
            auto_onboard: true,
            settle: Duration::from_millis(20),
            policy: Policy {
                call_timeout: Duration::from_secs(2),
                in_flight: Duration::from_millis(50),
                first_retry: Duration::from_millis(10),
                longest_retry: Duration::from_millis(50),
                ..Policy::default()
            },
        }
    }
}

pub(crate) struct House {
    pub(crate) test: TestDb,
    pub(crate) sim: Sim,
    pub(crate) billing: Billing,
    pub(crate) db: Db,
    pub(crate) relay: RelayDb,
    pub(crate) clock: ShiftedClock,
    pub(crate) tenant: TenantId,
    pub(crate) merchants: Vec<MerchantId>,
    /// Every message that was handled, oldest first.
    pub(crate) handled: Mutex<Vec<Event>>,
}

/// Passes webhooks on to billing, as the API does.
struct Hooks(Arc<OnceLock<Billing>>);

impl Endpoint for Hooks {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let body = request.take_body().into_bytes().await?;
        let header = request.header("Stripe-Signature");
        let status = match self.0.get().unwrap().receive_webhook(header, &body).await {
            Ok(()) => StatusCode::OK,
            Err(billing::WebhookError::Db(_)) => StatusCode::SERVICE_UNAVAILABLE,
            Err(_) => StatusCode::BAD_REQUEST,
        };
        Ok(Response::builder().status(status).finish())
    }
}

impl House {
    pub(crate) async fn new() -> Self {
        Self::build(Plan::default()).await
    }

    pub(crate) async fn build(plan: Plan) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/webhooks/stripe", listener.local_addr().unwrap());
        let slot = Arc::new(OnceLock::new());
        let server = poem::Server::new_with_acceptor(TcpAcceptor::from_tokio(listener).unwrap());
        tokio::spawn(server.run(Hooks(Arc::clone(&slot))));

        let test = TestDb::new().await;
        let sim = Sim::start(url, plan.auto_onboard, plan.settle).await;
        let clock = ShiftedClock::default();
        let settings = StripeSettings {
            api_url: sim.url(),
            secret_key: Secret::new(SECRET_KEY.to_owned()),
            publishable_key: PUBLISHABLE_KEY.to_owned(),
            webhook_secrets: vec![Secret::new(WEBHOOK_SECRET.to_owned())],
        };
        let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();
        let relay = RelayDb::connect(&test.relay_url(), testkit::patient_pool()).unwrap();
        let billing = Billing::new(
            db.clone(),
            relay.clone(),
            Arc::new(clock.clone()),
            settings,
            plan.policy,
        );
        slot.set(billing.clone()).unwrap();
        let mut house = Self {
            test,
            sim,
            billing,
            db,
            relay,
            clock,
            tenant: TenantId::from_uuid(Ids.uuid()),
            merchants: Vec::new(),
            handled: Mutex::default(),
        };
        house.furnish(&plan.merchants).await;
        house
    }

    async fn furnish(&mut self, commissions: &[i32]) {
        let mut conn = self.superuser().await;
        sqlx::query(
            "insert into tenants (id, slug, name, created_at) values ($1, 'aurora', 'Aurora', now())",
        )
        .bind(self.tenant.uuid())
        .execute(&mut conn)
        .await
        .unwrap();
        for (index, bps) in commissions.iter().enumerate() {
            let merchant = MerchantId::from_uuid(Ids.uuid());
            sqlx::query(
                "insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
                 values ($1, $2, $3, $3, $4, $5, now())",
            )
            .bind(self.tenant.uuid())
            .bind(merchant.uuid())
            .bind(format!("merchant-{index}"))
            .bind(bps)
            .bind(index == 0)
            .execute(&mut conn)
            .await
            .unwrap();
            self.merchants.push(merchant);
        }
        let mut tx = self.db.begin(&self.caller()).await.unwrap();
        for &merchant_id in &self.merchants {
            tx.publish(&Event::MerchantCreated { merchant_id })
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
        self.settle().await;
    }

    pub(crate) fn caller(&self) -> Caller {
        Caller::system(self.tenant)
    }

    pub(crate) async fn superuser(&self) -> PgConnection {
        PgConnection::connect(&self.test.superuser_url())
            .await
            .unwrap()
    }

    /// The value of a query that says `$1` for the tenant.
    pub(crate) async fn value<T>(&self, query: &'static str) -> T
    where
        T: Send + Unpin + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    {
        let mut conn = self.superuser().await;
        sqlx::query_scalar(query)
            .bind(self.tenant.uuid())
            .fetch_one(&mut conn)
            .await
            .unwrap()
    }

    /// Works until nothing is left that is due, here or at the provider.
    pub(crate) async fn settle(&self) {
        let until = Instant::now() + Duration::from_secs(20);
        let mut quiet = 0;
        while quiet < 3 {
            assert!(
                Instant::now() < until,
                "it never became quiet: {}",
                self.sim.state().await
            );
            let worked = self.work().await;
            if worked == 0 && self.sim.is_quiet().await && self.due_soon().await == 0 {
                quiet += 1;
            } else {
                quiet = 0;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Does what is due now; how much that was.
    pub(crate) async fn work(&self) -> usize {
        let applied = self.billing.apply_webhooks(50).await.unwrap();
        let lease = Duration::from_secs(5);
        let messages = self.relay.claim(Lane::Orders, 50, lease).await.unwrap();
        let count = applied + messages.len();
        for message in messages {
            match self.billing.handle(&message).await {
                Ok(()) => {
                    self.handled.lock().unwrap().push(message.event.clone());
                    let done = [(message.tenant_id, message.id)];
                    self.relay.finish(&done).await.unwrap();
                }
                Err(error) => {
                    let soon = Duration::from_millis(10);
                    self.relay
                        .retry(&message, soon, &error.to_string())
                        .await
                        .unwrap();
                }
            }
        }
        count
    }

    /// Makes what is to be looked at later due now.
    pub(crate) async fn hurry(&self) {
        sqlx::query("update outbox set available_at = now()")
            .execute(&mut self.superuser().await)
            .await
            .unwrap();
    }

    async fn due_soon(&self) -> i64 {
        self.value(
            "select (select count(*) from outbox
                      where tenant_id = $1 and dead_at is null and lane = 'orders'
                        and available_at < now() + interval '5 seconds')
                  + (select count(*) from webhook_events where status = 'received'
                        and available_at < now() + interval '5 seconds')",
        )
        .await
    }

    /// The balance of an account: `code`, and whose.
    pub(crate) async fn balance(&self, code: &str, merchant: Option<usize>) -> i64 {
        let owner = merchant.map(|index| self.merchants[index]);
        let balances = self.billing.balances(&self.caller()).await.unwrap();
        balances
            .iter()
            .find(|it| it.account == code && it.merchant_id == owner)
            .map_or(0, |it| it.balance.minor)
    }

    /// What a merchant's account at the provider holds.
    pub(crate) async fn account(&self, merchant: usize) -> i64 {
        let accounts = self
            .billing
            .connected_accounts(&self.caller())
            .await
            .unwrap();
        let account = accounts
            .iter()
            .find(|it| it.merchant_id == self.merchants[merchant])
            .unwrap();
        let name = account.account_id.as_deref().unwrap();
        self.sim.balance_of(name, "eur").await
    }

    pub(crate) async fn account_name(&self, merchant: usize) -> String {
        let accounts = self
            .billing
            .connected_accounts(&self.caller())
            .await
            .unwrap();
        let account = accounts
            .into_iter()
            .find(|it| it.merchant_id == self.merchants[merchant])
            .unwrap();
        account.account_id.unwrap()
    }

    /// Asserts what must hold whenever everything is quiet.
    pub(crate) async fn assert_sound(&self) {
        let trial = self.billing.trial_balance(&self.caller()).await.unwrap();
        assert!(trial.iter().all(|&(_, sum)| sum == 0), "{trial:?}");
        let held: i64 = self
            .value(
                "select coalesce(sum(balance), 0)::bigint from ledger_balances
                  where tenant_id = $1 and code = 'stripe_clearing' and currency = 'EUR'",
            )
            .await;
        assert_eq!(held, self.sim.held().await, "the ledger and the provider");
        self.sim.assert_nothing_twice().await;
    }

    /// What was published about something, by its topic.
    pub(crate) fn told(&self, topic: &str) -> usize {
        let handled = self.handled.lock().unwrap();
        handled
            .iter()
            .filter(|event| event.topic() == topic)
            .count()
    }

    /// How webhooks of a type ended: `(status, note)`.
    pub(crate) async fn webhook_ends(&self, kind: &str) -> Vec<(String, Option<String>)> {
        sqlx::query_as(
            "select status, note from webhook_events where type = $1 order by received_at",
        )
        .bind(kind)
        .fetch_all(&mut self.superuser().await)
        .await
        .unwrap()
    }
}

/// A provider's event with a signature, to be delivered by hand.
pub(crate) fn signed(event: &Value, secret: &str, at: OffsetDateTime) -> (String, Vec<u8>) {
    let body = event.to_string().into_bytes();
    (billing::signature::header(secret, &body, at), body)
}

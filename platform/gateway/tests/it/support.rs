//! A small API behind the gateway, and storefronts and credentials that are made up.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use gateway::json::Money;
use gateway::{
    ApiDocument, ApiResult, CartToken, Contract, Cost, Gateway, GatewaySettings, Guarded,
    IdempotencyKey, Invalid, Operator, Samples, Staff, TenantHost, Visitor, WithDocs,
};
use kernel::config::Env;
use kernel::host::Host;
use kernel::ids::{OperatorId, OrderId, StaffId, StorefrontId, TenantId, VariantId};
use kernel::ports::{Authenticator, StorefrontFinder, StorefrontRef};
use kernel::{AnyFault, Caller, Case, Fault, OperatorCaller, Permissions, RecordedRequest};
use poem::endpoint::BoxEndpoint;
use poem::test::{TestClient, TestResponse};
use poem::{EndpointExt, IntoEndpoint};
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi, OpenApiService};
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("select secret from vault failed at /srv/stoa/db.rs:7")]
    Internal,
    #[error("order {0} does not exist in tenant 42")]
    OrderNotFound(u8),
    #[error("the token is wrong")]
    Token,
    #[error("the cart has changed")]
    CartChanged,
    #[error("the provider is out")]
    Out,
}

impl Failure {
    pub(crate) const UNAUTHENTICATED: Case = Case::unauthenticated("unauthenticated");
    pub(crate) const CART_CHANGED: Case = Case::conflict("cart_changed");
    pub(crate) const PAYMENT_PROVIDER_UNAVAILABLE: Case =
        Case::unavailable("payment_provider_unavailable");
}

impl Fault for Failure {
    fn case(&self) -> Case {
        match self {
            Self::Internal => Case::INTERNAL,
            Self::OrderNotFound(_) => Case::NOT_FOUND,
            Self::Token => Self::UNAUTHENTICATED,
            Self::CartChanged => Self::CART_CHANGED,
            Self::Out => Self::PAYMENT_PROVIDER_UNAVAILABLE,
        }
    }

    fn members(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::CartChanged => vec![("current_total", serde_json::json!({"amount": 5}))],
            _ => Vec::new(),
        }
    }
}

#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct Line {
    variant_id: VariantId,
    #[oai(validator(minimum(value = "1"), maximum(value = "999")))]
    quantity: i32,
    note: Option<String>,
    price: Option<Money>,
}

#[derive(Object)]
struct Seen {
    what: String,
}

fn seen(what: impl Into<String>) -> Json<Seen> {
    Json(Seen { what: what.into() })
}

pub(crate) struct Api {
    calls: Arc<AtomicUsize>,
}

#[expect(clippy::unused_async, reason = "operations are asynchronous")]
#[OpenApi]
impl Api {
    /// Count calls
    #[oai(
        path = "/storefront/v1/products",
        method = "get",
        operation_id = "products"
    )]
    async fn products(&self, visitor: Visitor, sort: Query<Option<String>>) -> Json<Seen> {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let call = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        let storefront = visitor.caller().storefront_id().unwrap();
        seen(format!(
            "{storefront} {} {call}",
            sort.0.unwrap_or_default()
        ))
    }

    /// Fail
    #[oai(
        path = "/storefront/v1/products/:slug",
        method = "get",
        operation_id = "product"
    )]
    async fn product(&self, _visitor: Visitor, slug: Path<String>) -> ApiResult<Json<Seen>> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        match slug.0.as_str() {
            "internal" => Err(Failure::Internal.into()),
            "changed" => Err(Failure::CartChanged.into()),
            "out" => Err(Failure::Out.into()),
            "panic" => panic!("the secret is 42"),
            "slow" => {
                tokio::time::sleep(Duration::from_mins(10)).await;
                Ok(seen("late"))
            }
            _ => Err(Failure::OrderNotFound(1).into()),
        }
    }

    /// Find an order
    #[oai(
        path = "/storefront/v1/orders/:id",
        method = "get",
        operation_id = "order"
    )]
    async fn order(&self, _visitor: Visitor, id: Path<OrderId>) -> ApiResult<Json<Seen>> {
        if id.0.uuid() == Uuid::from_u128(1) {
            return Ok(seen("found"));
        }
        Err(Failure::OrderNotFound(7).into())
    }

    /// Add a line
    #[oai(
        path = "/storefront/v1/carts/:id/lines",
        method = "post",
        operation_id = "add_line"
    )]
    async fn add_line(
        &self,
        _visitor: Visitor,
        id: Path<String>,
        body: Json<Line>,
    ) -> ApiResult<Json<Seen>> {
        if let Some(price) = &body.price {
            price.parse("/price")?;
        }
        if body.note.as_deref() == Some("wrong") {
            return Err(Invalid::field("/note", "malformed", "anything else").into());
        }
        Ok(seen(format!(
            "{} {} {}",
            id.0, body.variant_id, body.quantity
        )))
    }

    /// Place an order
    #[oai(
        path = "/storefront/v1/carts/:id/checkout",
        method = "post",
        operation_id = "checkout"
    )]
    async fn checkout(
        &self,
        _visitor: Visitor,
        _cart: CartToken,
        _id: Path<String>,
        #[oai(name = "Idempotency-Key")] key: Header<IdempotencyKey>,
        #[oai(validator(maximum(value = "100")))] limit: Query<Option<i32>>,
    ) -> Json<Seen> {
        seen(format!("{} {}", key.as_str(), limit.0.unwrap_or_default()))
    }

    /// Say who the staff is
    #[oai(path = "/admin/v1/me", method = "get", operation_id = "me")]
    async fn me(&self, staff: Staff) -> Json<Seen> {
        seen(format!(
            "{} of {}",
            staff.caller().actor(),
            staff.caller().tenant_id()
        ))
    }

    /// Add a line as staff
    #[oai(path = "/admin/v1/lines", method = "post", operation_id = "staff_line")]
    async fn staff_line(&self, staff: Staff, line: Json<Line>) -> Json<Seen> {
        seen(format!("{} {}", staff.caller().actor(), line.0.quantity))
    }

    /// Sign in
    #[oai(path = "/admin/v1/auth/login", method = "post", operation_id = "login")]
    async fn login(&self, host: TenantHost) -> Json<Seen> {
        seen(host.tenant_id().to_string())
    }

    /// Say who the operator is
    #[oai(path = "/operator/v1/me", method = "get", operation_id = "operator_me")]
    async fn operator(&self, operator: Operator) -> Json<Seen> {
        seen(operator.caller().operator_id.to_string())
    }
}

pub(crate) fn tenant(number: u128) -> TenantId {
    TenantId::from_uuid(Uuid::from_u128(number))
}

fn storefront(number: u128, host: &str, is_active: bool) -> StorefrontRef {
    StorefrontRef {
        tenant_id: tenant(number),
        storefront_id: StorefrontId::from_uuid(Uuid::from_u128(number)),
        is_active,
        hosts: vec![Host::parse(host).unwrap()],
    }
}

/// Three tenants: `aurora.example`, `borealis.example`, and `closed.example`, which is suspended.
struct Made;

#[async_trait]
impl StorefrontFinder for Made {
    async fn by_host(&self, host: &Host) -> Result<Option<StorefrontRef>, AnyFault> {
        match host.as_str() {
            "aurora.example" => Ok(Some(storefront(1, "aurora.example", true))),
            "borealis.example" => Ok(Some(storefront(2, "borealis.example", true))),
            "closed.example" => Ok(Some(storefront(3, "closed.example", false))),
            "broken.example" => Err(AnyFault::new(Failure::Out)),
            _ => Ok(None),
        }
    }

    async fn by_publishable_key(&self, key: &str) -> Result<Option<StorefrontRef>, AnyFault> {
        match key {
            "pk_aurora" => Ok(Some(storefront(1, "aurora.example", true))),
            "pk_borealis" => Ok(Some(storefront(2, "borealis.example", true))),
            _ => Ok(None),
        }
    }
}

#[async_trait]
impl Authenticator for Made {
    fn visitor(&self, storefront: &StorefrontRef) -> Caller {
        Caller::visitor(
            storefront.tenant_id,
            storefront.storefront_id,
            Permissions::empty(),
        )
    }

    async fn shopper(&self, _: &StorefrontRef, _: &str) -> Result<Caller, AnyFault> {
        Err(AnyFault::new(Failure::Token))
    }

    async fn staff(
        &self,
        tenant_id: TenantId,
        token: &str,
        _: std::net::IpAddr,
    ) -> Result<Caller, AnyFault> {
        let owner = format!("staff-of-{}", tenant_id.uuid().as_u128());
        if token == owner {
            let staff = StaffId::from_uuid(Uuid::from_u128(9));
            Ok(Caller::staff(tenant_id, staff, Permissions::all()))
        } else {
            Err(AnyFault::new(Failure::Token))
        }
    }

    async fn note(&self, _: &Caller, _: RecordedRequest) -> Result<(), AnyFault> {
        Err(AnyFault::new(Failure::Token))
    }

    async fn operator(&self, token: &str) -> Result<OperatorCaller, AnyFault> {
        if token == "operator" {
            Ok(OperatorCaller {
                locked: kernel::Permissions::empty(),
                request: None,
                operator_id: OperatorId::from_uuid(Uuid::from_u128(8)),
                permissions: Permissions::all(),
            })
        } else {
            Err(AnyFault::new(Failure::Token))
        }
    }
}

pub(crate) type App = Guarded<WithDocs<BoxEndpoint<'static>>>;

/// The settings that a process without any environment has, without rate limits.
pub(crate) fn settings() -> GatewaySettings {
    let mut env = Env::of([]);
    let mut settings = GatewaySettings::from_env(&mut env);
    env.finish().unwrap();
    settings
        .platform_hosts
        .push(Host::parse("api.example").unwrap());
    settings.rates = gateway::RateSettings::default();
    settings
}

/// The API behind a gateway with `settings`.
pub(crate) fn app(settings: GatewaySettings) -> App {
    let api = Api {
        calls: Arc::default(),
    };
    let service = OpenApiService::new(api, "Test", "1.0.0");
    let spec = service.spec();
    let contracts = [
        Contract::of("products").cached(),
        Contract::of("product")
            .cached()
            .fails(&[Failure::CART_CHANGED, Failure::PAYMENT_PROVIDER_UNAVAILABLE]),
        Contract::of("order"),
        Contract::of("add_line"),
        Contract::of("checkout").costs(Cost::Order),
        Contract::of("me"),
        Contract::of("staff_line"),
        Contract::of("login").costs(Cost::Credential),
        Contract::of("operator_me"),
    ];
    let endpoint = service.into_endpoint().boxed();
    behind(settings, (&spec, &contracts), endpoint)
}

/// Any endpoint behind a gateway with `settings`.
pub(crate) fn behind(
    settings: GatewaySettings,
    (spec, contracts): (&str, &[Contract]),
    endpoint: BoxEndpoint<'static>,
) -> App {
    let document = Arc::new(ApiDocument::of(spec, contracts).unwrap());
    let endpoint = WithDocs::new(endpoint, Arc::clone(&document), || Ok(Samples::new()));
    let nodes = gateway::Nodes::default();
    Gateway::new(settings, Arc::new(Made), Arc::new(Made), document, nodes).guard(endpoint)
}

pub(crate) fn client() -> TestClient<App> {
    TestClient::new(app(settings()))
}

/// The status and the body of an answer.
pub(crate) async fn read(response: TestResponse) -> (u16, Value) {
    let status = response.0.status().as_u16();
    let body = response.0.into_body().into_vec().await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or(Value::Null))
}

/// The status and the code of a problem.
pub(crate) async fn problem(response: TestResponse) -> (u16, String) {
    let content_type = response.0.content_type().map(str::to_owned);
    let (status, body) = read(response).await;
    assert_eq!(
        content_type.as_deref(),
        Some("application/problem+json"),
        "{body}"
    );
    assert_eq!(body["status"], status);
    (status, body["code"].as_str().unwrap().to_owned())
}

//! The authority that the document names is the one that the use case asks for: without any part of it
//! a caller gets 403, and with nothing else the call goes on.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use domain::identity::Identity;
use gateway::Gateway;
use kernel::ids::{MerchantId, TenantId};
use kernel::ports::{Authenticator, Ids, StorefrontRef};
use kernel::{Actor, AnyFault, Caller, OperatorCaller, Permission, Permissions, RecordedRequest};
use poem::endpoint::BoxEndpoint;
use poem::{Endpoint, EndpointExt, IntoEndpoint, Request};
use serde_json::Value;

use super::document::{self, Guard, Operation};
use super::trials::credential;
use super::world::{World, body};
use super::{case, digest};
use crate::harness::{System, text};

type Named = HashMap<&'static str, String>;

/// The program's own callers, with the permissions that a trial gives them.
struct Limited {
    identity: Identity,
    allowed: Arc<Mutex<Allowed>>,
}

/// What a trial gives the callers.
#[derive(Clone, Copy)]
struct Allowed {
    permissions: Permissions,
    /// The one merchant that staff work for.
    merchant: Option<MerchantId>,
}

impl Limited {
    fn limit(&self, caller: &Caller) -> Caller {
        let Allowed {
            permissions,
            merchant,
        } = *self.allowed.lock().unwrap();
        let tenant = caller.tenant_id();
        match (caller.actor(), caller.storefront_id()) {
            (Actor::Anonymous, Some(storefront)) => {
                Caller::visitor(tenant, storefront, permissions)
            }
            (Actor::Shopper(user, session), Some(storefront)) => {
                Caller::shopper(tenant, storefront, (user, session), permissions)
            }
            (Actor::Staff(staff), _) => {
                let session = caller.session().unwrap();
                let staff = Caller::staff(tenant, staff, permissions);
                let staff = staff.in_session(session, Permissions::empty());
                match merchant {
                    Some(id) => staff.of_merchant(id),
                    None => staff,
                }
            }
            (other, _) => panic!("no request comes from {other}"),
        }
    }
}

#[async_trait]
impl Authenticator for Limited {
    fn visitor(&self, door: &StorefrontRef) -> Caller {
        self.limit(&self.identity.visitor(door))
    }

    async fn shopper(&self, door: &StorefrontRef, token: &str) -> Result<Caller, AnyFault> {
        let caller = self.identity.shopper(door, token).await?;
        Ok(self.limit(&caller))
    }

    async fn staff(
        &self,
        tenant_id: TenantId,
        token: &str,
        client: IpAddr,
    ) -> Result<Caller, AnyFault> {
        let caller = self.identity.staff(tenant_id, token, client).await?;
        Ok(self.limit(&caller))
    }

    async fn note(&self, caller: &Caller, request: RecordedRequest) -> Result<(), AnyFault> {
        self.identity.note(caller, request).await
    }

    async fn operator(&self, token: &str) -> Result<OperatorCaller, AnyFault> {
        let caller = self.identity.operator(token).await?;
        Ok(OperatorCaller {
            permissions: self.allowed.lock().unwrap().permissions,
            ..caller
        })
    }
}

/// The program behind a gateway with limited callers.
struct Front {
    endpoint: BoxEndpoint<'static>,
    allowed: Arc<Mutex<Allowed>>,
}

impl Front {
    fn of(system: &System) -> Self {
        let app = &system.app;
        let allowed = Arc::new(Mutex::new(Allowed {
            permissions: Permissions::all(),
            merchant: None,
        }));
        let limited = Limited {
            identity: app.identity.clone(),
            allowed: Arc::clone(&allowed),
        };
        let gateway = Gateway::new(
            app.settings().gateway.clone(),
            Arc::new(app.tenancy.clone()),
            Arc::new(limited),
            stoa::api::document().unwrap(),
            gateway::Nodes::default(),
        );
        let operations = stoa::api::service(app).into_endpoint();
        Self {
            endpoint: gateway.guard(operations).boxed(),
            allowed,
        }
    }

    /// What a caller with these permissions is answered.
    async fn ask(
        &self,
        world: &World<'_>,
        operation: &Operation,
        (in_path, permissions): (&Named, Permissions),
    ) -> (u16, Value) {
        self.allowed.lock().unwrap().permissions = permissions;
        let mut path = operation.path.clone();
        for name in operation.parameters() {
            path = path.replace(&format!("{{{name}}}"), &in_path[name]);
        }
        let host = match operation.guard {
            Guard::Operator => "localhost",
            _ => world.ours.host.as_str(),
        };
        let mut request = Request::builder()
            .method(operation.method.clone())
            .uri_str(&path)
            .header("Host", host);
        if let Some((name, value)) = credential(world, operation.guard) {
            request = request.header(name, value);
        }
        if operation.is_write() {
            request = request.header("Idempotency-Key", &Ids.token()[..32]);
        }
        let case = case(operation).unwrap();
        let request = match (case.body, case.file) {
            (_, Some(file)) => request.content_type("image/png").body(file()),
            (Some(of), None) => request
                .content_type("application/json")
                .body(body(of, &world.ours.ids).to_string()),
            (None, None) => request.finish(),
        };
        let response = self.endpoint.get_response(request).await;
        let status = response.status().as_u16();
        let bytes = response.into_body().into_vec().await.unwrap();
        (status, serde_json::from_slice(&bytes).unwrap_or_default())
    }
}

/// Operations that a merchant's own staff may use.
fn for_merchants() -> Vec<String> {
    let document = stoa::api::document().unwrap();
    let paths = document.value()["paths"].as_object().unwrap();
    let operations = paths
        .values()
        .flat_map(|it| it.as_object().unwrap().values());
    let open = operations.filter(|it| it["x-merchant-staff"] == true);
    open.map(|it| text(it, "/operationId")).collect()
}

/// The authority of each operation that needs one.
fn authorities() -> HashMap<String, Permissions> {
    let document = stoa::api::document().unwrap();
    let paths = document.value()["paths"].as_object().unwrap();
    let operations = paths
        .values()
        .flat_map(|it| it.as_object().unwrap().values());
    let mut found = HashMap::new();
    for operation in operations {
        let id = operation["operationId"].as_str().unwrap().to_owned();
        let names = operation["x-authority"].as_array();
        let permissions = names.into_iter().flatten().map(|name| {
            let mut all = Permission::ALL.iter();
            *all.find(|it| name == it.name()).unwrap()
        });
        found.insert(id, permissions.collect());
    }
    found
}

#[tokio::test]
async fn every_operation_asks_for_the_authority_that_it_names() {
    let system = System::start().await;
    let world = World::new(&system).await;
    let door = Front::of(&system);
    let authorities = authorities();
    let operations = document::operations();
    // An order that can still be cancelled: only then it is read.
    let place = operations
        .iter()
        .find(|it| it.id == "storefront_place_order");
    let placed = door
        .ask(
            &world,
            place.unwrap(),
            (&world.ours.ids, Permissions::all()),
        )
        .await;
    assert_eq!(placed.0, 201, "{}", placed.1);
    let mut unpaid = world.ours.ids.clone();
    unpaid.insert("order_id", text(&placed.1, "/order/id"));

    for operation in &operations {
        let authority = authorities[&operation.id];
        let own = if operation.id == "admin_cancel_order" {
            &unpaid
        } else {
            &world.ours.ids
        };
        for permission in authority {
            let others = !Permissions::only(permission);
            let (status, body) = door.ask(&world, operation, (own, others)).await;
            let told = (status, body["code"].as_str());
            let id = &operation.id;
            assert_eq!(
                told,
                (403, Some("permission_denied")),
                "{id} without {permission:?}"
            );
        }
        // Of things that do not exist, so that nothing is done.
        let (status, body) = door
            .ask(&world, operation, (&world.nobody, authority))
            .await;
        // What is tried at a sign-in is no credential of the request.
        let is_unknown = status == 401 && operation.guard != Guard::Open;
        assert!(
            status != 403 && status < 500 && !is_unknown,
            "{} with {authority:?} alone: {status} {body}",
            operation.id
        );
    }
}

/// With every permission, the staff of one merchant reach what is the merchant's through the operations that say
/// so, and nothing else: not of the tenant's, and not of another merchant's.
#[tokio::test]
async fn the_staff_of_a_merchant_reach_what_is_the_merchants_and_nothing_else() {
    let system = System::start().await;
    let world = World::new(&system).await;
    let door = Front::of(&system);
    let (authorities, open) = (authorities(), for_merchants());
    assert_eq!(open.len(), 25, "{open:?}");
    let operations = document::operations();
    let operations: Vec<&Operation> = operations
        .iter()
        .filter(|it| it.guard == Guard::Staff && !authorities[&it.id].is_empty())
        .collect();

    let work_for = |id: &str| door.allowed.lock().unwrap().merchant = Some(id.parse().unwrap());
    let all = (&world.ours.ids, Permissions::all());
    let before = digest::of(&system).await;
    // Everything there is belongs to another merchant.
    work_for(&world.nobody["merchant_id"]);
    for operation in &operations {
        let id = &operation.id;
        let (status, body) = door.ask(&world, operation, all).await;
        if !open.contains(id) {
            let told = (status, body["code"].as_str());
            assert_eq!(told, (403, Some("permission_denied")), "{id}");
        } else if operation.parameters().is_empty() && !operation.is_write() {
            let nothing = serde_json::json!([]);
            assert_eq!((status, &body["data"]), (200, &nothing), "{id}");
        } else {
            // What is named in the body is not seen: a merchant, or a variant.
            let names = ["admin_create_product", "admin_adjust_stock"];
            let is_unseen = names.contains(&id.as_str()) && status == 422;
            assert!(status == 404 || is_unseen, "{id}: {status} {body}");
        }
        let after = digest::of(&system).await;
        assert_eq!(after, before, "{id} wrote something for another merchant");
    }
    work_for(&world.ours.ids["merchant_id"]);
    let mut done = 0;
    for operation in operations.iter().filter(|it| open.contains(&it.id)) {
        let (status, body) = door.ask(&world, operation, all).await;
        let is_answered = status < 500 && status != 403;
        assert!(is_answered, "{}: {status} {body}", operation.id);
        done += usize::from(status < 300);
    }
    // The others fail in this world for their merchant's own reasons, such as a parcel of another order.
    assert!(done >= 12, "{done} of {}", open.len());
}

//! What operators do leaves a record of who did it.

use domain::tenancy::{AddHost, AddStorefront, CreateTenant, ListTenants, Provisioning};
use gateway::telemetry::{TelemetrySettings, log_to};
use kernel::config::Env;
use kernel::ids::{OperatorId, TenantId};
use kernel::{OperatorCaller, Permission};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{House, tenant};

/// Each thing that an operator can do, and some of them twice.
async fn do_everything(provisioning: &Provisioning, operator: &OperatorCaller) -> TenantId {
    let mut tenant_id = None;
    for _ in 0..2 {
        let command = CreateTenant {
            draft: tenant("corona"),
            idempotency_key: None,
        };
        let made = provisioning.create_tenant(operator, command).await.unwrap();
        tenant_id = Some(made.tenant.tenant.id);
    }
    let tenant_id = tenant_id.unwrap();
    for _ in 0..2 {
        let storefront = AddStorefront {
            tenant_id,
            slug: "club".to_owned(),
            name: None,
            storefront: tenant("corona").storefront,
            shipping_options: vec![],
            hosts: vec![],
        };
        let added = provisioning.add_storefront(operator, storefront).await;
        added.unwrap();
    }
    let host = AddHost {
        tenant_id,
        storefront_id: None,
        host: "corona.example".to_owned(),
        is_primary: false,
    };
    provisioning.add_host(operator, host).await.unwrap();
    provisioning.get_tenant(operator, tenant_id).await.unwrap();
    provisioning.find_tenant(operator, "corona").await.unwrap();
    let all = ListTenants {
        after: None,
        limit: 5,
    };
    provisioning.list_tenants(operator, all).await.unwrap();
    tenant_id
}

#[tokio::test]
async fn every_deed_of_an_operator_names_the_operator_and_the_tenant() {
    let house = House::new().await;
    let operator = OperatorCaller {
        locked: kernel::Permissions::empty(),
        request: None,
        operator_id: OperatorId::from_uuid(Uuid::from_u128(7)),
        permissions: Permission::TenantsRead | Permission::TenantsWrite,
    };
    let lines = tempfile::NamedTempFile::new().unwrap();
    let settings = TelemetrySettings::from_env(&mut Env::of([]));
    let log = log_to(&settings, lines.reopen().unwrap());
    let _log = tracing::dispatcher::set_default(&log);

    let tenant_id = do_everything(&house.app.provisioning, &operator).await;

    let text = std::fs::read_to_string(lines.path()).unwrap();
    let deeds: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["message"] == "an operator was here")
        .collect();
    let one = json!(tenant_id.to_string());
    let expected = [
        ("create_tenant", &one),
        ("create_tenant", &one),
        ("add_storefront", &one),
        ("add_storefront", &one),
        ("add_host", &one),
        ("get_tenant", &one),
        ("find_tenant", &one),
        ("list_tenants", &Value::Null),
    ];
    assert_eq!(deeds.len(), expected.len(), "{text}");
    for (deed, (operation, tenant_id)) in deeds.iter().zip(expected) {
        assert_eq!(deed["operation"], operation);
        assert_eq!(&deed["tenant.id"], tenant_id, "{operation}");
        assert_eq!(deed["operator.id"], operator.operator_id.to_string());
    }
}

//! A host or key leads to one storefront each, and tenants are found by those who may look for them.

use domain::identity::Policy;
use domain::tenancy::{self, AddHost, CreateTenant, ListTenants};
use kernel::host::Host;
use kernel::ports::StorefrontFinder;
use kernel::{Caller, Fault, Kind, OperatorCaller, Permissions};

use crate::house::{House, draft, system};

fn host(text: &str) -> Host {
    Host::parse(text).unwrap()
}

#[tokio::test]
async fn unknown_doors_lead_nowhere() {
    let house = House::new().await;
    house.tenant("aurora").await;

    for name in [
        "stoa.test",
        "www.stoa.test",
        "aurora.stoa.test.evil.example",
        "x.aurora.stoa.test",
    ] {
        let storefront = house.tenancy.by_host(&host(name)).await.unwrap();
        assert_eq!(storefront, None, "{name}");
    }
    for key in [
        "",
        "pk_",
        "pk_00000000000000000000000000000000",
        "' or true --",
    ] {
        let storefront = house.tenancy.by_publishable_key(key).await.unwrap();
        assert_eq!(storefront, None, "{key}");
    }
}

#[tokio::test]
async fn closing_a_tenant_and_revoking_a_key_take_effect() {
    let house = House::new().await;
    let made = house.create(draft("aurora")).await.unwrap().tenant;
    let key = &made.storefronts[0].publishable_key;
    let mut superuser = house.superuser().await;
    let name = host("aurora.stoa.test");

    sqlx::raw_sql(
        "update tenants set status = 'suspended'; update publishable_keys set revoked_at = now()",
    )
    .execute(&mut superuser)
    .await
    .unwrap();
    let storefronts = &house.tenancy;
    assert!(!storefronts.by_host(&name).await.unwrap().unwrap().is_active);
    assert_eq!(storefronts.by_publishable_key(key).await.unwrap(), None);

    sqlx::raw_sql("update tenants set status = 'closed'")
        .execute(&mut superuser)
        .await
        .unwrap();
    assert_eq!(storefronts.by_host(&name).await.unwrap(), None);
}

#[tokio::test]
async fn a_host_is_added_once_and_to_one_storefront_only() {
    let house = House::new().await;
    let operator = OperatorCaller::command_line();
    let (aurora, borealis) = (house.tenant("aurora").await, house.tenant("borealis").await);
    let add = |tenant_id, host: &str| AddHost {
        tenant_id,
        storefront_id: None,
        host: host.to_owned(),
        is_primary: true,
    };

    for _ in 0..2 {
        let open = house
            .provisioning
            .add_host(&operator, add(aurora, "shop.example.com"))
            .await
            .unwrap();
        assert_eq!(
            open.hosts,
            [host("shop.example.com"), host("aurora.stoa.test")]
        );
    }
    let taken = house
        .provisioning
        .add_host(&operator, add(borealis, "shop.example.com"))
        .await
        .unwrap_err();

    assert_eq!(taken.code(), "host_taken");
    let storefront = house.tenancy.by_host(&host("shop.example.com")).await;
    assert_eq!(storefront.unwrap().unwrap().tenant_id, aurora);
    for name in [
        "stoa.test",
        "www.stoa.test",
        "platform.example",
        "127.0.0.1",
        "localhost",
    ] {
        let refused = house
            .provisioning
            .add_host(&operator, add(borealis, name))
            .await
            .unwrap_err();
        assert_eq!(refused.kind(), Kind::Invalid, "{name}");
    }
}

#[tokio::test]
async fn tenants_are_listed_page_by_page() {
    let house = House::new().await;
    let operator = OperatorCaller::command_line();
    for slug in ["one", "two", "three"] {
        house.tenant(slug).await;
    }

    let query = |after, limit| ListTenants { after, limit };
    let first = house
        .provisioning
        .list_tenants(&operator, query(None, 2))
        .await
        .unwrap();
    let last = first.tenants[1].0.id;
    let second = house
        .provisioning
        .list_tenants(&operator, query(Some(last), 2))
        .await
        .unwrap();

    let slugs = |page: &tenancy::TenantPage| -> Vec<String> {
        page.tenants.iter().map(|(t, _)| t.slug.clone()).collect()
    };
    assert_eq!(slugs(&first), ["one", "two"]);
    assert!(first.has_more);
    assert_eq!(first.tenants[0].1, Some(host("one.stoa.test")));
    assert_eq!(slugs(&second), ["three"]);
    let two = house.provisioning.find_tenant(&operator, "two").await;
    assert_eq!(two.unwrap().unwrap().tenant, first.tenants[1].0);
    let four = house.provisioning.find_tenant(&operator, "four").await;
    assert!(four.unwrap().is_none());
    assert!(!second.has_more);
}

#[tokio::test]
async fn an_operator_without_the_permission_is_refused() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let nobody = OperatorCaller {
        locked: kernel::Permissions::empty(),
        permissions: Permissions::empty(),
        ..OperatorCaller::command_line()
    };
    let command = CreateTenant {
        draft: draft("borealis"),
        idempotency_key: None,
    };

    let create = house.provisioning.create_tenant(&nobody, command).await;
    let read = house.provisioning.get_tenant(&nobody, tenant_id).await;
    let list = house
        .provisioning
        .list_tenants(&nobody, ListTenants::default())
        .await;

    for kind in [
        create.unwrap_err().kind(),
        read.unwrap_err().kind(),
        list.unwrap_err().kind(),
    ] {
        assert_eq!(kind, Kind::Forbidden);
    }
}

#[tokio::test]
async fn a_logo_is_changed_by_those_who_may() {
    let house = House::new().await;
    let made = house.create(draft("aurora")).await.unwrap().tenant;
    let id = made.storefronts[0].storefront.id;
    let system = system(made.tenant.id);
    let visitor = Caller::visitor(
        made.tenant.id,
        id,
        Policy::built_in().await.unwrap().visitor(),
    );
    assert_eq!(
        house
            .tenancy
            .visited(&visitor)
            .await
            .unwrap()
            .brand
            .logo_url,
        None
    );

    let logo = "/media/logo.webp";
    house.tenancy.set_logo(&system, id, logo).await.unwrap();
    let refused = [
        house.tenancy.set_logo(&visitor, id, logo).await,
        house.tenancy.set_logo(&system, id, "javascript:x").await,
    ];

    let brand = &house.tenancy.visited(&visitor).await.unwrap().brand;
    assert_eq!(brand.logo_url.as_deref(), Some(logo));
    let kinds = refused.map(|refused| refused.unwrap_err().kind());
    assert_eq!(kinds, [Kind::Forbidden, Kind::Invalid]);
}

//! Tenants are there with everything they need, once, or not at all; and only their hosts and keys lead to
//! them.

use db::RelayDb;
use domain::identity::SignIn;
use domain::tenancy::{
    self, AddStorefront, CreateTenant, MerchantDraft, Origin, Provisioned, RateDraft,
    ShippingDraft, TenancyError, TenantDraft, TierDraft,
};
use futures_util::future::join_all;
use kernel::goods::Slug;
use kernel::host::Host;
use kernel::ids::OperatorId;
use kernel::ports::StorefrontFinder;
use kernel::{Currency, Event, Fault, Kind, Money, OperatorCaller};

use crate::house::{House, OWNERS_PASSWORD, draft, system};

fn host(text: &str) -> Host {
    Host::parse(text).unwrap()
}

async fn with_key(
    house: &House,
    draft: TenantDraft,
    key: &str,
) -> Result<Provisioned, TenancyError> {
    let command = CreateTenant {
        draft,
        idempotency_key: Some(key.to_owned()),
    };
    let caller = OperatorCaller::command_line();
    house.provisioning.create_tenant(&caller, command).await
}

#[tokio::test]
async fn a_new_tenant_sells_at_once() {
    let house = House::new().await;

    let made = house.create(draft("aurora")).await.unwrap();

    assert_eq!(made.origin, Origin::Created);
    let tenant = made.tenant.tenant;
    let open = &made.tenant.storefronts[0];
    assert_eq!(open.hosts, [host("aurora.stoa.test")]);
    assert_eq!(open.storefront.currency, Currency::Eur);
    assert_eq!(open.storefront.locale, "en-DE");
    let storefront = house
        .tenancy
        .by_host(&host("aurora.stoa.test"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(storefront.tenant_id, tenant.id);
    assert_eq!(storefront.storefront_id, open.storefront.id);
    assert!(storefront.is_active);
    let by_key = house
        .tenancy
        .by_publishable_key(&open.publishable_key)
        .await
        .unwrap();
    assert_eq!(by_key, Some(storefront));
    let signed_in = house
        .identity
        .sign_in_staff(
            tenant.id,
            SignIn::new("owner@aurora.example", OWNERS_PASSWORD),
        )
        .await
        .unwrap();
    assert_eq!(signed_in.signed_in.person.role.to_string(), "owner");
    let mut tx = house.db.begin(&system(tenant.id)).await.unwrap();
    assert_eq!(tx.next_number("orders").await.unwrap(), 1);
    let merchant = tenancy::default_merchant(&mut tx).await.unwrap();
    assert_eq!(merchant.slug, "aurora");
    let by_vendor = tenancy::merchant_by_vendor(&mut tx, &Slug::parse("aurora").unwrap())
        .await
        .unwrap();
    assert_eq!(by_vendor, Some(merchant.clone()));
    let relay = RelayDb::connect(&house.test.relay_url(), testkit::patient_pool()).unwrap();
    let messages = relay
        .claim(kernel::Lane::Orders, 10, std::time::Duration::from_secs(30))
        .await
        .unwrap();
    assert_eq!(messages.len(), 1);
    assert_eq!(
        messages[0].event,
        Event::MerchantCreated {
            merchant_id: merchant.id
        }
    );
    assert_eq!(house.rows().await, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
}

#[tokio::test]
async fn everything_that_was_asked_for_is_there() {
    let house = House::new().await;
    let mut request = draft("meridian");
    request.hosts = vec!["Shop.Meridian.Example".to_owned()];
    request.merchants = ["ridgeline", "harbor"]
        .map(|slug| MerchantDraft {
            slug: slug.to_owned(),
            name: slug.to_uppercase(),
            commission_bps: 800,
        })
        .to_vec();
    request.shipping_options = vec![ShippingDraft {
        name: "Ground".to_owned(),
        rate: RateDraft::ByWeight {
            tiers: vec![TierDraft {
                up_to_grams: 500,
                price: Money::new(595, "EUR".parse().unwrap()),
            }],
        },
        countries: Some(vec!["US".to_owned()]),
    }];

    let made = house.create(request).await.unwrap().tenant;

    assert_eq!(
        made.storefronts[0].hosts,
        [host("meridian.stoa.test"), host("shop.meridian.example")]
    );
    let slugs: Vec<&str> = made.merchants.iter().map(|m| m.slug.as_str()).collect();
    assert_eq!(slugs, ["ridgeline", "harbor"]);
    assert!(made.merchants[0].is_default && !made.merchants[1].is_default);
    let option: (String, String, serde_json::Value, Vec<String>) =
        sqlx::query_as("select kind, currency, tiers, countries from shipping_options")
            .fetch_one(&mut house.superuser().await)
            .await
            .unwrap();
    let tiers = serde_json::json!([{"up_to_grams": 500, "price_minor": 595}]);
    assert_eq!(
        option,
        ("by_weight".into(), "EUR".into(), tiers, vec!["US".into()])
    );
}

#[tokio::test]
async fn asking_again_finds_the_same_tenant() {
    let house = House::new().await;
    let first = with_key(&house, draft("aurora"), "key-1").await.unwrap();
    let before = house.rows().await;

    let same_key = with_key(&house, draft("aurora"), "key-1").await.unwrap();
    let other_key = with_key(&house, draft("aurora"), "key-2").await.unwrap();
    let no_key = house.create(draft("aurora")).await.unwrap();

    assert_eq!(first.origin, Origin::Created);
    assert_eq!(same_key.origin, Origin::SameKey);
    assert_eq!(other_key.origin, Origin::SameContent);
    assert_eq!(no_key.origin, Origin::SameContent);
    for again in [&same_key, &other_key, &no_key] {
        assert_eq!(again.tenant.tenant, first.tenant.tenant);
        assert_eq!(
            again.tenant.storefronts[0].publishable_key,
            first.tenant.storefronts[0].publishable_key
        );
    }
    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn a_slug_or_a_key_for_something_else_is_refused() {
    let house = House::new().await;
    with_key(&house, draft("aurora"), "key-1").await.unwrap();
    let before = house.rows().await;
    let mut other = draft("aurora");
    other.storefront.currency = "USD".to_owned();

    let slug = with_key(&house, other, "key-2").await.unwrap_err();
    let key = with_key(&house, draft("borealis"), "key-1")
        .await
        .unwrap_err();

    assert_eq!(slug.code(), "tenant_slug_taken");
    assert_eq!(slug.kind(), Kind::Conflict);
    assert_eq!(key.code(), "idempotency_key_reused");
    assert_eq!(key.kind(), Kind::Rejected);
    assert_eq!(house.rows().await, before);
}

#[tokio::test]
async fn a_key_belongs_to_the_operator_who_sent_it() {
    let house = House::new().await;
    with_key(&house, draft("aurora"), "key-1").await.unwrap();
    let somebody_else = OperatorCaller {
        locked: kernel::Permissions::empty(),
        operator_id: OperatorId::from_uuid(kernel::ports::Ids.uuid()),
        ..OperatorCaller::command_line()
    };
    let command = CreateTenant {
        draft: draft("borealis"),
        idempotency_key: Some("key-1".to_owned()),
    };

    let made = house
        .provisioning
        .create_tenant(&somebody_else, command)
        .await
        .unwrap();

    assert_eq!(made.origin, Origin::Created);
}

#[tokio::test]
async fn many_who_ask_at_once_get_one_tenant() {
    let house = House::new().await;

    let asked = (0..8).map(|n| {
        let house = &house;
        async move { with_key(house, draft("aurora"), &format!("key-{n}")).await }
    });
    let made: Vec<Provisioned> = join_all(asked)
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();

    let created = made.iter().filter(|made| made.origin == Origin::Created);
    assert_eq!(created.count(), 1);
    assert!(
        made.iter()
            .all(|m| m.tenant.tenant == made[0].tenant.tenant)
    );
    assert_eq!(house.rows().await, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
}

#[tokio::test]
async fn of_many_with_one_slug_one_wins() {
    let house = House::new().await;

    let asked = (0..8).map(|n| {
        let mut request = draft("aurora");
        request.name = format!("Aurora {n}");
        house.create(request)
    });
    let made = join_all(asked).await;

    let codes: Vec<_> = made.iter().filter_map(|m| m.as_ref().err()).collect();
    assert_eq!(codes.len(), 7);
    assert!(
        codes
            .iter()
            .all(|error| error.code() == "tenant_slug_taken")
    );
    assert_eq!(house.rows().await, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
}

#[tokio::test]
async fn a_tenant_whose_host_is_taken_leaves_nothing_behind() {
    let house = House::new().await;
    let mut first = draft("aurora");
    first.hosts = vec!["shop.example.com".to_owned()];
    house.create(first).await.unwrap();
    let before = house.rows().await;
    let mut second = draft("borealis");
    second.hosts = vec!["new.example.com".to_owned(), "shop.example.com".to_owned()];

    let refused = house.create(second).await.unwrap_err();

    assert_eq!(refused.code(), "host_taken");
    assert!(refused.to_string().contains("shop.example.com"));
    assert_eq!(house.rows().await, before);
    let storefront = house.tenancy.by_host(&host("new.example.com")).await;
    assert_eq!(storefront.unwrap(), None);
}

#[tokio::test]
async fn an_owner_with_an_account_keeps_its_password() {
    let house = House::new().await;
    house.tenant("aurora").await;
    let mut second = draft("borealis");
    second.owner.email = "Owner@Aurora.example".to_owned();
    second.owner.password = kernel::config::Secret::new("another long password".to_owned());

    let borealis = house.create(second).await.unwrap().tenant.tenant.id;

    let sign_in = |password| {
        let attempt = SignIn::new("owner@aurora.example", password);
        house.identity.sign_in_staff(borealis, attempt)
    };
    assert!(sign_in(OWNERS_PASSWORD).await.is_ok());
    assert!(sign_in("another long password").await.is_err());
}

#[tokio::test]
async fn all_that_is_wrong_with_a_wish_is_told_at_once() {
    let house = House::new().await;
    let mut request = draft("www");
    request.name = " ".to_owned();
    request.owner.email = "owner".to_owned();
    request.owner.password = kernel::config::Secret::new("short".to_owned());
    request.storefront.currency = "XXX".to_owned();
    request.storefront.country = "Germany".to_owned();
    request.hosts = vec!["not a host".to_owned()];

    let refused = house.create(request).await.unwrap_err();

    assert_eq!(refused.kind(), Kind::Invalid);
    let fields = refused.fields();
    let pointers: Vec<&str> = fields.iter().map(|field| field.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/slug",
            "/name",
            "/owner/email",
            "/owner/password",
            "/storefront/currency",
            "/storefront/country",
            "/hosts/0",
        ]
    );
    assert_eq!(house.rows().await, [0; 10]);
}

#[tokio::test]
async fn no_slug_makes_a_host_of_the_platforms_own() {
    let house = House::new().await;
    let tenant_id = house.tenant("aurora").await;
    let before = house.rows().await;

    let tenant = house.create(draft("shop")).await;
    let storefront = house
        .provisioning
        .add_storefront(
            &OperatorCaller::command_line(),
            AddStorefront {
                tenant_id,
                slug: "club".to_owned(),
                name: None,
                storefront: draft("aurora").storefront,
                shipping_options: vec![],
                hosts: vec![],
            },
        )
        .await;

    for refused in [tenant.map(|_| ()), storefront.map(|_| ())] {
        let refused = refused.unwrap_err();
        let fields = refused.fields();
        assert_eq!(fields.len(), 1, "{fields:?}");
        assert_eq!(fields[0].pointer, "/slug");
        assert_eq!(
            fields[0].detail,
            "a slug whose host is none of the platform's own"
        );
    }
    assert_eq!(house.rows().await, before);
}

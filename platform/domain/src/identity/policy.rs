//! Casbin decides what each role may do, once; a request is then a look into a set.
//!
//! The model and the built-in policy are the two files beside this one. `enforce()` walks every
//! rule, which is too slow for every request, so it is asked about every role and permission when
//! the policy is loaded.

use std::collections::BTreeMap;

use casbin::{CoreApi, DefaultModel, Enforcer, StringAdapter};
use kernel::ids::{RoleId, TenantId};
use kernel::{Permission, Permissions};

use super::Role;

const MODEL: &str = include_str!("policy.conf");
const BUILT_IN: &str = include_str!("policy.csv");

/// A tenant that stands for every tenant: the built-in policy makes no difference between them.
const ANY_TENANT: &str = "tenants/any";
/// A merchant that stands for every merchant of every tenant.
const ANY_MERCHANT: &str = "merchants/any";
const PLATFORM: &str = "platform";

/// The policy could not be loaded, so nobody may do anything.
#[derive(Debug, thiserror::Error)]
#[error("the access policy cannot be loaded: {0}")]
pub struct PolicyError(#[from] casbin::Error);

/// What every role may do.
#[derive(Debug, Clone)]
pub struct Policy {
    visitor: Permissions,
    shopper: Permissions,
    staff: BTreeMap<Role, Permissions>,
    operator: Permissions,
}

impl Policy {
    /// Loads the built-in policy.
    pub async fn built_in() -> Result<Self, PolicyError> {
        Self::load(BUILT_IN).await
    }

    async fn load(rules: &str) -> Result<Self, PolicyError> {
        let enforcer = enforcer(rules).await?;
        let mut staff = BTreeMap::new();
        for &role in Role::ALL {
            staff.insert(role, allowed(&enforcer, role.name(), domain(role))?);
        }
        Ok(Self {
            visitor: allowed(&enforcer, "visitor", ANY_TENANT)?,
            shopper: allowed(&enforcer, "shopper", ANY_TENANT)?,
            staff,
            operator: allowed(&enforcer, "operator", PLATFORM)?,
        })
    }

    /// What a visitor of a storefront may do.
    pub const fn visitor(&self) -> Permissions {
        self.visitor
    }

    /// What a shopper who has signed in may do.
    pub const fn shopper(&self) -> Permissions {
        self.shopper
    }

    /// What a member of the staff may do: in the tenant, or of what is their merchant's.
    pub fn staff(&self, role: Role) -> Permissions {
        self.staff.get(&role).copied().unwrap_or_default()
    }

    /// What one of the platform's own people may do.
    pub const fn operator(&self) -> Permissions {
        self.operator
    }
}

/// Where a role is held.
const fn domain(role: Role) -> &'static str {
    if role.is_of_merchant() {
        ANY_MERCHANT
    } else {
        ANY_TENANT
    }
}

/// What the rows of a tenant's own role allow. Casbin is asked about each permission, as for the built-in
/// ones; a row that names none allows nothing.
pub(super) async fn allowed_by(
    tenant_id: TenantId,
    role_id: RoleId,
    authorities: &[String],
) -> Result<Permissions, PolicyError> {
    let (role, domain) = (role_id.to_string(), format!("tenants/{tenant_id}"));
    let lines = authorities.iter().filter_map(|name| {
        let (object, action) = Permission::parse(name)?.parts();
        Some(format!("p, {role}, {domain}, {object}, {action}"))
    });
    let rules: Vec<String> = lines.collect();
    let enforcer = enforcer(&rules.join("\n")).await?;
    allowed(&enforcer, &role, &domain)
}

async fn enforcer(rules: &str) -> Result<Enforcer, PolicyError> {
    let model = DefaultModel::from_str(MODEL).await?;
    Ok(Enforcer::new(model, StringAdapter::new(rules)).await?)
}

fn allowed(enforcer: &Enforcer, role: &str, domain: &str) -> Result<Permissions, PolicyError> {
    let mut allowed = Permissions::empty();
    for &permission in Permission::ALL {
        let (object, action) = permission.parts();
        if enforcer.enforce((role, domain, object, action))? {
            allowed.insert(permission);
        }
    }
    Ok(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reviewed by people: a change of this table is a change of who may do what.
    const TABLE: &str = "
                 visitor shopper owner administrator catalogue_manager order_manager support analyst merchant_owner merchant_staff operator
storefront:read  x       x       -     -             -                 -             -       -       -              -              -
storefront:write -       -       x     x             -                 -             -       -       -              -              -
carts:write      x       x       -     -             -                 -             -       -       -              -              -
orders:place     x       x       -     -             -                 -             -       -       -              -              -
account:manage   -       x       -     -             -                 -             -       -       -              -              -
products:read    -       -       x     x             x                 x             x       x       x              x              -
products:write   -       -       x     x             x                 -             -       -       x              x              -
reviews:read     -       -       x     x             -                 x             x       x       x              x              -
reviews:moderate -       -       x     x             -                 x             -       -       x              x              -
orders:read      -       -       x     x             -                 x             x       x       x              x              -
orders:cancel    -       -       x     x             -                 x             x       -       -              -              -
orders:capture   -       -       x     x             -                 x             -       -       -              -              -
orders:fulfill   -       -       x     x             -                 x             -       -       x              x              -
orders:write     -       -       x     x             -                 x             x       -       -              -              -
refunds:create   -       -       x     x             -                 x             -       -       -              -              -
customers:read   -       -       x     x             -                 x             x       -       -              -              -
customers:write  -       -       x     x             -                 x             x       -       -              -              -
merchants:read   -       -       x     x             -                 -             -       x       x              -              -
merchants:write  -       -       x     x             -                 -             -       -       -              -              -
ledger:read      -       -       x     x             -                 -             -       x       x              -              -
analytics:read   -       -       x     x             -                 -             -       x       -              -              -
analytics:manage -       -       x     x             -                 -             -       -       -              -              -
api_keys:manage  -       -       x     x             -                 -             -       -       -              -              -
sign_in:manage   -       -       x     x             -                 -             -       -       -              -              -
staff:read       -       -       x     x             -                 -             -       -       -              -              -
staff:manage     -       -       x     x             -                 -             -       -       -              -              -
roles:manage     -       -       x     -             -                 -             -       -       -              -              -
audit:read       -       -       x     x             -                 -             -       -       -              -              -
tenants:read     -       -       -     -             -                 -             -       -       -              -              x
tenants:access   -       -       -     -             -                 -             -       -       -              -              x
tenants:write    -       -       -     -             -                 -             -       -       -              -              x
";

    fn columns(policy: &Policy) -> Vec<(&'static str, &'static str, Permissions)> {
        let mut columns = vec![
            ("visitor", ANY_TENANT, policy.visitor()),
            ("shopper", ANY_TENANT, policy.shopper()),
        ];
        for &role in Role::ALL {
            columns.push((role.name(), domain(role), policy.staff(role)));
        }
        columns.push(("operator", PLATFORM, policy.operator()));
        columns
    }

    #[tokio::test]
    async fn the_table_of_roles_and_permissions_is_the_reviewed_one() {
        let policy = Policy::built_in().await.unwrap();
        let columns = columns(&policy);

        let header: Vec<String> = columns
            .iter()
            .map(|(role, ..)| (*role).to_owned())
            .collect();
        let rows = Permission::ALL.iter().map(|permission| {
            let marks = columns.iter().map(|(_, _, allowed)| {
                if allowed.contains(*permission) {
                    "x"
                } else {
                    "-"
                }
            });
            let mut row = vec![permission.name().to_owned()];
            row.extend(marks.map(str::to_owned));
            row
        });
        let found: Vec<Vec<String>> = std::iter::once(header).chain(rows).collect();

        let reviewed: Vec<Vec<String>> = TABLE
            .trim()
            .lines()
            .map(|line| line.split_whitespace().map(str::to_owned).collect())
            .collect();
        assert_eq!(found, reviewed);
    }

    #[tokio::test]
    async fn the_sets_are_what_enforce_says() {
        let policy = Policy::built_in().await.unwrap();
        let enforcer = enforcer(BUILT_IN).await.unwrap();

        for (role, domain, allowed) in columns(&policy) {
            for permission in Permission::ALL {
                let (object, action) = permission.parts();
                assert_eq!(
                    enforcer.enforce((role, domain, object, action)).unwrap(),
                    allowed.contains(*permission),
                    "{role} {}",
                    permission.name()
                );
            }
        }
    }

    #[tokio::test]
    async fn no_tenant_differs_from_another_and_none_is_the_platform() {
        let enforcer = enforcer(BUILT_IN).await.unwrap();
        let may = |role, domain, object, action| {
            enforcer.enforce((role, domain, object, action)).unwrap()
        };

        assert!(may(
            "owner",
            "tenants/tnt_01h2xcejqtf2nbrexx3vqjhp41",
            "orders",
            "read"
        ));
        assert!(!may("owner", "platform", "orders", "read"));
        assert!(!may("owner", "platform", "tenants", "write"));
        assert!(!may("operator", ANY_TENANT, "tenants", "write"));
        assert!(!may("operator", ANY_TENANT, "orders", "read"));
        assert!(!may("nobody", ANY_TENANT, "storefront", "read"));
        assert!(may("merchant_owner", ANY_MERCHANT, "ledger", "read"));
        assert!(!may("merchant_owner", ANY_TENANT, "ledger", "read"));
        assert!(!may("merchant_owner", ANY_TENANT, "products", "read"));
        assert!(!may("owner", ANY_MERCHANT, "products", "read"));
    }

    #[tokio::test]
    async fn rows_of_a_role_allow_what_they_name_and_no_more() {
        let tenant = "tnt_01h2xcejqtf2nbrexx3vqjhp41".parse().unwrap();
        let role = "role_01h2xcejqtf2nbrexx3vqjhp41".parse().unwrap();
        for &permission in Permission::ALL {
            let rows = [permission.name().to_owned(), "gone:away".to_owned()];
            let allowed = allowed_by(tenant, role, &rows).await.unwrap();
            assert_eq!(allowed, Permissions::only(permission));
        }
        assert!(allowed_by(tenant, role, &[]).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn an_empty_policy_allows_nothing() {
        let policy = Policy::load("").await.unwrap();

        for (role, _, allowed) in columns(&policy) {
            assert!(allowed.is_empty(), "{role}");
        }
    }
}

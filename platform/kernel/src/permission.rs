//! What a caller can be allowed to do.
#![expect(
    clippy::as_conversions,
    reason = "inside the derive of the set; the enum has no values"
)]

use enumset::{EnumSet, EnumSetType};

macro_rules! permissions {
    ($(#[doc = $doc:literal] $variant:ident $object:literal $action:literal),* $(,)?) => {
        /// One thing that can be allowed: an object and an action on it.
        #[derive(Debug, PartialOrd, Ord, Hash, EnumSetType)]
        pub enum Permission { $(#[doc = $doc] $variant),* }

        impl Permission {
            /// Every permission there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The object and the action, as a policy names them.
            pub const fn parts(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($object, $action)),* }
            }

            /// What it allows, in a sentence.
            pub fn description(self) -> &'static str {
                match self { $(Self::$variant => $doc),* }.trim()
            }

            /// The permission with this name, `object:action`.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }

            /// `object:action`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => concat!($object, ":", $action)),* }
            }
        }
    };
}

permissions! {
    /// See the storefront and its catalogue.
    StorefrontRead "storefront" "read",
    /// Change how storefronts look.
    StorefrontWrite "storefront" "write",
    /// Fill a cart and change it.
    CartsWrite "carts" "write",
    /// Turn one's cart into an order, and see that order.
    OrdersPlace "orders" "place",
    /// See and change one's own account.
    AccountManage "account" "manage",
    /// See products, drafts included.
    ProductsRead "products" "read",
    /// Create, change and import products.
    ProductsWrite "products" "write",
    /// See reviews, reports of them and their settings.
    ReviewsRead "reviews" "read",
    /// Publish, reject and answer reviews, and change their settings.
    ReviewsModerate "reviews" "moderate",
    /// See orders and their money.
    OrdersRead "orders" "read",
    /// Cancel orders.
    OrdersCancel "orders" "cancel",
    /// Take the money that the shopper's bank has set aside for an order.
    OrdersCapture "orders" "capture",
    /// Ship orders, and take back what was shipped.
    OrdersFulfill "orders" "fulfill",
    /// Note, tag and archive orders.
    OrdersWrite "orders" "write",
    /// Give money back.
    RefundsCreate "refunds" "create",
    /// See customers and their addresses.
    CustomersRead "customers" "read",
    /// Change, block and delete customers.
    CustomersWrite "customers" "write",
    /// See merchants and their accounts.
    MerchantsRead "merchants" "read",
    /// Onboard merchants with the payment provider.
    MerchantsWrite "merchants" "write",
    /// See the ledger.
    LedgerRead "ledger" "read",
    /// See reports and their settings.
    AnalyticsRead "analytics" "read",
    /// Change the settings of reports.
    AnalyticsManage "analytics" "manage",
    /// Create, rotate and revoke keys for programs.
    ApiKeysManage "api_keys" "manage",
    /// See and change the identity providers that shoppers sign in with.
    SignInManage "sign_in" "manage",
    /// See staff members, roles and invitations.
    StaffRead "staff" "read",
    /// Invite, suspend and remove staff members, and give them roles.
    StaffManage "staff" "manage",
    /// Create, change and delete roles.
    RolesManage "roles" "manage",
    /// See the record of who changed what.
    AuditRead "audit" "read",
    /// See tenants.
    TenantsRead "tenants" "read",
    /// Look into a tenant for a while, which its owners are told of.
    TenantsAccess "tenants" "access",
    /// Create tenants and give them domains.
    TenantsWrite "tenants" "write",
}

/// A constant set of permissions.
#[macro_export]
macro_rules! permission_set {
    ($($permission:ident),+ $(,)?) => {{
        use $crate::Permission::{$($permission),+};
        $crate::enum_set!($($permission)|+)
    }};
}

/// The permissions that a caller holds.
pub type Permissions = EnumSet<Permission>;

//! Tenants, storefronts and merchants as the rest of Stoa sees them.

use kernel::Currency;
use kernel::host::Host;
use kernel::ids::{MerchantId, StorefrontId, TenantId};
use time::OffsetDateTime;

use super::Brand;

kernel::words! {
    /// Tenant status.
    pub enum TenantStatus {
        /// Open for business.
        Active = "active",
        /// Closed by the platform, until further notice.
        Suspended = "suspended",
        /// Closed for good.
        Closed = "closed",
    }
}

/// A brand that rents the platform.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Tenant {
    /// Its id.
    pub id: TenantId,
    /// What operators call it, and the first part of its host.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// Whether it is open.
    pub status: TenantStatus,
    /// Since when it exists.
    pub created_at: OffsetDateTime,
}

/// One page of tenants, the oldest first.
#[derive(Debug, Clone)]
pub struct TenantPage {
    /// The tenants, each with its primary host.
    pub tenants: Vec<(Tenant, Option<Host>)>,
    /// Whether more follow.
    pub has_more: bool,
}

/// The one tax of a storefront.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tax {
    /// Whether prices are shown with it.
    pub is_included: bool,
    /// The rate in parts per million: 190,000 is 19 %.
    pub rate_ppm: i32,
    /// What it is called on a receipt.
    pub name: String,
}

impl Tax {
    /// The rate in per cent, as a decimal number without needless digits: `19`, `8.25`.
    pub fn rate_percent(&self) -> String {
        let (whole, rest) = (self.rate_ppm / 10_000, self.rate_ppm % 10_000);
        let text = format!("{whole}.{rest:04}");
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

/// One branded face of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storefront {
    /// Its id.
    pub id: StorefrontId,
    /// What the tenant calls it.
    pub slug: String,
    /// What shoppers call it.
    pub name: String,
    /// What it stands for, in a few words.
    pub tagline: Option<String>,
    /// The language and region it speaks, as BCP 47 writes it.
    pub locale: String,
    /// The country it sells from, as ISO 3166-1 alpha-2 writes it.
    pub country: String,
    /// The currency of all its prices.
    pub currency: Currency,
    /// Its tax.
    pub tax: Tax,
    /// How it looks.
    pub brand: Brand,
}

/// A storefront of the same tenant, as another one refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sibling {
    /// Its id.
    pub id: StorefrontId,
    /// The language and region it speaks, as BCP 47 writes it.
    pub locale: String,
    /// The host that it is known by.
    pub host: Host,
}

/// A seller inside a tenant.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Merchant {
    /// Its id.
    pub id: MerchantId,
    /// What imports call it.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// The platform's commission on goods, in hundredths of a per cent.
    pub commission_bps: i32,
    /// Whether goods that name no seller are its goods.
    pub is_default: bool,
}

/// A storefront with its hosts and publishable keys.
#[derive(Debug, Clone)]
pub struct OpenStorefront {
    /// The storefront.
    pub storefront: Storefront,
    /// Its hosts, the primary one first.
    pub hosts: Vec<Host>,
    /// The key for apps that have no host of their own.
    pub publishable_key: String,
}

/// A tenant with everything it was given.
#[derive(Debug, Clone)]
pub struct ProvisionedTenant {
    /// The tenant.
    pub tenant: Tenant,
    /// Its storefronts.
    pub storefronts: Vec<OpenStorefront>,
    /// Its merchants, the default one first.
    pub merchants: Vec<Merchant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_written_as_people_write_it() {
        let percent = |rate_ppm| {
            let tax = Tax {
                is_included: true,
                rate_ppm,
                name: String::new(),
            };
            tax.rate_percent()
        };

        assert_eq!(percent(190_000), "19");
        assert_eq!(percent(82_500), "8.25");
        assert_eq!(percent(100), "0.01");
        assert_eq!(percent(1), "0.0001");
        assert_eq!(percent(0), "0");
        assert_eq!(percent(1_000_000), "100");
    }
}

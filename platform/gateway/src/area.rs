//! Which paths are whose: the platform's, a storefront's API, or pages.

/// Which part of the platform a path belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Area {
    /// For load balancers: served on every host, and says nothing of any tenant.
    Health,
    /// For the platform's own hosts.
    Platform,
    /// For storefronts' hosts, and for the platform's with a publishable key.
    Storefront,
    /// For storefronts' hosts: everything that is not the API's. On the platform's there is none.
    Page,
}

/// What the platform's own hosts have, besides the probes.
const PLATFORM: [&str; 6] = [
    "/operator/",
    "/webhooks/",
    "/.well-known/",
    "/dev/",
    "/docs",
    "/openapi.json",
];

/// Whether a path is neither the API's nor the platform's, so that it may be a page of a web shop.
pub fn is_page(path: &str) -> bool {
    Area::of(path) == Area::Page
}

impl Area {
    pub(crate) fn of(path: &str) -> Self {
        if path.starts_with("/health/") {
            Self::Health
        } else if path.starts_with("/storefront/")
            || path.starts_with("/admin/")
            || path.starts_with("/media/")
        {
            Self::Storefront
        } else if PLATFORM.iter().any(|start| path.starts_with(start)) {
            Self::Platform
        } else {
            Self::Page
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_neither_the_apis_nor_the_platforms_is_a_page() {
        for (path, area) in [
            ("/health/live", Area::Health),
            ("/storefront/v1/store", Area::Storefront),
            ("/admin/v1/orders", Area::Storefront),
            ("/media/t/f.webp", Area::Storefront),
            ("/operator/v1/tenants", Area::Platform),
            ("/webhooks/stripe", Area::Platform),
            ("/docs", Area::Platform),
            ("/dev/mailbox", Area::Platform),
            ("/.well-known/jwks.json", Area::Platform),
            ("/", Area::Page),
            ("/products/mug", Area::Page),
            ("/storefronts", Area::Page),
            ("/healthy", Area::Page),
        ] {
            assert_eq!(Area::of(path), area, "{path}");
        }
    }
}

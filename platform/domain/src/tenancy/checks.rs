//! What makes a draft a tenant that can be kept: every field checked, every default filled in, and
//! everything that is wrong told at once.

use std::collections::BTreeSet;

use kernel::contact::{Email, is_country};
use kernel::goods::Slug;
use kernel::host::Host;
use kernel::picture::is_language;
use kernel::{Currency, FieldFault};

use super::brand::{BrandFaults, is_line};
use super::draft::{
    MerchantDraft, NewHost, NewStorefront, NewTenant, Opening, StorefrontDraft, TaxDraft,
};
use super::shipping::NewShippingOption;
use super::{AddStorefront, Platform, ShippingDraft, TenancyError, Tenant, TenantDraft};
use crate::identity::Password;

const MOST_MERCHANTS: usize = 200;
const MOST_OPTIONS: usize = 20;
const MOST_HOSTS: usize = 20;

/// Names that would be taken for the platform's own.
const RESERVED: &[&str] = &[
    "admin", "api", "app", "assets", "auth", "cdn", "console", "docs", "health", "help", "login",
    "mail", "media", "metrics", "operator", "platform", "static", "status", "stoa", "support",
    "webhooks", "www",
];

/// What is wrong with a draft, collected so that all of it is told at once.
#[derive(Default)]
struct Faults {
    malformed: Vec<FieldFault>,
    colors: Vec<FieldFault>,
}

impl Faults {
    fn check(&mut self, is_right: bool, pointer: impl Into<String>, rule: &str) {
        if !is_right {
            self.malformed
                .push(FieldFault::new(pointer, "malformed", rule));
        }
    }

    fn taken<T, E: std::fmt::Display>(
        &mut self,
        parsed: Result<T, E>,
        pointer: impl Into<String>,
    ) -> Option<T> {
        parsed
            .map_err(|rule| {
                self.malformed
                    .push(FieldFault::new(pointer, "malformed", rule.to_string()));
            })
            .ok()
    }

    fn line(&mut self, text: &str, pointer: impl Into<String>) -> String {
        let text = text.trim();
        self.check(
            is_line(text, 200),
            pointer,
            "1 to 200 characters without line breaks",
        );
        text.to_owned()
    }

    fn into_error(self) -> TenancyError {
        if self.malformed.is_empty() {
            TenancyError::BrandRefused(self.colors)
        } else {
            TenancyError::Malformed([self.malformed, self.colors].concat())
        }
    }
}

impl TenantDraft {
    /// Checks every field and fills in what was left out.
    pub(super) fn parse(self, platform: &Platform) -> Result<NewTenant, TenancyError> {
        let mut faults = Faults::default();
        let slug = self.slug;
        faults.check(
            is_tenant_slug(&slug),
            "/slug",
            "1 to 63 lower-case letters, digits and hyphens, not at the ends, and not a reserved word",
        );
        let name = faults.line(&self.name, "/name");
        let email = faults.taken(Email::parse(&self.owner.email), "/owner/email");
        let password = Password::parse(self.owner.password.expose());
        let password = faults.taken(password, "/owner/password");
        if let (Some(email), Some(password)) = (&email, &password) {
            faults.check(
                !password.is_address(email),
                "/owner/password",
                "not the owner's e-mail address",
            );
        }
        let owner_name = match &self.owner.name {
            Some(name) => faults.line(name, "/owner/name"),
            None => self.owner.email.trim().to_owned(),
        };
        let currency = self.storefront.currency.parse().ok();
        let storefront = self.storefront.parse("main", &name, &mut faults);
        let merchants = merchants(self.merchants, &slug, &name, &mut faults);
        let shipping_options = shipping_options(self.shipping_options, currency, &mut faults);
        let subdomain = format!("{slug}.{}", platform.domain.as_str());
        let hosts = hosts(subdomain, &self.hosts, platform, &mut faults);
        match (email, password, storefront) {
            (Some(owner_email), Some(owner_password), Some(storefront))
                if faults.malformed.is_empty() && faults.colors.is_empty() =>
            {
                Ok(NewTenant {
                    slug,
                    name,
                    owner_email,
                    owner_name,
                    owner_password,
                    merchants,
                    opening: Opening {
                        storefront,
                        shipping_options,
                        hosts,
                    },
                })
            }
            _ => Err(faults.into_error()),
        }
    }
}

/// What another storefront of `tenant` opens with, checked like that of a new tenant.
pub(super) fn another_storefront(
    request: AddStorefront,
    tenant: &Tenant,
    platform: &Platform,
) -> Result<Opening, TenancyError> {
    let mut faults = Faults::default();
    let label = format!("{}-{}", tenant.slug, request.slug);
    faults.check(
        is_tenant_slug(&request.slug) && label.len() <= 63,
        "/slug",
        "lower-case letters, digits and hyphens, not at the ends; with the tenant's at most 62",
    );
    let name = match &request.name {
        Some(name) => faults.line(name, "/name"),
        None => tenant.name.clone(),
    };
    let currency = request.storefront.currency.parse().ok();
    let storefront = request.storefront.parse(&request.slug, &name, &mut faults);
    let shipping_options = shipping_options(request.shipping_options, currency, &mut faults);
    let subdomain = format!("{label}.{}", platform.domain.as_str());
    let hosts = hosts(subdomain, &request.hosts, platform, &mut faults);
    match storefront {
        Some(storefront) if faults.malformed.is_empty() && faults.colors.is_empty() => {
            Ok(Opening {
                storefront,
                shipping_options,
                hosts,
            })
        }
        _ => Err(faults.into_error()),
    }
}

impl StorefrontDraft {
    fn parse(self, slug: &str, name: &str, faults: &mut Faults) -> Option<NewStorefront> {
        let currency = faults.taken(self.currency.parse(), "/storefront/currency");
        faults.check(
            is_country(&self.country),
            "/storefront/country",
            "an ISO 3166-1 alpha-2 code in upper case, such as DE",
        );
        let locale = self.locale.unwrap_or(format!("en-{}", self.country));
        faults.check(
            is_language(&locale),
            "/storefront/locale",
            "a BCP 47 language tag, such as de-DE",
        );
        let tagline = self
            .tagline
            .map(|tagline| faults.line(&tagline, "/storefront/tagline"));
        let mut tax = self.tax.unwrap_or(TaxDraft {
            included: true,
            rate_ppm: 0,
            name: "Tax".to_owned(),
        });
        faults.check(
            (0..=1_000_000).contains(&tax.rate_ppm),
            "/storefront/tax/rate_ppm",
            "parts per million, 0 to 1000000",
        );
        tax.name = faults.line(&tax.name, "/storefront/tax/name");
        let brand = self.brand.unwrap_or_default();
        let brand = match brand.parse(name, "/storefront/brand") {
            Ok(brand) => Some(brand),
            Err(BrandFaults { malformed, colors }) => {
                faults.malformed.extend(malformed);
                faults.colors.extend(colors);
                None
            }
        };
        Some(NewStorefront {
            slug: slug.to_owned(),
            name: name.to_owned(),
            tagline,
            locale,
            country: self.country,
            currency: currency?,
            tax,
            brand: brand?,
        })
    }
}

fn merchants(
    mut drafts: Vec<MerchantDraft>,
    slug: &str,
    name: &str,
    faults: &mut Faults,
) -> Vec<MerchantDraft> {
    if drafts.is_empty() {
        return vec![MerchantDraft {
            slug: slug.to_owned(),
            name: name.to_owned(),
            commission_bps: 0,
        }];
    }
    faults.check(
        drafts.len() <= MOST_MERCHANTS,
        "/merchants",
        "at most 200 merchants",
    );
    let mut slugs = BTreeSet::new();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let at = format!("/merchants/{index}");
        faults.taken(Slug::parse(&draft.slug), format!("{at}/slug"));
        faults.check(
            slugs.insert(draft.slug.clone()),
            format!("{at}/slug"),
            "a slug that no other merchant of the tenant has",
        );
        draft.name = faults.line(&draft.name, format!("{at}/name"));
        faults.check(
            (0..=10_000).contains(&draft.commission_bps),
            format!("{at}/commission_bps"),
            "hundredths of a per cent, 0 to 10000",
        );
    }
    drafts
}

fn shipping_options(
    drafts: Vec<ShippingDraft>,
    currency: Option<Currency>,
    faults: &mut Faults,
) -> Vec<NewShippingOption> {
    if drafts.is_empty() {
        return vec![NewShippingOption::standard()];
    }
    faults.check(
        drafts.len() <= MOST_OPTIONS,
        "/shipping_options",
        "at most 20 options",
    );
    let mut options = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.into_iter().enumerate() {
        match draft.parse(&format!("/shipping_options/{index}"), currency) {
            Ok(option) => options.push(option),
            Err(found) => faults.malformed.extend(found),
        }
    }
    options
}

fn hosts(
    subdomain: String,
    given: &[String],
    platform: &Platform,
    faults: &mut Faults,
) -> Vec<NewHost> {
    faults.check(
        !platform.hosts.iter().any(|own| own.as_str() == subdomain),
        "/slug",
        "a slug whose host is none of the platform's own",
    );
    faults.check(given.len() <= MOST_HOSTS, "/hosts", "at most 20 hosts");
    let mut hosts = vec![NewHost {
        host: subdomain,
        is_subdomain: true,
    }];
    for (index, text) in given.iter().enumerate() {
        let pointer = format!("/hosts/{index}");
        if let Some(host) = faults.taken(platform.admit(text), pointer)
            && hosts.iter().all(|known| known.host != host.host)
        {
            hosts.push(host);
        }
    }
    hosts
}

impl Platform {
    /// A host that a storefront may have, or the rule that it breaks.
    pub(super) fn admit(&self, text: &str) -> Result<NewHost, &'static str> {
        const RULE: &str =
            "a host name such as shop.example.com that is neither an address nor the platform's";
        let host = Host::parse(text).map_err(|_| RULE)?;
        let is_subdomain = host
            .as_str()
            .strip_suffix(self.domain.as_str())
            .and_then(|rest| rest.strip_suffix('.'))
            .is_some_and(|label| !RESERVED.contains(&label));
        let last = host.as_str().rsplit('.').next().unwrap_or_default();
        let is_name = host.as_str().contains('.') && last.contains(|c: char| c.is_alphabetic());
        let is_ours = host == self.domain
            || self.hosts.contains(&host)
            || (!is_subdomain
                && host
                    .as_str()
                    .ends_with(&format!(".{}", self.domain.as_str())));
        if !is_name || is_ours {
            return Err(RULE);
        }
        Ok(NewHost {
            host: host.as_str().to_owned(),
            is_subdomain,
        })
    }
}

fn is_tenant_slug(slug: &str) -> bool {
    (1..=63).contains(&slug.len())
        && slug
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        // A label with hyphens there says that it is encoded.
        && slug.get(2..4) != Some("--")
        && !RESERVED.contains(&slug)
}

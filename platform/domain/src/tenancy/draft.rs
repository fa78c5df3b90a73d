//! A new tenant as somebody wrote it, and what becomes of it.

use kernel::Currency;
use kernel::config::Secret;
use kernel::contact::Email;
use kernel::ids::TenantId;
use serde::{Deserialize, Serialize};

use super::shipping::NewShippingOption;
use super::{Brand, BrandDraft, ShippingDraft};
use crate::identity::Password;

/// A new tenant as somebody wrote it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenantDraft {
    /// The first part of its host.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// To whom it belongs.
    pub owner: OwnerDraft,
    /// Its first storefront.
    pub storefront: StorefrontDraft,
    /// Its sellers; one with the tenant's own name unless given. The first is the default one.
    #[serde(default)]
    pub merchants: Vec<MerchantDraft>,
    /// How its storefront ships; one free way unless given.
    #[serde(default)]
    pub shipping_options: Vec<ShippingDraft>,
    /// Hosts beside the one that it gets anyway.
    #[serde(default)]
    pub hosts: Vec<String>,
}

/// The owner as somebody wrote it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerDraft {
    /// The address, which may have an account already.
    pub email: String,
    /// The password of a new account; an account that exists keeps its own.
    #[serde(deserialize_with = "secret")]
    pub password: Secret<String>,
    /// What the person is called; the address unless given.
    pub name: Option<String>,
}

fn secret<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Secret<String>, D::Error> {
    String::deserialize(from).map(Secret::new)
}

/// A storefront as somebody wrote it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StorefrontDraft {
    /// The currency of all its prices.
    pub currency: String,
    /// The country it sells from.
    pub country: String,
    /// The language and region it speaks; English in its country unless given.
    pub locale: Option<String>,
    /// What it stands for.
    pub tagline: Option<String>,
    /// Its tax; none unless given.
    pub tax: Option<TaxDraft>,
    /// How it looks.
    pub brand: Option<BrandDraft>,
}

/// A storefront's tax as somebody wrote it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TaxDraft {
    /// Whether prices are shown with it.
    pub included: bool,
    /// The rate in parts per million.
    pub rate_ppm: i32,
    /// What it is called on a receipt.
    pub name: String,
}

/// A seller as somebody wrote it.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MerchantDraft {
    /// What imports call it.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// The platform's commission on goods, in hundredths of a per cent.
    #[serde(default)]
    pub commission_bps: i32,
}

/// The request for a new tenant.
#[derive(Debug, Clone)]
pub struct CreateTenant {
    /// What it should be.
    pub draft: TenantDraft,
    /// The key that a repeated request carries again, if it came as a request.
    pub idempotency_key: Option<String>,
}

/// The request for another storefront of a tenant.
#[derive(Debug, Clone)]
pub struct AddStorefront {
    /// The tenant.
    pub tenant_id: TenantId,
    /// What the tenant calls it; with the tenant's, the first part of its host.
    pub slug: String,
    /// What shoppers call it; the tenant's name unless given.
    pub name: Option<String>,
    /// What it is like.
    pub storefront: StorefrontDraft,
    /// How it ships; one free way unless given.
    pub shipping_options: Vec<ShippingDraft>,
    /// Hosts beside the one that it gets anyway.
    pub hosts: Vec<String>,
}

/// A new tenant that can be kept. Everything but the password is in the order in which it is
/// hashed, so that a repeated request is told from another one.
#[derive(Debug, Serialize)]
pub(super) struct NewTenant {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) owner_email: Email,
    pub(super) owner_name: String,
    #[serde(skip)]
    pub(super) owner_password: Password,
    pub(super) merchants: Vec<MerchantDraft>,
    pub(super) opening: Opening,
}

/// A storefront with what it opens with.
#[derive(Debug, Serialize)]
pub(super) struct Opening {
    pub(super) storefront: NewStorefront,
    pub(super) shipping_options: Vec<NewShippingOption>,
    /// The one below the platform's domain first.
    pub(super) hosts: Vec<NewHost>,
}

#[derive(Debug, Serialize)]
pub(super) struct NewStorefront {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) tagline: Option<String>,
    pub(super) locale: String,
    pub(super) country: String,
    pub(super) currency: Currency,
    pub(super) tax: TaxDraft,
    pub(super) brand: Brand,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct NewHost {
    pub(super) host: String,
    pub(super) is_subdomain: bool,
}

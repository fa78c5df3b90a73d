//! Where tenants' letters come from, as the settings have it.

use std::sync::Arc;

use db::Db;
use domain::senders::{SenderPolicy, Senders};
use infra::dns::Resolver;
use kernel::host::Host;
use kernel::ports::{Clock, KeyRing};

use crate::settings::Settings;

/// Senders; `is_supported` if mail can be signed.
pub(super) fn senders(
    settings: &Settings,
    (db, clock): (&Db, &Arc<dyn Clock>),
    keys: Arc<dyn KeyRing>,
    is_supported: bool,
) -> Senders {
    let mail = &settings.mail;
    let (_, from) = mail.from.rsplit_once('@').unwrap_or_default();
    // Whoever signs in the platform's name could write to any tenant's shoppers.
    let mut reserved = vec![settings.platform_domain.clone()];
    reserved.extend(Host::parse(from));
    let policy = SenderPolicy {
        is_supported,
        platform_address: mail.from.clone(),
        reserved,
        spf_include: mail.spf_include.clone().map(|it| it.0),
    };
    let dns = Arc::new(Resolver::new(mail.dns_server));
    Senders::new((db.clone(), Arc::clone(clock)), keys, dns, policy)
}

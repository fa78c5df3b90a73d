//! How much one client may do, counted for all processes together; where nobody does that at the moment,
//! in this one.

mod class;
mod limit;

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use kernel::ids::TenantId;
use kernel::ports::{Bucket, Counted, SharedLimits};

use crate::client_ip::client_bits;
use crate::settings::RateSettings;

pub(crate) use class::Class;
pub(crate) use limit::{Answer, RateHeaders, TooMany};
use limit::{Draw, Limit, count_here};

/// Logins of one client at all tenants together, in logins at one tenant. The client picks the tenant
/// by naming a host, and every login takes one of the few places for checking passwords.
const TENANTS_AT_ONCE: u32 = 3;

/// The limits, one for each class.
pub(crate) struct Limits {
    /// Who counts for all processes.
    shared: Option<Arc<dyn SharedLimits>>,
    /// Of all clients of a tenant together.
    together: Option<Together>,
    read: Option<Limit>,
    write: Option<Limit>,
    checkout: Option<Limit>,
    login: Option<Limit>,
    login_anywhere: Option<Limit>,
    ready: Option<Limit>,
    live: Option<Limit>,
    webhook: Option<Limit>,
}

/// What all clients of one tenant may do together: one tenant's crowd leaves room for the others.
struct Together {
    read: Option<Limit>,
    write: Option<Limit>,
    checkout: Option<Limit>,
    login: Option<Limit>,
}

impl Together {
    fn new(rates: RateSettings) -> Option<Self> {
        let clients = rates.clients_per_tenant?;
        let of = |name, rate: Option<NonZeroU32>, period| {
            Limit::new(name, rate.map(|rate| rate.saturating_mul(clients)), period)
        };
        let (second, minute) = (Duration::from_secs(1), Duration::from_mins(1));
        Some(Self {
            read: of("tenant-read", rates.read_per_second, second),
            write: of("tenant-write", rates.write_per_second, second),
            checkout: of("tenant-checkout", rates.checkout_per_minute, minute),
            login: of("tenant-login", rates.login_per_minute, minute),
        })
    }

    const fn of(&self, class: Class) -> Option<&Limit> {
        match class {
            Class::Read => self.read.as_ref(),
            Class::Write => self.write.as_ref(),
            Class::Checkout => self.checkout.as_ref(),
            Class::Login => self.login.as_ref(),
            Class::Ready | Class::Live | Class::Webhook => None,
        }
    }
}

impl Limits {
    pub(crate) fn new(rates: RateSettings, shared: Option<Arc<dyn SharedLimits>>) -> Self {
        let second = Duration::from_secs(1);
        let minute = Duration::from_mins(1);
        Self {
            shared,
            together: Together::new(rates),
            read: Limit::new("read", rates.read_per_second, second),
            write: Limit::new("write", rates.write_per_second, second),
            checkout: Limit::new("checkout", rates.checkout_per_minute, minute),
            login: Limit::new("login", rates.login_per_minute, minute),
            login_anywhere: Limit::new(
                "login-anywhere",
                rates
                    .login_per_minute
                    .and_then(|rate| NonZeroU32::new(rate.get().saturating_mul(TENANTS_AT_ONCE))),
                minute,
            ),
            ready: Limit::new("ready", rates.read_per_second, second),
            live: Limit::new("live", rates.read_per_second.map(tenfold), second),
            webhook: Limit::new("webhook", rates.webhook_per_second, second),
        }
    }

    /// Counts one request, and says what to tell the client; `Err` when it was one too many.
    pub(crate) async fn count(
        &self,
        class: Class,
        tenant: Option<TenantId>,
        client: IpAddr,
    ) -> Answer {
        let draws = self.draws(class, tenant, client);
        let Some(shared) = self.shared.as_ref().filter(|_| class.is_shared()) else {
            return count_here(&draws);
        };
        if draws.is_empty() {
            return (None, Ok(()));
        }
        let buckets: Vec<Bucket> = draws.iter().map(Draw::bucket).collect();
        let counted = shared.count(&buckets).await;
        let outcome = if counted.is_some() { "shared" } else { "alone" };
        metrics::counter!("rate_limits_counted_total", "outcome" => outcome).increment(1);
        match counted {
            Some(Counted::Allowed { remaining }) => {
                // Whoever has used something up has done so here too, should nobody else count soon.
                let _ = count_here(&draws);
                let headers = draws
                    .first()
                    .and_then(|it| it.limit.headers(remaining, None));
                (headers, Ok(()))
            }
            Some(Counted::Refused { bucket, wait }) => {
                let refused = TooMany::after(wait);
                let limit = draws.get(bucket).map(|it| it.limit);
                let headers = limit.and_then(|it| it.headers(0, Some(&refused)));
                (headers, Err(refused))
            }
            None => count_here(&draws),
        }
    }

    /// Counts one request to this process alone.
    pub(crate) fn count_here(
        &self,
        class: Class,
        tenant: Option<TenantId>,
        client: IpAddr,
    ) -> Answer {
        count_here(&self.draws(class, tenant, client))
    }

    /// What a request is counted in. Whoever is refused by one of them uses up nothing of those behind it:
    /// nothing at other tenants when it is too much at this one, and nothing of the tenant's.
    fn draws(&self, class: Class, tenant: Option<TenantId>, client: IpAddr) -> Vec<Draw<'_>> {
        let limit = match class {
            Class::Read => &self.read,
            Class::Write => &self.write,
            Class::Checkout => &self.checkout,
            Class::Login => &self.login,
            Class::Ready => &self.ready,
            Class::Live => &self.live,
            Class::Webhook => &self.webhook,
        };
        let Some(limit) = limit else {
            return Vec::new();
        };
        let is_of_tenant = tenant.is_some();
        let tenant = tenant.map_or(0, |tenant| tenant.uuid().as_u128());
        let client = client_bits(client);
        let anywhere = self.login_anywhere.as_ref();
        let together = self.together.as_ref().and_then(|all| all.of(class));
        let mut draws = Vec::with_capacity(3);
        draws.push(Draw::of(limit, (tenant, client)));
        draws.extend(
            anywhere
                .filter(|_| class == Class::Login)
                .map(|limit| Draw::of(limit, (0, client))),
        );
        draws.extend(
            together
                .filter(|_| is_of_tenant)
                .map(|limit| Draw::of(limit, (tenant, 0))),
        );
        draws
    }
}

fn tenfold(rate: NonZeroU32) -> NonZeroU32 {
    rate.saturating_mul(NonZeroU32::MIN.saturating_add(9))
}

#[cfg(test)]
mod tests {
    use kernel::Fault;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_client_is_limited_at_one_tenant_and_nobody_else_is() {
        let limits = Limits::new(
            RateSettings {
                login_per_minute: NonZeroU32::new(3),
                ..RateSettings::default()
            },
            None,
        );
        let aurora = Some(TenantId::from_uuid(Uuid::from_u128(1)));
        let borealis = Some(TenantId::from_uuid(Uuid::from_u128(2)));
        let client = "2001:db8::1".parse().unwrap();
        let neighbour = "2001:db8::2".parse().unwrap();
        let stranger = "2001:db8:1::1".parse().unwrap();
        let is_let_in = |tenant, client| limits.count_here(Class::Login, tenant, client).1.is_ok();

        for _ in 0..3 {
            assert!(is_let_in(aurora, client));
        }

        assert!(!is_let_in(aurora, client));
        assert!(!is_let_in(aurora, neighbour));
        assert!(is_let_in(aurora, stranger));
        assert!(is_let_in(borealis, client));
        assert!(limits.count_here(Class::Read, aurora, client).0.is_none());
    }

    #[test]
    fn naming_other_tenants_gives_a_client_three_times_as_many_logins_and_no_more() {
        let limits = Limits::new(
            RateSettings {
                login_per_minute: NonZeroU32::new(2),
                ..RateSettings::default()
            },
            None,
        );
        let client = "192.0.2.1".parse().unwrap();
        let stranger = "192.0.2.2".parse().unwrap();
        let login = |tenant, client| {
            let tenant = Some(TenantId::from_uuid(Uuid::from_u128(tenant)));
            limits.count_here(Class::Login, tenant, client)
        };

        let let_in = (1..=20).filter(|&tenant| login(tenant, client).1.is_ok());
        assert_eq!(let_in.count(), 6);

        let (headers, refused) = login(21, client);
        let headers = headers.unwrap();
        assert_eq!(headers.policy, "\"login-anywhere\";q=6;w=60");
        assert_eq!(headers.state, "\"login-anywhere\";r=0;t=10");
        assert_eq!(refused.unwrap_err().retry_after_seconds(), Some(10));
        assert!(limits.count_here(Class::Login, None, client).1.is_err());
        assert!(login(21, stranger).1.is_ok());
        let order = limits.count_here(Class::Write, None, client);
        assert!(order.1.is_ok());
    }

    #[test]
    fn all_clients_of_a_tenant_together_are_limited_and_other_tenants_are_not() {
        let limits = Limits::new(
            RateSettings {
                login_per_minute: NonZeroU32::new(2),
                clients_per_tenant: NonZeroU32::new(5),
                ..RateSettings::default()
            },
            None,
        );
        let login = |tenant, client: u8| {
            let tenant = Some(TenantId::from_uuid(Uuid::from_u128(tenant)));
            limits.count_here(Class::Login, tenant, [192, 0, 2, client].into())
        };

        let let_in = (0..100).filter(|&client| login(1, client).1.is_ok());
        assert_eq!(let_in.count(), 10);

        let (headers, refused) = login(1, 100);
        let headers = headers.unwrap();
        assert_eq!(headers.policy, "\"tenant-login\";q=10;w=60");
        assert_eq!(refused.unwrap_err().retry_after_seconds(), Some(6));
        assert!(login(2, 100).1.is_ok());
        let platform =
            |client: u8| limits.count_here(Class::Login, None, [192, 0, 2, client].into());
        assert!((101..200).all(|client| platform(client).1.is_ok()));
    }

    #[test]
    fn the_client_is_told_how_long_to_wait() {
        let limits = Limits::new(
            RateSettings {
                login_per_minute: NonZeroU32::new(1),
                ..RateSettings::default()
            },
            None,
        );
        let client = "192.0.2.1".parse().unwrap();

        let (first, _) = limits.count_here(Class::Login, None, client);
        let (second, refused) = limits.count_here(Class::Login, None, client);

        let first = first.unwrap();
        assert_eq!(first.policy, "\"login\";q=1;w=60");
        assert_eq!(first.state, "\"login\";r=0");
        assert_eq!(second.unwrap().state, "\"login\";r=0;t=60");
        assert_eq!(refused.unwrap_err().retry_after_seconds(), Some(60));
    }
}

//! The domains of a tenant: what staff do with them.

use std::sync::Arc;

use db::Db;
use kernel::config::Secret;
use kernel::contact::Email;
use kernel::host::Host;
use kernel::ids::{SenderDomainId, TenantId};
use kernel::ports::{Clock, Ids, KeyRing, SecretContext, TextRecords};
use kernel::{Caller, Event, FieldFault, Permission};
use tokio::sync::Semaphore;

use super::{
    DnsRecord, DnsRecordState, SenderDomain, SenderDomainState, SenderError, check, key, store,
};

/// So many domains of one tenant.
pub(super) const MOST_DOMAINS: i64 = 5;
/// A selector and `_domainkey` stand before it, and all of it is a name of 253 characters at most.
const LONGEST_DOMAIN: usize = 200;

/// What an installation says of senders.
#[derive(Debug, Clone)]
pub struct SenderPolicy {
    /// Whether its mail can be signed with keys of tenants.
    pub is_supported: bool,
    /// The address that mail comes from without a tenant's own.
    pub platform_address: String,
    /// Domains that are the platform's, with all below them.
    pub reserved: Vec<Host>,
    /// What SPF records of tenants should include, if its mail servers need that.
    pub spf_include: Option<String>,
}

/// Where tenants' letters come from.
#[derive(Clone)]
pub struct Senders {
    pub(super) db: Db,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) keys: Arc<dyn KeyRing>,
    pub(super) dns: Arc<dyn TextRecords>,
    pub(super) policy: SenderPolicy,
    /// Making a key takes a processor: one at a time.
    making: Arc<Semaphore>,
}

impl Senders {
    /// Senders whose keys are sealed with `keys` and whose records are looked up in `dns`.
    pub fn new(
        (db, clock): (Db, Arc<dyn Clock>),
        keys: Arc<dyn KeyRing>,
        dns: Arc<dyn TextRecords>,
        policy: SenderPolicy,
    ) -> Self {
        Self {
            db,
            clock,
            keys,
            dns,
            policy,
            making: Arc::new(Semaphore::new(1)),
        }
    }

    /// The tenant's domains, the oldest first.
    pub async fn domains(&self, caller: &Caller) -> Result<Vec<SenderDomain>, SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        Ok(store::all(&mut self.db.begin(caller).await?).await?)
    }

    /// One of them.
    pub async fn domain(
        &self,
        caller: &Caller,
        id: SenderDomainId,
    ) -> Result<SenderDomain, SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        self.find(caller, id).await
    }

    /// The records that a domain should publish, as the last check found them.
    pub fn records(&self, domain: &SenderDomain) -> Vec<DnsRecord> {
        domain.records(self.policy.spf_include.as_deref())
    }

    /// Adds a domain with a key of its own.
    pub async fn add_domain(
        &self,
        caller: &Caller,
        domain: &str,
    ) -> Result<SenderDomain, SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        if !self.policy.is_supported {
            return Err(SenderError::Unsupported);
        }
        let host = self.admit(domain)?;
        let existing = store::all(&mut self.db.begin(caller).await?).await?;
        if existing.iter().any(|it| it.domain == host.as_str()) {
            return Err(SenderError::Exists);
        }
        let id = SenderDomainId::from_uuid(Ids.uuid());
        let (private, public_key) = self.make_key().await?;
        let context = key_context(caller.tenant_id(), id);
        let sealed = self
            .keys
            .seal(&context, private.expose().as_bytes())
            .await?;
        let now = self.clock.now();
        let new = SenderDomain {
            id,
            domain: host.as_str().to_owned(),
            selector: key::selector(id),
            public_key,
            state: SenderDomainState::Pending,
            dkim_state: DnsRecordState::Unchecked,
            dkim_found: None,
            spf_state: DnsRecordState::Unchecked,
            spf_found: None,
            dmarc_state: DnsRecordState::Unchecked,
            dmarc_found: None,
            verified_at: None,
            checked_at: None,
            next_check_at: now + check::DAILY,
            created_at: now,
        };
        let mut tx = self.db.begin(caller).await?;
        match store::add(&mut tx, &new, &sealed, MOST_DOMAINS).await {
            Ok(true) => {}
            Ok(false) => return Err(SenderError::TooMany),
            Err(error) if error.constraint() == Some(store::ONCE_A_TENANT) => {
                return Err(SenderError::Exists);
            }
            Err(error) => return Err(error.into()),
        }
        let due = Event::SenderDomainCheckDue {
            sender_domain_id: id,
        };
        tx.publish_at(&due, new.next_check_at).await?;
        tx.commit().await?;
        Ok(new)
    }

    /// Looks the records of a domain up now.
    pub async fn verify_domain(
        &self,
        caller: &Caller,
        id: SenderDomainId,
    ) -> Result<SenderDomain, SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        let domain = self.find(caller, id).await?;
        let findings = self.look_up(&domain).await?;
        let (domain, is_anothers) = self.record(caller, id, &findings).await?;
        if is_anothers {
            return Err(SenderError::InUse);
        }
        Ok(domain)
    }

    /// Deletes a domain and its key, unless a storefront sends from it.
    pub async fn delete_domain(
        &self,
        caller: &Caller,
        id: SenderDomainId,
    ) -> Result<(), SenderError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        match store::delete(&mut tx, id).await {
            Ok(true) => Ok(tx.commit().await?),
            Ok(false) => Err(SenderError::NotFound),
            Err(error) if error.constraint() == Some(store::IS_USED) => Err(SenderError::Used),
            Err(error) => Err(error.into()),
        }
    }

    /// Encrypts the tenant's keys with the current key, and tells how many those were.
    pub async fn reseal(&self, tenant_id: TenantId) -> Result<usize, SenderError> {
        let caller = Caller::system(tenant_id);
        let kept = store::keys(&mut self.db.begin(&caller).await?).await?;
        let mut done = 0;
        for (id, sealed) in &kept {
            let context = key_context(tenant_id, *id);
            let opened = self.keys.open(&context, sealed).await?;
            let again = self.keys.seal(&context, opened.expose()).await?;
            let mut tx = self.db.begin(&caller).await?;
            done += usize::from(store::replace_key(&mut tx, *id, (sealed, &again)).await?);
            tx.commit().await?;
        }
        Ok(done)
    }

    pub(super) async fn find(
        &self,
        caller: &Caller,
        id: SenderDomainId,
    ) -> Result<SenderDomain, SenderError> {
        let found = store::find(&mut self.db.begin(caller).await?, id).await?;
        found.ok_or(SenderError::NotFound)
    }

    /// The domain, if it may be a tenant's.
    fn admit(&self, domain: &str) -> Result<Host, SenderError> {
        let refused = |rule: &str| {
            let fault = FieldFault::new("/domain", "malformed", rule);
            SenderError::Invalid(vec![fault])
        };
        let host = Host::parse_domain(domain).map_err(|why| refused(why.rule))?;
        if host.as_str().len() > LONGEST_DOMAIN {
            return Err(refused("a domain name of 200 characters at most"));
        }
        if self.policy.reserved.iter().any(|ours| host.is_within(ours)) {
            let rule = "a domain of the tenant's own, and none of the platform's";
            let fault = FieldFault::new("/domain", "not_allowed", rule);
            return Err(SenderError::Invalid(vec![fault]));
        }
        Ok(host)
    }

    async fn make_key(&self) -> Result<(Secret<String>, String), SenderError> {
        let failed = |why: &dyn std::fmt::Display| SenderError::Key(why.to_string());
        let _turn = self.making.acquire().await.map_err(|why| failed(&why))?;
        let made = tokio::task::spawn_blocking(key::generate).await;
        made.map_err(|why| failed(&why))?
    }
}

/// What a key is sealed for.
pub(super) fn key_context(tenant_id: TenantId, id: SenderDomainId) -> SecretContext {
    SecretContext {
        tenant_id: Some(tenant_id),
        purpose: "dkim",
        owner: id.uuid(),
    }
}

/// The domain of an address.
pub(super) fn domain_of(address: &Email) -> &str {
    let (_, domain) = address.as_str().rsplit_once('@').unwrap_or_default();
    domain
}

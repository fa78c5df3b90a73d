//! Looking the records of a domain up.

use kernel::Caller;
use kernel::ids::SenderDomainId;
use kernel::ports::DnsError;
use time::Duration;
use tracing::info;

use super::records::{self, Verdict};
use super::{DnsRecordState, SenderDomain, SenderDomainState, SenderError, Senders, store};

/// How often the worker looks.
pub(super) const DAILY: Duration = Duration::DAY;

/// What DNS said of a domain; none of what it did not say, or nobody asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Findings {
    pub(super) dkim: Verdict,
    pub(super) spf: Option<Verdict>,
    pub(super) dmarc: Option<Verdict>,
}

impl Senders {
    /// Asks for all records of a domain. Without an answer about its key there are no findings.
    pub(super) async fn look_up(&self, domain: &SenderDomain) -> Result<Findings, DnsError> {
        let dkim_name = domain.dkim_name();
        let (dkim, spf, dmarc) = tokio::join!(
            self.dns.texts(&dkim_name),
            self.look_up_spf(domain),
            self.look_up_dmarc(domain),
        );
        Ok(Findings {
            dkim: records::dkim(&dkim?, &domain.public_key),
            spf: spf.unwrap_or_default(),
            dmarc: dmarc.ok(),
        })
    }

    async fn look_up_spf(&self, domain: &SenderDomain) -> Result<Option<Verdict>, DnsError> {
        let Some(include) = &self.policy.spf_include else {
            return Ok(None);
        };
        let found = self.dns.texts(&domain.domain).await?;
        Ok(Some(records::spf(&found, include)))
    }

    async fn look_up_dmarc(&self, domain: &SenderDomain) -> Result<Verdict, DnsError> {
        let mut verdict = records::dmarc(&[]);
        for name in records::dmarc_names(&domain.domain) {
            verdict = records::dmarc(&self.dns.texts(&name).await?);
            if verdict.state != DnsRecordState::Missing {
                break;
            }
        }
        Ok(verdict)
    }

    /// Keeps what was found. Tells whether another tenant has verified the domain, which then is not this one's.
    pub(super) async fn record(
        &self,
        caller: &Caller,
        id: SenderDomainId,
        findings: &Findings,
    ) -> Result<(SenderDomain, bool), SenderError> {
        let now = self.clock.now();
        let is_ok = findings.dkim.state == DnsRecordState::Ok;
        let mut tx = self.db.begin(caller).await?;
        let recorded = store::record(&mut tx, id, findings, (is_ok, now)).await;
        let (found, is_anothers) = match recorded {
            Err(error) if error.constraint() == Some(store::ONE_TENANT) => {
                drop(tx);
                tx = self.db.begin(caller).await?;
                let recorded = store::record(&mut tx, id, findings, (false, now)).await?;
                (recorded, true)
            }
            recorded => (recorded?, false),
        };
        let domain = found.ok_or(SenderError::NotFound)?;
        tx.commit().await?;
        if domain.state == SenderDomainState::Failing {
            info!(tenant.id = %caller.tenant_id(), sender_domain.id = %id, "a sender domain does not have its key");
        }
        Ok((domain, is_anothers))
    }
}

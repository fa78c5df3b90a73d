//! Domains that the tenant sends e-mail from.

use domain::senders::{
    self, DnsRecordPurpose, DnsRecordState, SenderDomainState, SenderError, Senders,
};
use gateway::{ApiResult, Contract, List, Staff};
use kernel::Permission;
use kernel::ids::SenderDomainId;
use kernel::ports::{DnsError, KeyRingError};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, Object, OpenApi};
use time::OffsetDateTime;

use crate::{App, Tag};

pub(crate) struct SenderDomainsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const CONTRACTS: &[Contract] = &[
    Contract::of("admin_list_sender_domains").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_create_sender_domain")
        .needs(&[Permission::StorefrontWrite])
        .fails(&[
            SenderError::SENDER_DOMAIN_EXISTS,
            SenderError::TOO_MANY_SENDER_DOMAINS,
            SenderError::SENDER_DOMAINS_UNSUPPORTED,
            KeyRingError::KEYS_UNAVAILABLE,
        ]),
    Contract::of("admin_get_sender_domain").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_verify_sender_domain")
        .needs(&[Permission::StorefrontWrite])
        .fails(&[SenderError::SENDER_DOMAIN_IN_USE, DnsError::DNS_UNAVAILABLE]),
    Contract::of("admin_delete_sender_domain")
        .needs(&[Permission::StorefrontWrite])
        .fails(&[SenderError::SENDER_DOMAIN_USED]),
];

#[OpenApi(
    prefix_path = "/admin/v1/sender-domains",
    tag = "Tag::AdminStorefronts"
)]
impl SenderDomainsApi {
    /// List sender domains
    ///
    /// Oldest first, with the DNS records of each as the last check found them.
    #[oai(path = "/", method = "get", operation_id = "admin_list_sender_domains")]
    async fn list(&self, staff: Staff) -> ApiResult<Json<List<SenderDomain>>> {
        let senders = &self.0.senders;
        let domains = senders.domains(staff.caller()).await?;
        let domains = domains.into_iter().map(|it| present(senders, it));
        Ok(Json(List::of(domains.collect::<Vec<_>>())))
    }

    /// Create a sender domain
    ///
    /// Makes a DKIM key for the domain; publish the records of the response, then verify. E-mails leave from an address
    /// at the domain when it is verified and a storefront has such an address as its sender. A tenant has 5 domains at most.
    /// 409 `sender_domains_unsupported` if the installation sends e-mail through a provider that does not sign with keys of
    /// tenants.
    #[oai(
        path = "/",
        method = "post",
        operation_id = "admin_create_sender_domain"
    )]
    async fn create(
        &self,
        staff: Staff,
        body: Json<CreateSenderDomain>,
    ) -> ApiResult<SenderDomainCreated> {
        let senders = &self.0.senders;
        let domain = senders.add_domain(staff.caller(), &body.0.domain).await?;
        let location = format!("/admin/v1/sender-domains/{}", domain.id);
        Ok(SenderDomainCreated::Created(
            Json(present(senders, domain)),
            location,
        ))
    }

    /// Show a sender domain
    ///
    /// With its DNS records as the last check found them.
    #[oai(
        path = "/:sender_domain_id",
        method = "get",
        operation_id = "admin_get_sender_domain"
    )]
    async fn get(
        &self,
        staff: Staff,
        /// Id of the sender domain.
        sender_domain_id: Path<SenderDomainId>,
    ) -> ApiResult<Json<SenderDomain>> {
        let senders = &self.0.senders;
        let domain = senders.domain(staff.caller(), sender_domain_id.0).await?;
        Ok(Json(present(senders, domain)))
    }

    /// Verify a sender domain
    ///
    /// Looks its records up in DNS now; the worker does so about daily. The domain is verified when the DKIM record is
    /// there. 503 `dns_unavailable` if DNS does not answer: nothing changes then. 409 `sender_domain_in_use` if another tenant of the
    /// platform has verified the domain: remove its DKIM record from your DNS, and verify again a day later.
    #[oai(
        path = "/:sender_domain_id/verify",
        method = "post",
        operation_id = "admin_verify_sender_domain"
    )]
    async fn verify(
        &self,
        staff: Staff,
        /// Id of the sender domain.
        sender_domain_id: Path<SenderDomainId>,
    ) -> ApiResult<Json<SenderDomain>> {
        let senders = &self.0.senders;
        let domain = senders
            .verify_domain(staff.caller(), sender_domain_id.0)
            .await?;
        Ok(Json(present(senders, domain)))
    }

    /// Delete a sender domain
    ///
    /// And its key. 409 `sender_domain_used` while a storefront sends from it.
    #[oai(
        path = "/:sender_domain_id",
        method = "delete",
        operation_id = "admin_delete_sender_domain"
    )]
    async fn delete(
        &self,
        staff: Staff,
        /// Id of the sender domain.
        sender_domain_id: Path<SenderDomainId>,
    ) -> ApiResult<SenderDomainDeleted> {
        let senders = &self.0.senders;
        senders
            .delete_domain(staff.caller(), sender_domain_id.0)
            .await?;
        Ok(SenderDomainDeleted::Deleted)
    }
}

/// A domain to send from.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct CreateSenderDomain {
    /// Domain name, such as `aurora.example`; letters of other scripts are kept in ASCII (IDNA). Not the platform's.
    #[oai(validator(max_length = 253))]
    domain: String,
}

/// A domain that the tenant sends e-mail from.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SenderDomain {
    /// Id of the sender domain.
    id: SenderDomainId,
    /// Domain name, in ASCII.
    domain: String,
    /// State of the domain.
    state: SenderDomainState,
    /// Records to publish.
    records: Vec<SenderDnsRecord>,
    /// Since when the domain is verified; absent unless it is.
    verified_at: Option<OffsetDateTime>,
    /// When DNS was last asked and answered; absent before.
    checked_at: Option<OffsetDateTime>,
    /// When it was created.
    created_at: OffsetDateTime,
}

/// A DNS record to publish.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct SenderDnsRecord {
    /// What the record is for.
    purpose: DnsRecordPurpose,
    /// Type of the record: `TXT`.
    #[oai(rename = "type")]
    kind: String,
    /// Name of the record, without a dot at the end.
    name: String,
    /// Text of the record. Where DNS takes at most 255 characters, split it into strings.
    value: String,
    /// Whether the domain is verified only with this record.
    is_required: bool,
    /// What the last check found.
    state: DnsRecordState,
    /// What was found instead, up to 1000 characters; absent unless the state is `wrong`.
    found: Option<String>,
}

/// Response of create.
#[derive(ApiResponse)]
enum SenderDomainCreated {
    /// The domain and the records to publish.
    #[oai(status = 201)]
    Created(
        Json<SenderDomain>,
        /// URL of the sender domain.
        #[oai(header = "Location")]
        String,
    ),
}

/// Response of delete.
#[derive(ApiResponse)]
enum SenderDomainDeleted {
    /// The sender domain was deleted.
    #[oai(status = 204)]
    Deleted,
}

fn present(senders: &Senders, domain: senders::SenderDomain) -> SenderDomain {
    let records = senders.records(&domain).into_iter();
    SenderDomain {
        id: domain.id,
        domain: domain.domain,
        state: domain.state,
        records: records.map(SenderDnsRecord::from).collect(),
        verified_at: domain.verified_at,
        checked_at: domain.checked_at,
        created_at: domain.created_at,
    }
}

impl From<senders::DnsRecord> for SenderDnsRecord {
    fn from(record: senders::DnsRecord) -> Self {
        let senders::DnsRecord {
            purpose,
            name,
            value,
            is_required,
            state,
            found,
        } = record;
        Self {
            purpose,
            kind: "TXT".to_owned(),
            name,
            value,
            is_required,
            state,
            found,
        }
    }
}

//! Every statement about sender domains and the senders of storefronts.

use db::{DbError, TenantTx};
use kernel::contact::Email;
use kernel::ids::{SenderDomainId, StorefrontId};
use time::OffsetDateTime;

use super::check::Findings;
use super::records::Verdict;
use super::{DnsRecordState, SenderDomain};

/// The constraint that a tenant has a domain once.
pub(super) const ONCE_A_TENANT: &str = "sender_domains_domain";
/// The index that a verified domain is one tenant's.
pub(super) const ONE_TENANT: &str = "sender_domains_one_tenant";
/// The constraint between storefronts and the domains that they send from.
pub(super) const IS_USED: &str = "storefront_senders_domain";

/// What staff chose for a storefront.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(super) struct Choice {
    pub(super) address: Option<Email>,
    pub(super) sender_domain_id: Option<SenderDomainId>,
    pub(super) reply_to: Option<Email>,
    pub(super) is_verified: bool,
}

/// Who a storefront's letters come from.
pub(super) struct Sender {
    pub(super) address: Option<Email>,
    pub(super) reply_to: Option<Email>,
    /// None unless the domain is verified.
    pub(super) signing: Option<Signing>,
}

/// What a verified domain signs with.
#[derive(sqlx::FromRow)]
pub(super) struct Signing {
    pub(super) id: SenderDomainId,
    pub(super) domain: String,
    pub(super) selector: String,
    pub(super) key_sealed: Vec<u8>,
    pub(super) next_check_at: OffsetDateTime,
}

pub(super) async fn all(tx: &mut TenantTx) -> Result<Vec<SenderDomain>, DbError> {
    Ok(sqlx::query_as(
        "select id, domain, selector, public_key, state, dkim_state, dkim_found, spf_state, spf_found,
                dmarc_state, dmarc_found, verified_at, checked_at, next_check_at, created_at
           from sender_domains where tenant_id = $1 order by created_at, id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

pub(super) async fn find(
    tx: &mut TenantTx,
    id: SenderDomainId,
) -> Result<Option<SenderDomain>, DbError> {
    Ok(sqlx::query_as(
        "select id, domain, selector, public_key, state, dkim_state, dkim_found, spf_state, spf_found,
                dmarc_state, dmarc_found, verified_at, checked_at, next_check_at, created_at
           from sender_domains where tenant_id = $1 and id = $2",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

/// Adds a domain; `false` when there are `most` already.
pub(super) async fn add(
    tx: &mut TenantTx,
    new: &SenderDomain,
    sealed: &[u8],
    most: i64,
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "insert into sender_domains (tenant_id, id, domain, selector, public_key, key_sealed, state,
                                     dkim_state, spf_state, dmarc_state, next_check_at, created_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9, $10
          where (select count(*) from sender_domains where tenant_id = $1) < $11",
    )
    .bind(tx.tenant_id())
    .bind(new.id)
    .bind(&new.domain)
    .bind(&new.selector)
    .bind(&new.public_key)
    .bind(sealed)
    .bind(new.state)
    .bind(DnsRecordState::Unchecked)
    .bind(new.next_check_at)
    .bind(new.created_at)
    .bind(most)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Keeps what was found; what DNS did not say stays as it was. With `is_ok` the domain is verified.
pub(super) async fn record(
    tx: &mut TenantTx,
    id: SenderDomainId,
    findings: &Findings,
    (is_ok, now): (bool, OffsetDateTime),
) -> Result<Option<SenderDomain>, DbError> {
    let state = |verdict: &Option<Verdict>| verdict.as_ref().map(|it| it.state);
    let found = |verdict: &Option<Verdict>| verdict.as_ref().and_then(|it| it.found.clone());
    Ok(sqlx::query_as(
        "update sender_domains
            set state = case when $3 then 'verified' when state = 'pending' then 'pending' else 'failing' end,
                verified_at = case when $3 then coalesce(verified_at, $4) end,
                checked_at = $4,
                dkim_state = $5, dkim_found = $6,
                spf_state = coalesce($7, spf_state),
                spf_found = case when $7 is null then spf_found else $8 end,
                dmarc_state = coalesce($9, dmarc_state),
                dmarc_found = case when $9 is null then dmarc_found else $10 end
          where tenant_id = $1 and id = $2
         returning id, domain, selector, public_key, state, dkim_state, dkim_found, spf_state, spf_found,
                   dmarc_state, dmarc_found, verified_at, checked_at, next_check_at, created_at",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(is_ok)
    .bind(now)
    .bind(findings.dkim.state)
    .bind(&findings.dkim.found)
    .bind(state(&findings.spf))
    .bind(found(&findings.spf))
    .bind(state(&findings.dmarc))
    .bind(found(&findings.dmarc))
    .fetch_optional(tx.conn())
    .await?)
}

/// Puts the next check of a domain off, if it is due; whether it was.
pub(super) async fn put_off(
    tx: &mut TenantTx,
    id: SenderDomainId,
    (due_by, next): (OffsetDateTime, OffsetDateTime),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update sender_domains set next_check_at = $4
          where tenant_id = $1 and id = $2 and next_check_at <= $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(due_by)
    .bind(next)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn delete(tx: &mut TenantTx, id: SenderDomainId) -> Result<bool, DbError> {
    let done = sqlx::query("delete from sender_domains where tenant_id = $1 and id = $2")
        .bind(tx.tenant_id())
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The encrypted keys of the tenant.
pub(super) async fn keys(tx: &mut TenantTx) -> Result<Vec<(SenderDomainId, Vec<u8>)>, DbError> {
    Ok(
        sqlx::query_as(
            "select id, key_sealed from sender_domains where tenant_id = $1 order by id",
        )
        .bind(tx.tenant_id())
        .fetch_all(tx.conn())
        .await?,
    )
}

/// Keeps a key as it is encrypted now; whether it was still there.
pub(super) async fn replace_key(
    tx: &mut TenantTx,
    id: SenderDomainId,
    (sealed, again): (&[u8], &[u8]),
) -> Result<bool, DbError> {
    let done = sqlx::query(
        "update sender_domains set key_sealed = $4
          where tenant_id = $1 and id = $2 and key_sealed = $3",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .bind(sealed)
    .bind(again)
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The tenant's verified domain of this name.
pub(super) async fn verified(
    tx: &mut TenantTx,
    domain: &str,
) -> Result<Option<SenderDomainId>, DbError> {
    Ok(sqlx::query_scalar(
        "select id from sender_domains where tenant_id = $1 and domain = $2 and state = 'verified'",
    )
    .bind(tx.tenant_id())
    .bind(domain)
    .fetch_optional(tx.conn())
    .await?)
}

/// What was chosen for a storefront; none when there is no such storefront.
pub(super) async fn choice(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Option<Choice>, DbError> {
    Ok(sqlx::query_as(
        "select s.address, s.sender_domain_id, s.reply_to, coalesce(d.state = 'verified', false) as is_verified
           from storefronts f
           left join storefront_senders s on s.tenant_id = $1 and s.storefront_id = f.id
           left join sender_domains d on d.tenant_id = $1 and d.id = s.sender_domain_id
          where f.tenant_id = $1 and f.id = $2",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?)
}

pub(super) async fn choose(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
    choice: &Choice,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into storefront_senders (tenant_id, storefront_id, address, sender_domain_id, reply_to)
         values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, storefront_id) do update
            set address = excluded.address, sender_domain_id = excluded.sender_domain_id,
                reply_to = excluded.reply_to",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .bind(&choice.address)
    .bind(choice.sender_domain_id)
    .bind(&choice.reply_to)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who a storefront's letters come from; none when nothing was chosen.
pub(super) async fn sender(
    tx: &mut TenantTx,
    storefront_id: StorefrontId,
) -> Result<Option<Sender>, DbError> {
    let chosen: Option<(Option<Email>, Option<Email>, Option<SenderDomainId>)> = sqlx::query_as(
        "select address, reply_to, sender_domain_id
           from storefront_senders where tenant_id = $1 and storefront_id = $2",
    )
    .bind(tx.tenant_id())
    .bind(storefront_id)
    .fetch_optional(tx.conn())
    .await?;
    let Some((address, reply_to, domain)) = chosen else {
        return Ok(None);
    };
    let signing = match domain {
        Some(domain) => signing(tx, domain).await?,
        None => None,
    };
    Ok(Some(Sender {
        address,
        reply_to,
        signing,
    }))
}

async fn signing(tx: &mut TenantTx, id: SenderDomainId) -> Result<Option<Signing>, DbError> {
    Ok(sqlx::query_as(
        "select id, domain, selector, key_sealed, next_check_at
           from sender_domains where tenant_id = $1 and id = $2 and state = 'verified'",
    )
    .bind(tx.tenant_id())
    .bind(id)
    .fetch_optional(tx.conn())
    .await?)
}

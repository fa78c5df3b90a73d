//! Every statement about what shoppers have agreed to.

use db::{DbError, TenantTx};
use kernel::ids::{ConsentId, StorefrontId, UserId};
use time::OffsetDateTime;

use crate::identity::shopper::consents::{Consent, ConsentPurpose, ConsentSource, Consents};

/// So many answers are shown.
const MOST_SHOWN: i64 = 100;

/// A row of an answer.
#[derive(sqlx::FromRow)]
pub(super) struct ConsentRow {
    id: ConsentId,
    purpose: ConsentPurpose,
    is_given: bool,
    terms_version: Option<String>,
    source: ConsentSource,
    storefront_id: StorefrontId,
    recorded_at: OffsetDateTime,
}

impl From<ConsentRow> for Consent {
    fn from(row: ConsentRow) -> Self {
        Self {
            id: row.id,
            purpose: row.purpose,
            is_given: row.is_given,
            terms_version: row.terms_version,
            source: row.source,
            storefront_id: row.storefront_id,
            recorded_at: row.recorded_at,
        }
    }
}

/// Records an answer unless the newest of its purpose is the same, or there is none and it is a no.
pub(in crate::identity::shopper) async fn put_if_new(
    tx: &mut TenantTx,
    user_id: UserId,
    consent: &Consent,
) -> Result<(), DbError> {
    sqlx::query(
        "insert into consents (tenant_id, id, user_id, purpose, is_given, terms_version, source,
                               storefront_id, recorded_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9
          where not exists (select from (select is_given, terms_version from consents
                                          where tenant_id = $1 and user_id = $3 and purpose = $4
                                          order by id desc limit 1) newest
                             where newest.is_given = $5
                               and newest.terms_version is not distinct from $6)
            and ($5 or exists (select from consents
                                where tenant_id = $1 and user_id = $3 and purpose = $4))",
    )
    .bind(tx.tenant_id())
    .bind(consent.id)
    .bind(user_id)
    .bind(consent.purpose)
    .bind(consent.is_given)
    .bind(&consent.terms_version)
    .bind(consent.source)
    .bind(consent.storefront_id)
    .bind(consent.recorded_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What a shopper has agreed to, and the newest answers.
pub(in crate::identity) async fn of_user(
    tx: &mut TenantTx,
    user_id: UserId,
) -> Result<Consents, DbError> {
    let current: Vec<(ConsentPurpose, bool, Option<String>)> = sqlx::query_as(
        "select distinct on (purpose) purpose, is_given, terms_version from consents
          where tenant_id = $1 and user_id = $2
          order by purpose, id desc",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .fetch_all(tx.conn())
    .await?;
    let rows: Vec<ConsentRow> = sqlx::query_as(
        "select id, purpose, is_given, terms_version, source, storefront_id, recorded_at
           from consents
          where tenant_id = $1 and user_id = $2
          order by id desc
          limit $3",
    )
    .bind(tx.tenant_id())
    .bind(user_id)
    .bind(MOST_SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let holds = |wanted: ConsentPurpose| {
        let found = current.iter().find(|(purpose, ..)| *purpose == wanted);
        found.is_some_and(|(_, is_given, _)| *is_given)
    };
    Ok(Consents {
        wants_email: holds(ConsentPurpose::MarketingEmail),
        wants_sms: holds(ConsentPurpose::MarketingSms),
        wants_order_texts: holds(ConsentPurpose::OrderUpdatesSms),
        terms_version: current.into_iter().find_map(|(.., version)| version),
        history: rows.into_iter().map(Consent::from).collect(),
    })
}

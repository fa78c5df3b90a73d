//! Every statement on the ledger's tables.

use std::collections::BTreeSet;

use db::{DbError, TenantTx};
use kernel::ids::{LedgerAccountId, LedgerTransactionId, MerchantId, OrderId};
use kernel::ports::Ids;
use kernel::{Currency, Event};
use time::OffsetDateTime;

use super::model::{Account, Fact};

/// The columns of facts and their entries, as arrays.
#[derive(Default)]
struct Columns {
    ids: Vec<LedgerTransactionId>,
    kinds: Vec<&'static str>,
    keys: Vec<String>,
    orders: Vec<Option<OrderId>>,
    sources: Vec<String>,
    moments: Vec<OffsetDateTime>,
    transactions: Vec<LedgerTransactionId>,
    lines: Vec<i16>,
    accounts: Vec<LedgerAccountId>,
    codes: Vec<&'static str>,
    owners: Vec<Option<MerchantId>>,
    classes: Vec<&'static str>,
    currencies: Vec<Currency>,
    amounts: Vec<i64>,
}

impl Columns {
    fn of(tx: &TenantTx, facts: Vec<Fact>) -> Self {
        let mut columns = Self::default();
        for fact in facts {
            if fact.posting.entries().is_empty() {
                continue;
            }
            let id = LedgerTransactionId::from_uuid(Ids.uuid());
            let currency = fact.posting.currency();
            for (line, entry) in (1_i16..).zip(fact.posting.entries()) {
                columns.transactions.push(id);
                columns.lines.push(line);
                columns
                    .accounts
                    .push(entry.account.id(tx.tenant_id(), currency));
                columns.codes.push(entry.account.code());
                columns.owners.push(entry.account.owner());
                columns.classes.push(entry.account.class());
                columns.currencies.push(currency);
                columns.amounts.push(entry.minor);
            }
            columns.ids.push(id);
            columns.kinds.push(fact.kind);
            columns.keys.push(fact.external_key);
            columns.orders.push(fact.order_id);
            columns.sources.push(fact.source_id);
            columns.moments.push(fact.occurred_at);
        }
        columns
    }
}

/// Writes facts down in one statement, accounts included; facts that are there already are left as
/// they are. Accounts are made in the order of their ids, so that two transactions do not wait for
/// each other.
pub(crate) async fn record(tx: &mut TenantTx, facts: Vec<Fact>) -> Result<(), DbError> {
    let reported: BTreeSet<OrderId> = facts
        .iter()
        .filter(|fact| is_reported(fact.kind))
        .filter_map(|fact| fact.order_id)
        .collect();
    let columns = Columns::of(tx, facts);
    if columns.ids.is_empty() {
        return Ok(());
    }
    let recorded = sqlx::query(
        "with facts as (
           insert into ledger_transactions
             (tenant_id, id, kind, external_key, order_id, source_id, occurred_at)
           select $1, fact.*
             from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::text[],
                         $7::timestamptz[]) as fact
           on conflict (tenant_id, external_key) do nothing
           returning id
         ), accounts as (
           insert into ledger_accounts (tenant_id, id, code, owner_id, currency, class, created_at)
           select distinct on (account.id) $1, account.*, now()
             from unnest($10::uuid[], $11::text[], $12::uuid[], $13::text[], $14::text[])
                    as account (id, code, owner_id, currency, class)
            where not exists (select from ledger_accounts known
                               where known.tenant_id = $1 and known.id = account.id)
            order by account.id
           on conflict do nothing
         )
         insert into ledger_postings (tenant_id, transaction_id, line, account_id, currency, amount)
         select $1, entry.*
           from facts
           join unnest($8::uuid[], $9::smallint[], $10::uuid[], $13::text[], $15::bigint[])
                  as entry (transaction_id, line, account_id, currency, amount)
             on entry.transaction_id = facts.id",
    )
    .bind(tx.tenant_id())
    .bind(columns.ids)
    .bind(columns.kinds)
    .bind(columns.keys)
    .bind(columns.orders)
    .bind(columns.sources)
    .bind(columns.moments)
    .bind(columns.transactions)
    .bind(columns.lines)
    .bind(columns.accounts)
    .bind(columns.codes)
    .bind(columns.owners)
    .bind(columns.currencies)
    .bind(columns.classes)
    .bind(columns.amounts)
    .execute(tx.conn())
    .await?;
    if recorded.rows_affected() == 0 {
        return Ok(());
    }
    let events: Vec<Event> = reported
        .into_iter()
        .map(|order_id| Event::OrderBooked { order_id })
        .collect();
    let events: Vec<_> = events.iter().map(|event| (event, None)).collect();
    tx.publish_all(&events).await
}

/// Whether facts of this kind say what was sold, given back, earned or charged for, and not only where the money is.
fn is_reported(kind: &str) -> bool {
    matches!(
        kind,
        "sale_captured"
            | "commission"
            | "provider_fee"
            | "refund"
            | "refund_failed"
            | "dispute_withdrawn"
            | "dispute_reinstated"
            | "dispute_lost"
            | "dispute_loss_undone"
    )
}

/// An account and its balance.
#[derive(sqlx::FromRow)]
pub(crate) struct AccountBalance {
    pub(crate) code: String,
    pub(crate) owner_id: Option<MerchantId>,
    pub(crate) class: String,
    pub(crate) currency: Currency,
    pub(crate) balance: i64,
}

pub(super) async fn balances(tx: &mut TenantTx) -> Result<Vec<AccountBalance>, DbError> {
    Ok(sqlx::query_as(
        "select code, owner_id, class, currency, balance
           from ledger_balances
          where tenant_id = $1
          order by code, currency, owner_id",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// The sum of all postings, for each currency.
pub(crate) async fn trial_balance(tx: &mut TenantTx) -> Result<Vec<(Currency, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select currency::text, sum(amount)::bigint
           from ledger_postings
          where tenant_id = $1
          group by currency
          order by currency",
    )
    .bind(tx.tenant_id())
    .fetch_all(tx.conn())
    .await?)
}

/// What each of `merchants` owes, in their order.
pub(crate) async fn receivables(
    tx: &mut TenantTx,
    merchants: &[MerchantId],
    currency: Currency,
) -> Result<Vec<i64>, DbError> {
    let accounts: Vec<LedgerAccountId> = merchants
        .iter()
        .map(|&merchant| {
            let account = Account::MerchantReceivable(merchant);
            account.id(tx.tenant_id(), currency)
        })
        .collect();
    Ok(sqlx::query_scalar(
        "select coalesce((select sum(posting.amount)
                            from ledger_postings posting
                           where posting.tenant_id = $1
                             and posting.account_id = account.id), 0)::bigint
           from unnest($2::uuid[]) with ordinality as account (id, position)
          order by account.position",
    )
    .bind(tx.tenant_id())
    .bind(accounts)
    .fetch_all(tx.conn())
    .await?)
}

/// What merchants are owed, less what they owe; those of whom nothing is booked are left out.
pub(crate) async fn owed(
    tx: &mut TenantTx,
    merchants: &[MerchantId],
    currency: Currency,
) -> Result<Vec<(MerchantId, i64)>, DbError> {
    Ok(sqlx::query_as(
        "select owner_id, (-sum(balance))::bigint
           from ledger_balances
          where tenant_id = $1 and owner_id = any($2) and currency = $3
            and code in ('merchant_payable', 'merchant_receivable')
          group by owner_id",
    )
    .bind(tx.tenant_id())
    .bind(merchants)
    .bind(currency)
    .fetch_all(tx.conn())
    .await?)
}

/// One entry of an order's money trace.
#[derive(sqlx::FromRow)]
pub(crate) struct OrderEntry {
    pub(crate) transaction_id: LedgerTransactionId,
    pub(crate) kind: String,
    pub(crate) source_id: String,
    pub(crate) occurred_at: OffsetDateTime,
    pub(crate) code: String,
    pub(crate) owner_id: Option<MerchantId>,
    pub(crate) currency: Currency,
    pub(crate) amount: i64,
}

/// Every entry of every fact of an order, oldest fact first.
pub(crate) async fn of_order(
    tx: &mut TenantTx,
    order_id: OrderId,
) -> Result<Vec<OrderEntry>, DbError> {
    Ok(sqlx::query_as(
        "select t.id as transaction_id, t.kind, t.source_id, t.occurred_at,
                a.code, a.owner_id, p.currency::text as currency, p.amount
           from ledger_transactions t
           join ledger_postings p on p.tenant_id = t.tenant_id and p.transaction_id = t.id
           join ledger_accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
          where t.tenant_id = $1 and t.order_id = $2
          order by t.id, p.line",
    )
    .bind(tx.tenant_id())
    .bind(order_id)
    .fetch_all(tx.conn())
    .await?)
}

-- Comparing the ledger with the provider's balance: as of a moment in the past, over all tenants, by one
-- worker, at a cost that does not grow with history.
--
-- Both sides are running totals. The provider's is the sum of the balance transactions up to `as_of`. The
-- ledger's is the sum of the postings of transactions below `horizon`: no transaction below it is still
-- running, and none of them is dated after `horizon_as_of`. So each comparison reads only what is newer.

-- One row: when the next comparison is due, and how far both running totals reach.
create table ledger_comparison (
  is_only       boolean primary key default true check (is_only),
  due_at        timestamptz not null default now(),
  as_of         timestamptz,
  horizon       xid8 not null default '0',
  horizon_as_of timestamptz not null default '-infinity'
);
comment on column ledger_comparison.due_at is 'a worker moves it forward by its lease when it takes the comparison on';
comment on column ledger_comparison.as_of is 'up to when ledger_positions.provider_total_minor counts; none before the first comparison';
insert into ledger_comparison default values;
grant select (due_at, as_of), update (due_at, as_of) on ledger_comparison to stoa_relay;

-- What the last comparison found.
create table ledger_positions (
  currency             char(3) primary key,
  as_of                timestamptz not null,
  ledger_minor         bigint not null,
  provider_minor       bigint not null,
  provider_total_minor bigint not null,
  differed             integer not null
);
comment on column ledger_positions.ledger_minor is 'sum of the stripe_clearing accounts of all tenants at as_of';
comment on column ledger_positions.provider_minor is 'the provider''s balance at as_of, payments dated by their charge';
comment on column ledger_positions.provider_total_minor is 'sum of the balance transactions created up to as_of';
comment on column ledger_positions.differed is 'comparisons in a row that found a difference';
grant select, insert, update on ledger_positions to stoa_relay;

-- Sums of the stripe_clearing accounts below the horizon; only the function reads and writes them.
create table ledger_totals (
  currency char(3) primary key,
  minor    bigint not null
);

create index ledger_transactions_by_xid on ledger_transactions (created_xid);

-- The function below alone sees more than one tenant's ledger, and only sums leave it.
create policy comparison on ledger_accounts for select to stoa_owner using (code = 'stripe_clearing');
create policy comparison on ledger_transactions for select to stoa_owner using (true);
create policy comparison on ledger_postings for select to stoa_owner using (true);

create function ledger_clearing_as_of(moment timestamptz)
returns table (currency char(3), minor bigint)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
-- The horizon decides what is cheap, so each call is planned for its own.
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  reached record;
  lower_bound xid8;
begin
  select c.horizon, c.horizon_as_of into reached from public.ledger_comparison c for update;
  lower_bound := reached.horizon;
  -- A restored backup brings a horizon that its new cluster has not reached. A total that counts what is
  -- dated after the moment is of no use either.
  if lower_bound > pg_snapshot_xmin(pg_current_snapshot()) or reached.horizon_as_of > moment then
    delete from public.ledger_totals;
    lower_bound := '0';
  end if;
  return query
  with recent as materialized (
    select t.created_xid, t.occurred_at, p.currency, p.amount
      from public.ledger_transactions t
      join public.ledger_postings p on p.tenant_id = t.tenant_id and p.transaction_id = t.id
      join public.ledger_accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
                                   and a.code = 'stripe_clearing'
     where t.created_xid >= lower_bound
  ), edge as materialized (
    select least(pg_snapshot_xmin(pg_current_snapshot()), min(r.created_xid)) as horizon
      from recent r
     where r.occurred_at > moment
  ), sums as (
    select r.currency,
           sum(r.amount) filter (where r.created_xid < edge.horizon) as below,
           sum(r.amount) filter (where r.occurred_at <= moment) as counted
      from recent r cross join edge
     group by r.currency
  ), kept as (
    insert into public.ledger_totals as known (currency, minor)
    select s.currency, s.below from sums s where s.below is not null
    on conflict (currency) do update set minor = known.minor + excluded.minor
  ), moved as (
    update public.ledger_comparison c
       set horizon = edge.horizon, horizon_as_of = moment
      from edge
  )
  select coalesce(known.currency, s.currency),
         (coalesce(known.minor, 0) + coalesce(s.counted, 0))::bigint
    from public.ledger_totals known
    full join sums s on s.currency = known.currency;
end $$;
comment on function ledger_clearing_as_of is
  'what the ledgers of all tenants say the provider held at the moment, by currency; moves the running totals';
revoke execute on function ledger_clearing_as_of from public;
grant execute on function ledger_clearing_as_of to stoa_relay;

-- The double-entry ledger: one book for each tenant, balanced by the database.
--
-- amount > 0 is a debit, amount < 0 a credit, in minor units. A transaction is a fact that happened
-- once (`external_key`), adds up to zero in each currency, and never changes. The rules are
-- triggers, so that no program can go round them; docs/adr says what that means for sharding.

create table ledger_accounts (
  tenant_id  uuid not null references tenants (id),
  id         uuid not null,
  code       text not null check (code in (
               'stripe_clearing', 'merchant_payable', 'merchant_receivable', 'platform_fee_revenue',
               'provider_fee_expense', 'customer_refund_payable', 'unapplied_cash', 'provider_adjustment', 'rounding')),
  owner_id   uuid,
  currency   char(3) not null,
  class      text not null check (class in ('asset', 'liability', 'revenue', 'expense')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, code, owner_id, currency),
  unique (tenant_id, id, currency),
  check ((owner_id is not null) = (code in ('merchant_payable', 'merchant_receivable')))
);
comment on column ledger_accounts.owner_id is 'the merchant whose account it is';
select protect_tenant_table('ledger_accounts', 'select, insert');

create table ledger_transactions (
  tenant_id    uuid not null,
  id           uuid not null,
  kind         text not null,
  external_key text not null,
  order_id     uuid,
  source_id    text not null,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null default now(),
  created_xid  xid8 not null default pg_current_xact_id(),
  primary key (tenant_id, id),
  unique (tenant_id, external_key)
);
comment on column ledger_transactions.external_key is 'what makes the fact one fact, such as stripe:ch_1';
create index ledger_transactions_by_order on ledger_transactions (tenant_id, order_id, id);
select protect_tenant_table('ledger_transactions', 'select, insert');

create table ledger_postings (
  tenant_id      uuid not null,
  transaction_id uuid not null,
  line           smallint not null,
  account_id     uuid not null,
  currency       char(3) not null,
  amount         bigint not null check (amount <> 0 and amount > -9007199254740992 and amount < 9007199254740992),
  primary key (tenant_id, transaction_id, line),
  foreign key (tenant_id, transaction_id) references ledger_transactions (tenant_id, id),
  foreign key (tenant_id, account_id, currency) references ledger_accounts (tenant_id, id, currency)
);
create index ledger_postings_by_account on ledger_postings (tenant_id, account_id) include (amount);
select protect_tenant_table('ledger_postings', 'select, insert');

-- After each statement: its postings belong to transactions that are being written, each of which has
-- two postings or more and adds up to zero in each currency. So a transaction is written whole.
create function ledger_check_postings() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select t.id, n.transaction_id into wrong
    from (select distinct tenant_id, transaction_id from written) n
    left join ledger_transactions t on t.tenant_id = n.tenant_id and t.id = n.transaction_id
                                   and t.created_xid = pg_current_xact_id()
   where t.id is null
   limit 1;
  if found then
    raise exception 'ledger transaction % is sealed', wrong.transaction_id using errcode = 'check_violation';
  end if;
  select p.transaction_id, p.currency, sum(p.amount) as total, count(*) as postings into wrong
    from ledger_postings p
   where (p.tenant_id, p.transaction_id) in (select tenant_id, transaction_id from written)
   group by p.tenant_id, p.transaction_id, p.currency
  having sum(p.amount) <> 0 or count(*) < 2
   limit 1;
  if found and wrong.postings < 2 then
    raise exception 'ledger transaction % has % posting(s) in %', wrong.transaction_id, wrong.postings, wrong.currency
      using errcode = 'check_violation';
  elsif found then
    raise exception 'ledger transaction % does not balance: % %', wrong.transaction_id, wrong.currency, wrong.total
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_postings_balanced after insert on ledger_postings
  referencing new table as written for each statement execute function ledger_check_postings();

-- At commit: no transaction without postings.
create function ledger_check_posted() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_postings where tenant_id = new.tenant_id and transaction_id = new.id) then
    raise exception 'ledger transaction % has 0 postings', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_transactions_posted after insert on ledger_transactions
  deferrable initially deferred for each row execute function ledger_check_posted();

-- A transaction is sealed when the database transaction that wrote it ends.
create function ledger_stamp() returns trigger language plpgsql as $$
begin
  new.created_xid := pg_current_xact_id();
  new.recorded_at := now();
  return new;
end $$;
create trigger ledger_transactions_stamp before insert on ledger_transactions
  for each row execute function ledger_stamp();

-- Append-only: a correction is another transaction.
create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % is forbidden: the ledger is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_accounts_frozen before update or delete on ledger_accounts
  for each row execute function ledger_refuse_change();
create trigger ledger_transactions_frozen before update or delete on ledger_transactions
  for each row execute function ledger_refuse_change();
create trigger ledger_postings_frozen before update or delete on ledger_postings
  for each row execute function ledger_refuse_change();
create trigger ledger_accounts_kept before truncate on ledger_accounts execute function ledger_refuse_change();
create trigger ledger_transactions_kept before truncate on ledger_transactions execute function ledger_refuse_change();
create trigger ledger_postings_kept before truncate on ledger_postings execute function ledger_refuse_change();

create view ledger_balances with (security_invoker = true) as
  select a.tenant_id, a.id as account_id, a.code, a.owner_id, a.currency, a.class,
         coalesce(sum(p.amount), 0)::bigint as balance
    from ledger_accounts a
    left join ledger_postings p on p.tenant_id = a.tenant_id and p.account_id = a.id
   group by a.tenant_id, a.id;
grant select on ledger_balances to stoa_app;

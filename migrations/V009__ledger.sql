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
  tenant_id    uuid not null references tenants (id),
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
  tenant_id      uuid not null references tenants (id),
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

-- At commit: two postings or more, and zero in each currency.
create function ledger_check_balanced() returns trigger language plpgsql as $$
declare
  transaction_id_ uuid := coalesce((to_jsonb(new) ->> 'transaction_id')::uuid, (to_jsonb(new) ->> 'id')::uuid);
  postings integer;
  off_by text;
begin
  select count(*) into postings from ledger_postings
   where tenant_id = new.tenant_id and transaction_id = transaction_id_;
  if postings < 2 then
    raise exception 'ledger transaction % has % posting(s)', transaction_id_, postings using errcode = 'check_violation';
  end if;
  select string_agg(currency || ' ' || total, ', ') into off_by
    from (select currency, sum(amount) as total from ledger_postings
           where tenant_id = new.tenant_id and transaction_id = transaction_id_
           group by currency having sum(amount) <> 0) sums;
  if off_by is not null then
    raise exception 'ledger transaction % does not balance: %', transaction_id_, off_by using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_transactions_balanced after insert on ledger_transactions
  deferrable initially deferred for each row execute function ledger_check_balanced();
create constraint trigger ledger_postings_balanced after insert on ledger_postings
  deferrable initially deferred for each row execute function ledger_check_balanced();

-- A transaction is sealed when the database transaction that wrote it ends.
create function ledger_stamp() returns trigger language plpgsql as $$
begin
  new.created_xid := pg_current_xact_id();
  new.recorded_at := now();
  return new;
end $$;
create trigger ledger_transactions_stamp before insert on ledger_transactions
  for each row execute function ledger_stamp();

create function ledger_check_sealed() returns trigger language plpgsql as $$
begin
  perform 1 from ledger_transactions
   where tenant_id = new.tenant_id and id = new.transaction_id and created_xid = pg_current_xact_id();
  if not found then
    raise exception 'ledger transaction % is sealed', new.transaction_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ledger_postings_sealed before insert on ledger_postings
  for each row execute function ledger_check_sealed();

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

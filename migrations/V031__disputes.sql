-- Disputes: a shopper's bank takes a payment's money back, and perhaps gives it again.

create table disputes (
  tenant_id       uuid not null,
  id              uuid not null,
  payment_id      uuid not null,
  provider_id     text not null,
  status          text not null,
  reason          text not null,
  amount_minor    bigint not null check (amount_minor > 0),
  fee_minor       bigint not null default 0,
  currency        char(3) not null,
  evidence_due_by timestamptz,
  taking_id       uuid,
  is_lost         boolean not null default false,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, provider_id),
  foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  foreign key (tenant_id, taking_id) references payment_refunds (tenant_id, id)
);
comment on column disputes.status is 'in the provider''s words';
comment on column disputes.fee_minor is 'what the provider took for it and has not given back';
comment on column disputes.taking_id is 'what it takes of the shares, as long as the provider has the money';
comment on column disputes.is_lost is 'the merchants bear what it has taken';
create index disputes_by_payment on disputes (tenant_id, payment_id);
select protect_tenant_table('disputes', 'select, insert, update');

-- A share that a dispute took is sent again when the money comes back: another transfer of the same share.
alter table transfers add column taking_id uuid;
comment on column transfers.taking_id is 'what a dispute had taken, and this gives back; none in a share''s first transfer';
alter table transfers add foreign key (tenant_id, taking_id) references payment_refunds (tenant_id, id);
alter table transfers drop constraint transfers_tenant_id_payment_id_merchant_id_key;
create unique index transfers_one_per_share_and_taking on transfers (tenant_id, payment_id, merchant_id, taking_id)
  nulls not distinct;

-- Which of the transfers a part is taken back from, once that is decided.
alter table payment_refund_shares add column transfer_id uuid;
alter table payment_refund_shares add foreign key (tenant_id, transfer_id) references transfers (tenant_id, id);

alter table ledger_accounts drop constraint ledger_accounts_code_check;
alter table ledger_accounts add constraint ledger_accounts_code_check check (code in (
  'stripe_clearing', 'merchant_payable', 'merchant_receivable', 'platform_fee_revenue', 'provider_fee_expense',
  'customer_refund_payable', 'unapplied_cash', 'provider_adjustment', 'rounding', 'dispute_suspense', 'dispute_loss'));

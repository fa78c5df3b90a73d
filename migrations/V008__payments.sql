-- Payments: what the provider was asked, and what it said. Nothing here refers to an order's
-- tables: billing knows an order by its id and its shares, which it copies.

-- A merchant's account at the provider, which its share is transferred to.
create table connected_accounts (
  tenant_id   uuid not null,
  merchant_id uuid not null,
  provider    text not null check (provider in ('stripe')),
  account_id  text,
  status      text not null check (status in ('requested', 'onboarding', 'active', 'restricted')),
  updated_at  timestamptz not null,
  primary key (tenant_id, merchant_id, provider),
  unique (tenant_id, provider, account_id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);
select protect_tenant_table('connected_accounts', 'select, insert, update');

create table payments (
  tenant_id              uuid not null,
  id                     uuid not null,
  order_id               uuid not null,
  provider               text not null check (provider in ('stripe')),
  status                 text not null check (status in
                           ('created', 'open', 'action_required', 'processing', 'succeeded', 'cancelled', 'failed')),
  amount_minor           bigint not null check (amount_minor > 0),
  currency               char(3) not null,
  description            text not null,
  provider_id            text,
  client_secret          text,
  charge_id              text,
  balance_transaction_id text,
  provider_fee_minor     bigint,
  refunded_minor         bigint not null default 0,
  last_error             text,
  created_at             timestamptz not null,
  captured_at            timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, provider, provider_id),
  check (refunded_minor between 0 and amount_minor)
);
create unique index payments_one_live_per_order on payments (tenant_id, order_id)
  where status not in ('cancelled', 'failed');
create index payments_by_charge on payments (tenant_id, charge_id);
select protect_tenant_table('payments', 'select, insert, update');

-- Each merchant's part of a payment, frozen when it is opened.
create table payment_shares (
  tenant_id           uuid not null,
  payment_id          uuid not null,
  merchant_id         uuid not null,
  goods_net_minor     bigint not null check (goods_net_minor >= 0),
  gross_minor         bigint not null check (gross_minor >= 0),
  commission_minor    bigint not null check (commission_minor >= 0),
  provider_fee_minor  bigint,
  refunded_net_minor  bigint not null default 0,
  refunded_minor      bigint not null default 0,
  held_net_minor      bigint not null default 0,
  held_minor          bigint not null default 0,
  commission_back_minor bigint not null default 0,
  primary key (tenant_id, payment_id, merchant_id),
  foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
  check (refunded_minor between 0 and gross_minor),
  check (refunded_net_minor between 0 and goods_net_minor),
  check (held_net_minor between 0 and held_minor and refunded_minor + held_minor <= gross_minor),
  check (commission_back_minor between 0 and commission_minor)
);
comment on column payment_shares.held_minor is 'taken from the merchant for a refund that came back: the shopper''s, and first to be given back again';
comment on column payment_shares.gross_minor is 'goods, shipping and tax of this merchant: what its part of the shopper''s payment is';
select protect_tenant_table('payment_shares', 'select, insert, update');

create table transfers (
  tenant_id      uuid not null,
  id             uuid not null,
  payment_id     uuid not null,
  merchant_id    uuid not null,
  status         text not null check (status in
                   ('due', 'sending', 'blocked', 'paid', 'partially_reversed', 'reversed', 'cancelled')),
  amount_minor   bigint not null check (amount_minor >= 0),
  netted_minor   bigint not null default 0 check (netted_minor >= 0),
  reversed_minor bigint not null default 0,
  currency       char(3) not null,
  provider_id    text,
  last_error     text,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, payment_id, merchant_id),
  unique (tenant_id, provider_id),
  foreign key (tenant_id, payment_id, merchant_id) references payment_shares (tenant_id, payment_id, merchant_id),
  check (reversed_minor between 0 and amount_minor)
);
comment on column transfers.reversed_minor is 'taken back, or about to be: reserved before the provider is asked';
comment on column transfers.netted_minor is 'kept back from the share to settle what the merchant owed';
create index transfers_by_merchant on transfers (tenant_id, merchant_id, status);
select protect_tenant_table('transfers', 'select, insert, update');

create table payment_refunds (
  tenant_id    uuid not null,
  id           uuid not null,
  payment_id   uuid not null,
  status       text not null check (status in ('requested', 'pending', 'succeeded', 'failed')),
  amount_minor bigint not null check (amount_minor > 0),
  currency     char(3) not null,
  reason       text not null,
  provider_id  text,
  failure      text,
  created_at   timestamptz not null,
  accepted_at  timestamptz,
  balance_transaction_id text,
  primary key (tenant_id, id),
  unique (tenant_id, provider_id),
  foreign key (tenant_id, payment_id) references payments (tenant_id, id)
);
comment on column payment_refunds.accepted_at is 'from here on the merchants bear their parts, whatever becomes of it';
comment on column payment_refunds.balance_transaction_id is 'the money has left the platform''s balance';
comment on column payment_refunds.id is 'the id of the order''s refund: one refund is one id everywhere';
create index payment_refunds_by_payment on payment_refunds (tenant_id, payment_id);
select protect_tenant_table('payment_refunds', 'select, insert, update');

create table payment_refund_shares (
  tenant_id        uuid not null,
  id               uuid not null,
  refund_id        uuid not null,
  merchant_id      uuid not null,
  goods_net_minor  bigint not null check (goods_net_minor >= 0),
  gross_minor      bigint not null check (gross_minor >= 0),
  held_net_minor   bigint not null check (held_net_minor between 0 and goods_net_minor),
  held_minor       bigint not null check (held_minor between held_net_minor and gross_minor),
  commission_minor bigint not null check (commission_minor >= 0),
  reversal_minor   bigint not null default 0 check (reversal_minor >= 0),
  reversal_status  text not null default 'none' check (reversal_status in ('none', 'due', 'succeeded', 'failed')),
  reversal_id      text,
  primary key (tenant_id, refund_id, merchant_id),
  unique (tenant_id, id),
  foreign key (tenant_id, refund_id) references payment_refunds (tenant_id, id),
  check (commission_minor + held_minor <= gross_minor)
);
comment on column payment_refund_shares.held_minor is 'what of the part comes from a refund that came back, and costs the merchant nothing more';
comment on column payment_refund_shares.reversal_minor is 'what is taken back from the merchant''s account';
comment on column payment_refund_shares.reversal_status is 'none until it is decided where the part comes from';
select protect_tenant_table('payment_refund_shares', 'select, insert, update');

-- Every call to a provider is a row here before it is made: the key it is sent with and the exact
-- body, so that after a crash or a timeout the same call can be made again and have one effect.
create table provider_operations (
  tenant_id       uuid not null,
  id              uuid not null,
  provider        text not null,
  kind            text not null check (kind in
                    ('open_payment', 'cancel_payment', 'refund', 'transfer', 'reversal', 'account')),
  subject_id      uuid not null,
  idempotency_key text not null,
  path            text not null,
  body            text not null,
  status          text not null check (status in ('recorded', 'sent', 'succeeded', 'failed', 'unknown')),
  attempts        integer not null default 0,
  response_status integer,
  object_id       text,
  error_code      text,
  error_message   text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  finished_at     timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, idempotency_key)
);
create index provider_operations_by_subject on provider_operations (tenant_id, subject_id);
create index provider_operations_unfinished on provider_operations (tenant_id, created_at)
  where status in ('recorded', 'sent', 'unknown');
select protect_tenant_table('provider_operations', 'select, insert, update');

-- Signed messages from providers. Global: whose they are is found out afterwards, by asking for the
-- object they speak of; so of the message itself only what finds that object is kept.
create table webhook_events (
  provider     text not null,
  event_id     text not null,
  type         text not null,
  object_id    text not null,
  livemode     boolean not null,
  account_id   text,
  payload      jsonb not null,
  received_at  timestamptz not null,
  status       text not null default 'received' check (status in ('received', 'applied', 'ignored', 'quarantined')),
  available_at timestamptz not null,
  attempts     integer not null default 0,
  tenant_id    uuid,
  note         text,
  primary key (provider, event_id)
);
create index webhook_events_ready on webhook_events (available_at) where status = 'received';
create index webhook_events_old on webhook_events (received_at) where status in ('applied', 'ignored');
grant select, insert, delete, update (status, available_at, attempts, tenant_id, note) on webhook_events to stoa_relay;

-- The outbox, the inbox and the idempotency keys: how a fact leaves a transaction once, and how a
-- repeated request finds the first one's answer.
--
-- What is written for every order, here and in later migrations, does not refer to `tenants` by itself:
-- each reference locks the one row of the tenant, which all of its orders would pass along. Rows of a
-- tenant refer to each other, up to its storefronts and merchants, which refer to `tenants`.

-- Local to its server: never distributed, so that one claim can look across tenants.
create table outbox (
  tenant_id    uuid not null,
  id           uuid not null,
  seq          bigint generated always as identity,
  topic        text not null,
  aggregate    text not null,
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  available_at timestamptz not null default now(),
  attempts     integer not null default 0,
  sent_at      timestamptz,
  dead_at      timestamptz,
  last_error   text,
  primary key (tenant_id, id)
);
comment on column outbox.available_at is 'not before this moment; a claim moves it forward by its lease';
create index outbox_ready on outbox (available_at, seq) where sent_at is null and dead_at is null;
create index outbox_aggregate on outbox (tenant_id, aggregate, seq) where sent_at is null and dead_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;
select protect_tenant_table('outbox', 'insert');
create policy relay_sees_all on outbox to stoa_relay using (true) with check (true);
grant select, delete, update (available_at, attempts, sent_at, dead_at, last_error) on outbox to stoa_relay;
grant insert on outbox to stoa_operator;

create table inbox (
  tenant_id  uuid not null,
  consumer   text not null,
  message_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (tenant_id, consumer, message_id)
);
select protect_tenant_table('inbox', 'select, insert');

create table idempotency_keys (
  tenant_id      uuid not null,
  principal      text not null,
  key            text not null check (length(key) between 1 and 255),
  operation      text not null,
  fingerprint    bytea not null,
  recovery_point text not null default 'started',
  locked_until   timestamptz not null,
  attempt        integer not null default 1,
  status         integer,
  body           jsonb,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  primary key (tenant_id, principal, key)
);
comment on column idempotency_keys.principal is 'who sent the key: an id, never a token';
create index idempotency_keys_expiry on idempotency_keys (tenant_id, expires_at);
select protect_tenant_table('idempotency_keys', 'select, insert, update, delete');

-- Operators reach a tenant's data for an hour at most, for a reason that the tenant reads.

create table operator_access (
  tenant_id    uuid not null references tenants (id),
  id           uuid not null,
  operator_id  uuid not null,
  reason       text not null check (length(reason) between 10 and 1000),
  ticket       text not null check (length(ticket) between 1 and 200),
  may_write    boolean not null,
  token_sha256 bytea not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  primary key (tenant_id, id),
  check (expires_at > created_at and expires_at <= created_at + interval '1 hour')
);
comment on column operator_access.token_sha256 is 'of the token that opens it, which is kept nowhere';
create unique index operator_access_token on operator_access (tenant_id, token_sha256);
select protect_tenant_table('operator_access', 'select, insert, update (ended_at)');
select record_changes('operator_access', '{token_sha256}');

-- Each request: recorded, so that what an operator reads is in the tenant's audit log.
create table operator_access_uses (
  tenant_id uuid not null,
  id        uuid not null,
  access_id uuid not null,
  operation text not null,
  used_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, access_id) references operator_access (tenant_id, id)
);
create index operator_access_uses_of on operator_access_uses (tenant_id, access_id, id);
select protect_tenant_table('operator_access_uses', 'select, insert');
select record_changes('operator_access_uses', '{}');

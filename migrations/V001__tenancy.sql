-- Tenants and the doors that lead to them.
--
-- `tenants`, `hosts` and `publishable_keys` are global: they are what a request is resolved with
-- before its tenant is known. Everything else belongs to one tenant, and `protect_tenant_table`
-- is how it gets its lock.

revoke create on schema public from public;
grant usage on schema public to stoa_app, stoa_relay, stoa_operator, stoa_search;

-- Locks a tenant table: forced row-level security with the one policy every tenant table has, and
-- the named privileges for the role that serves requests. The policy is in its plain form on
-- purpose: a distributed Postgres refuses a sub-select in a policy.
create function protect_tenant_table(tenant_table regclass, app_privileges text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format(
    'create policy tenant_isolation on %s to stoa_app, stoa_operator '
    'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
    'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)',
    tenant_table);
  execute format('grant %s on %s to stoa_app', app_privileges, tenant_table);
end $$;
revoke all on function protect_tenant_table(regclass, text) from public;

create table tenants (
  id         uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name       text not null check (length(name) between 1 and 200),
  status     text not null default 'active' check (status in ('active', 'suspended', 'closed')),
  created_at timestamptz not null,
  -- What makes asking for the same tenant again safe, also under two at once.
  created_by      uuid not null default '00000000-0000-0000-0000-000000000000',
  creation_key    text,
  creation_sha256 bytea not null default '',
  unique (created_by, creation_key)
);
comment on column tenants.created_by is 'the operator; the nil id is the command line';
comment on column tenants.creation_key is 'the Idempotency-Key it came with; none from the command line';
comment on column tenants.creation_sha256 is 'of everything it was created with, but the password';
grant select on tenants to stoa_app, stoa_relay;
grant select, insert, update on tenants to stoa_operator;

create table storefronts (
  tenant_id    uuid not null references tenants (id),
  id           uuid not null,
  slug         text not null,
  name         text not null check (length(name) between 1 and 200),
  tagline      text,
  locale       text not null,
  country      char(2) not null,
  currency     char(3) not null,
  tax_included boolean not null,
  tax_rate_ppm integer not null check (tax_rate_ppm between 0 and 1000000),
  tax_name     text not null,
  brand        jsonb not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
comment on column storefronts.tax_rate_ppm is 'parts per million: 190000 is 19 %';
select protect_tenant_table('storefronts', 'select, update');
grant select, insert, update on storefronts to stoa_operator;

-- A host name leads to exactly one storefront of one tenant; an unknown host leads nowhere.
create table hosts (
  host          text primary key check (host = lower(host) and host !~ '[:/ ]'),
  tenant_id     uuid not null references tenants (id),
  storefront_id uuid not null,
  kind          text not null check (kind in ('subdomain', 'custom')),
  is_primary    boolean not null,
  created_at    timestamptz not null
);
create index hosts_by_storefront on hosts (tenant_id, storefront_id);
grant select on hosts to stoa_app;
grant select, insert, update, delete on hosts to stoa_operator;

-- Publishable keys are no secrets: they name a storefront for an app that has no host of its own.
create table publishable_keys (
  key           text primary key check (key ~ '^pk_[a-z0-9]{24,64}$'),
  tenant_id     uuid not null references tenants (id),
  storefront_id uuid not null,
  created_at    timestamptz not null,
  revoked_at    timestamptz
);
create index publishable_keys_by_storefront on publishable_keys (tenant_id, storefront_id);
grant select on publishable_keys to stoa_app;
grant select, insert, update on publishable_keys to stoa_operator;

create table merchants (
  tenant_id      uuid not null references tenants (id),
  id             uuid not null,
  slug           text not null,
  name           text not null check (length(name) between 1 and 200),
  commission_bps integer not null check (commission_bps between 0 and 10000),
  is_default     boolean not null,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
create unique index merchants_one_default on merchants (tenant_id) where is_default;
select protect_tenant_table('merchants', 'select, update');
grant select, insert, update on merchants to stoa_operator;

-- Numbers that count up without gaps visible to other tenants, such as order numbers.
create table counters (
  tenant_id uuid not null references tenants (id),
  name      text not null,
  value     bigint not null check (value >= 0),
  primary key (tenant_id, name)
);
select protect_tenant_table('counters', 'select, insert, update');
grant insert on counters to stoa_operator;

-- Secret keys of a tenant's programs. What is kept of a key is its hash.
create table api_keys (
  tenant_id    uuid not null references tenants (id),
  id           uuid not null,
  name         text not null check (length(name) between 1 and 200),
  last_four    text not null check (length(last_four) = 4),
  key_sha256   bytea not null check (length(key_sha256) = 32),
  authorities  text[] not null check (cardinality(authorities) > 0),
  networks     text[] not null,
  created_at   timestamptz not null,
  created_by   uuid not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_sha256)
);
comment on column api_keys.authorities is 'what the key may do, each as object:action';
comment on column api_keys.networks is 'addresses that it works from, in CIDR form; none: from everywhere';
comment on column api_keys.created_by is 'the member of the staff who created it';
select protect_tenant_table('api_keys', 'select, insert');
grant update (expires_at, revoked_at, last_used_at) on api_keys to stoa_app;

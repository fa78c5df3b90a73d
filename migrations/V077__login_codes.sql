-- Codes that shoppers sign in with in the place of a password. An account has one at a time.

create table login_codes (
  tenant_id  uuid not null,
  user_id    uuid not null,
  code_hash  bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on column login_codes.code_hash is 'SHA-256 of the account and the code';
create index login_codes_expired on login_codes (expires_at);
select protect_tenant_table('login_codes', 'select, insert, update (code_hash, created_at, expires_at), delete');
create policy relay_forgets on login_codes to stoa_relay using (expires_at < now());
grant select (tenant_id, user_id, expires_at), delete on login_codes to stoa_relay;

-- Sessions, passwords and second factors of staff.

create table staff_sessions (
  tenant_id    uuid not null,
  id           uuid not null,
  staff_id     uuid not null,
  device       text not null check (length(device) <= 300),
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  expires_at   timestamptz not null,
  verified_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_id) references memberships (tenant_id, staff_id) on delete cascade
);
comment on column staff_sessions.verified_at is 'when a second factor was last given in the session';
create index staff_sessions_of_member on staff_sessions (tenant_id, staff_id, last_used_at);
create index staff_sessions_expired on staff_sessions (expires_at);
select protect_tenant_table('staff_sessions',
                            'select, insert, update (last_used_at, expires_at, verified_at), delete');

create table staff_refresh_tokens (
  tenant_id  uuid not null,
  token_hash bytea not null,
  session_id uuid not null,
  issued_at  timestamptz not null,
  used_at    timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, session_id) references staff_sessions (tenant_id, id) on delete cascade
);
create index staff_refresh_tokens_of_session on staff_refresh_tokens (tenant_id, session_id);
select protect_tenant_table('staff_refresh_tokens', 'select, insert, update (used_at)');

create table staff_reset_links (
  tenant_id  uuid not null,
  token_hash bytea not null,
  staff_id   uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, staff_id) references memberships (tenant_id, staff_id) on delete cascade
);
create index staff_reset_links_of_member on staff_reset_links (tenant_id, staff_id);
create index staff_reset_links_expired on staff_reset_links (expires_at);
select protect_tenant_table('staff_reset_links', 'select, insert, delete');

create table staff_settings (
  tenant_id              uuid primary key references tenants (id),
  requires_second_factor boolean not null,
  updated_at             timestamptz not null
);
select protect_tenant_table('staff_settings', 'select, insert, update (requires_second_factor, updated_at)');
select record_changes('staff_settings', '{}');

-- One row a person, whichever tenants they work for. A request sees the rows of its tenant's staff.
create table staff_security (
  staff_id            uuid primary key references staff (id),
  sessions_valid_from timestamptz,
  totp_sealed         bytea,
  totp_enrolled_at    timestamptz,
  totp_last_step      bigint,
  recovery_hashes     bytea[] not null default '{}',
  check (totp_enrolled_at is null or totp_sealed is not null)
);
comment on column staff_security.sessions_valid_from is
  'sessions that began earlier are over, in every tenant: the password was changed';
comment on column staff_security.totp_sealed is 'the encrypted seed; pending until totp_enrolled_at is set';
comment on column staff_security.totp_last_step is 'no code of this time step or an earlier one is taken again';
comment on column staff_security.recovery_hashes is 'SHA-256 of the recovery codes that were not used';
alter table staff_security enable row level security;
alter table staff_security force row level security;
create policy colleagues on staff_security to stoa_app
  using (exists (select from memberships m where m.staff_id = staff_security.staff_id))
  with check (exists (select from memberships m where m.staff_id = staff_security.staff_id));
grant select, insert,
      update (sessions_valid_from, totp_sealed, totp_enrolled_at, totp_last_step, recovery_hashes)
   on staff_security to stoa_app;

-- Gives a member of the transaction's tenant another password.
create function set_staff_password(staff uuid, new_hash text) returns boolean
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with done as (
    update public.staff s
       set password_hash = new_hash
     where s.id = staff
       and exists (select from public.memberships m where m.staff_id = s.id and m.suspended_at is null)
    returning s.id)
  select exists (select from done)
$$;
comment on function set_staff_password is 'gives a member of the transaction''s tenant another password';
revoke execute on function set_staff_password from public;
grant execute on function set_staff_password to stoa_app;

create policy relay_forgets on staff_sessions to stoa_relay using (expires_at < now());
grant select (tenant_id, id, expires_at), delete on staff_sessions to stoa_relay;
create policy relay_forgets on staff_reset_links to stoa_relay using (expires_at < now());
grant select (tenant_id, token_hash, expires_at), delete on staff_reset_links to stoa_relay;

-- Signing in with an account at another company's (OpenID Connect).

create table identity_providers (
  tenant_id     uuid not null references tenants (id),
  id            uuid not null,
  name          text not null check (length(name) between 1 and 100),
  issuer        text not null check (length(issuer) <= 500),
  client_id     text not null check (length(client_id) between 1 and 500),
  secret_sealed bytea not null,
  is_enabled    boolean not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint identity_providers_issuer unique (tenant_id, issuer)
);
comment on column identity_providers.issuer is
  'never changes: whoever answers for it could otherwise sign in as everybody who is linked';
comment on column identity_providers.secret_sealed is 'the encrypted secret of the client';
select protect_tenant_table('identity_providers',
                            'select, insert, update (name, client_id, secret_sealed, is_enabled, updated_at), delete');
select record_changes('identity_providers', '{secret_sealed}');

create table linked_identities (
  tenant_id    uuid not null,
  id           uuid not null,
  user_id      uuid not null,
  provider_id  uuid not null,
  subject      text not null check (length(subject) between 1 and 255),
  email        text not null check (email = lower(email)),
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant_id, id),
  constraint linked_identities_subject unique (tenant_id, provider_id, subject),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  foreign key (tenant_id, provider_id) references identity_providers (tenant_id, id) on delete cascade
);
comment on column linked_identities.email is 'the address that the provider had verified when it was linked';
create index linked_identities_of_user on linked_identities (tenant_id, user_id);
select protect_tenant_table('linked_identities', 'select, insert, update (last_used_at), delete');

-- A browser that was sent to a provider. Once it has come back its code is redeemed, once; when the address has an
-- account already, the row waits for its owner to sign in.
create table social_sign_ins (
  tenant_id     uuid not null,
  state_hash    bytea not null,
  browser_hash  bytea not null,
  storefront_id uuid not null,
  provider_id   uuid not null,
  return_to     text not null check (length(return_to) <= 500),
  created_at    timestamptz not null,
  expires_at    timestamptz not null,
  used_at       timestamptz,
  user_id       uuid,
  subject       text,
  email         text,
  primary key (tenant_id, state_hash),
  constraint social_sign_ins_browser unique (tenant_id, browser_hash),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  foreign key (tenant_id, provider_id) references identity_providers (tenant_id, id) on delete cascade,
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  check ((user_id is null) = (subject is null) and (user_id is null) = (email is null)),
  check (user_id is null or used_at is not null)
);
comment on column social_sign_ins.state_hash is 'SHA-256 of the state that the provider sends back';
comment on column social_sign_ins.browser_hash is
  'SHA-256 of the token that only the browser has, which the nonce and the PKCE verifier are made from';
comment on column social_sign_ins.user_id is 'the account that the verified address has, which may link the identity';
create index social_sign_ins_of_provider on social_sign_ins (tenant_id, provider_id);
create index social_sign_ins_of_user on social_sign_ins (tenant_id, user_id);
create index social_sign_ins_expired on social_sign_ins (expires_at);
select protect_tenant_table('social_sign_ins', 'select, insert, update (used_at, expires_at, user_id, subject, email), delete');
create policy relay_forgets on social_sign_ins to stoa_relay using (expires_at < now());
grant select (tenant_id, state_hash, expires_at), delete on social_sign_ins to stoa_relay;

-- An account that was opened with a provider has a password that nobody knows.
alter table users add column has_password boolean not null default true;
comment on column users.has_password is 'whether its owner has chosen the password';
grant update (has_password) on users to stoa_app;
drop trigger audit_change on users;
select record_changes('users', '{email, first_name, last_name, password_hash, has_password, note}');

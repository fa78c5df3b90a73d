-- The newsletter: whoever asks for it confirms it by a letter. Whoever has no account is a subscriber.

create table newsletter_subscribers (
  tenant_id  uuid not null references tenants (id),
  id         uuid not null,
  email      text not null check (email = lower(email)),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);
comment on table newsletter_subscribers is 'addresses without an account that have answered; what holds is the newest of their consents';
select protect_tenant_table('newsletter_subscribers', 'select, insert, delete');
select record_changes('newsletter_subscribers', '{email}');

-- An answer is an account's or a subscriber's. Those of a subscriber go over when the address gets an account.
alter table consents
  alter column user_id drop not null,
  add column subscriber_id uuid,
  add constraint consents_of_subscriber foreign key (tenant_id, subscriber_id)
    references newsletter_subscribers (tenant_id, id) on delete cascade,
  add constraint consents_of_somebody check ((user_id is null) <> (subscriber_id is null)),
  add constraint consents_of_subscribers_newsletter
    check (subscriber_id is null or purpose = 'marketing_email'),
  drop constraint consents_source_check,
  add constraint consents_source_check
    check (source in ('sign_up', 'account', 'newsletter', 'unsubscribe_link'));
create index consents_by_subscriber on consents (tenant_id, subscriber_id, id desc)
  where subscriber_id is not null;

-- The links of letters: one confirms once, the other ends the newsletter as often as it is followed.
create table newsletter_links (
  tenant_id  uuid not null references tenants (id),
  token_hash bytea not null check (length(token_hash) = 32),
  purpose    text not null check (purpose in ('confirm', 'unsubscribe')),
  email      text not null check (email = lower(email)),
  user_id    uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on column newsletter_links.user_id is 'whose account the address was of; it may have another one since';
create index newsletter_links_by_email on newsletter_links (tenant_id, email);
create index newsletter_links_of_user on newsletter_links (tenant_id, user_id) where user_id is not null;
create index newsletter_links_expired on newsletter_links (expires_at);
select protect_tenant_table('newsletter_links', 'select, insert, delete');
create policy relay_forgets on newsletter_links to stoa_relay using (expires_at < now());
grant select (tenant_id, token_hash, expires_at), delete on newsletter_links to stoa_relay;

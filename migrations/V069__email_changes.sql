-- A shopper's account gets another e-mail address: asked for, confirmed by whoever reads the new one, and
-- for 72 hours taken back by whoever reads the old one.
create table email_changes (
  tenant_id    uuid not null,
  id           uuid not null,
  user_id      uuid not null,
  old_email    text not null check (old_email = lower(old_email)),
  new_email    text not null check (new_email = lower(new_email)),
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  expires_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
comment on column email_changes.expires_at is 'until when it can be confirmed; once it is, taken back';
create index email_changes_of_user on email_changes (tenant_id, user_id);
create index email_changes_expired on email_changes (expires_at);
select protect_tenant_table('email_changes',
  'select, insert, update (old_email, confirmed_at, expires_at), delete');

-- The links of its letters. Each is good for one purpose, and as long as the change is.
create table email_change_links (
  tenant_id  uuid not null,
  token_hash bytea not null,
  change_id  uuid not null,
  purpose    text not null check (purpose in ('confirm', 'undo')),
  created_at timestamptz not null,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, change_id) references email_changes (tenant_id, id) on delete cascade
);
comment on column email_change_links.token_hash is 'SHA-256 of the token in the link';
create index email_change_links_of_change on email_change_links (tenant_id, change_id);
select protect_tenant_table('email_change_links', 'select, insert, delete');

create policy relay_forgets on email_changes to stoa_relay using (expires_at < now());
grant select (tenant_id, id, expires_at), delete on email_changes to stoa_relay;

grant update (email, email_verified_at) on users to stoa_app;
alter table mail_slots drop constraint mail_slots_purpose_check;
alter table mail_slots add constraint mail_slots_purpose_check
  check (purpose in ('sign_up', 'reset', 'owner', 'email_change'));

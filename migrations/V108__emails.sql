-- E-mails that were handed to a provider, with a copy of what each says that opens nothing.

create table emails (
  tenant_id     uuid not null,
  id            uuid not null,
  mail_id       uuid not null,
  storefront_id uuid not null,
  kind          text not null check (length(kind) between 1 and 40),
  recipient     text,
  order_id      uuid,
  user_id       uuid,
  news          jsonb,
  resend_of     uuid,
  outcome       text not null
                check (outcome in ('queued', 'sent', 'bounced', 'complained', 'refused', 'suppressed', 'obsolete')),
  provider      text check (length(provider) between 1 and 20),
  subject       text,
  body_text     text,
  body_html     text,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, mail_id),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  check (recipient is not null or order_id is not null),
  check ((body_text is null) = (body_html is null))
);
comment on column emails.mail_id is 'by which the provider and mailboxes know it: an e-mail that is written again has the same';
comment on column emails.recipient is 'null when it went to the address of its order, which is in the order alone';
comment on column emails.user_id is 'the account that the address belonged to, when it is not the account''s own address';
comment on column emails.news is 'what about the order it tells; with it the e-mail can be written anew';
comment on column emails.resend_of is 'the e-mail that staff sent again, which may be forgotten by now';
comment on column emails.body_text is 'without tokens and codes; null when an e-mail is made of them';
create index emails_to on emails (tenant_id, recipient collate "C", id desc) where recipient is not null;
create index emails_of_order on emails (tenant_id, order_id, id desc) where order_id is not null;
create index emails_of_user on emails (tenant_id, user_id) where user_id is not null;
create index emails_again on emails (tenant_id, resend_of) where resend_of is not null;
select protect_tenant_table('emails',
  'select, insert, delete, update (outcome, provider, subject, body_text, body_html, user_id)');
select record_changes('emails', '{recipient, subject, body_text, body_html}');

create index emails_old on emails (created_at);
create policy relay_forgets on emails to stoa_relay using (created_at < now() - interval '90 days');
grant select (tenant_id, id, created_at), delete on emails to stoa_relay;

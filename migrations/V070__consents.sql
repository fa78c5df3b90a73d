-- What shoppers have agreed to: said once, never changed. What holds is the newest row of a purpose.
create table consents (
  tenant_id     uuid not null,
  id            uuid not null,
  user_id       uuid not null,
  purpose       text not null check (purpose in ('terms', 'marketing_email', 'marketing_sms')),
  is_given      boolean not null,
  terms_version text check (length(terms_version) between 1 and 50),
  source        text not null check (source in ('sign_up', 'account')),
  storefront_id uuid not null,
  recorded_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  check ((purpose = 'terms') = (terms_version is not null)),
  check (is_given or purpose <> 'terms')
);
create index consents_of_user on consents (tenant_id, user_id, purpose, id desc);
select protect_tenant_table('consents', 'select, insert');

alter table signup_requests
  add column terms_version text check (length(terms_version) between 1 and 50),
  add column wants_email boolean not null default false,
  add column wants_sms boolean not null default false;
comment on column signup_requests.terms_version is 'of the terms that were accepted; none: the storefront did not say';

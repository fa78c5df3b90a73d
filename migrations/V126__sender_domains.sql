-- Domains that a tenant sends e-mail from, and the address of each storefront.

create table sender_domains (
  tenant_id     uuid not null references tenants (id),
  id            uuid not null,
  domain        text not null check (domain = lower(domain) and length(domain) between 3 and 200),
  selector      text not null check (length(selector) between 1 and 63),
  public_key    text not null,
  key_sealed    bytea not null,
  state         text not null check (state in ('pending', 'verified', 'failing')),
  dkim_state    text not null check (dkim_state in ('unchecked', 'missing', 'wrong', 'ok')),
  dkim_found    text check (length(dkim_found) <= 1000),
  spf_state     text not null check (spf_state in ('unchecked', 'missing', 'wrong', 'ok')),
  spf_found     text check (length(spf_found) <= 1000),
  dmarc_state   text not null check (dmarc_state in ('unchecked', 'missing', 'wrong', 'ok')),
  dmarc_found   text check (length(dmarc_found) <= 1000),
  verified_at   timestamptz,
  checked_at    timestamptz,
  next_check_at timestamptz not null,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  constraint sender_domains_domain unique (tenant_id, domain),
  check ((state = 'verified') = (verified_at is not null)),
  check (state <> 'verified' or dkim_state = 'ok')
);
comment on column sender_domains.public_key is 'the p= of the record, which proves that the tenant controls the domain';
comment on column sender_domains.key_sealed is 'the encrypted private key, PKCS #1 in PEM form';
comment on column sender_domains.dkim_found is 'what was found instead, when it is wrong';
comment on column sender_domains.next_check_at is 'when the worker looks the records up again';
-- A verified domain is one tenant's. A claim that is pending or failing is in nobody's way: only those who have published
-- their key can meet this index.
create unique index sender_domains_one_tenant on sender_domains (domain) where state = 'verified';
select protect_tenant_table('sender_domains',
                            'select, insert, delete, update (state, dkim_state, dkim_found, spf_state, spf_found, dmarc_state, '
                            'dmarc_found, verified_at, checked_at, next_check_at, key_sealed)');
select record_changes('sender_domains', '{key_sealed}');

-- Without a row a storefront writes from the platform's address.
create table storefront_senders (
  tenant_id        uuid not null,
  storefront_id    uuid not null,
  address          text check (length(address) between 3 and 254),
  sender_domain_id uuid,
  reply_to         text check (length(reply_to) between 3 and 254),
  primary key (tenant_id, storefront_id),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  constraint storefront_senders_domain foreign key (tenant_id, sender_domain_id) references sender_domains (tenant_id, id),
  check ((address is null) = (sender_domain_id is null))
);
create index storefront_senders_of_domain on storefront_senders (tenant_id, sender_domain_id);
select protect_tenant_table('storefront_senders', 'select, insert, update (address, sender_domain_id, reply_to)');
select record_changes('storefront_senders', '{address, reply_to}');

-- Text messages about parcels, to shoppers who agreed to them.

alter table consents drop constraint consents_purpose_check,
  add constraint consents_purpose_check
    check (purpose in ('terms', 'marketing_email', 'marketing_sms', 'order_updates_sms'));

-- What a tenant wants of its text messages. Without a row none are sent.
create table sms_settings (
  tenant_id             uuid primary key references tenants (id),
  is_enabled            boolean not null,
  quiet_from            time,
  quiet_until           time,
  time_zone             text not null check (length(time_zone) between 1 and 64),
  monthly_segment_limit integer not null check (monthly_segment_limit >= 0),
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until)
);
comment on column sms_settings.time_zone is 'of the quiet hours and of months, by its IANA name';
select protect_tenant_table('sms_settings', 'select, insert, update');
select record_changes('sms_settings');

-- Messages that the provider was asked to send. Neither the number nor the text is kept.
create table text_messages (
  tenant_id      uuid not null,
  id             uuid not null,
  order_id       uuid not null,
  fulfillment_id uuid not null,
  news           text not null check (news in ('shipped', 'delivered')),
  status         text not null check (status in ('sending', 'sent', 'delivered', 'failed')),
  segments       integer not null check (segments > 0),
  provider_id    text check (length(provider_id) between 1 and 64),
  error_code     integer,
  created_at     timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, fulfillment_id, news),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  foreign key (tenant_id, fulfillment_id) references fulfillments (tenant_id, id)
);
comment on column text_messages.status is 'sending: committed before the provider is asked, and stays when its answer is lost';
create index text_messages_of_month on text_messages (tenant_id, created_at);
create index text_messages_of_order on text_messages (tenant_id, order_id);
select protect_tenant_table('text_messages', 'select, insert, delete, update (status, provider_id, error_code)');

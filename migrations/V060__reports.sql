-- Reports: what was sold, given back and earned, by day. Derived from orders and the ledger, and made again from
-- them at any time; nothing reads the live tables for a report.

-- What a tenant wants of its reports.
create table report_settings (
  tenant_id uuid primary key references tenants (id),
  time_zone text not null check (length(time_zone) between 1 and 64)
);
comment on column report_settings.time_zone is 'whose midnight a day begins at, by its IANA name';
select protect_tenant_table('report_settings', 'select, insert, update (time_zone)');
select record_changes('report_settings');

-- How far a tenant's reports are. Whoever writes one of the tables below locks this row first.
create table report_states (
  tenant_id     uuid primary key references tenants (id),
  time_zone     text not null,
  run           bigint not null default 0,
  is_rebuilding boolean not null default false,
  as_of         timestamptz
);
comment on column report_states.time_zone is 'the one that the days were counted in';
comment on column report_states.run is 'which rebuild is the last; messages of earlier ones are stale';
comment on column report_states.as_of is 'moves with every change, and never back';
-- Orders that are there already are counted by the worker.
insert into report_states (tenant_id, time_zone, run, is_rebuilding) select id, 'UTC', 1, true from tenants;
select protect_tenant_table('report_states', 'select, insert, update');

-- What one order adds to the days, so that it can be taken out and put in again.
create table report_entries (
  tenant_id        uuid not null,
  order_id         uuid not null,
  dimension        text not null check (dimension in ('country', 'merchant', 'product')),
  member           text not null collate "C",
  day              date not null,
  storefront_id    uuid not null,
  currency         char(3) not null,
  orders           bigint not null,
  units            bigint not null,
  net_minor        bigint not null,
  shipping_minor   bigint not null,
  tax_minor        bigint not null,
  refunds_minor    bigint not null,
  disputes_minor   bigint not null,
  commission_minor bigint not null,
  fees_minor       bigint not null,
  earnings_minor   bigint not null,
  primary key (tenant_id, order_id, dimension, member, day),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
comment on column report_entries.member is 'a country''s code, or the id of a merchant or product; empty for what has none';
select protect_tenant_table('report_entries', 'select, insert, delete');

-- The sums of these entries: what reports read. Each dimension has all of the money once.
create table report_days (
  tenant_id        uuid not null,
  dimension        text not null,
  storefront_id    uuid not null,
  currency         char(3) not null,
  day              date not null,
  member           text not null collate "C",
  orders           bigint not null,
  units            bigint not null,
  net_minor        bigint not null,
  shipping_minor   bigint not null,
  tax_minor        bigint not null,
  refunds_minor    bigint not null,
  disputes_minor   bigint not null,
  commission_minor bigint not null,
  fees_minor       bigint not null,
  earnings_minor   bigint not null,
  primary key (tenant_id, dimension, day, storefront_id, currency, member),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id)
);
select protect_tenant_table('report_days', 'select, insert, update, delete');

alter table outbox no force row level security;
insert into outbox (tenant_id, id, topic, aggregate, payload, lane)
select id, gen_random_uuid(), 'reports.rebuild_due', 'reports',
       '{"type": "reports_rebuild_due", "run": 1, "after": null}', 'search'
  from tenants;
alter table outbox force row level security;

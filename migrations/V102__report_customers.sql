-- Customers: how many order, how many come back, and what the cohorts of a month do later.

-- Of guests, analytics keeps no address: only a digest that means nothing without this.
alter table report_states add column customer_salt bytea not null
  default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
comment on column report_states.customer_salt is 'what the addresses of guests are hashed with';

-- Who placed each paid order, so that it can be taken out and put in again.
create table report_customer_orders (
  tenant_id   uuid not null,
  order_id    uuid not null,
  customer    uuid not null,
  day         date not null,
  currency    char(3) not null,
  gross_minor bigint not null,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
comment on column report_customer_orders.customer is 'the account, or of a guest a digest of tenant and address';
create index report_customer_orders_of_customer
  on report_customer_orders (tenant_id, customer) include (day, currency, gross_minor);
select protect_tenant_table('report_customer_orders', 'select, insert, delete');

-- The sums of these: what reports read.
create table report_customer_periods (
  tenant_id     uuid not null references tenants (id),
  period        text not null check (period in ('day', 'week', 'month')),
  starts_on     date not null,
  customers     bigint not null,
  new_customers bigint not null,
  orders        bigint not null,
  primary key (tenant_id, period, starts_on)
);
select protect_tenant_table('report_customer_periods', 'select, insert, update, delete');

create table report_cohorts (
  tenant_id uuid not null references tenants (id),
  cohort    date not null,
  month     date not null,
  customers bigint not null,
  orders    bigint not null,
  primary key (tenant_id, cohort, month)
);
comment on column report_cohorts.cohort is 'the first day of the month of a customer''s first order';
select protect_tenant_table('report_cohorts', 'select, insert, update, delete');

create table report_cohort_sales (
  tenant_id   uuid not null references tenants (id),
  cohort      date not null,
  month       date not null,
  currency    char(3) not null,
  orders      bigint not null,
  gross_minor bigint not null,
  primary key (tenant_id, cohort, month, currency)
);
select protect_tenant_table('report_cohort_sales', 'select, insert, update, delete');

-- The worker counts every order again, unless it is about to, and the reports stay readable meanwhile. Who is not counted again yet is in
-- none of these.
alter table outbox no force row level security;
alter table report_states no force row level security;
insert into outbox (tenant_id, id, topic, aggregate, payload, lane)
select s.tenant_id, gen_random_uuid(), 'reports.rebuild_due', 'reports',
       jsonb_build_object('type', 'reports_rebuild_due', 'run', s.run, 'after', null), 'search'
  from report_states s
 where not exists (select from outbox o
                    where o.tenant_id = s.tenant_id and o.topic = 'reports.rebuild_due' and o.dead_at is null
                      and o.payload->'after' = 'null'::jsonb);
alter table report_states force row level security;
alter table outbox force row level security;

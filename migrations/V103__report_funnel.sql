-- The funnel: what was looked at, put into carts, ordered and paid, by day, and why checkout refused. Counters only:
-- no row is of an event, a visit or a person.

alter table report_settings add column events_need_consent boolean not null default true;
comment on column report_settings.events_need_consent is
  'whether browsers'' events count only when the client says that the visitor agreed';
grant update (events_need_consent) on report_settings to stoa_app;

create table report_funnel_days (
  tenant_id     uuid not null,
  day           date not null,
  storefront_id uuid not null,
  step          text not null check (step in ('product_viewed', 'cart_started', 'checkout_started', 'order_placed',
                                              'order_paid', 'checkout_refused')),
  reason        text not null collate "C" check (length(reason) <= 80),
  times         bigint not null,
  marks         integer not null check (marks between 0 and 65536),
  revision      bigint not null,
  primary key (tenant_id, day, storefront_id, step, reason),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id)
);
comment on column report_funnel_days.reason is 'why checkout refused; empty for other steps';
comment on column report_funnel_days.marks is 'how many bits of the day''s visits are set; what they come to is estimated from it';
comment on column report_funnel_days.revision is 'moves with every change, so that the sum of several does, too';
select protect_tenant_table('report_funnel_days', 'select, insert, update');

-- The visits of a day and a step: 65,536 bits in 64 rows. Each visit sets the one that its digest falls on, and so do
-- many others. Rows of two days before are deleted.
create table report_visit_marks (
  tenant_id     uuid not null,
  day           date not null,
  storefront_id uuid not null,
  step          text not null check (step in ('product_viewed', 'checkout_started')),
  chunk         integer not null check (chunk between 0 and 63),
  bits          bytea not null check (length(bits) = 128),
  primary key (tenant_id, day, storefront_id, step, chunk),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id)
);
select protect_tenant_table('report_visit_marks', 'select, insert, update, delete');

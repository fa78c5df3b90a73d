-- Sales by category: a dimension of the days, which has all of the money once like the others.

alter table report_entries drop constraint report_entries_dimension_check;
alter table report_entries add constraint report_entries_dimension_check
  check (dimension in ('country', 'merchant', 'product', 'category'));
comment on column report_entries.member is
  'a country''s code, or the id of a merchant, product or category; empty for what has none';

-- The worker counts every order again, and the days stay readable meanwhile: each order is taken out and put in again
-- in one transaction. What is not counted again yet is of no category, and not in this report.
alter table outbox no force row level security;
alter table report_states no force row level security;
insert into outbox (tenant_id, id, topic, aggregate, payload, lane)
select tenant_id, gen_random_uuid(), 'reports.rebuild_due', 'reports',
       jsonb_build_object('type', 'reports_rebuild_due', 'run', run, 'after', null), 'search'
  from report_states;
alter table report_states force row level security;
alter table outbox force row level security;

-- Sums of whole months: what reports over years read, so that they stay as fast as reports over weeks.

create table report_months (
  tenant_id        uuid not null,
  dimension        text not null,
  storefront_id    uuid not null,
  currency         char(3) not null,
  month            date not null check (extract(day from month) = 1),
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
  primary key (tenant_id, dimension, month, storefront_id, currency, member),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id)
);
select protect_tenant_table('report_months', 'select');

-- Whoever writes days, the months follow: by a trigger, which runs with the owner's rights.
create policy recorder on report_months to stoa_owner using (true) with check (true);
create function follow_report_days() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  day public.report_days;
begin
  if public.is_restoring() then
    return null;
  end if;
  if tg_op = 'DELETE' then day := old; else day := new; end if;
  insert into public.report_months as m
         (tenant_id, dimension, storefront_id, currency, month, member, orders, units, net_minor, shipping_minor, tax_minor,
          refunds_minor, disputes_minor, commission_minor, fees_minor, earnings_minor)
  values (day.tenant_id, day.dimension, day.storefront_id, day.currency, date_trunc('month', day.day::timestamp)::date, day.member,
          coalesce(new.orders, 0) - coalesce(old.orders, 0), coalesce(new.units, 0) - coalesce(old.units, 0),
          coalesce(new.net_minor, 0) - coalesce(old.net_minor, 0),
          coalesce(new.shipping_minor, 0) - coalesce(old.shipping_minor, 0),
          coalesce(new.tax_minor, 0) - coalesce(old.tax_minor, 0),
          coalesce(new.refunds_minor, 0) - coalesce(old.refunds_minor, 0),
          coalesce(new.disputes_minor, 0) - coalesce(old.disputes_minor, 0),
          coalesce(new.commission_minor, 0) - coalesce(old.commission_minor, 0),
          coalesce(new.fees_minor, 0) - coalesce(old.fees_minor, 0),
          coalesce(new.earnings_minor, 0) - coalesce(old.earnings_minor, 0))
  on conflict (tenant_id, dimension, month, storefront_id, currency, member) do update
     set orders = m.orders + excluded.orders,
         units = m.units + excluded.units,
         net_minor = m.net_minor + excluded.net_minor,
         shipping_minor = m.shipping_minor + excluded.shipping_minor,
         tax_minor = m.tax_minor + excluded.tax_minor,
         refunds_minor = m.refunds_minor + excluded.refunds_minor,
         disputes_minor = m.disputes_minor + excluded.disputes_minor,
         commission_minor = m.commission_minor + excluded.commission_minor,
         fees_minor = m.fees_minor + excluded.fees_minor,
         earnings_minor = m.earnings_minor + excluded.earnings_minor;
  return null;
end $$;
revoke execute on function follow_report_days from public;
create trigger followed after insert or update or delete on report_days
  for each row execute function follow_report_days();

alter table report_days no force row level security;
insert into report_months
select tenant_id, dimension, storefront_id, currency, date_trunc('month', day::timestamp)::date, member, sum(orders), sum(units),
       sum(net_minor), sum(shipping_minor), sum(tax_minor), sum(refunds_minor), sum(disputes_minor), sum(commission_minor),
       sum(fees_minor), sum(earnings_minor)
  from report_days
 group by 1, 2, 3, 4, 5, 6;
alter table report_days force row level security;

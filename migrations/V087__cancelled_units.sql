-- Units of a paid order that will not be shipped: cancelled by staff, put back into stock or not, refunded or not. A unit is
-- shipped or cancelled, never both.

alter table order_lines add column cancelled_quantity integer not null default 0;
alter table order_lines drop constraint order_lines_not_overfulfilled,
  add constraint order_lines_not_overfulfilled
    check (fulfilled_quantity >= 0 and cancelled_quantity >= 0 and fulfilled_quantity + cancelled_quantity <= quantity);
comment on column order_lines.cancelled_quantity is 'units in cancellations; they are not shipped';
grant update (cancelled_quantity) on order_lines to stoa_app;

create table cancellations (
  tenant_id    uuid not null,
  id           uuid not null,
  order_id     uuid not null,
  reason       text not null check (length(reason) <= 500),
  is_restocked boolean not null,
  refund_id    uuid,
  created_at   timestamptz not null,
  created_by   text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id),
  foreign key (tenant_id, refund_id) references refunds (tenant_id, id)
);
comment on column cancellations.is_restocked is 'the units went back into stock, in the same transaction';
comment on column cancellations.refund_id is 'the refund of the units, if their money goes back';
create index cancellations_by_order on cancellations (tenant_id, order_id);
select protect_tenant_table('cancellations', 'select, insert');
select record_changes('cancellations');

create table cancellation_lines (
  tenant_id       uuid not null,
  cancellation_id uuid not null,
  line_id         uuid not null,
  quantity        integer not null check (quantity > 0),
  primary key (tenant_id, cancellation_id, line_id),
  foreign key (tenant_id, cancellation_id) references cancellations (tenant_id, id),
  foreign key (tenant_id, line_id) references order_lines (tenant_id, id)
);
select protect_tenant_table('cancellation_lines', 'select, insert');
select record_changes('cancellation_lines');

-- What is cancelled need not be shipped.
create or replace function fulfillment_status_of(of_order uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when sum(l.fulfilled_quantity) = 0 then 'unfulfilled'
              when sum(l.fulfilled_quantity) < sum(l.quantity - l.cancelled_quantity) then 'partially_fulfilled'
              else 'fulfilled' end
    from public.order_lines l
   where l.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and l.order_id = of_order
  having nullif(current_setting('app.merchant_id', true), '') is null
         or bool_or(l.merchant_id = nullif(current_setting('app.merchant_id', true), '')::uuid)
$$;

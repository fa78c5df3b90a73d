-- People who work for one merchant of a tenant. Their transactions run as `stoa_merchant`, which has a policy and a grant only on
-- what a merchant may see; everything else does not exist for them. The role that serves all other requests keeps its plain policies.
-- Roles are made before the first migration, see deploy/roles.sql.

grant usage on schema public to stoa_merchant;

alter table memberships add column merchant_id uuid;
alter table memberships drop constraint memberships_role_check;
alter table memberships
  add constraint memberships_role_check check (role in ('owner', 'administrator', 'catalogue_manager', 'order_manager', 'support',
                                                        'analyst', 'merchant_owner', 'merchant_staff')),
  add constraint memberships_merchant_fkey foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
  add constraint memberships_of_merchants
    check (coalesce(role in ('merchant_owner', 'merchant_staff'), false) = (merchant_id is not null));
comment on column memberships.merchant_id is 'whose staff this is; absent for the tenant''s own';
create index memberships_merchant on memberships (tenant_id, merchant_id) where merchant_id is not null;
grant update (merchant_id) on memberships to stoa_app;

alter table staff_invitations add column merchant_id uuid;
alter table staff_invitations drop constraint staff_invitations_role_check;
alter table staff_invitations
  add constraint staff_invitations_role_check check (role in ('owner', 'administrator', 'catalogue_manager', 'order_manager', 'support',
                                                              'analyst', 'merchant_owner', 'merchant_staff')),
  add constraint staff_invitations_merchant_fkey foreign key (tenant_id, merchant_id) references merchants (tenant_id, id),
  add constraint staff_invitations_of_merchants
    check (coalesce(role in ('merchant_owner', 'merchant_staff'), false) = (merchant_id is not null));

drop function staff_members();
create function staff_members()
returns table (id uuid, email text, name text, role text, role_id uuid, created_at timestamptz,
               suspended_at timestamptz, merchant_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.email, s.name, m.role, m.role_id, m.created_at, m.suspended_at, m.merchant_id
    from public.memberships m
    join public.staff s on s.id = m.staff_id
   order by m.created_at, s.id
$$;
comment on function staff_members is 'the staff of the transaction''s tenant';
revoke execute on function staff_members from public;
grant execute on function staff_members to stoa_app;

-- Letters about the tenant's business are not for the staff of one merchant.
create or replace function staff_holding(roles text[], role_ids uuid[])
returns table (email text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.email, s.name
    from public.memberships m
    join public.staff s on s.id = m.staff_id
   where m.suspended_at is null and m.merchant_id is null and (m.role = any (roles) or m.role_id = any (role_ids))
   order by s.email
$$;

-- An order's status follows from the lines of all merchants, of which the staff of one see theirs.
create policy fulfillment on order_lines for select to stoa_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create function fulfillment_status_of(of_order uuid) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when sum(l.fulfilled_quantity) = 0 then 'unfulfilled'
              when sum(l.fulfilled_quantity) < sum(l.quantity) then 'partially_fulfilled'
              else 'fulfilled' end
    from public.order_lines l
   where l.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and l.order_id = of_order
  having nullif(current_setting('app.merchant_id', true), '') is null
         or bool_or(l.merchant_id = nullif(current_setting('app.merchant_id', true), '')::uuid)
$$;
comment on function fulfillment_status_of is 'the status that follows from all lines of an order of the transaction''s tenant';
revoke execute on function fulfillment_status_of from public;
grant execute on function fulfillment_status_of to stoa_app, stoa_merchant;

-- Shows `stoa_merchant` the rows of a tenant table that are the merchant's, and lets it do no more than what is named.
create function show_to_merchant(tenant_table regclass, whose text, privileges text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  rule text := format('tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid and (%s)',
                      replace(whose, 'MERCHANT', 'nullif(current_setting(''app.merchant_id'', true), '''')::uuid'));
begin
  execute format('create policy merchant_isolation on %s to stoa_merchant using (%s) with check (%s)', tenant_table, rule, rule);
  execute format('grant %s on %s to stoa_merchant', privileges, tenant_table);
end $$;
revoke all on function show_to_merchant(regclass, text, text) from public;

-- The merchant and what it sells.
select show_to_merchant('merchants', 'id = MERCHANT', 'select');
select show_to_merchant('connected_accounts', 'merchant_id = MERCHANT', 'select');
select show_to_merchant('products', 'merchant_id = MERCHANT', 'select, insert, update');
select show_to_merchant('variants',
  'exists (select from products p where p.tenant_id = variants.tenant_id and p.id = variants.product_id)', 'select, insert, update');
select show_to_merchant('product_options',
  'exists (select from products p where p.tenant_id = product_options.tenant_id and p.id = product_options.product_id)',
  'select, insert, update, delete');
select show_to_merchant('product_categories',
  'exists (select from products p where p.tenant_id = product_categories.tenant_id and p.id = product_categories.product_id)',
  'select, insert, delete');
select show_to_merchant('images',
  'exists (select from products p where p.tenant_id = images.tenant_id and p.id = images.product_id)', 'select, insert, update, delete');
select show_to_merchant('product_prices',
  'exists (select from products p where p.tenant_id = product_prices.tenant_id and p.id = product_prices.product_id)',
  'select, insert, update, delete');
select show_to_merchant('prices',
  'exists (select from variants v where v.tenant_id = prices.tenant_id and v.id = prices.variant_id)', 'select, insert, update, delete');
select show_to_merchant('stock_levels',
  'exists (select from variants v where v.tenant_id = stock_levels.tenant_id and v.id = stock_levels.variant_id)',
  'select, insert, update, delete');
select show_to_merchant('reservations',
  'exists (select from variants v where v.tenant_id = reservations.tenant_id and v.id = reservations.variant_id)', 'select');
-- The tenant's own: the tree of categories, and whether stock keeping units are unique.
select show_to_merchant('categories', 'true', 'select');
select show_to_merchant('catalog_settings', 'true', 'select');

-- Its part of orders: never what the purchase costs altogether, nor who made it, but where to send it.
select show_to_merchant('order_lines', 'merchant_id = MERCHANT', 'select, update (fulfilled_quantity)');
select show_to_merchant('order_shares', 'merchant_id = MERCHANT', 'select');
select show_to_merchant('orders',
  'exists (select from order_lines l where l.tenant_id = orders.tenant_id and l.order_id = orders.id)',
  'select (tenant_id, id, number, storefront_id, status, currency, shipping_address, placed_at, paid_at, cancelled_at), '
  'update (fulfillment_status)');
select show_to_merchant('fulfillments', 'merchant_id = MERCHANT', 'select, insert, update (status, delivered_at, cancelled_at)');
select show_to_merchant('fulfillment_lines',
  'exists (select from order_lines l where l.tenant_id = fulfillment_lines.tenant_id and l.id = fulfillment_lines.line_id)',
  'select, insert');
create index order_shares_by_merchant on order_shares (tenant_id, merchant_id, order_id desc);

-- Its money.
select show_to_merchant('payment_shares', 'merchant_id = MERCHANT', 'select');
select show_to_merchant('payments',
  'exists (select from payment_shares s where s.tenant_id = payments.tenant_id and s.payment_id = payments.id)',
  'select (tenant_id, id, order_id, status, currency)');
select show_to_merchant('transfers', 'merchant_id = MERCHANT', 'select');
select show_to_merchant('ledger_accounts', 'owner_id = MERCHANT', 'select');
select show_to_merchant('ledger_postings',
  'exists (select from ledger_accounts a where a.tenant_id = ledger_postings.tenant_id and a.id = ledger_postings.account_id)', 'select');
grant select on ledger_balances to stoa_merchant;

-- What happened is told to others; a repeated request finds the answer of the first one of the same person.
select show_to_merchant('outbox', 'true', 'insert');
select show_to_merchant('idempotency_keys', 'principal = current_setting(''app.principal'', true)', 'select, insert, update, delete');

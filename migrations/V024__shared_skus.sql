-- Shops give several variants one stock keeping unit. A tenant that does not want that says so, and
-- then no two variants that are sold have the same one.

create table catalog_settings (
  tenant_id   uuid not null references tenants (id),
  unique_skus boolean not null default false,
  primary key (tenant_id)
);
comment on table catalog_settings is 'a tenant without a row has the defaults';
select protect_tenant_table('catalog_settings', 'select, insert, update');

-- Whoever writes variants shares a lock of the tenant with others, and whoever changes the setting
-- has it alone: no variant is written under a setting that is no longer true. The index decides
-- between two variants that are written at once.
alter table variants add column unique_sku text;
comment on column variants.unique_sku is 'the sku if the tenant wants it unique';
drop index variants_sku_key;
create index variants_by_sku on variants (tenant_id, sku) where sku is not null;
create unique index variants_unique_sku_key on variants (tenant_id, unique_sku)
  where archived_at is null;

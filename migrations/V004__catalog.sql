-- What a tenant sells.

create table categories (
  tenant_id uuid not null references tenants (id),
  id        uuid not null,
  slug      text not null,
  name      text not null check (length(name) between 1 and 200),
  parent_id uuid,
  depth     smallint not null check (depth between 1 and 8),
  position  integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, parent_id) references categories (tenant_id, id)
);
select protect_tenant_table('categories', 'select, insert, update, delete');

create table products (
  tenant_id        uuid not null,
  id               uuid not null,
  merchant_id      uuid not null,
  slug             text not null check (length(slug) between 1 and 255),
  title            text not null check (length(title) between 1 and 255),
  description_html text not null default '',
  vendor           text not null default '',
  product_type     text not null default '',
  tags             text[] not null default '{}',
  status           text not null check (status in ('draft', 'active', 'archived')),
  seo_title        text,
  seo_description  text,
  import_digest    bytea,
  version          integer not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);
comment on column products.import_digest is 'digest of the rows this product was last imported from';
create index products_active on products (tenant_id, id desc) where status = 'active';
create index products_active_title on products (tenant_id, title, id) where status = 'active';
select protect_tenant_table('products', 'select, insert, update, delete');

-- A product is in its category and in every one above it.
create table product_categories (
  tenant_id   uuid not null,
  category_id uuid not null,
  product_id  uuid not null,
  primary key (tenant_id, category_id, product_id),
  foreign key (tenant_id, category_id) references categories (tenant_id, id) on delete cascade,
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
create index product_categories_by_product on product_categories (tenant_id, product_id);
select protect_tenant_table('product_categories', 'select, insert, delete');

create table product_options (
  tenant_id  uuid not null,
  product_id uuid not null,
  position   smallint not null check (position between 1 and 3),
  name       text not null check (length(name) between 1 and 255),
  primary key (tenant_id, product_id, position),
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
select protect_tenant_table('product_options', 'select, insert, update, delete');

create table variants (
  tenant_id         uuid not null,
  id                uuid not null,
  product_id        uuid not null,
  sku               text check (length(sku) between 1 and 255),
  title             text not null check (length(title) <= 1000),
  option_values     text[] not null,
  position          integer not null,
  barcode           text,
  weight_grams      integer not null default 0 check (weight_grams >= 0),
  requires_shipping boolean not null default true,
  is_taxable        boolean not null default true,
  image_id          uuid,
  archived_at       timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
comment on column variants.title is 'its option values; empty when its product has no options';
-- An archived variant gives its stock keeping unit and its options free.
create unique index variants_sku_key on variants (tenant_id, sku) where archived_at is null;
create unique index variants_options_key on variants (tenant_id, product_id, option_values)
  where archived_at is null;
create index variants_by_product on variants (tenant_id, product_id, position);
select protect_tenant_table('variants', 'select, insert, update, delete');

-- An explicit amount for each variant and currency; no amount in a currency, not for sale in it.
create table prices (
  tenant_id        uuid not null,
  variant_id       uuid not null,
  currency         char(3) not null,
  amount_minor     bigint not null check (amount_minor between 0 and 9007199254740991),
  compare_at_minor bigint check (compare_at_minor between 0 and 9007199254740991),
  primary key (tenant_id, variant_id, currency),
  foreign key (tenant_id, variant_id) references variants (tenant_id, id) on delete cascade
);
select protect_tenant_table('prices', 'select, insert, update, delete');

-- The lowest price among a product's variants, kept by the catalogue so that lists sort by index.
create table product_prices (
  tenant_id        uuid not null,
  product_id       uuid not null,
  currency         char(3) not null,
  min_minor        bigint not null,
  max_minor        bigint not null,
  compare_at_minor bigint,
  primary key (tenant_id, product_id, currency),
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
create index product_prices_by_amount on product_prices (tenant_id, currency, min_minor, product_id);
select protect_tenant_table('product_prices', 'select, insert, update, delete');

create table images (
  tenant_id    uuid not null,
  id           uuid not null,
  product_id   uuid not null,
  position     integer not null,
  source       text not null,
  object_key   text,
  content_type text,
  width        integer,
  height       integer,
  alt          text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
comment on column images.source is 'where the import found it: a path beside the file, or an address';
comment on column images.object_key is 'where the object store keeps it; none while only its address is known';
create index images_by_product on images (tenant_id, product_id, position);
select protect_tenant_table('images', 'select, insert, update, delete');

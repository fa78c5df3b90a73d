-- Versions of a storefront's brand kit: one is being worked on, one is what shoppers see, the others were.
-- How the published one looks is in storefronts.brand too: every request reads it.
create table brand_versions (
  tenant_id          uuid not null,
  storefront_id      uuid not null,
  version            integer not null check (version > 0),
  status             text not null check (status in ('draft', 'published', 'replaced')),
  brand              jsonb not null,
  texts              jsonb not null check (jsonb_typeof(texts) = 'object'),
  pages              jsonb not null check (jsonb_typeof(pages) = 'array'),
  saved_at           timestamptz not null,
  published_at       timestamptz,
  preview_sha256     bytea check (length(preview_sha256) = 32),
  preview_expires_at timestamptz,
  primary key (tenant_id, storefront_id, version),
  foreign key (tenant_id, storefront_id) references storefronts (tenant_id, id),
  check ((status = 'draft') = (published_at is null)),
  check ((preview_sha256 is null) = (preview_expires_at is null)),
  check (preview_sha256 is null or status = 'draft')
);
comment on column brand_versions.preview_sha256 is 'of the token of the link that shows the draft';
create unique index brand_versions_one_draft on brand_versions (tenant_id, storefront_id) where status = 'draft';
create unique index brand_versions_one_published on brand_versions (tenant_id, storefront_id) where status = 'published';
select protect_tenant_table('brand_versions', 'select, insert, update, delete');

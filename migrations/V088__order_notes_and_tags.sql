-- What staff keep about orders: notes, tags, and which orders are put away.

alter table orders add column archived_at timestamptz;
comment on column orders.archived_at is 'since when lists leave the order out, unless they are asked for archived ones';

create table order_notes (
  tenant_id  uuid not null,
  id         uuid not null,
  order_id   uuid not null,
  text       text not null check (length(text) between 1 and 5000),
  author     text not null,
  created_at timestamptz not null,
  edited_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
comment on table order_notes is 'for the staff; shoppers never see them';
create index order_notes_by_order on order_notes (tenant_id, order_id);
select protect_tenant_table('order_notes', 'select, insert, update (text, edited_at), delete');
select record_changes('order_notes', '{text}');

create table order_tags (
  tenant_id uuid not null,
  order_id  uuid not null,
  tag       text not null check (length(tag) between 1 and 40),
  primary key (tenant_id, order_id, tag),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
create index order_tags_by_tag on order_tags (tenant_id, tag, order_id);
select protect_tenant_table('order_tags', 'select, insert, delete');
select record_changes('order_tags');

-- Orders whose shopper is asked for reviews, once.

create table review_invitations (
  tenant_id  uuid not null,
  order_id   uuid not null,
  due_at     timestamptz not null,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
select protect_tenant_table('review_invitations', 'select, insert');

-- What the staff does about reviews is recorded, without the words of shoppers.
select record_changes('reviews', '{author_name, appeal}');
select record_changes('review_settings');

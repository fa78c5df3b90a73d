-- When the money of an order is taken: at once, by hand, or when everything is shipped. Until it is taken the shopper's bank has
-- set it aside: the payment and its order are authorized.

-- What the tenant wants of new orders.
create table payment_settings (
  tenant_id uuid primary key references tenants (id),
  capture   text not null check (capture in ('automatic', 'manual', 'on_fulfillment'))
);
select protect_tenant_table('payment_settings', 'select, insert, update (capture)');
select record_changes('payment_settings');

alter table orders
  add column capture        text not null default 'automatic' check (capture in ('automatic', 'manual', 'on_fulfillment')),
  add column authorized_at  timestamptz,
  add column capture_before timestamptz,
  add column payment_action text check (payment_action in ('capture', 'cancel')),
  drop constraint orders_status_check,
  add constraint orders_status_check
    check (status in ('pending_payment', 'authorized', 'paid', 'refunded', 'cancelled')) not valid,
  drop constraint orders_payment_status_check,
  add constraint orders_payment_status_check
    check (payment_status in ('unpaid', 'authorized', 'paid', 'partially_refunded', 'refunded')) not valid;
alter table orders validate constraint orders_status_check;
alter table orders validate constraint orders_payment_status_check;
comment on column orders.capture is 'when its money is taken; what the tenant wanted when it was placed';
comment on column orders.authorized_at is 'since when the bank has set the money aside; none when it was taken at once';
comment on column orders.capture_before is 'the bank''s promise ends at this moment';
comment on column orders.payment_action is 'what the provider is being asked for: until the answer is known, nothing is shipped or cancelled';
grant select (authorized_at, capture, payment_action) on orders to stoa_merchant;

alter table refunds add column is_left_out boolean not null default false;
comment on column refunds.is_left_out is 'its payment was not captured yet: the capture leaves it out';

alter table payments
  add column capture_method text not null default 'automatic' check (capture_method in ('automatic', 'manual')),
  add column capture_before timestamptz,
  add column captured_minor bigint,
  drop constraint payments_status_check,
  add constraint payments_status_check check (status in
    ('created', 'open', 'action_required', 'processing', 'authorized', 'succeeded', 'cancelled', 'failed')) not valid,
  add constraint payments_captured check (captured_minor between 1 and amount_minor);
alter table payments validate constraint payments_status_check;
comment on column payments.captured_minor is 'what the provider was asked to take; none: the whole amount';

alter table payment_refunds
  drop constraint payment_refunds_origin_check,
  add constraint payment_refunds_origin_check check (origin in ('stoa', 'provider', 'dispute', 'left_out'));

alter table provider_operations
  drop constraint provider_operations_kind_check,
  add constraint provider_operations_kind_check check (kind in
    ('open_payment', 'capture_payment', 'cancel_payment', 'refund', 'transfer', 'reversal', 'account'));

-- Refunds that were made at the provider, without us: rows like those of our own.

alter table payment_refunds
  add column origin text not null default 'stoa' check (origin in ('stoa', 'provider', 'dispute'));
comment on column payment_refunds.origin is
  'whose idea it was: stoa''s own, somebody''s at the provider, or a shopper''s bank, whose dispute has taken the money away';

-- What an order's refund takes of each merchant's part, when that is not what its lines and shipping come to:
-- everything that is left after money went back by other ways.
create table refund_shares (
  tenant_id       uuid not null,
  refund_id       uuid not null,
  merchant_id     uuid not null,
  goods_net_minor bigint not null check (goods_net_minor >= 0),
  gross_minor     bigint not null check (gross_minor >= goods_net_minor),
  primary key (tenant_id, refund_id, merchant_id),
  foreign key (tenant_id, refund_id) references refunds (tenant_id, id),
  foreign key (tenant_id, merchant_id) references merchants (tenant_id, id)
);
select protect_tenant_table('refund_shares', 'select, insert');

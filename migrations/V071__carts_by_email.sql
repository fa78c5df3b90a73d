-- A shopper's address is taken out of carts when the account is deleted.
create index carts_by_email on carts (tenant_id, email) where email is not null;

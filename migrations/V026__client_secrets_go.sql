-- Whoever has a payment's client secret can read the payment at the provider. It is no longer kept: the
-- provider is asked for it again. The column stays, empty, while programs of the release before may run.
alter table payments no force row level security;
update payments set client_secret = null where client_secret is not null;
alter table payments force row level security;

-- Answers that are kept for repeated requests had it too. Without its answer, the same request finds the
-- same order and the same payment.
alter table idempotency_keys no force row level security;
delete from idempotency_keys where body ? 'client_secret';
alter table idempotency_keys force row level security;

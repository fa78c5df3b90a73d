-- Which trace a message belongs to, when the request that caused it is traced (W3C Trace Context).
alter table outbox add column traceparent text check (length(traceparent) = 55);

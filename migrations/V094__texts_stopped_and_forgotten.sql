-- Shoppers who answer STOP to a text message, and rows of text messages that nobody needs any more.

alter table consents
  drop constraint consents_source_check,
  add constraint consents_source_check
    check (source in ('sign_up', 'account', 'newsletter', 'unsubscribe_link', 'text_message'));

create index text_messages_old on text_messages (created_at);
create policy relay_forgets on text_messages to stoa_relay using (created_at < now() - interval '400 days');
grant select (tenant_id, id, created_at), delete on text_messages to stoa_relay;

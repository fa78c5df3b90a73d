//! Rows that are forgotten, one of each kind.

/// Two tenants with what rows of all kinds refer to.
pub(super) const SHOP: &str = "
  insert into storefronts (tenant_id, id, slug, name, locale, country, currency, tax_included, tax_rate_ppm,
                           tax_name, brand, created_at)
  select id, id, slug, name, 'de-DE', 'DE', 'EUR', true, 0, 'VAT', '{}', now() from tenants;
  insert into merchants (tenant_id, id, slug, name, commission_bps, is_default, created_at)
  select id, id, slug, name, 0, true, now() from tenants;
  insert into products (tenant_id, id, merchant_id, slug, title, status, created_at, updated_at)
  select id, id, id, slug, name, 'active', now(), now() from tenants;
  insert into variants (tenant_id, id, product_id, title, option_values, position)
  select id, id, id, name, '{}', 1 from tenants;
  insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at, created_at)
  select id, id, 'a@b.test', 'A', 'B', '', now(), now() from tenants;
  insert into sessions (tenant_id, id, user_id, device, created_at, last_used_at, expires_at)
  select id, id, id, '', now(), now(), now() + interval '1 day' from tenants;";

/// For each kind, what inserts a row whose age counts from `{at}` into each tenant; `{n}` is a number of
/// its own. What is counted afterwards: the table, and which of its rows.
pub(super) const ROWS: &[(&str, &str, &str)] = &[
    (
        "idempotency_keys",
        "insert into idempotency_keys (tenant_id, principal, key, operation, fingerprint, locked_until,
                                       created_at, expires_at)
         select id, 'cart_1', 'k{n}', 'checkout', '', now(), now(), {at} from tenants",
        "idempotency_keys",
    ),
    (
        "signups",
        "insert into signups (tenant_id, email, first_name, last_name, password_hash, created_at, expires_at)
         select id, 'a{n}@b.test', 'A', 'B', '', now(), {at} from tenants",
        "signups",
    ),
    (
        "signup_links",
        "insert into signup_links (tenant_id, token_hash, email, created_at, expires_at)
         select id, '\\x0{n}', 'a@b.test', now(), {at} from tenants",
        "signup_links",
    ),
    (
        "signup_requests",
        "insert into signup_requests (tenant_id, id, email, first_name, last_name, password_hash, is_mailed,
                                      created_at, expires_at)
         select id, gen_random_uuid(), 'a@b.test', 'A', 'B', '', true, now(), {at} from tenants",
        "signup_requests",
    ),
    (
        "reset_links",
        "insert into reset_links (tenant_id, token_hash, user_id, created_at, expires_at)
         select id, '\\x0{n}', id, now(), {at} from tenants",
        "reset_links",
    ),
    (
        "email_changes",
        "insert into email_changes (tenant_id, id, user_id, old_email, new_email, created_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, id, 'a{n}@b.test', 'c{n}@b.test', now(), {at} from tenants;
         insert into email_change_links (tenant_id, token_hash, change_id, purpose, created_at)
         select id, '\\x0{n}', md5(id::text || '{n}')::uuid, 'confirm', now() from tenants",
        "email_changes join email_change_links on change_id = email_changes.id",
    ),
    (
        "mail_slots",
        "insert into mail_slots (tenant_id, address_hash, purpose, taken_at, expires_at)
         select id, '\\x0{n}', 'reset', now(), {at} from tenants",
        "mail_slots",
    ),
    (
        "password_resets",
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at,
                            created_at)
         select id, md5(id::text || '{n}')::uuid, '{n}@b.test', 'A', 'B', '', now(), now() from tenants;
         insert into password_resets (tenant_id, user_id, token_hash, created_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, '\\x0{n}', now(), {at} from tenants",
        "password_resets",
    ),
    (
        "sessions",
        "insert into sessions (tenant_id, id, user_id, device, created_at, last_used_at, expires_at)
         select id, gen_random_uuid(), id, '{n}', now(), now(), {at} from tenants",
        "sessions where device <> ''",
    ),
    (
        "login_codes",
        "insert into users (tenant_id, id, email, first_name, last_name, password_hash, email_verified_at,
                            created_at)
         select id, md5(id::text || 'code{n}')::uuid, 'code{n}@b.test', 'A', 'B', '', now(), now() from tenants;
         insert into login_codes (tenant_id, user_id, code_hash, created_at, expires_at)
         select id, md5(id::text || 'code{n}')::uuid, '\\x0{n}', now(), {at} from tenants",
        "login_codes",
    ),
    (
        "order_codes",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, created_at, updated_at)
         select id, md5(id::text || '{n}')::uuid, id, '', 'EUR', now(), now() from tenants;
         insert into orders (tenant_id, id, number, storefront_id, cart_id, quote_hash, token_hash, status,
                             payment_status, email, currency, tax_included, tax_rate_ppm, tax_name, items_minor,
                             shipping_minor, tax_minor, total_minor, placed_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, {n}, id, md5(id::text || '{n}')::uuid, '', '', 'paid', 'paid', 'a@b.test',
                'EUR', true, 0, 'VAT', 1, 0, 0, 1, now(), now() from tenants;
         insert into order_codes (tenant_id, order_id, code_hash, tries_left, created_at, expires_at)
         select id, md5(id::text || '{n}')::uuid, sha256('{n}'), 5, now(), {at} from tenants",
        "order_codes",
    ),
    (
        "newsletter_links",
        "insert into newsletter_links (tenant_id, token_hash, purpose, email, created_at, expires_at)
         select id, sha256('{n}'), 'confirm', 'a@b.test', now(), {at} from tenants",
        "newsletter_links",
    ),
    (
        "social_sign_ins",
        "insert into identity_providers (tenant_id, id, name, issuer, client_id, secret_sealed, is_enabled,
                                         created_at, updated_at)
         select id, md5(id::text || 'idp{n}')::uuid, 'P', 'https://{n}.test', 'c', '', true, now(), now() from tenants;
         insert into social_sign_ins (tenant_id, state_hash, browser_hash, storefront_id, provider_id, return_to,
                                      created_at, expires_at)
         select id, '\\x0{n}', '\\x0{n}', id, md5(id::text || 'idp{n}')::uuid, '/', now(), {at} from tenants",
        "social_sign_ins",
    ),
    (
        "staff_sessions",
        "insert into staff (id, email, name, password_hash, created_at)
         values (md5('s{n}')::uuid, 's{n}@b.test', 'S', '', now()) on conflict do nothing;
         insert into memberships (tenant_id, staff_id, role, created_at)
         select id, md5('s{n}')::uuid, 'analyst', now() from tenants on conflict do nothing;
         insert into staff_sessions (tenant_id, id, staff_id, device, created_at, last_used_at, expires_at)
         select id, gen_random_uuid(), md5('s{n}')::uuid, '', now(), now(), {at} from tenants",
        "staff_sessions",
    ),
    (
        "staff_switches",
        "insert into staff_switches (tenant_id, token_hash, expires_at)
         select id, '\\x0{n}', {at} from tenants",
        "staff_switches",
    ),
    (
        "emails",
        "insert into emails (tenant_id, id, mail_id, storefront_id, kind, recipient, outcome, created_at)
         select id, md5(id::text || 'e{n}')::uuid, md5(id::text || 'e{n}')::uuid, id, 'password_changed', 'a@b.test',
                'sent', {at}
           from tenants",
        "emails",
    ),
    (
        "stock_alerts",
        "insert into stock_alerts (tenant_id, id, variant_id, kind, occurred_at)
         select id, gen_random_uuid(), id, 'sold_out', {at} from tenants",
        "stock_alerts",
    ),
    (
        "text_messages",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, created_at, updated_at)
         select id, md5(id::text || 't{n}')::uuid, id, '', 'EUR', now(), now() from tenants;
         insert into orders (tenant_id, id, number, storefront_id, cart_id, quote_hash, token_hash, status,
                             payment_status, email, currency, tax_included, tax_rate_ppm, tax_name, items_minor,
                             shipping_minor, tax_minor, total_minor, placed_at, expires_at)
         select id, md5(id::text || 't{n}')::uuid, 9{n}, id, md5(id::text || 't{n}')::uuid, '', '', 'paid', 'paid',
                'a@b.test', 'EUR', true, 0, 'VAT', 1, 0, 0, 1, now(), now() from tenants;
         insert into fulfillments (tenant_id, id, order_id, merchant_id, status, created_at, created_by)
         select id, md5(id::text || 't{n}')::uuid, md5(id::text || 't{n}')::uuid, id, 'shipped', now(), 'staff'
           from tenants;
         insert into text_messages (tenant_id, id, order_id, fulfillment_id, news, status, segments, created_at)
         select id, md5(id::text || 't{n}')::uuid, md5(id::text || 't{n}')::uuid, md5(id::text || 't{n}')::uuid,
                'shipped', 'sent', 1, {at} from tenants",
        "text_messages",
    ),
    (
        "staff_reset_links",
        "insert into staff (id, email, name, password_hash, created_at)
         values (md5('s{n}')::uuid, 's{n}@b.test', 'S', '', now()) on conflict do nothing;
         insert into memberships (tenant_id, staff_id, role, created_at)
         select id, md5('s{n}')::uuid, 'analyst', now() from tenants on conflict do nothing;
         insert into staff_reset_links (tenant_id, token_hash, staff_id, created_at, expires_at)
         select id, '\\x0{n}', md5('s{n}')::uuid, now(), {at} from tenants",
        "staff_reset_links",
    ),
    (
        "refresh_tokens",
        "insert into refresh_tokens (tenant_id, token_hash, session_id, issued_at, consumed_at)
         select id, '\\x0{n}', id, now(), {at} from tenants",
        "refresh_tokens",
    ),
    (
        "unused_carts",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, created_at, updated_at)
         select id, gen_random_uuid(), id, '', 'EUR', {at}, {at} from tenants",
        "carts",
    ),
    (
        "carts",
        "insert into carts (tenant_id, id, storefront_id, token_hash, currency, version, created_at, updated_at)
         select id, md5(id::text || '{n}')::uuid, id, '', 'EUR', 2, {at} - interval '9 days', {at} from tenants;
         insert into cart_lines (tenant_id, id, cart_id, variant_id, quantity, title, variant_title,
                                 unit_price_minor)
         select id, gen_random_uuid(), md5(id::text || '{n}')::uuid, id, 1, '', '', 1 from tenants",
        "carts join cart_lines on cart_id = carts.id",
    ),
    (
        "reservations",
        "insert into reservations (tenant_id, order_id, variant_id, quantity, status, expires_at)
         select id, gen_random_uuid(), id, 1, ending, {at}
           from tenants, unnest(array['released', 'converted']) as endings (ending)",
        "reservations",
    ),
    (
        "dead_messages",
        "insert into outbox (tenant_id, id, topic, aggregate, payload, dead_at)
         select id, gen_random_uuid(), 'topic', 'aggregate', '{}', {at} from tenants",
        "outbox",
    ),
    (
        "inbox",
        "insert into inbox (tenant_id, consumer, message_id, handled_at)
         select id, 'consumer', gen_random_uuid(), {at} from tenants",
        "inbox",
    ),
    (
        "webhooks",
        "insert into webhook_events (provider, event_id, type, object_id, livemode, payload, received_at, status,
                                     available_at)
         select 'stripe', status || '{n}', 'type', '', false, '{}', {at}, status, now()
           from unnest(array['applied', 'ignored']) status",
        "webhook_events",
    ),
    (
        "quarantined_webhooks",
        "insert into webhook_events (provider, event_id, type, object_id, livemode, payload, received_at, status,
                                     available_at)
         select 'stripe', slug || '{n}', 'type', '', false, '{}', now() - interval '1 year', 'quarantined', {at}
           from tenants",
        "webhook_events",
    ),
];

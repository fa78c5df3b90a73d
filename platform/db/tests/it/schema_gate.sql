-- The isolation gate: every row is a defect. Run by a superuser on the migrated schema.
with rel as (
  select c.oid, c.relkind, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
         c.relowner, c.relacl, c.relispartition, c.reloptions,
         case n.nspname when 'public' then c.relname::text else n.nspname || '.' || c.relname end as relname,
         (select a.attnum from pg_attribute a
           where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant_column,
         exists (select from pg_attribute a
                  where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull) as tenant_not_null
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
   where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'p', 'v', 'm', 'f')
),
-- Global tables. An addition needs a second reader: what is in it is visible to every request.
--   tenants, hosts, publishable_keys   a request is resolved with them before its tenant is known
--   staff, operators                   identities that belong to no tenant
--   staff_security                     of a person of several tenants; its policy shows those of the tenant's staff
--   webhook_events                     whose they are is found out after they came; only the relay reads them
--   ledger_comparison, ledger_positions, ledger_totals
--                                      sums over all tenants, for the platform's own people; no request reads them
--   refinery_schema_history            which migrations were applied
global (relname) as (values ('tenants'), ('hosts'), ('publishable_keys'), ('staff'), ('staff_security'), ('operators'), ('webhook_events'),
                            ('ledger_comparison'), ('ledger_positions'), ('ledger_totals'), ('refinery_schema_history')),
tenant_table as (
  select rel.* from rel
   where relkind in ('r', 'p') and relname not in (select relname from global)
),
-- Everything that is granted on global tables to anybody but their owner, and on tenant tables to
-- the relay and to merchants' staff: no more than the statements need, and no less.
expected (role, relname, privilege) as (
  select role, relname, unnest(privileges) from (values
    ('stoa_app',      'tenants',          array['select']),
    ('stoa_operator', 'tenants',          array['select', 'insert']),
    ('stoa_app',      'hosts',            array['select']),
    ('stoa_operator', 'hosts',            array['select', 'insert', 'update (is_primary)']),
    ('stoa_app',      'publishable_keys', array['select']),
    ('stoa_operator', 'publishable_keys', array['select', 'insert']),
    -- hashes are read through functions, one at a time
    ('stoa_operator', 'staff',            array['select (id)', 'select (email)', 'insert']),
    ('stoa_app',      'staff_security',   array['select', 'insert', 'update (sessions_valid_from)', 'update (totp_sealed)',
                                                'update (totp_enrolled_at)', 'update (totp_last_step)',
                                                'update (recovery_hashes)']),
    ('stoa_operator', 'operators',        array['select (id)', 'select (email)', 'select (name)', 'insert',
                                                'update (name)', 'update (password_hash)', 'select (totp_sealed)',
                                                'select (totp_enrolled_at)', 'select (totp_last_step)',
                                                'select (recovery_hashes)', 'update (totp_sealed)',
                                                'update (totp_enrolled_at)', 'update (totp_last_step)',
                                                'update (recovery_hashes)']),
    ('stoa_relay',    'webhook_events',   array['select', 'insert', 'delete', 'update (status)', 'update (available_at)',
                                                'update (attempts)', 'update (tenant_id)', 'update (note)']),
    -- how far the ledger's running totals reach is the function's alone
    ('stoa_relay',    'ledger_comparison', array['select (due_at)', 'select (as_of)', 'update (due_at)', 'update (as_of)']),
    ('stoa_relay',    'ledger_positions', array['select', 'insert', 'update']),
    ('stoa_app',      'refinery_schema_history', array['select']),
    ('stoa_relay',    'outbox',           array['select', 'delete', 'update (available_at)', 'update (attempts)',
                                                'update (dead_at)', 'update (last_error)', 'update (postponed)',
                                                'update (payload)']),
    ('stoa_relay',    'inbox',            array['select', 'delete']),
    ('stoa_relay',    'signups',          array['delete', 'select (tenant_id)', 'select (email)', 'select (expires_at)']),
    ('stoa_relay',    'signup_requests',  array['delete', 'select (tenant_id)', 'select (id)', 'select (expires_at)']),
    ('stoa_relay',    'signup_links',     array['delete', 'select (tenant_id)', 'select (token_hash)', 'select (expires_at)']),
    ('stoa_relay',    'reset_links',      array['delete', 'select (tenant_id)', 'select (token_hash)', 'select (expires_at)']),
    ('stoa_relay',    'email_changes',    array['delete', 'select (tenant_id)', 'select (id)', 'select (expires_at)']),
    ('stoa_relay',    'mail_slots',       array['delete', 'select (tenant_id)', 'select (address_hash)', 'select (purpose)', 'select (expires_at)']),
    ('stoa_relay',    'password_resets',  array['delete', 'select (tenant_id)', 'select (user_id)', 'select (expires_at)']),
    ('stoa_relay',    'sessions',         array['delete', 'select (tenant_id)', 'select (id)', 'select (expires_at)']),
    ('stoa_relay',    'login_codes',      array['delete', 'select (tenant_id)', 'select (user_id)', 'select (expires_at)']),
    ('stoa_relay',    'newsletter_links', array['delete', 'select (tenant_id)', 'select (token_hash)', 'select (expires_at)']),
    ('stoa_relay',    'order_codes',      array['delete', 'select (tenant_id)', 'select (order_id)', 'select (expires_at)']),
    ('stoa_relay',    'social_sign_ins',  array['delete', 'select (tenant_id)', 'select (state_hash)', 'select (expires_at)']),
    ('stoa_relay',    'staff_sessions',   array['delete', 'select (tenant_id)', 'select (id)', 'select (expires_at)']),
    ('stoa_relay',    'staff_reset_links', array['delete', 'select (tenant_id)', 'select (token_hash)', 'select (expires_at)']),
    ('stoa_relay',    'emails',           array['delete', 'select (tenant_id)', 'select (id)', 'select (created_at)']), ('stoa_relay', 'text_messages', array['delete', 'select (tenant_id)', 'select (id)', 'select (created_at)']),
    ('stoa_relay',    'staff_switches', array['delete', 'select (tenant_id)', 'select (token_hash)', 'select (expires_at)']),  ('stoa_relay', 'stock_alerts', array['delete', 'select (tenant_id)', 'select (id)', 'select (occurred_at)']),
    ('stoa_relay',    'carts',            array['delete', 'select (tenant_id)', 'select (id)', 'select (version)',
                                                'select (created_at)', 'select (updated_at)']),
    ('stoa_relay',    'refresh_tokens',   array['delete', 'select (tenant_id)', 'select (token_hash)', 'select (consumed_at)']),
    ('stoa_relay',    'reservations',     array['delete', 'select (tenant_id)', 'select (order_id)', 'select (variant_id)',
                                                'select (expires_at)']),
    ('stoa_relay',    'idempotency_keys', array['delete', 'select (tenant_id)', 'select (principal)', 'select (key)',
                                                'select (expires_at)']),
    -- what the staff of one merchant see and do
    ('stoa_merchant', 'merchants',           array['select']),
    ('stoa_merchant', 'connected_accounts',  array['select']),
    ('stoa_merchant', 'products',            array['select', 'insert', 'update']),
    ('stoa_merchant', 'variants',            array['select', 'insert', 'update']),
    ('stoa_merchant', 'product_options',     array['select', 'insert', 'update', 'delete']),
    ('stoa_merchant', 'product_categories',  array['select', 'insert', 'delete']),
    ('stoa_merchant', 'images',              array['select', 'insert', 'update', 'delete']),
    ('stoa_merchant', 'product_prices',      array['select', 'insert', 'update', 'delete']),
    ('stoa_merchant', 'prices',              array['select', 'insert', 'update', 'delete']),
    ('stoa_merchant', 'stock_levels',        array['select', 'insert', 'update', 'delete']),
    ('stoa_merchant', 'reservations',        array['select']),
    ('stoa_merchant', 'locations',           array['select']),
    ('stoa_merchant', 'location_stock',      array['select']),
    ('stoa_merchant', 'stock_movements',     array['select', 'insert']), ('stoa_merchant', 'stock_alerts', array['select']),
    ('stoa_merchant', 'categories',          array['select']),
    ('stoa_merchant', 'catalog_settings',    array['select']),
    ('stoa_merchant', 'order_shares',        array['select']), ('stoa_merchant', 'order_terms', array['insert']),
    ('stoa_merchant', 'fulfillment_lines',   array['select', 'insert']),
    ('stoa_merchant', 'payment_shares',      array['select']), ('stoa_merchant', 'transfers', array['select']),
    ('stoa_merchant', 'ledger_accounts',     array['select']), ('stoa_merchant', 'ledger_postings', array['select']),
    ('stoa_merchant', 'outbox',              array['insert']),
    ('stoa_merchant', 'idempotency_keys',    array['select', 'insert', 'update', 'delete']),
    ('stoa_merchant', 'order_lines',         array['select', 'update (fulfilled_quantity)']),
    ('stoa_merchant', 'fulfillments',        array['select', 'insert', 'update (status)', 'update (delivered_at)',
                                               'update (cancelled_at)']),
    ('stoa_merchant', 'reviews', array['select', 'update (answer)', 'update (answered_by)', 'update (answered_at)', 'update (answer_edited_at)']),
    ('stoa_merchant', 'review_texts',        array['select']), ('stoa_merchant', 'review_pictures', array['select']),
    -- never what a purchase costs altogether, nor who made it
    ('stoa_merchant', 'orders',              array['select (tenant_id)', 'select (id)', 'select (number)', 'select (storefront_id)',
                                               'select (status)', 'select (currency)', 'select (shipping_address)', 'select (placed_at)',
                                               'select (paid_at)', 'select (cancelled_at)', 'select (authorized_at)', 'select (capture)', 'select (payment_action)', 'update (fulfillment_status)']),
    ('stoa_merchant', 'payments',            array['select (tenant_id)', 'select (id)', 'select (order_id)', 'select (status)',
                                               'select (currency)'])
  ) as list (role, relname, privileges)
),
granted (role, relname, privilege) as (
  select case found.grantee when 0 then 'public' else pg_get_userbyid(found.grantee)::text end,
         found.relname, found.privilege
    from (select relname, relowner, grantee, lower(privilege_type) as privilege
            from rel, aclexplode(coalesce(relacl, acldefault('r', relowner)))
          union all
          select relname, relowner, grantee, lower(privilege_type) || ' (' || attname || ')'
            from rel join pg_attribute a on a.attrelid = rel.oid and not a.attisdropped,
                 aclexplode(a.attacl)) found
   where found.grantee <> found.relowner
     and (found.relname in (select relname from global)
          or found.grantee in (to_regrole('stoa_relay'), to_regrole('stoa_merchant'))
             and found.relname in (select relname from tenant_table))
),
-- What the relay sees of tenant tables: every message, and otherwise what may be forgotten.
relay_policy (relname, polname, text) as (values
  ('outbox', 'relay_sees_all', 'true'),
  ('inbox', 'relay_forgets', '(handled_at < (now() - ''1 day''::interval))'),
  ('idempotency_keys', 'relay_forgets', '(expires_at < now())'),
  ('signups', 'relay_forgets', '(expires_at < now())'),
  ('signup_requests', 'relay_forgets', '(expires_at < now())'),
  ('signup_links', 'relay_forgets', '(expires_at < now())'), ('stock_alerts', 'relay_forgets', '(occurred_at < (now() - ''90 days''::interval))'),
  ('reset_links', 'relay_forgets', '(expires_at < now())'),
  ('email_changes', 'relay_forgets', '(expires_at < now())'),
  ('mail_slots', 'relay_forgets', '(expires_at < now())'),
  ('password_resets', 'relay_forgets', '(expires_at < now())'),
  ('sessions', 'relay_forgets', '(expires_at < now())'),
  ('login_codes', 'relay_forgets', '(expires_at < now())'),
  ('order_codes', 'relay_forgets', '(expires_at < now())'),
  ('newsletter_links', 'relay_forgets', '(expires_at < now())'),
  ('social_sign_ins', 'relay_forgets', '(expires_at < now())'),
  ('staff_sessions', 'relay_forgets', '(expires_at < now())'),
  ('staff_reset_links', 'relay_forgets', '(expires_at < now())'),
  ('staff_switches', 'relay_forgets', '(expires_at < now())'),
  ('emails', 'relay_forgets', '(created_at < (now() - ''90 days''::interval))'),  ('text_messages', 'relay_forgets', '(created_at < (now() - ''400 days''::interval))'),
  ('refresh_tokens', 'relay_forgets', '(consumed_at < (now() - ''30 days''::interval))'),
  ('reservations', 'relay_forgets',
   '((status <> ''active''::text) AND (expires_at < (now() - ''30 days''::interval)))'),
  ('carts', 'relay_forgets',
   '((status = ''open''::text) AND (order_id IS NULL) AND ((updated_at < (now() - ''30 days''::interval)) '
   'OR ((version = 1) AND (updated_at < (now() - ''7 days''::interval)))))')
),
-- What functions that run with the owner's rights see of tenant tables.
owner_policy (relname, polname, text) as (values
  ('search_documents', 'search', 'true'),
  ('search_terms', 'search', 'true'),
  ('locations', 'recorder', 'true'), ('location_stock', 'recorder', 'true'),
  ('stock_movements', 'recorder', 'true'), ('stock_levels', 'recorder', 'true'), ('report_months', 'recorder', 'true'), ('stock_alerts', 'recorder', 'true'),
  ('product_groups', 'search', '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)'),
  ('customer_group_members', 'search', '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)'),
  ('memberships', 'credentials', '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)'),
  ('memberships', 'of_person', '(staff_id = (NULLIF(current_setting(''app.staff_id''::text, true), ''''::text))::uuid)'),
  ('staff_invitations', 'enrolment', '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)'),
  ('order_lines', 'fulfillment', '(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)'),
  ('ledger_accounts', 'comparison', '(code = ''stripe_clearing''::text)'),
  ('ledger_transactions', 'comparison', 'true'),
  ('ledger_postings', 'comparison', 'true'),
  ('audit_entries', 'recorder', 'true'),
  ('audit_changes', 'recorder', 'true'),
  ('audit_heads', 'recorder', 'true')
),
-- Tables whose changes by staff, programs and operators are not recorded:
--   how work is passed on and kept from being done twice; what follows from rows that are recorded; what shoppers and
--   the worker write and staff never does; the ledger, which is a record itself; and the record.
unrecorded (relname) as (values
  ('outbox'), ('inbox'), ('idempotency_keys'), ('counters'), ('mail_slots'), ('provider_operations'), ('order_links'), ('order_terms'),
  ('location_stock'), ('stock_movements'), ('stock_alerts'), ('product_prices'), ('order_lines'), ('order_shares'), ('refund_shares'), ('payment_shares'), ('payment_refund_shares'),
  ('payments'), ('payment_refunds'), ('transfers'), ('disputes'), ('reservations'),
  ('text_messages'), ('review_texts'), ('review_decisions'), ('review_reports'), ('review_invitations'), ('review_pictures'), ('product_ratings'), ('merchant_ratings'),
  ('carts'), ('cart_lines'), ('signups'), ('signup_requests'), ('signup_links'), ('password_resets'), ('reset_links'),
  ('sessions'), ('refresh_tokens'), ('staff_sessions'), ('staff_refresh_tokens'), ('staff_reset_links'), ('staff_switches'),
  ('email_changes'), ('email_change_links'), ('login_codes'), ('consents'), ('order_codes'), ('cart_tokens'), ('newsletter_links'),
  ('linked_identities'), ('social_sign_ins'),
  ('ledger_accounts'), ('ledger_transactions'), ('ledger_postings'),
  ('search_documents'), ('search_terms'), ('search_term_days'), ('product_documents'),
  ('report_states'), ('report_entries'), ('report_days'), ('report_months'), ('report_customer_orders'), ('report_customer_periods'), ('report_cohorts'),
  ('report_cohort_sales'), ('report_funnel_days'), ('report_visit_marks'),
  ('audit_entries'), ('audit_changes'), ('audit_heads')),
recorded (relname, columns, masked) as (
  select rel.relname, array(select a.attname::text from pg_attribute a
                             where a.attrelid = rel.oid and a.attnum > 0 and not a.attisdropped),
         split_part(encode(t.tgargs, 'escape'), '\000', 1)::text[]
    from pg_trigger t join rel on rel.oid = t.tgrelid
   where t.tgname = 'audit_change' and t.tgfoid = 'audit_change()'::regprocedure and t.tgenabled = 'O'
     -- after insert, update and delete of each row
     and t.tgtype = 29
),
-- Those functions, each for the one role that needs it.
definer (role, proname) as (values
  ('stoa_app', 'staff_credentials'), ('stoa_app', 'strengthen_staff_password'), ('stoa_app', 'staff_addresses'),
  ('stoa_app', 'staff_sign_in'), ('stoa_app', 'tenants_of_staff'), ('stoa_app', 'staff_members'), ('stoa_app', 'staff_holding'), ('stoa_app', 'enrol_invited'),
  ('stoa_app', 'set_staff_password'), ('stoa_app', 'fulfillment_status_of'), ('stoa_merchant', 'fulfillment_status_of'),
  ('stoa_app', 'search_products'), ('stoa_app', 'search_vocabulary'),
  ('stoa_operator', 'operator_credentials'), ('stoa_relay', 'ledger_clearing_as_of'),
  ('stoa_app', 'gather_first_statistics'), ('stoa_operator', 'gather_first_statistics'),
  ('stoa_relay', 'gather_first_statistics'), ('stoa_search', 'gather_first_statistics')
),
-- Roles whose statements come from requests.
app_role (r) as (values ('stoa_app'), ('stoa_operator')),
service_role (r) as (values ('stoa_app'), ('stoa_operator'), ('stoa_relay'), ('stoa_search'), ('stoa_merchant')),
plain_policy (text) as (values ('(tenant_id = (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid)'))

select 'G01 table without tenant_id that is not on the list of global tables' as defect, relname as place
  from tenant_table where tenant_column is null
union all
select 'G02 tenant_id can be null', relname from tenant_table
 where tenant_column is not null and not tenant_not_null
union all
select 'G03 row-level security is not enabled and forced', relname from tenant_table
 where tenant_column is not null and not (rls and forced)
union all
select 'G04 no policy in the plain form for the app role', relname from tenant_table
 where tenant_column is not null
   and not exists (select from pg_policy p, plain_policy
                    where p.polrelid = tenant_table.oid
                      and pg_get_expr(p.polqual, p.polrelid) = plain_policy.text
                      and pg_get_expr(p.polwithcheck, p.polrelid) = plain_policy.text
                      and to_regrole('stoa_app') = any (p.polroles))
union all
select 'G05 a policy for a request role that is not the plain one', relname || '.' || p.polname
  from tenant_table join pg_policy p on p.polrelid = tenant_table.oid, plain_policy
 where (0 = any (p.polroles) or exists (select from app_role where to_regrole(r) = any (p.polroles)))
   and (coalesce(pg_get_expr(p.polqual, p.polrelid), '') <> plain_policy.text
        or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') <> plain_policy.text)
union all
select 'G06 the relay sees more than messages and what may be forgotten', relname || '.' || p.polname
  from rel join pg_policy p on p.polrelid = rel.oid
 where to_regrole('stoa_relay') = any (p.polroles)
   and (relname, p.polname, pg_get_expr(p.polqual, p.polrelid)) not in (select relname, polname, text from relay_policy)
union all
select 'G07 view without security_invoker', relname from rel
 where relkind = 'v' and not coalesce(reloptions && array['security_invoker=true', 'security_invoker=on'], false)
union all
select 'G08 materialised view or foreign table that a service role can read', relname
  from rel, service_role where relkind in ('m', 'f') and has_any_column_privilege(r, rel.oid, 'select')
union all
select 'G09 foreign key between tenant tables does not carry tenant_id on both sides', con.conname
  from pg_constraint con
  join tenant_table child on child.oid = con.conrelid
  join tenant_table parent on parent.oid = con.confrelid
 where con.contype = 'f'
   and not exists (select from unnest(con.conkey, con.confkey) as pair (child_column, parent_column)
                    where pair.child_column = child.tenant_column and pair.parent_column = parent.tenant_column)
union all
select 'G10 unique index that does not begin with tenant_id', ic.relname
  from pg_index i join tenant_table on tenant_table.oid = i.indrelid
  join pg_class ic on ic.oid = i.indexrelid
 where i.indisunique and (i.indkey::int2[])[0] is distinct from tenant_column
   and ic.relname <> 'sender_domains_one_tenant' -- whoever meets it has published a key of its own in the domain
union all
select 'G11 a service role may truncate, reference or set triggers', relname
  from rel, service_role
 where relkind in ('r', 'p')
   and (has_table_privilege(r, rel.oid, 'truncate') or has_any_column_privilege(r, rel.oid, 'references')
        or has_table_privilege(r, rel.oid, 'trigger'))
union all
select 'G12 partition that is reachable without its parent''s policy', relname
  from rel, service_role
 where relispartition and not rls
   and (has_any_column_privilege(r, rel.oid, 'select, insert, update') or has_table_privilege(r, rel.oid, 'delete'))
union all
select 'G13 a service role is privileged or owns tables', rolname
  from pg_roles, service_role
 where rolname = r and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                        or exists (select from rel where relowner = pg_roles.oid))
union all
select 'G14 a service role can become a privileged one', r || ' → ' || m.rolname
  from service_role, pg_roles m
 where m.rolname <> r and pg_has_role(r, m.oid, 'member')
   -- the transactions of a merchant's own staff become it, and it can do less
   and not (r = 'stoa_app' and m.rolname = 'stoa_merchant' and not pg_has_role(r, m.oid, 'usage'))
union all
select 'G15 function without a path that ends in pg_temp', p.proname
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  join pg_language l on l.oid = p.prolang
 where n.nspname not in ('pg_catalog', 'information_schema') and l.lanname not in ('c', 'internal')
   and not exists (select from unnest(p.proconfig) setting where setting ~ '^search_path=(.*, )?pg_temp$')
union all
select 'G16 security definer owned by a role that bypasses row-level security', p.proname
  from pg_proc p join pg_roles o on o.oid = p.proowner
  join pg_namespace n on n.oid = p.pronamespace, service_role
 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and (o.rolsuper or o.rolbypassrls)
   and has_function_privilege(r, p.oid, 'execute')
union all
select 'G17 a service role may create in a schema', r || ' in ' || n.nspname
  from pg_namespace n, service_role
 where n.nspname !~ '^pg_' and has_schema_privilege(r, n.oid, 'create')
union all
select 'G18 primary key that does not begin with tenant_id', relname
  from tenant_table join pg_constraint con on con.conrelid = tenant_table.oid and con.contype = 'p'
 where con.conkey[1] is distinct from tenant_column
union all
select 'G19 foreign key that sets null or a default', con.conname
  from pg_constraint con join tenant_table on tenant_table.oid = con.conrelid
 where con.contype = 'f' and con.confdeltype in ('n', 'd')
union all
select 'G20 foreign key from a global table into a tenant table', con.conname
  from pg_constraint con
  join rel on rel.oid = con.conrelid and rel.relname in (select relname from global)
  join tenant_table parent on parent.oid = con.confrelid
 where con.contype = 'f'
union all
select 'G21 trigger on a tenant table outside the ledger and stock', rel.relname || '.' || t.tgname
  from pg_trigger t join rel on rel.oid = t.tgrelid
 where not t.tgisinternal and rel.relname not in ('ledger_accounts', 'ledger_transactions', 'ledger_postings')
   and not (t.tgname = 'audit_change' and t.tgfoid = 'audit_change()'::regprocedure)
   and not (t.tgname = 'audit_close' and rel.relname = 'audit_changes')
   and (t.tgname, rel.relname) not in (('applied', 'stock_movements'), ('settled', 'stock_levels'), ('alerts', 'stock_levels'), ('followed', 'report_days'), ('default_location', 'tenants'))
   -- a document that no statement could forget to renew
   and not (t.tgname = 'document_version' and rel.relname = 'products')
union all
select 'G22 a grant that is not on the list', role || ' may ' || privilege || ' on ' || relname
  from (select * from granted except select * from expected) as more
union all
select 'G26 a grant on the list that is not there', role || ' may not ' || privilege || ' on ' || relname
  from (select * from expected except select * from granted) as less
union all
select 'G23 the operator can read what a shop holds', relname
  from tenant_table
 where has_any_column_privilege('stoa_operator', oid, 'select')
   and relname not in ('storefronts', 'merchants', 'memberships', 'shipping_options')
union all
select 'G24 index on a tenant table that does not begin with tenant_id', ic.relname
  from pg_index i join tenant_table on tenant_table.oid = i.indrelid
  join pg_class ic on ic.oid = i.indexrelid
 where not i.indisunique and (i.indkey::int2[])[0] is distinct from tenant_column
   -- the relay claims and forgets across tenants
   and ic.relname not in ('outbox_ready', 'outbox_by_tenant', 'inbox_handled', 'idempotency_keys_expired',
                          'signups_expired', 'password_resets_expired', 'signup_requests_expired',
                          'signup_links_expired', 'reset_links_expired', 'mail_slots_expired', 'sessions_expired',
                          'login_codes_expired', 'social_sign_ins_expired', 'staff_sessions_expired', 'staff_reset_links_expired', 'staff_switches_expired', 'text_messages_old', 'emails_old', 'stock_alerts_old', 'email_changes_expired', 'order_codes_expired', 'newsletter_links_expired',
                           'outbox_dead', 'carts_untouched', 'refresh_tokens_consumed', 'reservations_over',
                          -- the comparison with the provider looks across tenants
                          'ledger_transactions_by_xid')
union all
select 'G25 table without a primary key', relname
  from rel
 where relkind in ('r', 'p')
   and not exists (select from pg_constraint con where con.conrelid = rel.oid and con.contype = 'p')
union all
select 'G27 a role other than the owner may create temporary tables', role
  from (select case when a.grantee = 0 then 'public' else pg_get_userbyid(a.grantee)::text end as role
          from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
         where d.datname = current_database() and a.privilege_type = 'TEMPORARY' and a.grantee <> d.datdba) may
union all
select 'G28 a service role can set the tenant inside an expression', r
  from service_role where has_function_privilege(r, 'pg_catalog.set_config(text, text, boolean)', 'execute')
union all
select 'G29 a service role can run blocks in a language', r || ' in ' || lanname
  from pg_language, service_role where lanname not in ('internal', 'c', 'sql') and has_language_privilege(r, lanname, 'usage')
union all
select 'G30 a service role reads password hashes of every tenant', r || ' reads ' || relname
  from service_role, (values ('staff'), ('operators')) as kept (relname)
 where has_column_privilege(r, 'public.' || relname, 'password_hash', 'select')
union all
select 'G31 functions with the owner''s rights see more than they need', relname || '.' || p.polname
  from rel join pg_policy p on p.polrelid = rel.oid
 where to_regrole('stoa_owner') = any (p.polroles)
   and ((relname, p.polname, pg_get_expr(p.polqual, p.polrelid)) not in (select relname, polname, text from owner_policy)
        or p.polcmd <> 'r' and p.polname <> 'recorder')
union all
select 'G32 a service role may run a function with the owner''s rights that is not on its list', r || ' may run ' || p.proname
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace, service_role
 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
   and has_function_privilege(r, p.oid, 'execute') and (r, p.proname::text) not in (select role, proname from definer)
union all
select 'G33 a table is neither recorded nor on the list of those that are not', relname
  from tenant_table
 where relname not in (select relname from unrecorded) and relname not in (select relname from recorded)
union all
select 'G34 a table is recorded and on the list of those that are not', relname
  from recorded where relname in (select relname from unrecorded)
union all
select 'G35 the record would keep a secret or a personal field', relname || '.' || name
  from recorded, unnest(columns) name
 where name ~ 'hash|sha256|token|secret|password|email|phone|first_name|last_name|address$|^client$' and name !~ '_at$'
   and not name = any (masked)
union all
select 'G36 a service role may write the record', r || ' may write ' || relname
  from rel, service_role
 where relname in ('audit_entries', 'audit_changes', 'audit_heads')
   and (has_any_column_privilege(r, rel.oid, 'insert, update') or has_table_privilege(r, rel.oid, 'delete'))
order by 1, 2

-- What no statement of the program needs, no role may do.

revoke update on tenants from stoa_operator;
revoke update, delete on hosts from stoa_operator;
grant update (is_primary) on hosts to stoa_operator;
revoke update on publishable_keys from stoa_operator;
revoke update on staff from stoa_operator;
revoke update on operators from stoa_operator;
grant update (name, password_hash) on operators to stoa_operator;

//! What operations about staff members' own accounts are sent when strangers try them.

use serde_json::json;

use super::case::{Case, asking, bare, with};

pub(super) const STAFF: &[Case] = &[
    with(
        "admin_refresh",
        |_| json!({"refresh_token": "0".repeat(64)}),
    ),
    with("admin_logout", |_| json!({"refresh_token": "0".repeat(64)})),
    with(
        "admin_forgot_password",
        |_| json!({"email": "nobody@example.com"}),
    ),
    with(
        "admin_reset_password",
        |_| json!({"token": "nobodys", "password": "violet kettle orbit tundra"}),
    ),
    bare("admin_list_sessions"),
    bare("admin_end_session"),
    bare("admin_end_other_sessions"),
    with(
        "admin_change_password",
        |_| json!({"current_password": "not it", "password": "violet kettle orbit tundra"}),
    ),
    bare("admin_list_own_tenants"),
    bare("admin_create_tenant_switch"),
    with(
        "admin_finish_tenant_switch",
        |_| json!({"token": "nobodys"}),
    ),
    bare("admin_get_second_factor"),
    with(
        "admin_begin_second_factor",
        |_| json!({"password": "not it"}),
    ),
    with("admin_confirm_second_factor", |_| json!({"code": "000000"})),
    with("admin_remove_second_factor", |_| json!({"code": "000000"})),
    with("admin_renew_recovery_codes", |_| json!({"code": "000000"})),
    with("admin_step_up", |_| json!({"code": "000000"})),
    asking(
        "admin_list_audit_entries",
        &[
            "?limit=1&cursor={order_id}",
            "?actor={staff_id}",
            "?operation={product_id}",
            "?object_id={product_id}",
            "?request_id={order_id}",
        ],
    ),
    asking(
        "admin_export_audit_entries",
        &[
            "?actor={staff_id}",
            "?operation={product_id}",
            "?object_id={product_id}",
            "?request_id={order_id}",
        ],
    ),
    bare("admin_list_operator_access"),
    bare("admin_end_operator_access"),
    with(
        "operator_open_access",
        |_| json!({"reason": "A shopper cannot pay", "ticket": "4711", "minutes": 10, "may_write": false}),
    ),
    bare("operator_end_access"),
    bare("operator_get_me"),
    with(
        "operator_begin_second_factor",
        |_| json!({"password": "not it"}),
    ),
    with(
        "operator_confirm_second_factor",
        |_| json!({"code": "000000"}),
    ),
    with(
        "operator_remove_second_factor",
        |_| json!({"code": "000000"}),
    ),
    with(
        "operator_renew_recovery_codes",
        |_| json!({"code": "000000"}),
    ),
    bare("admin_list_sender_domains"),
    with(
        "admin_create_sender_domain",
        |_| json!({"domain": "odd.example"}),
    ),
    bare("admin_get_sender_domain"),
    bare("admin_verify_sender_domain"),
    bare("admin_delete_sender_domain"),
    bare("admin_get_storefront_sender"),
    with(
        "admin_set_storefront_sender",
        |_| json!({"address": "odd@ours.example", "reply_to": "odd@example.com"}),
    ),
    bare("admin_list_identity_providers"),
    with("admin_create_identity_provider", |_| {
        json!({"name": "Nobody", "issuer": "https://nobody.invalid", "client_id": "shop",
                   "client_secret": "hush", "is_enabled": true})
    }),
    with(
        "admin_update_identity_provider",
        |_| json!({"name": "Nobody", "client_id": "shop", "client_secret": "hush", "is_enabled": false}),
    ),
    bare("admin_delete_identity_provider"),
    asking(
        "admin_list_newsletter_subscribers",
        &["?limit=1&cursor={order_id}"],
    ),
    bare("admin_export_newsletter_subscribers"),
    bare("admin_export_customers"),
    bare("admin_delete_newsletter_subscriber"),
    bare("admin_get_cart_settings"),
    with(
        "admin_set_cart_settings",
        |_| json!({"takeover_rule": "larger"}),
    ),
    bare("admin_get_email_preferences"),
    with(
        "admin_set_email_preferences",
        |_| json!({"new_orders": false, "low_stock": true, "disputes": true}),
    ),
    bare("admin_get_staff_settings"),
    with(
        "admin_set_staff_settings",
        |_| json!({"requires_second_factor": false}),
    ),
];

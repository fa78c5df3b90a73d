//! What operations on a shopper's own account are sent when strangers try them.

use serde_json::{Value, json};

use super::case::{Case, Named, asking, bare, naming, with};
use super::cases::address;

pub(super) const ACCOUNTS: &[Case] = &[
    bare("storefront_get_account"),
    bare("storefront_export_account"),
    asking("storefront_export_account_file", &["?kind={order_id}"]),
    with(
        "storefront_request_login_code",
        |_| json!({"email": "odd@strange.test"}),
    ),
    naming(
        "storefront_login",
        |ids| json!({"email": "nobody@example.com", "password": "not a password of anybody", "guest_cart": guest_cart(ids)}),
    ),
    naming(
        "storefront_login_with_code",
        |ids| json!({"email": "nobody@example.com", "code": "00000000", "guest_cart": guest_cart(ids)}),
    ),
    naming(
        "storefront_open_account_cart",
        |ids| json!({"guest_cart": guest_cart(ids)}),
    ),
    with(
        "storefront_subscribe_newsletter",
        |_| json!({"email": "odd@strange.test"}),
    ),
    with(
        "storefront_confirm_newsletter",
        |_| json!({"token": "0".repeat(64)}),
    ),
    asking("storefront_show_unsubscribe_page", &["?token={order_id}"]),
    asking("storefront_unsubscribe_newsletter", &["?token={order_id}"]),
    with(
        "storefront_request_order_code",
        |_| json!({"number": 1, "email": "odd@strange.test"}),
    ),
    with(
        "storefront_redeem_order_code",
        |_| json!({"number": 1, "email": "odd@strange.test", "code": "00000000"}),
    ),
    with(
        "storefront_update_account",
        |_| json!({"first_name": "Odd", "last_name": "Stranger"}),
    ),
    with(
        "storefront_change_password",
        |_| json!({"current_password": "not this one", "password": "copper violin nine meadows"}),
    ),
    bare("storefront_get_consents"),
    with(
        "storefront_update_consents",
        |_| json!({"terms_version": "2026-11", "marketing_email": true, "marketing_sms": false, "order_updates_sms": true}),
    ),
    with(
        "storefront_change_email",
        |_| json!({"email": "odd@strange.test", "password": "not this one"}),
    ),
    with(
        "storefront_confirm_email_change",
        |_| json!({"token": "0".repeat(64)}),
    ),
    with(
        "storefront_undo_email_change",
        |_| json!({"token": "0".repeat(64)}),
    ),
    with(
        "storefront_delete_account",
        |_| json!({"password": "not this one"}),
    ),
    bare("storefront_list_identity_providers"),
    with(
        "storefront_begin_social_sign_in",
        |_| json!({"return_to": "/account"}),
    ),
    naming("storefront_finish_social_sign_in", |ids| {
        json!({"code": "nobodys", "state": "0".repeat(64), "iss": "https://nobody.test",
                   "browser_token": "0".repeat(64), "guest_cart": guest_cart(ids)})
    }),
    bare("storefront_list_identities"),
    with(
        "storefront_link_identity",
        |_| json!({"browser_token": "0".repeat(64)}),
    ),
    bare("storefront_unlink_identity"),
    bare("storefront_list_addresses"),
    with(
        "storefront_create_address",
        |_| json!({"address": address(), "is_default_shipping": true, "is_default_billing": true}),
    ),
    bare("storefront_get_address"),
    with(
        "storefront_update_address",
        |_| json!({"address": address(), "is_default_shipping": true, "is_default_billing": true}),
    ),
    bare("storefront_delete_address"),
    bare("storefront_list_sessions"),
    bare("storefront_end_session"),
    bare("storefront_end_all_sessions"),
    bare("storefront_list_own_returns"),
    naming("storefront_create_own_return", |ids| {
        json!({
            "reason": "other", "note": "odd",
            "lines": [{"line_id": ids["order_line_id"], "quantity": 1}],
        })
    }),
    bare("storefront_cancel_own_return"),
];

/// A cart that somebody names whose token they do not have.
fn guest_cart(ids: &Named) -> Value {
    json!({"id": ids["cart_id"], "token": "0".repeat(64)})
}

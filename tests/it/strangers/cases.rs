//! What each operation is sent when strangers try it.

use std::collections::HashMap;

use serde_json::{Value, json};

type Named = HashMap<&'static str, String>;

/// One operation's case.
pub(super) struct Case {
    pub(super) operation: &'static str,
    /// The query, with ids between braces.
    pub(super) query: &'static str,
    /// The body, made of ids; none for operations without one.
    pub(super) body: Option<fn(&Named) -> Value>,
    /// Whether the body or the query names something that could be somebody else's.
    pub(super) names_things: bool,
}

const fn bare(operation: &'static str) -> Case {
    Case {
        operation,
        query: "",
        body: None,
        names_things: false,
    }
}

const fn with(operation: &'static str, body: fn(&Named) -> Value) -> Case {
    Case {
        operation,
        query: "",
        body: Some(body),
        names_things: false,
    }
}

const fn naming(operation: &'static str, body: fn(&Named) -> Value) -> Case {
    Case {
        operation,
        query: "",
        body: Some(body),
        names_things: true,
    }
}

/// Every operation there is.
pub(super) const CASES: &[Case] = &[
    bare("health_live"),
    bare("health_ready"),
    bare("storefront_get_store"),
    bare("storefront_list_products"),
    bare("storefront_get_product"),
    bare("storefront_list_categories"),
    bare("storefront_get_picture"),
    bare("storefront_create_cart"),
    bare("storefront_get_cart"),
    naming(
        "storefront_add_cart_line",
        |ids| json!({"variant_id": ids["variant_id"], "quantity": 1}),
    ),
    with("storefront_change_cart_line", |_| json!({"quantity": 2})),
    naming(
        "storefront_update_cart",
        |ids| json!({"shipping_option_id": ids["shipping_option_id"]}),
    ),
    bare("storefront_list_shipping_options"),
    with("storefront_place_order", |_| {
        json!({
            "expected_total": {"amount": 1980, "currency": "EUR"}, "payment_provider": "stripe",
        })
    }),
    bare("storefront_get_order"),
    with(
        "webhook_stripe",
        |_| json!({"id": "evt_1", "type": "payment_intent.succeeded"}),
    ),
    with(
        "admin_login",
        |_| json!({"email": "nobody@example.com", "password": "not a password of anybody"}),
    ),
    bare("admin_list_merchants"),
    with("admin_create_onboarding_link", |_| {
        json!({
            "return_url": "https://ours.example/back", "refresh_url": "https://ours.example/again",
        })
    }),
    bare("admin_list_balances"),
    bare("admin_get_order_money"),
    bare("admin_list_orders"),
    bare("admin_get_order"),
    bare("admin_cancel_order"),
    naming(
        "admin_create_refund",
        |ids| json!({"lines": [{"line_id": ids["order_line_id"], "quantity": 1}], "reason": "curious"}),
    ),
    bare("admin_list_products"),
    bare("admin_get_product"),
    naming("admin_create_product", |ids| {
        json!({
            "title": "Strange", "status": "draft", "merchant_id": ids["merchant_id"],
            "variants": [{"price": {"amount": 100, "currency": "EUR"}}],
        })
    }),
    with("admin_update_product", |_| json!({"title": "Strange"})),
    with(
        "admin_set_variant_price",
        |_| json!({"price": {"amount": 1, "currency": "EUR"}}),
    ),
    with("admin_set_variant_stock", |_| json!({"on_hand": 0})),
    with(
        "operator_login",
        |_| json!({"email": "nobody@example.com", "password": "not a password of anybody"}),
    ),
    bare("operator_list_tenants"),
    with("operator_create_tenant", |_| {
        json!({
            "slug": "strange", "name": "Strange",
            "owner": {"email": "a@strange.test", "password": "correct horse battery staple"},
            "storefront": {"currency": "EUR", "country": "DE"},
        })
    }),
    bare("operator_get_tenant"),
    with(
        "operator_add_storefront",
        |_| json!({"slug": "strange", "storefront": {"currency": "EUR", "country": "DE"}}),
    ),
    with("operator_add_host", |_| json!({"host": "strange.example"})),
];

//! What operations about stock and locations are sent when strangers try them.

use serde_json::json;

use super::case::{Case, asking, bare, naming, with};

pub(super) const STOCK: &[Case] = &[
    bare("admin_list_locations"),
    with(
        "admin_create_location",
        |_| json!({"name": "Odd", "priority": 5}),
    ),
    with(
        "admin_update_location",
        |_| json!({"name": "Odder", "priority": 6, "is_active": true}),
    ),
    bare("admin_get_variant_stock"),
    with(
        "admin_set_location_stock",
        |_| json!({"on_hand": 3, "expected_on_hand": 1}),
    ),
    with(
        "admin_update_variant_stock",
        |_| json!({"safety_stock": 1, "backorder_limit": 5, "low_stock_threshold": 2}),
    ),
    asking("admin_list_stock_alerts", &["?limit=1&cursor={order_id}"]),
    bare("admin_get_stock_settings"),
    naming("admin_set_stock_settings", |ids| {
        json!({
            "reservation_minutes": 20, "allocation": "priority",
            "storefronts": [{"storefront_id": ids["storefront_id"], "display": "exact"}],
        })
    }),
    naming("admin_adjust_stock", |ids| {
        json!({
            "reason": "Odd",
            "adjustments": [{
                "variant_id": ids["variant_id"], "location_id": ids["location_id"], "delta": 1,
            }],
        })
    }),
    asking(
        "admin_list_stock_movements",
        &["?limit=1&cursor={order_id}"],
    ),
    bare("admin_list_order_allocations"),
];

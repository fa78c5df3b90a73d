//! What operations about customer groups are sent when strangers try them.

use serde_json::json;

use super::case::{Case, asking, bare, naming, with};

pub(super) const GROUPS: &[Case] = &[
    bare("admin_list_customer_groups"),
    with(
        "admin_create_customer_group",
        |_| json!({"name": "Odd", "discount_ppm": 50_000}),
    ),
    bare("admin_get_customer_group"),
    with(
        "admin_update_customer_group",
        |_| json!({"name": "Odder", "discount_ppm": 60_000}),
    ),
    bare("admin_delete_customer_group"),
    asking(
        "admin_list_customer_group_members",
        &["?limit=1&cursor={order_id}"],
    ),
    naming(
        "admin_add_customer_group_members",
        |ids| json!({"customer_ids": [ids["customer_id"]]}),
    ),
    bare("admin_remove_customer_group_member"),
    asking(
        "admin_list_customer_group_prices",
        &["?limit=1&cursor={order_id}"],
    ),
    naming(
        "admin_set_customer_group_prices",
        |ids| json!({"prices": [{"variant_id": ids["variant_id"], "currency": "EUR", "amount": 100}]}),
    ),
    bare("admin_get_product_visibility"),
    naming(
        "admin_set_product_visibility",
        |ids| json!({"customer_group_ids": [ids["customer_group_id"]]}),
    ),
    bare("storefront_list_own_customer_groups"),
];

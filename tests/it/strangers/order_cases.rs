//! What operations on orders and returns are sent when strangers try them.

use serde_json::{Value, json};

use super::case::{Case, Named, asking, bare, naming, with};

pub(super) const ORDERS: &[Case] = &[
    asking(
        "admin_list_orders",
        &[
            "?limit=1&cursor={order_id}",
            "?search={customer}",
            "?tag={slug}",
            "?customer_id={customer_id}",
            "?merchant_id={merchant_id}",
            "?product_id={product_id}&with_count=true",
            "?storefront_id={storefront_id}&country=DE",
        ],
    ),
    asking(
        "admin_export_orders",
        &[
            "?tag={slug}&customer_id={customer_id}",
            "?search={customer}",
            "?merchant_id={merchant_id}&product_id={product_id}&storefront_id={storefront_id}",
        ],
    ),
    asking("admin_get_order_timeline", &["?limit=1&cursor={order_id}"]),
    with("admin_create_order_note", |_| json!({"text": "odd"})),
    with("admin_update_order_note", |_| json!({"text": "odd"})),
    bare("admin_delete_order_note"),
    with("admin_set_order_tags", |_| json!({"tags": ["odd"]})),
    naming(
        "admin_change_orders",
        |ids| json!({"action": "tag", "order_ids": [ids["order_id"]], "tags": ["odd"]}),
    ),
    bare("admin_get_order"),
    with(
        "admin_capture_order",
        |_| json!({"amount": {"amount": 100, "currency": "EUR"}}),
    ),
    bare("admin_get_payment_settings"),
    with(
        "admin_set_payment_settings",
        |_| json!({"capture": "manual"}),
    ),
    bare("admin_cancel_order"),
    naming(
        "admin_create_cancellation",
        |ids| json!({"lines": [{"line_id": ids["order_line_id"], "quantity": 1}], "reason": "odd"}),
    ),
    naming("admin_create_refund", refund),
    naming("admin_preview_refund", refund),
    naming("admin_create_fulfillment", |ids| {
        json!({
            "lines": [{"line_id": ids["order_line_id"], "quantity": 1}], "merchant_id": ids["merchant_id"],
            "tracking": {"carrier": "DHL", "number": "1", "url": "https://carrier.example/1"},
        })
    }),
    bare("admin_deliver_fulfillment"),
    bare("admin_cancel_fulfillment"),
    asking(
        "admin_list_returns",
        &["?limit=1&cursor={order_id}", "?order_id={order_id}"],
    ),
    bare("admin_get_return"),
    naming("admin_create_return", |ids| {
        json!({
            "reason": "other", "note": "odd",
            "lines": [{"line_id": ids["order_line_id"], "quantity": 1}],
        })
    }),
    with("admin_approve_return", |_| json!({"message": "odd"})),
    with("admin_reject_return", |_| json!({"message": "odd"})),
    bare("admin_cancel_return"),
    naming("admin_receive_return", |ids| {
        json!({
            "lines": [{
                "line_id": ids["order_line_id"], "received_quantity": 1, "restocked_quantity": 1,
            }],
            "is_final": true,
        })
    }),
    asking("admin_list_documents", &["?limit=1&cursor={document_id}"]),
    bare("admin_export_documents"),
    bare("admin_list_order_documents"),
    bare("admin_issue_invoice"),
    bare("admin_download_document"),
    asking(
        "admin_download_packing_slip",
        &["?fulfillment_id={fulfillment_id}"],
    ),
    bare("admin_get_invoicing_settings"),
    with("admin_set_invoicing_settings", |_| seller()),
    bare("storefront_list_order_documents"),
    bare("storefront_download_document"),
    bare("storefront_list_own_order_documents"),
    bare("storefront_download_own_document"),
    bare("admin_get_return_policy"),
    with("admin_set_return_policy", |_| json!({"window_days": 7})),
    bare("storefront_list_returns"),
    naming("storefront_create_return", |ids| {
        json!({
            "reason": "other", "note": "odd",
            "lines": [{"line_id": ids["order_line_id"], "quantity": 1}],
        })
    }),
    bare("storefront_cancel_return"),
];

fn refund(ids: &Named) -> Value {
    json!({
        "lines": [{"line_id": ids["order_line_id"], "quantity": 1}], "return_id": ids["return_id"],
        "amount": {"amount": 1, "currency": "EUR"}, "reason": "curious",
    })
}

fn seller() -> Value {
    json!({
        "legal_name": "Odd", "tax_number": "1", "vat_number": "DE123456789", "register_number": "1",
        "email": "odd@example.com", "footer": "Odd", "invoice_prefix": "O-", "credit_note_prefix": "P-",
        "address": {
            "first_name": "Odd", "last_name": "Odd", "company": "Odd", "street_name": "Odd 1",
            "second_line": "Odd", "city": "Berlin", "region": "Berlin", "postal_code": "10115",
            "country": "DE", "phone": "+49 30 1234567",
        },
        "is_automatic": true,
    })
}

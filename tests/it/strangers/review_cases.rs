//! What operations about reviews are sent when strangers try them.

use serde_json::{Value, json};

use super::case::{Case, Named, asking, bare, naming, sending, with};
use super::cases::picture;

pub(super) const REVIEWS: &[Case] = &[
    asking(
        "storefront_list_reviews",
        &["?limit=1&cursor={review_cursor}"],
    ),
    asking(
        "storefront_list_merchant_reviews",
        &["?limit=1&cursor={merchant_review_cursor}"],
    ),
    bare("storefront_get_review_statistics"),
    with(
        "storefront_report_review",
        |_| json!({"reason": "spam", "details": "Buy gold"}),
    ),
    asking(
        "storefront_list_account_reviews",
        &["?limit=1&cursor={review_id}"],
    ),
    naming("storefront_create_account_review", new_review),
    with("storefront_edit_account_review", |_| review()),
    bare("storefront_delete_account_review"),
    with(
        "storefront_appeal_account_review",
        |_| json!({"text": "Why?"}),
    ),
    sending("storefront_upload_order_review_picture", picture),
    bare("storefront_delete_order_review_picture"),
    sending("storefront_upload_account_review_picture", picture),
    bare("storefront_delete_account_review_picture"),
    bare("storefront_list_order_reviews"),
    naming("storefront_create_order_review", new_review),
    with("storefront_edit_order_review", |_| review()),
    bare("storefront_delete_order_review"),
    with(
        "storefront_appeal_order_review",
        |_| json!({"text": "Why?"}),
    ),
    asking(
        "admin_list_reviews",
        &[
            "?product_id={product_id}",
            "?merchant_id={merchant_id}",
            "?limit=1&cursor={review_id}",
        ],
    ),
    bare("admin_get_review"),
    bare("admin_publish_review"),
    with(
        "admin_reject_review",
        |_| json!({"reason": "spam", "note": "Gold"}),
    ),
    with("admin_answer_review", |_| json!({"text": "Thank you"})),
    bare("admin_get_review_settings"),
    with("admin_set_review_settings", |_| {
        json!({
            "is_moderated": true, "sends_invitations": false, "invitation_delay_days": 7,
            "edit_window_days": 30,
        })
    }),
];

fn review() -> Value {
    json!({"rating": 1, "title": "Odd", "text": "Odd mug", "author_name": "Odd"})
}

fn new_review(ids: &Named) -> Value {
    let mut new = review();
    new["order_line_id"] = json!(ids["order_line_id"]);
    new["subject"] = json!("product");
    new
}

//! What operations about pictures of products and categories are sent when strangers try them.

use serde_json::{Value, json};

use super::case::{Case, asking, bare, sending, with};
use super::cases::picture;

pub(super) const PICTURES: &[Case] = &[
    sending("admin_upload_image", picture),
    bare("admin_get_image"),
    with("admin_update_image", |_| said()),
    bare("admin_delete_image"),
    asking(
        "admin_list_categories",
        &["?limit=1&cursor={category_cursor}"],
    ),
    sending("admin_upload_category_image", picture),
    bare("admin_get_category_image"),
    with("admin_update_category_image", |_| said()),
    bare("admin_delete_category_image"),
];

fn said() -> Value {
    json!({
        "alt": "Strange", "alt_translations": {"de": "Seltsam"}, "focal_point": {"x": 250, "y": 750},
    })
}

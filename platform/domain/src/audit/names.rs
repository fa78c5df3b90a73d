//! What rows and ids are called for people: `products` with a UUID is a product with `prod_…`.

use kernel::ids::{
    AddressId, ApiKeyId, CancellationId, CartId, CategoryId, CustomerGroupId, DocumentId, EmailId,
    FulfillmentId, IdentityProviderId, ImageId, InvitationId, LocationId, MailSuppressionId,
    MerchantId, OperatorAccessId, OperatorId, OrderId, OrderLineId, OrderNoteId, ProductId,
    RefundId, ReturnId, ReviewId, RoleId, SenderDomainId, ShippingOptionId, StaffId, StorefrontId,
    SubscriberId, TenantId, UserId, VariantId,
};
use serde_json::Value;
use uuid::Uuid;

/// What the tables are called one by one, and which of their columns, or columns of that name elsewhere,
/// hold an id of which kind.
macro_rules! names {
    ($($relation:literal $object:literal),*; $($kind:ident of $($column:literal)|+),* $(,)?) => {
        /// The recorded tables, and what one row of each is called.
        pub const OBJECTS: &[(&str, &str)] = &[$(($relation, $object)),*];

        fn id_text(column: &str, id: Uuid) -> Option<String> {
            match column {
                $($($column)|+ => Some($kind::from_uuid(id).to_string()),)*
                _ => None,
            }
        }
    };
}

names! {
    "tenants" "tenant", "hosts" "host", "publishable_keys" "publishable_key",
    "storefronts" "storefront", "merchants" "merchant", "memberships" "staff_member", "roles" "role",
    "role_authorities" "role_authority", "staff_invitations" "staff_invitation", "api_keys" "api_key",
    "connected_accounts" "payout_account", "shipping_options" "shipping_option",
    "brand_versions" "brand_version", "brand_images" "brand_image", "cart_settings" "cart_settings", "catalog_settings" "catalog_settings",
    "categories" "category", "category_images" "category_image", "products" "product", "product_categories" "product_category",
    "product_options" "product_option", "variants" "variant", "prices" "price", "images" "image",
    "stock_levels" "stock_level", "stock_settings" "stock_settings", "stock_displays" "stock_display", "payment_settings" "payment_settings",
    "orders" "order", "refunds" "refund", "refund_lines" "refund_line",
    "fulfillments" "fulfillment", "fulfillment_lines" "fulfillment_line", "users" "customer",
    "addresses" "address", "report_settings" "report_settings", "reviews" "review",
    "review_settings" "review_settings", "search_synonyms" "synonym", "returns" "return",
    "return_lines" "return_line", "return_policies" "return_policy",
    "cancellations" "cancellation", "cancellation_lines" "cancellation_line",
    "invoicing_settings" "invoicing_settings", "documents" "document",
    "order_notes" "order_note", "order_tags" "order_tag",
    "locations" "location", "customer_groups" "customer_group", "customer_group_members" "customer_group_member",
    "group_prices" "customer_group_price", "product_groups" "product_customer_group",
    "staff_settings" "staff_settings", "muted_letters" "muted_letter", "sms_settings" "sms_settings",
    "mail_suppressions" "mail_suppression", "emails" "email", "newsletter_subscribers" "newsletter_subscriber", "identity_providers" "identity_provider",
    "sender_domains" "sender_domain", "storefront_senders" "storefront_sender",
    "operator_access" "operator_access", "operator_access_uses" "operator_request";
    TenantId of "tenants.id",
    StorefrontId of "storefronts.id" | "storefront_id",
    MerchantId of "merchants.id" | "merchant_id",
    OperatorId of "tenants.created_by" | "operator_id",
    OperatorAccessId of "operator_access.id" | "access_id",
    StaffId of "staff_id" | "invited_by" | "api_keys.created_by",
    RoleId of "roles.id" | "role_id",
    LocationId of "locations.id" | "location_id",
    CustomerGroupId of "customer_groups.id" | "group_id",
    InvitationId of "staff_invitations.id",
    MailSuppressionId of "mail_suppressions.id",
    SenderDomainId of "sender_domains.id" | "sender_domain_id",
    EmailId of "emails.id" | "resend_of",
    SubscriberId of "newsletter_subscribers.id" | "subscriber_id",
    ApiKeyId of "api_keys.id",
    IdentityProviderId of "identity_providers.id",
    ShippingOptionId of "shipping_options.id",
    CategoryId of "categories.id" | "category_id" | "parent_id",
    ProductId of "products.id" | "product_id",
    VariantId of "variants.id" | "variant_id",
    ImageId of "images.id" | "image_id",
    OrderId of "orders.id" | "order_id",
    OrderLineId of "line_id" | "order_line_id",
    ReviewId of "reviews.id",
    CartId of "cart_id",
    ReturnId of "returns.id" | "return_id",
    RefundId of "refunds.id" | "refund_id",
    FulfillmentId of "fulfillments.id" | "fulfillment_id",
    OrderNoteId of "order_notes.id" | "note_id",
    CancellationId of "cancellations.id" | "cancellation_id",
    DocumentId of "documents.id" | "invoice_id",
    UserId of "users.id" | "user_id",
    AddressId of "addresses.id",
}

/// A value of a column as text: ids as the API writes them, other text as it is, everything else as JSON.
pub fn field_text(relation: &str, column: &str, value: &Value) -> String {
    let Value::String(text) = value else {
        return value.to_string();
    };
    let id = text.parse::<Uuid>().ok().filter(|_| text.len() == 36);
    let named = id.and_then(|id| {
        id_text(&format!("{relation}.{column}"), id).or_else(|| id_text(column, id))
    });
    named.unwrap_or_else(|| text.clone())
}

/// What one row of a table is called.
pub fn object_of(relation: &str) -> &str {
    let found = OBJECTS.iter().find(|(table, _)| *table == relation);
    found.map_or(relation, |(_, object)| object)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_are_written_as_the_api_writes_them_and_the_rest_stays() {
        let id = json!("01890a5d-ac96-774b-bcce-b302099a8057");
        assert_eq!(
            field_text("products", "id", &id),
            "prod_01h455vb4pex5vsknk084sn02q"
        );
        assert_eq!(
            field_text("prices", "variant_id", &id),
            "var_01h455vb4pex5vsknk084sn02q"
        );
        assert_eq!(
            field_text("orders", "unknown", &id),
            "01890a5d-ac96-774b-bcce-b302099a8057"
        );
        assert_eq!(field_text("products", "title", &json!("Mug")), "Mug");
        assert_eq!(field_text("products", "tags", &json!(["a"])), r#"["a"]"#);
        assert_eq!(field_text("prices", "amount_minor", &json!(100)), "100");
        assert_eq!(object_of("memberships"), "staff_member");
    }
}

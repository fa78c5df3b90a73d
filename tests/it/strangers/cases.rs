//! What each operation is sent when strangers try it.

use serde_json::{Value, json};

use super::case::{Case, asking, bare, naming, sending, with};
use crate::pictures::files::{file, halves};

/// Whose sales a report is of.
const REPORT: &[&str] = &[
    "?from=2025-01-01&to=2025-01-31&storefront_id={storefront_id}",
    "?from={order_id}&to=2025-01-31",
    "?from=2025-01-01&to={order_id}",
    "?from=2025-01-01&to=2025-01-31&currency={order_id}",
];

const CUSTOMERS: &[&str] = &[
    "?from={order_id}&to=2025-01-31",
    "?from=2025-01-01&to={order_id}",
];

pub(super) fn picture() -> Vec<u8> {
    file(&halves(30, 20), image::ImageFormat::Png)
}

/// Every operation there is, but for those about orders, reviews and staff members' own accounts.
pub(super) const CASES: &[Case] = &[
    bare("health_live"),
    bare("health_ready"),
    bare("well_known_signing_keys"),
    bare("storefront_get_store"),
    bare("storefront_get_page"),
    bare("admin_get_me"),
    asking(
        "admin_explain_authorization",
        &["staff_id={staff_id}", "role={role_id}"],
    ),
    bare("admin_list_authorities"),
    bare("admin_list_roles"),
    with(
        "admin_create_role",
        |_| json!({"name": "Odd", "description": "Odd jobs", "authorities": ["orders:read"]}),
    ),
    with(
        "admin_update_role",
        |_| json!({"name": "Odder", "description": "Odd jobs", "authorities": ["orders:read"]}),
    ),
    bare("admin_delete_role"),
    asking(
        "admin_list_emails",
        &[
            "?limit=1&cursor={order_id}",
            "?order_id={order_id}",
            "?recipient={customer}",
        ],
    ),
    bare("admin_get_email"),
    bare("admin_resend_email"),
    asking(
        "admin_list_mail_suppressions",
        &["?limit=1&cursor={order_id}", "?email={customer}"],
    ),
    with(
        "admin_create_mail_suppression",
        |_| json!({"email": "odd@example.com"}),
    ),
    bare("admin_delete_mail_suppression"),
    bare("admin_get_sms_settings"),
    with("admin_set_sms_settings", |_| {
        json!({
            "is_enabled": true, "quiet_from": "21:00", "quiet_until": "08:00", "time_zone": "Europe/Berlin",
            "monthly_segment_limit": 100,
        })
    }),
    asking(
        "admin_list_customers",
        &["?limit=1&cursor={order_id}", "?search={customer}"],
    ),
    bare("admin_get_customer"),
    asking(
        "admin_list_customer_orders",
        &["?limit=1&cursor={order_id}"],
    ),
    with(
        "admin_create_customer",
        |_| json!({"email": "odd@example.com", "first_name": "Odd", "last_name": "Odder", "note": "odd"}),
    ),
    with(
        "admin_update_customer",
        |_| json!({"first_name": "Odd", "last_name": "Odder", "note": "odd", "is_blocked": true}),
    ),
    bare("admin_send_customer_password_reset"),
    bare("admin_delete_customer"),
    bare("admin_list_staff"),
    naming(
        "admin_update_staff_member",
        |ids| json!({"role": ids["role_id"], "merchant_id": ids["merchant_id"], "is_suspended": false}),
    ),
    bare("admin_remove_staff_member"),
    bare("admin_list_invitations"),
    naming(
        "admin_create_invitation",
        |ids| json!({"email": "odd@example.com", "role": ids["role_id"], "merchant_id": ids["merchant_id"]}),
    ),
    bare("admin_revoke_invitation"),
    with("admin_accept_invitation", |_| {
        json!({
            "token": "0000000000000000000000000000000000000000000000000000000000000000",
            "name": "Odd", "password": "violet kettle orbit tundra",
        })
    }),
    bare("admin_list_api_keys"),
    with(
        "admin_create_api_key",
        |_| json!({"name": "Odd", "authorities": ["products:read"], "networks": ["203.0.113.0/24"], "expires_at": "2100-01-01T00:00:00Z"}),
    ),
    with("admin_rotate_api_key", |_| json!({"overlap_seconds": 60})),
    bare("admin_revoke_api_key"),
    bare("admin_list_storefronts"),
    bare("admin_get_brand"),
    bare("admin_list_brand_versions"),
    bare("admin_list_brand_images"),
    sending("admin_upload_brand_image", picture),
    bare("admin_delete_brand_image"),
    with("admin_save_brand_draft", |_| {
        json!({
            "name": "Odd", "logo_url": "/media/logo.webp", "favicon_url": "/media/icon.webp",
            "colors": {
                "primary": "#1f2937", "on_primary": "#ffffff", "background": "#ffffff",
                "surface": "#f5f5f4", "text": "#1c1917", "accent": "#b45309",
            },
            "fonts": {"heading": "Lora", "body": "Inter"}, "radius": "small",
            "texts": {"cart.title": "Basket"},
            "pages": [{"slug": "imprint", "title": "Imprint", "html": "<p>Odd</p>"}],
        })
    }),
    bare("admin_create_brand_preview"),
    with("admin_publish_brand", |_| json!({"version": 1})),
    bare("admin_delete_brand_draft"),
    asking(
        "storefront_list_products",
        &["?category={category}", "?limit=1&cursor={product_cursor}"],
    ),
    bare("storefront_get_product"),
    bare("storefront_list_categories"),
    asking(
        "storefront_search_products",
        &[
            "?q={product_id}",
            "?category={category}",
            "?merchant={slug}&vendor={slug}&option={slug}:x",
            "?q=mug&cursor={product_cursor}",
        ],
    ),
    asking("storefront_suggest_searches", &["?q={product_id}"]),
    bare("storefront_get_picture"),
    bare("storefront_create_cart"),
    bare("storefront_get_cart"),
    naming(
        "storefront_add_cart_line",
        |ids| json!({"variant_id": ids["variant_id"], "quantity": 1}),
    ),
    with("storefront_change_cart_line", |_| json!({"quantity": 2})),
    naming("storefront_update_cart", |ids| {
        json!({
            "shipping_option_id": ids["shipping_option_id"], "email": "anna@example.com",
            "shipping_address": address(), "shipping_address_id": ids["address_id"],
            "billing_address": address(), "billing_address_id": ids["address_id"],
        })
    }),
    bare("storefront_list_shipping_options"),
    with("storefront_place_order", |_| {
        json!({
            "expected_total": {"amount": 1980, "currency": "EUR"}, "payment_provider": "stripe",
        })
    }),
    bare("storefront_get_order"),
    naming("storefront_record_events", |ids| {
        json!({
            "visit": "a-word-of-no-person", "consent": true,
            "events": [{"kind": "product_viewed", "product_id": ids["product_id"]}],
        })
    }),
    with("storefront_sign_up", |_| {
        json!({
            "email": "odd@strange.test", "password": "lamp river otter seven",
            "first_name": "Odd", "last_name": "Stranger", "terms_version": "1",
        })
    }),
    with(
        "storefront_resend_verification",
        |_| json!({"email": "odd@strange.test"}),
    ),
    with(
        "storefront_verify_email",
        |_| json!({"token": "0".repeat(64), "password": "lamp river otter seven"}),
    ),
    with(
        "storefront_refresh",
        |_| json!({"refresh_token": "0".repeat(64)}),
    ),
    with(
        "storefront_logout",
        |_| json!({"refresh_token": "0".repeat(64)}),
    ),
    with(
        "storefront_forgot_password",
        |_| json!({"email": "odd@strange.test"}),
    ),
    with(
        "storefront_reset_password",
        |_| json!({"token": "0".repeat(64), "password": "lamp river otter seven"}),
    ),
    asking(
        "storefront_list_own_orders",
        &["?limit=1&cursor={order_id}"],
    ),
    bare("storefront_get_own_order"),
    with(
        "webhook_sendgrid",
        |_| json!([{"event": "bounce", "email": "odd@example.com", "status": "5.1.1"}]),
    ),
    with("webhook_ses", |_| {
        json!({
            "Type": "Notification", "MessageId": "1", "Message": "{}", "Timestamp": "2026-01-01T00:00:00.000Z",
            "TopicArn": "arn:aws:sns:eu-central-1:123456789012:odd", "SignatureVersion": "2", "Signature": "",
            "SigningCertURL": "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem",
        })
    }),
    Case {
        queries: &["?tenant_id={tenant_id}&message_id={order_id}"],
        ..with(
            "webhook_twilio",
            |_| json!({"MessageSid": "SM0a", "MessageStatus": "delivered"}),
        )
    },
    with(
        "webhook_stripe",
        |_| json!({"id": "evt_1", "type": "payment_intent.succeeded"}),
    ),
    with(
        "admin_login",
        |_| json!({"email": "nobody@example.com", "password": "not a password of anybody", "code": "000000"}),
    ),
    bare("admin_list_merchants"),
    asking(
        "admin_list_merchant_orders",
        &["?limit=1&cursor={order_id}"],
    ),
    bare("admin_get_merchant_order"),
    with("admin_create_onboarding_link", |_| {
        json!({
            "return_url": "https://aurora.localhost/back", "refresh_url": "https://aurora.localhost/again",
        })
    }),
    bare("admin_list_balances"),
    asking("admin_report_sales", REPORT),
    asking("admin_report_products", REPORT),
    asking("admin_report_categories", REPORT),
    asking("admin_report_merchants", REPORT),
    asking("admin_report_storefronts", REPORT),
    asking("admin_report_countries", REPORT),
    asking("admin_report_customers", CUSTOMERS),
    asking("admin_report_cohorts", CUSTOMERS),
    asking(
        "admin_report_funnel",
        &[
            "?from=2025-01-01&to=2025-01-31&storefront_id={storefront_id}",
            "?from={order_id}&to=2025-01-31",
            "?from=2025-01-01&to={order_id}",
        ],
    ),
    asking("admin_export_report", REPORT),
    asking("admin_export_report_parquet", REPORT),
    bare("admin_get_report_settings"),
    with(
        "admin_set_report_settings",
        |_| json!({"time_zone": "Europe/Berlin"}),
    ),
    bare("admin_get_order_money"),
    asking(
        "admin_list_products",
        &["?limit=1&cursor={admin_cursor}", "?q={slug}"],
    ),
    bare("admin_get_search_synonyms"),
    with(
        "admin_set_search_synonyms",
        |_| json!({"groups": [{"terms": ["odd", "strange"]}]}),
    ),
    asking(
        "admin_list_search_terms",
        &["?day={slug}", "?cursor={admin_cursor}"],
    ),
    bare("admin_get_product"),
    naming("admin_create_product", |ids| {
        json!({
            "title": "Strange", "slug": "strange", "status": "draft", "description": "<p>Odd</p>",
            "subtitle": "Odd", "seo_title": "Odd", "seo_description": "Odd",
            "vendor": "Strangers", "product_type": "Mug", "tags": ["odd"], "category": ["Mugs"],
            "merchant_id": ids["merchant_id"], "options": ["Size"],
            "variants": [{
                "price": {"amount": 100, "currency": "EUR"}, "sku": "ODD-1", "barcode": "4006381",
                "options": ["L"],
            }],
        })
    }),
    with("admin_update_product", |_| {
        json!({
            "title": "Strange", "status": "draft", "description": "<p>Odd</p>",
            "vendor": "Strangers", "product_type": "Mug", "tags": ["odd"],
            "subtitle": "Odd", "seo_title": "Odd", "seo_description": "Odd",
        })
    }),
    with("admin_set_variant_price", |_| {
        json!({
            "price": {"amount": 1, "currency": "EUR"},
            "compare_at": {"amount": 2, "currency": "EUR"},
        })
    }),
    with("admin_set_variant_stock", |_| json!({"on_hand": 0})),
    bare("admin_get_catalog_settings"),
    with(
        "admin_set_catalog_settings",
        |_| json!({"unique_skus": false}),
    ),
    with(
        "operator_login",
        |_| json!({"email": "nobody@example.com", "password": "not a password of anybody", "code": "000000"}),
    ),
    bare("operator_list_tenants"),
    with("operator_create_tenant", |_| {
        json!({
            "slug": "strange", "name": "Strange", "hosts": ["shop.strange.example"],
            "owner": {
                "email": "a@strange.test", "password": "correct horse battery staple", "name": "A",
            },
            "merchants": [{"slug": "strangers", "name": "Strangers"}],
            "storefront": storefront(), "shipping_options": shipping(),
        })
    }),
    bare("operator_get_tenant"),
    with("operator_add_storefront", |_| {
        json!({
            "slug": "strange", "name": "Strange", "hosts": ["shop.strange.example"],
            "storefront": storefront(), "shipping_options": shipping(),
        })
    }),
    naming(
        "operator_add_host",
        |ids| json!({"host": "strange.example", "storefront_id": ids["storefront_id"]}),
    ),
];

pub(super) fn address() -> Value {
    json!({
        "first_name": "Anna", "last_name": "Example", "street_name": "Main street 1",
        "company": "Example Ltd", "second_line": "3rd floor", "region": "Berlin", "phone": "+49 30 123456",
        "city": "Berlin", "postal_code": "10115", "country": "DE",
    })
}

fn storefront() -> Value {
    json!({
        "currency": "EUR", "country": "DE", "locale": "de-DE", "tagline": "Odd things",
        "tax": {"included": true, "rate_ppm": 190_000, "name": "VAT"},
        "brand": {
            "name": "Strange", "logo_url": "https://strange.example/logo.png",
            "colors": {
                "primary": "#111111", "on_primary": "#ffffff", "background": "#ffffff",
                "surface": "#ffffff", "text": "#111111", "accent": "#333333",
            },
            "fonts": {"heading": "Inter", "body": "Inter"},
        },
    })
}

fn shipping() -> Value {
    json!([{"name": "Parcel", "rate": {"kind": "flat", "price": {"amount": 490, "currency": "EUR"}}, "countries": ["DE"]}])
}

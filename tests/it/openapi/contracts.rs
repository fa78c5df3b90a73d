//! What operations say of themselves beside their types: cost, caching, authority and problems.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use serde_json::{Value, json};

use super::{document, operations};
use crate::watchdogs::files;

/// The operations with `field`, by what it says.
fn operations_with(document: &Value, field: &str) -> Value {
    let mut found: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (_, operation) in operations(document) {
        let id = operation["operationId"].as_str().unwrap();
        if let Some(value) = operation.get(field) {
            let value = value.as_str().map_or(value.to_string(), str::to_owned);
            found.entry(value).or_default().insert(id);
        }
    }
    serde_json::to_value(found).unwrap()
}

#[test]
fn what_costs_more_than_others_says_so() {
    let document = document();

    let mut costs = operations_with(&document, "x-cost");

    let ordinary = costs.as_object_mut().unwrap().remove("ordinary").unwrap();
    let others = operations(&document).len() - ordinary.as_array().unwrap().len();
    assert_eq!(others, 50);
    assert_eq!(
        costs,
        json!({
            "credential": [
                "admin_accept_invitation", "admin_begin_second_factor", "admin_change_password",
                "admin_confirm_second_factor", "admin_create_tenant_switch", "admin_finish_tenant_switch", "admin_login", "admin_remove_second_factor",
                "admin_renew_recovery_codes", "admin_reset_password", "admin_step_up", "operator_begin_second_factor",
                "operator_confirm_second_factor", "operator_login", "operator_remove_second_factor", "operator_renew_recovery_codes",
                "storefront_begin_social_sign_in", "storefront_change_email", "storefront_change_password",
                "storefront_confirm_email_change", "storefront_confirm_newsletter", "storefront_delete_account", "storefront_export_account", "storefront_export_account_file",
                "storefront_finish_social_sign_in", "storefront_link_identity", "storefront_login", "storefront_login_with_code", "storefront_redeem_order_code", "storefront_reset_password", "storefront_undo_email_change",
                "storefront_verify_email",
            ],
            "liveness": ["health_live"],
            "mail": [
                "admin_create_customer", "admin_create_invitation", "admin_forgot_password", "admin_send_customer_password_reset", "storefront_forgot_password",
                "storefront_request_login_code", "storefront_request_order_code", "storefront_resend_verification", "storefront_sign_up", "storefront_subscribe_newsletter",
            ],
            "order": ["storefront_place_order"],
            "readiness": ["health_ready"],
            "report": ["storefront_report_review"],
            "webhook": ["webhook_sendgrid", "webhook_ses", "webhook_stripe", "webhook_twilio"],
        })
    );
}

#[test]
fn only_the_shop_window_is_cached() {
    assert_eq!(
        operations_with(&document(), "x-cached"),
        json!({"true": [
            "storefront_get_page", "storefront_get_product", "storefront_get_review_statistics",
            "storefront_get_store", "storefront_list_categories", "storefront_list_merchant_reviews", "storefront_list_products",
            "storefront_list_reviews", "storefront_search_products", "storefront_suggest_searches",
        ]})
    );
}

#[test]
fn whatever_needs_credentials_says_for_which_authority() {
    let document = document();

    for (name, operation) in operations(&document) {
        let needs_credentials = operation["security"] != json!([]);
        let has_authority = operation["x-authority"].is_array();
        // Whoever calls may know who they are, and look after their own account.
        let is_free = name.contains("/admin/v1/me") || name.contains("/operator/v1/me");
        assert!(has_authority || is_free || !needs_credentials, "{name}");
    }
}

/// A code that no operation lists would be one that nobody is sent.
#[test]
fn every_code_of_the_services_is_of_an_operation() {
    let case = Regex::new(r#"Case::[a-z]+\(\s*"([a-z_]+)""#).unwrap();
    let document = document().to_string();
    let mut codes = BTreeSet::new();
    // Imports run from the command line; letters and text messages are sent, and documents put, by the worker.
    let elsewhere = [
        "catalog/import/error.rs",
        "ports/mailer.rs",
        "ports/texter.rs",
        "ports/product_documents.rs",
    ];
    for source in files(&[".rs"]) {
        let is_elsewhere = elsewhere.iter().any(|path| source.path.ends_with(path));
        if !source.is_test() && !is_elsewhere {
            let text = source.without_tests();
            codes.extend(case.captures_iter(text).map(|it| it[1].to_owned()));
        }
    }

    let unsent: Vec<_> = codes
        .iter()
        .filter(|code| !document.contains(&format!("\"{code}\"")))
        .collect();

    assert!(codes.len() > 40, "{codes:?}");
    assert_eq!(unsent, [""; 0]);
}

// Generated from the API document by `make gen`. Do not edit.

//! Reasons of refusals, for [`Error::has_code`](crate::Error::has_code) and [`ApiError::code`](crate::ApiError::code). A
//! newer server may have others.

/// 403
pub const ACCOUNT_BLOCKED: &str = "account_blocked";
/// 422
pub const ACCOUNT_NEEDED: &str = "account_needed";
/// 422
pub const ADDRESS_NOT_FOUND: &str = "address_not_found";
/// 409
pub const ALREADY_MEMBER: &str = "already_member";
/// 409
pub const API_KEY_NOT_WORKING: &str = "api_key_not_working";
/// 422
pub const AUTHORITY_NOT_HELD: &str = "authority_not_held";
/// 413
pub const BODY_TOO_COMPLEX: &str = "body_too_complex";
/// 413
pub const BODY_TOO_LARGE: &str = "body_too_large";
/// 408
pub const BODY_TOO_SLOW: &str = "body_too_slow";
/// 422
pub const BRAND_REFUSED: &str = "brand_refused";
/// 422
pub const CANCELLATION_TOO_LARGE: &str = "cancellation_too_large";
/// 422
pub const CAPTURE_TOO_LARGE: &str = "capture_too_large";
/// 409
pub const CART_CHANGED: &str = "cart_changed";
/// 422
pub const CART_FULL: &str = "cart_full";
/// 409
pub const CART_LOCKED: &str = "cart_locked";
/// 422
pub const CHECKOUT_INCOMPLETE: &str = "checkout_incomplete";
/// 409
pub const COMPLETION_IN_PROGRESS: &str = "completion_in_progress";
/// 422
pub const CONSENT_REQUIRED: &str = "consent_required";
/// 422
pub const CURRENCY_NOT_SUPPORTED: &str = "currency_not_supported";
/// 400
pub const CURSOR_INVALID: &str = "cursor_invalid";
/// 403
pub const CUSTOMER_BLOCKED: &str = "customer_blocked";
/// 409
pub const CUSTOMER_EXISTS: &str = "customer_exists";
/// 409
pub const CUSTOMER_GROUP_IN_USE: &str = "customer_group_in_use";
/// 409
pub const CUSTOMER_GROUP_NAME_TAKEN: &str = "customer_group_name_taken";
/// 422
pub const CUSTOMER_GROUP_NOT_FOUND: &str = "customer_group_not_found";
/// 422
pub const CUSTOMER_NOT_FOUND: &str = "customer_not_found";
/// 503
pub const DATABASE_BUSY: &str = "database_busy";
/// 503
pub const DATABASE_UNAVAILABLE: &str = "database_unavailable";
/// 503
pub const DEADLINE_EXCEEDED: &str = "deadline_exceeded";
/// 503
pub const DNS_UNAVAILABLE: &str = "dns_unavailable";
/// 409
pub const EMAIL_NOT_RESENDABLE: &str = "email_not_resendable";
/// 422
pub const EMAIL_NOT_VERIFIED: &str = "email_not_verified";
/// 409
pub const EMAIL_QUEUED: &str = "email_queued";
/// 409
pub const EMAIL_SUPPRESSED: &str = "email_suppressed";
/// 422
pub const EMAIL_UNCHANGED: &str = "email_unchanged";
/// 422
pub const FULFILLMENT_TOO_LARGE: &str = "fulfillment_too_large";
/// 409
pub const FULFILLMENT_WRONG_STATUS: &str = "fulfillment_wrong_status";
/// 409
pub const HAS_SECOND_FACTOR: &str = "has_second_factor";
/// 409
pub const HOST_TAKEN: &str = "host_taken";
/// 422
pub const ID_TOKEN_REFUSED: &str = "id_token_refused";
/// 400
pub const IDEMPOTENCY_KEY_MALFORMED: &str = "idempotency_key_malformed";
/// 400
pub const IDEMPOTENCY_KEY_MISSING: &str = "idempotency_key_missing";
/// 422
pub const IDEMPOTENCY_KEY_REUSED: &str = "idempotency_key_reused";
/// 409
pub const IDENTITY_IN_USE: &str = "identity_in_use";
/// 503
pub const IDENTITY_PROVIDER_UNAVAILABLE: &str = "identity_provider_unavailable";
/// 422
pub const IMAGE_TOO_LARGE: &str = "image_too_large";
/// 422
pub const IMAGE_UNREADABLE: &str = "image_unreadable";
/// 422
pub const IMAGE_UNSUPPORTED: &str = "image_unsupported";
/// 409
pub const INSUFFICIENT_LOCATION_STOCK: &str = "insufficient_location_stock";
/// 409
pub const INSUFFICIENT_STOCK: &str = "insufficient_stock";
/// 500
pub const INTERNAL: &str = "internal";
/// 400
pub const INVALID_CODE: &str = "invalid_code";
/// 401
pub const INVALID_CREDENTIALS: &str = "invalid_credentials";
/// 400
pub const INVALID_ORDER_CODE: &str = "invalid_order_code";
/// 400
pub const INVALID_REQUEST: &str = "invalid_request";
/// 401
pub const INVALID_SECOND_FACTOR: &str = "invalid_second_factor";
/// 400
pub const INVALID_STATE: &str = "invalid_state";
/// 400
pub const INVALID_TOKEN: &str = "invalid_token";
/// 409
pub const ISSUER_IN_USE: &str = "issuer_in_use";
/// 422
pub const ISSUER_REFUSED: &str = "issuer_refused";
/// 503
pub const KEYS_UNAVAILABLE: &str = "keys_unavailable";
/// 409
pub const LAST_OWNER: &str = "last_owner";
/// 409
pub const LAST_SIGN_IN_METHOD: &str = "last_sign_in_method";
/// 409
pub const LINK_REQUIRED: &str = "link_required";
/// 409
pub const LOCATION_IN_USE: &str = "location_in_use";
/// 409
pub const LOCATION_INACTIVE: &str = "location_inactive";
/// 409
pub const LOCATION_NAME_TAKEN: &str = "location_name_taken";
/// 400
pub const MALFORMED_BODY: &str = "malformed_body";
/// 400
pub const MALFORMED_JSON: &str = "malformed_json";
/// 400
pub const MALFORMED_REQUEST: &str = "malformed_request";
/// 503
pub const MEDIA_UNAVAILABLE: &str = "media_unavailable";
/// 409
pub const MERCHANT_ACCOUNT_NOT_READY: &str = "merchant_account_not_ready";
/// 422
pub const MERCHANT_NOT_FOUND: &str = "merchant_not_found";
/// 409
pub const NO_DRAFT: &str = "no_draft";
/// 409
pub const NO_SECOND_FACTOR: &str = "no_second_factor";
/// 404
pub const NOT_FOUND: &str = "not_found";
/// 422
pub const NOTHING_TO_FULFILL: &str = "nothing_to_fulfill";
/// 409
pub const NOTHING_TO_PACK: &str = "nothing_to_pack";
/// 422
pub const ORDER_LINE_NOT_FOUND: &str = "order_line_not_found";
/// 422
pub const ORDER_NOT_FOUND: &str = "order_not_found";
/// 422
pub const ORDER_NOT_PAID: &str = "order_not_paid";
/// 403
pub const ORDER_NOTE_NOT_OWN: &str = "order_note_not_own";
/// 409
pub const ORDER_WRONG_STATUS: &str = "order_wrong_status";
/// 503
pub const OVERLOADED: &str = "overloaded";
/// 422
pub const PASSWORD_REQUIRED: &str = "password_required";
/// 422
pub const PAYMENT_FAILED: &str = "payment_failed";
/// 503
pub const PAYMENT_PROVIDER_UNAVAILABLE: &str = "payment_provider_unavailable";
/// 422
pub const PAYMENT_REFUSED: &str = "payment_refused";
/// 403
pub const PERMISSION_DENIED: &str = "permission_denied";
/// 410
pub const PRODUCT_GONE: &str = "product_gone";
/// 422
pub const PRODUCT_NOT_FOUND: &str = "product_not_found";
/// 422
pub const QUANTITY_TOO_LARGE: &str = "quantity_too_large";
/// 429
pub const RATE_LIMITED: &str = "rate_limited";
/// 422
pub const REFUND_EMPTY: &str = "refund_empty";
/// 422
pub const REFUND_TOO_LARGE: &str = "refund_too_large";
/// 409
pub const REPORTS_REBUILDING: &str = "reports_rebuilding";
/// 409
pub const REQUEST_IN_PROGRESS: &str = "request_in_progress";
/// 422
pub const RETURN_NOT_FOUND: &str = "return_not_found";
/// 409
pub const RETURN_OPEN: &str = "return_open";
/// 422
pub const RETURN_TOO_LARGE: &str = "return_too_large";
/// 409
pub const RETURN_WINDOW_CLOSED: &str = "return_window_closed";
/// 409
pub const RETURN_WRONG_STATUS: &str = "return_wrong_status";
/// 409
pub const REVIEW_APPEALED: &str = "review_appealed";
/// 409
pub const REVIEW_EDIT_WINDOW_OVER: &str = "review_edit_window_over";
/// 409
pub const REVIEW_EXISTS: &str = "review_exists";
/// 422
pub const REVIEW_OF_OWN_GOODS: &str = "review_of_own_goods";
/// 409
pub const REVIEW_WRONG_STATUS: &str = "review_wrong_status";
/// 409
pub const ROLE_IN_USE: &str = "role_in_use";
/// 409
pub const ROLE_NAME_TAKEN: &str = "role_name_taken";
/// 422
pub const ROLE_NOT_FOUND: &str = "role_not_found";
/// 401
pub const SECOND_FACTOR_REQUIRED: &str = "second_factor_required";
/// 409
pub const SELLER_INCOMPLETE: &str = "seller_incomplete";
/// 409
pub const SENDER_DOMAIN_EXISTS: &str = "sender_domain_exists";
/// 409
pub const SENDER_DOMAIN_IN_USE: &str = "sender_domain_in_use";
/// 409
pub const SENDER_DOMAIN_USED: &str = "sender_domain_used";
/// 409
pub const SENDER_DOMAINS_UNSUPPORTED: &str = "sender_domains_unsupported";
/// 422
pub const SEVERAL_MERCHANTS: &str = "several_merchants";
/// 422
pub const SHIPPING_OPTION_NOT_FOUND: &str = "shipping_option_not_found";
/// 503
pub const SIGN_IN_BUSY: &str = "sign_in_busy";
/// 409
pub const SKU_TAKEN: &str = "sku_taken";
/// 409
pub const SLUG_TAKEN: &str = "slug_taken";
/// 503
pub const STATEMENT_TIMEOUT: &str = "statement_timeout";
/// 403
pub const STEP_UP_REQUIRED: &str = "step_up_required";
/// 409
pub const STOCK_CHANGED: &str = "stock_changed";
/// 422
pub const STOCK_NOT_FOUND: &str = "stock_not_found";
/// 409
pub const STOCK_RESERVED: &str = "stock_reserved";
/// 422
pub const STOREFRONT_NOT_FOUND: &str = "storefront_not_found";
/// 409
pub const STOREFRONT_SLUG_TAKEN: &str = "storefront_slug_taken";
/// 409
pub const TENANT_SLUG_TAKEN: &str = "tenant_slug_taken";
/// 403, 503
pub const TENANT_SUSPENDED: &str = "tenant_suspended";
/// 409
pub const TOO_MANY_ADDRESSES: &str = "too_many_addresses";
/// 409
pub const TOO_MANY_API_KEYS: &str = "too_many_api_keys";
/// 429
pub const TOO_MANY_ATTEMPTS: &str = "too_many_attempts";
/// 409
pub const TOO_MANY_CUSTOMER_GROUPS: &str = "too_many_customer_groups";
/// 409
pub const TOO_MANY_IDENTITY_PROVIDERS: &str = "too_many_identity_providers";
/// 409
pub const TOO_MANY_IMAGES: &str = "too_many_images";
/// 409
pub const TOO_MANY_INVITATIONS: &str = "too_many_invitations";
/// 409
pub const TOO_MANY_LOCATIONS: &str = "too_many_locations";
/// 409
pub const TOO_MANY_PICTURES: &str = "too_many_pictures";
/// 409
pub const TOO_MANY_ROLES: &str = "too_many_roles";
/// 409
pub const TOO_MANY_SENDER_DOMAINS: &str = "too_many_sender_domains";
/// 429
pub const TOO_MANY_UNPAID_ORDERS: &str = "too_many_unpaid_orders";
/// 422
pub const TOTAL_TOO_LARGE: &str = "total_too_large";
/// 422
pub const TOTAL_TOO_SMALL: &str = "total_too_small";
/// 401
pub const UNAUTHENTICATED: &str = "unauthenticated";
/// 415
pub const UNSUPPORTED_MEDIA_TYPE: &str = "unsupported_media_type";
/// 422
pub const VARIANT_NOT_FOUND: &str = "variant_not_found";
/// 409
pub const VERSION_MISMATCH: &str = "version_mismatch";
/// 422
pub const VERSION_NOT_FOUND: &str = "version_not_found";
/// 422
pub const WEAK_PASSWORD: &str = "weak_password";
/// 422
pub const WRONG_CODE: &str = "wrong_code";
/// 422
pub const WRONG_PASSWORD: &str = "wrong_password";

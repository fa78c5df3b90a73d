// Generated from the API document by `make gen`. Do not edit.

/** Reasons of refusals, for `hasCode` and `ApiError.code`. A newer server may have others. */
export const problemCodes = {
  /** 403 */
  accountBlocked: "account_blocked",
  /** 422 */
  accountNeeded: "account_needed",
  /** 422 */
  addressNotFound: "address_not_found",
  /** 409 */
  alreadyMember: "already_member",
  /** 409 */
  apiKeyNotWorking: "api_key_not_working",
  /** 422 */
  authorityNotHeld: "authority_not_held",
  /** 413 */
  bodyTooComplex: "body_too_complex",
  /** 413 */
  bodyTooLarge: "body_too_large",
  /** 408 */
  bodyTooSlow: "body_too_slow",
  /** 422 */
  brandRefused: "brand_refused",
  /** 422 */
  cancellationTooLarge: "cancellation_too_large",
  /** 422 */
  captureTooLarge: "capture_too_large",
  /** 409 */
  cartChanged: "cart_changed",
  /** 422 */
  cartFull: "cart_full",
  /** 409 */
  cartLocked: "cart_locked",
  /** 422 */
  checkoutIncomplete: "checkout_incomplete",
  /** 409 */
  completionInProgress: "completion_in_progress",
  /** 422 */
  consentRequired: "consent_required",
  /** 422 */
  currencyNotSupported: "currency_not_supported",
  /** 400 */
  cursorInvalid: "cursor_invalid",
  /** 403 */
  customerBlocked: "customer_blocked",
  /** 409 */
  customerExists: "customer_exists",
  /** 409 */
  customerGroupInUse: "customer_group_in_use",
  /** 409 */
  customerGroupNameTaken: "customer_group_name_taken",
  /** 422 */
  customerGroupNotFound: "customer_group_not_found",
  /** 422 */
  customerNotFound: "customer_not_found",
  /** 503 */
  databaseBusy: "database_busy",
  /** 503 */
  databaseUnavailable: "database_unavailable",
  /** 503 */
  deadlineExceeded: "deadline_exceeded",
  /** 503 */
  dnsUnavailable: "dns_unavailable",
  /** 409 */
  emailNotResendable: "email_not_resendable",
  /** 422 */
  emailNotVerified: "email_not_verified",
  /** 409 */
  emailQueued: "email_queued",
  /** 409 */
  emailSuppressed: "email_suppressed",
  /** 422 */
  emailUnchanged: "email_unchanged",
  /** 422 */
  fulfillmentTooLarge: "fulfillment_too_large",
  /** 409 */
  fulfillmentWrongStatus: "fulfillment_wrong_status",
  /** 409 */
  hasSecondFactor: "has_second_factor",
  /** 409 */
  hostTaken: "host_taken",
  /** 422 */
  idTokenRefused: "id_token_refused",
  /** 400 */
  idempotencyKeyMalformed: "idempotency_key_malformed",
  /** 400 */
  idempotencyKeyMissing: "idempotency_key_missing",
  /** 422 */
  idempotencyKeyReused: "idempotency_key_reused",
  /** 409 */
  identityInUse: "identity_in_use",
  /** 503 */
  identityProviderUnavailable: "identity_provider_unavailable",
  /** 422 */
  imageTooLarge: "image_too_large",
  /** 422 */
  imageUnreadable: "image_unreadable",
  /** 422 */
  imageUnsupported: "image_unsupported",
  /** 409 */
  insufficientLocationStock: "insufficient_location_stock",
  /** 409 */
  insufficientStock: "insufficient_stock",
  /** 500 */
  internal: "internal",
  /** 400 */
  invalidCode: "invalid_code",
  /** 401 */
  invalidCredentials: "invalid_credentials",
  /** 400 */
  invalidOrderCode: "invalid_order_code",
  /** 400 */
  invalidRequest: "invalid_request",
  /** 401 */
  invalidSecondFactor: "invalid_second_factor",
  /** 400 */
  invalidState: "invalid_state",
  /** 400 */
  invalidToken: "invalid_token",
  /** 409 */
  issuerInUse: "issuer_in_use",
  /** 422 */
  issuerRefused: "issuer_refused",
  /** 503 */
  keysUnavailable: "keys_unavailable",
  /** 409 */
  lastOwner: "last_owner",
  /** 409 */
  lastSignInMethod: "last_sign_in_method",
  /** 409 */
  linkRequired: "link_required",
  /** 409 */
  locationInUse: "location_in_use",
  /** 409 */
  locationInactive: "location_inactive",
  /** 409 */
  locationNameTaken: "location_name_taken",
  /** 400 */
  malformedBody: "malformed_body",
  /** 400 */
  malformedJson: "malformed_json",
  /** 400 */
  malformedRequest: "malformed_request",
  /** 503 */
  mediaUnavailable: "media_unavailable",
  /** 409 */
  merchantAccountNotReady: "merchant_account_not_ready",
  /** 422 */
  merchantNotFound: "merchant_not_found",
  /** 409 */
  noDraft: "no_draft",
  /** 409 */
  noSecondFactor: "no_second_factor",
  /** 404 */
  notFound: "not_found",
  /** 422 */
  nothingToFulfill: "nothing_to_fulfill",
  /** 409 */
  nothingToPack: "nothing_to_pack",
  /** 422 */
  orderLineNotFound: "order_line_not_found",
  /** 422 */
  orderNotFound: "order_not_found",
  /** 422 */
  orderNotPaid: "order_not_paid",
  /** 403 */
  orderNoteNotOwn: "order_note_not_own",
  /** 409 */
  orderWrongStatus: "order_wrong_status",
  /** 503 */
  overloaded: "overloaded",
  /** 422 */
  passwordRequired: "password_required",
  /** 422 */
  paymentFailed: "payment_failed",
  /** 503 */
  paymentProviderUnavailable: "payment_provider_unavailable",
  /** 422 */
  paymentRefused: "payment_refused",
  /** 403 */
  permissionDenied: "permission_denied",
  /** 410 */
  productGone: "product_gone",
  /** 422 */
  productNotFound: "product_not_found",
  /** 422 */
  quantityTooLarge: "quantity_too_large",
  /** 429 */
  rateLimited: "rate_limited",
  /** 422 */
  refundEmpty: "refund_empty",
  /** 422 */
  refundTooLarge: "refund_too_large",
  /** 409 */
  reportsRebuilding: "reports_rebuilding",
  /** 409 */
  requestInProgress: "request_in_progress",
  /** 422 */
  returnNotFound: "return_not_found",
  /** 409 */
  returnOpen: "return_open",
  /** 422 */
  returnTooLarge: "return_too_large",
  /** 409 */
  returnWindowClosed: "return_window_closed",
  /** 409 */
  returnWrongStatus: "return_wrong_status",
  /** 409 */
  reviewAppealed: "review_appealed",
  /** 409 */
  reviewEditWindowOver: "review_edit_window_over",
  /** 409 */
  reviewExists: "review_exists",
  /** 422 */
  reviewOfOwnGoods: "review_of_own_goods",
  /** 409 */
  reviewWrongStatus: "review_wrong_status",
  /** 409 */
  roleInUse: "role_in_use",
  /** 409 */
  roleNameTaken: "role_name_taken",
  /** 422 */
  roleNotFound: "role_not_found",
  /** 401 */
  secondFactorRequired: "second_factor_required",
  /** 409 */
  sellerIncomplete: "seller_incomplete",
  /** 409 */
  senderDomainExists: "sender_domain_exists",
  /** 409 */
  senderDomainInUse: "sender_domain_in_use",
  /** 409 */
  senderDomainUsed: "sender_domain_used",
  /** 409 */
  senderDomainsUnsupported: "sender_domains_unsupported",
  /** 422 */
  severalMerchants: "several_merchants",
  /** 422 */
  shippingOptionNotFound: "shipping_option_not_found",
  /** 503 */
  signInBusy: "sign_in_busy",
  /** 409 */
  skuTaken: "sku_taken",
  /** 409 */
  slugTaken: "slug_taken",
  /** 503 */
  statementTimeout: "statement_timeout",
  /** 403 */
  stepUpRequired: "step_up_required",
  /** 409 */
  stockChanged: "stock_changed",
  /** 422 */
  stockNotFound: "stock_not_found",
  /** 409 */
  stockReserved: "stock_reserved",
  /** 422 */
  storefrontNotFound: "storefront_not_found",
  /** 409 */
  storefrontSlugTaken: "storefront_slug_taken",
  /** 409 */
  tenantSlugTaken: "tenant_slug_taken",
  /** 403, 503 */
  tenantSuspended: "tenant_suspended",
  /** 409 */
  tooManyAddresses: "too_many_addresses",
  /** 409 */
  tooManyApiKeys: "too_many_api_keys",
  /** 429 */
  tooManyAttempts: "too_many_attempts",
  /** 409 */
  tooManyCustomerGroups: "too_many_customer_groups",
  /** 409 */
  tooManyIdentityProviders: "too_many_identity_providers",
  /** 409 */
  tooManyImages: "too_many_images",
  /** 409 */
  tooManyInvitations: "too_many_invitations",
  /** 409 */
  tooManyLocations: "too_many_locations",
  /** 409 */
  tooManyPictures: "too_many_pictures",
  /** 409 */
  tooManyRoles: "too_many_roles",
  /** 409 */
  tooManySenderDomains: "too_many_sender_domains",
  /** 429 */
  tooManyUnpaidOrders: "too_many_unpaid_orders",
  /** 422 */
  totalTooLarge: "total_too_large",
  /** 422 */
  totalTooSmall: "total_too_small",
  /** 401 */
  unauthenticated: "unauthenticated",
  /** 415 */
  unsupportedMediaType: "unsupported_media_type",
  /** 422 */
  variantNotFound: "variant_not_found",
  /** 409 */
  versionMismatch: "version_mismatch",
  /** 422 */
  versionNotFound: "version_not_found",
  /** 422 */
  weakPassword: "weak_password",
  /** 422 */
  wrongCode: "wrong_code",
  /** 422 */
  wrongPassword: "wrong_password",
} as const;

/** One of the reasons that the API document of this version names. */
export type ProblemCode = (typeof problemCodes)[keyof typeof problemCodes];

// Code generated from the API document by `make gen`. DO NOT EDIT.

package stoa

// ProblemCode is a reason of a refusal, for HasCode and APIError.Code.
type ProblemCode = string

// The reasons that the API document of this version names. A newer server may have others.
const (
	// CodeAccountBlocked comes with 403.
	CodeAccountBlocked ProblemCode = "account_blocked"
	// CodeAccountNeeded comes with 422.
	CodeAccountNeeded ProblemCode = "account_needed"
	// CodeAddressNotFound comes with 422.
	CodeAddressNotFound ProblemCode = "address_not_found"
	// CodeAlreadyMember comes with 409.
	CodeAlreadyMember ProblemCode = "already_member"
	// CodeAPIKeyNotWorking comes with 409.
	CodeAPIKeyNotWorking ProblemCode = "api_key_not_working"
	// CodeAuthorityNotHeld comes with 422.
	CodeAuthorityNotHeld ProblemCode = "authority_not_held"
	// CodeBodyTooComplex comes with 413.
	CodeBodyTooComplex ProblemCode = "body_too_complex"
	// CodeBodyTooLarge comes with 413.
	CodeBodyTooLarge ProblemCode = "body_too_large"
	// CodeBodyTooSlow comes with 408.
	CodeBodyTooSlow ProblemCode = "body_too_slow"
	// CodeBrandRefused comes with 422.
	CodeBrandRefused ProblemCode = "brand_refused"
	// CodeCancellationTooLarge comes with 422.
	CodeCancellationTooLarge ProblemCode = "cancellation_too_large"
	// CodeCaptureTooLarge comes with 422.
	CodeCaptureTooLarge ProblemCode = "capture_too_large"
	// CodeCartChanged comes with 409.
	CodeCartChanged ProblemCode = "cart_changed"
	// CodeCartFull comes with 422.
	CodeCartFull ProblemCode = "cart_full"
	// CodeCartLocked comes with 409.
	CodeCartLocked ProblemCode = "cart_locked"
	// CodeCheckoutIncomplete comes with 422.
	CodeCheckoutIncomplete ProblemCode = "checkout_incomplete"
	// CodeCompletionInProgress comes with 409.
	CodeCompletionInProgress ProblemCode = "completion_in_progress"
	// CodeConsentRequired comes with 422.
	CodeConsentRequired ProblemCode = "consent_required"
	// CodeCurrencyNotSupported comes with 422.
	CodeCurrencyNotSupported ProblemCode = "currency_not_supported"
	// CodeCursorInvalid comes with 400.
	CodeCursorInvalid ProblemCode = "cursor_invalid"
	// CodeCustomerBlocked comes with 403.
	CodeCustomerBlocked ProblemCode = "customer_blocked"
	// CodeCustomerExists comes with 409.
	CodeCustomerExists ProblemCode = "customer_exists"
	// CodeCustomerGroupInUse comes with 409.
	CodeCustomerGroupInUse ProblemCode = "customer_group_in_use"
	// CodeCustomerGroupNameTaken comes with 409.
	CodeCustomerGroupNameTaken ProblemCode = "customer_group_name_taken"
	// CodeCustomerGroupNotFound comes with 422.
	CodeCustomerGroupNotFound ProblemCode = "customer_group_not_found"
	// CodeCustomerNotFound comes with 422.
	CodeCustomerNotFound ProblemCode = "customer_not_found"
	// CodeDatabaseBusy comes with 503.
	CodeDatabaseBusy ProblemCode = "database_busy"
	// CodeDatabaseUnavailable comes with 503.
	CodeDatabaseUnavailable ProblemCode = "database_unavailable"
	// CodeDeadlineExceeded comes with 503.
	CodeDeadlineExceeded ProblemCode = "deadline_exceeded"
	// CodeDnsUnavailable comes with 503.
	CodeDnsUnavailable ProblemCode = "dns_unavailable"
	// CodeEmailNotResendable comes with 409.
	CodeEmailNotResendable ProblemCode = "email_not_resendable"
	// CodeEmailNotVerified comes with 422.
	CodeEmailNotVerified ProblemCode = "email_not_verified"
	// CodeEmailQueued comes with 409.
	CodeEmailQueued ProblemCode = "email_queued"
	// CodeEmailSuppressed comes with 409.
	CodeEmailSuppressed ProblemCode = "email_suppressed"
	// CodeEmailUnchanged comes with 422.
	CodeEmailUnchanged ProblemCode = "email_unchanged"
	// CodeFulfillmentTooLarge comes with 422.
	CodeFulfillmentTooLarge ProblemCode = "fulfillment_too_large"
	// CodeFulfillmentWrongStatus comes with 409.
	CodeFulfillmentWrongStatus ProblemCode = "fulfillment_wrong_status"
	// CodeHasSecondFactor comes with 409.
	CodeHasSecondFactor ProblemCode = "has_second_factor"
	// CodeHostTaken comes with 409.
	CodeHostTaken ProblemCode = "host_taken"
	// CodeIDTokenRefused comes with 422.
	CodeIDTokenRefused ProblemCode = "id_token_refused"
	// CodeIdempotencyKeyMalformed comes with 400.
	CodeIdempotencyKeyMalformed ProblemCode = "idempotency_key_malformed"
	// CodeIdempotencyKeyMissing comes with 400.
	CodeIdempotencyKeyMissing ProblemCode = "idempotency_key_missing"
	// CodeIdempotencyKeyReused comes with 422.
	CodeIdempotencyKeyReused ProblemCode = "idempotency_key_reused"
	// CodeIdentityInUse comes with 409.
	CodeIdentityInUse ProblemCode = "identity_in_use"
	// CodeIdentityProviderUnavailable comes with 503.
	CodeIdentityProviderUnavailable ProblemCode = "identity_provider_unavailable"
	// CodeImageTooLarge comes with 422.
	CodeImageTooLarge ProblemCode = "image_too_large"
	// CodeImageUnreadable comes with 422.
	CodeImageUnreadable ProblemCode = "image_unreadable"
	// CodeImageUnsupported comes with 422.
	CodeImageUnsupported ProblemCode = "image_unsupported"
	// CodeInsufficientLocationStock comes with 409.
	CodeInsufficientLocationStock ProblemCode = "insufficient_location_stock"
	// CodeInsufficientStock comes with 409.
	CodeInsufficientStock ProblemCode = "insufficient_stock"
	// CodeInternal comes with 500.
	CodeInternal ProblemCode = "internal"
	// CodeInvalidCode comes with 400.
	CodeInvalidCode ProblemCode = "invalid_code"
	// CodeInvalidCredentials comes with 401.
	CodeInvalidCredentials ProblemCode = "invalid_credentials"
	// CodeInvalidOrderCode comes with 400.
	CodeInvalidOrderCode ProblemCode = "invalid_order_code"
	// CodeInvalidRequest comes with 400.
	CodeInvalidRequest ProblemCode = "invalid_request"
	// CodeInvalidSecondFactor comes with 401.
	CodeInvalidSecondFactor ProblemCode = "invalid_second_factor"
	// CodeInvalidState comes with 400.
	CodeInvalidState ProblemCode = "invalid_state"
	// CodeInvalidToken comes with 400.
	CodeInvalidToken ProblemCode = "invalid_token"
	// CodeIssuerInUse comes with 409.
	CodeIssuerInUse ProblemCode = "issuer_in_use"
	// CodeIssuerRefused comes with 422.
	CodeIssuerRefused ProblemCode = "issuer_refused"
	// CodeKeysUnavailable comes with 503.
	CodeKeysUnavailable ProblemCode = "keys_unavailable"
	// CodeLastOwner comes with 409.
	CodeLastOwner ProblemCode = "last_owner"
	// CodeLastSignInMethod comes with 409.
	CodeLastSignInMethod ProblemCode = "last_sign_in_method"
	// CodeLinkRequired comes with 409.
	CodeLinkRequired ProblemCode = "link_required"
	// CodeLocationInUse comes with 409.
	CodeLocationInUse ProblemCode = "location_in_use"
	// CodeLocationInactive comes with 409.
	CodeLocationInactive ProblemCode = "location_inactive"
	// CodeLocationNameTaken comes with 409.
	CodeLocationNameTaken ProblemCode = "location_name_taken"
	// CodeMalformedBody comes with 400.
	CodeMalformedBody ProblemCode = "malformed_body"
	// CodeMalformedJSON comes with 400.
	CodeMalformedJSON ProblemCode = "malformed_json"
	// CodeMalformedRequest comes with 400.
	CodeMalformedRequest ProblemCode = "malformed_request"
	// CodeMediaUnavailable comes with 503.
	CodeMediaUnavailable ProblemCode = "media_unavailable"
	// CodeMerchantAccountNotReady comes with 409.
	CodeMerchantAccountNotReady ProblemCode = "merchant_account_not_ready"
	// CodeMerchantNotFound comes with 422.
	CodeMerchantNotFound ProblemCode = "merchant_not_found"
	// CodeNoDraft comes with 409.
	CodeNoDraft ProblemCode = "no_draft"
	// CodeNoSecondFactor comes with 409.
	CodeNoSecondFactor ProblemCode = "no_second_factor"
	// CodeNotFound comes with 404.
	CodeNotFound ProblemCode = "not_found"
	// CodeNothingToFulfill comes with 422.
	CodeNothingToFulfill ProblemCode = "nothing_to_fulfill"
	// CodeNothingToPack comes with 409.
	CodeNothingToPack ProblemCode = "nothing_to_pack"
	// CodeOrderLineNotFound comes with 422.
	CodeOrderLineNotFound ProblemCode = "order_line_not_found"
	// CodeOrderNotFound comes with 422.
	CodeOrderNotFound ProblemCode = "order_not_found"
	// CodeOrderNotPaid comes with 422.
	CodeOrderNotPaid ProblemCode = "order_not_paid"
	// CodeOrderNoteNotOwn comes with 403.
	CodeOrderNoteNotOwn ProblemCode = "order_note_not_own"
	// CodeOrderWrongStatus comes with 409.
	CodeOrderWrongStatus ProblemCode = "order_wrong_status"
	// CodeOverloaded comes with 503.
	CodeOverloaded ProblemCode = "overloaded"
	// CodePasswordRequired comes with 422.
	CodePasswordRequired ProblemCode = "password_required"
	// CodePaymentFailed comes with 422.
	CodePaymentFailed ProblemCode = "payment_failed"
	// CodePaymentProviderUnavailable comes with 503.
	CodePaymentProviderUnavailable ProblemCode = "payment_provider_unavailable"
	// CodePaymentRefused comes with 422.
	CodePaymentRefused ProblemCode = "payment_refused"
	// CodePermissionDenied comes with 403.
	CodePermissionDenied ProblemCode = "permission_denied"
	// CodeProductGone comes with 410.
	CodeProductGone ProblemCode = "product_gone"
	// CodeProductNotFound comes with 422.
	CodeProductNotFound ProblemCode = "product_not_found"
	// CodeQuantityTooLarge comes with 422.
	CodeQuantityTooLarge ProblemCode = "quantity_too_large"
	// CodeRateLimited comes with 429.
	CodeRateLimited ProblemCode = "rate_limited"
	// CodeRefundEmpty comes with 422.
	CodeRefundEmpty ProblemCode = "refund_empty"
	// CodeRefundTooLarge comes with 422.
	CodeRefundTooLarge ProblemCode = "refund_too_large"
	// CodeReportsRebuilding comes with 409.
	CodeReportsRebuilding ProblemCode = "reports_rebuilding"
	// CodeRequestInProgress comes with 409.
	CodeRequestInProgress ProblemCode = "request_in_progress"
	// CodeReturnNotFound comes with 422.
	CodeReturnNotFound ProblemCode = "return_not_found"
	// CodeReturnOpen comes with 409.
	CodeReturnOpen ProblemCode = "return_open"
	// CodeReturnTooLarge comes with 422.
	CodeReturnTooLarge ProblemCode = "return_too_large"
	// CodeReturnWindowClosed comes with 409.
	CodeReturnWindowClosed ProblemCode = "return_window_closed"
	// CodeReturnWrongStatus comes with 409.
	CodeReturnWrongStatus ProblemCode = "return_wrong_status"
	// CodeReviewAppealed comes with 409.
	CodeReviewAppealed ProblemCode = "review_appealed"
	// CodeReviewEditWindowOver comes with 409.
	CodeReviewEditWindowOver ProblemCode = "review_edit_window_over"
	// CodeReviewExists comes with 409.
	CodeReviewExists ProblemCode = "review_exists"
	// CodeReviewOfOwnGoods comes with 422.
	CodeReviewOfOwnGoods ProblemCode = "review_of_own_goods"
	// CodeReviewWrongStatus comes with 409.
	CodeReviewWrongStatus ProblemCode = "review_wrong_status"
	// CodeRoleInUse comes with 409.
	CodeRoleInUse ProblemCode = "role_in_use"
	// CodeRoleNameTaken comes with 409.
	CodeRoleNameTaken ProblemCode = "role_name_taken"
	// CodeRoleNotFound comes with 422.
	CodeRoleNotFound ProblemCode = "role_not_found"
	// CodeSecondFactorRequired comes with 401.
	CodeSecondFactorRequired ProblemCode = "second_factor_required"
	// CodeSellerIncomplete comes with 409.
	CodeSellerIncomplete ProblemCode = "seller_incomplete"
	// CodeSenderDomainExists comes with 409.
	CodeSenderDomainExists ProblemCode = "sender_domain_exists"
	// CodeSenderDomainInUse comes with 409.
	CodeSenderDomainInUse ProblemCode = "sender_domain_in_use"
	// CodeSenderDomainUsed comes with 409.
	CodeSenderDomainUsed ProblemCode = "sender_domain_used"
	// CodeSenderDomainsUnsupported comes with 409.
	CodeSenderDomainsUnsupported ProblemCode = "sender_domains_unsupported"
	// CodeSeveralMerchants comes with 422.
	CodeSeveralMerchants ProblemCode = "several_merchants"
	// CodeShippingOptionNotFound comes with 422.
	CodeShippingOptionNotFound ProblemCode = "shipping_option_not_found"
	// CodeSignInBusy comes with 503.
	CodeSignInBusy ProblemCode = "sign_in_busy"
	// CodeSKUTaken comes with 409.
	CodeSKUTaken ProblemCode = "sku_taken"
	// CodeSlugTaken comes with 409.
	CodeSlugTaken ProblemCode = "slug_taken"
	// CodeStatementTimeout comes with 503.
	CodeStatementTimeout ProblemCode = "statement_timeout"
	// CodeStepUpRequired comes with 403.
	CodeStepUpRequired ProblemCode = "step_up_required"
	// CodeStockChanged comes with 409.
	CodeStockChanged ProblemCode = "stock_changed"
	// CodeStockNotFound comes with 422.
	CodeStockNotFound ProblemCode = "stock_not_found"
	// CodeStockReserved comes with 409.
	CodeStockReserved ProblemCode = "stock_reserved"
	// CodeStorefrontNotFound comes with 422.
	CodeStorefrontNotFound ProblemCode = "storefront_not_found"
	// CodeStorefrontSlugTaken comes with 409.
	CodeStorefrontSlugTaken ProblemCode = "storefront_slug_taken"
	// CodeTenantSlugTaken comes with 409.
	CodeTenantSlugTaken ProblemCode = "tenant_slug_taken"
	// CodeTenantSuspended comes with 403, 503.
	CodeTenantSuspended ProblemCode = "tenant_suspended"
	// CodeTooManyAddresses comes with 409.
	CodeTooManyAddresses ProblemCode = "too_many_addresses"
	// CodeTooManyAPIKeys comes with 409.
	CodeTooManyAPIKeys ProblemCode = "too_many_api_keys"
	// CodeTooManyAttempts comes with 429.
	CodeTooManyAttempts ProblemCode = "too_many_attempts"
	// CodeTooManyCustomerGroups comes with 409.
	CodeTooManyCustomerGroups ProblemCode = "too_many_customer_groups"
	// CodeTooManyIdentityProviders comes with 409.
	CodeTooManyIdentityProviders ProblemCode = "too_many_identity_providers"
	// CodeTooManyImages comes with 409.
	CodeTooManyImages ProblemCode = "too_many_images"
	// CodeTooManyInvitations comes with 409.
	CodeTooManyInvitations ProblemCode = "too_many_invitations"
	// CodeTooManyLocations comes with 409.
	CodeTooManyLocations ProblemCode = "too_many_locations"
	// CodeTooManyPictures comes with 409.
	CodeTooManyPictures ProblemCode = "too_many_pictures"
	// CodeTooManyRoles comes with 409.
	CodeTooManyRoles ProblemCode = "too_many_roles"
	// CodeTooManySenderDomains comes with 409.
	CodeTooManySenderDomains ProblemCode = "too_many_sender_domains"
	// CodeTooManyUnpaidOrders comes with 429.
	CodeTooManyUnpaidOrders ProblemCode = "too_many_unpaid_orders"
	// CodeTotalTooLarge comes with 422.
	CodeTotalTooLarge ProblemCode = "total_too_large"
	// CodeTotalTooSmall comes with 422.
	CodeTotalTooSmall ProblemCode = "total_too_small"
	// CodeUnauthenticated comes with 401.
	CodeUnauthenticated ProblemCode = "unauthenticated"
	// CodeUnsupportedMediaType comes with 415.
	CodeUnsupportedMediaType ProblemCode = "unsupported_media_type"
	// CodeVariantNotFound comes with 422.
	CodeVariantNotFound ProblemCode = "variant_not_found"
	// CodeVersionMismatch comes with 409.
	CodeVersionMismatch ProblemCode = "version_mismatch"
	// CodeVersionNotFound comes with 422.
	CodeVersionNotFound ProblemCode = "version_not_found"
	// CodeWeakPassword comes with 422.
	CodeWeakPassword ProblemCode = "weak_password"
	// CodeWrongCode comes with 422.
	CodeWrongCode ProblemCode = "wrong_code"
	// CodeWrongPassword comes with 422.
	CodeWrongPassword ProblemCode = "wrong_password"
)

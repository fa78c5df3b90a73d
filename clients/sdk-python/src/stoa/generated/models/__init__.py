# Generated from the API document by `make gen`. Do not edit.

from stoa.generated.models.accepted_invitation import AcceptedInvitation
from stoa.generated.models.account import Account
from stoa.generated.models.account_cart import AccountCart
from stoa.generated.models.account_change import AccountChange
from stoa.generated.models.account_customer_group import AccountCustomerGroup
from stoa.generated.models.account_customer_group_list import AccountCustomerGroupList
from stoa.generated.models.account_deletion import AccountDeletion
from stoa.generated.models.account_export import AccountExport
from stoa.generated.models.account_export_file import AccountExportFile
from stoa.generated.models.add_cart_line import AddCartLine
from stoa.generated.models.add_customer_group_members import AddCustomerGroupMembers
from stoa.generated.models.address import Address
from stoa.generated.models.adjust_stock_request import AdjustStockRequest
from stoa.generated.models.admin_category import AdminCategory
from stoa.generated.models.admin_category_page import AdminCategoryPage
from stoa.generated.models.admin_create_return import AdminCreateReturn
from stoa.generated.models.admin_create_return_line import AdminCreateReturnLine
from stoa.generated.models.admin_document import AdminDocument
from stoa.generated.models.admin_document_list import AdminDocumentList
from stoa.generated.models.admin_document_page import AdminDocumentPage
from stoa.generated.models.admin_fulfillment import AdminFulfillment
from stoa.generated.models.admin_fulfillment_line import AdminFulfillmentLine
from stoa.generated.models.admin_image import AdminImage
from stoa.generated.models.admin_order import AdminOrder
from stoa.generated.models.admin_order_line import AdminOrderLine
from stoa.generated.models.admin_order_page import AdminOrderPage
from stoa.generated.models.admin_order_share import AdminOrderShare
from stoa.generated.models.admin_order_summary import AdminOrderSummary
from stoa.generated.models.admin_order_tax import AdminOrderTax
from stoa.generated.models.admin_order_totals import AdminOrderTotals
from stoa.generated.models.admin_price import AdminPrice
from stoa.generated.models.admin_product import AdminProduct
from stoa.generated.models.admin_product_page import AdminProductPage
from stoa.generated.models.admin_product_summary import AdminProductSummary
from stoa.generated.models.admin_return import AdminReturn
from stoa.generated.models.admin_return_line import AdminReturnLine
from stoa.generated.models.admin_return_page import AdminReturnPage
from stoa.generated.models.admin_review import AdminReview
from stoa.generated.models.admin_review_answer import AdminReviewAnswer
from stoa.generated.models.admin_review_details import AdminReviewDetails
from stoa.generated.models.admin_review_page import AdminReviewPage
from stoa.generated.models.admin_review_picture import AdminReviewPicture
from stoa.generated.models.admin_stock import AdminStock
from stoa.generated.models.admin_storefront import AdminStorefront
from stoa.generated.models.admin_storefront_list import AdminStorefrontList
from stoa.generated.models.admin_variant import AdminVariant
from stoa.generated.models.allocation_rule import AllocationRule
from stoa.generated.models.answer_review import AnswerReview
from stoa.generated.models.api_key import ApiKey
from stoa.generated.models.api_key_list import ApiKeyList
from stoa.generated.models.appeal_review import AppealReview
from stoa.generated.models.audit_change import AuditChange
from stoa.generated.models.audit_entry import AuditEntry
from stoa.generated.models.audit_entry_page import AuditEntryPage
from stoa.generated.models.audit_field import AuditField
from stoa.generated.models.audit_key import AuditKey
from stoa.generated.models.authority import Authority
from stoa.generated.models.authority_list import AuthorityList
from stoa.generated.models.begin_social_sign_in import BeginSocialSignIn
from stoa.generated.models.brand_colors import BrandColors
from stoa.generated.models.brand_fonts import BrandFonts
from stoa.generated.models.brand_image import BrandImage
from stoa.generated.models.brand_image_list import BrandImageList
from stoa.generated.models.brand_kit import BrandKit
from stoa.generated.models.brand_page import BrandPage
from stoa.generated.models.brand_state import BrandState
from stoa.generated.models.brand_version import BrandVersion
from stoa.generated.models.brand_version_list import BrandVersionList
from stoa.generated.models.bulk_problem import BulkProblem
from stoa.generated.models.cancellation import Cancellation
from stoa.generated.models.cancellation_line import CancellationLine
from stoa.generated.models.cancelled_line import CancelledLine
from stoa.generated.models.capture_request import CaptureRequest
from stoa.generated.models.capture_rule import CaptureRule
from stoa.generated.models.cart import Cart
from stoa.generated.models.cart_left_out import CartLeftOut
from stoa.generated.models.cart_left_out_reason import CartLeftOutReason
from stoa.generated.models.cart_line import CartLine
from stoa.generated.models.cart_settings import CartSettings
from stoa.generated.models.cart_side import CartSide
from stoa.generated.models.cart_status import CartStatus
from stoa.generated.models.cart_takeover import CartTakeover
from stoa.generated.models.cart_takeover_outcome import CartTakeoverOutcome
from stoa.generated.models.cart_takeover_rule import CartTakeoverRule
from stoa.generated.models.catalog_settings import CatalogSettings
from stoa.generated.models.category import Category
from stoa.generated.models.category_count import CategoryCount
from stoa.generated.models.category_list import CategoryList
from stoa.generated.models.category_report import CategoryReport
from stoa.generated.models.category_sales import CategorySales
from stoa.generated.models.change_address import ChangeAddress
from stoa.generated.models.change_cart import ChangeCart
from stoa.generated.models.change_cart_line import ChangeCartLine
from stoa.generated.models.change_orders import ChangeOrders
from stoa.generated.models.change_product import ChangeProduct
from stoa.generated.models.changed_order import ChangedOrder
from stoa.generated.models.changed_order_list import ChangedOrderList
from stoa.generated.models.checkout import Checkout
from stoa.generated.models.checkout_order import CheckoutOrder
from stoa.generated.models.checkout_payment import CheckoutPayment
from stoa.generated.models.checkout_request import CheckoutRequest
from stoa.generated.models.code_credentials import CodeCredentials
from stoa.generated.models.cohort import Cohort
from stoa.generated.models.cohort_month import CohortMonth
from stoa.generated.models.cohort_report import CohortReport
from stoa.generated.models.cohort_sales import CohortSales
from stoa.generated.models.consent_purpose import ConsentPurpose
from stoa.generated.models.consent_record import ConsentRecord
from stoa.generated.models.consent_source import ConsentSource
from stoa.generated.models.consents import Consents
from stoa.generated.models.counted_events import CountedEvents
from stoa.generated.models.counted_order_page import CountedOrderPage
from stoa.generated.models.country_report import CountryReport
from stoa.generated.models.country_sales import CountrySales
from stoa.generated.models.create_address import CreateAddress
from stoa.generated.models.create_api_key import CreateApiKey
from stoa.generated.models.create_brand import CreateBrand
from stoa.generated.models.create_cancellation import CreateCancellation
from stoa.generated.models.create_colors import CreateColors
from stoa.generated.models.create_customer import CreateCustomer
from stoa.generated.models.create_customer_group import CreateCustomerGroup
from stoa.generated.models.create_fonts import CreateFonts
from stoa.generated.models.create_fulfillment import CreateFulfillment
from stoa.generated.models.create_host import CreateHost
from stoa.generated.models.create_identity_provider import CreateIdentityProvider
from stoa.generated.models.create_invitation import CreateInvitation
from stoa.generated.models.create_location import CreateLocation
from stoa.generated.models.create_mail_suppression import CreateMailSuppression
from stoa.generated.models.create_merchant import CreateMerchant
from stoa.generated.models.create_onboarding_link import CreateOnboardingLink
from stoa.generated.models.create_operator_access import CreateOperatorAccess
from stoa.generated.models.create_owner import CreateOwner
from stoa.generated.models.create_product import CreateProduct
from stoa.generated.models.create_refund import CreateRefund
from stoa.generated.models.create_return import CreateReturn
from stoa.generated.models.create_return_line import CreateReturnLine
from stoa.generated.models.create_review import CreateReview
from stoa.generated.models.create_sender_domain import CreateSenderDomain
from stoa.generated.models.create_shipping_option import CreateShippingOption
from stoa.generated.models.create_shipping_rate import CreateShippingRate
from stoa.generated.models.create_storefront import CreateStorefront
from stoa.generated.models.create_tax import CreateTax
from stoa.generated.models.create_tenant import CreateTenant
from stoa.generated.models.create_tenant_storefront import CreateTenantStorefront
from stoa.generated.models.create_tracking import CreateTracking
from stoa.generated.models.create_variant import CreateVariant
from stoa.generated.models.credentials import Credentials
from stoa.generated.models.customer import Customer
from stoa.generated.models.customer_address import CustomerAddress
from stoa.generated.models.customer_consent import CustomerConsent
from stoa.generated.models.customer_consents import CustomerConsents
from stoa.generated.models.customer_group import CustomerGroup
from stoa.generated.models.customer_group_list import CustomerGroupList
from stoa.generated.models.customer_group_member import CustomerGroupMember
from stoa.generated.models.customer_group_member_page import CustomerGroupMemberPage
from stoa.generated.models.customer_group_prices import CustomerGroupPrices
from stoa.generated.models.customer_group_prices_page import CustomerGroupPricesPage
from stoa.generated.models.customer_page import CustomerPage
from stoa.generated.models.customer_period import CustomerPeriod
from stoa.generated.models.customer_report import CustomerReport
from stoa.generated.models.customer_summary import CustomerSummary
from stoa.generated.models.device_session import DeviceSession
from stoa.generated.models.device_session_list import DeviceSessionList
from stoa.generated.models.dns_record_purpose import DnsRecordPurpose
from stoa.generated.models.dns_record_state import DnsRecordState
from stoa.generated.models.document_kind import DocumentKind
from stoa.generated.models.edit_review import EditReview
from stoa.generated.models.email_address import EmailAddress
from stoa.generated.models.email_change import EmailChange
from stoa.generated.models.email_change_token import EmailChangeToken
from stoa.generated.models.email_copy import EmailCopy
from stoa.generated.models.email_detail import EmailDetail
from stoa.generated.models.email_kind import EmailKind
from stoa.generated.models.email_outcome import EmailOutcome
from stoa.generated.models.email_page import EmailPage
from stoa.generated.models.email_preferences import EmailPreferences
from stoa.generated.models.email_summary import EmailSummary
from stoa.generated.models.explanation import Explanation
from stoa.generated.models.explanation_list import ExplanationList
from stoa.generated.models.exported_cart import ExportedCart
from stoa.generated.models.exported_cart_line import ExportedCartLine
from stoa.generated.models.field_problem import FieldProblem
from stoa.generated.models.finish_social_sign_in import FinishSocialSignIn
from stoa.generated.models.flat_rate import FlatRate
from stoa.generated.models.focal_point import FocalPoint
from stoa.generated.models.fulfilled_line import FulfilledLine
from stoa.generated.models.fulfillment import Fulfillment
from stoa.generated.models.fulfillment_line import FulfillmentLine
from stoa.generated.models.fulfillment_status import FulfillmentStatus
from stoa.generated.models.funnel_refusal import FunnelRefusal
from stoa.generated.models.funnel_report import FunnelReport
from stoa.generated.models.guest_cart import GuestCart
from stoa.generated.models.identity_provider import IdentityProvider
from stoa.generated.models.identity_provider_list import IdentityProviderList
from stoa.generated.models.image_source import ImageSource
from stoa.generated.models.invitation import Invitation
from stoa.generated.models.invitation_acceptance import InvitationAcceptance
from stoa.generated.models.invitation_list import InvitationList
from stoa.generated.models.invoicing_settings import InvoicingSettings
from stoa.generated.models.kit_status import KitStatus
from stoa.generated.models.ledger_balance import LedgerBalance
from stoa.generated.models.ledger_balance_list import LedgerBalanceList
from stoa.generated.models.ledger_posting import LedgerPosting
from stoa.generated.models.ledger_transaction import LedgerTransaction
from stoa.generated.models.link_identity import LinkIdentity
from stoa.generated.models.linked_identity import LinkedIdentity
from stoa.generated.models.location import Location
from stoa.generated.models.location_list import LocationList
from stoa.generated.models.location_stock import LocationStock
from stoa.generated.models.mail_provider import MailProvider
from stoa.generated.models.mail_suppression import MailSuppression
from stoa.generated.models.mail_suppression_page import MailSuppressionPage
from stoa.generated.models.mail_suppression_reason import MailSuppressionReason
from stoa.generated.models.mail_token import MailToken
from stoa.generated.models.me import Me
from stoa.generated.models.merchant import Merchant
from stoa.generated.models.merchant_account import MerchantAccount
from stoa.generated.models.merchant_account_status import MerchantAccountStatus
from stoa.generated.models.merchant_count import MerchantCount
from stoa.generated.models.merchant_list import MerchantList
from stoa.generated.models.merchant_order import MerchantOrder
from stoa.generated.models.merchant_order_earnings import MerchantOrderEarnings
from stoa.generated.models.merchant_order_line import MerchantOrderLine
from stoa.generated.models.merchant_order_page import MerchantOrderPage
from stoa.generated.models.merchant_order_summary import MerchantOrderSummary
from stoa.generated.models.merchant_report import MerchantReport
from stoa.generated.models.merchant_review import MerchantReview
from stoa.generated.models.merchant_reviews import MerchantReviews
from stoa.generated.models.merchant_sales import MerchantSales
from stoa.generated.models.money import Money
from stoa.generated.models.new_api_key import NewApiKey
from stoa.generated.models.newsletter_request import NewsletterRequest
from stoa.generated.models.newsletter_subscriber import NewsletterSubscriber
from stoa.generated.models.newsletter_subscriber_page import NewsletterSubscriberPage
from stoa.generated.models.newsletter_token import NewsletterToken
from stoa.generated.models.not_returnable import NotReturnable
from stoa.generated.models.onboarding_link import OnboardingLink
from stoa.generated.models.open_account_cart import OpenAccountCart
from stoa.generated.models.opened_operator_access import OpenedOperatorAccess
from stoa.generated.models.operator_access import OperatorAccess
from stoa.generated.models.operator_access_list import OperatorAccessList
from stoa.generated.models.operator_me import OperatorMe
from stoa.generated.models.operator_second_factor_confirmed import OperatorSecondFactorConfirmed
from stoa.generated.models.option_facet import OptionFacet
from stoa.generated.models.order import Order
from stoa.generated.models.order_access import OrderAccess
from stoa.generated.models.order_dispute import OrderDispute
from stoa.generated.models.order_document import OrderDocument
from stoa.generated.models.order_document_list import OrderDocumentList
from stoa.generated.models.order_event import OrderEvent
from stoa.generated.models.order_event_page import OrderEventPage
from stoa.generated.models.order_fulfillment_status import OrderFulfillmentStatus
from stoa.generated.models.order_line import OrderLine
from stoa.generated.models.order_money import OrderMoney
from stoa.generated.models.order_money_line import OrderMoneyLine
from stoa.generated.models.order_money_payment import OrderMoneyPayment
from stoa.generated.models.order_money_refund import OrderMoneyRefund
from stoa.generated.models.order_money_share import OrderMoneyShare
from stoa.generated.models.order_money_transfer import OrderMoneyTransfer
from stoa.generated.models.order_name import OrderName
from stoa.generated.models.order_note import OrderNote
from stoa.generated.models.order_page import OrderPage
from stoa.generated.models.order_payment_status import OrderPaymentStatus
from stoa.generated.models.order_return import OrderReturn
from stoa.generated.models.order_return_line import OrderReturnLine
from stoa.generated.models.order_return_list import OrderReturnList
from stoa.generated.models.order_sort import OrderSort
from stoa.generated.models.order_status import OrderStatus
from stoa.generated.models.order_summary import OrderSummary
from stoa.generated.models.order_tags import OrderTags
from stoa.generated.models.orders_action import OrdersAction
from stoa.generated.models.own_email import OwnEmail
from stoa.generated.models.own_review import OwnReview
from stoa.generated.models.own_review_list import OwnReviewList
from stoa.generated.models.own_review_page import OwnReviewPage
from stoa.generated.models.password_change import PasswordChange
from stoa.generated.models.password_reset import PasswordReset
from stoa.generated.models.payment_provider import PaymentProvider
from stoa.generated.models.payment_settings import PaymentSettings
from stoa.generated.models.payment_status import PaymentStatus
from stoa.generated.models.period_sales import PeriodSales
from stoa.generated.models.preview_link import PreviewLink
from stoa.generated.models.price_facet import PriceFacet
from stoa.generated.models.price_range import PriceRange
from stoa.generated.models.problem import Problem
from stoa.generated.models.product import Product
from stoa.generated.models.product_image import ProductImage
from stoa.generated.models.product_option import ProductOption
from stoa.generated.models.product_page import ProductPage
from stoa.generated.models.product_report import ProductReport
from stoa.generated.models.product_reviews import ProductReviews
from stoa.generated.models.product_sales import ProductSales
from stoa.generated.models.product_sort import ProductSort
from stoa.generated.models.product_status import ProductStatus
from stoa.generated.models.product_summary import ProductSummary
from stoa.generated.models.product_variant import ProductVariant
from stoa.generated.models.product_variant_stock import ProductVariantStock
from stoa.generated.models.product_visibility import ProductVisibility
from stoa.generated.models.publish_brand import PublishBrand
from stoa.generated.models.radius import Radius
from stoa.generated.models.rating import Rating
from stoa.generated.models.receive_return import ReceiveReturn
from stoa.generated.models.received_line import ReceivedLine
from stoa.generated.models.record_events import RecordEvents
from stoa.generated.models.recovery_codes import RecoveryCodes
from stoa.generated.models.redeem_order_code import RedeemOrderCode
from stoa.generated.models.refresh_token import RefreshToken
from stoa.generated.models.refund import Refund
from stoa.generated.models.refund_line import RefundLine
from stoa.generated.models.refund_preview import RefundPreview
from stoa.generated.models.refund_preview_merchant import RefundPreviewMerchant
from stoa.generated.models.refund_status import RefundStatus
from stoa.generated.models.refunded_line import RefundedLine
from stoa.generated.models.reject_review import RejectReview
from stoa.generated.models.rejected_reviews import RejectedReviews
from stoa.generated.models.report_interval import ReportInterval
from stoa.generated.models.report_kind import ReportKind
from stoa.generated.models.report_review import ReportReview
from stoa.generated.models.report_settings import ReportSettings
from stoa.generated.models.requirement import Requirement
from stoa.generated.models.return_decision import ReturnDecision
from stoa.generated.models.return_policy import ReturnPolicy
from stoa.generated.models.return_reason import ReturnReason
from stoa.generated.models.return_status import ReturnStatus
from stoa.generated.models.review import Review
from stoa.generated.models.review_answer import ReviewAnswer
from stoa.generated.models.review_count import ReviewCount
from stoa.generated.models.review_decision import ReviewDecision
from stoa.generated.models.review_hold import ReviewHold
from stoa.generated.models.review_picture import ReviewPicture
from stoa.generated.models.review_reason import ReviewReason
from stoa.generated.models.review_report import ReviewReport
from stoa.generated.models.review_settings import ReviewSettings
from stoa.generated.models.review_sort import ReviewSort
from stoa.generated.models.review_statistics import ReviewStatistics
from stoa.generated.models.review_status import ReviewStatus
from stoa.generated.models.review_subject import ReviewSubject
from stoa.generated.models.role_input import RoleInput
from stoa.generated.models.rotate_api_key import RotateApiKey
from stoa.generated.models.sales_figures import SalesFigures
from stoa.generated.models.sales_report import SalesReport
from stoa.generated.models.sales_total import SalesTotal
from stoa.generated.models.saved_address import SavedAddress
from stoa.generated.models.saved_address_list import SavedAddressList
from stoa.generated.models.saved_brand import SavedBrand
from stoa.generated.models.search_facets import SearchFacets
from stoa.generated.models.search_result import SearchResult
from stoa.generated.models.search_sort import SearchSort
from stoa.generated.models.search_suggestions import SearchSuggestions
from stoa.generated.models.search_synonyms import SearchSynonyms
from stoa.generated.models.search_term import SearchTerm
from stoa.generated.models.search_term_page import SearchTermPage
from stoa.generated.models.second_factor import SecondFactor
from stoa.generated.models.second_factor_code import SecondFactorCode
from stoa.generated.models.second_factor_enrolment import SecondFactorEnrolment
from stoa.generated.models.second_factor_seed import SecondFactorSeed
from stoa.generated.models.seller import Seller
from stoa.generated.models.seller_field import SellerField
from stoa.generated.models.sender_dns_record import SenderDnsRecord
from stoa.generated.models.sender_domain import SenderDomain
from stoa.generated.models.sender_domain_list import SenderDomainList
from stoa.generated.models.sender_domain_state import SenderDomainState
from stoa.generated.models.session import Session
from stoa.generated.models.set_customer_group_price import SetCustomerGroupPrice
from stoa.generated.models.set_customer_group_prices import SetCustomerGroupPrices
from stoa.generated.models.set_invoicing_settings import SetInvoicingSettings
from stoa.generated.models.set_location_stock import SetLocationStock
from stoa.generated.models.set_price import SetPrice
from stoa.generated.models.set_report_settings import SetReportSettings
from stoa.generated.models.set_sms_settings import SetSmsSettings
from stoa.generated.models.set_stock import SetStock
from stoa.generated.models.set_storefront_sender import SetStorefrontSender
from stoa.generated.models.shipping_option import ShippingOption
from stoa.generated.models.shipping_option_list import ShippingOptionList
from stoa.generated.models.shop_event_kind import ShopEventKind
from stoa.generated.models.shopper_credentials import ShopperCredentials
from stoa.generated.models.shopper_session import ShopperSession
from stoa.generated.models.sign_in_methods import SignInMethods
from stoa.generated.models.sign_in_provider import SignInProvider
from stoa.generated.models.sign_in_provider_list import SignInProviderList
from stoa.generated.models.sign_up_request import SignUpRequest
from stoa.generated.models.sms_settings import SmsSettings
from stoa.generated.models.social_session import SocialSession
from stoa.generated.models.social_start import SocialStart
from stoa.generated.models.staff_address import StaffAddress
from stoa.generated.models.staff_credentials import StaffCredentials
from stoa.generated.models.staff_device_session import StaffDeviceSession
from stoa.generated.models.staff_device_session_list import StaffDeviceSessionList
from stoa.generated.models.staff_member_change import StaffMemberChange
from stoa.generated.models.staff_password_change import StaffPasswordChange
from stoa.generated.models.staff_password_reset import StaffPasswordReset
from stoa.generated.models.staff_profile import StaffProfile
from stoa.generated.models.staff_record import StaffRecord
from stoa.generated.models.staff_record_list import StaffRecordList
from stoa.generated.models.staff_refresh import StaffRefresh
from stoa.generated.models.staff_role import StaffRole
from stoa.generated.models.staff_role_list import StaffRoleList
from stoa.generated.models.staff_session import StaffSession
from stoa.generated.models.staff_settings import StaffSettings
from stoa.generated.models.staff_tenant import StaffTenant
from stoa.generated.models.staff_tenant_list import StaffTenantList
from stoa.generated.models.stepped_up import SteppedUp
from stoa.generated.models.stock_adjusted import StockAdjusted
from stoa.generated.models.stock_adjustment import StockAdjustment
from stoa.generated.models.stock_alert import StockAlert
from stoa.generated.models.stock_alert_kind import StockAlertKind
from stoa.generated.models.stock_alert_page import StockAlertPage
from stoa.generated.models.stock_allocation import StockAllocation
from stoa.generated.models.stock_allocation_list import StockAllocationList
from stoa.generated.models.stock_display import StockDisplay
from stoa.generated.models.stock_level import StockLevel
from stoa.generated.models.stock_movement import StockMovement
from stoa.generated.models.stock_movement_cause import StockMovementCause
from stoa.generated.models.stock_movement_page import StockMovementPage
from stoa.generated.models.stock_settings import StockSettings
from stoa.generated.models.store import Store
from stoa.generated.models.store_brand import StoreBrand
from stoa.generated.models.store_colors import StoreColors
from stoa.generated.models.store_fonts import StoreFonts
from stoa.generated.models.store_page import StorePage
from stoa.generated.models.store_page_link import StorePageLink
from stoa.generated.models.store_tax import StoreTax
from stoa.generated.models.storefront_report import StorefrontReport
from stoa.generated.models.storefront_sales import StorefrontSales
from stoa.generated.models.storefront_sender import StorefrontSender
from stoa.generated.models.storefront_stock_display import StorefrontStockDisplay
from stoa.generated.models.synonym_group import SynonymGroup
from stoa.generated.models.tenant import Tenant
from stoa.generated.models.tenant_merchant import TenantMerchant
from stoa.generated.models.tenant_page import TenantPage
from stoa.generated.models.tenant_status import TenantStatus
from stoa.generated.models.tenant_storefront import TenantStorefront
from stoa.generated.models.tenant_summary import TenantSummary
from stoa.generated.models.tenant_switch import TenantSwitch
from stoa.generated.models.tenant_switch_token import TenantSwitchToken
from stoa.generated.models.timeline_kind import TimelineKind
from stoa.generated.models.timeline_visibility import TimelineVisibility
from stoa.generated.models.totals import Totals
from stoa.generated.models.transfer_status import TransferStatus
from stoa.generated.models.update_category_image import UpdateCategoryImage
from stoa.generated.models.update_consents import UpdateConsents
from stoa.generated.models.update_customer import UpdateCustomer
from stoa.generated.models.update_customer_group import UpdateCustomerGroup
from stoa.generated.models.update_identity_provider import UpdateIdentityProvider
from stoa.generated.models.update_image import UpdateImage
from stoa.generated.models.update_location import UpdateLocation
from stoa.generated.models.update_variant_stock import UpdateVariantStock
from stoa.generated.models.value_count import ValueCount
from stoa.generated.models.variant_stock import VariantStock
from stoa.generated.models.visit_event import VisitEvent
from stoa.generated.models.weight_rate import WeightRate
from stoa.generated.models.weight_tier import WeightTier
from stoa.generated.models.write_order_note import WriteOrderNote

__all__ = [
    "AcceptedInvitation",
    "Account",
    "AccountCart",
    "AccountChange",
    "AccountCustomerGroup",
    "AccountCustomerGroupList",
    "AccountDeletion",
    "AccountExport",
    "AccountExportFile",
    "AddCartLine",
    "AddCustomerGroupMembers",
    "Address",
    "AdjustStockRequest",
    "AdminCategory",
    "AdminCategoryPage",
    "AdminCreateReturn",
    "AdminCreateReturnLine",
    "AdminDocument",
    "AdminDocumentList",
    "AdminDocumentPage",
    "AdminFulfillment",
    "AdminFulfillmentLine",
    "AdminImage",
    "AdminOrder",
    "AdminOrderLine",
    "AdminOrderPage",
    "AdminOrderShare",
    "AdminOrderSummary",
    "AdminOrderTax",
    "AdminOrderTotals",
    "AdminPrice",
    "AdminProduct",
    "AdminProductPage",
    "AdminProductSummary",
    "AdminReturn",
    "AdminReturnLine",
    "AdminReturnPage",
    "AdminReview",
    "AdminReviewAnswer",
    "AdminReviewDetails",
    "AdminReviewPage",
    "AdminReviewPicture",
    "AdminStock",
    "AdminStorefront",
    "AdminStorefrontList",
    "AdminVariant",
    "AllocationRule",
    "AnswerReview",
    "ApiKey",
    "ApiKeyList",
    "AppealReview",
    "AuditChange",
    "AuditEntry",
    "AuditEntryPage",
    "AuditField",
    "AuditKey",
    "Authority",
    "AuthorityList",
    "BeginSocialSignIn",
    "BrandColors",
    "BrandFonts",
    "BrandImage",
    "BrandImageList",
    "BrandKit",
    "BrandPage",
    "BrandState",
    "BrandVersion",
    "BrandVersionList",
    "BulkProblem",
    "Cancellation",
    "CancellationLine",
    "CancelledLine",
    "CaptureRequest",
    "CaptureRule",
    "Cart",
    "CartLeftOut",
    "CartLeftOutReason",
    "CartLine",
    "CartSettings",
    "CartSide",
    "CartStatus",
    "CartTakeover",
    "CartTakeoverOutcome",
    "CartTakeoverRule",
    "CatalogSettings",
    "Category",
    "CategoryCount",
    "CategoryList",
    "CategoryReport",
    "CategorySales",
    "ChangeAddress",
    "ChangeCart",
    "ChangeCartLine",
    "ChangeOrders",
    "ChangeProduct",
    "ChangedOrder",
    "ChangedOrderList",
    "Checkout",
    "CheckoutOrder",
    "CheckoutPayment",
    "CheckoutRequest",
    "CodeCredentials",
    "Cohort",
    "CohortMonth",
    "CohortReport",
    "CohortSales",
    "ConsentPurpose",
    "ConsentRecord",
    "ConsentSource",
    "Consents",
    "CountedEvents",
    "CountedOrderPage",
    "CountryReport",
    "CountrySales",
    "CreateAddress",
    "CreateApiKey",
    "CreateBrand",
    "CreateCancellation",
    "CreateColors",
    "CreateCustomer",
    "CreateCustomerGroup",
    "CreateFonts",
    "CreateFulfillment",
    "CreateHost",
    "CreateIdentityProvider",
    "CreateInvitation",
    "CreateLocation",
    "CreateMailSuppression",
    "CreateMerchant",
    "CreateOnboardingLink",
    "CreateOperatorAccess",
    "CreateOwner",
    "CreateProduct",
    "CreateRefund",
    "CreateReturn",
    "CreateReturnLine",
    "CreateReview",
    "CreateSenderDomain",
    "CreateShippingOption",
    "CreateShippingRate",
    "CreateStorefront",
    "CreateTax",
    "CreateTenant",
    "CreateTenantStorefront",
    "CreateTracking",
    "CreateVariant",
    "Credentials",
    "Customer",
    "CustomerAddress",
    "CustomerConsent",
    "CustomerConsents",
    "CustomerGroup",
    "CustomerGroupList",
    "CustomerGroupMember",
    "CustomerGroupMemberPage",
    "CustomerGroupPrices",
    "CustomerGroupPricesPage",
    "CustomerPage",
    "CustomerPeriod",
    "CustomerReport",
    "CustomerSummary",
    "DeviceSession",
    "DeviceSessionList",
    "DnsRecordPurpose",
    "DnsRecordState",
    "DocumentKind",
    "EditReview",
    "EmailAddress",
    "EmailChange",
    "EmailChangeToken",
    "EmailCopy",
    "EmailDetail",
    "EmailKind",
    "EmailOutcome",
    "EmailPage",
    "EmailPreferences",
    "EmailSummary",
    "Explanation",
    "ExplanationList",
    "ExportedCart",
    "ExportedCartLine",
    "FieldProblem",
    "FinishSocialSignIn",
    "FlatRate",
    "FocalPoint",
    "FulfilledLine",
    "Fulfillment",
    "FulfillmentLine",
    "FulfillmentStatus",
    "FunnelRefusal",
    "FunnelReport",
    "GuestCart",
    "IdentityProvider",
    "IdentityProviderList",
    "ImageSource",
    "Invitation",
    "InvitationAcceptance",
    "InvitationList",
    "InvoicingSettings",
    "KitStatus",
    "LedgerBalance",
    "LedgerBalanceList",
    "LedgerPosting",
    "LedgerTransaction",
    "LinkIdentity",
    "LinkedIdentity",
    "Location",
    "LocationList",
    "LocationStock",
    "MailProvider",
    "MailSuppression",
    "MailSuppressionPage",
    "MailSuppressionReason",
    "MailToken",
    "Me",
    "Merchant",
    "MerchantAccount",
    "MerchantAccountStatus",
    "MerchantCount",
    "MerchantList",
    "MerchantOrder",
    "MerchantOrderEarnings",
    "MerchantOrderLine",
    "MerchantOrderPage",
    "MerchantOrderSummary",
    "MerchantReport",
    "MerchantReview",
    "MerchantReviews",
    "MerchantSales",
    "Money",
    "NewApiKey",
    "NewsletterRequest",
    "NewsletterSubscriber",
    "NewsletterSubscriberPage",
    "NewsletterToken",
    "NotReturnable",
    "OnboardingLink",
    "OpenAccountCart",
    "OpenedOperatorAccess",
    "OperatorAccess",
    "OperatorAccessList",
    "OperatorMe",
    "OperatorSecondFactorConfirmed",
    "OptionFacet",
    "Order",
    "OrderAccess",
    "OrderDispute",
    "OrderDocument",
    "OrderDocumentList",
    "OrderEvent",
    "OrderEventPage",
    "OrderFulfillmentStatus",
    "OrderLine",
    "OrderMoney",
    "OrderMoneyLine",
    "OrderMoneyPayment",
    "OrderMoneyRefund",
    "OrderMoneyShare",
    "OrderMoneyTransfer",
    "OrderName",
    "OrderNote",
    "OrderPage",
    "OrderPaymentStatus",
    "OrderReturn",
    "OrderReturnLine",
    "OrderReturnList",
    "OrderSort",
    "OrderStatus",
    "OrderSummary",
    "OrderTags",
    "OrdersAction",
    "OwnEmail",
    "OwnReview",
    "OwnReviewList",
    "OwnReviewPage",
    "PasswordChange",
    "PasswordReset",
    "PaymentProvider",
    "PaymentSettings",
    "PaymentStatus",
    "PeriodSales",
    "PreviewLink",
    "PriceFacet",
    "PriceRange",
    "Problem",
    "Product",
    "ProductImage",
    "ProductOption",
    "ProductPage",
    "ProductReport",
    "ProductReviews",
    "ProductSales",
    "ProductSort",
    "ProductStatus",
    "ProductSummary",
    "ProductVariant",
    "ProductVariantStock",
    "ProductVisibility",
    "PublishBrand",
    "Radius",
    "Rating",
    "ReceiveReturn",
    "ReceivedLine",
    "RecordEvents",
    "RecoveryCodes",
    "RedeemOrderCode",
    "RefreshToken",
    "Refund",
    "RefundLine",
    "RefundPreview",
    "RefundPreviewMerchant",
    "RefundStatus",
    "RefundedLine",
    "RejectReview",
    "RejectedReviews",
    "ReportInterval",
    "ReportKind",
    "ReportReview",
    "ReportSettings",
    "Requirement",
    "ReturnDecision",
    "ReturnPolicy",
    "ReturnReason",
    "ReturnStatus",
    "Review",
    "ReviewAnswer",
    "ReviewCount",
    "ReviewDecision",
    "ReviewHold",
    "ReviewPicture",
    "ReviewReason",
    "ReviewReport",
    "ReviewSettings",
    "ReviewSort",
    "ReviewStatistics",
    "ReviewStatus",
    "ReviewSubject",
    "RoleInput",
    "RotateApiKey",
    "SalesFigures",
    "SalesReport",
    "SalesTotal",
    "SavedAddress",
    "SavedAddressList",
    "SavedBrand",
    "SearchFacets",
    "SearchResult",
    "SearchSort",
    "SearchSuggestions",
    "SearchSynonyms",
    "SearchTerm",
    "SearchTermPage",
    "SecondFactor",
    "SecondFactorCode",
    "SecondFactorEnrolment",
    "SecondFactorSeed",
    "Seller",
    "SellerField",
    "SenderDnsRecord",
    "SenderDomain",
    "SenderDomainList",
    "SenderDomainState",
    "Session",
    "SetCustomerGroupPrice",
    "SetCustomerGroupPrices",
    "SetInvoicingSettings",
    "SetLocationStock",
    "SetPrice",
    "SetReportSettings",
    "SetSmsSettings",
    "SetStock",
    "SetStorefrontSender",
    "ShippingOption",
    "ShippingOptionList",
    "ShopEventKind",
    "ShopperCredentials",
    "ShopperSession",
    "SignInMethods",
    "SignInProvider",
    "SignInProviderList",
    "SignUpRequest",
    "SmsSettings",
    "SocialSession",
    "SocialStart",
    "StaffAddress",
    "StaffCredentials",
    "StaffDeviceSession",
    "StaffDeviceSessionList",
    "StaffMemberChange",
    "StaffPasswordChange",
    "StaffPasswordReset",
    "StaffProfile",
    "StaffRecord",
    "StaffRecordList",
    "StaffRefresh",
    "StaffRole",
    "StaffRoleList",
    "StaffSession",
    "StaffSettings",
    "StaffTenant",
    "StaffTenantList",
    "SteppedUp",
    "StockAdjusted",
    "StockAdjustment",
    "StockAlert",
    "StockAlertKind",
    "StockAlertPage",
    "StockAllocation",
    "StockAllocationList",
    "StockDisplay",
    "StockLevel",
    "StockMovement",
    "StockMovementCause",
    "StockMovementPage",
    "StockSettings",
    "Store",
    "StoreBrand",
    "StoreColors",
    "StoreFonts",
    "StorePage",
    "StorePageLink",
    "StoreTax",
    "StorefrontReport",
    "StorefrontSales",
    "StorefrontSender",
    "StorefrontStockDisplay",
    "SynonymGroup",
    "Tenant",
    "TenantMerchant",
    "TenantPage",
    "TenantStatus",
    "TenantStorefront",
    "TenantSummary",
    "TenantSwitch",
    "TenantSwitchToken",
    "TimelineKind",
    "TimelineVisibility",
    "Totals",
    "TransferStatus",
    "UpdateCategoryImage",
    "UpdateConsents",
    "UpdateCustomer",
    "UpdateCustomerGroup",
    "UpdateIdentityProvider",
    "UpdateImage",
    "UpdateLocation",
    "UpdateVariantStock",
    "ValueCount",
    "VariantStock",
    "VisitEvent",
    "WeightRate",
    "WeightTier",
    "WriteOrderNote",
]

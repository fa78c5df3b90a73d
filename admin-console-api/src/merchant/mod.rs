//! The admin console of one tenant, for its staff: every operation under `/admin/v1`.

mod api_keys;
mod audit;
mod auth;
mod brand;
mod cart_settings;
mod catalog_settings;
mod categories;
mod consents;
mod customer_groups;
mod customers;
mod documents;
mod emails;
mod identity_providers;
mod invoicing_settings;
mod ledger;
mod mail_suppressions;
mod me;
mod merchant_orders;
mod merchants;
mod money;
mod newsletter;
mod onboarding;
mod operator_access;
mod orders;
mod own_tenants;
mod products;
mod reports;
mod returns;
mod reviews;
mod roles;
mod search;
mod second_factor;
mod sender_domains;
mod sessions;
mod sms_settings;
mod staff;
mod stock;
mod storefront_sender;

use gateway::Contract;
use poem_openapi::OpenApi;

use crate::App;

pub(crate) fn contracts() -> Vec<Contract> {
    [
        api_keys::CONTRACTS,
        auth::CONTRACTS,
        sessions::CONTRACTS,
        second_factor::CONTRACTS,
        own_tenants::CONTRACTS,
        brand::CONTRACTS,
        brand::IMAGE_CONTRACTS,
        identity_providers::CONTRACTS,
        merchants::CONTRACTS,
        merchant_orders::CONTRACTS,
        products::CONTRACTS,
        products::IMAGE_CONTRACTS,
        categories::CONTRACTS,
        stock::CONTRACTS,
        stock::POLICY_CONTRACTS,
        reports::CONTRACTS,
        reports::SETTINGS_CONTRACTS,
        reports::CUSTOMER_CONTRACTS,
        reports::FUNNEL_CONTRACTS,
        reports::EXPORT_CONTRACTS,
        reports::PARQUET_CONTRACTS,
        cart_settings::CONTRACTS,
        catalog_settings::CONTRACTS,
        reviews::CONTRACTS,
        reviews::SETTINGS_CONTRACTS,
        search::CONTRACTS,
        onboarding::CONTRACTS,
        orders::CONTRACTS,
        orders::LIST_CONTRACTS,
        orders::DESK_CONTRACTS,
        orders::CAPTURE_CONTRACTS,
        documents::CONTRACTS,
        invoicing_settings::SETTINGS_CONTRACTS,
        money::CONTRACTS,
        ledger::CONTRACTS,
        me::CONTRACTS,
        roles::CONTRACTS,
        staff::CONTRACTS,
        audit::CONTRACTS,
        operator_access::CONTRACTS,
        returns::CONTRACTS,
        customer_groups::CONTRACTS,
        customers::CONTRACTS,
        customers::FILE_CONTRACTS,
        emails::CONTRACTS,
        mail_suppressions::CONTRACTS,
        newsletter::CONTRACTS,
        sms_settings::CONTRACTS,
        sender_domains::CONTRACTS,
        storefront_sender::CONTRACTS,
    ]
    .concat()
}

pub(crate) fn apis(app: &App) -> impl OpenApi + use<> {
    (
        (
            auth::AuthApi(app.clone()),
            sessions::StaffSessionsApi(app.clone()),
            second_factor::SecondFactorApi(app.clone()),
            own_tenants::OwnTenantsApi(app.clone()),
        ),
        api_keys::ApiKeysApi(app.clone()),
        (
            brand::BrandApi(app.clone()),
            brand::BrandImagesApi(app.clone()),
            identity_providers::IdentityProvidersApi(app.clone()),
        ),
        (
            merchants::MerchantsApi(app.clone()),
            merchant_orders::MerchantOrdersApi(app.clone()),
        ),
        (
            products::ProductsApi(app.clone()),
            products::ImagesApi(app.clone()),
            categories::CategoriesApi(app.clone()),
            stock::StockApi(app.clone()),
            stock::LocationsApi(app.clone()),
            stock::StockPolicyApi(app.clone()),
        ),
        (
            cart_settings::CartSettingsApi(app.clone()),
            catalog_settings::CatalogSettingsApi(app.clone()),
            sms_settings::SmsSettingsApi(app.clone()),
            invoicing_settings::InvoicingSettingsApi(app.clone()),
            reports::ReportsApi(app.clone()),
            reports::ReportSettingsApi(app.clone()),
            reports::CustomerReportsApi(app.clone()),
            reports::FunnelApi(app.clone()),
            reports::ReportExportsApi(app.clone()),
            reports::ParquetExportsApi(app.clone()),
            reviews::ReviewsApi(app.clone()),
            reviews::ReviewSettingsApi(app.clone()),
        ),
        onboarding::OnboardingApi(app.clone()),
        (
            orders::OrdersApi(app.clone()),
            orders::OrderListsApi(app.clone()),
            orders::OrderDeskApi(app.clone()),
            orders::CaptureApi(app.clone()),
            documents::DocumentsApi(app.clone()),
        ),
        money::MoneyApi(app.clone()),
        ledger::LedgerApi(app.clone()),
        (
            me::MeApi(app.clone()),
            roles::RolesApi(app.clone()),
            search::SearchApi(app.clone()),
            staff::StaffApi(app.clone()),
            audit::AuditApi(app.clone()),
            operator_access::TenantOperatorAccessApi(app.clone()),
            returns::ReturnsApi(app.clone()),
            (
                customers::CustomersApi(app.clone()),
                customers::CustomersFileApi(app.clone()),
                customer_groups::CustomerGroupsApi(app.clone()),
                customer_groups::CustomerGroupMembersApi(app.clone()),
                customer_groups::CustomerGroupPricesApi(app.clone()),
                customer_groups::ProductVisibilityApi(app.clone()),
            ),
            of_mail(app),
        ),
    )
}

/// What is about e-mails.
fn of_mail(app: &App) -> impl OpenApi + use<> {
    (
        emails::EmailsApi(app.clone()),
        mail_suppressions::MailSuppressionsApi(app.clone()),
        newsletter::NewsletterApi(app.clone()),
        sender_domains::SenderDomainsApi(app.clone()),
        storefront_sender::StorefrontSenderApi(app.clone()),
    )
}

//! What the tenant says of itself as the seller.

use domain::documents::{self, DocumentError, InvoicingDraft, SellerField};
use gateway::{Address, ApiResult, Contract, Staff};
use kernel::Permission;
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};

use crate::{App, Tag};

pub(crate) struct InvoicingSettingsApi(pub(crate) App);

/// What holds for each operation beside its types.
pub(crate) const SETTINGS_CONTRACTS: &[Contract] = &[
    Contract::of("admin_get_invoicing_settings").needs(&[Permission::StorefrontWrite]),
    Contract::of("admin_set_invoicing_settings").needs(&[Permission::StorefrontWrite]),
];

#[OpenApi(prefix_path = "/admin/v1", tag = "Tag::AdminStorefronts")]
impl InvoicingSettingsApi {
    /// Show the invoicing settings
    ///
    /// Of the whole tenant: who sells, and how invoices and credit notes are numbered.
    #[oai(
        path = "/invoicing-settings",
        method = "get",
        operation_id = "admin_get_invoicing_settings"
    )]
    async fn get_settings(&self, staff: Staff) -> ApiResult<Json<InvoicingSettings>> {
        let settings = self.0.documents.settings(staff.caller()).await?;
        Ok(Json(settings.into()))
    }

    /// Replace the invoicing settings
    ///
    /// Holds for documents that are issued from now on: those that were issued do not change. Documents need a
    /// `legal_name`, an `address`, and a `tax_number` or a `vat_number`; `missing` says which are not there.
    #[oai(
        path = "/invoicing-settings",
        method = "put",
        operation_id = "admin_set_invoicing_settings"
    )]
    async fn set_settings(
        &self,
        staff: Staff,
        body: Json<SetInvoicingSettings>,
    ) -> ApiResult<Json<InvoicingSettings>> {
        let draft = body.0.into_draft()?;
        let settings = self.0.documents.set_settings(staff.caller(), draft).await?;
        Ok(Json(settings.into()))
    }
}

/// New invoicing settings.
#[derive(Object)]
#[oai(deny_unknown_fields)]
struct SetInvoicingSettings {
    /// Name that the business is registered under.
    #[oai(validator(max_length = 200))]
    legal_name: Option<String>,
    /// Address of the business, by the rules of its country; `company` is the legal name unless there is a name. Its
    /// phone number is printed, too.
    address: Option<Address>,
    /// Number that the tax office knows the business by.
    #[oai(validator(max_length = 40))]
    tax_number: Option<String>,
    /// VAT number, such as `DE123456789`.
    #[oai(validator(max_length = 40))]
    vat_number: Option<String>,
    /// Where the business is registered and its number there, such as `HRB 12345, Amtsgericht Berlin`.
    #[oai(validator(max_length = 100))]
    register_number: Option<String>,
    /// Contact e-mail.
    #[oai(validator(max_length = 254))]
    email: Option<String>,
    /// Text at the end of documents, 1 to 500 characters.
    #[oai(validator(max_length = 500))]
    footer: Option<String>,
    /// What numbers of invoices begin with: 1 to 20 letters, digits and `-`, `_`, `/`, `.`, and no digit at the end.
    /// Default: `INV-`.
    #[oai(validator(max_length = 20))]
    invoice_prefix: Option<String>,
    /// What numbers of credit notes begin with; another prefix than that of invoices. Default: `CN-`.
    #[oai(validator(max_length = 20))]
    credit_note_prefix: Option<String>,
    /// Whether an invoice is issued when an order is paid. Default: `false`.
    #[oai(default)]
    is_automatic: bool,
}

impl SetInvoicingSettings {
    fn into_draft(self) -> Result<InvoicingDraft, DocumentError> {
        let name = self.legal_name.as_deref().unwrap_or_default();
        let address = self
            .address
            .map(|address| address.of_company(name).parse("/address"))
            .transpose()
            .map_err(DocumentError::Invalid)?;
        Ok(InvoicingDraft {
            address,
            legal_name: self.legal_name,
            tax_number: self.tax_number,
            vat_number: self.vat_number,
            register_number: self.register_number,
            email: self.email,
            footer: self.footer,
            invoice_prefix: self.invoice_prefix,
            credit_note_prefix: self.credit_note_prefix,
            is_automatic: self.is_automatic,
        })
    }
}

/// Invoicing settings.
#[derive(Object)]
#[oai(deny_unknown_fields, skip_serializing_if_is_none)]
struct InvoicingSettings {
    /// Name that the business is registered under.
    legal_name: Option<String>,
    /// Address of the business.
    address: Option<Address>,
    /// Number that the tax office knows the business by.
    tax_number: Option<String>,
    /// VAT number, without spaces.
    vat_number: Option<String>,
    /// Where the business is registered and its number there.
    register_number: Option<String>,
    /// Contact e-mail.
    email: Option<String>,
    /// Text at the end of documents.
    footer: Option<String>,
    /// What numbers of invoices begin with.
    invoice_prefix: String,
    /// What numbers of credit notes begin with.
    credit_note_prefix: String,
    /// Whether an invoice is issued when an order is paid.
    is_automatic: bool,
    /// What no document can be issued without and is not there; empty when documents can be issued.
    missing: Vec<SellerField>,
}

impl From<documents::InvoicingSettings> for InvoicingSettings {
    fn from(settings: documents::InvoicingSettings) -> Self {
        let missing = settings.missing();
        let documents::InvoicingSettings {
            legal_name,
            address,
            tax_number,
            vat_number,
            register_number,
            email,
            footer,
            invoice_prefix,
            credit_note_prefix,
            is_automatic,
        } = settings;
        Self {
            legal_name,
            address: address.map(Address::from),
            tax_number,
            vat_number,
            register_number,
            email,
            footer,
            invoice_prefix,
            credit_note_prefix,
            is_automatic,
            missing,
        }
    }
}

//! What a tenant says of itself as the seller, and how its documents are numbered.

use kernel::contact::{Email, PostalAddress};
use kernel::{Caller, FieldFault, Permission, text};

use super::{DocumentError, DocumentKind, Documents, store};

const LONGEST_PREFIX: usize = 20;

kernel::words! {
    /// What the invoicing settings need before documents can be issued.
    pub enum SellerField {
        /// The name that the business is registered under.
        LegalName = "legal_name",
        /// Its address.
        Address = "address",
        /// A tax number or a VAT number.
        TaxNumber = "tax_number",
    }
}

/// The seller, and how documents are numbered.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct InvoicingSettings {
    /// The name that the business is registered under.
    pub legal_name: Option<String>,
    /// Its address, with the phone number.
    #[sqlx(json(nullable))]
    pub address: Option<PostalAddress>,
    /// The number that the tax office knows it by.
    pub tax_number: Option<String>,
    /// Its VAT number, without spaces.
    pub vat_number: Option<String>,
    /// Where it is registered, and its number there.
    pub register_number: Option<String>,
    /// Where customers write to.
    pub email: Option<String>,
    /// A text at the foot of documents.
    pub footer: Option<String>,
    /// What numbers of invoices begin with.
    pub invoice_prefix: String,
    /// What numbers of credit notes begin with.
    pub credit_note_prefix: String,
    /// Whether an invoice is issued when an order is paid.
    pub is_automatic: bool,
}

/// Of a tenant that has never changed them.
impl Default for InvoicingSettings {
    fn default() -> Self {
        Self {
            legal_name: None,
            address: None,
            tax_number: None,
            vat_number: None,
            register_number: None,
            email: None,
            footer: None,
            invoice_prefix: "INV-".to_owned(),
            credit_note_prefix: "CN-".to_owned(),
            is_automatic: false,
        }
    }
}

impl InvoicingSettings {
    /// What documents cannot be issued without.
    pub fn missing(&self) -> Vec<SellerField> {
        let has_number = self.tax_number.is_some() || self.vat_number.is_some();
        [
            (SellerField::LegalName, self.legal_name.is_some()),
            (SellerField::Address, self.address.is_some()),
            (SellerField::TaxNumber, has_number),
        ]
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .map(|(field, _)| field)
        .collect()
    }

    pub(super) fn prefix(&self, kind: DocumentKind) -> &str {
        match kind {
            DocumentKind::Invoice => &self.invoice_prefix,
            DocumentKind::CreditNote => &self.credit_note_prefix,
        }
    }
}

/// Settings as somebody typed them; the address was parsed by its own rules.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the fields are those of the settings")]
pub struct InvoicingDraft {
    pub legal_name: Option<String>,
    pub address: Option<PostalAddress>,
    pub tax_number: Option<String>,
    pub vat_number: Option<String>,
    pub register_number: Option<String>,
    pub email: Option<String>,
    pub footer: Option<String>,
    pub invoice_prefix: Option<String>,
    pub credit_note_prefix: Option<String>,
    pub is_automatic: bool,
}

impl InvoicingDraft {
    /// The settings, or everything that is wrong with them.
    fn parse(self) -> Result<InvoicingSettings, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut field = |name: &str, typed: Option<&String>, form: Form| {
            let parsed = (form.parse)(typed?);
            if parsed.is_none() {
                faults.push(FieldFault::new(format!("/{name}"), "malformed", form.rule));
            }
            parsed
        };
        let default = InvoicingSettings::default();
        let (invoices, notes) = (&self.invoice_prefix, &self.credit_note_prefix);
        let invoice_prefix = field("invoice_prefix", invoices.as_ref(), PREFIX);
        let credit_note_prefix = field("credit_note_prefix", notes.as_ref(), PREFIX);
        let settings = InvoicingSettings {
            legal_name: field("legal_name", self.legal_name.as_ref(), NAME),
            address: self.address,
            tax_number: field("tax_number", self.tax_number.as_ref(), NUMBER),
            vat_number: field("vat_number", self.vat_number.as_ref(), VAT),
            register_number: field("register_number", self.register_number.as_ref(), REGISTER),
            email: field("email", self.email.as_ref(), EMAIL),
            footer: field("footer", self.footer.as_ref(), FOOTER),
            invoice_prefix: invoice_prefix.unwrap_or(default.invoice_prefix),
            credit_note_prefix: credit_note_prefix.unwrap_or(default.credit_note_prefix),
            is_automatic: self.is_automatic,
        };
        if faults.is_empty() && settings.invoice_prefix == settings.credit_note_prefix {
            let rule = "another prefix than that of invoices";
            faults.push(FieldFault::new("/credit_note_prefix", "malformed", rule));
        }
        if faults.is_empty() {
            Ok(settings)
        } else {
            Err(faults)
        }
    }
}

/// How a field is read, and what would be right.
#[derive(Clone, Copy)]
struct Form {
    parse: fn(&str) -> Option<String>,
    rule: &'static str,
}

const NAME: Form = Form {
    parse: |typed| text::line(typed, 200),
    rule: "1 to 200 characters without line breaks",
};
const NUMBER: Form = Form {
    parse: |typed| text::line(typed, 40),
    rule: "1 to 40 characters without line breaks",
};
const VAT: Form = Form {
    parse: vat_number,
    rule: "a VAT number that begins with the letters of its country, such as DE123456789",
};
const REGISTER: Form = Form {
    parse: |typed| text::line(typed, 100),
    rule: "1 to 100 characters without line breaks",
};
const EMAIL: Form = Form {
    parse: |typed| Email::parse(typed).ok().map(|it| it.as_str().to_owned()),
    rule: "an e-mail address such as office@example.com",
};
const FOOTER: Form = Form {
    parse: |typed| text::prose(typed, 500),
    rule: "1 to 500 characters of text",
};
const PREFIX: Form = Form {
    parse: prefix,
    rule: "1 to 20 letters of English, digits and -, _, / or ., and no digit at the end",
};

/// Two letters of a country and what follows in it, without what people group it with.
fn vat_number(typed: &str) -> Option<String> {
    let number: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !".-".contains(*c))
        .flat_map(char::to_uppercase)
        .collect();
    let is_country = |c: char| c.is_ascii_uppercase();
    let is_rest = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "+*".contains(c);
    let (country, rest) = number.split_at_checked(2)?;
    let is_number = country.chars().all(is_country)
        && (2..=14).contains(&rest.len())
        && rest.chars().all(is_rest)
        && rest.contains(|c: char| c.is_ascii_digit());
    is_number.then_some(number)
}

/// A number is its prefix and digits: a prefix that ended with one could be read as another's.
fn prefix(typed: &str) -> Option<String> {
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "-_/.".contains(c);
    let is_prefix = (1..=LONGEST_PREFIX).contains(&typed.len())
        && typed.chars().all(is_sign)
        && !typed.ends_with(|c: char| c.is_ascii_digit());
    is_prefix.then(|| typed.to_owned())
}

impl Documents {
    /// The tenant's settings.
    pub async fn settings(&self, caller: &Caller) -> Result<InvoicingSettings, DocumentError> {
        caller.require(Permission::StorefrontWrite)?;
        let mut tx = self.db.begin(caller).await?;
        Ok(store::settings(&mut tx).await?.unwrap_or_default())
    }

    /// Replaces the tenant's settings. Documents that were issued stay as they are.
    pub async fn set_settings(
        &self,
        caller: &Caller,
        draft: InvoicingDraft,
    ) -> Result<InvoicingSettings, DocumentError> {
        caller.require(Permission::StorefrontWrite)?;
        let settings = draft.parse().map_err(DocumentError::Invalid)?;
        let mut tx = self.db.begin(caller).await?;
        let others = [
            (
                "/invoice_prefix",
                DocumentKind::CreditNote,
                &settings.invoice_prefix,
            ),
            (
                "/credit_note_prefix",
                DocumentKind::Invoice,
                &settings.credit_note_prefix,
            ),
        ];
        for (pointer, kind, prefix) in others {
            if store::has_prefix(&mut tx, kind, prefix).await? {
                let rule = "a prefix that documents of the other kind never had";
                let fault = FieldFault::new(pointer, "malformed", rule);
                return Err(DocumentError::Invalid(vec![fault]));
            }
        }
        store::put_settings(&mut tx, &settings).await?;
        tx.commit().await?;
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vat_numbers_are_kept_in_one_form() {
        for (typed, kept) in [
            ("de 123 456 789", Some("DE123456789")),
            ("ATU12345678", Some("ATU12345678")),
            ("CHE-123.456.789 MWST", Some("CHE123456789MWST")),
            ("NL123456789B01", Some("NL123456789B01")),
            ("123456789", None),
            ("DE", None),
            ("DEABCDEF", None),
            ("ДЕ123456789", None),
            ("", None),
        ] {
            assert_eq!(vat_number(typed).as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn a_prefix_does_not_run_into_the_number() {
        for (typed, is_right) in [
            ("INV-", true),
            ("2026/", true),
            ("R", true),
            ("INV1", false),
            ("", false),
            ("RÉ-", false),
            ("A B", false),
            ("abcdefghijklmnopqrst", true),
            ("abcdefghijklmnopqrstu", false),
        ] {
            assert_eq!(prefix(typed).is_some(), is_right, "{typed}");
        }
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let draft = InvoicingDraft {
            legal_name: Some(String::new()),
            email: Some("office".to_owned()),
            invoice_prefix: Some("1".to_owned()),
            ..InvoicingDraft::default()
        };
        let faults = draft.parse().unwrap_err();
        let pointers: Vec<_> = faults.iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(pointers, ["/invoice_prefix", "/legal_name", "/email"]);
        let draft = InvoicingDraft {
            invoice_prefix: Some("CN-".to_owned()),
            ..InvoicingDraft::default()
        };
        assert_eq!(draft.parse().unwrap_err()[0].pointer, "/credit_note_prefix");
    }
}

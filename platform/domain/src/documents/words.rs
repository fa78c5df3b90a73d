//! The words of documents, in the languages that there are.

use super::DocumentKind;

/// The languages that documents are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    German,
}

impl Language {
    /// The one of a language and region: English where there is no other.
    pub(super) fn of(locale: &str) -> Self {
        match locale.split(['-', '_']).next() {
            Some("de") => Self::German,
            _ => Self::English,
        }
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    pub(super) const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
        }
    }
}

/// What documents say beside names and numbers.
pub(super) struct Words {
    pub(super) invoice: &'static str,
    pub(super) credit_note: &'static str,
    pub(super) packing_slip: &'static str,
    pub(super) invoice_number: &'static str,
    pub(super) credit_note_number: &'static str,
    pub(super) date: &'static str,
    pub(super) to_invoice: &'static str,
    pub(super) invoice_date: &'static str,
    pub(super) order: &'static str,
    pub(super) order_date: &'static str,
    pub(super) paid_on: &'static str,
    pub(super) ship_to: &'static str,
    pub(super) item: &'static str,
    pub(super) quantity: &'static str,
    pub(super) unit_price: &'static str,
    pub(super) discount: &'static str,
    pub(super) amount: &'static str,
    pub(super) sku: &'static str,
    pub(super) subtotal: &'static str,
    pub(super) shipping: &'static str,
    pub(super) adjustment: &'static str,
    pub(super) net: &'static str,
    pub(super) gross: &'static str,
    pub(super) total: &'static str,
    pub(super) credited: &'static str,
    /// Around the name of the tax: prices contain it, or it comes on top.
    pub(super) prices_include: &'static str,
    pub(super) prices_exclude: &'static str,
    pub(super) reason: &'static str,
    pub(super) tax_number: &'static str,
    pub(super) vat_number: &'static str,
    pub(super) shipped_on: &'static str,
    pub(super) carrier: &'static str,
    pub(super) tracking_number: &'static str,
    pub(super) page: [&'static str; 2],
}

impl Words {
    pub(super) const fn kind(&self, kind: DocumentKind) -> &'static str {
        match kind {
            DocumentKind::Invoice => self.invoice,
            DocumentKind::CreditNote => self.credit_note,
        }
    }

    pub(super) fn page_words(&self) -> [String; 2] {
        self.page.map(str::to_owned)
    }
}

const ENGLISH: Words = Words {
    invoice: "Invoice",
    credit_note: "Credit note",
    packing_slip: "Packing slip",
    invoice_number: "Invoice number",
    credit_note_number: "Credit note number",
    date: "Date",
    to_invoice: "For invoice",
    invoice_date: "Invoice date",
    order: "Order",
    order_date: "Order date",
    paid_on: "Paid on",
    ship_to: "Ship to",
    item: "Item",
    quantity: "Quantity",
    unit_price: "Unit price",
    discount: "Discount",
    amount: "Amount",
    sku: "SKU",
    subtotal: "Subtotal",
    shipping: "Shipping",
    adjustment: "Adjustment",
    net: "Net",
    gross: "Gross",
    total: "Total",
    credited: "Total credited",
    prices_include: "Prices include",
    prices_exclude: "Prices are without",
    reason: "Reason",
    tax_number: "Tax number",
    vat_number: "VAT number",
    shipped_on: "Shipped on",
    carrier: "Carrier",
    tracking_number: "Tracking number",
    page: ["Page", "of"],
};

const GERMAN: Words = Words {
    invoice: "Rechnung",
    credit_note: "Gutschrift",
    packing_slip: "Lieferschein",
    invoice_number: "Rechnungsnummer",
    credit_note_number: "Gutschriftsnummer",
    date: "Datum",
    to_invoice: "Zur Rechnung",
    invoice_date: "Rechnungsdatum",
    order: "Bestellung",
    order_date: "Bestelldatum",
    paid_on: "Bezahlt am",
    ship_to: "Lieferadresse",
    item: "Artikel",
    quantity: "Menge",
    unit_price: "Einzelpreis",
    discount: "Rabatt",
    amount: "Betrag",
    sku: "Artikelnummer",
    subtotal: "Zwischensumme",
    shipping: "Versand",
    adjustment: "Anpassung",
    net: "Netto",
    gross: "Brutto",
    total: "Gesamtbetrag",
    credited: "Erstatteter Betrag",
    prices_include: "Die Preise enthalten",
    prices_exclude: "Die Preise sind ohne",
    reason: "Grund",
    tax_number: "Steuernummer",
    vat_number: "USt-IdNr.",
    shipped_on: "Versandt am",
    carrier: "Versand mit",
    tracking_number: "Sendungsnummer",
    page: ["Seite", "von"],
};

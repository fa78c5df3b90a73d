//! How an invoice and a credit note are laid out.

use kernel::Currency;
use kernel::sheet::{Sheet, SheetBlock, SheetColumn, SheetTable, SheetTotal};

use super::content::{Content, Line, Seller};
use super::format::{Format, address_lines};
use super::words::{Language, Words};
use super::{Document, DocumentKind};

/// Colour of a brand whose colour cannot be read.
const INK: [u8; 3] = [32, 32, 32];

/// What a document is written with.
struct Writer<'a> {
    content: &'a Content,
    words: &'static Words,
    format: Format,
}

/// The document, ready to be printed.
pub(super) fn sheet(document: &Document, content: &Content) -> Sheet {
    let language = Language::of(&content.locale);
    let writer = Writer {
        content,
        words: language.words(),
        format: Format::of(&content.locale),
    };
    let address = content.buyer.address.as_ref();
    let mut recipient = address.map(address_lines).unwrap_or_default();
    if recipient.is_empty() {
        recipient.push(content.buyer.email.clone());
    }
    Sheet {
        language: language.code().to_owned(),
        title: format!("{} {}", writer.words.kind(document.kind), document.number),
        author: content.seller.legal_name.clone(),
        dated: content.issued_on,
        brand: content.brand.name.clone(),
        color: color(&content.brand.color),
        sender: sender(&content.seller),
        recipient,
        facts: writer.facts(document),
        blocks: writer.blocks(),
        table: writer.table(document.kind),
        totals: writer.totals(document.kind),
        summary: Some(writer.summary()),
        notes: writer.notes(),
        footer: footer(&content.seller, writer.words),
        page_words: writer.words.page_words(),
    }
}

/// Red, green and blue of `#rrggbb`.
pub(super) fn color(text: &str) -> [u8; 3] {
    let part = |from: usize| {
        let digits = text.get(from..from + 2)?;
        u8::from_str_radix(digits, 16).ok()
    };
    match (part(1), part(3), part(5)) {
        (Some(red), Some(green), Some(blue)) if text.starts_with('#') => [red, green, blue],
        _ => INK,
    }
}

/// The seller in one line.
pub(super) fn sender(seller: &Seller) -> String {
    let mut parts = vec![seller.legal_name.clone()];
    parts.extend(seller_address(seller));
    parts.join(" · ")
}

/// The seller's address without its name, which stands above it.
fn seller_address(seller: &Seller) -> Vec<String> {
    let mut address = seller.address.clone();
    if address.company.as_deref() == Some(&seller.legal_name) {
        address.company = None;
    }
    address_lines(&address)
}

/// What the seller has to say of itself, in columns.
pub(super) fn footer(seller: &Seller, words: &Words) -> Vec<Vec<String>> {
    let mut name = vec![seller.legal_name.clone()];
    name.extend(seller_address(seller));
    let labelled = |label: &str, text: &Option<String>| {
        let text = text.as_ref()?;
        Some(format!("{label} {text}"))
    };
    let reach = [seller.email.clone(), seller.address.phone.clone()];
    let numbers = [
        labelled(words.vat_number, &seller.vat_number),
        labelled(words.tax_number, &seller.tax_number),
        seller.register_number.clone(),
    ];
    let columns = [
        name,
        reach.into_iter().flatten().collect(),
        numbers.into_iter().flatten().collect(),
    ];
    columns.into_iter().filter(|it| !it.is_empty()).collect()
}

/// A column of a table.
pub(super) fn column(title: impl Into<String>, share: u16, is_number: bool) -> SheetColumn {
    SheetColumn {
        title: title.into(),
        share,
        is_number,
    }
}

/// What a line is called: title and variant, and the stock keeping unit below.
pub(super) fn name(title: &str, variant_title: &str, sku: Option<&str>, words: &Words) -> String {
    let mut text = title.to_owned();
    if !variant_title.is_empty() {
        text = format!("{text} ({variant_title})");
    }
    if let Some(sku) = sku {
        text = format!("{text}\n{} {sku}", words.sku);
    }
    text
}

impl Writer<'_> {
    fn currency(&self) -> Currency {
        self.content.currency
    }

    fn amount(&self, minor: i64) -> String {
        self.format.amount(minor, self.currency())
    }

    fn money(&self, minor: i64) -> String {
        self.format.money(minor, self.currency())
    }

    fn shown(&self, line: &Line) -> i64 {
        line.shown_minor(self.content.is_tax_included)
    }

    fn facts(&self, document: &Document) -> Vec<(String, String)> {
        let (content, words) = (self.content, self.words);
        let number = match document.kind {
            DocumentKind::Invoice => words.invoice_number,
            DocumentKind::CreditNote => words.credit_note_number,
        };
        let day = |day| self.format.day(day);
        let mut facts = vec![
            (number, document.number.clone()),
            (words.date, day(content.issued_on)),
        ];
        if let Some(invoice) = &content.invoice {
            facts.push((words.to_invoice, invoice.number.clone()));
            facts.push((words.invoice_date, day(invoice.issued_on)));
        }
        facts.push((words.order, content.order_number.to_string()));
        facts.push((words.order_date, day(content.ordered_on)));
        if let Some(paid_on) = content.paid_on
            && document.kind == DocumentKind::Invoice
        {
            facts.push((words.paid_on, day(paid_on)));
        }
        facts
            .into_iter()
            .map(|(label, value)| (label.to_owned(), value))
            .collect()
    }

    fn blocks(&self) -> Vec<SheetBlock> {
        let address = self.content.buyer.shipping_address.as_ref();
        let block = address.map(|address| SheetBlock {
            heading: self.words.ship_to.to_owned(),
            lines: address_lines(address),
        });
        block.into_iter().collect()
    }

    fn table(&self, kind: DocumentKind) -> SheetTable {
        let words = self.words;
        let has_price = kind == DocumentKind::Invoice;
        let lines = &self.content.lines;
        let has_discount = lines.iter().any(|line| line.discount_minor != 0);
        let mut columns = vec![
            column(words.item, 400, false),
            column(words.quantity, 90, true),
        ];
        if has_price {
            columns.push(column(words.unit_price, 160, true));
        }
        if has_discount {
            columns.push(column(words.discount, 140, true));
        }
        columns.push(column(self.tax().to_owned(), 90, true));
        let amount = format!("{} {}", words.amount, self.currency());
        columns.push(column(amount, 180, true));
        let row = |line: &Line| {
            let title = if line.title.is_empty() {
                words.adjustment
            } else {
                line.title.as_str()
            };
            let sku = line.sku.as_deref();
            let mut row = vec![
                name(title, &line.variant_title, sku, words),
                line.quantity.to_string(),
            ];
            if has_price {
                let price = line.unit_price_minor;
                row.push(price.map(|price| self.amount(price)).unwrap_or_default());
            }
            if has_discount {
                row.push(self.amount(-line.discount_minor));
            }
            row.push(self.format.rate(line.rate_ppm));
            row.push(self.amount(self.shown(line)));
            row
        };
        SheetTable {
            rows: lines.iter().map(row).collect(),
            columns,
        }
    }

    fn totals(&self, kind: DocumentKind) -> Vec<SheetTotal> {
        let (content, words) = (self.content, self.words);
        let items: i64 = content.lines.iter().map(|line| self.shown(line)).sum();
        let mut rows = vec![(words.subtotal.to_owned(), items)];
        if let Some(shipping) = &content.shipping {
            let label = if shipping.title.is_empty() {
                words.shipping.to_owned()
            } else {
                format!("{} ({})", words.shipping, shipping.title)
            };
            rows.push((label, self.shown(shipping)));
        }
        if !content.is_tax_included {
            for tax in &content.taxes {
                let label = format!("{} {}", self.tax(), self.format.rate(tax.rate_ppm));
                rows.push((label, tax.tax_minor));
            }
        }
        let row = |(label, minor): (String, i64)| SheetTotal {
            label,
            value: self.money(minor),
            is_main: false,
        };
        let mut totals: Vec<SheetTotal> = rows.into_iter().map(row).collect();
        let label = match kind {
            DocumentKind::Invoice => words.total,
            DocumentKind::CreditNote => words.credited,
        };
        totals.push(SheetTotal {
            label: label.to_owned(),
            value: self.money(content.total_minor),
            is_main: true,
        });
        totals
    }

    /// The tax's name without a rate behind it: rates are written out where they belong.
    fn tax(&self) -> &str {
        let name = self.content.tax_name.trim();
        let bare = name.strip_suffix('%').map_or(name, |rated| {
            rated.trim_end_matches(|it: char| {
                it.is_ascii_digit() || it.is_whitespace() || ['.', ','].contains(&it)
            })
        });
        if bare.is_empty() { name } else { bare }
    }

    /// What each rate comes to.
    fn summary(&self) -> SheetTable {
        let words = self.words;
        let rows = self.content.taxes.iter().map(|tax| {
            vec![
                format!("{} {}", self.tax(), self.format.rate(tax.rate_ppm)),
                self.money(tax.net_minor),
                self.money(tax.tax_minor),
                self.money(tax.net_minor.saturating_add(tax.tax_minor)),
            ]
        });
        SheetTable {
            rows: rows.collect(),
            columns: vec![
                column(self.tax().to_owned(), 250, false),
                column(words.net, 250, true),
                column(self.tax().to_owned(), 250, true),
                column(words.gross, 250, true),
            ],
        }
    }

    fn notes(&self) -> Vec<String> {
        let (content, words) = (self.content, self.words);
        let around = if content.is_tax_included {
            words.prices_include
        } else {
            words.prices_exclude
        };
        let mut notes = vec![format!("{around} {}.", content.tax_name)];
        if let Some(reason) = &content.reason {
            notes.insert(0, format!("{}: {reason}", words.reason));
        }
        let discount = content.discount_minor();
        if discount != 0 {
            notes.push(format!("{}: {}", words.discount, self.money(discount)));
        }
        notes.extend(content.seller.footer.clone());
        notes
    }
}

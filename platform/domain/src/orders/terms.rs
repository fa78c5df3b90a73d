//! What orders are found by beside their number and e-mail address.

use kernel::contact::{PostalAddress, phone_key};
use kernel::text;

use super::NewOrder;

/// The most characters of a name or company.
const LONGEST_NAME: usize = 200;
/// The most characters of a code.
const LONGEST_CODE: usize = 100;
/// A number of fewer digits is an order's, and neither a phone's nor a parcel's.
const FEWEST_DIGITS: usize = 6;
/// What sorts behind every text that begins alike.
const LAST: char = char::MAX;

/// What a new order is found by: names both ways round, companies, phone numbers, and SKUs.
pub(super) fn of_order(order: &NewOrder) -> Vec<String> {
    let addresses = order.shipping_address.iter().chain(&order.billing_address);
    let mut terms: Vec<String> = addresses.flat_map(of_address).collect();
    terms.extend(
        order
            .lines
            .iter()
            .filter_map(|line| code(line.sku.as_deref()?)),
    );
    terms.sort_unstable();
    terms.dedup();
    terms
}

fn of_address(address: &PostalAddress) -> Vec<String> {
    let (first, last) = (&address.first_name, &address.last_name);
    let names = [format!("{first} {last}"), format!("{last} {first}")];
    let names = names.iter().chain(&address.company);
    let mut terms: Vec<String> = names
        .map(|name| plain(name))
        .filter(|name| !name.is_empty())
        .collect();
    terms.extend(address.phone.as_deref().and_then(phone));
    terms
}

/// A SKU or tracking number, without what people leave out or add.
pub(super) fn code(typed: &str) -> Option<String> {
    let letters = text::fold(&typed.to_lowercase());
    let code: String = letters.chars().filter(|c| c.is_alphanumeric()).collect();
    let code: String = code.chars().take(LONGEST_CODE).collect();
    (!code.is_empty()).then(|| format!("={code}"))
}

fn phone(typed: &str) -> Option<String> {
    Some(format!("#{}", phone_key(typed)?))
}

/// A name in lower case, without accents, its words one space apart.
fn plain(name: &str) -> String {
    let name = text::fold(&name.to_lowercase());
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

/// What a search looks for; an order that has one of these is found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Search {
    pub(super) number: Option<i64>,
    /// From which e-mail address or name on, and up to which.
    pub(super) beginning: Option<(String, String)>,
    /// A SKU or tracking number, a phone number.
    pub(super) terms: Vec<String>,
}

impl Search {
    /// Whether it is a number and nothing else.
    pub(super) fn is_number(&self) -> bool {
        self.number.is_some() && self.beginning.is_none()
    }

    /// Nothing for an empty text.
    pub(super) fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let number = typed.trim_start_matches('#').parse().ok();
        if number.is_some() && typed.len() < FEWEST_DIGITS {
            let terms = Vec::new();
            return Some(Self {
                number,
                beginning: None,
                terms,
            });
        }
        let from = plain(typed);
        let to = format!("{from}{LAST}");
        Some(Self {
            number,
            beginning: (!from.is_empty()).then_some((from, to)),
            terms: code(typed).into_iter().chain(phone(typed)).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_number_is_an_orders() {
        let only = Search {
            number: Some(1001),
            ..Search::default()
        };
        assert_eq!(Search::of(" 1001 "), Some(only));
        assert_eq!(Search::of("#1001").unwrap().number, Some(1001));
        assert_eq!(Search::of("  "), None);
    }

    #[test]
    fn what_is_typed_is_a_beginning_a_code_and_a_phone_number() {
        let anna = Search::of("Ånna  Bergström").unwrap();
        let (from, to) = anna.beginning.unwrap();
        assert!(from == "anna bergstrom" && to.starts_with("anna bergstrom"));
        assert_eq!(
            (anna.number, anna.terms),
            (None, vec!["=annabergstrom".to_owned()])
        );
        for typed in ["+49 151 2345-6789", "0151/23456789", "23456789"] {
            let found = Search::of(typed).unwrap();
            assert!(found.terms.contains(&"#23456789".to_owned()), "{typed}");
        }
        assert_eq!(Search::of("JJD-00 99").unwrap().terms, ["=jjd0099"]);
    }
}

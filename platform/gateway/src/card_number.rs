//! Card numbers do not belong into text: whoever sends one by mistake is told, and nothing keeps it.

use serde_json::Value;

/// Fields that hold long numbers of another kind, which may look like a card's by chance.
const NUMBERS: [&str; 3] = ["barcode", "sku", "tracking_number"];

/// The JSON pointer of the first text with a card number in it.
pub(crate) fn find(body: &Value) -> Option<String> {
    match body {
        Value::String(text) => holds_card_number(text).then(String::new),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| Some(format!("/{index}{}", find(item)?))),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !NUMBERS.contains(&name.as_str()))
            .find_map(|(name, value)| {
                let name = name.replace('~', "~0").replace('/', "~1");
                Some(format!("/{name}{}", find(value)?))
            }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// Whether bytes can hold one at all: most bodies have no fifteen digits.
pub(crate) fn may_be_in(json: &[u8]) -> bool {
    let mut digits = 0_u32;
    for byte in json {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'-' => {}
            _ => digits = 0,
        }
        if digits >= 15 {
            return true;
        }
    }
    false
}

/// A run of 15 or 16 digits, perhaps in groups, that a card scheme issues and whose check digit is
/// right. Digits that touch a letter belong to a token or an id: those are random, and some of them
/// look like a card's number.
fn holds_card_number(text: &str) -> bool {
    let mut digits: Vec<u32> = Vec::new();
    let (mut found, mut is_in_word, mut before) = (false, false, ' ');
    // The end of the text ends the last run.
    for letter in text.chars().chain(['.']) {
        if let Some(digit) = letter.to_digit(10).filter(|_| letter.is_ascii()) {
            is_in_word = is_in_word || before.is_alphabetic();
            digits.push(digit);
        } else if !matches!(letter, ' ' | '-') {
            is_in_word = is_in_word || before.is_ascii_digit() && letter.is_alphabetic();
            found = found || !is_in_word && is_card_number(&digits);
            digits.clear();
            is_in_word = false;
        }
        before = letter;
    }
    found
}

fn is_card_number(digits: &[u32]) -> bool {
    let start = digits
        .iter()
        .take(4)
        .fold(0, |start, digit| start * 10 + digit);
    let is_issued = match digits.len() {
        15 => matches!(start / 100, 34 | 37),
        16 => {
            matches!(start / 1000, 4)
                || matches!(start / 100, 51..=55 | 62 | 65)
                || matches!(start, 2221..=2720 | 3528..=3589 | 6011)
        }
        _ => false,
    };
    is_issued && has_check_digit(digits)
}

/// The Luhn check.
fn has_check_digit(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| match (place % 2, digit) {
            (0, digit) => digit,
            (_, digit) if digit > 4 => digit * 2 - 9,
            (_, digit) => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn card_numbers_are_found_where_they_stand() {
        for text in [
            "4242424242424242",
            "4242 4242 4242 4242",
            "my card is 5555-5555-5555-4444.",
            "378282246310005",
            "6011111111111117",
        ] {
            assert!(holds_card_number(text), "{text}");
            assert!(may_be_in(text.as_bytes()), "{text}");
        }
        let body = json!({"lines": [{"note": "x"}, {"note": "4242424242424242"}]});
        assert_eq!(find(&body).as_deref(), Some("/lines/1/note"));
    }

    #[test]
    fn other_numbers_are_no_card_numbers() {
        for text in [
            "4242424242424241",
            "1234567890123456",
            "4006381333931",
            "42424242424242424242",
            "+49 30 123456",
            "ord_01h455vb4pex5vsknk084sn02q",
            "ab4242424242424242",
            "4242424242424242f0",
            "c3f4242424242424242e9",
        ] {
            assert!(!holds_card_number(text), "{text}");
        }
        let barcode = json!({"barcode": "4242424242424242", "sku": "4242424242424242"});
        assert_eq!(find(&barcode), None);
    }
}

//! Currencies and the fee that the simulated Stripe takes, in minor units and whole numbers.

use crate::{
    config::Config,
    error::{Outcome, Refusal},
};

const ZERO_DECIMAL: &[&str] = &[
    "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "ugx", "vnd", "vuv",
    "xaf", "xof", "xpf",
];
const THREE_DECIMAL: &[&str] = &["bhd", "jod", "kwd", "omr", "tnd"];
const TWO_DECIMAL: &[&str] = &[
    "aed", "afn", "all", "amd", "ang", "aoa", "ars", "aud", "awg", "azn", "bam", "bbd", "bdt",
    "bgn", "bmd", "bnd", "bob", "brl", "bsd", "bwp", "byn", "bzd", "cad", "cdf", "chf", "cny",
    "cop", "crc", "cve", "czk", "dkk", "dop", "dzd", "egp", "etb", "eur", "fjd", "fkp", "gbp",
    "gel", "gip", "gmd", "gtq", "gyd", "hkd", "hnl", "htg", "huf", "idr", "ils", "inr", "isk",
    "jmd", "kes", "kgs", "khr", "kyd", "kzt", "lak", "lbp", "lkr", "lrd", "lsl", "mad", "mdl",
    "mkd", "mmk", "mnt", "mop", "mur", "mvr", "mwk", "mxn", "myr", "mzn", "nad", "ngn", "nio",
    "nok", "npr", "nzd", "pab", "pen", "pgk", "php", "pkr", "pln", "qar", "ron", "rsd", "rub",
    "sar", "sbd", "scr", "sek", "sgd", "shp", "sos", "srd", "std", "szl", "thb", "tjs", "top",
    "try", "ttd", "twd", "tzs", "uah", "usd", "uyu", "uzs", "wst", "xcd", "yer", "zar", "zmw",
];
/// The smallest charge, where Stripe publishes one.
const MINIMUM: &[(&str, i64)] = &[
    ("usd", 50),
    ("aed", 200),
    ("aud", 50),
    ("bgn", 100),
    ("brl", 50),
    ("cad", 50),
    ("chf", 50),
    ("czk", 1500),
    ("dkk", 250),
    ("eur", 50),
    ("gbp", 30),
    ("hkd", 400),
    ("huf", 17500),
    ("inr", 50),
    ("jpy", 50),
    ("mxn", 1000),
    ("myr", 200),
    ("nok", 300),
    ("nzd", 50),
    ("pln", 200),
    ("ron", 200),
    ("sek", 300),
    ("sgd", 50),
    ("thb", 1000),
];
const MAXIMUM: i64 = 99_999_999;

/// The fee on a charge of `amount`.
pub(crate) fn fee(config: &Config, amount: i64, currency: &str) -> i64 {
    let rule = config.fees.get(currency).copied().unwrap_or_else(|| {
        if ZERO_DECIMAL.contains(&currency) {
            config.zero_decimal_fee
        } else {
            config.fee
        }
    });
    rule.of(amount)
}

/// Lower-cases and checks a currency code.
pub(crate) fn currency(code: &str, param: &str) -> Outcome<String> {
    let code = code.to_ascii_lowercase();
    let known = [TWO_DECIMAL, ZERO_DECIMAL, THREE_DECIMAL];
    if known.iter().any(|list| list.contains(&code.as_str())) {
        return Ok(code);
    }
    let message = format!("Invalid currency: {code}. Stripe currently supports these currencies …");
    Err(Refusal::invalid(None, param, message))
}

/// Checks the amount of a charge: positive, not below the currency's minimum, in its steps.
pub(crate) fn chargeable(amount: i64, currency: &str) -> Outcome<()> {
    positive(amount)?;
    let minimum = MINIMUM
        .iter()
        .find(|(code, _)| *code == currency)
        .map_or(1, |(_, least)| *least);
    if amount < minimum {
        let message = format!("Amount must be at least {minimum} {currency} in the smallest unit");
        return Err(Refusal::invalid(
            Some("amount_too_small"),
            "amount",
            message,
        ));
    }
    if amount > MAXIMUM {
        let message = format!("Amount must be no more than {MAXIMUM} {currency}");
        return Err(Refusal::invalid(
            Some("amount_too_large"),
            "amount",
            message,
        ));
    }
    in_steps(amount, currency)
}

/// Refuses zero and negative amounts.
pub(crate) fn positive(amount: i64) -> Outcome<()> {
    if amount >= 1 {
        return Ok(());
    }
    let message = "This value must be greater than or equal to 1.";
    Err(Refusal::invalid(
        Some("parameter_invalid_integer"),
        "amount",
        message,
    ))
}

/// Three-decimal currencies end in 0; isk and ugx are sent in hundredths that are always 00.
fn in_steps(amount: i64, currency: &str) -> Outcome<()> {
    let step = match currency {
        "isk" | "ugx" => 100,
        code if THREE_DECIMAL.contains(&code) => 10,
        _ => 1,
    };
    if amount % step == 0 {
        return Ok(());
    }
    let message = format!("Invalid amount: in {currency} it must be a multiple of {step}");
    Err(Refusal::invalid(
        Some("parameter_invalid_integer"),
        "amount",
        message,
    ))
}

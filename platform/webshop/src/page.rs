//! What the server and the web shop's script tell each other. The script has two functions: `plan` says what
//! a page needs, `render` makes it. Both get JSON and return JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// What the script is asked about a page.
#[derive(Debug, Serialize)]
pub(crate) struct PlanInput<'a> {
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) store: &'a RawValue,
}

/// What a page needs.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Plan {
    pub(crate) kind: Kind,
    /// Where a redirect leads.
    #[serde(default)]
    pub(crate) location: Option<String>,
    /// The path and the query parameters that make a difference, in one order.
    pub(crate) canonical: String,
    /// Reads of the storefront API.
    #[serde(default)]
    pub(crate) requests: Vec<String>,
    /// Whether every visitor gets the same page.
    #[serde(default)]
    pub(crate) shared: bool,
}

/// What there is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Page,
    Redirect,
    NotFound,
    Gone,
}

/// What a page is made of; the browser gets the same.
#[derive(Debug, Serialize)]
pub(crate) struct Input<'a> {
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) origin: &'a str,
    pub(crate) store: &'a RawValue,
    pub(crate) config: &'a Config,
    pub(crate) data: BTreeMap<&'a str, Read>,
}

/// What a page must know of the installation.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Config {
    /// Where the payment provider's script is.
    pub(crate) stripe_js: String,
    /// The page at the tenant's storefronts, each in its language.
    pub(crate) alternates: Vec<Alternate>,
}

impl Config {
    /// The same for the page at `path`. A slug is the same in every language.
    pub(crate) fn at(&self, path: &str) -> Self {
        let alternates = self.alternates.iter().map(|alternate| Alternate {
            locale: alternate.locale.clone(),
            url: format!("{}{path}", alternate.url),
        });
        Self {
            stripe_js: self.stripe_js.clone(),
            alternates: alternates.collect(),
        }
    }
}

/// The page in a language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Alternate {
    pub(crate) locale: String,
    pub(crate) url: String,
}

/// An answer of the storefront API.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Read {
    pub(crate) status: u16,
    /// The JSON of a good answer.
    pub(crate) body: Option<Box<RawValue>>,
}

/// A page as the script made it.
#[derive(Debug, Deserialize)]
pub(crate) struct Rendered {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
    pub(crate) lang: String,
    pub(crate) dir: Direction,
}

/// Which way its text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

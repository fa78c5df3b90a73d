//! The languages whose words are stemmed.

/// A language as the database's configurations are called: `stoa_german` and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the languages are their own names")]
pub enum Language {
    Danish,
    Dutch,
    English,
    Finnish,
    French,
    German,
    Hungarian,
    Italian,
    Norwegian,
    Portuguese,
    Russian,
    Spanish,
    Swedish,
    Turkish,
    /// Any other: words are found as they are written.
    Simple,
}

impl Language {
    /// The language of a locale as BCP 47 writes it, such as `de-AT`.
    pub fn of_locale(locale: &str) -> Self {
        let tag = locale.split(['-', '_']).next().unwrap_or_default();
        match tag.to_ascii_lowercase().as_str() {
            "da" => Self::Danish,
            "nl" => Self::Dutch,
            "en" => Self::English,
            "fi" => Self::Finnish,
            "fr" => Self::French,
            "de" => Self::German,
            "hu" => Self::Hungarian,
            "it" => Self::Italian,
            "nb" | "nn" | "no" => Self::Norwegian,
            "pt" => Self::Portuguese,
            "ru" => Self::Russian,
            "es" => Self::Spanish,
            "sv" => Self::Swedish,
            "tr" => Self::Turkish,
            _ => Self::Simple,
        }
    }

    /// How rows and configurations call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Danish => "danish",
            Self::Dutch => "dutch",
            Self::English => "english",
            Self::Finnish => "finnish",
            Self::French => "french",
            Self::German => "german",
            Self::Hungarian => "hungarian",
            Self::Italian => "italian",
            Self::Norwegian => "norwegian",
            Self::Portuguese => "portuguese",
            Self::Russian => "russian",
            Self::Spanish => "spanish",
            Self::Swedish => "swedish",
            Self::Turkish => "turkish",
            Self::Simple => "simple",
        }
    }

    /// Whether it writes compounds in one word, which end with what they are: `Kaffeetasse` is a `Tasse`.
    pub const fn joins_words(self) -> bool {
        matches!(
            self,
            Self::Danish
                | Self::Dutch
                | Self::Finnish
                | Self::German
                | Self::Hungarian
                | Self::Norwegian
                | Self::Swedish
        )
    }
}

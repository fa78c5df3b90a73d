//! Where a new account's password comes from: never the command line, which others can see.

use std::io::{self, BufRead};

use kernel::config::{ConfigError, Env, Secret};
use kernel::ports::Ids;
use serde_json::{Value, json};

/// A new account's password.
pub(super) struct NewPassword {
    pub(super) text: Secret<String>,
    /// Whether it was made here, and has to be told.
    pub(super) is_generated: bool,
}

impl NewPassword {
    /// The first line of standard input if `is_piped`, else `STOA_PASSWORD`, else a new one.
    pub(super) fn take(is_piped: bool) -> Result<Self, ConfigError> {
        if is_piped {
            let mut line = String::new();
            let read = io::stdin().lock().read_line(&mut line);
            read.map_err(|why| ConfigError(vec![format!("standard input: {why}")]))?;
            return Ok(Self::given(line.trim_end_matches(['\r', '\n']).to_owned()));
        }
        let mut env = Env::of_process();
        let given: Option<String> = env.optional("STOA_PASSWORD");
        env.finish()?;
        Ok(given.map_or_else(Self::generated, Self::given))
    }

    fn given(text: String) -> Self {
        Self {
            text: Secret::new(text),
            is_generated: false,
        }
    }

    /// 96 random bits, short enough to type.
    fn generated() -> Self {
        Self {
            text: Secret::new(Ids.token().chars().take(24).collect()),
            is_generated: true,
        }
    }
}

/// An account to be printed, with its password if nobody knows it yet.
pub(super) fn with_password(mut account: Value, password: Option<&Secret<String>>) -> Value {
    if let (Some(fields), Some(password)) = (account.as_object_mut(), password) {
        fields.insert("password".to_owned(), json!(password.expose()));
    }
    account
}

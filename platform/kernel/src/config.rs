//! Configuration: read once at start, all mistakes told at once, secrets that do not print.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

/// A value that must not reach a log. `Debug` prints stars.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret<T>(T);

impl<T> Secret<T> {
    /// Keeps `value` from being printed.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, for the one place that needs it.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl<T: FromStr> FromStr for Secret<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        text.parse().map(Self)
    }
}

/// Everything that is wrong with the configuration, a line for each setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigError(pub Vec<String>);

/// The environment a process was started with. Problems are collected, and told by [`Env::finish`].
#[derive(Debug)]
pub struct Env {
    values: BTreeMap<String, String>,
    problems: Vec<String>,
    asked: BTreeSet<String>,
}

impl Env {
    /// The environment of this process.
    pub fn of_process() -> Self {
        Self::of(std::env::vars())
    }

    /// An environment of these settings.
    pub fn of(values: impl IntoIterator<Item = (String, String)>) -> Self {
        Self {
            values: values.into_iter().collect(),
            problems: Vec::new(),
            asked: BTreeSet::new(),
        }
    }

    /// The names of the settings that were asked for so far.
    pub fn asked(&self) -> impl Iterator<Item = &str> {
        self.asked.iter().map(String::as_str)
    }

    /// The setting's value, or `default` when it is absent or empty.
    pub fn or<T: FromStr<Err: fmt::Display>>(&mut self, name: &str, default: T) -> T {
        self.optional(name).unwrap_or(default)
    }

    /// Whether the setting has a value, be it one that can be used or not.
    pub fn is_set(&self, name: &str) -> bool {
        self.values.get(name).is_some_and(|text| !text.is_empty())
    }

    /// The setting's value when it is there.
    pub fn optional<T: FromStr<Err: fmt::Display>>(&mut self, name: &str) -> Option<T> {
        self.asked.insert(name.to_owned());
        let text = self.values.get(name).filter(|text| !text.is_empty())?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(why) => {
                self.problems.push(format!("{name}: {why}"));
                None
            }
        }
    }

    /// The setting's value. Its absence is a problem, and `stand_in` is given meanwhile.
    pub fn required<T: FromStr<Err: fmt::Display>>(&mut self, name: &str, stand_in: T) -> T {
        self.asked.insert(name.to_owned());
        if self.values.get(name).is_none_or(String::is_empty) {
            self.problems.push(format!("{name}: must be set"));
            return stand_in;
        }
        self.optional(name).unwrap_or(stand_in)
    }

    /// The setting's value, or `default`; nothing below one makes sense for it.
    pub fn one_or_more<T>(&mut self, name: &str, default: T) -> T
    where
        T: FromStr<Err: fmt::Display> + From<u8> + PartialOrd,
    {
        let value = self.or(name, default);
        if value < T::from(1) {
            self.refuse(name, "must be 1 or more");
        }
        value
    }

    /// Adds a problem that only the reader of the settings can see.
    pub fn refuse(&mut self, name: &str, why: impl fmt::Display) {
        self.problems.push(format!("{name}: {why}"));
    }

    /// `Ok` when every setting could be read.
    pub fn finish(self) -> Result<(), ConfigError> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(ConfigError(self.problems))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_are_told_at_once() {
        let mut env = Env::of([("POOL".to_owned(), "many".to_owned())]);

        assert_eq!(env.or("POOL", 20_u32), 20);
        assert_eq!(env.required("URL", String::new()), "");

        assert_eq!(
            env.finish(),
            Err(ConfigError(vec![
                "POOL: invalid digit found in string".into(),
                "URL: must be set".into()
            ]))
        );
    }

    #[test]
    fn nothing_is_not_one_or_more() {
        let mut env = Env::of([("POOL".to_owned(), "0".to_owned())]);

        env.one_or_more("POOL", 20_u32);
        assert_eq!(env.one_or_more("PLACES", 7_u64), 7);

        let told = vec!["POOL: must be 1 or more".into()];
        assert_eq!(env.finish(), Err(ConfigError(told)));
    }

    #[test]
    fn a_secret_does_not_print() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "***");
    }
}

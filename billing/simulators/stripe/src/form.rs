//! Form parameters as Stripe writes them (`a[b][0]=…`), read by name; what nobody read is unknown.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::error::{Outcome, Refusal};

const MAX_DEPTH: usize = 8;

/// One parameter: text, or more parameters under it.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Text(String),
    Branch(BTreeMap<String, Node>),
}

/// The parameters of one request, or of one branch of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params {
    nodes: BTreeMap<String, Node>,
    /// Where this branch stands, for messages, such as `shipping[address]`; empty at the top.
    place: String,
}

/// What a parameter that can be unset asks for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Change<T> {
    /// It was not sent.
    Keep,
    /// It was sent empty.
    Unset,
    Set(T),
}

impl<T> Change<T> {
    /// Applies the change.
    pub(crate) fn apply(self, to: &mut Option<T>) {
        match self {
            Self::Keep => {}
            Self::Unset => *to = None,
            Self::Set(value) => *to = Some(value),
        }
    }

    /// The value that was set.
    pub(crate) fn value(self) -> Option<T> {
        match self {
            Self::Keep | Self::Unset => None,
            Self::Set(value) => Some(value),
        }
    }
}

/// A change of metadata: values to set, `None` to remove; or everything to be removed.
#[derive(Clone, Debug)]
pub(crate) enum Metadata {
    Clear,
    Merge(BTreeMap<String, Option<String>>),
}

impl Metadata {
    /// Applies the change.
    pub(crate) fn apply(self, to: &mut BTreeMap<String, String>) {
        match self {
            Self::Clear => to.clear(),
            Self::Merge(changes) => {
                for (key, value) in changes {
                    match value {
                        Some(value) => to.insert(key, value),
                        None => to.remove(&key),
                    };
                }
            }
        }
    }
}

/// Tells two requests apart: equal for the same operation with the same parameters in any order.
pub(crate) fn fingerprint(method: &str, path: &str, encoded: &str) -> String {
    let mut pairs: Vec<_> = url::form_urlencoded::parse(encoded.as_bytes()).collect();
    pairs.sort();
    let mut digest = Sha256::new();
    for part in [method, path] {
        digest.update(part);
        digest.update([0]);
    }
    for (key, value) in pairs {
        digest.update(key.as_bytes());
        digest.update([1]);
        digest.update(value.as_bytes());
        digest.update([2]);
    }
    hex::encode(digest.finalize())
}

impl Params {
    /// Reads `application/x-www-form-urlencoded` text.
    pub(crate) fn parse(encoded: &str) -> Outcome<Self> {
        let mut nodes = BTreeMap::new();
        for (key, value) in url::form_urlencoded::parse(encoded.as_bytes()) {
            let path = split(&key);
            if path.len() > MAX_DEPTH {
                return Err(Refusal::invalid(None, key, "Too many levels of parameters"));
            }
            if !plant(&mut nodes, &path, value.into_owned()) {
                return Err(Refusal::invalid(
                    None,
                    key.clone(),
                    format!("Invalid hash: {key}"),
                ));
            }
        }
        Ok(Self {
            nodes,
            place: String::new(),
        })
    }

    /// All parameters as JSON, for validation against a schema.
    pub(crate) fn to_json(&self) -> Value {
        Value::Object(
            self.nodes
                .iter()
                .map(|(key, node)| (key.clone(), json_of(node)))
                .collect(),
        )
    }

    /// The full name of `name` in this branch.
    pub(crate) fn name(&self, name: &str) -> String {
        if self.place.is_empty() {
            name.to_owned()
        } else {
            format!("{}[{name}]", self.place)
        }
    }

    /// Text that may be absent; an empty one is refused.
    pub(crate) fn text(&mut self, name: &str) -> Outcome<Option<String>> {
        match self.unsettable(name)? {
            Change::Unset => Err(Refusal::invalid(
                Some("parameter_invalid_empty"),
                self.name(name),
                format!(
                    "You passed an empty string for '{name}'. We assume empty values are an \
                     attempt to unset a parameter; however '{name}' cannot be unset. You should \
                     remove '{name}' from your request or supply a non-empty value."
                ),
            )),
            Change::Set(text) => Ok(Some(text)),
            Change::Keep => Ok(None),
        }
    }

    /// Text that an empty value unsets.
    pub(crate) fn unsettable(&mut self, name: &str) -> Outcome<Change<String>> {
        match self.nodes.remove(name) {
            None => Ok(Change::Keep),
            Some(Node::Text(text)) if text.is_empty() => Ok(Change::Unset),
            Some(Node::Text(text)) if text.len() <= 5000 => Ok(Change::Set(text)),
            Some(Node::Text(_)) => Err(Refusal::invalid(
                Some("parameter_invalid_string_too_long"),
                self.name(name),
                format!("Invalid string: {name} must be at most 5000 characters"),
            )),
            Some(Node::Branch(_)) => Err(Refusal::invalid(
                None,
                self.name(name),
                format!("Invalid string: {}", self.name(name)),
            )),
        }
    }

    /// Text that must be there.
    pub(crate) fn required_text(&mut self, name: &str) -> Outcome<String> {
        self.text(name)?.ok_or_else(|| self.lacks(name))
    }

    /// A whole number that may be absent.
    pub(crate) fn integer(&mut self, name: &str) -> Outcome<Option<i64>> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        text.parse().map(Some).map_err(|_| {
            Refusal::invalid(
                Some("parameter_invalid_integer"),
                self.name(name),
                format!("Invalid integer: {text}"),
            )
        })
    }

    /// A whole number that must be there.
    pub(crate) fn required_integer(&mut self, name: &str) -> Outcome<i64> {
        self.integer(name)?.ok_or_else(|| self.lacks(name))
    }

    /// `true` or `false`, or absent.
    pub(crate) fn boolean(&mut self, name: &str) -> Outcome<Option<bool>> {
        match self.text(name)?.as_deref() {
            None => Ok(None),
            Some("true" | "1") => Ok(Some(true)),
            Some("false" | "0") => Ok(Some(false)),
            Some(other) => Err(Refusal::invalid(
                None,
                self.name(name),
                format!("Invalid boolean: {other}"),
            )),
        }
    }

    /// One of a few words, or absent.
    pub(crate) fn choice(&mut self, name: &str, words: &[&str]) -> Outcome<Option<String>> {
        let Some(text) = self.text(name)? else {
            return Ok(None);
        };
        if words.contains(&text.as_str()) {
            return Ok(Some(text));
        }
        let words = words.join(", ");
        let message = format!("Invalid {name}: must be one of {words}");
        Err(Refusal::invalid(None, self.name(name), message))
    }

    /// The parameters under `name`, if any; finish them too.
    pub(crate) fn branch(&mut self, name: &str) -> Outcome<Option<Self>> {
        let place = self.name(name);
        match self.nodes.remove(name) {
            None => Ok(None),
            Some(Node::Branch(nodes)) => Ok(Some(Self { nodes, place })),
            Some(Node::Text(text)) => Err(invalid_object(place, &text)),
        }
    }

    /// Like `branch`, but an empty value unsets.
    pub(crate) fn unsettable_branch(&mut self, name: &str) -> Outcome<Change<Self>> {
        if matches!(self.nodes.get(name), Some(Node::Text(text)) if text.is_empty()) {
            self.nodes.remove(name);
            return Ok(Change::Unset);
        }
        Ok(self.branch(name)?.map_or(Change::Keep, Change::Set))
    }

    /// A list of texts, in order.
    pub(crate) fn list(&mut self, name: &str) -> Outcome<Option<Vec<String>>> {
        let Some(items) = self.branch(name)? else {
            return Ok(None);
        };
        let mut ordered: Vec<(u32, String)> = Vec::new();
        for (index, node) in items.nodes {
            match (index.parse(), node) {
                (Ok(index), Node::Text(text)) => ordered.push((index, text)),
                _ => return Err(Refusal::invalid(None, items.place, "Invalid array")),
            }
        }
        ordered.sort_by_key(|(index, _)| *index);
        Ok(Some(ordered.into_iter().map(|(_, text)| text).collect()))
    }

    /// The `metadata` parameter, with Stripe's limits.
    pub(crate) fn metadata(&mut self) -> Outcome<Option<Metadata>> {
        let branch = match self.unsettable_branch("metadata")? {
            Change::Keep => return Ok(None),
            Change::Unset => return Ok(Some(Metadata::Clear)),
            Change::Set(branch) => branch,
        };
        let mut changes = BTreeMap::new();
        for (key, node) in branch.nodes {
            let place = format!("metadata[{key}]");
            let Node::Text(text) = node else {
                return Err(Refusal::invalid(
                    None,
                    place,
                    "Metadata values must be strings",
                ));
            };
            if key.len() > 40 || text.len() > 500 {
                let message = "Metadata keys have up to 40 and values up to 500 characters";
                return Err(Refusal::invalid(None, place, message));
            }
            changes.insert(key, Some(text).filter(|text| !text.is_empty()));
        }
        if changes.len() > 50 {
            return Err(Refusal::invalid(
                None,
                "metadata",
                "Metadata has up to 50 keys",
            ));
        }
        Ok(Some(Metadata::Merge(changes)))
    }

    /// Takes whatever stands under `name`.
    pub(crate) fn anything(&mut self, name: &str) -> Option<Value> {
        self.nodes.remove(name).map(|node| json_of(&node))
    }

    /// The names that have not been read yet.
    pub(crate) fn names(&self) -> Vec<String> {
        self.nodes.keys().cloned().collect()
    }

    /// Refuses every parameter that was not read.
    pub(crate) fn finish(self) -> Outcome<()> {
        let Some((name, node)) = self.nodes.first_key_value() else {
            return Ok(());
        };
        let mut place = self.name(name);
        let mut node = node;
        while let Node::Branch(nodes) = node
            && let Some((name, next)) = nodes.first_key_value()
        {
            place = format!("{place}[{name}]");
            node = next;
        }
        let message = format!("Received unknown parameter: {place}");
        Err(Refusal::invalid(Some("parameter_unknown"), place, message))
    }

    fn lacks(&self, name: &str) -> Refusal {
        let name = self.name(name);
        let message = format!("Missing required param: {name}.");
        Refusal::invalid(Some("parameter_missing"), name, message)
    }
}

fn invalid_object(place: String, text: &str) -> Refusal {
    Refusal::invalid(None, place, format!("Invalid object: {text}"))
}

fn json_of(node: &Node) -> Value {
    match node {
        Node::Text(text) => Value::String(text.clone()),
        Node::Branch(nodes) => {
            let listed = nodes.keys().all(|key| key.parse::<u32>().is_ok());
            if listed {
                return Value::Array(nodes.values().map(json_of).collect());
            }
            let members: Map<_, _> = nodes
                .iter()
                .map(|(key, node)| (key.clone(), json_of(node)))
                .collect();
            Value::Object(members)
        }
    }
}

/// `a[b][]` is `a`, `b` and an empty name.
fn split(key: &str) -> Vec<&str> {
    let Some((head, rest)) = key.split_once('[') else {
        return vec![key];
    };
    let Some(rest) = rest.strip_suffix(']') else {
        return vec![key];
    };
    std::iter::once(head).chain(rest.split("][")).collect()
}

fn plant(nodes: &mut BTreeMap<String, Node>, path: &[&str], value: String) -> bool {
    let Some((name, rest)) = path.split_first() else {
        return false;
    };
    let name = if name.is_empty() {
        nodes.len().to_string()
    } else {
        (*name).to_owned()
    };
    if rest.is_empty() {
        nodes.insert(name, Node::Text(value));
        return true;
    }
    match nodes
        .entry(name)
        .or_insert_with(|| Node::Branch(BTreeMap::new()))
    {
        Node::Branch(nodes) => plant(nodes, rest, value),
        Node::Text(_) => false,
    }
}

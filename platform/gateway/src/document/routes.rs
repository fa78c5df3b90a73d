//! Finds the operations of an address: a tree of the segments of all paths, walked without copying.

use std::str::Split;
use std::sync::Arc;

use super::Operation;

/// What follows a segment.
#[derive(Debug, Clone, Default)]
pub(super) struct Routes {
    named: Vec<(Box<str>, Self)>,
    /// Where any value may stand.
    any: Option<Box<Self>>,
    operations: Vec<Arc<Operation>>,
}

impl Routes {
    pub(super) fn of<'a>(operations: impl IntoIterator<Item = &'a Arc<Operation>>) -> Self {
        let mut routes = Self::default();
        for operation in operations {
            routes.add(operation.route.split('/'), operation);
        }
        routes
    }

    fn add(&mut self, mut route: Split<'_, char>, operation: &Arc<Operation>) {
        let Some(segment) = route.next() else {
            self.operations.push(Arc::clone(operation));
            return;
        };
        if segment.starts_with('{') {
            self.any.get_or_insert_default().add(route, operation);
            return;
        }
        if let Some((_, next)) = self.named.iter_mut().find(|(name, _)| **name == *segment) {
            next.add(route, operation);
            return;
        }
        let mut next = Self::default();
        next.add(route, operation);
        self.named.push((segment.into(), next));
    }

    /// The operations of this path, one for each method.
    pub(super) fn at(&self, path: &str) -> &[Arc<Operation>] {
        self.follow(path.split('/'))
    }

    fn follow(&self, mut path: Split<'_, char>) -> &[Arc<Operation>] {
        let Some(segment) = path.next() else {
            return &self.operations;
        };
        let named = self.named.iter().find(|(name, _)| **name == *segment);
        if let Some((_, next)) = named {
            let found = next.follow(path.clone());
            if !found.is_empty() {
                return found;
            }
        }
        match &self.any {
            Some(next) if !segment.is_empty() => next.follow(path),
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use poem::http::Method;
    use serde_json::Value;

    use super::*;
    use crate::contract::Contract;

    fn operation(route: &str) -> Arc<Operation> {
        let method = Method::GET;
        Arc::new(Operation::new(
            route,
            method,
            &Contract::of("x"),
            Value::Null,
        ))
    }

    #[test]
    fn paths_match_their_routes() {
        for (route, path, matches) in [
            ("/a/{id}/b", "/a/1/b", true),
            ("/a/{id}/b", "/a//b", false),
            ("/a/{id}", "/a/1/b", false),
            ("/a", "/a/", false),
        ] {
            let routes = Routes::of([&operation(route)]);
            assert_eq!(!routes.at(path).is_empty(), matches, "{route} {path}");
        }
    }

    #[test]
    fn a_name_goes_before_any_value_and_does_not_hide_what_follows_one() {
        let operations = ["/a/{id}/b", "/a/new", "/a/{id}"].map(operation);
        let routes = Routes::of(&operations);
        let route = |path| {
            let found = routes.at(path);
            found.iter().map(|it| &*it.route).collect::<Vec<_>>()
        };

        assert_eq!(route("/a/new"), ["/a/new"]);
        assert_eq!(route("/a/new/b"), ["/a/{id}/b"]);
        assert_eq!(route("/a/1"), ["/a/{id}"]);
        assert_eq!(route("/b"), [""; 0]);
    }
}

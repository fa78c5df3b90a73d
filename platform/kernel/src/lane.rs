//! Kinds of work that the worker has places for.

/// Which of the worker's places a message is handled in: kinds of work that wait for different outside
/// systems do not wait for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Orders, payments and transfers.
    Orders,
    /// Messages to people.
    Mail,
    /// The search index and the reports: what follows from other rows.
    Search,
    /// Pictures, each of which takes time and memory.
    Pictures,
    /// Product documents, whose store may be another company's.
    Documents,
}

impl Lane {
    /// Every lane.
    pub const ALL: [Self; 5] = [
        Self::Orders,
        Self::Mail,
        Self::Search,
        Self::Pictures,
        Self::Documents,
    ];

    /// How it is called in the outbox.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Mail => "mail",
            Self::Search => "search",
            Self::Pictures => "pictures",
            Self::Documents => "documents",
        }
    }
}

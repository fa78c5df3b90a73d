//! Front-door tests of the whole system.

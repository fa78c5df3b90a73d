//! The stranger test: every operation of the OpenAPI document is tried by everybody who has no
//! business there.
//!
//! Driven by the document: an operation without a case fails, and so does a case without an
//! operation. Strangers are anonymous callers, another tenant's shoppers and staff, the same tenant's
//! other shoppers, and callers of the right kind with ids of another tenant in the path, in the query
//! and in the body. They get 401, 403, or a 404 that is byte for byte that of a random id; and nothing
//! is written.

mod account_cases;
mod accounts;
mod authority;
mod case;
mod cases;
mod digest;
mod document;
mod foreign;
mod group_cases;
mod identities;
mod malformed;
mod office;
mod order_cases;
mod papers;
mod picture_cases;
mod review_cases;
mod staff_cases;
mod stock_cases;
mod trials;
mod unkeepable;
mod world;

use crate::harness::System;

use account_cases::ACCOUNTS;
use case::Case;
use cases::CASES;
use document::{Guard, Operation};
use group_cases::GROUPS;
use order_cases::ORDERS;
use picture_cases::PICTURES;
use review_cases::REVIEWS;
use staff_cases::STAFF;
use stock_cases::STOCK;
use world::World;

#[tokio::test]
async fn nobody_gets_where_he_has_no_business() {
    let system = System::start().await;
    let world = World::new(&system).await;
    let operations = document::operations();

    let missing: Vec<_> = operations
        .iter()
        .filter(|operation| case(operation).is_none())
        .collect();
    assert!(
        missing.is_empty(),
        "operations without a case: {missing:#?}"
    );
    let stale: Vec<_> = cases()
        .filter(|case| {
            !operations
                .iter()
                .any(|operation| operation.id == case.operation)
        })
        .map(|case| case.operation)
        .collect();
    assert!(stale.is_empty(), "cases without an operation: {stale:?}");

    let ours = &world.ours.ids;
    for operation in &operations {
        case(operation).unwrap().sends_every_id(operation, ours);
    }

    let before = digest::of(&system).await;
    for operation in &operations {
        let case = case(operation).unwrap();
        match operation.guard {
            Guard::Open => trials::open(&world, operation, case).await,
            Guard::Cart | Guard::Order => trials::shopper(&world, operation, case).await,
            Guard::Shopper => accounts::trial(&world, operation, case).await,
            Guard::Staff => trials::staff(&world, operation, case).await,
            Guard::Operator => trials::operator(&world, operation, case).await,
        }
        let after = digest::of(&system).await;
        assert_eq!(
            after, before,
            "{} wrote something for a stranger",
            operation.id
        );
    }
}

fn case(operation: &Operation) -> Option<&'static Case> {
    cases().find(|case| case.operation == operation.id)
}

fn cases() -> impl Iterator<Item = &'static Case> {
    let orders = CASES.iter().chain(ORDERS);
    orders
        .chain(ACCOUNTS)
        .chain(REVIEWS)
        .chain(STAFF)
        .chain(GROUPS)
        .chain(STOCK)
        .chain(PICTURES)
}

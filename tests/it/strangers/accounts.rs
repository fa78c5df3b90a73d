//! Operations on a shopper's own account: nobody else gets there.

use super::case::Case;
use super::document::Operation;
use super::foreign::in_the_query;
use super::trials::{assert_same, assert_status, attempt};
use super::world::World;

/// The account of an access token is the only one it leads to, on the hosts of its tenant.
pub(super) async fn trial(world: &World<'_>, operation: &Operation, case: &Case) {
    let (ours, theirs) = (&world.ours, &world.theirs);
    let what = (operation, case);
    let own_ids = (&ours.ids, &ours.ids);

    let anonymous = attempt(world, what, &ours.host, own_ids, None).await;
    assert_status(&anonymous, 401, operation, "somebody without a token");
    for (who, host, token) in [
        (
            "another tenant's shopper",
            &ours.host,
            &theirs.account_token,
        ),
        (
            "our shopper on another tenant's host",
            &theirs.host,
            &ours.account_token,
        ),
        ("our own staff", &ours.host, &ours.staff_token),
        ("an operator", &ours.host, &world.operator_token),
        ("whoever has a cart", &ours.host, &ours.cart_token),
        (
            "somebody who guesses",
            &ours.host,
            &"e30.e30.e30".to_owned(),
        ),
    ] {
        let token = format!("Bearer {token}");
        let key = Some(("authorization", token.as_str()));
        let answer = attempt(world, what, host, own_ids, key).await;
        assert_status(&answer, 401, operation, who);
    }
    let token = format!("Bearer {}", ours.account_token);
    let own = Some(("authorization", token.as_str()));
    in_the_query(world, what, own).await;
    if operation.parameters().is_empty() {
        return;
    }
    let random = attempt(world, what, &ours.host, (&world.nobody, &ours.ids), own).await;
    assert_status(&random, 404, operation, "a random id");
    let mut others = ours.ids.clone();
    others.insert("session_id", ours.other_session.clone());
    others.insert("address_id", ours.other_address.clone());
    others.insert("linked_identity_id", ours.other_identity.clone());
    for (who, ids) in [
        ("another tenant's id", &theirs.ids),
        ("the id of the same tenant's other shopper", &others),
    ] {
        let answer = attempt(world, what, &ours.host, (ids, &ours.ids), own).await;
        assert_same(&answer, &random, operation, who);
    }
}

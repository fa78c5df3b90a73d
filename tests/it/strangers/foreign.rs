//! Things of another tenant where only one's own belong: in the path, the body and the query.

use super::case::Case;
use super::document::Operation;
use super::trials::{assert_same, assert_status, attempt, attempt_with};
use super::world::World;
use crate::harness::Answer;

/// A line of another tenant's cart, in our own cart's path.
pub(super) async fn anothers_line(world: &World<'_>, what: (&Operation, &Case), own: (&str, &str)) {
    if !what.0.parameters().contains(&"line_id") {
        return;
    }
    let ours = &world.ours;
    let (mut mixed, mut absent) = (ours.ids.clone(), ours.ids.clone());
    mixed.insert("line_id", world.theirs.ids["line_id"].clone());
    absent.insert("line_id", world.nobody["line_id"].clone());
    let foreign = attempt(world, what, &ours.host, (&mixed, &ours.ids), Some(own)).await;
    let random = attempt(world, what, &ours.host, (&absent, &ours.ids), Some(own)).await;
    assert_status(&foreign, 404, what.0, "another tenant's line");
    assert_same(&foreign, &random, what.0, "another tenant's line");
}

/// Ids of another tenant in the body: answered like random ones.
pub(super) async fn in_the_body(
    world: &World<'_>,
    what: (&Operation, &Case),
    host: &str,
    own: (&str, &str),
) {
    if !what.1.names_things {
        return;
    }
    let ours = &world.ours;
    let foreign = attempt(world, what, host, (&ours.ids, &world.theirs.ids), Some(own)).await;
    let random = attempt(world, what, host, (&ours.ids, &world.nobody), Some(own)).await;
    assert!(
        (400..500).contains(&foreign.status),
        "{}: another tenant's id in the body got {}",
        what.0.id,
        foreign.status
    );
    assert_same(
        &without_ids(&foreign),
        &without_ids(&random),
        what.0,
        "another tenant's id in the body",
    );
}

/// Ids of another tenant in the query: answered like random ones, and nothing of it comes along.
pub(super) async fn in_the_query(
    world: &World<'_>,
    what: (&Operation, &Case),
    own: Option<(&str, &str)>,
) {
    let (ours, theirs) = (&world.ours, &world.theirs);
    for query in what.1.queries {
        let ask = |ids| attempt_with(world, what, &ours.host, (&ours.ids, ids), (query, own));
        let foreign = ask(&theirs.ids).await;
        let random = ask(&world.nobody).await;

        assert!(
            foreign.status < 500,
            "{}: {query}: {}",
            what.0.id,
            foreign.text
        );
        assert_same(&foreign, &random, what.0, query);
        for (name, id) in &theirs.ids {
            let is_told = foreign.text.contains(id.as_str());
            assert!(!is_told, "{}: {query} tells their {name}", what.0.id);
        }
    }
}

/// The answer may name the id that it was sent; that is no difference.
fn without_ids(answer: &Answer) -> Answer {
    let id = regex::Regex::new(r"[a-z]+_[0-9a-hjkmnp-tv-z]{26}").unwrap();
    let request_id = answer.body["request_id"].as_str().unwrap_or("-");
    let text = answer.text.replace(request_id, "<request id>");
    Answer {
        text: id.replace_all(&text, "<id>").into_owned(),
        ..answer.clone()
    }
}

//! What the database itself demands of reviews, asked as the role that serves requests.

use poem::http::Method;
use serde_json::json;
use sqlx::{AssertSqlSafe, PgConnection};
use uuid::Uuid;

use super::Stall;
use crate::front_door::House;
use crate::front_door::fulfillments::other_merchant_of;

const NOT_ALLOWED: &str = "42501";
const FOREIGN_KEY: &str = "23503";
const UNIQUE: &str = "23505";
const CHECK: &str = "23514";

/// The code, and perhaps the constraint, that Postgres refuses a statement of the app's role with.
async fn refused(conn: &mut PgConnection, tenant: Uuid, statement: &str) -> (String, String) {
    let all = format!(
        "begin; set local role stoa_app; set local app.tenant_id = '{tenant}'; {statement}"
    );
    let error = sqlx::raw_sql(AssertSqlSafe(all))
        .execute(&mut *conn)
        .await
        .expect_err(statement);
    sqlx::raw_sql("rollback").execute(conn).await.unwrap();
    let error = error.as_database_error().unwrap();
    let constraint = error.constraint().unwrap_or_default().to_owned();
    (error.code().unwrap().into_owned(), constraint)
}

/// A review of the last order's line with another id, and these columns changed.
fn copy(changes: &[(&str, &str)]) -> String {
    let mut columns = vec![
        ("id", "gen_random_uuid()"),
        ("order_id", "l.order_id"),
        ("order_line_id", "l.id"),
        ("product_id", "l.product_id"),
        ("merchant_id", "l.merchant_id"),
        ("version", "1"),
        ("rating", "5"),
        ("status", "'published'"),
        ("holds", "'{}'"),
        ("created_at", "now()"),
        ("editable_until", "now()"),
    ];
    for &(name, value) in changes {
        columns.retain(|(known, _)| *known != name);
        columns.push((name, value));
    }
    let (names, values): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    format!(
        "insert into reviews (tenant_id, {}) select l.tenant_id, {} from order_lines l order by l.id desc limit 1",
        names.join(", "),
        values.join(", ")
    )
}

/// Columns that are changed, and the code and the constraint that refuse the row.
type Attempt = (
    Vec<(&'static str, &'static str)>,
    &'static str,
    &'static str,
);

/// Rows that must not be.
fn attempts() -> Vec<Attempt> {
    let of_paid = "(select order_line_id from reviews)";
    let order = "(select order_id from reviews)";
    vec![
        (vec![], FOREIGN_KEY, "reviews_of_bought_orders"),
        (
            vec![("is_bought", "false")],
            CHECK,
            "reviews_is_bought_check",
        ),
        (
            vec![("order_line_id", "gen_random_uuid()"), ("order_id", order)],
            FOREIGN_KEY,
            "reviews_of_order_lines",
        ),
        (
            vec![("order_id", order)],
            FOREIGN_KEY,
            "reviews_of_order_lines",
        ),
        (
            vec![("order_line_id", of_paid), ("order_id", order)],
            UNIQUE,
            "reviews_tenant_id_order_line_id_key",
        ),
    ]
}

#[tokio::test]
async fn there_is_no_review_without_a_paid_line() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let order = stall.buy().await;
    stall.write(&order, 1, "It leaks").await;
    let (basket, total) = house.full_cart(&[(stall.mug, 1)]).await;
    house.checkout(&basket, "key", &total).send().await.ok(201);
    let mut conn = house.superuser.lock().await;
    let tenant: Uuid = sqlx::query_scalar("select tenant_id from reviews")
        .fetch_one(&mut *conn)
        .await
        .unwrap();

    // A text for whatever id comes, so that only what is being tried is missing.
    let id = "'01900000-0000-7000-8000-000000000001'";
    let write = format!(
        "insert into review_texts (tenant_id, review_id, version, rating, written_at)
         values ('{tenant}', {id}, 1, 5, now()); "
    );
    for (mut changes, code, constraint) in attempts() {
        changes.push(("id", id));
        let statement = format!("{write}{}", copy(&changes));
        let found = refused(&mut conn, tenant, &statement).await;
        assert_eq!(
            found,
            (code.to_owned(), constraint.to_owned()),
            "{changes:?}"
        );
    }
    let unpaid =
        "update orders set status = 'pending_payment' where id = (select order_id from reviews)";
    let found = refused(&mut conn, tenant, unpaid).await;
    assert_eq!(
        found,
        (
            FOREIGN_KEY.to_owned(),
            "reviews_of_bought_orders".to_owned()
        )
    );
    let other = refused(
        &mut conn,
        Uuid::nil(),
        &format!("{write}{}", copy(&[("id", id)])),
    )
    .await;
    assert_eq!(other.0, NOT_ALLOWED, "another tenant");
}

/// Reviews of merchants that must not be; the paid order has been placed with one merchant of two, and reviewed.
fn attempts_at_merchants() -> Vec<Attempt> {
    let order = "(select order_id from reviews)";
    let neither = [("order_line_id", "null"), ("product_id", "null")];
    let other = "(select id from merchants where slug = 'other')";
    let with = |more: &[(&'static str, &'static str)]| [&neither[..], more].concat();
    vec![
        (with(&[]), FOREIGN_KEY, "reviews_of_bought_orders"),
        (
            with(&[("order_id", order), ("merchant_id", other)]),
            FOREIGN_KEY,
            "reviews_of_order_shares",
        ),
        (
            with(&[("order_id", order)]),
            UNIQUE,
            "reviews_one_of_merchant",
        ),
        (
            vec![("order_line_id", "null")],
            CHECK,
            "reviews_of_one_subject",
        ),
        (
            vec![("product_id", "null")],
            CHECK,
            "reviews_of_one_subject",
        ),
    ]
}

#[tokio::test]
async fn there_is_no_review_of_a_merchant_without_its_part_of_a_paid_order() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    let unused = house.sell("aurora", 500, None).await;
    other_merchant_of(&house, unused).await;
    let order = stall.buy().await;
    let body = json!({"order_line_id": order.line, "subject": "merchant", "rating": 1});
    let written = stall.of(&order, Method::POST, "").json(&body).send().await;
    written.ok(201);
    let (basket, total) = house.full_cart(&[(stall.mug, 1)]).await;
    house.checkout(&basket, "key", &total).send().await.ok(201);
    let mut conn = house.superuser.lock().await;
    let tenant: Uuid = sqlx::query_scalar("select tenant_id from reviews")
        .fetch_one(&mut *conn)
        .await
        .unwrap();

    let id = "'01900000-0000-7000-8000-000000000001'";
    let write = format!(
        "insert into review_texts (tenant_id, review_id, version, rating, written_at)
         values ('{tenant}', {id}, 1, 5, now()); "
    );
    for (mut changes, code, constraint) in attempts_at_merchants() {
        changes.push(("id", id));
        let statement = format!("{write}{}", copy(&changes));
        let found = refused(&mut conn, tenant, &statement).await;
        let expected = (code.to_owned(), constraint.to_owned());
        assert_eq!(found, expected, "{changes:?}");
    }
    for statement in [
        "update reviews set merchant_id = gen_random_uuid()",
        "delete from merchant_ratings",
    ] {
        let found = refused(&mut conn, tenant, statement).await;
        assert_eq!(found.0, NOT_ALLOWED, "{statement}");
    }
}

#[tokio::test]
async fn no_statement_of_the_app_changes_what_was_written() {
    let house = House::new().await;
    let stall = Stall::open(&house).await;
    stall.published(1, "It leaks").await;
    let mut conn = house.superuser.lock().await;
    let tenant: Uuid = sqlx::query_scalar("select tenant_id from reviews")
        .fetch_one(&mut *conn)
        .await
        .unwrap();

    for statement in [
        "update review_texts set rating = 5",
        "update review_texts set body = 'Great'",
        "update reviews set order_line_id = gen_random_uuid()",
        "update reviews set product_id = gen_random_uuid()",
        "update reviews set editable_until = now()",
        "delete from reviews",
        "update review_decisions set reason = 'spam'",
        "delete from review_decisions",
        "delete from review_reports",
        "delete from product_ratings",
    ] {
        let found = refused(&mut conn, tenant, statement).await;
        assert_eq!(found.0, NOT_ALLOWED, "{statement}");
    }
    for statement in [
        "update reviews set rating = 5",
        "update reviews set version = 2",
        "delete from review_texts",
    ] {
        let found = refused(&mut conn, tenant, statement).await;
        let key = (FOREIGN_KEY.to_owned(), "reviews_as_written".to_owned());
        assert_eq!(found, key, "{statement}");
    }
    let stars: Vec<(i16, i16)> = sqlx::query_as(
        "select r.rating, t.rating from reviews r join review_texts t on t.review_id = r.id",
    )
    .fetch_all(&mut *conn)
    .await
    .unwrap();
    assert_eq!(stars, [(1, 1)]);
}

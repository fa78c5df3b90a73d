//! The kernel's types in rows: bound and read as they are, and text that means nothing is an error.

use db::{Db, DbError};
use kernel::Currency;
use kernel::contact::Email;
use kernel::ids::ProductId;
use testkit::TestDb;
use uuid::Uuid;

use crate::keys::tenant;

kernel::words! {
    /// What a parcel is doing.
    enum ParcelStatus {
        /// It is packed.
        Packed = "packed",
        /// The carrier has it.
        Shipped = "shipped",
    }
}

type Row = (
    ProductId,
    Currency,
    ParcelStatus,
    Option<ParcelStatus>,
    Email,
);

#[tokio::test]
async fn what_is_bound_is_read_back() {
    let test = TestDb::new().await;
    let caller = tenant(&test, 1).await;
    let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();
    let mut tx = db.begin(&caller).await.unwrap();
    let row: Row = (
        ProductId::from_uuid(Uuid::from_u128(7)),
        Currency::Eur,
        ParcelStatus::Shipped,
        None,
        Email::parse("ada@shop.test").unwrap(),
    );

    let read: Row = sqlx::query_as("select $1, $2::char(3), $3, $4, $5")
        .bind(row.0)
        .bind(row.1)
        .bind(row.2)
        .bind(row.3)
        .bind(&row.4)
        .fetch_one(tx.conn())
        .await
        .unwrap();
    assert_eq!(read, row);

    let (id, word): (Uuid, String) = sqlx::query_as("select $1, $2")
        .bind(row.0)
        .bind(row.2)
        .fetch_one(tx.conn())
        .await
        .unwrap();
    assert_eq!((id, word.as_str()), (Uuid::from_u128(7), "shipped"));
}

#[tokio::test]
async fn many_are_bound_as_an_array() {
    let test = TestDb::new().await;
    let caller = tenant(&test, 1).await;
    let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();
    let mut tx = db.begin(&caller).await.unwrap();
    let ids = [1, 2].map(|number| ProductId::from_uuid(Uuid::from_u128(number)));
    let words = [Some(ParcelStatus::Packed), None];
    let currencies = vec![Currency::Eur, Currency::Jpy];

    let read: Vec<(ProductId, Option<ParcelStatus>, Currency)> =
        sqlx::query_as("select * from unnest($1::uuid[], $2::text[], $3::text[])")
            .bind(ids)
            .bind(words)
            .bind(&currencies)
            .fetch_all(tx.conn())
            .await
            .unwrap();

    assert_eq!(
        read,
        [
            (ids[0], words[0], currencies[0]),
            (ids[1], words[1], currencies[1])
        ]
    );
}

#[tokio::test]
async fn text_that_means_nothing_is_an_error_that_names_the_column_and_the_words() {
    let test = TestDb::new().await;
    let caller = tenant(&test, 1).await;
    let db = Db::connect(&test.app_url(), testkit::patient_pool()).unwrap();
    let mut tx = db.begin(&caller).await.unwrap();

    let word: Result<ParcelStatus, _> = sqlx::query_scalar("select 'lost' as status")
        .fetch_one(tx.conn())
        .await;
    let currency: Result<Currency, _> = sqlx::query_scalar("select 'XXX'::char(3) as currency")
        .fetch_one(tx.conn())
        .await;

    for (error, why) in [
        (DbError::from(word.unwrap_err()), "one of: packed shipped"),
        (
            DbError::from(currency.unwrap_err()),
            "not a currency code that is supported",
        ),
    ] {
        assert!(matches!(error, DbError::Unreadable(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            format!("a row cannot be read: error occurred while decoding column 0: {why}")
        );
    }
}

//! Living and being ready are two things.

use std::num::NonZeroU32;

use db::{Db, PoolOptions};
use futures_util::future::join_all;
use gateway::health::{CONTRACTS, HealthApi, Readiness};
use poem::test::TestClient;
use poem::{EndpointExt, IntoEndpoint};
use poem_openapi::OpenApiService;
use serde_json::json;

use crate::support::{behind, read, settings};

#[tokio::test]
async fn without_its_database_a_process_lives_and_is_not_ready() {
    // Nobody listens on port 1.
    let db = Db::connect("postgres://nobody@127.0.0.1:1/none", PoolOptions::default()).unwrap();
    let readiness = Readiness::new(db);
    let service = OpenApiService::new(HealthApi(readiness.clone()), "Test", "1.0.0");
    let spec = service.spec();
    let client = TestClient::new(behind(
        settings(),
        (&spec, CONTRACTS),
        service.into_endpoint().boxed(),
    ));
    // Load balancers call by address.
    let get = |path: &'static str| client.get(path).header("Host", "10.0.0.7:8080").send();

    let live = read(get("/health/live").await).await;
    let ready = read(get("/health/ready").await).await;
    readiness.drain();
    let draining = read(get("/health/ready").await).await;

    assert_eq!(live, (200, json!({"status": "live", "failing": []})));
    assert_eq!(
        ready,
        (503, json!({"status": "not_ready", "failing": ["database"]}))
    );
    assert_eq!(draining.1["failing"], json!(["draining", "database"]));
}

#[tokio::test]
async fn asking_too_often_whether_it_is_ready_is_refused_and_whether_it_lives_is_not() {
    let db = Db::connect("postgres://nobody@127.0.0.1:1/none", PoolOptions::default()).unwrap();
    let service = OpenApiService::new(HealthApi(Readiness::new(db)), "Test", "1.0.0");
    let spec = service.spec();
    let mut settings = settings();
    settings.rates.read_per_second = NonZeroU32::new(2);
    let client = TestClient::new(behind(
        settings,
        (&spec, CONTRACTS),
        service.into_endpoint().boxed(),
    ));
    let status = async |host: String, path: &'static str| {
        let answer = client.get(path).header("Host", host).send().await;
        answer.0.status().as_u16()
    };
    let own = || "10.0.0.7".to_owned();

    // Whoever makes hosts up at the same address uses up another count. All ask in one moment.
    let strange = (1..=3).map(|number| {
        let host = format!("made-up-{number}.example");
        status(host, "/storefront/v1/store")
    });
    let mut answers = join_all(strange).await;
    answers.sort_unstable();
    assert_eq!(answers, [404, 404, 429]);
    let mut answers = join_all((0..3).map(|_| status(own(), "/health/ready"))).await;
    answers.sort_unstable();
    assert_eq!(answers, [429, 503, 503]);
    for _ in 0..10 {
        assert_eq!(status(own(), "/health/live").await, 200);
    }
}

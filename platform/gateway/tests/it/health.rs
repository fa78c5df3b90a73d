//! Living and being ready are two things.

use db::{Db, PoolOptions};
use gateway::health::{HealthApi, Readiness};
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
    let client = TestClient::new(behind(settings(), &spec, service.into_endpoint().boxed()));
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

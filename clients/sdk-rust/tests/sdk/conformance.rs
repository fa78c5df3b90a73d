//! Runs every scenario that all clients must pass.

use std::time::Duration;

use crate::mock::{self, Mock, Run};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use regex::Regex;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use stoa::{Admin, ApiResponse, Call, Error, Items, Options, Page, Result, Storefront};

/// What an operation has done: its data, and status, retries and id of the response.
pub(crate) type Outcome = Result<(Value, Value)>;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_scenario_passes() {
    let mock = Mock::start();
    let scenarios = mock::read("scenarios.json");
    let scenarios: Vec<_> =
        scenarios["scenarios"].as_array().unwrap().iter().filter(|it| it["planted"] != true).collect();
    let mut running = Vec::new();
    for scenario in scenarios.iter().copied() {
        let (run, scenario) = (mock.run(scenario["name"].as_str().unwrap()), scenario.clone());
        running.push(tokio::spawn(async move { play(&run, &scenario).await }));
    }
    let mut failed = Vec::new();
    for (scenario, run) in scenarios.iter().zip(running) {
        if run.await.is_err() {
            failed.push(scenario["name"].clone());
        }
    }
    assert!(failed.is_empty(), "{} of {} failed: {failed:?}", failed.len(), scenarios.len());
    assert!(scenarios.len() >= 44);
}

async fn play(run: &Run, scenario: &Value) {
    let outcome = call(options(&run.base_url, &scenario["client"]), &scenario["call"]).await;
    check(run, scenario, outcome).await;
}

/// Compares what was done with what the scenario expects.
pub(crate) async fn check(run: &Run, scenario: &Value, outcome: Outcome) {
    let name = scenario["name"].as_str().unwrap();
    let expect = &scenario["expect"];
    match outcome {
        Ok((data, response)) => {
            assert!(expect.get("error").is_none(), "{name}: there was no error");
            for (what, actual) in [("result", &data), ("items", &data), ("file", &data), ("response", &response)] {
                if let Some(expected) = expect.get(what) {
                    includes(actual, expected, name);
                }
            }
        }
        Err(error) => check_error(&error, expect.get("error").unwrap_or_else(|| panic!("{name}: {error:?}"))),
    }
    check_requests(&run.seen().await, expect, name);
}

pub(crate) fn options(base_url: &str, set: &Value) -> Options {
    let text = |name: &str| set[name].as_str();
    let delay = set["retry_delay_ms"].as_u64().unwrap_or(10);
    let mut options = Options::base_url(base_url).retry_delay(Duration::from_millis(delay));
    if let Some(key) = text("publishable_key") {
        options = options.publishable_key(key);
    }
    if let Some(key) = text("secret_key") {
        options = options.secret_key(key);
    }
    if let Some(token) = text("access_token") {
        options = options.access_token(token);
    }
    if let Some(tokens) = set["tokens"].as_array() {
        let (first, second) = (tokens[0].as_str().unwrap().to_owned(), tokens[1].as_str().unwrap().to_owned());
        options = options.token_callback(move |rejected| {
            assert!(rejected.as_ref().is_none_or(|it| *it == first));
            let token = if rejected.is_none() { first.clone() } else { second.clone() };
            async { Ok(Some(token)) }
        });
    }
    if let Some(app) = text("app_info") {
        options = options.app_info(app);
    }
    for (name, value) in set["headers"].as_object().into_iter().flatten() {
        options = options.header(name, value.as_str().unwrap());
    }
    options
}

async fn call(options: Options, call: &Value) -> Outcome {
    let mut params = call["params"].as_object().cloned().unwrap_or_default();
    let mut take = |name: &str| params.remove(name).map(|it| it.as_str().unwrap().to_owned()).unwrap_or_default();
    let set = &call["options"];
    match (call["client"].as_str().unwrap(), call["operation"].as_str().unwrap()) {
        ("storefront", operation) => {
            let shop = Storefront::new(options)?;
            let (cart_id, cart_token) = (take("cart_id"), take("cart_token"));
            match operation {
                "get_store" => send(shop.get_store(), set).await,
                "get_product" => send(shop.get_product(&take("slug")), set).await,
                "create_cart" => send(shop.create_cart(), set).await,
                "get_cart" => send(shop.get_cart(&cart_id, &cart_token), set).await,
                "update_cart" => send(shop.update_cart(&cart_id, &cart_token, &body(params)), set).await,
                "place_order" => send(shop.place_order(&cart_id, &cart_token, &body(params)), set).await,
                "login" => send(shop.login(&body(params)), set).await,
                "logout" => send(shop.logout(&body(params)), set).await,
                "update_account" => send(shop.update_account(&body(params)), set).await,
                "list_products" => {
                    let mut list = shop.list_products();
                    if let Some(limit) = params.get("limit") {
                        list = list.limit(limit.as_i64().unwrap());
                    }
                    if let Some(sort) = params.get("sort") {
                        list = list.sort(sort.as_str().unwrap());
                    }
                    collect(list.items(), call).await
                }
                other => panic!("no operation {other}"),
            }
        }
        ("admin", "create_refund") => {
            let order_id = take("order_id");
            send(Admin::new(options)?.create_refund(&order_id, &body(params)), set).await
        }
        ("admin", "upload_image") => {
            let file = STANDARD.decode(call["file_base64"].as_str().unwrap()).unwrap();
            send(Admin::new(options)?.upload_image(&take("product_id"), file), set).await
        }
        ("admin", "list_merchants") => send(Admin::new(options)?.list_merchants(), set).await,
        other => panic!("no operation {other:?}"),
    }
}

fn body<T: DeserializeOwned>(params: serde_json::Map<String, Value>) -> T {
    serde_json::from_value(Value::Object(params)).unwrap()
}

async fn send<T: DeserializeOwned + Serialize, P>(call: Call<T, P>, set: &Value) -> Outcome {
    let response = with_options(call, set).with_response().await?;
    Ok((serde_json::to_value(&response.data).unwrap(), around(&response)))
}

pub(crate) fn with_options<T, P>(mut call: Call<T, P>, set: &Value) -> Call<T, P> {
    if let Some(key) = set["idempotency_key"].as_str() {
        call = call.idempotency_key(key);
    }
    if let Some(most) = set["max_retries"].as_u64() {
        call = call.max_retries(most.try_into().unwrap());
    }
    if let Some(limit) = set["timeout_ms"].as_u64() {
        call = call.timeout(Duration::from_millis(limit));
    }
    call
}

pub(crate) fn around<T>(response: &ApiResponse<T>) -> Value {
    json!({
        "status": response.status,
        "retries": response.retries,
        "request_id": response.request_id,
    })
}

async fn collect<T: Page, P: 'static>(items: Items<T, P>, call: &Value) -> Outcome
where
    T::Item: Serialize,
{
    assert_eq!(call["collect"], true);
    let most = call["take"].as_u64().unwrap_or(1_000);
    let items = items.collect_up_to(most.try_into().unwrap()).await?;
    Ok((serde_json::to_value(items).unwrap(), Value::Null))
}

/// What is expected is there; there may be more.
fn includes(actual: &Value, expected: &Value, place: &str) {
    match expected {
        Value::Array(items) => {
            assert_eq!(actual.as_array().map(Vec::len), Some(items.len()), "{place} has another length");
            for (at, item) in items.iter().enumerate() {
                includes(&actual[at], item, &format!("{place}/{at}"));
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                includes(&actual[name], field, &format!("{place}/{name}"));
            }
        }
        plain => assert_eq!(actual, plain, "{place}"),
    }
}

fn check_error(error: &Error, expected: &Value) {
    let kind = match error {
        Error::Usage(_) => "StoaError",
        Error::Connection(_) => "ConnectionError",
        Error::Timeout(_) => "TimeoutError",
        Error::MalformedResponse(_) => "MalformedResponseError",
        Error::InvalidRequest(_) => "InvalidRequestError",
        Error::Authentication(_) => "AuthenticationError",
        Error::PermissionDenied(_) => "PermissionDeniedError",
        Error::NotFound(_) => "NotFoundError",
        Error::Conflict(_) => "ConflictError",
        Error::Rejected(_) => "RejectedError",
        Error::RateLimit(_) => "RateLimitError",
        Error::Server(_) => "ServerError",
        Error::Api(_) => "ApiError",
        other => panic!("{other:?}"),
    };
    let facts = match (error, error.api()) {
        (Error::MalformedResponse(it), _) => json!({"status": it.status, "text": it.text}),
        (_, Some(it)) => json!({
            "status": it.status,
            "code": it.code,
            "text": it.text,
            "retries": it.retries,
            "problem": it.problem,
            "retry_after_seconds": it.retry_after.map(|it| it.as_secs()),
            "pointers": it.errors.iter().map(|it| &it.pointer).collect::<Vec<_>>(),
        }),
        _ => json!({}),
    };
    let mut facts = facts;
    facts["type"] = kind.into();
    facts["request_id"] = error.request_id().into();
    includes(&facts, expected, "error");
}

fn check_requests(seen: &[Value], expect: &Value, name: &str) {
    let expected = expect["requests"].as_array().unwrap();
    assert_eq!(seen.len(), expected.len(), "{name}: another number of requests");
    for (request, expected) in seen.iter().zip(expected) {
        check_request(request, expected, name);
    }
    let same = |read: &dyn Fn(&Value) -> &Value| seen.iter().all(|it| read(it) == read(&seen[0]));
    if let Some(header) = expect["same_header"].as_str() {
        assert!(same(&|it| &it["headers"][header]), "{name}: {header} changed");
    }
    if expect["same_body"] == true {
        assert!(same(&|it| &it["body"]), "{name}: the body changed");
    }
    for (at, least) in expect["least_gaps_ms"].as_array().into_iter().flatten().enumerate() {
        let passed = seen[at + 1]["at_ms"].as_u64().unwrap() - seen[at]["at_ms"].as_u64().unwrap();
        assert!(passed >= least.as_u64().unwrap(), "{name}: {passed} ms between two requests");
    }
}

fn check_request(seen: &Value, expected: &Value, name: &str) {
    if let Some(method) = expected.get("method") {
        assert_eq!(&seen["method"], method, "{name}");
    }
    match expected.get("path") {
        Some(Value::String(path)) => assert_eq!(seen["path"], *path, "{name}"),
        Some(parts) => {
            let url = format!("http://x{}", seen["path"].as_str().unwrap());
            let url = stoa::reqwest::Url::parse(&url).unwrap();
            let query: serde_json::Map<String, Value> =
                url.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned().into())).collect();
            assert_eq!(&Value::Object(query), &parts["query"], "{name}");
        }
        None => {}
    }
    for (header, value) in expected["headers"].as_object().into_iter().flatten() {
        let actual = &seen["headers"][header];
        if let Some(pattern) = value["matches"].as_str() {
            let text = actual.as_str().unwrap_or_default();
            assert!(Regex::new(pattern).unwrap().is_match(text), "{name}: {header} is {text}");
        } else if value == "*" {
            assert!(actual.is_string(), "{name}: {header} is missing");
        } else {
            assert_eq!(actual, value, "{name}: {header}");
        }
    }
    if let Some(json) = expected.get("json") {
        let body: Value = serde_json::from_str(seen["body"].as_str().unwrap()).unwrap();
        assert_eq!(&body, json, "{name}");
    }
    if let Some(bytes) = expected.get("body_base64") {
        assert_eq!(&seen["body_base64"], bytes, "{name}");
    }
}

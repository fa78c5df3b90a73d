//! The program: its one line of output, its journal, its manners.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use stripe_sim::Config;

use crate::harness::{Sim, config, text};

/// The program, killed when dropped.
struct Program {
    child: Child,
    url: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_stripe-sim"))
            .args(["--listen", "127.0.0.1:0", "--settle-ms", "20"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let line: Value = serde_json::from_str(&line).unwrap();
        Self {
            child,
            url: text(&line["listening"]),
        }
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

async fn post(program: &Program, path: &str, key: &str, form: &str) -> reqwest::Result<Value> {
    let call = reqwest::Client::builder()
        .build()?
        .post(format!("{}{path}", program.url));
    let call = call
        .header("authorization", "Bearer sk_test_stoa")
        .header("idempotency-key", key);
    call.body(form.to_owned()).send().await?.json().await
}

async fn get(program: &Program, path: &str) -> Value {
    let call = reqwest::Client::builder()
        .build()
        .unwrap()
        .get(format!("{}{path}", program.url));
    let call = call.header("authorization", "Bearer sk_test_stoa");
    call.send().await.unwrap().json().await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_simulator_has_lost_nothing_that_it_answered() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("journal");
    let arguments = ["--data", data.to_str().unwrap(), "--auto-onboard"];
    let mut answered = Vec::new();
    for round in 0..5 {
        let mut program = Program::start(&arguments);
        let count = AtomicU32::new(0);
        let deadline = Instant::now() + Duration::from_millis(300);
        let form = "amount=1000&currency=usd&confirm=true&payment_method=pm_card_visa\
                    &automatic_payment_methods[enabled]=true\
                    &automatic_payment_methods[allow_redirects]=never";
        let work = async {
            let mut ids = Vec::new();
            loop {
                let key = format!("{round}-{}", count.fetch_add(1, Ordering::Relaxed));
                match post(&program, "/v1/payment_intents", &key, form).await {
                    Ok(intent) => ids.push((key, text(&intent["id"]))),
                    Err(_) => return ids,
                }
                if Instant::now() > deadline {
                    return ids;
                }
            }
        };
        let ids = work.await;
        program.kill();
        assert!(!ids.is_empty());
        answered.extend(ids);
    }

    let program = Program::start(&arguments);

    let state = get(&program, "/_sim/state").await;
    let total = answered.len();
    assert_eq!(state["counts"]["payment_intents_succeeded"], total);
    assert_eq!(state["sums"]["charges"]["usd"], json!(1000 * total));
    for (key, id) in &answered {
        let path = format!("/v1/payment_intents/{id}");
        assert_eq!(get(&program, &path).await["status"], "succeeded", "{key}");
    }
    crate::harness::eventually("what was left to do is done", async || {
        get(&program, "/_sim/state").await["counts"]["charges_unsettled"] == 0
    })
    .await;
    let state = get(&program, "/_sim/state").await;
    assert_eq!(state["balance"]["usd"]["total"], json!((1000 - 59) * total));
    let (key, id) = &answered[0];
    let form = "amount=1000&currency=usd&confirm=true&payment_method=pm_card_visa\
                &automatic_payment_methods[enabled]=true\
                &automatic_payment_methods[allow_redirects]=never";
    let replayed = post(&program, "/v1/payment_intents", key, form)
        .await
        .unwrap();
    assert_eq!(text(&replayed["id"]), *id, "keys outlive it too");
}

#[tokio::test]
async fn a_torn_last_line_is_left_out_and_the_journal_compacted() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("journal");
    let with_data = || Config {
        data: Some(data.clone()),
        ..config()
    };
    let sim = Sim::start_with(with_data()).await;
    let intent = text(&sim.intent(1000, "usd").ok().await["id"]);
    for n in 0..50 {
        let path = format!("/v1/payment_intents/{intent}");
        sim.post(path).with("metadata[n]", n).ok().await;
    }
    sim.control("clock", json!({ "advance_seconds": 5000 }))
        .await;
    let then = sim.state().await["now"].as_i64().unwrap();
    sim.running.stop().await.unwrap();
    let long = std::fs::metadata(&data).unwrap().len();
    let mut file = std::fs::OpenOptions::new()
        .append(true)
        .open(&data)
        .unwrap();
    file.write_all(br#"{"intents":[{"id":"pi_torn"#).unwrap();

    let sim = Sim::start_with(with_data()).await;

    let read = sim.get(format!("/v1/payment_intents/{intent}")).ok().await;
    assert_eq!(read["metadata"]["n"], "49");
    assert!(
        sim.state().await["now"].as_i64().unwrap() >= then,
        "the clock stays ahead"
    );
    assert!(std::fs::metadata(&data).unwrap().len() < long / 5);
    sim.running.stop().await.unwrap();
    let text = std::fs::read_to_string(&data).unwrap();
    std::fs::write(&data, format!("nonsense\n{text}")).unwrap();
    let broken = stripe_sim::start(with_data()).await.err().unwrap();
    assert!(format!("{broken:#}").contains("line 1"), "{broken:#}");
}

#[tokio::test]
async fn a_taken_port_is_one_clear_line() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();

    let output = Command::new(env!("CARGO_BIN_EXE_stripe-sim"))
        .args(["--listen", &address])
        .output()
        .unwrap();

    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(&address));
}

#[tokio::test]
async fn it_stops_when_it_is_asked_to() {
    let mut program = Program::start(&[]);
    get(&program, "/_sim/health").await;

    let kill = Command::new("kill")
        .arg(program.child.id().to_string())
        .status()
        .unwrap();

    assert!(kill.success());
    let asked = Instant::now();
    let status = program.child.wait().unwrap();
    assert!(status.success());
    assert!(asked.elapsed() < Duration::from_secs(3));
}

//! The program: its one line of output, its journal, its manners.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use stripe_sim::Config;

use crate::harness::{Receiver, SIGNING, Sim, config, text};

/// The program, killed when dropped.
struct Program {
    child: Child,
    url: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        Self::start_by(Command::new(env!("CARGO_BIN_EXE_stripe-sim")), arguments)
    }

    /// Starts it by a command that takes its arguments.
    fn start_by(mut command: Command, arguments: &[&str]) -> Self {
        let child = command
            .args(["--listen", "127.0.0.1:0", "--settle-ms", "20"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // From here on whatever fails ends it.
        let mut program = Self {
            child,
            url: String::new(),
        };
        let mut line = String::new();
        BufReader::new(program.child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let line: Value = serde_json::from_str(&line).unwrap();
        program.url = text(&line["listening"]);
        program
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
    let call = crate::harness::client().post(format!("{}{path}", program.url));
    let call = call
        .header("authorization", "Bearer sk_test_stoa")
        .header("idempotency-key", key);
    call.body(form.to_owned()).send().await?.json().await
}

async fn get(program: &Program, path: &str) -> Value {
    let call = crate::harness::client().get(format!("{}{path}", program.url));
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
async fn the_journal_stays_small_while_the_simulator_runs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("journal");
    let with_data = || Config {
        data: Some(data.clone()),
        compact_above_bytes: 50_000,
        ..config()
    };
    let sim = Sim::start_with(with_data()).await;
    let path = format!(
        "/v1/payment_intents/{}",
        text(&sim.intent(1000, "usd").ok().await["id"])
    );
    let mut longest = 0;

    for n in 0..300 {
        sim.post(&path).with("metadata[n]", n).ok().await;
        longest = longest.max(std::fs::metadata(&data).unwrap().len());
    }

    assert!((40_000..=50_000).contains(&longest), "{longest} bytes");
    sim.running.stop().await.unwrap();
    let sim = Sim::start_with(with_data()).await;
    assert_eq!(sim.get(&path).ok().await["metadata"]["n"], "299");
    assert_eq!(sim.state().await["counts"]["payment_intents"], 1);
}

#[tokio::test]
async fn what_cannot_be_journalled_is_not_answered_and_ends_the_simulator() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("journal");
    let arguments = ["--data", data.to_str().unwrap()];
    let form = "amount=1000&currency=usd";
    // The system lets the file grow to a few kilobytes, and says so by an error only.
    let limited = "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", limited, env!("CARGO_BIN_EXE_stripe-sim")]);
    shell.stderr(Stdio::piped());
    let mut program = Program::start_by(shell, &arguments);
    let mut answered = 0;

    while answered < 100 {
        let key = answered.to_string();
        match post(&program, "/v1/payment_intents", &key, form).await {
            Ok(_) => answered += 1,
            Err(_) => break,
        }
    }

    assert!((1..100).contains(&answered), "{answered} were answered");
    assert_eq!(program.child.wait().unwrap().code(), Some(1));
    let mut said = String::new();
    let mut errors = program.child.stderr.take().unwrap();
    errors.read_to_string(&mut said).unwrap();
    assert!(said.contains("the journal could not be written"), "{said}");
    let program = Program::start(&arguments);
    let state = get(&program, "/_sim/state").await;
    assert_eq!(state["counts"]["payment_intents"], answered);
}

#[tokio::test]
async fn webhooks_go_straight_to_their_endpoint_whatever_the_environment_says() {
    let hooks = Receiver::start().await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_stripe-sim"));
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env(name, "http://127.0.0.1:9");
    }
    command.env_remove("no_proxy").env_remove("NO_PROXY");
    let arguments = ["--webhook", &hooks.url, "--webhook-secret", SIGNING];
    let program = Program::start_by(command, &arguments);

    let form = "amount=1000&currency=usd";
    let intent = post(&program, "/v1/payment_intents", "k1", form).await;

    let arrived = hooks.wait_for("payment_intent.created").await;
    assert_eq!(arrived.event["data"]["object"]["id"], intent.unwrap()["id"]);
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

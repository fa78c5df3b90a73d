//! Changing keys: every step of `stoa keys`, beside processes that have not taken it yet.

use std::process::Command;

use super::second_factor::{code, enrol};
use super::*;
use crate::nodes::Node;

/// What `stoa keys` prints, with this setting.
fn keys(system: &System, arguments: &[&str], (setting, value): (&str, &str)) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .env_clear()
        .envs(system.settings.clone())
        .env(setting, value)
        .arg("keys")
        .args(arguments)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// The setting before, with a new key behind, with that in front, and with that alone.
fn steps(system: &System, setting: &str) -> [String; 4] {
    let mut settings = system.settings.iter();
    let (_, old) = settings.find(|(name, _)| name == setting).unwrap();
    let old = old.clone();
    let added = keys(system, &["add", setting], (setting, &old));
    let promoted = keys(system, &["promote", setting], (setting, &added));
    let retired = keys(system, &["retire", setting], (setting, &promoted));
    [old, added, promoted, retired]
}

async fn log_in_at(node: &Node, email: &str, password: &str, code: Option<&str>) -> Answer {
    let url = format!("http://{}/admin/v1/auth/login", node.address);
    let mut body = json!({"email": email, "password": password});
    if let Some(code) = code {
        body["code"] = json!(code);
    }
    let request = reqwest::Client::new().post(url);
    send(request.header("host", "aurora.localhost").json(&body)).await
}

/// The statuses that a token gets at a process, asked many times at once.
async fn asked(node: &Node, token: &str) -> Vec<u16> {
    let ask = || async {
        let url = format!("http://{}/admin/v1/me", node.address);
        let request = reqwest::Client::new().get(url).bearer_auth(token);
        send(request.header("host", "aurora.localhost"))
            .await
            .status
    };
    join_all((0..20).map(|_| ask())).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tokens_are_believed_by_every_process_while_the_key_that_signs_changes() {
    let system = System::start().await;
    let _shop = system.shop("aurora", &[]).await;
    let setting = "TOKEN_KEYS";
    let steps = steps(&system, setting);
    let begins = |text: &String| text.matches("-----BEGIN PRIVATE KEY-----").count();
    assert_eq!(steps.each_ref().map(begins), [1, 2, 2, 1]);
    let only = keys(&system, &["retire", setting], (setting, &steps[3]));
    assert_eq!(only, steps[3], "the only key stays");

    let mut nodes = Vec::new();
    for value in &steps {
        nodes.push(Node::with(&system, &[(setting, value)]).await);
    }
    let mut tokens = Vec::new();
    for node in &nodes {
        let session = log_in_at(
            node,
            "owner@aurora.test",
            crate::harness::STAFF_PASSWORD,
            None,
        );
        tokens.push(text(&session.await.expect(200), "/access_token"));
    }
    // While one step is taken, processes from before and after it run beside each other.
    for (before, after) in (0..3).zip(1..4) {
        for (node, token) in [(before, after), (after, before)] {
            assert_eq!(
                asked(&nodes[node], &tokens[token]).await,
                [200; 20],
                "{token} at {node}"
            );
        }
    }
    assert_eq!(asked(&nodes[3], &tokens[0]).await, [401; 20]);
    for node in nodes {
        node.end().await;
    }
    system.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn secrets_are_encrypted_anew_and_the_old_key_can_go() {
    let system = System::start().await;
    let shop = system.shop("aurora", &[]).await;
    let berta = join(&shop, "administrator").await;
    let (seed, _) = enrol(&shop, &berta).await;
    let setting = "ENCRYPTION_KEYS";
    let [old, _, promoted, retired] = steps(&system, setting);
    assert_eq!(promoted, format!("{retired},{old}"));

    let sealed = "select count(*) from staff_security where totp_sealed is not null";
    assert_eq!(system.number(sealed).await, 1);
    for _ in 0..2 {
        let told = keys(&system, &["reseal"], (setting, &promoted));
        assert_eq!(told, "encrypted 1 secret of 1 tenant with the first key");
    }
    let node = Node::with(&system, &[(setting, &retired)]).await;
    let next = code(&system, &seed, 1).await;
    let session = log_in_at(&node, BERTA, PASSWORD, Some(&next)).await;
    session.expect(200);
    node.end().await;
    system.settle().await;
}

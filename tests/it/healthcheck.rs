//! `stoa healthcheck`: one line, and an exit code that supervisors understand.

use std::net::TcpListener;
use std::process::Command;

use sqlx::{Connection, PgConnection};
use testkit::TestDb;

use crate::processes::{Running, free_port, ready, stoa};

/// The exit code and the one line that was written, on whichever stream.
fn check(question: &[&str], settings: &[(&str, &str)]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_stoa"))
        .env_clear()
        .envs(settings.iter().copied())
        .arg("healthcheck")
        .args(question)
        .output()
        .unwrap();
    let streams = [output.stdout, output.stderr].concat();
    let line = String::from_utf8(streams).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    (output.status.code().unwrap(), line.trim_end().to_owned())
}

#[tokio::test]
async fn it_tells_whether_a_process_that_serves_lives_and_is_ready() {
    let db = TestDb::new().await;
    let port = free_port();
    // Balancers and supervisors name no host of the platform.
    let mut serve = stoa(&db, port);
    serve
        .env("LISTEN_ADDR", format!("0.0.0.0:{port}"))
        .env("PLATFORM_HOSTS", "api.stoa.test");
    let _running = Running(serve.arg("serve").spawn().unwrap());
    assert_eq!(ready(port).await.status(), 200);
    let listen = format!("0.0.0.0:{port}");
    let settings = [("LISTEN_ADDR", listen.as_str())];
    let at = |path: &str| format!("http://127.0.0.1:{port}/health/{path}");

    assert_eq!(check(&[], &settings), (0, format!("{}: 200", at("live"))));
    assert_eq!(
        check(&["ready"], &settings),
        (0, format!("{}: 200", at("ready")))
    );

    let mut superuser = PgConnection::connect(&db.superuser_url()).await.unwrap();
    let away = "do $$ begin
                  execute format('alter database %I with connection limit 0', current_database());
                  perform pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid();
                end $$";
    sqlx::raw_sql(away).execute(&mut superuser).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;

    assert_eq!(
        check(&["ready"], &settings),
        (1, format!("{}: 503, failing: database", at("ready")))
    );
    assert_eq!(check(&["live"], &settings).0, 0);
}

#[tokio::test]
async fn it_tells_whether_a_worker_lives() {
    let db = TestDb::new().await;
    let metrics = format!("127.0.0.1:{}", free_port());
    let settings = [("METRICS_ADDR", metrics.as_str())];
    assert_eq!(check(&["worker"], &settings).0, 1);

    let mut worker = stoa(&db, 0);
    worker.env("METRICS_ADDR", &metrics);
    let _running = Running(worker.arg("worker").spawn().unwrap());
    let line = format!("http://{metrics}/metrics: 200");
    for _ in 0..200 {
        if check(&["worker"], &settings) == (0, line.clone()) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the worker never answered");
}

#[test]
fn whatever_is_wrong_is_one_line_and_the_code_1() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap().to_string();
    let (code, line) = check(&["--timeout-seconds", "1"], &[("LISTEN_ADDR", &address)]);
    assert_eq!(code, 1);
    assert_eq!(
        line,
        format!("http://{address}/health/live: no answer within 1 s")
    );

    let address = format!("127.0.0.1:{}", free_port());
    let (code, line) = check(&[], &[("LISTEN_ADDR", &address)]);
    assert_eq!(code, 1);
    assert!(
        line.starts_with(&format!("http://{address}/health/live: Connection refused")),
        "{line}"
    );

    assert_eq!(
        check(&[], &[("LISTEN_ADDR", "everywhere")]),
        (1, "LISTEN_ADDR: invalid socket address syntax".to_owned())
    );
    assert_eq!(
        check(&["worker"], &[("METRICS_ADDR", "off")]),
        (
            1,
            "METRICS_ADDR: a worker without figures answers nobody".to_owned()
        )
    );
}

//! `stoa dev` as a person uses it: started, killed in parts and as a whole, started again, stopped.

use std::fs::{self, OpenOptions, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use reqwest::Method;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;

const STARTS_WITHIN: Duration = Duration::from_mins(2);
const STOPS_WITHIN: Duration = Duration::from_secs(30);

/// An installation in a folder of its own.
struct Installation {
    outer: TempDir,
    port: u16,
    stripe_port: u16,
    running: Option<Child>,
}

impl Installation {
    fn new() -> Self {
        // Started by root, the database server is another user, who must be able to enter.
        let outer = tempfile::Builder::new()
            .permissions(Permissions::from_mode(0o755))
            .tempdir()
            .unwrap();
        Self {
            outer,
            port: free_port(),
            stripe_port: free_port(),
            running: None,
        }
    }

    fn folder(&self) -> PathBuf {
        self.outer.path().join(".stoa")
    }

    fn command(&self) -> Command {
        self.command_in(&self.folder())
    }

    fn command_in(&self, folder: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stoa"));
        command
            .arg("dev")
            .arg("--data-dir")
            .arg(folder)
            .args(["--port", &self.port.to_string()])
            .args(["--stripe-port", &self.stripe_port.to_string()])
            .env("METRICS_ADDR", "off")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// What a start that fails says.
    fn refused(mut command: Command) -> (Option<i32>, String) {
        let Output { status, stderr, .. } = command.output().unwrap();
        (
            status.code(),
            String::from_utf8_lossy(&stderr).trim().to_owned(),
        )
    }

    /// Starts it, and returns when it says that it is ready.
    async fn start(&mut self) -> Value {
        // A killed run leaves it behind.
        let _ = fs::remove_file(self.folder().join("dev.json"));
        let said = fs::File::create(self.outer.path().join("said")).unwrap();
        let mut command = self.command();
        command.stdout(said.try_clone().unwrap()).stderr(said);
        self.running = Some(command.spawn().unwrap());
        let deadline = Instant::now() + STARTS_WITHIN;
        while Instant::now() < deadline {
            if let Ok(text) = fs::read(self.folder().join("dev.json")) {
                return serde_json::from_slice(&text).unwrap();
            }
            let running = self.running.as_mut().unwrap();
            assert!(running.try_wait().unwrap().is_none(), "{}", self.said());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("it is not ready: {}", self.said());
    }

    fn said(&self) -> String {
        fs::read_to_string(self.outer.path().join("said")).unwrap()
    }

    /// Sends a signal to the installation and tells how it ended.
    async fn end(&mut self, signal: Signal) -> Option<i32> {
        let running = self.running.as_mut().unwrap();
        send(running.id(), signal);
        let deadline = Instant::now() + STOPS_WITHIN;
        while Instant::now() < deadline {
            if let Some(status) = running.try_wait().unwrap() {
                self.running = None;
                return status.code();
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("it does not stop: {}", self.said());
    }

    /// Every process that works in the folder, children of killed parents included.
    fn processes(&self) -> Vec<String> {
        let folder = self.folder().display().to_string();
        processes(|line| line.contains(&folder))
    }

    async fn all_gone(&self) {
        let deadline = Instant::now() + STOPS_WITHIN;
        while !self.processes().is_empty() {
            assert!(Instant::now() < deadline, "{:?}", self.processes());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn pid_in(&self, file: &str) -> u32 {
        let text = fs::read_to_string(self.folder().join(file)).unwrap();
        text.lines().next().unwrap().trim().parse().unwrap()
    }

    async fn status(&self, host: &str, path: &str) -> Option<u16> {
        let answer = self.ask(Method::GET, host, path, None).await;
        answer.map(|(status, _)| status)
    }

    async fn ask(
        &self,
        method: Method,
        host: &str,
        path: &str,
        body: Option<Value>,
    ) -> Option<(u16, Value)> {
        let url = format!("http://127.0.0.1:{}{path}", self.port);
        let mut request = reqwest::Client::new()
            .request(method, url)
            .header("Host", host);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.ok()?;
        let status = answer.status().as_u16();
        Some((status, answer.json().await.unwrap_or_default()))
    }

    /// Waits until the store of `host` answers.
    async fn answers(&self, host: &str) {
        let deadline = Instant::now() + STARTS_WITHIN;
        while self.status(host, "/storefront/v1/store").await != Some(200) {
            assert!(Instant::now() < deadline, "{}", self.said());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

impl Drop for Installation {
    /// Kills the program; the system then stops what it started.
    fn drop(&mut self) {
        if let Some(mut running) = self.running.take() {
            let _ = running.kill();
            let _ = running.wait();
        }
        let deadline = Instant::now() + STOPS_WITHIN;
        while !self.processes().is_empty() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn send(pid: u32, signal: Signal) {
    let pid = Pid::from_raw(i32::try_from(pid).unwrap()).unwrap();
    kill_process(pid, signal).unwrap();
}

fn processes(is_meant: impl Fn(&str) -> bool) -> Vec<String> {
    let entries = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    entries
        .filter_map(|entry| fs::read(entry.path().join("cmdline")).ok())
        .map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
        .filter(|line| is_meant(line))
        .collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn it_starts_two_stores_and_finds_them_again_and_stops_without_a_trace() {
    let mut installation = Installation::new();

    let told = installation.start().await;

    let port = installation.port;
    assert_eq!(told["api"], json!(format!("http://127.0.0.1:{port}")));
    let stripe = format!("http://127.0.0.1:{}", installation.stripe_port);
    assert_eq!(told["stripe"], json!(stripe));
    let hosts: Vec<&str> = ["/tenants/0/host", "/tenants/1/host"]
        .map(|pointer| told.pointer(pointer).unwrap().as_str().unwrap())
        .to_vec();
    let expected = ["aurora", "meridian"].map(|slug| format!("{slug}.localhost:{port}"));
    assert_eq!(hosts, expected);
    assert_eq!(mode(&installation.folder().join("dev.json")), 0o600);
    assert_eq!(mode(&installation.folder().join("secrets.json")), 0o600);
    for host in &hosts {
        let (status, store) = installation
            .ask(Method::GET, host, "/storefront/v1/store", None)
            .await
            .unwrap();
        assert_eq!(status, 200);
        let logo = store.pointer("/brand/logo_url").unwrap().as_str().unwrap();
        assert_eq!(installation.status(host, logo).await, Some(200), "{logo}");
        let (_, products) = installation
            .ask(Method::GET, host, "/storefront/v1/products?limit=30", None)
            .await
            .unwrap();
        assert_eq!(products["data"].as_array().unwrap().len(), 30, "{products}");
    }
    let owner = told.pointer("/tenants/0/owner").unwrap().clone();
    let signed_in = installation
        .ask(Method::POST, hosts[0], "/admin/v1/auth/login", Some(owner))
        .await;
    assert_eq!(signed_in.unwrap().0, 200);
    let operator = Some(told["operator"].clone());
    let signed_in = installation
        .ask(
            Method::POST,
            "127.0.0.1",
            "/operator/v1/auth/login",
            operator,
        )
        .await;
    assert_eq!(signed_in.unwrap().0, 200);

    assert_eq!(installation.end(Signal::INT).await, Some(0));
    assert_eq!(installation.processes(), Vec::<String>::new());
    assert!(!installation.folder().join("dev.json").exists());

    let started = Instant::now();
    let again = installation.start().await;
    // Three seconds on an idle machine; this one runs other tests beside.
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!(again, told, "the same data, accounts and addresses");
    installation.answers(hosts[0]).await;
    assert_eq!(installation.end(Signal::TERM).await, Some(0));
    assert_eq!(installation.processes(), Vec::<String>::new());
}

#[tokio::test]
async fn whatever_is_killed_comes_back() {
    let mut installation = Installation::new();
    let told = installation.start().await;
    let host = told.pointer("/tenants/1/host").unwrap().as_str().unwrap();

    let before = installation.pid_in("stripe-sim.pid");
    send(before, Signal::KILL);
    let deadline = Instant::now() + STARTS_WITHIN;
    let url = format!("{}/v1/balance", told["stripe"].as_str().unwrap());
    while installation.pid_in("stripe-sim.pid") == before {
        assert!(Instant::now() < deadline, "{}", installation.said());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let client = reqwest::Client::new();
    while client.get(&url).send().await.is_err() {
        assert!(Instant::now() < deadline, "{}", installation.said());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    send(
        installation.pid_in("postgres/data/postmaster.pid"),
        Signal::KILL,
    );
    let deadline = Instant::now() + STARTS_WITHIN;
    while !installation.said().contains("PostgreSQL ended") {
        assert!(Instant::now() < deadline, "{}", installation.said());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    installation.answers(host).await;

    installation.end(Signal::KILL).await;
    // Before anybody had time to notice.
    let again = installation.start().await;
    assert_eq!(again, told);
    installation.answers(host).await;

    installation.end(Signal::KILL).await;
    installation.all_gone().await;
}

#[tokio::test]
async fn what_stands_in_the_way_is_told_in_one_line() {
    let installation = Installation::new();
    let folder = fs::canonicalize(installation.outer.path())
        .unwrap()
        .join(".stoa");
    let taken = |port: u16, option: &str| {
        format!(
            "port {port} of 127.0.0.1 is taken: stop the program that listens there, \
             or choose another port with {option}"
        )
    };

    for (port, option) in [
        (installation.port, "--port"),
        (installation.stripe_port, "--stripe-port"),
    ] {
        let thief = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let said = Installation::refused(installation.command());
        drop(thief);
        assert_eq!(said, (Some(1), taken(port, option)));
    }

    let lock = OpenOptions::new()
        .write(true)
        .open(folder.join("dev.lock"))
        .unwrap();
    lock.lock().unwrap();
    let said = Installation::refused(installation.command());
    drop(lock);
    let expected = format!("another `stoa dev` runs from {}", folder.display());
    assert_eq!(said, (Some(1), expected));

    let mut command = installation.command();
    command.args(["--postgres-bin", "/nowhere"]);
    let said = Installation::refused(command);
    let expected = "/nowhere holds no working `postgres` and `initdb`".to_owned();
    assert_eq!(said, (Some(1), expected));

    let command = installation.command_in(Path::new("/dev/null/stoa"));
    let (code, line) = Installation::refused(command);
    assert_eq!(code, Some(1));
    assert!(line.starts_with("cannot create /dev/null/stoa: "), "{line}");
    assert_eq!(line.lines().count(), 1);

    assert_eq!(installation.processes(), Vec::<String>::new());
}

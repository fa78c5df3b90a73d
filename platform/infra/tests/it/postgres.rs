//! The local server survives what happens to it on a developer's machine: kills, restarts, taken
//! ports, root and not root.

use std::{
    fs::{self, Permissions},
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::ExitStatusExt,
    },
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use infra::postgres::{Binaries, Durability, Lifetime, LocalPostgres, Options};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use tempfile::TempDir;

/// Names the folder for [`a_process_that_holds_a_server`].
const HELPER_FOLDER: &str = "TEST_SERVER_FOLDER";

/// A folder that the server's user may enter, also when root runs the tests.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    folder
}

fn options(folder: &Path) -> Options {
    let mut options = Options::new(folder.join("postgres"), Binaries::find(None).unwrap());
    options.durability = Durability::Fast;
    options
}

fn postmaster(folder: &Path) -> Pid {
    let text = fs::read_to_string(folder.join("postgres/data/postmaster.pid")).unwrap();
    Pid::from_raw(text.lines().next().unwrap().parse().unwrap()).unwrap()
}

fn is_gone(pid: Pid) -> bool {
    fs::read(format!("/proc/{}/cmdline", pid.as_raw_pid())).map_or(true, |line| line.is_empty())
}

/// Asks the server for a login, as any client would, and says whether it answers.
fn accepts_connections(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else {
        return false;
    };
    let mut hello = vec![0, 0, 0, 23, 0, 3, 0, 0];
    hello.extend(b"user\0postgres\0\0");
    stream.write_all(&hello).unwrap();
    let mut answer = [0];
    stream.read_exact(&mut answer).is_ok() && answer == *b"R"
}

/// A process that is killed with the test, which takes its server along.
struct Owner(Child);

impl Drop for Owner {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs this very program again as a process that starts a server and waits to be killed.
fn helper(program: &Path, folder: &Path, wrapper: &[&str]) -> (Owner, u16) {
    let words: Vec<&str> = wrapper
        .iter()
        .copied()
        .chain([
            program.to_str().unwrap(),
            "--ignored",
            "--exact",
            "--nocapture",
        ])
        .chain(["postgres::a_process_that_holds_a_server"])
        .collect();
    let child = Command::new(words[0])
        .args(&words[1..])
        .env(HELPER_FOLDER, folder)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut owner = Owner(child);
    let mut lines = BufReader::new(owner.0.stdout.take().unwrap()).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("ready on ")?.1.trim().parse().ok())
        .expect("the helper starts its server");
    // Its last words need a listener, or it fails to say them.
    std::thread::spawn(move || lines.for_each(drop));
    (owner, port)
}

#[tokio::test]
#[ignore = "started by the other tests as a process of its own"]
async fn a_process_that_holds_a_server() {
    let Some(folder) = std::env::var_os(HELPER_FOLDER) else {
        return;
    };
    let server = LocalPostgres::start(options(Path::new(&folder)))
        .await
        .unwrap();
    println!("ready on {}", server.port());
    let wait = || std::io::stdin().read_line(&mut String::new());
    tokio::task::spawn_blocking(wait).await.unwrap().unwrap();
    server.stop().await.unwrap();
}

#[tokio::test]
async fn a_second_start_finds_the_data_the_port_and_the_password_of_the_first() {
    let folder = folder();
    let first = LocalPostgres::start(options(folder.path())).await.unwrap();
    let (port, url) = (first.port(), first.superuser_url());
    let pid = postmaster(folder.path());
    assert!(accepts_connections(port));
    let data = folder.path().join("postgres/data");
    let made = fs::metadata(data.join("PG_VERSION")).unwrap();
    first.stop().await.unwrap();
    assert!(is_gone(pid));
    assert!(!accepts_connections(port));

    let clock = Instant::now();
    let second = LocalPostgres::start(options(folder.path())).await.unwrap();
    println!("the second start took {} ms", clock.elapsed().as_millis());

    assert!(accepts_connections(port));
    assert_eq!((second.port(), second.superuser_url()), (port, url));
    let kept = fs::metadata(data.join("PG_VERSION")).unwrap();
    assert_eq!(
        (kept.ino(), kept.mtime_nsec()),
        (made.ino(), made.mtime_nsec())
    );
    let password = fs::metadata(folder.path().join("postgres/password")).unwrap();
    assert_eq!(password.mode() & 0o777, 0o600);
}

#[tokio::test]
async fn dropping_the_owner_stops_the_server() {
    let folder = folder();
    let server = LocalPostgres::start(options(folder.path())).await.unwrap();
    let pid = postmaster(folder.path());

    drop(server);

    assert!(is_gone(pid));
}

#[tokio::test]
async fn a_killed_server_is_noticed_and_starts_again() {
    let folder = folder();
    let server = LocalPostgres::start(options(folder.path())).await.unwrap();
    let port = server.port();

    kill_process(postmaster(folder.path()), Signal::KILL).unwrap();
    tokio::time::timeout(Duration::from_secs(10), server.ended())
        .await
        .unwrap();
    drop(server);
    let again = LocalPostgres::start(options(folder.path())).await.unwrap();

    assert_eq!(again.port(), port);
    assert!(accepts_connections(port));
}

#[tokio::test]
async fn a_killed_owner_takes_its_server_along_and_the_next_start_works() {
    let folder = folder();
    let program = std::env::current_exe().unwrap();
    let (mut owner, port) = helper(&program, folder.path(), &[]);
    let orphan = postmaster(folder.path());

    owner.0.kill().unwrap();
    assert_eq!(owner.0.wait().unwrap().signal(), Some(9));
    let next = LocalPostgres::start(options(folder.path())).await.unwrap();

    assert!(is_gone(orphan));
    assert_ne!(postmaster(folder.path()), orphan);
    assert_eq!(next.port(), port);
    assert!(accepts_connections(port));
}

#[tokio::test]
async fn a_killed_owner_and_a_killed_server_leave_a_folder_that_starts() {
    let folder = folder();
    let program = std::env::current_exe().unwrap();
    let (mut owner, port) = helper(&program, folder.path(), &[]);

    kill_process(postmaster(folder.path()), Signal::KILL).unwrap();
    owner.0.kill().unwrap();
    owner.0.wait().unwrap();
    let next = LocalPostgres::start(options(folder.path())).await.unwrap();

    assert_eq!(next.port(), port);
    assert!(accepts_connections(port));
}

#[tokio::test]
async fn a_second_owner_of_one_folder_is_turned_away() {
    let folder = folder();
    let server = LocalPostgres::start(options(folder.path())).await.unwrap();

    let error = LocalPostgres::start(options(folder.path()))
        .await
        .unwrap_err();

    let home = folder.path().join("postgres");
    let expected = format!(
        "{} is in use: another Stoa runs from this folder",
        home.display()
    );
    assert_eq!(error.to_string(), expected);
    assert!(accepts_connections(server.port()));
}

#[tokio::test]
async fn a_taken_port_is_one_clear_line() {
    let folder = folder();
    let thief = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = thief.local_addr().unwrap().port();
    let mut options = options(folder.path());
    options.port = Some(port);

    let error = LocalPostgres::start(options).await.unwrap_err();

    assert_eq!(
        error.to_string(),
        format!(
            "port {port} of 127.0.0.1 is taken: stop the program that listens there, \
             or choose another port"
        )
    );
}

#[tokio::test]
async fn a_server_that_is_left_running_is_found_by_the_next() {
    let folder = folder();
    let mut options = options(folder.path());
    options.lifetime = Lifetime::LeftRunning;
    let first = LocalPostgres::start(options.clone()).await.unwrap();
    let (url, pid) = (first.superuser_url(), postmaster(folder.path()));
    drop(first);
    assert!(!is_gone(pid));

    let second = LocalPostgres::start(options).await.unwrap();

    assert_eq!(second.superuser_url(), url);
    assert_eq!(postmaster(folder.path()), pid);
    second.stop().await.unwrap();
    assert!(is_gone(pid));
}

#[tokio::test]
async fn an_unprivileged_user_runs_a_server_too() {
    if !geteuid().is_root() {
        return; // Then every other test shows it.
    }
    let folder = folder();
    let program = folder.path().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();

    let wrapper = ["runuser", "-u", "nobody", "--"];
    let (mut owner, port) = helper(&program, folder.path(), &wrapper);
    let pid = postmaster(folder.path());

    assert!(accepts_connections(port));
    let server = fs::metadata(folder.path().join("postgres/data")).unwrap();
    assert_ne!(server.uid(), 0);
    owner.0.stdin.take().unwrap().write_all(b"stop\n").unwrap();
    assert!(owner.0.wait().unwrap().success());
    assert!(is_gone(pid));
}

#[tokio::test]
async fn root_may_keep_its_data_below_a_folder_that_only_root_may_enter() {
    if !geteuid().is_root() {
        return;
    }
    let folder = folder();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o700)).unwrap();

    let server = LocalPostgres::start(options(folder.path())).await.unwrap();
    let home = fs::read_link(folder.path().join("postgres")).unwrap();

    assert!(accepts_connections(server.port()));
    assert_eq!(home.parent(), Some(Path::new("/var/lib/stoa")));
    server.stop().await.unwrap();
    fs::remove_dir_all(home).unwrap();
}

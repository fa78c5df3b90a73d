//! The physical limit of an answer: a poem handler that does nothing but send the same bytes.

use std::net::SocketAddr;
use std::process::Stdio;

use anyhow::{Context, Result};
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Response, Route, Server, get, handler, web::Data};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

#[derive(Clone)]
struct Body(bytes::Bytes);

#[handler]
fn same_bytes(Data(body): Data<&Body>) -> Response {
    Response::builder()
        .content_type("application/json")
        .body(body.0.clone())
}

/// Runs the empty handler in this process until it is killed. Its body is the file `path`.
pub(crate) async fn serve(path: &str) -> Result<()> {
    use poem::EndpointExt;
    let body = Body(std::fs::read(path)?.into());
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
    let address = acceptor
        .local_addr()
        .first()
        .context("no address")?
        .to_string();
    println!("{}", address.trim_start_matches("socket://"));
    Server::new_with_acceptor(acceptor)
        .run(Route::new().at("/*path", get(same_bytes)).data(body))
        .await?;
    Ok(())
}

/// Starts the empty handler as a process of its own, so that it has what the API has.
pub(crate) async fn start(body: &[u8], folder: &std::path::Path) -> Result<(Child, SocketAddr)> {
    let path = folder.join("body.json");
    std::fs::write(&path, body)?;
    let mut child = Command::new(std::env::current_exe()?)
        .arg("--empty-handler")
        .arg(&path)
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let stdout = child.stdout.take().context("no output")?;
    let line = BufReader::new(stdout)
        .lines()
        .next_line()
        .await?
        .context("it did not start")?;
    Ok((child, line.trim().parse().with_context(|| line.clone())?))
}

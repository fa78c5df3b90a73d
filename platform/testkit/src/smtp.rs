//! A mail server for tests: takes mail over TCP as SMTP servers do (RFC 5321), or refuses it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server answers to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Takes it.
    Willing,
    /// Asks to be tried later.
    Busy,
    /// Will never take it.
    Unwilling,
    /// Wants another user or password first.
    Unauthenticated,
}

/// A running mail server.
#[derive(Clone)]
pub struct SmtpServer {
    /// Where it listens.
    pub address: SocketAddr,
    taken: Arc<Mutex<Vec<String>>>,
    envelope: Arc<Mutex<Vec<String>>>,
    mood: Arc<Mutex<Mood>>,
}

impl SmtpServer {
    /// Starts a server on a free port.
    pub async fn start() -> Self {
        Self::on(
            TcpListener::bind("127.0.0.1:0")
                .await
                .expect("a test server works"),
        )
    }

    /// Starts a server behind `listener`.
    pub fn on(listener: TcpListener) -> Self {
        let server = Self {
            address: listener.local_addr().expect("a test server works"),
            taken: Arc::default(),
            envelope: Arc::default(),
            mood: Arc::new(Mutex::new(Mood::Willing)),
        };
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = accepting.clone();
                // A client that goes away is no failure of the server.
                tokio::spawn(async move { drop(server.talk(stream).await) });
            }
        });
        server
    }

    /// What it answers from now on.
    pub fn be(&self, mood: Mood) {
        *self.mood.lock().expect("nobody panicked") = mood;
    }

    /// Every message that it took: the headers and the body, as they came.
    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().expect("nobody panicked").clone()
    }

    /// The envelope sender of every message that was begun, as `MAIL` named it.
    pub fn envelope_senders(&self) -> Vec<String> {
        self.envelope.lock().expect("nobody panicked").clone()
    }

    async fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 testkit\r\n").await?;
        while let Some(line) = lines.next_line().await? {
            let verb = line.get(..4).unwrap_or(&line).to_ascii_uppercase();
            let answer = match verb.as_str() {
                "EHLO" | "HELO" => "250 testkit",
                "RCPT" => match *self.mood.lock().expect("nobody panicked") {
                    Mood::Willing => "250 fine",
                    Mood::Busy => "451 later",
                    Mood::Unwilling => "550 never",
                    Mood::Unauthenticated => "530 who are you",
                },
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await?;
                    let mut message = String::new();
                    while let Some(line) = lines.next_line().await? {
                        if line == "." {
                            break;
                        }
                        message.push_str(line.strip_prefix('.').unwrap_or(&line));
                        message.push('\n');
                    }
                    self.taken.lock().expect("nobody panicked").push(message);
                    "250 taken"
                }
                "QUIT" => {
                    write.write_all(b"221 bye\r\n").await?;
                    break;
                }
                "MAIL" => {
                    let sender = line.split(['<', '>']).nth(1).unwrap_or_default();
                    let mut envelope = self.envelope.lock().expect("nobody panicked");
                    envelope.push(sender.to_owned());
                    "250 fine"
                }
                "RSET" | "NOOP" => "250 fine",
                _ => "502 what?",
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
        Ok(())
    }
}

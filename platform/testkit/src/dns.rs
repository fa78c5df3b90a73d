//! A name server for tests: answers questions for TXT records over UDP and TCP (RFC 1035), or does not.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use hickory_proto::op::{Edns, Message, ResponseCode};
use hickory_proto::rr::rdata::TXT;
use hickory_proto::rr::{RData, Record, RecordType};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};

/// What the server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DnsMood {
    /// What it knows.
    Willing,
    /// That it cannot say (`SERVFAIL`).
    Failing,
    /// Nothing.
    Silent,
}

/// A running name server.
#[derive(Clone)]
pub struct DnsServer {
    /// Where it listens, on UDP and TCP.
    pub address: SocketAddr,
    records: Arc<Mutex<BTreeMap<String, Vec<String>>>>,
    mood: Arc<Mutex<DnsMood>>,
}

impl DnsServer {
    /// Starts a server without records on a free port.
    pub async fn start() -> Self {
        let (udp, tcp) = sockets().await;
        let server = Self {
            address: udp.local_addr().expect("a test server works"),
            records: Arc::default(),
            mood: Arc::new(Mutex::new(DnsMood::Willing)),
        };
        tokio::spawn(server.clone().answer_datagrams(udp));
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = tcp.accept().await {
                tokio::spawn(accepting.clone().answer_stream(stream));
            }
        });
        server
    }

    /// Has these TXT records under a name from now on, and no others.
    pub fn publish(&self, name: &str, texts: &[&str]) {
        let texts = texts.iter().map(|&text| text.to_owned()).collect();
        let mut records = self.records.lock().expect("nobody panicked");
        records.insert(name.to_ascii_lowercase(), texts);
    }

    /// Has nothing under a name from now on.
    pub fn remove(&self, name: &str) {
        let mut records = self.records.lock().expect("nobody panicked");
        records.remove(&name.to_ascii_lowercase());
    }

    /// What it answers from now on.
    pub fn be(&self, mood: DnsMood) {
        *self.mood.lock().expect("nobody panicked") = mood;
    }

    async fn answer_datagrams(self, socket: UdpSocket) {
        let mut buffer = vec![0; 4096];
        while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
            let Some(answer) = self.answer(&buffer[..length], true) else {
                continue;
            };
            // A client that goes away is no failure of the server.
            drop(socket.send_to(&answer, from).await);
        }
    }

    async fn answer_stream(self, mut stream: TcpStream) {
        while let Ok(length) = stream.read_u16().await {
            let mut question = vec![0; usize::from(length)];
            if stream.read_exact(&mut question).await.is_err() {
                return;
            }
            let Some(answer) = self.answer(&question, false) else {
                return;
            };
            let length = u16::try_from(answer.len()).expect("a short answer");
            if stream.write_u16(length).await.is_err() || stream.write_all(&answer).await.is_err() {
                return;
            }
        }
    }

    fn answer(&self, question: &[u8], is_datagram: bool) -> Option<Vec<u8>> {
        let asked = Message::from_vec(question).ok()?;
        let mut answer = Message::response(asked.metadata.id, asked.metadata.op_code);
        answer.metadata.recursion_desired = asked.metadata.recursion_desired;
        answer.metadata.recursion_available = true;
        answer.add_queries(asked.queries.clone());
        let most = asked.edns.as_ref().map_or(512, Edns::max_payload);
        if asked.edns.is_some() {
            answer.set_edns(Edns::new());
        }
        match *self.mood.lock().expect("nobody panicked") {
            DnsMood::Willing => self.fill(&asked, &mut answer),
            DnsMood::Failing => answer.metadata.response_code = ResponseCode::ServFail,
            DnsMood::Silent => return None,
        }
        let bytes = answer.to_vec().expect("an answer can be written");
        if is_datagram && bytes.len() > usize::from(most) {
            answer.answers.clear();
            answer.metadata.truncation = true;
            return Some(answer.to_vec().expect("an answer can be written"));
        }
        Some(bytes)
    }

    fn fill(&self, asked: &Message, answer: &mut Message) {
        let records = self.records.lock().expect("nobody panicked");
        for query in &asked.queries {
            let name = query.name.to_ascii().to_ascii_lowercase();
            let Some(texts) = records.get(name.trim_end_matches('.')) else {
                answer.metadata.response_code = ResponseCode::NXDomain;
                continue;
            };
            if query.query_type != RecordType::TXT {
                continue;
            }
            for text in texts {
                // A string has 255 bytes at most, and long texts have several.
                let mut strings: Vec<&[u8]> = text.as_bytes().chunks(255).collect();
                if strings.is_empty() {
                    strings.push(b"");
                }
                let data = RData::TXT(TXT::from_bytes(strings));
                answer.add_answer(Record::from_rdata(query.name.clone(), 60, data));
            }
        }
    }
}

/// Two sockets at one port.
async fn sockets() -> (UdpSocket, TcpListener) {
    for _ in 0..50 {
        let tcp = TcpListener::bind("127.0.0.1:0").await;
        let tcp = tcp.expect("a test server works");
        let address = tcp.local_addr().expect("a test server works");
        if let Ok(udp) = UdpSocket::bind(address).await {
            return (udp, tcp);
        }
    }
    panic!("no port is free for UDP and TCP");
}

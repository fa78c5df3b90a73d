//! An emulator of Amazon's services, reached over HTTP: `moto`, which `scripts/setup.sh test` installs.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use kernel::config::Env;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A running emulator, which ends with the test.
pub struct Moto {
    /// Where it listens: `127.0.0.1:port`.
    pub address: String,
    _process: Child,
}

impl Moto {
    /// Starts an emulator that nothing is in.
    pub async fn start() -> Self {
        let program = program();
        let started = Command::new(&program)
            .args(["-H", "127.0.0.1", "-p", "0"])
            .env("PYTHONUNBUFFERED", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(why) => panic!("{}: {why}: run scripts/setup.sh test", program.display()),
        };
        let told = process.stderr.take().expect("its errors were asked for");
        let mut lines = BufReader::new(told).lines();
        let address = loop {
            let line = lines.next_line().await.expect("it can be read");
            let line = line.expect("it says where it listens before it ends");
            if let Some((_, address)) = line.split_once("http://") {
                break address.trim().trim_end_matches('/').to_owned();
            }
        };
        // It goes on telling what it was asked, and would stop when nobody read that.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Self {
            address,
            _process: process,
        }
    }

    /// Makes a bucket.
    pub async fn make_bucket(&self, name: &str) {
        let address = &self.address;
        self.ask(&format!(
            "PUT /{name} HTTP/1.1\r\nHost: {address}\r\nContent-Length: 0\r\n\
             Connection: close\r\n\r\n"
        ))
        .await;
    }

    /// Makes a key of KMS; its id.
    pub async fn make_key(&self) -> String {
        let address = &self.address;
        let answer = self
            .ask(&format!(
                "POST / HTTP/1.1\r\nHost: {address}\r\nX-Amz-Target: TrentService.CreateKey\r\n\
                 Authorization: AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/eu-central-1/kms/aws4_request, \
                 SignedHeaders=host, Signature=0\r\n\
                 Content-Type: application/x-amz-json-1.1\r\nContent-Length: 2\r\n\
                 Connection: close\r\n\r\n{{}}"
            ))
            .await;
        let (_, body) = answer.split_once("\r\n\r\n").expect("it has a body");
        let made: serde_json::Value = serde_json::from_str(body.trim()).expect("it is JSON");
        let id = made
            .pointer("/KeyMetadata/KeyId")
            .and_then(|id| id.as_str());
        id.expect("a key has an id").to_owned()
    }

    /// Makes a queue of SQS in the account 123456789012.
    pub async fn make_queue(&self, name: &str) {
        self.sqs("CreateQueue", &serde_json::json!({"QueueName": name}))
            .await;
    }

    /// Puts a message into a queue, whatever it says.
    pub async fn send_to_queue(&self, name: &str, body: &str) {
        let url = format!("http://{}/123456789012/{name}", self.address);
        let message = serde_json::json!({"QueueUrl": url, "MessageBody": body});
        self.sqs("SendMessage", &message).await;
    }

    async fn sqs(&self, operation: &str, body: &serde_json::Value) {
        let (address, body) = (&self.address, body.to_string());
        self.ask(&format!(
            "POST / HTTP/1.1\r\nHost: {address}\r\nX-Amz-Target: AmazonSQS.{operation}\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/eu-central-1/sqs/aws4_request, \
             SignedHeaders=host, Signature=0\r\n\
             Content-Type: application/x-amz-json-1.0\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        ))
        .await;
    }

    /// Makes a table of product documents in DynamoDB.
    pub async fn make_document_table(&self, name: &str) {
        let key =
            |name: &str, kind: &str| serde_json::json!({"AttributeName": name, "KeyType": kind});
        let text = |name: &str| serde_json::json!({"AttributeName": name, "AttributeType": "S"});
        let table = serde_json::json!({
            "TableName": name, "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [key("pk", "HASH"), key("sk", "RANGE")],
            "AttributeDefinitions": [text("pk"), text("sk")],
        });
        self.dynamodb("CreateTable", &table).await;
    }

    /// What DynamoDB answers.
    pub async fn dynamodb(&self, operation: &str, body: &serde_json::Value) -> serde_json::Value {
        let (address, body) = (&self.address, body.to_string());
        let answer = self
            .ask(&format!(
                "POST / HTTP/1.1\r\nHost: {address}\r\nX-Amz-Target: DynamoDB_20120810.{operation}\r\n\
                 Authorization: AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/eu-central-1/dynamodb/aws4_request, \
                 SignedHeaders=host, Signature=0\r\n\
                 Content-Type: application/x-amz-json-1.0\r\nContent-Length: {}\r\n\
                 Connection: close\r\n\r\n{body}",
                body.len()
            ))
            .await;
        let (_, body) = answer.split_once("\r\n\r\n").expect("it has a body");
        serde_json::from_str(body.trim()).expect("it is JSON")
    }

    /// Makes a domain or an address known to SES as a sender.
    pub async fn make_mail_identity(&self, name: &str) {
        let address = &self.address;
        let body = serde_json::json!({"EmailIdentity": name}).to_string();
        self.ask(&format!(
            "POST /v2/email/identities HTTP/1.1\r\nHost: {address}\r\n\
             Authorization: AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/eu-central-1/ses/aws4_request, \
             SignedHeaders=host, Signature=0\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        ))
        .await;
    }

    /// What SES took so far.
    pub async fn mail(&self) -> Vec<serde_json::Value> {
        let address = &self.address;
        let answer = self
            .ask(&format!(
                "GET /moto-api/data.json HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
            ))
            .await;
        let (_, body) = answer.split_once("\r\n\r\n").expect("it has a body");
        let data: serde_json::Value = serde_json::from_str(body.trim()).expect("it is JSON");
        let taken = data.pointer("/ses/Message").and_then(|it| it.as_array());
        taken.cloned().unwrap_or_default()
    }

    /// What it answers to a request that it does.
    async fn ask(&self, request: &str) -> String {
        let address = &self.address;
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        let sent = stream.write_all(request.as_bytes()).await;
        sent.expect("it takes requests");
        let mut answer = String::new();
        let read = stream.read_to_string(&mut answer).await;
        read.expect("it answers");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        answer
    }
}

/// The emulator's program: the one that is named, or the one that was installed beside the build.
fn program() -> PathBuf {
    let named = Env::of_process().optional("STOA_TEST_MOTO");
    named.unwrap_or_else(|| {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/moto/bin/moto_server")
    })
}

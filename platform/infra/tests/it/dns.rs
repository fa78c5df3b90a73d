//! DNS: what name servers say, and what they do not.

use infra::dns::Resolver;
use kernel::ports::{DnsError, TextRecords};
use testkit::{DnsMood, DnsServer};
use tokio::net::UdpSocket;

fn out(why: &str) -> Result<Vec<String>, DnsError> {
    Err(DnsError(why.to_owned()))
}

#[tokio::test]
async fn texts_come_whole_however_long_they_are() {
    let server = DnsServer::start().await;
    let dns = Resolver::new(Some(server.address));
    let key = format!("v=DKIM1; k=rsa; p={}", "a".repeat(392));
    // More than one datagram has: it is asked for again over TCP.
    let long = "b".repeat(4000);
    server.publish("s._domainkey.aurora.example", &[&key]);
    server.publish("aurora.example", &["one", "", &long]);

    let texts = dns.texts("S._domainkey.Aurora.example").await;
    assert_eq!(texts, Ok(vec![key]));
    let mut texts = dns.texts("aurora.example").await.unwrap();
    texts.sort_unstable();
    assert_eq!(texts, [String::new(), long, "one".to_owned()]);
}

#[tokio::test]
async fn a_name_without_records_is_told_from_a_server_that_does_not_know() {
    let server = DnsServer::start().await;
    let dns = Resolver::new(Some(server.address));
    server.publish("empty.example", &[]);

    assert_eq!(dns.texts("empty.example").await, Ok(Vec::new()));
    assert_eq!(dns.texts("nobody.example").await, Ok(Vec::new()));
    server.be(DnsMood::Failing);
    let failing = dns.texts("empty.example").await;
    assert_eq!(failing, out("it answers Server Failure"));
    server.be(DnsMood::Silent);
    let silent = dns.texts("empty.example").await;
    assert_eq!(silent, out("it does not answer in time"));
    // What was said is not remembered.
    server.be(DnsMood::Willing);
    server.publish("empty.example", &["now"]);
    let texts = dns.texts("empty.example").await;
    assert_eq!(texts, Ok(vec!["now".to_owned()]));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_no_answer() {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address = socket.local_addr().unwrap();
    drop(socket);

    let texts = Resolver::new(Some(address)).texts("aurora.example").await;

    assert!(texts.is_err(), "{texts:?}");
}

//! Queues of SQS as a work queue.

use std::collections::HashSet;
use std::time::Duration;

use aws_backends::{AccessKey, Limits, Sqs};
use kernel::Lane;
use kernel::config::Secret;
use kernel::ids::{MessageId, TenantId};
use kernel::ports::{Ids, WorkQueue, WorkTicket};
use testkit::{Fault, FaultProxy, Moto};

const LIMITS: Limits = Limits {
    connect: Duration::from_millis(300),
    attempt: Duration::from_millis(600),
    whole: Duration::from_secs(8),
};
const LEASE: Duration = Duration::from_secs(30);

async fn sqs(endpoint: &str) -> Sqs {
    let line = format!("sqs://123456789012/stoa?region=eu-central-1&endpoint=http://{endpoint}");
    let key = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    Sqs::new(line.parse().unwrap(), Some(key), LIMITS).await
}

fn ticket(attempts: i32) -> WorkTicket {
    WorkTicket {
        tenant_id: TenantId::from_uuid(Ids.uuid()),
        message_id: MessageId::from_uuid(Ids.uuid()),
        attempts,
        postponed: 0,
    }
}

#[tokio::test]
async fn every_ticket_is_handed_out_and_gone_when_it_is_forgotten() {
    let moto = Moto::start().await;
    moto.make_queue("stoa-orders").await;
    moto.make_queue("stoa-mail").await;
    let queue = sqs(&moto.address).await;
    // More than two batches.
    let tickets: Vec<WorkTicket> = (0..23).map(ticket).collect();
    assert_eq!(queue.send(Lane::Orders, &tickets).await.unwrap(), []);
    assert_eq!(queue.waiting(Lane::Orders).await.unwrap(), 23);
    assert_eq!(queue.waiting(Lane::Mail).await.unwrap(), 0);

    let (mut seen, mut receipts) = (HashSet::new(), Vec::new());
    while seen.len() < tickets.len() {
        let handed = queue.receive(Lane::Orders, 12, LEASE).await.unwrap();
        assert!(!handed.is_empty() && handed.len() <= 10, "{handed:?}");
        for it in handed {
            assert!(seen.insert(it.ticket.unwrap()), "twice within its lease");
            receipts.push(it.receipt);
        }
    }
    assert_eq!(seen, tickets.into_iter().collect());
    queue.forget(Lane::Orders, &receipts).await.unwrap();
    assert_eq!(queue.waiting(Lane::Orders).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_not_forgotten_comes_again_and_what_is_no_ticket_is_told() {
    let moto = Moto::start().await;
    moto.make_queue("stoa-mail").await;
    let queue = sqs(&moto.address).await;
    let one = ticket(3);
    queue.send(Lane::Mail, &[one]).await.unwrap();
    let short = Duration::from_secs(1);
    let first = queue.receive(Lane::Mail, 1, short).await.unwrap();
    assert_eq!(first[0].ticket, Some(one));
    let again = queue.receive(Lane::Mail, 1, LEASE).await.unwrap();
    assert_eq!(again[0].ticket, Some(one));
    queue
        .forget(Lane::Mail, &[again[0].receipt.clone()])
        .await
        .unwrap();

    moto.send_to_queue("stoa-mail", "{\"tenant_id\":\"nonsense\"}")
        .await;
    let odd = queue.receive(Lane::Mail, 1, LEASE).await.unwrap();
    assert_eq!(odd[0].ticket, None);
}

#[tokio::test]
async fn an_outage_is_told_in_time_and_ends() {
    let moto = Moto::start().await;
    moto.make_queue("stoa-orders").await;
    let proxy = FaultProxy::start(&moto.address).await;
    let queue = sqs(&proxy.address.to_string()).await;
    let broken = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n".to_owned();
    for fault in [Fault::Refused, Fault::Answer(broken)] {
        proxy.be(fault);
        let began = std::time::Instant::now();
        queue.send(Lane::Orders, &[ticket(0)]).await.unwrap_err();
        queue.receive(Lane::Orders, 1, LEASE).await.unwrap_err();
        assert!(began.elapsed() < 2 * LIMITS.whole + Duration::from_secs(2));
    }
    proxy.be(Fault::None);
    let one = ticket(0);
    assert_eq!(queue.send(Lane::Orders, &[one]).await.unwrap(), []);
}

#[test]
fn an_address_names_account_queue_and_region() {
    let good = "sqs://123456789012/stoa?region=eu-central-1";
    assert!(good.parse::<aws_backends::SqsAddress>().is_ok());
    for bad in [
        "https://sqs.eu-central-1.amazonaws.com/123456789012/stoa",
        "sqs://123456789012/stoa",
        "sqs://1234/stoa?region=eu-central-1",
        "sqs://123456789012/?region=eu-central-1",
        "sqs://123456789012/stoa?region=eu-central-1&endpoint=http://elsewhere.example",
        "sqs://123456789012/stoa?region=eu-central-1&odd=1",
        "sqs://key:secret@123456789012/stoa?region=eu-central-1",
    ] {
        let refused = bad.parse::<aws_backends::SqsAddress>().unwrap_err();
        assert!(refused.to_string().contains("sqs://ACCOUNT/NAME"), "{bad}");
    }
}

//! Messages that reach the worker by way of SQS: each is handled once, and none is lost, whatever the queue does.

use std::time::Duration;

use aws_backends::{AccessKey, Limits, Sqs};
use futures_util::future::join_all;
use kernel::Lane;
use kernel::config::Secret;
use kernel::ids::{MessageId, TenantId};
use kernel::ports::{Ids, WorkQueue, WorkTicket};
use testkit::{Fault, FaultProxy, Moto};

use crate::harness::{Shop, System};

fn line(address: &str) -> String {
    format!("sqs://123456789012/stoa?region=eu-central-1&endpoint=http://{address}")
}

async fn queues(moto: &Moto) -> Sqs {
    for lane in Lane::ALL {
        moto.make_queue(&format!("stoa-{}", lane.name())).await;
    }
    let key = AccessKey {
        id: "AKIDTEST".to_owned(),
        secret: Secret::new("hunter2".to_owned()),
    };
    let address = line(&moto.address).parse().unwrap();
    Sqs::new(address, Some(key), Limits::default()).await
}

async fn system(address: &str) -> System {
    System::with(&[
        ("WORK_QUEUE", &line(address)),
        ("WORK_QUEUE_ACCESS_KEY_ID", "AKIDTEST"),
        ("WORK_QUEUE_SECRET_ACCESS_KEY", "hunter2"),
    ])
    .await
}

/// Buys mugs at the same time, until all are paid.
async fn buy(shop: &Shop<'_>, count: usize) {
    join_all((0..count).map(|_| async {
        shop.ready_shopper(&[("mug", 1)]).await.buy().await;
    }))
    .await;
}

/// Waits until every ticket is taken and every message handled.
async fn drained(system: &System, queue: &Sqs) {
    for lane in Lane::ALL {
        while queue.waiting(lane).await.unwrap() > 0 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    // Handed to the queue, and not taken on yet: these are not due for ten minutes.
    let left = "select count(*) from outbox
                 where dead_at is null and attempts = 0 and created_at < now() - interval '1 second'
                   and available_at between now() + interval '9 minutes' and now() + interval '10 minutes'
                   and topic in ('order.paid', 'payment.succeeded', 'order.placed')";
    while system.number(left).await > 0 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    system.is_quiet().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_are_paid_and_told_of_by_way_of_the_queue() {
    let moto = Moto::start().await;
    let queue = queues(&moto).await;
    let system = system(&moto.address).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    // Neither is a message of the outbox: both are forgotten, and stop nobody.
    moto.send_to_queue("stoa-orders", "nonsense").await;
    let nobodys = WorkTicket {
        tenant_id: TenantId::from_uuid(Ids.uuid()),
        message_id: MessageId::from_uuid(Ids.uuid()),
        attempts: 0,
        postponed: 0,
    };
    queue.send(Lane::Orders, &[nobodys]).await.unwrap();

    let look = async {
        // Whoever looks into the queue meanwhile sees tickets of this tenant, and gives them back.
        let mut seen = 0;
        while seen == 0 {
            let second = Duration::from_secs(1);
            let handed = queue.receive(Lane::Mail, 1, second).await.unwrap();
            let tickets = handed.iter().filter_map(|it| it.ticket);
            seen += tickets
                .filter(|it| it.tenant_id.to_string() == shop.tenant_id)
                .count();
        }
    };
    tokio::join!(buy(&shop, 5), look);
    // What was looked at is in the queue again.
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    drained(&system, &queue).await;

    assert_eq!(
        system
            .number("select count(*) from orders where status = 'paid'")
            .await,
        5
    );
    assert_eq!(
        system
            .number("select sum(on_hand)::bigint from stock_levels")
            .await,
        45
    );
    for lane in Lane::ALL {
        assert_eq!(queue.waiting(lane).await.unwrap(), 0, "{}", lane.name());
    }
    system.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_the_queue_is_out_work_goes_on_and_afterwards_too() {
    let moto = Moto::start().await;
    let queue = queues(&moto).await;
    let proxy = FaultProxy::start(&moto.address).await;
    let system = system(&proxy.address.to_string()).await;
    let shop = system.shop("aurora", &[]).await;
    shop.stock(&[("mug", 1490, 50)]).await;
    buy(&shop, 1).await;

    proxy.be(Fault::Refused);
    buy(&shop, 2).await;
    proxy.be(Fault::None);
    buy(&shop, 2).await;
    drained(&system, &queue).await;

    assert_eq!(
        system
            .number("select count(*) from orders where status = 'paid'")
            .await,
        5
    );
    assert_eq!(
        system
            .number("select count(*) from outbox where dead_at is not null")
            .await,
        0
    );
    system.settle().await;
}

//! The work queue: whether each of its queues answers.

use aws_backends::{Limits, Sqs};
use kernel::Lane;
use kernel::ports::WorkQueue;

use super::Patient;
use super::finding::Finding;

const QUEUE: &str = "WORK_QUEUE";

pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    let settings = patient.settings.work_queue.clone()?;
    let queue = Box::pin(Sqs::new(settings.address, settings.key, Limits::default())).await;
    let mut waiting = 0;
    for lane in Lane::ALL {
        match queue.waiting(lane).await {
            Ok(count) => waiting += count,
            Err(why) => {
                let says = format!("the queue for {}: {why}", lane.name());
                let todo = "make the queue, and allow the program to send, receive and delete its messages; \
                            until then workers look into the database";
                return Some(Finding::warn(QUEUE, says).advise(todo));
            }
        }
    }
    let says = format!(
        "each of the {} queues answers; {waiting} tickets wait",
        Lane::ALL.len()
    );
    Some(Finding::ok(QUEUE, says))
}

//! DNS: whether the name server that the settings name answers.

use infra::dns::Resolver;
use kernel::ports::TextRecords;

use super::Patient;
use super::finding::Finding;

const SERVER: &str = "DNS_SERVER";

pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    let server = patient.settings.mail.dns_server?;
    // The root has no records of this kind, and every name server knows that.
    Some(match Resolver::new(Some(server)).texts(".").await {
        Ok(_) => Finding::ok(SERVER, "the name server answers"),
        // The program does without it.
        Err(why) => Finding::warn(SERVER, kernel::chain(&why))
            .advise("see that this machine reaches it; until then sender domains are not checked"),
    })
}

//! Redis: whether it counts, and as fast as requests need it.

use infra::redis::Redis;

use super::Patient;
use super::finding::Finding;

const URL: &str = "REDIS_URL";

pub(super) async fn look(patient: &Patient) -> Option<Finding> {
    let url = patient.settings.redis.as_ref()?;
    let redis = match Redis::new(url) {
        Ok(redis) => redis,
        Err(why) => return Some(Finding::fail(URL, why.to_string())),
    };
    Some(match redis.check().await {
        Ok(()) => Finding::ok(URL, "Redis counts for all processes, in time"),
        // The program does without it.
        Err(why) => Finding::warn(URL, format!("Redis: {}", kernel::chain(&why)))
            .advise("see that this machine reaches it; until then each process counts by itself"),
    })
}

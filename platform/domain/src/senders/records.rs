//! The records that a domain should publish, and what to think of those that it does.

use super::{DnsRecord, DnsRecordPurpose, DnsRecordState, SenderDomain};

/// So much of what was found is kept, in characters.
const FOUND_MAX: usize = 1000;
/// What is asked for when there is no DMARC record.
const DMARC: &str = "v=DMARC1; p=none";

/// What was found of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) state: DnsRecordState,
    pub(super) found: Option<String>,
}

impl Verdict {
    /// `found` is what there is; `is_ok` whether it is what should be there.
    fn of(found: &[&str], is_ok: bool) -> Self {
        let (state, found) = match (found.is_empty(), is_ok) {
            (true, _) => (DnsRecordState::Missing, None),
            (false, true) => (DnsRecordState::Ok, None),
            (false, false) => {
                let found = found.join("\n").replace('\0', " ");
                let found = found.chars().take(FOUND_MAX).collect();
                (DnsRecordState::Wrong, Some(found))
            }
        };
        Self { state, found }
    }
}

impl SenderDomain {
    /// The name of the key's record.
    pub(super) fn dkim_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// The records to publish, as the last check found them. SPF is among them when the installation names what to
    /// include.
    pub(super) fn records(&self, spf_include: Option<&str>) -> Vec<DnsRecord> {
        let mut records = vec![DnsRecord {
            purpose: DnsRecordPurpose::Dkim,
            name: self.dkim_name(),
            value: format!("v=DKIM1; k=rsa; p={}", self.public_key),
            is_required: true,
            state: self.dkim_state,
            found: self.dkim_found.clone(),
        }];
        records.extend(spf_include.map(|include| DnsRecord {
            purpose: DnsRecordPurpose::Spf,
            name: self.domain.clone(),
            value: format!("v=spf1 include:{include} ~all"),
            is_required: false,
            state: self.spf_state,
            found: self.spf_found.clone(),
        }));
        records.push(DnsRecord {
            purpose: DnsRecordPurpose::Dmarc,
            name: format!("_dmarc.{}", self.domain),
            value: DMARC.to_owned(),
            is_required: false,
            state: self.dmarc_state,
            found: self.dmarc_found.clone(),
        });
        records
    }
}

/// The key's record (RFC 6376, section 3.6.1). Of two under one name receivers may read either, so that neither will do.
pub(super) fn dkim(found: &[String], public_key: &str) -> Verdict {
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let is_ok = match found.as_slice() {
        [record] => is_key(record, public_key),
        _ => false,
    };
    Verdict::of(&found, is_ok)
}

fn is_key(record: &str, public_key: &str) -> bool {
    let tags = tags(record);
    let tag = |name: &str| {
        tags.iter()
            .find(|(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    };
    let has = |name: &str, wanted: &[&str]| {
        tag(name).is_none_or(|value| value.split(':').any(|it| wanted.contains(&it)))
    };
    tag("p") == Some(public_key)
        && has("v", &["DKIM1"])
        && has("k", &["rsa"])
        && has("h", &["sha256"])
        && has("s", &["*", "email"])
        // A domain that tests says that signatures do not count.
        && !tag("t").is_some_and(|flags| flags.split(':').any(|flag| flag == "y"))
}

/// The SPF record (RFC 7208): one, and it includes who sends our mail.
pub(super) fn spf(found: &[String], include: &str) -> Verdict {
    let is_spf = |record: &&str| {
        let mut words = record.split(' ');
        words
            .next()
            .is_some_and(|it| it.eq_ignore_ascii_case("v=spf1"))
    };
    let found: Vec<&str> = found.iter().map(String::as_str).filter(is_spf).collect();
    let wanted = format!("include:{include}");
    let is_ok = match found.as_slice() {
        [record] => record.split_whitespace().any(|term| {
            let term = term.strip_prefix('+').unwrap_or(term);
            term.eq_ignore_ascii_case(&wanted)
        }),
        _ => false,
    };
    Verdict::of(&found, is_ok)
}

/// The DMARC record (RFC 7489): one, with a policy.
pub(super) fn dmarc(found: &[String]) -> Verdict {
    let is_dmarc = |record: &&str| {
        let tags = tags(record);
        tags.first()
            .is_some_and(|(name, value)| name == "v" && value == "DMARC1")
    };
    let found: Vec<&str> = found.iter().map(String::as_str).filter(is_dmarc).collect();
    let is_ok = match found.as_slice() {
        [record] => tags(record).iter().any(|(name, value)| {
            let value = value.to_ascii_lowercase();
            name == "p" && ["none", "quarantine", "reject"].contains(&value.as_str())
        }),
        _ => false,
    };
    Verdict::of(&found, is_ok)
}

/// The names where a DMARC record counts for the domain: its own, and those above, as receivers walk up.
pub(super) fn dmarc_names(domain: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = domain;
    while names.len() < 5 {
        names.push(format!("_dmarc.{rest}"));
        match rest.split_once('.') {
            Some((_, above)) if above.contains('.') => rest = above,
            _ => break,
        }
    }
    names
}

/// The tags of a record: names in lower case, and values without white space.
fn tags(record: &str) -> Vec<(String, String)> {
    let tag = |text: &str| {
        let (name, value) = text.split_once('=')?;
        let value = value.split_whitespace().collect::<String>();
        Some((name.trim().to_ascii_lowercase(), value))
    };
    record.split(';').filter_map(tag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(records: &[&str]) -> Vec<String> {
        records.iter().map(|&it| it.to_owned()).collect()
    }

    #[test]
    fn the_key_is_found_however_its_record_is_written() {
        let state = |records: &[&str]| dkim(&texts(records), "AbC+d").state;

        for ok in [
            "v=DKIM1; k=rsa; p=AbC+d",
            "p=AbC+d",
            " v = DKIM1 ;k=rsa;h=sha1:sha256;s=email;t=s;p= Ab C+\td;",
        ] {
            assert_eq!(state(&[ok]), DnsRecordState::Ok, "{ok}");
        }
        for wrong in [
            "v=DKIM1; k=rsa; p=",
            "v=DKIM1; k=rsa; p=abc+d",
            "v=DKIM2; k=rsa; p=AbC+d",
            "v=DKIM1; k=ed25519; p=AbC+d",
            "v=DKIM1; h=sha1; p=AbC+d",
            "v=DKIM1; s=other; p=AbC+d",
            "v=DKIM1; t=s:y; p=AbC+d",
            "hello",
        ] {
            assert_eq!(state(&[wrong]), DnsRecordState::Wrong, "{wrong}");
        }
        assert_eq!(state(&[]), DnsRecordState::Missing);
        assert_eq!(state(&["p=AbC+d", "p=other"]), DnsRecordState::Wrong);
        let told = dkim(&texts(&["p=x", &"y".repeat(2000)]), "AbC+d")
            .found
            .unwrap();
        assert_eq!((told.len(), &told[..5]), (1000, "p=x\ny"));
    }

    #[test]
    fn one_spf_record_includes_us() {
        let state = |records: &[&str]| spf(&texts(records), "mail.stoa.example").state;

        assert_eq!(
            state(&["site=1", "v=spf1 a include:Mail.stoa.example ~all"]),
            DnsRecordState::Ok
        );
        assert_eq!(
            state(&["v=spf1 +include:mail.stoa.example -all"]),
            DnsRecordState::Ok
        );
        assert_eq!(state(&["site=1", "v=spf10 x"]), DnsRecordState::Missing);
        assert_eq!(
            state(&["v=spf1 -include:mail.stoa.example"]),
            DnsRecordState::Wrong
        );
        let two = ["v=spf1 include:mail.stoa.example", "v=spf1 -all"];
        assert_eq!(state(&two), DnsRecordState::Wrong);
    }

    #[test]
    fn any_dmarc_record_with_a_policy_will_do() {
        let state = |records: &[&str]| dmarc(&texts(records)).state;

        for ok in ["v=DMARC1; p=none", "v=DMARC1;p=Reject;rua=mailto:a@b.test"] {
            assert_eq!(state(&[ok, "site=1"]), DnsRecordState::Ok, "{ok}");
        }
        for wrong in ["v=DMARC1", "v=DMARC1; p=never"] {
            assert_eq!(state(&[wrong]), DnsRecordState::Wrong, "{wrong}");
        }
        assert_eq!(state(&["p=none; v=DMARC1"]), DnsRecordState::Missing);
        assert_eq!(
            state(&["v=DMARC1; p=none", "v=DMARC1; p=none"]),
            DnsRecordState::Wrong
        );
        assert_eq!(
            dmarc_names("a.shop.aurora.example"),
            [
                "_dmarc.a.shop.aurora.example",
                "_dmarc.shop.aurora.example",
                "_dmarc.aurora.example"
            ]
        );
        assert_eq!(dmarc_names("aurora.example"), ["_dmarc.aurora.example"]);
    }
}

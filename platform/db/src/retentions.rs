//! How long rows are kept: one table, which housekeeping walks. The policies of the relay's role show
//! it what may be forgotten and nothing else, so that a mistake here forgets too little, never too much.

use std::time::Duration;

/// A kind of row that is forgotten.
#[derive(Debug, Clone, Copy)]
pub struct Retention {
    /// Its name, also in the metric.
    pub kind: &'static str,
    /// What the rows are.
    pub what: &'static str,
    /// How long they are kept after `since`.
    pub age: Duration,
    /// What the age counts from.
    pub since: &'static str,
    /// Deletes at most 10,000 rows of every tenant that are older than `$1` seconds.
    pub(crate) statement: &'static str,
}

const fn days(days: u64) -> Duration {
    Duration::from_hours(24 * days)
}

/// What is forgotten, and when.
pub const RETENTIONS: &[Retention] = &[
    Retention {
        kind: "idempotency_keys",
        what: "Idempotency keys and the responses kept under them",
        age: Duration::ZERO,
        since: "the key expires",
        statement: "delete from idempotency_keys k
          using (select tenant_id, principal, key from idempotency_keys
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where k.tenant_id = old.tenant_id and k.principal = old.principal and k.key = old.key",
    },
    Retention {
        kind: "signups",
        what: "Sign-up requests of the table before schema version 19",
        age: Duration::ZERO,
        since: "the request expires",
        statement: "delete from signups s
          using (select tenant_id, email from signups
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where s.tenant_id = old.tenant_id and s.email = old.email",
    },
    Retention {
        kind: "signup_links",
        what: "Links in sign-up e-mails",
        age: Duration::ZERO,
        since: "the link expires",
        statement: "delete from signup_links l
          using (select tenant_id, token_hash from signup_links
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where l.tenant_id = old.tenant_id and l.token_hash = old.token_hash",
    },
    Retention {
        kind: "signup_requests",
        what: "Sign-up requests that were not confirmed",
        age: Duration::ZERO,
        since: "the request expires",
        statement: "delete from signup_requests s
          using (select tenant_id, id from signup_requests
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where s.tenant_id = old.tenant_id and s.id = old.id",
    },
    Retention {
        kind: "login_codes",
        what: "Codes that shoppers sign in with",
        age: Duration::ZERO,
        since: "the code expires",
        statement: "delete from login_codes c
          using (select tenant_id, user_id from login_codes
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where c.tenant_id = old.tenant_id and c.user_id = old.user_id",
    },
    Retention {
        kind: "order_codes",
        what: "Codes that show an order",
        age: Duration::ZERO,
        since: "the code expires",
        statement: "delete from order_codes c
          using (select tenant_id, order_id from order_codes
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where c.tenant_id = old.tenant_id and c.order_id = old.order_id",
    },
    Retention {
        kind: "newsletter_links",
        what: "Links in e-mails about the newsletter",
        age: Duration::ZERO,
        since: "the link expires",
        statement: "delete from newsletter_links l
          using (select tenant_id, token_hash from newsletter_links
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where l.tenant_id = old.tenant_id and l.token_hash = old.token_hash",
    },
    Retention {
        kind: "social_sign_ins",
        what: "Browsers that were sent to an identity provider",
        age: Duration::ZERO,
        since: "the sign-in expires",
        statement: "delete from social_sign_ins s
          using (select tenant_id, state_hash from social_sign_ins
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where s.tenant_id = old.tenant_id and s.state_hash = old.state_hash",
    },
    Retention {
        kind: "staff_sessions",
        what: "Sessions of staff",
        age: Duration::ZERO,
        since: "the session expires",
        statement: "delete from staff_sessions s
          using (select tenant_id, id from staff_sessions
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where s.tenant_id = old.tenant_id and s.id = old.id",
    },
    Retention {
        kind: "staff_reset_links",
        what: "Links in password reset e-mails of staff",
        age: Duration::ZERO,
        since: "the link expires",
        statement: "delete from staff_reset_links l
          using (select tenant_id, token_hash from staff_reset_links
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where l.tenant_id = old.tenant_id and l.token_hash = old.token_hash",
    },
    Retention {
        kind: "staff_switches",
        what: "Codes with which staff switched tenants",
        age: Duration::ZERO,
        since: "the code expires",
        statement: "delete from staff_switches s
          using (select tenant_id, token_hash from staff_switches
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where s.tenant_id = old.tenant_id and s.token_hash = old.token_hash",
    },
    Retention {
        kind: "reset_links",
        what: "Links in password reset e-mails",
        age: Duration::ZERO,
        since: "the link expires",
        statement: "delete from reset_links l
          using (select tenant_id, token_hash from reset_links
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where l.tenant_id = old.tenant_id and l.token_hash = old.token_hash",
    },
    Retention {
        kind: "email_changes",
        what: "Changes of e-mail addresses, with the links of their letters",
        age: Duration::ZERO,
        since: "the change can be neither confirmed nor taken back",
        statement: "delete from email_changes c
          using (select tenant_id, id from email_changes
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where c.tenant_id = old.tenant_id and c.id = old.id",
    },
    Retention {
        kind: "mail_slots",
        what: "Digests of the addresses that were sent an e-mail lately",
        age: Duration::ZERO,
        since: "another e-mail is allowed",
        statement: "delete from mail_slots m
          using (select tenant_id, address_hash, purpose from mail_slots
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where m.tenant_id = old.tenant_id and m.address_hash = old.address_hash
            and m.purpose = old.purpose",
    },
    Retention {
        kind: "password_resets",
        what: "Password resets of the table before schema version 19",
        age: Duration::ZERO,
        since: "the reset expires",
        statement: "delete from password_resets r
          using (select tenant_id, user_id from password_resets
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where r.tenant_id = old.tenant_id and r.user_id = old.user_id",
    },
    Retention {
        kind: "sessions",
        what: "Shoppers' sessions, with their refresh tokens",
        age: Duration::ZERO,
        since: "the session expires",
        statement: "delete from sessions s
          using (select tenant_id, id from sessions
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where s.tenant_id = old.tenant_id and s.id = old.id",
    },
    Retention {
        kind: "refresh_tokens",
        what: "Refresh tokens that were used, of sessions that go on",
        age: days(30),
        since: "the token is used",
        statement: "delete from refresh_tokens t
          using (select tenant_id, token_hash from refresh_tokens
                  where consumed_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where t.tenant_id = old.tenant_id and t.token_hash = old.token_hash",
    },
    Retention {
        kind: "unused_carts",
        what: "Carts that were created and never used",
        age: days(7),
        since: "the cart is created",
        // A cart that is changed meanwhile is not shown any more when its turn comes.
        statement: "delete from carts c
          using (select tenant_id, id from carts
                  where version = 1 and created_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where c.tenant_id = old.tenant_id and c.id = old.id",
    },
    Retention {
        kind: "carts",
        what: "Open carts that never became an order, with their lines",
        age: days(30),
        since: "the last change",
        statement: "delete from carts c
          using (select tenant_id, id from carts
                  where created_at < now() - make_interval(secs => $1)
                    and updated_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where c.tenant_id = old.tenant_id and c.id = old.id",
    },
    Retention {
        kind: "reservations",
        what: "Reservations that were released or became a sale",
        age: days(30),
        since: "the order's time to pay is over",
        statement: "delete from reservations r
          using (select tenant_id, order_id, variant_id from reservations
                  where expires_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where r.tenant_id = old.tenant_id and r.order_id = old.order_id
            and r.variant_id = old.variant_id",
    },
    Retention {
        kind: "emails",
        what: "E-mails that were sent, with their copies",
        age: days(90),
        since: "the e-mail is sent",
        statement: "delete from emails e
          using (select tenant_id, id from emails
                  where created_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where e.tenant_id = old.tenant_id and e.id = old.id",
    },
    Retention {
        kind: "stock_alerts",
        what: "What happened to stock that staff are told of",
        age: days(90),
        since: "it happened",
        statement: "delete from stock_alerts a
          using (select tenant_id, id from stock_alerts
                  where occurred_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where a.tenant_id = old.tenant_id and a.id = old.id",
    },
    Retention {
        kind: "text_messages",
        what: "What became of text messages",
        age: days(400),
        since: "the message is sent",
        statement: "delete from text_messages t
          using (select tenant_id, id from text_messages
                  where created_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where t.tenant_id = old.tenant_id and t.id = old.id",
    },
    Retention {
        kind: "dead_messages",
        what: "Messages of the outbox that were set aside",
        age: days(30),
        since: "the message is set aside",
        statement: "delete from outbox o
          using (select tenant_id, id from outbox
                  where dead_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where o.tenant_id = old.tenant_id and o.id = old.id and o.dead_at is not null",
    },
    Retention {
        kind: "inbox",
        what: "Which messages a consumer has handled, when the message is gone",
        age: days(1),
        since: "the message is handled",
        statement: "delete from inbox i
          using (select tenant_id, consumer, message_id from inbox handled
                  where handled_at < now() - make_interval(secs => $1)
                    and not exists (select from outbox o
                                     where o.tenant_id = handled.tenant_id
                                       and o.id = handled.message_id)
                  limit 10000) old
          where i.tenant_id = old.tenant_id and i.consumer = old.consumer
            and i.message_id = old.message_id",
    },
    Retention {
        kind: "webhooks",
        what: "Webhook events that were applied or ignored",
        age: days(30),
        since: "the event is received",
        statement: "delete from webhook_events e
          using (select provider, event_id from webhook_events
                  where status in ('applied', 'ignored')
                    and received_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where e.provider = old.provider and e.event_id = old.event_id",
    },
    Retention {
        kind: "quarantined_webhooks",
        what: "Webhook events that were set aside",
        age: days(90),
        since: "the event is set aside",
        statement: "delete from webhook_events e
          using (select provider, event_id from webhook_events
                  where status = 'quarantined'
                    and available_at < now() - make_interval(secs => $1)
                  limit 10000) old
          where e.provider = old.provider and e.event_id = old.event_id
            and e.status = 'quarantined'",
    },
];

impl Retention {
    /// When a row is forgotten, in words.
    pub fn when(&self) -> String {
        match self.age.as_secs() / 86400 {
            0 => format!("when {}", self.since),
            1 => format!("1 day after {}", self.since),
            days => format!("{days} days after {}", self.since),
        }
    }
}

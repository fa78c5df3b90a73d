//! Passwords of the test server: checked with one round of a hash where a real server does thousands. Tests connect
//! so often that these rounds would be most of what they compute.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::{digest, hmac};
use sqlx::PgConnection;

use crate::template::run;

/// No secret, as the passwords themselves.
const SALT: &[u8] = b"of a test server";

/// Has the server keep the role's password so that it is checked quickly. The password stays what it is.
pub(crate) async fn quicken(
    superuser: &mut PgConnection,
    role: &str,
    password: &str,
) -> Result<(), sqlx::Error> {
    let statement = format!("alter role {role} password '{}'", verifier(password));
    run(superuser, statement).await
}

/// What a server keeps of a password for SCRAM-SHA-256 (RFC 5803), with one round.
fn verifier(password: &str) -> String {
    let salted = signed(password.as_bytes(), &[SALT, &1_u32.to_be_bytes()].concat());
    let client = signed(salted.as_ref(), b"Client Key");
    let stored = digest::digest(&digest::SHA256, client.as_ref());
    let server = signed(salted.as_ref(), b"Server Key");
    let text = |bytes: &[u8]| STANDARD.encode(bytes);
    format!(
        "SCRAM-SHA-256$1:{}${}:{}",
        text(SALT),
        text(stored.as_ref()),
        text(server.as_ref())
    )
}

fn signed(key: &[u8], message: &[u8]) -> hmac::Tag {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), message)
}

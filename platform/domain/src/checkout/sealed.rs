//! The client secret in an answer that is kept. Whoever has it can read the payment at the provider, so
//! it is kept under a key that only the shopper has: the cart's token, of which we hold a hash.

use db::DbError;
use hmac::{Hmac, Mac};
use kernel::ids::OrderId;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use sha2::Sha256;

use super::PlaceOrder;

/// Encrypts what only the shopper of this order may read again.
pub(super) fn seal(
    command: &PlaceOrder,
    order_id: OrderId,
    secret: &str,
) -> Result<String, DbError> {
    let mut nonce = [0_u8; NONCE_LEN];
    SystemRandom::new()
        .fill(&mut nonce)
        .map_err(DbError::unreadable)?;
    let mut sealed = secret.as_bytes().to_vec();
    key(command, order_id)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )
        .map_err(DbError::unreadable)?;
    Ok(hex::encode([nonce.as_slice(), &sealed].concat()))
}

/// Decrypts what `seal` made of the same order's secret.
pub(super) fn open(
    command: &PlaceOrder,
    order_id: OrderId,
    sealed: &str,
) -> Result<String, DbError> {
    let bytes = hex::decode(sealed).map_err(DbError::unreadable)?;
    let (nonce, rest) = bytes
        .split_first_chunk::<NONCE_LEN>()
        .ok_or_else(|| DbError::unreadable(ring::error::Unspecified))?;
    let mut rest = rest.to_vec();
    let secret = key(command, order_id)?
        .open_in_place(
            Nonce::assume_unique_for_key(*nonce),
            Aad::empty(),
            &mut rest,
        )
        .map_err(DbError::unreadable)?;
    String::from_utf8(secret.to_vec()).map_err(DbError::unreadable)
}

/// One key per order: it follows from the cart's token and nothing else.
fn key(command: &PlaceOrder, order_id: OrderId) -> Result<LessSafeKey, DbError> {
    let mut code =
        Hmac::<Sha256>::new_from_slice(command.token.as_bytes()).map_err(DbError::unreadable)?;
    code.update(b"client secret ");
    code.update(order_id.to_string().as_bytes());
    let key = UnboundKey::new(&CHACHA20_POLY1305, &code.finalize().into_bytes())
        .map_err(DbError::unreadable)?;
    Ok(LessSafeKey::new(key))
}

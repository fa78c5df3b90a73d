//! The `shipping` parameter and its object.

use serde_json::{Map, Value, json};

use crate::{
    error::Outcome,
    form::{Change, Params},
};

const ADDRESS: &[&str] = &["city", "country", "line1", "line2", "postal_code", "state"];

/// Reads `shipping[…]`: absent, unset by an empty value, or an object.
pub(crate) fn read(params: &mut Params) -> Outcome<Change<Value>> {
    let mut shipping = match params.unsettable_branch("shipping")? {
        Change::Keep => return Ok(Change::Keep),
        Change::Unset => return Ok(Change::Unset),
        Change::Set(shipping) => shipping,
    };
    let mut address = Map::new();
    if let Some(mut given) = shipping.branch("address")? {
        for field in ADDRESS {
            let value = given.unsettable(field)?.value();
            address.insert((*field).to_owned(), json!(value));
        }
        given.finish()?;
    }
    let name = shipping.required_text("name")?;
    let carrier = shipping.unsettable("carrier")?.value();
    let phone = shipping.unsettable("phone")?.value();
    let tracking_number = shipping.unsettable("tracking_number")?.value();
    shipping.finish()?;
    Ok(Change::Set(json!({
        "address": address,
        "carrier": carrier,
        "name": name,
        "phone": phone,
        "tracking_number": tracking_number,
    })))
}

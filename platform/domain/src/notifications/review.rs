//! How shoppers are asked for reviews.

use super::order::join;
use crate::reviews::ReviewInvitation;

/// Subject and two paragraphs, in English.
pub(super) fn english(invitation: &ReviewInvitation, brand: &str) -> (String, String, String) {
    let (number, goods) = (invitation.number, join(&invitation.goods, "more"));
    (
        format!("How do you like what you bought at {brand}?"),
        format!("your order {number} has arrived: {goods}. Tell other shoppers how you like it; the link needs no sign-in."),
        "Good and bad reviews are treated alike, and you get nothing for one. This is the only e-mail that asks you to review this order.".to_owned(),
    )
}

/// The same in German.
pub(super) fn german(invitation: &ReviewInvitation, brand: &str) -> (String, String, String) {
    let (number, goods) = (invitation.number, join(&invitation.goods, "weitere"));
    (
        format!("Wie gefällt Ihnen Ihr Einkauf bei {brand}?"),
        format!("Ihre Bestellung {number} ist da: {goods}. Sagen Sie anderen Käufern, wie sie Ihnen gefällt; der Link braucht keine Anmeldung."),
        "Gute und schlechte Bewertungen werden gleich behandelt, und Sie erhalten nichts dafür. Dies ist die einzige E-Mail, die Sie um eine Bewertung dieser Bestellung bittet.".to_owned(),
    )
}

//! What shoppers are written about signing in, and about codes that show an order.

/// Subject and two paragraphs.
type Text = (String, String, String);

pub(super) fn code_in_english(code: &str, brand: &str) -> Text {
    let (first, second) = code.split_at(code.len() / 2);
    (
        format!("{first} {second} is your code for {brand}"),
        format!("sign in to your account at {brand} with the code {first} {second}."),
        "It is good once, for 10 minutes. Tell it to nobody: we never ask for it. If it was not you, ignore this e-mail.".to_owned(),
    )
}

pub(super) fn code_in_german(code: &str, brand: &str) -> Text {
    let (first, second) = code.split_at(code.len() / 2);
    (
        format!("{first} {second} ist Ihr Code für {brand}"),
        format!("melden Sie sich mit dem Code {first} {second} an Ihrem Konto bei {brand} an."),
        "Er gilt einmal, 10 Minuten lang. Nennen Sie ihn niemandem: Wir fragen nie danach. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.".to_owned(),
    )
}

pub(super) fn order_in_english(number: i64, code: &str, brand: &str) -> Text {
    let (first, second) = code.split_at(code.len() / 2);
    (
        format!("{first} {second} is your code for order {number} at {brand}"),
        format!("see your order {number} at {brand} with the code {first} {second}."),
        "It is good once, for 10 minutes. Tell it to nobody: we never ask for it. If it was not you, ignore this e-mail.".to_owned(),
    )
}

pub(super) fn order_in_german(number: i64, code: &str, brand: &str) -> Text {
    let (first, second) = code.split_at(code.len() / 2);
    (
        format!("{first} {second} ist Ihr Code für die Bestellung {number} bei {brand}"),
        format!("mit dem Code {first} {second} sehen Sie Ihre Bestellung {number} bei {brand}."),
        "Er gilt einmal, 10 Minuten lang. Nennen Sie ihn niemandem: Wir fragen nie danach. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail.".to_owned(),
    )
}

pub(super) fn invited_in_english(brand: &str) -> Text {
    (
        format!("Your account at {brand}"),
        format!("{brand} has opened an account for you. Choose a password to see your orders and to order faster."),
        "The link expires in 7 days. If you do not want the account, you need not do anything: nobody can use it without a password.".to_owned(),
    )
}

pub(super) fn invited_in_german(brand: &str) -> Text {
    (
        format!("Ihr Konto bei {brand}"),
        format!("{brand} hat für Sie ein Konto eröffnet. Wählen Sie ein Passwort, um Ihre Bestellungen zu sehen und schneller zu bestellen."),
        "Der Link gilt 7 Tage. Wenn Sie das Konto nicht möchten, müssen Sie nichts tun: Ohne Passwort kann es niemand benutzen.".to_owned(),
    )
}

pub(super) fn revoked_in_english(brand: &str) -> Text {
    (
        format!("You were signed out at {brand}"),
        "a sign-in of yours was used in two places at once. Someone else may have copied it, so we signed that device out.".to_owned(),
        "Sign in again. If you notice anything you did not do, choose a new password.".to_owned(),
    )
}

pub(super) fn revoked_in_german(brand: &str) -> Text {
    (
        format!("Sie wurden bei {brand} abgemeldet"),
        "eine Anmeldung von Ihnen wurde an zwei Stellen zugleich benutzt. Vielleicht hat sie jemand kopiert, darum haben wir dieses Gerät abgemeldet.".to_owned(),
        "Melden Sie sich neu an. Wenn Ihnen etwas auffällt, das Sie nicht getan haben, wählen Sie ein neues Passwort.".to_owned(),
    )
}

pub(super) fn changed_in_english(brand: &str) -> Text {
    (
        format!("Your password at {brand} was changed"),
        format!(
            "the password of your account at {brand} was changed, and every other device was signed out."
        ),
        "If it was not you, choose a new password at once.".to_owned(),
    )
}

pub(super) fn changed_in_german(brand: &str) -> Text {
    (
        format!("Ihr Passwort bei {brand} wurde geändert"),
        format!(
            "das Passwort Ihres Kontos bei {brand} wurde geändert, und jedes andere Gerät wurde abgemeldet."
        ),
        "Wenn Sie es nicht waren, wählen Sie sofort ein neues Passwort.".to_owned(),
    )
}

pub(super) fn device_in_english(device: &str, brand: &str) -> Text {
    (
        format!("New sign-in at {brand}"),
        format!(
            "somebody signed in to your account at {brand} on a device that it is not signed in on yet: {}.",
            name(device, "it does not say what it is")
        ),
        "If it was you, there is nothing to do. If not, choose a new password at once: every device is signed out then.".to_owned(),
    )
}

pub(super) fn device_in_german(device: &str, brand: &str) -> Text {
    (
        format!("Neue Anmeldung bei {brand}"),
        format!(
            "an Ihrem Konto bei {brand} hat sich jemand mit einem neuen Gerät angemeldet: {}.",
            name(device, "es sagt nicht, was es ist")
        ),
        "Wenn Sie es waren, ist nichts zu tun. Wenn nicht, wählen Sie sofort ein neues Passwort: Dann wird jedes Gerät abgemeldet.".to_owned(),
    )
}

fn name<'a>(device: &'a str, unknown: &'a str) -> &'a str {
    if device.is_empty() { unknown } else { device }
}

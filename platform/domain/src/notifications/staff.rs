//! What staff members are written about their accounts.

use kernel::StaffNotice;

use crate::identity::OperatorAccess;

/// Subject and two paragraphs.
type Text = (String, String, String);

pub(super) fn reset_in_english(brand: &str) -> Text {
    (
        format!("Choose a new password for the staff of {brand}"),
        format!("a new password was requested for your staff account at {brand}. Choose one."),
        "The link expires in 30 minutes. If it was not you, ignore this e-mail: your password stays as it is.".to_owned(),
    )
}

pub(super) fn reset_in_german(brand: &str) -> Text {
    (
        format!("Wählen Sie ein neues Passwort für das Team von {brand}"),
        format!("für Ihr Mitarbeiterkonto bei {brand} wurde ein neues Passwort angefordert. Wählen Sie eines."),
        "Der Link gilt 30 Minuten. Wenn Sie es nicht waren, ignorieren Sie diese E-Mail: Ihr Passwort bleibt, wie es ist.".to_owned(),
    )
}

pub(super) fn english(notice: StaffNotice, brand: &str) -> Text {
    let (subject, what) = match notice {
        StaffNotice::PasswordChanged => (
            "Your staff password was changed",
            "the password of your staff account was changed, and every device was signed out.",
        ),
        StaffNotice::SecondFactorAdded => (
            "A second factor was added to your staff account",
            "signing in to your staff account needs a code of your authenticator app from now on.",
        ),
        StaffNotice::SecondFactorRemoved => (
            "The second factor of your staff account was removed",
            "signing in to your staff account needs no code any more.",
        ),
        StaffNotice::SessionRevoked => (
            "You were signed out",
            "a sign-in of your staff account was used in two places. Someone else may have copied it, so we signed that device out.",
        ),
    };
    (
        format!("{subject} ({brand})"),
        what.to_owned(),
        "If you did not expect this, choose a new password at once and tell the owner of the store.".to_owned(),
    )
}

pub(super) fn german(notice: StaffNotice, brand: &str) -> Text {
    let (subject, what) = match notice {
        StaffNotice::PasswordChanged => (
            "Das Passwort Ihres Mitarbeiterkontos wurde geändert",
            "das Passwort Ihres Mitarbeiterkontos wurde geändert, und jedes Gerät wurde abgemeldet.",
        ),
        StaffNotice::SecondFactorAdded => (
            "Ihr Mitarbeiterkonto hat einen zweiten Faktor",
            "für die Anmeldung an Ihrem Mitarbeiterkonto ist von jetzt an ein Code Ihrer Authenticator-App nötig.",
        ),
        StaffNotice::SecondFactorRemoved => (
            "Ihr Mitarbeiterkonto hat keinen zweiten Faktor mehr",
            "für die Anmeldung an Ihrem Mitarbeiterkonto ist kein Code mehr nötig.",
        ),
        StaffNotice::SessionRevoked => (
            "Sie wurden abgemeldet",
            "eine Anmeldung Ihres Mitarbeiterkontos wurde an zwei Stellen benutzt. Vielleicht hat sie jemand kopiert, darum haben wir dieses Gerät abgemeldet.",
        ),
    };
    (
        format!("{subject} ({brand})"),
        what.to_owned(),
        "Wenn Sie das nicht erwartet haben, wählen Sie sofort ein neues Passwort und sagen Sie es dem Inhaber des Ladens.".to_owned(),
    )
}

pub(super) fn access_in_english(access: &OperatorAccess, brand: &str) -> Text {
    let may = if access.may_write {
        "read and change"
    } else {
        "read"
    };
    (
        format!("Platform support was given access to {brand}"),
        format!(
            "somebody who runs the platform may {may} the data of {brand} until {} UTC. Ticket {}: {}",
            clock(access),
            access.ticket,
            access.reason
        ),
        "Each of their requests is in your audit log. You can end the access at any time (DELETE /admin/v1/operator-access/…).".to_owned(),
    )
}

pub(super) fn access_in_german(access: &OperatorAccess, brand: &str) -> Text {
    let may = if access.may_write {
        "lesen und ändern"
    } else {
        "lesen"
    };
    (
        format!("Die Plattform hat Zugang zu {brand} bekommen"),
        format!(
            "Mitarbeiter der Plattform dürfen die Daten von {brand} bis {} UTC {may}. Ticket {}: {}",
            clock(access),
            access.ticket,
            access.reason
        ),
        "Jeder ihrer Aufrufe steht in Ihrem Protokoll. Sie können den Zugang jederzeit beenden (DELETE /admin/v1/operator-access/…).".to_owned(),
    )
}

fn clock(access: &OperatorAccess) -> String {
    let end = access.expires_at;
    format!("{} {:02}:{:02}", end.date(), end.hour(), end.minute())
}

//! Mail: to a server over TCP, and into a folder.

use std::time::Duration;

use infra::mail::{Folder, Smtp};
use kernel::Fault;
use kernel::contact::Email;
use kernel::ids::TenantId;
use kernel::ports::{Ids, Mail, MailError, Mailer};
use proptest::prop_oneof;
use testkit::{Mood, SmtpServer};
use tokio::net::TcpListener;

fn letter(subject: &str) -> Mail {
    Mail {
        id: Ids.uuid(),
        tenant_id: TenantId::from_uuid(Ids.uuid()),
        from_name: "Aurora, \"die Lampe\"".to_owned(),
        to: Email::parse("anna@example.com").unwrap(),
        subject: subject.to_owned(),
        text: "Hello Anna,\n.\nthe lamps are lit.\n".to_owned(),
        html: "<p>Hello Anna</p>".to_owned(),
        unsubscribe: None,
        reply_to: None,
        sender: None,
    }
}

fn smtp(server: &SmtpServer) -> Smtp {
    let url = format!("smtp://{}", server.address);
    Smtp::new(&url, "no-reply@stoa.example").unwrap()
}

#[tokio::test]
async fn a_letter_reaches_the_server_as_text_and_as_a_page() {
    let server = SmtpServer::start().await;
    let mail = letter("Your lamps");

    smtp(&server).send(&mail).await.unwrap();

    let taken = server.taken();
    let [message] = taken.as_slice() else {
        panic!("one message was expected: {taken:?}");
    };
    for line in [
        &format!("Message-ID: <{}@stoa.example>", mail.id),
        "To: anna@example.com",
        "Subject: Your lamps",
        "the lamps are lit.",
        "<p>Hello Anna</p>",
    ] {
        assert!(message.contains(line), "no {line:?} in {message}");
    }
    assert!(message.contains("<no-reply@stoa.example>"), "{message}");
    assert!(message.contains("multipart/alternative"), "{message}");
    // A dot alone would have ended the message.
    assert!(message.contains("\n.\nthe lamps"), "{message}");
}

#[tokio::test]
async fn a_letter_that_needs_a_consent_says_how_one_click_ends_it() {
    let server = SmtpServer::start().await;
    let link = format!(
        "https://aurora.example/unsubscribe?token={}",
        "0a".repeat(32)
    );
    let mut mail = letter("Your lamps");
    mail.unsubscribe = Some(link.clone());

    smtp(&server).send(&mail).await.unwrap();
    smtp(&server).send(&letter("Another")).await.unwrap();

    let taken = server.taken();
    // Long lines go on after a space.
    let unfolded = taken[0].replace("\r\n", "\n").replace("\n ", " ");
    let has = |wanted: &str| {
        let squeezed = unfolded.lines().map(|line| line.replace(":  ", ": "));
        squeezed
            .collect::<Vec<_>>()
            .iter()
            .any(|line| line == wanted)
    };
    assert!(has(&format!("List-Unsubscribe: <{link}>")), "{}", taken[0]);
    assert!(
        has("List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        "{}",
        taken[0]
    );
    assert!(!taken[1].contains("List-Unsubscribe"), "{}", taken[1]);
}

#[tokio::test]
async fn nobody_writes_headers_with_a_name_or_a_subject() {
    let server = SmtpServer::start().await;
    let mut mail = letter("Lamps\r\nBcc: eve@example.com");
    mail.from_name = "Aurora\r\nBcc: eve@example.com".to_owned();

    smtp(&server).send(&mail).await.unwrap();

    let taken = server.taken();
    let is_header = taken[0].lines().any(|line| line.starts_with("Bcc:"));
    assert!(!is_header, "{}", taken[0]);
    let subject = "Subject: Lamps  Bcc: eve@example.com";
    assert!(taken[0].contains(subject), "{}", taken[0]);
}

#[tokio::test]
async fn what_can_be_tried_later_is_told_from_what_cannot() {
    let server = SmtpServer::start().await;
    let smtp = smtp(&server);

    server.be(Mood::Busy);
    let busy = smtp.send(&letter("one")).await.unwrap_err();
    server.be(Mood::Unwilling);
    let unwilling = smtp.send(&letter("two")).await.unwrap_err();
    server.be(Mood::Willing);
    smtp.send(&letter("three")).await.unwrap();

    assert!(matches!(&busy, MailError::Unavailable(why) if why == "it answers 451"));
    assert!(matches!(&unwilling, MailError::Refused(why) if why == "it answers 550"));
    assert!(unwilling.is_permanent() && !busy.is_permanent());
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn an_address_that_the_server_cannot_take_is_no_outage() {
    let server = SmtpServer::start().await;
    let smtp = smtp(&server);
    // From before addresses were kept in ASCII; this server does not offer SMTPUTF8.
    for old in [
        "josé@example.com",
        "zw\u{200b}@example.com",
        ".a@example.com",
        "a@b@c",
    ] {
        let mut mail = letter("one");
        mail.to = Email::from_row(old.to_owned());
        let refused = smtp.send(&mail).await.unwrap_err();
        assert!(refused.is_permanent(), "{old}: {refused}");
        assert!(!refused.to_string().contains(old), "{refused}");
    }
    smtp.send(&letter("two")).await.unwrap();
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn credentials_that_the_server_refuses_are_an_outage() {
    let server = SmtpServer::start().await;
    server.be(Mood::Unauthenticated);

    let refused = smtp(&server).send(&letter("one")).await.unwrap_err();

    assert!(matches!(refused, MailError::Unavailable(why) if why == "it answers 530"));
}

proptest::proptest! {
    #[test]
    fn what_is_taken_for_an_address_can_be_written_to(
        text in prop_oneof!["[!-~]{1,66}@[a-z0-9-]{1,5}\\.[a-z0-9-]{1,5}", "\\PC{1,9}@\\PC{1,9}\\.\\PC{1,3}"],
    ) {
        if let Ok(email) = Email::parse(&text) {
            let address = email.as_str().parse::<lettre::Address>();
            proptest::prop_assert!(address.is_ok(), "{}: {:?}", email.as_str(), address);
        }
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    drop(listener);
    let smtp = Smtp::new(&url, "no-reply@stoa.example").unwrap();

    let gone = smtp.send(&letter("one")).await.unwrap_err();

    assert!(matches!(gone, MailError::Unavailable(_)), "{gone}");
    assert!(Smtp::new(&url, "nobody").is_err());
}

#[tokio::test]
async fn a_folder_shows_what_it_was_given_newest_first() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::new(home.path().join("mail"));
    assert_eq!(folder.read().unwrap(), []);

    folder.send(&letter("one")).await.unwrap();
    folder.send(&letter("two")).await.unwrap();

    let kept = folder.read().unwrap();
    let subjects: Vec<&str> = kept.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(subjects, ["two", "one"]);
    assert_eq!(kept[0].to, "anna@example.com");
}

/// lettre waits for a greeting without end.
#[tokio::test]
async fn a_server_that_accepts_and_says_nothing_is_tried_later() {
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let smtp = Smtp::new(&url, "shop@example.com").unwrap();

    let sent =
        tokio::time::timeout(Duration::from_secs(15), smtp.send(&letter("Your lamps"))).await;

    let why = sent.expect("it gives up").unwrap_err();
    assert_eq!(
        why.to_string(),
        MailError::Unavailable("it does not answer in time".to_owned()).to_string()
    );
}

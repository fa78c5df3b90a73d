import type { Texts } from "../i18n/messages.ts";

const en = {
  "staff.link_missing": "This page is opened by the link in an invitation e-mail.",
  "staff.link_bad":
    "This invitation was accepted before, was withdrawn or has expired. If you have accepted it, sign in. If not, ask for a new invitation.",
  "staff.invited": "You are invited to the staff of {brand}. Accept the invitation to sign in to its admin API and console.",
  "staff.accept": "Accept the invitation",
  "staff.working": "One moment…",
  "staff.account_title": "Create your account",
  "staff.account_text": "You have no account yet. Enter your name and choose a password.",
  "staff.name": "Name",
  "staff.name_wrong": "Enter your name, with at most 200 characters.",
  "staff.password_hint": "15 to 1024 characters, and not easily guessed.",
  "staff.password_wrong": "Choose a password with 15 to 1024 characters that is not easily guessed.",
  "staff.create": "Create account and accept",
  "staff.done": "You are a staff member of {brand} now.",
  "staff.done_text": "Sign in with {email} through the admin API or console.",
  "staff.same_password": "You have an account already: your password stays the same.",
  "staff.forgot_text":
    "Enter the e-mail address of your staff account at {brand}. We send you a link to choose a new password.",
  "staff.send_link": "Send link",
  "staff.check_mail": "Check your e-mail",
  "staff.forgot_done":
    "If {email} belongs to a staff member of {brand}, an e-mail is on its way. Its link is good for 30 minutes.",
  "staff.reset_text": "The new password is for the staff of {brand}, and wherever else you work with this account.",
  "staff.new_password": "New password",
  "staff.save_password": "Save password",
  "staff.reset_done": "Your password was changed",
  "staff.reset_done_text":
    "You were signed out everywhere. Sign in with the new password through the admin API or console. If you have a second factor, it stays.",
  "staff.reset_link_missing": "This page is opened by the link in an e-mail about your password.",
  "staff.reset_link_bad": "This link was used before or has expired.",
  "staff.new_link": "Request a new link",
} as const;

export type StaffKey = keyof typeof en;

const de: Readonly<Record<StaffKey, string>> = {
  "staff.link_missing": "Diese Seite öffnet sich über den Link in der E-Mail mit einer Einladung.",
  "staff.link_bad":
    "Diese Einladung wurde schon angenommen, zurückgezogen oder ist abgelaufen. Wenn Sie sie angenommen haben, melden Sie sich an. Wenn nicht, bitten Sie um eine neue Einladung.",
  "staff.invited": "Sie sind zum Team von {brand} eingeladen. Nehmen Sie die Einladung an, um sich in der Verwaltung anzumelden.",
  "staff.accept": "Einladung annehmen",
  "staff.working": "Einen Moment …",
  "staff.account_title": "Konto anlegen",
  "staff.account_text": "Sie haben noch kein Konto. Geben Sie Ihren Namen ein, und wählen Sie ein Passwort.",
  "staff.name": "Name",
  "staff.name_wrong": "Geben Sie Ihren Namen ein, höchstens 200 Zeichen.",
  "staff.password_hint": "15 bis 1024 Zeichen und nicht leicht zu erraten.",
  "staff.password_wrong": "Wählen Sie ein Passwort mit 15 bis 1024 Zeichen, das nicht leicht zu erraten ist.",
  "staff.create": "Konto anlegen und annehmen",
  "staff.done": "Sie gehören jetzt zum Team von {brand}.",
  "staff.done_text": "Melden Sie sich mit {email} über die Admin-API oder die Verwaltung an.",
  "staff.same_password": "Sie haben schon ein Konto: Ihr Passwort bleibt, wie es ist.",
  "staff.forgot_text":
    "Geben Sie die E-Mail-Adresse Ihres Team-Kontos bei {brand} ein. Wir senden Ihnen einen Link, um ein neues Passwort zu wählen.",
  "staff.send_link": "Link senden",
  "staff.check_mail": "Sehen Sie in Ihr Postfach",
  "staff.forgot_done":
    "Wenn {email} zum Team von {brand} gehört, ist eine E-Mail unterwegs. Ihr Link gilt 30 Minuten.",
  "staff.reset_text": "Das neue Passwort gilt für das Team von {brand} und überall sonst, wo Sie mit diesem Konto arbeiten.",
  "staff.new_password": "Neues Passwort",
  "staff.save_password": "Passwort speichern",
  "staff.reset_done": "Ihr Passwort wurde geändert",
  "staff.reset_done_text":
    "Sie wurden überall abgemeldet. Melden Sie sich mit dem neuen Passwort über die Admin-API oder die Verwaltung an. Ein zweiter Faktor bleibt bestehen.",
  "staff.reset_link_missing": "Diese Seite öffnet sich über den Link in einer E-Mail zu Ihrem Passwort.",
  "staff.reset_link_bad": "Dieser Link wurde schon benutzt oder ist abgelaufen.",
  "staff.new_link": "Neuen Link anfordern",
};

export const staffTexts: Texts<StaffKey> = { en, de };

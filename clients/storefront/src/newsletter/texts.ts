import type { Texts } from "../i18n/messages.ts";

const en = {
  "newsletter.confirm": "Confirm",
  "newsletter.confirm_text": "Confirm that you want the newsletter of {store}.",
  "newsletter.confirm_done": "You get our newsletter now",
  "newsletter.confirm_done_text": "Thank you. Each newsletter has a link to unsubscribe.",
  "newsletter.confirm_bad": "This link was used already or is too old. Sign up again at the bottom of the page to get a new one.",
  "newsletter.unsubscribe": "Unsubscribe",
  "newsletter.unsubscribe_text": "You will no longer get the newsletter of {store}. E-mails about your orders go on.",
  "newsletter.unsubscribe_done": "You are unsubscribed",
  "newsletter.unsubscribe_done_text": "You no longer get the newsletter of {store}. You can sign up again at any time at the bottom of the page.",
  "newsletter.unsubscribe_bad": "This link is not valid any more. Use the one in our latest newsletter, or change your consents in your account.",
  "newsletter.link_missing": "This page needs the link from our e-mail. Open it there again.",
  "newsletter.working": "One moment…",
} as const;

export type NewsletterKey = keyof typeof en;

const de: Readonly<Record<NewsletterKey, string>> = {
  "newsletter.confirm": "Bestätigen",
  "newsletter.confirm_text": "Bestätigen Sie, dass Sie den Newsletter von {store} möchten.",
  "newsletter.confirm_done": "Sie bekommen jetzt unseren Newsletter",
  "newsletter.confirm_done_text": "Vielen Dank. In jedem Newsletter ist ein Link zum Abbestellen.",
  "newsletter.confirm_bad": "Dieser Link wurde schon benutzt oder ist zu alt. Melden Sie sich unten auf der Seite noch einmal an, um einen neuen zu bekommen.",
  "newsletter.unsubscribe": "Abbestellen",
  "newsletter.unsubscribe_text": "Sie bekommen den Newsletter von {store} dann nicht mehr. E-Mails zu Ihren Bestellungen bekommen Sie weiterhin.",
  "newsletter.unsubscribe_done": "Der Newsletter ist abbestellt",
  "newsletter.unsubscribe_done_text": "Sie bekommen den Newsletter von {store} nicht mehr. Unten auf der Seite können Sie sich jederzeit wieder anmelden.",
  "newsletter.unsubscribe_bad": "Dieser Link gilt nicht mehr. Nehmen Sie den aus unserem neuesten Newsletter, oder ändern Sie die Einwilligungen in Ihrem Konto.",
  "newsletter.link_missing": "Diese Seite braucht den Link aus unserer E-Mail. Öffnen Sie ihn dort noch einmal.",
  "newsletter.working": "Einen Moment …",
};

export const newsletterTexts: Texts<NewsletterKey> = { en, de };

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class MailProvider(OpenEnum):
    """Who takes mail: `smtp`, a mail server; `sendgrid`, SendGrid; `ses`, Amazon SES; `folder`, a folder of a developer's machine.  - `smtp`: A mail server. - `sendgrid`: SendGrid. - `ses`: Amazon SES. - `folder`: A folder of a developer's machine."""

    SMTP = 'smtp'
    SENDGRID = 'sendgrid'
    SES = 'ses'
    FOLDER = 'folder'

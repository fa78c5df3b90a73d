# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class DnsRecordPurpose(OpenEnum):
    """What a record is for: `dkim`, the key that e-mails are signed with; `spf`, who may send with the domain as envelope sender;  `dmarc`, what receivers do with e-mails that claim the domain and are not signed.  - `dkim`: The key that e-mails are signed with. - `spf`: Who may send with the domain as envelope sender. - `dmarc`: What receivers do with e-mails that are not signed."""

    DKIM = 'dkim'
    SPF = 'spf'
    DMARC = 'dmarc'

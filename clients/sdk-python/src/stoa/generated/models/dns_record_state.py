# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class DnsRecordState(OpenEnum):
    """What the last check found of a record: `unchecked`, it was not looked up yet; `missing`, it is not there; `wrong`, another  one is there; `ok`, it is there.  - `unchecked`: It was not looked up yet. - `missing`: It is not there. - `wrong`: Another one is there. - `ok`: It is there."""

    UNCHECKED = 'unchecked'
    MISSING = 'missing'
    WRONG = 'wrong'
    OK = 'ok'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class ReportInterval(OpenEnum):
    """Length of the periods of a report. Weeks begin on Mondays.  - `day`: Days. - `week`: Weeks. - `month`: Months."""

    DAY = 'day'
    WEEK = 'week'
    MONTH = 'month'

# Generated from the API document by `make gen`. Do not edit.

from stoa.model import OpenEnum


class AllocationRule(OpenEnum):
    """From which location units of a paid order are taken.  - `fewest_parcels`: From the one that has most of the order's lines, so that it ships in few parcels; among equals by priority. - `priority`: From the one with the lowest priority that has units."""

    FEWEST_PARCELS = 'fewest_parcels'
    PRIORITY = 'priority'

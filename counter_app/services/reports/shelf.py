"""Every report that this program makes, in the order in which it is offered."""

from __future__ import annotations

from counter_app.services.reports.asked import Report

REPORTS: tuple[Report, ...] = ()


def report(name: str) -> Report:
    """Return the report of a name. Raises KeyError."""
    found = next((each for each in REPORTS if each.name == name), None)
    if found is None:
        raise KeyError(name)
    return found

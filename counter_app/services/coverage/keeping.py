"""An approved list that was read from a file, as the list that this office counts by."""

from __future__ import annotations

from datetime import date

from counter_app.domain.journal.canonical import canonical
from counter_app.domain.office.coverage import CoverageList
from counter_app.domain.plain import to_plain
from counter_app.services.counter.catalogues import IMPORTED
from counter_app.store.store import Store
from counter_app.store.subjects.catalogues import Catalogue

NAME = "coverage"


def coverage_file(coverage: CoverageList) -> bytes:
    """Return the list as the JSON that the province's administrator publishes to all counters."""
    return canonical(to_plain(coverage))


def keep_coverage(store: Store, coverage: CoverageList, *, valid_from: date) -> bool:
    """Use the list here from the next opening of a form on; False when it is here already.

    It bears no signature of the province, and the sheets say so. The province's own list takes its
    place when one is published.
    """
    body = coverage_file(coverage)
    with store.writing() as tx:
        return tx.catalogues.stage(
            Catalogue(NAME, coverage.version, body, IMPORTED, valid_from=valid_from)
        )

"""Kiểm tra chuỗi: whether the whole store is what was written once."""

from __future__ import annotations

from counter_app.domain.officers.roles import Act
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.keeping.store_care import check
from counter_app.services.officers.permits import require
from counter_app.store.verify import VerifyReport

__all__ = ["VerifyReport", "check_chains"]


def check_chains(workplace: Workplace, session: Session) -> VerifyReport:
    """Check every chain, digest and dossier, and note the outcome.

    Takes seconds with many entries. Raises NotPermittedError, and StoreError for what can't be
    read.
    """
    require(workplace, session, Act.SEE_LOGS)
    return check(workplace.store, workplace.clock.now().at)

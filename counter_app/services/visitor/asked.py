"""The procedure that a visitor asks for, as the journal keeps it."""

from __future__ import annotations

from counter_app.domain.acts.received import ProcedureRef
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.services.counter.workplace import Workplace


def asked_procedure(workplace: Workplace, code: str) -> ProcedureRef:
    """Return the version in force today. Raises ProcedureUnknownError."""
    today = vietnam_time(workplace.clock.now().at).date()
    found = workplace.reference.procedures.version_on(code, today)
    if found is None:
        raise ProcedureUnknownError(procedure=code)
    return ProcedureRef(
        code=found.code,
        name=found.name,
        version=found.version,
        field_name=found.field_name,
        agency_code=found.agency_code,
        agency_name=found.agency_name,
    )

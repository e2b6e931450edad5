"""What an officer should know before receiving a dossier of a procedure: values, not obstacles."""

from __future__ import annotations

from datetime import date

from counter_app.domain.deadlines.limit import LimitUnit
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.procedure import Procedure, ReceivedIn


def reception_problems(
    procedure: Procedure, channel: Channel, on: date, case: str = ""
) -> tuple[Problem, ...]:
    """Return what speaks against receiving `procedure` on `channel` that day.

    False only when the dossier must be registered in another system (DOMAIN §3: then the visit is
    recorded) or the case isn't one of the procedure's; everything else is a doubt to confirm.
    """
    code = procedure.code
    found: list[Problem] = []
    if procedure.received_in is not ReceivedIn.PROVINCE:
        found.append(false(f"procedure.received_in_{procedure.received_in.value}", procedure=code))
    if not procedure.valid_on(on):
        found.append(doubt("procedure.not_in_force", procedure=code, date=f"{on:%d/%m/%Y}"))
    if case and case not in procedure.case_names:
        found.append(false("procedure.unknown_case", "/case", case=case))
    elif not case and procedure.case_names:
        found.append(doubt("procedure.case_not_chosen", "/case", procedure=code))
    terms = procedure.terms_for(channel)
    if terms is None:
        found.append(doubt(f"procedure.no_{channel.value}_channel", "/channel", procedure=code))
    elif terms.limit.unit is LimitUnit.UNKNOWN:
        found.append(doubt("procedure.limit_unknown", "/limit", text=terms.limit.text or "–"))
    return tuple(found)

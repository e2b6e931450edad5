"""What every sheet of the office needs: its header, today's form set, its marks."""

from __future__ import annotations

from counter_app import __version__
from counter_app.domain.dates import vietnam_time
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Header, Marks
from counter_app.services.counter.workplace import Workplace


def office_header(workplace: Workplace) -> Header:
    """Return whose sheet it is."""
    centre = workplace.reference.centre
    return Header(centre.parent, centre.unit_lines, centre.place)


def todays_forms(workplace: Workplace) -> FormSet:
    """Return the form set in force today: a sheet of many dossiers is of no single one's day."""
    today = vietnam_time(workplace.clock.now().at).date()
    return FormSet.for_date(workplace.form_sets, today)


def sheet_marks(workplace: Workplace) -> Marks:
    """Return what a sheet says about its print."""
    return Marks(
        printed_at=workplace.clock.now().at,
        program_version=__version__,
        practice=workplace.enrolment.practice,
    )

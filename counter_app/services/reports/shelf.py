"""Every report that this program makes, in the order in which it is offered."""

from __future__ import annotations

from counter_app.services.reports.appointed.decisions import DECISIONS
from counter_app.services.reports.appointed.outside import OUTSIDE_REPORT
from counter_app.services.reports.asked import Report
from counter_app.services.reports.coverage.covered import COVERAGE, MISSING
from counter_app.services.reports.coverage.processes import PROCESSES_REPORT
from counter_app.services.reports.evaluation.groups import GROUPS
from counter_app.services.reports.evaluation.satisfaction import SATISFACTION
from counter_app.services.reports.evaluation.sheets import EVALUATIONS
from counter_app.services.reports.handling.breaches import BREACHES_REPORT
from counter_app.services.reports.handling.fees import FEES
from counter_app.services.reports.handling.summary import SUMMARIES
from counter_app.services.reports.handling.times import TIMES
from counter_app.services.reports.handling.uncollected import UNCOLLECTED
from counter_app.services.reports.late_letters import REPORT as LATE_LETTERS
from counter_app.services.reports.overview.report import OVERVIEW
from counter_app.services.reports.posting.lacking import POSTING_LACKING
from counter_app.services.reports.recording.bulk import BULK
from counter_app.services.reports.recording.delays import DELAYS
from counter_app.services.reports.recording.explanation import EXPLANATION
from counter_app.services.reports.recording.obstacles import OBSTACLES
from counter_app.services.reports.recording.silence import SILENCE
from counter_app.services.reports.recording.use import HOURS, USE
from counter_app.services.reports.targets.sheets import TARGETS
from counter_app.services.reports.workflow.waiting import WAITING_REPORT

REPORTS: tuple[Report, ...] = (
    *SUMMARIES,
    OVERVIEW,
    *FEES,
    UNCOLLECTED,
    TIMES,
    LATE_LETTERS,
    BREACHES_REPORT,
    DELAYS,
    BULK,
    USE,
    HOURS,
    SILENCE,
    EXPLANATION,
    OBSTACLES,
    WAITING_REPORT,
    COVERAGE,
    MISSING,
    PROCESSES_REPORT,
    POSTING_LACKING,
    DECISIONS,
    OUTSIDE_REPORT,
    *TARGETS,
    *EVALUATIONS,
    SATISFACTION,
    GROUPS,
)


def report(name: str) -> Report:
    """Return the report of a name. Raises KeyError."""
    found = next((each for each in REPORTS if each.name == name), None)
    if found is None:
        raise KeyError(name)
    return found

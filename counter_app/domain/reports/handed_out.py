"""What the log keeps of a report that left the program: enough to find it by its check code.

It is one sentence that who looks at the log can read, and that is read back here, word for word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.domain.problems import Problem
from counter_app.domain.reports.paper import days_words
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import ReportSheet, check_code
from counter_app.domain.reports.typed_period import parse_period, typed_period

_NOW = "nay"  # a report as of its moment has no period
_LETTERS = "0-9A-HJKMNP-Z"
_WORDS = re.compile(
    r"(?P<title>.*) · biểu (?P<name>\S+), kỳ (?P<period>\S+) · vị trí nhật ký (?P<position>[0-9]+)"
    rf" · mã kiểm tra (?P<code>(?:[{_LETTERS}]{{4}}-){{2}}[{_LETTERS}]{{4}})",
    re.DOTALL,
)
_CODE = re.compile(rf"([{_LETTERS}]{{4}})([{_LETTERS}]{{4}})([{_LETTERS}]{{4}})")


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A report that left: `name` is its stable key, `position` the journal's when it was made.

    `period` is None for a report as of its moment.
    """

    title: str
    name: str
    period: Period | None
    position: int
    code: str

    @property
    def words(self) -> str:
        """Return the sentence that the log keeps."""
        period = _NOW if self.period is None else typed_period(self.period)
        return (
            f"{self.title} · biểu {self.name}, kỳ {period}"
            f" · vị trí nhật ký {self.position} · mã kiểm tra {self.code}"
        )


def handed_out(sheet: ReportSheet) -> HandedOut:
    """Return what the log keeps of `sheet`."""
    title = f"{sheet.title}, {days_words(sheet)}"
    return HandedOut(title, sheet.name, sheet.period, sheet.standing.position, check_code(sheet))


def read_handed_out(words: str) -> HandedOut | None:
    """Return what a sentence of the log says; None when it is about something else."""
    found = _WORDS.fullmatch(words)
    if found is None:
        return None
    period = None if found["period"] == _NOW else parse_period(found["period"])
    if isinstance(period, Problem):
        return None
    return HandedOut(found["title"], found["name"], period, int(found["position"]), found["code"])


def read_code(typed: str) -> str | None:
    """Return a check code as sheets bear it (`QY56-97FE-EC4C`), typed from a paper; None for none.

    Small letters, spaces and missing hyphens are what hands make of it.
    """
    found = _CODE.fullmatch(re.sub(r"[\s.–-]", "", typed).upper())
    return "-".join(found.groups()) if found else None

"""A changed form set is checked wholly before it can be used: words, measures, ink on paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.form_checks.reading import read_form_set
from counter_app.domain.form_checks.whole import check_form_set
from counter_app.domain.form_sets import FormSet
from counter_app.domain.problems import Problem, only_false
from counter_app.papers.fonts import FontChoice, choose_fonts
from counter_app.papers.trial.trying import try_form_set
from counter_app.services.counter.reference import shipped_form_sets, whole_set
from counter_app.services.forms.reading import Finding, read_files


@dataclass(frozen=True, slots=True)
class Checked:
    """A set that can be read, or None, and what was found."""

    form_set: FormSet | None
    problems: tuple[Problem, ...]

    @property
    def is_usable(self) -> bool:
        """Whether nothing was found that keeps it from being used."""
        return self.form_set is not None and not only_false(self.problems)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check of files found: `wrong` keeps the set from being used, `doubtful` doesn't."""

    form_set: FormSet | None
    plain: dict[str, object]
    wrong: tuple[Finding, ...]
    doubtful: tuple[Finding, ...] = ()

    @property
    def is_usable(self) -> bool:
        """Whether the set may be taken over."""
        return self.form_set is not None and not self.wrong


def check_files(path: Path, fonts: FontChoice | None = None) -> CheckReport:
    """Check the changed set at `path`; some seconds long. Nothing is changed.

    A set may leave out forms that ship under its id: they go on as they are. Raises
    PathUnusableError for files that can't be read, NoFontsError where nothing can be printed.
    """
    files = read_files(path)
    if files.findings:
        return CheckReport(None, files.plain, tuple(files.findings))
    checked = check_plain(whole_set(files.plain), fonts)
    wrong = [files.finding(each) for each in checked.problems if each.is_false]
    doubtful = [files.finding(each) for each in checked.problems if not each.is_false]
    return CheckReport(checked.form_set, files.plain, tuple(wrong), tuple(doubtful))


def check_plain(plain: object, fonts: FontChoice | None = None) -> Checked:
    """Check a whole set given as plain JSON. Raises NoFontsError where nothing can be printed."""
    form_set, problems = read_form_set(plain)
    if form_set is None:
        return Checked(None, problems)
    problems = check_form_set(form_set, shipped_form_sets())
    if not only_false(problems):
        # Only a set whose names and measures are right can be set in type at all.
        problems = (*problems, *try_form_set(form_set, fonts or choose_fonts()))
    return Checked(form_set, problems)

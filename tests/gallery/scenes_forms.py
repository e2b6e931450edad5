"""Biểu mẫu: all well, a set that was read and passed, one that didn't."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.form_sets.form_sets import FormActs, FormSetsPresenter
from counter_app.desktop.screens.form_sets.form_sets_page import FormSetsPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.form_sets import FormSet
from counter_app.domain.problems import Problem, false
from counter_app.services.counter.reference import shipped_form_sets
from counter_app.services.forms.checking import CheckReport
from counter_app.services.forms.office_forms import KnownSet, OfficeForms, Origin
from counter_app.services.forms.own import Taken
from counter_app.services.forms.reading import Finding
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.now_jobs import NowJobs
from tests.gallery.scenes import scene

_OLD, _NEW = shipped_form_sets()
_OURS = replace(_NEW, title="Biểu mẫu theo Thông tư 03/2025/TT-VPCP, tỉnh Ví Dụ trình bày")
_KNOWN = OfficeForms(
    (
        KnownSet(_OLD, Origin.SHIPPED, Taken()),
        KnownSet(
            _OURS,
            Origin.OWN,
            Taken("Ngô Văn Thí", "2025-06-30T16:20:00+07:00", "3f9a1c77d0e24b58" * 4),
            is_todays=True,
        ),
    )
)


def _page(look: Look, report: CheckReport, *, read: bool = True) -> FormSetsPage:
    def sample(form_set: FormSet, key: str, longest: bool) -> Document:
        return Document(key, form_set.id, b"", 1)

    acts = FormActs(
        lambda: _KNOWN,
        sample,
        lambda path: report,
        lambda taken: "",
        lambda identifier: True,
        lambda document, title: None,
        lambda notice: None,
    )
    page = FormSetsPage(look, lambda view: FormSetsPresenter(view, NowJobs(), acts))
    page.presenter.refresh()
    if read:
        page.presenter.check(Path("bieu-mau-tinh"))
    return page


@scene("bieu-mau")
def forms(look: Look) -> QWidget:
    """The office's own set of today beside the older one that ships."""
    return _page(look, CheckReport(None, {}, ()), read=False)


@scene("bieu-mau-vua-doc")
def passed(look: Look) -> QWidget:
    """A changed set passed: it is looked at, then used."""
    return _page(look, CheckReport(_OURS, {}, ()))


@scene("bieu-mau-can-sua")
def refused(look: Look) -> QWidget:
    """A changed set with faults in several files."""
    found: tuple[tuple[str, str, Problem], ...] = (
        ("TT03-2025.json", "/effective_from", false("form_set_no_date")),
        ("TT03-2025/letters/guide.json", "17:3", false("form_set_not_json")),
        (
            "TT03-2025/sheets/ledger.json",
            "/margins/left",
            false("form_set_margin", least=5, most=40),
        ),
        (
            "TT03-2025/letters/apology.json",
            "/blocks/2/paragraph/text",
            false("letter_value_unknown", name="nguoi_ky"),
        ),
    )
    return _page(look, CheckReport(None, {}, tuple(Finding(*each) for each in found)))

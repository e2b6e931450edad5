"""Biểu mẫu: what an office has, who may change it, and that a bad set changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counter_app.domain.errors.catalogue import FormSetRefusedError
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.plain import to_plain
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.trial.samples import sample_papers
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.counter.workplace import Session
from counter_app.services.forms.checking import check_files, check_plain
from counter_app.services.forms.office_forms import (
    Origin,
    go_back,
    office_forms,
    sample_document,
    take_over,
)
from counter_app.store.subjects.catalogues import Catalogue
from tests.made import NOON
from tests.services.conftest import Counter
from tests.services.forms.changed import SET, copied, edit, provincial

FONTS = choose_fonts()
DECISION = Appointment("07/QĐ", NOON.date(), (), NOON.date())
ADMIN = Session(
    Officer("qt", "Ngô Văn Thí", roles=(Role.ADMIN,), appointments=(DECISION,)), "online"
)
CLERK = Session(
    Officer("cb", "Phạm Thị Ví", roles=(Role.RECEPTION,), appointments=(DECISION,)), "online"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "forms"


def test_a_changed_set_is_taken_over_and_left_again(
    counter: Counter, tmp_path: Path, folder: Path
) -> None:
    place = counter.workplace
    shipped = office_forms(place, folder, FONTS)
    assert [(each.form_set.id, each.origin) for each in shipped.sets] == [
        ("TT01-2018", Origin.SHIPPED),
        (SET, Origin.SHIPPED),
    ]
    assert [each.is_todays for each in shipped.sets] == [False, True]
    report = check_files(provincial(tmp_path / "tinh"), FONTS)
    assert take_over(place, ADMIN, folder, report) == SET
    own = office_forms(place, folder, FONTS).sets[-1]
    assert (own.origin, own.taken.who, own.is_used) == (Origin.OWN, "Ngô Văn Thí", True)
    assert own.form_set.title == "Biểu mẫu của tỉnh Ví Dụ"
    assert go_back(place, ADMIN, folder, SET)
    assert office_forms(place, folder, FONTS) == shipped


def test_only_who_may_import_lists_changes_forms(
    counter: Counter, tmp_path: Path, folder: Path
) -> None:
    report = check_files(provincial(tmp_path / "tinh"), FONTS)
    with pytest.raises(NotPermittedError):
        take_over(counter.workplace, CLERK, folder, report)
    with pytest.raises(NotPermittedError):
        go_back(counter.workplace, CLERK, folder, SET)
    assert not folder.exists()


def test_a_bad_set_changes_nothing(counter: Counter, tmp_path: Path, folder: Path) -> None:
    take_over(counter.workplace, ADMIN, folder, check_files(provincial(tmp_path / "tinh"), FONTS))
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    bad = copied(tmp_path / "sai")
    edit(bad / f"{SET}.json", lambda plain: plain.pop("effective_from"))
    with pytest.raises(FormSetRefusedError):
        take_over(counter.workplace, ADMIN, folder, check_files(bad, FONTS))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_set_sent_by_the_province_is_checked_before_it_is_used(counter: Counter) -> None:
    store, ours = counter.workplace.store, counter.workplace.reference.form_sets[-1]
    plain = to_plain(ours)
    assert isinstance(plain, dict)
    today = NOON.date()

    def passes(plain: object) -> bool:
        return check_plain(plain, FONTS).is_usable

    for version, changes in (
        ("1", {"margins": {"left": 280, "right": 280}}),
        ("2", {"basis": ""}),
        ("3", {"title": "Bộ biểu mẫu của tỉnh"}),
    ):
        body = json.dumps({**plain, **changes}).encode()
        with store.writing() as tx:
            tx.catalogues.stage(Catalogue("forms-tt03-2025", version, body))
        assert bool(activate_staged(store, today, passes)) == (version == "3")
    folder = Path("/nowhere")
    known = office_forms(counter.workplace, folder, FONTS).sets[-1]
    assert (known.origin, known.form_set.title) == (Origin.SENT, "Bộ biểu mẫu của tỉnh")


def test_a_set_of_an_older_program_that_no_longer_reads_is_named(counter: Counter) -> None:
    store = counter.workplace.store
    with store.writing() as tx:
        tx.catalogues.stage(Catalogue("forms-tt03-2025", "1", b'{"id": "TT03-2025"}'))
        tx.catalogues.activate("forms-tt03-2025", "1")
    found = office_forms(counter.workplace, Path("/nowhere"), FONTS)
    assert found.unusable == ("tt03-2025",)
    assert found.sets[-1].origin is Origin.SHIPPED


def test_every_paper_can_be_looked_at_with_sample_data(counter: Counter) -> None:
    for form_set in counter.workplace.reference.form_sets:
        for paper in sample_papers(form_set):
            document = sample_document(form_set, paper.key, FONTS)
            assert document.pdf.startswith(b"%PDF")
            assert document.form_set == form_set.id

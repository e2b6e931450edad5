"""Nhật ký and the files of own form sets say the same, whatever happens between the two."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain.acts.audit import FormSetLeft, FormSetTaken, FormSetWay
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.catalogue import FormSetNotKeptError
from counter_app.domain.errors.work import ClockDoubtfulError
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.plain import to_plain
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.counter.opening import NOBODY
from counter_app.services.counter.reference import load_reference, shipped_form_sets
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.forms.checking import CheckReport
from counter_app.services.forms.office_forms import go_back, take_over
from counter_app.services.forms.own import OwnForms, keep_own, load_own
from counter_app.services.forms.taking import go_from_own, record_found, take_own
from counter_app.services.inspecting.log import Group, LogLine, LogQuestion, log
from counter_app.services.printing.receipt_paper import form_set_of
from counter_app.services.printing.sheets.office import todays_forms
from counter_app.store.subjects.catalogues import Catalogue
from counter_app.store.views.day_acts import ActRow
from tests.made import NOON, person
from tests.services.conftest import Counter

SHIPPED = shipped_form_sets()[-1]
OURS = replace(SHIPPED, title="Biểu mẫu của tỉnh Ví Dụ")
PLAIN = to_plain(OURS)
DECISION = Appointment("07/QĐ", NOON.date(), (), NOON.date())
ADMIN = Session(
    Officer("qt", "Ngô Văn Thí", roles=(Role.ADMIN,), appointments=(DECISION,)), "online"
)
ACCOUNT = "tài khoản máy quay-12"


def plain() -> dict[str, object]:
    assert isinstance(PLAIN, dict)
    return dict(PLAIN)


REPORT = CheckReport(OURS, plain(), ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "forms"


def acts(counter: Counter) -> tuple[ActRow, ...]:
    today = counter.clock.at.date()
    with counter.workplace.store.reading() as tx:
        return tx.day_acts.between(today, today, (Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT))


def seen(counter: Counter, session: Session) -> tuple[LogLine, ...]:
    today = counter.clock.at.date()
    return log(counter.workplace, session, LogQuestion(today, today, Group.CHANGED)).lines


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / f"{OURS.id}.json").read_bytes()).hexdigest()


def come(counter: Counter, name: str, body: dict[str, object]) -> None:
    """Let a list of the province come, and a form be opened."""
    place = counter.workplace
    with place.store.writing() as tx:
        tx.catalogues.stage(Catalogue(name, "2", json.dumps(body).encode()))
    assert activate_staged(place.store, counter.clock.at.date()) == (name,)
    with place.store.reading() as tx:
        names = [line.name for line in tx.catalogues.listing()]
        bodies = {each: found.body for each in names if (found := tx.catalogues.active(each))}
    place.renewed(load_reference(bodies.get, names))


def own(folder: Path, *, passes: bool = True) -> OwnForms:
    """Return what an opening finds in the folder."""
    return load_own(folder, lambda plain: passes)


def test_who_when_which_and_its_digest_are_in_the_log(counter: Counter, folder: Path) -> None:
    place = counter.workplace
    take_over(place, ADMIN, folder, REPORT)
    kept = digest(folder)
    counter.clock.go(minutes=5)
    go_back(place, ADMIN, folder, OURS.id)
    taken, left = acts(counter)
    assert taken.body == FormSetTaken(OURS.id, kept, OURS.effective_from)
    assert left.body == FormSetLeft(OURS.id, kept)
    assert {row.entry.officer for row in (taken, left)} == {"qt"}
    assert left.entry.occurred_at - taken.entry.occurred_at == timedelta(minutes=5)
    # An administrator sees no dossiers, but what forms are about.
    newest, oldest = seen(counter, ADMIN)
    assert newest.title == "Bỏ bộ biểu mẫu của đơn vị"
    assert oldest.title == "Nhận bộ biểu mẫu của đơn vị"
    assert oldest.detail.startswith("TT03-2025 · có hiệu lực từ 01/07/2025 · SHA-256 ")
    assert oldest.detail.replace(" ", "").endswith(kept)
    assert (oldest.counter, oldest.at) == ("12", NOON)


def test_the_next_paper_is_of_the_new_set_without_a_restart(counter: Counter, folder: Path) -> None:
    place, session = counter.workplace, counter.session
    before = receive(place, session, Reception("1.001193", person()))
    begun = form_set_of(place, before.received.form_set)  # a paper that is being made
    take_over(place, ADMIN, folder, REPORT)
    assert begun.title == SHIPPED.title
    assert form_set_of(place, before.received.form_set).title == OURS.title
    assert todays_forms(place).title == OURS.title
    assert place.form_sets[0] == shipped_form_sets()[0]
    go_back(place, ADMIN, folder, OURS.id)
    assert place.form_sets == shipped_form_sets()


def test_a_set_of_a_new_circular_counts_from_its_day(counter: Counter, folder: Path) -> None:
    place, session = counter.workplace, counter.session
    new = replace(OURS, id="TT09-2026", effective_from=NOON.date())
    plain = to_plain(new)
    assert isinstance(plain, dict)
    take_over(place, ADMIN, folder, CheckReport(new, plain, ()))
    dossier = receive(place, session, Reception("1.001193", person()))
    assert dossier.received.form_set == "TT09-2026"
    go_back(place, ADMIN, folder, "TT09-2026")
    assert form_set_of(place, dossier.received.form_set) == SHIPPED
    assert receive(place, session, Reception("1.001193", person())).received.form_set == SHIPPED.id


def test_a_mended_set_is_no_longer_named_unusable(counter: Counter, folder: Path) -> None:
    place = counter.workplace
    place.renewed(replace(place.reference, unusable_forms=(OURS.id, "khac")))
    take_over(place, ADMIN, folder, REPORT)
    assert place.unusable_forms == ("khac",)


def test_what_the_province_sends_counts_after_a_taking_over_too(
    counter: Counter, folder: Path
) -> None:
    place = counter.workplace
    new = {**plain(), "id": "TT09-2026", "effective_from": NOON.date().isoformat()}
    changed = {**plain(), "title": "Biểu mẫu mới của tỉnh"}
    take_over(place, ADMIN, folder, REPORT)
    come(counter, "forms-tt09-2026", new)
    come(counter, f"forms-{OURS.id.lower()}", changed)
    by_id = {each.id: each for each in place.form_sets}
    assert todays_forms(place).id == "TT09-2026"
    assert by_id[OURS.id].title == OURS.title  # the office's own goes before
    go_back(place, ADMIN, folder, OURS.id)
    by_id = {each.id: each for each in place.form_sets}
    assert by_id[OURS.id].title == "Biểu mẫu mới của tỉnh"


def test_a_taking_over_beside_books_that_were_read_before_it_stays(
    counter: Counter, folder: Path
) -> None:
    place = counter.workplace
    read_before = replace(place.reference)
    take_over(place, ADMIN, folder, REPORT)
    place.renewed(read_before)
    assert todays_forms(place).title == OURS.title


def test_a_disk_that_refuses_leaves_no_act(counter: Counter, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("here is a file")
    with pytest.raises(FormSetNotKeptError):
        take_over(counter.workplace, ADMIN, folder, REPORT)
    assert acts(counter) == ()
    assert counter.workplace.form_sets == shipped_form_sets()


def test_a_wrong_clock_leaves_no_file(counter: Counter, folder: Path) -> None:
    receive(counter.workplace, counter.session, Reception("1.001193", person()))
    counter.clock.go(days=-3)
    with pytest.raises(ClockDoubtfulError):
        take_over(counter.workplace, ADMIN, folder, REPORT)
    assert not folder.exists()


def test_the_command_line_names_the_account_not_an_officer(counter: Counter, folder: Path) -> None:
    place = counter.workplace
    take_own(place, folder, OURS, plain(), ACCOUNT)
    assert not go_from_own(place, folder, "TT01-2018", ACCOUNT)
    assert go_from_own(place, folder, OURS.id, ACCOUNT)
    taken, left = acts(counter)
    assert {row.entry.officer for row in (taken, left)} == {NOBODY}
    assert isinstance(taken.body, FormSetTaken)
    assert (taken.body.way, taken.body.by) == (FormSetWay.COMMAND, ACCOUNT)
    assert f"tại dòng lệnh · {ACCOUNT}" in seen(counter, ADMIN)[0].detail
    assert seen(counter, ADMIN)[0].officer == "Máy quầy"


def test_what_a_power_cut_hid_is_told_at_the_next_opening(counter: Counter, folder: Path) -> None:
    place = counter.workplace
    keep_own(folder, plain(), "Ngô Văn Thí", NOON)  # and then the light went out
    assert record_found(place, own(folder)) == 1
    assert record_found(place, own(folder)) == 0
    (row,) = acts(counter)
    assert row.body == FormSetTaken(
        OURS.id, digest(folder), OURS.effective_from, FormSetWay.FOUND, "Ngô Văn Thí"
    )


def test_an_act_of_the_page_is_told_once(counter: Counter, folder: Path) -> None:
    take_over(counter.workplace, ADMIN, folder, REPORT)
    assert record_found(counter.workplace, own(folder)) == 0
    go_back(counter.workplace, ADMIN, folder, OURS.id)
    assert record_found(counter.workplace, own(folder)) == 0


def test_files_changed_by_hand_are_told(counter: Counter, folder: Path) -> None:
    place, file = counter.workplace, folder / f"{OURS.id}.json"
    take_over(place, ADMIN, folder, REPORT)
    first = digest(folder)
    file.write_text(json.dumps({**plain(), "title": "Sửa tay"}), encoding="utf-8")
    assert record_found(place, own(folder)) == 1
    changed = digest(folder)
    assert record_found(place, own(folder, passes=False)) == 1
    assert record_found(place, own(folder)) == 1
    file.unlink()
    assert record_found(place, own(folder)) == 1
    bodies = [row.body for row in acts(counter)]
    assert bodies == [
        FormSetTaken(OURS.id, first, OURS.effective_from),
        FormSetTaken(OURS.id, changed, OURS.effective_from, FormSetWay.FOUND),
        FormSetLeft(OURS.id, changed, FormSetWay.UNUSABLE),
        FormSetTaken(OURS.id, changed, OURS.effective_from, FormSetWay.FOUND),
        FormSetLeft(OURS.id, changed, FormSetWay.FOUND),
    ]

from __future__ import annotations

import json
from datetime import date, timedelta

from counter_app.config import Folders, resource
from counter_app.domain.plain import to_plain
from counter_app.services.counter.catalogues import activate_staged, keep_procedures
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.support.finding import Finding
from counter_app.services.support.home_checks import Ground, Reached, home_checks
from counter_app.store.subjects.catalogues import Catalogue
from tests.services.conftest import Counter

TODAY = date(2026, 11, 20)


def books(counter: Counter) -> Reference:
    with counter.workplace.store.reading() as tx:

        def active(name: str) -> bytes | None:
            found = tx.catalogues.active(name)
            return found.body if found else None

        return load_reference(active, [line.name for line in tx.catalogues.listing()])


def stage(counter: Counter, name: str, version: str, body: bytes, **more: object) -> None:
    with counter.workplace.store.writing() as tx:
        tx.catalogues.stage(Catalogue(name, version, body, **more))  # type: ignore[arg-type]


def test_an_imported_list_is_used_after_activation(counter: Counter) -> None:
    procedures = counter.workplace.reference.procedures.procedures[:3]
    store = counter.workplace.store
    assert keep_procedures(store, procedures, version="2026.11", valid_from=TODAY)
    assert not keep_procedures(store, procedures, version="2026.11", valid_from=TODAY)
    assert books(counter).procedures.version != "2026.11"
    assert activate_staged(store, TODAY) == ("procedures",)
    assert books(counter).procedures.procedures == procedures
    assert activate_staged(store, TODAY) == ()


def test_a_list_of_tomorrow_waits(counter: Counter) -> None:
    procedures = counter.workplace.reference.procedures.procedures[:3]
    store = counter.workplace.store
    tomorrow = TODAY + timedelta(days=1)
    keep_procedures(store, procedures, version="2026.12", valid_from=tomorrow)
    assert activate_staged(store, TODAY) == ()
    assert activate_staged(store, tomorrow) == ("procedures",)


def test_a_list_that_cannot_be_read_is_never_used(counter: Counter) -> None:
    for number, body in enumerate((b"{", b"[]", b'{"version": 5}', b"\xff")):
        stage(counter, "calendar", f"bad-{number}", body)
    stage(counter, "menu", "1", b"{}")
    assert activate_staged(counter.workplace.store, TODAY) == ()
    assert books(counter).calendar == counter.workplace.reference.calendar


def test_a_form_set_of_the_province_takes_the_place_of_ours(counter: Counter) -> None:
    ours = counter.workplace.reference.form_sets
    plain = to_plain(ours[-1])
    assert isinstance(plain, dict)
    plain["title"] = "Bộ biểu mẫu của tỉnh"
    stage(counter, f"forms-{ours[-1].id.lower()}", "2", json.dumps(plain).encode())
    assert len(activate_staged(counter.workplace.store, TODAY)) == 1
    found = books(counter).form_sets
    assert [each.id for each in found] == [each.id for each in ours]
    assert found[-1].title == "Bộ biểu mẫu của tỉnh"


def test_the_shipped_lists_are_whole() -> None:
    shipped = load_reference(lambda name: None)
    assert len(shipped.procedures.procedures) >= 25
    assert shipped.centre.counters
    assert resource("centre", "roles.json").exists()
    assert all(procedure.sample for procedure in shipped.procedures.procedures)


def test_a_table_of_roles_that_is_refused_is_told_by_the_check(counter: Counter) -> None:
    place = counter.workplace
    files = SealedFiles.beside(place.store.path, bytes(32))
    ground = Ground(Folders.at(place.store.path.parent), place, files, lambda: Reached(""))
    fine = home_check(ground)
    assert (fine.ok, fine.found) == (True, f"bảng {counter.workplace.reference.roles.version}")
    stage(counter, "roles", "2", b'{"version": "2", "lines": []}')
    assert activate_staged(counter.workplace.store, TODAY) == ()
    told = home_check(ground)
    assert (told.ok, told.code) == (False, "roles.nobody_may")
    assert "không ai được làm việc: tiếp nhận hồ sơ" in told.found
    assert told.next


def home_check(ground: Ground) -> Finding:
    return next(each for each in home_checks(ground) if each.what == "Vai trò")

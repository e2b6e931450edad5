"""Lists that the province sent come into use when the next form opens, not in the middle of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from counter_app.domain.journal.canonical import canonical
from counter_app.domain.plain import to_plain
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.store.subjects.catalogues import Catalogue, CatalogueState
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import Seen

NEW = Procedure("9.000001", "Thủ tục mới của tỉnh", version="7", field_name="Thử")


def with_lists(desktop: Desktop) -> Seen:
    place = desktop.desk.workplace

    def renew() -> Reference | None:
        if not activate_staged(place.store, place.clock.now().at.date()):
            return None
        with place.store.reading() as tx:
            found = tx.catalogues.active("procedures")
        assert found is not None
        return load_reference(lambda name: found.body if name == "procedures" else None)

    place.renew = renew
    return Seen(desktop)


def send_list(desktop: Desktop, version: str = "2099.1", days: int = 0) -> None:
    place = desktop.desk.workplace
    old = place.reference.procedures
    begins = desktop.desk.today() + timedelta(days=days)
    listed = replace(old, version=version, procedures=(*old.procedures, NEW))
    with place.store.writing() as tx:
        tx.catalogues.stage(
            Catalogue("procedures", version, canonical(to_plain(listed)), b"x", valid_from=begins)
        )


def finds_new(seen: Seen) -> bool:
    return (
        seen.desktop.desk.workplace.reference.procedures.version_on(
            NEW.code, seen.desktop.desk.today()
        )
        is not None
    )


def test_in_use_at_the_next_form(desktop: Desktop) -> None:
    seen = with_lists(desktop)
    seen.card()
    seen.page.type_phone("0912345678")
    seen.page.enter()
    send_list(desktop)
    assert not finds_new(seen), "never in the middle of a form"
    seen.page.park()  # F2: the next form opens
    assert finds_new(seen)
    store = desktop.desk.workplace.store
    with store.reading() as tx:
        states = {line.version: line.state for line in tx.catalogues.listing()}
    assert states["2099.1"] is CatalogueState.ACTIVE


def test_a_list_of_tomorrow_comes_into_use_tomorrow(desktop: Desktop) -> None:
    """The window stays open over midnight; nobody starts the program anew."""
    seen = with_lists(desktop)
    send_list(desktop, days=1)
    seen.page.park()
    assert not finds_new(seen)
    desktop.counter.clock.go(days=1)
    seen.page.park()
    assert finds_new(seen)


def test_what_was_in_use_is_kept_for_older_dossiers(desktop: Desktop) -> None:
    seen = with_lists(desktop)
    for version in ("2099.1", "2099.2"):
        send_list(desktop, version)
        seen.page.park()
    with desktop.desk.workplace.store.reading() as tx:
        states = {line.version: line.state for line in tx.catalogues.listing()}
        assert tx.catalogues.get("procedures", "2099.1") is not None
    assert states == {"2099.1": CatalogueState.PAST, "2099.2": CatalogueState.ACTIVE}

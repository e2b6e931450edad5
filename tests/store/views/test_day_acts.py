"""Acts of days: the log's pages, newest first, and what a piece of a code finds."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.journal.outcome import Outcome, State
from tests.store.conftest import START, Office

TODAY = START.date()


def look(office: Office, what: str, officer: str = "o1") -> None:
    with office.store.writing() as tx:
        tx.journal.append(
            Kind.VIEWED,
            Viewed(what),
            uid=office.new_id(),
            author=Author(officer, "online", "quay-1"),
            occurred_at=office.tick(),
            clock_quality=ClockQuality.SYNCED,
        )


def test_newest_first_page_by_page(office: Office) -> None:
    for number in range(5):
        office.register(f"Nguyễn Thị {number}")
    with office.store.reading() as tx:
        whole = tx.day_acts.latest(TODAY, TODAY)
        first = tx.day_acts.latest(TODAY, TODAY, limit=2)
        second = tx.day_acts.latest(TODAY, TODAY, before=first[-1].position, limit=2)
        oldest = tx.day_acts.between(TODAY, TODAY)
    assert [row.position for row in whole] == sorted((row.position for row in oldest), reverse=True)
    assert (*first, *second) == whole[:4]
    assert all(row.dossier and row.code for row in whole)


def test_days_kinds_and_officers(office: Office) -> None:
    uid = office.register()
    office.act(Told(ContactWay.PHONE, "đã báo"), uid)
    look(office, "H00.15-250718-0001", "o2")
    with office.store.reading() as tx:
        latest = tx.day_acts.latest
        assert latest(TODAY + timedelta(days=1), TODAY + timedelta(days=9)) == ()
        assert [row.entry.kind for row in latest(TODAY, TODAY, (Kind.TOLD,))] == [Kind.TOLD]
        assert [row.entry.kind for row in latest(TODAY, TODAY, officer="o2")] == [Kind.VIEWED]


def test_about_a_code(office: Office) -> None:
    first, second = office.register(), office.register()
    office.act(Told(ContactWay.PHONE, "đã báo"), second)
    with office.store.reading() as tx:
        code = tx.dossiers.get(second).code  # type: ignore[union-attr]
    look(office, code)
    look(office, "0011••••0123")
    with office.store.reading() as tx:
        found = tx.day_acts.latest(TODAY, TODAY, about=code)
        piece = tx.day_acts.latest(TODAY, TODAY, about=code[-6:])
        nobody = tx.day_acts.latest(TODAY, TODAY, about="%_%")
        person = tx.day_acts.latest(TODAY, TODAY, about="0011••••0123")
    assert [row.entry.kind for row in found] == [Kind.VIEWED, Kind.TOLD, Kind.RECEIVED]
    assert piece == found
    assert nobody == ()
    assert [row.entry.kind for row in person] == [Kind.VIEWED]
    assert first not in {row.dossier for row in found}


def test_what_was_superseded_is_in_the_log_and_not_in_the_books(office: Office) -> None:
    uid = office.register()
    with office.store.writing() as tx:
        entry = tx.dossiers.timeline(uid)[0].entry.uid
        tx.deliveries.answered(entry, Outcome(State.SUPERSEDED))
    with office.store.reading() as tx:
        assert [row.state for row in tx.day_acts.latest(TODAY, TODAY)] == [State.SUPERSEDED]
        assert tx.day_acts.between(TODAY, TODAY) == ()

"""A machine that takes another's place never gives a letter a number that stands on a paper."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path

from counter_app.domain.acts.kinds import KINDS, Kind
from counter_app.domain.acts.serials import NUMBERED, Serial, serial_of
from counter_app.domain.acts.steps import SupplementItem
from counter_app.services.apologising.batch import Wish, pending, prepare
from counter_app.services.apologising.recording import record_batch
from counter_app.services.keeping.second_journal import SecondJournal
from counter_app.services.keeping.second_journal import prepare as prepare_stick
from counter_app.services.late.standing import late_stand
from counter_app.services.leaving.replacing import replaceable, take_out_of_service
from counter_app.services.leaving.taking_over import take_over
from counter_app.services.steps.closing import refuse, stop
from counter_app.services.steps.recording import complain
from counter_app.services.steps.supplement import ask_supplement
from counter_app.services.steps.timing import apologise
from counter_app.services.visitor.turning_away import turn_away
from counter_app.store.store import Store
from counter_app.vault.province_key import province_key_text
from tests.made import NOON, person
from tests.services.books.year import AGAIN, HEAD, received
from tests.services.conftest import Counter
from tests.services.keeping.second import PLACE, PROVINCE, device

KEY = b"k" * 32
SERIES = {"HDHS": 1, "TCHS": 2, "PXL": 5, "DGQ": 1, "PAKN": 1}
"""How many numbers of each the day below takes."""


def letters(counter: Counter) -> None:
    """Take a number for a letter of every kind, alone and in a batch."""
    place, session = counter.workplace, counter.session
    asked, refused, stopped, *late = (received(counter, f"Trần Thị Mẫu {n}") for n in range(7))
    ask_supplement(place, session, asked.uid, [SupplementItem("Ảnh 4 × 6", "ảnh cũ")])
    refuse(place, HEAD, refused.uid, "Không thuộc thẩm quyền")
    turn_away(place, session, AGAIN, person("Hồ Thị Thử"), "Thiếu giấy tờ chính", "Bổ sung")
    complain(place, session, stopped.uid, "Chờ lâu")
    stop(place, HEAD, stopped.uid, "Người nộp không bổ sung")
    counter.clock.go(days=30)
    apologise(place, session, late[0].uid, "Quá tải")
    batch = prepare(place, session, wishes(counter)[:3])
    record_batch(place, session, batch.id, [batch.letters[2].uid], "viết lại")
    prepare(place, session, wishes(counter))


def wishes(counter: Counter) -> list[Wish]:
    day = counter.clock.at.date() + timedelta(days=7)
    stand = late_stand(counter.workplace)
    return [
        Wish(each.line.uid, "Chờ xác minh", each.expected or day, each.line.due_at, each.letters)
        for each in stand.without
    ]


def test_every_series_goes_on(counter: Counter, tmp_path: Path, new_store: Path) -> None:
    place = counter.workplace
    letters(counter)
    waits = pending(place)
    assert waits is not None
    assert replaceable(place).letters == len(waits.letters) == 1
    take_out_of_service(place, HEAD, place.enrolment.device)
    assert pending(place) is None

    chosen = tmp_path / "stick"
    chosen.mkdir()
    enrolment = dataclasses.replace(
        place.enrolment, recovery_key=PLACE.recovery_key, earlier_keys=(device().public,)
    )
    prepare_stick(chosen, enrolment)
    SecondJournal(place.store, chosen, enrolment, KEY, device()).catch_up(counter.clock.at)
    key_file = tmp_path / "province.key"
    key_file.write_text(province_key_text(PROVINCE.private), encoding="utf-8")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "store.db").write_bytes(new_store.read_bytes())
    store = Store.open(tmp_path / "new" / "store.db", None)
    try:
        with store.writing() as tx:
            tx.journal.begin_chain("01936000-0000-7000-8000-00000000c0df")
        take_over(store, b"n" * 32, enrolment, chosen, key_file)
        with store.writing() as tx:
            year = NOON.year
            found = {each: tx.numbers.next_serial(f"{each}-12", year) for each in SERIES}
    finally:
        store.close()
    assert found == {each: last + 1 for each, last in SERIES.items()}


def test_the_feed_counts_every_act_that_bears_a_number(counter: Counter) -> None:
    letters(counter)
    told: dict[Kind, Serial] = {}
    with counter.workplace.store.reading() as tx:
        acts, _ = tx.own_acts.since(0, 1000)
        for act in acts:
            kept = tx.journal.get(act.entry.uid)
            assert kept is not None
            assert kept.body is not None
            if serial := serial_of(kept.body, act.entry.occurred_at):
                told[KINDS[type(kept.body)]] = serial
    assert {Kind.APOLOGY_SENT, Kind.REFUSED, Kind.TURNED_AWAY, Kind.NUMBER_VOID} <= set(told)
    assert set(told) <= NUMBERED

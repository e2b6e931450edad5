"""Rows of the store: register, card, search as you type, receipt scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from counter_app.bench import people
from counter_app.bench.counter import Counter, code_of
from counter_app.bench.figures import (
    Row,
    compared,
    count,
    milliseconds,
    over_rounds,
    percentile,
)
from counter_app.bench.floors.sqlite import BareSearch, BareWriter
from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.entry import body_bytes
from counter_app.domain.people.citizen_card import CardReading, person_of, read_card
from counter_app.domain.text import words
from counter_app.services.counter.reference import unit_table
from counter_app.services.dossiers.stepping import find

REGISTER_P50, REGISTER_P99 = 10.0, 5.0
CARD_P95 = 150.0
SEARCH_TIMES, SEARCH_P99 = 3.0, 60.0
SCAN_P99 = 100.0
SEARCH_SIZE = 1_000_000
"""Dossiers for which the ratio is asked: in a small store what is fixed outweighs the search."""

CODE = "code"
PAGE = 51
"""A page of the list and one more, to know whether another follows."""

_STRIDE = 7_919


def register(counter: Counter, folder: Path, key: bytes, rounds: int, acts: int) -> list[Row]:
    """Measure F9 → committed against a raw insert, and against one with a durable file."""
    floor = BareWriter(folder, key)
    data = body_bytes(counter.receive(counter.reception()).received)
    ours: list[list[float]] = []
    inserts: list[list[float]] = []
    durable: list[list[float]] = []
    for _ in range(rounds):
        for times in (ours, inserts, durable):
            times.append([])
        for _ in range(acts):
            ours[-1].append(milliseconds(counter.receive, counter.reception()))
            inserts[-1].append(milliseconds(floor.insert, data))
            durable[-1].append(inserts[-1][-1] + milliseconds(floor.replace_file, data))
    floor.close()
    usual = compared(ours, inserts, 50)
    slow = compared(ours, durable, 99)
    at = count(counter.dossiers)
    return [
        Row(
            "register_p50", f"F9 → đã ghi, {at} hồ sơ, p50", usual.value, "ms",
            f"≤ {REGISTER_P50:.0f} × chèn một dòng", usual.ratio <= REGISTER_P50,
            usual.floor, usual.ratio, rounds * acts,
        ),
        Row(
            "register_p99", f"F9 → đã ghi, {at} hồ sơ, p99", slow.value, "ms",
            f"≤ {REGISTER_P99:.0f} × chèn + ghi một tệp", slow.ratio <= REGISTER_P99,
            slow.floor, slow.ratio, rounds * acts,
        ),
    ]  # fmt: skip


def card(counter: Counter, rounds: int, acts: int) -> Row:
    """Measure card text → person, today's unit of the address, open dossiers of the person."""
    today = vietnam_time(counter.workplace.clock.now().at).date()
    unit_table()  # the program reads it once, before the first card
    times = []
    for number in range(rounds):
        cards = [people.card(each) for each in sample(counter, acts, number)]
        times.append([milliseconds(_person_on, card, counter, today) for card in cards])
    p95 = over_rounds(times, 95)
    return Row(
        "card", f"quét thẻ → người, {count(counter.dossiers)} hồ sơ, p95", p95, "ms",
        f"≤ {CARD_P95:.0f} ms", p95 <= CARD_P95, samples=rounds * acts,
    )  # fmt: skip


def search(counter: Counter, key: bytes, rounds: int, acts: int) -> Row:
    """Measure each key of names, phones, codes and identity numbers, newest first.

    The ratio is over what the full-text index answers; codes have an index of their own.
    """
    floor = BareSearch(counter.workplace.store.path, key)
    ours: list[list[float]] = []
    through_index: list[list[float]] = []
    bare: list[list[float]] = []
    kinds: dict[str, list[float]] = {}
    for number in range(rounds):
        for times in (ours, through_index, bare):
            times.append([])
        for place, (kind, text) in enumerate(typed(counter, acts, number)):
            wanted = words(text)
            # In turns: whoever comes second finds the file's pages in the system's memory.
            raw = milliseconds(floor.match, wanted, PAGE) if place % 2 else 0.0
            took = milliseconds(as_typed, counter, text)
            raw = raw or milliseconds(floor.match, wanted, PAGE)
            ours[-1].append(took)
            kinds.setdefault(kind, []).append(took)
            if kind != CODE:
                through_index[-1].append(took)
                bare[-1].append(raw)
    floor.close()
    p99 = over_rounds(ours, 99)
    against = compared(through_index, bare, 99)
    return Row(
        "search", f"gõ tìm, {count(counter.dossiers)} hồ sơ, p99", p99, "ms",
        f"≤ {SEARCH_TIMES:.0f} × FTS5 trần, ≤ {SEARCH_P99:.0f} ms",
        against.ratio <= SEARCH_TIMES and p99 <= SEARCH_P99,
        against.floor, against.ratio, rounds * acts,
        note="" if counter.dossiers >= SEARCH_SIZE else
        f"tỉ số đặt cho {count(SEARCH_SIZE)} hồ sơ; kho nhỏ hơn thì phần cố định át phần tìm",
        details={f"p99_{kind}": percentile(times, 99) for kind, times in kinds.items()}
        | {"p50": over_rounds(ours, 50), "floor_p50": over_rounds(bare, 50)},
    )  # fmt: skip


def scan(counter: Counter, key: bytes, rounds: int, acts: int) -> Row:
    """Measure receipt scan → dossier against a bare look-up in the index."""
    floor = BareSearch(counter.workplace.store.path, key)
    ours: list[list[float]] = []
    bare: list[list[float]] = []
    for number in range(rounds):
        codes = [code_of(counter, each) for each in sample(counter, acts, number)]
        ours.append([milliseconds(find, counter.workplace, f"*{code}*\r") for code in codes])
        bare.append([milliseconds(floor.key_of, code) for code in codes])
    floor.close()
    found = compared(ours, bare, 99)
    return Row(
        "scan", f"quét giấy hẹn → hồ sơ, {count(counter.dossiers)} hồ sơ, p99", found.value, "ms",
        f"≤ {SCAN_P99:.0f} ms", found.value <= SCAN_P99, found.floor, found.ratio, rounds * acts,
    )  # fmt: skip


def as_typed(counter: Counter, text: str) -> object:
    """Search for what stands in the field."""
    with counter.workplace.store.reading() as tx:
        return tx.search.find(text)


def typed(counter: Counter, acts: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) of `acts` keystrokes, words of names as often as all else together."""
    for place, number in enumerate(sample(counter, acts, seed)):
        whole = people.name(number).lower()
        if place % 2 == 0:
            yield "name", whole[: 2 + place // 2 % (len(whole) - 1)]
        elif place % 6 == 1:
            yield "phone", people.phone(number)[: 4 + place // 6 % 7]
        elif place % 6 == 3:
            yield "identity", people.identity_number(number)[: 6 + place // 6 % 7]
        else:
            code = code_of(counter, number)
            yield CODE, code[: 8 + place // 6 % (len(code) - 7)]


def sample(counter: Counter, acts: int, seed: int) -> Iterator[int]:
    """Yield `acts` numbers of dossiers that are there, spread over all of them."""
    for place in range(acts):
        yield (seed * 31 + place * _STRIDE) % counter.dossiers


def _person_on(card: str, counter: Counter, today: date) -> None:
    reading = read_card(card, today)
    assert isinstance(reading, CardReading)
    person = person_of(reading)
    unit_table().resolve(person.address.original)
    with counter.workplace.store.reading() as tx:
        tx.dossiers.open_of_person(person.identity.number)

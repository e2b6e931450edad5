"""Rows of the wire: how fast a queue drains into a real server, near and far away."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

import requests

from counter_app.bench.counter import Counter, Progress, at_work
from counter_app.bench.figures import Row, count, median
from counter_app.bench.server import ServerProcess, SlowLine
from counter_app.contract.entries import WireEntry
from counter_app.contract.numbers import BlockRequest, WireWish
from counter_app.domain.acts.steps import HandedOver, PrintProof
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.number_block import Lane
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.receipt_paper import RECEIPT, Document, record_printed
from counter_app.sync.doors import Doors
from counter_app.sync.push import push

DRAIN = 2.0
WIRE_BYTES = 700.0
FAR_SECONDS = 30.0
ONE_WAY = 0.040
"""Seconds: a round trip of 80 ms."""

_OF_ENTRIES = 10_000
A_DOSSIER = 3  # entries: received, printed, handed over
_BLOCK = 3_500
_MOST_PUSHES = 1_000


class Enrolled(Protocol):
    """A counter that was enrolled with a server."""

    @property
    def workplace(self) -> Workplace:
        """What its services work with."""

    def doors(self, url: str) -> Doors:
        """Return its doors, to the server as it is reached at `url`."""


class Enrol(Protocol):
    """Enrols a new home; only the composition root can."""

    def __call__(self, folder: Path, url: str, code: str) -> AbstractContextManager[Enrolled]:
        """Return the enrolled counter in `folder`; its store is encrypted."""


@dataclasses.dataclass(frozen=True, slots=True)
class Drained:
    """What one emptying of the queue took: entries, seconds, bytes of bodies as sent."""

    entries: int
    seconds: float
    sent: int


@dataclasses.dataclass(frozen=True, slots=True)
class Queue:
    """Entries that are sent `near`, over loopback, and `far`; bare `posts` in each of `rounds`."""

    near: int
    far: int
    rounds: int
    posts: int


def drain(folder: Path, enrol: Enrol, queue: Queue, progress: Progress) -> list[Row]:
    """Measure how a queue drains over loopback, and with a round trip of 80 ms."""
    with ServerProcess(folder / "server") as server:
        home = folder / "enrolled"
        with enrol(home, server.url, server.one_time_code("1")) as enrolled:
            counter = at_work(enrolled.workplace)
            doors = enrolled.doors(server.url)
            whole = sum(-(-each // A_DOSSIER) for each in (queue.near, queue.far))
            take_numbers(doors, whole)
            worked = 0

            def worked_one() -> None:
                nonlocal worked
                worked += 1
                progress(worked, whole)

            work(counter, queue.near, worked_one)
            entry = _one_entry(counter)
            raw = [_raw_posts(server.url, entry, queue.posts) for _ in range(queue.rounds)]
            drained = _empty(doors)
            work(counter, queue.far, worked_one)
            with SlowLine(server.url, ONE_WAY) as line:
                slow = _empty(enrolled.doors(line.url))
    return [*_near_rows(drained, median(raw)), _far_row(slow)]


def _near_rows(drained: Drained, raw: float) -> list[Row]:
    rate = drained.entries / drained.seconds
    size = drained.sent / drained.entries
    return [
        Row(
            "drain", f"gửi hàng đợi {count(drained.entries)} bút toán", rate, "bút toán/s",
            f"≥ {DRAIN:.0f} × POST từng cái", rate / raw >= DRAIN, raw, rate / raw, drained.entries,
            note="sàn: POST lần lượt JSON một bút toán tới địa chỉ không làm gì của chính máy chủ",
        ),
        Row(
            "wire_bytes", "byte trên đường truyền mỗi bút toán", size, "byte",
            f"≤ {WIRE_BYTES:.0f} byte", size <= WIRE_BYTES, samples=drained.entries,
        ),
    ]  # fmt: skip


def _far_row(slow: Drained) -> Row:
    seconds = slow.seconds / slow.entries * _OF_ENTRIES
    measured = slow.entries >= _OF_ENTRIES
    return Row(
        "drain_far", f"gửi {count(_OF_ENTRIES)} bút toán, khứ hồi 80 ms", seconds, "s",
        f"≤ {FAR_SECONDS:.0f} s", seconds <= FAR_SECONDS, samples=slow.entries,
        note="" if measured else f"tính theo tỉ lệ từ {count(slow.entries)} bút toán đã gửi",
    )  # fmt: skip


def take_numbers(doors: Doors, wanted: int) -> None:
    """Ask for enough numbers of today at once, as no real counter would."""
    today = datetime.now(VIETNAM).date()
    wishes = tuple(
        WireWish(agency=doors.agency, day=today, lane=lane, size=min(_BLOCK, wanted))
        for lane in (Lane.NEAR, Lane.FAR)
    )
    answer = doors.gateway.blocks(
        BlockRequest(
            device=doors.device, epoch=doors.epoch, request_id=doors.new_id(), wishes=wishes
        )
    )
    with doors.store.writing() as tx:
        tx.numbers.add(block.block() for block in answer.blocks)


def work(counter: Counter, entries: int, worked: Callable[[], None]) -> None:
    """Receive, print and hand over until about `entries` wait."""
    place, session = counter.workplace, counter.session
    form_set = place.form_sets[-1].id
    for _ in range(-(-entries // A_DOSSIER)):
        dossier = counter.receive(counter.reception())
        paper = Document(RECEIPT, form_set, dossier.code.encode(), copies=2)
        record_printed(place, session, dossier, paper, PrintProof.FILE)
        record(place, session, dossier.uid, HandedOver("Phòng chuyên môn"))
        worked()


def _one_entry(counter: Counter) -> bytes:
    """Return the JSON of one entry, as it would go alone."""
    with counter.workplace.store.reading() as tx:
        outgoing = tx.deliveries.waiting(counter.workplace.clock.now().at, 1)[0]
    return WireEntry.of(outgoing.entry, outgoing.data).model_dump_json(by_alias=True).encode()


def _raw_posts(url: str, entry: bytes, posts: int) -> float:
    """Return how many bare POSTs a second this server answers, one after the other.

    The address knows no POST, so the server reads the body and does nothing: nothing is quicker.
    """
    with requests.Session() as session:
        session.trust_env = False
        began = time.perf_counter()
        for _ in range(posts):
            session.post(f"{url}/v1/ping", data=entry, headers={"Content-Type": "application/json"})
        return posts / (time.perf_counter() - began)


def _empty(doors: Doors) -> Drained:
    """Send until nothing waits. Raises RuntimeError when the server doesn't take it all."""
    answered = sent = 0
    began = time.perf_counter()
    for _ in range(_MOST_PUSHES):
        report = push(doors)
        answered += report.answered
        sent += report.sent
        if report.error is not None:
            raise report.error
        if not report.batches:
            break
    seconds = time.perf_counter() - began
    with doors.store.reading() as tx:
        counts = tx.deliveries.counts()
    if counts.to_send or counts.in_need:
        raise RuntimeError(f"the queue isn't empty: {counts}")
    return Drained(answered, seconds, sent)

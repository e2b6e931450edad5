"""A counter without a line: its queue goes by stick through another one, and the answer back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.app import home as home_module
from counter_app.app.home import Home, new_id, open_home
from counter_app.cli import main
from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.code import official_code
from counter_app.domain.dossiers.number_block import NumberBlock
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.journal.outcome import State
from counter_app.sync.pull import CURSOR_NAME
from counter_app.sync.push import push
from tests.sandbox.counter import reception
from tests.sandbox.running import RunningSandbox


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("province")) as running:
        yield running


@dataclass
class Town:
    """Two counters of one office, and the stick between them."""

    folder: Path
    province: RunningSandbox

    def enrol(self, name: str, counter: str) -> None:
        code = self.province.enrol_code(counter)
        assert self.run(name, "enrol", "--server", self.province.url, "--code", code) == 0

    def run(self, name: str, *words: object) -> int:
        where = ["--plain-store", "--home", str(self.folder / name)]
        return main([*where, *map(str, words)])

    @property
    def sent(self) -> Path:
        return self.folder / "gui-di.json"

    @property
    def back(self) -> Path:
        return self.folder / "tra-ve.json"

    def opened(self, name: str) -> AbstractContextManager[Home]:
        return open_home(self.folder / name, plain_store=True)


@pytest.fixture
def town(tmp_path: Path, province: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> Town:
    # The form set that comes along is tried on every paper before it is used: seconds, not ours.
    monkeypatch.setattr(home_module, "_passes", lambda _: True)
    made = Town(tmp_path, province)
    made.enrol("far", "1")
    made.enrol("near", "2")
    return made


def views(home: Home, many: int) -> list[str]:
    made = []
    with home.store.writing() as tx:
        for _ in range(many):
            made.append(new_id())
            tx.journal.append(
                Kind.VIEWED, Viewed("H26.15-261120-0001"), uid=made[-1],
                author=Author("cb-07", "offline", "1"), occurred_at=home.clock.now().at,
                clock_quality=ClockQuality.LOCAL,
            )  # fmt: skip
    return made


def register(home: Home) -> str:
    place = home.enrolment()
    now = home.clock.now().at.replace(microsecond=0)
    uid = new_id()
    with home.store.writing() as tx:
        granted = tx.numbers.take(place.centre, now.date(), place.counter, now.year)
        assert granted is not None
        code = official_code(place.centre, now.date(), granted.number, granted.block.width)
        tx.journal.append(
            Kind.RECEIVED, reception(code, place.centre, received_at=now), uid=uid,
            author=Author("cb-07", "offline", "1"), occurred_at=now,
            clock_quality=ClockQuality.LOCAL, dossier=new_id(),
        )  # fmt: skip
    return uid


def test_a_queue_goes_by_stick_and_its_answer_comes_back(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    with town.opened("near") as near:
        other = register(near)
        doors = near.doors()
        assert push(doors).accepted
        doors.gateway.close()
    with town.opened("far") as far:
        mine = register(far)
        views(far, 60)
        before = sum(block.left for block in _blocks(far))
    assert town.run("far", "queue", "export", town.sent) == 0
    assert "cb-07" not in town.sent.read_text()
    with town.opened("far") as far, far.store.reading() as tx:
        assert tx.deliveries.counts().unknown == 61
    assert town.run("near", "queue", "send", town.sent, "--out", town.back) == 0
    assert town.run("near", "queue", "send", town.sent, "--out", town.back) == 0  # twice
    assert town.run("near", "queue", "return", town.back) == 1
    assert "mang tệp đến đúng máy" in capsys.readouterr().err.lower()
    for time in ("first", "second"):
        assert town.run("far", "queue", "return", town.back) == 0
        shown = capsys.readouterr().out
        assert "Còn chờ gửi: 0." in shown
        assert ("nhận 61 việc" in shown) == (time == "first")
    with town.opened("far") as far:
        with far.store.reading() as tx:
            answered = tx.journal.get(mine)
            assert answered is not None
            assert answered.entry.officer == "cb-07"
            assert tx.journal.get(other) is not None  # the office's feed came along
            assert tx.setup.get(CURSOR_NAME)
            names = {line.name for line in tx.catalogues.listing()}
            assert not tx.deliveries.listing()
        assert "calendar" in names
        assert sum(block.left for block in _blocks(far)) > before
        doors = far.doors()
        assert push(doors).answered == 0
        doors.gateway.close()
    rows = town.province.clerk.devices()
    assert {row["state"] for row in rows} == {"active"}


def _blocks(home: Home) -> tuple[NumberBlock, ...]:
    with home.store.reading() as tx:
        return tx.numbers.blocks()


def test_the_line_may_come_back_first(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    with town.opened("far") as far:
        views(far, 3)
    assert town.run("far", "queue", "export", town.sent) == 0
    with town.opened("far") as far:
        doors = far.doors()
        assert push(doors).accepted >= 3
        doors.gateway.close()
    assert town.run("near", "queue", "send", town.sent, "--out", town.back) == 0
    assert town.run("far", "queue", "return", town.back) == 0
    assert "Còn chờ gửi: 0." in capsys.readouterr().out


def test_what_was_changed_on_the_way_is_refused(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    with town.opened("far") as far:
        views(far, 1)
    assert town.run("far", "queue", "export", town.sent) == 0
    good = town.sent.read_text()
    head, parcel = good.splitlines()
    plain = json.loads(parcel)
    with town.opened("near") as near:
        theirs = near.enrolment().device
    for name, value in {
        "sealed": plain["sealed"][:-8] + "AAAAAAA=",
        "signature": plain["signature"][:10] + "AAAA" + plain["signature"][14:],
        "device": theirs,
        "epoch": 2,
        "parcel_id": new_id(),
    }.items():
        town.sent.write_text(head + "\n" + json.dumps({**plain, name: value}) + "\n")
        assert town.run("near", "queue", "send", town.sent, "--out", town.back) == 1, name
        assert not town.back.exists()
    for torn in (good[: len(good) // 2], "", head + "\n", "[]"):
        town.sent.write_text(torn)
        assert town.run("near", "queue", "send", town.sent, "--out", town.back) == 1
    town.sent.write_text(good)
    assert town.run("near", "queue", "send", town.sent, "--out", town.back) == 0
    head, answer = town.back.read_text().splitlines()
    plain = json.loads(answer)
    for name, value in {
        "sealed": plain["sealed"][:100] + "AAAA" + plain["sealed"][104:],
        "parcel_id": new_id(),
    }.items():
        town.back.write_text(head + "\n" + json.dumps({**plain, name: value}) + "\n")
        assert town.run("far", "queue", "return", town.back) == 1, name
    with town.opened("far") as far, far.store.reading() as tx:
        assert tx.deliveries.counts().unknown == 1
        assert all(each.state is State.UNKNOWN for each in tx.deliveries.listing())
    assert "Traceback" not in capsys.readouterr().err


def test_a_province_without_parcels_says_so(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    from counter_app.domain.enrolment import ENROLMENT

    with town.opened("far") as far, far.store.writing() as tx:
        plain = tx.setup.get(ENROLMENT)
        assert isinstance(plain, dict)
        tx.setup.put(ENROLMENT, {**plain, "parcel_key": ""})
    assert town.run("far", "queue", "export", town.sent) == 1
    assert "chưa cấp khóa" in capsys.readouterr().err
    assert not town.sent.exists()

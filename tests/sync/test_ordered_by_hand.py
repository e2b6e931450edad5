"""What an administrator does on the server's pages, as a real counter hears it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counter_app.domain.enrolment import MIN_VERSION
from counter_app.domain.errors import wire
from counter_app.store.feed.tombstones import HIDDEN
from counter_app.sync.heartbeat import EVERY
from counter_app.sync.pull import pull
from counter_app.sync.push import push
from counter_app.sync.round import run_round
from tests.sandbox.browsing import Browser
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.test_tombstones import shown, with_dossiers

REMOVALS, DEVICES = "/pages/admin/removals", "/pages/admin/devices"


@pytest.fixture
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    """A province of each test's own: what another test removes is in the feed of every counter."""
    with RunningSandbox(tmp_path_factory.mktemp("province")) as running:
        yield running


@pytest.fixture
def admin(sandbox: RunningSandbox) -> Iterator[Browser]:
    browser = Browser(sandbox.url)
    browser.log_in()
    yield browser
    browser.session.close()


def codes_of(counter: Counter, *uids: str) -> str:
    with counter.store.reading() as tx:
        found = [tx.dossiers.get(uid) for uid in uids]
    return "\n".join(each.shown_code for each in found if each is not None)


def kept_version(counter: Counter) -> object:
    with counter.store.reading() as tx:
        return tx.setup.get(MIN_VERSION)


def test_the_version_is_asked_for_and_locks_nothing(counter: Counter, admin: Browser) -> None:
    assert run_round(counter.doors).problem is None
    assert kept_version(counter) is None
    admin.open(DEVICES)
    assert admin.send(f"{DEVICES}/min-version", version="mới nhất").status_code == 400
    admin.open(DEVICES)
    assert 'value="99.1"' in admin.send(f"{DEVICES}/min-version", version="99.1").text
    counter.clock.shift += EVERY
    assert run_round(counter.doors).problem is None
    assert kept_version(counter) == "99.1"
    counter.register()
    report = run_round(counter.doors)
    assert (report.push.accepted, report.problem) == (1, None)
    admin.send(f"{DEVICES}/min-version", version="")
    counter.clock.shift += EVERY
    assert run_round(counter.doors).problem is None
    assert kept_version(counter) is None


def test_a_dossier_is_taken_away_and_comes_back_with_an_act(
    counter: Counter, sandbox: RunningSandbox, admin: Browser
) -> None:
    uids = with_dossiers(counter, 3)
    code = codes_of(counter, uids[0])
    admin.open(REMOVALS)
    wrong = admin.send(REMOVALS, codes=f"{code} H26.15-000101-0001", reason="trùng")
    assert wrong.status_code == 400
    assert "H26.15-000101-0001" in wrong.text
    assert admin.send(REMOVALS, codes=code, reason=" ").status_code == 400
    assert uids[0] in {each["uid"] for each in sandbox.clerk.dossiers()}
    told = admin.send(REMOVALS, codes=code, reason="Trùng <b>hồ sơ</b>")
    assert code in told.text
    assert "&lt;b&gt;" in told.text
    assert uids[0] not in {each["uid"] for each in sandbox.clerk.dossiers()}
    day = counter.clock().date()
    assert pull(counter.doors).error is None
    assert uids[0] not in shown(counter)
    with counter.store.reading() as tx:
        ours = tx.dossiers.digest(day)
    theirs = counter.doors.gateway.digest(day)
    assert (ours.count, ours.sha256) == (theirs.count, theirs.sha256)
    assert counter.store.rebuild().was_equal
    counter.tell(uids[0])
    assert push(counter.doors).accepted == 1
    assert pull(counter.doors).error is None
    assert uids[0] in shown(counter)
    assert uids[0] in {each["uid"] for each in sandbox.clerk.dossiers()}


def test_too_many_are_held_with_the_reason(counter: Counter, admin: Browser) -> None:
    uids = with_dossiers(counter, 5)
    admin.open(REMOVALS)
    admin.send(REMOVALS, codes=codes_of(counter, *uids), reason="sáp nhập trung tâm")
    report = pull(counter.doors, page=2)  # tombstones over several pages
    assert isinstance(report.error, wire.MassDeletionError)
    assert set(uids) <= shown(counter)
    with counter.store.reading() as tx:
        held = tx.tombstones.held_lines(9)
    assert {each.line.uid for each in held} == set(uids)
    assert {each.reason for each in held} == {"Quản trị: sáp nhập trung tâm"}
    with counter.store.writing() as tx:
        tx.tombstones.decide(uids, HIDDEN, counter.clock(), "tp-01")
    assert pull(counter.doors).error is None
    assert not set(uids) & shown(counter)

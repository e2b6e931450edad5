"""The lane of scanned papers: resumed at the server's offset, never in an entry's way."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Withdrawn
from counter_app.domain.errors import wire
from counter_app.sandbox.records import tables as t
from counter_app.store.subjects.files import FileState
from counter_app.sync.files import SMALLEST_PIECE, FilesReport, LaneTimes, Pace, upload
from counter_app.sync.push import push
from counter_app.sync.round import run_round
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.papers import Papers, lane, pdf
from tests.sync.proxy import CUT, DROP, HALF, LOSE, RESET, Proxy

PIECE = 64 * 1024
BUSY = b"HTTP/1.1 503 \r\nRetry-After: 600\r\nContent-Length: 0\r\n\r\n"
FAULT = b"HTTP/1.1 500 \r\nContent-Length: 0\r\n\r\n"


@pytest.fixture
def papers(make_counter: Callable[[str], Counter], proxy: Proxy, tmp_path: Path) -> Papers:
    return Papers(make_counter(proxy.url), tmp_path)


def dossier(papers: Papers) -> str:
    return papers.counter.register().entry.dossier or ""


def held(sandbox: RunningSandbox, uid: str) -> list[bytes]:
    """Return the whole files of a dossier at the server."""
    return [sandbox.clerk.file(uid, each["sha256"]) for each in sandbox.clerk.files(uid)]


def patches(proxy: Proxy) -> list[int]:
    """Return the bytes of each piece that went out."""
    sent = zip(proxy.requests, proxy.sizes, strict=True)
    return [size for line, size in sent if line.startswith("PATCH")]


def go(
    papers: Papers,
    url: str = "",
    *,
    times: LaneTimes | None = None,
    days: int = 0,
    entries: bool = True,
) -> FilesReport:
    """Send entries, then files, as a round does; `days` later by the counter's own clock."""
    doors = papers.doors(url)
    if entries:
        push(doors)
    later = dataclasses.replace(doors, now=lambda: papers.counter.clock() + timedelta(days=days))
    way = lane(PIECE, times)
    return upload(later, way.pace, times=way.times)


def until_sent(papers: Papers, most: int = 20) -> list[FilesReport]:
    reports: list[FilesReport] = []
    left = 1
    while left:
        reports.append(go(papers))
        assert len(reports) < most
        with papers.counter.store.reading() as tx:
            left = tx.files.left()[0]
    return reports


def test_files_go_whole_behind_their_entries(
    papers: Papers, sandbox: RunningSandbox, proxy: Proxy
) -> None:
    uid = dossier(papers)
    contents = [pdf(150_000), pdf(9), pdf(PIECE)]
    files = [papers.scan(uid, data, f"Giấy {n}") for n, data in enumerate(contents)]
    report = run_round(papers.doors(), lane=lane(PIECE))
    assert report.problem is None
    done = report.files
    assert (done.whole, done.pieces, done.more) == (3, 3 + 1 + 1, False)
    assert done.sent == done.stored == sum(map(len, contents)) == sum(patches(proxy))
    assert held(sandbox, uid) == contents
    for file in files:
        row = papers.row(file)
        assert (row.state, row.uploaded, row.problem) == (FileState.SENT, row.size, "")
        assert row.sha256 in row.receipt
    calls = [line.split("?")[0] for line in proxy.requests]
    first = next(n for n, line in enumerate(calls) if "/v1/files" in line)
    assert "POST /v1/entries HTTP/1.1" in calls[:first]
    again = dossier(papers)
    papers.scan(again, contents[0])
    done = go(papers)
    assert (done.whole, done.pieces) == (1, 0)  # the server knows these bytes
    assert held(sandbox, again) == contents[:1]


@pytest.mark.parametrize("fault", [CUT, RESET, DROP, LOSE, HALF])
def test_after_a_cut_it_goes_on_where_the_server_is(
    papers: Papers, sandbox: RunningSandbox, proxy: Proxy, fault: str
) -> None:
    uid, data = dossier(papers), pdf(5 * PIECE + 7)
    file = papers.scan(uid, data)
    proxy.only, proxy.faults = "PATCH", ["", fault, "", fault]
    reports = until_sent(papers)
    assert len(reports) == 3
    assert all(each.trouble is not None and each.error is None for each in reports[:2])
    assert held(sandbox, uid) == [data]
    assert papers.row(file).state is FileState.SENT
    stored = sum(each.stored for each in reports)
    sent = sum(each.sent for each in reports)
    assert (stored, sent) == (len(data), sum(patches(proxy)))
    # What the server took isn't sent again; what it didn't take is, and nothing else.
    assert sent - stored == (0 if fault in (LOSE, HALF) else 2 * PIECE)


def test_the_server_is_started_anew_in_between(tmp_path: Path) -> None:
    running = RunningSandbox(tmp_path)
    with running, Counter(tmp_path / "1", running.url, running.enrol_code()) as counter:
        papers = Papers(counter, tmp_path)
        uid, data = dossier(papers), pdf(3 * PIECE)
        file = papers.scan(uid, data)
        first = go(papers, times=LaneTimes(lambda _: True))
        assert (first.pieces, first.more) == (1, True)
        running.__exit__(None, None, None)
        assert isinstance(go(papers).trouble, wire.WireError)
        with running:
            last = go(papers, running.url)
            assert (last.sent, last.stored, last.whole) == (2 * PIECE, 2 * PIECE, 1)
            assert held(running, uid) == [data]
        assert papers.row(file).state is FileState.SENT
        running.__enter__()


def test_an_entry_goes_between_two_pieces(papers: Papers, proxy: Proxy) -> None:
    papers.scan(dossier(papers), pdf(4 * PIECE))
    registered: list[str] = []

    def rest(_: float) -> bool:
        if not registered:
            registered.append(dossier(papers))
        return False

    report = run_round(papers.doors(), lane=lane(PIECE, LaneTimes(rest)))
    assert (report.files.pieces, report.files.more) == (1, True)
    done = len(proxy.requests)
    report = run_round(papers.doors(), lane=lane(PIECE))
    assert (report.push.accepted, report.files.whole) == (1, 1)
    calls = [line.split(" ")[0] for line in proxy.requests[done:] if "ping" not in line]
    assert calls.index("POST") < calls.index("PATCH")


def test_files_take_at_most_half_of_the_line(papers: Papers) -> None:
    papers.scan(dossier(papers), pdf(8 * PIECE))
    moment = [0.0]
    rested: list[float] = []

    def rest(seconds: float) -> bool:
        rested.append(seconds)
        moment[0] += seconds
        return False

    class Slow:
        """The gateway of a line that carries 32 KB a second, by the test's own clock."""

        def __getattr__(self, name: str) -> object:
            return getattr(papers.counter.doors.gateway, name)

        def send_piece(self, sha256: str, offset: int, data: bytes) -> object:
            moment[0] += len(data) / 32768
            sizes.append(len(data))
            return papers.counter.doors.gateway.send_piece(sha256, offset, data)

    sizes: list[int] = []
    push(papers.counter.doors)
    doors = dataclasses.replace(papers.doors(), gateway=Slow())  # type: ignore[arg-type]
    report = upload(doors, Pace(), times=LaneTimes(rest, lambda: moment[0], 600))
    assert report.whole == 1
    assert set(sizes) == {PIECE}  # two seconds of this line
    assert rested == [2.0] * 7
    assert moment[0] == 16.0 + 14.0


def test_a_piece_is_what_the_line_carries_in_two_seconds() -> None:
    pace = Pace()
    pace.went(pace.piece, 0.01)
    assert pace.piece == 128 * 1024
    pace.went(pace.piece, 0)
    pace.went(pace.piece, 0)
    assert pace.piece == 256 * 1024
    pace.went(100, 0.5)  # the end of a file: 400 bytes in two seconds, or a long way
    assert pace.piece == SMALLEST_PIECE
    assert not pace.smaller()


@pytest.mark.parametrize(("answer", "seconds"), [(BUSY, 600), (FAULT, 0)])
def test_a_server_that_stumbles_over_files_delays_only_files(
    papers: Papers, proxy: Proxy, answer: bytes, seconds: int
) -> None:
    file = papers.scan(dossier(papers), pdf(1000))
    proxy.canned, proxy.only, proxy.faults = {"said": answer}, "PATCH", ["said"]
    way = lane()
    report = run_round(papers.doors(), lane=way)
    assert report.error is None
    assert isinstance(report.files.trouble, wire.ThrottledError | wire.ServerFaultError)
    assert (report.files.rest_seconds or 0) >= seconds
    way.pace.until = papers.counter.clock() + timedelta(minutes=5)
    papers.counter.view()
    report = run_round(papers.doors(), lane=way)
    assert (report.push.accepted, report.files.pieces) == (1, 0)
    row = papers.row(file)
    assert (row.attempts, row.problem) == (1, report.files.error or row.problem)
    assert row.problem.startswith("wire.")
    papers.counter.clock.shift += timedelta(minutes=6)
    assert run_round(papers.doors(), lane=way).files.whole == 1
    assert papers.row(file).problem == ""


def test_a_device_that_was_revoked_ends_the_round(papers: Papers, sandbox: RunningSandbox) -> None:
    papers.scan(dossier(papers), pdf(2 * PIECE))

    def rest(_: float) -> bool:
        sandbox.clerk.revoke(papers.counter.device.device)
        return False

    report = run_round(papers.doors(), lane=lane(PIECE, LaneTimes(rest)))
    assert isinstance(report.error, wire.DeviceRevokedError)


def test_what_lies_damaged_or_nowhere_rests_and_others_go(
    papers: Papers, sandbox: RunningSandbox
) -> None:
    uid = dossier(papers)
    gone, torn, whole = (papers.scan(uid, pdf(1000), f"Giấy {n}") for n in range(3))
    papers.files.erase(gone.name)
    papers.files.path(torn.name).write_bytes(b"torn")
    done = go(papers)
    assert (done.whole, done.set_aside) == (1, 2)
    assert papers.row(gone).problem == "scan_file.missing"
    assert papers.row(torn).problem == "scan_file.damaged"
    assert papers.row(whole).state is FileState.SENT
    with papers.counter.store.writing() as tx:
        assert tx.files.on_the_way().troubled == 2
        assert tx.files.let_go() == 2
    assert go(papers).set_aside == 2


def test_a_file_that_was_taken_off_meanwhile_is_let_be(papers: Papers) -> None:
    file = papers.scan(dossier(papers), pdf(3 * PIECE))

    def rest(_: float) -> bool:
        with papers.counter.store.writing() as tx:
            tx.files.remove(file.name)
        return False

    done = go(papers, times=LaneTimes(rest))
    assert (done.whole, done.pieces, done.trouble) == (0, 2, None)


def test_bytes_garbled_at_the_server_are_sent_anew(papers: Papers, sandbox: RunningSandbox) -> None:
    uid, data = dossier(papers), pdf(2 * PIECE)
    file = papers.scan(uid, data)
    go(papers, times=LaneTimes(lambda _: True))
    with sandbox.province.writing() as tx:
        where = t.file_piece.c.sha256 == file.sha256
        tx.execute(update(t.file_piece).where(where).values(data=bytes(PIECE)))
    done = go(papers)
    assert (done.whole, done.set_aside) == (0, 1)
    assert papers.row(file).problem == "file-digest"
    with papers.counter.store.writing() as tx:
        tx.files.let_go()
    assert go(papers).whole == 1
    assert held(sandbox, uid) == [data]


def close(papers: Papers, uid: str) -> None:
    counter = papers.counter
    with counter.store.writing() as tx:
        counter._append(tx.journal.append, Kind.WITHDRAWN, Withdrawn("rút"), dossier=uid)


def test_bytes_leave_this_machine_when_all_of_it_is_so(
    papers: Papers, sandbox: RunningSandbox
) -> None:
    papers.keep_days = 30
    uid, other = dossier(papers), dossier(papers)
    data = pdf(1000)
    file, open_one = papers.scan(uid, data), papers.scan(other, pdf(1000))
    go(papers)
    assert go(papers, days=31).cleared == 0  # both are open
    close(papers, uid)
    assert go(papers, days=31, entries=False).cleared == 0  # the province hasn't heard of it
    go(papers)
    assert go(papers, days=29).cleared == 0
    papers.keep_days = 0
    assert go(papers, days=3000).cleared == 0
    papers.keep_days = 30
    assert go(papers, days=31).cleared == 1
    assert papers.row(file).state is FileState.CLEARED
    assert papers.files.names() == {open_one.name}
    with papers.counter.store.reading() as tx:
        assert tx.files.names() == {open_one.name}
    assert held(sandbox, uid) == [data]


def test_what_the_province_lost_goes_out_anew_instead_of_being_erased(
    papers: Papers, sandbox: RunningSandbox
) -> None:
    papers.keep_days = 30
    uid = dossier(papers)
    file = papers.scan(uid, pdf(1000))
    close(papers, uid)
    go(papers)
    with sandbox.province.writing() as tx:
        for table in (t.upload, t.file_piece, t.file_use, t.file):
            tx.execute(table.delete().where(table.c.sha256 == file.sha256))
    papers.doors(sandbox.url)  # a refused HEAD announces a body that the proxy would wait for
    assert go(papers, days=31).cleared == 0
    assert papers.row(file).state is FileState.WAITING
    assert go(papers).whole == 1
    assert hashlib.sha256(held(sandbox, uid)[0]).hexdigest() == file.sha256

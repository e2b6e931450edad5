"""`deletions`, `purge`, `journal stop`, `book`, `posting`, as typed beside a real province."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from counter_app.app.home import open_home
from counter_app.cli import main, signing_in
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dates import VIETNAM
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import COUNTER_WORK
from counter_app.sandbox.province import removals
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from tests.made import person
from tests.sandbox.running import RESOURCES, RunningSandbox

PASSWORD = "mat-khau-thu"
SUPERVISOR, RECEIVER, ADMIN = "CB-006", "CB-001", "CB-007"
BIRTH = Reception("1.001193", person())
AT_THE_DESK = Session(Officer(RECEIVER, "Nguyễn Thị Mẫu", roles=COUNTER_WORK), "offline")


class LongAgo:
    """A clock that stands in a year that is closed, when the sample lists held already."""

    def now(self) -> Moment:
        return Moment(datetime(2025, 7, 15, 9, tzinfo=VIETNAM), ClockQuality.SYNCED)


@dataclass
class Desk:
    """An enrolled home, and what the last command said there."""

    home: Path
    province: RunningSandbox
    capture: pytest.CaptureFixture[str]
    said: str = ""

    def run(self, *words: str) -> int:
        command, *rest = words
        more = ["--home", str(self.home), "--plain-store"]
        code = main([command, *more, *rest])
        heard = self.capture.readouterr()
        self.said = heard.out + heard.err
        assert "Traceback" not in self.said
        return code

    def shown(self) -> int:
        with open_home(self.home, plain_store=True) as home, home.store.reading() as tx:
            return tx.tombstones.known()


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    folder = tmp_path_factory.mktemp("province")
    # Without form sets: each would be tried on paper before it is taken over, which takes seconds.
    shutil.copytree(RESOURCES / "centre", folder / "lists" / "centre")
    with RunningSandbox(folder, resources=folder / "lists") as running:
        for officer in (SUPERVISOR, RECEIVER, ADMIN):
            running.province.set_password(officer, PASSWORD)
        yield running


@pytest.fixture
def desk(
    province: RunningSandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Desk:
    monkeypatch.setattr(signing_in, "secret", lambda *_: PASSWORD)
    made = Desk(tmp_path / "home", province, capsys)
    code = province.enrol_code()
    assert made.run("enrol", "--server", province.url, "--code", code) == 0
    return made


def taken_away(desk: Desk, many: int) -> list[str]:
    """Receive dossiers that the province then takes away, all at once; return their codes."""
    with open_home(desk.home, plain_store=True) as home:
        assert home.round().problem is None
        codes = [receive(home.workplace(), AT_THE_DESK, BIRTH).shown_code for _ in range(many)]
        assert home.round().problem is None
        at = desk.province.province
        with at.writing() as tx:
            rows = [row for row in removals.find(tx, codes).values() if row is not None]
            assert len(rows) == many
            removals.remove(tx, rows, "Quản trị: trùng hồ sơ", at.now())
        home.round()
    return codes


def test_deletions_are_listed_then_decided_by_a_supervisor(desk: Desk) -> None:
    assert desk.run("deletions") == 0
    assert desk.said == "Không có hồ sơ nào chờ quyết định.\n"
    codes = taken_away(desk, 4)
    assert desk.run("deletions") == 0
    assert "báo bỏ cùng lúc 4 hồ sơ. Chưa bỏ hồ sơ nào" in desk.said
    assert all(code in desk.said for code in codes)
    assert "Máy chủ ghi: Quản trị: trùng hồ sơ" in desk.said
    assert "Trần Thị Mẫu" not in desk.said, "nobody has logged in"
    assert desk.run("deletions", "--hide") == 2
    assert "--officer" in desk.said
    assert desk.run("deletions", "--hide", "--officer", RECEIVER) == 1
    assert "Nguyễn Thị Mẫu" in desk.said
    assert desk.shown() == 4
    assert desk.run("deletions", "--hide", "--officer", SUPERVISOR) == 0
    assert "Đã bỏ khỏi danh sách 4 hồ sơ. Không có gì bị xóa" in desk.said
    assert desk.shown() == 0
    assert desk.run("deletions") == 0
    assert desk.run("verify") == 0


def test_deletions_are_kept(desk: Desk) -> None:
    taken_away(desk, 4)
    with pytest.raises(SystemExit) as stopped:
        desk.run("deletions", "--keep", "--hide")
    assert stopped.value.code == 2
    assert desk.run("deletions", "--keep", "--officer", SUPERVISOR) == 0
    assert "Đã giữ lại 4 hồ sơ." in desk.said
    assert desk.shown() == 4
    with open_home(desk.home, plain_store=True) as home:
        assert home.round().problem is None, "the alarm is over"


def returned_long_ago(desk: Desk) -> None:
    """Let a dossier have been returned long ago, and the province have taken all of it."""
    (desk.home / "settings.toml").write_text("purge_days = 30\n", encoding="utf-8")
    with open_home(desk.home, plain_store=True) as home:
        place = dataclasses.replace(home.workplace(), clock=LongAgo())
        dossier = receive(place, AT_THE_DESK, BIRTH)
        arrived = take_result_in(place, AT_THE_DESK, dossier, (ResultPaper("Giấy khai sinh"),))
        return_result(place, AT_THE_DESK, arrived)
        with home.store.writing() as tx:
            for version, each in enumerate(tx.deliveries.listing(), 1):
                tx.deliveries.answered(each.uid, Outcome(State.ACCEPTED, version))


def test_purge_shows_asks_and_erases(desk: Desk) -> None:
    assert desk.run("purge") == 0
    assert "0 hồ sơ đã trả kết quả" in desk.said
    returned_long_ago(desk)
    assert desk.run("purge") == 0
    assert "1 hồ sơ đã trả kết quả" in desk.said
    assert "Chưa xóa gì." in desk.said
    assert desk.run("purge", "--supervisor", SUPERVISOR) == 0
    assert "Cần hai người" in desk.said
    for one, other in (
        (RECEIVER, SUPERVISOR),
        (ADMIN, RECEIVER),
        (SUPERVISOR, SUPERVISOR),
        (ADMIN, ADMIN),
    ):
        assert desk.run("purge", "--officer", one, "--supervisor", other) == 1
        assert "Đã xóa" not in desk.said
    assert desk.shown() == 1
    assert desk.run("purge", "--officer", ADMIN, "--supervisor", SUPERVISOR) == 0
    assert "Đã xóa nội dung 1 hồ sơ: 3 bút toán, 0 tệp." in desk.said
    assert desk.shown() == 0
    assert desk.run("verify") == 0
    assert desk.run("rebuild") == 0


def test_the_second_journal_is_stopped_and_its_files_stay(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert desk.run("journal", "copy") == 1
    with open_home(desk.home, plain_store=True) as home:
        receive(home.workplace(), AT_THE_DESK, BIRTH)
    assert desk.run("journal", "use", str(stick)) == 0
    written = {each: each.read_bytes() for each in stick.rglob("*") if each.is_file()}
    assert written
    assert desk.run("journal", "stop") == 0
    assert desk.said == "Đã thôi ghi nhật ký thứ hai; các tệp đã ghi vẫn giữ nguyên.\n"
    assert desk.run("journal", "stop") == 0, "twice is harmless"
    assert desk.run("journal", "copy") == 1
    with open_home(desk.home, plain_store=True) as home:
        assert home.settings.second_journal == ""
        assert home.second_journal("") is None
        receive(home.workplace(), AT_THE_DESK, BIRTH)
    assert {each: each.read_bytes() for each in stick.rglob("*") if each.is_file()} == written


def test_a_book_is_written_behind_a_log_in(desk: Desk, tmp_path: Path) -> None:
    with open_home(desk.home, plain_store=True) as home:
        assert home.round().problem is None
        dossier = receive(home.workplace(), AT_THE_DESK, BIRTH)
    year, counter = str(dossier.received.received_at.year), dossier.counter
    pdf, xlsx = tmp_path / "so.pdf", tmp_path / "so.xlsx"
    asked = ("book", "register", "--year", year, "--book", counter, "--officer")
    assert desk.run(*asked, SUPERVISOR, "--pdf", str(pdf), "--xlsx", str(xlsx)) == 0
    book = re.escape(f"Sổ theo dõi hồ sơ {year}, quyển {counter}: ")
    assert re.search(rf"{book}[1-9]\d* dòng → {re.escape(str(pdf))}", desk.said)
    assert pdf.read_bytes().startswith(b"%PDF")
    assert xlsx.stat().st_size > 1000
    assert desk.run(*asked, RECEIVER, "--pdf", str(tmp_path / "kín.pdf")) == 1
    assert not (tmp_path / "kín.pdf").exists()
    assert desk.run("book", "register", "--year", year, "--officer", SUPERVISOR, "--close") == 1
    assert "ghi số quầy" in desk.said


def test_a_booklet_is_written_behind_a_log_in(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "niem-yet.pdf"
    asked = ("posting", "--booklet", str(file), "--officer", SUPERVISOR)
    assert desk.run(*asked, "--procedure", "1.001193") == 0
    assert f"Đã ghi {file}: 1 thủ tục." in desk.said
    assert file.read_bytes().startswith(b"%PDF")
    assert desk.run(*asked, "--procedure", "9.999999") == 1

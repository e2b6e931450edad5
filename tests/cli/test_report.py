"""`report`, as it is typed at a real home beside a real province."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.app.home import open_home
from counter_app.cli import main, signing_in
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import COUNTER_WORK
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.made import person
from tests.papers.reading import texts
from tests.sandbox.running import RESOURCES, RunningSandbox
from tests.services.reports.shelved import shelve

PASSWORD = "mat-khau-thu"
SUPERVISOR, RECEIVER = "CB-006", "CB-001"
AT_THE_DESK = Session(Officer(RECEIVER, "Nguyễn Thị Mẫu", roles=COUNTER_WORK), "offline")

Run = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return an enrolled home with one dossier, its province running."""
    folder = tmp_path_factory.mktemp("report")
    # Without form sets: each would be tried on paper before it is taken over, which takes seconds.
    shutil.copytree(RESOURCES / "centre", folder / "lists" / "centre")
    with RunningSandbox(folder, resources=folder / "lists") as province:
        for officer in (SUPERVISOR, RECEIVER):
            province.province.set_password(officer, PASSWORD)
        where = ["--home", str(folder / "home"), "--plain-store"]
        code = province.clerk.enrol_code("1")
        assert main(["enrol", *where, "--server", province.url, "--code", code]) == 0
        with open_home(folder / "home", plain_store=True) as opened:
            assert opened.round().problem is None
            receive(opened.workplace(), AT_THE_DESK, Reception("1.001193", person()))
        yield folder / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what types a `report` command, and gives its exit code and words."""
    monkeypatch.setattr(signing_in, "secret", lambda *_: PASSWORD)
    shelve(monkeypatch)

    def typed(*words: object) -> tuple[int, str]:
        code = main(["report", "--home", str(home), "--plain-store", *map(str, words)])
        heard = capsys.readouterr()
        said = heard.out + heard.err
        assert "Traceback" not in said
        return code, said

    return typed


def test_reports_are_listed_by_group(run: Run) -> None:
    code, said = run("--list")
    assert code == 0
    assert said.count("Tổng hợp\n") == 1
    assert re.search(r"^  tried +Hồ sơ đã nhận$", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "Cần tên một báo cáo"),
        (("tried", "--check", "7KQ2-M9XD-4TRA"), "Cần tên một báo cáo"),
        (("--check", "7KQ2-M9XD-4TRA", "--pdf", "a.pdf"), "--check chỉ đối chiếu"),
        (("tried",), "Cần --officer"),
        (("bao-cao-la", "--officer", SUPERVISOR), "Không có báo cáo tên “bao-cao-la”"),
        (("tried", "--officer", SUPERVISOR, "--period", "11/2026"), "Không đọc được kỳ “11/2026”"),
        (("tried", "--officer", SUPERVISOR, "--period", "2026-13"), "Không có kỳ “2026-13”"),
        (
            ("tried", "--officer", SUPERVISOR, "--period", "2026-11-20..2026-11-01"),
            "kết thúc trước khi bắt đầu",
        ),
    ],
)
def test_what_is_asked_wrongly_is_said(run: Run, words: tuple[str, ...], told: str) -> None:
    code, said = run(*words)
    assert code == 2
    assert told in said


def test_a_report_on_the_terminal(run: Run) -> None:
    code, said = run("tried", "--officer", SUPERVISOR)
    assert code == 0
    assert "Hồ sơ đã nhận\n(Tháng " in said
    assert re.search(r"^1\.001193 +1$", said, re.MULTILINE)
    assert "Kết xuất từ Hệ thống lúc" in said
    code, said = run("tried", "--officer", SUPERVISOR, "--period", "2024-W07")
    assert code == 0
    assert "(Từ 12/02/2024 đến 18/02/2024)\n\nKhông có số liệu trong kỳ.\n" in said


def test_who_only_receives_gets_no_report(run: Run) -> None:
    code, said = run("tried", "--officer", RECEIVER)
    assert code == 1
    assert "1.001193" not in said


def test_files_and_the_check_of_their_code(run: Run, tmp_path: Path) -> None:
    pdf, xlsx = tmp_path / "a.pdf", tmp_path / "a.xlsx"
    code, said = run("tried", "--officer", SUPERVISOR, "--pdf", pdf, "--xlsx", xlsx)
    assert code == 0
    assert f"Đã ghi {pdf}\n" in said
    assert xlsx.stat().st_size > 1000
    found = re.search(r"Mã kiểm tra ([0-9A-Z-]{14})", texts(pdf.read_bytes())[0])
    assert found is not None
    code, said = run("--check", found[1].lower(), "--officer", SUPERVISOR)
    assert code == 0
    assert "Hồ sơ đã nhận, Tháng " in said
    assert "(pdf)" in said
    assert "(xlsx)" in said
    assert "mọi số liệu như trên giấy" in said
    code, said = run("--check", "2222-2222-2222", "--officer", SUPERVISOR)
    assert code == 1
    assert "không có biểu nào mang mã 2222-2222-2222" in said


def test_a_file_where_none_can_be_is_one_sentence(run: Run, tmp_path: Path) -> None:
    code, said = run("tried", "--officer", SUPERVISOR, "--pdf", tmp_path / "gone" / "a.pdf")
    assert code == 1
    assert "Chưa ghi được tệp a.pdf" in said
